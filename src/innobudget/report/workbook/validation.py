"""What may be typed into an input, in the words of XlsxWriter."""

from typing import Any

from innobudget.domain.scenario import Language
from innobudget.report.tables import Cell, Figure
from innobudget.report.words import sheets
from innobudget.report.words.distributions import plain
from innobudget.report.words.numbers import percent

ANY_NUMBER = (-1e15, 1e15)
"""Excel has no rule for a number of any size."""
SHARES = (Figure.SHARE, Figure.FINE_SHARE)


def allowed(cell: Cell, language: Language) -> dict[str, Any]:
    """Return the rule of an input, and what is said when it is broken."""
    words = {
        "error_title": sheets.WRONG_INPUT(language),
        "error_message": _told(cell, language),
    }
    if cell.choices:
        return {"validate": "list", "source": [str(choice) for choice in cell.choices], **words}
    low, high = cell.limits or ANY_NUMBER
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        **words,
    }


def _told(cell: Cell, language: Language) -> str:
    if cell.choices:
        choices = ", ".join(str(choice) for choice in cell.choices)
        return sheets.ONE_OF(language, choices=choices)
    if cell.limits is None:
        return sheets.A_NUMBER(language)
    write = percent if cell.figure in SHARES else plain
    low, high = (write(limit, language) for limit in cell.limits)
    return sheets.A_NUMBER_WITHIN(language, low=low, high=high)
