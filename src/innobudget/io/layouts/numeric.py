"""Which columns of a sheet hold numbers."""

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from innobudget.io.sheets import Sheet, text_of
from innobudget.io.wording.numerals import Gap, NumberStyle, read_number

ROWS_LOOKED_AT = 60


def numbers_columns(sheet: Sheet, row: int) -> bool:
    """Say whether a row only numbers the columns: `a b 1 2 3`."""
    texts = [text for value in sheet.rows[row] if (text := text_of(value))]
    if any(len(text) > 4 for text in texts):
        return False
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))


class NumericColumns:
    """Which columns hold mostly numbers below a row; each answer is kept."""

    def __init__(self, sheet: Sheet) -> None:
        """Note which cells are filled: a sheet may be wide and nearly blank."""
        self._sheet = sheet
        self._known: dict[tuple[int, int], list[Gap | None]] = {}
        self._cells: dict[tuple[int, int], Gap | None] = {}
        self._filled: dict[int, list[int]] = defaultdict(list)
        for row, values in enumerate(sheet.rows):
            for column, value in enumerate(values):
                if value is not None or (row, column) in sheet.faults:
                    self._filled[column].append(row)
        self.width = sheet.width
        """Number of columns of the sheet."""

    def holds(self, column: int, row: int) -> bool:
        """Say whether at least as many cells below hold numbers as text, and one does.

        Errors and missing figures stand where numbers should, so they count as such.
        """
        gaps = self._gaps(column, row)
        numbers = len(gaps) - gaps.count(Gap.BLANK) - gaps.count(Gap.TEXT)
        return numbers > 0 and numbers >= gaps.count(Gap.TEXT)

    def is_blank(self, column: int, row: int) -> bool:
        """Say whether nothing is budgeted in any cell below."""
        gaps = self._gaps(column, row)
        return gaps.count(Gap.BLANK) == len(gaps)

    def _gaps(self, column: int, row: int) -> list[Gap | None]:
        """Return what each filled cell is, of some rows below: None for a number."""
        key = column, row
        if key not in self._known:
            last = min(row + ROWS_LOOKED_AT, len(self._sheet.rows))
            first = row + (row < last and numbers_columns(self._sheet, row))
            filled = self._filled.get(column, [])
            rows = filled[bisect_left(filled, first) : bisect_left(filled, last)]
            for below in rows:
                if (below, column) not in self._cells:
                    self._cells[below, column] = self._gap(below, column)
            self._known[key] = [self._cells[below, column] for below in rows]
        return self._known[key]

    def _gap(self, row: int, column: int) -> Gap | None:
        """Return None for a number in either way of writing, else why it is none."""
        if (row, column) in self._sheet.faults:
            return Gap.ERROR
        value = self._sheet.value(row, column)
        reads = [read_number(value, NumberStyle(decimal=decimal)) for decimal in ",."]
        gaps = [read for read in reads if isinstance(read, Gap)]
        return gaps[0] if len(gaps) == len(reads) else None
