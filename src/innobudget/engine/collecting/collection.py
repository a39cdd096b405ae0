"""Outcomes collected over all trials, block by block.

Which tiles make a block, and which thread or process draws it, changes nothing: kept values go
to their places, counts are whole numbers, and sums are merged in tile order.

Where a percentile falls among more trials than its rank may be off by, the same trials are
drawn once more, and the values there are looked at one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate, pairwise
from operator import iadd

import numpy as np

from innobudget.domain.results import PERCENTILES
from innobudget.engine.chance.design_effect import design_effect, is_replicated, replicate_sums
from innobudget.engine.chance.outcome import GRAIN, Futures
from innobudget.engine.collecting.bins import Counts, Grid
from innobudget.engine.collecting.closer import looked_closer
from innobudget.engine.collecting.columns import ZERO, Outcomes
from innobudget.engine.collecting.counting import Counted, Moments
from innobudget.engine.collecting.pieces import Intake, Piece, Tally, Wanted
from innobudget.engine.collecting.sample import EXACT_TRIALS, Constant, Held, Values, rank_effects
from innobudget.engine.flows import Array
from innobudget.engine.work import Mapper, Work

KEPT_BYTES = 96_000_000
"""How much one pass may keep; more outcomes take more passes over the same draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The outcomes of all trials."""

    columns: Outcomes
    """What they are."""
    samples: tuple[Held, ...]
    """One per row of the columns."""
    tally: Tally
    """What was counted."""
    trials: int
    """Number of trials."""

    def sample(self, name: str, position: int = 0) -> Held:
        """Return one outcome in one year of the horizon."""
        row = self.columns.positions[name][position]
        return Constant(value=0.0, count=self.trials) if row == ZERO else self.samples[row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where the values of one `Wanted` go: all of them kept, or counted on grids."""

    wanted: Wanted
    """What is collected."""
    trials: int
    """Number of trials."""
    kept: Array | None
    """Shape (row, trial), as long as what is drawn at least; None: counted."""
    replicated: bool
    """Whether replicates tell how sure the figures are."""
    grids: tuple[Grid, ...] = ()
    """One per row where values are counted."""
    percentile_effects: Array = field(default_factory=lambda: np.zeros(0))
    """What the pilot tells of them, shape (row, percentile)."""

    @property
    def intake(self) -> Intake:
        """What makes pieces for it."""
        if self.kept is not None:
            return Intake(wanted=self.wanted, kept=self.kept)
        return Intake(wanted=self.wanted, grids=self.grids)

    def keep(self, piece: Piece, first: int) -> Piece:
        """Put values from the trial `first` on in their places; return the rest of the piece."""
        if self.kept is not None:
            for values in piece.values:
                self.kept[:, first : first + values.shape[1]] = values
                first += values.shape[1]
        return replace(piece, values=())

    def samples(self, piece: Piece) -> tuple[Held, ...]:
        """Return one sample per row, once all tiles are in."""
        if self.kept is not None:
            kept = self.kept[:, : self.trials]
            # Two threads were slower: steps as short as these cost less than taking turns.
            found = [Values.of(row, replicated=self.replicated) for row in kept]
            variances = np.array([values.variance for values in found])
            jumps = np.array([values.jump for values in found])
            effects = self._effects(replicate_sums(kept), variances, jumps)
            return tuple(
                replace(values, effect=float(effect))
                for values, effect in zip(found, effects, strict=True)
            )
        if piece.counts is None or not piece.moments:
            return ()
        return self._counted(piece.counts, piece.moments)

    def _counted(self, counts: Counts, moments: Sequence[Moments]) -> tuple[Counted, ...]:
        (whole,) = moments
        variances = whole.squares / whole.count
        effects = self._effects(whole.sums, variances, np.zeros(len(variances)))
        sizes = [len(grid.bins) for grid in self.grids] + [len(grid.limits) for grid in self.grids]
        parts = [counts[slice(*ends)] for ends in pairwise(accumulate(sizes, initial=0))]
        rows = len(self.grids)
        return tuple(
            Counted(
                grid=grid,
                counts=parts[row],
                below_limits=parts[rows + row],
                mean=float(whole.mean[row]),
                variance=float(variances[row]),
                effect=float(effects[row]),
                percentile_effects=self.percentile_effects[row],
            )
            for row, grid in enumerate(self.grids)
        )

    def _effects(self, sums: Array, variances: Array, jumps: Array) -> Array:
        if not self.replicated:
            return np.ones_like(variances)
        return design_effect(sums, variances, jumps, self.trials)


