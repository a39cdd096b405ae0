"""Collected outcomes as the figures that reports need."""

from dataclasses import dataclass
from functools import cached_property
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
from innobudget.engine.collecting.sample import Held, Mapped, Sample
from innobudget.engine.flows import Array, Flows
from innobudget.engine.limits import Limits


def spread(sample: Sample) -> Spread:
    """Summarise one amount over all trials."""
    sd = sqrt(sample.variance)
    return Spread(
        mean=sample.mean,
        standard_error=sd * sqrt(sample.effect / (sample.count - 1)) if sample.count > 1 else None,
        sd=sd,
        **{name: sample.quantile(probability) for name, probability in PERCENTILES.items()},
    )


@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def limits(self) -> Limits:
        """What the outcomes are held against."""
        return Limits.of(self.flows, self.scenario.horizon)

    def probability_met(self, year: int) -> float | None:
        """Return P(saving >= booked) in a year of the horizon; None where nothing is booked."""
        booked = float(self.flows.booked[year])
        return _met(self.collected.sample("saving", year), booked, float(self.limits.met[year]))

    @property
    def probability_met_period(self) -> float | None:
        """P(saving >= booked) over the budget period; None where nothing is booked."""
        booked = float(self.flows.booked[self.period].sum())
        return _met(self.collected.sample("saving_period"), booked, self.limits.met_period)

    def probability_gap(self, year: int) -> float:
        """Return P(budget gap > 0) in a year of the horizon."""
        net = self.collected.sample("net_effect", year)
        return 1 - net.share_at_least(float(self.limits.hole[year]))

    @property
    def probability_holds_period(self) -> float:
        """P(budget gap <= 0) over the budget period."""
        return self.collected.sample("net_period").share_at_least(self.limits.hole_period)

    @property
    def probability_gain(self) -> float:
        """P(net present value > 0)."""
        return self.collected.sample("npv").share_at_least(self.limits.gain)

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
    return Outcome(
        plan=Plan(
            saving=_row(flows.planned),
            outlay=_row(flows.planned_outlay),
            disruption=_row(flows.budgeted_disruption),
            booked=_row(flows.booked),
        ),
        measures={name: tuple(map(spread, ledger.samples(name))) for name in MEASURES},
        probability_booked_met=tuple(map(ledger.probability_met, ledger.years)),
        probability_gap=tuple(map(ledger.probability_gap, ledger.years)),
        fulfilment=_fulfilment(ledger),
        probability_booked_met_period=ledger.probability_met_period,
        probability_budget_holds_period=ledger.probability_holds_period,
        reserve=tuple(max(0.0, ledger.gap(year).quantile(confidence)) for year in ledger.years),
        reserve_period=max(0.0, ledger.gap_period.quantile(confidence)),
        gap_period=spread(ledger.gap_period),
        saving_period=spread(collected.sample("saving_period")),
        safe_booking=_safe_booking(ledger),
        npv=spread(collected.sample("npv")),
        probability_npv_positive=ledger.probability_gain,
        payback=_payback(ledger),
    )


def _met(saving: Held, booked: float, limit: float) -> float | None:
    return None if abs(booked) <= HALF_AN_ORE else saving.share_at_least(limit)


def _row(amounts: Array) -> Yearly:
    return tuple(map(float, amounts))


def _fulfilment(ledger: Ledger) -> Fulfilment:
    found: list[tuple[float, float, float, float] | None] = []
    for year, booked in enumerate(ledger.flows.booked):
        saving = ledger.collected.sample("saving", year)
        if booked <= HALF_AN_ORE:
            found.append(None)
            continue
        enough = saving.share_at_least(float(ledger.limits.fulfilled[year]))
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
