"""One pass over a run's own trials, case by case: payback, and what gates and knowledge are worth.

Every case is looked at by itself. What is kept of each trial is the saving of the budget
period and the net present value, of the run's first `EXACT_TRIALS`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np

from innobudget.engine.chance.course import draw_course, draw_quantity
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.collecting.columns import money
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, by_year
from innobudget.engine.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a run's trials tell of one case by itself."""

    net: Array
    """Mean net effect by year. [currency]"""
    npv: float
    """Mean net present value. [currency]"""
    mean_saving: float
    """Mean saving of the budget period. [currency]"""
    evpi: float
    """The most that knowing everything about it may cost. [currency]"""
    evpi_works: float
    """The most that knowing whether it works may cost. [currency]"""
    gates: tuple[float, ...]
    """Outlay and disruption that each gate leaves unspent, discounted. [currency]"""
    damage_avoided: float
    """Harm that a failure would do and that a stop prevents, discounted. [currency]"""
    saving: Array
    """Saving of the budget period in the first trials, shape (trial,). [currency]"""
    value: Array
    """Net present value in the same trials. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sums:
    """Sums over some trials; see `Known`."""

    net: Array
    value: Array
    gates: Array

    def __add__(self, other: "_Sums") -> "_Sums":
        return _Sums(
            net=self.net + other.net,
            value=self.value + other.value,
            gates=self.gates + other.gates,
        )


def know(draws: Draws, work: Work) -> Sequence[Known]:
    """Go over all trials once, and tell of each case, in the order of the plans."""
    with work.threaded() as mapper:
        tiles = list(mapper(partial(_tile, draws), range(draws.tiles)))
    found = []
    for number in range(len(draws.plans)):
        sums = reduce(_Sums.__add__, [tile[number][0] for tile in tiles])
        kept = [tile[number][1] for tile in tiles[: -(-EXACT_TRIALS // draws.tile)]]
        amounts = np.concatenate(kept, axis=1)[:, :EXACT_TRIALS]
        found.append(_known(sums, amounts, draws.trials))
    return found


def _known(sums: _Sums, kept: Array, trials: int) -> Known:
    value, gains, works, saved = (float(part) / trials for part in sums.value)
    decided = max(0.0, value)
    *gates, damage = (sums.gates / trials).tolist()
    return Known(
        net=sums.net / trials,
        npv=value,
        mean_saving=saved,
        evpi=gains - decided,
        evpi_works=max(0.0, max(0.0, works) + max(0.0, value - works) - decided),
        gates=tuple(gates),
        damage_avoided=damage,
        saving=kept[0],
        value=kept[1],
    )


def _tile(draws: Draws, tile: int) -> list[tuple[_Sums, Array]]:
    stretch = draws.stretch(tile)
    count = stretch.stop - stretch.start
    weights = draws.weights(tile, range(len(draws.plans)))
    scenario, found = draws.scenario, []
    for number, plan in enumerate(draws.plans):
        own = weights.of(number)[:, :count]
        outcomes = money(plan.total, scenario.horizon, scenario.assumptions.discount_rate)
        value = outcomes["npv"][:, 0] @ own
        works, saving = own[plan.weights.success], outcomes["saving_period"][:, 0] @ own
        sums = _Sums(
            net=plan.total.net_effect.T @ own.sum(axis=1),
            value=np.array(
                [value.sum(), np.maximum(value, 0.0).sum(), value @ works, saving.sum()]
            ),
            gates=_gates(draws, plan, tile, count),
        )
        found.append((sums, np.array([saving, value])))
    return found


def _gates(draws: Draws, plan: InvestmentPlan, tile: int, count: int) -> Array:
    """Return sums over trials: what each gate leaves unspent, last the damage that they avoid."""
    investment, scenario = plan.investment, draws.scenario
    stages = investment.stages
    found = np.zeros(len(stages))
    if len(stages) == 1:
        return found
    discount = (1 + scenario.assumptions.discount_rate) ** -np.arange(
        scenario.horizon.length, dtype=np.float64
    )
    places = draws.places(tile)
    course = draw_course(investment, places)
    failure = draw_quantity(investment, places, "failure", investment.failure_factor)
    cost = draw_quantity(investment, places, "cost", investment.cost_factor)
    disruption = draw_quantity(investment, places, "disruption", investment.disruption_factor)

    def worth(amounts: dict[int, float]) -> float:
        return float(by_year(amounts, scenario.horizon) @ discount)

    for number, stage in enumerate(stages[1:], start=1):
        outlay = (1 - investment.cofinancing) * sum(map(worth, map(dict, stage.outlays.values())))
        spent = cost * outlay + disruption * worth(dict(stage.disruption))
        spent = spent - sum(map(worth, map(dict, stage.grants.values())))
        found[number - 1] = (~course.reached(number) * spent)[:count].sum()
    if not (isinstance(failure, float) and failure == 0.0):
        lagged = plan.total.saving[plan.weights.benefit] @ discount
        rows = np.empty((plan.weights.lags, places.count))
        for passed in range(len(stages) - 1):
            replace(course, stages=passed + 1).lay(0.0, failure, rows)
            found[-1] -= (lagged @ rows)[:count].sum()
    return found
