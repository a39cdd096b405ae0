"""What outcomes are held against: each limit moved by what counts as no difference."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.measures import Measure
from innobudget.domain.scenario import Horizon, Scenario
from innobudget.domain.standpoint import Reading, Standpoint
from innobudget.engine.flows import Array, Flows

WHOLE: Mapping[str, str] = {
    "saving": "saving_period",
    "net_effect": "net_period",
    "npv": "npv",
}
"""What each amount is collected as for the budget period, or the horizon."""
FULFILLED = 0.95
"""From this share on a booked saving counts as fulfilled: a krone short is no failure."""
ROUNDING = 1e-12
"""What adding up many amounts may come to, as a share of them: some thousand last digits."""


def tolerance(amounts: Array) -> Array:
    """Return how far apart two sums of such amounts may be and still count as equal. [currency]

    Half an øre, or 1e-12 of the amounts where that is more: 30 cases of 1e12 add up to within
    some øre only.
    """
    return np.maximum(HALF_AN_ORE, ROUNDING * amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The known thresholds of a plan and its booking; collecting counts them exactly.

    Yearly ones have the shape (year,).
    """

    met: Array
    """From this saving on the booked one is met. [currency]"""
    hole: Array
    """Below this net effect the year's adopted budget has a hole. [currency]"""
    paid: Array
    """From this net effect so far on the money is back. [currency]"""
    met_period: float
    """From this saving of the budget period on what is booked in it is met. [currency]"""
    hole_period: float
    """Below this net effect of the budget period the adopted budget has a hole. [currency]"""
    gain: float
    """From this net present value on there is a gain. [currency]"""

    @classmethod
    def of(cls, flows: Flows, horizon: Horizon) -> "Limits":
        """Find the limits of the portfolio or a part of it."""
        period = slice(0, horizon.period)
        amounts = flows.magnitude
        yearly = tolerance(amounts)
        whole_period = float(tolerance(amounts[period].sum()))
        return cls(
            met=flows.booked - yearly,
            hole=flows.budgeted_net - yearly,
            paid=-tolerance(np.cumsum(amounts)),
            met_period=float(flows.booked[period].sum()) - whole_period,
            hole_period=float(flows.budgeted_net[period].sum()) - whole_period,
            gain=float(np.nextafter(tolerance(amounts.sum()), np.inf)),
        )


@dataclass(frozen=True, slots=True)
class Level:
    """What a difference is held against."""

    at: float
    """Neither lower nor higher. [unit of the amount]"""
    within: float
    """What lies no farther from it than this is equal to it. [unit of the amount]"""

    @property
    def lower(self) -> float:
        """Below this a difference is lower."""
        return self.at - self.within

    @property
    def higher(self) -> float:
        """From this on a difference is higher."""
        return float(np.nextafter(self.at + self.within, np.inf))


def standpoints(
    scenario: Scenario, flows: Flows, limits: Limits, years: Iterable[int | None] | None = None
) -> Mapping[int | None, Standpoint]:
    """Return what a measure sees of some years, else of all; of the budget period under None."""
    period = slice(0, scenario.horizon.period)
    adopted = flows.budgeted_net
    found: dict[int | None, Standpoint] = {}
    for year in (None, *range(scenario.horizon.length)) if years is None else years:
        own = period if year is None else slice(year, year + 1)
        booked = float(flows.booked[own].sum())
        met = limits.met_period if year is None else float(limits.met[year])
        found[year] = Standpoint(
            planned=float(flows.planned[own].sum()),
            booked=booked,
            adopted=float(adopted[own].sum()),
            met=met,
            fulfilled=FULFILLED * booked - (booked - met),
            hole=limits.hole_period if year is None else float(limits.hole[year]),
            gain=limits.gain,
            confidence=scenario.assumptions.confidence,
        )
    return found


def readings(
    scenario: Scenario, flows: Flows, wanted: Iterable[Measure]
) -> Iterator[tuple[str, int, Reading]]:
    """Yield what measures read off the trials: of which outcome as collected, in which year."""
    asked = [(own, year) for own in wanted for year in own.spans(scenario.horizon.length)]
    limits, years = Limits.of(flows, scenario.horizon), dict.fromkeys(year for _, year in asked)
    points = standpoints(scenario, flows, limits, years)
    for measure, year in asked:
        reading = measure.of(points[year])
        if reading is not None and reading.amount != "payback":  # which is always counted
            reading = reading.as_collected(points[year])
            name = WHOLE[reading.amount] if year is None else reading.amount
            yield name, year or 0, reading
