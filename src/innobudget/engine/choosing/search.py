"""Every portfolio compared on the same trials: exactly, and with no more work than it takes.

The portfolios come in order of their outlay. Whether one reaches what the second best so far
does is a matter of counting its trials; only one that does has its percentile found. So most
cost one walk over their trials, and whatever could be the best, the second best or on the
frontier is known exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import Objective
from innobudget.engine.choosing.rules import Portfolios
from innobudget.engine.flows import Array
from innobudget.engine.work import Mapper

ALIKE = HALF_AN_ORE
"""Objectives that differ by no more are equal. [currency]"""
Numbers = NDArray[np.intp]
BLOCK = 2**18
"""Amounts that are looked at together: two megabytes, which a processor keeps beside it."""
RANK_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """An amount that a portfolio is to reach in a share of the trials."""

    name: str
    """What it is called: `find.2028`, or `hole`."""
    amounts: Array
    """Of each case, those always in last as one, shape (case, trial). [currency]"""
    least: float
    """What is to be reached. [currency]"""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is to be largest, and what must be reached, on the same trials."""

    objective: Objective
    """What is to be largest."""
    confidence: float
    """Share of the trials that decide."""
    outlay: Array
    """Planned outlay and budgeted disruption, those always in last as one, shape (case,)."""
    means: Array
    """What an objective that is a mean adds up from, shape (case,). [currency]"""
    saving: Array
    """Saving of the budget period, shape (case, trial). [currency]"""
    conditions: tuple[Condition, ...] = ()
    """What must be reached."""

    @property
    def is_sum(self) -> bool:
        """Whether the objective of a portfolio is the sum of its cases'."""
        return self.objective != "safe-saving"

    @property
    def trials(self) -> int:
        """Number of trials."""
        return int(self.saving.shape[1])

    @cached_property
    def needed(self) -> int:
        """Trials in which a condition is to be met."""
        return ceil(self.confidence * self.trials - RANK_ROUNDING)

    @cached_property
    def rank(self) -> float:
        """Where the percentile lies among the sorted trials, counted from 0."""
        return (1 - self.confidence) * (self.trials - 1)

    def value(self, portfolio: Portfolios) -> float:
        """Return the objective of one portfolio, whatever else was compared with it."""
        rows = np.append(np.flatnonzero(portfolio), len(self.outlay) - 1)
        if self.is_sum:
            return float(self.means[rows].sum())
        return float(self.percentiles(self.saving[rows].sum(axis=0)[None])[0])

    def percentiles(self, sums: Array) -> Array:
        """Return the percentile that is asked for of each row, by linear interpolation."""
        below, above = floor(self.rank), ceil(self.rank)
        found = np.partition(sums, (below, above), axis=1)
        low, high = found[:, below], found[:, above]
        return np.asarray(low + (high - low) * (self.rank - below))

    def reached(self, condition: Condition, portfolio: Portfolios) -> float:
        """Return the amount that one portfolio reaches in the wanted share of the trials."""
        rows = np.append(np.flatnonzero(portfolio), len(self.outlay) - 1)
        return float(self.percentiles(condition.amounts[rows].sum(axis=0)[None])[0])

    def first(self, trials: int) -> "Question":
        """Return the same on the first trials only; means are those of all."""
        conditions = tuple(replace(own, amounts=own.amounts[:, :trials]) for own in self.conditions)
        return replace(self, saving=self.saving[:, :trials], conditions=conditions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A portfolio that meets the conditions."""

    portfolio: Portfolios
    """Shape (case,)."""
    outlay: float
    """Planned outlay and budgeted disruption, those always in included. [currency]"""
    value: float
    """Its objective; of least outlay this with the sign turned. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a comparison of portfolios comes to."""

    best: Point | None
    """The best; None: none meets the conditions."""
    second: Point | None = None
    """The best of the others; None: there is none."""
    frontier: tuple[Point, ...] = ()
    """Those that none beats in both outlay and objective, by rising outlay."""


@dataclass(slots=True)
class _Race:
    """Who has come through so far, in order of the portfolios."""

    places: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    top: list[float] = field(default_factory=list)

    @property
    def bar(self) -> float:
        """What is to be reached: the second best so far, or what counts as no less."""
        return self.top[0] - ALIKE if len(self.top) == 2 else -np.inf

    def enter(self, places: Numbers, values: Array) -> None:
        self.places += places.tolist()
        self.values += values.tolist()
        self.top = sorted([*self.top, *values.tolist()])[-2:]


def search(question: Question, portfolios: Portfolios, mapper: Mapper) -> Found:
    """Compare portfolios and return the best, the second best and the frontier.

    Of equal ones the best has less planned outlay, then fewer cases, then ids first in order.
    """
    whole = np.hstack([portfolios, np.ones((len(portfolios), 1), np.uint8)])
    outlay = whole @ question.outlay
    order = _order(portfolios, outlay)
    known = whole @ question.means if question.is_sum else None
    rows = max(1, BLOCK // question.trials)
    race = _Race()

    def look(first: int) -> tuple[Numbers, Array]:
        return _look(question, whole, order[first : first + rows], known, bar=race.bar)

    for places, values in mapper(look, range(0, len(order), rows)):
        race.enter(places, values)
    points = [
        Point(portfolio=portfolios[place], outlay=float(outlay[place]), value=value)
        for place, value in zip(race.places, race.values, strict=True)
    ]
    return _found(points)


def meeting(question: Question, portfolios: Portfolios) -> Portfolios:
    """Return the portfolios that meet the conditions, in order of their outlay."""
    whole = np.hstack([portfolios, np.ones((len(portfolios), 1), np.uint8)])
    order = _order(portfolios, whole @ question.outlay)
    for condition in question.conditions:
        reached = _reach(whole[order] @ condition.amounts, condition.least - ALIKE)
        order = order[reached >= question.needed]
    return portfolios[order]


def _order(portfolios: Portfolios, outlay: Array) -> Numbers:
    """Return portfolios by outlay, then number of cases, then ids in order."""
    ids = tuple(1 - column for column in portfolios.T[::-1])
    return np.lexsort((*ids, portfolios.sum(axis=1, dtype=np.int64), np.round(outlay, 2)))


def _look(
    question: Question, whole: Portfolios, places: Numbers, known: Array | None, *, bar: float
) -> tuple[Numbers, Array]:
    """Return those of some portfolios that reach the bar and meet the conditions, and how far."""
    sums = None
    if known is not None:
        places = places[known[places] >= bar]
    rows = whole[places].astype(np.float64)
    if known is None:
        sums = rows @ question.saving
        fewest = question.trials - ceil(question.rank)
        kept = _reach(sums, bar) >= fewest
        rows, places, sums = rows[kept], places[kept], sums[kept]
    for condition in question.conditions:
        if not len(places):
            break
        kept = _reach(rows @ condition.amounts, condition.least - ALIKE) >= question.needed
        rows, places, sums = rows[kept], places[kept], None if sums is None else sums[kept]
    return places, question.percentiles(sums) if sums is not None else _of(known, places)


def _of(known: Array | None, places: Numbers) -> Array:
    return np.zeros(0) if known is None else known[places]


def _reach(sums: Array, least: float) -> Numbers:
    """Return in how many trials each row reaches an amount, shape (row,)."""
    return np.asarray((sums >= least).sum(axis=1, dtype=np.intp))


def _found(points: Sequence[Point]) -> Found:
    """Choose among portfolios, which are in their order, those that may be the best included."""
    if not points:
        return Found(best=None)
    best = _best(points)
    others = [point for point in points if point is not best]
    frontier: list[Point] = []
    for point in points:
        if frontier and point.value <= frontier[-1].value + ALIKE:
            continue
        if frontier and point.outlay <= frontier[-1].outlay + ALIKE:
            frontier.pop()
        frontier.append(point)
    return Found(best=best, second=_best(others) if others else None, frontier=tuple(frontier))


def _best(points: Sequence[Point]) -> Point:
    most = max(point.value for point in points)
    return next(point for point in points if point.value >= most - ALIKE)
