"""The figures of What-if: each with its formula, its sampling error and the run's figure."""

from collections.abc import Iterator
from functools import partial

import numpy as np

from innobudget.engine.flows import Array
from innobudget.engine.pieces import TOLERANCE
from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Figure
from innobudget.report.words import answers, labels
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.estimates import (
    PERCENTILES,
    Estimate,
    Live,
    Sample,
    pointer,
    rank_error,
    sample_quantile,
)
from innobudget.report.workbook.pages.trials import columns_of
from innobudget.report.workbook.trial_columns import TrialColumns


def live_figures(edition: Edition, now: WhatIf) -> Iterator[Live]:
    """Return every figure of What-if, in the order of the sheet."""
    made = _Figures(edition, now)
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.saving, statistic)
    yield made.met()
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.gap, statistic)
    yield made.holds()
    yield made.reserve()
    yield made.safe()
    for statistic in PERCENTILES:
        yield made.statistic(made.cumulative, statistic)
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.npv, statistic)
    yield made.npv_positive()
    yield made.payback()


class _Figures:
    """Builds the figures of one edition."""

    def __init__(self, edition: Edition, now: WhatIf) -> None:
        self._edition, self._now = edition, now
        self._outcome = edition.results.portfolio
        columns: TrialColumns = columns_of(edition)
        period = slice(0, columns.period)
        empty = np.empty((0, 0))
        self._period = period
        self._trials = len(now.npv)
        measures = labels.MEASURES
        self.saving = Sample(
            key="saving",
            label=edition.say(measures["saving"]),
            yearly=now.saving,
            period=now.saving[:, period].sum(axis=1),
            in_year=columns.in_year("saving"),
            in_period=columns.all("saving_period"),
        )
        self.gap = Sample(
            key="budget_gap",
            label=edition.say(measures["budget_gap"]),
            yearly=now.budget_gap,
            period=now.budget_gap[:, period].sum(axis=1),
            in_year=columns.in_year("budget_gap"),
            in_period=columns.all("gap_period"),
        )
        self.cumulative = Sample(
            key="cumulative_net",
            label=edition.say(measures["cumulative_net"]),
            yearly=now.cumulative_net,
            period=empty,
            in_year=columns.in_year("cumulative_net"),
        )
        self.npv = Sample(
            key="npv",
            label=edition.say(labels.NPV),
            yearly=empty,
            period=now.npv,
            in_period=columns.all("npv"),
        )
        self._payback = columns.all("payback")

    def statistic(self, sample: Sample, statistic: str) -> Live:
        """Return a mean or percentile."""
        told = self._edition.say(answers.STATISTICS[statistic])
        key = f"{sample.key}.{statistic}"
        if statistic == "mean":
            now = sample.estimate(lambda trials: trials.mean(axis=0), "AVERAGE({})")
            error = sample.estimate(
                lambda trials: trials.std(axis=0) / np.sqrt(len(trials)),
                "STDEVP({})/SQRT([whatif.n@value])",
            )
        else:
            now, error = self._percentile(sample, key, f"[{statistic}@value]")
        return Live(
            key=key,
            label=f"{sample.label}, {told}",
            figure=Figure.AMOUNT,
            now=now,
            error=error,
            run=self._run(sample.key, statistic),
        )

    def _percentile(self, sample: Sample, key: str, cell: str) -> tuple[Estimate, Estimate]:
        share = PERCENTILES[key.rpartition(".")[2]]
        own = f"[whatif.{key}]"
        rank = f"[whatif.rank.{key.rpartition('.')[2]}@value]"
        formula = (
            f"MAX(PERCENTILE({{}},MIN(1,{cell}+{rank}))-{own},"
            f"{own}-PERCENTILE({{}},MAX(0,{cell}-{rank})))"
        )
        return (
            sample.estimate(partial(sample_quantile, share=share), f"PERCENTILE({{}},{cell})"),
            sample.estimate(lambda trials: self._quantile_error(trials, share), formula),
        )

    def _quantile_error(self, trials: Array, share: float) -> Array:
        rank = rank_error(share, self._trials)
        middle = sample_quantile(trials, share)
        above = sample_quantile(trials, min(1.0, share + rank)) - middle
        return np.maximum(above, middle - sample_quantile(trials, max(0.0, share - rank)))

    def _run(self, key: str, statistic: str) -> Estimate:
        outcome = self._outcome
        if key == "npv":
            return pointer(f"results.npv.{statistic}", (), getattr(outcome.npv, statistic))
        measure = next(name for name in outcome.measures if name == key)
        period = {"saving": outcome.saving_period, "budget_gap": outcome.gap_period}.get(key)
        return pointer(
            f"results.{key}.{statistic}",
            tuple(getattr(spread, statistic) for spread in outcome.measures[measure]),
            None if period is None else getattr(period, statistic),
        )

    def _share(self, key: str, label: str, now: Estimate, run: Estimate) -> Live:
        own = f"[whatif.{key}]"

        def error(share: float | None) -> float | None:
            return None if share is None else float(np.sqrt(share * (1 - share) / self._trials))

        formula = f'IF({own}="","",SQRT({own}*(1-{own})/[whatif.n@value]))'
        return Live(
            key=key,
            label=label,
            figure=Figure.SHARE,
            now=now,
            error=Estimate(
                years=tuple(map(error, now.years)),
                by_year=formula,
                period=error(now.period),
                for_period=formula if now.for_period else "",
            ),
            run=run,
        )

    def met(self) -> Live:
        """Return the probability that the booked saving is met."""
        booked = self._now.booked
        formula = (
            'IF(ABS([whatif.booked])<=[tolerance@value],"",'
            "SUMPRODUCT(({}>=[whatif.booked]-[tolerance@value])*1)/[whatif.n@value])"
        )

        def share(trials: Array, amount: float) -> float | None:
            if abs(amount) <= TOLERANCE:
                return None
            return float((trials >= amount - TOLERANCE).mean())

        now = Estimate(
            years=tuple(
                share(column, float(amount))
                for column, amount in zip(self._now.saving.T, booked, strict=True)
            ),
            by_year=formula.replace("{}", self.saving.in_year),
            period=share(self.saving.period, float(booked[self._period].sum())),
            for_period=formula.replace("{}", self.saving.in_period),
        )
        outcome = self._outcome
        run = pointer(
            "results.met", outcome.probability_booked_met, outcome.probability_booked_met_period
        )
        return self._share("met", self._edition.say(labels.PROBABILITY_BOOKED_MET), now, run)

    def holds(self) -> Live:
        """Return the probability that the budget holds."""
        now = self.gap.estimate(
            lambda trials: (trials <= TOLERANCE).mean(axis=0),
            "SUMPRODUCT(({}<=[tolerance@value])*1)/[whatif.n@value]",
        )
        outcome = self._outcome
        run = pointer(
            "results.holds",
            tuple(1 - gap for gap in outcome.probability_gap),
            outcome.probability_budget_holds_period,
        )
        label = self._edition.say(labels.PROBABILITY_BUDGET_HOLDS)
        return self._share("holds", label, now, run)

    def _gap_at_confidence(self, trials: Array) -> Array:
        return sample_quantile(trials, self._now.confidence)

    def _booking(self, key: str, now: Estimate, run: Estimate) -> Live:
        cell, rank = "[whatif.confidence@value]", "[whatif.rank.confidence@value]"
        at = f"PERCENTILE({{}},{cell})"
        formula = (
            f"MAX(PERCENTILE({{}},MIN(1,{cell}+{rank}))-{at},"
            f"{at}-PERCENTILE({{}},MAX(0,{cell}-{rank})))"
        )
        error = self.gap.estimate(
            lambda trials: self._quantile_error(trials, self._now.confidence), formula
        )
        phrase = labels.RESERVE if key == "reserve" else labels.SAFE_BOOKING
        return Live(
            key=key,
            label=self._edition.say(phrase),
            figure=Figure.AMOUNT,
            now=now,
            error=error,
            run=run,
        )

    def reserve(self) -> Live:
        """Return the money to set aside."""
        now = self.gap.estimate(
            lambda trials: np.maximum(0.0, self._gap_at_confidence(trials)),
            "MAX(0,PERCENTILE({},[whatif.confidence@value]))",
        )
        outcome = self._outcome
        return self._booking(
            "reserve", now, pointer("results.reserve", outcome.reserve, outcome.reserve_period)
        )

    def safe(self) -> Live:
        """Return the most that can be booked."""
        formula = "[whatif.booked]-PERCENTILE({},[whatif.confidence@value])"
        booked, period = self._now.booked, float(self._now.booked[self._period].sum())
        now = Estimate(
            years=tuple(booked - self._gap_at_confidence(self.gap.yearly)),
            by_year=formula.replace("{}", self.gap.in_year),
            period=period - float(self._gap_at_confidence(self.gap.period)),
            for_period=formula.replace("{}", self.gap.in_period),
        )
        safe = self._outcome.safe_booking
        return self._booking("safe", now, pointer("results.safe", safe.amount, safe.amount_period))

    def npv_positive(self) -> Live:
        """Return the probability that the net present value is above zero."""
        now = self.npv.estimate(
            lambda trials: (trials > TOLERANCE).mean(axis=0),
            "SUMPRODUCT(({}>[tolerance@value])*1)/[whatif.n@value]",
        )
        run = pointer("results.npv.positive", (), self._outcome.probability_npv_positive)
        return self._share("npv.positive", self._edition.say(answers.NPV_POSITIVE), now, run)

    def payback(self) -> Live:
        """Return the distribution of the payback year; the period's figure: never."""
        years, found = self._edition.years, self._now.payback_year
        now = Estimate(
            years=tuple(float((found == year).mean()) for year in years),
            by_year=f"SUMPRODUCT(({self._payback}=[whatif.headings])*1)/[whatif.n@value]",
            period=float((found > years[-1]).mean()),
            for_period=f"SUMPRODUCT(({self._payback}>=[base_year@value]+[horizon@value])*1)"
            "/[whatif.n@value]",
        )
        payback = self._outcome.payback
        run = pointer(
            "results.payback",
            tuple(payback.years.get(year, 0.0) for year in years),
            payback.never,
        )
        return self._share("payback", self._edition.say(answers.PAYBACK_PROBABILITY), now, run)
