"""Some of a simulation's trials, as the weights of each investment: the workbook computes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.chance.outcome import Draws
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.flows import Array, Flows, Weights
from innobudget.engine.simulation import Simulation


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """What chance did to each investment in some trials, in the order of the scenario."""

    numbers: NDArray[np.intp]
    """Which trials of the run, ascending, the first is 0; shape (trial,)."""
    axes: tuple[Weights, ...]
    """Which weight of each investment stands where."""
    weights: tuple[Array, ...]
    """The weights of each investment, shape (weight, trial). [1]"""


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
    return draw_again(simulation, np.sort(order[_middles(looked_at, count)]))


def draw_again(simulation: Simulation, numbers: NDArray[np.intp]) -> Trials:
    """Draw the trials of a simulation that have these numbers, ascending."""
    draws = simulation.draws
    tile_of = numbers // draws.tile
    by_tile = [numbers[tile_of == tile] for tile in np.unique(tile_of)]
    with simulation.work.mapper() as mapper:
        drawn = list(mapper(partial(_weights, draws), by_tile))
    place = {plan.investment.id: k for k, plan in enumerate(draws.plans)}
    members = [place[item.id] for item in draws.scenario.enabled]
    return Trials(
        numbers=numbers,
        axes=tuple(draws.plans[k].weights for k in members),
        weights=tuple(np.concatenate([tile[k] for tile in drawn], axis=1) for k in members),
    )


def _period_net(draws: Draws, flows: Flows, tile: int) -> Array:
    weights = draws.weights(tile, range(len(draws.plans))).rows
    period = slice(0, draws.scenario.horizon.period)
    net = flows.net_effect[:, period].sum(axis=1)
    return np.asarray(net @ weights)


def _weights(draws: Draws, chosen: NDArray[np.intp]) -> Sequence[Array]:
    """Return the weights of each investment, in order of id, in some trials of one tile."""
    tile, *_ = chosen // draws.tile
    members = range(len(draws.plans))
    drawn = draws.weights(int(tile), members)
    return [drawn.of(k)[:, chosen - tile * draws.tile] for k in members]


def _middles(size: int, count: int) -> NDArray[np.intp]:
    """Return the middle position of each of `count` strata, or all positions."""
    if count >= size:
        return np.arange(size)
    return ((np.arange(count) + 0.5) * size / count).astype(np.intp)
