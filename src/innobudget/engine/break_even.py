"""One number varied in the same futures until a target is just met."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from math import inf
from typing import Literal

import numpy as np

from innobudget.domain import measures
from innobudget.domain.rebooking import booked_by_share
from innobudget.domain.scenario import Scenario
from innobudget.domain.stressing import scaled
from innobudget.engine.measures.ledger import spread
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work

Target = Literal["budget holds", "booked met", "npv"]
STEPS = 20
"""Even steps over the range, at whose ends the target is looked at."""
FINE = 1_000
"""Parts of the range that a change is told to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A value at which a target changes from met to not, or the other way round."""

    at: float
    """The value, to a thousandth of the range."""
    met_below: bool
    """Whether the target is met below it; else above."""
    low: float | None
    """From where on chance alone could move it; None: from before the range."""
    high: float | None
    """Up to where; None: beyond the range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """Where a target is met within a range of one number."""

    key: str
    """Which number."""
    target: Target
    """What is to be met."""
    between: tuple[float, float]
    """The range that was looked at."""
    met_at_first: bool
    """Whether it is met at the lowest value."""
    crossings: tuple[Crossing, ...]
    """In order; none: it is met everywhere or nowhere."""


SURE = 1.96
"""Standard errors within which a target could be met or not."""
Vary = Callable[[float], Scenario]
"""Gives the scenario at a value."""
MEASURES: Mapping[Target, str] = {"budget holds": "holds", "booked met": "met"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A number that can be varied."""

    name: str
    """As people write it."""
    between: tuple[float, float]
    """The range that it is looked at in, unless another is asked for."""
    limits: tuple[float, float]
    """What it can be."""
    vary: Vary
    """Sets it."""


def keys_of(scenario: Scenario) -> Mapping[str, Key]:
    """Return every number of a scenario that can be varied, by name."""
    return {key.name: key for key in _keys(scenario)}


def _keys(scenario: Scenario) -> Iterator[Key]:
    yield Key(
        name="booking.share",
        between=(0.0, 1.5),
        limits=(0.0, 1.5),
        vary=partial(booked_by_share, scenario),
    )
    ranges = {"benefit": (0.0, 2.0), "outlay": (0.5, 3.0), "delay": (0.0, 5.0)}
    for name, between in ranges.items():
        yield Key(
            name=f"stress.{name}",
            between=between,
            limits=(0.0, 100.0),
            vary=lambda value, name=name: replace(  # type: ignore[misc]  # a default binds it
                scenario, stress=replace(scenario.stress, **{name: value})
            ),
        )
    for item in scenario.enabled:
        yield Key(
            name=f"{item.id}.benefit",
            between=(0.0, 2.0),
            limits=(0.0, 100.0),
            vary=_changed(scenario, item.id, None),
        )
        for number in range(len(item.stages)):
            later = f".{number + 1}" if number else ""
            yield Key(
                name=f"{item.id}.success{later}",
                between=(0.0, 1.0),
                limits=(0.0, 1.0),
                vary=_changed(scenario, item.id, number),
            )


def _changed(scenario: Scenario, case: str, stage: int | None) -> Vary:
    """Return what sets a case's benefit, or the chance of one of its stages."""

    def vary(value: float) -> Scenario:
        changed = []
        for item in scenario.investments:
            if item.id != case:
                changed.append(item)
            elif stage is None:
                changed.append(replace(item, benefit_factor=scaled(item.benefit_factor, value)))
            else:
                stages = list(item.stages)
                stages[stage] = replace(stages[stage], success=value)
                changed.append(replace(item, stages=tuple(stages)))
        return replace(scenario, investments=tuple(changed))

    return vary


def break_even(
    scenario: Scenario,
    key: Key,
    target: Target,
    *,
    between: tuple[float, float] | None = None,
    work: Work | None = None,
) -> BreakEven:
    """Find the values of a number at which a target is just met, in the same futures.

    Parameters
    ----------
    scenario
        Without faults.
    key
        Which number, of `keys_of` the scenario.
    target
        That the budget, or what is booked in it, holds over the period with the wanted
        confidence; or that the mean net present value is not below 0.
    between
        The range to look in; absent: the key's.
    work
        How the work is cut up; the answer does not depend on it.

    """
    low, high = between or key.between
    joint = scenario.sampled.sampling == "sobol"
    middle = key.vary((low + high) / 2)
    tried = _Margins(
        key=key,
        target=target,
        dimensions=registry([scenario, middle]) if joint else (),
        work=work or Work(),
    )
    grid = np.linspace(low, high, STEPS + 1).tolist()
    for done, value in enumerate(grid, 1):
        tried.margin(value)
        if work is not None and work.progress is not None:
            work.progress(done / len(grid))
    return BreakEven(
        key=key.name,
        target=target,
        between=(low, high),
        met_at_first=tried.margin(low) >= 0,
        crossings=tuple(_crossings(tried, grid, (high - low) / FINE)),
    )


@dataclass(frozen=True, kw_only=True)
class _Margins:
    """Margins to the target, each found once."""

    key: Key
    target: Target
    dimensions: tuple[str, ...]
    work: Work
    found: dict[float, float] = field(default_factory=dict)

    def margin(self, value: float) -> float:
        """Return by how many standard errors the target is met, below 0 missed."""
        if value not in self.found:
            self.found[value] = self._margin(self.key.vary(value))
        return self.found[value]

    def _margin(self, scenario: Scenario) -> float:
        work = replace(self.work, progress=None)
        ledger = simulate(scenario, dimensions=self.dimensions, work=work).ledger
        if self.target == "npv":
            found = spread(ledger.sample("npv"))
            apart, error = found.mean, found.standard_error or 0.0
        else:
            measure = measures.named(MEASURES[self.target])
            value = ledger.value(measure)
            if value is None:  # nothing is promised
                return inf
            apart = value - scenario.assumptions.confidence
            error = ledger.error(measure) or 0.0
        if error == 0:
            return inf if apart >= 0 else -inf
        return apart / error


def _crossings(tried: _Margins, grid: list[float], fine: float) -> Iterator[Crossing]:
    for place in range(len(grid) - 1):
        below = tried.margin(grid[place]) >= 0
        if below == (tried.margin(grid[place + 1]) >= 0):
            continue
        at = _refined(tried, (grid[place], grid[place + 1]), lambda z: z >= 0, fine)
        down, up = [at, *grid[place::-1]], [at, *grid[place + 1 :]]
        ends = [_end(tried, way, fine) for way in (down, up)]
        yield Crossing(at=at, met_below=below, low=ends[0], high=ends[1])


def _end(tried: _Margins, way: list[float], fine: float) -> float | None:
    """Return how far on a way chance could still move a crossing; None: past its end."""
    for near, far in pairwise(way):
        if _is_sure(tried.margin(far)):
            return _refined(tried, (near, far), _is_sure, fine)
    return None


def _is_sure(margin: float) -> bool:
    return abs(margin) >= SURE


def _refined(
    tried: _Margins, ends: tuple[float, float], test: Callable[[float], bool], fine: float
) -> float:
    """Halve the way between two values, of which one passes a test, until it is short."""
    low, high = ends
    first = test(tried.margin(low))
    while abs(high - low) > fine:
        middle = (low + high) / 2
        if test(tried.margin(middle)) == first:
            low = middle
        else:
            high = middle
    return (low + high) / 2
