"""Values counted on a grid: the same memory for any number of trials.

Shares below known limits are exact. The rank of a quantile is off by less than a tenth of its
own sampling error: either the bin it falls into holds no more trials than that, or the bins
around it are filled evenly, or the values in it are looked at one by one (`closer`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, inf, sqrt

import numpy as np

from innobudget.domain.results import PERCENTILES
from innobudget.engine.chance.replicates import replicate_sums
from innobudget.engine.collecting.bins import Binning, Counts
from innobudget.engine.flows import Array

PART_OF_ERROR = 0.1
"""How far a quantile's rank may be off, as a part of its standard error in plain sampling."""
NEIGHBOURS = 4
"""How many bins on either side tell whether values are spread evenly."""
EVEN = 6.0
"""Bins of an even spread differ from their mean by at most so many standard errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The trials between two counts that are known: of a bin, cut short by limits within it."""

    leaf: int
    """The bin."""
    first: int
    """Trials below it: the lowest rank within, counted from 0."""
    last: int
    """Trials up to and with it."""
    low: float
    """Where it begins. [unit of the amount]"""
    high: float
    """Where it ends."""
    at_least: float = -inf
    """The limit that cuts it short from below."""
    below: float = inf
    """The limit that cuts it short from above."""

    def __len__(self) -> int:
        """Return the number of trials in it."""
        return self.last - self.first

    @property
    def is_one_value(self) -> bool:
        """Whether all its trials have the same value."""
        return bool(np.nextafter(self.at_least, inf) >= self.below)

    def within(self, grid: Binning, values: Array) -> Array:
        """Return those of some values that lie in it."""
        found = grid.bins.within(values, self.leaf)
        return found[(found >= self.at_least) & (found < self.below)]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Values counted on a grid."""

    grid: Binning
    """Where they are counted."""
    counts: Counts
    """Trials by bin."""
    below_limits: Counts
    """Trials below each of the grid's limits."""
    mean: float
    """Mean over all trials, exact."""
    variance: float
    """Mean squared deviation from the mean, exact."""
    effect: float
    """Variance of the mean over that of as many plain random trials."""
    percentile_effects: Array
    """The same of the share of the trials below each percentile; the pilot told."""
    closer: Mapping[int, Array] = field(default_factory=dict)
    """Values of spans that were looked at one by one, ascending, by the first rank of the span."""

    @property
    def count(self) -> int:
        """Number of trials."""
        return int(self._below[-1])

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return the design effect of some shares of the trials that have the least values."""
        levels = [0.0, *PERCENTILES.values(), 1.0]
        return np.asarray(np.interp(shares, levels, [1.0, *self.percentile_effects, 1.0]))

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, by linear interpolation."""
        rank = probability * (self.count - 1)
        low, high = self._value(floor(rank)), self._value(ceil(rank))
        return low + (high - low) * (rank - floor(rank))

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold.

        Exact for the limits of the grid; elsewhere as if values were spread evenly in a bin.
        """
        limits = self.grid.limits
        at = int(limits.searchsorted(threshold))
        if at < len(limits) and limits[at] == threshold:
            return (self.count - int(self.below_limits[at])) / self.count
        below = float(np.interp(threshold, self._edges, [0, *self._below]))
        low = int(self.below_limits[at - 1]) if at else 0
        high = int(self.below_limits[at]) if at < len(limits) else self.count
        return 1 - min(max(below, low), high) / self.count

    def unresolved(self) -> Iterator[Span]:
        """Yield the spans of the grid's quantiles that hold too much to be read off."""
        found: dict[int, Span] = {}
        for probability in self.grid.quantiles:
            rank = probability * (self.count - 1)
            allowed = PART_OF_ERROR * sqrt(probability * (1 - probability) * self.count)
            for end in (floor(rank), ceil(rank)):
                span = self._span(end)
                if not self._is_resolved(span, max(1.0, allowed)):
                    found[span.first] = span
        yield from found.values()

    def _is_resolved(self, span: Span, allowed: float) -> bool:
        return (
            span.is_one_value
            or span.first in self.closer
            or len(span) <= allowed
            # The rank of one of m evenly spread values is off by at most sqrt(m) / 2, on average.
            or (sqrt(len(span)) <= allowed and self._is_even(span.leaf))
        )

    def _is_even(self, leaf: int) -> bool:
        """Tell whether a bin holds as many trials as those on one side of it, as wide as it.

        One side is enough: where the density jumps, as at the end of a range, it does so
        between two bins as a rule, and within the bin itself its count is like neither side's.
        """
        beside = (slice(leaf - NEIGHBOURS, leaf + 1), slice(leaf, leaf + NEIGHBOURS + 1))
        return any(self._are_alike(bins) for bins in beside)

    def _are_alike(self, bins: slice) -> bool:
        if bins.start < 0 or bins.stop > len(self.counts):
            return False
        counts = self.counts[bins]
        widths = np.diff(self._edges[bins.start : bins.stop + 1])
        mean = counts.mean()
        return bool(
            np.ptp(widths) <= 1e-3 * widths.max()
            and np.abs(counts - mean).max() <= EVEN * sqrt(mean) + EVEN / 2
        )

    def _value(self, rank: int) -> float:
        """Return the value of a rank, counted from 0."""
        span = self._span(rank)
        if span.first in self.closer:
            return float(self.closer[span.first][rank - span.first])
        if span.is_one_value:
            return span.at_least
        within = (rank - span.first + 0.5) / len(span)
        return span.low + within * (span.high - span.low)

    def _span(self, rank: int) -> Span:
        """Return the span that a rank lies in."""
        leaf = int(self._below.searchsorted(rank, "right"))
        first, last = int(self._below[leaf - 1]) if leaf else 0, int(self._below[leaf])
        low, high = self._edges[leaf : leaf + 2].tolist()
        at_least, below = -inf, inf
        limits = self.grid.limits
        at = int(self.below_limits.searchsorted(rank, "right"))
        if at and self.below_limits[at - 1] >= first:
            first, at_least = int(self.below_limits[at - 1]), float(limits[at - 1])
            low = max(low, at_least)
        if at < len(limits) and self.below_limits[at] <= last:
            last, below = int(self.below_limits[at]), float(limits[at])
            high = min(high, below)
        return Span(
            leaf=leaf,
            first=first,
            last=last,
            low=low,
            high=max(low, high),
            at_least=at_least,
            below=below,
        )

    @cached_property
    def _below(self) -> Counts:
        """Trials in all bins up to and with each."""
        return np.cumsum(self.counts, dtype=np.int64)

    @cached_property
    def _edges(self) -> Array:
        return self.grid.edges()


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
