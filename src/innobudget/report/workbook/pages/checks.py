"""Checks: what must agree, each with its tolerance, and one answer for them all."""

from itertools import count

from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Cell, Figure, Page, Role, Row, Table, heading, text
from innobudget.report.words import sheets, workings
from innobudget.report.workbook.edition import Edition, Speaker
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.sampling_checks import CHECK_ERRORS, Check, sampling_checks
from innobudget.report.workbook.pages.sum_checks import (
    budget_checks,
    followup_checks,
    input_checks,
    part_checks,
    plan_checks,
    reserve_checks,
)
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters


def checks(edition: Edition, pages: tuple[Page, ...], now: WhatIf, live: tuple[Live, ...]) -> Page:
    """Lay out every check: 1 where it holds, and the differences that it looks at."""
    keys = {row.key for page in pages for table in page.tables for row in table.rows}
    inputs = next(page for page in pages if page.key == "assumptions")
    last_input = [row.key for table in inputs.tables for row in table.rows if row.key][-1]
    groups = [
        (edition.say(title), tuple(found))
        for title, found in (
            (workings.CHECK_INPUTS, input_checks(edition, last_input)),
            (workings.CHECK_PLAN, plan_checks(edition)),
            (
                workings.CHECK_PARTS,
                (
                    *part_checks(edition),
                    *reserve_checks(edition),
                    *followup_checks(edition),
                ),
            ),
            (workings.CHECK_BUDGET, budget_checks(edition, keys)),
            (workings.CHECK_WHATIF, sampling_checks(edition, now, live)),
        )
    ]
    numbers = count(1)
    tables = tuple(
        Table(title=title, rows=tuple(_row(edition, next(numbers), check) for check in found))
        for title, found in groups
    )
    holds = all(check.holds for _, found in groups for check in found)
    return Page(
        key="checks",
        name=edition.say(sheets.NAMES["checks"]),
        title=edition.say(sheets.NAMES["checks"]),
        notes=(
            edition.say(workings.CHECKS_PURPOSE),
            edition.say(workings.CHECKS_READING, errors=CHECK_ERRORS),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        headings=(
            *(heading(edition.say(word)) for word in (workings.CHECK, sheets.DETAIL, sheets.UNIT)),
            heading(edition.say(workings.HOLDS), Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in edition.years),
            heading(edition.period, Figure.AMOUNT),
            heading(edition.say(workings.TOLERANCE_HEADING), Figure.AMOUNT),
        ),
        widths=(*edition.widths(), 13, 13),
        tables=(
            overall(edition, (tables[0].rows[0].key, tables[-1].rows[-1].key), holds=holds),
            *tables,
        ),
    )


def status(edition: Speaker, checked: Page) -> Row:
    """Return the line that says on every sheet whether all checks pass."""
    overall = checked.tables[0].rows[0].cells[3]
    value = None if overall is None else overall.value
    return Row(
        cells=(
            Cell(
                value=value,
                role=Role.CHECK,
                formula="[checks.all@value]",
                good=edition.say(workings.ALL_PASS),
            ),
        )
    )


def overall(edition: Speaker, ends: tuple[str, str], *, holds: bool) -> Table:
    """Return the one answer: whether all checks from one row to another hold."""
    passed, failed = edition.say(workings.ALL_PASS), edition.say(workings.SOME_FAIL)
    return Table(
        title="",
        rows=(
            Row(
                key="checks.all",
                cells=(
                    text(edition.say(workings.ALL_CHECKS)),
                    None,
                    None,
                    Cell(
                        value=passed if holds else failed,
                        role=Role.CHECK,
                        formula=f'IF(MIN([{ends[0]}..{ends[1]}@value])=1,"{passed}","{failed}")',
                    ),
                ),
            ),
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
                formula=f"IF(MAX([own@{first}:{period}])<=[own@{tolerance}],1,0)",
                good=1,
            ),
            *(years or (None,) * length),
            whole,
            allowed,
        ),
    )
