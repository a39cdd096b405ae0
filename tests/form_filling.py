"""Somebody who fills in a scenario workbook: by the names of its sheets and headings."""

from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell

FIRST = 3
"""Row of the first entry: below the headings and the row that explains them."""


def cell(book: Workbook, sheet: str, heading: str, row: int = FIRST) -> Any:  # noqa: ANN401 - a cell of openpyxl, whose stubs know several kinds
    """Return the cell of a row below a heading."""
    found = next(one for one in book[sheet][1] if one.value == heading)
    return book[sheet].cell(row, found.column)


def put(book: Workbook, sheet: str, row: int, values: dict[str, object]) -> None:
    """Type values into a row, by heading."""
    for heading, value in values.items():
        cell(book, sheet, heading, row).value = value


def empty(book: Workbook, *sheets: str) -> None:
    """Take all entries off some sheets."""
    for sheet in sheets:
        for row in book[sheet].iter_rows(min_row=FIRST):
            for one in row:
                if isinstance(one, Cell):
                    one.value = None
