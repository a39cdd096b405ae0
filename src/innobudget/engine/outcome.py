"""Draws give the random weights that a trial's money is linear in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Choice, Quantity, Uncertain
from innobudget.engine.dependence import Flags, Loadings, Places, Uniforms, success_stream
from innobudget.engine.distributions import (
    certain_value,
    cumulative,
    is_certain,
    steps,
    values,
    values_at,
)
from innobudget.engine.flows import Array
from innobudget.engine.latin_hypercube import LatinHypercube
from innobudget.engine.plan import InvestmentPlan
from innobudget.engine.randomness import Design, Streams
from innobudget.engine.sobol import Sobol

TILE = 16384
"""Trials that are always drawn together, so that a trial never depends on how many there are."""


class Futures(Protocol):
    """The trials of one scenario, or of several that are compared."""

    @property
    def trials(self) -> int:
        """Number of possible futures."""

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""

    def weights(self, tile: int, members: Sequence[int]) -> Mapping[int, Array]:
        """Draw the weights of some members, each of shape (weight, TILE)."""


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
    dimensions: tuple[str, ...] = ()
    """Names in order of their coordinates, for a Sobol' sequence."""

    @cached_property
    def design(self) -> Design:
        """How the draws of all names are spread."""
        match self.sampling:
            case "sobol":
                return Sobol(self.seed, self.dimensions)
            case "latin-hypercube":
                return LatinHypercube(self.seed, self.trials)
            case "random":
                return Streams(self.seed)

    @cached_property
    def loadings(self) -> Loadings:
        """What loads on what."""
        return Loadings(self.scenario)

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""
        return self.scenario.sampled.sampling

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
        places = self.places(tile)
        return {member: sample_weights(self.plans[member], places, TILE) for member in members}

    def places(self, tile: int) -> Places:
        """Return where every quantity lies in the trials of a tile; nothing is drawn yet."""
        return Places(self.loadings, self.design, tile * TILE, TILE)


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
    delay = _delay(investment, places)
    out = np.empty((len(axis), count))
    np.copyto(out[axis.success], passed)
    benefit = np.asarray(passed * sample("benefit", investment.benefit_factor), float)
    np.copyto(out[axis.worked], benefit)
    out[axis.failed] = 0.0
    if investment.failure_factor != 0.0:
        failed = reached[-1] & ~passed
        np.multiply(failed, sample("failure", investment.failure_factor), out=out[axis.failed])
        benefit = benefit + out[axis.failed]
    delay.lay(benefit, out[axis.benefit])
    if axis.has_late_success:
        delay.lay(out[axis.success], out[axis.late_success])
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
    place = places.place(investment, name)
    if isinstance(place, Uniforms):
        return values_at(uncertain, place.values)
    return values(uncertain, place.values)


@dataclass(frozen=True, slots=True)
class WholeYears:
    """A delay of a number of whole years."""

    years: NDArray[np.int_]
    """Those that it can take, ascending. [years]"""
    longer: list[Flags]
    """In which trials it is longer than each but the last, each of shape (trial,)."""

    def lay(self, amount: Array, rows: Array) -> None:
        """Lay an amount, shape (trial,), on the row of its lag, shape (lag, trial)."""
        rows[:] = 0.0
        rest = amount
        for year, longer in zip(self.years, [*self.longer, None], strict=True):
            later = np.zeros(()) if longer is None else amount * longer
            if year < len(rows):
                np.subtract(rest, later, out=rows[year])
            rest = later


@dataclass(frozen=True, slots=True)
class AnyDelay:
    """A delay that may end within a year."""

    delay: Array | float
    """Shape (trial,). [years]"""

    def lay(self, amount: Array, rows: Array) -> None:
        """Lay an amount, shape (trial,), on two lags at most: `amount * max(0, 1 - |T - n|)`."""
        for lag, row in enumerate(rows):
            np.multiply(amount, np.maximum(0.0, 1.0 - np.abs(self.delay - lag)), out=row)


def _delay(investment: Investment, places: Places) -> WholeYears | AnyDelay:
    uncertain = investment.delay
    if isinstance(uncertain, Choice) and not is_certain(uncertain):
        years, _ = steps(uncertain)
        if (years == years.astype(int)).all():
            limits = cumulative(uncertain).tolist()
            longer = places.above(investment, "delay", f"{investment.id}.delay", limits)
            return WholeYears(years.astype(int), longer)
    return AnyDelay(_sample(investment, places, "delay", uncertain))


def _stages(investment: Investment, places: Places, count: int) -> tuple[list[Flags], Flags]:
    """Say in which trials each stage is reached, and in which all passed."""
    reached: list[Flags] = []
    passed = np.ones(count, dtype=bool)
    for number, stage in enumerate(investment.stages):
        reached.append(passed)
        if stage.success <= 0:
            passed = np.zeros(count, dtype=bool)
        elif stage.success < 1:
            stream = success_stream(investment, number)
            (passes,) = places.above(investment, "success", stream, [1.0 - stage.success])
            passed = passed & passes
    return reached, passed
