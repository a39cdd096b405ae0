"""The decision on one page: verdict, four figures, three small charts, ways out."""

from collections.abc import Callable

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.figures.booked_savings import booked_amounts, draw_booked
from innobudget.report.figures.booked_to_achieved import draw_split
from innobudget.report.figures.budget_gap import draw_gap, needs_reserve
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, Told
from innobudget.report.findings.budget import verdict
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.measured import booked, comes_in_full, holds, mean_gap
from innobudget.report.findings.payback import planned_payback, spends
from innobudget.report.findings.service import service_finding
from innobudget.report.findings.teller import Scale, Teller, joined
from innobudget.report.findings.ways_out import WayTold, ways_finding, ways_told
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import chance_word

KEY_HEIGHT = 80.0
"""What the key figures take. [points]"""
WAYS_HEIGHT = 54.0
"""What the ways out take. [points]"""
BETWEEN = 26.0
"""Between the small charts. [points]"""
APART = 18.0
"""Between two ways out at least. [points]"""
NEVER = "/payback/never"
"""Where it stands in results.json how seldom the money comes back."""
LINE = 22.0
"""Of the lines at the foot. [points]"""


KeyFigure = tuple[str, str, tuple[Series, ...], bool]
"""As written, what it is, where it comes from, whether it is below the wanted confidence."""


def overview(teller: Teller, left_out: tuple[LeftOutChart, ...]) -> Chart:
    """Put verdict, four key figures, three small charts and ways out on one page."""
    figures = key_figures(teller)
    reasons = tuple(
        (teller.say(words.LEFT_OUT, chart=teller.say(words.QUESTIONS[out.stem])), out.reason)
        for out in left_out
    )
    ways = tuple((way.what, way.price) for way in ways_told(teller))
    found = [verdict(teller), ways_finding(teller), service_finding(teller), cases_finding(teller)]
    said = tuple(saying for finding in found for saying in finding.said)
    return Chart(
        stem="overview",
        finding=found[0]._replace(said=said),
        shown=joined(
            teller.say(words.AMOUNTS_IN, unit=one_scale(teller).name, prices=teller.prices),
            teller.red(0.0) if any(low for *_, low in figures) else "",
        ),
        picture=" ".join([teller.say(words.OVERVIEW_PICTURE), *_lines(teller)]),
        table=ChartTable(
            (teller.say(words.KEY_FIGURE), ""),
            (*map(_table_row, figures), *ways, *reasons),
        ),
        series=tuple(series for _, _, found, _ in figures for series in found),
        draw=lambda canvas, room: _draw(teller, canvas, room),
        badge=teller.badge_of([teller.scenario]),
    )


def _table_row(figure: KeyFigure) -> tuple[str, str]:
    text, label, series, _ = figure
    if not series:
        return label, text
    (value, *_), (source, *_) = series[0].values, series[0].source
    if source == NEVER:  # told as the chance that it is not so
        return label, Told(text, 1 - value)
    return label, Told(text, value, source)


def one_scale(teller: Teller) -> Scale:
    """Return how all amounts of the three charts are written."""
    far = max(0.0, teller.results.exceedance[-1].budget_gap)
    whole = [booked(teller.results), mean_gap(teller.results)]
    return teller.scale([*booked_amounts(teller), *whole, far])


def key_figures(teller: Teller) -> list[KeyFigure]:
    """Return the four figures."""
    return [_holds(teller), _met(teller), _reserve(teller), _payback(teller)]


def _holds(teller: Teller) -> KeyFigure:
    found = holds(teller.results)
    label = teller.say(words.KEY_HOLDS, word=chance_word(found, teller.language))
    series = Series("holds", (found,), ("/probability_budget_holds_period",))
    figure = teller.chance(found, wanted=teller.confidence)
    return figure, label, (series,), teller.is_low(found)


def _met(teller: Teller) -> KeyFigure:
    met = comes_in_full(teller.results)
    if met is None:
        return teller.say(words.NO_SAVINGS), teller.say(words.KEY_NONE), (), False
    label = teller.say(words.KEY_MET, word=chance_word(met, teller.language))
    series = Series("met", (met,), ("/probability_booked_met_period",))
    return teller.chance(met, wanted=teller.confidence), label, (series,), teller.is_low(met)


def _reserve(teller: Teller) -> KeyFigure:
    reserve = teller.results.portfolio.reserve_period
    label = teller.say(words.KEY_RESERVE, confidence=teller.chance(teller.confidence))
    figure = teller.money(reserve) if reserve > HALF_AN_ORE else teller.say(words.NO_AMOUNT)
    return figure, label, (Series("reserve", (reserve,), ("/reserve_period",)),), False


def _payback(teller: Teller) -> KeyFigure:
    payback, last = teller.results.portfolio.payback, teller.results.scenario.horizon.last_year
    never = Series("never", (payback.never,), (NEVER,))
    if not spends(teller.results):
        return teller.say(words.NO_AMOUNT), teller.say(words.KEY_NOTHING_SPENT), (), False
    if payback.p50 is None:
        back = round(1 - payback.never, 12)
        label = teller.say(words.KEY_NEVER, last=last, word=chance_word(back, teller.language))
        return teller.chance(back), label, (never,), teller.is_low(back)
    planned = planned_payback(teller.results)
    phrase = words.KEY_PAYBACK if planned else words.KEY_PAYBACK_UNPLANNED
    series = Series("payback", (float(payback.p50),), ("/payback/p50",))
    label = teller.say(phrase, planned=planned, last=last)
    return str(payback.p50), label, (series, never), False


