"""Which uncertainty matters: each input's share of the variance, and its tornado.

The inputs are the independent normals: every quantity's own and every driver. Trials are
sorted into classes of equal probability by one input at a time; how much the class means
differ is that input's first-order share. No input need act in one direction only. Where an
input leaps (a stage fails below a draw, a choice takes its next value), the class that holds
the leap is two: else what differs within it would be missing from its share.

Class means differ by chance, too, and that is taken off: by as much as plain random numbers
give. So these trials are always drawn plainly, at least 16,384 of them, even where the run's own
are spread more evenly; an evenly spread design has less chance in it, and taking off as much
would take away shares that are there.

Money adds up over investments, so what is an investment's own moves nothing but its own money:
against that it is held, where the others add no chance. Drivers are held against all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial, reduce
from itertools import pairwise
from operator import add

import numpy as np

from innobudget.domain.influence import Influence, Sensitivity, Tornado, VarianceShares
from innobudget.engine.chance.course import NO_LEAPS, Leaps, draws_of_leaps
from innobudget.engine.chance.outcome import Draws, sample_all
from innobudget.engine.chance.randomness import Recorded
from innobudget.engine.collecting.columns import money
from innobudget.engine.collecting.counting import Moments
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.flows import Array
from innobudget.engine.measures.classes import SMALLEST_VARIANCE, Classes, class_count
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.work import Work

FEWEST_TRIALS = 2**14
OUTCOMES = ("npv", "net_period", "net_effect")
"""Those that inputs are held against: the gaps differ from net effects by constants and sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Amounts in some trials, sorted by each of the inputs that move them."""

    inputs: tuple[str, ...]
    """Names, in order of drawing."""
    classes: Classes
    """The trials sorted by them."""
    moments: Moments
    """How the amounts are spread."""
    fourth_powers: Array
    """Sum of the fourth powers of their deviations from their means, shape (amount,)."""

    @classmethod
    def of(
        cls, inputs: Mapping[str, Array], amounts: Array, size: int, leaps: Leaps = NO_LEAPS
    ) -> "Sorted":
        """Sort amounts of shape (amount, trial) into a number of classes by each input."""
        moments = Moments.of(amounts)
        squares = (amounts - moments.mean[:, None]) ** 2
        return cls(
            inputs=tuple(inputs),
            classes=Classes.of(
                list(inputs.values()), amounts, size, [leaps.get(name, ()) for name in inputs]
            ),
            moments=moments,
            fourth_powers=np.einsum("ij,ij->i", squares, squares),
        )

    def __add__(self, other: "Sorted") -> "Sorted":
        """Add further trials."""
        return Sorted(
            inputs=self.inputs,
            classes=self.classes + other.classes,
            moments=self.moments.merged(other.moments),
            fourth_powers=self.fourth_powers + other.fourth_powers,
        )

    @property
    def unsure(self) -> Array:
        """Standard error of each variance as a share of it, shape (amount,)."""
        return np.asarray(np.sqrt(np.maximum(self.kurtosis - 1, 0) / self.moments.count))

    @property
    def kurtosis(self) -> Array:
        """Mean fourth power of each amount's deviations over its squared variance, of no unit."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(self.fourth_powers / (self.moments.count * self.variance**2))

    @property
    def variance(self) -> Array:
        """Mean squared deviation of each amount from its mean, shape (amount,)."""
        return self.moments.squares / self.moments.count


