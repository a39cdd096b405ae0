"""A budget workbook to start from."""

from datetime import datetime
from pathlib import Path

import xlsxwriter

FIRST_YEAR, YEARS = 2026, 4
PAPER_A4 = 9
HEADERS = ("Line", "Name", "Area", "Kind", *range(FIRST_YEAR, FIRST_YEAR + YEARS))
LINES = (
    ("5.30.26", "Help at home", "Elderly", "operating", 92_000),
    ("5.30.27", "Nursing homes", "Elderly", "operating", 148_000),
    ("3.22.01", "Schools", "Children", "operating", 164_000),
    ("5.25.14", "Day care", "Children", "operating", 131_000),
    ("6.45.51", "Administration", "Finance", "operating", 76_000),
)


def write_budget_template(path: Path, *, created: datetime) -> None:
    """Write a small budget in 1,000 of the currency, with a column for each year."""
    with xlsxwriter.Workbook(str(path), {"tmpdir": str(path.parent)}) as book:
        book.set_properties({"created": created})
        sheet = book.add_worksheet("Budget")
        bold = book.add_format({"bold": True})
        amounts = book.add_format({"num_format": "#,##0"})
        sheet.set_column(0, 3, 18)
        sheet.set_column(4, 3 + YEARS, 12, amounts)
        sheet.freeze_panes(3, 2)
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, 2)
        sheet.write_string(0, 0, "Budget, 1,000 DKK")
        sheet.write_row(2, 0, HEADERS, bold)
        for row, (*words, amount) in enumerate(LINES, start=3):
            sheet.write_row(row, 0, words)
            sheet.write_row(row, len(words), [amount] * YEARS, amounts)
