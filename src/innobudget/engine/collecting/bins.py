"""Where the values of one amount are counted: bins that suit its shape, and exact limits.

A pilot tells where the percentiles will be. There the bins have to be narrow enough for every
shape: bins of equal width find a value's bin fastest, and one that holds too much of the pilot
is divided again, and again, so that a large case beside small ones costs nothing. Values that
occur again and again (nothing saved where it failed) are counted by themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.flows import Array

Counts = NDArray[np.int64]
Ranks = NDArray[np.intp]
Number = TypeVar("Number", np.int64, np.float64)

FEWEST_BINS = 2**13
MOST_BINS = 2**15
FINER_BINS = 2**10
MARGIN = 0.05
"""How far the bins reach beyond where percentiles may be, as a share of that range."""
FILLED = 0.005
"""How much a bin at the percentile of probability q may hold, as a share of q (1 - q).

Half of what leaves its rank, read off an even spread, within a tenth of its standard error.
"""
REACH = 5.0
"""How far from the pilot's percentile the run's own may be. [standard errors]"""
CROWDED = 2.0
"""A bin that holds so many times what it may is divided."""
MOST_ATOMS = 64
"""Most repeated values of one amount that are counted by themselves, the most frequent first."""
FEW_LIMITS = 16
"""Up to so many limits are counted one by one; for more, sorting the values costs less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bins:
    """Bins of equal width, some of them divided again; the outermost take in what lies outside.

    Which bin a value belongs to is decided by `numbers` and nowhere else: one expression, never
    falling as the value rises, so that counts below a bin are exact whatever its edges round to.
    """

    low: float
    """Where the first bin begins. [unit of the amount]"""
    per_unit: float
    """How many bins fit into one unit of the amount; 0 for a single bin."""
    count: int
    """Number of bins before any is divided."""
    finer: Mapping[int, "Bins"] = field(default_factory=dict)
    """What bins are divided into, by their number, ascending."""

    @classmethod
    def over(cls, low: float, high: float, count: int) -> "Bins":
        """Lay bins over a range."""
        with np.errstate(over="ignore", divide="ignore"):
            per_unit = float(np.float64(count) / (high - low))
        if not np.isfinite(per_unit):
            return cls(low=low, per_unit=0.0, count=1)
        return cls(low=low, per_unit=per_unit, count=count)

    def __len__(self) -> int:
        """Return the number of bins that are not divided."""
        return self.count + sum(len(bins) - 1 for bins in self.finer.values())

    def numbers(self, values: Array) -> Ranks:
        """Return the bin of each value, as if none were divided."""
        # Subtracted first: the other way round, large amounts lose the digits that tell them apart.
        position = values - self.low
        position *= self.per_unit
        np.clip(position, 0, self.count - 1, out=position)
        return position.astype(np.intp)

    def counts(self, values: Array) -> Counts:
        """Count values by bin, in ascending order."""
        numbers = self.numbers(values)
        found = np.bincount(numbers, minlength=self.count)
        return self._replaced(found, [bins.counts(values[numbers == at]) for at, bins in self._at])

    def edges(self) -> Array:
        """Return where each bin begins, and where the last ends; shape (bin + 1,)."""
        if self.per_unit == 0:
            return np.array([self.low, self.low])
        begin = self.low + np.arange(self.count) / self.per_unit
        inner = []
        for at, bins in self._at:
            own = bins.edges()[:-1]
            own[0] = begin[at]
            inner.append(own)
        return np.append(self._replaced(begin, inner), self.low + self.count / self.per_unit)

    def within(self, values: Array, leaf: int) -> Array:
        """Return those of some values that belong to a bin, counted in ascending order."""
        at, inner = leaf, None
        for number, bins in self._at:
            if at < number:
                break
            if at < number + len(bins):
                at, inner = number, (bins, at - number)
                break
            at -= len(bins) - 1
        found = values[self.numbers(values) == at]
        return found if inner is None else inner[0].within(found, inner[1])

    def divided(self, ordered: Array, filling: Array, atoms: Array) -> "Bins":
        """Divide the bins that hold too much, over those of a pilot's values that they hold.

        Parameters
        ----------
        ordered
            The pilot's values, ascending.
        filling
            What part of what a bin may hold each of them is; 0 far from percentiles.
        atoms
            Values that are counted by themselves, ascending, and so fill nothing.

        """
        numbers = self.numbers(ordered)
        filled = np.bincount(numbers, filling, minlength=self.count)
        finer = {}
        for at in np.flatnonzero(filled > CROWDED).tolist():
            part = slice(*np.searchsorted(numbers, [at, at + 1]))
            apart = ~np.isin(ordered[part], atoms)
            inside, own = ordered[part][apart], filling[part][apart]
            if own.sum() > CROWDED and inside[0] < inside[-1]:
                bins = Bins.over(float(inside[0]), float(inside[-1]), FINER_BINS)
                if bins.per_unit > self.per_unit:
                    finer[at] = bins.divided(inside, own, atoms)
        return Bins(low=self.low, per_unit=self.per_unit, count=self.count, finer=finer)

    @property
    def _at(self) -> list[tuple[int, "Bins"]]:
        return list(self.finer.items())

    def _replaced(
        self, found: NDArray[Number], inner: Sequence[NDArray[Number]]
    ) -> NDArray[Number]:
        """Put what divided bins hold in their places."""
        if not inner:
            return found
        parts: list[NDArray[Number]] = []
        first = 0
        for at, own in zip(self.finer, inner, strict=True):
            parts += [found[first:at], own]
            first = at + 1
        return np.concatenate([*parts, found[first:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Where among a pilot's ascending values the run's own quantile may be."""

    ranks: slice
    """Of these values."""
    allowed: float
    """How many of them a bin may hold there."""

    @classmethod
    def of(cls, count: int, probability: float) -> "Near":
        """Find the place of a quantile among so many values."""
        rank = probability * (count - 1)
        variance = probability * (1 - probability) * count
        reach = REACH * sqrt(variance) + 1
        ranks = slice(max(0, int(rank - reach)), min(count, int(rank + reach) + 2))
        return cls(ranks=ranks, allowed=max(1.0, FILLED * variance))

    def bin_width(self, ordered: Array) -> float:
        """Return how wide a bin may be there; 0 where that can't be told."""
        near = ordered[self.ranks]
        return float(near[-1] - near[0]) * min(1.0, self.allowed / len(near))


@dataclass(frozen=True, slots=True, kw_only=True)
class Binning:
    """Where the values of one amount are counted, the same for every block of trials."""

    bins: Bins
    """For percentiles."""
    limits: Array
    """Values below each of these are counted exactly; ascending. [unit of the amount]"""
    quantiles: tuple[float, ...]
    """Probabilities whose quantiles are asked for."""
    ends: tuple[float, float]
    """The pilot's smallest and largest value. [unit of the amount]"""

    @classmethod
    def over(cls, pilot: Array, limits: Array, quantiles: Sequence[float]) -> "Binning":
        """Lay a grid over a pilot's values.

        Parameters
        ----------
        pilot
            Values of the amount in as many trials as tell its shape.
        limits
            Known thresholds that the amount is held against, in any order.
        quantiles
            Probabilities whose quantiles are asked for.

        """
        ordered = np.sort(pilot)
        near = [Near.of(len(ordered), probability) for probability in quantiles]
        filling = np.zeros(len(ordered))
        for one in near:
            np.maximum(filling[one.ranks], 1 / one.allowed, out=filling[one.ranks])
        wanted = filling > 0
        low, high = ordered[wanted][[0, -1]].tolist()
        margin = MARGIN * (high - low)
        count = _bin_count(high - low, [one.bin_width(ordered) for one in near])
        atoms = _atoms(ordered, wanted)
        bins = Bins.over(low - margin, high + margin, count).divided(ordered, filling, atoms)
        return cls(
            bins=bins,
            limits=np.unique(np.concatenate([limits, atoms, np.nextafter(atoms, np.inf)])),
            quantiles=tuple(quantiles),
            ends=(float(ordered[0]), float(ordered[-1])),
        )

    def below_limits(self, values: Array) -> Counts:
        """Count the values below each limit, shape (limit,)."""
        if len(self.limits) > FEW_LIMITS:
            return np.sort(values).searchsorted(self.limits)
        return np.array([np.count_nonzero(values < limit) for limit in self.limits], np.int64)

    def edges(self) -> Array:
        """Return where each bin begins, and where the last ends; shape (bin + 1,)."""
        found = self.bins.edges()
        found[0], found[-1] = min(found[0], self.ends[0]), max(found[-1], self.ends[1])
        return found


def _bin_count(reach: float, widths: Sequence[float]) -> int:
    """Return how many bins of equal width suit a range, a power of two."""
    narrowest = min((width for width in widths if width > 0), default=reach)
    count = FEWEST_BINS
    while count < MOST_BINS and reach > count * narrowest:
        count *= 2
    return count


def _atoms(ordered: Array, wanted: NDArray[np.bool_]) -> Array:
    """Return the values that occur more than once where percentiles may be, ascending."""
    again = (ordered[1:] == ordered[:-1]) & wanted[1:]
    values, counts = np.unique(ordered[1:][again], return_counts=True)
    return np.sort(values[np.argsort(-counts, kind="stable")[:MOST_ATOMS]])
