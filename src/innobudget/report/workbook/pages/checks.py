"""Checks: what must agree, each with its tolerance, and one answer for them all."""

from itertools import count

from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Cell, Figure, Page, Role, Row, heading, text
from innobudget.report.words import sheets, verdicts
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.input_checks import AFTER, input_table, typed_inputs
from innobudget.report.workbook.pages.sampling_checks import CHECK_ERRORS, Check, sampling_checks
from innobudget.report.workbook.pages.sum_checks import (
    budget_checks,
    followup_checks,
    part_checks,
    plan_checks,
    reserve_checks,
)
from innobudget.report.workbook.pages.used_inputs import used_table
from innobudget.report.workbook.pages.verdict import SKIPPED, verdict
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters


def checks(edition: Edition, pages: tuple[Page, ...], now: WhatIf, live: tuple[Live, ...]) -> Page:
    """Lay out the verdict, every check with the differences that it looks at, every input."""
    keys = {row.key for page in pages for table in page.tables for row in table.rows}
    groups = [
        (edition.say(title), tuple(found))
        for title, found in (
            (verdicts.CHECK_PLAN, plan_checks(edition)),
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
