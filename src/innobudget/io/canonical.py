"""The canonical form of a budget: one csv that every reader of innobudget agrees on.

`line,name,area,kind` and a column per year; whole currency units, decimal point,
expenditure positive, UTF-8. A missing amount is `...`, since an empty cell is nothing
budgeted. Text that a spreadsheet would take for a formula has a `'` before it.
"""

import csv
import re
from io import StringIO
from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.domain.csv_text import protect
from innobudget.io.sheets import Sheet, text_of

LABELS = ("line", "name", "area", "kind")
MISSING = "..."
_YEAR = re.compile(r"(?:19|20|21)\d\d")


def is_canonical(sheet: Sheet) -> bool:
    """Say whether a sheet is a canonical csv, by its first row."""
    header = [text_of(value) for value in sheet.rows[0]] if sheet.rows else []
    return (
        not sheet.name
        and tuple(header[: len(LABELS)]) == LABELS
        and len(header) > len(LABELS)
        and all(_YEAR.fullmatch(text) for text in header[len(LABELS) :])
    )


def begins_canonical(path: Path) -> bool:
    """Say whether a file begins as `canonical_text` does."""
    start = ",".join((*LABELS, "")).encode()
    with path.open("rb") as file:
        return file.read(len(start)) == start


def canonical_text(budget: Budget) -> str:
    """Return a budget as canonical csv.

    Amounts are written so that they read back equal to the last digit.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*LABELS, *budget.years])
    for line in budget.lines:
        labels = (line.id, line.name, line.area or "", line.kind)
        amounts = (line.amounts.get(year) for year in budget.years)
        writer.writerow([*map(_text, labels), *map(_number, amounts)])
    return out.getvalue()


def _text(label: str) -> str:
    """Return a label as it reads back: a lone carriage return would end its row unquoted."""
    return protect(label.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


def _number(amount: float | None) -> str:
    if amount is None:
        return MISSING
    return str(int(amount)) if amount.is_integer() else repr(amount)
