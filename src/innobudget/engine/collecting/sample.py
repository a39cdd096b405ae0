"""How one amount is distributed over the trials.

Up to `EXACT_TRIALS` every value is kept and percentiles are exact; beyond, see `counting`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from math import ceil, floor
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.results import PERCENTILES
from innobudget.engine.chance.replicates import design_effect, replicate_sums
from innobudget.engine.flows import Array

Bins = NDArray[np.uint16]

EXACT_TRIALS = 2**17
RANK_BINS = 2**12
INSIDE = 0.05
"""Share of the trials on either side of a gap that makes it no matter of a few far out."""


class Sample(Protocol):
    """The values that one amount took, one per trial."""

    @property
    def count(self) -> int:
        """Number of trials."""

    @property
    def mean(self) -> float:
        """Mean over all trials. [unit of the amount]"""

    @property
    def variance(self) -> float:
        """Mean squared deviation from the mean. [unit of the amount, squared]"""

    @property
    def effect(self) -> float:
        """Variance of the mean over that of as many plain random trials."""

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return the same as `effect` for some shares of the trials that have the least values."""

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, by linear interpolation."""


class Held(Sample, Protocol):
    """A sample that can be held against a limit."""

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """An amount that is the same in every trial."""

    value: float
    """That amount."""
    count: int
    """Number of trials."""
    variance: float = 0.0
    """None."""
    effect: float = 0.0
    """No chance is in it."""

    @property
    def mean(self) -> float:
        """Return the value."""
        return self.value

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return 0 for each."""
        return np.full(len(shares), self.effect)

    def quantile(self, probability: float) -> float:  # noqa: ARG002 - the same for each
        """Return the value."""
        return self.value

    def share_at_least(self, threshold: float) -> float:
        """Return 1 where the value reaches the threshold, else 0."""
        return float(self.value >= threshold)


NARROWEST = 1e-300
"""Amounts closer than this lie in one bin, as bins per unit would be beyond all numbers."""


@dataclass(frozen=True, kw_only=True)
class Values:
    """Every value, counted in bins of equal width so that ranks are found without sorting all.

    Figures are exact: in the bins that ranks fall into, every value is looked at.
    """

    values: Array
    """In order of the trials, shape (trial,)."""
    low: float
    """The smallest, where the first bin begins."""
    bins_per_unit: float
    """How many bins fit into one unit of the amount; 0 where all values are the same."""
    below: NDArray[np.int64]
    """Trials in all bins up to and with each, shape (bin,)."""
    mean: float
    """Mean over all trials."""
    variance: float
    """Mean squared deviation from the mean."""
    effect: float = 1.0
    """Variance of the mean over that of as many plain random trials."""
    jump: float
    """Width of the widest gap between them, but for the outermost. [unit of the amount]"""
    replicated: bool
    """Whether replicates tell how sure the figures are."""
    ranked: dict[int, float] = field(default_factory=dict, compare=False, repr=False)
    """Values that were asked for, by rank, counted from 0."""

    @classmethod
    def of(cls, values: Array, *, replicated: bool = False) -> "Values":
        """Take one value per trial, and whether replicates tell how sure the figures are."""
        low, high = float(values.min()), float(values.max())
        bins_per_unit = (RANK_BINS - 1) / (high - low) if high - low > NARROWEST else 0.0
        bins = _bin_numbers(values, low, bins_per_unit)
        counts = np.bincount(bins, minlength=RANK_BINS)
        below = np.cumsum(counts)
        mean = float(values.mean())
        deviations = values - mean
        found = cls(
            values=values,
            low=low,
            bins_per_unit=bins_per_unit,
            below=below,
            mean=mean,
            variance=float(deviations @ deviations) / len(values),
            jump=_widest_gap(counts, below) / bins_per_unit if bins_per_unit else 0.0,
            replicated=replicated,
        )
        found._look_up(map(found._rank, PERCENTILES.values()), bins)
        return found

    @property
    def count(self) -> int:
        """Number of trials."""
        return len(self.values)

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return the design effect of some shares of the trials that have the least values."""
        if not self.replicated:
            return np.ones(len(shares))
        return rank_effects(self.values, [self.quantile(share) for share in shares])

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, by linear interpolation."""
        rank = self._rank(probability)
        below, above = floor(rank), ceil(rank)
        if not (below in self.ranked and above in self.ranked):
            self._look_up([rank], self._bins)
        low, high = self.ranked[below], self.ranked[above]
        return low + (high - low) * (rank - below)

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold."""
        return int(np.count_nonzero(self.values >= threshold)) / self.count

    @cached_property
    def _bins(self) -> Bins:
        """Found again where more ranks are asked for: of most rows none are."""
        return _bin_numbers(self.values, self.low, self.bins_per_unit)

    def _rank(self, probability: float) -> float:
        return probability * (self.count - 1)

    def _look_up(self, ranks: Iterable[float], bins: Bins) -> None:
        """Keep the values at the whole ranks beside each: only in the bins of these is looked."""
        whole = np.array([end for rank in ranks for end in (floor(rank), ceil(rank))])
        numbers, place = np.unique(self.below.searchsorted(whole, "right"), return_inverse=True)
        inside = reduce(np.logical_or, [bins == number for number in numbers.tolist()])
        before = np.where(numbers > 0, self.below[numbers - 1], 0)
        sizes = self.below[numbers] - before
        outside = before - (np.cumsum(sizes) - sizes)
        at = whole - outside[place]
        found = np.partition(self.values[inside], at)
        self.ranked.update(zip(whole.tolist(), found[at].tolist(), strict=True))


def rank_effects(values: Array, limits: Sequence[float]) -> Array:
    """Return the design effect of the share of the values up to each limit, shape (limit,)."""
    sums = np.array([replicate_sums(values <= limit) for limit in limits])
    share = sums.sum(axis=-1) / len(values)
    return design_effect(sums, share * (1 - share), np.ones(len(limits)), len(values))


def _widest_gap(counts: NDArray[np.intp], below: NDArray[np.int64]) -> int:
    """Return how many bins lie at most between two neighbours with enough trials on either side."""
    taken = counts.nonzero()[0]
    before, least = below[taken[:-1]], INSIDE * below[-1]
    inside = (before >= least) & (before <= below[-1] - least)
    return int((np.diff(taken) * inside).max(initial=0))


def _bin_numbers(values: Array, low: float, bins_per_unit: float) -> Bins:
    position = values - low
    position *= bins_per_unit
    return position.astype(np.uint16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """An amount that is `shift + scale * sample` in every trial."""

    sample: Sample
    """What it is made from."""
    scale: float = -1.0
    """Not 0; negative turns the order round."""
    shift: float = 0.0
    """Added after scaling."""

    @property
    def count(self) -> int:
        """Number of trials."""
        return self.sample.count

    @property
    def mean(self) -> float:
        """Mean over all trials."""
        return self.shift + self.scale * self.sample.mean

    @property
    def variance(self) -> float:
        """Mean squared deviation from the mean."""
        return self.scale**2 * self.sample.variance

    @property
    def effect(self) -> float:
        """Variance of the mean over that of as many plain random trials."""
        return self.sample.effect

    def rank_effects(self, shares: Sequence[float]) -> Array:
        """Return the design effect of some shares of the trials that have the least values."""
        turned = shares if self.scale > 0 else [1 - share for share in shares]
        return self.sample.rank_effects(turned)

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies."""
        turned = probability if self.scale > 0 else 1 - probability
        return self.shift + self.scale * self.sample.quantile(turned)
