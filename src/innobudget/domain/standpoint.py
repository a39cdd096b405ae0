"""How a figure is read off the trials of one amount, and where its limits lie."""

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

AmountName = Literal["saving", "outlay", "disruption", "net_effect", "cumulative_net", "budget_gap"]
SpreadName = AmountName | Literal["npv"]
SampledName = SpreadName | Literal["payback"]
Kind = Literal["mean", "quantile", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """What the plan says of a year or of the budget period, and where limits lie. [currency]"""

    planned: float
    """Planned saving."""
    booked: float
    """Booked saving."""
    adopted: float
    """Net effect in the adopted budget."""
    met: float
    """From this saving on the booked one is met."""
    fulfilled: float
    """From this saving on nearly all of it is."""
    hole: float
    """Below this net effect the adopted budget has a hole."""
    gain: float
    """From this net present value on there is a gain."""
    confidence: float
    """How sure the council wants to be. [1]"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read off the trials of one amount, and what is made of it."""

    amount: SampledName
    """Which amount."""
    kind: Kind
    """Its mean, a quantile, or the share of the trials in which it is at least a limit.

    Of the payback year, which is counted: the first year by which so many trials are paid back,
    or the share that is by the year, or within the horizon.
    """
    at: float = 0.0
    """The quantile's probability, or the limit."""
    scale: float = 1.0
    """What it is multiplied by."""
    shift: float = 0.0
    """What is added then."""
    over: float = 1.0
    """What both together are divided by."""
    least: float = -inf
    """What the result is at least."""

    def as_collected(self, at: Standpoint) -> "Reading":
        """Return the same off the net effect where it is read off the budget gap.

        The gap is the adopted net effect less the one achieved, so its order is turned round.
        """
        if self.amount != "budget_gap":
            return self
        return replace(
            self,
            amount="net_effect",
            at=1 - self.at,
            scale=-self.scale,
            shift=self.shift + self.scale * at.adopted,
        )

    def made_of(self, found: float) -> float:
        """Return what is made of the figure that was read off."""
        return max(self.least, (self.shift + self.scale * found) / self.over)
