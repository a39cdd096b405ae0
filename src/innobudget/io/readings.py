"""How a budget file was read, as a JSON object for scripts."""

from collections.abc import Sequence
from typing import Any

from innobudget.domain.reading import BudgetReading
from innobudget.errors import Problem

PROBLEM_KEYS = ("code", "place", "found", "expected", "remedy")
CONTROL_KEYS = ("place", "label", "year", "stated", "read", "difference", "within_rounding")


def faults_document(file: str, faults: Sequence[Problem]) -> dict[str, Any]:
    """Return the same object for a file or a mapping that could not be read."""
    return {
        "verdict": "refused",
        "reason": "; ".join(f"{fault.place}: {fault.found}" for fault in faults),
        "file": file,
        "problems": [{key: getattr(fault, key) for key in PROBLEM_KEYS} for fault in faults],
    }


def reading_document(reading: BudgetReading) -> dict[str, Any]:
    """Return what `innobudget budget FILE --json` prints; amounts in whole currency units."""
    return {
        "verdict": reading.verdict,
        "reason": reading.reason,
        "problems": [],
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
        "doubts": [{key: getattr(doubt, key) for key in PROBLEM_KEYS} for doubt in reading.doubts],
    }
