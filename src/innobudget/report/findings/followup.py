"""What a follow-up says: what is expected now, why that has changed, and how cases stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.facts import Fact
from innobudget.domain.followed import Colour, FollowupOutcome, WalkStep
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import KnownCourse, first_year, known_from
from innobudget.domain.results import Results
from innobudget.messages import Text
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller
from innobudget.report.words import followup as words
from innobudget.report.words.numbers import day

LEVELS = frozenset({"booked", "adopted", "forecast", "realised", "expected"})
"""Steps of a walk that no cause has."""
MOST = 0.5
"""From which share of a change on one cause is most of it."""
TENTH = 0.1


LOWERING = (
    words.STOPPED,
    words.FAILED,
    words.NOT_BEGUN,
    words.LATE,
    words.LATE_ONE,
    words.SAVES_LESS,
    words.SAVES_LESS_OR_LATER,
    words.COSTS,
)
RAISING = (words.SAVES_MORE, words.SAVES_MORE_OR_SOONER, words.ON_TIME, words.PASSED, words.COSTS)
"""What can lower and raise an expectation, what tells most first."""
NEARLY = 0.8
"""Of the largest lost room: the first year that has as much is told."""


class Cause(NamedTuple):
    """One step of one case's walk."""

    case: str
    """Id of the investment."""
    step: str
    """A date, or `assumptions`."""
    amount: float
    """How much it changes the saving of the budget period. [currency]"""


def followed(results: Results) -> FollowupOutcome:
    """Return what was followed up of results that have a follow-up."""
    if results.followup is None:
        raise ValueError(results.scenario.assumptions.name)
    return results.followup


def changed(results: Results) -> float:
    """Return by how much the expectation of the budget period has changed. [currency]"""
    return sum(step.amount for step in followed(results).walk if step.step not in LEVELS)


def causes(results: Results) -> list[Cause]:
    """Return every step of every case, the largest first."""
    found = [
        Cause(outcome.id, step.step, step.amount)
        for outcome, case in zip(results.investments, followed(results).cases, strict=True)
        for step in case.walk
        if step.step not in LEVELS
    ]
    return sorted(found, key=lambda cause: -abs(cause.amount))


def main_cause(results: Results) -> Cause | None:
    """Return the largest step that goes the way of the whole change; None: nothing changed."""
    whole = changed(results)
    return next((cause for cause in causes(results) if cause.amount * whole > 0), None)


def _moved(results: Results) -> tuple[float, float]:
    walk = followed(results).walk
    return walk[0].amount + walk[1].amount, _level(walk, "forecast")


def _level(walk: Sequence[WalkStep], name: str) -> float:
    return next(step.amount for step in walk if step.step == name)


def _percentiles(results: Results) -> list[float]:
    """Return where in their ranges the amounts and indicators lay that are known."""
    unsized = (".delay", ".success")
    return [
        fact.percentile
        for fact in followed(results).facts
        if fact.percentile is not None and fact.quantity is not None
        if not any(part in fact.quantity for part in unsized)
    ]


CHANGED = (
    Saying(words.FALLEN, lambda r: changed(r) < 0),
    Saying(words.RISEN, lambda r: changed(r) > 0),
    Saying(words.AS_BEFORE, lambda r: changed(r) == 0),
)
CAUSED = (
    Saying(
        words.MOST_OF_IT,
        lambda r: bool((main := main_cause(r)) and main.amount / changed(r) >= MOST),
    ),
    Saying(words.LARGEST, lambda r: main_cause(r) is not None),
)
SURPRISED = (
    Saying(words.LOW, lambda r: bool(at := _percentiles(r)) and max(at) <= TENTH),
    Saying(words.HIGH, lambda r: bool(at := _percentiles(r)) and min(at) >= 1 - TENTH),
    Saying(words.RECORD_OF_ONE, lambda r: len(_percentiles(r)) == 1),
    Saying(words.RECORD, lambda r: bool(_percentiles(r))),
)


