"""How one amount is distributed over the trials.

Up to `EXACT_TRIALS` every value is kept and percentiles are exact; beyond, see `counting`.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from innobudget.engine.flows import Array

EXACT_TRIALS = 2**17


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

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, by linear interpolation."""

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

    @property
    def mean(self) -> float:
        """Return the value."""
        return self.value

    def quantile(self, probability: float) -> float:  # noqa: ARG002 - the same for each
        """Return the value."""
        return self.value

    def share_at_least(self, threshold: float) -> float:
        """Return 1 where the value reaches the threshold, else 0."""
        return float(self.value >= threshold)


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Every value, in ascending order."""

    ordered: Array
    """Shape (trial,)."""
    mean: float
    """Mean over all trials."""
    variance: float
    """Mean squared deviation from the mean."""

    @classmethod
    def of(cls, values: Array) -> "Values":
        """Take one value per trial, in any order; the array is sorted in place."""
        mean = float(values.mean())
        variance = float(values.var())
        values.sort()
        return cls(ordered=values, mean=mean, variance=variance)

    @property
    def count(self) -> int:
        """Number of trials."""
        return len(self.ordered)

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies, by linear interpolation."""
        rank = probability * (self.count - 1)
        below = int(rank)
        low = float(self.ordered[below])
        high = float(self.ordered[min(below + 1, self.count - 1)])
        return low + (high - low) * (rank - below)

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold."""
        below = int(np.searchsorted(self.ordered, threshold, side="left"))
        return (self.count - below) / self.count


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

    def quantile(self, probability: float) -> float:
        """Return the value below which a share of the trials lies."""
        turned = probability if self.scale > 0 else 1 - probability
        return self.shift + self.scale * self.sample.quantile(turned)

    def share_at_least(self, threshold: float) -> float:
        """Return the share of the trials in which the amount is at least the threshold."""
        inner = (threshold - self.shift) / self.scale
        at_least = self.sample.share_at_least(
            inner if self.scale > 0 else np.nextafter(inner, np.inf)
        )
        return at_least if self.scale > 0 else 1 - at_least
