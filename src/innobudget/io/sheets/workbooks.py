"""Workbooks of every kind as cells.

calamine takes xlsx, xlsb, xls and ods: eight times as fast as openpyxl and without its failures
on pivot caches. It turns error cells and formulas that were never computed into empty cells, so
workbooks are walked through beforehand.
"""

import re
from collections.abc import Iterator, Sequence

from innobudget.io.sheets.apart import Read, read_values
from innobudget.io.sheets.cells import Sheet, Value, column_number
from innobudget.io.sheets.refusals import refusing
from innobudget.io.sheets.scanning import Beneath, Place, scan_workbook
from innobudget.messages import say

STALE = say("a formula that holds 0 and draws on other figures")
_REFERENCE = re.compile(r"(?<![!\w])\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


def read_workbook(file: str, content: bytes) -> tuple[Sheet, ...]:
    """Read every worksheet of a workbook, hidden ones too.

    Where all formulas of a sheet hold 0, though figures that they draw on do not, the workbook
    was saved before it was computed: each of them is at fault.

    Raises
    ------
    InputError
        If it is damaged, protected by a password or larger than any budget.

    """
    with refusing(file):
        beneath = scan_workbook(file, content)
        return tuple(
            _sheet(file, sheet, beneath.get(sheet.name, Beneath()))
            for sheet in read_values(file, content, "calamine")
        )


def _sheet(file: str, read: Read, beneath: Beneath) -> Sheet:
    rows = tuple([tuple(map(_value, row)) for row in read.rows])
    width = max(map(len, rows), default=0)
    hidden = (at for span in beneath.hidden_columns for at in span[:width])
    return Sheet(
        file=file,
        name=read.name,
        rows=rows,
        hidden=read.hidden,
        faults={**beneath.faults, **_stale(rows, beneath.zeros)},
        merged=read.merged,
        hidden_rows=frozenset(beneath.hidden_rows),
        hidden_columns=frozenset(at for at in hidden if at < width),
    )


def _value(cell: object) -> Value:
    """Return a cell as text or number; truth values as spreadsheets show them."""
    if type(cell) is float:
        return cell
    if type(cell) is str:
        return cell.replace("\0", "") or None
    if isinstance(cell, bool):
        return str(cell).upper()
    return float(cell) if isinstance(cell, int | float) else None


def _stale(rows: Sequence[Sequence[Value]], zeros: dict[Place, str]) -> dict[Place, str]:
    """Return the formulas that hold 0, two or more, where they draw on figures that do not."""
    drawn = (place for formula in zeros.values() for place in _drawn(formula))
    stale = len(zeros) > 1 and any(
        isinstance(value := rows[row][column], float) and value
        for row, column in drawn
        if (row, column) not in zeros and 0 <= row < len(rows) and column < len(rows[row])
    )
    return dict.fromkeys(zeros, STALE) if stale else {}


def _drawn(formula: str) -> Iterator[Place]:
    """Yield the cells that a formula names, of a range its first thousand rows."""
    for left, top, right, bottom in _REFERENCE.findall(formula):
        first, last = column_number(left), column_number(right or left)
        for row in range(int(top) - 1, min(int(bottom or top), int(top) + 999)):
            yield from ((row, column) for column in range(first, last + 1))
