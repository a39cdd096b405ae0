"""How a budget file was read, as a JSON object for scripts."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from innobudget.domain.reading import BudgetReading
from innobudget.errors import Problem

PROBLEM_KEYS = ("code", "place", "found", "expected", "remedy")
NOT_WRITTEN = frozenset({"budget", "headers"})


def reading_document(reading: BudgetReading) -> dict[str, Any]:
    """Return what `innobudget budget FILE --json` prints; amounts in whole currency units."""
    said = {
        item.name: getattr(reading, item.name)
        for item in fields(reading)
        if item.name not in NOT_WRITTEN
    }
    return {
        **said,
        "control_totals": [
            {**asdict(total), "difference": total.difference} for total in reading.control_totals
        ],
        "candidates": [asdict(one) for one in reading.candidates],
        "left_out": [asdict(left) for left in reading.left_out],
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
