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

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, reduce
from math import isqrt
from operator import add

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


def first_order_shares(inputs: Sequence[Array], amounts: Array) -> Array:
    """Return each input's share of the variance of each amount.

    Parameters
    ----------
    inputs
        What each input is in every trial, shape (trial,), between 0 and 1.
    amounts
        Shape (amount, trial).

    Returns
    -------
    NDArray
        Shape (input, amount); not a number where an amount does not vary.

    """
    classes = Classes.of(inputs, amounts, class_count(amounts.shape[1]))
    return classes.shares(amounts.var(axis=1))


def class_count(trials: int) -> int:
    """Return how many classes some trials are sorted into: a multiple of ten."""
    return min(MOST_CLASSES, TENTHS * max(2, isqrt(trials) // 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """Trials sorted by one input at a time into classes of equal probability."""

    counts: Counts
    """Trials in each, shape (input, class)."""
    sums: Array
    """Sum of each amount over them, shape (input, amount, class)."""

    @classmethod
    def of(cls, inputs: Sequence[Array], amounts: Array, size: int) -> "Classes":
        """Sort trials by each of some inputs into a number of classes."""
        counts = np.empty((len(inputs), size), dtype=np.int64)
        sums = np.empty((len(inputs), len(amounts), size))
        for own_counts, own_sums, uniforms in zip(counts, sums, inputs, strict=True):
            number = np.minimum((uniforms * size).astype(np.intp), size - 1)
            own_counts[:] = np.bincount(number, minlength=size)
            for row, values in zip(own_sums, amounts, strict=True):
                row[:] = np.bincount(number, values, minlength=size)
        return cls(counts=counts, sums=sums)

    def __add__(self, other: "Classes") -> "Classes":
        """Add further trials."""
        return Classes(counts=self.counts + other.counts, sums=self.sums + other.sums)

    def shares(self, variance: Array) -> Array:
        """Return the share of each amount's variance, at least 0, shape (input, amount)."""
        counts = self.counts[:, None, :]
        trials = counts.sum(axis=-1)
        classes = np.count_nonzero(counts, axis=-1)
        means = self.sums / np.maximum(counts, 1)
        grand = self.sums.sum(axis=-1) / trials
        between = (counts * (means - grand[..., None]) ** 2).sum(axis=-1)
        whole = variance * trials
        with np.errstate(divide="ignore", invalid="ignore"):
            chance = (classes - 1) * (whole - between) / np.maximum(trials - classes, 1)
            share = (between - chance) / whole
        return np.where(variance > SMALLEST_VARIANCE, np.clip(share, 0.0, 1.0), np.nan)

    def tenth(self, *, highest: bool) -> Array:
        """Return the mean of each amount in the lowest or highest tenth of each input's trials.

        Shape (input, amount).
        """
        tenth = self.counts.shape[1] // TENTHS
        part = slice(-tenth, None) if highest else slice(0, tenth)
        trials = self.counts[:, part].sum(axis=1)
        return np.asarray(self.sums[..., part].sum(axis=-1) / np.maximum(trials, 1)[:, None])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What one tile adds: its trials sorted by each input, and their amounts."""

    inputs: tuple[str, ...]
    """Names, in order of drawing."""
    classes: Classes
    """The trials sorted by them."""
    amounts: Array
    """Shape (amount, trial)."""


def measure_sensitivity(draws: Draws, flows: Flows, work: Work) -> Sensitivity:
    """Measure what moves NPV, the period's gap and each year's gap, over the run's own trials.

    Beyond 131,072 trials the first of them serve.
    """
    trials = min(draws.trials, EXACT_TRIALS)
    matrix, shift, sign = _amounts(draws.scenario, flows)
    every = np.empty((len(matrix), trials))
    names: tuple[str, ...] = ()
    by_tile: list[Classes] = []
    with work.mapper() as mapper:
        tiles = range(-(-trials // draws.tile))
        take = partial(_sort_tile, draws, matrix, trials)
        for tile, taken in zip(tiles, mapper(take, tiles), strict=True):
            first = draws.stretch(tile).start
            every[:, first : first + taken.amounts.shape[1]] = taken.amounts
            names = taken.inputs
            by_tile.append(taken.classes)
    classes = reduce(add, by_tile)
    variance = every.var(axis=1)
    shares = classes.shares(variance)
    low, high = (shift + sign * classes.tenth(highest=highest) for highest in (False, True))
    influences = [
        Influence(quantity=name, share_of_variance=_shares(share), tornado=_tornado(*ends))
        for name, share, *ends in zip(names, shares, low, high, strict=True)
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
    drawn = places.inputs.uniforms
    inputs = [uniforms[:count] for uniforms in drawn.values()]
    classes = Classes.of(inputs, amounts, class_count(trials))
    return Sorted(inputs=tuple(drawn), classes=classes, amounts=amounts)


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


def _tornado(low: Array, high: Array) -> Tornado:
    return Tornado(npv=(float(low[0]), float(high[0])), budget_gap=(float(low[1]), float(high[1])))


def _weight(influence: Influence) -> float:
    shares = influence.share_of_variance
    return (shares.budget_gap or 0.0) + (shares.npv or 0.0)
