"""Sheets that add up what a budget over several sheets holds: control totals, never lines."""

from collections.abc import Mapping
from dataclasses import replace

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
        With a control total for each year of a sheet that holds the same sums, and a doubt for
        every other sheet that does not call itself a total.

    """
    controls: list[ControlTotal] = []
    doubts: list[Problem] = []
    for name, other in beside.items():
        found = [] if other is None else _controls(reading, other, sheets[name])
        if found and all(control.within_rounding for control in found):
            controls += found
        elif not says_total(name):
            doubts.append(_not_read(sheets[name]))
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


def _not_read(sheet: Sheet) -> Problem:
    return Problem(
        code="sheet-alike-not-read",
        place=sheet.place(),
        found=say("the columns of the sheets that are read, and other sums"),
        expected=say("its name under sheet in the mapping, if it is a part of the budget"),
        remedy=say("add it there, unless it repeats a part of the others"),
    )
