"""Trials: the futures that What-if computes from, one row each, below the plan that they weigh."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from innobudget.domain.facts import AmountKey
from innobudget.domain.investment import Investment
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, plan_investment
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.planning import realised, replaced
from innobudget.report.tables import (
    Cell,
    Figure,
    Page,
    Role,
    Row,
    Simulated,
    amounts,
    heading,
    text,
)
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.numbers import number
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.pages.plan_stages import STAGE_ROWS
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN
from innobudget.report.workbook.trial_columns import (
    BLOCKS,
    MONEY,
    REALISED,
    Money,
    Part,
    TrialColumns,
    WeightColumn,
    is_late,
)

SINGLE_LABELS = (
    answers.NPV_SHORT,
    workings.SAVING_PERIOD,
    workings.GAP_PERIOD,
    workings.PAID_BACK_FROM,
)
YEAR_PLACE = "[own@A]-[base_year@value]+1"
"""Where the year of a row of the plan stands among the years across."""


def trials(edition: Edition, now: WhatIf, columns: TrialColumns) -> Page:
    """Lay out the weights of each trial to the right, what follows from them to the left."""
    count = number(len(edition.sample.numbers), edition.language)
    return Page(
        key="trials",
        name=edition.say(sheets.NAMES["trials"]),
        notes=(
            edition.say(workings.TRIALS_PURPOSE, count=count),
            edition.say(workings.TRIALS_READING, late=edition.years[-1] + 1),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        printed_columns=columns.data - 1,
        above=tuple(_above(edition, now, columns)),
        headings=tuple(_headings(edition, columns)),
        widths=(
            30,
            *(15,) * 4,
            *(12,) * (len(BLOCKS) * columns.years),
            3,
            *(12,) * len(columns.weights),
        ),
        tables=(
            edition.table("", _plan(edition, columns)),
            edition.table("", _rows(edition, now, columns)),
        ),
    )


def _blocks(columns: TrialColumns) -> Iterator[tuple[str, int]]:
    return ((block, year) for block in BLOCKS for year in range(columns.years))


def _headings(edition: Edition, columns: TrialColumns) -> Iterator[Cell]:
    yield heading(edition.say(workings.TRIAL), Figure.COUNT)
    for phrase in SINGLE_LABELS:
        yield heading(edition.say(phrase), Figure.AMOUNT)
    for block, year in _blocks(columns):
        name = edition.say(workings.TRIAL_BLOCKS[block])
        yield heading(f"{name} {edition.years[year]}", Figure.AMOUNT)
    yield heading("")
    for column in columns.weights:
        parts = " = ".join(
            edition.say(workings.WEIGHTS[part], count=place + (part in BY_STAGE))
            for part, place in column.parts
        )
        yield heading(edition.say(workings.WEIGHT, case=column.case, parts=parts), Figure.AMOUNT)


BY_STAGE: tuple[Part, ...] = ("outlay", "grant", "disruption")
"""Weights that are counted by stage, for people from 1 on; the others by years of delay."""


def _above(edition: Edition, now: WhatIf, columns: TrialColumns) -> Iterator[Row]:
    """Yield what the formulas need of each year: the year, its discount factor, its budget."""

    def row(key: str, phrase: Text, first: int, cells: Iterable[Cell | None]) -> Row:
        blank = (None,) * (first - 1)
        return Row(key=key, cells=(text(edition.say(phrase)), *blank, *cells))

    in_blocks = (
        Cell(value=edition.years[year], figure=Figure.YEAR) for _, year in _blocks(columns)
    )
    yield row("trials.year", labels.YEAR, columns.first(BLOCKS[0]), in_blocks)
    factors = _discount_factors(edition, columns.years)
    first = columns.first("net_effect")
    yield row("trials.discount", workings.DISCOUNT_FACTOR, first, factors)
    first = columns.first("budget_gap")
    yield row("trials.budget", workings.BUDGETED_NET, first, _budgeted(now, first))


def _budgeted(now: WhatIf, first: int) -> tuple[Cell, ...]:
    """Return what the budget has in each year, from the columns of years of What-if."""
    shift = FIRST_YEAR_COLUMN - first
    return amounts(
        (now.booked - now.budgeted_spending).tolist(),
        Role.CALCULATED,
        f"[whatif.booked@{shift:+d}]-[whatif.spending@{shift:+d}]",
    )


def _discount_factors(edition: Edition, years: int) -> Iterator[Cell]:
    rate = edition.scenario.assumptions.discount_rate
    for year in range(years):
        yield Cell(
            value=(1 + rate) ** -year,
            figure=Figure.FACTOR,
            role=Role.CALCULATED,
            formula="(1+[discount_rate@value])^([base_year@value]-[trials.year])",
        )


def _plan(edition: Edition, columns: TrialColumns) -> Iterator[Row]:
    """Yield the plan's money per unit of each weight, a row for each year."""
    scenario = edition.scenario
    plans = [plan_investment(scenario, item) for item in edition.investments]
    amounts_of = [_per_unit(plans[column.case - 1], column) for column in columns.weights]
    formulas = [_formula(edition, column) for column in columns.weights]
    blank = (None,) * (columns.data - 1)
    for place, year in enumerate(edition.years):
        cells = (
            Cell(
                value=float(own[place]) / 1000,
                figure=Figure.AMOUNT,
                role=Role.CALCULATED,
                formula=formula,
            )
            for own, formula in zip(amounts_of, formulas, strict=True)
        )
        yield Row(
            key=f"trials.plan.{year}", cells=(Cell(value=year, figure=Figure.YEAR), *blank, *cells)
        )


