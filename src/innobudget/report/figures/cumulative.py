"""When is the money back?"""

from innobudget.domain.results import Spread
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import with_amounts_left, years_below
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, kept_apart, limits
from innobudget.report.figures.chart import (
    Chart,
    ChartTable,
    LeftOutChart,
    Series,
    spread_series,
)
from innobudget.report.findings.payback import payback_finding, planned_cumulative, spends
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import charts as words
from innobudget.report.words import findings

BANDS = (("p10", "p90"), ("p25", "p75"))
CUMULATIVE = "/measures/cumulative_net"
"""Where it stands in results.json."""
FOOT = 34.0
"""Below the fan, for the words about the payback year. [points]"""


def cumulative(teller: Teller) -> Chart | LeftOutChart:
    """Plot the fan of the cumulative net effect, the plan and the payback year."""
    if not spends(teller.results):
        return LeftOutChart("cumulative", teller.say(findings.NOTHING_SPENT))
    fan, plan = _fan(teller), planned_cumulative(teller.results)
    scale = _scale(teller)
    headings = (words.YEAR, words.PLAN, words.P10, words.MEDIAN, words.P90)
    made = "running sum of the first less the others"
    of_plan = tuple(f"/plan/{name}" for name in ("saving", "outlay", "disruption"))
    planned = Series("plan", tuple(plan), of_plan, made)
    series = spread_series("cumulative_net", fan, CUMULATIVE, "p10", "p25", "p50", "p75", "p90")
    return Chart(
        stem="cumulative",
        finding=payback_finding(teller),
        shown=teller.say(words.CUMULATIVE_SHOWN, unit=scale.name, prices=teller.prices),
        picture=teller.say(words.CUMULATIVE_PICTURE),
        table=ChartTable.of(
            map(teller.say, headings),
            map(str, teller.years),
            *(one.cells(scale, by_year=True) for one in (planned, *series[::2])),
        ),
        series=(*series, planned),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    """Draw the fan, the plan, and when the money is back."""
    years = teller.results.scenario.horizon.years
    scale, labels = _scale(teller), _labels(teller)
    foot = FOOT / room.height
    panel = with_amounts_left(
        canvas,
        room.inset(
            bottom=26,
            top=10,
            right=12 + max(lettering.width(text, theme.LABEL_SIZE) for _, text, _ in labels),
        ),
        across=(years[0] - 0.15, years[-1] + 0.15),
        upright=limits([0.0, *_amounts(teller)], below=0.04 + foot * 1.4, above=0.03),
        written=scale.tick,
    )
    _draw_fan(teller, panel)
    _plan(teller, panel)
    years_below(panel, years)
    _payback(teller, panel)
    _write_labels(panel, labels)


def _fan(teller: Teller) -> tuple[Spread, ...]:
    return teller.results.portfolio.measures["cumulative_net"]


def _scale(teller: Teller) -> Scale:
    """Return how its amounts are written."""
    return teller.scale(_amounts(teller))


def _amounts(teller: Teller) -> list[float]:
    return [*_ends(teller), *planned_cumulative(teller.results)]


def _ends(teller: Teller) -> list[float]:
    return [end for spread in _fan(teller) for end in (spread.p10, spread.p90)]


def _draw_fan(teller: Teller, panel: Panel) -> None:
    years, fan = teller.results.scenario.horizon.years, _fan(teller)
    spots = len(years) == 1
    for (low, high), fill in zip(BANDS, theme.FAN_COLOURS, strict=True):
        lows = [getattr(spread, low) for spread in fan]
        highs = [getattr(spread, high) for spread in fan]
        if spots:
            panel.box((years[0] - 0.05, years[0] + 0.05), (lows[0], highs[0]), fill)
            continue
        panel.band(years, lows, highs, fill, f"cumulative_net.{low}-{high}")
        for edge in (lows, highs):
            panel.line([*zip(years, edge, strict=True)], Stroke(colour=theme.MID_BLUE, width=0.8))
    panel.line([(panel.across[0], 0), (panel.across[1], 0)], Stroke(width=1.4))
    middles = [*zip(years, [spread.p50 for spread in fan], strict=True)]
    if spots:
        panel.marks(middles, Mark(), name="cumulative_net.p50")
    else:
        stroke = Stroke(colour=theme.OUTCOME_COLOUR, width=3.4)
        panel.line(middles, stroke, name="cumulative_net.p50")


def _plan(teller: Teller, panel: Panel) -> None:
    years = teller.results.scenario.horizon.years
    plan = [*zip(years, planned_cumulative(teller.results), strict=True)]
    if len(years) == 1:
        panel.marks(plan, Mark(shape="s", edge=theme.PLAN_COLOUR), name="plan")
    else:
        panel.line(plan, Stroke(colour=theme.PLAN_COLOUR, width=2.2, dashed=True), name="plan")


def _payback(teller: Teller, panel: Panel) -> None:
    """Mark the payback year and its range on the zero line, and name it at the foot."""
    payback = teller.results.portfolio.payback
    if payback.p50 is None or payback.p10 is None or not spends(teller.results):
        return
    late = payback.p90 or teller.results.scenario.horizon.last_year
    panel.line([(payback.p10, 0), (late, 0)], Stroke(colour=theme.WHITE, width=10))
    panel.line([(payback.p10, 0), (late, 0)], Stroke(colour=theme.BETTER_COLOUR, width=7))
    foot = panel.upright[0]
    stroke = Stroke(colour=theme.DARK_GREY, width=1.4)
    panel.line([(payback.p50, 0), (payback.p50, foot)], stroke)
    mark = Mark(shape="D", size=12, fill=theme.BETTER_COLOUR, edge=theme.DARK_GREY)
    panel.marks([(payback.p50, 0)], mark, name="payback")
    text = teller.say(words.PAYBACK_MARK, year=payback.p50)
    bold = Ink(size=theme.LABEL_SIZE + 1, bold=True)
    room_right = panel.room.right - panel.place(payback.p50, 0).x
    right = room_right > lettering.width(text, bold.size, bold=True) + 12
    panel.text(
        (payback.p50, foot),
        text,
        bold,
        side="left" if right else "right",
        level="bottom",
        shift=(8 if right else -8, 5),
    )


def _labels(teller: Teller) -> list[tuple[float, str, str]]:
    """Return the height, words and colour of what is named at the right."""
    last, plan = _fan(teller)[-1], planned_cumulative(teller.results)[-1]
    found = [
        (last.p50, teller.say(words.MEDIAN), theme.OUTCOME_COLOUR),
        (plan, teller.say(words.PLAN), theme.PLAN_COLOUR),
    ]
    if last.p90 > last.p10:
        found.append(((last.p50 + last.p75) / 2, teller.say(words.HALF), theme.MID_BLUE))
        found.append(((last.p75 + last.p90) / 2, teller.say(words.EIGHT_IN_TEN), theme.MID_BLUE))
    return found


def _write_labels(panel: Panel, labels: list[tuple[float, str, str]]) -> None:
    wanted = [panel.place(panel.across[1], height).y for height, _, _ in labels]
    gap = theme.LABEL_SIZE * 1.35
    heights = kept_apart(wanted, gap, panel.room.bottom + gap / 2, panel.room.top)
    for height, (_, text, colour) in zip(heights, labels, strict=True):
        own = Ink(colour=colour, bold=colour == theme.OUTCOME_COLOUR)
        panel.canvas.text(Place(panel.room.right + 8, height), text, own)
