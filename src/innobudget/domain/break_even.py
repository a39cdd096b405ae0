"""At which value of one number a target is just met."""

from dataclasses import dataclass
from typing import Literal

Target = Literal["budget holds", "booked met", "npv"]
STEPS = 20
"""Even steps over the range, at whose ends the target is looked at."""
FINE = 1_000
"""Parts of the range that a change is told to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A value at which a target changes from met to not, or the other way round."""

    at: float
    """The value, to a thousandth of the range."""
    met_below: bool
    """Whether the target is met below it; else above."""
    low: float | None
    """From where on chance alone could move it; None: from before the range."""
    high: float | None
    """Up to where; None: beyond the range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """Where a target is met within a range of one number."""

    key: str
    """Which number."""
    target: Target
    """What is to be met."""
    between: tuple[float, float]
    """The range that was looked at."""
    met_at_first: bool
    """Whether it is met at the lowest value."""
    crossings: tuple[Crossing, ...]
    """In order; none: it is met everywhere or nowhere."""
