"""A distribution and a normal score give a value: ``ppf(Phi(z))``.

References
----------
PERT: Malcolm et al. (1959), Operations Research 7(5), 646-669, as a beta distribution;
metalog: Keelin (2016), Decision Analysis 13(4), 243-277.

"""

from functools import lru_cache
from itertools import accumulate

import numpy as np
from scipy.special import betaincinv, expit, log_ndtr, ndtr, ndtri

from innobudget.domain import metalog
from innobudget.domain.uncertainty import (
    Choice,
    Distribution,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uniform,
)
from innobudget.engine.flows import Array

NODES_PER_SD = 256
LARGEST_SCORE = 8.5
"""Beyond the score of any draw of 53 bits."""
SCORES = np.arange(-LARGEST_SCORE, LARGEST_SCORE + 0.5 / NODES_PER_SD, 1 / NODES_PER_SD)
WEIGHTS = np.diff(ndtr(SCORES))
CELLS = 4096
TAIL = 1 / 128
STRAIGHT = 1 / 20_000
"""How far a straight line between two nodes may be off, in standard deviations: half of what is
promised, since the table of normal scores has its own nodes within those of probabilities."""
HALVINGS = 60
"""Until a normal score is known to its last digit."""
SMALLEST_PROBABILITY = 2.0**-54
"""Stands in for a probability of exactly 0, whose normal score is minus infinity."""


def exact_values(distribution: Distribution, scores: Array) -> Array:
    """Return the value at each normal score, by the exact inverse distribution function."""
    found: Array
    match distribution:
        case Uniform(uniform=(low, high)):
            found = low + (high - low) * ndtr(scores)
        case Triangular(triangular=(low, mode, high)):
            found = _triangular(low, mode, high, scores)
        case Pert(pert=ends, shape=shape):
            found = _pert(ends, shape, scores)
        case Normal(normal=moments, min=lower, max=upper):
            found = _truncated_normal(moments, lower, upper, scores)
        case Lognormal(lognormal=(mean, sd)):
            variance = np.log1p((sd / mean) ** 2)
            found = np.exp(np.log(mean) - variance / 2 + np.sqrt(variance) * scores)
        case Percentiles():
            found = _metalog(distribution, scores)
        case Choice():
            values, thresholds = steps(distribution)
            found = values[np.searchsorted(thresholds, scores, side="left")]
    return found


def percentile(distribution: Distribution, value: float, *, inclusive: bool = True) -> float:
    """Return the probability of a value or less; of less than it where it is not included.

    Of continuous distributions by bisection of the inverse function, to the last digit.
    """
    if isinstance(distribution, Choice):
        chances = _chances(distribution)
        count = sum(known < value or (inclusive and known == value) for known in chances)
        return (0.0, *cumulative(distribution), 1.0)[count]
    ends = exact_values(distribution, np.array([-LARGEST_SCORE, LARGEST_SCORE]))
    if not ends[0] < value < ends[1]:
        return float(value >= ends[1])
    low, high = -LARGEST_SCORE, LARGEST_SCORE
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if exact_values(distribution, np.array([middle]))[0] < value:
            low = middle
        else:
            high = middle
    return float(ndtr(high))


@lru_cache(maxsize=1024)
def steps(distribution: Choice) -> tuple[Array, Array]:
    """Return a choice's values in ascending order and the scores at which it takes the next."""
    values = np.array(list(_chances(distribution)), dtype=np.float64)
    return values, ndtri(np.minimum(cumulative(distribution), 1.0))


@lru_cache(maxsize=1024)
def table(distribution: Distribution) -> tuple[Array, Array]:
    """Tabulate a distribution's values at `SCORES`: the values, and the steps between them.

    Where a straight line is too coarse, as in the far tail of a skewed distribution, the step
    is not a number.
    """
    nodes = exact_values(distribution, SCORES)
    return nodes, _rises_where_straight(nodes, _standard_deviation(nodes))


def _standard_deviation(nodes: Array) -> float:
    middles = (nodes[:-1] + nodes[1:]) / 2
    return float(np.sqrt(WEIGHTS @ (middles - WEIGHTS @ middles) ** 2))


def _rises_where_straight(nodes: Array, sd: float) -> Array:
    """Return the rises between nodes; not a number where a straight line is off by too much.

    A line between two nodes is off by an eighth of the second difference at most; the larger
    of those at its ends is taken, so that a kink within the cell is seen too.
    """
    bends = np.abs(np.diff(nodes, 2))
    beside = np.maximum(np.append(bends, 0.0), np.insert(bends, 0, 0.0))
    with np.errstate(invalid="ignore"):
        straight = beside / 8 <= STRAIGHT * sd
    return np.append(np.where(straight, np.diff(nodes), np.nan), 0.0)


@lru_cache(maxsize=1024)
def _is_straight(distribution: Distribution) -> bool:
    """Say whether straight lines are good enough in the whole table of normal scores."""
    return not np.isnan(table(distribution)[1]).any()


