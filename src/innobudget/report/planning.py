"""The figures of the plan, as the workbook's formulas give them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from innobudget.domain.facts import AMOUNT_KEYS, AmountKey
from innobudget.domain.investment import Effect, Investment
from innobudget.domain.known_course import KnownCourse
from innobudget.domain.rebooking import booked_savings
from innobudget.domain.scenario import Scenario
from innobudget.engine.actuals import Actuals
from innobudget.engine.facts import COSTS, FactReading
from innobudget.engine.flows import Array
from innobudget.engine.plan import full_saving, plan_investment, profile


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedEffect:
    """One effect year by year, before any chance."""

    effect: Effect
    """As the scenario has it."""
    full: Array
    """Full-year saving, state refund included. [currency]"""
    ramp: Array
    """Share of the full saving reached in each year."""

    @property
    def saving(self) -> Array:
        """Planned saving, state refund taken off. [currency]"""
        return np.asarray(self.full * self.ramp * (1 - self.effect.refund))


def planned_effects(scenario: Scenario, investment: Investment) -> tuple[PlannedEffect, ...]:
    """Plan every effect of an investment, also those that are in no budget figure."""
    return tuple(
        PlannedEffect(
            effect=effect,
            full=sum(full_saving(scenario, effect).values(), np.zeros(scenario.horizon.length)),
            ramp=profile(effect.start, effect.ramp, effect.years, scenario.horizon),
        )
        for effect in investment.effects
    )


def realised(scenario: Scenario, investment: Investment) -> Mapping[AmountKey, tuple[Array, Array]]:
    """Return what is realised, and of what part of each year, by kind of money; shapes (year,)."""
    found = Actuals.of(scenario, investment)
    kinds = {fact.kind for fact in investment.facts}
    if found is None:
        return {}
    return {key: (found.amounts[key], 1 - found.left[key]) for key in AMOUNT_KEYS if key in kinds}


def replaced(scenario: Scenario, investment: Investment, stage: int) -> frozenset[AmountKey]:
    """Return of which kinds of a stage's planned money something realised stands instead."""
    planned = {
        key for key in AMOUNT_KEYS[1:] if any(getattr(investment.stages[stage], key).values())
    }
    reached = KnownCourse(investment=investment).reached(stage) is True
    return frozenset(planned & realised(scenario, investment).keys() if reached else ())


def measured(scenario: Scenario, investment: Investment) -> Mapping[str, frozenset[int]]:
    """Return the years of facts that narrow chance by the plan that they are held against, by kind.

    Another plan would have them narrow it otherwise: only a new run can tell how.
    """
    facts = investment.facts
    if not facts:
        return {}
    plan = plan_investment(scenario, replace(investment, facts=()))
    said = FactReading(scenario=scenario, plan=plan, facts=facts).said
    kinds: set[str] = {one.fact.kind for one in said}
    for together in COSTS.values():
        kinds.update(together if kinds.intersection(together) else ())
    return {
        kind: frozenset(fact.year or fact.on.year for fact in facts if fact.kind == kind)
        for kind in kinds
    }


def typed_bookings(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return an investment's own bookings as a workbook has them typed; empty: by the share.

    Each holds until the next. In a follow-up every year is typed: years that stand are told
    from those that can be booked anew.
    """
    if scenario.followup and investment.is_booked_apart:
        return booked_savings(scenario, investment)
    return investment.booked or {}
