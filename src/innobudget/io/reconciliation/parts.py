"""A table whose place is known → its rows, which of them are totals, their sign and unit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import fsum

from innobudget.domain.csv_text import unprotect
from innobudget.domain.reading import Sign
from innobudget.errors import InputError, Problem
from innobudget.io.layouts.directing import with_sides
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.placing import Placed
from innobudget.io.layouts.years import PlacedYears, check_gap, place_years
from innobudget.io.mapping import BudgetMapping, Nesting, QuestionError
from innobudget.io.reconciliation.audit import audit, check_years
from innobudget.io.reconciliation.dimensions import find_wholes
from innobudget.io.reconciliation.doubting import (
    called_totals,
    large_parts,
    like_totals,
    one_sided,
    without_pasted,
)
from innobudget.io.reconciliation.lines import Parts, join_years
from innobudget.io.reconciliation.reconcile import split_totals
from innobudget.io.reconciliation.repeats import check_repeats
from innobudget.io.reconciliation.sides import settle_sign, sides_not_said
from innobudget.io.reconciliation.signs import directions_from_totals
from innobudget.io.reconciliation.sums import Total
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.codes import read_codes
from innobudget.io.tables.groups import (
    add_title,
    blocks_of,
    carry_down,
    fill_labels,
    join,
    side_by_side,
)
from innobudget.io.tables.reading import read_table
from innobudget.io.tables.table import Table, TableRow, says_units
from innobudget.io.tables.units import check_magnitude, find_unit, unit_doubts
from innobudget.io.tables.versions import (
    check_dated,
    check_directions,
    check_levels,
    check_versions,
)
from innobudget.io.wording.numerals import NumberStyle, decide_style, style_doubts
from innobudget.messages import say


def take_apart(
    sheets: Sequence[Sheet], placed: Placed, wishes: BudgetMapping, *, canonical: bool
) -> Parts:
    """Read the rows and find out what they are, or ask.

    Parameters
    ----------
    sheets, placed
        Every sheet of the file, and where its budget stands.
    wishes
        What the user says; it wins.
    canonical
        True for the canonical form, which leaves nothing to be found out.

    Raises
    ------
    InputError
        With every cell that cannot be read; where a year is missing in between.
    QuestionError
        Where the file leaves open what the rows are.

    """
    whole, carried = (placed.sheet, ()) if canonical else carry_down(placed.sheet, placed.layout)
    sheet = placed.layout.down_to_end(whole)
    style = _style(sheet, placed.layout, wishes, canonical=canonical)
    layout = placed.layout if canonical else with_sides(sheet, placed.layout, style)
    placed = replace(placed, layout=layout)
    check_years(sheet, layout, wishes)
    blocks, years, table = _table_of(sheet, placed, wishes, style, canonical=canonical)
    found = _check_rows(sheet, layout, table)
    _as_one(table, layout, blocks)
    twice = () if canonical else without_pasted(sheet, layout, table)
    recognise = not canonical and wishes.totals == "recognise"
    totals, repeats = _totals_of(sheet, layout, table, wishes.nesting if recognise else None)
    lines = _lines(table, totals)
    if recognise:
        check_levels(blocks[0], lines)
    stated: Sign | None = "expenditure-positive" if canonical or years.signed else None
    signed, known = _all_rows(sheet, layout, style, years) or lines, wishes.sign or stated
    sign, sign_doubts = settle_sign(sheet, layout, rows=signed, known=known, every=table.rows)
    unit = find_unit(
        whole,
        layout,
        1.0 if canonical and not wishes.unit else wishes.unit,
        last_row=max(max(row.rows) for row in table.rows),
        cover=_others(sheets, placed.sheet),
    )
    parts = Parts(
        sheet=sheet,
        layout=layout,
        table=table,
        totals=totals,
        years=found,
        sign=sign,
        unit=unit,
        doubts=(
            *placed.doubts,
            *carried,
            *side_by_side(sheet, blocks),
            *unit_doubts(sheet, unit, [row.amounts for row in table.rows], wishes.unit),
            *sign_doubts,
            *sides_not_said(sheet, table.rows, sign),
            *years.doubts,
            *style_doubts(sheet.place(), style),
            *table.doubts,
            *repeats,
            *twice,
        ),
    )
    _check_magnitude(parts, wishes)
    against = _against(replace(placed, sheet=whole), parts, wishes, style, canonical=canonical)
    return replace(parts, doubts=(*parts.doubts, *against))


def _table_of(
    sheet: Sheet, placed: Placed, wishes: BudgetMapping, style: NumberStyle, *, canonical: bool
) -> tuple[Sequence[Layout], PlacedYears, Table]:
    """Read the rows of every table side by side, as one."""
    blocks = blocks_of(sheet, placed.layout)
    dated = [place_years(sheet, block, style, wishes.base_year or wishes.year) for block in blocks]
    pairs = zip(blocks, dated, strict=True)
    table = join([_rows(sheet, block, style, own, canonical=canonical) for block, own in pairs])
    if not canonical:
        check_dated(blocks[0], table.rows)
    return blocks, _join_years(dated, placed), table


def _against(
    placed: Placed, parts: Parts, wishes: BudgetMapping, style: NumberStyle, *, canonical: bool
) -> Iterator[Problem]:
    """Yield what the file's own words and figures say against how it was read."""
    sheet, layout, table = parts.sheet, parts.layout, parts.table
    yield from large_parts(sheet, layout, table, style)
    yield from like_totals(sheet, table.rows, parts.totals)
    if wishes.totals == "none":
        yield from called_totals(sheet, layout, table.rows)
    if not canonical:
        yield from one_sided(sheet, layout, table)
        yield from audit(placed, _lines(table, parts.totals), wishes, style)


