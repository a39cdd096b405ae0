"""What the rules ask a workbook for."""

from collections.abc import Iterator

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ABOUT = {"About", "Om"}
ASSUMPTIONS = {"Assumptions", "Forudsætninger"}
CHECKS = {"Checks", "Afstemning"}
TRIALS = {"Trials", "Simuleringer"}
WHATIF = {"What-if", "Regn selv"}
FIRST_YEAR_COLUMN = 5
TOP = 20
"""So many rows from the top hold title, message, notes and status."""
INPUT_FILL = "FFFFF4CC"
GIVEN_FILL = "FFF2F2F2"
HEADING_FILL = "FF12436D"


def cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def is_input(cell: Cell | MergedCell) -> bool:
    return str(cell.fill.fgColor.rgb) == INPUT_FILL


def is_given(cell: Cell | MergedCell) -> bool:
    return str(cell.fill.fgColor.rgb) == GIVEN_FILL


def is_heading(cell: Cell | MergedCell) -> bool:
    return str(cell.fill.fgColor.rgb) == HEADING_FILL


def years(book: Workbook) -> list[int]:
    """Return the years of the first headings that hold whole numbers which rise by one."""
    for row in book.worksheets[0].iter_rows(min_col=FIRST_YEAR_COLUMN):
        found: list[int] = [
            cell.value
            for cell in row
            if isinstance(cell, Cell) and is_heading(cell) and isinstance(cell.value, int)
        ]
        if found and found == list(range(found[0], found[0] + len(found))):
            return found
    return []


def rows_with_years(book: Workbook) -> Iterator[tuple[Worksheet, list[Cell]]]:
    """Yield the cells in the columns of years, of each row below headings that are years."""
    last = FIRST_YEAR_COLUMN + len(years(book)) - 1
    for sheet in book.worksheets:
        has_years = False
        for row in sheet.iter_rows(min_col=FIRST_YEAR_COLUMN, max_col=last):
            found = [cell for cell in row if isinstance(cell, Cell)]
            if is_heading(row[0]) or is_heading(sheet.cell(int(row[0].row or 0), 1)):
                has_years = row[0].value == years(book)[0]
            elif has_years and sheet.title not in TRIALS:
                yield sheet, found


def top_texts(sheet: Worksheet) -> list[str]:
    """Return what stands at the top; notes stand beside a column that is printed on every page."""
    return [str(sheet.cell(row, column).value) for row in range(1, TOP) for column in (1, 2)]
