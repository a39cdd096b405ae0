"""What happens to an investment that no driver moves, as a function of its one uniform.

The range of the uniform is cut into stretches, one for each number of stages passed and each
delay; along a stretch the benefit rises. The function is looked up in a table: straight lines
between nodes, and exactly in the few cells where that would be too coarse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from innobudget.domain.investment import Investment
from innobudget.domain.uncertainty import Choice, Uncertain, is_certain, lower_limit
from innobudget.engine.chance.dependence import LARGEST, SMALLEST
from innobudget.engine.chance.distributions import cumulative, steps, values, values_at
from innobudget.engine.flows import Array

State = NDArray[np.uint16]

CELLS = 8192
COARSE = 1e-5
"""How far a straight line may be off in the middle of a cell, as a share of the distance from
the first to the ninth tenth of the benefit."""
UNKNOWN = 2**16 - 1
"""Stands for the state of a cell that must be looked at exactly; no trial has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """All that a course without drivers depends on."""

    successes: tuple[float, ...]
    """Probability that each stage succeeds once it is reached."""
    delay: Uncertain
    """Delay. [years]"""
    benefit: Uncertain
    """Benefit factor."""

    @classmethod
    def of(cls, investment: Investment) -> "Chances":
        """Take an investment's."""
        return cls(
            successes=tuple(stage.success for stage in investment.stages),
            delay=investment.delay,
            benefit=investment.benefit_factor,
        )

    @property
    def uncertain(self) -> bool:
        """Whether there is anything to draw."""
        certain = is_certain(self.delay) and is_certain(self.benefit)
        return not certain or any(0 < success < 1 for success in self.successes)

    @property
    def delays(self) -> Sequence[float]:
        """Probability of each delay that can occur, ascending by its length."""
        if is_certain(self.delay) or not isinstance(self.delay, Choice):
            return (1.0,)
        return tuple(np.diff([0.0, *cumulative(self.delay), 1.0]))

    @property
    def stages(self) -> Sequence[float]:
        """Probability that exactly so many stages are passed, from none to all."""
        reached = np.cumprod([1.0, *self.successes])
        return tuple(-np.diff([*reached, 0.0]))


@lru_cache(maxsize=1024)
def whole_years(delay: Uncertain) -> tuple[int, ...] | None:
    """Return the delays that can occur, ascending, where all are whole years."""
    if is_certain(delay):
        years = [lower_limit(delay)]
    elif isinstance(delay, Choice):
        years = list(steps(delay)[0])
    else:
        return None
    whole = tuple(map(int, years))
    return whole if list(whole) == years else None


def looked_up(chances: Chances, uniforms: Array) -> tuple[State, Array]:
    """Return state and benefit factor at each uniform: see `course.Course`."""
    states, nodes, rises = _table(chances)
    position = uniforms * CELLS
    whole = np.trunc(position)
    cell = whole.astype(np.intp)
    position -= whole
    state = states.take(cell, mode="clip")
    benefit = rises.take(cell, mode="clip")
    benefit *= position
    benefit += nodes.take(cell, mode="clip")
    unknown = np.flatnonzero(state == UNKNOWN)
    state[unknown], benefit[unknown] = exact(chances, uniforms[unknown])
    return state, benefit


def exact(chances: Chances, uniforms: Array) -> tuple[State, Array]:
    """Return the same by the stretch that each uniform lies in."""
    ends, lengths, states = _stretches(chances)
    number = np.searchsorted(ends[1:-1], uniforms)
    rest = (uniforms - ends.take(number)) / lengths.take(number)
    benefit = chances.benefit
    if isinstance(benefit, float | int) or is_certain(benefit):
        return states.take(number), np.full(len(uniforms), lower_limit(benefit))
    scores = ndtri(np.minimum(np.maximum(rest, SMALLEST), LARGEST))
    return states.take(number), values(benefit, scores)


@lru_cache(maxsize=1024)
def _stretches(chances: Chances) -> tuple[Array, Array, State]:
    """Return where stretches begin and the last ends, how long each is, and its state.

    The best comes last: passed stages and a short delay.
    """
    delays, stages = chances.delays, chances.stages
    lengths = np.outer(stages, delays[::-1]).ravel()
    states = np.add.outer(np.arange(len(stages)) * len(delays), np.arange(len(delays))[::-1])
    there = lengths > 0
    ends = np.cumsum([0.0, *lengths[there]])
    return ends, lengths[there], states.ravel()[there].astype(np.uint16)


@lru_cache(maxsize=256)
def _table(chances: Chances) -> tuple[State, Array, Array]:
    """Return state, benefit and its rise of cells of equal width between 0 and 1."""
    edges = np.arange(CELLS + 1) / CELLS
    inside = 2.0**-40
    middle = edges[:-1] + 0.5 / CELLS
    (first, nodes), (_, halfway), (last, ends) = (
        exact(chances, at) for at in (edges[:-1] + inside, middle, edges[1:] - inside)
    )
    low, high = _tenths(chances.benefit)
    passed = first >= len(chances.successes) * len(chances.delays)
    if isinstance(chances.benefit, Choice):
        coarse = passed & (nodes != ends)
    else:
        coarse = passed & (np.abs(halfway - (nodes + ends) / 2) > COARSE * (high - low))
    known = (first == last) & ~coarse
    return np.where(known, first, np.uint16(UNKNOWN)), nodes, ends - nodes


def _tenths(quantity: Uncertain) -> tuple[float, float]:
    """Return the values below which one tenth and nine tenths lie."""
    if isinstance(quantity, float | int) or is_certain(quantity):
        return lower_limit(quantity), lower_limit(quantity)
    low, high = values_at(quantity, np.array([0.1, 0.9]))
    return float(low), float(high)
