"""Where the table of a sheet is: header rows, the columns' roles, the years."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from innobudget.io.layouts.profiles import SheetColumns
from innobudget.io.layouts.roles import Header, find_roles, roles_as_said
from innobudget.io.sheets import Sheet, column_letters, text_of
from innobudget.io.wording.columns import Role, normalise
from innobudget.io.wording.labels import parse_direction
from innobudget.io.wording.numerals import without_mark
from innobudget.io.wording.periods import (
    Period,
    cell_year,
    not_an_amount,
    parse_period,
    parse_version,
)

HEADER_WITHIN = 60
HEADER_ROWS = 3
_NUMBER = re.compile(r"[-+(]?[\d\s.,]*\d[\d\s.,]*[-)]?")


ROW = -1
"""Stands for a column where a mapping names rows by their numbers."""
ColumnTexts = tuple[tuple[int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand in one sheet; rows and columns count from 0."""

    header: tuple[int, int]
    """First and last header row."""
    headers: tuple[str, ...]
    """The text over each column, the rows of the header joined."""
    columns: Mapping[Role, int]
    """The column of each role that was found."""
    amounts: tuple[tuple[int, Period], ...]
    """Columns of amounts with the year that their header says; empty for long tables."""
    pair: tuple[int, ...] = ()
    """The columns of expenditure and of income in a table whose rows say their years."""
    chosen: bool = False
    """True where the user says which columns hold the amounts."""
    labels: tuple[int, ...] = ()
    """Columns that hold no amounts, shares or deviations."""
    last_row: int | None = None
    """The last row of the table, where the user says one."""
    keep: ColumnTexts = ()
    """Columns with the texts of the rows to read."""
    leave_out: ColumnTexts = ()
    """Columns with the texts of rows that are not read."""
    total_rows: ColumnTexts = ()
    """Columns with the texts of rows that are totals."""
    title: str = ""
    """What stands over one of several tables alone."""
    sides: tuple[tuple[int, str, int], ...] = ()
    """Column and text of the rows of a side: 1 for expenditure, -1 for income; `*` any text."""

    @property
    def first_row(self) -> int:
        """The first row below the header."""
        return self.header[1] + 1

    def rows_of(self, sheet: Sheet) -> range:
        """Return the rows below the header, down to the last one where the user says it."""
        return range(self.first_row, len(self.down_to_end(sheet).rows))

    def down_to_end(self, sheet: Sheet) -> Sheet:
        """Return the sheet without what stands below the last row, where the user says it."""
        if self.last_row is None or self.last_row + 1 >= len(sheet.rows):
            return sheet
        return replace(sheet, rows=sheet.rows[: self.last_row + 1])

    @property
    def amount_columns(self) -> tuple[int, ...]:
        """The columns that amounts stand in: one in a long table; none where none was found."""
        if self.pair and not self.amounts:
            return self.pair
        if "amount" in self.columns and not self.amounts:
            return (self.columns["amount"],)
        return tuple(column for column, _ in self.amounts)

    @property
    def score(self) -> float:
        """How much of a table this is; the header with the highest score is taken."""
        dated = [period for _, period in self.amounts if period.year or period.offset is not None]
        apart = len({self.headers[column] for column, _ in self.amounts})
        years = min(len(dated), apart, 4) + min(len(self.amounts) - len(dated), 2) / 2
        years -= (len(self.amounts) - apart) / 4
        dated_rows = 3 if self.pair or "year" in self.columns else 1
        long = dated_rows if (self.pair or "amount" in self.columns) and not self.amounts else 0
        rows = self.header[1] - self.header[0]
        return 3.0 * years + long + 2.0 * len(self.columns) - 0.5 * rows


def find_layout(sheet: Sheet) -> Layout | None:
    """Find the table of a sheet: the header that says most; None where there is none."""
    cells = SheetColumns(sheet)
    candidates = (_layout(sheet, rows, cells) for rows in _blocks(sheet))
    found = [layout for layout in candidates if layout is not None]
    return max(found, key=lambda layout: layout.score, default=None)


def name_of_column(layout: Layout, column: int) -> str:
    """Return a column's header; its letters where it has none or shares it."""
    header = layout.headers[column] if column < len(layout.headers) else ""
    return header if header and layout.headers.count(header) == 1 else column_letters(column)


def of_one_year(headers: Sequence[str], amount: int, year: int) -> tuple[tuple[int, Period], ...]:
    """Give the column of amounts its year, and every other one that has the same header."""
    said, period = normalise(headers[amount]), Period(year=year, version="adopted")
    others = (at for at, header in enumerate(headers) if said and normalise(header) == said)
    return tuple((at, period) for at in sorted({amount, *others}))


def label_columns(
    headers: Sequence[str], used: AbstractSet[int], worded: Callable[[int], bool]
) -> tuple[int, ...]:
    """Return the columns that hold no amounts, shares or deviations.

    Under a header that says a year, `Budget 2026`, only what is `worded`.
    """
    return tuple(
        column
        for column, header in enumerate(headers)
        if column not in used
        and not not_an_amount(header)
        and (parse_period(header) is None or worded(column))
    )


def layout_at(sheet: Sheet, rows: tuple[int, int], cells: SheetColumns | None = None) -> Layout:
    """Read the header at rows that the user names; above the first row there is none."""
    headers = _join(sheet, rows) if rows[1] >= 0 else ()
    headers += ("",) * (sheet.width - len(headers))  # the row of a caption is short
    columns, dated = roles_as_said(Header(rows, headers, cells or SheetColumns(sheet)))
    return Layout(header=rows, headers=headers, columns=columns, amounts=dated)


