"""How a budget file was read, as a JSON object for scripts."""

from collections.abc import Sequence
from typing import Any

from innobudget.domain.reading import BudgetReading
from innobudget.errors import Problem

PROBLEM_KEYS = ("code", "place", "found", "expected", "remedy")
CONTROL_KEYS = ("place", "label", "year", "stated", "read", "difference", "within_rounding")


def reading_document(reading: BudgetReading) -> dict[str, Any]:
    """Return what `innobudget budget FILE --json` prints; amounts in whole currency units."""
    return {
        "verdict": reading.verdict,
        "reason": reading.reason,
        "file": reading.file,
        "sheet": reading.sheet,
        "sheets": list(reading.sheets),
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "range": reading.range,
        "currency": reading.currency,
        "unit": reading.unit,
        "price_level": reading.price_level,
        "sign": reading.sign,
        "header_row": reading.header_row,
        "columns": dict(reading.columns),
        "lines": reading.lines,
        "years": list(reading.years),
        "budget_year": reading.budget_year,
        "totals": {str(year): amount for year, amount in reading.totals.items()},
        "totals_by_direction": {
            direction: {str(year): amount for year, amount in amounts.items()}
            for direction, amounts in reading.totals_by_direction.items()
        },
        "areas": reading.areas,
        "blanks": reading.blanks,
        "control_totals": [
            {key: getattr(total, key) for key in CONTROL_KEYS} for total in reading.control_totals
        ],
        "proposal": dict(reading.proposal),
        "candidates": [
            {"answer": dict(one.answer), "lines": one.lines, "year": one.year, "total": one.total}
            for one in reading.candidates
        ],
        "left_out": [{"place": left.place, "reason": left.reason} for left in reading.left_out],
        "doubts": _written(reading.doubts),
        "problems": [],
    }


def refused_document(file: str, problems: Sequence[Problem]) -> dict[str, Any]:
    """Return what it prints of a file that cannot be read, or of a mapping that is wrong."""
    return {
        "verdict": "refused",
        "reason": problems[0].found,
        "file": file,
        "doubts": [],
        "problems": _written(problems),
    }


def _written(problems: Sequence[Problem]) -> list[dict[str, str]]:
    return [{key: getattr(problem, key) for key in PROBLEM_KEYS} for problem in problems]
