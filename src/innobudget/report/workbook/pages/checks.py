"""Checks: what must agree, each with its tolerance, one answer for them all, and inputs as used."""

from collections.abc import Iterator
from itertools import count, groupby

from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, heading, text
from innobudget.report.words import sheets, verdicts, workings
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.given_checks import given_check, given_rows, given_table
from innobudget.report.workbook.pages.input_checks import (
    AFTER,
    RUN,
    Typed,
    input_table,
    typed_inputs,
)
from innobudget.report.workbook.pages.sampling_checks import CHECK_ERRORS, Check, sampling_checks
from innobudget.report.workbook.pages.sum_checks import (
    budget_checks,
    followup_checks,
    part_checks,
    plan_checks,
    reserve_checks,
)
from innobudget.report.workbook.pages.verdict import SKIPPED, verdict
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, VALUE_COLUMN, letters


def checks(edition: Edition, pages: tuple[Page, ...], now: WhatIf, live: tuple[Live, ...]) -> Page:
    """Lay out the verdict, every check with the differences that it looks at, every input."""
    keys = {row.key for page in pages for table in page.tables for row in table.rows}
    given = given_rows(pages)
    groups = [
        (edition.say(title), tuple(found))
        for title, found in (
            (verdicts.CHECK_PLAN, (*plan_checks(edition), *given_check(edition, len(given)))),
            (
                verdicts.CHECK_PARTS,
                (*part_checks(edition), *reserve_checks(edition), *followup_checks(edition)),
            ),
            (verdicts.CHECK_BUDGET, budget_checks(edition, keys)),
            (verdicts.CHECK_WHATIF, sampling_checks(edition, now, live)),
        )
    ]
    numbers = count(1)
    tables = tuple(
        edition.table(title, (_row(edition, next(numbers), check) for check in found))
        for title, found in groups
    )
    inputs = typed_inputs(pages)
    every = [check for _, found in groups for check in found]
    failed = sum(not check.holds for check in every)
    across = max(len(edition.years), edition.across)
    return Page(
        key="checks",
        name=edition.say(sheets.NAMES["checks"]),
        notes=(
            edition.say(verdicts.CHECKS_PURPOSE),
            edition.say(verdicts.CHECKS_READING, errors=CHECK_ERRORS),
            edition.units,
        ),
        headings=(
            *edition.heads((verdicts.CHECK, sheets.DETAIL, sheets.UNIT)),
            heading(edition.say(verdicts.HOLDS), Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in edition.years),
            heading(edition.period, Figure.AMOUNT),
            heading(edition.say(verdicts.TOLERANCE_HEADING), Figure.AMOUNT),
        ),
        widths=(*edition.widths()[:FIRST_YEAR_COLUMN], *(13,) * max(across, len(AFTER))),
        tables=(
            verdict(edition, (len(every), len(inputs)), live, failed),
            *tables,
            input_table(edition, inputs),
            used_table(edition, inputs),
            given_table(edition, given),
        ),
    )


def _row(edition: Edition, number: int, check: Check) -> Row:
    """Return whether every difference of a check is within its tolerance, and all of them."""
    length = len(edition.years)
    first, period, tolerance = (
        letters(FIRST_YEAR_COLUMN + place) for place in (0, length, length + 1)
    )

    years, whole = check.difference.cells(check.figure, Role.CALCULATED)
    _, allowed = check.tolerance.cells(check.figure, Role.CALCULATED)
    return Row(
        key=f"checks.{number}",
        cells=(
            text(check.label),
            text(check.compared),
            text(check.unit),
            Cell(
                value=int(check.holds),
                figure=Figure.COUNT,
                role=Role.CHECK,
                formula=_holds(f"MAX([own@{first}:{period}])<=[own@{tolerance}]", check),
                good=1,
                between=SKIPPED if check.of_run else "",
            ),
            *(years or (None,) * length),
            whole,
            allowed,
        ),
    )


