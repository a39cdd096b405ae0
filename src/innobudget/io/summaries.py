"""Sheets that add up what a budget over several sheets holds: control totals, never lines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from innobudget.domain.reading import BudgetReading, ControlTotal
from innobudget.errors import Problem
from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.sheets import Sheet
from innobudget.io.wording.labels import says_total
from innobudget.messages import say


def with_summaries(
    reading: BudgetReading, beside: Mapping[str, BudgetReading | None], sheets: Mapping[str, Sheet]
) -> BudgetReading:
    """Compare a budget over several sheets with the sheets of its layout that are not read.

    Parameters
    ----------
    reading
        Of the sheets that the mapping names.
    beside
        By name, how each of the other sheets reads alone; None where it does not.
    sheets
        The same sheets.

    Returns
    -------
    BudgetReading
        With a control total for each year of a sheet that holds the same sums, and a doubt that
        names every other sheet that does not call itself a total; none where one sheet that is
        read is what the others add up to.

    """
    controls: list[ControlTotal] = []
    others: list[Sheet] = []
    for name, other in beside.items():
        found = [] if other is None else _controls(reading, other, sheets[name])
        if found and all(control.within_rounding for control in found):
            controls += found
        elif not says_total(name):
            others.append(sheets[name])
    apart = [other for sheet in others if (other := beside[sheet.name]) is not None]
    allowed = tolerance(reading.lines, reading.unit or 1.0)
    whole = len(apart) == len(others) > 1 and all(
        abs(fsum(other.totals.get(year, 0.0) for other in apart) - stated) <= allowed
        for year, stated in reading.totals.items()
    )
    doubts = [_not_read(others)] if others and not whole else []
    budget = reading.budget
    return replace(
        reading,
        control_totals=(*reading.control_totals, *controls),
        doubts=(*reading.doubts, *doubts),
        budget=budget and replace(budget, doubts=(*budget.doubts, *doubts)),
    )


def _controls(reading: BudgetReading, other: BudgetReading, sheet: Sheet) -> list[ControlTotal]:
    if other.years != reading.years:
        return []
    allowed = tolerance(reading.lines, reading.unit or 1.0)
    return [
        ControlTotal(
            place=sheet.place(),
            label=say("all of sheet {name}", name=sheet.name),
            year=year,
            stated=stated,
            read=reading.totals[year],
            within_rounding=abs(reading.totals[year] - stated) <= allowed,
        )
        for year, stated in other.totals.items()
    ]


def _not_read(others: Sequence[Sheet]) -> Problem:
    return Problem(
        code="sheet-alike-not-read",
        place=others[0].place(),
        found=say(
            "the columns or years of what is read, and other sums: {names}",
            names=[repr(sheet.name) for sheet in others],
        ),
        expected=say("its name under sheet in the mapping, if it is a part of the budget"),
        remedy=say("add it there, unless it repeats a part of the others"),
    )
