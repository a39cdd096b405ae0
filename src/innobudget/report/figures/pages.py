"""All charts as one document for print: a chart a page on A4, its table below."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import HEIGHT, WIDTH, Canvas, Ink, Place, Stroke
from innobudget.report.figures.chart import Chart, Grid, draw_chart
from innobudget.report.findings.teller import Teller
from innobudget.report.words import charts as words

A4 = (8.27, 11.69)
"""Upright. [inches]"""
POINTS = 72
SCALE = A4[0] * POINTS / WIDTH
"""The canvas is as wide as the page."""
FOOT = (HEIGHT - A4[1] * POINTS / SCALE) + 40
"""Where the page ends, below the canvas's own foot. [points of the canvas]"""
TOP = -24.0
"""Where the table begins. [points of the canvas]"""
ROW = 25.0
"""Height of a row at most. [points of the canvas]"""
LARGEST = 15.0
"""Size of the table's letters at most. [points of the canvas]"""
SMALLEST = 12.0
"""The same at least where names are long. [points of the canvas]"""
MOST_ROWS = 44
"""What fits in readable letters; of more rows every other, or third, is shown."""
SPACE = 18.0
"""Between two columns. [points of the canvas]"""
WORDY = 0.22
"""From this share of the page on a column holds words."""


def write_pages(path: Path, charts: Sequence[Chart], teller: Teller) -> None:
    """Write the document; the same results give the same bytes."""
    told = {
        "Title": teller.results.scenario.assumptions.name,
        "Subject": charts[0].finding.title,
        "Creator": "innobudget",
        "Producer": None,
        "CreationDate": None,
    }
    with PdfPages(path, metadata=told) as pages:
        for number, chart in enumerate(charts, start=1):
            numbers = teller.say(words.PAGE, page=number, pages=len(charts))
            pages.savefig(draw_page(chart, teller.source, numbers).figure)


def draw_page(chart: Chart, source: str, numbers: str) -> Canvas:
    """Draw a chart, its table and the page's number."""
    page = Canvas(
        figure=Figure(figsize=A4, facecolor=theme.WHITE),
        scale=SCALE,
        raised=A4[1] * POINTS - HEIGHT * SCALE,
    )
    draw_chart(page, chart, source)
    _write_table(page, chart.table)
    place = Place(WIDTH - theme.PRINT_MARGIN, FOOT - 16)
    page.text(place, numbers, Ink(size=theme.SOURCE_SIZE), side="right", level="bottom")
    return page


class Column(NamedTuple):
    """One column of the table. [points]"""

    left: float
    """Its left edge."""
    right: float
    """Its right edge."""
    wordy: bool
    """Whether it holds words, which begin at the left; figures end at the right."""

    @property
    def room(self) -> float:
        """What a cell may take."""
        return self.right - self.left - SPACE / 2


def _write_table(page: Canvas, table: Grid) -> None:
    """Write headings and rows below the chart, as large as they fit."""
    table = table._replace(rows=table.rows[:: -(-len(table.rows) // MOST_ROWS) or 1])
    each = min(ROW, (-FOOT - 40) / (len(table.rows) + 2.4))
    wide = WIDTH - 2 * theme.PRINT_MARGIN
    size = min(LARGEST, each * 0.62)
    while size > SMALLEST and sum(_needs(table, size)) > wide:
        size -= 0.5
    columns = _columns(table, size, wide)
    bold = Ink(size=size, bold=True)
    heads = [
        lettering.at_most(text, size, column.room, count=2, bold=True)
        for text, column in zip(table.headings, columns, strict=True)
    ]
    foot = TOP - max(lettering.height(text, size) for text in heads)
    for text, column in zip(heads, columns, strict=True):
        _write(page, text, column, foot, bold)
    rule = foot - 6
    page.line([(columns[0].left, rule), (columns[-1].right, rule)], Stroke(width=1.2))
    plain = Ink(size=size)
    for number, cells in enumerate(table.rows):
        base = rule - each * (number + 0.9)
        for text, column in zip(cells, columns, strict=True):
            _write(page, lettering.shortened(text, size, column.room), column, base, plain)


def _write(page: Canvas, text: str, column: Column, foot: float, ink: Ink) -> None:
    place = Place(column.left if column.wordy else column.right, foot)
    page.text(place, text, ink, side="left" if column.wordy else "right", level="bottom")


def _columns(table: Grid, size: float, wide: float) -> list[Column]:
    """Lay columns out: figures take what they need, words share what is left."""
    needed = _needs(table, size)
    wordy = [number == 0 or width > WORDY * wide for number, width in enumerate(needed)]
    figures = sum(width for width, is_wordy in zip(needed, wordy, strict=True) if not is_wordy)
    wished = sum(width for width, is_wordy in zip(needed, wordy, strict=True) if is_wordy)
    shrunk = min(1.0, (wide - figures) / wished)
    found, edge = [], theme.PRINT_MARGIN
    for width, is_wordy in zip(needed, wordy, strict=True):
        own = width * shrunk if is_wordy else width
        found.append(Column(edge, edge + own, is_wordy))
        edge += own
    return found


def _needs(table: Grid, size: float) -> list[float]:
    """Return how wide each column is with its cells whole and its heading in two lines."""
    found = []
    for number, heading in enumerate(table.headings):
        words = [lettering.width(word, size, bold=True) for word in heading.split(" ")]
        half = 0.62 * lettering.width(heading, size, bold=True) if len(words) > 1 else 0.0
        cells = [lettering.width(row[number], size) for row in table.rows]
        found.append(max([*cells, *words, half]) + SPACE)
    return found
