"""Some of a simulation's trials, investment by investment: the workbook computes from them."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.chance.outcome import Draws
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.flows import MATRICES, Array, Flows
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
    """Realised outlay less grants; positive is money out. [currency]"""
    disruption: Array
    """Realised disruption; positive is money out. [currency]"""
    grant: Array
    """Grants received, which the outlay is less; money in is positive. [currency]"""


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
    with simulation.work.mapper() as mapper:
        tiles = range(-(-looked_at // draws.tile))
        net = np.concatenate(
            list(mapper(partial(_period_net, draws, simulation.ledger.flows), tiles))
        )
        order = np.argsort(-net[:looked_at], kind="stable")
        chosen = np.sort(order[_middles(looked_at, count)])
        tile_of = chosen // draws.tile
        by_tile = [chosen[tile_of == tile] for tile in np.unique(tile_of)]
        drawn = list(mapper(partial(_drawn_again, draws), by_tile))
    order_of_file = {item.id: number for number, item in enumerate(draws.scenario.enabled)}
    members = np.argsort([order_of_file[plan.investment.id] for plan in draws.plans])
    found = np.concatenate(drawn, axis=1)[:, :, members]
    flows = dict(zip((*MATRICES, "grant"), found, strict=True))
    return Trials(numbers=chosen, **flows)


def _period_net(draws: Draws, flows: Flows, tile: int) -> Array:
    weights = draws.weights(tile, range(len(draws.plans))).rows
    period = slice(0, draws.scenario.horizon.period)
    net = flows.net_effect[:, period].sum(axis=1)
    return np.asarray(net @ weights)


def _drawn_again(draws: Draws, chosen: NDArray[np.intp]) -> Array:
    """Return saving, outlay, disruption and grant of some trials of one tile.

    Shape (flow, trial, investment in order of id, year).
    """
    tile, *_ = chosen // draws.tile
    weights = draws.weights(int(tile), range(len(draws.plans)))
    columns = chosen - tile * draws.tile
    found = []
    for k, plan in enumerate(draws.plans):
        own, total, rows = weights.of(k)[:, columns].T, plan.total, plan.weights.grant
        money = [own @ getattr(total, name) for name in MATRICES]
        found.append([*money, own[:, rows] @ -total.outlay[rows]])
    return np.array(found).transpose(1, 2, 0, 3)


def _middles(size: int, count: int) -> NDArray[np.intp]:
    """Return the middle position of each of `count` strata, or all positions."""
    if count >= size:
        return np.arange(size)
    return ((np.arange(count) + 0.5) * size / count).astype(np.intp)
