"""What happens to an investment: how many stages it passes, how late it is, with what benefit.

In a joint design all of it comes from one uniform number, `ID.course`. Where no driver acts on
it, it is a function of that number alone, and looked up in a table: straight lines between
nodes, and exactly in the few cells where that would be too coarse.
"""

from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.investment import Investment, Stage
from innobudget.domain.uncertainty import Choice, Quantity, Uncertain
from innobudget.engine.chance.dependence import Flags, Places, Uniforms, success_stream
from innobudget.engine.chance.distributions import (
    certain_value,
    cumulative,
    is_certain,
    steps,
    values,
    values_at,
)
from innobudget.engine.flows import Array

CELLS = 4096
COARSE = 1e-5
"""How far a straight line may be off in the middle of a cell, as a share of the distance from
the first to the ninth tenth of the benefit."""
UNKNOWN = 2**16 - 1
"""Stands for the state of a cell that must be looked at exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What happens to one investment in some trials."""

    stages: int
    """Number of stages that it has."""
    years: NDArray[np.intp]
    """Delays in whole years that it can have, ascending; one where `delay` is given. [years]"""
    state: NDArray[np.uint16]
    """Stages passed times the number of `years`, plus the position of the delay among them.

    Shape (trial,).
    """
    benefit: Array | float
    """Benefit factor, of use where every stage passed, shape (trial,)."""
    delay: Array | float | None = None
    """A delay that may end within a year, shape (trial,); None: one of `years`. [years]"""

    def reached(self, stage: int) -> Flags:
        """Say in which trials a stage is reached, counted from 0; past the last: all passed."""
        return self.state >= stage * len(self.years)

    def lay(self, passed: Array | float, failed: Array | float, rows: Array) -> None:
        """Lay an amount on the rows of its lag, shape (lag, trial).

        Parameters
        ----------
        passed
            The amount where every stage passed.
        failed
            The amount where the last stage was reached and failed; 0.0: nothing.
        rows
            `amount * max(0, 1 - |T - n|)` for each lag n, whatever stood there before.

        """
        if self.delay is not None:
            amount = np.zeros(rows.shape[1])
            self._add(passed, failed, 0, amount)
            for lag, row in enumerate(rows):
                np.multiply(amount, np.maximum(0.0, 1.0 - np.abs(self.delay - lag)), out=row)
            return
        rows[:] = 0.0
        for position, year in enumerate(self.years):
            if year < len(rows):
                self._add(passed, failed, position, rows[year])

    def _add(self, passed: Array | float, failed: Array | float, position: int, row: Array) -> None:
        last = self.stages * len(self.years) + position
        np.multiply(passed, self.state == last, out=row)
        if not (isinstance(failed, float) and failed == 0.0):
            row += failed * (self.state == last - len(self.years))


def draw_course(investment: Investment, places: Places) -> Course:
    """Draw what happens to an investment in some trials."""
    chances = _Chances(
        successes=tuple(stage.success for stage in investment.stages),
        delay=investment.delay,
        benefit=investment.benefit_factor,
    )
    if chances.fit_a_table and places.free(investment):
        return _looked_up(chances, places.course(investment))
    return _course(investment, places)


def draw_quantity(
    investment: Investment, places: Places, name: Quantity, uncertain: Uncertain
) -> Array | float:
    """Draw one uncertain quantity, shape (trial,); a number where it is certain."""
    if isinstance(uncertain, float | int) or is_certain(uncertain):
        return float(certain_value(uncertain))
    place = places.place(investment, name)
    if isinstance(place, Uniforms):
        return values_at(uncertain, place.values)
    return values(uncertain, place.values)


