"""Which uncertainty matters: each input's share of the variance, and its tornado.

The inputs are the independent normals: every quantity's own and every driver. Trials are
sorted into classes of equal probability by one input at a time; how much the class means
differ is that input's first-order share. Nothing is simulated anew, and no input need act in
one direction only.

References
----------
Plischke, Borgonovo, Smith (2013), Global sensitivity measures from given data, European
Journal of Operational Research 226(3), 536-550; the correction for class means that differ by
chance is that of the one-way analysis of variance.

"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from math import isqrt

import numpy as np

from innobudget.domain.influence import Influence, Sensitivity, Tornado, VarianceShares
from innobudget.domain.scenario import Scenario
from innobudget.engine.chance.dependence import Inputs
from innobudget.engine.chance.outcome import Draws, sample_all
from innobudget.engine.collecting.columns import money
from innobudget.engine.collecting.counting import Counts
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.flows import Array, Flows
from innobudget.engine.work import Work

TENTHS = 10
MOST_CLASSES = 240
OUTCOMES = ("npv", "net_period", "net_effect")
"""Those that inputs are held against: the gaps differ from net effects by constants and sign."""
SMALLEST_VARIANCE = 1e-9
"""Below this an amount is the same in every trial. [currency, squared]"""


def first_order_shares(uniforms: Array, amounts: Array) -> Array:
    """Return one input's share of the variance of each amount.

    Parameters
    ----------
    uniforms
        The input in every trial, shape (trial,), between 0 and 1.
    amounts
        Shape (amount, trial).

    Returns
    -------
    NDArray
        Shape (amount,); not a number where an amount does not vary.

    """
    classes = Classes.of(uniforms, amounts, class_count(amounts.shape[1]))
    return classes.shares(amounts.var(axis=1))


def class_count(trials: int) -> int:
    """Return how many classes some trials are sorted into: a multiple of ten."""
    return min(MOST_CLASSES, TENTHS * max(2, isqrt(trials) // 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """Trials sorted by one input into classes of equal probability."""

    counts: Counts
    """Trials in each, shape (class,)."""
    sums: Array
    """Sum of each amount over them, shape (amount, class)."""

    @classmethod
    def of(cls, uniforms: Array, amounts: Array, size: int) -> "Classes":
        """Sort trials into a number of classes."""
        number = np.minimum((uniforms * size).astype(np.int32), size - 1)
        return cls(
            counts=np.bincount(number, minlength=size),
            sums=np.array([np.bincount(number, values, minlength=size) for values in amounts]),
        )

    def __add__(self, other: "Classes") -> "Classes":
        """Add further trials."""
        return Classes(counts=self.counts + other.counts, sums=self.sums + other.sums)

    def shares(self, variance: Array) -> Array:
        """Return the share of each amount's variance, at least 0, shape (amount,)."""
        filled = self.counts > 0
        counts, sums = self.counts[filled], self.sums[:, filled]
        trials, classes = int(counts.sum()), len(counts)
        grand = sums.sum(axis=1) / trials
        between = (counts * (sums / counts - grand[:, None]) ** 2).sum(axis=1)
        whole = variance * trials
        with np.errstate(divide="ignore", invalid="ignore"):
            chance = (classes - 1) * (whole - between) / max(trials - classes, 1)
            share = (between - chance) / whole
        return np.where(variance > SMALLEST_VARIANCE, np.clip(share, 0.0, 1.0), np.nan)

    def tenth(self, *, highest: bool) -> Array:
        """Return the mean of each amount in the input's lowest or highest tenth of trials."""
        tenth = len(self.counts) // TENTHS
        part = slice(-tenth, None) if highest else slice(0, tenth)
        return np.asarray(self.sums[:, part].sum(axis=1) / max(int(self.counts[part].sum()), 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What one tile adds: its trials sorted by each input, and their amounts."""

    classes: Mapping[str, Classes]
    """By input, in order of drawing."""
    amounts: Array
    """Shape (amount, trial)."""


def measure_sensitivity(draws: Draws, flows: Flows, work: Work) -> Sensitivity:
    """Measure what moves NPV, the period's gap and each year's gap, over the run's own trials.

    Beyond 131,072 trials the first of them serve.
    """
    trials = min(draws.trials, EXACT_TRIALS)
    matrix, shift, sign = _amounts(draws.scenario, flows)
    found: dict[str, Classes] = {}
    every = np.empty((len(matrix), trials))
    with work.mapper() as mapper:
        tiles = range(-(-trials // draws.tile))
        take = partial(_sort_tile, draws, matrix, trials)
        for tile, taken in zip(tiles, mapper(take, tiles), strict=True):
            first = draws.stretch(tile).start
            every[:, first : first + taken.amounts.shape[1]] = taken.amounts
            for name, classes in taken.classes.items():
                found[name] = found[name] + classes if name in found else classes
    variance = every.var(axis=1)
    shares = np.array([sorted_by.shares(variance) for sorted_by in found.values()])
    shares = shares.reshape(len(found), len(matrix))
    influences = [
        Influence(
            quantity=name,
            share_of_variance=_shares(share),
            tornado=_tornado(sorted_by, shift, sign),
        )
        for (name, sorted_by), share in zip(found.items(), shares, strict=True)
    ]
    rest = np.where(variance > SMALLEST_VARIANCE, 1 - shares.sum(axis=0), np.nan)
    return Sensitivity(
        influences=tuple(sorted(influences, key=_weight, reverse=True)),
        interactions=_shares(np.clip(rest, 0.0, 1.0)),
    )


def _sort_tile(draws: Draws, matrix: Array, trials: int, tile: int) -> Sorted:
    places = draws.places(tile)
    places.inputs = Inputs(draws.streams)
    count = min(draws.tile, trials - draws.stretch(tile).start)
    amounts = (matrix @ sample_all(draws.plans, places).rows)[:, :count]
    size = class_count(trials)
    return Sorted(
        classes={
            name: Classes.of(uniforms[:count], amounts, size)
            for name, uniforms in places.inputs.uniforms.items()
        },
        amounts=amounts,
    )


def _amounts(scenario: Scenario, flows: Flows) -> tuple[Array, Array, Array]:
    """Return NPV, the period's net effect and each year's, and how gaps follow from them."""
    horizon = scenario.horizon
    outcomes = money(flows, horizon, scenario.assumptions.discount_rate)
    matrix = np.concatenate([outcomes[name] for name in OUTCOMES], axis=1).T
    budgeted = flows.budgeted_net
    shift = np.array([0.0, budgeted[: horizon.period].sum(), *budgeted])
    sign = np.array([1.0, *[-1.0] * (horizon.length + 1)])
    return matrix, shift, sign


def _shares(found: Array) -> VarianceShares:
    npv, gap, *years = (None if np.isnan(share) else float(share) for share in found)
    return VarianceShares(npv=npv, budget_gap=gap, budget_gap_by_year=tuple(years))


def _tornado(classes: Classes, shift: Array, sign: Array) -> Tornado:
    low, high = (shift + sign * classes.tenth(highest=highest) for highest in (False, True))
    return Tornado(npv=(float(low[0]), float(high[0])), budget_gap=(float(low[1]), float(high[1])))


def _weight(influence: Influence) -> float:
    shares = influence.share_of_variance
    return (shares.budget_gap or 0.0) + (shares.npv or 0.0)
