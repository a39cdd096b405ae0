"""How big can the hole be, and what reserve makes the budget safe?"""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing.axes import amounts_below, with_shares_left
from innobudget.report.drawing.callouts import Callout, callouts, in_free_corner, right_edge
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, Told, written
from innobudget.report.findings.budget import gap_finding
from innobudget.report.findings.measured import comes_out_even, holds
from innobudget.report.findings.teller import Scale, Teller, capital, joined
from innobudget.report.words import charts as words
from innobudget.report.words import findings

MARKED = (0.80, 0.90, 0.95)
"""Certainties whose reserve is marked on the curve."""
TABLE_STEP = 10
"""Every so many points of the curve are in the table."""
LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR = 0.07
"""A line so near the wanted confidence gives way to it."""


def budget_gap(teller: Teller) -> Chart | LeftOutChart:
    """Plot how sure the budget of the period is with a reserve of each amount."""
    points, outcome = teller.results.exceedance, teller.results.portfolio
    if not needs_reserve(teller):
        even = comes_out_even(teller.results)
        reason = findings.NO_GAP if even else findings.NO_CURVE
        return LeftOutChart("budget-gap", teller.say(reason))
    scale = gap_scale(teller)
    return Chart(
        stem="budget-gap",
        finding=gap_finding(teller),
        shown=joined(
            teller.say(
                words.GAP_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
            ),
            teller.red(holds(teller.results)),
        ),
        picture=teller.say(words.GAP_PICTURE),
        table=ChartTable(
            (
                teller.say(words.CERTAINTY),
                f"{capital(teller.say(words.RESERVE_HEADING))}, {scale.name}",
            ),
            tuple(
                _table_row(teller, scale, n) for n in range(TABLE_STEP - 1, len(points), TABLE_STEP)
            ),
        ),
        series=(
            Series(
                "exceedance",
                tuple(point.budget_gap for point in points),
                tuple(f"/exceedance/{number}/budget_gap" for number in range(len(points))),
            ),
            Series("reserve", (outcome.reserve_period,), ("/reserve_period",)),
            Series("holds", (holds(teller.results),), ("/probability_budget_holds_period",)),
        ),
        draw=lambda canvas, room: draw_gap(teller, canvas, room),
    )


def _table_row(teller: Teller, scale: Scale, number: int) -> tuple[str, ...]:
    point = teller.results.exceedance[number]
    certainty, reserve = 1 - point.probability, max(0.0, point.budget_gap)
    source = f"/exceedance/{number}/budget_gap" if reserve else ""
    return (Told(teller.chance(certainty), certainty), written(scale, reserve, source))


def needs_reserve(teller: Teller) -> bool:
    """Say whether a reserve makes the budget any safer."""
    return teller.results.exceedance[-1].budget_gap > HALF_AN_ORE


def gap_scale(teller: Teller) -> Scale:
    """Return how its amounts are written."""
    return teller.scale(max(0.0, point.budget_gap) for point in teller.results.exceedance)


def reserve_at(teller: Teller, certainty: float) -> float:
    """Return the reserve that makes the budget so sure. [currency]"""
    if certainty == teller.confidence:
        return float(teller.results.portfolio.reserve_period)
    found = min(teller.results.exceedance, key=lambda point: abs(1 - point.probability - certainty))
    return max(0.0, found.budget_gap)


def draw_gap(
    teller: Teller, canvas: Canvas, room: Rectangle, *, brief: Scale | None = None
) -> None:
    """Draw the curve of certainty against reserve, red below the wanted confidence.

    `brief` is the scale of the overview; there the marks are told in a corner that is free.
    """
    scale, wanted = brief or gap_scale(teller), _callouts(teller, brief)
    right = limits([0.0, teller.results.exceedance[-1].budget_gap], above=0.02)[1]
    if brief is None:
        told = [(item.at[0], item.text, item.ink) for item in wanted]
        right = right_edge((0.0, right), room.width - 90, told)
    inner = room.inset(bottom=30 if brief else 50, top=14, right=14)
    panel = _frame(teller, canvas, inner, right)
    curve = _curve(teller, panel)
    amounts_below(panel, scale.tick)
    for item in wanted:
        panel.marks([item.at], Mark(size=13), name="marked")
    if brief is None:
        place = Place(panel.room.right, panel.room.bottom - 48)
        axis = teller.say(words.GAP_AXIS, unit=scale.name)
        canvas.text(place, axis, side="right", level="bottom")
        callouts(panel, wanted, [teller.confidence])
    elif wanted:
        in_free_corner(panel, wanted, curve, teller.confidence)


def _frame(teller: Teller, canvas: Canvas, room: Rectangle, right: float) -> Panel:
    """Draw certainties at the left, as many as have room, and the wanted one across."""
    confidence = teller.confidence
    near = max(NEAR, 1.3 * theme.LABEL_SIZE / room.height)
    step = 1 if room.height * 0.25 > 1.3 * theme.LABEL_SIZE else 2
    panel = with_shares_left(
        canvas,
        room,
        across=(0.0, right),
        values=[(at, teller.chance(at)) for at in LINES[::step] if abs(at - confidence) > near],
    )
    wish = Stroke(colour=theme.BELOW_COLOUR, width=1.6, dashed=True)
    panel.line([(0.0, confidence), (right, confidence)], wish)
    bold = Ink(bold=True, colour=theme.BELOW_COLOUR)
    panel.text((0.0, confidence), teller.chance(confidence), bold, side="right", shift=(-8, 0))
    return panel


def _callouts(teller: Teller, brief: Scale | None) -> list[Callout]:
    """Return the marked certainties, the wanted one among them, above what holds already."""
    found = []
    for certainty in sorted({*MARKED, teller.confidence}):
        reserve = reserve_at(teller, certainty)
        if reserve > HALF_AN_ORE:
            amount = brief.write(reserve) if brief else teller.money(reserve)
            text = teller.say(words.RESERVE_POINT, chance=teller.chance(certainty), reserve=amount)
            own = Ink(bold=certainty == teller.confidence)
            found.append(Callout((reserve, certainty), text, own))
    return found


def _curve(teller: Teller, panel: Panel) -> list[tuple[float, float]]:
    """Draw it from no reserve on, red up to the wanted confidence, then blue; return its points."""
    now, wanted = holds(teller.results), teller.confidence
    reserve = teller.results.portfolio.reserve_period
    above = [
        (point.budget_gap, 1 - point.probability)
        for point in teller.results.exceedance
        if point.budget_gap > 0 and 1 - point.probability > now
    ]
    whole = [(0.0, now), *above]
    panel.line(whole, Stroke(colour=theme.OUTCOME_COLOUR, width=3.4), name="certainty")
    if now < wanted:
        low = [point for point in whole if point[1] < wanted]
        panel.line(
            [*low, (reserve, wanted)], Stroke(colour=theme.BELOW_COLOUR, width=3.6), name="below"
        )
        panel.marks(
            [(0.0, now)], Mark(fill=theme.BELOW_COLOUR, edge=theme.WHITE, size=15), name="holds"
        )
    return whole
