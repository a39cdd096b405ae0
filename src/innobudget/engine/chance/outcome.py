"""Draws give the random weights that a trial's money is linear in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property, partial
from typing import Protocol, get_args

import numpy as np

from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.chance.course import draw_course, draw_quantity
from innobudget.engine.chance.dependence import Loadings, Places
from innobudget.engine.chance.driven import NOTHING, Knowledge
from innobudget.engine.chance.latin_hypercube import LatinHypercube
from innobudget.engine.chance.randomness import Design, Recorded, Streams
from innobudget.engine.chance.sobol import Sobol
from innobudget.engine.flows import Array, Drawn
from innobudget.engine.plan import InvestmentPlan

FACTORS = ("cost_factor", "disruption_factor", "benefit_factor", "failure_factor")
TILE = 2**15
"""Most trials that are drawn together; the last tile of a run is drawn as far as it needs."""
SMALL_TILE = 2**14
"""Fewest, in a run that has as many."""
TILES_KEPT = 4
"""Most tiles whose drivers are kept: a megabyte for each driver."""
GRAIN = 2**11
"""A tile is a whole multiple of this, so that matrix products treat every trial alike."""


def tile_size(trials: int) -> int:
    """Return how many trials of a run are drawn together: a quarter, for threads to share."""
    quarter = -(-trials // (4 * GRAIN)) * GRAIN
    return min(max(quarter, SMALL_TILE), TILE)


class Futures(Protocol):
    """The trials of one scenario, or of several that are compared."""

    @property
    def trials(self) -> int:
        """Number of possible futures."""

    @property
    def tile(self) -> int:
        """Number of trials that are drawn together."""

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""

    def weights(self, tile: int, members: Sequence[int], *, room: Drawn | None = None) -> Drawn:
        """Draw the weights of some members in the trials of a tile.

        Parameters
        ----------
        tile
            Counted from 0.
        members
            Their numbers, ascending.
        room
            What the call for an earlier tile and the same members returned, to be written
            over: memory that is new costs about as much as the draws.

        """


@dataclass(frozen=True, kw_only=True)
class Draws:
    """What decides every draw."""

    scenario: Scenario
    """Without faults; its budget is of no more use, as the plans have all that falls on lines."""
    plans: tuple[InvestmentPlan, ...]
    """In order of id."""
    trials: int
    """Number of possible futures."""
    seed: int
    """What the random numbers start from."""
    dimensions: tuple[str, ...] = ()
    """Names in order of their coordinates, for a Sobol' sequence."""
    known: Knowledge = NOTHING
    """What facts say."""
    room: int = 0
    """All weights of all trials are kept once they are drawn, if they fit. [bytes]"""

    def __getstate__(self) -> dict[str, object]:
        """Leave out what follows from the fields: who takes this over finds it again."""
        return {item.name: getattr(self, item.name) for item in fields(self)} | {"room": 0}

    @cached_property
    def _kept(self) -> dict[int, Drawn] | None:
        """Weights by tile; None: they do not fit, and are drawn whenever they are needed."""
        size = 8 * sum(len(plan.weights) for plan in self.plans) * self.tile * self.tiles
        return {} if size <= self.room else None

    @cached_property
    def design(self) -> Design:
        """How the draws of all names are spread."""
        match self.sampling:
            case "sobol":
                return Sobol(self.seed, self.dimensions, self.trials)
            case "latin-hypercube":
                return LatinHypercube(self.seed, self.trials)
            case "random":
                return Streams(self.seed)

    @cached_property
    def _drivers(self) -> dict[int, dict[str, Array]]:
        """Drivers of each tile that was drawn: a run passes over its trials several times."""
        return {}

    @cached_property
    def streams(self) -> Streams:
        """Plain random numbers of every name under the same seed."""
        return Streams(self.seed)

    @cached_property
    def loadings(self) -> Loadings:
        """What loads on what."""
        return Loadings(self.scenario)

    @property
    def is_certain(self) -> bool:
        """Whether nothing is drawn, so that every trial is the same."""
        tried = Recorded(self.streams)
        sample_all(self.plans, self.places_in(tried, 0, 1))
        return not tried.drawn

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""
        return self.scenario.sampled.sampling

    @property
    def tile(self) -> int:
        """Number of trials that are drawn together."""
        return tile_size(self.trials)

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""
        return -(-self.trials // self.tile)

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""
        return slice(tile * self.tile, min((tile + 1) * self.tile, self.trials))

    def weights(self, tile: int, members: Sequence[int], *, room: Drawn | None = None) -> Drawn:
        """Draw the weights of some investments in the trials of a tile: see `Futures`."""
        if self._kept is None:
            plans = {member: self.plans[member] for member in members}
            return _sample(plans, self.places(tile), room)
        if tile not in self._kept:
            self._kept[tile] = sample_all(self.plans, self.places(tile))
        return self._kept[tile].only(members)

    def places(self, tile: int) -> Places:
        """Return where every quantity lies in the trials of a tile; nothing is drawn yet."""
        stretch = self.stretch(tile)
        count = -(-(stretch.stop - stretch.start) // GRAIN) * GRAIN
        found = self.places_in(self.design, stretch.start, count)
        if self.tiles <= TILES_KEPT:
            found.drivers = self._drivers.setdefault(tile, found.drivers)
        return found

    def places_in(self, design: Design, first: int, count: int) -> Places:
        """Return the same in any stretch of trials, drawn by any design."""
        return Places(self.loadings.of, design, first, count, known=self.known)

    def decided_by(self, number: int) -> tuple[object, ...]:
        """Return everything that an investment's weights follow from, amounts left out.

        Two that have it in common have the same weights in every trial.
        """
        plan = self.plans[number]
        own = plan.investment
        loads = [dict(self.loadings.of(own, quantity)) for quantity in get_args(Quantity)]
        drivers = {name for found in loads for name in found}
        return (
            own.id,
            plan.weights,
            plan.known_in,
            [stage.success for stage in own.stages],
            [getattr(own, name) for name in FACTORS],
            own.delay,
            loads,
            {name: at for name, at in self.known.given.items() if name.startswith(f"{own.id}.")},
            [group for group in self.known.groups if drivers.intersection(group.drivers)],
        )


def sample_all(plans: Sequence[InvestmentPlan], places: Places) -> Drawn:
    """Draw the weights of all investments for one stretch of trials."""
    return _sample(dict(enumerate(plans)), places)


def _sample(
    plans: Mapping[int, InvestmentPlan], places: Places, room: Drawn | None = None
) -> Drawn:
    if room is None:
        room = Drawn.empty({member: plan.weights for member, plan in plans.items()}, places.count)
    drawn = room.first(places.count)
    for member, plan in plans.items():
        _fill(plan, places, drawn.of(member))
    return drawn


def _fill(plan: InvestmentPlan, places: Places, out: Array) -> None:
    """Draw the weights of one investment for one stretch of trials.

    Parameters
    ----------
    plan
        The investment; `plan.weights` says what stands where.
    places
        The stretch of trials.
    out
        Where they go, shape (weight, trial). [1]

    """
    investment, axis = plan.investment, plan.weights
    course = draw_course(investment, places)
    sample = partial(draw_quantity, investment, places)
    failure = sample("failure", investment.failure_factor)
    passed = course.reached(course.stages)
    np.copyto(out[axis.success], passed)
    course.lay(course.benefit, failure, out[axis.benefit])
    if axis.has_failure:
        (failed,) = out[axis.failed]
        np.multiply(failure, course.reached(course.stages - 1) & ~passed, out=failed)
    if axis.is_cut:
        (undelayed,) = out[axis.undelayed]
        np.multiply(course.benefit, passed, out=undelayed)
        if axis.has_failure:
            undelayed += failed
    if axis.has_late_success:
        course.lay(1.0, 0.0, out[axis.late_success])
    if axis.outlay_stages:
        cost = sample("cost", investment.cost_factor)
        course.lay_where_reached(cost, axis.outlay_stages, out[axis.outlay])
    if axis.disruption_stages:
        disruption = sample("disruption", investment.disruption_factor)
        course.lay_where_reached(disruption, axis.disruption_stages, out[axis.disruption])
    if axis.grant_stages:
        course.lay_where_reached(1.0, axis.grant_stages, out[axis.grant])
    if axis.has_actuals:
        out[axis.actual] = 1.0
    if axis.is_awaited:
        (known_in,) = out[axis.known]
        np.copyto(known_in, course.years_known(plan.known_in))
