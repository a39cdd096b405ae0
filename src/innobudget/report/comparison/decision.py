"""All scenarios in one chart: does the budget hold, at what reserve, and what of service."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import Standing
from innobudget.report import theme
from innobudget.report.chart_files import COMPARISON_STEMS
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.measured import falls, holds
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, Series, Told
from innobudget.report.findings.teller import joined
from innobudget.report.words import charts as common
from innobudget.report.words import comparison as words

WIDTHS = (100.0, 84.0, 104.0, 118.0)
"""Of the columns at the right at least. [points]"""
APART = 16.0
"""Between two of them at least. [points]"""
NAMES = 250.0
"""Of the scenarios, at most. [points]"""
TALLEST = 84.0
"""Height of a row at most. [points]"""


def decision_chart(findings: Findings) -> Chart:
    """Plot the probability that the budget holds, with what it takes to decide beside it."""
    comparison = findings.comparison
    standings = comparison.standings
    headings = (words.HOLDS_COLUMN, findings.less_column, *COLUMNS)
    low = any(_is_low(findings, item) for item in standings)
    red = findings.say(common.RED, confidence=findings.chance(_wanted(findings))) if low else ""
    return Chart(
        stem=COMPARISON_STEMS[0],
        finding=findings.decision(),
        shown=joined(findings.say(words.DECISION_SHOWN, period=findings.period), red),
        picture=findings.say(findings.picture),
        table=ChartTable(
            (
                findings.say(words.SCENARIO),
                *(findings.say(heading).replace("\n", " ") for heading in headings),
            ),
            tuple(
                (
                    findings.called(item),
                    Told(findings.chance(holds(item)), holds(item), _source(place)),
                    *_columns(findings, item),
                )
                for place, item in enumerate(standings)
            ),
        ),
        series=(
            Series(
                "holds",
                tuple(map(holds, standings)),
                tuple(map(_source, range(len(standings)))),
            ),
        ),
        draw=lambda canvas, room: _draw(findings, canvas, room),
        badge=findings.badge_of(comparison.scenarios),
    )


def _source(place: int) -> str:
    return f"/scenarios/{place}/probability_budget_holds_period"


COLUMNS = (words.RESERVE_COLUMN, words.BOOKING_COLUMN, words.SERVICE_COLUMN)
"""Beside the difference to another scenario."""


def _columns(findings: Findings, item: Standing) -> tuple[str, ...]:
    """Return the difference to the surest, reserve, safe booking and service, as written."""
    booked = item.booked_period
    shares = (item.portfolio.reserve_period, item.portfolio.safe_booking.amount_period)
    written = [
        findings.chance(max(0.0, share / booked)) if booked > HALF_AN_ORE else words.DASH
        for share in shares
    ]
    return (findings.less_sure(item), *written, findings.service(item))


def _wanted(findings: Findings) -> float:
    return findings.confidence


def _is_low(findings: Findings, item: Standing) -> bool:
    return holds(item) < _wanted(findings)


def _draw(findings: Findings, canvas: Canvas, room: Rectangle) -> None:
    standings = findings.comparison.standings
    names = [findings.called(item) for item in standings]
    rows = Rows.named(canvas, room.inset(top=52, bottom=30), names, widest=NAMES, tallest=TALLEST)
    panel = rows.panel((0.0, 1.0), right=sum(_widths(findings)) + 82)
    panel.lines_upright([0.0])
    for row, item in enumerate(standings):
        low = _is_low(findings, item)
        fill = theme.BELOW_COLOUR if low else theme.OUTCOME_COLOUR
        panel.box((0.0, holds(item)), (row + 0.2, row + 0.8), fill, name="holds")
        text = findings.chance(holds(item))
        panel.text((1.0, row + 0.5), text, Ink(bold=True), shift=(8, 0))
    heading = findings.say(words.HOLDS_COLUMN)
    panel.text((1.0, 0.0), heading, level="bottom", shift=(8, 6))
    wish = Stroke(colour=theme.BELOW_COLOUR, width=1.8, dashed=True)
    panel.line([(_wanted(findings), 0), (_wanted(findings), len(standings))], wish)
    text = findings.chance(_wanted(findings))
    place = Place(panel.place(_wanted(findings), 0).x, panel.room.bottom - 8)
    canvas.text(place, text, Ink(colour=theme.BELOW_COLOUR), side="center", level="top")
    _write_columns(findings, rows, room.right)


def _texts(findings: Findings) -> list[tuple[str, ...]]:
    """Return what stands in each of the columns."""
    rows = (_columns(findings, item) for item in findings.comparison.standings)
    return list(zip(*rows, strict=True))


def _widths(findings: Findings) -> list[float]:
    """Return how wide the columns are."""
    return [
        max(least, *(lettering.width(text, theme.LABEL_SIZE, bold=True) + APART for text in texts))
        for least, texts in zip(WIDTHS, _texts(findings), strict=True)
    ]


def _write_columns(findings: Findings, rows: Rows, right: float) -> None:
    columns = zip(
        _widths(findings), (findings.less_column, *COLUMNS), _texts(findings), strict=True
    )
    for width, heading, texts in reversed(list(columns)):
        is_service = heading is words.SERVICE_COLUMN
        inks = [Ink(bold=is_service and falls(item)) for item in findings.comparison.standings]
        rows.column(right, findings.say(heading), list(zip(texts, inks, strict=True)))
        right -= width