def _totals_of(
    sheet: Sheet, layout: Layout, table: Table, nesting: Nesting | None
) -> tuple[Totals, tuple[Problem, ...]]:
    """Tell totals from lines, give lines the sides that totals say, and doubt what repeats.

    Without `nesting` the totals are those that the file or the user names.
    """
    if nesting is None:
        return _named_totals(table.rows), ()
    totals = split_totals(sheet, layout, table.rows, nesting)
    repeats = check_repeats(sheet, table.rows, totals)
    table.rows = directions_from_totals(table.rows, totals)
    return totals, repeats


def _lines(table: Table, totals: Totals) -> list[TableRow]:
    return [table.rows[at] for at in totals.lines(len(table.rows))]


def _named_totals(rows: Sequence[TableRow]) -> Totals:
    """Return the rows that the user, or the file, names as totals; not what they add up."""
    named = [at for at, row in enumerate(rows) if row.flagged]
    return Totals(totals={at: Total(lines={}, agrees=False) for at in named})


def _others(sheets: Sequence[Sheet], read: Sheet) -> list[Sheet]:
    """Return the sheets of a file that are not read."""
    names = {read.name, *(part.name for part in read.parts)}
    return [sheet for sheet in sheets if sheet.name not in names]


def _check_rows(sheet: Sheet, layout: Layout, table: Table) -> tuple[int, ...]:
    """Return the years that rows have; refuse faults, gaps, and a table without rows."""
    if table.faults:
        raise InputError(table.faults)
    if not table.rows:
        raise QuestionError(say("a header, but no row with figures"), verdict="refused")
    found = sorted({year for row in table.rows for year in row.amounts})
    _check_years_of_rows(layout, table, found)
    check_gap(sheet.place(max(layout.header[1], 0)), found)
    return tuple(found)


def _check_years_of_rows(layout: Layout, table: Table, found: Sequence[int]) -> None:
    """Ask whether years before a gap are the budget's, or what is left over of old credits."""
    gaps = [later for earlier, later in pairwise(found) if later > earlier + 1]
    column = layout.columns.get("year")
    if column is None or layout.amounts or not gaps:
        return
    told = (row.texts["year"] for row in table.rows if max(row.amounts) >= gaps[-1])
    raise QuestionError(
        say("the rows hold the years {found}, and none between some of them", found=list(found)),
        proposal={"keep": {name_of_column(layout, column): list(dict.fromkeys(told))}},
    )


def _as_one(table: Table, layout: Layout, blocks: Sequence[Layout]) -> None:
    """Put the rows of a line that has one for each year together, and say what all blocks have."""
    if not layout.amounts:
        table.rows = join_years(table.rows)
    if len(blocks) > 1:
        table.joined += tuple(column for block in blocks for column in block.labels)


def _all_rows(
    sheet: Sheet, layout: Layout, style: NumberStyle, years: PlacedYears
) -> list[TableRow]:
    """Return the rows that the user does not want, too; none where all are wanted."""
    if not (layout.keep or layout.leave_out):
        return []
    whole = replace(layout, keep=(), leave_out=())
    return read_table(sheet, whole, style, years).rows


def _join_years(dated: Sequence[PlacedYears], placed: Placed) -> PlacedYears:
    """Put the years of all blocks together, and say of each column which it is."""
    first = dated[0]
    both = PlacedYears(
        factors={column: year for years in dated for column, year in years.factors.items()},
        earned={column: year for years in dated for column, year in years.earned.items()},
        doubts=first.doubts,
        signed=first.signed,
    )
    placed.left_out.extend(out for years in dated for out in years.left_out)
    placed.years.update((column, year) for column, (year, _) in both.factors.items())
    return both


def _rows(
    sheet: Sheet, layout: Layout, style: NumberStyle, years: PlacedYears, *, canonical: bool
) -> Table:
    """Read the rows of one table, with everything that stands once for several of them."""
    table = read_table(sheet, layout, style, years, canonical=canonical)
    if table.faults or not table.rows:
        return table
    if canonical:
        table.rows = [
            replace(row, texts={role: unprotect(text) for role, text in row.texts.items()})
            for row in table.rows
        ]
        return table
    read_codes(sheet, layout, table)
    fill_labels(sheet, layout, table)
    add_title(table, layout)
    check_versions(
        layout, table.rows, by_amounts=not sheet.parts, parts=find_wholes(table.rows).keys()
    )
    at = layout.columns.get("direction")
    check_directions(table.rows, "" if at is None else name_of_column(layout, at))
    return table


def _check_magnitude(parts: Parts, wishes: BudgetMapping) -> None:
    if wishes.unit is not None:
        return
    rows = [row.amounts for row in _lines(parts.table, parts.totals)]
    gross = max(fsum(abs(row.get(year, 0.0)) for row in rows) for year in parts.years)
    check_magnitude(
        parts.unit,
        gross * parts.unit.factor,
        thousands_only=all(amount % 1000 == 0 for row in rows for amount in row.values()),
    )


def _style(sheet: Sheet, layout: Layout, wishes: BudgetMapping, *, canonical: bool) -> NumberStyle:
    missing = frozenset(wishes.missing)
    if canonical or wishes.decimal:
        return NumberStyle(decimal=wishes.decimal or ".", missing=missing)
    columns = layout.amount_columns
    decided = decide_style(
        value
        for row in sheet.rows[layout.first_row + says_units(sheet, layout) :]
        for column in columns
        if column < len(row) and isinstance(value := row[column], str)
    )
    return replace(decided, missing=missing)
