"""All charts as one document for print: two charts a page on A4, each with its table beside."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from matplotlib.backends.backend_pdf import Name, PdfPages
from matplotlib.figure import Figure

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import HEIGHT, WIDTH, Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.figures.chart import Chart, ChartTable, draw_chart
from innobudget.report.findings.teller import Teller
from innobudget.report.words import charts as words
from innobudget.report.words import publication

POINTS = 72
A4 = (11.69, 8.27)
"""Lying. [inches]"""
PAGE = (A4[0] * POINTS, A4[1] * POINTS)
"""The same. [points]"""
HALF = 0.5
"""Scale of a chart that has half a page, its table beside it."""
WHOLE = 0.80, A4[0] * POINTS / WIDTH
"""Scale of a chart that has a page, its table below it: at least, and as wide as the page."""
LEGIBLE = 7.5
"""Size of the letters of that table, for which the chart gives way. [points]"""
BETWEEN = 1.45
"""From one row to the next, as a share of the letters' size."""
LARGEST = 16.0
"""Size of the table's letters at most. [points of the canvas]"""
SMALLEST = 14.0
"""The same at least where names are long. [points of the canvas]"""
MOST_ROWS = 18
"""What fits in readable letters; of more rows every other, or third, is shown."""
OF_ROW, HEADING_ROWS = 0.72, 2.4
"""What the letters are of a row, and how many rows the headings take."""
SPACE = 18.0
"""Between two columns. [points of the canvas]"""
WORDY = 0.22
"""From this share of the table on a column holds words."""
LANGUAGES = {"da": "da-DK", "en": "en-GB"}
"""For those who have the document read aloud."""


def write_pages(path: Path, charts: Sequence[Chart], teller: Teller, *, html: bool = False) -> None:
    """Write the document; the same results give the same bytes.

    Its first line says that report.html is the accessible edition, where there is one.
    """
    told = {
        "Title": teller.results.scenario.assumptions.name,
        "Subject": charts[0].finding.title,
        "Creator": "innobudget",
        "Producer": None,
        "CreationDate": None,
    }
    with PdfPages(path, metadata=told) as pages:
        for number, own in enumerate(shared(charts), start=1):
            numbers = teller.say(words.PAGE, page=number, pages=len(list(shared(charts))))
            page = draw_page(own, teller.source, numbers)
            if html and number == 1:
                _refer(page, teller.say(publication.NOT_ACCESSIBLE))
            pages.savefig(page)
        _make_findable(pages, charts, LANGUAGES.get(teller.language, teller.language))


def shared(charts: Sequence[Chart]) -> Iterator[Sequence[Chart]]:
    """Yield the charts of each page: the first by itself, then two and two.

    Of an even number the last has a page, so that none is half empty.
    """
    first, *others = charts
    yield [first]
    for number in range(0, len(others), 2):
        yield others[number : number + 2]


def page_numbers(charts: Sequence[Chart]) -> list[int]:
    """Return the page of each chart, the first is 1."""
    return [number for number, own in enumerate(shared(charts), start=1) for _ in own]


def draw_page(charts: Sequence[Chart], source: str, numbers: str) -> Figure:
    """Draw one chart with its table below it, or two with theirs beside them."""
    page = Figure(figsize=A4, facecolor=theme.WHITE)
    scale = _whole(len(charts[0].table.rows)) if len(charts) == 1 else HALF
    used = HEIGHT * scale
    for number, chart in enumerate(charts):
        raised = PAGE[1] - used - 6 if len(charts) == 1 else PAGE[1] / 2 * (1 - number) + 3
        canvas = Canvas(figure=page, scale=scale, raised=raised)
        draw_chart(canvas, chart, source)
        right = PAGE[0] / scale - theme.PRINT_MARGIN
        if len(charts) == 1:
            room = Rectangle(theme.PRINT_MARGIN, 24 - raised / scale, right, -6)
        else:
            room = Rectangle(WIDTH + 24, 16, right, HEIGHT - 24)
        _write_table(canvas, chart.table, room)
    foot = Canvas(figure=page, scale=HALF)
    place = Place(PAGE[0] / HALF - theme.PRINT_MARGIN, 8)
    foot.text(place, numbers, Ink(size=theme.SOURCE_SIZE), side="right", level="bottom")
    return page


def _refer(page: Figure, text: str) -> None:
    """Write above everything where those should read who cannot read this."""
    least, _ = WHOLE
    place = Place(theme.PRINT_MARGIN, PAGE[1] / least - 4)
    canvas = Canvas(figure=page, scale=least)
    canvas.text(place, text, Ink(size=theme.SOURCE_SIZE), level="top", name="referring")


