"""What the rows of a table leave open, with the answers that may be given."""

from collections.abc import Iterable, Mapping, Sequence

from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.levels import Head
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.columns import Role
from innobudget.io.wording.labels import is_grand
from innobudget.messages import say

SHOWN = 3
_NAMING: tuple[Role, ...] = ("line", "name", "area")
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
    totals, lines = found.totals, set(found.lines(len(rows))).intersection(run)
    last = max((at for at in run if at in totals and totals[at].lines), default=len(rows))
    after = sorted(at for at in lines if at > last)
    if not after:
        return
    apart = rows[after[0]].row - max(rows[last].rows) > EMPTY_ROWS
    names = {"line", "name"} if sheet.parts else {"line", "name", "area"}
    unnamed = any(not rows[at].texts.keys() & names for at in after)
    above = lines.difference(after)
    grand = any(map(is_grand, rows[last].labels)) and above == totals[last].lines.keys()
    if apart or unnamed or grand:
        below = _texts_of(sheet, layout, rows, after)
        ends = "row" in below and not sheet.parts
        if ends and len(rows[last].rows) > 1:  # the next year's rows follow, too
            return
        raise QuestionError(
            say(
                "figures follow the last total ({label}) in {place}: lines of the "
                "budget, or notes beside it",
                label=rows[last].label,
                place=sheet.place(rows[after[0]].row),
            ),
            proposal={"last_row": max(rows[last].rows) + 1} if ends else {"leave_out": below},
        )


def nesting_question(
    sheet: Sheet, rows: Sequence[TableRow], unsure: Mapping[int, Head]
) -> QuestionError:
    """Ask whether codes hold the codes that they begin, and show both sums.

    Proposed is that they do, unless most have less than what is under them.
    """
    over = [head.fit for head in unsure.values()].count("over") * 2 > len(unsure)
    answers: list[Mapping[str, object]] = [{"nesting": "nested"}, {"nesting": "flat"}]
    answers = answers[::-1] if over else answers
    told = []
    for at, head in list(unsure.items())[:SHOWN]:
        stated = rows[at].amounts
        year = max(stated, key=lambda year: abs(stated[year]))
        under = sum(rows[line].amounts.get(year, 0.0) for line in head.lines)
        told.append(
            say(
                "row {row} ({label}) has {stated:,.2f} in {year}, the {lines} lines under its code "
                "{under:,.2f}",
                row=sheet.row_name(rows[at].row),
                label=rows[at].label,
                stated=stated[year],
                year=year,
                lines=len(head.lines),
                under=under,
            )
        )
    more = say(", and {count} more", count=len(unsure) - len(told)) if len(unsure) > SHOWN else ""
    return QuestionError(
        say(
            "codes begin others, and are not their sum, in {place}: {told:; }{more}: "
            "they hold what is under them (nested), or stand beside it (flat)",
            place=sheet.place(),
            told=told,
            more=more,
        ),
        proposal=answers[0],
        others=answers[1:],
    )


def hidden_question(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], hidden: Mapping[int, Sequence[int]]
) -> QuestionError:
    """Ask whether rows that add up others to the last digit are totals."""
    told = [
        say(
            "row {row} ({label}) is the sum of rows {first} to {last}",
            row=sheet.row_name(rows[at].row),
            label=rows[at].label,
            first=sheet.row_name(rows[min(lines)].row),
            last=sheet.row_name(rows[max(lines)].row),
        )
        for at, lines in list(hidden.items())[:SHOWN]
    ]
    more = say(", and {count} more", count=len(hidden) - len(told)) if len(hidden) > SHOWN else ""
    return QuestionError(
        say(
            "lines and totals cannot be told apart in {place}: {told:; }{more}",
            place=sheet.place(),
            told=told,
            more=more,
        ),
        proposal={"total_rows": _texts_of(sheet, layout, rows, hidden)},
        others=({"totals": "none"},),
    )


def _texts_of(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], hidden: Iterable[int]
) -> dict[str, list[str]]:
    """Return the texts by which a mapping names totals; row numbers where lines share them.

    They are the cells as they stand: a code may have been parted from its name, or restored.
    """
    totals = [rows[at] for at in hidden]
    kept = set(hidden)
    named = [layout.columns[role] for role in _NAMING if role in layout.columns]
    for column in named:
        texts = [sheet.text(row.row, column) for row in totals]
        others = {sheet.text(row.row, column) for at, row in enumerate(rows) if at not in kept}
        if all(texts) and others.isdisjoint(texts):
            return {name_of_column(layout, column): list(dict.fromkeys(texts))}
    return {"row": [sheet.row_name(at) for row in totals for at in row.rows]}
