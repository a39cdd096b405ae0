"""Whether a reading is right, or says by name what is wrong with it."""

from collections.abc import Iterator, Mapping

from exports.writing import Truth
from innobudget.domain.reading import BudgetReading

BESIDE_THE_COUNT = frozenset(
    {
        *("unit-not-said", "sign-not-said", "year-from-title", "fiscal-year", "kind-unknown"),
        *("number-style-unsure", "encoding-unsure", "area-filled-down", "code-restored"),
        *("mapping-moved", "layout-changed", "budget-price-level", "tables-side-by-side"),
        *("year-filled-down", "year-from-file-name", "rows-hidden", "columns-hidden"),
        *("unit-differs", "sign-differs", "decimal-differs", "direction-only-mapped"),
    }
)
"""Doubts that may stand on a file that is read right, and excuse no wrong count."""
NAMED = {
    "side": ("sign", "direction", "side"),
    "unit": ("unit",),
    "year": ("year",),
    "hidden": ("hidden",),
}
"""What the code of a doubt holds that is about something else than the count."""


def fault(reading: BudgetReading, truth: Truth) -> str:
    """Say what is silently wrong with a reading; empty where it is right, asks or doubts.

    A doubt excuses what it names: one about the unit a wrong unit, one about sign or direction
    amounts on the wrong side, one about years a wrong year, any other a wrong count.
    """
    if reading.budget is None:
        return "" if reading.reason else "no budget, and no reason"
    codes = {doubt.code for doubt in reading.doubts}
    silent = (said for about, said in _wrong(reading, truth) if not _doubted(about, codes))
    return next(silent, "")


def _doubted(about: str, codes: set[str]) -> bool:
    if about == "count":
        return bool(codes - BESIDE_THE_COUNT)
    return any(word in code for code in codes for word in NAMED[about])


def _wrong(reading: BudgetReading, truth: Truth) -> Iterator[tuple[str, str]]:
    """Yield what is wrong: what it is about, and how."""
    found, right = reading.totals, truth.totals
    if truth.doubt:
        yield truth.doubt, f"{truth.doubt}: can only be asked or doubted"
    scale = (reading.unit or 1) / truth.unit
    if set(found) != set(right):
        yield "year", f"years {sorted(found)} for {sorted(right)}"
    elif _same(found, right):
        yield from _wrong_beside_totals(reading, truth)
    elif _same(found, {year: -amount for year, amount in right.items()}):
        yield "side", "income for expenditure"
    elif scale != 1 and _same(found, {year: amount * scale for year, amount in right.items()}):
        yield "unit", f"unit {reading.unit:g} for {truth.unit:g}"
    elif truth.spent and _same(_moved(reading), _added(truth.spent, truth.earned)):
        yield "side", f"net {found} for {right}"
    else:
        yield "count", f"net {found} for {right}"


def _wrong_beside_totals(reading: BudgetReading, truth: Truth) -> Iterator[tuple[str, str]]:
    if truth.lines is not None and reading.lines != truth.lines:
        yield "count", f"{reading.lines} lines for {truth.lines}"
    if reading.unit != truth.unit:
        yield "unit", f"unit {reading.unit} for {truth.unit:g}"
    sides = reading.totals_by_direction
    if truth.spent and not _same(sides["expenditure"], truth.spent):
        yield "side", f"expenditure {sides['expenditure']} for {truth.spent}"


def _moved(reading: BudgetReading) -> dict[int, float]:
    """Return all that moves, whichever side it is on."""
    sides = reading.totals_by_direction
    return _added(sides["expenditure"], sides["income"])


def _added(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    return {year: amount + other[year] for year, amount in one.items()}


def _same(one: Mapping[int, float], other: Mapping[int, float]) -> bool:
    return all(abs(one[year] - other[year]) <= 0.02 + 1e-9 * abs(other[year]) for year in other)


def is_right(reading: BudgetReading, truth: Truth) -> bool:
    """Say whether a reading has the true net total of every year, and no other."""
    return set(reading.totals) == set(truth.totals) and _same(reading.totals, truth.totals)


def said_anew(reading: BudgetReading, other: BudgetReading) -> set[str]:
    """Return what a reading doubts that another of the same file does not."""
    before = {(doubt.code, doubt.place, doubt.found) for doubt in other.doubts}
    return {
        doubt.code
        for doubt in reading.doubts
        if (doubt.code, doubt.place, doubt.found) not in before
        and doubt.code not in {"unit-not-said", "sign-not-said"}
    }
