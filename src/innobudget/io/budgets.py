"""A spreadsheet file and what the user says about it → a budget, reconciled and explained."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from pathlib import Path

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.reading import BudgetReading, ControlTotal, LeftOut, Sign
from innobudget.errors import InputError, Problem
from innobudget.io.canonical import is_canonical, unprotect
from innobudget.io.mapping import BudgetMapping
from innobudget.io.placing import place_layout
from innobudget.io.recognition.kinds import is_danish
from innobudget.io.recognition.layout import Layout
from innobudget.io.recognition.lines import Frame, LineBuilder, control_totals, split_totals
from innobudget.io.recognition.numerals import NumberStyle, decide_style
from innobudget.io.recognition.questions import QuestionError
from innobudget.io.recognition.signs import decide_sign, expenditure_factor, parse_direction
from innobudget.io.recognition.table import Table, TableRow, read_table
from innobudget.io.recognition.units import find_unit
from innobudget.io.recognition.years import check_gap, place_years
from innobudget.io.sheets import Sheet, column_letters, read_sheets


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
    sheets = read_sheets(path)
    wishes = mapping or BudgetMapping()
    try:
        return _read(sheets, wishes)
    except QuestionError as question:
        return BudgetReading(verdict=question.verdict, reason=question.reason, file=path.name)


def load_budget(path: Path, mapping: BudgetMapping | None = None) -> Budget:
    """Read a budget that must be one.

    Raises
    ------
    InputError
        As `read_budget`, and where the file needs a mapping or is no budget.

    """
    reading = read_budget(path, mapping)
    if reading.budget is None:
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
    return reading.budget


def _read(sheets: Sequence[Sheet], wishes: BudgetMapping) -> BudgetReading:
    sheet, layout, sheets_left_out = place_layout(sheets, wishes)
    canonical = is_canonical(sheet)
    placed = place_years(sheet, layout)
    style = _style(sheet, layout, wishes, canonical=canonical)
    table = read_table(sheet, layout, style, placed.by_column)
    if table.faults:
        raise InputError(table.faults)
    if not table.rows:
        raise QuestionError("a header, but no row with figures", verdict="refused")
    if canonical:
        table.rows = [_unprotected(row) for row in table.rows]
    last_row = table.rows[-1].row
    unit = find_unit(sheet, layout, 1.0 if canonical and not wishes.unit else wishes.unit, last_row)
    sign, sign_doubts = _sign(sheet, table.rows, wishes, canonical=canonical)
    frame = _frame(sheet, layout, table, sign=sign, unit=unit.factor)
    check_gap(sheet.place(layout.header[1]), frame.years)
    totals = {} if canonical else split_totals(table.rows, frame)
    builder = LineBuilder(frame=frame)
    lines = builder.build([row for at, row in enumerate(table.rows) if at not in totals])
    controls = tuple(control_totals(table.rows, totals, frame))
    doubts = (
        *unit.doubts,
        *sign_doubts,
        *placed.doubts,
        *_style_doubts(sheet, style),
        *table.doubts,
        *builder.doubts(),
        *_differences(controls),
    )
    budget = Budget(
        lines=lines, years=frame.years, source=sheet.file, unit=unit.factor, doubts=doubts
    )
    left_out = (*sheets_left_out, *placed.left_out, *_unused(sheet, layout), *table.left_out)
    return replace(
        _describe(sheet, layout, budget, last_row=last_row),
        currency=unit.currency,
        sign=sign,
        blanks=table.blanks,
        control_totals=controls,
        left_out=left_out,
        totals_by_direction=_by_direction(table.rows, totals, frame),
    )


def _style(sheet: Sheet, layout: Layout, wishes: BudgetMapping, *, canonical: bool) -> NumberStyle:
    if canonical or wishes.decimal:
        return NumberStyle(decimal=wishes.decimal or ".")
    columns = [column for column, _ in layout.amounts] or [layout.columns["amount"]]
    return decide_style(
        value
        for row in sheet.rows[layout.first_row :]
        for column in columns
        if column < len(row) and isinstance(value := row[column], str)
    )


def _style_doubts(sheet: Sheet, style: NumberStyle) -> Iterator[Problem]:
    if style.unsure:
        thousands = "." if style.decimal == "," else ","
        yield Problem(
            code="number-style-unsure",
            place=sheet.place(),
            found=repr(style.unsure),
            expected=f"read with {thousands!r} between thousands; nothing in the file decides",
            remedy=f"if {thousands!r} is the decimal sign, set decimal in the mapping",
        )


def _unprotected(row: TableRow) -> TableRow:
    return replace(row, texts={role: unprotect(text) for role, text in row.texts.items()})


def _sign(
    sheet: Sheet, rows: Sequence[TableRow], wishes: BudgetMapping, *, canonical: bool
) -> tuple[Sign, tuple[Problem, ...]]:
    if wishes.sign:
        return wishes.sign, ()
    if canonical:
        return "expenditure-positive", ()
    decided = decide_sign(rows)
    if decided:
        return decided, ()
    danish = sum(is_danish(row.code) for row in rows) > len(rows) / 2
    if danish and fsum(fsum(row.amounts.values()) for row in rows) >= 0:
        return "expenditure-positive", ()
    return "expenditure-positive", (
        Problem(
            code="sign-not-said",
            place=sheet.place(),
            found="nothing that says which amounts are income",
            expected="expenditure positive and income negative: read so",
            remedy="if it is the other way round, set sign = 'expenditure-negative'",
        ),
    )


def _frame(sheet: Sheet, layout: Layout, table: Table, *, sign: Sign, unit: float) -> Frame:
    found = sorted({year for row in table.rows for year in row.amounts})
    columns = {period.year: column for column, period in layout.amounts if period.year}
    return Frame(
        sheet=sheet,
        column=columns or dict.fromkeys(found, layout.columns.get("amount", 0)),
        years=tuple(found),
        sign=sign,
        unit=unit,
        long=not layout.amounts,
    )


def _differences(controls: Sequence[ControlTotal]) -> Iterator[Problem]:
    for control in controls:
        if not control.within_rounding:
            yield Problem(
                code="control-total-differs",
                place=control.place,
                found=f"{control.label}: {control.stated:,.2f}",
                expected=f"{control.read:,.2f}, the sum of the lines",
                remedy="find the line that is missing or counted twice, or correct the total",
            )


def _unused(sheet: Sheet, layout: Layout) -> Iterator[LeftOut]:
    used = {*layout.columns.values(), *(column for column, _ in layout.amounts)}
    for column, header in enumerate(layout.headers):
        if header and column not in used:
            yield LeftOut(place=sheet.place(column=column), reason=f"a column not used: {header}")


def _by_direction(
    rows: Sequence[TableRow], totals: Mapping[int, object], frame: Frame
) -> dict[str, dict[int, float]]:
    """Return expenditure and income by year, each as a positive figure where it is one."""
    sums = {
        "expenditure": dict.fromkeys(frame.years, 0.0),
        "income": dict.fromkeys(frame.years, 0.0),
    }
    for position, row in enumerate(rows):
        if position in totals:
            continue
        direction = parse_direction(row.texts.get("direction", ""))
        for year, amount in row.amounts.items():
            value = amount * frame.unit * expenditure_factor(row, frame.sign)
            income = direction < 0 or (direction == 0 and value < 0)
            sums["income" if income else "expenditure"][year] += -value if income else value
    return {
        name: {year: round(value, 4) for year, value in by_year.items()}
        for name, by_year in sums.items()
    }


def _describe(sheet: Sheet, layout: Layout, budget: Budget, *, last_row: int) -> BudgetReading:
    right = column_letters(max(len(layout.headers) - 1, 0))
    columns: dict[str, str] = {
        role: layout.headers[column] or column_letters(column)
        for role, column in layout.columns.items()
    }
    columns.update((str(period.year), layout.headers[column]) for column, period in layout.amounts)
    return BudgetReading(
        verdict="budget",
        file=sheet.file,
        sheet=sheet.name or None,
        range=f"A{layout.header[0] + 1}:{right}{last_row + 1}",
        unit=budget.unit,
        header_row=layout.header[1] + 1,
        columns=columns,
        lines=len(budget.lines),
        years=budget.years,
        totals=_totals(budget.lines, budget.years),
        areas=len(budget.areas),
        doubts=budget.doubts,
        budget=budget,
    )


def _totals(lines: Sequence[BudgetLine], years: Sequence[int]) -> dict[int, float]:
    return {year: round(fsum(line.amounts.get(year, 0.0) for line in lines), 4) for year in years}
