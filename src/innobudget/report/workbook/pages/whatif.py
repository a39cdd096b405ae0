"""What-if: controls, and what they do to the figures at once."""

from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.tables import Figure, Page, PageTable, Role, Row, amounts, heading
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.whatif_controls import bookings, cases, controls, sampling
from innobudget.report.workbook.trial_columns import TrialColumns
from innobudget.report.workbook.yearly_charts import yearly_charts

CHARTS_COLUMN = 6
"""Right of the widest table that they stand beside."""
WORDS = (42.0, 24.0, 12.0)
"""Narrow enough for a chart beside the answer on a small screen. [characters]"""


def whatif(edition: Edition, now: WhatIf, found: tuple[Live, ...], columns: TrialColumns) -> Page:
    """Lay out controls, answer, budget and yearly figures."""
    return Page(
        key="whatif",
        name=edition.say(sheets.NAMES["whatif"]),
        title=edition.say(sheets.NAMES["whatif"]),
        notes=(
            edition.say(workings.WHATIF_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        widths=edition.widths(at_least=4, words=WORDS),
        tables=(
            controls(edition),
            _answer(edition, found),
            cases(edition),
            bookings(edition),
            PageTable(
                title=edition.say(answers.BY_YEAR),
                note=edition.say(workings.WHATIF_ERRORS),
                headings=edition.headings(value=edition.period),
                key="whatif.headings",
                rows=tuple(row for figure in found for row in figure.rows(edition)),
            ),
            _budget(edition, now),
            PageTable(
                title=edition.say(workings.SAMPLING_TITLE),
                note=edition.say(workings.SAMPLING_NOTE),
                rows=tuple(sampling(edition, columns)),
            ),
        ),
        charts_column=CHARTS_COLUMN,
        charts_beside=2,
        charts_stacked=1,
        charts=tuple(
            yearly_charts(edition, booked="whatif.booked", block="whatif", years="whatif.headings")
        ),
    )


def _answer(edition: Edition, found: tuple[Live, ...]) -> PageTable:
    """Return the period figures with their sampling error and the run's figure beside them."""
    words = map(edition.say, (sheets.FIGURE, sheets.DETAIL, sheets.UNIT))
    numbers = (workings.WHATIF_FIGURE, workings.PLUS_MINUS, workings.RUN)
    return PageTable(
        title=edition.say(workings.ANSWER),
        headings=(
            *(heading(word) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=tuple(figure.answer(edition) for figure in found if figure.is_answer),
    )


def _budget(edition: Edition, now: WhatIf) -> PageTable:
    return PageTable(
        title=edition.say(workings.WHATIF_BUDGET),
        headings=edition.headings(value=edition.period),
        rows=(
            _total(edition, "whatif.booked", (labels.BOOKED, now.booked.tolist()), "[plan.booked]"),
            _total(
                edition,
                "whatif.spending",
                (workings.BUDGETED_SPENDING, now.budgeted_spending.tolist()),
                "[plan.outlay]+[plan.disruption]",
            ),
        ),
    )


def _total(edition: Edition, key: str, told: tuple[Text, list[float]], formula: str) -> Row:
    phrase, values = told
    return edition.row(
        key,
        Entry(label=edition.say(phrase), detail=edition.say(workings.TOTAL), unit=edition.unit),
        value=period_sum(key, values, edition.results.scenario.horizon.period, Role.TOTAL),
        years=amounts(values, Role.TOTAL, formula),
    )
