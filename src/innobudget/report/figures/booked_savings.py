"""Will the booked savings come?"""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import key_line, shown_every, with_amounts_left, years_below
from innobudget.report.drawing.canvas import (
    Canvas,
    Ink,
    Level,
    Mark,
    Place,
    Rectangle,
    Side,
    Stroke,
)
from innobudget.report.drawing.panel import Panel, limits, stretching
from innobudget.report.figures.chart import (
    Chart,
    ChartTable,
    LeftOutChart,
    Series,
    Told,
    spread_series,
)
from innobudget.report.findings.budget import booked_finding
from innobudget.report.findings.teller import Scale, Teller, joined
from innobudget.report.words import charts as words
from innobudget.report.words import findings
from innobudget.report.words.numbers import NARROW_SPACE

BAR = 0.66
"""Width of a booked column. [years]"""
NARROW = 12.0
"""Years with less room than this have no columns. [points]"""
SAVING = "/measures/saving"
"""Where it stands in results.json."""
RANGE = 0.26
"""Width of the bar of what is realised. [years]"""


def booked_savings(teller: Teller) -> Chart | LeftOutChart:
    """Plot booked savings per year against the realised range, with their probability above."""
    if max(map(abs, booked_amounts(teller))) <= HALF_AN_ORE:
        return LeftOutChart("booked-savings", teller.say(findings.NO_SAVINGS))
    outcome, scale = teller.results.portfolio, _scale(teller)
    saving = spread_series("saving", outcome.measures["saving"], SAVING, "p10", "p50", "p90")
    series = (Series("booked", outcome.plan.booked, ("/plan/booked",)), *saving)
    headings = (words.YEAR, words.BOOKED, words.P10, words.MEDIAN, words.P90, words.MET)
    chances = (
        "" if met is None else Told(teller.chance(met), met, f"/probability_booked_met/{place}")
        for place, met in enumerate(_met(teller))
    )
    return Chart(
        stem="booked-savings",
        finding=booked_finding(teller),
        shown=joined(
            teller.say(words.BOOKED_SHOWN, unit=scale.name, prices=teller.prices),
            teller.red(*_met(teller)),
        ),
        picture=teller.say(words.BOOKED_PICTURE),
        table=ChartTable.of(
            map(teller.say, headings),
            map(str, teller.years),
            *(one.cells(scale, by_year=True) for one in series),
            chances,
        ),
        series=series,
        draw=lambda canvas, room: draw_booked(teller, canvas, room),
    )


def draw_booked(
    teller: Teller, canvas: Canvas, room: Rectangle, *, brief: Scale | None = None
) -> None:
    """Draw booked columns, realised ranges and the probability above each year.

    `brief` is the scale of the overview; there probabilities have no room.
    """
    years = teller.results.scenario.horizon.years
    scale = brief or _scale(teller)
    key = room.inset(bottom=room.height - 26)
    said = any(met is not None for met in _met(teller))
    _key(teller, canvas, key)
    upper = 34 if brief else 96 if said else 48
    shaded = len(years) > len(teller.period_years)
    panel = with_amounts_left(
        canvas,
        room.inset(bottom=52 if shaded and not brief else 28, top=upper),
        across=(years[0] - 0.6, years[-1] + 0.6),
        upright=limits([0.0, *booked_amounts(teller)], below=0.02, above=0.03),
        written=scale.tick,
    )
    if shaded:
        _period(teller, panel, named=brief is None)
    _columns(teller, panel)
    _far(teller, panel, scale)
    years_below(panel, years)
    if said and not brief:
        _probabilities(teller, panel)


def _scale(teller: Teller) -> Scale:
    """Return how its amounts are written."""
    return teller.scale(booked_amounts(teller))


def booked_amounts(teller: Teller) -> list[float]:
    """Return every amount that is drawn. [currency]"""
    outcome = teller.results.portfolio
    ends = [end for spread in outcome.measures["saving"] for end in (spread.p10, spread.p90)]
    return [*ends, *outcome.plan.booked]


