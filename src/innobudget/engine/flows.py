"""Money per unit of each random weight.

A trial is linear in a few random weights, so the money of an investment is a set of matrices
of shape (weight, year): a trial's saving is its weights times the saving matrix.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import Kind

Array = NDArray[np.float64]
Cell = tuple[str | None, Kind]
"""An area (None: not placed) and a kind."""
MATRICES = ("saving", "outlay", "disruption")
ROWS = (
    "planned",
    "running",
    "booked",
    "budgeted_disruption",
    "replaced_outlay",
)


@dataclass(frozen=True, kw_only=True)
class Weights:
    """Where each random weight of an investment stands on the weight axis.

    First the benefit at each whole-year lag, then success at each lag where an effect is
    marked certain, then success alone, then the outlay and the disruption of each stage
    that has any, whether a stage with a grant is reached, last what no money depends on and
    the others do not tell: the benefit of a failure, and the benefit without its delay.
    """

    lags: int
    """Number of whole-year lags that a delay can have within the horizon."""
    has_late_success: bool
    """Whether an effect is certain but delayed."""
    outlay_stages: tuple[int, ...]
    """Stages with an outlay, counted from 0."""
    disruption_stages: tuple[int, ...]
    """Stages with a disruption, counted from 0."""
    grant_stages: tuple[int, ...] = ()
    """Stages of whose outlay others pay a part in kroner, counted from 0."""
    has_failure: bool
    """Whether a failure of the last stage has a benefit, or the opposite."""
    is_cut: bool
    """Whether a delay can go beyond the lags, so that their benefits do not add up to `G`."""
    has_actuals: bool = False
    """Whether realised amounts stand instead of simulated ones."""
    is_awaited: bool = False
    """Whether it matters since when it is known how the investment ends."""

    @cached_property
    def benefit(self) -> slice:
        """`G * max(0, 1 - |T - n|)` for each lag n."""
        return slice(0, self.lags)

    @cached_property
    def late_success(self) -> slice:
        """`1{success} * max(0, 1 - |T - n|)` for each lag n; empty where nothing needs it."""
        return slice(self.lags, self.success)

    @cached_property
    def success(self) -> int:
        """`1{success}`: running costs."""
        return 2 * self.lags if self.has_late_success else self.lags

    @cached_property
    def outlay(self) -> slice:
        """`C * R_j` for each stage j with an outlay."""
        return slice(self.success + 1, self.success + 1 + len(self.outlay_stages))

    @cached_property
    def disruption(self) -> slice:
        """`X * R_j` for each stage j with a disruption."""
        return slice(self.outlay.stop, self.outlay.stop + len(self.disruption_stages))

    @cached_property
    def grant(self) -> slice:
        """`R_j` for each stage j with a grant, which is paid whatever the outlay comes to."""
        return slice(self.disruption.stop, self.disruption.stop + len(self.grant_stages))

    @cached_property
    def failed(self) -> slice:
        """`1{last stage failed} * L`: the benefit where it fails, without delay; or empty."""
        return slice(self.grant.stop, self.grant.stop + self.has_failure)

    @cached_property
    def undelayed(self) -> slice:
        """Those that add up to `G`, the benefit without delay."""
        if not self.is_cut:
            return self.benefit
        return slice(self.failed.stop, self.failed.stop + 1)

    @cached_property
    def actual(self) -> slice:
        """1: realised amounts are the same in every trial; or empty."""
        first = self.failed.stop + self.is_cut
        return slice(first, first + self.has_actuals)

    @cached_property
    def known(self) -> slice:
        """Year of the horizon since which it is known how it ends; or empty."""
        return slice(self.actual.stop, self.actual.stop + self.is_awaited)

    def __len__(self) -> int:
        """Return the length of the weight axis."""
        return int(self.known.stop)

    @property
    def of_savings(self) -> "Weights":
        """The axis as far as simulated savings depend on it: its first weights alone."""
        return Weights(
            lags=self.lags,
            has_late_success=self.has_late_success,
            outlay_stages=(),
            disruption_stages=(),
            has_failure=False,
            is_cut=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The weights of some investments in some trials, one investment after another."""

    rows: Array
    """Of all of them, shape (weight, trial). [1]"""
    places: Mapping[int, slice]
    """The rows of each investment, by its position among all."""

    @classmethod
    def empty(cls, axes: Mapping[int, Weights], trials: int) -> "Drawn":
        """Make room for the weights of some investments, to be filled."""
        ends = accumulate(map(len, axes.values()), initial=0)
        places = {member: slice(*ends) for member, ends in zip(axes, pairwise(ends), strict=True)}
        return cls(rows=np.empty((sum(map(len, axes.values())), trials)), places=places)

    def first(self, trials: int) -> "Drawn":
        """Return the room of the first trials, to be filled anew."""
        return replace(self, rows=self.rows[:, :trials])

    def of(self, member: int) -> Array:
        """Return the weights of one investment, shape (weight, trial)."""
        return self.rows[self.places[member]]

    def joined(self, members: tuple[int, ...]) -> Array:
        """Return the weights of some investments, one after another, shape (weight, trial)."""
        if members == tuple(self.places):
            return self.rows
        return np.concatenate([self.rows[:0], *map(self.of, members)])

    def only(self, members: Sequence[int]) -> "Drawn":
        """Return the weights of some of the investments, ascending."""
        rows = [self.of(member) for member in members]
        ends = accumulate(map(len, rows), initial=0)
        places = {
            number: slice(*pair) for number, pair in zip(members, pairwise(ends), strict=True)
        }
        return Drawn(rows=self.joined(tuple(members)), places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """The money of one investment in one area and kind, or of several added up."""

    saving: Array
    """Full saving per unit of each weight, shape (weight, year). [currency]"""
    outlay: Array
    """The same for outlay less grants, money out is positive. [currency]"""
    disruption: Array
    """The same for disruption, money out is positive. [currency]"""
    planned: Array
    """Planned saving, running costs taken off, shape (year,). [currency]"""
    running: Array
    """Planned running costs, a part of `planned`; at most 0, shape (year,). [currency]"""
    booked: Array
    """Booked saving, shape (year,). [currency]"""
    budgeted_disruption: Array
    """Planned disruption that the adopted budget holds, shape (year,). [currency]"""
    replaced_outlay: Array
    """Planned outlay less realised, where that is known, shape (year,). [currency]"""

    @property
    def planned_outlay(self) -> Array:
        """Outlay less grants when every stage is reached at its planned price, shape (year,).

        [currency]
        """
        return np.asarray(self.outlay.sum(axis=0) + self.replaced_outlay)

    @property
    def net_effect(self) -> Array:
        """Saving less outlay and disruption per unit of each weight. [currency]"""
        return self.saving - self.outlay - self.disruption

    @property
    def budgeted_net(self) -> Array:
        """Net effect in the adopted budget, shape (year,). [currency]"""
        return self.booked - self.planned_outlay - self.budgeted_disruption

    @property
    def magnitude(self) -> Array:
        """Size of all that a year's amounts are added up from, shape (year,). [currency]"""
        savings = np.abs(self.planned - self.running) + np.abs(self.running) + np.abs(self.booked)
        return np.asarray(savings + np.abs(self.outlay).sum(axis=0) + self.budgeted_disruption)

    def booked_at(self, share: float, can_change: Sequence[bool]) -> Array:
        """Return the booked saving at a booking share, running costs in full. [currency]

        What is booked for the other years stands.
        """
        shared = share * (self.planned - self.running) + self.running
        return np.where(can_change, shared, self.booked)

    @classmethod
    def empty(cls, weights: int, years: int) -> "Flows":
        """Return flows of zero, to be added to."""
        return cls(
            **{name: np.zeros((weights, years)) for name in MATRICES},
            **{name: np.zeros(years) for name in ROWS},
        )

    @classmethod
    def total(cls, flows: Iterable["Flows"]) -> "Flows":
        """Add up flows that share their weights."""
        parts = list(flows)
        return cls(**{name: _sum(parts, name) for name in (*MATRICES, *ROWS)})

    @classmethod
    def side_by_side(cls, flows: Iterable["Flows"]) -> "Flows":
        """Put flows of different investments together: weights one after another."""
        parts = list(flows)
        return cls(
            **{name: np.concatenate([getattr(part, name) for part in parts]) for name in MATRICES},
            **{name: _sum(parts, name) for name in ROWS},
        )


def _sum(parts: Iterable[Flows], name: str) -> Array:
    return reduce(np.add, [getattr(part, name) for part in parts])
