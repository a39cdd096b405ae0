"""Rounded figures as whole numbers of their last digit, and how far their sums may be off."""

import math
from collections.abc import Sequence

Whole = tuple[int, ...]
"""The amounts of a row by year. [last digit of the file]"""
DIGITS = 1e15
"""As many as a float holds."""


def tolerance(count: int, precision: float) -> float:
    """Return the largest difference that rounding `count` figures and their sum can cause.

    The least of the worst case, half a unit each, and four standard deviations.
    """
    worst = (count + 1) * precision / 2
    likely = precision / 2 + 4 * precision * math.sqrt(count / 12)
    return min(worst, likely)


def unit_of(rows: Sequence[Sequence[float]], precision: float) -> float:
    """Return what figures are counted in: their last digit, or a coarser one of large figures."""
    largest = max((abs(amount) for row in rows for amount in row), default=0.0)
    finest = 10.0 ** math.ceil(math.log10(largest / DIGITS)) if largest else precision
    return max(precision, finest)


def wholes(rows: Sequence[Sequence[float]], precision: float) -> list[Whole]:
    """Return figures as whole numbers of their last digit."""
    unit = unit_of(rows, precision)
    return [tuple([round(amount / unit) for amount in row]) for row in rows]


def digits(amounts: Sequence[int]) -> int:
    """Return the number of significant digits in amounts of different years."""
    return sum(len(str(abs(amount)).rstrip("0")) for amount in set(amounts) if amount)


def enough_digits(lines: int) -> float:
    """Return how many significant digits among so many lines agree by no chance."""
    return 5 + 2 * math.log10(lines)


def telling_digits(lines: int) -> float:
    """Return how many significant digits among so many lines agree by a chance of 1 %."""
    return enough_digits(lines) - 3
