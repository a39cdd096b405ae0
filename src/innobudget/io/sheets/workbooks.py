"""Workbooks of every kind as cells.

calamine takes xlsx, xlsb, xls and ods: eight times as fast as openpyxl and without its failures
on pivot caches. It turns error cells and formulas that were never computed into empty cells, so
workbooks are walked through beforehand.
"""

from innobudget.io.sheets.apart import read_values
from innobudget.io.sheets.cells import Sheet, Value
from innobudget.io.sheets.refusals import refusing
from innobudget.io.sheets.scanning import scan_workbook


def read_workbook(file: str, content: bytes) -> tuple[Sheet, ...]:
    """Read every worksheet of a workbook, hidden ones too.

    Raises
    ------
    InputError
        If it is damaged, protected by a password or larger than any budget.

    """
    with refusing(file):
        faults = scan_workbook(file, content)
        return tuple(
            Sheet(
                file=file,
                name=sheet.name,
                rows=tuple(tuple(map(_value, row)) for row in sheet.rows),
                hidden=sheet.hidden,
                faults=faults.get(sheet.name, {}),
                merged=sheet.merged,
            )
            for sheet in read_values(file, content, "calamine")
        )


def _value(cell: object) -> Value:
    """Return a cell as text or number; truth values as spreadsheets show them."""
    if type(cell) is str:
        return cell.replace("\0", "") or None
    if isinstance(cell, bool):
        return str(cell).upper()
    return float(cell) if isinstance(cell, int | float) else None
