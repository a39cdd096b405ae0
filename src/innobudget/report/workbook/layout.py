"""Where everything stands: pages → lines with addresses, formulas → cell references."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from textwrap import wrap

from innobudget.domain.years import Horizon
from innobudget.report.tables import Cell, Page, Role, Row, Simulated, Table, text

VALUE_COLUMN = 3
"""Where constants and period figures stand on every page."""
FIRST_YEAR_COLUMN = 4
"""Where the base year stands on every page that has years."""
LINE_HEIGHT = 15.0
"""Of a line of words. [points]"""
HIGHEST = 400.0
"""Excel shows no higher row. [points]"""
HEIGHTS = {Role.TITLE: 24.0, Role.MESSAGE: 21.0, Role.SECTION: 18.0}
"""Of rows in larger letters. [points]"""
FITTING = {Role.LABEL: 1.2, Role.HEADING: 0.9}
"""Letters per character of column width, where words are broken."""
SHORTEST_PARAGRAPH = 90
"""Words may be wider than the columns of a short horizon. [characters]"""
ROOM = {Role.TITLE: 0.55, Role.MESSAGE: 0.68, Role.SECTION: 0.75, Role.NOTE: 0.9}
"""Letters per character of column width."""

_REFERENCE = re.compile(r"\[([\w.-]+?)(?:\.\.([\w.-]+?))?(?:@([A-Za-z0-9:+-]+))?\]")
_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands."""

    page: str
    """Key of its page."""
    line: int
    """Its line, the first is 0."""
    column: int
    """Its column, the first is 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a sheet."""

    number: int
    """Its position, the first is 0."""
    cells: tuple[Cell | None, ...]
    """From the first column on."""
    height: float | None
    """None: that of a line. [points]"""
    simulated: Simulated | None
    """Further figures of the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page whose lines have their places."""

    page: Page
    """What it shows."""
    lines: tuple[Line, ...]
    """From top to bottom, empty ones left out."""
    heading: int | None
    """Line of the page's headings."""
    start: int
    """First line below headings, or below the notes where each table has its own."""
    end: int
    """First line below all tables."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """All sheets of a workbook with the addresses of their rows."""

    horizon: Horizon
    """The years across."""
    sheets: tuple[Sheet, ...]
    """In reading order."""
    rows: Mapping[str, tuple[Sheet, int]]
    """Sheet and line of every row that has a key."""
    names: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    """Defined names of single cells by page, line and column."""

    def formula(self, template: str, place: "Place") -> str:
        """Return a formula as the cell at a place has it, without the equals sign."""
        return _REFERENCE.sub(lambda found: self._reference(found, place), template)

    def address(self, key: str) -> str:
        """Return a row's address for people and links, `Results!A12`."""
        sheet, line = self.rows[key]
        return f"{quoted(sheet.page.name)}!A{line + 1}"

    def area(self, key: str, columns: str) -> tuple[str, int, int, int, int]:
        """Return sheet name, first line and column, last line and column of a row's cells."""
        sheet, line = self.rows[key]
        first, last = self._columns(columns, 0)
        return sheet.page.name, line, first.number, line, last.number

    def _reference(self, found: re.Match[str], place: "Place") -> str:
        key, end, columns = found.groups()
        sheet, line = self.rows[key]
        first, last = self._columns(columns or "+0", place.column)
        name = self.names.get((sheet.page.key, line, first.number))
        if name and first == last and end is None and first.fixed:
            return name
        elsewhere = sheet.page.key != place.page
        prefix = quoted(sheet.page.name) + "!" if elsewhere else ""
        fixed = "$" if elsewhere or end is not None or line != place.line else ""
        bottom = line if end is None else self.rows[end][1]
        start, stop = f"{first}{fixed}{line + 1}", f"{last}{fixed}{bottom + 1}"
        return prefix + (start if start == stop and end is None else f"{start}:{stop}")

    def _columns(self, columns: str, own: int) -> tuple["Column", "Column"]:
        first_year = _year(1)
        match columns:
            case "value":
                first = last = Column(VALUE_COLUMN, fixed=True)
            case "years":
                first, last = first_year, _year(self.horizon.length)
            case "period":
                first, last = first_year, _year(self.horizon.period)
            case "label":
                first = last = Column(0, fixed=True)
            case "to":
                first, last = first_year, Column(own, fixed=False)
            case _:
                ends = [_column(part, own) for part in columns.split(":")]
                first, last = ends[0], ends[-1]
        return first, last


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet, as a reference writes it."""

    number: int
    """Its position, the first is 0."""
    fixed: bool
    """Whether it stays when the formula is copied across."""

    def __str__(self) -> str:
        """Return its letters, after a dollar sign where it is fixed."""
        return ("$" if self.fixed else "") + letters(self.number)


def _year(number: int) -> Column:
    return Column(FIRST_YEAR_COLUMN + number - 1, fixed=True)


def letters(column: int) -> str:
    """Return the letters of a column.

    Examples
    --------
    >>> letters(0), letters(25), letters(26), letters(702)
    ('A', 'Z', 'AA', 'AAA')

    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _column(written: str, own: int) -> Column:
    if written[0] in "+-":
        return Column(own + int(written), fixed=False)
    number = 0
    for letter in written:
        number = 26 * number + ord(letter) - ord("A") + 1
    return Column(number - 1, fixed=True)


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas write it.

    Examples
    --------
    >>> quoted("Plan"), quoted("Regn selv")
    ('Plan', "'Regn selv'")

    """
    return sheet if _PLAIN_SHEET.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"


def lay_out(pages: tuple[Page, ...], horizon: Horizon) -> Layout:
    """Give every row of every page its place."""
    sheets = []
    rows: dict[str, tuple[Sheet, int]] = {}
    for page in pages:
        placed: list[tuple[Row, int]] = []
        heading: int | None = None
        number = 0
        for row in _rows(page):
            if row is None:
                number += 1
                continue
            if row.key == f"{page.key}.headings":
                heading = number
            placed.append((row, number))
            number += 1
        lines = tuple(
            Line(
                number=number,
                cells=row.cells,
                height=_height(row.cells, page.widths),
                simulated=row.simulated,
            )
            for row, number in placed
        )
        top = len(list(_rows(replace(page, tables=()))))
        sheet = Sheet(page=page, lines=lines, heading=heading, start=top, end=number + 1)
        sheets.append(sheet)
        for row, number in placed:
            if row.key in rows:
                raise ValueError(f"two rows are called {row.key}")
            if row.key:
                rows[row.key] = (sheet, number)
    return Layout(horizon=horizon, sheets=tuple(sheets), rows=rows, names=_names(sheets))


def _rows(page: Page) -> Iterator[Row | None]:
    yield from _paragraph(page.title, Role.TITLE, page)
    if page.message:
        yield from _paragraph(page.message, Role.MESSAGE, page)
    for note in page.notes:
        yield from _paragraph(note, Role.NOTE, page)
    if page.status is not None:
        yield page.status
    yield None
    yield from page.above
    if page.headings:
        yield Row(key=f"{page.key}.headings", cells=page.headings)
    for number, table in enumerate(page.tables):
        if number > 0:
            yield None
        yield from _table(table, page)


def _table(table: Table, page: Page) -> Iterator[Row | None]:
    if table.title:
        yield from _paragraph(table.title, Role.SECTION, page)
    if table.note:
        yield from _paragraph(table.note, Role.NOTE, page)
    if table.headings:
        yield Row(key=table.key, cells=table.headings)
    yield from table.rows


def _paragraph(value: str, role: Role, page: Page) -> Iterator[Row]:
    """Break a text that is longer than the page is wide; titles and notes overflow to the right."""
    width = max(SHORTEST_PARAGRAPH, int(sum(page.widths) * ROOM[role]))
    for line in wrap(value, width) if len(value) > width else [value]:
        yield Row(cells=(text(line, role),))


def _height(cells: tuple[Cell | None, ...], widths: tuple[float, ...]) -> float | None:
    """Return the height of a row whose words are broken to the width of their columns."""
    if cells and cells[0] is not None and cells[0].role in HEIGHTS:
        return HEIGHTS[cells[0].role]
    lines = max(
        (
            _broken(cell.value, width * FITTING[cell.role])
            for cell, width in zip(cells, widths, strict=False)
            if cell is not None and cell.role in FITTING and isinstance(cell.value, str)
        ),
        default=1,
    )
    return None if lines == 1 else min(HIGHEST, LINE_HEIGHT * lines)


def _broken(value: str, width: float) -> int:
    """Return how many lines a text takes in a column of a width. [characters]"""
    room = max(5, int(width))
    return sum(max(1, len(wrap(part, room))) for part in value.splitlines() or [""])


def _names(sheets: list[Sheet]) -> dict[tuple[str, int, int], str]:
    return {
        (sheet.page.key, line.number, column): cell.name
        for sheet in sheets
        for line in sheet.lines
        for column, cell in enumerate(line.cells)
        if cell is not None and cell.name and column == VALUE_COLUMN
    }
