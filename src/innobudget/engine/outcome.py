"""Draws give the random weights that a trial's money is linear in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Quantity, Uncertain
from innobudget.engine.dependence import Loadings, Place, Places, Uniforms, success_stream
from innobudget.engine.distributions import (
    certain_value,
    cumulative,
    is_certain,
    steps,
    values,
    values_at,
)
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan
from innobudget.engine.randomness import Streams

Flags = NDArray[np.bool_]

TILE = 16384
"""Trials that are always drawn together, so that a trial never depends on how many there are."""


@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def streams(self) -> Streams:
        """The random numbers of every name."""
        return Streams(self.seed)

    @cached_property
    def loadings(self) -> Loadings:
        """What loads on what."""
        return Loadings(self.scenario)

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

    def weights(self, tile: int, members: Iterable[int]) -> dict[int, Array]:
        """Draw the weights of some investments, each of shape (weight, TILE)."""
        places = Places(self.loadings, self.streams, tile * TILE, TILE)
        return {member: sample_weights(self.plans[member], places, TILE) for member in members}


def sample_weights(plan: InvestmentPlan, places: Places, count: int) -> Array:
    """Draw the weights of one investment for one stretch of trials.

    Parameters
    ----------
    plan
        The investment; `plan.weights` says what stands where.
    places
        The stretch of trials.
    count
        Number of its trials.

    Returns
    -------
    NDArray
        Shape (weight, trial). [1]

    """
    investment, axis = plan.investment, plan.weights
    sample = partial(_sample, investment, places)
    reached, passed = _stages(investment, places, count)
    out = np.empty((len(axis), count))
    np.copyto(out[axis.success], passed)
    benefit = np.asarray(passed * sample("benefit", investment.benefit_factor), float)
    np.copyto(out[axis.worked], benefit)
    out[axis.failed] = 0.0
    if investment.failure_factor != 0.0:
        failed = reached[-1] & ~passed
        np.multiply(failed, sample("failure", investment.failure_factor), out=out[axis.failed])
        benefit = benefit + out[axis.failed]
    late = [(benefit, out[axis.benefit])]
    if axis.has_late_success:
        late.append((out[axis.success], out[axis.late_success]))
    _spread_over_lags(investment, places, late)
    if axis.outlay_stages:
        cost = sample("cost", investment.cost_factor)
        for row, stage in zip(out[axis.outlay], axis.outlay_stages, strict=True):
            np.multiply(cost, reached[stage], out=row)
    if axis.disruption_stages:
        disruption = sample("disruption", investment.disruption_factor)
        for row, stage in zip(out[axis.disruption], axis.disruption_stages, strict=True):
            np.multiply(disruption, reached[stage], out=row)
    return out


def _sample(
    investment: Investment, places: Places, name: Quantity, uncertain: Uncertain
) -> Array | float:
    if isinstance(uncertain, float | int) or is_certain(uncertain):
        return float(certain_value(uncertain))
    place = places.place(investment, name, f"{investment.id}.{name}")
    if isinstance(place, Uniforms):
        return values_at(uncertain, place.values)
    return values(uncertain, place.values)


def _spread_over_lags(
    investment: Investment, places: Places, late: Sequence[tuple[Array, Array]]
) -> None:
    """Lay each amount out over the lags of its rows: `amount * max(0, 1 - |T - n|)`."""
    uncertain = investment.delay
    if isinstance(uncertain, Choice) and not is_certain(uncertain):
        years, _ = steps(uncertain)
        if (years == years.astype(int)).all():
            place = places.place(investment, "delay", f"{investment.id}.delay")
            _spread_whole_years(years.astype(int), cumulative(uncertain), place, late)
            return
    delay = _sample(investment, places, "delay", uncertain)
    lags = max(len(rows) for _, rows in late)
    for lag in range(lags):
        share = np.maximum(0.0, 1.0 - np.abs(delay - lag))
        for amount, rows in late:
            np.multiply(amount, share, out=rows[lag])


def _spread_whole_years(
    years: NDArray[np.int_], below: Array, place: Place, late: Sequence[tuple[Array, Array]]
) -> None:
    for amount, rows in late:
        rows[:] = 0.0
        rest: Array = amount
        for year, probability in zip(years, [*below, None], strict=True):
            later = 0.0 if probability is None else amount * place.above(probability)
            if year < len(rows):
                np.subtract(rest, later, out=rows[year])
            rest = np.asarray(later)


def _stages(investment: Investment, places: Places, count: int) -> tuple[list[Flags], Flags]:
    """Say in which trials each stage is reached, and in which all passed."""
    reached: list[Flags] = []
    passed = np.ones(count, dtype=bool)
    for number, stage in enumerate(investment.stages):
        reached.append(passed)
        if stage.success <= 0:
            passed = np.zeros(count, dtype=bool)
        elif stage.success < 1:
            place = places.place(investment, "success", success_stream(investment, number))
            passed = passed & place.above(1.0 - stage.success)
    return reached, passed
