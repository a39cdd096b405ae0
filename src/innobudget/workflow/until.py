"""Simulate with as many trials as a precision needs."""

from dataclasses import dataclass, replace
from functools import partial

from innobudget.domain.scenario import Scenario
from innobudget.engine.measures.precision import booked_met_error
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.work import Progress, Work
from innobudget.errors import InputError, Problem, where
from innobudget.messages import say

FIRST_TRIALS = 2**12
MOST_TRIALS = 2**27
OPTION = where(say("command line"), option="--precision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How sure the answer is to be."""

    precision: float
    """Standard error of the probability that the booked savings hold over the budget period."""
    most: int = MOST_TRIALS
    """Trials that may be spent on it at most."""


def simulate_until(scenario: Scenario, wish: Wish, work: Work) -> Simulation:
    """Simulate, doubling the trials until the answer is sure enough.

    Every run begins with the trials of the one before where draws keep their places.

    Raises
    ------
    InputError
        Where nothing is booked, so that there is no such probability, and with every fault of
        the scenario.

    """
    trials, spent, needed = min(FIRST_TRIALS, wish.most), 0, float(wish.most)
    while True:
        told = partial(_tell, work.progress, (spent, trials, 2 * needed))
        found = simulate(scenario, trials=trials, work=replace(work, progress=told))
        error = booked_met_error(found.ledger)
        if error is None:
            raise InputError([_NOTHING_BOOKED])
        if error <= wish.precision:
            return found
        if trials == wish.most:
            return _doubted(found, error, wish)
        needed = min(trials * (error / wish.precision) ** 2, wish.most)
        spent += trials
        trials = min(2 * trials, wish.most)


def _tell(progress: Progress | None, trials: tuple[int, int, float], share: float) -> None:
    """Tell the share of all trials that is done, of which there are as many as now seems."""
    if progress is not None:
        before, now, all_of_them = trials
        progress(min(1.0, (before + share * now) / all_of_them))


_NOTHING_BOOKED = Problem(
    code="nothing-booked",
    place=OPTION,
    found=say("nothing is booked in the budget period"),
    expected=say("a booking, since the precision is that of the probability that bookings hold"),
    remedy=say("say how many trials with --trials instead"),
)


def _doubted(found: Simulation, error: float, wish: Wish) -> Simulation:
    doubt = Problem(
        code="precision-not-reached",
        place=OPTION,
        found=say(
            "a standard error of {error:.2n} after {most:,} trials", error=error, most=wish.most
        ),
        expected=say("at most {precision:g}", precision=wish.precision),
        remedy=say("ask for less, or allow more trials with --trials"),
    )
    scenario = replace(found.scenario, doubts=(*found.scenario.doubts, doubt))
    return replace(found, scenario=scenario)
