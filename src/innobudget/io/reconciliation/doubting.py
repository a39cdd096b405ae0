"""Doubts about rows that are counted, and may be totals, parts of other rows, or stand twice."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import fsum, isclose
from statistics import median

from innobudget.domain.reading import LeftOut
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.reconcile import split_totals
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.labels import is_balance, is_grand, parse_direction, says_total
from innobudget.io.wording.numerals import NumberStyle, read_number
from innobudget.io.wording.periods import counts_people, is_count, is_per_head, parse_version
from innobudget.messages import counted, say

OUT_OF_SCALE = 100
"""So many times a year before, most lines do not grow: one of the two counts in another unit."""


def like_totals(sheet: Sheet, rows: Sequence[TableRow], totals: Totals) -> Iterator[Problem]:
    """Doubt the lines that add up others to few digits, and those outside a grand total."""
    covered = {line for total in totals.totals.values() for line in total.lines}
    alone = [at for at in totals.lines(len(rows)) if at not in covered]
    sums = {
        year: fsum(rows[at].amounts.get(year, 0.0) for at in alone)
        for year in {year for row in rows for year in row.amounts}
    }
    grand = [
        rows[at]
        for at, total in totals.totals.items()
        if total.lines
        and (
            (total.agrees and (any(map(is_grand, rows[at].labels)) or _says(rows[at], sums)))
            or (at in (0, len(rows) - 1) and any(map(says_total, rows[at].labels)))
        )
    ]
    summed = {sheet.parts and sheet.part(row.row) for row in grand}
    outside = [at for at in alone if (sheet.parts and sheet.part(rows[at].row)) in summed]
    if outside:
        yield Problem(
            code="line-outside-total",
            place=sheet.place(rows[outside[0]].row),
            found=counted(
                "{count} line that belongs to no total: {label}",
                "{count} lines that belong to no total, such as {label}",
                len(outside),
                label=rows[outside[0]].label,
            ),
            expected=say(
                "every line under {label}; they are counted beside it", label=grand[-1].label
            ),
            remedy=say("if they are parts of other rows, name them under leave_out in a mapping"),
        )
    if totals.sums:
        first, others = rows[min(totals.sums)], len(totals.sums) - 1
        more = (
            counted(", and {count} more such row", ", and {count} more such rows", others)
            if others
            else ""
        )
        yield Problem(
            code="line-is-a-sum",
            place=sheet.place(first.row),
            found=say("{label}: the sum of rows beside it{more}", label=first.label, more=more),
            expected=say(
                "lines that add up no others; it is counted, since few digits may be chance"
            ),
            remedy=say("if it is a total, name it under total_rows in a mapping"),
        )


def like_counts(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Doubt the lines that count something else than money, or most of them money per head.

    So are amounts beside columns of inhabitants, if no word over them is one of budgets.
    """
    over = [layout.headers[at].casefold() for at in layout.amount_columns]
    people = [text for text in layout.headers if is_per_head(text) or counts_people(text)]
    if people and all(parse_version(text) == "other" for text in over):
        yield Problem(
            code="line-is-a-count",
            place=sheet.place(),
            found=say(
                "{header!r} beside the amounts, and no word over them that is one of budgets",
                header=people[0],
            ),
            expected=say("a budget; read as one"),
            remedy=say("see that the figures are no statistics"),
        )
    found = [row for row in rows if any(map(is_count, row.labels))]
    heads = [row for row in rows if any(map(is_per_head, row.labels))]
    found = heads if len(heads) * 2 > len(rows) else found if len(found) < len(rows) else []
    if found:
        yield Problem(
            code="line-is-a-count",
            place=sheet.place(found[0].row),
            found=counted(
                "{count} line that counts something else than money: {label}",
                "{count} lines that count something else than money, such as {label}",
                len(found),
                label=", ".join(filter(None, found[0].labels)),
            ),
            expected=say("amounts only; counted as such"),
            remedy=say("name what is no amount under leave_out in a mapping"),
        )