def measure_sensitivity(draws: Draws, ledger: Ledger, means: Array, work: Work) -> Sensitivity:
    """Measure what moves NPV, the period's gap and each year's gap.

    Over as many trials as the run has, but at least 16,384 and at most 131,072.

    Parameters
    ----------
    draws, ledger
        The run's.
    means
        Mean of every weight over its trials, shape (weight,): what a tornado turns about. [1]
    work
        How the work is cut up.

    """
    trials = min(max(draws.trials, FEWEST_TRIALS), EXACT_TRIALS)
    matrix, adopted, sign = _amounts(ledger)
    with work.mapper() as mapper:
        take = partial(_sort, draws, matrix, trials)
        every = list(mapper(take, range(0, trials, FEWEST_TRIALS)))
    units = [reduce(add, parts) for parts in zip(*every, strict=True)]
    joined = [draws.loadings.any_on(plan.investment) for plan in draws.plans]
    # Nothing joins the investments that no driver moves: variances add up.
    variance = sum(
        (unit.variance for unit, moved in zip(units, [*joined, False], strict=True) if not moved),
        np.zeros(len(matrix)),
    )
    ends_of = np.cumsum([0, *(len(plan.weights) for plan in draws.plans)])
    own = [matrix[:, slice(*ends)] @ means[slice(*ends)] for ends in pairwise(ends_of)]
    own.append(sum((mean for mean, moved in zip(own, joined, strict=True) if moved), 0 * own[0]))
    varies = variance > SMALLEST_VARIANCE
    variance = np.where(varies, variance, np.nan)
    influences: list[Influence] = []
    explained, unsure = np.zeros_like(variance), np.zeros_like(variance)
    for found, mean in zip(units, own, strict=True):
        shares, errors = found.classes.shares(found.variance, variance, found.kurtosis)
        # What part of the whole the amounts are is unsure, too; that takes nothing from the sum.
        apart = found.unsure * np.sqrt(np.maximum(1 - found.variance / variance, 0.0))
        ends = (found.classes.tenth(highest=highest) for highest in (False, True))
        gaps = [adopted + sign * (end - mean) for end in ends]
        influences += map(_influence, found.inputs, shares, np.hypot(errors, shares * apart), *gaps)
        explained += np.nansum(shares, axis=0)
        unsure += np.nansum(errors**2, axis=0)
    return Sensitivity(
        influences=tuple(sorted(influences, key=_weight, reverse=True)),
        interactions=_shares(np.where(varies, 1 - explained, np.nan)),
        interactions_error=_shares(np.where(varies, np.sqrt(unsure), np.nan)),
    )


def _sort(draws: Draws, matrix: Array, trials: int, first: int) -> list[Sorted]:
    """Draw some trials plainly; sort each investment's amounts, and what drivers move of all."""
    design = Recorded(draws.streams)
    places = draws.places_in(design, first, min(FEWEST_TRIALS, trials - first))
    drawn = sample_all(draws.plans, places)
    drivers = {name: design.drawn.pop(name) for name in places.drivers}
    moved = np.zeros((len(matrix), places.count))
    found = []
    for k, plan in enumerate(draws.plans):
        own = matrix[:, drawn.places[k]] @ drawn.of(k)
        if draws.loadings.any_on(plan.investment):
            moved += own
        prefix = f"{plan.investment.id}."
        inputs = {name: row for name, row in design.drawn.items() if name.startswith(prefix)}
        leaps = draws_of_leaps(plan.investment, places)
        found.append(Sorted.of(inputs, own, class_count(trials), leaps))
    return [*found, Sorted.of(drivers, moved, class_count(trials))]


def _amounts(ledger: Ledger) -> tuple[Array, Array, Array]:
    """Return NPV, the period's net effect and each year's, by weight; and how they are reported.

    Shape (amount, weight); then, per amount, its reported mean, and the sign that it has in it.
    """
    scenario, collected = ledger.scenario, ledger.collected
    outcomes = money(ledger.flows, scenario.horizon, scenario.assumptions.discount_rate)
    matrix = np.concatenate([outcomes[name] for name in OUTCOMES], axis=1).T
    gaps = [ledger.sample("budget_gap", year).mean for year in (None, *ledger.years)]
    means = np.array([collected.sample("npv").mean, *gaps])
    return matrix, means, np.array([1.0, *[-1.0] * len(gaps)])


def _influence(name: str, share: Array, error: Array, low: Array, high: Array) -> Influence:
    return Influence(
        quantity=name,
        share_of_variance=_shares(share),
        standard_error=_shares(error),
        tornado=_tornado(low, high),
    )


def _shares(found: Array) -> VarianceShares:
    npv, gap, *years = (None if np.isnan(share) else float(share) for share in found)
    return VarianceShares(npv=npv, budget_gap=gap, budget_gap_by_year=tuple(years))


def _tornado(low: Array, high: Array) -> Tornado:
    return Tornado(npv=(float(low[0]), float(high[0])), budget_gap=(float(low[1]), float(high[1])))


def _weight(influence: Influence) -> float:
    shares = influence.share_of_variance
    return (shares.budget_gap or 0.0) + (shares.npv or 0.0)
