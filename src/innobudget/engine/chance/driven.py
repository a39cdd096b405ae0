"""Drivers given what is known of the quantities that they move.

Drivers that no fact loads stay as they are, to the bit. The others fall into groups, each of which
is treated by itself: one driver by the exact monotone map, several by a linear map whose trials
are mended, so that they are drawn from the very distribution that the facts leave.

References
----------
Devroye (1986), Non-Uniform Random Variate Generation, chapter II.3: rejection; what is rejected is
drawn from the part of the density above the proposal's.

"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from math import sqrt

import numpy as np
from scipy.special import ndtr, ndtri

from innobudget.engine.chance.given import Given, Interval, log_likelihood
from innobudget.engine.chance.sobol import Sobol
from innobudget.engine.flows import Array

GRID = np.linspace(-9.0, 9.0, 4001)
"""Values of a driver on which its distribution is laid down, straight in between."""
POINTS = 2**15
"""Fixed points that a linear map is fitted to, and trials are mended from."""
ROUNDS = 10
RISE = 0.0005
"""Least rise of the fit that is worth another round."""
MENDING = "followup"
"""What the names of draws that mend trials begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A quantity of which something is known, and which drivers move it."""

    interval: Interval
    """Where it lies."""
    loads: Mapping[str, float]
    """By driver; their squares leave something of 1."""

    @property
    def own(self) -> float:
        """Loading of what is its own."""
        return sqrt(1 - sum(load**2 for load in self.loads.values()))


Uniforms = Callable[[str], Array]
"""Gives the draws of a name, shape (trial,)."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """Drivers that facts tie together."""

    drivers: tuple[str, ...]
    """In order of their names."""
    bounds: tuple[Bound, ...]
    """What is known of the quantities that they move."""

    def moved(self, normals: Sequence[Array], uniforms: Uniforms) -> Sequence[Array]:
        """Return the drivers given what is known.

        Parameters
        ----------
        normals
            Each driver as adopted, shape (trial,).
        uniforms
            Gives the draws that mend trials.

        """
        if len(self.drivers) == 1:
            return [np.interp(ndtr(normals[0]), self._distribution, GRID)]
        return self._linear.mended(self, np.array(normals), uniforms)

    @property
    def fit(self) -> float:
        """Share of the trials that keep the luck of those in which nothing is known, about."""
        return 1.0 if len(self.drivers) == 1 else self._linear.fit

    def log_density(self, drivers: Array) -> Array:
        """Return the logarithm of their density up to a constant, of shape (driver, …)."""
        found = -0.5 * np.einsum("d...,d...->...", drivers, drivers)
        for bound in self.bounds:
            moved = sum(
                load * drivers[self.drivers.index(name)] for name, load in bound.loads.items()
            )
            found += log_likelihood(bound.interval, np.asarray(moved), bound.own)
        return np.asarray(found)

    @cached_property
    def _distribution(self) -> Array:
        """Distribution function of the only driver on `GRID`."""
        logs = self.log_density(GRID[None])
        density = np.exp(logs - logs.max())
        steps = np.append(0.0, np.cumsum(density[1:] + density[:-1]))
        return np.asarray(steps / steps[-1])

    @cached_property
    def _linear(self) -> "_Linear":
        return _Linear.fitted(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linear:
    """A linear map of normals that comes as near the drivers' distribution as one can."""

    mean: Array
    root: Array
    """Lower triangle: times its own transpose the covariance."""
    shift: float
    """Logarithm of the mean of the excess."""
    fit: float
    points: Array
    """Fixed points, mapped, shape (driver, point)."""
    chances: Array
    """Of each point and those before it, that it stands in for a trial."""

    @classmethod
    def fitted(cls, group: Group) -> "_Linear":
        """Take mean and covariance again and again, as long as they come nearer."""
        design = Sobol(0, group.drivers, POINTS)
        normals = np.array([ndtri(design.uniforms(name, 0, POINTS)) for name in group.drivers])
        size = len(normals)
        best, found = None, cls.over(group, normals, (np.zeros(size), np.eye(size)))
        for _ in range(ROUNDS):
            if best is not None and found.fit < best.fit + RISE:
                return best if best.fit >= found.fit else found
            best = found
            weights = best.excess(group, normals)
            mean = best.points @ weights / weights.sum()
            spread = best.points - mean[:, None]
            covariance = (weights * spread) @ spread.T / weights.sum()
            found = cls.over(group, normals, (mean, np.linalg.cholesky(covariance)))
        return best or found

    @classmethod
    def over(cls, group: Group, normals: Array, moments: tuple[Array, Array]) -> "_Linear":
        """Map the fixed points by a mean and a root of the covariance."""
        mean, root = moments
        points = mean[:, None] + root @ normals
        logs = group.log_density(points) + 0.5 * (normals**2).sum(axis=0)
        excess = np.exp(logs - logs.max())
        shift = float(logs.max() + np.log(excess.mean()))
        excess /= excess.mean()
        return cls(
            mean=mean,
            root=root,
            shift=shift,
            fit=float(1 / np.mean(excess**2)),
            points=points,
            chances=np.cumsum(np.maximum(excess - 1, 0.0)),
        )

    def excess(self, group: Group, normals: Array, points: Array | None = None) -> Array:
        """Return how much too seldom each mapped normal is, 1 on average."""
        mapped = self.points if points is None else points
        logs = group.log_density(mapped) + 0.5 * (normals**2).sum(axis=0)
        return np.asarray(np.exp(logs - self.shift))

    def mended(self, group: Group, normals: Array, uniforms: Uniforms) -> Sequence[Array]:
        """Map trials; let fixed points stand in for those that are too frequent."""
        mapped = self.mean[:, None] + self.root @ normals
        name = f"{MENDING}.{group.drivers[0]}"
        keep = uniforms(name) <= self.excess(group, normals, mapped)
        lost = np.flatnonzero(~keep)
        if len(lost):
            places = uniforms(f"{name}.point")[lost] * self.chances[-1]
            mapped[:, lost] = self.points[:, np.searchsorted(self.chances, places, side="right")]
        return list(mapped)


