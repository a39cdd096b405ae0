"""Which portfolio is best on common trials, and which would be if something turned out worse."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np

from innobudget.domain.checks.choosing import choosable, placed
from innobudget.domain.choosing import Choosing, Objective, Standing
from innobudget.domain.chosen import StressChoice, StressName
from innobudget.domain.scenario import Scenario
from innobudget.domain.stressing import scaled
from innobudget.engine.choosing.case_columns import Case, draw_cases, question
from innobudget.engine.choosing.rules import Portfolios, Rules, rules_of
from innobudget.engine.choosing.search import ALIKE, Found, Question, search
from innobudget.engine.choosing.solver import Start, exchanged, start
from innobudget.engine.work import Mapper
from innobudget.errors import InputError, Problem
from innobudget.messages import Text, in_full, linked, say

STRESS_PORTFOLIOS = 2**14
"""Of more, stresses use the first trials only."""
STRESS_TRIALS = 1_024
SHOWN = 5
TOGETHER = say("limits that some portfolio meets together")
LATER, DEARER, POOLS, LESS = 1.0, 1.2, (0.8, 1.2), (0.67, 0.5)
"""A year later; an outlay of a fifth more; pools of a fifth less and more; a third, and half, of
a case's own benefit gone: Odense's own case was booked at 45 and gave 30 million, and the
National Audit Office found under half."""


@dataclass(frozen=True, kw_only=True)
class Ballot:
    """What is chosen from in one state of the world."""

    rules: Rules
    """What is allowed."""
    portfolios: Portfolios | None
    """All that is; None: more than can be compared one by one."""
    cases: Mapping[str, Case]
    """What each enabled case brings."""

    def best(self, asked: Question, near: Portfolios, mapper: Mapper) -> Found:
        """Compare every allowed portfolio, or go on from one by exchanges."""
        if self.portfolios is not None:
            return search(asked, self.portfolios, mapper)
        if not self.rules.allow(near[None])[0]:
            near = np.zeros(len(self.rules.ids), np.uint8)
        return exchanged(asked, self.rules, near, mapper)


@dataclass(frozen=True, kw_only=True)
class Election:
    """What was chosen from what, on the choosing trials."""

    ballot: Ballot
    """What was chosen from."""
    asked: Question
    """What was to be largest."""
    found: Found
    """The answer, with a best."""
    bound: float | None
    """What a solver says no portfolio exceeds."""
    stresses: tuple[StressChoice, ...]
    """What else would be chosen when."""
    others: Mapping[Objective, tuple[str, ...] | None]
    """What other objectives choose."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The chosen cases."""
        assert self.found.best is not None  # noqa: S101 - an election has a best
        return names(self.ballot.rules, self.found.best.portfolio)


def names(rules: Rules, portfolio: Portfolios) -> tuple[str, ...]:
    """Return the ids of a portfolio, in order."""
    return tuple(rules.ids[place] for place in np.flatnonzero(portfolio))


def elect(scenario: Scenario, too_slow: frozenset[str], trials: int, mapper: Mapper) -> Election:
    """Choose among the cases of a scenario that nothing keeps from it.

    Parameters
    ----------
    scenario
        With `[choice]`.
    too_slow
        Cases whose payback is too long.
    trials
        How many to choose on.
    mapper
        What calls functions, in threads perhaps; the answer does not depend on it.

    Raises
    ------
    InputError
        When no portfolio meets the limits: which, and by how much.

    """
    choice = scenario.choice
    assert choice is not None  # noqa: S101 - only such are chosen from
    rules = rules_of(scenario, choosable(scenario, choice), too_slow)
    ballot = Ballot(rules=rules, portfolios=rules.portfolios(), cases=draw_cases(scenario, trials))
    asked = question(scenario, rules.ids, ballot.cases, choice.objective)
    begun = Start(portfolio=np.zeros(len(rules.ids), np.uint8))
    if ballot.portfolios is None:
        begun = start(asked, rules) or begun
    found = ballot.best(asked, begun.portfolio, mapper)
    if found.best is None:
        raise InputError(
            placed(scenario, unmet(ballot, asked, mapper, scenario.assumptions.currency))
        )
    is_true = begun.bound is not None and found.best.value <= begun.bound + ALIKE
    return Election(
        ballot=ballot,
        asked=asked,
        found=found,
        bound=begun.bound if is_true else None,
        stresses=tuple(_stresses(scenario, too_slow, ballot, found.best.portfolio, mapper)),
        others=dict(_others(scenario, ballot, found.best.portfolio, mapper)),
    )


def _others(
    scenario: Scenario, ballot: Ballot, chosen: Portfolios, mapper: Mapper
) -> Iterator[tuple[Objective, tuple[str, ...] | None]]:
    """Yield what each other objective chooses, within the same rules and limits."""
    choice = scenario.choice or Choosing()
    for objective in get_args(Objective):
        if objective == choice.objective or (objective == "least-outlay" and not choice.find):
            continue
        asked = question(scenario, ballot.rules.ids, ballot.cases, objective)
        best = ballot.best(asked, chosen, mapper).best
        yield objective, None if best is None else names(ballot.rules, best.portfolio)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stress:
    """One state of the world, and what it is called."""

    name: str
    stress: StressName
    size: float
    case: str | None = None
    scenario: Scenario
    pools: float = 1.0
    outlay: float = 1.0


