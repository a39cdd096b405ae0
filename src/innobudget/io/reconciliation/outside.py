"""Figures that are not read: above, below and beside the table, and in its other columns."""

from collections.abc import Iterator, Sequence
from math import fsum

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.placing import Placed
from innobudget.io.layouts.profiles import LIKELY, STYLES, SheetColumns
from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.tables.table import TableRow, precision_of
from innobudget.io.wording.columns import find_columns
from innobudget.io.wording.labels import parse_direction, says_total
from innobudget.io.wording.numerals import NumberStyle, read_number
from innobudget.io.wording.periods import (
    cell_year,
    is_budget,
    is_carried,
    is_former,
    parse_period,
    parse_version,
)
from innobudget.messages import counted, say

SHOWN = 4
SEEN = say("see that no lines of the budget stand there")


def figures(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[int], style: NumberStyle
) -> list[float]:
    """Return the numbers in some cells, in the style of the table or another."""
    ways = (style, *STYLES)
    reads = (
        next((number for way in ways if isinstance(number := read_number(cell, way), float)), None)
        for cell in (sheet.value(row, at) for row in rows for at in columns)
    )
    return [number for number in reads if number is not None]


def says_again(sheet: Sheet, column: int, rows: Sequence[TableRow], style: NumberStyle) -> bool:
    """Say whether a column says what is read anyway, as the net one beside two sides does."""
    allowed = tolerance(2, precision_of(rows))
    return all(
        any(
            abs(abs(amount) - abs(fsum(figures(sheet, [at], [column], style)))) <= allowed
            for year, amount in row.amounts.items()
            if row.years.get(year, row.row) == at
        )
        for row in rows
        for at in row.rows
    )


def outside(sheet: Sheet, layout: Layout, style: NumberStyle) -> Iterator[Problem]:
    """Doubt figures that are not read since they stand outside the table."""
    read, rows = layout.amount_columns, layout.rows_of(sheet)
    yield from _above(sheet, layout, style)
    if below := figures(sheet, range(rows.stop, len(sheet.rows)), read, style):
        yield Problem(
            code="rows-left-out",
            place=sheet.place(rows.stop),
            found=counted(
                "{count} figure below the last row, {sum:,.2f}",
                "{count} figures below the last row, {sum:,.2f} together",
                len(below),
                sum=fsum(below),
            ),
            expected=say("none below row {row}, as last_row in the mapping says", row=rows.stop),
            remedy=SEEN,
        )
    known = {*read, *layout.columns.values()}
    behind = set(range(min(read) + 1, sheet.width)) - known
    bare = sorted(at for at in behind if not any(layout.headers[at : at + 1]))
    if beside := figures(sheet, rows, bare, style):
        yield Problem(
            code="figures-without-header",
            place=sheet.place(column=bare[0]),
            found=counted(
                "{count} figure in a column without a header, {sum:,.2f}",
                "{count} figures in columns without a header, {sum:,.2f} together",
                len(beside),
                sum=fsum(beside),
            ),
            expected=say("a header over every column of figures; these columns are not read"),
            remedy=say(
                "see that no commas between thousands part the amounts, or name the columns"
            ),
        )


def _above(sheet: Sheet, layout: Layout, style: NumberStyle) -> Iterator[Problem]:
    """Doubt two rows or more that have labels and figures, under another header with a year."""
    read = layout.amount_columns
    headed = (
        row
        for row in range(layout.header[0])
        if any(parse_period(sheet.text(row, at)) for at in read)
    )
    labelled = [
        row
        for row in range(next(headed, layout.header[0]) + 1, layout.header[0])
        if any(sheet.text(row, at) for at in layout.labels)
        and any(cell_year(text_of(cell)) is None for cell in figures(sheet, [row], read, style))
    ]
    if len(labelled) > 1 and (above := figures(sheet, labelled, read, style)):
        yield Problem(
            code="rows-left-out",
            place=sheet.place(labelled[0]),
            found=counted(
                "{count} figure above the header, {sum:,.2f}",
                "{count} figures above the header, {sum:,.2f} together",
                len(above),
                sum=fsum(above),
            ),
            expected=say(
                "no figures above row {row}, where the table begins", row=layout.header[0] + 1
            ),
            remedy=SEEN,
        )


