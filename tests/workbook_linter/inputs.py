"""Inputs: open, yellow, named, held within limits, with unit, mark and source."""

from collections.abc import Iterator

from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbook_linter.reading import (
    ABOUT,
    ASSUMPTIONS,
    CHECKS,
    TRIALS,
    WHATIF,
    cells,
    is_given,
    is_heading,
    is_input,
)

LINE_NUMBER = ("D", "#,##0")
"""Column and format of the numbers that Budget and Appropriations give to lines."""
SIMULATED_INK = "FF2073BC"


def inputs_are_open_and_all_else_is_locked(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for cell in cells(sheet):
            may_be_open = sheet.title in ASSUMPTIONS | WHATIF | ABOUT and cell.data_type != "f"
            if cell.protection.locked == is_input(cell) or (is_input(cell) and not may_be_open):
                yield f"{sheet.title}!{cell.coordinate}"


def inputs_have_unit_mark_and_source(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.title not in ASSUMPTIONS:
            continue
        for row in sheet.iter_rows():
            typed = any(cell.data_type == "n" and cell.value is not None for cell in row[3:-2])
            heading = row[0].font.b
            if typed and not heading and not (row[2].value and row[-2].value and row[-1].value):
                yield f"{sheet.title} row {row[0].row}"


def numbers_are_typed_on_assumptions_alone(book: Workbook) -> Iterator[str]:
    """And on What-if; elsewhere only what was simulated, in its colour, and numbers of lines.

    Checks has the run's inputs in grey.

    A workbook without Assumptions has no inputs: it compares runs.
    """
    if not ASSUMPTIONS & set(book.sheetnames):
        return
    for sheet in book.worksheets:
        if sheet.title in ASSUMPTIONS | WHATIF | TRIALS:
            continue
        for cell in cells(sheet):
            told = is_heading(cell) or (cell.column_letter, cell.number_format) == LINE_NUMBER
            run = sheet.title in CHECKS and is_given(cell)
            simulated = run or (
                cell.font.color is not None and cell.font.color.rgb == SIMULATED_INK
            )
            if cell.data_type == "n" and cell.value is not None and not (told or simulated):
                yield f"{sheet.title}!{cell.coordinate} {cell.value}"


def _covered(sheet: Worksheet) -> set[tuple[int, int]]:
    """Return line and column of every cell whose values are restricted."""
    return {
        (row, column)
        for rule in sheet.data_validations.dataValidation
        for area in str(rule.sqref).split()
        for left, top, right, bottom in (range_boundaries(area),)
        for row in range(int(top or 0), int(bottom or 0) + 1)
        for column in range(int(left or 0), int(right or 0) + 1)
    }


def inputs_are_restricted(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        held = _covered(sheet)
        for cell in cells(sheet):
            if sheet.title not in ABOUT and is_input(cell) and (cell.row, cell.column) not in held:
                yield f"{sheet.title}!{cell.coordinate}"


def inputs_have_names(book: Workbook) -> Iterator[str]:
    """Each input, or the row that it stands in, has a defined name; What-if's cases are a table."""
    named: dict[str, set[tuple[int, int]]] = {}
    for name in book.defined_names.values():
        for title, area in name.destinations:
            left, top, right, _ = range_boundaries(area.replace("$", ""))
            span = range(int(left or 0), int(right or 0) + 1)
            named.setdefault(title, set()).update((int(top or 0), column) for column in span)
    for sheet in book.worksheets:
        for cell in cells(sheet):
            nameless = (cell.row, cell.column) not in named.get(sheet.title, set())
            if sheet.title in ASSUMPTIONS and is_input(cell) and nameless:
                yield f"{sheet.title}!{cell.coordinate}"


RULES = (
    numbers_are_typed_on_assumptions_alone,
    inputs_are_open_and_all_else_is_locked,
    inputs_have_unit_mark_and_source,
    inputs_are_restricted,
    inputs_have_names,
)