def _whole(rows: int) -> float:
    """Return the scale of a chart above a table of so many rows."""
    table = LEGIBLE * (rows + HEADING_ROWS) / OF_ROW
    least, widest = WHOLE
    return max(least, min(widest, (PAGE[1] - 36 - table) / HEIGHT))


def _make_findable(pages: PdfPages, charts: Sequence[Chart], language: str) -> None:
    """Add bookmarks and the language, which matplotlib has no way to ask for.

    The document's root is written once more: readers take the later one.
    """
    file: Any = pages._ensure_file()  # type: ignore[no-untyped-call]  # noqa: SLF001
    name: Callable[[str], object] = Name
    outlines = file.reserveObject("outlines")
    marks = [file.reserveObject("bookmark") for _ in charts]
    for number, (mark, chart, page) in enumerate(
        zip(marks, charts, page_numbers(charts), strict=True)
    ):
        entry = {
            "Title": chart.finding.title,
            "Parent": outlines,
            "Dest": [file.pageList[page - 1], name("Fit")],
        }
        if number:
            entry["Prev"] = marks[number - 1]
        if number + 1 < len(marks):
            entry["Next"] = marks[number + 1]
        file.writeObject(mark, entry)
    ends = {"First": marks[0], "Last": marks[-1], "Count": len(marks)}
    file.writeObject(outlines, {"Type": name("Outlines"), **ends})
    root = {
        "Type": name("Catalog"),
        "Pages": file.pagesObject,
        "Lang": language,
        "Outlines": outlines,
        "PageMode": name("UseOutlines"),
    }
    file.writeObject(file.rootObject, root)


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


def _write_table(page: Canvas, table: ChartTable, room: Rectangle) -> None:
    """Write headings and rows into a room, as large as they fit."""
    table = table._replace(rows=table.rows[:: -(-len(table.rows) // MOST_ROWS) or 1])
    size = min(LARGEST, OF_ROW * room.height / (len(table.rows) + HEADING_ROWS))
    while size > SMALLEST and sum(_needs(table, size)) > room.width:
        size -= 0.5
    columns = _columns(table, size, room)
    bold, plain = Ink(size=size, bold=True), Ink(size=size)
    heads = [
        lettering.at_most(text, size, column.room, count=3, bold=True)
        for text, column in zip(table.headings, columns, strict=True)
    ]
    foot = room.top - max(lettering.height(text, size) for text in heads)
    for text, column in zip(heads, columns, strict=True):
        _write(page, text, column, foot, bold)
    base = foot - 6
    page.line([(columns[0].left, base), (columns[-1].right, base)], Stroke(width=1.2))
    spare = base - room.bottom - len(table.rows) * size * BETWEEN
    for cells in table.rows:
        most = 2 if spare > size * lettering.LINE else 1
        texts = [
            lettering.at_most(text, size, column.room, count=most)
            for text, column in zip(cells, columns, strict=True)
        ]
        used = max(text.count("\n") for text in texts) * size * lettering.LINE
        base, spare = base - size * BETWEEN - used, spare - used
        for text, column in zip(texts, columns, strict=True):
            _write(page, text, column, base, plain)


def _write(page: Canvas, text: str, column: Column, foot: float, ink: Ink) -> None:
    place = Place(column.left if column.wordy else column.right, foot)
    page.text(place, text, ink, side="left" if column.wordy else "right", level="bottom")


def _columns(table: ChartTable, size: float, room: Rectangle) -> list[Column]:
    """Lay columns out: figures take what they need, words share what is left."""
    needed, wide = _needs(table, size), room.width
    widest = [
        max((lettering.width(row[number], size) for row in table.rows), default=0.0)
        for number in range(len(needed))
    ]
    wordy = [number == 0 or width > WORDY * wide for number, width in enumerate(widest)]
    figures = sum(width for width, is_wordy in zip(needed, wordy, strict=True) if not is_wordy)
    wished = sum(width for width, is_wordy in zip(needed, wordy, strict=True) if is_wordy)
    shrunk = min(1.0, (wide - figures) / wished)
    found, edge = [], room.left
    for width, is_wordy in zip(needed, wordy, strict=True):
        own = width * shrunk if is_wordy else width
        found.append(Column(edge, edge + own, is_wordy))
        edge += own
    return found


def _needs(table: ChartTable, size: float) -> list[float]:
    """Return how wide each column is with its cells whole and its heading in three lines."""
    found = []
    for number, heading in enumerate(table.headings):
        words = [lettering.width(word, size, bold=True) for word in heading.split(" ")]
        third = 0.45 * lettering.width(heading, size, bold=True) if len(words) > 1 else 0.0
        cells = [lettering.width(row[number], size) for row in table.rows]
        found.append(max([*cells, *words, third]) + SPACE)
    return found
