"""The figures of What-if: each with its formula, its sampling error and the run's figure."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.engine.flows import Array
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
    share_figure,
)
from innobudget.report.workbook.pages.trials import columns_of
from innobudget.report.workbook.payback_figures import payback_figures
from innobudget.report.workbook.trial_columns import TrialColumns

CONFIDENCE = "[whatif.confidence@F]"
"""What applies: the one that is typed, or the scenario's."""


def live_figures(edition: Edition, now: WhatIf) -> Iterator[Live]:
    """Return every figure of What-if, in the order of the sheet."""
    made = _Figures(edition, now)
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.saving, statistic)
    yield made.met()
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.gap, statistic)
    yield made.holds()
    yield made.gap_at_confidence()
    yield made.reserve()
    yield made.safe()
    for statistic in PERCENTILES:
        yield made.statistic(made.cumulative, statistic)
    for statistic in ("mean", *PERCENTILES):
        yield made.statistic(made.npv, statistic)
    yield made.npv_positive()
    yield from payback_figures(edition, now)


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
            label=edition.net_present_value,
            yearly=empty,
            period=now.npv,
            in_period=columns.all("npv"),
        )

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

    def met(self) -> Live:
        """Return the probability that the booked saving is met."""
        booked = self._now.booked
        formula = (
            'IF(ABS([whatif.booked])<=[tolerance@value],"",'
            "SUMPRODUCT(({}>=[whatif.booked]-[tolerance@value])*1)/[whatif.n@value])"
        )

        def share(trials: Array, amount: float) -> float | None:
            if abs(amount) <= HALF_AN_ORE:
                return None
            return float((trials >= amount - HALF_AN_ORE).mean())

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
        return share_figure(
            "met", self._edition.say(labels.PROBABILITY_BOOKED_MET), now, run, self._trials
        )

    def holds(self) -> Live:
        """Return the probability that the budget holds."""
        now = self.gap.estimate(
            lambda trials: (trials <= HALF_AN_ORE).mean(axis=0),
            "SUMPRODUCT(({}<=[tolerance@value])*1)/[whatif.n@value]",
        )
        outcome = self._outcome
        run = pointer(
            "results.holds",
            tuple(1 - gap for gap in outcome.probability_gap),
            outcome.probability_budget_holds_period,
        )
        label = self._edition.say(labels.PROBABILITY_BUDGET_HOLDS)
        return share_figure("holds", label, now, run, self._trials)

    def gap_at_confidence(self) -> Live:
        """Return the gap that is not exceeded with the confidence; the two below follow from it."""
        now = self.gap.estimate(
            partial(sample_quantile, share=self._now.confidence), f"PERCENTILE({{}},{CONFIDENCE})"
        )
        booked, safe = self._outcome.plan.booked, self._outcome.safe_booking
        years = tuple(one - other for one, other in zip(booked, safe.amount, strict=True))
        period = sum(booked[self._period]) - safe.amount_period
        return self._booking(
            "gap_at_confidence", now, pointer("results.gap_at_confidence", years, period)
        )

    def _booking(self, key: str, now: Estimate, run: Estimate) -> Live:
        """Return an amount that is as exact as the gap at the confidence."""
        rank, at = "[whatif.rank.confidence@value]", "[whatif.gap_at_confidence]"
        formula = (
            f"MAX(PERCENTILE({{}},MIN(1,{CONFIDENCE}+{rank}))-{at},"
            f"{at}-PERCENTILE({{}},MAX(0,{CONFIDENCE}-{rank})))"
        )
        error = self.gap.estimate(
            lambda trials: self._quantile_error(trials, self._now.confidence), formula
        )
        if key != "gap_at_confidence":
            same = "[whatif.gap_at_confidence.error]"
            error = replace(error, by_year=same, for_period=same)
        phrases = {
            "gap_at_confidence": answers.GAP_AT_CONFIDENCE,
            "reserve": labels.RESERVE,
            "safe": labels.SAFE_BOOKING,
        }
        return Live(
            key=key,
            label=self._edition.say(phrases[key]),
            figure=Figure.AMOUNT,
            now=now,
            error=error,
            run=run,
        )

    def reserve(self) -> Live:
        """Return the money to set aside."""
        gap = self.gap.estimate(partial(sample_quantile, share=self._now.confidence), "")
        formula = "MAX(0,[whatif.gap_at_confidence])"
        now = Estimate(
            years=tuple(max(0.0, float(value or 0)) for value in gap.years),
            by_year=formula,
            period=max(0.0, float(gap.period or 0)),
            for_period=formula,
        )
        outcome = self._outcome
        return self._booking(
            "reserve", now, pointer("results.reserve", outcome.reserve, outcome.reserve_period)
        )

    def safe(self) -> Live:
        """Return the most that can be booked."""
        gap = self.gap.estimate(partial(sample_quantile, share=self._now.confidence), "")
        booked, formula = self._now.booked, "[whatif.booked]-[whatif.gap_at_confidence]"
        now = Estimate(
            years=tuple(
                float(one) - float(other or 0) for one, other in zip(booked, gap.years, strict=True)
            ),
            by_year=formula,
            period=float(booked[self._period].sum()) - float(gap.period or 0),
            for_period=formula,
        )
        safe = self._outcome.safe_booking
        return self._booking("safe", now, pointer("results.safe", safe.amount, safe.amount_period))

    def npv_positive(self) -> Live:
        """Return the probability that the net present value is above zero."""
        now = self.npv.estimate(
            lambda trials: (trials > HALF_AN_ORE).mean(axis=0),
            "SUMPRODUCT(({}>[tolerance@value])*1)/[whatif.n@value]",
        )
        run = pointer("results.npv.positive", (), self._outcome.probability_npv_positive)
        return share_figure(
            "npv.positive", self._edition.say(labels.NPV_POSITIVE), now, run, self._trials
        )
