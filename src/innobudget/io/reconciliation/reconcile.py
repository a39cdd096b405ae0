"""Rows of a table → lines and totals, or a question where they cannot be told apart."""

from collections.abc import Iterable, Mapping, Sequence

from innobudget.io.reconciliation.hidden import find_hidden_totals
from innobudget.io.reconciliation.signs import decide_sign, direction_of
from innobudget.io.reconciliation.stack import Candidate, Total
from innobudget.io.reconciliation.totals import Totals, find_totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.layout import Layout
from innobudget.io.tables.precision import precision_of
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.questions import QuestionError

SHOWN = 3
EMPTY_ROWS = 3


def split_totals(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> Totals:
    """Find the totals among the rows; in a long table year by year.

    Raises
    ------
    QuestionError
        If rows add up others to the last digit and nothing says whether they are totals.

    """
    long = not layout.amounts
    turned = decide_sign(rows) == "both-positive"
    years = sorted({year for row in rows for year in row.amounts})
    groups = [[year] for year in years] if long else [years]
    totals: dict[int, Total] = {}
    repeats: dict[int, int] = {}
    hidden: dict[int, tuple[int, int]] = {}
    for group in groups:
        positions = [at for at, row in enumerate(rows) if not long or group[0] in row.amounts]
        members = [rows[at] for at in positions]
        coded = "line" in layout.columns and any(row.code for row in rows)
        factors = [_factor(row, turned=turned) for row in members]
        candidates = [
            _candidate(row, group, factor=factor, coded=coded)
            for row, factor in zip(members, factors, strict=True)
        ]
        precision = precision_of(members)
        found = find_totals(candidates, precision)
        for at, total in found.totals.items():
            lines = {positions[line]: s * factors[line] for line, s in total.lines.items()}
            totals[positions[at]] = Total(lines=lines, agrees=total.agrees)
        repeats.update((positions[at], positions[of]) for at, of in found.repeats.items())
        asked = find_hidden_totals(candidates, found.lines(len(candidates)), precision)
        hidden.update(
            (positions[at], (positions[first], positions[last]))
            for at, (first, last) in asked.items()
        )
    _check_tail(sheet, rows, totals)
    if hidden:
        raise _question(sheet, layout, rows, hidden)
    return Totals(totals=totals, repeats=repeats)


def _check_tail(sheet: Sheet, rows: Sequence[TableRow], totals: Mapping[int, Total]) -> None:
    """Ask about figures below the last total, behind empty rows or without a label.

    Raises
    ------
    QuestionError
        With the last total as the end of the table.

    """
    last = max((at for at, total in totals.items() if total.agrees), default=None)
    if last is None or last == len(rows) - 1:
        return
    after = rows[last + 1 :]
    apart = after[0].row - rows[last].row > EMPTY_ROWS
    unnamed = any(not row.texts.keys() & {"line", "name", "area"} for row in after)
    if apart or unnamed:
        raise QuestionError(
            f"figures follow the last total ({rows[last].label}) in {sheet.place(after[0].row)}: "
            "lines of the budget, or notes beside it",
            proposal={"last_row": rows[last].row + 1},
        )


def _factor(row: TableRow, *, turned: bool) -> int:
    """Return -1 for income that is written positive beside positive expenditure."""
    return -1 if turned and direction_of(row) < 0 else 1


def _candidate(row: TableRow, years: Sequence[int], *, factor: int, coded: bool) -> Candidate:
    return Candidate(
        labels=row.labels,
        coded=bool(row.code) if coded else None,
        amounts=tuple(factor * row.amounts.get(year, 0.0) for year in years),
        flagged=row.flagged,
    )


def _question(
    sheet: Sheet,
    layout: Layout,
    rows: Sequence[TableRow],
    hidden: Mapping[int, tuple[int, int]],
) -> QuestionError:
    told = [
        f"row {rows[at].row + 1} ({rows[at].label}) is the sum of rows "
        f"{rows[first].row + 1} to {rows[last].row + 1}"
        for at, (first, last) in list(hidden.items())[:SHOWN]
    ]
    more = f", and {len(hidden) - SHOWN} more" if len(hidden) > SHOWN else ""
    return QuestionError(
        f"lines and totals cannot be told apart in {sheet.place()}: {'; '.join(told)}{more}",
        proposal={"total_rows": _texts_of(layout, rows, hidden)},
    )


def _texts_of(
    layout: Layout, rows: Sequence[TableRow], hidden: Iterable[int]
) -> dict[str, list[str]]:
    """Return the names of totals for a mapping, row numbers where lines share the names."""
    totals = [rows[at] for at in hidden]
    names = [row.texts.get("name", "") for row in totals]
    others = {row.texts.get("name", "") for row in rows if row not in totals}
    if all(names) and others.isdisjoint(names):
        return {layout.headers[layout.columns["name"]]: list(dict.fromkeys(names))}
    return {"row": [str(row.row + 1) for row in totals]}
