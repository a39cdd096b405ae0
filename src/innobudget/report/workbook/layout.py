"""Where everything stands: pages → lines with addresses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from textwrap import wrap

from innobudget.domain.scenario import Horizon
from innobudget.report import theme
from innobudget.report.tables import Cell, Page, PageTable, Role, Row, Simulated, text
from innobudget.report.workbook.fitting import LINE_HEIGHT, row_height
from innobudget.report.workbook.references import References

WIDEST_PRINT = 300
"""Of columns that are printed on one page. [characters]"""
POINTS_PER_PIXEL = 0.75
SHORTEST_PARAGRAPH = 90
"""Words may be wider than the columns of a short horizon. [characters]"""
ROOM = {Role.TITLE: 0.7, Role.MESSAGE: 0.9, Role.SECTION: 0.95, Role.NOTE: 1.15}
"""Letters per character of column width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One row of a sheet."""

    number: int
    """Its position, the first is 0."""
    cells: tuple[Cell | None, ...]
    """From the first column on."""
    height: float | None
    """None: that of a line. [points]"""
    simulated: Simulated | None
    """Further figures of the run."""
    level: int
    """How deep it stands in the outline."""
    stands_for: str
    """Row of inputs in whose place formulas draw on it; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSheet:
    """A page whose lines have their places."""

    page: Page
    """What it shows."""
    lines: tuple[SheetLine, ...]
    """From top to bottom, empty ones left out."""
    heading: int
    """Line that is repeated on every printed page."""
    scrolling: int
    """First line that scrolls; those above stay on screen."""
    start: int
    """First line below headings, or below the notes where each table has its own."""
    end: int
    """First line below all tables."""


@dataclass(frozen=True, kw_only=True)
class WorkbookLayout:
    """All sheets of a workbook with the addresses of their rows."""

    sheets: tuple[LaidSheet, ...]
    """In reading order."""
    references: References
    """Where every row stands that has a key."""


def lay_out(pages: tuple[Page, ...], horizon: Horizon) -> WorkbookLayout:
    """Give every row of every page its place."""
    sheets = []
    rows: dict[str, tuple[str, int]] = {}
    for page in pages:
        placed: list[tuple[Row, int]] = []
        heading, scrolling = 0, 1
        number = 0
        for row in (*_head(page), *_body(page)):
            if row is None:
                number += 1
                continue
            if row.key == f"{page.key}.headings":
                heading = number
            if row is page.status or (page.headings and row.cells is page.headings):
                scrolling = number + 1
            placed.append((row, number))
            number += 1
        lines = tuple(
            SheetLine(
                number=number,
                cells=row.cells,
                height=row_height(row.cells, page.widths),
                simulated=row.simulated,
                level=row.level,
                stands_for=row.stands_for,
            )
            for row, number in placed
        )
        top = len(list(_head(page)))
        sheet = LaidSheet(
            page=page,
            lines=lines,
            heading=heading,
            scrolling=scrolling,
            start=top,
            end=number + 1,
        )
        sheets.append(sheet)
        for row, number in placed:
            if row.key in rows:
                raise ValueError(f"two rows are called {row.key}")
            if row.key:
                rows[row.key] = (page.key, number)
    references = References(
        horizon=horizon,
        sheets={page.key: page.name for page in pages},
        rows=rows,
        names=_names(sheets),
        used=_used(sheets, rows),
    )
    return WorkbookLayout(sheets=tuple(sheets), references=references)


def _head(page: Page) -> Iterator[Row | None]:
    first, *others = _paragraph(page.heading, Role.TITLE, page)
    yield replace(first, key=f"{page.key}.title")
    yield from others
    if page.message:
        yield from _paragraph(page.message, Role.MESSAGE, page)
    yield from page.headline
    if page.status is not None:
        yield page.status
    for note in page.notes:
        yield from _paragraph(note, Role.NOTE, page)
    yield None
    yield from page.above
    if page.headings:
        yield Row(key=f"{page.key}.headings", cells=page.headings)


def _body(page: Page) -> Iterator[Row | None]:
    beside = list(_tables(page.tables[: page.charts_beside], page))
    yield from beside
    yield from [None] * _missing_lines(page, beside)
    if page.charts_beside:
        yield None
    yield from _tables(page.tables[page.charts_beside :], page)


def _tables(tables: tuple[PageTable, ...], page: Page) -> Iterator[Row | None]:
    for number, table in enumerate(tables):
        if number > 0:
            yield None
        yield from _table(table, page)


def _missing_lines(page: Page, rows: list[Row | None]) -> int:
    """Return how many empty lines the charts beside some rows need below these."""
    if not page.charts_beside:
        return 0
    stacked = page.charts_stacked or len(page.charts)
    needed = stacked * (theme.CHART_BESIDE[1] + theme.CHART_GAP) * POINTS_PER_PIXEL
    filled = sum((row and row_height(row.cells, page.widths)) or LINE_HEIGHT for row in rows)
    return max(0, ceil((needed - filled) / LINE_HEIGHT))


def _table(table: PageTable, page: Page) -> Iterator[Row | None]:
    if table.title:
        yield from _paragraph(table.title, Role.SECTION, page)
    if table.note:
        yield from _paragraph(table.note, Role.NOTE, page)
    if table.headings:
        yield Row(key=table.key, cells=table.headings)
    yield from table.rows


def _paragraph(value: str, role: Role, page: Page) -> Iterator[Row]:
    """Break a text that is longer than the page is wide; titles and notes overflow to the right.

    On a sheet whose first column is repeated on every page, notes stand beside it: what overflows
    from that column would be printed, cut off, on each.
    """
    beside = (None,) if page.printed_columns and role is Role.NOTE else ()
    room = sum(page.widths[len(beside) : page.printed_columns or None]) / printed_pages(page)
    width = max(SHORTEST_PARAGRAPH, int(room * ROOM[role]))
    for line in wrap(value, width) if len(value) > width else [value]:
        yield Row(cells=(*beside, text(line, role)))


def printed_pages(page: Page) -> int:
    """Return how many pages wide a sheet is printed: one, or more where it is very wide."""
    return max(1, ceil(sum(page.widths[: page.printed_columns]) / WIDEST_PRINT))


def _names(sheets: list[LaidSheet]) -> dict[tuple[str, int, int], str]:
    return {
        (sheet.page.key, line.number, column): cell.name
        for sheet in sheets
        for line in sheet.lines
        for column, cell in enumerate(line.cells)
        if cell is not None and cell.name
        if sum(other is not None and other.name == cell.name for other in line.cells) == 1
    }


def _used(
    sheets: list[LaidSheet], rows: Mapping[str, tuple[str, int]]
) -> dict[tuple[str, int, int], tuple[str, int]]:
    """Return the place of each input with the line of the cell that stands for it."""
    return {
        (*rows[line.stands_for], column): (sheet.page.key, line.number)
        for sheet in sheets
        for line in sheet.lines
        if line.stands_for
        for column, cell in enumerate(line.cells)
        if cell is not None and cell.formula
    }
