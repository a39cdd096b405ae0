"""Outcomes collected over all trials, block by block.

Which tiles make a block, and which thread draws it, changes nothing: kept values go to their
places, counts are whole numbers, and sums are merged in tile order.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import add

import numpy as np

from innobudget.engine.columns import ZERO, Outcomes, Positions
from innobudget.engine.counting import Counted, Counts, Grid, Moments
from innobudget.engine.design_effect import Blocks, block_sizes, design_effect
from innobudget.engine.flows import Array
from innobudget.engine.outcome import TILE, Futures
from innobudget.engine.sample import EXACT_TRIALS, Constant, Sample, Values

TILES_PER_BLOCK = 2
PILOT_TILES = 2
KEPT_BYTES = 96_000_000
"""How much one pass may keep; more outcomes take more passes over the same draws."""
TOLERANCE = 0.005
"""Half an øre: amounts closer than this are equal. [currency]"""
TARGET_REACHED = 1 - 1e-9
"""Share of the way to the target from which an indicator has reached it."""

Progress = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the work is cut up; results do not depend on it."""

    threads: int = 1
    """How many blocks are drawn at a time."""
    tiles_per_block: int = TILES_PER_BLOCK
    """How many tiles are drawn between two merges."""
    progress: Progress | None = None
    """Told the share of the work that is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Outcomes to be collected."""

    columns: Outcomes
    """What they are."""
    budgeted_net_period: float = 0.0
    """Below this net effect of the budget period the adopted budget has a hole. [currency]"""
    booked: Array = field(default_factory=lambda: np.zeros(0))
    """Booked saving by year, to be met together with a service target. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted in every trial, beside the values themselves."""

    payback: Counts
    """Trials by position of the payback year; the last: never."""
    holes: int
    """Trials in which the budget period has a hole."""
    hole_weights: Array
    """Sum of every weight over those trials."""
    weights: Array
    """Sum of every weight over all trials."""
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
    """What some tiles add to one `Wanted`."""

    tallies: tuple[Tally, ...]
    """One per tile."""
    moments: tuple[Moments, ...] = ()
    """One per tile; none where values are kept."""
    counts: Counts | None = None
    """By row and bin; None where values are kept."""

    def __add__(self, other: "Piece") -> "Piece":
        """Add further tiles."""
        both = None
        if self.counts is not None and other.counts is not None:
            both = self.counts + other.counts
        return Piece(
            tallies=self.tallies + other.tallies,
            moments=self.moments + other.moments,
            counts=both,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """The outcomes of all trials."""

    columns: Outcomes
    """What they are."""
    samples: tuple[Sample, ...]
    """One per row of the columns."""
    tally: Tally
    """What was counted."""
    trials: int
    """Number of trials."""

    def sample(self, name: str, position: int = 0) -> Sample:
        """Return one outcome in one year of the horizon."""
        row = self.columns.positions[name][position]
        return Constant(value=0.0, count=self.trials) if row == ZERO else self.samples[row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where the values of one `Wanted` go: all of them kept, or counted on grids."""

    wanted: Wanted
    """What is collected."""
    kept: Array | None
    """Shape (row, trial); None: counted."""
    sizes: tuple[int, ...]
    """Of the blocks of trials that tell how sure the figures are."""
    grids: tuple[Grid, ...] = ()
    """One per row where values are counted."""

    def piece(self, draws: Futures, tile: int, weights: Mapping[int, Array]) -> Piece:
        """Take in one tile."""
        stretch = draws.stretch(tile)
        drawn = _joined(self.wanted.columns, weights)
        found = self.wanted.columns.values(drawn)[:, : stretch.stop - stretch.start]
        tallies = (_tally(self.wanted, found, drawn[:, : found.shape[1]]),)
        if self.kept is not None:
            self.kept[:, stretch] = found
            return Piece(tallies=tallies)
        counts = [grid.counts(row) for grid, row in zip(self.grids, found, strict=True)]
        return Piece(tallies=tallies, moments=(Moments.of(found),), counts=np.array(counts))

    def samples(self, piece: Piece, mapper: Callable[..., Iterator[Sample]]) -> tuple[Sample, ...]:
        """Return one sample per row, once all tiles are in."""
        if self.kept is not None:
            return tuple(mapper(partial(Values.of, sizes=self.sizes), self.kept))
        if piece.counts is None or not piece.moments:
            return ()
        moments = reduce(Moments.merged, piece.moments)
        variances = moments.squares / moments.count
        tiles = np.array([tile.mean for tile in piece.moments if tile.count == TILE]).T
        below = np.cumsum(piece.counts, axis=1)
        return tuple(
            Counted(
                grid=self.grids[row],
                below=below[row],
                mean=float(moments.mean[row]),
                variance=float(variance),
                effect=design_effect(
                    Blocks(
                        means=tiles[row],
                        size=TILE,
                        variance=float(variance),
                        trials=moments.count,
                    ),
                    self.sizes,
                ),
            )
            for row, variance in enumerate(variances)
        )


def collect(draws: Futures, wanted: Sequence[Wanted], work: Work) -> Iterator[Collected]:
    """Draw every trial and yield what was wanted, in order, as few passes as memory allows."""
    batches = list(_batches(draws, wanted))
    pool = ThreadPoolExecutor(work.threads) if work.threads > 1 else None
    mapper = map if pool is None else pool.map
    try:
        for number, batch in enumerate(batches):
            stores = _stores(draws, batch)
            pieces: list[Piece] = []
            blocks = range(0, draws.tiles, work.tiles_per_block)
            take = partial(_take_block, draws, stores, work.tiles_per_block)
            for done, found in enumerate(mapper(take, blocks), start=1):
                pieces = list(map(add, pieces, found)) if pieces else found
                if work.progress is not None:
                    work.progress((number + done / len(blocks)) / len(batches))
            for store, piece in zip(stores, pieces, strict=True):
                yield Collected(
                    columns=store.wanted.columns,
                    samples=store.samples(piece, mapper),
                    tally=reduce(add, piece.tallies),
                    trials=draws.trials,
                )
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _take_block(
    draws: Futures, stores: Sequence[Store], tiles_per_block: int, first: int
) -> list[Piece]:
    pieces: list[Piece] = []
    for tile in range(first, min(first + tiles_per_block, draws.tiles)):
        weights = draws.weights(tile, _members(stores))
        found = [store.piece(draws, tile, weights) for store in stores]
        pieces = list(map(add, pieces, found)) if pieces else found
    return pieces


def _stores(draws: Futures, batch: Sequence[Wanted]) -> list[Store]:
    sampling = draws.sampling
    if draws.trials <= EXACT_TRIALS:
        sizes = block_sizes(sampling, draws.trials)
        rooms = [np.empty((len(item.columns), draws.trials)) for item in batch]
        return [
            Store(wanted=item, kept=room, sizes=sizes)
            for item, room in zip(batch, rooms, strict=True)
        ]
    sizes = block_sizes(sampling, draws.trials, TILE)
    empty = [Store(wanted=item, kept=None, sizes=sizes) for item in batch]
    pilot = [draws.weights(tile, _members(empty)) for tile in range(PILOT_TILES)]
    stores = []
    for item in batch:
        found = [item.columns.values(_joined(item.columns, weights)) for weights in pilot]
        grids = tuple(Grid.over(row) for row in np.concatenate(found, axis=1))
        stores.append(Store(wanted=item, kept=None, sizes=sizes, grids=grids))
    return stores


def _tally(wanted: Wanted, found: Array, weights: Array) -> Tally:
    positions = wanted.columns.positions
    if "cumulative_net" not in positions:
        none = np.zeros(0)
        return Tally(
            payback=np.zeros(1, np.int64), holes=0, hole_weights=none, weights=none, both={}
        )
    net = _rows(found, positions["net_period"])[0]
    hole = net < wanted.budgeted_net_period - TOLERANCE
    return Tally(
        payback=_payback(found, positions["cumulative_net"]),
        holes=int(hole.sum()),
        hole_weights=weights @ hole.astype(np.float64),
        weights=weights.sum(axis=1),
        both=_both(wanted, found),
    )


def _both(wanted: Wanted, found: Array) -> Mapping[str, Counts]:
    columns = wanted.columns
    if not columns.clipped:
        return {}
    saving = _rows(found, columns.positions["saving"])
    met = saving >= wanted.booked[:, None] - TOLERANCE
    return {
        name: np.count_nonzero(
            met & (_rows(found, columns.positions[name]) >= TARGET_REACHED), axis=1
        )
        for name in columns.clipped
    }


def _payback(found: Array, positions: Positions) -> Counts:
    """Count trials by position of the payback year; the last: never."""
    paid = np.ones(found.shape[1], dtype=bool)
    by_then = [0] * len(positions)
    for year in reversed(range(len(positions))):
        if positions[year] != ZERO:
            paid &= found[positions[year]] >= -TOLERANCE
        by_then[year] = int(np.count_nonzero(paid))
    return np.diff([0, *by_then, found.shape[1]])


def _rows(found: Array, positions: Positions) -> Array:
    rows = np.zeros((len(positions), found.shape[1]))
    present = positions != ZERO
    rows[present] = found[positions[present]]
    return rows


def _joined(columns: Outcomes, weights: Mapping[int, Array]) -> Array:
    """Put the weights of the members one after another, shape (weight, trial)."""
    return np.concatenate([weights[member] for member in columns.members])


def _members(stores: Sequence[Store]) -> list[int]:
    return sorted({member for store in stores for member in store.wanted.columns.members})


def _batches(draws: Futures, wanted: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    row_bytes = 8 * (draws.trials if draws.trials <= EXACT_TRIALS else 4 * PILOT_TILES * TILE)
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
