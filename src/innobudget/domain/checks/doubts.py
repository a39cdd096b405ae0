"""What does not stop a run but must be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from innobudget.domain.checks.doubtful_cases import doubtful_case
from innobudget.domain.checks.effects import SIDES, listed_lines, numbered_effects
from innobudget.domain.checks.faults import entry_ids
from innobudget.domain.checks.places import Keys, in_words
from innobudget.domain.checks.unlikely import unlikely
from innobudget.domain.investment import Effect
from innobudget.domain.planned import effect_lines
from innobudget.domain.scenario import Scenario
from innobudget.domain.stressing import NONE, stress_doubt
from innobudget.errors import Problem
from innobudget.messages import linked, say

TOLD = 3
"""Doubts of one kind that are told in full; of the others, whose they are."""


def doubts_about(scenario: Scenario) -> tuple[Problem, ...]:
    """Return every doubt about a scenario without faults, those alike as one.

    Each has its path, of several that of the first, and its place in words.
    """
    ids = entry_ids(scenario)
    return tuple(
        replace(doubt, place=in_words(doubt.path, ids))
        for doubt in _together(_doubts(scenario), ids)
    )


def _together(doubts: Iterable[Problem], ids: Mapping[Keys, str]) -> Iterator[Problem]:
    """Make one doubt of those that differ only in whose they are and what was found there."""
    alike: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for doubt in doubts:
        alike[doubt.code, doubt.expected, doubt.remedy].append(doubt)
    for first, *others in alike.values():
        same = [doubt for doubt in others if doubt.found == first.found]
        told = [first, *(doubt for doubt in others if doubt.found != first.found)]
        found = [first.found]
        if len(told) > 1:
            found = [linked(": ", (_whose(doubt, ids), doubt.found)) for doubt in told[:TOLD]]
        left = list(dict.fromkeys(_whose(doubt, ids) for doubt in (*same, *told[TOLD:])))
        if left:
            found.append(say("likewise {names}", names=left))
        yield replace(first, found=found[0] if len(found) == 1 else linked("; ", found))


def _whose(doubt: Problem, ids: Mapping[Keys, str]) -> str:
    return ids.get(doubt.path[:2]) or in_words(doubt.path, ids)


def _doubts(scenario: Scenario) -> Iterator[Problem]:
    yield from _rates(scenario)
    yield from _price_level(scenario)
    yield from _budget(scenario)
    for keys, effect in numbered_effects(scenario):
        yield from _effect(scenario, effect, keys)
    for number, investment in enumerate(scenario.investments):
        yield from doubtful_case(scenario, investment, ("investment", number))
    yield from unlikely(scenario)
    if scenario.stress != NONE:
        yield stress_doubt(scenario.stress)


def _rates(scenario: Scenario) -> Iterator[Problem]:
    """Doubt rates that are likely per cent, written as if they were fractions."""
    rates = {("scenario", "discount_rate"): scenario.assumptions.discount_rate}
    if scenario.budget is not None:
        rates["budget", "growth"] = scenario.budget.growth
    for keys, rate in rates.items():
        if rate >= 1:
            yield Problem(
                code="rate-above-one",
                path=keys,
                found=say("{key} = {rate:g}, which is {rate:.0%} a year", key=keys[-1], rate=rate),
                expected=say("a fraction, such as 0.035 for 3.5 % a year"),
                remedy=say("write {share:g} for {percent:n} %", share=rate / 100, percent=rate),
            )


def _price_level(scenario: Scenario) -> Iterator[Problem]:
    level, base_year = scenario.assumptions.price_level, scenario.assumptions.base_year
    if level not in {None, base_year}:
        yield Problem(
            code="price-level",
            path=("scenario", "price_level"),
            found=say("amounts of {level} and a budget year {year}", level=level, year=base_year),
            expected=say(
                "amounts in prices of {year}; they are used as they stand", year=base_year
            ),
            remedy=say(
                "restate the amounts in prices of {year}, or accept the difference", year=base_year
            ),
        )
    stated = scenario.budget.price_level if scenario.budget is not None else None
    if stated not in {None, level or base_year}:
        yield Problem(
            code="budget-price-level",
            path=("budget", "price_index") if level is None else ("scenario", "price_level"),
            found=say(
                "a budget file that states prices of {stated}, and a scenario in prices of {level}",
                stated=stated,
                level=level or base_year,
            ),
            expected=say(
                "one price level; the scenario wins, and the file's amounts are used as they stand"
            ),
            remedy=say(
                "say in [budget] price_index what each year's amounts are to be divided by, or "
                "correct price_level"
            ),
        )


def _budget(scenario: Scenario) -> Iterator[Problem]:
    if scenario.budget is None:
        yield Problem(
            code="no-budget",
            path=("scenario",),
            found=say("no [budget]"),
            expected=say("a budget whose lines carry the savings"),
            remedy=say(
                "add [budget] with file = …: as it is, the savings are tied to no budget line"
            ),
        )


def _effect(scenario: Scenario, effect: Effect, keys: Keys) -> Iterator[Problem]:
    nowhere = effect.line is effect.area is effect.kind is None
    if scenario.budget is not None and nowhere and effect.is_own_cash:
        yield Problem(
            code="effect-without-line",
            path=keys,
            found=say("an effect that names no line or area"),
            expected=say("the budget line that the saving falls on"),
            remedy=say("add line = … or area = …: a saving that nobody's budget carries is lost"),
        )
    yield from _signs(scenario, effect, keys)
    base_year, last = scenario.horizon.base_year, scenario.horizon.last_year
    if effect.start > last:
        yield Problem(
            code="effect-after-horizon",
            path=(*keys, "from"),
            found=say("from = {start}", start=effect.start),
            expected=say("a year up to {last}; it counts for nothing", last=last),
            remedy=say("make horizon {years} or more", years=effect.start - base_year + 1),
        )


def _signs(scenario: Scenario, effect: Effect, keys: Keys) -> Iterator[Problem]:
    """Doubt lines that are of one side in some years and of the other in others."""
    if effect.side == "both":
        return
    lines = [line for line in effect_lines(scenario.budget, effect) if line.changes_sign]
    if lines:
        yield Problem(
            code="line-changes-sign",
            path=keys,
            found=say(
                "{lines}: expenditure in some years and income in others, and taken for {side} "
                "in all of them",
                lines=listed_lines(lines),
                side=SIDES[effect.side],
            ),
            expected=say("lines that are one or the other"),
            remedy=say("see that the effect belongs on them"),
        )
