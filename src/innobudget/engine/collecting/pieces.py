"""What some tiles of trials add to the outcomes that are collected.

A piece can be made in another process: beyond `EXACT_TRIALS` trials it holds summaries only,
up to there the values themselves, since percentiles are then exact.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from operator import add
from typing import Self

import numpy as np

from innobudget.domain.results import PERCENTILES
from innobudget.engine.collecting.bins import Binning, Counts
from innobudget.engine.collecting.columns import ZERO, Outcomes, Positions
from innobudget.engine.collecting.counting import Moments
from innobudget.engine.flows import Array
from innobudget.engine.limits import Limits

TARGET_REACHED = 1 - 1e-9
"""Share of the way to the target from which an indicator has reached it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Outcomes to be collected."""

    columns: Outcomes
    """What they are."""
    limits: Limits | None = None
    """What money is held against in every trial; None: nothing is."""
    counted: Mapping[str, Sequence[Sequence[float]]] = field(default_factory=dict)
    """Limits whose shares are asked for, by outcome and year."""
    quantiles: Mapping[str, Iterable[float]] = field(default_factory=dict)
    """Probabilities whose quantiles are asked for beside the percentiles, by outcome."""
    weighed: bool = False
    """Whether weights are added up, and those of trials with a hole: it costs a walk over them."""

    def asked(self) -> tuple[list[Array], list[list[float]]]:
        """Return by row which shares and which quantiles are asked for: limits, probabilities."""
        rows = range(len(self.columns))
        limits: list[list[float]] = [[] for _ in rows]
        quantiles = [set(PERCENTILES.values()) for _ in rows]
        for name, positions in self.columns.positions.items():
            for year, row in enumerate(positions.tolist()):
                if row != ZERO:
                    quantiles[row].update(self.quantiles.get(name, ()))
                    if name in self.counted:
                        limits[row].extend(self.counted[name][year])
        return [np.array(own, float) for own in limits], [sorted(own) for own in quantiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted in every trial, beside the values themselves."""

    payback: Counts
    """Trials by position of the payback year; the last: never."""
    holes: int
    """Trials in which the budget period has a hole; 0 where nothing is weighed."""
    hole_weights: Array
    """Sum of every weight over those trials; empty where nothing is weighed."""
    weights: Array
    """Sum of every weight over all trials; empty where nothing is weighed."""
    both: Mapping[str, Counts]
    """By service indicator: trials by year in which it is at its target and the booking met."""

    def __add__(self, other: "Tally") -> "Tally":
        """Add further trials."""
        return Tally(
            payback=self.payback + other.payback,
            holes=self.holes + other.holes,
            hole_weights=self.hole_weights + other.hole_weights,
            weights=self.weights + other.weights,
            both={name: found + other.both[name] for name, found in self.both.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What some tiles add to one `Wanted`; counts and moments, or the values themselves."""

    tallies: tuple[Tally, ...]
    """One per tile."""
    values: tuple[Array, ...] = ()
    """One per tile, each of shape (row, trial); none where they are counted or already kept."""
    moments: tuple[Moments, ...] = ()
    """One per tile; none where values are kept."""
    counts: Counts | None = None
    """By row and bin, then by row and limit; None where values are kept."""

    def __iadd__(self, other: "Piece") -> Self:
        """Add further tiles; the counts are added where they stand, since they are large."""
        counts = self.counts
        if counts is not None and other.counts is not None:
            counts = counts.astype(np.int64, copy=False)
            counts += other.counts
        return replace(
            self,
            tallies=self.tallies + other.tallies,
            values=self.values + other.values,
            moments=self.moments + other.moments,
            counts=counts,
        )

    def packed(self) -> "Piece":
        """Take no more room, until it is added to others, than the largest count needs."""
        counts = self.counts
        if counts is None or not counts.size:
            return self
        return replace(self, counts=counts.astype(np.min_scalar_type(int(counts.max()))))

    def condensed(self) -> "Piece":
        """Merge what each tile came to, in their order."""
        moments = (reduce(Moments.merged, self.moments),) if self.moments else ()
        return replace(self, tallies=(reduce(add, self.tallies),), moments=moments)


Known = dict[int, tuple[Array, tuple[Counts, Counts]]]
"""Values that were counted on a grid, by its identity, and their counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What makes a piece of a tile: all that whoever takes a block needs for one `Wanted`."""

    wanted: Wanted
    """What is collected."""
    grids: tuple[Binning, ...] | None = None
    """One per row where values are counted; None: they are kept."""
    kept: Array | None = None
    """Where values are put, shape (row, trial); None: the piece holds them."""

    def __reduce__(self) -> tuple[Callable[[], "Intake"], tuple[()]]:
        """Leave behind what values are put into: another process cannot reach it."""
        return partial(Intake, wanted=self.wanted, grids=self.grids), ()

    def piece(self, stretch: slice, drawn: Array, known: Known) -> Piece:
        """Take in one tile.

        Parameters
        ----------
        stretch
            Its trials.
        drawn
            The weights of the members, shape (weight, trial), for those trials at least. [1]
        known
            What was counted of the tile for others with the same members.

        """
        columns, count = self.wanted.columns, stretch.stop - stretch.start
        if self.kept is None:
            room = np.empty((len(columns), drawn.shape[1]))
        else:
            room = self.kept[:, stretch.start : stretch.start + drawn.shape[1]]
        columns.fill(drawn, room)
        found = room[:, :count]
        tallies = (_tally(self.wanted, found, drawn[:, :count]),)
        if self.grids is None:
            return Piece(tallies=tallies, values=(found,) if self.kept is None else ())
        counted = [_counted(*row, known) for row in zip(self.grids, found, strict=True)]
        joined = np.concatenate(
            [
                *(bins for bins, _ in counted),
                *(below for _, below in counted),
                np.zeros(0, np.int64),
            ]
        )
        return Piece(tallies=tallies, moments=(Moments.of(found),), counts=joined).packed()


def _counted(grid: Binning, values: Array, known: Known) -> tuple[Counts, Counts]:
    """Count values by bin, and below each limit, unless that was done for the same ones."""
    if id(grid) not in known or not np.array_equal(known[id(grid)][0], values):
        known[id(grid)] = values, (grid.bins.counts(values), grid.below_limits(values))
    return known[id(grid)][1]


def _tally(wanted: Wanted, found: Array, weights: Array) -> Tally:
    columns, limits = wanted.columns, wanted.limits
    payback, hole = np.zeros(1, np.int64), np.zeros(0)
    both: Mapping[str, Counts] = {}
    if limits is not None:
        if "cumulative_net" in columns.positions:
            payback = _payback(found, columns.positions["cumulative_net"], limits.paid)
        if columns.clipped:
            both = _both(columns, found, limits.met)
        if wanted.weighed:
            (net,) = _rows(found, columns.positions["net_period"])
            hole = (net < limits.hole_period).astype(np.float64)
    return Tally(
        payback=payback,
        holes=int(hole.sum()),
        hole_weights=weights @ hole if wanted.weighed else hole,
        weights=weights.sum(axis=1) if wanted.weighed else hole,
        both=both,
    )


def _both(columns: Outcomes, found: Array, limits: Array) -> Mapping[str, Counts]:
    met = _rows(found, columns.positions["saving"]) >= limits[:, None]
    return {
        name: np.count_nonzero(
            met & (_rows(found, columns.positions[name]) >= TARGET_REACHED), axis=1
        )
        for name in columns.clipped
    }


def _payback(found: Array, positions: Positions, limits: Array) -> Counts:
    """Count trials by position of the payback year; the last: never."""
    paid = np.ones(found.shape[1], dtype=bool)
    by_then = [0] * len(positions)
    for year in reversed(range(len(positions))):
        if positions[year] != ZERO:
            paid &= found[positions[year]] >= limits[year]
        by_then[year] = int(np.count_nonzero(paid))
    return np.diff([0, *by_then, found.shape[1]])


def _rows(found: Array, positions: Positions) -> Array:
    rows = np.zeros((len(positions), found.shape[1]))
    present = positions != ZERO
    rows[present] = found[positions[present]]
    return rows
