"""What happens to an investment: how many stages it passes, how late it is, with what benefit.

In a joint design all of it comes from one uniform number, `ID.course`. Where no driver acts on
it, it is a function of that number alone, and looked up in a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from innobudget.domain.investment import FIELD_OF, Investment
from innobudget.domain.uncertainty import (
    Choice,
    Quantity,
    Uncertain,
    is_certain,
    lower_limit,
)
from innobudget.engine.chance.course_table import UNKNOWN, Chances, State, looked_up, whole_years
from innobudget.engine.chance.dependence import Flags, Places, Uniforms, success_stream
from innobudget.engine.chance.distributions import cumulative, values, values_at
from innobudget.engine.flows import Array

Leaps = Mapping[str, Sequence[float]]
"""At which own draws, between 0 and 1, a quantity leaps, by stream."""
NO_LEAPS: Leaps = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What happens to one investment in some trials."""

    stages: int
    """Number of stages that it has."""
    years: tuple[int, ...]
    """Delays in whole years that it can have, ascending; one where `delay` is given. [years]"""
    state: State
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
        if self.delay is None:
            self._lay(passed, failed, rows)
            return
        undelayed = np.empty((1, rows.shape[1]))
        self._lay(passed, failed, undelayed)
        for lag, row in enumerate(rows):
            np.multiply(undelayed[0], np.maximum(0.0, 1.0 - np.abs(self.delay - lag)), out=row)

    def lay_where_reached(self, amount: Array | float, stages: Sequence[int], rows: Array) -> None:
        """Lay an amount on the row of each of some stages, shape (stage, trial), where reached."""
        for stage, row in zip(stages, rows, strict=True):
            if stage == 0:
                row[:] = amount
            else:
                _times(amount, self.reached(stage), row)

    def years_known(self, known_in: Sequence[int]) -> Array:
        """Return since when it is known how a course ends, shape (trial,). [year of the horizon]

        `known_in` has it by the number of stages passed; where all pass the delay adds to it.
        """
        found = np.repeat(np.array(known_in, dtype=np.float64), len(self.years))
        if self.delay is None:
            found[-len(self.years) :] += self.years
            return found.take(self.state)
        return found.take(self.state) + np.where(self.reached(self.stages), self.delay // 1, 0.0)

    def _lay(self, passed: Array | float, failed: Array | float, rows: Array) -> None:
        """Lay an amount that is late by whole years: all lags at once, in few and long steps."""
        _times(passed, self.state == self._states(self.stages, len(rows)), rows)
        if not (isinstance(failed, float) and failed == 0.0):
            rows += failed * (self.state == self._states(self.stages - 1, len(rows)))

    def _states(self, stages: int, lags: int) -> State:
        """Return the state of so many stages passed and each lag, shape (lag, 1)."""
        first = stages * len(self.years)
        states = [
            first + self.years.index(lag) if lag in self.years and first >= 0 else UNKNOWN
            for lag in range(lags)
        ]
        return np.array(states, dtype=np.uint16)[:, None]


def _times(amount: Array | float, flags: Flags, out: Array) -> None:
    """Write an amount where a flag is set, else 0: flags as numbers first, for half the time."""
    np.copyto(out, flags)
    np.multiply(amount, out, out=out)


def draw_course(investment: Investment, places: Places) -> Course:
    """Draw what happens to an investment in some trials."""
    chances = Chances.of(investment)
    years = whole_years(investment.delay)
    if years is None or not chances.uncertain or not places.free(investment):
        return _course(investment, places)
    state, benefit = looked_up(chances, places.course(investment))
    return Course(stages=len(investment.stages), years=years, state=state, benefit=benefit)


def draws_of_leaps(investment: Investment, places: Places) -> Leaps:
    """Return at which own draws the quantities of an investment leap, by stream.

    A stage does from failing to passing, a choice from a value to the next. What drivers move
    leaps at no draw of its own.
    """
    at: dict[tuple[Quantity, str], Sequence[float]] = {
        ("success", success_stream(investment, number)): (1.0 - stage.success,)
        for number, stage in enumerate(investment.stages)
    }
    for quantity, field in FIELD_OF.items():
        uncertain = getattr(investment, field)
        if isinstance(uncertain, Choice):
            at[quantity, f"{investment.id}.{quantity}"] = cumulative(uncertain)
    return {
        stream: places.leaps(investment, quantity, stream, limits)
        for (quantity, stream), limits in at.items()
    }


def draw_quantity(
    investment: Investment, places: Places, name: Quantity, uncertain: Uncertain
) -> Array | float:
    """Draw one uncertain quantity, shape (trial,); a number where it is certain."""
    if isinstance(uncertain, float | int) or is_certain(uncertain):
        return float(lower_limit(uncertain))
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
    years, delay = whole_years(investment.delay), None
    if years is None:
        years = (0,)
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
