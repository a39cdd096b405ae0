"""What a choice is bound by: each rule one row of numbers, `takes @ chosen <= limit`.

Pools, numbers of cases, groups, exclusions and requirements are all of that form, so one sum
tells whether a portfolio is allowed, whether what is begun can still become so, and by how much
it is not; and a solver takes them as they are.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import Choosing, Pool, PoolUse, applies, plan_use
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.messages import Text, say

Portfolios = NDArray[np.uint8]
"""One row per portfolio, one column per case; 1: chosen."""
RuleKind = Literal["payback", "pool", "at_most", "group", "requires", "excludes"]
MOST_PORTFOLIOS = 2**17
"""That are compared one by one."""
MOST_STEPS = 2**22
"""Decisions, in or out, that are tried in looking for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What the chosen cases take together is at most a limit."""

    kind: RuleKind
    """Where it comes from."""
    name: str
    """What it is called in choose.json; rules of one name are one criterion."""
    told: Text
    """What is limited, in words."""
    takes: Array
    """What each case takes, shape (case,)."""
    limit: float
    """What is left for the chosen by those that are always in."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All rules of a choice, on its cases in order of id."""

    ids: tuple[str, ...]
    """The cases to choose among."""
    rules: tuple[Rule, ...]
    """In the order of the file."""

    @cached_property
    def takes(self) -> Array:
        """What each case takes of each limit, shape (rule, case)."""
        rows = [rule.takes for rule in self.rules]
        return np.array(rows, float).reshape(len(rows), len(self.ids))

    @cached_property
    def limits(self) -> Array:
        """The limits, with what counts as no difference, shape (rule,)."""
        return np.array([rule.limit for rule in self.rules], float) + HALF_AN_ORE

    def allow(self, portfolios: Portfolios) -> NDArray[np.bool_]:
        """Say which portfolios break no rule, shape (portfolio,)."""
        return np.asarray((portfolios @ self.takes.T <= self.limits).all(axis=1))

    def broken(self, portfolio: Portfolios) -> Iterator[tuple[Rule, float]]:
        """Yield the rules that one portfolio breaks, each with by how much."""
        for rule in self.rules:
            over = float(rule.takes @ portfolio) - rule.limit
            if over > HALF_AN_ORE:
                yield rule, over

    def impossible(self) -> Iterator[tuple[Rule, float]]:
        """Yield the rules that no choice can meet, each with by how much at the least."""
        for rule in self.rules:
            over = float(np.minimum(rule.takes, 0.0).sum()) - rule.limit
            if over > HALF_AN_ORE:
                yield rule, over

    def portfolios(self) -> Portfolios | None:
        """Return every allowed portfolio, the empty one included; None: there are too many.

        Case by case each is taken in or left out, as long as what the cases not decided could
        give back still leads within every limit.
        """
        back = np.minimum(self.takes, 0.0)
        rest = back[:, ::-1].cumsum(axis=1)[:, ::-1]
        begun = np.zeros((1, len(self.ids)), np.uint8)
        taken = np.zeros((1, len(self.rules)))
        steps = 0
        for number in range(len(self.ids)):
            steps += 2 * len(begun)
            if steps > MOST_STEPS:
                return None
            chosen = begun.copy()
            chosen[:, number] = 1
            begun = np.concatenate([chosen, begun])
            taken = np.concatenate([taken + self.takes[:, number], taken])
            later = rest[:, number + 1] if number + 1 < len(self.ids) else 0.0
            possible = (taken + later <= self.limits).all(axis=1)
            begun, taken = begun[possible], taken[possible]
            if np.count_nonzero((taken <= self.limits).all(axis=1)) > MOST_PORTFOLIOS:
                return None
        return begun


def rules_of(
    scenario: Scenario,
    ids: Sequence[str],
    too_slow: frozenset[str],
    *,
    pools: float = 1.0,
    outlay: float = 1.0,
) -> Rules:
    """Make the rules of a choice without faults.

    Parameters
    ----------
    scenario
        With the choice.
    ids
        The cases to choose among, in order.
    too_slow
        Those whose payback is too long.
    pools
        What every pool is multiplied by.
    outlay
        What every planned outlay is multiplied by.

    """
    choice = scenario.choice
    assert choice is not None  # noqa: S101 - only such are chosen from
    made = _Maker(scenario, choice, tuple(ids))
    found = [
        *made.payback(too_slow),
        *made.pools(pools, outlay),
        *made.numbers(),
        *made.groups(),
        *made.requirements(),
        *made.exclusions(),
    ]
    return Rules(ids=tuple(ids), rules=tuple(found))


