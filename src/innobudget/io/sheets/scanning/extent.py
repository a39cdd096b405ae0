"""How much a workbook holds, counted while it is walked through.

A stray cell in the last corner makes billions of cells, a text that is used in every cell
gigabytes: both are measured before any reader of values makes them.
"""

from dataclasses import dataclass, field

from innobudget.errors import InputError
from innobudget.io.sheets.refusals import too_large
from innobudget.messages import say

UNPACKED_BYTES = 400_000_000
"""Of all parts of a package together."""
CELLS = 8_000_000
"""Of all sheets together, blank ones within their rectangles too."""
COLUMNS = 2_048
"""Of one sheet: a budget has some dozens, and tables are searched column by column."""
LETTERS = 100_000_000
"""In the cells of all sheets together, a text that is used twice counted twice."""

Place = tuple[int, int]
"""Of a cell: row and column from 0."""


@dataclass(slots=True, kw_only=True)
class Beneath:
    """What one sheet holds that a reader of values does not say."""

    faults: dict[Place, str] = field(default_factory=dict)
    """Cells without a usable value: an error, an unsaved formula."""
    zeros: dict[Place, str] = field(default_factory=dict)
    """Formulas whose saved value is 0, where all of the sheet are so."""
    hidden_rows: set[int] = field(default_factory=set)
    """Rows that are hidden or filtered out."""
    hidden_columns: set[range] = field(default_factory=set)
    """Columns that are hidden."""
    merged: list[str] = field(default_factory=list)
    """Areas of merged cells as a package writes them: C4:E4."""


@dataclass(slots=True)
class Room:
    """What is left for the sheets of one workbook."""

    file: str
    """Its name, for messages."""
    cells: int = field(default_factory=lambda: CELLS)
    """How many cells more there may be."""
    letters: int = field(default_factory=lambda: LETTERS)
    """How many letters more their texts may have."""

    def too_large(self, found: str) -> InputError:
        """Return the error of a workbook that is larger than any budget."""
        return too_large(
            self.file,
            found,
            say(
                "at most {size:,} bytes unpacked, and in all sheets together {cells:,} cells "
                "and {letters:,} letters, none in a column beyond {columns:,}",
                size=UNPACKED_BYTES,
                cells=CELLS,
                letters=LETTERS,
                columns=COLUMNS,
            ),
        )


@dataclass(slots=True)
class Extent:
    """The rectangle of one sheet, from its first cell to the last one with content."""

    room: Room
    """Of the workbook."""
    sheet: str
    """Its name."""
    most: tuple[int, int] = (1_048_576, COLUMNS)
    """Rows and columns that a sheet of this kind of file can have."""
    bottom: int = -1
    """Its last row, counted from 0."""
    right: int = -1
    """Its last column, counted from 0."""

    def reach(self, row: int, column: int) -> None:
        """Stretch the rectangle to a cell."""
        if row > self.bottom or column > self.right:
            self.bottom, self.right = max(self.bottom, row), max(self.right, column)
            height, width = self.bottom + 1, self.right + 1
            beyond = height > self.most[0] or width > self.most[1]
            if beyond or height * width > self.room.cells:
                raise self._too_large()

    def write(self, letters: int) -> None:
        """Count the letters of a cell's text.

        Raises
        ------
        InputError
            If they are more than any budget has.

        """
        self.room.letters -= letters
        if self.room.letters < 0:
            raise self.room.too_large(
                say('sheets with texts of ever more letters, in "{sheet}"', sheet=self.sheet)
            )

    def close(self) -> None:
        """Take the sheet's cells from those that are left for the next ones."""
        self.room.cells -= (self.bottom + 1) * (self.right + 1)

    def _too_large(self) -> InputError:
        return self.room.too_large(
            say(
                'sheet "{sheet}" with cells as far as row {row:,} and column {column:,}',
                sheet=self.sheet,
                row=self.bottom + 1,
                column=self.right + 1,
            )
        )
