"""Summary: the answer in one screen."""

from collections.abc import Iterator

from innobudget.report import theme
from innobudget.report.tables import (
    Cell,
    Chart,
    ChartKind,
    Figure,
    Page,
    Role,
    Row,
    Series,
    Table,
    heading,
)
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.numbers import amount, frequency, number, percent
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.estimates import Live

YEARLY = (
    "plan.saving",
    "plan.booked",
    "saving.mean",
    "saving.p10",
    "saving.p50",
    "saving.p90",
    "met",
    "budget_gap.mean",
    "holds",
    "reserve",
    "safe",
    "cumulative_net.p10",
    "cumulative_net.p50",
    "cumulative_net.p90",
)
KEY_FIGURES = (
    "met",
    "holds",
    "budget_gap.mean",
    "reserve",
    "safe",
    "npv.p50",
    "npv.positive",
    "payback.p50",
)


def summary(edition: Edition, results: Page, live: tuple[Live, ...]) -> Page:
    """Lay out message, key figures and yearly table; every figure points at Results."""
    found = {row.key: row for table in results.tables for row in table.rows}
    now = {figure.key: figure for figure in live}
    key_figures = tuple(_key_figure(found[f"results.{key}"], now.get(key)) for key in KEY_FIGURES)
    yearly = tuple(_pointer(found[f"results.{key}"]) for key in YEARLY)
    trials = number(edition.results.scenario.sampled.trials, edition.language)
    name = edition.results.scenario.assumptions.name
    return Page(
        key="summary",
        name=edition.say(sheets.NAMES["summary"]),
        title=name,
        notes=(
            edition.say(answers.SUMMARY_PURPOSE, trials=trials),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        message=message(edition),
        widths=edition.widths(),
        tables=(
            Table(
                title=edition.say(answers.KEY_FIGURES_OF, period=edition.period),
                headings=_key_headings(edition),
                key="summary.key_headings",
                rows=key_figures,
            ),
            Table(
                title=edition.say(answers.BY_YEAR),
                headings=edition.headings(value=edition.period, detail=sheets.FROM),
                key="summary.headings",
                rows=yearly,
            ),
        ),
        charts=tuple(_charts(edition)),
    )


def message(edition: Edition) -> str:
    """Return the answer in a sentence."""
    outcome, assumptions = edition.results.portfolio, edition.results.scenario.assumptions
    language = edition.language
    met = outcome.probability_booked_met_period
    told = {
        "period": edition.period,
        "reserve": amount(outcome.reserve_period, assumptions.currency, language),
        "confidence": percent(assumptions.confidence, language),
    }
    if met is None:
        holds = percent(outcome.probability_budget_holds_period, language)
        return edition.say(answers.NOTHING_BOOKED_MESSAGE, probability=holds, **told)
    return edition.say(
        answers.MET_MESSAGE,
        probability=percent(met, language),
        frequency=frequency(met, language),
        **told,
    )


def _key_headings(edition: Edition) -> tuple[Cell, ...]:
    words = (sheets.FROM, sheets.UNIT)
    numbers = (workings.RUN_FIGURE, workings.WHATIF_FIGURE, workings.PLUS_MINUS)
    return (
        heading(""),
        *(heading(edition.say(word)) for word in words),
        *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
    )


def _key_figure(target: Row, live: Live | None) -> Row:
    """Return the run's figure, and beside it that of What-if with its error."""
    label, _, unit, value, *_ = target.cells
    now = () if live is None else live.now_and_error()
    return Row(
        key=f"summary.key.{target.key.removeprefix('results.')}",
        cells=(
            label,
            Cell(value="", target=target.key),
            unit,
            _linked(value, target.key, "value"),
            *now,
        ),
    )


def _pointer(target: Row) -> Row:
    """Return a row whose figures are those of a row on Results."""
    label, _, unit, value, *years = target.cells
    return Row(
        key=f"summary.year.{target.key.removeprefix('results.')}",
        cells=(
            label,
            Cell(value="", target=target.key),
            unit,
            _linked(value, target.key, "value"),
            *(_linked(cell, target.key, "+0") for cell in years),
        ),
    )


def _linked(cell: Cell | None, key: str, column: str) -> Cell | None:
    if cell is None or cell.value is None:
        return None
    return Cell(
        value=cell.value,
        figure=cell.figure,
        role=Role.SIMULATED,
        formula=f"[{key}@{column}]",
    )


def _charts(edition: Edition) -> Iterator[Chart]:
    band = (("p10", theme.LIGHT_BLUE), ("p50", theme.DARK_BLUE), ("p90", theme.TURQUOISE))
    booked = Series(
        name=edition.say(labels.BOOKED),
        key="summary.year.plan.booked",
        colour=theme.LIGHT_GREY,
    )
    charts = (
        (
            "saving",
            ChartKind.COLUMNS_AND_LINES,
            answers.CHART_SAVINGS,
            answers.CHART_SAVINGS_ALT,
        ),
        (
            "cumulative_net",
            ChartKind.LINES,
            answers.CHART_CUMULATIVE,
            answers.CHART_CUMULATIVE_ALT,
        ),
    )
    for measure, kind, title, description in charts:
        lines = tuple(
            Series(
                name=edition.say(answers.STATISTICS[statistic]),
                key=f"summary.year.{measure}.{statistic}",
                colour=colour,
            )
            for statistic, colour in band
        )
        yield Chart(
            title=edition.say(title),
            description=edition.say(description),
            kind=kind,
            series=(booked, *lines) if kind is ChartKind.COLUMNS_AND_LINES else lines,
            categories="summary.headings",
            unit=edition.unit,
        )