def of_balances(sheet: Sheet, rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Doubt the lines of a balance sheet: what is owned and owed at a day is no year's flow.

    Both sides are named there; *Activo* alone says that something is in use.
    """
    told = [next(filter(is_balance, (*row.labels, *row.texts.values())), "") for row in rows]
    found = [row for row, word in zip(rows, told, strict=True) if word]
    if len({word.casefold() for word in told if word}) > 1:
        yield Problem(
            code="line-is-a-balance",
            place=sheet.place(found[0].row),
            found=say(
                "{count} lines of a balance sheet, such as {label}",
                count=len(found),
                label=", ".join(filter(None, found[0].labels)),
            ),
            expected=say("income and expenditure of a year only; counted as such"),
            remedy=say("name the lines under leave_out in a mapping"),
        )


def one_sided(sheet: Sheet, layout: Layout, table: Table) -> Iterator[Problem]:
    """Doubt a title that says a side beside others that say none: `Revenue`, a department."""
    if "direction" in layout.columns:
        return
    titles = {at: text for at, text in table.sections.items() if at < table.rows[-1].row}
    told = {at: side for at, text in titles.items() if (side := parse_direction(text))}
    if len({*told.values()}) == 1 and len(told) < len(titles):
        at, side = min(told.items())
        yield Problem(
            code="side-from-title",
            place=sheet.place(at),
            found=say("{title!r} above rows, beside titles that say no side", title=titles[at]),
            expected=say("expenditure: read so") if side > 0 else say("income: read so"),
            remedy=say("if it is only a name, say the side of its rows in a column of the file"),
        )


def large_parts(
    sheet: Sheet, layout: Layout, table: Table, style: NumberStyle
) -> Iterator[Problem]:
    """Doubt parts that are larger than the row above them, unless together they are it."""

    def figures(rows: Sequence[int], column: int) -> list[float]:
        reads = [read_number(sheet.value(row, column), style) for row in rows]
        return [read if isinstance(read, float) else 0.0 for read in reads]

    found = {
        above: rows[0]
        for above, rows in table.parts.items()
        for whole, *own in (figures((above, *rows), at) for at in layout.amount_columns)
        if max(map(abs, own)) > abs(whole) and not isclose(fsum(own), whole)
    }
    for above, row in list(found.items())[:1]:
        yield Problem(
            code="part-above-whole",
            place=sheet.place(row),
            found=counted(
                "{count} row with a larger part below it, by its words: row {above}",
                "{count} rows with larger parts below them, by their words, such as row {above}",
                len(found),
                above=sheet.row_name(above),
            ),
            expected=say("parts within the row above them; they are left out as parts"),
            remedy=say("if they are lines, call them so: by their names they are parts"),
        )


def out_of_scale(sheet: Sheet, rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Doubt a year in which most lines are many times what they are in the year before."""
    years = sorted({year for row in rows for year in row.amounts})
    for before, year in pairwise(years):
        pairs = ((row.amounts.get(year), row.amounts.get(before)) for row in rows)
        ratios = [abs(one / other) for one, other in pairs if one and other]
        times = median(ratios) if len(ratios) > 1 else 1.0
        if not 1 / OUT_OF_SCALE < times < OUT_OF_SCALE:
            larger, smaller = (year, before) if times > 1 else (before, year)
            yield Problem(
                code="year-out-of-scale",
                place=sheet.place(),
                found=say(
                    "most lines of {larger} are {times:,.0f} times what they are in {smaller}",
                    larger=larger,
                    smaller=smaller,
                    times=max(times, 1 / times),
                ),
                expected=say("years of one unit; read as they stand"),
                remedy=say("see that both columns count in the same unit, else map one of them"),
            )


def _says(row: TableRow, sums: Mapping[int, float]) -> bool:
    """Say whether a row says in every year what lines outside it add up to: all twice."""
    said = [(sums[year], amount) for year, amount in row.amounts.items() if amount]
    return bool(said) and all(abs(sum_ - amount) < 1 for sum_, amount in said)


def called_totals(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Doubt the rows that are totals, where the user says there are none."""
    try:
        found = split_totals(sheet, layout, list(rows), "flat")
        summed = [at for at, total in found.totals.items() if total.lines]
    except QuestionError:
        summed = []
    if summed:
        first = rows[summed[0]]
        yield Problem(
            code="totals-counted",
            place=sheet.place(first.row),
            found=counted(
                "{count} row that is the sum of others, or nearly: {label}",
                "{count} rows that are sums of others, or nearly, such as {label}",
                len(summed),
                label=first.label,
            ),
            expected=say("no totals among the rows, as totals = 'none' says; all are counted"),
            remedy=say("write totals = 'recognise' in the mapping, if they are totals"),
        )


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