def grouped(bounds: Sequence[Bound]) -> Iterator[Group]:
    """Yield the groups of drivers: two are in one where something known loads both."""
    number = count()
    groups: dict[int, set[str]] = {}
    for bound in bounds:
        met = [key for key, names in groups.items() if names & bound.loads.keys()]
        joined = set(bound.loads).union(*(groups.pop(key) for key in met))
        if joined:
            groups[next(number)] = joined
    for names in groups.values():
        yield Group(
            drivers=tuple(sorted(names)),
            bounds=tuple(bound for bound in bounds if names & bound.loads.keys()),
        )


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """All that facts say of uncertain quantities, and of the drivers behind them."""

    given: Given
    """Intervals by stream."""
    groups: tuple[Group, ...]
    """Drivers that are no longer as adopted."""

    @classmethod
    def of(cls, given: Given, loads: Callable[[str], Mapping[str, float]]) -> "Knowledge":
        """Find out which drivers are moved; `loads` gives those on a stream."""
        bounds = [Bound(interval=given[name], loads=loads(name)) for name in sorted(given)]
        return cls(given=given, groups=tuple(grouped(bounds)))

    def group_of(self, driver: str) -> Group | None:
        """Return the group that a driver belongs to; None: nothing is known that it moves."""
        return next((group for group in self.groups if driver in group.drivers), None)

    def as_in(self, other: "Knowledge") -> "Knowledge":
        """Return the same with the groups of another where they are equal: each is fitted once."""
        own = (next((was for was in other.groups if was == now), now) for now in self.groups)
        return replace(self, groups=tuple(own))

    def without(self, *quantities: str) -> "Knowledge":
        """Return the same without the intervals of some quantities; drivers stay as moved."""
        ends = tuple(f".{quantity}" for quantity in quantities)
        kept = {name: at for name, at in self.given.items() if not name.endswith(ends)}
        return replace(self, given=kept)

    @property
    def fit(self) -> float:
        """The least fit of the groups, 1 without any."""
        return min((group.fit for group in self.groups), default=1.0)


NOTHING = Knowledge(given={}, groups=())
"""Nothing is known."""
