"""The three-term metalog distribution through P10, P50 and P90.

References
----------
Keelin, T. W. (2016), The Metalog Distributions, Decision Analysis 13(4), 243-277:
equations 20-23 for the symmetric-percentile triplet and its feasibility.

"""

from collections.abc import Callable
from math import log

import numpy as np
from numpy.typing import NDArray

LOG_ODDS_OF_P90 = log(9.0)
LOG_ODDS_STEP = 1 / 16
LOG_ODDS = np.arange(-80.0, 80.0, LOG_ODDS_STEP)
STEEPEST = 1.66711
"""The quantile function rises everywhere while |a3| / a2 stays below this."""

Triplet = tuple[float, float, float]
Bounds = tuple[float | None, float | None]
Array = NDArray[np.float64]


def transformed(values: Triplet, low: float | None, high: float | None) -> Triplet:
    """Take values to the scale on which the metalog is unbounded."""
    if low is not None and high is not None:
        first, middle, last = (log((value - low) / (high - value)) for value in values)
    elif low is not None:
        first, middle, last = (log(value - low) for value in values)
    elif high is not None:
        first, middle, last = (-log(high - value) for value in values)
    else:
        return values
    return first, middle, last


def coefficients(values: Triplet) -> Triplet:
    """Return a1, a2, a3 of the metalog through three percentiles on the unbounded scale.

    The quantile function is ``a1 + a2 * L + a3 * (y - 0.5) * L`` with ``L = ln(y / (1 - y))``.
    """
    p10, p50, p90 = values
    a2 = (p90 - p10) / (2 * LOG_ODDS_OF_P90)
    a3 = (p10 - 2 * p50 + p90) / (0.8 * LOG_ODDS_OF_P90)
    return p50, a2, a3


def quantiles(
    values: Triplet,
    bounds: Bounds,
    *,
    middle: Array,
    log_odds: Array,
    logistic: Callable[[Array], Array],
) -> Array:
    """Return the value at some probabilities, told as y - 0.5 and as ``ln(y / (1 - y))``.

    The logistic function is whichever the caller has loaded.
    """
    low, high = bounds
    a1, a2, a3 = coefficients(transformed(values, low, high))
    value = a1 + (a2 + a3 * middle) * log_odds
    if low is not None and high is not None:
        return low + (high - low) * logistic(value)
    if low is not None:
        return np.asarray(low + np.exp(value))
    if high is not None:
        return np.asarray(high - np.exp(-value))
    return value


def mean(values: Triplet, bounds: Bounds) -> float:
    """Return the mean, to about nine digits: by the trapezoidal rule over log-odds.

    Its error falls exponentially with the step, as the integrand is analytic and flat at its ends.
    """
    shares = _logistic(LOG_ODDS)
    found = quantiles(values, bounds, middle=shares - 0.5, log_odds=LOG_ODDS, logistic=_logistic)
    return float(found @ (shares * _logistic(-LOG_ODDS)) * LOG_ODDS_STEP)


def _logistic(value: Array) -> Array:
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-value)))


def is_feasible(values: Triplet) -> bool:
    """Say whether the quantile function through three percentiles rises everywhere."""
    _, a2, a3 = coefficients(values)
    return a2 > 0 and abs(a3) < STEEPEST * a2


def tail_exponent(values: Triplet, low: float | None, high: float | None) -> float:
    """Return the exponent t of the power-law tail of a semi-bounded metalog.

    The variance is infinite from 1/2, the fourth moment from 1/4. Without exactly one
    bound there is no such tail, and t is 0.
    """
    if (low is None) == (high is None):
        return 0.0
    _, a2, a3 = coefficients(transformed(values, low, high))
    return a2 + a3 / 2 if low is not None else a2 - a3 / 2
