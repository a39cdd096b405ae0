"""Drivers and correlation give every uncertain quantity its normal score."""

from collections.abc import Mapping
from math import sqrt

from scipy.special import ndtri

from innobudget.domain.investment import Investment
from innobudget.domain.loads import loads
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.flows import Array
from innobudget.engine.randomness import Streams


def success_stream(investment: Investment, stage: int) -> str:
    """Name the draws of a stage, counted from 0: `ID.success`, then `ID.success.2`."""
    return f"{investment.id}.success" + (f".{stage + 1}" if stage else "")


class Scores:
    """Normal scores of one stretch of trials; each driver is drawn once."""

    def __init__(self, scenario: Scenario, streams: Streams, first: int, count: int) -> None:
        """Draw nothing yet."""
        self._scenario = scenario
        self._streams = streams
        self._first = first
        self._count = count
        self._drivers: dict[str, Array] = {}

    def score(self, investment: Investment, quantity: Quantity, stream: str) -> Array:
        """Return the normal score of one quantity, shape (trial,).

        Its own draws are those of `stream`; what drivers load on `quantity` is added.
        """
        moved_by = loads(self._scenario, investment, quantity)
        own = self._normal(stream)
        if not moved_by:
            return own
        own *= _remainder(moved_by)
        for name, load in moved_by.items():
            own += load * self._driver(name)
        return own

    def _driver(self, name: str) -> Array:
        if name not in self._drivers:
            self._drivers[name] = self._normal(name)
        return self._drivers[name]

    def _normal(self, name: str) -> Array:
        uniforms = self._streams.uniforms(name, self._first, self._count)
        return ndtri(uniforms, out=uniforms)


def _remainder(moved_by: Mapping[str, float]) -> float:
    return sqrt(max(0.0, 1.0 - sum(load**2 for load in moved_by.values())))