def _lines(teller: Teller) -> list[str]:
    """Return the line about service, and the one about the investment to look at."""
    return [service_finding(teller).sentence, cases_finding(teller).sentence]


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    top = room.top
    foot = "\n".join(
        lettering.at_most(line, theme.LABEL_SIZE, room.width, count=2) for line in _lines(teller)
    )
    low = room.bottom + 4 + LINE * (1 + foot.count("\n"))
    high = low + WAYS_HEIGHT
    _key_figures(teller, canvas, Rectangle(room.left, top - KEY_HEIGHT, room.right, top))
    each = (room.width - BETWEEN * 2) / 3
    for number, (heading, draw) in enumerate(_small(teller)):
        left = room.left + number * (each + BETWEEN)
        part = Rectangle(left, high, left + each, top - KEY_HEIGHT - 6)
        bold = Ink(bold=True, colour=theme.DARK_BLUE)
        text = lettering.shortened(heading, bold.size, each, bold=True)
        canvas.text(Place(left, part.top), text, bold, level="top")
        draw(canvas, part.inset(top=22))
    _ways(teller, canvas, room._replace(bottom=low, top=high - 4))
    for number, line in enumerate(reversed(foot.split("\n"))):
        canvas.text(Place(room.left, room.bottom + 4 + number * LINE), line, level="bottom")


def _small(teller: Teller) -> tuple[tuple[str, Callable[[Canvas, Rectangle], None]], ...]:
    """Return the small charts: heading, and what draws it."""
    scale = one_scale(teller)

    def gap(canvas: Canvas, room: Rectangle) -> None:
        if needs_reserve(teller):
            draw_gap(teller, canvas, room, brief=scale)
        else:
            text = teller.say(words.NO_RESERVE_HERE)
            canvas.text(Place(room.left, room.top - 20), text, level="top")

    return (
        (
            teller.say(words.SMALL_BOOKED),
            lambda canvas, room: draw_booked(teller, canvas, room, brief=scale),
        ),
        (
            teller.say(words.SMALL_BAR, period=teller.period),
            lambda canvas, room: draw_split(teller, canvas, room, scale),
        ),
        (teller.say(words.SMALL_GAP), gap),
    )


def _ways(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    rule = [(room.left, room.top), (room.right, room.top)]
    canvas.line(rule, Stroke(colour=theme.LIGHT_GREY, width=1.2))
    ways = _ways_that_fit(teller, room)
    if not ways:
        text = ways_finding(teller).title
        canvas.text(Place(room.left, room.top - 10), text, level="top")
        return
    spare = (room.width - sum(width for _, width in ways)) / len(ways)
    place = Place(room.left, room.top - 6)
    for way, width in ways:
        _way(canvas, place, way, width)
        place = place._replace(x=place.x + width + min(max(spare, APART), 2 * BETWEEN))


def _way(canvas: Canvas, place: Place, way: WayTold, width: float) -> None:
    bold = Ink(bold=True, colour=theme.DARK_BLUE)
    what = lettering.shortened(way.what, bold.size, width, bold=True)
    canvas.text(place, what, bold, level="top")
    ink = Ink(colour=theme.BELOW_COLOUR if way.low else theme.DARK_GREY)
    price = lettering.shortened(way.price, ink.size, width)
    canvas.text(place._replace(y=place.y - LINE), price, ink, level="top")


def _ways_that_fit(teller: Teller, room: Rectangle) -> list[tuple[WayTold, float]]:
    """Return the ways out with the widths that they need; amounts without unit where that helps."""
    scale = one_scale(teller)
    for ways in (
        ways_told(teller),
        ways_told(teller, scale),
        ways_told(teller, scale, bare=True),
    ):
        found = [(way, _width(way)) for way in ways]
        needed = sum(width for _, width in found) + APART * (len(ways) - 1)
        if needed <= room.width:
            return found
    return [(way, width * room.width / needed) for way, width in found]


def _width(way: WayTold) -> float:
    size = theme.LABEL_SIZE
    return 0.1 + max(lettering.width(way.what, size, bold=True), lettering.width(way.price, size))


def _key_figures(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    figures = key_figures(teller)
    each = room.width / len(figures)
    size = theme.FIGURE_SIZE
    while any(lettering.width(figure, size, bold=True) > each - 26 for figure, *_ in figures):
        size -= 1
    for number, (figure, label, _, low) in enumerate(figures):
        left = room.left + number * each
        if number:
            rule = [(left - 12, room.bottom + 4), (left - 12, room.top - 2)]
            canvas.line(rule, Stroke(colour=theme.LIGHT_GREY, width=1.2))
        colour = theme.BELOW_COLOUR if low else theme.OUTCOME_COLOUR
        canvas.text(Place(left, room.top - 17), figure, Ink(size=size, bold=True, colour=colour))
        lines = lettering.at_most(label, theme.LABEL_SIZE, each - 20, count=2)
        canvas.text(Place(left, room.top - 38), lines, level="top")
