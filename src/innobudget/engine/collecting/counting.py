"""Values counted on a fixed grid: the same memory for any number of trials.

A percentile's rank is off by far less than a tenth of its own sampling error.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.results import PERCENTILES
from innobudget.engine.chance.design_effect import replicate_sums
from innobudget.engine.flows import Array

Counts = NDArray[np.int64]

BINS = 2**14
MARGIN = 0.25
"""How far the grid reaches beyond the pilot's values, as a share of their range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Bins of equal width over the range of a pilot, the same for every block of trials."""

    low: float
    """Where the first bin begins."""
    width: float
    """Width of a bin; above 0."""
    pilot: Array
    """The pilot's values in ascending order: how a bin with repeated values is filled."""

    @classmethod
    def over(cls, pilot: Array) -> "Grid":
        """Lay a grid over a pilot's values."""
        ordered = np.sort(pilot)
        reach = float(ordered[-1] - ordered[0]) or max(abs(float(ordered[0])), 1.0)
        low = float(ordered[0]) - MARGIN * reach
        width = (1 + 2 * MARGIN) * reach / BINS
        return cls(low=low, width=width, pilot=ordered)

    def without_pilot(self) -> "Grid":
        """Return the same bins for counting only, which needs no pilot."""
        return replace(self, pilot=self.pilot[:0].copy())

    def counts(self, values: Array) -> Counts:
        """Count values by bin; what lies outside falls into the outermost bins."""
        position = values * (1 / self.width)
        position -= self.low / self.width
        np.clip(position, 0, BINS - 1, out=position)
        return np.bincount(position.astype(np.intp), minlength=BINS)

    def inside(self, number: int) -> Array:
        """Return the pilot's values in a bin where it has repeated ones; else an empty array."""
        edges = self.low + self.width * np.array([number, number + 1])
        first, last = np.searchsorted(self.pilot, edges, side="left")
        found = self.pilot[first:last]
        return found if (np.diff(found) == 0).any() else found[:0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Values counted on a grid."""

    grid: Grid
    """Its bins."""
    below: Counts
    """Trials in all bins up to and with each, shape (bin,)."""
    mean: float
    """Mean over all trials, exact."""
    variance: float
    """Mean squared deviation from the mean, exact."""
    effect: float
    """Variance of the mean over that of as many plain random trials."""
    percentile_effects: Array
    """The same of the share of the trials below each percentile; the pilot told."""

    @property
    def count(self) -> int:
        """Number of trials."""
        return int(self.below[-1])

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return the design effect of some shares of the trials that have the least values."""
        levels = [0.0, *PERCENTILES.values(), 1.0]
        return np.asarray(np.interp(shares, levels, [1.0, *self.percentile_effects, 1.0]))

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, spread evenly in its bin."""
        rank = probability * (self.count - 1)
        number = int(np.searchsorted(self.below, rank, side="right"))
        before = int(self.below[number - 1]) if number else 0
        within = (rank - before + 0.5) / (int(self.below[number]) - before)
        repeated = self.grid.inside(number)
        if len(repeated):
            return float(repeated[min(int(within * len(repeated)), len(repeated) - 1)])
        return self.grid.low + (number + within) * self.grid.width

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold."""
        position = (threshold - self.grid.low) / self.grid.width
        if position < 0:
            return 1.0
        if position >= BINS:
            return 0.0
        number = int(position)
        repeated = self.grid.inside(number)
        within = float((repeated < threshold).mean()) if len(repeated) else position - number
        before = int(self.below[number - 1]) if number else 0
        return 1 - (before + within * (int(self.below[number]) - before)) / self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Mean and squared deviations of some values, to be merged in a fixed order."""

    count: int
    """Number of values."""
    mean: Array
    """Mean, one per amount."""
    squares: Array
    """Sum of squared deviations from the mean, one per amount."""
    sums: Array
    """Sum of each replicate, shape (amount, replicate)."""

    @classmethod
    def of(cls, values: Array) -> "Moments":
        """Summarise values of a tile, shape (amount, trial)."""
        sums = replicate_sums(values)
        mean = sums.sum(axis=1) / values.shape[1]
        deviations = values - mean[:, None]
        squares = np.einsum("ij,ij->i", deviations, deviations)
        return cls(count=values.shape[1], mean=mean, squares=squares, sums=sums)

    def merged(self, other: "Moments") -> "Moments":
        """Add further values.

        References
        ----------
        Chan, Golub, LeVeque (1983), The American Statistician 37(3), 242-247.

        """
        count = self.count + other.count
        step = other.mean - self.mean
        return Moments(
            count=count,
            mean=self.mean + step * (other.count / count),
            squares=self.squares + other.squares + step**2 * (self.count * other.count / count),
            sums=self.sums + other.sums,
        )
