"""Faults of a scenario: what no simulation can be made of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import fsum
from typing import get_args

from pydantic import TypeAdapter, ValidationError

from innobudget.domain.checks.choosing import check_choice
from innobudget.domain.checks.effects import check_effects
from innobudget.domain.checks.evidence import check_evidence
from innobudget.domain.checks.facts import check_facts
from innobudget.domain.checks.implausible import check_sizes
from innobudget.domain.checks.places import Keys, in_words
from innobudget.domain.checks.stages import check_stages
from innobudget.domain.checks.values import findings, outside_horizon, value_problem
from innobudget.domain.investment import STAGE_TABLES, Investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity, lower_limit
from innobudget.errors import Problem, nearest
from innobudget.messages import say, write

LOAD_TOLERANCE = 1e-9


def check_scenario(scenario: Scenario) -> tuple[Problem, ...]:
    """Return every fault of a scenario, each with its path and its place in words.

    Values are checked first; where one is impossible, nothing is built on it.
    """
    faults = tuple(_values(scenario)) or tuple(_model(scenario))
    ids = entry_ids(scenario)
    return tuple(replace(fault, place=in_words(fault.path, ids)) for fault in faults)


def entry_ids(scenario: Scenario) -> Mapping[Keys, str]:
    """Return the id of every investment and driver by its path."""
    return {
        (table, number): item
        for table, ids in _ids_by_table(scenario).items()
        for number, item in enumerate(ids)
    }


def _ids_by_table(scenario: Scenario) -> Mapping[str, list[str]]:
    return {
        "investment": [investment.id for investment in scenario.investments],
        "driver": [driver.id for driver in scenario.drivers],
    }


def _values(scenario: Scenario) -> Iterator[Problem]:
    try:
        _adapter().validate_python(scenario)
    except ValidationError as error:
        for detail in findings(error):
            yield value_problem(detail)


@cache
def _adapter() -> TypeAdapter[Scenario]:
    return TypeAdapter(Scenario)


def _model(scenario: Scenario) -> Iterator[Problem]:
    yield from _ids(scenario)
    yield from _budget_years(scenario)
    yield from _drivers(scenario)
    yield from _overloads(scenario)
    for number, investment in enumerate(scenario.investments):
        yield from _years(scenario, investment, ("investment", number))
        yield from _delay(investment, ("investment", number))
    yield from check_effects(scenario)
    yield from check_stages(scenario)
    yield from check_facts(scenario)
    yield from check_sizes(scenario)
    yield from check_choice(scenario)
    yield from check_evidence(scenario)


def _ids(scenario: Scenario) -> Iterator[Problem]:
    if not scenario.enabled:
        yield Problem(
            code="no-investment",
            path=("scenario",),
            found=say("no investment")
            if not scenario.investments
            else say("enabled = false in every one"),
            expected=say("at least one [[investment]] that is enabled"),
            remedy=say("add one, or write enabled = true in one"),
        )
    for table, ids in _ids_by_table(scenario).items():
        seen: Counter[str] = Counter()
        for number, item in enumerate(ids):
            seen[item] += 1
            if seen[item] == 2:
                yield Problem(
                    code="duplicate-id",
                    path=(table, number, "id"),
                    found=say('"{item}" for a second time', item=item),
                    expected=say("an id of its own for each [[{table}]]", table=table),
                    remedy=say("give one of them another id"),
                )


def _years(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    tables = {
        (*keys, name): getattr(investment, name) or {}
        for name in ("booked", "rebooked", "owner_estimate")
    }
    for number, stage in enumerate(investment.stages):
        for name in STAGE_TABLES:
            tables[*keys, "stage", number, name] = getattr(stage, name)
    horizon = scenario.horizon
    for path, table in tables.items():
        for year in sorted(table):
            if year not in horizon:
                more = year - horizon.base_year + 1
                remedy = (
                    say(
                        "correct the year; what is already spent may stand in description, "
                        "as nothing can be decided about it"
                    )
                    if year < horizon.base_year
                    else say("make horizon {years}, or correct the year", years=more)
                )
                yield outside_horizon(horizon, path, year, remedy)


def _delay(investment: Investment, keys: Keys) -> Iterator[Problem]:
    lowest = lower_limit(investment.delay)
    if lowest < 0:
        yield Problem(
            code="negative-delay",
            path=(*keys, "delay"),
            found=say("no lower limit")
            if lowest == float("-inf")
            else say("values down to {lowest:g}", lowest=lowest),
            expected=say("a delay of at least 0 years"),
            remedy=(say("add min = 0") if lowest == float("-inf") else say("let it begin at 0")),
        )


def _budget_years(scenario: Scenario) -> Iterator[Problem]:
    if scenario.budget is None:
        return
    years, base_year = scenario.budget.years, scenario.assumptions.base_year
    if base_year < years[0]:
        yield Problem(
            code="budget-years",
            path=("scenario", "base_year"),
            found=say(
                "{base_year}; the budget begins in {first}", base_year=base_year, first=years[0]
            ),
            expected=say(
                "a budget year of {file}: {first} to {last}",
                file=scenario.budget.source,
                first=years[0],
                last=years[-1],
            ),
            remedy=say(
                "write base_year = {first}, or name a budget that has {base_year}",
                first=years[0],
                base_year=base_year,
            ),
        )
    gaps = sorted(set(range(years[0], years[-1] + 1)) - set(years))
    if gaps:
        yield Problem(
            code="budget-years",
            path=("budget", "file"),
            found=say("no amounts for {gaps}", gaps=gaps),
            expected=say("every year from {first} to {last}", first=years[0], last=years[-1]),
            remedy=say("add the missing years to the budget"),
        )


def _drivers(scenario: Scenario) -> Iterator[Problem]:
    known = {item.id for item in scenario.investments}
    known |= {item.track_name for item in scenario.investments}
    for number, driver in enumerate(scenario.drivers):
        for position, name in enumerate(driver.applies_to or ()):
            if name not in known:
                near = nearest(name, known)
                yield Problem(
                    code="unknown-investment",
                    path=("driver", number, "applies_to", position),
                    found=f'"{name}"',
                    expected=say("the id or the track of an investment"),
                    remedy=write(f'"{near}"') if near else say("correct the name"),
                )


def _overloads(scenario: Scenario) -> Iterator[Problem]:
    overloaded: dict[tuple[Quantity, tuple[tuple[str, float], ...]], list[str]] = defaultdict(list)
    for investment in scenario.investments:
        for quantity in get_args(Quantity):
            found = scenario.loads(investment, quantity)
            if fsum(load**2 for load in found.values()) > 1 + LOAD_TOLERANCE:
                overloaded[quantity, tuple(found.items())].append(investment.id)
    for (quantity, shared), ids in overloaded.items():
        total = fsum(load**2 for _, load in shared)
        terms = " + ".join(f"{load:.3g}² ({name})" for name, load in shared)
        yield Problem(
            code="overloaded",
            path=_load_path(scenario, shared, quantity),
            found=say(
                "{quantity} of {ids}: {terms} = {total:.4g}",
                quantity=quantity,
                ids=[*ids],
                terms=terms,
                total=total,
            ),
            expected=say("squares of the loads on one quantity that add up to at most 1"),
            remedy=say("lower one of these loads, or the correlation"),
        )


def _load_path(
    scenario: Scenario, shared: tuple[tuple[str, float], ...], quantity: Quantity
) -> Keys:
    """Return the path of the last driver's load; without a driver, of the correlation."""
    names = {name for name, _ in shared}
    numbers = [n for n, driver in enumerate(scenario.drivers) if f"driver.{driver.id}" in names]
    return ("driver", numbers[-1], "loads", quantity) if numbers else ("correlation", quantity)
