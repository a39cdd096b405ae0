"""What a form offers to choose from: words of its columns, its cases, the budget's own lines."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.budget import Budget
from innobudget.io.scenario_workbook.columns import columns_of
from innobudget.io.scenario_workbook.naming import OWNER, Naming
from innobudget.messages import say

ROWS_TO_FILL = 200
"""For which lists are offered."""
NO_SUCH = (
    say("No such row"),
    say("The sheet has no row with this id yet."),
)
"""What is said where an id is typed that is not there."""
OF_BUDGET: Mapping[str, int] = {"line": 0, "outlay_line": 0, "area": 2}
"""Columns that name lines or areas, and in which column of the lists those stand."""
LINE, NAME, AREA = say("line"), say("name"), say("area")
TRUTHS = ("TRUE", "FALSE")


def write_lists(sheet: Worksheet, budget: Budget | None, language: str) -> dict[int, int]:
    """Write the budget's lines and areas; return how many rows each column has."""
    lines = budget.lines if budget else ()
    areas = list(dict.fromkeys(line.area for line in lines if line.area))
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 2, 44)
    for column, word in enumerate((LINE, NAME, AREA)):
        sheet.write_string(0, column, word(language))
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line.id)
        sheet.write_string(row, 1, line.name)
    for row, area in enumerate(areas, start=1):
        sheet.write_string(row, 2, area)
    return {0: len(lines), 2: len(areas)}


def offered(
    table: str, key: str, names: Naming, known: tuple[Mapping[str, str], Mapping[int, int]]
) -> dict[str, Any] | None:
    """Return the list of a column; None: it has none.

    Parameters
    ----------
    table, key
        Which column it is.
    names
        What everything is called.
    known
        The cells with the ids of investments and drivers, and how many lines and areas there are.

    """
    ids, counts = known
    column = columns_of(table).get(key)
    if column is None:
        return None
    if key in ids and table != key:
        return _range(ids[key], warns=True)
    if counts.get(OF_BUDGET.get(key, -1)):
        first = xl_rowcol_to_cell(1, OF_BUDGET[key], row_abs=True, col_abs=True)
        last = xl_rowcol_to_cell(counts[OF_BUDGET[key]], OF_BUDGET[key], row_abs=True, col_abs=True)
        return _range(f"'{names.sheet('lists')}'!{first}:{last}")
    words = TRUTHS if column.kind == "truth" else column.words
    return {"validate": "list", "source": [names.word(word) for word in words]} if words else None


def _range(cells: str, *, warns: bool = False) -> dict[str, Any]:
    """Return a list of cells; others may be typed: a pattern of lines, an id that comes later."""
    return {"validate": "list", "source": f"={cells}", "show_error": warns, "error_type": "warning"}


def ids_of(table: str, columns: list[str], names: Naming, first: int) -> str:
    """Return the cells with the ids of a table."""
    column = columns.index("id")
    top = xl_rowcol_to_cell(first, column, row_abs=True, col_abs=True)
    bottom = xl_rowcol_to_cell(first + ROWS_TO_FILL - 1, column, row_abs=True, col_abs=True)
    return f"'{names.sheet(table)}'!{top}:{bottom}"


OWNERS = (OWNER, "driver")
"""Columns that name a row of the sheet of that key."""
