"""Faults of a follow-up: facts that cannot be, or that say nothing."""

from collections.abc import Iterator
from dataclasses import fields

from innobudget.domain.checks.known import check_course
from innobudget.domain.checks.places import IN_FILES, Keys
from innobudget.domain.checks.values import year_within
from innobudget.domain.facts import BESIDE, KINDS, Fact, Followup
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import stage_number
from innobudget.domain.scenario import Horizon, Scenario
from innobudget.errors import Problem, nearest
from innobudget.messages import Text, say, write

ALWAYS = frozenset({"on", "source"})
SAME = ("base_year", "horizon", "currency")
"""What a follow-up cannot change: years and amounts are set beside those adopted."""


def check_facts(scenario: Scenario) -> Iterator[Problem]:
    """Yield every fault of a scenario's follow-up."""
    followup = scenario.followup
    if followup is None:
        yield from _idle(scenario)
        return
    yield from _dates_of(scenario.horizon, followup)
    if scenario.adopted is not None:
        yield from _changed_since(scenario, scenario.adopted)
    for number, investment in enumerate(scenario.investments):
        keys: Keys = ("investment", number)
        faults = list(_each(scenario, followup, investment, keys))
        yield from faults or check_course(scenario, investment, keys)


def _idle(scenario: Scenario) -> Iterator[Problem]:
    """Find what only a follow-up has a use for."""
    for number, investment in enumerate(scenario.investments):
        for name in ("facts", "rebooked", "owner_estimate"):
            if getattr(investment, name):
                key = IN_FILES.get(name, name)
                yield Problem(
                    code="facts-without-followup",
                    path=("investment", number, key),
                    found=say("{key}, and no [followup]", key=key),
                    expected=say("a [followup] that says as of which date"),
                    remedy=say("add [followup] with as_of = …"),
                )


def _dates_of(horizon: Horizon, followup: Followup) -> Iterator[Problem]:
    if followup.as_of.year not in horizon:
        yield Problem(
            code="followup-date",
            path=("followup", "as_of"),
            found=f"{followup.as_of}",
            expected=say(
                "a day from {base_year} to {last_year}",
                base_year=horizon.base_year,
                last_year=horizon.last_year,
            ),
            remedy=say("correct the date, or the years of the scenario"),
        )
        return
    first = followup.as_of.year + (followup.as_of.timetuple().tm_yday > 1)
    last = horizon.last_year + 1
    if followup.next_budget is not None and not first <= followup.next_budget <= last:
        yield Problem(
            code="followup-date",
            path=("followup", "next_budget"),
            found=f"{followup.next_budget}",
            expected=say(
                "a year that has not begun, from {first} to {last}", first=first, last=last
            ),
            remedy=say("write the first year whose budget is not adopted yet"),
        )


def _changed_since(scenario: Scenario, adopted: Scenario) -> Iterator[Problem]:
    """Find years, a currency and cases that are not as in the budget that is followed up."""
    for key in SAME:
        own, before = (getattr(of.assumptions, key) for of in (scenario, adopted))
        if own != before:
            yield Problem(
                code="followup-years",
                path=("scenario", key),
                found=say(
                    "{key} = {own}, and {before} as adopted", key=key, own=own, before=before
                ),
                expected=say("the years and the currency of the budget that is followed up"),
                remedy=say("write {key} as it was adopted, {before}", key=key, before=before),
            )
    was_on = {item.id for item in adopted.enabled}
    for number, item in enumerate(scenario.investments):
        if item.id in was_on and not item.enabled:
            yield Problem(
                code="case-switched-off",
                path=("investment", number, "enabled"),
                found=say("enabled = false, which says that the case never was in the budget"),
                expected=say("a case that was adopted: its booking stays, and its hole is seen"),
                remedy=say(
                    "take the line away; a case that was stopped is an [[investment.fact]] with "
                    "stage = … and passed = false"
                ),
            )


def _each(
    scenario: Scenario, followup: Followup, investment: Investment, keys: Keys
) -> Iterator[Problem]:
    for position, fact in enumerate(investment.facts):
        at: Keys = (*keys, "fact", position)
        if not investment.enabled:
            yield Problem(
                code="fact-not-enabled",
                path=at,
                found=say("a fact about a case with enabled = false"),
                expected=say("facts about cases that are in the budget"),
                remedy=say("take the fact away, or write enabled = true"),
            )
            return
        faults = list(_form(fact, at)) or list(_known_names(investment, fact, at))
        yield from faults or _dates(scenario, followup, fact, at)


