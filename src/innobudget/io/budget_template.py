"""A budget workbook to start from."""

from datetime import datetime
from pathlib import Path

import xlsxwriter

from innobudget.messages import said, say

FIRST_YEAR, YEARS = 2026, 4
PAPER_A4 = 9
TITLE = say("Budget, 1,000 DKK")
HEADERS = (say("Line"), say("Name"), say("Area"), say("Kind"))
LINES = (
    ("5.30.26", say("Help at home"), say("Elderly"), say("operating"), 92_000),
    ("5.30.27", say("Nursing homes"), say("Elderly"), say("operating"), 148_000),
    ("3.22.01", say("Schools"), say("Children"), say("operating"), 164_000),
    ("5.25.14", say("Day care"), say("Children"), say("operating"), 131_000),
    ("6.45.51", say("Administration"), say("Finance"), say("operating"), 76_000),
)


def write_budget_template(path: Path, *, language: str, created: datetime) -> None:
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
        sheet.write_string(0, 0, TITLE(language))
        years = range(FIRST_YEAR, FIRST_YEAR + YEARS)
        sheet.write_row(2, 0, [*(header(language) for header in HEADERS), *years], bold)
        for row, (*words, amount) in enumerate(LINES, start=3):
            sheet.write_row(row, 0, [said(word, language) for word in words])
            sheet.write_row(row, len(words), [amount] * YEARS, amounts)
