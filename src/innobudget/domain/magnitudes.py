"""About how large an uncertain quantity is, where an order of magnitude will do."""

from collections.abc import Iterator
from dataclasses import asdict
from math import fsum, inf
from statistics import NormalDist
from typing import Any

from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
    lower_limit,
)

TAIL = 0.1
"""The low end of a distribution without a limit is the value that one in ten is below."""
USUAL_SHAPE = Pert(pert=(0.0, 0.0, 0.0)).shape
LARGEST_WHOLE = 1e15
"""From here on numbers are shown with their power of ten."""
SURELY_INSIDE = 1e-9
"""Of a normal between its bounds; with less, the nearer bound is all that is left of it."""


def typical(quantity: Uncertain) -> float:
    """Return the mean of an uncertain quantity; of one by percentiles about the mean.

    Examples
    --------
    >>> typical(Uniform(uniform=(0.0, 3.0))), typical(Percentiles(p10=0.0, p50=1.0, p90=2.0))
    (1.5, 1.0)

    """
    match quantity:
        case Uniform(uniform=values) | Triangular(triangular=values):
            mean = fsum(values) / len(values)
        case Pert(pert=(low, mode, high), shape=shape):
            mean = (low + shape * mode + high) / (shape + 2)
        case Normal():
            mean = _truncated_mean(quantity)
        case Lognormal(lognormal=(mean, _)):
            pass
        case Percentiles(p10=p10, p50=p50, p90=p90):
            mean = 0.3 * p10 + 0.4 * p50 + 0.3 * p90  # Swanson's rule
        case Choice(choice=pairs):
            mean = fsum(value * probability for value, probability in pairs)
        case _:
            mean = quantity
    return mean


def _truncated_mean(quantity: Normal) -> float:
    mean, sd = quantity.normal
    low = -inf if quantity.min is None else quantity.min
    high = inf if quantity.max is None else quantity.max
    unit = NormalDist()
    a, b = ((end - mean) / sd if sd else inf for end in (low, high))
    inside = unit.cdf(b) - unit.cdf(a)
    if inside < SURELY_INSIDE:
        return min(max(mean, low), high)
    return mean + sd * (unit.pdf(a) - unit.pdf(b)) / inside


def low_end(quantity: Uncertain) -> float:
    """Return the lowest value; where there is none, the one that a tenth lies below."""
    match quantity:
        case Normal(normal=(mean, sd), min=None) if sd:
            return NormalDist(mean, sd).inv_cdf(TAIL)
        case Percentiles(p10=p10, min=None):
            return p10
        case _:
            return lower_limit(quantity)


def largest(quantity: Uncertain) -> float:
    """Return the largest size of the numbers that an uncertain quantity is written with."""
    return max(map(abs, _numbers(_table(quantity))))


def rewritten(quantity: Uncertain, divisor: int = 1) -> dict[str, object] | float:
    """Return a quantity as files have it, its values divided: per cent by 100, months by 12.

    Examples
    --------
    >>> rewritten(Pert(pert=(50.0, 80.0, 110.0)), 100)
    {'pert': [0.5, 0.8, 1.1]}
    >>> rewritten(Choice(choice=((0.0, 0.5), (6.0, 0.5))), 12)
    {'choice': [[0, 0.5], [0.5, 0.5]]}

    """

    def divided(value: float) -> float:
        short = float(f"{value / divisor:.6g}")
        return int(short) if short.is_integer() and abs(short) < LARGEST_WHOLE else short

    if isinstance(quantity, float | int):
        return divided(quantity)
    if isinstance(quantity, Choice):
        return {"choice": [[divided(value), share] for value, share in quantity.choice]}
    table: dict[str, object] = {}
    for key, value in _table(quantity).items():
        if key == "shape":
            table |= {} if value == USUAL_SHAPE else {key: value}
        else:
            table[key] = [*map(divided, value)] if isinstance(value, tuple) else divided(value)
    return table


def _table(quantity: Uncertain) -> dict[str, Any]:
    if isinstance(quantity, float | int):
        return {"value": quantity}
    return {key: value for key, value in asdict(quantity).items() if value is not None}


def _numbers(value: object) -> Iterator[float]:
    match value:
        case dict():
            for item in value.values():
                yield from _numbers(item)
        case tuple():
            for item in value:
                yield from _numbers(item)
        case int() | float():
            yield value
