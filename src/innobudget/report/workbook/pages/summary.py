"""Summary: the answer in one screen."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from innobudget.domain.evidence import Mark
from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.report.planning import planned_effects
from innobudget.report.tables import Cell, Figure, NativeChart, Page, Role, Row, text
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.numbers import number, percent
from innobudget.report.workbook.edition import Edition, Speaker
from innobudget.report.workbook.live import ANSWERS, Live
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, VALUE_COLUMN
from innobudget.report.workbook.yearly_charts import yearly_charts

CHARTS_COLUMN = 6
"""Right of the key figures."""
WORDS = (46.0, 16.0, 12.0)
"""Narrow enough for a chart beside the key figures on a small screen. [characters]"""
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


def summary(edition: Edition, results: Page, live: tuple[Live, ...]) -> Page:
    """Lay out message, key figures and yearly table; every figure points at Results."""
    found = {row.key: row for table in results.tables for row in table.rows}
    now = {figure.key: figure for figure in live}
    key_figures = tuple(
        _key_figure(found[f"results.{key}"], now[key], edition.period if span == "period" else "")
        for key, span in ANSWERS.items()
    )
    yearly = tuple(_pointer(found[f"results.{key}"]) for key in YEARLY)
    return Page(
        key="summary",
        name=edition.say(sheets.NAMES["summary"]),
        title=edition.scenario.assumptions.name,
        notes=(),
        widths=edition.widths(at_least=2, words=WORDS),
        tables=(
            edition.table(
                answers.KEY_FIGURES,
                key_figures,
                headings=_key_headings(edition),
                key="summary.key_headings",
            ),
            edition.table(
                answers.BY_YEAR,
                yearly,
                headings=edition.headings(value=edition.period, detail=sheets.FROM),
                key="summary.headings",
            ),
            edition.table(
                answers.HOW_TO_READ,
                (Row(cells=(text(note, Role.NOTE),)) for note in _notes(edition)),
            ),
        ),
        charts=tuple(_charts(edition)),
        charts_column=CHARTS_COLUMN,
        charts_stacked=1,
        charts_beside=1,
    )


def _notes(edition: Edition) -> Iterator[str]:
    """Say what it is, how to read and follow it, and what it does not say."""
    purpose, caveat = cover(edition, (edition.scenario,))
    yield purpose
    yield edition.say(answers.SUMMARY_FOLLOW)
    yield caveat
    yield edition.say(answers.PERCENTILES_READ)
    yield edition.say(answers.DO_NOT_ADD_UP, period=edition.period)
    yield edition.say(sheets.SIGNS_CASES)
    yield edition.units


def cover(edition: Speaker, scenarios: Sequence[Scenario]) -> tuple[str, str]:
    """Return what a workbook is and what made it, and what it does not say."""
    made, sampled = edition.made, scenarios[0].sampled
    purpose = edition.say(
        answers.SUMMARY_PURPOSE,
        trials=number(sampled.trials, edition.language),
        date=made.date.strftime("%Y-%m-%d"),
        version=made.version,
        seed=sampled.seed,
    )
    told = ", ".join(
        f"{percent(share, edition.language)} {edition.say(labels.MARKS[mark])}"
        for mark, share in money_by_mark(scenarios).items()
    )
    return purpose, edition.say(answers.SUMMARY_CAVEAT, marks=told)


def _key_headings(edition: Edition) -> tuple[Cell, ...]:
    words = (sheets.FIGURE, sheets.FROM, sheets.UNIT)
    numbers = (workings.RUN, workings.WHATIF_FIGURE, workings.PLUS_MINUS)
    return (*edition.heads(words), *edition.heads(numbers, Figure.AMOUNT))


def _key_figure(target: Row, live: Live, span: str) -> Row:
    """Return the run's figure, and beside it that of What-if with its error."""
    label, _, unit, value, *_ = target.cells
    told = "" if label is None else str(label.value)
    return Row(
        key=f"summary.key.{target.key.removeprefix('results.')}",
        cells=(
            text(f"{told}, {span}" if span else told),
            Cell(value="", target=(target.key, VALUE_COLUMN)),
            unit,
            _linked(value, target.key, "value"),
            *live.now_and_error(),
        ),
    )


def _pointer(target: Row) -> Row:
    """Return a row whose figures are those of a row on Results."""
    label, _, unit, value, *years = target.cells
    return Row(
        key=f"summary.year.{target.key.removeprefix('results.')}",
        cells=(
            label,
            Cell(value="", target=(target.key, FIRST_YEAR_COLUMN)),
            unit,
            _linked(value, target.key, "value"),
            *(_linked(cell, target.key, "+0") for cell in years),
        ),
    )


def _linked(cell: Cell | None, key: str, column: str) -> Cell | None:
    if cell is None or cell.value is None:
        return None
    return Cell(
        value=cell.value, figure=cell.figure, role=Role.SIMULATED, formula=f"[{key}@{column}]"
    )


def _charts(edition: Edition) -> Iterator[NativeChart]:
    return yearly_charts(
        edition, booked="summary.year.plan.booked", block="summary.year", years="summary.headings"
    )


def money_by_mark(scenarios: Sequence[Scenario]) -> Mapping[Mark, float]:
    """Return the share of the money by mark, the largest first; none where there is no money.

    Money is every planned outlay and disruption, and every planned effect of a year, whatever
    its sign. A case that several scenarios share counts in each.
    """
    money: dict[Mark, float] = defaultdict(float)
    for scenario in scenarios:
        for investment in scenario.enabled:
            for mark, amount in _marked(scenario, investment):
                money[mark] += amount
    whole = sum(money.values())
    ranked = sorted(money.items(), key=lambda pair: -pair[1])
    return {mark: amount / whole for mark, amount in ranked if amount and whole}


def _marked(scenario: Scenario, investment: Investment) -> Iterator[tuple[Mark, float]]:
    marks = {one.of: one.mark for one in investment.evidence if one.mark}
    for place, stage in enumerate(investment.stages, start=1):
        for key in ("outlay", "capital_outlay", "disruption"):
            own = marks.get(f"stage.{place}.{key}") or (marks.get(key) if place == 1 else None)
            amount = sum(map(abs, getattr(stage, key).values()))
            yield own or investment.assumption, amount
    planned = planned_effects(scenario, investment)
    for place, found in enumerate(planned, start=1):
        own = marks.get(f"effect.{place}.amount") or marks.get(f"effect.{place}.share")
        mark = own or found.effect.assumption or investment.assumption
        yield mark, float(np.abs(found.saving).sum())
