"""Rows that stand twice, all cells equal: said, and left out where the file's totals prove it."""

from collections.abc import Hashable, Sequence

from innobudget.domain.reading import LeftOut
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.reconcile import split_totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow
from innobudget.messages import say


def without_pasted(sheet: Sheet, layout: Layout, table: Table) -> tuple[Problem, ...]:
    """Find rows that repeat an earlier one; take them out if the totals agree only then.

    Returns
    -------
    tuple
        A doubt that names the first such row and the one that it repeats.

    """
    again = _repeated(table.rows)
    if not again:
        return ()
    kept = [row for at, row in enumerate(table.rows) if at not in again]
    proven = _is_whole(sheet, layout, kept) and not _is_whole(sheet, layout, table.rows)
    at, of = next(iter(again.items()))
    first, second = table.rows[of], table.rows[at]
    doubt = Problem(
        code="row-twice",
        place=sheet.place(second.row),
        found=say(
            "{label}: the same in every cell as row {row}{more}",
            label=second.label,
            row=sheet.row_name(first.row),
            more=say(", and {count} more such rows", count=len(again) - 1)
            if len(again) > 1
            else "",
        ),
        expected=say("every row once; left out, since the file's totals agree only then")
        if proven
        else say("every row once; both are counted"),
        remedy=say("name the second under leave_out in a mapping, if it was pasted twice"),
    )
    if proven:
        table.left_out += [
            LeftOut(place=sheet.place(table.rows[one].row), reason=say("a row that stands twice"))
            for one in again
        ]
        table.rows = kept
    return (doubt,)


def _repeated(rows: Sequence[TableRow]) -> dict[int, int]:
    """Return the rows with figures that repeat an earlier one, by that one."""
    seen: dict[Hashable, int] = {}
    cells = [(row.labels, *row.texts.values(), *row.amounts.items()) for row in rows]
    firsts = [seen.setdefault(own, at) for at, own in enumerate(cells)]
    return {
        at: first
        for at, (row, first) in enumerate(zip(rows, firsts, strict=True))
        if at != first and any(row.amounts.values()) and row.texts and rows[first].row != row.row
    }


def _is_whole(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> bool:
    """Say whether all totals of the file agree, and one or more cover every line."""
    try:
        found = split_totals(sheet, layout, list(rows))
    except QuestionError:
        return False
    covered = {line for total in found.totals.values() for line in total.lines}
    agree = bool(found.totals) and all(total.agrees for total in found.totals.values())
    return agree and covered.issuperset(found.lines(len(rows)))
