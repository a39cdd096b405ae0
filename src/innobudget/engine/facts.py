"""Facts to intervals: each bounds one uncertain quantity of its investment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from math import fsum

import numpy as np
from scipy.special import ndtri

from innobudget.domain.checks.places import in_words
from innobudget.domain.facts import EARLY_SIGN, SMALLEST_WIDTH, Fact, Followup
from innobudget.domain.investment import FIELD_OF
from innobudget.domain.known_course import KnownCourse, is_known
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Distribution, Quantity, Uncertain, lower_limit
from innobudget.engine.actuals import planned_spending
from innobudget.engine.chance.dependence import success_stream
from innobudget.engine.chance.distributions import LARGEST_SCORE, exact_values, percentile, steps
from innobudget.engine.chance.given import WHOLE, Interval
from innobudget.engine.collecting.columns import QUALITY_LIMITS
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan
from innobudget.engine.said import NARROWEST, Limits, Statement, by_stream, met_by
from innobudget.errors import Problem
from innobudget.messages import linked, say

STAND_IN = 1e-6
"""Width of what is drawn from where nothing of a range is left."""
COSTS: Mapping[Quantity, tuple[str, ...]] = {
    "cost": ("outlay", "capital_outlay"),
    "disruption": ("disruption",),
}
"""Which actuals tell a factor together."""


@dataclass(frozen=True, kw_only=True)
class FactReading:
    """What some facts of an investment say."""

    scenario: Scenario
    """For its follow-up and its years."""
    plan: InvestmentPlan
    """Made before anything was known."""
    facts: tuple[Fact, ...]
    """Those that are known."""

    @cached_property
    def said(self) -> tuple[Statement, ...]:
        """What they say of uncertain quantities; of certain ones there is nothing to say."""
        found = [*self._stages(), *self._quantities(), *self._starts()]
        for quantity in COSTS:
            found += self._spent(quantity)
        return tuple(sorted([*found, *self._benefits()], key=lambda one: one.fact.order))

    def doubts(self) -> Iterator[Problem]:
        """Say which facts no range allows, which disagree, and what is taken as even."""
        for one in self.said:
            if one.impossible:
                yield Problem(
                    code="held-impossible",
                    place=self._place(one.fact),
                    found=one.told,
                    expected=say("something that its range in the scenario allows"),
                    remedy=say("widen that range; until then its nearest end is taken"),
                )
        for found in by_stream(self.said).values():
            met = reduce(Interval.meet, (one.interval for one in found))
            if met.high - met.low < NARROWEST and len(found) > 1:
                told = [
                    say("{told} by {day}", told=one.told, day=one.fact.on) for one in found[-2:]
                ]
                yield Problem(
                    code="facts-disagree",
                    place=self._place(found[-1].fact),
                    found=linked("; ", told),
                    expected=say("facts that can be true together; the latest counts alone"),
                    remedy=say("correct one of them, or widen its tolerance"),
                )
        least, middle, most = self._delays
        amounts = [fact for fact in self.facts if fact.kind in {"saving", "indicator"}]
        if amounts and least != most and self.course.ending in {"works", "failed"}:
            yield Problem(
                code="delay-in-between",
                place=self._place(amounts[0]),
                found=say("a delay of {least:.2f} to {most:.2f} years", least=least, most=most),
                expected=say("a single delay, where an amount tells how large the effect is"),
                remedy=say("bear in mind that {middle:.2f} years is taken", middle=middle),
            )

    @cached_property
    def course(self) -> KnownCourse:
        """What they say of its course."""
        return KnownCourse(investment=replace(self.plan.investment, facts=self.facts))

    @property
    def _followup(self) -> Followup:
        return self.scenario.followup or Followup(as_of=self.facts[-1].on)

    def _stages(self) -> Iterator[Statement]:
        investment = self.course.investment
        for number, (passed, fact) in sorted(self.course.told.items()):
            limit = 1.0 - investment.stages[number].success
            if 0 < limit < 1:
                interval = Interval(limit, 1.0) if passed else Interval(0.0, limit)
                yield Statement(
                    fact=fact,
                    quantity=f"{investment.id}.success.{number + 1}",
                    stream=success_stream(investment, number),
                    limits=interval,
                    interval=interval,
                )

    def _quantities(self) -> Iterator[Statement]:
        for fact in self.course.of_kind("quantity"):
            if fact.quantity is not None and fact.interval is not None:
                yield from self._says(fact, fact.quantity, fact.interval)

    def _starts(self) -> Iterator[Statement]:
        for fact in self.course.of_kind("begun"):
            low, high = self.course.delay_limits(fact)
            yield from self._says(fact, "delay", (low, None if high == np.inf else high))

    def _spent(self, quantity: Quantity) -> Iterator[Statement]:
        """Read a factor of cost off all actuals together: what is spent over what was planned."""
        facts = [fact for fact in self.course.facts if fact.kind in COSTS[quantity]]
        planned, spent = 0.0, fsum(fact.amount or 0.0 for fact in facts)
        for part in planned_spending(self.scenario, self.course.investment):
            for fact in facts:
                if fact.kind == part.key:
                    year, share = self._year(fact), self._followup.part_of(fact)
                    planned += share * float(part.own[year])
                    spent += share * float(part.grant[year])
        if planned > 0:
            latest = max(facts, key=lambda fact: fact.order)
            limits = _about(spent / planned, latest.tolerance or self._followup.tolerance)
            yield from self._says(latest, quantity, limits)

    def _benefits(self) -> Iterator[Statement]:
        if self.course.ending not in {"works", "failed"}:
            return
        name: Quantity = "benefit" if self.course.ending == "works" else "failure"
        for fact in (*self.course.of_kind("saving"), *self.course.of_kind("indicator")):
            limits = self._saved(fact) if fact.kind == "saving" else self._moved(fact)
            if limits is not None:
                yield from self._says(fact, name, limits)

    def _saved(self, fact: Fact) -> Limits | None:
        """Return what an actual saving says of the benefit; None: nothing."""
        axis, part = self.plan.weights, self._followup.part_of(fact)
        saving = self.plan.total.saving[:, self._year(fact)]
        uncertain, certain = part * float(self._lags @ saving[axis.benefit]), 0.0
        if self.course.ending == "works":
            late = self._lags @ saving[axis.late_success] if axis.has_late_success else 0.0
            certain = part * float(saving[axis.success] + late)
        if uncertain <= 0:
            return None
        found = ((fact.amount or 0.0) - certain) / uncertain
        return _about(found, fact.tolerance or self._followup.tolerance)

    def _moved(self, fact: Fact) -> Limits | None:
        """Return what an indicator says of the benefit; None: nothing."""
        items = self.course.investment.quality
        number = [item.indicator for item in items].index(fact.indicator or "")
        item, year = items[number], self.scenario.horizon.position(fact.on.year)
        share = float(self._lags @ self.plan.quality[number][:, year])
        way = (item.target - item.baseline) * share
        if way == 0:
            return None
        found = ((fact.value or 0.0) - item.baseline) / way
        low, high = _about(found, fact.tolerance or EARLY_SIGN)
        least, most = QUALITY_LIMITS
        return None if low * share <= least else low, None if high * share >= most else high

    def _year(self, fact: Fact) -> int:
        return self.scenario.horizon.position(fact.year or 0)

    @cached_property
    def _lags(self) -> Array:
        """Share of an effect at each whole-year lag, at the middle of the delays that are left."""
        lags = np.arange(self.plan.weights.lags)
        return np.asarray(np.maximum(0.0, 1.0 - np.abs(self._delays[1] - lags)))

    @cached_property
    def _delays(self) -> tuple[float, float, float]:
        """The least, the middle in percentile, and the greatest delay that facts leave. [years]"""
        delay, found = self.course.investment.delay, [*self._starts(), *self._quantities()]
        if isinstance(delay, float | int) or is_known(delay):
            return (lower_limit(delay),) * 3
        own = by_stream(found).get(f"{self.course.investment.id}.delay")
        low, high = met_by(own) if own else WHOLE
        least, middle, most = np.clip(
            ndtri([low, (low + high) / 2, high]), -LARGEST_SCORE, LARGEST_SCORE
        )
        scores = np.array([np.nextafter(least, np.inf), middle, most])
        first, between, last = exact_values(delay, scores).tolist()
        return first, between, last

    def _says(self, fact: Fact, name: Quantity, limits: Limits) -> Iterator[Statement]:
        """Say where a quantity lies: nothing of one that is certain."""
        investment = self.course.investment
        quantity: Uncertain = getattr(investment, FIELD_OF[name])
        if isinstance(quantity, float | int) or is_known(quantity):
            return
        interval = _percentiles(quantity, limits, open_above=fact.kind == "begun")
        possible = interval.high - interval.low >= NARROWEST
        yield Statement(
            fact=fact,
            quantity=f"{investment.id}.{name}",
            stream=f"{investment.id}.{name}",
            limits=limits,
            interval=interval if possible else _nearest(quantity, limits, interval),
            impossible=not possible,
        )

    def _place(self, fact: Fact) -> str:
        """Return where in the scenario a fact stands, in words."""
        own = self.course.investment.id
        number = [item.id for item in self.scenario.investments].index(own)
        position = self.scenario.investments[number].facts.index(fact)
        words = in_words(("investment", number, "fact", position), {("investment", number): own})
        return linked(", ", [*filter(None, (self.scenario.source, words))])


def _about(found: float, tolerance: float) -> tuple[float, float]:
    half = tolerance * max(abs(found), SMALLEST_WIDTH)
    return found - half, found + half


def _percentiles(quantity: Distribution, limits: Limits, *, open_above: bool) -> Interval:
    low, high = limits
    return Interval(
        0.0 if low is None else percentile(quantity, low, inclusive=False),
        1.0 if high is None else percentile(quantity, high, inclusive=not open_above),
    )


def _nearest(quantity: Distribution, limits: Limits, empty: Interval) -> Interval:
    """Return what stands for limits that a range does not allow: its nearest value, or end."""
    if isinstance(quantity, Choice):
        values, _ = steps(quantity)
        low = -np.inf if limits[0] is None else limits[0]
        high = np.inf if limits[1] is None else limits[1]
        value = float(values[np.argmin(np.maximum(low - values, values - high))])
        return _percentiles(quantity, (value, value), open_above=False)
    low = min(max((empty.low + empty.high - STAND_IN) / 2, 0.0), 1 - STAND_IN)
    return Interval(low, low + STAND_IN)
