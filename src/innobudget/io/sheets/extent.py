"""How far a sheet's cells reach: a stray cell in the last corner makes billions of cells.

A reader of values fills the whole rectangle, and ends the process where memory does, so the
rectangle is measured first.
"""

from dataclasses import dataclass

from innobudget.errors import InputError, Problem

UNPACKED_BYTES = 400_000_000
CELLS = 8_000_000


@dataclass(slots=True)
class Extent:
    """The rectangle from the first cell to the last one with content."""

    bottom: int = -1
    """Its last row, counted from 0."""
    right: int = -1
    """Its last column, counted from 0."""

    def reach(self, row: int, column: int) -> None:
        """Stretch the rectangle to a cell."""
        self.bottom, self.right = max(self.bottom, row), max(self.right, column)

    def check(self, file: str, sheet: str) -> None:
        """Refuse a rectangle that is larger than any budget.

        Raises
        ------
        InputError
            With the sheet and its last row.

        """
        if (self.bottom + 1) * (self.right + 1) > CELLS:
            raise too_large(file, f'sheet "{sheet}" with cells as far as row {self.bottom + 1:,}')


def too_large(file: str, found: str) -> InputError:
    """Return the error of a file that is larger than any budget."""
    return InputError(
        [
            Problem(
                code="file-too-large",
                place=file,
                found=found,
                expected=f"at most {UNPACKED_BYTES:,} bytes unpacked and {CELLS:,} cells a sheet",
                remedy="copy the budget's own rows and columns into a new workbook",
            )
        ]
    )
