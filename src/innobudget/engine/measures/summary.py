"""Collected outcomes as the figures that reports need."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import (
    MEASURES,
    PERCENTILES,
    Fulfilment,
    Measure,
    Outcome,
    Payback,
    Plan,
    SafeBooking,
    Spread,
    Yearly,
    YearlyOrNone,
)
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.sample import Mapped, Sample
from innobudget.engine.flows import Array, Flows

FULFILLED = 0.95
"""From this share on a booked saving counts as fulfilled: a krone short is no failure."""


def spread(sample: Sample) -> Spread:
    """Summarise one amount over all trials."""
    sd = sqrt(sample.variance)
    return Spread(
        mean=sample.mean,
        standard_error=sd * sqrt(sample.effect / (sample.count - 1)) if sample.count > 1 else None,
        sd=sd,
        **{name: sample.quantile(probability) for name, probability in PERCENTILES.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Plan, booking and collected outcomes of the portfolio or a part of it."""

    scenario: Scenario
    """For horizon and confidence."""
    flows: Flows
    """Plan and booking."""
    collected: Collected
    """What the trials gave."""

    @property
    def period(self) -> slice:
        """Positions of the budget period."""
        return slice(0, self.scenario.horizon.period)

    @property
    def years(self) -> range:
        """Positions of all years."""
        return range(self.scenario.horizon.length)

    def samples(self, name: Measure) -> list[Sample]:
        """Return one amount a year."""
        if name == "budget_gap":
            return [self.gap(year) for year in self.years]
        return [self.collected.sample(name, year) for year in self.years]

    def gap(self, position: int) -> Sample:
        """Return the budget gap of one year: the budgeted net effect less the net effect."""
        net = self.collected.sample("net_effect", position)
        return Mapped(sample=net, shift=float(self.flows.budgeted_net[position]))

    @property
    def gap_period(self) -> Sample:
        """Budget gap summed over the budget period."""
        net = self.collected.sample("net_period")
        return Mapped(sample=net, shift=float(self.flows.budgeted_net[self.period].sum()))


def summarise(ledger: Ledger) -> Outcome:
    """Summarise the portfolio or a part of it."""
    flows, collected = ledger.flows, ledger.collected
    confidence = ledger.scenario.assumptions.confidence
    booked_period = float(flows.booked[ledger.period].sum())
    return Outcome(
        plan=Plan(
            saving=_row(flows.planned),
            outlay=_row(flows.planned_outlay),
            disruption=_row(flows.budgeted_disruption),
            booked=_row(flows.booked),
        ),
        measures={name: tuple(map(spread, ledger.samples(name))) for name in MEASURES},
        probability_booked_met=tuple(
            probability_met(collected.sample("saving", year), float(flows.booked[year]))
            for year in ledger.years
        ),
        probability_gap=tuple(
            ledger.gap(year).share_at_least(np.nextafter(HALF_AN_ORE, np.inf))
            for year in ledger.years
        ),
        fulfilment=_fulfilment(ledger),
        probability_booked_met_period=probability_met(
            collected.sample("saving_period"), booked_period
        ),
        probability_budget_holds_period=probability_holds(ledger.gap_period),
        reserve=tuple(max(0.0, ledger.gap(year).quantile(confidence)) for year in ledger.years),
        reserve_period=max(0.0, ledger.gap_period.quantile(confidence)),
        gap_period=spread(ledger.gap_period),
        saving_period=spread(collected.sample("saving_period")),
        safe_booking=_safe_booking(ledger),
        npv=spread(collected.sample("npv")),
        probability_npv_positive=collected.sample("npv").share_at_least(
            np.nextafter(HALF_AN_ORE, np.inf)
        ),
        payback=_payback(ledger),
    )


def probability_met(saving: Sample, booked: float) -> float | None:
    """Return P(saving >= booked); None where nothing is booked."""
    return None if abs(booked) <= HALF_AN_ORE else saving.share_at_least(booked - HALF_AN_ORE)


def probability_holds(gap: Sample) -> float:
    """Return P(budget gap <= 0)."""
    return 1 - gap.share_at_least(np.nextafter(HALF_AN_ORE, np.inf))


def _row(amounts: Array) -> Yearly:
    return tuple(map(float, amounts))


def _fulfilment(ledger: Ledger) -> Fulfilment:
    found: list[tuple[float, float, float, float] | None] = []
    for year, booked in enumerate(ledger.flows.booked):
        saving = ledger.collected.sample("saving", year)
        if booked <= HALF_AN_ORE:
            found.append(None)
            continue
        enough = saving.share_at_least(FULFILLED * booked - HALF_AN_ORE)
        low, middle = saving.quantile(0.1), saving.quantile(0.5)
        found.append((saving.mean / booked, low / booked, middle / booked, enough))
    mean, p10, p50, probability_95 = (
        tuple(None if row is None else float(row[part]) for row in found) for part in range(4)
    )
    return Fulfilment(mean=mean, p10=p10, p50=p50, probability_95=probability_95)


def _safe_booking(ledger: Ledger) -> SafeBooking:
    flows = ledger.flows
    confidence = ledger.scenario.assumptions.confidence
    amount = tuple(
        float(flows.booked[year]) - ledger.gap(year).quantile(confidence) for year in ledger.years
    )
    booked_period = float(flows.booked[ledger.period].sum())
    amount_period = booked_period - ledger.gap_period.quantile(confidence)
    planned_period = float(flows.planned[ledger.period].sum())
    share: YearlyOrNone = tuple(
        _ratio(part, float(whole)) for part, whole in zip(amount, flows.planned, strict=True)
    )
    return SafeBooking(
        amount=amount,
        share=share,
        amount_period=amount_period,
        share_period=_ratio(amount_period, planned_period),
    )


def safe_booking_share(ledger: Ledger) -> float | None:
    """Return the largest booking share at which the period's budget holds with confidence.

    One share for all investments, explicit bookings replaced, running costs booked in full;
    below 0 where not even no booking is safe, None where there is no saving to book. [fraction]
    """
    flows, period = ledger.flows, ledger.period
    running = float(flows.running[period].sum())
    savings = float(flows.planned[period].sum()) - running
    return _ratio(_safe_booking(ledger).amount_period - running, savings)


def _ratio(part: float, whole: float) -> float | None:
    return None if abs(whole) <= HALF_AN_ORE else part / whole


def _payback(ledger: Ledger) -> Payback:
    years = ledger.scenario.horizon.years
    counts = ledger.collected.tally.payback
    trials = ledger.collected.trials
    so_far = np.cumsum(counts[:-1])

    def percentile(probability: float) -> int | None:
        reached = np.flatnonzero(so_far >= probability * trials)
        return years[reached[0]] if len(reached) else None

    return Payback(
        years={year: int(count) / trials for year, count in zip(years, counts[:-1], strict=True)},
        never=int(counts[-1]) / trials,
        p10=percentile(0.1),
        p50=percentile(0.5),
        p90=percentile(0.9),
    )
