"""A spreadsheet file and what the user says about it → a budget, reconciled and explained."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import fsum
from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.domain.reading import BudgetReading, Sign
from innobudget.errors import InputError, Problem
from innobudget.io.canonical import is_canonical, unprotect
from innobudget.io.describing import (
    Parts,
    against_words,
    describe_file,
    describe_table,
    differences,
    sums,
    sums_by_direction,
    totals_left_out,
    uncovered,
    unused_columns,
)
from innobudget.io.mapping import BudgetMapping
from innobudget.io.reconciliation.lines import Frame, LineBuilder, control_totals
from innobudget.io.reconciliation.reconcile import split_totals
from innobudget.io.reconciliation.repeats import check_repeats
from innobudget.io.reconciliation.signs import (
    check_directions,
    directions_from_totals,
    settle_sign,
)
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet, column_letters, read_sheets
from innobudget.io.tables.blocks import Block, add_title, blocks_of, join, side_by_side
from innobudget.io.tables.codes import read_codes
from innobudget.io.tables.fill import fill_labels
from innobudget.io.tables.layout import Layout
from innobudget.io.tables.placing import Placed, place_table
from innobudget.io.tables.table import Table, read_table
from innobudget.io.tables.units import check_magnitude, find_unit
from innobudget.io.tables.versions import check_levels, check_versions
from innobudget.io.tables.years import PlacedYears, check_gap, place_years
from innobudget.io.wording.numerals import NumberStyle, decide_style, style_doubts
from innobudget.io.wording.questions import QuestionError


def read_budget(path: Path, mapping: BudgetMapping | None = None) -> BudgetReading:
    """Read a municipality's budget from a spreadsheet.

    Parameters
    ----------
    path
        xlsx, xlsb, xls, ods, csv or tsv, recognised by content.
    mapping
        What the user says about the sheet; it wins over recognition.

    Returns
    -------
    BudgetReading
        What was understood. Amounts of its budget are whole currency units, expenditure
        positive; no budget where the file needs a mapping or is no budget.

    Raises
    ------
    InputError
        With every fault: an unusable file, cells that cannot be read, years twice or missing.

    """
    wishes = mapping or BudgetMapping()
    with _without_collecting():
        return _read_file(path, wishes)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: cells make none, and looking takes a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_file(path: Path, wishes: BudgetMapping) -> BudgetReading:
    sheets = read_sheets(path, encoding=wishes.encoding, delimiter=wishes.delimiter)
    try:
        placed = place_table(sheets, wishes)
    except QuestionError as question:
        return _asked(question, describe_file(path.name, sheets))
    try:
        return _read(sheets, placed, wishes)
    except QuestionError as question:
        return _asked(question, describe_table(placed))


def load_budget(path: Path, mapping: BudgetMapping | None = None) -> Budget:
    """Read a budget that must be one.

    Raises
    ------
    InputError
        As `read_budget`, and where the file needs a mapping or is no budget.

    """
    reading = read_budget(path, mapping)
    if reading.budget is not None:
        return reading.budget
    refused = reading.verdict == "refused"
    raise InputError(
        [
            Problem(
                code="budget-refused" if refused else "budget-needs-mapping",
                place=reading.file,
                found=reading.reason or "",
                expected="a budget whose layout is clear",
                remedy="name another file"
                if refused
                else f"write a mapping: innobudget budget {path} --write-mapping mapping.toml",
            )
        ]
    )


def _asked(question: QuestionError, reading: BudgetReading) -> BudgetReading:
    return replace(
        reading,
        verdict=question.verdict,
        reason=question.reason,
        proposal=question.proposal,
    )


def _read(sheets: Sequence[Sheet], placed: Placed, wishes: BudgetMapping) -> BudgetReading:
    sheet = placed.sheet
    canonical = is_canonical(sheet)
    parts = _take_apart(sheets, placed, wishes, canonical=canonical)
    rows = parts.table.rows
    builder = LineBuilder(frame=parts.frame)
    lines = builder.build([rows[at] for at in parts.lines])
    controls = tuple(control_totals(rows, parts.totals, parts.frame))
    doubts = (
        *parts.doubts,
        *builder.doubts(),
        *differences(controls),
        *uncovered(parts),
        *against_words(parts),
    )
    described = describe_table(placed, last_row=max(row.row for row in rows))
    budget = Budget(
        lines=lines,
        years=parts.frame.years,
        source=sheet.file,
        unit=parts.unit.factor,
        price_level=described.price_level,
        doubts=doubts,
    )
    unused = unused_columns(sheet, placed.layout, parts.table.joined)
    left_out = (*placed.left_out, *unused, *parts.table.left_out)
    return replace(
        described,
        verdict="budget",
        unit=budget.unit,
        lines=len(lines),
        years=budget.years,
        totals=sums(lines, budget.years),
        areas=len(budget.areas),
        doubts=doubts,
        budget=budget,
        currency=parts.unit.currency,
        sign=parts.frame.sign,
        blanks=parts.table.blanks,
        control_totals=controls,
        left_out=(*left_out, *totals_left_out(parts)),
        totals_by_direction=sums_by_direction(parts),
    )


def _take_apart(
    sheets: Sequence[Sheet], placed: Placed, wishes: BudgetMapping, *, canonical: bool
) -> Parts:
    """Read the rows and find out what they are, or ask."""
    sheet, layout = placed.sheet, placed.layout
    style = _style(sheet, layout, wishes, canonical=canonical)
    blocks = blocks_of(sheet, layout)
    base_year = wishes.base_year or wishes.year
    dated = [place_years(sheet, block.layout, style, base_year) for block in blocks]
    years = _join_years(dated, placed)
    pairs = list(zip(blocks, dated, strict=True))
    table = join([_rows(sheet, block, style, own, canonical=canonical) for block, own in pairs])
    if table.faults:
        raise InputError(table.faults)
    if not table.rows:
        raise QuestionError("a header, but no row with figures", verdict="refused")
    if len(blocks) > 1:
        table.joined += tuple(column for block in blocks for column in block.layout.labels)
    found = sorted({year for row in table.rows for year in row.amounts})
    check_gap(sheet.place(max(layout.header[1], 0)), found)
    totals = Totals(totals={})
    if not canonical and wishes.totals == "recognise":
        totals = split_totals(sheet, layout, table.rows)
        check_repeats(sheet, table.rows, totals)
        check_levels(blocks[0].layout, [table.rows[at] for at in totals.lines(len(table.rows))])
        table.rows = directions_from_totals(table.rows, totals)
    signed = table.rows
    if layout.keep or layout.leave_out:
        whole = replace(layout, keep=(), leave_out=())
        signed = read_table(sheet, whole, style, years.factors).rows
    known: Sign | None = "expenditure-positive" if canonical or years.signed else None
    sign, sign_doubts = settle_sign(sheet.place(), signed, wishes.sign or known)
    unit = find_unit(
        sheet,
        layout,
        1.0 if canonical and not wishes.unit else wishes.unit,
        last_row=max(row.row for row in table.rows),
        cover=[other for other in sheets if other is not sheet],
    )
    frame = Frame(
        sheet=sheet, years=tuple(found), sign=sign, unit=unit.factor, long=not layout.amounts
    )
    doubts = (
        *placed.doubts,
        *side_by_side(sheet, blocks),
        *unit.doubts,
        *sign_doubts,
        *years.doubts,
        *style_doubts(sheet.place(), style),
        *table.doubts,
    )
    parts = Parts(table=table, totals=totals, frame=frame, unit=unit, doubts=doubts)
    if wishes.unit is None:
        _check_magnitude(parts)
    return parts


def _join_years(dated: Sequence[PlacedYears], placed: Placed) -> PlacedYears:
    """Put the years of all blocks together, and say of each column which it is."""
    first = dated[0]
    both = PlacedYears(
        factors={column: year for years in dated for column, year in years.factors.items()},
        doubts=first.doubts,
        signed=first.signed,
    )
    placed.left_out.extend(out for years in dated for out in years.left_out)
    placed.years.update((column, year) for column, (year, _) in both.factors.items())
    return both


def _rows(
    sheet: Sheet, block: Block, style: NumberStyle, years: PlacedYears, *, canonical: bool
) -> Table:
    """Read the rows of one table, with everything that stands once for several of them."""
    layout = block.layout
    table = read_table(sheet, layout, style, years.factors)
    if table.faults or not table.rows:
        return table
    if canonical:
        _unprotect(table)
        return table
    read_codes(sheet, layout, table)
    fill_labels(sheet, layout, table)
    add_title(table, block)
    check_versions(layout, table.rows)
    check_directions(table.rows, _header(layout, "direction"))
    return table


def _check_magnitude(parts: Parts) -> None:
    rows = [parts.table.rows[at].amounts for at in parts.lines]
    gross = max(fsum(abs(row.get(year, 0.0)) for row in rows) for year in parts.frame.years)
    check_magnitude(
        parts.unit,
        gross * parts.unit.factor,
        thousands_only=all(amount % 1000 == 0 for row in rows for amount in row.values()),
    )


def _style(sheet: Sheet, layout: Layout, wishes: BudgetMapping, *, canonical: bool) -> NumberStyle:
    missing = frozenset(wishes.missing)
    if canonical or wishes.decimal:
        return NumberStyle(decimal=wishes.decimal or ".", missing=missing)
    columns = [column for column, _ in layout.amounts] or [layout.columns["amount"]]
    decided = decide_style(
        value
        for row in sheet.rows[layout.first_row :]
        for column in columns
        if column < len(row) and isinstance(value := row[column], str)
    )
    return replace(decided, missing=missing)


def _unprotect(table: Table) -> None:
    table.rows = [
        replace(row, texts={role: unprotect(text) for role, text in row.texts.items()})
        for row in table.rows
    ]


def _header(layout: Layout, role: str) -> str:
    column = dict(layout.columns).get(role)  # type: ignore[call-overload] # any role
    return "" if column is None else layout.headers[column] or column_letters(column)
