"""What goes into the budget system: booked savings and outlays by line and year.

Signs are the budget's: a booked saving is negative, outlay and disruption are positive.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from innobudget.domain.budget import BudgetLine, Kind
from innobudget.domain.investment import Investment
from innobudget.domain.planned import held_by_year
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.plan import by_year
from innobudget.report.planning import PlannedEffect, planned_effects

Change = Literal["saving", "outlay", "disruption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A place in the budget that changes."""

    line: BudgetLine | None
    """The line; None: the file has none for it."""
    area: str | None
    """Committee or policy area; None: not placed."""
    kind: Kind
    """Which ceiling it counts under."""


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
    amounts: Array
    """By year of the horizon; expenditure positive. [currency]"""
    permanent: bool
    """Whether it goes on past the horizon."""


def appropriations(results: Results) -> tuple[Appropriation, ...]:
    """Return every change: first all booked savings, then all outlays and disruptions."""
    scenario = results.scenario
    numbered = tuple(enumerate(scenario.enabled, start=1))
    savings = (item for number, one in numbered for item in _savings(scenario, number, one))
    spending = (item for number, one in numbered for item in _spending(scenario, number, one))
    return (*savings, *spending)


def lines_of(scenario: Scenario, planned: PlannedEffect) -> tuple[BudgetLine, ...]:
    """Return the budget lines that an effect falls on."""
    effect = planned.effect
    if scenario.budget is None:
        return ()
    return scenario.budget.select(line=effect.line, area=effect.area, kind=effect.kind)


def line_amounts(scenario: Scenario, line: BudgetLine) -> Array:
    """Return a line's budget along the horizon; 0 where the file has none. [currency]"""
    budget = scenario.budget
    if budget is None:
        return np.zeros(scenario.horizon.length)
    return np.array([budget.amount(line, year) or 0.0 for year in scenario.horizon.years])


def _portions(scenario: Scenario, lines: tuple[BudgetLine, ...]) -> Array:
    """Split one unit over lines like their absolute budgets, shape (line, year)."""
    size = np.abs([line_amounts(scenario, line) for line in lines])
    whole = size.sum(axis=0)
    return np.where(whole > 0, size / np.where(whole > 0, whole, 1.0), 1 / len(lines))


def _savings(scenario: Scenario, number: int, investment: Investment) -> Iterator[Appropriation]:
    planned = [
        (position, item)
        for position, item in enumerate(planned_effects(scenario, investment), start=1)
        if item.effect.is_own_cash
    ]
    booked = None
    if investment.booked is not None:
        held = held_by_year(investment.booked, scenario.horizon.years)
        booked = by_year(held, scenario.horizon)
    whole = sum(
        (np.maximum(item.saving, 0.0) for _, item in planned), np.zeros(scenario.horizon.length)
    )
    left = np.zeros_like(whole) if booked is None else booked.copy()
    for position, item in planned:
        positive, running = np.maximum(item.saving, 0.0), np.minimum(item.saving, 0.0)
        if booked is None:
            own = scenario.booking.share * positive + running
        else:
            given = booked * positive / np.where(whole > 0, whole, 1.0)
            own = given + running
            left -= given
        for account, portion in _accounts(scenario, item):
            yield Appropriation(
                investment=number,
                account=account,
                change="saving",
                effect=position,
                amounts=-own * portion,
                permanent=item.effect.years is None,
            )
    left[whole > 0] = 0.0
    if left.any():
        yield Appropriation(
            investment=number,
            account=Account(line=None, area=None, kind="operating"),
            change="saving",
            amounts=-left,
            permanent=True,
        )


def _accounts(scenario: Scenario, planned: PlannedEffect) -> Iterator[tuple[Account, Array]]:
    lines = lines_of(scenario, planned)
    if not lines:
        nowhere = Account(line=None, area=None, kind=planned.effect.kind or "operating")
        yield nowhere, np.ones(scenario.horizon.length)
        return
    for line, portion in zip(lines, _portions(scenario, lines), strict=True):
        yield Account(line=line, area=line.area, kind=line.kind), portion


def _spending(scenario: Scenario, number: int, investment: Investment) -> Iterator[Appropriation]:
    horizon, own = scenario.horizon, 1 - investment.cofinancing
    flows: tuple[tuple[Change, Kind, Array], ...] = (
        ("outlay", "operating", own * sum_of(investment, "outlay", scenario)),
        ("outlay", "capital", own * sum_of(investment, "capital_outlay", scenario)),
        (
            "disruption",
            "operating",
            float(investment.disruption_budgeted) * sum_of(investment, "disruption", scenario),
        ),
    )
    for change, kind, amounts in flows:
        if amounts.any():
            yield Appropriation(
                investment=number,
                account=Account(line=None, area=investment.area, kind=kind),
                change=change,
                amounts=amounts[: horizon.length],
                permanent=False,
            )


def sum_of(investment: Investment, field: str, scenario: Scenario) -> Array:
    """Add up one kind of money over an investment's stages, gross. [currency]"""
    return np.asarray(
        sum(
            (by_year(getattr(stage, field), scenario.horizon) for stage in investment.stages),
            np.zeros(scenario.horizon.length),
        )
    )
