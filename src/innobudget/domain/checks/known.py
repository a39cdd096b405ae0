"""Facts of one investment beside each other and its plan: what contradicts, and what is early."""

from collections import Counter
from collections.abc import Iterator
from math import floor, fsum

from innobudget.domain.checks.places import Keys
from innobudget.domain.facts import AMOUNT_KEYS, AMOUNT_NAMES, Fact
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import KnownCourse, first_year, is_known
from innobudget.domain.planned import planned_saving
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity, lower_limit
from innobudget.errors import Problem
from innobudget.messages import Text, say

NOT_ITS_OWN = 1e-12
"""Below this nothing of a quantity is its own: the drivers say it all."""


def check_course(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Yield what facts of one investment, each right by itself, are at odds over."""
    course = KnownCourse(investment=investment)
    at = {id(fact): (*keys, "fact", number) for number, fact in enumerate(investment.facts)}
    yield from _twice(course, at)
    yield from _stages(course, at)
    yield from _start(course, at)
    yield from _money_out(course, at)
    yield from _effect(course, at)
    yield from _driven(scenario, course, at)


Places = dict[int, Keys]
"""Path of each fact, by its identity."""


def _twice(course: KnownCourse, at: Places) -> Iterator[Problem]:
    seen: Counter[tuple[str, object]] = Counter()
    for fact in course.investment.facts:
        key = (fact.kind, course.stage_of(fact) if fact.kind == "stage" else fact.year)
        seen[key] += fact.kind == "stage" or fact.kind in AMOUNT_KEYS
        if seen[key] == 2:
            yield Problem(
                code="fact-twice",
                path=at[id(fact)],
                found=say("a second result of this stage")
                if fact.kind == "stage"
                else say("a second {kind} of {year}", kind=fact.kind, year=fact.year),
                expected=say("one fact for each"),
                remedy=say("keep the later one; source may name both"),
            )


def _stages(course: KnownCourse, at: Places) -> Iterator[Problem]:
    stages = course.of_kind("stage")
    stopped = [course.stage_of(fact) for fact in stages if fact.passed is False]
    for fact in stages:
        number = course.stage_of(fact)
        if any(earlier < number for earlier in stopped):
            yield Problem(
                code="fact-order",
                path=at[id(fact)],
                found=say("a result of stage {number}", number=number + 1),
                expected=say("none after stage {stopped} stopped it", stopped=min(stopped) + 1),
                remedy=say("correct one of the two facts"),
            )
        success = course.investment.stages[number].success
        if success == (0.0 if fact.passed else 1.0):
            held = say("success = {success:g}: it was held to be certain", success=success)
            yield _against((*at[id(fact)], "passed"), str(fact.passed).lower(), held)


def _start(course: KnownCourse, at: Places) -> Iterator[Problem]:
    first, delay = first_year(course.investment), course.investment.delay
    for fact in course.of_kind("begun"):
        path = (*at[id(fact)], "begun")
        told = str(fact.begun).lower()
        if first is None:
            yield _against(path, told, say("no effect that could begin"))
        elif is_known(delay):
            low, high = course.delay_limits(fact)
            if not low <= lower_limit(delay) < high:
                year = first + floor(lower_limit(delay))
                held = say("the effect from {year} on, a certain delay", year=year)
                yield _against(path, told, held)


def _against(path: Keys, found: str, held: Text) -> Problem:
    return Problem(
        code="fact-against-plan",
        path=path,
        found=found,
        expected=held,
        remedy=say("correct the fact, or let the scenario say how uncertain it was"),
    )


def _money_out(course: KnownCourse, at: Places) -> Iterator[Problem]:
    for kind in ("outlay", "capital_outlay", "disruption"):
        for fact in course.of_kind(kind):
            planned = [
                (number, getattr(stage, kind).get(fact.year, 0.0))
                for number, stage in enumerate(course.investment.stages)
            ]
            unknown = [n for n, amount in planned if amount and course.reached(n) is None]
            spent = fsum(amount for number, amount in planned if course.reached(number))
            path = (*at[id(fact)], kind)
            if unknown:
                yield _too_early(
                    path, kind, say("a fact before it, stage {n} passed", n=unknown[0])
                )
            elif not spent:
                told = say("{amount:,.0f}", amount=fact.amount)
                planned_none = say("none in {year}, in the stages reached", year=fact.year)
                yield _against(path, told, planned_none)


def _effect(course: KnownCourse, at: Places) -> Iterator[Problem]:
    for fact in (*course.of_kind("saving"), *course.of_kind("indicator")):
        path, year = (*at[id(fact)], fact.kind), fact.year or fact.on.year
        if course.ending is None:
            last = len(course.passed)
            yield _too_early(path, fact.kind, say("a fact whether stage {n} passed", n=last))
        elif course.ending != "stopped" and not course.is_timed:
            yield _too_early(path, fact.kind, say("a fact that says in which year it has begun"))
        elif course.ending != "stopped" and course.begun and year < course.begun:
            yield Problem(
                code="fact-order",
                path=path,
                found=say("{kind} of {year}", kind=fact.kind, year=year),
                expected=say("none before begun = {begun}", begun=course.begun),
                remedy=say("correct one of the two facts"),
            )


def _too_early(path: Keys, kind: str, expected: Text) -> Problem:
    return Problem(
        code="fact-order",
        path=path,
        found=say("{kind}, of which nothing can be known yet", kind=kind),
        expected=expected,
        remedy=say("add that fact, or leave this one out until then"),
    )


def _driven(scenario: Scenario, course: KnownCourse, at: Places) -> Iterator[Problem]:
    """Find facts on quantities of which drivers say all: nothing could give way."""
    for fact in course.facts:
        for quantity in _bounded(course, fact):
            found = scenario.loads(course.investment, quantity)
            if 1 - fsum(load**2 for load in found.values()) < NOT_ITS_OWN:
                yield Problem(
                    code="fact-driven",
                    path=at[id(fact)],
                    found=say("a fact on {quantity}, of which drivers say all", quantity=quantity),
                    expected=say("loads whose squares add up to less than 1"),
                    remedy=say("lower a load on {quantity}", quantity=quantity),
                )


def _bounded(course: KnownCourse, fact: Fact) -> Iterator[Quantity]:
    benefit: Quantity = "failure" if course.ending == "failed" else "benefit"
    quantities: dict[str, Quantity] = {
        "stage": "success",
        "begun": "delay",
        "saving": benefit,
        "indicator": benefit,
        "outlay": "cost",
        "capital_outlay": "cost",
        "disruption": "disruption",
    }
    if fact.kind in quantities:
        yield quantities[fact.kind]
    elif fact.quantity is not None:
        yield fact.quantity


def missing_actuals(scenario: Scenario) -> Iterator[Problem]:
    """Doubt past years with a plan and no actual: they are simulated, given what is known."""
    if scenario.followup is None:
        return
    past = range(scenario.horizon.base_year, scenario.followup.as_of.year)
    for number, investment in enumerate(scenario.investments):
        known = {(fact.kind, fact.year) for fact in investment.facts}
        missing = [
            say("{kind} of {year}", kind=AMOUNT_NAMES[kind], year=year)
            for year in past
            for kind in _planned(scenario, investment, year)
            if (kind, year) not in known
        ]
        if missing and investment.enabled:
            yield Problem(
                code="missing-actual",
                path=("investment", number),
                found=say("no actual {missing}", missing=missing),
                expected=say("what has come of each planned amount of a year that has ended"),
                remedy=say("add an [[investment.fact]] for each; until then they are simulated"),
            )


def _planned(scenario: Scenario, investment: Investment, year: int) -> Iterator[str]:
    """Yield what is planned of an investment in a year, as far as it can have happened."""
    course = KnownCourse(investment=investment)
    stages = [
        stage
        for number, stage in enumerate(investment.stages)
        if course.reached(number) is not False
    ]
    for kind in AMOUNT_KEYS[1:]:
        if any(getattr(stage, kind).get(year) for stage in stages):
            yield kind
    ended = course.ending in {"stopped", "failed"} or (course.begun or year) > year
    waits = any(fact.begun is False and fact.on.year > year for fact in course.of_kind("begun"))
    if not ended and not waits and planned_saving(scenario, investment)[year]:
        yield "saving"
