"""A sheet's cells as the file holds them, and what to call a place in it."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from innobudget.domain.reading import Delimiter, Encoding
from innobudget.errors import Problem
from innobudget.messages import linked, say

SHEET = say('{file}, sheet "{sheet}"')
SPOTS = {
    (True, "column"): say('{file}, sheet "{sheet}", column {at}'),
    (True, "row"): say('{file}, sheet "{sheet}", row {at}'),
    (False, "column"): say("{file}, column {at}"),
    (False, "row"): say("{file}, row {at}"),
}
"""Places by whether a sheet has a name and what is named: whole, since every line has one."""
Value = str | float | None
"""A cell: text, a number, or empty. Rows and columns count from 0, addresses from A1."""


def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 0.

    Examples
    --------
    >>> column_letters(0), column_letters(27)
    ('A', 'AB')

    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1 << 15)
def column_number(letters: str) -> int:
    """Return the column, counted from 0, that letters name.

    Examples
    --------
    >>> column_number("AB")
    27

    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def text_of(value: Value) -> str:
    """Return a cell's text without outer space; whole numbers without a decimal part.

    Examples
    --------
    >>> text_of(2201.0), text_of(" Navn "), text_of(None)
    ('2201', 'Navn', '')

    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    return str(int(value)) if value.is_integer() else repr(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows of one sheet among those of several."""

    name: str
    """Name of the sheet."""
    start: int
    """Where they begin among all rows."""
    first: int
    """Which row of its own sheet that is."""


ALONE = Part(name="", start=0, first=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or a whole text file."""

    file: str
    """Name of the file, for messages."""
    name: str = ""
    """Name of the sheet; empty for text files."""
    rows: tuple[tuple[Value, ...], ...]
    """Every row from the first on, each as long as its last cell."""
    hidden: bool = False
    """True where the workbook does not show the sheet."""
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Cells that have no usable value, by row and column: an error, an unsaved formula."""
    encoding: Encoding | None = None
    """Of a text file."""
    delimiter: Delimiter | None = None
    """What parts the fields of a text file."""
    doubts: tuple[Problem, ...] = ()
    """What was not sure when the cells were read."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """Merged cells: first row, first column, last row, last column."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that a workbook does not show: hidden or filtered out."""
    hidden_columns: frozenset[int] = frozenset()
    """Columns that it does not show."""
    parts: tuple[Part, ...] = ()
    """The sheets that the rows were taken from, where they are several."""
    around: tuple[str, ...] = ()
    """What each of several sheets says above and below its table."""

    def value(self, row: int, column: int) -> Value:
        """Return a cell; outside the sheet it is empty."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def text(self, row: int, column: int) -> str:
        """Return a cell as text."""
        return text_of(self.value(row, column))

    @property
    def width(self) -> int:
        """The number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def part(self, row: int) -> Part:
        """Return the sheet, of several, that a row was taken from."""
        return self.parts[bisect(self.parts, row, key=lambda part: part.start) - 1]

    def row_name(self, row: int) -> str:
        """Return a row's number as the file shows it, its sheet before it where they are several.

        Examples
        --------
        >>> parts = (Part(name="Drift", start=0, first=0), Part(name="Anlæg", start=9, first=2))
        >>> Sheet(file="b.xlsx", rows=(), parts=parts).row_name(10)
        'Anlæg 4'

        """
        number = self._number(row)
        return f"{self.part(row).name} {number}" if self.parts else str(number)

    def address(self, row: int, column: int) -> str:
        """Return what a cell is called on its own sheet; a text file has rows and columns.

        Examples
        --------
        >>> Sheet(file="b.xlsx", rows=()).address(1, 2)
        'cell C2'
        >>> Sheet(file="b.csv", rows=(), delimiter=";").address(1, 2)
        'row 2, column C'

        """
        letters, number = column_letters(column), self._number(row)
        if self.delimiter:
            return say("row {row}, column {column}", row=number, column=letters)
        return say("cell {at}", at=f"{letters}{number}")

    def _number(self, row: int) -> int:
        part = self.part(row) if self.parts else ALONE
        return row - part.start + part.first + 1

    def place(self, row: int | None = None, column: int | None = None) -> str:
        """Say where a row or a cell stands."""
        name = self.part(row).name if self.parts and row is not None else self.name
        whole = SHEET.of(file=self.file, sheet=name) if name else self.file
        if row is None and column is None:
            return whole
        if row is not None and column is not None:
            return linked(", ", [whole, self.address(row, column)])
        at = column_letters(column or 0) if row is None else str(self._number(row))
        spot = SPOTS[bool(name), "column" if row is None else "row"]
        return spot.of(file=self.file, sheet=name, at=at)
