"""Where the table of a sheet is: header rows, the columns' roles, the years."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from innobudget.io.layouts.numeric import NumericColumns
from innobudget.io.sheets import Sheet, column_letters, text_of
from innobudget.io.wording.columns import WORDS, Role, find_columns, normalise
from innobudget.io.wording.periods import (
    Period,
    is_budget,
    not_an_amount,
    parse_period,
    parse_version,
)

HEADER_WITHIN = 60
HEADER_ROWS = 3
OTHER_NUMBERS = 5
_NUMBER = re.compile(r"[-+(]?[\d\s.,]*\d[\d\s.,]*[-)]?")
_YEAR = re.compile(r"19[5-9]\d|20\d\d")


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

    @property
    def first_row(self) -> int:
        """The first row below the header."""
        return self.header[1] + 1

    @property
    def amount_columns(self) -> tuple[int, ...]:
        """The columns that amounts stand in: one in a long table; none where none was found."""
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
        long = "amount" in self.columns and not self.amounts
        rows = self.header[1] - self.header[0]
        return 3.0 * (years + long) + 2.0 * len(self.columns) - 0.5 * rows


def find_layout(sheet: Sheet) -> Layout | None:
    """Find the table of a sheet: the header that says most; None where there is none."""
    numeric = NumericColumns(sheet)
    candidates = (_layout(sheet, block, numeric) for block in _blocks(sheet))
    found = [layout for layout in candidates if layout is not None]
    return max(found, key=lambda layout: layout.score, default=None)


def name_of_column(layout: Layout, column: int) -> str:
    """Return a column's header; its letters where it has none or shares it."""
    header = layout.headers[column] if column < len(layout.headers) else ""
    return header if header and layout.headers.count(header) == 1 else column_letters(column)


def label_columns(headers: Sequence[str], used: AbstractSet[int]) -> tuple[int, ...]:
    """Return the columns that hold no amounts, shares or deviations."""
    return tuple(
        column
        for column, header in enumerate(headers)
        if column not in used and not not_an_amount(header) and parse_period(header) is None
    )


def layout_at(sheet: Sheet, block: tuple[int, int]) -> Layout:
    """Read the header at rows that the user names; above the first row there is none."""
    headers = _join(sheet, block) if block[1] >= 0 else ("",) * sheet.width
    amounts = _periods(headers, lambda _column: True)
    columns = find_columns(headers, frozenset(column for column, _ in amounts))
    return Layout(header=block, headers=headers, columns=columns, amounts=amounts)


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


def _layout(sheet: Sheet, block: tuple[int, int], numeric: NumericColumns) -> Layout | None:
    if not _may_be_header(sheet, block):
        return None
    headers = _join(sheet, block)
    below = block[1] + 1
    amounts = _periods(headers, lambda column: numeric.holds(column, below))
    if amounts and _are_measures(amounts, numeric, below):
        amounts = ()
    if amounts:
        amounts = _periods(
            headers,
            lambda column: (
                numeric.holds(column, below)
                or (bool(sheet.text(block[1], column)) and numeric.is_blank(column, below))
            ),
        )
    amounts = _with_budget_year(headers, amounts, lambda column: numeric.holds(column, below))
    columns = find_columns(headers, frozenset(column for column, _ in amounts))
    if not amounts and "amount" not in columns:
        amounts = _versions(headers, lambda column: numeric.holds(column, below))
        columns = find_columns(headers, frozenset(column for column, _ in amounts))
    if "year" in columns and "amount" in columns:
        amounts = ()
    amount = columns.get("amount")
    if amount is not None and (
        amounts
        or not_an_amount(headers[amount])
        or not numeric.holds(amount, below)
        or _one_of_many(headers, amount, numeric, below)
    ):
        del columns["amount"]
    if not amounts and "amount" not in columns:
        return None
    return Layout(header=block, headers=headers, columns=columns, amounts=amounts)


def _periods(
    headers: Sequence[str], wanted: Callable[[int], bool]
) -> tuple[tuple[int, Period], ...]:
    return tuple(
        (column, period)
        for column, header in enumerate(headers)
        if (period := parse_period(header)) is not None and wanted(column)
    )


