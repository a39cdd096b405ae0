"""What the rows of a table leave open, with the answers that may be given."""

from collections.abc import Iterable, Mapping, Sequence

from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.levels import Head
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.labels import is_grand

SHOWN = 3
EMPTY_ROWS = 3


def check_tail(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], run: Sequence[int], found: Totals
) -> None:
    """Ask about figures below the last total: below a grand total, far below, without a label.

    The rows of one sheet, a run of positions, are looked at.

    Raises
    ------
    QuestionError
        With the rows below as left out, else with the last total as the end of the table.

    """
    totals, repeats = found.totals, found.repeats
    last = max((at for at in run if at in totals and totals[at].lines), default=None)
    after = [at for at in run if last is not None and at > last and at not in {*repeats, *totals}]
    if last is None or not after:
        return
    apart = rows[after[0]].row - max(rows[last].rows) > EMPTY_ROWS
    names = {"line", "name"} if sheet.parts else {"line", "name", "area"}
    unnamed = any(not rows[at].texts.keys() & names for at in after)
    above = {at for at in run if at < last and at not in totals and at not in repeats}
    grand = any(map(is_grand, rows[last].labels)) and above == totals[last].lines.keys()
    if apart or unnamed or grand:
        below = _texts_of(sheet, layout, rows, after)
        ends = "row" in below and not sheet.parts
        raise QuestionError(
            f"figures follow the last total ({rows[last].label}) in "
            f"{sheet.place(rows[after[0]].row)}: lines of the budget, or notes beside it",
            proposal={"last_row": max(rows[last].rows) + 1} if ends else {"leave_out": below},
        )


def nesting_question(
    sheet: Sheet, rows: Sequence[TableRow], unsure: Mapping[int, Head]
) -> QuestionError:
    """Ask whether codes hold the codes that they begin, and show both sums."""
    told = []
    for at, head in list(unsure.items())[:SHOWN]:
        stated = rows[at].amounts
        year = max(stated, key=lambda year: abs(stated[year]))
        under = sum(rows[line].amounts.get(year, 0.0) for line in head.lines)
        told.append(
            f"row {sheet.row_name(rows[at].row)} ({rows[at].label}) has {stated[year]:,.2f} in "
            f"{year}, the {len(head.lines)} lines under its code {under:,.2f}"
        )
    more = f", and {len(unsure) - len(told)} more" if len(unsure) > len(told) else ""
    return QuestionError(
        f"codes begin others, and are not their sum, in {sheet.place()}: {'; '.join(told)}{more}: "
        "they hold what is under them (nested), or stand beside it (flat)",
        proposal={"nesting": "nested"},
        others=({"nesting": "flat"},),
    )


def hidden_question(
    sheet: Sheet,
    layout: Layout,
    rows: Sequence[TableRow],
    hidden: Mapping[int, Sequence[int]],
) -> QuestionError:
    """Ask whether rows that add up others to the last digit are totals."""
    told = [
        f"row {sheet.row_name(rows[at].row)} ({rows[at].label}) is the sum of rows "
        f"{sheet.row_name(rows[min(lines)].row)} to {sheet.row_name(rows[max(lines)].row)}"
        for at, lines in list(hidden.items())[:SHOWN]
    ]
    more = f", and {len(hidden) - len(told)} more" if len(hidden) > len(told) else ""
    return QuestionError(
        f"lines and totals cannot be told apart in {sheet.place()}: {'; '.join(told)}{more}",
        proposal={"total_rows": _texts_of(sheet, layout, rows, hidden)},
        others=({"totals": "none"},),
    )


def _texts_of(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], hidden: Iterable[int]
) -> dict[str, list[str]]:
    """Return the texts by which a mapping names totals; row numbers where lines share them."""
    totals = [rows[at] for at in hidden]
    kept = set(hidden)
    for role in ("line", "name", "area"):
        texts = [row.texts.get(role, "") for row in totals]
        others = {row.texts.get(role, "") for at, row in enumerate(rows) if at not in kept}
        if all(texts) and others.isdisjoint(texts) and role in layout.columns:
            header = name_of_column(layout, layout.columns[role])
            return {header: list(dict.fromkeys(texts))}
    return {"row": [sheet.row_name(at) for row in totals for at in row.rows]}
