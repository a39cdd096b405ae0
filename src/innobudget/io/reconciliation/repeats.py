"""Sheets that repeat the others: a summary beside its details counts money twice."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from innobudget.io.reconciliation.hidden import digits_of, enough_digits
from innobudget.io.reconciliation.stack import tolerance
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.precision import precision_of
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.questions import QuestionError


def check_repeats(sheet: Sheet, rows: Sequence[TableRow], totals: Totals) -> None:
    """Ask about sheets, among several that are read as one, that repeat others.

    Such a sheet adds up to what another one or all others do, or its lines are other sheets'
    totals. The sheets with fewest lines, and the last of them, are looked at first.

    Raises
    ------
    QuestionError
        With the other sheets as a proposal.

    """
    if not sheet.parts:
        return
    years = sorted({year for row in rows for year in row.amounts})
    lines: dict[str, list[list[float]]] = {part.name: [] for part in sheet.parts}
    for at in totals.lines(len(rows)):
        amounts = [rows[at].amounts.get(year, 0.0) for year in years]
        lines[sheet.part(rows[at].row).name].append(amounts)
    tables = {name: np.array(own) for name, own in lines.items() if own}
    precision = precision_of(rows)
    told: dict[str, str] = {}
    order = {name: at for at, name in enumerate(tables)}
    for name in sorted(tables, key=lambda name: (len(tables[name]), -order[name])):
        others = {of: own for of, own in tables.items() if of != name and of not in told}
        repeated = _repeated(tables[name], list(others.values()), precision) if others else ""
        if repeated:
            told[name] = repeated
    if told:
        said = "; ".join(f"sheet {name!r} {repeated}" for name, repeated in told.items())
        kept = [part.name for part in sheet.parts if part.name not in told]
        raise QuestionError(
            f"{said}: read together they would count money twice (if not, set totals = 'none')",
            proposal={"sheet": kept if len(kept) > 1 else kept[0]},
        )


def _repeated(
    own: NDArray[np.float64], others: Sequence[NDArray[np.float64]], precision: float
) -> str:
    """Say what a sheet's lines repeat; empty where they do not."""
    count = len(own) + sum(map(len, others))
    sums = np.array([other.sum(axis=0) for other in others])
    allowed = tolerance(count, precision) + 1e-9 * float(np.abs(sums).max())
    whole = own.sum(axis=0)
    if _close(whole, sums.sum(axis=0), allowed):
        return "adds up to the others together"
    if any(_close(whole, sum_, allowed) for sum_ in sums):
        return "adds up to the same as another"
    totals = [sum_ for sum_, other in zip(sums, others, strict=True) if len(other) > 1]
    same = [line for line in own if any(_close(line, sum_, allowed) for sum_ in totals)]
    telling = [line for line in same if digits_of(line, precision) >= enough_digits(count)]
    return "holds totals of others" if telling or len(same) == len(own) > 1 else ""


def _close(one: NDArray[np.float64], other: NDArray[np.float64], allowed: float) -> bool:
    return bool(one.any() and (np.abs(one - other) <= allowed).all())
