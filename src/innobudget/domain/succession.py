"""A scenario of which only later years count: what came before is sunk, and known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import inf
from typing import Any, get_args

from innobudget.domain.facts import Fact
from innobudget.domain.followed import FactOutcome
from innobudget.domain.investment import STAGE_TABLES, Investment
from innobudget.domain.planned import booked_saving, running_costs
from innobudget.domain.scenario import Horizon, Scenario
from innobudget.domain.uncertainty import Quantity, Uncertain, lower_limit, upper_limit
from innobudget.errors import Problem
from innobudget.messages import say

OPEN = 1e6
"""Stands for an end that neither a fact nor the range has: no factor is as large."""
JUST_BELOW = 1e-9
"""How far below its end an interval that is open above ends, once it is a fact. [years]"""


def in_turn(scenarios: Sequence[Scenario]) -> tuple[int, ...]:
    """Return the positions of scenarios in the order in which they were known; none: a choice.

    They are one budget then and now where each follows up the same as the one before it, or is
    of the same investments a budget later.
    """
    known = [
        (own.horizon.base_year, date.min if own.followup is None else own.followup.as_of)
        for own in scenarios
    ]
    order = sorted(range(len(known)), key=known.__getitem__)
    follow = all(_follows(scenarios[one], scenarios[other]) for one, other in pairwise(order))
    return tuple(order) if follow and len({*known}) == len(known) else ()


def _follows(earlier: Scenario, later: Scenario) -> bool:
    before, after = earlier.origin, later.origin
    if before.horizon.base_year != after.horizon.base_year:
        return bool({item.id for item in before.enabled} & {item.id for item in after.enabled})
    return (before.investments, before.booking) == (after.investments, after.booking)


def seen_from(scenario: Scenario, told: Sequence[FactOutcome], years: Horizon) -> Scenario:
    """Return a scenario of some of its years, in the prices that it had.

    Parameters
    ----------
    scenario
        Without faults.
    told
        What its facts say.
    years
        Those that count; budgets, bookings in force and ranges narrowed by facts are as before.

    """
    own = scenario.assumptions
    followup, first = scenario.followup, date(years.base_year, 1, 1)
    return replace(
        scenario,
        assumptions=replace(
            own,
            base_year=years.base_year,
            horizon=years.length,
            price_level=own.price_level or own.base_year,
        ),
        followup=followup
        and replace(
            followup,
            as_of=max(followup.as_of, first),
            next_budget=max(followup.first_open_year, years.base_year),
        ),
        investments=tuple(_case(scenario, item, told, years) for item in scenario.investments),
        adopted=None,
    )


def _case(
    scenario: Scenario, item: Investment, told: Sequence[FactOutcome], years: Horizon
) -> Investment:
    stages = []
    for stage in item.stages:
        spent: dict[str, Any] = {
            name: _within(getattr(stage, name), years) for name in STAGE_TABLES
        }
        stages.append(replace(stage, **spent))
    facts = tuple(standing_facts(item, told))
    return replace(
        item,
        stages=tuple(stages),
        booked=bookings_in_force(scenario, item, years),
        rebooked=None,
        owner_estimate=_within(item.owner_estimate, years) if facts else {},
        facts=facts,
    )


def _within(amounts: Mapping[int, float], years: Horizon) -> Mapping[int, float]:
    return {year: amount for year, amount in amounts.items() if year in years}


def bookings_in_force(
    scenario: Scenario, item: Investment, years: Horizon
) -> Mapping[int, float] | None:
    """Return the bookings of an investment's own from a year on, where they change. [currency]"""
    if item.booked is None and item.rebooked is None:
        return None
    whole, running = booked_saving(scenario, item), running_costs(scenario, item)
    found: dict[int, float] = {}
    last: float | None = None
    for year in filter(whole.__contains__, years.years):
        amount = round(whole[year] - running[year], 2)
        if amount != last:
            found[year] = last = amount
    return found


def standing_facts(item: Investment, told: Sequence[FactOutcome]) -> Iterator[Fact]:
    """Yield what an investment's facts have left of its ranges: it needs no plan of past years."""
    found = [
        Fact(on=fact.on, stage=fact.stage, passed=fact.passed, source=fact.source)
        for fact in item.facts
        if fact.kind == "stage"
    ]
    for one in told:
        quantity = _quantity(one)
        if one.investment == item.id and one.interval is not None and quantity is not None:
            fact = Fact(
                on=one.on,
                quantity=quantity,
                interval=_closed(one, item, quantity),
                percentile=None if one.percentile is None else round(one.percentile, 6),
                source=one.source,
            )
            found.append(fact)
    yield from sorted(found, key=lambda fact: fact.on)


def _quantity(one: FactOutcome) -> Quantity | None:
    name = (one.quantity or "").rpartition(".")[2]
    return next((quantity for quantity in get_args(Quantity) if quantity == name), None)


def _closed(one: FactOutcome, item: Investment, name: Quantity) -> tuple[float, float]:
    """Return both ends of an interval: an open one ends where the range does."""
    low, high = one.interval or (None, None)
    if item.facts[one.fact - 1].kind == "begun" and high is not None:
        high -= JUST_BELOW
    quantity: Uncertain = getattr(item, name if name == "delay" else f"{name}_factor")
    least, most = lower_limit(quantity), upper_limit(quantity)
    return (
        (least if least > -inf else -OPEN) if low is None else low,
        (most if most < inf else OPEN) if high is None else high,
    )


def left_out(scenario: Scenario, years: Horizon) -> Problem:
    """Say which years of a scenario another one does not have."""
    gone = [year for year in scenario.horizon.years if year not in years]
    return Problem(
        code="years-left-out",
        place=scenario.source or scenario.assumptions.name,
        found=say("left out, as not all scenarios have them: {gone}", gone=gone),
        expected=say("scenarios of the same years"),
        remedy=say(
            "bear in mind that {first} to {last} are set beside each other",
            first=years.base_year,
            last=years.last_year,
        ),
    )