def _stresses(
    scenario: Scenario,
    too_slow: frozenset[str],
    ballot: Ballot,
    chosen: Portfolios,
    mapper: Mapper,
) -> Iterator[StressChoice]:
    """Choose again in every stressed world; payback is judged once, as assumed."""
    choice = scenario.choice or Choosing()
    trials = len(next(iter(ballot.cases.values())).saving)
    for one in _worlds(scenario, names(ballot.rules, chosen)):
        rules, portfolios, cases = ballot.rules, ballot.portfolios, ballot.cases
        if one.stress in {"outlay", "pools"}:
            rules = rules_of(scenario, rules.ids, too_slow, pools=one.pools, outlay=one.outlay)
            portfolios = None if portfolios is None else rules.portfolios()
        if one.stress != "pools":
            cases = {**cases, **draw_cases(one.scenario, trials, outlay=one.outlay)}
        asked = question(scenario, rules.ids, cases, choice.objective)
        if portfolios is None or len(portfolios) > STRESS_PORTFOLIOS:
            asked = asked.first(STRESS_TRIALS)
        own = Ballot(rules=rules, portfolios=portfolios, cases=cases)
        best = own.best(asked, chosen, mapper).best
        yield StressChoice(
            name=one.name,
            stress=one.stress,
            size=one.size,
            case=one.case,
            chosen=None if best is None else names(rules, best.portfolio),
        )


def _worlds(scenario: Scenario, chosen: Sequence[str]) -> Iterator[_Stress]:
    stress, choice = scenario.stress, scenario.choice or Choosing()
    later = replace(scenario, stress=replace(stress, delay=stress.delay + LATER))
    dearer = replace(scenario, stress=replace(stress, outlay=stress.outlay * DEARER))
    yield _Stress(name="delay", stress="delay", size=LATER, scenario=later)
    yield _Stress(name="outlay", stress="outlay", size=DEARER, scenario=dearer, outlay=DEARER)
    for times in POOLS if choice.pools else ():
        name = f"pools-{times}"
        yield _Stress(name=name, stress="pools", size=times, scenario=scenario, pools=times)
    for times in LESS:
        for item in sorted(scenario.enabled, key=lambda item: item.id):
            if item.id in chosen:
                less = replace(item, benefit_factor=scaled(item.benefit_factor, times))
                yield _Stress(
                    name=f"benefit-{times}-of-{item.id}",
                    stress="benefit",
                    size=times,
                    case=item.id,
                    scenario=replace(scenario, investments=(less,)),
                )


def standing(
    case: str, chosen: Sequence[str], stresses: Sequence[StressChoice]
) -> tuple[Standing, tuple[str, ...]]:
    """Say whether a case belongs in whatever happens, and on what that depends.

    Core: chosen, and still so under every stress of all and a third less of its own benefit.
    Out: in no world. A world in which no portfolio meets the limits says nothing.
    """
    worlds = [one for one in stresses if one.chosen is not None]
    if case in chosen:
        decide = [
            one for one in worlds if one.case is None or (one.case, one.size) == (case, LESS[0])
        ]
        left = tuple(one.name for one in decide if case not in (one.chosen or ()))
        return "depends" if left else "core", left
    into = tuple(one.name for one in worlds if case in (one.chosen or ()))
    return "depends" if into else "out", into


def unmet(ballot: Ballot, asked: Question, mapper: Mapper, currency: str) -> Iterator[Problem]:
    """Say which limits no portfolio meets, and by how much."""
    rules = ballot.rules
    impossible = list(rules.impossible())
    for rule, over in impossible:
        in_money = rule.kind == "pool"
        excess = in_full(over, currency) if in_money else say("{amount:,.0f}", amount=over)
        exceeded = say("exceeded by {over} whatever is chosen", over=excess)
        yield _unmet(rule.told, exceeded, rule.kind)
    none = ballot.portfolios is not None and not len(ballot.portfolios)
    if none and not impossible:
        told = [rule.told for rule in rules.rules]
        yield _unmet(linked("; ", list(dict.fromkeys(told))[:SHOWN]), TOGETHER, "")
    if none or impossible:
        return
    alone = []
    for condition in asked.conditions:
        most = replace(asked, objective="safe-saving", saving=condition.amounts, conditions=())
        best = ballot.best(most, np.zeros(len(rules.ids), np.uint8), mapper).best
        if best is not None and best.value < condition.least - ALIKE:
            key, _, year = condition.name.partition(".")
            found = (
                say(
                    "at most {most} is found in {year}",
                    most=in_full(best.value, currency),
                    year=year,
                )
                if year
                else say("a hole of at least {least}", least=in_full(-best.value, currency))
            )
            wanted = in_full(abs(condition.least), currency)
            alone.append(_unmet(found, wanted, "hole_at_most" if key == "hole" else key))
    yield from alone or [_unmet(say("each limit is met by some portfolio"), TOGETHER, "")]


def _unmet(found: Text, expected: Text, key: str) -> Problem:
    return Problem(
        code="no-portfolio",
        path=("choice", key) if key else ("choice",),
        found=found,
        expected=expected,
        remedy=say("ask for less, allow more, or choose among more cases"),
    )
