"""Drivers and correlation give every uncertain quantity its place in its distribution.

A quantity that nothing else moves is placed by its uniform; one that drivers load on by the
normal score that they and its own normal add up to.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import sqrt
from typing import get_args

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.chance.driven import NOTHING, Knowledge
from innobudget.engine.chance.given import narrowed, narrowed_scores, shares_below
from innobudget.engine.chance.randomness import Design
from innobudget.engine.flows import Array

Flags = NDArray[np.bool_]

SMALLEST = 2.0**-54
"""Stands in for a draw of exactly 0, whose normal score is minus infinity."""
LARGEST = 1 - 2.0**-53
"""Stands in for a draw of 1, which only rounding gives."""


@dataclass(frozen=True, slots=True)
class Uniforms:
    """Where in its distribution a quantity lies, as a probability."""

    values: Array
    """From 0 to below 1, shape (trial,)."""


@dataclass(frozen=True, slots=True)
class NormalScores:
    """Where in its distribution a quantity lies, as a normal score."""

    values: Array
    """Shape (trial,)."""


Place = Uniforms | NormalScores
LoadsOf = Callable[[Investment, Quantity], Mapping[str, float]]
"""Gives the loadings on a quantity by driver."""


def success_stream(investment: Investment, stage: int) -> str:
    """Name the draws of a stage, counted from 0: `ID.success`, then `ID.success.2`."""
    return f"{investment.id}.success" + (f".{stage + 1}" if stage else "")


class Loadings:
    """Which drivers load on which quantity, looked up once for all tiles."""

    def __init__(self, scenario: Scenario) -> None:
        """Look up nothing yet."""
        self._scenario = scenario
        self._found: dict[tuple[str, Quantity], Mapping[str, float]] = {}

    def of(self, investment: Investment, quantity: Quantity) -> Mapping[str, float]:
        """Return the loading of each named driver on a quantity."""
        key = (investment.id, quantity)
        if key not in self._found:
            self._found[key] = self._scenario.loads(investment, quantity)
        return self._found[key]

    def any_on(self, investment: Investment) -> bool:
        """Say whether any driver moves anything of an investment."""
        return any(self.of(investment, quantity) for quantity in get_args(Quantity))


class Places:
    """Where every quantity lies in one stretch of trials; each driver is drawn once.

    In a joint design the stages, a delay in whole years and the benefit of an investment are
    taken from one uniform, `ID.course`, one after another: what a decision leaves of it is
    uniform again. Few coordinates are spread more evenly than many.
    """

    def __init__(
        self,
        loads_of: LoadsOf,
        design: Design,
        first: int,
        count: int,
        *,
        known: Knowledge = NOTHING,
    ) -> None:
        """Draw nothing yet."""
        self._known = known
        self._loads_of = loads_of
        self._design = design
        self._stretch = (first, count)
        self.count = count
        """Number of trials."""
        self.drivers: dict[str, Array] = {}
        """Normal scores of the drivers that were drawn, by name; each of shape (trial,)."""
        self._courses: dict[str, Array] = {}

    def free(self, investment: Investment) -> bool:
        """Say whether what happens to an investment follows from its course alone."""
        together: tuple[Quantity, ...] = ("success", "delay", "benefit")
        moved = any(self._loads_of(investment, quantity) for quantity in together)
        streams = {f"{investment.id}.{quantity}" for quantity in together}
        streams |= {success_stream(investment, stage) for stage in range(len(investment.stages))}
        return self._design.joint and not moved and streams.isdisjoint(self._known.given)

    def course(self, investment: Investment) -> Array:
        """Return what earlier decisions have left of an investment's one uniform.

        The best comes last: passed stages, a short delay and a large benefit lie at its end.
        """
        if investment.id not in self._courses:
            drawn = self._design.uniforms(f"{investment.id}.course", *self._stretch)
            self._courses[investment.id] = drawn
        return self._courses[investment.id]

    def place(self, investment: Investment, quantity: Quantity) -> Place:
        """Place a quantity that can take any value of a range."""
        stream = f"{investment.id}.{quantity}"
        if self._design.joint and quantity == "benefit":
            own = self.course(investment)
        else:
            own = self._design.uniforms(stream, *self._stretch)
        moved_by = self._loads_of(investment, quantity)
        interval = self._known.given.get(stream)
        if not moved_by:
            return Uniforms(own if interval is None else narrowed(own, interval))
        if interval is not None:
            moved = self._moved(moved_by)
            return NormalScores(narrowed_scores(own, interval, moved, _own_load(moved_by)))
        score = _normal(own)
        score *= _own_load(moved_by)
        score += self._moved(moved_by)
        return NormalScores(score)

    def above(
        self, investment: Investment, quantity: Quantity, stream: str, limits: Sequence[float]
    ) -> list[Flags]:
        """Say in which trials a quantity lies above each of some probabilities.

        Parameters
        ----------
        investment, quantity
            What drivers load on.
        stream
            The name of its own draws.
        limits
            Probabilities between 0 and 1, ascending.

        """
        bounds = self._bounds(self._loads_of(investment, quantity), stream, limits)
        if not self._design.joint:
            own = np.maximum(self._design.uniforms(stream, *self._stretch), SMALLEST)
            return [own > bound for bound in bounds]
        own, turned = self.course(investment), quantity == "delay"
        if turned:
            own = 1.0 - own
        flags = [own > bound for bound in bounds]
        lower, width = _around(flags, bounds)
        left = own - lower
        left /= width
        np.minimum(np.maximum(left, SMALLEST, out=left), LARGEST, out=left)
        self._courses[investment.id] = 1.0 - left if turned else left
        return flags

    def leaps(
        self, investment: Investment, quantity: Quantity, stream: str, limits: Sequence[float]
    ) -> list[float]:
        """Return the own draws at which a quantity passes some probabilities, unless moved."""
        if self._loads_of(investment, quantity):
            return []
        bounds = map(float, self._bounds({}, stream, limits))
        return [bound for bound in bounds if 0.0 < bound < 1.0]

    def _bounds(
        self, moved_by: Mapping[str, float], stream: str, limits: Sequence[float]
    ) -> list[Array]:
        """Return the own draws from which on a quantity lies above some probabilities."""
        interval = self._known.given.get(stream)
        if not moved_by:
            low, high = interval or (0.0, 1.0)
            within = [min(max(limit, low), high) for limit in limits]
            return [np.asarray((limit - low) / (high - low)) for limit in within]
        load = max(_own_load(moved_by), SMALLEST)
        moved = self._moved(moved_by)
        if interval is not None:
            return shares_below(ndtri(limits).tolist(), interval, moved, load)
        return [ndtr((ndtri(limit) - moved) / load) for limit in limits]

    def _moved(self, moved_by: Mapping[str, float]) -> Array:
        """Return what drivers add to a normal score."""
        return np.asarray(sum(load * self._driver(name) for name, load in moved_by.items()))

    def _driver(self, name: str) -> Array:
        if name not in self.drivers:
            group = self._known.group_of(name)
            names = (name,) if group is None else group.drivers
            normals = [_normal(self._uniforms(own)) for own in names]
            moved = normals if group is None else group.moved(normals, self._uniforms)
            self.drivers.update(zip(names, moved, strict=True))
        return self.drivers[name]

    def _uniforms(self, name: str) -> Array:
        return self._design.uniforms(name, *self._stretch)


def _own_load(moved_by: Mapping[str, float]) -> float:
    return sqrt(max(0.0, 1.0 - sum(load**2 for load in moved_by.values())))


def _normal(uniforms: Array) -> Array:
    score: Array = ndtri(np.maximum(uniforms, SMALLEST))
    return score


def _around(flags: Sequence[Flags], bounds: Sequence[Array]) -> tuple[Array, Array]:
    """Return the bound below each draw, and how far the bound above it lies from that."""
    if all(bound.ndim == 0 for bound in bounds):
        number = reduce(np.add, flags, np.zeros(len(flags[0]), dtype=np.intp))
        edges = np.array([0.0, *bounds, 1.0])
        return edges.take(number), np.maximum(np.diff(edges), SMALLEST).take(number)
    lower, upper = np.zeros(()), bounds[0]
    for flag, bound, following in zip(flags, bounds, [*bounds[1:], np.ones(())], strict=True):
        lower, upper = np.where(flag, bound, lower), np.where(flag, following, upper)
    return lower, np.maximum(upper - lower, SMALLEST)