def header_layouts(sheet: Sheet) -> Iterator[Layout]:
    """Yield how each of the first rows, alone or with those above it, reads as a header."""
    cells = SheetColumns(sheet)
    return (layout_at(sheet, rows, cells) for rows in _blocks(sheet))


def find_column(headers: Sequence[str], wanted: str) -> int | None:
    """Return the column with a header, compared exactly, then without case, space and signs."""
    if wanted in headers:
        return headers.index(wanted)
    words = [normalise(header) for header in headers]
    return words.index(normalise(wanted)) if normalise(wanted) in words else None


def _blocks(sheet: Sheet) -> Iterator[tuple[int, int]]:
    for last in range(min(len(sheet.rows), HEADER_WITHIN)):
        if not any(sheet.rows[last]):
            continue
        for first in range(last, max(last - HEADER_ROWS, -1), -1):
            if sum(value is not None for value in sheet.rows[first]) < 2:
                break
            yield first, last


def _layout(sheet: Sheet, rows: tuple[int, int], cells: SheetColumns) -> Layout | None:
    if not _may_be_header(sheet, rows):
        return None
    headers = _join(sheet, rows)
    columns, dated, pair = find_roles(Header(rows, headers, cells))
    if not dated and not pair and "amount" not in columns:
        return None
    return Layout(header=rows, headers=headers, columns=columns, amounts=dated, pair=pair)


def guess_header(sheet: Sheet) -> tuple[Layout, list[int]]:
    """Return the likeliest header of a table that says no years, and its columns of numbers.

    For a proposal only: the user confirms it.
    """
    cells = SheetColumns(sheet)
    best, most = layout_at(sheet, (-1, -1), cells), 1
    for row in range(min(len(sheet.rows), HEADER_WITHIN)):
        texts = [text for value in sheet.rows[row] if (text := text_of(value))]
        if len(texts) <= most or any(map(_NUMBER.fullmatch, texts)):
            continue
        if any(cells.holds(column, row + 1) for column in range(len(sheet.rows[row]))):
            best, most = layout_at(sheet, (row, row), cells), len(texts)
    found = [
        column
        for column, header in enumerate(best.headers)
        if not not_an_amount(header) and cells.holds(column, best.first_row)
    ]
    return best, found


def _may_be_header(sheet: Sheet, block: tuple[int, int]) -> bool:
    """Say whether the numbers in some rows, where they have any, are years.

    In a single row they are different ones: the same year twice stands below or above words, or
    behind another word, over a table beside the first.
    """
    for row in range(block[0], block[1] + 1):
        cells = [without_mark(text_of(value)) for value in sheet.rows[row]]
        tables = groupby(filter(None, cells), lambda text: bool(_NUMBER.fullmatch(text)))
        runs = [list(run) for numbers, run in tables if numbers]
        twice = any(len(set(run)) < len(run) for run in runs) and block[0] == block[1]
        years = all(cell_year(text) for run in runs for text in run)
        if twice or not years or (sum(map(len, runs)) == 1 and _counts_on(sheet, row)):
            return False
    return True


def _counts_on(sheet: Sheet, row: int) -> bool:
    """Say whether a number stands among codes that rise: 1802, 1999, 2099."""
    for column in range(len(sheet.rows[row])):
        around = [sheet.text(at, column) for at in range(max(row - 1, 0), row + 2)]
        if len({len(text) for text in around}) == 1 and all(map(str.isdecimal, around)):
            numbers = [int(text) for text in around]
            if len(numbers) == 3 and numbers == sorted({*numbers}):
                return True
    return False


def _join(sheet: Sheet, block: tuple[int, int]) -> tuple[str, ...]:
    """Return the header over each column; a merged cell stands over every column it covers."""
    filled = {place: text for row in range(*block) for place, text in _once_said(sheet, row)}
    for top, left, bottom, right in sheet.merged:
        if block[0] <= top <= block[1] and bottom <= block[1]:
            text = sheet.text(top, left)
            filled.update({(top, column): text for column in range(left, right + 1)})
    rows = range(block[0], block[1] + 1)
    texts = (
        [filled.get((row, column)) or sheet.text(row, column) for row in rows]
        for column in range(max(len(sheet.rows[row]) for row in rows))
    )
    return tuple(" ".join(filter(None, own)) for own in texts)


def _once_said(sheet: Sheet, row: int) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield what stands once over several columns for the empty cells behind it: years, or sides.

    The last one stands over as many columns as the one before it; a single one over those whose
    own words below it are no versions, as those of areas are.
    """
    columns = range(len(sheet.rows[row]))
    years = [at for at in columns if parse_period(sheet.text(row, at))]
    years = years or [at for at in columns if parse_direction(sheet.text(row, at))]
    ends = [*years[1:], 2 * years[-1] - years[-2]] if len(years) > 1 else []
    if len(years) == 1 and row + 1 < len(sheet.rows):
        behind = range(years[0], len(sheet.rows[row + 1]))
        own = takewhile(lambda at: _names_part(sheet.text(row + 1, at)), behind)
        ends = [years[0] + len([*own])]
    for at, end in zip(years, ends, strict=False):
        empty = takewhile(lambda column: not sheet.text(row, column), range(at + 1, end))
        yield from (((row, column), sheet.text(row, at)) for column in empty)


def _names_part(text: str) -> bool:
    """Say whether a text names a part of a year's amounts: no number, version or share."""
    words = text.casefold()
    plain = any(map(str.isalpha, text)) and not not_an_amount(text)
    return plain and parse_version(words) == "other" and parse_period(text) is None
