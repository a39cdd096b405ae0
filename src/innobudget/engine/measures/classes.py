"""Trials sorted by one input at a time into classes: what an input explains of an amount.

References
----------
Plischke, Borgonovo, Smith (2013), Global sensitivity measures from given data, European
Journal of Operational Research 226(3), 536-550; the correction for class means that differ by
chance is that of the one-way analysis of variance.

"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isqrt

import numpy as np

from innobudget.engine.collecting.bins import Counts
from innobudget.engine.flows import Array

TENTHS = 10
MOST_CLASSES = 240
NORMAL_KURTOSIS = 3.0
SMALLEST_VARIANCE = 1e-9
"""Below this an amount is the same in every trial. [currency, squared]"""


def first_order_shares(inputs: Sequence[Array], amounts: Array) -> Array:
    """Return each input's share of the variance of each amount.

    Parameters
    ----------
    inputs
        What each input is in every trial, shape (trial,), between 0 and 1.
    amounts
        Shape (amount, trial).

    Returns
    -------
    NDArray
        Shape (input, amount); not a number where an amount does not vary.

    """
    classes = Classes.of(inputs, amounts, class_count(amounts.shape[1]))
    variance = amounts.var(axis=1)
    whole = np.where(variance > SMALLEST_VARIANCE, variance, np.nan)
    shares, _ = classes.shares(variance, whole)
    return shares


def class_count(trials: int) -> int:
    """Return how many classes some trials are sorted into: a multiple of ten."""
    return min(MOST_CLASSES, TENTHS * max(2, isqrt(trials) // 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """Trials sorted by one input at a time into classes of equal probability."""

    counts: Counts
    """Trials in each, shape (input, class)."""
    sums: Array
    """Sum of each amount over them, shape (input, amount, class)."""
    ends: tuple[tuple[int, int], ...]
    """By input: the class after its lowest tenth, and that with which its highest begins."""

    @classmethod
    def of(
        cls,
        inputs: Sequence[Array],
        amounts: Array,
        size: int,
        leaps: Sequence[Sequence[float]] | None = None,
    ) -> "Classes":
        """Sort trials by each of some inputs into a number of classes.

        `leaps` has, for each input, the draws at which it leaps: a class is parted there.
        """
        leaps = leaps or [()] * len(inputs)
        most = size + max(map(len, leaps), default=0)
        counts = np.empty((len(inputs), most), dtype=np.int64)
        sums = np.empty((len(inputs), len(amounts), most))
        for own_counts, own_sums, uniforms, own in zip(counts, sums, inputs, leaps, strict=True):
            number = np.minimum((uniforms * size).astype(np.intp), size - 1)
            for leap in own:
                number += uniforms > leap
            own_counts[:] = np.bincount(number, minlength=most)
            for row, values in zip(own_sums, amounts, strict=True):
                row[:] = np.bincount(number, values, minlength=most)
        return cls(counts=counts, sums=sums, ends=tuple(_ends(size, own) for own in leaps))

    def __add__(self, other: "Classes") -> "Classes":
        """Add further trials."""
        return replace(self, counts=self.counts + other.counts, sums=self.sums + other.sums)

    def shares(
        self, variance: Array, whole: Array, kurtosis: Array | float = NORMAL_KURTOSIS
    ) -> tuple[Array, Array]:
        """Return the share of a whole variance that each input explains, and its standard error.

        `variance` and `kurtosis` are those of these amounts, `whole` is the variance of what
        they are a part of; not a number where that does not vary, and then nor are shares.

        Both of shape (input, amount). A share is unbiased: where there is none, it is as often
        below 0 as above. The standard error takes the chance in the classes, as if amounts were
        normal in each, and that of how far the classes and all amounts are spread: of an input
        that seldom leaps far, few trials tell the variance.
        """
        counts = self.counts[:, None, :]
        trials = counts.sum(axis=-1)
        classes = np.count_nonzero(counts, axis=-1)
        means = self.sums / np.maximum(counts, 1)
        grand = self.sums.sum(axis=-1) / trials
        squares = (means - grand[..., None]) ** 2
        between = (counts * squares).sum(axis=-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            within = variance * trials - between
            chance = (classes - 1) * within / np.maximum(trials - classes, 1)
            share = (between - chance) / (variance * trials)
            found = np.clip(share, 0.0, 1.0)
            fourth = (counts * squares**2).sum(axis=-1) / (trials * variance**2)
            spread = (1 - 2 * found) * fourth + found**2 * kurtosis
            spread += (1 - found) * found * (4 - 10 * found)
            of_classes = 2 * (classes - 1) * (1 - found) ** 2 / trials
            error = np.sqrt((of_classes + np.maximum(spread, 0.0)) / trials)
            part = variance / whole
            varies = variance > SMALLEST_VARIANCE
            nothing = np.where(np.isnan(whole), np.nan, 0.0)
            return (
                np.where(varies, share * part, nothing),
                np.where(varies, error * part, nothing),
            )

    def tenth(self, *, highest: bool) -> Array:
        """Return the mean of each amount in the lowest or highest tenth of each input's trials.

        Shape (input, amount).
        """
        parts = [slice(high, None) if highest else slice(low) for low, high in self.ends]
        each = zip(self.counts, self.sums, parts, strict=True)
        means = [
            sums[:, part].sum(axis=1) / max(counts[part].sum(), 1) for counts, sums, part in each
        ]
        return np.reshape(means, self.sums.shape[:2])


def _ends(size: int, leaps: Sequence[float]) -> tuple[int, int]:
    """Return the class after the lowest tenth of draws, and that with which the highest begins."""
    tenth = size // TENTHS
    below, above = 1 / TENTHS, 1 - 1 / TENTHS
    lowest = tenth + sum(leap <= below for leap in leaps)
    return lowest, size - tenth + sum(leap < above for leap in leaps)