def _with_budget_year(
    headers: Sequence[str],
    amounts: tuple[tuple[int, Period], ...],
    wanted: Callable[[int], bool],
) -> tuple[tuple[int, Period], ...]:
    """Add the column of the budget year itself, `B` or `Budget` beside `BO1` and `BO2`."""
    offsets = {period.offset for _, period in amounts}
    if 1 not in offsets or 0 in offsets or _count_from_said(amounts):
        return amounts
    dated = {column for column, _ in amounts}
    own = [
        column
        for column, header in enumerate(headers)
        if column not in dated and is_budget(header) and wanted(column)
    ]
    added = tuple((column, Period(offset=0, version="adopted")) for column in own)
    return tuple(sorted([*added, *amounts], key=lambda item: item[0]))


def _count_from_said(amounts: Sequence[tuple[int, Period]]) -> bool:
    """Say whether a column beside the relative ones says its year, other than of accounts."""
    return any(period.year and period.version != "accounts" for _, period in amounts)


def _are_measures(
    amounts: Sequence[tuple[int, Period]],
    numeric: NumericColumns,
    below: int,
) -> bool:
    """Say whether so many other columns hold numbers that the dated ones are no budget's years."""
    dated = {column for column, _ in amounts}
    others = _other_numbers(dated, numeric, below)
    return others > max(OTHER_NUMBERS, 2 * len(dated))


def _one_of_many(headers: Sequence[str], amount: int, numeric: NumericColumns, below: int) -> bool:
    """Say whether a column that is not plainly the amounts stands among many of numbers."""
    plain = normalise(headers[amount]) in WORDS["amount"]
    return not plain and _other_numbers({amount}, numeric, below) > OTHER_NUMBERS


def _other_numbers(known: AbstractSet[int], numeric: NumericColumns, below: int) -> int:
    return sum(
        column not in known and numeric.holds(column, below) for column in range(numeric.width)
    )


def guess_header(sheet: Sheet) -> tuple[Layout, list[int]]:
    """Return the likeliest header of a table that says no years, and its columns of numbers.

    For a proposal only: the user confirms it.
    """
    numeric = NumericColumns(sheet)
    best, most = layout_at(sheet, (-1, -1)), 1
    for row in range(min(len(sheet.rows), HEADER_WITHIN)):
        texts = [text for value in sheet.rows[row] if (text := text_of(value))]
        if len(texts) <= most or any(map(_NUMBER.fullmatch, texts)):
            continue
        if any(numeric.holds(column, row + 1) for column in range(len(sheet.rows[row]))):
            best, most = layout_at(sheet, (row, row)), len(texts)
    found = [
        column
        for column, header in enumerate(best.headers)
        if not not_an_amount(header) and numeric.holds(column, best.first_row)
    ]
    return best, found


def _versions(
    headers: Sequence[str], wanted: Callable[[int], bool]
) -> tuple[tuple[int, Period], ...]:
    """Return columns whose headers say a version and no year, where most amounts do."""
    numeric = [column for column, header in enumerate(headers) if header and wanted(column)]
    numeric = [column for column in numeric if not not_an_amount(headers[column])]
    versions = {
        column: parse_version(" ".join(headers[column].casefold().split())) for column in numeric
    }
    said = tuple(
        (column, Period(version=version))
        for column, version in versions.items()
        if version != "other"
    )
    return said if len(said) > 1 and len(said) * 2 >= len(numeric) else ()


def _may_be_header(sheet: Sheet, block: tuple[int, int]) -> bool:
    """Say whether the numbers in some rows, where they have any, are years.

    In a single row they are different ones: the same year twice stands below or above words.
    """
    for row in range(block[0], block[1] + 1):
        texts = [text for value in sheet.rows[row] if _NUMBER.fullmatch(text := text_of(value))]
        twice = len(set(texts)) < len(texts) and block[0] == block[1]
        if twice or not all(map(_YEAR.fullmatch, texts)):
            return False
    return True


def _join(sheet: Sheet, block: tuple[int, int]) -> tuple[str, ...]:
    """Return the header over each column; a merged cell stands over every column it covers."""
    filled: dict[tuple[int, int], str] = {}
    for top, left, bottom, right in sheet.merged:
        if block[0] <= top <= block[1] and bottom <= block[1]:
            text = sheet.text(top, left)
            filled.update({(top, column): text for column in range(left, right + 1)})
    rows = range(block[0], block[1] + 1)
    width = max(len(sheet.rows[row]) for row in rows)
    return tuple(
        " ".join(
            text
            for row in rows
            if (text := filled.get((row, column)) or text_of(sheet.value(row, column)))
        )
        for column in range(width)
    )