def expectation(teller: Teller) -> Finding:
    """Say how the expectation of the budget period has changed, and mostly why."""
    results = teller.results
    before, now = _moved(results)
    booked = sum(results.portfolio.plan.booked[: results.scenario.horizon.period])
    scale = teller.scale((before, now, booked))
    main = main_cause(results)
    return teller.find(
        CHANGED,
        CAUSED,
        period=teller.period,
        adopted=teller.brief(before, scale),
        now=scale.told(now),
        booked=teller.brief(booked, scale),
        cause="" if main is None else cause_told(teller, main),
    )


def surprise(teller: Teller) -> str:
    """Say where in their ranges the facts lay; nothing where there are none on amounts."""
    at = _percentiles(teller.results)
    said = next((one for one in SURPRISED if one.claim(teller.results)), None)
    inside = sum(TENTH <= one <= 1 - TENTH for one in at)
    return "" if said is None else teller.say(said.phrase, count=len(at), inside=inside)


def stopped(teller: Teller) -> Iterator[str]:
    """Say which cases were stopped in time, and what was not spent."""
    for outcome, case in zip(
        teller.results.investments, followed(teller.results).cases, strict=True
    ):
        if case.colour == "blue":
            money = teller.money(case.avoided_outlay or 0.0)
            yield teller.say(words.STOPPED_IN_TIME, case=teller.name(outcome.id), outlay=money)


def lost(teller: Teller) -> str:
    """Say how much booked saving is given up; nothing where none is, or nothing is said of it."""
    found, horizon = followed(teller.results), teller.results.scenario.horizon
    if found.lost_room is None:
        return ""
    largest = max(room.mean for room in found.lost_room)
    if largest <= HALF_AN_ORE:
        return ""
    year, room = next(
        (year, room)
        for year, room in zip(horizon.years, found.lost_room, strict=True)
        if room.mean >= NEARLY * largest
    )
    money = teller.money(room.mean)
    return teller.say(words.LOST, year=year, lost=money, most=teller.money(room.p90))


def heading(teller: Teller) -> str:
    """Say as of when, and how many cases have which colour."""
    found = followed(teller.results)
    counts: Counter[Colour] = Counter(case.colour for case in found.cases)
    cases = [
        teller.say(words.COUNTED[colour], count=counts[colour])
        for colour in get_args(Colour)
        if counts[colour]
    ]
    told = day(found.as_of, teller.language)
    return teller.say(words.AS_OF, day=told, cases=", ".join(cases))


def cause_told(teller: Teller, cause: Cause) -> str:
    """Say what a step of a case was."""
    scenario = teller.results.scenario
    own = next(item for item in scenario.enabled if item.id == cause.case)
    outcome = next(item for item in teller.results.investments if item.id == cause.case)
    phrase, late = _phrase(own, cause)
    return teller.say(phrase, case=teller.name(outcome.id), late=late)


def _phrase(own: Investment, cause: Cause) -> tuple[Text, int]:
    """Return what happened to a case at a step, what weighs most first."""
    if cause.step == "assumptions":
        return words.ASSUMED, 0
    course = KnownCourse(investment=own)
    facts = [fact for fact in course.facts if f"{known_from(course, fact)}" == cause.step]
    told = [found for fact in facts if (found := _of_fact(course, fact, cause.amount))]
    order = LOWERING if cause.amount < 0 else RAISING
    return min(
        (found for found in told if found[0] in order),
        key=lambda found: order.index(found[0]),
        default=(words.MOVED, 0),
    )


def _of_fact(course: KnownCourse, fact: Fact, amount: float) -> tuple[Text, int]:
    match fact.kind:
        case "stage" if fact.passed is False:
            last = course.stage_of(fact) == len(course.passed) - 1
            return (words.FAILED if last else words.STOPPED), 0
        case "stage":
            return words.PASSED, 0
        case "begun":
            late = int(fact.begun or 0) - (first_year(course.investment) or 0)
            phrase = words.LATE if late > 1 else words.LATE_ONE if late == 1 else words.ON_TIME
            return (phrase if fact.begun else words.NOT_BEGUN), late
        case "outlay" | "capital_outlay" | "disruption":
            return words.COSTS, 0
    if course.has_one_delay:
        return (words.SAVES_LESS if amount < 0 else words.SAVES_MORE), 0
    return (words.SAVES_LESS_OR_LATER if amount < 0 else words.SAVES_MORE_OR_SOONER), 0