def values(distribution: Distribution, scores: Array) -> Array:
    """Return the value at each normal score: from the table, exact for a choice."""
    if isinstance(distribution, Choice):
        return exact_values(distribution, scores)
    found = _interpolated(table(distribution), (scores + LARGEST_SCORE) * NODES_PER_SD)
    if not _is_straight(distribution):
        bent = np.flatnonzero(np.isnan(found))
        found[bent] = exact_values(distribution, scores[bent])
    return found


@lru_cache(maxsize=1024)
def uniform_table(distribution: Distribution) -> tuple[Array, Array]:
    """Tabulate a distribution's values at probabilities 1/4096 apart, and their steps.

    Below 1/128 and above 127/128, and where a straight line is too coarse, there are none: not
    a number.
    """
    probabilities = np.arange(CELLS + 1) / CELLS
    nodes = np.full(CELLS + 1, np.nan)
    middle = np.abs(probabilities - 0.5) <= 0.5 - TAIL
    nodes[middle] = exact_values(distribution, ndtri(probabilities[middle]))
    rises = np.full(CELLS + 1, np.nan)
    sd = _standard_deviation(table(distribution)[0])
    rises[middle] = _rises_where_straight(nodes[middle], sd)
    rises[np.flatnonzero(middle)[-1]] = np.nan
    return nodes, rises


def values_at(distribution: Distribution, uniforms: Array) -> Array:
    """Return the value at each probability.

    Where distributions are steep, as below 1/128 and above 127/128, from the table of normal
    scores; in between by straight lines over probabilities, which cost a quarter.
    """
    if isinstance(distribution, Choice):
        ordered, _ = steps(distribution)
        return ordered[np.searchsorted(cumulative(distribution), uniforms, side="left")]
    found = _interpolated(uniform_table(distribution), uniforms * CELLS)
    tails = np.flatnonzero(np.isnan(found))
    scores = ndtri(np.maximum(uniforms[tails], SMALLEST_PROBABILITY))
    found[tails] = values(distribution, scores)
    return found


@lru_cache(maxsize=1024)
def cumulative(distribution: Choice) -> tuple[float, ...]:
    """Return the probabilities up to which a choice takes each value but the highest."""
    return tuple(accumulate(_chances(distribution).values()))[:-1]


def _chances(distribution: Choice) -> dict[float, float]:
    """Return the probability of each value that can occur, ascending."""
    chances: dict[float, float] = {}
    for value, probability in sorted(distribution.choice):
        if probability > 0:
            chances[value] = chances.get(value, 0.0) + probability
    return chances


def _interpolated(tabulated: tuple[Array, Array], position: Array) -> Array:
    nodes, rises = tabulated
    whole = np.trunc(position)
    cell = whole.astype(np.intp)
    position -= whole
    position *= rises.take(cell, mode="clip")
    position += nodes.take(cell, mode="clip")
    return position


def _triangular(low: float, mode: float, high: float, scores: Array) -> Array:
    left = (mode - low) / (high - low)
    rising = low + np.sqrt(ndtr(scores) * (high - low) * (mode - low))
    falling = high - np.sqrt(ndtr(-scores) * (high - low) * (high - mode))
    return np.where(ndtr(scores) < left, rising, falling)


def _pert(ends: tuple[float, float, float], shape: float, scores: Array) -> Array:
    low, mode, high = ends
    width = high - low
    alpha = 1 + shape * (mode - low) / width
    beta = 1 + shape * (high - mode) / width
    found = np.empty_like(scores)
    lower = scores < 0
    found[lower] = low + width * betaincinv(alpha, beta, ndtr(scores[lower]))
    found[~lower] = high - width * betaincinv(beta, alpha, ndtr(-scores[~lower]))
    return found


def _truncated_normal(
    moments: tuple[float, float], low: float | None, high: float | None, scores: Array
) -> Array:
    mean, sd = moments
    first = -np.inf if low is None else (low - mean) / sd
    last = np.inf if high is None else (high - mean) / sd
    if first > 0:
        return -_truncated_normal(
            (-mean, sd), None if high is None else -high, None if low is None else -low, -scores
        )
    inside = ndtr(first) * ndtr(-scores) + ndtr(last) * ndtr(scores)
    above = ndtr(-first) * ndtr(-scores) + ndtr(-last) * ndtr(scores)
    value = mean + sd * np.where(inside < 0.5, ndtri(inside), -ndtri(above))
    return np.clip(value, low, high)


def _metalog(distribution: Percentiles, scores: Array) -> Array:
    return metalog.quantiles(
        (distribution.p10, distribution.p50, distribution.p90),
        (distribution.min, distribution.max),
        middle=ndtr(scores) - 0.5,
        log_odds=log_ndtr(scores) - log_ndtr(-scores),
        logistic=expit,
    )
