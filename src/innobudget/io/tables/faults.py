"""What is wrong with a cell where an amount should stand, as problems with its address."""

from innobudget.errors import Problem
from innobudget.io.sheets import Sheet
from innobudget.io.wording.numerals import Gap

SHOWN = 60


def bad_amount(sheet: Sheet, row: int, column: int, value: Gap) -> Problem:
    """Return that a cell holds no number."""
    text = sheet.text(row, column)
    if value is Gap.ERROR:
        return bad_cell(sheet, row, column, text)
    infinite = value is Gap.INFINITE
    return Problem(
        code="amount-not-finite" if infinite else "amount-is-text",
        place=sheet.place(row, column),
        found=repr(text[:SHOWN]),
        expected="a number, or an empty cell",
        remedy=f"write the amount as a number in {sheet.address(row, column)}, or "
        "name the text under missing in the mapping",
    )


def missing_amount(sheet: Sheet, row: int, column: int) -> Problem:
    """Return that a cell says that its amount is not known."""
    return Problem(
        code="amount-missing",
        place=sheet.place(row, column),
        found=repr(sheet.text(row, column)),
        expected="a number, or an empty cell where nothing is budgeted",
        remedy="write the amount; until then it is missing, not zero",
    )


def marked_amount(sheet: Sheet, row: int, column: int) -> Problem:
    """Return that a number stands beside the mark of a footnote, which was left out."""
    return Problem(
        code="amount-with-mark",
        place=sheet.place(row, column),
        found=repr(sheet.text(row, column)[:SHOWN]),
        expected="a number; read without the mark of the footnote",
        remedy="read the footnote, and write the amount alone in the cell",
    )


def bad_cell(sheet: Sheet, row: int, column: int, found: str) -> Problem:
    """Return that a cell is an error, or a formula that was never computed."""
    unsaved = found.startswith("a formula")  # never computed, or not since its figures were
    return Problem(
        code="formula-not-computed" if unsaved else "cell-is-error",
        place=sheet.place(row, column),
        found=found,
        expected="a value",
        remedy="open the file in Excel, recalculate and save it"
        if unsaved
        else "correct the formula in the file, or write the value",
    )
