"""Sheets that hold the same lines for the same years: two versions of one budget, or two parts."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from innobudget.errors import Problem
from innobudget.io.layouts.stacking import Lines, are_like, shared
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.periods import parse_period


def find_shared(
    sheet: Sheet, lines: Mapping[str, Sequence[TableRow]]
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Find the sheets most of whose lines stand in another one for the same years.

    Returns
    -------
    tuple
        By name, sheets whose amounts are like another's, with words for a question: of two,
        the one of the earlier year, else the first; and a doubt for those with other amounts.

    """
    amounts = {name: _by_key(name, rows) for name, rows in lines.items()}
    starts = {part.name: part.start for part in sheet.parts}
    told: dict[str, str] = {}
    doubts: dict[str, Problem] = {}
    for one, other in combinations(sorted(amounts, key=_year_of), 2):
        pairs = shared(amounts[one], amounts[other])
        if are_like(pairs):
            told[one] = f"holds the lines of {other!r} with like amounts for the same years"
        elif pairs:
            doubts.setdefault(one, _other_amounts(sheet.place(starts[one]), other))
    return told, tuple(doubts.values())


def _year_of(name: str) -> int:
    period = parse_period(name)
    return (period.year or 0) if period else 0


def _by_key(name: str, rows: Sequence[TableRow]) -> Lines:
    """Return the amounts of each line, by what its cells say beside its sheet's name."""
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for row in rows:
        texts = {role: text for role, text in row.texts.items() if role != "year"}
        if texts.get("area") == name:
            del texts["area"]
        if texts.keys() & {"line", "name", "area"}:
            key = tuple(f"{role}: {text}" for role, text in sorted(texts.items()))
            found.setdefault(key, {}).update(row.amounts)
    return found


def _other_amounts(place: str, other: str) -> Problem:
    return Problem(
        code="sheets-share-lines",
        place=place,
        found=f"most lines of sheet {other!r}, for the same years, with other amounts",
        expected="another part of the budget: both are read and added up",
        remedy="if they are two versions of one budget, name one of the two under sheet",
    )
