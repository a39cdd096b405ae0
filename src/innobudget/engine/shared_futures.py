"""The draws of several scenarios that meet the same futures."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.flows import Drawn


class Source(NamedTuple):
    """Where the weights of an investment come from, of one scenario or of several."""

    scenario: int
    """Position of the scenario that draws them."""
    plan: int
    """Position of the investment among its plans."""


class SharedFutures:
    """The same trials for several scenarios; weights that two of them share are drawn once."""

    def __init__(self, each: Sequence[Draws]) -> None:
        """Find out which investments share their weights."""
        self._each = tuple(each)
        self._decided: list[tuple[object, ...]] = []
        self.sources: list[Source] = []
        """Where the weights of each member come from."""
        self.members = tuple(
            tuple(self._number(Source(scenario, plan)) for plan in range(len(draws.plans)))
            for scenario, draws in enumerate(each)
        )
        """Per scenario: which member each investment is, in the order of its plans."""

    @property
    def trials(self) -> int:
        """Number of possible futures."""
        return self._each[0].trials

    @property
    def tile(self) -> int:
        """Number of trials that are drawn together."""
        return self._each[0].tile

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""
        return self._each[0].tiles

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""
        return self._each[0].sampling

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""
        return self._each[0].stretch(tile)

    def weights(self, tile: int, members: Sequence[int], *, room: Drawn | None = None) -> Drawn:
        """Draw the weights of some members in the trials of a tile: see `Futures`."""
        sources = [self.sources[member] for member in members]
        drawn = {
            scenario: self._each[scenario].weights(
                tile, [source.plan for source in sources if source.scenario == scenario]
            )
            for scenario in sorted({source.scenario for source in sources})
        }
        rows = [drawn[source.scenario].of(source.plan) for source in sources]
        ends = accumulate(map(len, rows), initial=0)
        places = {
            member: slice(*pair) for member, pair in zip(members, pairwise(ends), strict=True)
        }
        out = None if room is None else room.first(rows[0].shape[1]).rows
        return Drawn(rows=np.concatenate(rows, out=out), places=places)

    def size(self, member: int) -> int:
        """Return the length of a member's weight axis."""
        scenario, plan = self.sources[member]
        return len(self._each[scenario].plans[plan].weights)

    def _number(self, source: Source) -> int:
        decides = self._each[source.scenario].decided_by(source.plan)
        if decides not in self._decided:
            self._decided.append(decides)
            self.sources.append(source)
        return self._decided.index(decides)