def _key(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    outcome = teller.results.portfolio
    is_spread = any(spread.p90 - spread.p10 > HALF_AN_ORE for spread in outcome.measures["saving"])
    items = [("range", teller.say(words.EIGHT_IN_TEN))] if is_spread else []
    items.append(("middle", teller.say(words.MEDIAN)))
    if any(abs(amount) > HALF_AN_ORE for amount in outcome.plan.booked):
        items.insert(0, ("frame", teller.say(words.BOOKED)))
    while sum(lettering.width(word, theme.LABEL_SIZE) + 48 for _, word in items) > room.width + 36:
        items.pop()
    key_line(canvas, room, items)


def _period(teller: Teller, panel: Panel, *, named: bool) -> None:
    """Shade the budget period and name it."""
    period = teller.period_years
    left, right = panel.place(period[0] - 0.5, 0).x, panel.place(period[-1] + 0.5, 0).x
    bottom, top = panel.room.bottom - (50 if named else 26), panel.room.top + 4
    shade = [(left, bottom), (left, top), (right, top), (right, bottom)]
    panel.canvas.area(shade, theme.SHADE_COLOUR)
    panel.lines_across([0.0])
    if not named:
        return
    text = teller.say(words.BUDGET_PERIOD)
    centre = max((left + right) / 2, left + lettering.width(text, theme.LABEL_SIZE) / 2 + 4)
    panel.canvas.text(Place(centre, bottom + 4), text, side="center", level="bottom")


def _columns(teller: Teller, panel: Panel) -> None:
    outcome, years = teller.results.portfolio, teller.results.scenario.horizon.years
    step = panel.room.width / (panel.across[1] - panel.across[0])
    if step < NARROW:
        _curves(teller, panel)
        return
    edge = Stroke(colour=theme.PLAN_COLOUR, width=2.0)
    for year, booked, spread in zip(
        years, outcome.plan.booked, outcome.measures["saving"], strict=True
    ):
        if abs(booked) > HALF_AN_ORE:
            panel.box(
                (year - BAR / 2, year + BAR / 2), (0, booked), "none", edge=edge, name="booked"
            )
        panel.box(
            (year - RANGE / 2, year + RANGE / 2),
            (spread.p10, spread.p90),
            theme.RANGE_COLOUR,
            name="saving.p10-p90",
        )
    middles = [spread.p50 for spread in outcome.measures["saving"]]
    mark = Mark(size=min(11.0, 0.42 * step))
    panel.marks([*zip(years, middles, strict=True)], mark, name="saving.p50")


def _far(teller: Teller, panel: Panel, scale: Scale) -> None:
    """Write the amount of a year that is so large that it stretches the axis."""
    outcome, years = teller.results.portfolio, teller.results.scenario.horizon.years
    savings = zip(outcome.plan.booked, outcome.measures["saving"], strict=True)
    found = stretching([(booked, spread.p10, spread.p90) for booked, spread in savings])
    if found:
        number, amount = found
        last = number > 0 and years[number] == years[-1]
        at = (years[number] + (-BAR if last else BAR) / 2, amount)
        side: Side = "right" if last else "left"
        level: Level = "top" if amount > 0 else "bottom"
        panel.text(at, scale.write(amount), side=side, level=level, shift=(-6 if last else 6, 0))


def _curves(teller: Teller, panel: Panel) -> None:
    """Draw what columns have no room for: booked in steps, a band, the middle as a line."""
    outcome, years = teller.results.portfolio, teller.results.scenario.horizon.years
    saving = outcome.measures["saving"]
    lows, highs = [spread.p10 for spread in saving], [spread.p90 for spread in saving]
    panel.band(years, lows, highs, theme.RANGE_COLOUR, "saving.p10-p90")
    middles = [*zip(years, [spread.p50 for spread in saving], strict=True)]
    panel.line(middles, Stroke(colour=theme.OUTCOME_COLOUR, width=2.4), name="saving.p50")
    steps = [
        (year + side, booked)
        for year, booked in zip(years, outcome.plan.booked, strict=True)
        for side in (-0.5, 0.5)
    ]
    panel.line(steps, Stroke(colour=theme.PLAN_COLOUR, width=2.0), name="booked")


def _met(teller: Teller) -> list[float | None]:
    """Return the probability that each year's booked saving comes; None: none is booked."""
    outcome = teller.results.portfolio
    return [
        met if booked > HALF_AN_ORE else None
        for met, booked in zip(outcome.probability_booked_met, outcome.plan.booked, strict=True)
    ]


def _probabilities(teller: Teller, panel: Panel) -> None:
    """Write the probability above the years that have a booking, in a row of their own."""
    years, met = teller.results.scenario.horizon.years, _met(teller)
    row = panel.room.top + 20
    label = Ink()
    canvas, left = panel.canvas, panel.room.left
    canvas.text(Place(left, row + 24), teller.say(words.PROBABILITY_ROW), label)
    for position in range(0, len(years), shown_every(panel, years, 44)):
        probability = met[position]
        if probability is not None:
            low = teller.is_low(probability)
            ink = Ink(
                size=theme.LABEL_SIZE + 2,
                bold=True,
                colour=theme.BELOW_COLOUR if low else theme.DARK_GREY,
            )
            text = teller.chance(probability).split(NARROW_SPACE)[0]
            place = Place(panel.place(years[position], 0).x, row)
            canvas.text(place, text, ink, side="center")