def _per_unit(plan: InvestmentPlan, column: WeightColumn) -> Array:
    """Return the money per unit of a weight, shape (year,). [currency]"""
    axis, matrix = plan.weights, getattr(plan.total, column.money)
    first = {
        "benefit": axis.benefit.start,
        "late_success": axis.late_success.start,
        "success": axis.success,
        "realised": axis.actual.start,
    }
    stages = {
        "outlay": (axis.outlay.start, axis.outlay_stages),
        "grant": (axis.grant.start, axis.grant_stages),
        "disruption": (axis.disruption.start, axis.disruption_stages),
    }
    rows = (
        stages[part][0] + stages[part][1].index(number) if part in stages else first[part] + number
        for part, number in column.parts
    )
    return np.asarray(sum(matrix[row] for row in rows))


def _formula(edition: Edition, column: WeightColumn) -> str:
    """Return the formula of the money per unit of a weight, of a row that is called `own`."""
    return "+".join(_amount(edition, column, part, number) for part, number in column.parts)


def _amount(edition: Edition, column: WeightColumn, part: Part, number: int) -> str:
    case, scenario = column.case, edition.scenario
    investment, control = edition.investments[case - 1], f"[whatif.case{case}@{{}}]*"
    own = [n for n, effect in enumerate(investment.effects, start=1) if effect.is_own_cash]
    known = realised(scenario, investment)
    match part:
        case "success":
            running = [n for n in own if investment.effects[n - 1].is_running_cost]
            left = f"*(1-{_sum([f'{case}.part.saving'])})" if "saving" in known else ""
            return _sum(f"plan.{case}.effect{n}" for n in running) + left
        case "realised":
            keys = [f"{case}.actual.{key}" for key in REALISED[column.money] if key in known]
            return control.format("D") + _sum(keys)
        case "outlay" | "grant" | "disruption":
            rows = _stage_rows(investment, number, part, replaced(scenario, investment, number))
            signed = {"outlay": control.format("F"), "disruption": control.format("G")}
            stage = f"plan.{case}.stage{number + 1}"
            return signed.get(part, "0-") + _sum(f"{stage}.{row}" for row in rows)
        case _:
            late = [n for n in own if is_late(part, investment.effects[n - 1])]
            scale = control.format("E") if part == "benefit" else ""
            return scale + _sum(f"plan.{case}.effect{n}.late{number}" for n in late)


def _stage_rows(
    investment: Investment, number: int, part: Part, gone: frozenset[AmountKey]
) -> Sequence[str]:
    """Return the rows of Plan that a stage's money stands in, as far as it is simulated."""
    stage = investment.stages[number]
    if part == "disruption":
        return ["disruption.rest" if "disruption" in gone else "disruption.all"]
    rest = bool(gone - {"disruption"})
    if part == "grant":
        return ["grant.rest" if rest else "grant"]
    fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
    if rest:
        return [f"{field}.rest" for field in fields]
    grant = ["grant"] if any(stage.grant.values()) else []
    return [f"{field}.own" for field in fields] + grant


def _sum(keys: Iterable[str]) -> str:
    """Add up the figures that some rows with years across have in the year of the formula."""
    found = [f"INDEX([{key}@years],{YEAR_PLACE})" for key in keys] or ["0"]
    return found[0] if len(found) == 1 else f"({'+'.join(found)})"


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
    weights = np.array([column.values for column in columns.weights])
    formulas = tuple(_formulas(edition, columns))
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
            simulated=Simulated(columns.data, weights[:, position] if len(weights) else weights),
        )


def _formulas(edition: Edition, columns: TrialColumns) -> Iterator[str]:
    """Yield the formulas of a trial's row, which is called `own`."""
    net, cumulative = columns.block("net_effect"), columns.block("cumulative_net")
    yield f"SUMPRODUCT([trials.discount@{net}],[own@{net}])"
    yield f"SUM([own@{columns.block('saving', columns.period)}])"
    yield f"SUM([own@{columns.block('budget_gap', columns.period)}])"
    yield (
        "MAX([base_year@value]-1,"
        f"SUMPRODUCT(MAX(([own@{cumulative}]<-[tolerance@value])*[trials.year@{cumulative}])))+1"
    )
    for year in edition.years:
        yield _weighed(columns, year, "saving") or "0"
    for year in edition.years:
        costs = (_weighed(columns, year, money) for money in MONEY[1:])
        yield "-".join((f"[own@-{columns.years}]", *filter(None, costs)))
    for _ in range(columns.years):
        yield f"[trials.budget]-[own@-{columns.years}]"
    first = columns.block("net_effect").split(":")[0]
    for _ in range(columns.years):
        yield f"SUM([own@{first}:-{2 * columns.years}])"


def _weighed(columns: TrialColumns, year: int, money: Money) -> str:
    """Return a trial's money of a year: its weights times the plan; empty: there is none."""
    where = columns.of_money(money)
    return where and f"SUMPRODUCT([trials.plan.{year}@{where}],[own@{where}])"