def _holds(agrees: str, check: Check) -> str:
    """Return the formula of whether a check holds; of the run alone it asks nothing more."""
    if check.of_run:
        return f'IF([checks.changed@value]>0,"{SKIPPED}",({agrees})*1)'
    return f"IF({agrees},1,0)"


COLUMN = "\0"
"""Stands in a formula for the column that it is in."""


def used_table(edition: Edition, inputs: tuple[Typed, ...]) -> PageTable:
    """Lay out each row of inputs twice: what is used of it, and what the run had."""
    numbered = groupby(enumerate(inputs, start=1), lambda item: item[1].row.key)
    words = (verdicts.INPUT, verdicts.WHERE, sheets.UNIT)
    steps = range(len(edition.years) + 1, edition.across + 1)
    return edition.table(
        verdicts.USED_TITLE,
        (row for _, found in numbered for row in _rows(edition, dict(found))),
        note=verdicts.USED_NOTE,
        headings=(
            *edition.heads(words),
            heading(edition.say(sheets.VALUE), Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in edition.years),
            *(heading(edition.say(sheets.RAMP_STEP, number=step)) for step in steps),
        ),
    )


def _rows(edition: Edition, found: dict[int, Typed]) -> Iterator[Row]:
    """Yield what is used of one row of inputs, and what the run had."""
    first, *_ = found.values()
    places = _places(edition, found)
    cells = {place: first.row.cells[place] or Cell(value=None) for place in places}
    formula = _formula(first, found, cells)
    used = {
        place: Cell(
            value=cell.value,
            figure=cell.figure,
            role=Role.CALCULATED,
            formula=formula.replace(COLUMN, "+0" if len(places) > 1 else letters(place)),
            name=edition.say(verdicts.USED_NAME, name=cell.name)
            if cell.name and not first.is_yearly
            else "",
        )
        for place, cell in cells.items()
    }
    run = {
        place: Cell(value=cell.value, figure=cell.figure, role=Role.GIVEN)
        for place, cell in cells.items()
        if cell.value is not None
    }
    across = range(VALUE_COLUMN, max(places) + 1)
    called, unit = text(first.called), text(first.unit)
    where = Cell(value="", target=(first.key, first.column))
    yield Row(
        key=f"used.{first.key}",
        cells=(called, where, unit, *map(used.get, across)),
        stands_for=first.key,
    )
    told = text(edition.say(workings.RUN))
    yield Row(key=f"{RUN}{first.key}", cells=(called, told, unit, *map(run.get, across)))


def _formula(first: Typed, found: dict[int, Typed], cells: dict[int, Cell]) -> str:
    """Return what is used of a row, one formula for all its columns."""
    flag = f"[inputs.{min(found)}@D]"
    if len(found) > 1:
        flag = f"MIN([inputs.{min(found)}..inputs.{max(found)}@D])"
    now, run = f"[!{first.key}@{COLUMN}]", f"[{RUN}{first.key}@{COLUMN}]"
    if all(cell.value is not None and not cell.optional for cell in cells.values()):
        return f"IF({flag}=1,{now},{run})"
    blank = f"{flag}*ISBLANK({now})+(1-{flag})*ISBLANK({run})>0"  # drawn on, it would be 0
    return f'IF({blank},"",IFERROR({now}*{flag},0)+{run}*(1-{flag}))'


def _places(edition: Edition, found: dict[int, Typed]) -> list[int]:
    """Return the columns of a row of inputs: all years and steps where it has years across."""
    first, *_ = found.values()
    if not first.is_yearly:
        return [one.column + place for one in found.values() for place in range(len(one.cells))]
    across = first.row.cells[FIRST_YEAR_COLUMN : FIRST_YEAR_COLUMN + edition.across]
    last = max(place for place, cell in enumerate(across) if cell is not None)
    length = max(len(edition.years), last + 1)
    return list(range(FIRST_YEAR_COLUMN, FIRST_YEAR_COLUMN + length))
