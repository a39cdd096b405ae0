"""Drivers and correlation give every uncertain quantity its place in its distribution.

A quantity that nothing else moves is placed by its uniform; one that drivers load on by the
normal score that they and its own normal add up to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from innobudget.domain.investment import Investment
from innobudget.domain.loads import loads
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.flows import Array
from innobudget.engine.randomness import Streams

SMALLEST = 2.0**-54
"""Stands in for a draw of exactly 0, whose normal score is minus infinity."""


@dataclass(frozen=True, slots=True)
class Uniforms:
    """Where in its distribution a quantity lies, as a probability."""

    values: Array
    """From 0 to below 1, shape (trial,)."""

    def above(self, probability: float) -> NDArray[np.bool_]:
        """Say in which trials it lies above a probability."""
        return self.values > probability


@dataclass(frozen=True, slots=True)
class NormalScores:
    """Where in its distribution a quantity lies, as a normal score."""

    values: Array
    """Shape (trial,)."""

    def above(self, probability: float) -> NDArray[np.bool_]:
        """Say in which trials it lies above a probability."""
        return self.values > ndtri(probability)


Place = Uniforms | NormalScores


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
            self._found[key] = loads(self._scenario, investment, quantity)
        return self._found[key]


class Places:
    """Where every quantity lies in one stretch of trials; each driver is drawn once."""

    def __init__(self, loadings: Loadings, streams: Streams, first: int, count: int) -> None:
        """Draw nothing yet."""
        self._loadings = loadings
        self._streams = streams
        self._first = first
        self._count = count
        self._drivers: dict[str, Array] = {}

    def place(self, investment: Investment, quantity: Quantity, stream: str) -> Place:
        """Place one quantity.

        Its own draws are those of `stream`; what drivers load on `quantity` is added.
        """
        moved_by = self._loadings.of(investment, quantity)
        if not moved_by:
            return Uniforms(self._streams.uniforms(stream, self._first, self._count))
        score = self._normal(stream)
        score *= sqrt(max(0.0, 1.0 - sum(load**2 for load in moved_by.values())))
        for name, load in moved_by.items():
            score += load * self._driver(name)
        return NormalScores(score)

    def _driver(self, name: str) -> Array:
        if name not in self._drivers:
            self._drivers[name] = self._normal(name)
        return self._drivers[name]

    def _normal(self, name: str) -> Array:
        uniforms = self._streams.uniforms(name, self._first, self._count)
        np.maximum(uniforms, SMALLEST, out=uniforms)
        return ndtri(uniforms, out=uniforms)
