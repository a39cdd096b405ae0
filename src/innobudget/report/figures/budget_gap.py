"""How big can the hole be?"""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing.axes import amounts_below, with_shares_left
from innobudget.report.drawing.callouts import Callout, callouts, right_edge
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Place, Room, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.figures.chart import Chart, Grid, Series
from innobudget.report.findings.budget import gap_finding
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import charts as words

TABLE_STEP = 10
"""Every so many points of the curve are in the table."""
LINES = (0.0, 0.25, 0.5, 0.75, 1.0)


def budget_gap(teller: Teller) -> Chart:
    """Plot the probability that more is missing over the budget period than an amount."""
    points, outcome = teller.results.exceedance, teller.results.portfolio
    scale = gap_scale(teller)
    headings = (words.PROBABILITY, words.AMOUNT_HEADING)
    return Chart(
        stem="budget-gap",
        finding=gap_finding(teller),
        shown=teller.say(
            words.GAP_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
        ),
        picture=teller.say(words.GAP_PICTURE),
        table=Grid(
            tuple(teller.say(word) for word in headings),
            tuple(
                (teller.chance(point.probability), scale.write(point.budget_gap))
                for point in points[TABLE_STEP - 1 :: TABLE_STEP]
            ),
        ),
        series=(
            Series(
                "exceedance",
                tuple(point.budget_gap for point in points),
                tuple(f"/exceedance/{number}/budget_gap" for number in range(len(points))),
            ),
            Series("reserve", (outcome.reserve_period,), ("/reserve_period",)),
            Series(
                "holds",
                (outcome.probability_budget_holds_period,),
                ("/probability_budget_holds_period",),
            ),
        ),
        draw=lambda canvas, room: draw_gap(teller, canvas, room),
    )


def gap_scale(teller: Teller) -> Scale:
    """Return how its amounts are written."""
    return teller.scale(point.budget_gap for point in teller.results.exceedance)


def draw_gap(teller: Teller, canvas: Canvas, room: Room, *, brief: bool = False) -> None:
    """Draw the curve, the hole below it, and the reserve."""
    gaps = [point.budget_gap for point in teller.results.exceedance]
    scale = gap_scale(teller)
    ink = Ink(size=theme.SMALL_SIZE if brief else theme.LABEL_SIZE)
    wanted = _callouts(teller, ink, brief=brief)
    left, right = limits([0.0, *gaps], below=0.03, above=0.02)
    told = [(item.at[0], item.text, item.ink) for item in wanted]
    right = right_edge((left, right), room.width - 75, told)
    panel = with_shares_left(
        canvas,
        room.inset(bottom=44, top=34 if brief else 46, right=20),
        across=(left, right),
        values=[(value, teller.chance(value)) for value in LINES],
        ink=ink,
    )
    _hole(teller, panel)
    _curve(teller, panel)
    amounts_below(panel, scale.tick, ink)
    foot = panel.room.bottom - 42
    panel.canvas.text(
        Place(panel.room.right, foot),
        teller.say(words.GAP_AXIS, unit=scale.name),
        ink,
        side="right",
        level="bottom",
    )
    if not brief and left < -0.15 * (right - left):
        panel.canvas.text(
            Place(panel.room.left, foot), teller.say(words.SURPLUS_AXIS), ink, level="bottom"
        )
    callouts(panel, wanted)


def _callouts(teller: Teller, ink: Ink, *, brief: bool) -> list[Callout]:
    outcome = teller.results.portfolio
    hole = 1 - outcome.probability_budget_holds_period
    bold = Ink(size=ink.size + 1, colour=theme.WORSE_COLOUR, bold=True)
    wanted = []
    if hole > 0:
        chance = teller.chance(hole)
        text = chance if brief else teller.say(words.HOLE_POINT, chance=chance)
        wanted.append(Callout((0.0, hole), text, bold))
    if outcome.reserve_period > HALF_AN_ORE:
        reserve = teller.money(outcome.reserve_period)
        enough = teller.often(teller.confidence)
        said = teller.say(words.RESERVE_POINT, reserve=reserve, enough=enough)
        short = gap_scale(teller).write(outcome.reserve_period)
        text = teller.say(words.RESERVE_SHORT, reserve=short) if brief else said
        wanted.append(Callout((outcome.reserve_period, 1 - teller.confidence), text, bold))
    return wanted


def _hole(teller: Teller, panel: Panel) -> None:
    """Fill what lies under the curve where money is missing, darker beyond the reserve."""
    outcome = teller.results.portfolio
    hole = 1 - outcome.probability_budget_holds_period
    beyond, reserve = 1 - teller.confidence, outcome.reserve_period
    under = [
        (point.budget_gap, point.probability)
        for point in teller.results.exceedance
        if point.budget_gap > 0
    ]
    if not under:
        return
    parts = [([(0.0, hole), *under], theme.GAP_FILLS[0])]
    if reserve > HALF_AN_ORE:
        tail = [(reserve, beyond), *(point for point in under if point[1] < beyond)]
        parts.append((tail, theme.GAP_FILLS[1]))
    for curve, fill in parts:
        panel.area([(curve[0][0], 0.0), *curve, (curve[-1][0], 0.0)], fill)


def _curve(teller: Teller, panel: Panel) -> None:
    outcome = teller.results.portfolio
    points = [(point.budget_gap, point.probability) for point in teller.results.exceedance]
    panel.line([(0.0, 0.0), (0.0, 1.0)], Stroke(width=1.4))
    panel.line(points, Stroke(colour=theme.OUTCOME_COLOUR, width=3.2), name="exceedance")
    mark = Mark(fill=theme.WORSE_COLOUR, edge=theme.WHITE, size=15)
    hole = 1 - outcome.probability_budget_holds_period
    if hole > 0:
        panel.marks([(0.0, hole)], mark, name="hole")
    if outcome.reserve_period > HALF_AN_ORE:
        at = (outcome.reserve_period, 1 - teller.confidence)
        panel.line([(at[0], 0.0), at], Stroke(colour=theme.WORSE_COLOUR, width=2, dashed=True))
        panel.marks([at], mark, name="reserve")
