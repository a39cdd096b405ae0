"""Outcomes collected over all trials, block by block.

Which tiles make a block, and which thread or process draws it, changes nothing: kept values go
to their places, counts are whole numbers, and sums are merged in tile order.

Where a percentile falls among more trials than its rank may be off by, the same trials are
drawn once more, and the values there are looked at one by one.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import accumulate, groupby, pairwise
from operator import iadd

import numpy as np

from innobudget.domain.results import PERCENTILES
from innobudget.engine.chance.outcome import GRAIN, Futures
from innobudget.engine.chance.replicates import design_effect, is_replicated, replicate_sums
from innobudget.engine.collecting.bins import Binning, Counts
from innobudget.engine.collecting.closer import looked_closer
from innobudget.engine.collecting.columns import ZERO, Outcomes
from innobudget.engine.collecting.counting import Counted, Moments
from innobudget.engine.collecting.pieces import Intake, Known, Piece, Tally, Wanted
from innobudget.engine.collecting.sample import EXACT_TRIALS, Constant, Held, Values, rank_effects
from innobudget.engine.flows import Array
from innobudget.engine.work import Mapper, Progress, Work

KEPT_BYTES = 32_000_000
"""How much one pass may keep; more outcomes take more passes over the same draws."""
COUNTED_BYTES = 2**18
"""What the counts of one outcome take, about, those on the way included."""
ALL_COUNTED_BYTES = 96_000_000
"""How much the counts of one pass may take; so many trials are drawn anew in every pass."""

Seen = dict[bytes, list[Values]]
"""Rows that were looked at, by their first trials."""


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
    grids: tuple[Binning, ...] = ()
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

    def samples(self, piece: Piece, seen: Seen) -> tuple[Held, ...]:
        """Return one sample per row, once all tiles are in; `seen` has those of other stores."""
        if self.kept is not None:
            kept = self.kept[:, : self.trials]
            # Two threads were slower: steps as short as these cost less than taking turns.
            found = [self._values(row, seen) for row in kept]
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

    def _values(self, row: Array, seen: Seen) -> Values:
        """Look at a row, unless one was seen that is equal in every trial."""
        alike = seen.setdefault(row[:GRAIN].tobytes(), [])
        for values in alike:
            if np.array_equal(values.values.view(np.int64), row.view(np.int64)):
                return values
        alike.append(Values.of(row, replicated=self.replicated))
        return alike[-1]

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
    with work.mapper() as mapper, work.threaded() as threaded:
        for number, batch in enumerate(batches):
            told = work.progress and partial(_tell, work.progress, number, len(batches))
            one = replace(work, progress=told)
            found = _pass(draws, batch, one, mapper=mapper, threaded=threaded)
            while found:  # what was read goes
                yield found.popleft()


def _tell(progress: Progress, number: int, count: int, done: float) -> None:
    progress((number + done) / count)


def _pass(
    draws: Futures, batch: Sequence[Wanted], work: Work, *, mapper: Mapper, threaded: Mapper
) -> deque[Collected]:
    """Draw every trial once and return what was wanted; the next pass begins with free room."""
    stores = _stores(draws, batch, threaded)
    tiles_per_block = work.block_size(draws.tiles)
    blocks = range(0, draws.tiles, tiles_per_block)
    take = partial(_take_block, draws, [store.intake for store in stores], tiles_per_block)
    pieces: list[Piece] = []
    for done, (first, found) in enumerate(zip(blocks, mapper(take, blocks), strict=True), 1):
        rest = [
            store.keep(piece, first * draws.tile)
            for store, piece in zip(stores, found, strict=True)
        ]
        pieces = list(map(iadd, pieces, rest)) if pieces else rest
        pieces = [piece.condensed() for piece in pieces]
        if work.progress is not None:
            work.progress(done / len(blocks))
    seen: Seen = {}
    counted = [store.samples(piece, seen) for store, piece in zip(stores, pieces, strict=True)]
    samples = looked_closer(draws, batch, counted, tiles_per_block, mapper)
    return deque(
        Collected(columns=item.columns, samples=own, tally=piece.tallies[0], trials=draws.trials)
        for item, own, piece in zip(batch, samples, pieces, strict=True)
    )


def _take_block(
    draws: Futures, intakes: Sequence[Intake], tiles_per_block: int, first: int
) -> list[Piece]:
    members = _members([intake.wanted for intake in intakes])
    pieces: list[Piece] = []
    weights = None
    for tile in range(first, min(first + tiles_per_block, draws.tiles)):
        weights = draws.weights(tile, members, room=weights)
        found: list[Piece] = []
        for own, alike in groupby(intakes, lambda intake: intake.wanted.columns.members):
            drawn = weights.joined(own)
            counted: Known = {}
            found += [intake.piece(draws.stretch(tile), drawn, counted) for intake in alike]
        pieces = [piece.packed() for piece in map(iadd, pieces, found)] if pieces else found
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
    laid: dict[bytes, tuple[Binning, Array]] = {}
    stores = []
    for item in batch:
        weights = pilot.joined(item.columns.members)
        found = np.empty((len(item.columns), weights.shape[1]))
        item.columns.fill(weights, found)
        rows = list(zip(found, *item.asked(), strict=True))
        keys = [_fingerprint(*row) for row in rows]
        new = {key: row for key, row in zip(keys, rows, strict=True) if key not in laid}
        laid.update(zip(new, mapper(partial(_laid, replicated), new.values()), strict=True))
        store = Store(
            wanted=item,
            trials=draws.trials,
            kept=None,
            replicated=replicated,
            grids=tuple(laid[key][0] for key in keys),
            percentile_effects=np.array([laid[key][1] for key in keys]),
        )
        stores.append(store)
    return stores


def _fingerprint(pilot: Array, limits: Array, quantiles: Sequence[float]) -> bytes:
    """Return what tells rows apart that are not equal in the pilot, or asked for other figures."""
    asked = np.array([len(limits), *limits, *quantiles])
    return sha256(pilot.data).digest() + asked.tobytes()


def _laid(replicated: bool, row: tuple[Array, Array, Sequence[float]]) -> tuple[Binning, Array]:
    """Return a row's grid, and the design effects of its percentiles."""
    pilot, limits, quantiles = row
    levels = list(PERCENTILES.values())
    if replicated:
        effects = rank_effects(pilot, np.quantile(pilot, levels).tolist())
    else:
        effects = np.ones(len(levels))
    return Binning.over(pilot, limits, quantiles), effects


def _members(batch: Sequence[Wanted]) -> list[int]:
    return sorted({member for wanted in batch for member in wanted.columns.members})


def _batches(draws: Futures, wanted: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    row_bytes, most = COUNTED_BYTES, ALL_COUNTED_BYTES
    if draws.trials <= EXACT_TRIALS:
        row_bytes, most = 8 * draws.trials, KEPT_BYTES
    batch: list[Wanted] = []
    size = 0
    for item in wanted:
        own = row_bytes * len(item.columns)
        if batch and size + own > most:
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += own
    yield batch
