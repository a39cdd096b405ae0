"""All scenarios in one chart: does the budget hold, at what reserve, and what of service."""

from dataclasses import replace

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import Standing
from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.report import theme
from innobudget.report.chart_files import COMPARISON_STEMS
from innobudget.report.comparison.findings import MOVED, Findings
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Room, Stroke
from innobudget.report.drawing.panel import Panel
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, Grid, Series
from innobudget.report.findings.teller import Finding, joined
from innobudget.report.words import charts as common
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import number

WIDTHS = (100.0, 84.0, 104.0, 118.0)
"""Of the columns at the right. [points]"""
NAMES = 250.0
"""Of the scenarios, at most. [points]"""
TALLEST = 84.0
"""Height of a row at most. [points]"""


def decision_chart(findings: Findings) -> Chart:
    """Plot the probability that the budget holds, with what it takes to decide beside it."""
    comparison = findings.comparison
    standings = comparison.standings
    headings = (words.HOLDS_COLUMN, *COLUMNS)
    low = any(_is_low(findings, item) for item in standings)
    red = findings.say(common.RED, confidence=findings.chance(_wanted(findings))) if low else ""
    return Chart(
        stem=COMPARISON_STEMS[0],
        finding=Finding(_decision(findings), ""),
        shown=joined(findings.say(words.DECISION_SHOWN, period=findings.period), red),
        picture=findings.say(words.DECISION_PICTURE),
        table=Grid(
            (
                findings.say(words.SCENARIO),
                *(findings.say(heading).replace("\n", " ") for heading in headings),
            ),
            tuple(
                (findings.called(item), findings.chance(_holds(item)), *_columns(findings, item))
                for item in standings
            ),
        ),
        series=(
            Series(
                "holds",
                tuple(map(_holds, standings)),
                tuple(
                    f"/scenarios/{place}/probability_budget_holds_period"
                    for place in range(len(standings))
                ),
            ),
        ),
        draw=lambda canvas, room: _draw(findings, canvas, room),
    )


COLUMNS = (words.LESS_COLUMN, words.RESERVE_COLUMN, words.BOOKING_COLUMN, words.SERVICE_COLUMN)


def _columns(findings: Findings, item: Standing) -> tuple[str, ...]:
    """Return the difference to the surest, reserve, safe booking and service, as written."""
    booked = item.booked_period
    shares = (item.portfolio.reserve_period, item.portfolio.safe_booking.amount_period)
    written = [
        findings.chance(max(0.0, share / booked)) if booked > HALF_AN_ORE else words.DASH
        for share in shares
    ]
    return (_less_sure(findings, item), *written, _service(findings, item))


def _holds(item: Standing) -> float:
    return float(item.estimates.probability_budget_holds.value)


def _wanted(findings: Findings) -> float:
    return findings.confidence


def _is_low(findings: Findings, item: Standing) -> bool:
    return _holds(item) < _wanted(findings)


def _draw(findings: Findings, canvas: Canvas, room: Room) -> None:
    standings = findings.comparison.standings
    names = [findings.called(item) for item in standings]
    rows = Rows.named(canvas, room.inset(top=52, bottom=30), names, widest=NAMES, tallest=TALLEST)
    panel = Panel(
        canvas=canvas,
        room=rows.pictures.inset(right=sum(WIDTHS) + 82),
        across=(0.0, 1.0),
        upright=(len(standings), 0),
    )
    panel.lines_upright([0.0])
    for row, item in enumerate(standings):
        low = _is_low(findings, item)
        fill = theme.BELOW_COLOUR if low else theme.OUTCOME_COLOUR
        panel.box((0.0, _holds(item)), (row + 0.2, row + 0.8), fill, name="holds")
        text = findings.chance(_holds(item))
        panel.text((1.0, row + 0.5), text, Ink(bold=True), shift=(8, 0))
    wish = Stroke(colour=theme.BELOW_COLOUR, width=1.8, dashed=True)
    panel.line([(_wanted(findings), 0), (_wanted(findings), len(standings))], wish)
    text = findings.chance(_wanted(findings))
    place = Place(panel.place(_wanted(findings), 0).x, panel.room.bottom - 8)
    canvas.text(place, text, Ink(colour=theme.BELOW_COLOUR), side="center", level="top")
    _write_columns(findings, rows, room.right)


def _write_columns(findings: Findings, rows: Rows, right: float) -> None:
    columns = list(
        zip(*(_columns(findings, item) for item in findings.comparison.standings), strict=True)
    )
    for width, heading, texts in reversed(list(zip(WIDTHS, COLUMNS, columns, strict=True))):
        falls = heading is words.SERVICE_COLUMN
        inks = [Ink(bold=falls and findings.falls(item)) for item in findings.comparison.standings]
        rows.column(right, findings.say(heading), list(zip(texts, inks, strict=True)))
        right -= width


def _decision(findings: Findings) -> str:
    """Say with which scenario the budget holds most surely, and what becomes of service."""
    standings = findings.comparison.standings
    first = max(standings, key=_holds)
    are_two = len(standings) == 2 and _same_cases(findings)
    if are_two and not findings.holds_as_well(*standings):
        return findings.say(
            words.SAME_CASES,
            one=findings.called(standings[0]),
            other=findings.called(standings[1]),
            holds=findings.chance(_holds(standings[0])),
            less=findings.chance(_holds(standings[1])),
        )
    told = findings.budget_holds()
    best = [item for item in standings if item is first or findings.holds_as_well(first, item)]
    return findings.with_service(told, best)


def _same_cases(findings: Findings) -> bool:
    """Say whether all scenarios are the same investments, but for their booking."""
    first, *others = [_unbooked(scenario) for scenario in findings.comparison.scenarios]
    return all(other == first for other in others)


def _service(findings: Findings, standing: Standing) -> str:
    """Say what becomes of service in a scenario: `stiger 8 af 9`."""
    ways = standing.service
    up, down = sum(way >= MOVED for way in ways), sum(way <= -MOVED for way in ways)
    if not up and not down:
        return findings.say(words.SERVICE_SAME) if ways else words.DASH
    phrase = words.SERVICE_UP if up >= down else words.SERVICE_DOWN
    return findings.say(phrase, count=max(up, down), of=len(ways))


def _less_sure(findings: Findings, standing: Standing) -> str:
    """Say how much less sure the budget is than with the surest scenario, in points."""
    standings = findings.comparison.standings
    first = max(standings, key=_holds)
    if standing is first:
        return words.DASH
    if findings.holds_as_well(first, standing):
        return findings.say(words.THE_SAME)
    found, sign = findings.comparison.difference(standing.id, first.id)
    points = sign * found.estimates.probability_budget_holds.value * 100
    return findings.say(words.POINTS, points=number(points, findings.language))


def _unbooked(scenario: Scenario) -> tuple[Investment, ...]:
    """Return its investments as they are carried out, whatever is booked of them."""
    return tuple(replace(item, booked=None) for item in scenario.enabled)
