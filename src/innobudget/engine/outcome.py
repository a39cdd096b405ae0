"""Draws give the random weights that a trial's money is linear in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity, Uncertain
from innobudget.engine.dependence import Scores, success_stream
from innobudget.engine.distributions import certain_value, is_certain, values
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan
from innobudget.engine.randomness import Streams

TILE = 8192
"""Trials that are always drawn together, so that a trial never depends on how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """What decides every draw."""

    scenario: Scenario
    """Without faults."""
    plans: tuple[InvestmentPlan, ...]
    """In order of id."""
    trials: int
    """Number of possible futures."""
    seed: int
    """What the random numbers start from."""

    @property
    def tile(self) -> int:
        """Number of trials that are drawn together."""
        return TILE

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""
        return -(-self.trials // TILE)

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""
        return slice(tile * TILE, min((tile + 1) * TILE, self.trials))

    def weights(self, tile: int, members: Sequence[int]) -> dict[int, Array]:
        """Draw the weights of some investments, each of shape (weight, TILE)."""
        scores = Scores(self.scenario, Streams(self.seed), tile * TILE, TILE)
        drawn = {}
        for member in members:
            plan = self.plans[member]
            drawn[member] = np.empty((len(plan.weights), TILE))
            sample_weights(plan, scores, drawn[member])
        return drawn


def sample_weights(plan: InvestmentPlan, scores: Scores, out: Array) -> None:
    """Fill the weights of one investment for one stretch of trials.

    Parameters
    ----------
    plan
        The investment; `plan.weights` says what stands where.
    scores
        The stretch of trials.
    out
        Shape (weight, trial). [1]

    """
    investment, axis = plan.investment, plan.weights
    quantity = partial(_sample, investment, scores, out.shape[1])
    reached, passed = _stages(investment, scores, out.shape[1])
    success = passed.astype(np.float64)
    benefit = success * quantity("benefit", investment.benefit_factor)
    if investment.failure_factor != 0.0:
        failed = reached[-1] & ~passed
        benefit += failed * quantity("failure", investment.failure_factor)
    delay = quantity("delay", investment.delay)
    for lag in range(axis.lags):
        share = np.maximum(0.0, 1.0 - np.abs(delay - lag))
        np.multiply(benefit, share, out=out[axis.benefit][lag])
        np.multiply(success, share, out=out[axis.late_success][lag])
    out[axis.success] = success
    out[axis.outlay] = quantity("cost", investment.cost_factor) * reached
    out[axis.disruption] = quantity("disruption", investment.disruption_factor) * reached


def _sample(
    investment: Investment, scores: Scores, count: int, name: Quantity, uncertain: Uncertain
) -> Array:
    if isinstance(uncertain, float | int) or is_certain(uncertain):
        return np.full(count, certain_value(uncertain))
    return values(uncertain, scores.score(investment, name, f"{investment.id}.{name}"))


def _stages(
    investment: Investment, scores: Scores, count: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say which stages are reached, shape (stage, trial), and whether all passed, (trial,)."""
    reached = np.empty((len(investment.stages), count), dtype=bool)
    passed = np.ones(count, dtype=bool)
    for number, stage in enumerate(investment.stages):
        reached[number] = passed
        if stage.success >= 1:
            continue
        if stage.success <= 0:
            passed = np.zeros(count, dtype=bool)
            continue
        score = scores.score(investment, "success", success_stream(investment, number))
        passed = passed & (score > ndtri(1.0 - stage.success))
    return reached, passed
