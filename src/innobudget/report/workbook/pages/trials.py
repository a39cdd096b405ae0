"""Trials: the futures that What-if computes from, one row each."""

from collections.abc import Iterable, Iterator

import numpy as np

from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.tables import (
    Cell,
    Figure,
    Page,
    Role,
    Row,
    Simulated,
    Table,
    amounts,
    heading,
    text,
)
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.numbers import number
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN
from innobudget.report.workbook.trial_columns import BLOCKS, TrialColumns, columns_of

USED_COLUMNS = {"saving": "G", "outlay": "H", "disruption": "D", "grant": "D"}
"""Where What-if has the factor of each flow."""
SINGLE_LABELS = (
    answers.NPV_SHORT,
    workings.SAVING_PERIOD,
    workings.GAP_PERIOD,
    workings.PAID_BACK_FROM,
)


def trials(edition: Edition, now: WhatIf) -> Page:
    """Lay out each trial: simulated figures to the right, what follows from them to the left."""
    columns = columns_of(edition)
    count = number(len(edition.sample.numbers), edition.language)
    return Page(
        key="trials",
        name=edition.say(sheets.NAMES["trials"]),
        title=edition.say(sheets.NAMES["trials"]),
        notes=(
            edition.say(workings.TRIALS_PURPOSE, count=count),
            edition.say(workings.TRIALS_READING, late=edition.years[-1] + 1),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        printed_columns=columns.data - 1,
        above=tuple(_above(edition, now, columns)),
        headings=tuple(_headings(edition, columns)),
        widths=(30, *(15,) * 4, *(12,) * (4 * columns.years), 3, *(12,) * _data_width(columns)),
        tables=(Table(title="", rows=tuple(_rows(edition, now, columns))),),
    )


def _data_width(columns: TrialColumns) -> int:
    return len(columns.flows) * columns.years * columns.investments


def _blocks(columns: TrialColumns) -> Iterator[tuple[str, int]]:
    return ((block, year) for block in BLOCKS for year in range(columns.years))


def _data(columns: TrialColumns) -> Iterator[tuple[str, int, int]]:
    return (
        (flow, year, case)
        for flow in columns.flows
        for year in range(columns.years)
        for case in range(columns.investments)
    )


def _headings(edition: Edition, columns: TrialColumns) -> Iterator[Cell]:
    yield heading(edition.say(workings.TRIAL), Figure.COUNT)
    for phrase in SINGLE_LABELS:
        yield heading(edition.say(phrase), Figure.AMOUNT)
    for block, year in _blocks(columns):
        name = edition.say(workings.TRIAL_BLOCKS[block])
        yield heading(f"{name} {edition.years[year]}", Figure.AMOUNT)
    yield heading("")
    for flow, year, case in _data(columns):
        before_grants = columns.has_grants and flow == "outlay"
        phrase = workings.BEFORE_GRANTS if before_grants else workings.TRIAL_FLOWS[flow]
        name = edition.say(phrase)
        number = edition.say(workings.CASE_COLUMN, number=case + 1)
        yield heading(f"{name} {edition.years[year]}, {number}", Figure.AMOUNT)


def _above(edition: Edition, now: WhatIf, columns: TrialColumns) -> Iterator[Row]:
    """Yield what the formulas need of each column: year, investment, factors, budget."""

    def row(key: str, phrase: Text, first: int, cells: Iterable[Cell | None]) -> Row:
        blank = (None,) * (first - 1)
        return Row(key=key, cells=(text(edition.say(phrase)), *blank, *cells))

    data, years = tuple(_data(columns)), edition.years
    in_blocks = (_label(years[year], Figure.YEAR) for _, year in _blocks(columns))
    in_data = (_label(years[year], Figure.YEAR) for _, year, _ in data)
    first = columns.first(BLOCKS[0])
    yield row("trials.year", labels.YEAR, first, (*in_blocks, None, *in_data))
    numbers = (_label(case + 1, Figure.COUNT) for _, _, case in data)
    yield row("trials.case", workings.CASE_NUMBER, columns.data, numbers)
    yield row("trials.weight", workings.WEIGHT, columns.data, _weights(columns))
    factors = _discount_factors(edition, columns.years)
    first = columns.first("net_effect")
    yield row("trials.discount", workings.DISCOUNT_FACTOR, first, factors)
    first = columns.first("budget_gap")
    yield row("trials.budget", workings.BUDGETED_NET, first, _budgeted(now, first))


def _weights(columns: TrialColumns) -> Iterator[Cell]:
    for flow, _, _ in _data(columns):
        used = f"[whatif.case1..whatif.case{columns.investments}@{USED_COLUMNS[flow]}]"
        yield Cell(
            value=1.0,
            figure=Figure.FACTOR,
            role=Role.CALCULATED,
            formula=f"INDEX({used},[trials.case])",
        )


def _budgeted(now: WhatIf, first: int) -> tuple[Cell, ...]:
    """Return what the budget has in each year, from the columns of years of What-if."""
    shift = FIRST_YEAR_COLUMN - first
    return amounts(
        (now.booked - now.budgeted_spending).tolist(),
        Role.CALCULATED,
        f"[whatif.booked@{shift:+d}]-[whatif.spending@{shift:+d}]",
    )


def _label(value: int, figure: Figure) -> Cell:
    return Cell(value=value, figure=figure)


def _discount_factors(edition: Edition, years: int) -> Iterator[Cell]:
    rate = edition.results.scenario.assumptions.discount_rate
    for year in range(years):
        yield Cell(
            value=(1 + rate) ** -year,
            figure=Figure.FACTOR,
            role=Role.CALCULATED,
            formula="(1+[whatif.rate@F])^([base_year@value]-[trials.year])",
        )


def _rows(edition: Edition, now: WhatIf, columns: TrialColumns) -> Iterator[Row]:
    period = slice(0, columns.period)
    single = (
        now.npv / 1000,
        now.saving[:, period].sum(axis=1) / 1000,
        now.budget_gap[:, period].sum(axis=1) / 1000,
        now.payback_year,
    )
    blocks = np.concatenate(
        [now.saving, now.net_effect, now.budget_gap, now.cumulative_net], axis=1
    )
    formulas = tuple(_formulas(columns))
    for position, trial in enumerate(edition.sample.numbers):
        values = (*(column[position] for column in single), *(blocks[position] / 1000))
        yield Row(
            key=f"trials.{position}",
            cells=(
                Cell(value=int(trial) + 1, figure=Figure.COUNT),
                *(
                    Cell(
                        value=float(value),
                        figure=Figure.YEAR if place == 3 else Figure.AMOUNT,
                        role=Role.CALCULATED,
                        formula=formula,
                    )
                    for place, (value, formula) in enumerate(zip(values, formulas, strict=True))
                ),
            ),
            simulated=Simulated(columns.data, _flows(edition, columns, position) / 1000),
        )


def _flows(edition: Edition, columns: TrialColumns, position: int) -> Array:
    sample = edition.sample
    flows = {
        "saving": sample.saving,
        "outlay": sample.outlay + sample.grant,
        "disruption": sample.disruption,
        "grant": sample.grant,
    }
    return np.concatenate([flows[name][position].T.ravel() for name in columns.flows])


def _formulas(columns: TrialColumns) -> Iterator[str]:
    """Yield the formulas of a trial's row, which is called `own`."""
    net, cumulative = columns.block("net_effect"), columns.block("cumulative_net")
    yield f"SUMPRODUCT([trials.discount@{net}],[own@{net}])"
    yield f"SUM([own@{columns.block('saving', columns.period)}])"
    yield f"SUM([own@{columns.block('budget_gap', columns.period)}])"
    yield (
        "MAX([base_year@value]-1,"
        f"SUMPRODUCT(MAX(([own@{cumulative}]<-[tolerance@value])*[trials.year@{cumulative}])))+1"
    )
    for year in range(columns.years):
        yield _weighted(columns.cases("saving", year))
    for year in range(columns.years):
        outlay, disruption = columns.cases("outlay", year), columns.cases("disruption", year)
        grant = f"+{_weighted(columns.cases('grant', year))}" if columns.has_grants else ""
        yield f"[own@-{columns.years}]-{_weighted(outlay)}-{_weighted(disruption)}{grant}"
    for _ in range(columns.years):
        yield f"[trials.budget]-[own@-{columns.years}]"
    first = columns.block("net_effect").split(":")[0]
    for _ in range(columns.years):
        yield f"SUM([own@{first}:-{2 * columns.years}])"


def _weighted(cases: str) -> str:
    return f"SUMPRODUCT([trials.weight@{cases}],[own@{cases}])"
