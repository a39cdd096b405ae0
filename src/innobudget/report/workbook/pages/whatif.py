"""What-if: controls, and what they do to the figures at once."""

from innobudget.engine.plan import plan_investment
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.tables import Figure, Page, Role, Row, Table, amounts, heading
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.whatif_controls import cases, controls, sampling
from innobudget.report.workbook.yearly_charts import yearly_charts

CHARTS_COLUMN = 9
"""Right of the widest table that they stand beside."""


def whatif(edition: Edition, now: WhatIf, found: tuple[Live, ...]) -> Page:
    """Lay out controls, answer, budget and yearly figures."""
    return Page(
        key="whatif",
        name=edition.say(sheets.NAMES["whatif"]),
        title=edition.say(sheets.NAMES["whatif"]),
        notes=(
            edition.say(workings.WHATIF_PURPOSE),
            edition.say(workings.WHATIF_SCALES),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        widths=edition.widths(at_least=4),
        tables=(
            controls(edition),
            _answer(edition, found),
            cases(edition),
            Table(
                title=edition.say(answers.BY_YEAR),
                headings=edition.headings(value=edition.period),
                key="whatif.headings",
                rows=tuple(row for figure in found for row in figure.rows(edition)),
            ),
            _budget(edition, now),
            Table(
                title=edition.say(workings.SAMPLING_TITLE),
                note=edition.say(workings.SAMPLING_NOTE),
                rows=tuple(sampling(edition)),
            ),
        ),
        charts_column=CHARTS_COLUMN,
        charts_beside=3,
        charts=tuple(
            yearly_charts(edition, booked="whatif.booked", block="whatif", years="whatif.headings")
        ),
    )


def _answer(edition: Edition, found: tuple[Live, ...]) -> Table:
    """Return the period figures with their sampling error and the run's figure beside them."""
    words = (edition.say(sheets.FIGURE), "", edition.say(sheets.UNIT))
    numbers = (workings.WHATIF_FIGURE, workings.PLUS_MINUS, workings.RUN)
    return Table(
        title=edition.say(workings.ANSWER),
        note=edition.say(workings.WHATIF_ERRORS),
        headings=(
            *(heading(word) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=tuple(figure.answer(edition) for figure in found if figure.is_answer),
    )


def _budget(edition: Edition, now: WhatIf) -> Table:
    scenario = edition.results.scenario
    last = len(edition.investments)
    booked, spending = [], []
    for number, investment in enumerate(edition.investments, start=1):
        flows = plan_investment(scenario, investment).total
        on, name = f"[whatif.case{number}@D]", edition.case(number)
        saving, running = f"[plan.{number}.saving]", f"[plan.{number}.running]"
        booked.append(
            _case_row(
                edition,
                (f"whatif.booked{number}", labels.BOOKED, name),
                flows.booked.tolist(),
                f"{on}*IF(COUNT([whatif.share@value])=0,[plan.{number}.booked],"
                f"[whatif.share@value]*({saving}-{running})+{running})",
            )
        )
        spending.append(
            _case_row(
                edition,
                (f"whatif.spending{number}", workings.BUDGETED_SPENDING, name),
                (flows.planned_outlay + flows.budgeted_disruption).tolist(),
                f"{on}*([plan.{number}.outlay]+[plan.{number}.disruption])",
            )
        )
    total = edition.say(workings.TOTAL)
    return Table(
        title=edition.say(workings.WHATIF_BUDGET),
        headings=edition.headings(value=edition.period),
        rows=(
            *booked,
            _case_row(
                edition,
                ("whatif.booked", labels.BOOKED, total),
                now.booked.tolist(),
                f"SUM([whatif.booked1..whatif.booked{last}])",
            ),
            *spending,
            _case_row(
                edition,
                ("whatif.spending", workings.BUDGETED_SPENDING, total),
                now.budgeted_spending.tolist(),
                f"SUM([whatif.spending1..whatif.spending{last}])",
            ),
        ),
    )


def _case_row(
    edition: Edition, told: tuple[str, Text, str], values: list[float], formula: str
) -> Row:
    key, phrase, detail = told
    role = Role.TOTAL if key in ("whatif.booked", "whatif.spending") else Role.CALCULATED
    return edition.row(
        key,
        Entry(label=edition.say(phrase), detail=detail, unit=edition.unit),
        value=period_sum(key, values, edition.results.scenario.horizon.period, role),
        years=amounts(values, role, formula),
    )
