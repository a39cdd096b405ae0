"""What may be typed into an input, in the words of XlsxWriter."""

from typing import Any

from innobudget.domain.scenario import Language
from innobudget.report.tables import Cell, Figure
from innobudget.report.words import sheets
from innobudget.report.words.distributions import plain
from innobudget.report.words.numbers import percent

ANY = 1e15
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
    low, high = (min(max(limit, -ANY), ANY) for limit in cell.limits)
    return {
        "validate": "integer" if cell.is_whole else "decimal",
        "criteria": "between",
        "minimum": int(low) if cell.is_whole else low,
        "maximum": int(high) if cell.is_whole else high,
        **words,
    }


def untouched(language: Language) -> dict[str, Any]:
    """Return what is said beside a figure that only a new run can follow."""
    return {
        "validate": "any",
        "input_title": sheets.NEW_RUN_TITLE(language),
        "input_message": sheets.NEW_RUN(language),
    }


def _told(cell: Cell, language: Language) -> str:
    if cell.choices:
        choices = ", ".join(str(choice) for choice in cell.choices)
        return sheets.ONE_OF(language, choices=choices)
    low, high = cell.limits
    write = percent if cell.figure in SHARES else plain
    told = {
        (True, True): sheets.A_NUMBER_WITHIN,
        (True, False): sheets.A_NUMBER_FROM,
        (False, True): sheets.A_NUMBER_TO,
        (False, False): sheets.A_NUMBER,
    }[low > -ANY, high < ANY]
    return told(language, low=write(low, language), high=write(high, language))
