"""The figures of What-if: each with its formula, its sampling error and the run's figure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from innobudget.domain import measures
from innobudget.domain.results import Spread
from innobudget.domain.standpoint import SpreadName
from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Figure
from innobudget.report.words import answers, labels
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import (
    NONE,
    PERCENTILES,
    TOLERANCE,
    Formula,
    combined,
    constant,
    largest,
    mean,
    mean_error,
    percentile,
    percentile_error,
    rank_error,
    share_of,
    unless_blank,
)
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.trial_columns import TrialColumns


def live_figures(edition: Edition, now: WhatIf) -> Iterator[Live]:
    """Return every figure of What-if, in the order of the sheet."""
    made = Recomputed(edition, now)
    yield from made.statistics("saving", "mean", *PERCENTILES)
    yield made.met()
    yield from made.statistics("budget_gap", "mean", *PERCENTILES)
    yield made.holds()
    yield from made.bookings()
    yield from made.statistics("cumulative_net", *PERCENTILES)
    yield from made.statistics("npv", "mean", *PERCENTILES)
    yield made.npv_positive()
    by_year = made.paid_back_by()
    yield by_year
    for statistic in PERCENTILES:
        yield made.payback(by_year.now, statistic)


class Recomputed:
    """What the trials of the workbook give at some settings, for the sheets What-if and Checks."""

    def __init__(self, edition: Edition, now: WhatIf) -> None:
        """Take the edition, and what the settings give."""
        self._edition, self._now = edition, now
        self.outcome = edition.results.portfolio
        self._columns = columns = TrialColumns(edition)
        self._span = columns.period
        self.count = constant(len(now.npv), "[whatif.n@value]")
        self.confidence = constant(now.confidence, "[confidence@value]")
        self.ranks = {
            name: constant(share, f"[{name}@value]") for name, share in PERCENTILES.items()
        }
        self.booked = self._row("[whatif.booked]", now.booked)
        self.trials = {
            "saving": self._sample(now.saving, columns.in_year("saving"), "saving_period"),
            "budget_gap": self._sample(now.budget_gap, columns.in_year("budget_gap"), "gap_period"),
            "cumulative_net": self._sample(now.cumulative_net, columns.in_year("cumulative_net")),
            "npv": Formula(values=now.npv[:, None], for_period=columns.all("npv")),
            "payback": Formula(
                values=now.payback_year[:, None].astype(float), by_year=columns.all("payback")
            ),
        }

    def _row(self, cell: str, yearly: Array) -> Formula:
        values = np.append(yearly, yearly[: self._span].sum())
        return Formula(values=values, by_year=cell, for_period=cell)

    def _sample(self, yearly: Array, in_year: str, single: str = "") -> Formula:
        if not single:
            return Formula(values=yearly, by_year=in_year)
        values = np.column_stack([yearly, yearly[:, : self._span].sum(axis=1)])
        return Formula(values=values, by_year=in_year, for_period=self._columns.all(single))

    def rank_error(self, name: str) -> Formula:
        """Return how far the rank of a percentile, or of the confidence, may be off."""
        share = self.confidence if name == "confidence" else self.ranks[name]
        return replace(
            rank_error(share, self.count),
            by_year=f"[whatif.rank.{name}@value]",
            for_period=f"[whatif.rank.{name}@value]",
        )

    def statistics(self, amount: SpreadName, *names: str) -> Iterator[Live]:
        """Yield means and percentiles of an amount."""
        trials = self.trials[amount]
        if amount == "npv":
            label = self._edition.net_present_value
        else:
            label = self._edition.say(labels.MEASURES[amount])
        for name in names:
            key = f"{amount}.{name}"
            if name == "mean":
                now, error = mean(trials), mean_error(trials, self.count)
            else:
                now = percentile(trials, self.ranks[name])
                own, rank = now.pointing(f"[whatif.{key}]"), self.rank_error(name)
                error = percentile_error(trials, self.ranks[name], rank=rank, at=own)
            yield Live(
                key=key,
                label=f"{label}, {self._edition.say(answers.STATISTICS[name])}",
                figure=Figure.AMOUNT,
                now=now,
                error=error,
                run=self.of_run(amount, name),
            )

    def of_run(self, amount: SpreadName, statistic: str) -> Formula:
        """Return a statistic of an amount as the run gave it."""
        outcome = self.outcome
        yearly: Sequence[Spread] = () if amount == "npv" else outcome.measures[amount]
        whole = measures.WHOLES.get(amount)
        spreads = [*yearly, *([outcome[whole.name]] if whole else [])]
        cell = f"[results.{amount}.{statistic}]"
        return Formula(
            values=np.array([getattr(spread, statistic) for spread in spreads]),
            by_year=cell if yearly else "",
            for_period=cell if whole else "",
        )

    def _share(self, key: str, now: Formula) -> Live:
        """Return a probability, with the standard error that follows from it."""
        measure = measures.named(key)
        own = now.pointing(f"[whatif.{key}]")
        return Live(
            key=key,
            label=self._edition.say(labels.MEASURE_NAMES[key]),
            figure=Figure.SHARE,
            now=now,
            error=unless_blank(own, rank_error(own, self.count)),
            run=_run(f"results.{key}", *measure.values(self.outcome)),
        )

    def met(self) -> Live:
        """Return the probability that the booked saving is met."""
        met = share_of(self.trials["saving"], ">=", self.booked - TOLERANCE, self.count)
        formula = 'IF(ABS({0})<={1},"",{2})'
        return self._share("met", combined(_if_any, formula, self.booked, TOLERANCE, met))

    def holds(self) -> Live:
        """Return the probability that the budget holds."""
        return self._share(
            "holds", share_of(self.trials["budget_gap"], "<=", TOLERANCE, self.count)
        )

    def npv_positive(self) -> Live:
        """Return the probability that the net present value is above zero."""
        return self._share("npv.positive", share_of(self.trials["npv"], ">", TOLERANCE, self.count))

    def bookings(self) -> Iterator[Live]:
        """Yield the gap at the confidence, and the reserve and the safe booking it leaves."""
        gap = percentile(self.trials["budget_gap"], self.confidence)
        own = gap.pointing("[whatif.gap_at_confidence]")
        rank = self.rank_error("confidence")
        error = percentile_error(self.trials["budget_gap"], self.confidence, rank=rank, at=own)
        booked = [*self.outcome.plan.booked, sum(self.outcome.plan.booked[: self._span])]
        years, period = measures.named("safe").values(self.outcome)
        *yearly, whole = (
            one - (other or 0.0) for one, other in zip(booked, (*years, period), strict=True)
        )
        yield Live(
            key="gap_at_confidence",
            label=self._edition.say(answers.GAP_AT_CONFIDENCE),
            figure=Figure.AMOUNT,
            now=gap,
            error=error,
            run=_run("results.gap_at_confidence", yearly, whole),
        )
        for key, now in (("reserve", largest(NONE, own)), ("safe", self.booked - own)):
            yield Live(
                key=key,
                label=self._edition.say(labels.MEASURE_NAMES[key]),
                figure=Figure.AMOUNT,
                now=now,
                error=error.pointing("[whatif.gap_at_confidence.error]"),
                run=_run(f"results.{key}", *measures.named(key).values(self.outcome)),
            )

    def paid_back_by(self) -> Live:
        """Return the probability of being paid back by each year."""
        years = Formula(values=np.array(self._edition.years), by_year="[whatif.headings]")
        return self._share("payback.by", share_of(self.trials["payback"], "<=", years, self.count))

    def payback(self, by_year: Formula, statistic: str) -> Live:
        """Return the first year by which it is paid back with a probability.

        Its error is the number of years whose own probability is so near that they might be it.
        """
        every = replace(by_year, by_year="", for_period="[whatif.payback.by@years]")
        share, off = self.ranks[statistic], self.rank_error(statistic)
        before = combined(_count_below, "SUMPRODUCT(({0}<{1})*1)", every, share)
        near = combined(_count_near, "SUMPRODUCT(({0}>{1}-{2})*({0}<{1}+{2}))", every, share, off)
        never, late = (
            self._edition.say(answers.NEVER, year=year) for year in ("", self._edition.years[-1])
        )
        last = "[base_year@value]+[horizon@value]-1"
        formula = f'IF({{0}}=[horizon@value],"{never}"&{last},[base_year@value]+{{0}})'
        years = np.array([*self._edition.years, np.nan])
        now = combined(lambda place: years[place.astype(int)], formula, before)
        year, key = getattr(self.outcome.payback, statistic), f"payback.{statistic}"
        run = np.array([np.nan if year is None else year])
        return Live(
            key=key,
            label=self._edition.say(labels.MEASURE_NAMES[key]),
            figure=Figure.YEAR,
            now=replace(now, blank=late),
            error=near,
            run=Formula(values=run, for_period=f"[results.{key}]", blank=late),
        )


def _run(key: str, years: Sequence[float | None], period: float | None) -> Formula:
    """Return the figures of a row on Results; blank there is blank here."""
    has_period = period is not None or key == "results.met"
    values = np.array([*years, *([period] if has_period else [])], dtype=float)
    cell = f"[{key}]"
    shown = f'IF({cell}="","",{cell})' if np.isnan(values).any() else cell
    by_year, for_period = shown if years else "", shown if has_period else ""
    return Formula(values=values, by_year=by_year, for_period=for_period)


def _if_any(booked: Array, tolerance: Array, found: Array) -> Array:
    return np.where(np.abs(booked) <= tolerance, np.nan, found)


def _count_below(shares: Array, at: Array) -> Array:
    return np.array([(shares < at).sum()], dtype=float)


def _count_near(shares: Array, at: Array, off: Array) -> Array:
    return np.array([((shares > at - off) & (shares < at + off)).sum()], dtype=float)