class _Maker:
    """Makes rules out of what each enabled case takes; those always in take of the limit."""

    def __init__(self, scenario: Scenario, choice: Choosing, ids: tuple[str, ...]) -> None:
        self._scenario, self._choice, self._ids = scenario, choice, ids
        self._cases = {item.id: item for item in scenario.enabled}

    def payback(self, too_slow: frozenset[str]) -> Iterator[Rule]:
        if too_slow:
            told = say("payback of at most {years:n} years", years=self._choice.payback_at_most)
            takes = np.array([float(name in too_slow) for name in self._ids])
            yield Rule(kind="payback", name="payback", told=told, takes=takes, limit=0.0)

    def pools(self, times: float, outlay: float) -> Iterator[Rule]:
        for number, pool in enumerate(self._choice.pools):
            use = {
                name: plan_use(item, pool.kind, outlay=outlay)
                for name, item in self._cases.items()
                if applies(pool.applies_to, item)
            }
            title = pool_title(pool, number)
            if pool.total is not None:
                whole = {name: sum(found.values()) for name, found in use.items()}
                told = say("the pool {name}", name=title)
                yield self._rule("pool", title, told, whole, times * pool.total)
                continue
            for year in self._scenario.horizon.years:
                own = {name: found.get(year, 0.0) for name, found in use.items()}
                told = say("the pool {name} in {year}", name=title, year=year)
                yield self._rule("pool", title, told, own, times * (pool.amount or {}).get(year, 0))

    def numbers(self) -> Iterator[Rule]:
        if self._choice.at_most is not None:
            told = say("at most {most} cases", most=self._choice.at_most)
            ones, most = np.ones(len(self._ids)), float(self._choice.at_most)
            yield Rule(kind="at_most", name="at_most", told=told, takes=ones, limit=most)

    def groups(self) -> Iterator[Rule]:
        for group in self._choice.groups:
            members = self._those(group.applies_to)
            if group.at_least is not None:
                told = say("at least {least} of {name}", least=group.at_least, name=group.title)
                less = dict.fromkeys(members, -1.0)
                yield self._rule("group", group.title, told, less, -float(group.at_least))
            if group.at_most is not None:
                told = say("at most {most} of {name}", most=group.at_most, name=group.title)
                more = dict.fromkeys(members, 1.0)
                yield self._rule("group", group.title, told, more, float(group.at_most))

    def requirements(self) -> Iterator[Rule]:
        for name, needed in self._choice.requires.items():
            for other in needed:
                told = say("{name} requires {other}", name=name, other=other)
                takes = {other: -1.0, name: 1.0}
                yield self._rule("requires", f"requires.{other}", told, takes, 0.0)

    def exclusions(self) -> Iterator[Rule]:
        for listed in self._choice.excludes:
            told = say("at most one of {names}", names=[*listed])
            title = " / ".join(listed)
            yield self._rule("excludes", title, told, dict.fromkeys(listed, 1.0), 1.0)

    def _those(self, to: tuple[str, ...]) -> list[str]:
        return [name for name, item in self._cases.items() if applies(to, item)]

    def _rule(
        self, kind: RuleKind, name: str, told: Text, takes: Mapping[str, float], limit: float
    ) -> Rule:
        among = set(self._ids)
        always = sum(
            takes[case] for case in sorted(takes) if case in self._cases and case not in among
        )
        own = np.array([takes.get(case, 0.0) for case in self._ids])
        return Rule(kind=kind, name=name, told=told, takes=own, limit=limit - always)


def pool_title(pool: Pool, number: int) -> str:
    """Return what people call a pool: its name, else its number, counted from 1."""
    return pool.name or str(number + 1)


def pool_uses(scenario: Scenario, cases: Collection[str]) -> tuple[PoolUse, ...]:
    """Return what the plans of some cases take of each pool."""
    choice, years = scenario.choice or Choosing(), scenario.horizon.years
    found = []
    for number, pool in enumerate(choice.pools):
        used = dict.fromkeys(years, 0.0)
        for item in scenario.enabled:
            if item.id in cases and applies(pool.applies_to, item):
                for year, amount in plan_use(item, pool.kind).items():
                    used[year] += amount
        by_year = tuple(used.values())
        given = tuple((pool.amount or {}).get(year, 0.0) for year in years)
        found.append(
            PoolUse(
                name=pool_title(pool, number),
                used=by_year if pool.total is None else sum(by_year),
                amount=given if pool.total is None else pool.total,
            )
        )
    return tuple(found)
