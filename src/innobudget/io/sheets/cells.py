"""A sheet's cells as the file holds them, and what to call a place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from innobudget.domain.reading import Delimiter, Encoding
from innobudget.errors import Problem

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

    def place(self, row: int | None = None, column: int | None = None) -> str:
        """Say where a row or a cell stands."""
        parts = [self.file]
        if self.name:
            parts.append(f'sheet "{self.name}"')
        if row is not None and column is not None:
            parts.append(f"cell {column_letters(column)}{row + 1}")
        elif row is not None:
            parts.append(f"row {row + 1}")
        elif column is not None:
            parts.append(f"column {column_letters(column)}")
        return ", ".join(parts)
