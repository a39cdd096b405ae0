"""Some of a simulation's trials, investment by investment: the workbook computes from them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.flows import Array, Drawn, Flows
from innobudget.engine.outcome import TILE, Draws
from innobudget.engine.sample import EXACT_TRIALS
from innobudget.engine.simulation import Simulation


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """What each investment did in some trials, in the order of the scenario.

    Arrays have the shape (trial, investment, year).
    """

    numbers: NDArray[np.intp]
    """Which trials of the run, ascending, the first is 0; shape (trial,)."""
    saving: Array
    """Realised saving; positive lowers spending. [currency]"""
    outlay: Array
    """Realised outlay; positive is money out. [currency]"""
    disruption: Array
    """Realised disruption; positive is money out. [currency]"""


def sample_trials(simulation: Simulation, count: int) -> Trials:
    """Draw some trials of a simulation again, spread evenly over the portfolio's period gap.

    The trials are put in order of the gap of the budget period and cut into `count` strata
    of equal size; the middle trial of each is taken. So each stands for the same share of
    all futures. Trials past the first 131,072, as likely as those, are not considered.

    Parameters
    ----------
    simulation
        Its trials are drawn by name, so these are the very same futures.
    count
        How many; all, where the simulation has no more.

    """
    draws = simulation.draws
    looked_at = min(draws.trials, EXACT_TRIALS)
    members = range(len(draws.plans))
    net = np.concatenate(
        [
            _period_net(draws, simulation.ledger.flows, tile)[: looked_at - tile * TILE]
            for tile in range(-(-looked_at // TILE))
        ]
    )
    chosen = np.sort(np.argsort(-net, kind="stable")[_middles(looked_at, count)])
    found = [Flow(draws, name, chosen) for name in ("saving", "outlay", "disruption")]
    for tile in np.unique(chosen // TILE):
        weights = draws.weights(int(tile), members)
        for flow in found:
            flow.take(int(tile), weights)
    saving, outlay, disruption = (flow.values for flow in found)
    return Trials(numbers=chosen, saving=saving, outlay=outlay, disruption=disruption)


class Flow:
    """One kind of money of the chosen trials, filled tile by tile."""

    def __init__(self, draws: Draws, name: str, chosen: NDArray[np.intp]) -> None:
        """Make room, in the order of the scenario."""
        order = {item.id: number for number, item in enumerate(draws.scenario.enabled)}
        self._chosen = chosen
        self._matrices = [getattr(plan.total, name) for plan in draws.plans]
        self._places = [order[plan.investment.id] for plan in draws.plans]
        years = draws.scenario.horizon.length
        self.values = np.zeros((len(chosen), len(order), years))

    def take(self, tile: int, weights: Drawn) -> None:
        """Take in the chosen trials of a tile."""
        rows = np.flatnonzero(self._chosen // TILE == tile)
        columns = self._chosen[rows] - tile * TILE
        for member, (place, matrix) in enumerate(zip(self._places, self._matrices, strict=True)):
            self.values[rows, place] = weights.of(member)[:, columns].T @ matrix


def _period_net(draws: Draws, flows: Flows, tile: int) -> Array:
    weights = draws.weights(tile, range(len(draws.plans))).rows
    period = slice(0, draws.scenario.horizon.period)
    net = (flows.saving - flows.outlay - flows.disruption)[:, period].sum(axis=1)
    return np.asarray(net @ weights)


def _middles(size: int, count: int) -> NDArray[np.intp]:
    """Return the middle position of each of `count` strata, or all positions."""
    if count >= size:
        return np.arange(size)
    return ((np.arange(count) + 0.5) * size / count).astype(np.intp)
