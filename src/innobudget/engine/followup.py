"""A follow-up: what facts say of the draws, and why the expectation has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.followed import WalkStep
from innobudget.domain.known_course import KnownCourse, known_from
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.chance.driven import NOTHING, Knowledge
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.facts import FactReading
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, plan_investments
from innobudget.engine.said import Statement, given
from innobudget.engine.shared_futures import SharedFutures
from innobudget.engine.work import Work
from innobudget.errors import InputError, Problem, where
from innobudget.messages import say

LEAST_FIT, SURE_FIT = 0.30, 0.80
"""Fits of the drivers below which there is no follow-up, and below which it is doubted."""


@dataclass(frozen=True, kw_only=True)
class KnownFacts:
    """What the facts of a scenario say."""

    scenario: Scenario
    """With its facts."""

    @cached_property
    def bare(self) -> tuple[InvestmentPlan, ...]:
        """The plans before anything is known."""
        return plan_investments(self.scenario.without_facts)

    @cached_property
    def readings(self) -> tuple[FactReading, ...]:
        """What is said of each investment, in the order of the plans."""
        facts = {item.id: item.facts for item in self.scenario.investments}
        return tuple(
            FactReading(scenario=self.scenario, plan=plan, facts=facts[plan.investment.id])
            for plan in self.bare
        )

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """All that is said of uncertain quantities."""
        return tuple(one for reading in self.readings if reading.facts for one in reading.said)

    @cached_property
    def known(self) -> Knowledge:
        """The same as intervals, and what follows for drivers."""
        if not self.said:
            return NOTHING
        own = {one.stream: one.quantity.split(".") for one in self.said}
        by_id = {item.id: item for item in self.scenario.investments}

        def loads_on(stream: str) -> Mapping[str, float]:
            name, quantity, *_ = own[stream]
            kind: Quantity = quantity  # type: ignore[assignment]
            return self.scenario.loads(by_id[name], kind)

        return Knowledge.of(given(self.said), loads_on)

    def doubts(self) -> Iterator[Problem]:
        """Say what is odd about the facts, and how far the drivers had to be moved.

        Raises
        ------
        InputError
            If hardly a trial fits the facts.

        """
        for reading in self.readings:
            yield from reading.doubts() if reading.facts else ()
        fit = self.known.fit
        if fit < SURE_FIT:
            doubt = Problem(
                code="driver-fit",
                place=where("[followup]"),
                found=say(
                    "{fit:.0%} of the futures keep the drivers they were drawn with", fit=fit
                ),
                expected=say("most of them, so that both forecasts share their luck"),
                remedy=say("lower the drivers' loads, or widen the tolerance of the facts"),
            )
            if fit < LEAST_FIT:
                raise InputError([doubt])
            yield doubt


def at_each_date(scenario: Scenario) -> Iterator[tuple[date, Scenario]]:
    """Yield the scenario with the facts that were known by each of their dates."""
    since = {
        (item.id, position): known_from(KnownCourse(investment=item), fact)
        for item in scenario.enabled
        for position, fact in enumerate(item.facts)
    }
    for day in sorted(set(since.values())):
        known = tuple(
            replace(
                item,
                facts=tuple(
                    fact
                    for position, fact in enumerate(item.facts)
                    if since.get((item.id, position), date.max) <= day
                ),
            )
            for item in scenario.investments
        )
        yield day, replace(scenario, investments=known)


def drawn(scenario: Scenario, like: Draws) -> Draws:
    """Return the draws of a scenario in the futures of another."""
    return replace(
        like,
        scenario=replace(scenario, budget=None, adopted=None),
        plans=plan_investments(scenario),
        known=KnownFacts(scenario=scenario).known.as_in(like.known),
        room=0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Draws, and what their weights came to."""

    draws: Draws
    """What decides them."""
    means: Array
    """Mean of every weight of every investment, one after the other, shape (weight,). [1]"""

    def of_savings(self) -> Iterator[Array]:
        """Yield the means that simulated savings depend on, of each investment."""
        first = 0
        for plan in self.draws.plans:
            yield self.means[first : first + len(plan.weights.of_savings)]
            first += len(plan.weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Mean savings of the budget period at each step from what was adopted to what is known."""

    names: tuple[str, ...]
    """Of the steps: `adopted`, `assumptions`, dates."""
    means: tuple[Mapping[str, float], ...]
    """By step, then by id of the investment. [currency]"""
    booked: Mapping[str, float]
    """Booked as adopted, by id. [currency]"""
    realised: Mapping[str, float]
    """Realised of the last step's mean, by id. [currency]"""

    @classmethod
    def of(cls, scenario: Scenario, adopted: Weighed, now: Weighed, work: Work) -> "Walk":
        """Let facts become known date by date, in the same futures."""
        period, origin, draws = slice(0, scenario.horizon.period), adopted.draws, now.draws
        dated = list(at_each_date(scenario))
        before = [scenario.without_facts, *(known for _, known in dated[:-1])] if dated else []
        steps = [origin]
        for step in before:
            steps.append(drawn(step, replace(draws, known=steps[-1].known)))
        ends, between = _means(adopted, now, steps[1:], work)
        means = [
            _savings(each, period)
            for each in zip([*steps, draws], [ends[0], *between, ends[1]], strict=True)
        ]
        names = ["adopted", "assumptions", *(f"{day}" for day, _ in dated)]
        return cls(
            names=tuple(names),
            means=tuple(means),
            booked={
                plan.investment.id: float(plan.total.booked[period].sum()) for plan in origin.plans
            },
            realised={
                plan.investment.id: float(plan.total.saving[plan.weights.actual, period].sum())
                for plan in draws.plans
            },
        )

    def steps(self, ids: Sequence[str]) -> tuple[WalkStep, ...]:
        """Return the walk of some investments together."""
        booked, realised = (
            sum(amounts.get(name, 0.0) for name in ids) for amounts in (self.booked, self.realised)
        )
        levels = [booked, *(sum(step.get(name, 0.0) for name in ids) for step in self.means)]
        changes = [
            WalkStep(step=name, amount=after - before)
            for name, before, after in zip(self.names, levels, levels[1:], strict=False)
            if name != "assumptions" or self._assumed_anew
        ]
        return (
            WalkStep(step="booked", amount=booked),
            *changes,
            WalkStep(step="forecast", amount=levels[-1]),
            WalkStep(step="realised", amount=realised),
            WalkStep(step="expected", amount=levels[-1] - realised),
        )

    @property
    def _assumed_anew(self) -> bool:
        """Whether assumptions were changed beside the facts."""
        before, after = self.means[:2]
        return any(
            abs(after.get(name, 0.0) - before.get(name, 0.0)) > HALF_AN_ORE
            for name in {*before, *after}
        )


def _savings(step: tuple[Draws, Sequence[Array]], period: slice) -> Mapping[str, float]:
    found = {}
    for plan, means in zip(*(step[0].plans, step[1]), strict=True):
        saving, actual = plan.total.saving[:, period].sum(axis=1), plan.weights.actual
        found[plan.investment.id] = float(means @ saving[: len(means)] + saving[actual].sum())
    return found


def _means(
    adopted: Weighed, now: Weighed, between: Sequence[Draws], work: Work
) -> tuple[list[list[Array]], list[list[Array]]]:
    """Return the mean weights of each investment's savings at both ends and at each step between.

    Only what stands at neither end is drawn, and once.
    """
    ends = [list(end.of_savings()) for end in (adopted, now)]
    steps = [_of_savings(each) for each in (adopted.draws, now.draws, *between)]
    futures = SharedFutures(steps)
    sources = [
        (scenario, [source.plan for source in futures.sources if source.scenario == scenario])
        for scenario in range(2, len(steps))
    ]
    wanted = [(steps[scenario], plans) for scenario, plans in sources if plans]
    found: dict[tuple[int, int], Array] = {
        (end, plan): own for end, means in enumerate(ends) for plan, own in enumerate(means)
    }
    if wanted:
        with work.mapper() as mapper:
            sums = list(mapper(partial(_sums, wanted), range(futures.tiles)))
        totals = np.sum(sums, axis=0) / futures.trials
        lengths = [len(draws.plans[plan].weights) for draws, plans in wanted for plan in plans]
        numbered = [(scenario, plan) for scenario, plans in sources for plan in plans]
        found |= zip(numbered, np.split(totals, np.cumsum(lengths)[:-1]), strict=True)
    means = [[found[futures.sources[member]] for member in own] for own in futures.members]
    return means[:2], means[2:]


def _of_savings(draws: Draws) -> Draws:
    """Return the draws of what simulated savings depend on."""
    plans = tuple(
        replace(plan, weights=plan.weights.of_savings, known_in=()) for plan in draws.plans
    )
    return replace(draws, plans=plans, known=draws.known.without("cost", "disruption"))


def _sums(wanted: Sequence[tuple[Draws, Sequence[int]]], tile: int) -> Array:
    """Add up the weights of some investments over the trials of a tile, one step after another."""
    found = []
    for draws, plans in wanted:
        stretch = draws.stretch(tile)
        rows = draws.weights(tile, plans).rows[:, : stretch.stop - stretch.start]
        found.append(rows.sum(axis=1))
    return np.concatenate(found)
