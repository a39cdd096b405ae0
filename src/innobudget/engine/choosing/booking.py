"""What is safe to book of a portfolio, whose part of it each case has, and what pooling is worth.

The budget holds or not by the sum of bookings, so the most that can be booked is known: what
the outcomes together reach with the wanted confidence. It is split by who carries the risk:
each case has its mean less its part of the common reserve, in proportion to its covariance
with the sum. For normal sums that is Euler's rule.

References
----------
Tasche (1999), Risk contributions and performance measurement, Technische Universität München:
the split of a risk measure by its derivatives.

"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.chosen import Pooling, SafeBooking
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.collecting.collection import collect
from innobudget.engine.collecting.columns import Columns
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.flows import Array, Flows
from innobudget.engine.simulation import Simulation
from innobudget.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """What is safe to book, and whose part is what."""

    safe: SafeBooking
    """Of all together."""
    shares: Mapping[str, Array]
    """By id: its part each year, shape (year,). [currency]"""
    unspent: Mapping[str, Array]
    """By id: what of it is outlay and disruption less than planned, shape (year,). [currency]"""
    pooling: Pooling
    """What the reserves of levels leave to book."""
    single: Mapping[str, float]
    """By id: what of it alone is safe to book over the period. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moments:
    """What is added up over trials of what can be booked of each case, year by year."""

    count: int
    mean: Array
    """Shape (case, year)."""
    together: Array
    """Sum of products of deviations from the means: each case's and the sum's, (case, year)."""
    saving: Array
    """Sum of savings, shape (case, year)."""
    held: Array
    """Trials that reach the sum of the years' bookings; those that reach every year's."""

    def merged(self, other: "_Moments") -> "_Moments":
        """Add further trials, deviations from the common mean.

        Chan, Golub and LeVeque (1983), The American Statistician 37(3), 242-247.
        """
        count = self.count + other.count
        apart = other.mean - self.mean
        cross = apart * apart.sum(axis=0) * (self.count * other.count / count)
        return _Moments(
            count=count,
            mean=self.mean + apart * (other.count / count),
            together=self.together + other.together + cross,
            saving=self.saving + other.saving,
            held=self.held + other.held,
        )


def allocate(simulation: Simulation, work: Work) -> Allocation:
    """Split what is safe to book of a simulated portfolio."""
    draws, outcome = simulation.draws, simulation.portfolio()
    period = simulation.scenario.horizon.period
    yearly = np.array(outcome.safe_booking.amount)
    with work.threaded() as mapper:
        tiles = range(draws.tiles)
        moments = reduce(_Moments.merged, mapper(partial(_tile, draws, yearly[:period]), tiles))
    ids = [plan.investment.id for plan in draws.plans]
    shares = _split(moments, yearly)
    levels = _levels(simulation, work)
    single = dict(zip(ids, levels[: len(ids)], strict=True))
    names = _committees(draws)
    by_committee = dict(zip(names, levels[len(ids) :], strict=True))
    held, every = (moments.held / moments.count).tolist()
    return Allocation(
        safe=SafeBooking(
            by_year=tuple(yearly.tolist()),
            period=outcome.safe_booking.amount_period,
            by_year_sum=float(yearly[:period].sum()),
            probability_of_sum=held,
            probability_all_years=every,
        ),
        shares=dict(zip(ids, shares, strict=True)),
        unspent=dict(zip(ids, moments.mean - moments.saving / moments.count, strict=True)),
        pooling=Pooling(
            one=outcome.safe_booking.amount_period,
            committees=sum(by_committee.values()),
            cases=sum(single.values()),
            by_committee=by_committee,
        ),
        single=single,
    )


def _split(moments: _Moments, safe: Array) -> Array:
    """Return each case's part of what is safe to book in each year, shape (case, year)."""
    variance = moments.together.sum(axis=0)
    varies = variance > 0
    parts = np.where(varies, moments.together / np.where(varies, variance, 1.0), 1.0)
    parts = parts / np.where(varies, 1.0, len(parts))
    common = moments.mean.sum(axis=0) - safe
    return np.asarray(moments.mean - common * parts)


def bookable(flows: Flows) -> Array:
    """Return the plan's costs: a net effect and they are what can be booked. [currency]"""
    return np.asarray(flows.planned_outlay + flows.budgeted_disruption)


def _tile(draws: Draws, safe: Array, tile: int) -> _Moments:
    stretch = draws.stretch(tile)
    count = stretch.stop - stretch.start
    weights = draws.weights(tile, range(len(draws.plans)))
    period, each, saving = len(safe), [], []
    for number, plan in enumerate(draws.plans):
        own, flows = weights.of(number)[:, :count], plan.total
        each.append(flows.net_effect.T @ own + bookable(flows)[:, None])
        saving.append(flows.saving.T @ own.sum(axis=1))
    found = np.array(each)
    total = found.sum(axis=0)
    mean = found.mean(axis=2)
    off = total - total.mean(axis=1, keepdims=True)
    booked = total[:period] >= safe[:, None] - HALF_AN_ORE
    in_all = total[:period].sum(axis=0) >= safe.sum() - HALF_AN_ORE
    return _Moments(
        count=count,
        mean=mean,
        together=np.einsum("kyt,yt->ky", found, off),
        saving=np.array(saving),
        held=np.array([np.count_nonzero(in_all), np.count_nonzero(booked.all(axis=0))]),
    )


def _committees(draws: Draws) -> Mapping[str, tuple[int, ...]]:
    """Return the cases of each committee, those not placed under the empty name."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, plan in enumerate(draws.plans):
        found[plan.investment.area or ""].append(number)
    return {name: tuple(found[name]) for name in sorted(found)}


def _levels(simulation: Simulation, work: Work) -> Sequence[float]:
    """Return what each case, then each committee, can safely book over the period by itself."""
    draws, scenario = simulation.draws, simulation.scenario
    each = [(number,) for number in range(len(draws.plans))]
    members: list[tuple[int, ...]] = [*each, *_committees(draws).values()]
    rank, period = 1 - scenario.assumptions.confidence, slice(0, scenario.horizon.period)
    wanted, costs = [], []
    for own in members:
        flows = Flows.side_by_side(draws.plans[number].total for number in own)
        net = flows.net_effect[:, period].sum(axis=1, keepdims=True)
        columns = Columns.of(own, {"net_period": net})
        wanted.append(Wanted(columns=columns, quantiles={"net_period": (rank,)}))
        costs.append(float(bookable(flows)[period].sum()))
    found = collect(draws, wanted, work)
    return [
        cost + collected.sample("net_period").quantile(rank)
        for cost, collected in zip(costs, found, strict=True)
    ]
