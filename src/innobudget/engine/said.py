"""What facts say of uncertain quantities: intervals, and what several of them allow together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from innobudget.domain.facts import Fact
from innobudget.engine.chance.given import WHOLE, Interval
from innobudget.messages import Text, say

NARROWEST = 1e-9
"""Of an interval of percentiles that can be drawn from."""
Limits = tuple[float | None, float | None]
"""Lowest and highest value of a quantity; None: no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a fact says of an uncertain quantity."""

    fact: Fact
    """The fact."""
    quantity: str
    """Name of the quantity as in sensitivity; of a stage with its number, counted from 1."""
    stream: str
    """Name of its draws."""
    limits: Limits
    """Between which values it lies; of a stage between which percentiles."""
    interval: Interval
    """The same as percentiles of its range."""
    impossible: bool = False
    """Whether its range allows nothing of it; then the nearest end stands for it."""

    @property
    def middle(self) -> float:
        """Where in the range the middle of the interval lies."""
        return (self.interval.low + self.interval.high) / 2

    @property
    def is_sized(self) -> bool:
        """Whether it says how large something is, not whether or when it comes."""
        return self.fact.kind not in {"stage", "begun"} and not self.stream.endswith(".delay")

    @property
    def told(self) -> Text:
        """Say its limits in words."""
        low, high = self.limits
        if low is None or high is None:
            end = high if low is None else low
            return say("{quantity} from {end:,.4g}", quantity=self.quantity, end=end or 0.0)
        return say(
            "{quantity} {low:,.4g} to {high:,.4g}", quantity=self.quantity, low=low, high=high
        )


def given(said: Sequence[Statement]) -> Mapping[str, Interval]:
    """Return by stream what all that is said allows: where it agrees on nothing, the latest."""
    return {
        name: interval
        for name, found in by_stream(said).items()
        if (interval := met_by(found)) != WHOLE
    }


def met_by(found: Sequence[Statement]) -> Interval:
    """Return what all that is said of one quantity allows, else what the latest does."""
    met = reduce(Interval.meet, (one.interval for one in found))
    return met if met.high - met.low >= NARROWEST else found[-1].interval


def by_stream(said: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    """Return by quantity what is said of it, in the order in which it became known."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for one in sorted(said, key=lambda one: one.fact.order):
        found[one.stream].append(one)
    return found
