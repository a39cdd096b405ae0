"""Second looks: the same trials once more, for percentiles that bins alone do not tell.

Most amounts need none. One does where a percentile falls among more trials than its rank may be
off by and these are not spread evenly: beside a value that many trials share, or where the
pilot saw too little of a rare cluster. How many values are kept is known beforehand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from innobudget.engine.chance.outcome import Futures
from innobudget.engine.collecting.bins import Binning
from innobudget.engine.collecting.counting import Counted, Span
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.collecting.sample import Held
from innobudget.engine.flows import Array
from innobudget.engine.work import Mapper

LOOKED_AT = 4_000_000
"""Most values that one more pass over the trials keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A span of one amount, to be looked at value by value."""

    item: int
    """Position of its `Wanted`."""
    row: int
    """Its row there."""
    grid: Binning
    """Where its values were counted."""
    span: Span
    """Which of them are wanted."""


def looked_closer(
    draws: Futures,
    batch: Sequence[Wanted],
    samples: Sequence[tuple[Held, ...]],
    tiles_per_block: int,
    mapper: Mapper,
) -> list[tuple[Held, ...]]:
    """Return samples whose quantiles are all as exact as is promised."""
    better = [list(found) for found in samples]
    for looks in _groups(list(_looks(samples))):
        blocks = range(0, draws.tiles, tiles_per_block)
        take = partial(_look, draws, batch, looks, tiles_per_block)
        for look, *parts in zip(looks, *mapper(take, blocks), strict=True):
            sample = better[look.item][look.row]
            assert isinstance(sample, Counted)  # noqa: S101 - only such ask for looks
            values = np.sort(np.concatenate(parts))
            closer = {**sample.closer, look.span.first: values}
            better[look.item][look.row] = replace(sample, closer=closer)
    return list(map(tuple, better))


def _looks(samples: Sequence[tuple[Held, ...]]) -> Iterator[Look]:
    for item, found in enumerate(samples):
        for row, sample in enumerate(found):
            if isinstance(sample, Counted):
                for span in replace(sample).unresolved():  # a copy: what it looks up goes with it
                    yield Look(item=item, row=row, grid=sample.grid, span=span)


def _groups(looks: Sequence[Look]) -> Iterator[list[Look]]:
    group: list[Look] = []
    size = 0
    for look in looks:
        if group and size + len(look.span) > LOOKED_AT:
            yield group
            group, size = [], 0
        group.append(look)
        size += len(look.span)
    if group:
        yield group


def _look(
    draws: Futures, batch: Sequence[Wanted], looks: Sequence[Look], tiles_per_block: int, first: int
) -> list[Array]:
    """Return the values of each look in a block of tiles."""
    wanted = {look.item: batch[look.item].columns for look in looks}
    members = sorted({member for columns in wanted.values() for member in columns.members})
    found: list[list[Array]] = [[] for _ in looks]
    weights = None
    for tile in range(first, min(first + tiles_per_block, draws.tiles)):
        weights = draws.weights(tile, members, room=weights)
        stretch = draws.stretch(tile)
        for item, columns in wanted.items():
            drawn = weights.joined(columns.members)
            rows = np.empty((len(columns), drawn.shape[1]))
            columns.fill(drawn, rows)
            for parts, look in zip(found, looks, strict=True):
                if look.item == item:
                    values = rows[look.row, : stretch.stop - stretch.start]
                    parts.append(look.span.within(look.grid, values))
    return [np.concatenate(parts) for parts in found]
