"""The figures of the plan, as the workbook's formulas give them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from innobudget.domain.investment import Effect, Investment
from innobudget.domain.rebooking import booked_savings
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.plan import full_saving, profile


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


def typed_bookings(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return an investment's own bookings as a workbook has them typed; empty: by the share.

    Each holds until the next; of what was booked anew since its adoption every year is typed.
    """
    if investment.rebooked:
        return booked_savings(scenario, investment)
    return investment.booked or {}
