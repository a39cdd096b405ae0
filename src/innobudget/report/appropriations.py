"""What the investments change in the budget, by line and year: savings, outlays, disruption.

Signs are the budget's: a booked saving is negative, running costs, outlay and disruption are
positive.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from innobudget.domain.budget import BudgetLine, Kind
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.planned import (
    Account,
    booked_parts,
    effect_lines,
    outlay_account,
)
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.plan import by_year
from innobudget.report.planning import PlannedEffect

Change = Literal["saving", "running", "outlay", "disruption"]
Money = Literal["outlay", "capital_outlay", "disruption"]
"""The field of a stage that an amount comes from."""
BOOKED: tuple[Change, ...] = ("saving", "running")
"""What the booked saving is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appropriation:
    """One change of the adopted budget, year by year."""

    investment: int
    """Number of the investment among those that are simulated, the first is 1."""
    account: Account
    """Where it falls."""
    change: Change
    """What it is."""
    effect: int | None = None
    """Position among the investment's effects, the first is 1; None: of none in particular."""
    stages: tuple[int, ...] = ()
    """Stages whose money it is, the first is 1."""
    money: Money | None = None
    """Which money of these stages."""
    amounts: Array
    """By year of the horizon; expenditure positive. [currency]"""
    permanent: bool
    """Whether it goes on past the horizon."""


def appropriations(results: Results) -> tuple[Appropriation, ...]:
    """Return every change: first all booked savings, then all outlays and disruptions."""
    every = possible_changes(results.scenario)
    return tuple(one for one in every if one.change in BOOKED or one.amounts.any())


def possible_changes(scenario: Scenario) -> tuple[Appropriation, ...]:
    """Return every change, and with no amounts the disruptions that the budget does not hold."""
    numbered = tuple(enumerate(scenario.enabled, start=1))
    savings = (item for number, one in numbered for item in _savings(scenario, number, one))
    spending = (item for number, one in numbered for item in _spending(scenario, number, one))
    return (*savings, *spending)


def still_to_book(scenario: Scenario, change: Appropriation) -> Array:
    """Return what of a change the budget file does not hold already, by year. [currency]

    All of it, unless the file is after the bookings. Then it holds everything in its own
    years. After its last year its lines go on from there, and with them the savings and
    running costs that they hold; an outlay is of its own year and goes on in none.
    """
    if not scenario.booking.already_in_budget:
        return change.amounts
    if change.change in BOOKED:
        return change.amounts - goes_on(scenario, change.amounts)
    return np.where(_past(scenario) == 0, 0.0, change.amounts)


def goes_on(scenario: Scenario, amounts: Array) -> Array:
    """Return what a budget file holds along the horizon that has some amounts in its years.

    As given to the file's last year, then that year's with the budget's growth. [currency]
    """
    past = _past(scenario)
    last = amounts[np.flatnonzero(past == 0)[-1]]
    growth = 0.0 if scenario.budget is None else scenario.budget.growth
    return np.where(past == 0, amounts, last * (1 + growth) ** past)


def file_last_year(scenario: Scenario) -> int:
    """Return the last year of the horizon that the budget file has; the rest is projected."""
    horizon, budget = scenario.horizon, scenario.budget
    last = horizon.last_year if budget is None else budget.years[-1]
    return min(max(last, horizon.base_year), horizon.last_year)


def _past(scenario: Scenario) -> Array:
    """Return by how many years each year is past the budget file's last, shape (year,)."""
    years = np.array(scenario.horizon.years, dtype=np.float64)
    return np.maximum(0.0, years - file_last_year(scenario))


def lines_of(scenario: Scenario, planned: PlannedEffect) -> tuple[BudgetLine, ...]:
    """Return the budget lines that an effect falls on."""
    return effect_lines(scenario.budget, planned.effect)


def line_amounts(scenario: Scenario, line: BudgetLine) -> Array:
    """Return a line's budget along the horizon; 0 where the file has none. [currency]"""
    budget = scenario.budget
    if budget is None:
        return np.zeros(scenario.horizon.length)
    return np.array([budget.amount(line, year) or 0.0 for year in scenario.horizon.years])


def _savings(scenario: Scenario, number: int, investment: Investment) -> Iterator[Appropriation]:
    """Yield the saving that is booked, effect by effect, and running costs in full."""
    for part in booked_parts(scenario, investment):
        effect = None if part.effect is None else investment.effects[part.effect - 1]
        yield Appropriation(
            investment=number,
            account=part.account,
            change="running" if effect is not None and effect.is_running_cost else "saving",
            effect=part.effect,
            amounts=0.0 - by_year(part.booked, scenario.horizon),  # never -0
            permanent=effect is None or effect.years is None,
        )


def _spending(scenario: Scenario, number: int, investment: Investment) -> Iterator[Appropriation]:
    """Yield outlays and budgeted disruption, stages that share an account together."""
    found: dict[object, Appropriation] = {}
    for money, position, stage, amounts in _stage_money(scenario, investment):
        kind: Kind = "capital" if money == "capital_outlay" else "operating"
        account = outlay_account(scenario, investment, stage, kind)
        key = (money, account.identity)
        before = found.get(key)
        found[key] = Appropriation(
            investment=number,
            account=account,
            change="disruption" if money == "disruption" else "outlay",
            stages=(*(before.stages if before else ()), position),
            money=money,
            amounts=amounts if before is None else before.amounts + amounts,
            permanent=False,
        )
    yield from found.values()


def _stage_money(
    scenario: Scenario, investment: Investment
) -> Iterator[tuple[Money, int, Stage, Array]]:
    numbered = tuple(enumerate(investment.stages, start=1))
    moneys: tuple[Money, ...] = ("outlay", "capital_outlay", "disruption")
    for money in moneys:
        for position, stage in numbered:
            if any(getattr(stage, money).values()):
                amounts = own_money(scenario, investment, stage, money)
                held = money != "disruption" or investment.disruption_budgeted
                yield money, position, stage, amounts if held else np.zeros_like(amounts)


def own_money(scenario: Scenario, investment: Investment, stage: Stage, money: Money) -> Array:
    """Return the municipality's part of a stage's planned money, by year. [currency]"""
    planned: Mapping[int, float] = getattr(stage, money)
    if money == "disruption":
        return by_year(planned, scenario.horizon)
    grant = stage.grants["capital" if money == "capital_outlay" else "operating"]
    own = (1 - investment.cofinancing) * by_year(planned, scenario.horizon)
    return own - by_year(grant, scenario.horizon)
