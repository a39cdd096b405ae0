"""Summary: the answer in one screen."""

from collections.abc import Iterator

from innobudget.report import theme
from innobudget.report.tables import (
    Cell,
    Chart,
    ChartKind,
    Page,
    Role,
    Row,
    Series,
    Table,
)
from innobudget.report.words import labels, sheets
from innobudget.report.words.numbers import amount, frequency, number, percent
from innobudget.report.workbook.edition import Edition

YEARLY = (
    "planned",
    "booked",
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


def summary(edition: Edition, results: Page) -> Page:
    """Lay out message, key figures and yearly table; every figure points at Results."""
    found = {row.key: row for table in results.tables for row in table.rows}
    key_figures = tuple(_pointer(found[f"results.{key}"], "key") for key in KEY_FIGURES)
    yearly = tuple(_pointer(found[f"results.{key}"], "year") for key in YEARLY)
    trials = number(edition.results.scenario.sampled.trials, edition.language)
    name = edition.results.scenario.assumptions.name
    return Page(
        key="summary",
        name=edition.say(sheets.NAMES["summary"]),
        title=name,
        notes=(
            edition.say(sheets.SUMMARY_PURPOSE, trials=trials),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        message=message(edition),
        headings=edition.headings(value=edition.period, detail=sheets.FROM),
        widths=edition.widths(),
        tables=(
            Table(
                title=edition.say(sheets.KEY_FIGURES_OF, period=edition.period),
                rows=key_figures,
            ),
            Table(title=edition.say(sheets.BY_YEAR), rows=yearly),
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
        return edition.say(sheets.NOTHING_BOOKED_MESSAGE, probability=holds, **told)
    return edition.say(
        sheets.MET_MESSAGE,
        probability=percent(met, language),
        frequency=frequency(met, language),
        **told,
    )


def _pointer(target: Row, block: str) -> Row:
    """Return a row whose figures are those of a row on Results."""
    key = f"summary.{block}.{target.key.removeprefix('results.')}"
    label, _, unit, value, *years = target.cells
    if block == "key":
        years = [None] * len(years)
    cells = (
        label,
        Cell(value="", target=target.key),
        unit,
        _linked(value, target.key, "value"),
        *(_linked(cell, target.key, "+0") for cell in years),
    )
    return Row(key=key, cells=cells)


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
        key="summary.year.booked",
        colour=theme.LIGHT_GREY,
    )
    charts = (
        ("saving", ChartKind.COLUMNS_AND_LINES, sheets.CHART_SAVINGS, sheets.CHART_SAVINGS_ALT),
        (
            "cumulative_net",
            ChartKind.LINES,
            sheets.CHART_CUMULATIVE,
            sheets.CHART_CUMULATIVE_ALT,
        ),
    )
    for measure, kind, title, description in charts:
        lines = tuple(
            Series(
                name=edition.say(sheets.STATISTICS[statistic]),
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