def _form(fact: Fact, at: Keys) -> Iterator[Problem]:
    """Find facts that tell nothing, two things, or something by halves."""
    if len(fact.kinds) != 1:
        told = [*fact.kinds]
        yield _wrong_form(
            at,
            say("{told}: two things in one fact", told=told) if told else say("no such key"),
            say("one of: {kinds}", kinds=[*KINDS]),
            say("write a fact of its own for each") if told else say("say what happened"),
        )
        return
    kind = fact.kind
    needed, allowed = KINDS[kind], {kind, *KINDS[kind], *BESIDE.get(kind, ()), *ALWAYS}
    given = {item.name for item in fields(fact) if getattr(fact, item.name) not in {None, ""}} - (
        {"to_date"} if not fact.to_date else set()
    )
    for key in sorted(needed - given):
        yield _wrong_form(
            at,
            say("{kind} without {key}", kind=kind, key=key),
            say("{kind} together with {keys}", kind=kind, keys=sorted(needed)),
            say("add {key} = …", key=key),
        )
    for key in sorted(given - allowed):
        yield _wrong_form(
            (*at, key),
            say("{key} beside {kind}", key=key, kind=kind),
            say("only: {keys}", keys=sorted(allowed)),
            say("take {key} away", key=key),
        )
    if fact.begun is True:
        yield _wrong_form(
            (*at, "begun"),
            "true",
            say("the first year in which the effect shows, or false: not yet"),
            write(f"begun = {fact.on.year}"),
        )
    if fact.interval is not None and fact.interval[0] > fact.interval[1]:
        low, high = fact.interval
        yield _wrong_form(
            (*at, "interval"),
            f"[{low:g}, {high:g}]",
            say("lowest, highest"),
            write(f"interval = [{high:g}, {low:g}]"),
        )


def _wrong_form(at: Keys, found: str, expected: Text, remedy: Text) -> Problem:
    return Problem(code="fact-form", path=at, found=found, expected=expected, remedy=remedy)


def _known_names(investment: Investment, fact: Fact, at: Keys) -> Iterator[Problem]:
    """Find stages and indicators that the case has not."""
    if fact.kind == "stage" and stage_number(investment.stages, fact.stage) < 0:
        names = [stage.name for stage in investment.stages if stage.name]
        near = nearest(str(fact.stage), names)
        count = len(investment.stages)
        yield _unknown((*at, "stage"), fact.stage, [*names, *map(str, range(1, count + 1))], near)
    indicators = [item.indicator for item in investment.quality]
    if fact.kind == "indicator" and fact.indicator not in indicators:
        near = nearest(str(fact.indicator), indicators)
        yield _unknown((*at, "indicator"), fact.indicator, indicators, near)


def _unknown(at: Keys, named: object, known: list[str], near: str | None) -> Problem:
    return Problem(
        code="fact-unknown",
        path=at,
        found=f'"{named}"',
        expected=say("one of: {known}", known=known)
        if known
        else say("an indicator of this case; it has none"),
        remedy=write(f'"{near}"') if near else say("correct the name"),
    )


def _dates(scenario: Scenario, followup: Followup, fact: Fact, at: Keys) -> Iterator[Problem]:
    as_of, horizon, year = followup.as_of, scenario.horizon, fact.year
    if fact.on > as_of:
        yield Problem(
            code="followup-date",
            path=(*at, "on"),
            found=f"{fact.on}",
            expected=say("a day up to as_of, {as_of}", as_of=as_of),
            remedy=say("correct one of the two dates"),
        )
    if fact.kind == "indicator" and fact.on.year not in horizon:
        yield _wrong_year((*at, "on"), f"{fact.on}", say("a day within the years of the scenario"))
    if fact.begun and fact.begun > fact.on.year:
        found = say("begun = {begun}, known on {day}", begun=fact.begun, day=fact.on)
        yield _wrong_year((*at, "begun"), found, say("a year up to that of the day"))
    if year is None:
        return
    told = f"year = {year}"
    if year not in horizon or year > as_of.year:
        within = year_within(horizon.base_year, as_of.year)
        yield _wrong_year((*at, "year"), told, within)
    elif fact.to_date and year != as_of.year:
        expected = say("to_date in the year of as_of, {year}", year=as_of.year)
        yield _wrong_year((*at, "to_date"), told, expected)
    elif fact.kind != "file" and year == as_of.year and followup.part_of(fact) > followup.elapsed:
        expected = say("the amount of a whole year once it has ended, or to_date = true")
        yield _wrong_year((*at, "year"), told, expected)


def _wrong_year(at: Keys, found: str, expected: Text) -> Problem:
    return Problem(
        code="fact-year",
        path=at,
        found=found,
        expected=expected,
        remedy=say("correct the year or the date"),
    )
