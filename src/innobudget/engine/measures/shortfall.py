"""Why less is achieved than was booked, and what would make the budget safe.

A reserve, a smaller booking or a later one changes nothing of what happens, so all are held
against the run's own trials, and equal a run of the scenario that is changed accordingly.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.rebooking import booked_in_part, booked_later, open_years
from innobudget.domain.results import BookedToAchieved, WayOut, WaysOut
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.sample import Held
from innobudget.engine.flows import Array, Flows
from innobudget.engine.limits import Limits
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.plan import InvestmentPlan, plan_investments


def booked_to_achieved(
    ledger: Ledger, plans: Sequence[InvestmentPlan], means: Array
) -> BookedToAchieved:
    """Take the budget period from booked to achieved, step by step.

    Money is linear in the weights, so means follow from the mean weights: exact for the run's
    trials, whatever their number. The order is that in which things happen: a stage passes or
    not, the effect is as large as it is, and it comes when it comes; each step leaves what
    later steps change as planned.

    Parameters
    ----------
    ledger
        The portfolio.
    plans
        Its investments, in the order of the weights.
    means
        Mean of every weight over the trials, shape (weight,). [1]

    """
    flows, period = ledger.flows, ledger.period
    planned, passed, sized, achieved = np.sum(
        [_savings(plan, own, period) for plan, own in _own_weights(plans, means)], axis=0
    ).tolist()
    booked = float(flows.booked[period].sum())
    outlay, disruption = (
        float(plan[period].sum() - means @ money[:, period].sum(axis=1))
        for plan, money in (
            (flows.planned_outlay, flows.outlay),
            (flows.budgeted_disruption, flows.disruption),
        )
    )
    after_costs = achieved + outlay + disruption
    return BookedToAchieved(
        booked=booked,
        unbooked=planned - booked,
        failure=passed - planned,
        benefit=sized - passed,
        delay=achieved - sized,
        achieved=achieved,
        outlay=outlay,
        disruption=disruption,
        after_costs=after_costs,
        missing=booked - after_costs,
    )


def _own_weights(
    plans: Sequence[InvestmentPlan], means: Array
) -> Iterator[tuple[InvestmentPlan, Array]]:
    first = 0
    for plan in plans:
        yield plan, means[first : first + len(plan.weights)]
        first += len(plan.weights)


def _savings(
    plan: InvestmentPlan, means: Array, period: slice
) -> tuple[float, float, float, float]:
    """Return a saving as planned, after stages, after the effect's size and after delay.

    Of what is realised, stages and delay are told as the trials have them, given the facts; what
    then is left between it and the plan is the effect's size.
    """
    axis = plan.weights
    on_time, certain = plan.on_time[:, period].sum(axis=1)
    passed, failed = means[axis.success], means[axis.failed].sum()
    sized = means[axis.undelayed].sum() * on_time + passed * certain
    achieved = float(means @ plan.total.saving[:, period].sum(axis=1))
    unlike = achieved - float(means @ plan.simulated[:, period].sum(axis=1))
    return (
        on_time + certain,
        (passed + failed) * on_time + passed * certain,
        sized + unlike,
        achieved,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way out before it is held against the trials."""

    booked: float
    """Booked saving of the budget period with it. [currency]"""
    price: float
    """Money set aside, or booked saving given up. [currency]"""
    limit: float
    """Below this net effect of the period the budget has a hole. [currency]"""

    def held_against(self, net_period: Held) -> WayOut:
        """Count the trials in which the budget holds with it."""
        return WayOut(
            booked=self.booked,
            price=self.price,
            probability_budget_holds_period=net_period.share_at_least(self.limit),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways out of a portfolio's budget."""

    found: Mapping[str, Way | None]
    """By field of `WaysOut`."""

    @classmethod
    def of(cls, scenario: Scenario, ledger: Ledger) -> Self:
        """Find them; `ledger` is the portfolio's."""
        gap = ledger.sample("budget_gap").quantile(scenario.assumptions.confidence)
        booked = float(ledger.flows.booked[ledger.period].sum())
        saved = np.where(open_years(scenario), ledger.flows.booked - ledger.flows.running, 0.0)
        savings = float(saved[ledger.period].sum())
        reserve = max(0.0, gap)
        aside = Way(booked=booked, price=reserve, limit=ledger.limits.hole_period - reserve)
        less = later = None
        if savings > HALF_AN_ORE:
            part = max(0.0, 1 - gap / savings)
            less = None if part >= 1 else _way(booked_in_part(scenario, part), ledger)
            later = _way(booked_later(scenario), ledger)
        return cls(found={"reserve": aside, "book_less": less, "book_later": later})

    @property
    def limits(self) -> list[float]:
        """What the period's net effect is to be held against. [currency]"""
        return [way.limit for way in self.found.values() if way is not None]

    def results(self, net_period: Held) -> WaysOut:
        """Hold them against the trials."""
        return WaysOut(
            **{
                name: None if way is None else way.held_against(net_period)
                for name, way in self.found.items()
            }  # type: ignore[arg-type]  # there is always a reserve
        )


def _way(changed: Scenario, ledger: Ledger) -> Way:
    flows = Flows.side_by_side(plan.total for plan in plan_investments(changed))
    booked = float(flows.booked[ledger.period].sum())
    return Way(
        booked=booked,
        price=float(ledger.flows.booked[ledger.period].sum()) - booked,
        limit=Limits.of(flows, changed.horizon).hole_period,
    )