def _course(investment: Investment, places: Places) -> Course:
    """Draw stage by stage, then the delay, then the benefit."""
    passed, state = np.ones(places.count, dtype=bool), np.zeros(places.count, dtype=np.uint16)
    for number, stage in enumerate(investment.stages):
        if stage.success <= 0:
            break
        if stage.success < 1:
            stream = success_stream(investment, number)
            (passes,) = places.above(investment, "success", stream, (1.0 - stage.success,))
            passed = passed & passes
        state += passed
    years, delay = _whole_years(investment.delay), None
    if years is None:
        years = np.zeros(1, dtype=np.intp)
        delay = draw_quantity(investment, places, "delay", investment.delay)
    state *= len(years)
    if len(years) > 1 and isinstance(investment.delay, Choice):
        limits = cumulative(investment.delay)
        for longer in places.above(investment, "delay", f"{investment.id}.delay", limits):
            state += longer
    return Course(
        stages=len(investment.stages),
        years=years,
        state=state,
        benefit=draw_quantity(investment, places, "benefit", investment.benefit_factor),
        delay=delay,
    )


@lru_cache(maxsize=1024)
def _whole_years(delay: Uncertain) -> NDArray[np.intp] | None:
    """Return the delays that can occur, where all are whole years."""
    if is_certain(delay):
        years = np.array([certain_value(delay)])
    elif isinstance(delay, Choice):
        years, _ = steps(delay)
    else:
        return None
    whole = years.astype(np.intp)
    return whole if (whole == years).all() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chances:
    """All that a course without drivers depends on."""

    successes: tuple[float, ...]
    delay: Uncertain
    benefit: Uncertain

    @property
    def fit_a_table(self) -> bool:
        """Whether anything is uncertain, and the delay has a few values only."""
        uncertain = any(0 < success < 1 for success in self.successes) or not (
            is_certain(self.delay) and is_certain(self.benefit)
        )
        return uncertain and _whole_years(self.delay) is not None

    def course(self, uniforms: Array) -> Course:
        """Return what happens at given draws of the course."""
        investment = Investment(
            id="any",
            stages=tuple(Stage(success=success) for success in self.successes),
            delay=self.delay,
            benefit_factor=self.benefit,
            effects=(),
        )
        return _course(investment, Places.at(uniforms))


def _looked_up(chances: _Chances, uniforms: Array) -> Course:
    states, nodes, rises = _table(chances)
    position = uniforms * CELLS
    cell = position.astype(np.intp)
    position -= cell
    take = partial(np.take, indices=cell, mode="clip")
    state = take(states)
    benefit = take(rises)
    benefit *= position
    benefit += take(nodes)
    unknown = np.flatnonzero(state == UNKNOWN)
    found = chances.course(uniforms[unknown])
    state[unknown], benefit[unknown] = found.state, found.benefit
    return Course(stages=found.stages, years=found.years, state=state, benefit=benefit)


@lru_cache(maxsize=1024)
def _table(chances: _Chances) -> tuple[NDArray[np.uint16], Array, Array]:
    """Return state, benefit and its rise of cells of equal width between 0 and 1."""
    edges = np.arange(CELLS + 1) / CELLS
    inside = 2.0**-40
    first, middle, last = (
        chances.course(at)
        for at in (edges[:-1] + inside, edges[:-1] + 0.5 / CELLS, edges[1:] - inside)
    )
    nodes, ends = (np.broadcast_to(part.benefit, CELLS) for part in (first, last))
    low, high = _tenths(chances.benefit)
    off = np.abs(middle.benefit - (nodes + ends) / 2)
    coarse = first.reached(first.stages) & (off > COARSE * (high - low))
    known = (first.state == last.state) & ~coarse
    return np.where(known, first.state, np.uint16(UNKNOWN)), nodes.copy(), ends - nodes


def _tenths(quantity: Uncertain) -> tuple[float, float]:
    """Return the values below which one tenth and nine tenths lie."""
    if isinstance(quantity, float | int) or is_certain(quantity):
        return certain_value(quantity), certain_value(quantity)
    low, high = values_at(quantity, np.array([0.1, 0.9]))
    return float(low), float(high)
