"""What a follow-up found, of the portfolio and of each investment."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.facts import Followup
from innobudget.domain.followed import (
    FEWEST_FACTS,
    GREEN,
    YELLOW,
    CaseFollowup,
    Colour,
    FactOutcome,
    FollowupOutcome,
    TrackRecord,
)
from innobudget.domain.investment import FIELD_OF, Investment
from innobudget.domain.known_course import KnownCourse
from innobudget.domain.results import InvestmentOutcome, Outcome, YearlyOrNone
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.columns import Columns
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.facts import FactReading
from innobudget.engine.flows import Flows
from innobudget.engine.followup import KnownFacts, Walk
from innobudget.engine.measures.lost_room import Rebudgeted, lost_room
from innobudget.engine.plan import InvestmentPlan, plan_investments
from innobudget.engine.said import Statement

INSIDE = (0.1, 0.9)
"""Percentiles between which eight in ten facts should lie."""


@dataclass(frozen=True, kw_only=True)
class Following:
    """Makes the figures of a follow-up from what was simulated."""

    facts: KnownFacts
    """What is known, and of which scenario."""
    plans: tuple[InvestmentPlan, ...]
    """Given all that is known."""

    def wanted(self) -> list[Wanted]:
        """Return what is to be collected besides, given what is known."""
        return [wanted for wanted in [self._lost, *self._estimates.values()] if wanted]

    @cached_property
    def _lost(self) -> Wanted | None:
        return Rebudgeted.wanted(self.facts.scenario, self.plans)

    @cached_property
    def _estimates(self) -> Mapping[int, Wanted]:
        """By position of the investment, where a benefit owner expects something."""
        return {
            number: _estimate(plan, number, self.facts.scenario.horizon.years)
            for number, plan in enumerate(self.plans)
            if plan.investment.owner_estimate
        }

    def outcome(
        self,
        cases: Sequence[InvestmentOutcome],
        found: Iterator[Collected],
        *,
        adopted: Outcome,
        walk: Walk,
    ) -> FollowupOutcome:
        """Return all of it.

        Parameters
        ----------
        cases
            The investments' figures, given what is known.
        found
            What was wanted.
        adopted
            The portfolio as adopted, in the same futures.
        walk
            From there to what is known.

        """
        net = Flows.side_by_side(plan.total for plan in self.plans).budgeted_net
        room, rebudgeted = lost_room(next(found), net) if self._lost else (None, None)
        percentiles = {
            plan.investment.id: _percentiles(plan, next(found), self.facts.scenario.horizon.years)
            for plan in map(self.plans.__getitem__, self._estimates)
        }
        return FollowupOutcome(
            as_of=self._followup.as_of,
            driver_fit=self.facts.known.fit,
            facts=self.told,
            adopted=adopted,
            walk=walk.steps([case.id for case in cases]),
            lost_room=room,
            gap_rebudgeted=rebudgeted,
            track_record=self._record(),
            cases=tuple(self._case(case, percentiles.get(case.id), walk) for case in cases),
        )

    @property
    def _followup(self) -> Followup:
        return self.facts.scenario.followup or Followup(as_of=date.max)

    @cached_property
    def _origin(self) -> Mapping[str, InvestmentPlan]:
        """Plans as adopted, by id."""
        plans = plan_investments(self.facts.scenario.origin)
        return {plan.investment.id: plan for plan in plans}

    @cached_property
    def _readings(self) -> tuple[FactReading, ...]:
        """What facts say of the ranges that were adopted."""
        return tuple(
            replace(reading, plan=replace(reading.plan, investment=self._as_adopted(reading)))
            for reading in self.facts.readings
        )

    def _as_adopted(self, reading: FactReading) -> Investment:
        own = reading.plan.investment
        plan = self._origin.get(own.id)
        if plan is None or len(plan.investment.stages) != len(own.stages):
            return own
        before = plan.investment
        stages = tuple(
            replace(stage, success=adopted.success)
            for stage, adopted in zip(own.stages, before.stages, strict=True)
        )
        ranges = {name: getattr(before, name) for name in FIELD_OF.values()}
        return replace(own, stages=stages, **ranges)

    @property
    def told(self) -> tuple[FactOutcome, ...]:
        """What each fact says, in the order in which they became known."""
        return tuple(sorted(self._facts(), key=lambda one: (one.on, one.investment, one.fact)))

    def _facts(self) -> Iterator[FactOutcome]:
        for reading in self._readings:
            for position, fact in enumerate(reading.facts, start=1):
                said: list[Statement | None] = [one for one in reading.said if one.fact is fact]
                for one in said or [None]:
                    yield FactOutcome(
                        investment=reading.plan.investment.id,
                        fact=position,
                        quantity=None if one is None else one.quantity,
                        interval=None if one is None else (one.limits[0], one.limits[1]),
                        on=fact.on,
                        source=fact.source,
                        percentile=None if one is None else _percentile(one),
                    )

    def _record(self) -> TrackRecord:
        said = [one for reading in self._readings for one in reading.said]
        amounts = [_percentile(one) for one in said if one.is_sized]
        stages = [
            (reading.plan.investment.stages[number].success - passed) ** 2
            for reading in self._readings
            for number, (passed, _) in reading.course.told.items()
        ]
        low, high = INSIDE
        inside = [low <= at <= high for at in amounts]
        return TrackRecord(
            facts=len(amounts),
            inside_80=_mean(inside),
            stages=len(stages),
            brier=_mean(stages),
        )

    def _case(
        self, case: InvestmentOutcome, percentiles: YearlyOrNone | None, walk: Walk
    ) -> CaseFollowup:
        by_id = {item.id: item for item in self.facts.scenario.investments}
        own, plan = by_id[case.id], case.outcome.plan
        years, origin = self.facts.scenario.horizon.years, self._origin.get(case.id)
        saved = {fact.year: fact.saving for fact in own.facts if fact.saving is not None}
        booked = (0.0,) * len(years) if origin is None else tuple(map(float, origin.total.booked))
        return CaseFollowup(
            colour=self._colour(case, own),
            benefit_owner=own.benefit_owner,
            realised=tuple(saved.get(year) for year in years),
            original_booked=booked,
            corrected_booked=plan.booked,
            forecast=case.outcome.measures["saving"],
            owner_estimate_percentile=percentiles or (None,) * len(years),
            avoided_outlay=self._avoided(own),
            walk=walk.steps([case.id]),
        )

    def _colour(self, case: InvestmentOutcome, own: Investment) -> Colour:
        horizon, plan = self.facts.scenario.horizon, case.outcome.plan
        now = horizon.position(self._followup.as_of.year)
        course = KnownCourse(investment=own)
        if (
            course.ending == "stopped"
            and course.stopped_in is not None
            and max(plan.booked[now:]) <= HALF_AN_ORE
        ):
            return "blue"
        expected = (case.outcome.measures["saving"][now].mean, case.outcome.saving_period.mean)
        booked = (plan.booked[now], sum(plan.booked[: horizon.period]))
        met = [one / other for one, other in zip(expected, booked, strict=True) if other > 0]
        if not met:
            return "grey"
        return "green" if min(met) >= GREEN else "yellow" if min(met) >= YELLOW else "red"

    def _avoided(self, own: Investment) -> float | None:
        """Return what a stopped case does not spend: outlays of the stages after it, own part."""
        stopped = KnownCourse(investment=own).stopped_in
        if stopped is None:
            return None
        left = own.stages[stopped + 1 :]
        outlays = sum(sum(table.values()) for stage in left for table in stage.outlays.values())
        grants = sum(sum(stage.grant.values()) for stage in left)
        return (1 - own.cofinancing) * outlays - grants


def facts_told(scenario: Scenario) -> tuple[FactOutcome, ...]:
    """Return what each fact of a scenario without faults says."""
    return Following(facts=KnownFacts(scenario=scenario), plans=()).told


def _percentile(one: Statement) -> float:
    return one.middle if one.fact.percentile is None else one.fact.percentile


def _mean(found: Sequence[float]) -> float | None:
    """Return the mean, where there are enough to say anything."""
    return float(np.mean(found)) if len(found) >= FEWEST_FACTS else None


def _estimate(plan: InvestmentPlan, number: int, years: Sequence[int]) -> Wanted:
    """Want the share of the trials below, and up to, what the benefit owner expects."""
    own = plan.investment.owner_estimate
    limits = [_around(own[year]) if year in own else () for year in years]
    columns = Columns.of((number,), {"saving": plan.total.saving})
    return Wanted(columns=columns, counted={"saving": limits})


def _percentiles(plan: InvestmentPlan, found: Collected, years: Sequence[int]) -> YearlyOrNone:
    own = plan.investment.owner_estimate
    shares = [
        [found.sample("saving", number).share_at_least(limit) for limit in _around(own[year])]
        if year in own
        else None
        for number, year in enumerate(years)
    ]
    return tuple(None if pair is None else 1 - sum(pair) / 2 for pair in shares)


def _around(amount: float) -> tuple[float, float]:
    """Return from where on savings are at least an amount, and from where on above it."""
    return amount - HALF_AN_ORE, float(np.nextafter(amount + HALF_AN_ORE, np.inf))
