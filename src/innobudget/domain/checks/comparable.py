"""Whether scenarios can be compared at all."""

from collections.abc import Iterator, Sequence

from innobudget.domain.scenario import Horizon, Scenario
from innobudget.errors import Problem, where
from innobudget.messages import counted, linked, say

FEWEST, MOST = 2, 6
SHARED = ("horizon", "currency", "price_level", "discount_rate", "confidence")
"""What must be the same, or the figures mean different things."""


def check_comparable(scenarios: Sequence[Scenario]) -> tuple[Problem, ...]:
    """Return every reason why scenarios cannot be compared."""
    if not FEWEST <= len(scenarios) <= MOST:
        return (
            Problem(
                code="scenario-count",
                place=say("comparison"),
                found=counted("{count} scenario", "{count} scenarios", len(scenarios)),
                expected=say("{fewest} to {most} scenarios", fewest=FEWEST, most=MOST),
                remedy=say("name two or more")
                if len(scenarios) < FEWEST
                else say("compare fewer at a time"),
            ),
        )
    first, *others = scenarios
    if len({scenario.horizon.base_year for scenario in scenarios}) > 1:
        return tuple(_successors(scenarios))
    return tuple(
        _mismatch(name, first, other)
        for other in others
        for name in SHARED
        if _shared(first, name) != _shared(other, name)
    )


def years_in_common(scenarios: Sequence[Scenario]) -> Horizon:
    """Return the years that all scenarios have; without any its length is not positive."""
    first = max(scenario.horizon.base_year for scenario in scenarios)
    last = min(scenario.horizon.last_year for scenario in scenarios)
    return Horizon(first, last - first + 1)


def _successors(scenarios: Sequence[Scenario]) -> Iterator[Problem]:
    """Yield why scenarios of several budgets cannot be compared in the years that all have."""
    first, *others = scenarios
    for other in others:
        if years_in_common([first, other]).length < 1:
            yield _mismatch("base_year", first, other)
        for name in SHARED[1:]:
            if _shared(first, name) != _shared(other, name):
                yield _mismatch(name, first, other)


def _shared(scenario: Scenario, name: str) -> object:
    assumptions = scenario.assumptions
    if name == "price_level":
        return assumptions.price_level or assumptions.base_year
    return getattr(assumptions, name)


def _mismatch(name: str, first: Scenario, other: Scenario) -> Problem:
    return Problem(
        code="not-comparable",
        place=where(linked(", ", [_called(other), "[scenario]"]), key=name),
        found=str(_shared(other, name)),
        expected=say("{value}, as in {first}", value=_shared(first, name), first=_called(first)),
        remedy=say("compare scenarios of the same years, prices and assumptions"),
    )


def _called(scenario: Scenario) -> str:
    return scenario.source or say('scenario "{name}"', name=scenario.assumptions.name)