def other_columns(
    placed: Placed, rows: Sequence[TableRow], style: NumberStyle, *, named: bool
) -> Iterator[Problem]:
    """Doubt columns beside others that may be amounts; `named`: the mapping names those read."""
    layout = placed.layout
    sheet = layout.down_to_end(placed.sheet)
    rivals = _rivals_of(sheet, layout, named=named)
    rivals = [
        *(at for at in rivals if not says_again(sheet, at, rows, style)),
        *_carried(sheet, layout, style),
    ]
    told = [
        say(
            "{text!r}: {sum:,.2f}",
            text=name_of_column(layout, at),
            sum=fsum(figures(sheet, layout.rows_of(sheet), [at], style)),
        )
        for at in rivals[:SHOWN]
    ]
    if rivals and not _are_parts(sheet, layout, rivals):
        yield Problem(
            code="amounts-left-out",
            place=sheet.place(max(layout.header[1], 0)),
            found=counted(
                "{count} other column that may be amounts: {told:; }",
                "{count} other columns that may be amounts: {told:; }",
                len(rivals),
                told=told,
            ),
            expected=say("no other amounts of these years; these columns are not read"),
            remedy=say("see that the columns of the budget are those that are read, or map others"),
        )


def _rivals_of(sheet: Sheet, layout: Layout, *, named: bool) -> list[int]:
    """Return the columns that may be amounts of the years that are read, and are not read."""
    headers = layout.headers
    read = [headers[at] for at in layout.amount_columns]
    said = find_columns(headers, frozenset())
    roles = {
        at
        for role, at in layout.columns.items()
        if role != "amount" and (role != "line" or said.get(role) == at)
    }
    used = {*layout.amount_columns, *roles}  # codes by content alone may be amounts
    years = {period.year for _, period in layout.amounts}
    sides = [parse_direction(header) for header in headers]
    dated = any(map(parse_period, read))
    plain = {
        at
        for at, header in enumerate(headers)
        if is_budget(header) or (not dated and "amount" in find_columns([header], frozenset()))
    } - used
    by_values = _by_values_alone(layout)
    every = named or by_values
    if not (every or plain or {1, -1} <= {*sides}):
        return []
    cells, least = SheetColumns(sheet), 0.0 if by_values else LIKELY
    ranked = cells.ranked(headers, layout.first_row, least=least)
    rivals = [at for at in ranked if at not in used and _rivals(headers[at], years)]
    former = any(map(_is_other_version, read))
    return [
        at
        for at in rivals
        if (every or sides[at] or at in plain) and (former or not is_former(headers[at]))
    ]


def _carried(sheet: Sheet, layout: Layout, style: NumberStyle) -> list[int]:
    """Return the columns of amounts that only their own words keep out: those carried over."""
    used = {*layout.amount_columns, *layout.columns.values()}
    return [
        at
        for at, header in enumerate(layout.headers)
        if at not in used
        and is_carried(header)
        and any(figures(sheet, layout.rows_of(sheet), [at], style))
    ]


def _are_parts(sheet: Sheet, layout: Layout, rivals: Sequence[int]) -> bool:
    """Say whether columns are the parts of the one that is read, which calls itself a total."""
    (read, *others), columns = layout.amount_columns, SheetColumns(sheet)
    total = not others and says_total(layout.headers[read])
    return total and columns.whole_of([read, *rivals], layout.first_row) == read


def _by_values_alone(layout: Layout) -> bool:
    """Say whether no header says amounts of a budget: at most income, which is not all of it."""
    return not any(
        parse_period(header) or is_budget(header) or "amount" in find_columns([header], frozenset())
        for header in (layout.headers[at] for at in layout.amount_columns)
    )


def _is_other_version(header: str) -> bool:
    """Say whether a header does not only speak of the budget."""
    return is_former(header) or parse_version(header.casefold()) not in ("adopted", "proposed")


def _rivals(header: str, years: set[int | None]) -> bool:
    """Say whether a column may be of the years that are read."""
    period = parse_period(header)
    return not years or period is None or period.year in {None, *years}
