"""What is known narrows draws: a quantity lies in an interval of its percentiles.

A trial keeps its own draw, which says where in that interval it lies; so trials stay as likely
as each other, and share the luck of those in which nothing is known.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import log_ndtr, ndtr, ndtri

from innobudget.engine.flows import Array

SMALLEST = 2.0**-54
"""Stands in for a draw of exactly 0, whose normal score is minus infinity."""


class Interval(NamedTuple):
    """Between which percentiles of its distribution a quantity lies, above the first one."""

    low: float
    """From 0."""
    high: float
    """Up to 1, above `low`."""

    @property
    def scores(self) -> tuple[float, float]:
        """The same as normal scores; infinite at the ends."""
        return float(ndtri(self.low)), float(ndtri(self.high))

    def meet(self, other: "Interval") -> "Interval":
        """Return what both allow; empty where `low` is not below `high`."""
        return Interval(max(self.low, other.low), min(self.high, other.high))


WHOLE = Interval(0.0, 1.0)
Given = Mapping[str, Interval]
"""What is known, by the name of the stream that it narrows."""


def narrowed(uniforms: Array, interval: Interval) -> Array:
    """Return percentiles in an interval, by where draws lie between 0 and 1."""
    low, high = interval
    found = low + np.maximum(uniforms, SMALLEST) * (high - low)
    return np.asarray(np.clip(found, np.nextafter(low, 1.0), high))


def narrowed_scores(uniforms: Array, interval: Interval, moved: Array, load: float) -> Array:
    """Return normal scores in an interval.

    Parameters
    ----------
    uniforms
        Own draws between 0 and 1, shape (trial,).
    interval
        Where the scores lie.
    moved
        What drivers add to the scores, shape (trial,).
    load
        Loading of what is the quantity's own, above 0.

    """
    low, high = interval.scores
    first, last, turned = _nearer_tail((low - moved) / load, (high - moved) / load)
    own = np.where(turned, 1.0 - uniforms, uniforms)
    below, above = ndtr(first), ndtr(last)
    score = ndtri(np.maximum(below + np.maximum(own, SMALLEST) * (above - below), 1e-300))
    found = moved + load * np.where(turned, -score, score)
    return np.asarray(np.clip(found, np.nextafter(low, np.inf), high))


def shares_below(
    scores: Sequence[float], interval: Interval, moved: Array, load: float
) -> list[Array]:
    """Return which share of an interval lies below each score, in every trial: see above.

    Of a score outside of the interval it is the same in every trial, and of no shape.
    """
    low, high = interval.scores
    if not any(low < score < high for score in scores):
        return [np.array(float(score >= high)) for score in scores]
    ends = (low - moved) / load, (high - moved) / load
    first, last, turned = _nearer_tail(*ends)
    below, above = ndtr(first), ndtr(last)
    width = above - below

    def share(score: float) -> Array:
        at = np.clip((score - moved) / load, *ends)
        at = np.where(turned, -at, at)
        part = (ndtr(at) - below) / np.where(width > 0, width, 1.0)
        part = np.where(width > 0, part, at >= last)
        return np.asarray(np.where(turned, 1.0 - part, part))

    return [share(score) for score in scores]


def log_likelihood(interval: Interval, moved: Array, load: float) -> Array:
    """Return the logarithm of how likely a quantity is to lie in an interval, shape (trial,)."""
    low, high = interval.scores
    if low == -np.inf:
        return np.asarray(log_ndtr((high - moved) / load))
    if high == np.inf:
        return np.asarray(log_ndtr((moved - low) / load))
    first, last, _ = _nearer_tail((low - moved) / load, (high - moved) / load)
    below, above = log_ndtr(first), log_ndtr(last)
    return np.asarray(above + np.log1p(-np.exp(below - above)))


def _nearer_tail(first: Array, last: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    """Turn what lies above the middle round, so that differences are taken where they are exact."""
    turned = first > 0
    return np.where(turned, -last, first), np.where(turned, -first, last), turned
