"""Plan, booking and collected outcomes of a portfolio, and what measures read off them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

import numpy as np

from innobudget.domain.measures import Measure
from innobudget.domain.results import PERCENTILES, PercentileErrors, Spread
from innobudget.domain.scenario import Scenario
from innobudget.domain.standpoint import AmountName, Reading, Standpoint
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.sample import Constant, Held, Mapped, Sample
from innobudget.engine.flows import Flows
from innobudget.engine.limits import WHOLE, Limits, standpoints

WIDTH = 1.96
"""Standard errors on either side of an estimate that 95 % intervals reach."""


class Certainty:
    """How sure the figures of one amount are."""

    def __init__(self, sample: Sample) -> None:
        """Take the amount."""
        self._sample = sample

    def of_share(self, below: float) -> float:
        """Return the standard error of the probability of lying below a threshold, or above."""
        trials = self._sample.count
        centred = (below * trials + 1) / (trials + 2)
        (effect,) = self._sample.rank_effects([below]).tolist()
        return sqrt(effect * centred * (1 - centred) / trials)

    def of_quantile(self, probability: float) -> float:
        """Return the standard error of a quantile. [unit of the amount]

        Twice of it reach as far as the quantile may lie on its less certain side.
        """
        reach = WIDTH * self.of_share(probability)
        found = self._sample.quantile(probability)
        high = self._sample.quantile(min(probability + reach, 1.0))
        low = self._sample.quantile(max(probability - reach, 0.0))
        return max(high - found, found - low) / WIDTH

    def of_percentiles(self) -> PercentileErrors:
        """Return the standard errors of the percentiles that are reported."""
        return PercentileErrors(
            **{name: self.of_quantile(probability) for name, probability in PERCENTILES.items()}
        )


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
    is_certain: bool = False
    """Whether nothing is drawn, so that every trial is the same."""

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

    @cached_property
    def points(self) -> Mapping[int | None, Standpoint]:
        """What measures see of each year; of the budget period under None."""
        return standpoints(self.scenario, self.flows, self.limits)

    def held(self, amount: str, year: int | None = None) -> Held:
        """Return an amount of a year, or of the period, as it was collected."""
        place = (WHOLE[amount], 0) if year is None else (amount, year)
        found = self.collected.sample(*place)
        if not self.is_certain:
            return found
        return Constant(value=found.quantile(0.5), count=found.count)

    def sample(self, amount: str, year: int | None = None) -> Sample:
        """Return an amount; a budget gap is the budgeted net effect less the net effect."""
        if amount != "budget_gap":
            return self.held(amount, year)
        return Mapped(sample=self.held("net_effect", year), shift=self.points[year].adopted)

    def value(self, measure: Measure, year: int | None = None) -> float | None:
        """Return a measure of a year, or of the period; None where it has no meaning."""
        reading = measure.of(self.points[year])
        if reading is None:
            return None
        if reading.amount == "payback":
            return self._paid_back(reading, year)
        return reading.made_of(self._read(reading, year))

    def _paid_back(self, reading: Reading, year: int | None) -> float | None:
        so_far, trials = np.cumsum(self.collected.tally.payback[:-1]), self.collected.trials
        if reading.kind == "share":
            return reading.made_of(int(so_far[-1 if year is None else year]) / trials)
        reached = np.flatnonzero(so_far >= reading.at * trials)
        return self.scenario.horizon.years[reached[0]] if len(reached) else None

    def paid_back_in(self) -> Mapping[int, float]:
        """Return the probability of each payback year of the horizon."""
        counts = self.collected.tally.payback[:-1].tolist()
        years = zip(self.scenario.horizon.years, counts, strict=True)
        return {year: count / self.collected.trials for year, count in years}

    def _read(self, reading: Reading, year: int | None) -> float:
        if reading.kind == "share":
            return self.held(reading.amount, year).share_at_least(reading.at)
        sample = self.sample(reading.amount, year)
        return sample.mean if reading.kind == "mean" else sample.quantile(reading.at)

    def error(self, measure: Measure, year: int | None = None) -> float | None:
        """Return the standard error of a measure, in its unit."""
        reading = measure.of(self.points[year])
        if reading is None:
            return None
        sample = self.sample(reading.amount, year)
        if reading.kind == "share":
            error = Certainty(sample).of_share(1 - self._read(reading, year))
        elif reading.kind == "quantile":
            error = Certainty(sample).of_quantile(reading.at)
        else:
            error = spread(sample).standard_error or 0.0
        return error * abs(reading.scale / reading.over)

    def samples(self, name: AmountName) -> list[Sample]:
        """Return one amount a year."""
        return [self.sample(name, year) for year in self.years]