def collect(draws: Futures, wanted: Sequence[Wanted], work: Work) -> Iterator[Collected]:
    """Draw every trial and yield what was wanted, in order, as few passes as memory allows."""
    batches = list(_batches(draws, wanted))
    tiles_per_block = work.block_size(draws.tiles)
    blocks = range(0, draws.tiles, tiles_per_block)
    with work.mapper() as mapper, work.threaded() as threaded:
        for number, batch in enumerate(batches):
            stores = _stores(draws, batch, threaded)
            intakes = [store.intake for store in stores]
            take = partial(_take_block, draws, intakes, tiles_per_block)
            pieces: list[Piece] = []
            for done, (first, found) in enumerate(
                zip(blocks, mapper(take, blocks), strict=True), 1
            ):
                rest = [
                    store.keep(piece, first * draws.tile)
                    for store, piece in zip(stores, found, strict=True)
                ]
                pieces = list(map(iadd, pieces, rest)) if pieces else rest
                pieces = [piece.condensed() for piece in pieces]
                if work.progress is not None:
                    work.progress((number + done / len(blocks)) / len(batches))
            counted = [store.samples(piece) for store, piece in zip(stores, pieces, strict=True)]
            samples = looked_closer(draws, batch, counted, tiles_per_block, mapper)
            for item, own, piece in zip(batch, samples, pieces, strict=True):
                yield Collected(
                    columns=item.columns,
                    samples=own,
                    tally=piece.tallies[0],
                    trials=draws.trials,
                )


def _take_block(
    draws: Futures, intakes: Sequence[Intake], tiles_per_block: int, first: int
) -> list[Piece]:
    members = _members([intake.wanted for intake in intakes])
    pieces: list[Piece] = []
    weights = None
    for tile in range(first, min(first + tiles_per_block, draws.tiles)):
        weights = draws.weights(tile, members, room=weights)
        found = [intake.piece(draws, tile, weights) for intake in intakes]
        pieces = list(map(iadd, pieces, found)) if pieces else found
    return pieces


def _stores(draws: Futures, batch: Sequence[Wanted], mapper: Mapper) -> list[Store]:
    replicated = is_replicated(draws.sampling, draws.trials)
    if draws.trials <= EXACT_TRIALS:
        drawn = -(-draws.trials // GRAIN) * GRAIN
        return [
            Store(
                wanted=item,
                trials=draws.trials,
                kept=np.empty((len(item.columns), drawn)),
                replicated=replicated,
            )
            for item in batch
        ]
    pilot = draws.weights(0, _members(batch))
    stores = []
    for item in batch:
        weights = pilot.joined(item.columns.members)
        found = np.empty((len(item.columns), weights.shape[1]))
        item.columns.fill(weights, found)
        store = Store(
            wanted=item,
            trials=draws.trials,
            kept=None,
            replicated=replicated,
            grids=tuple(mapper(_grid, zip(found, *item.asked(), strict=True))),
            percentile_effects=np.array(list(mapper(_percentile_effects, found)))
            if replicated
            else np.ones((len(found), len(PERCENTILES))),
        )
        stores.append(store)
    return stores


def _grid(row: tuple[Array, Array, Sequence[float]]) -> Grid:
    pilot, limits, quantiles = row
    return Grid.over(pilot, limits, quantiles)


def _percentile_effects(pilot: Array) -> Array:
    return rank_effects(pilot, np.quantile(pilot, list(PERCENTILES.values())).tolist())


def _members(batch: Sequence[Wanted]) -> list[int]:
    return sorted({member for wanted in batch for member in wanted.columns.members})


def _batches(draws: Futures, wanted: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    row_bytes = 8 * (draws.trials if draws.trials <= EXACT_TRIALS else 4 * draws.tile)
    batch: list[Wanted] = []
    size = 0
    for item in wanted:
        own = row_bytes * len(item.columns)
        if batch and size + own > KEPT_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += own
    yield batch
