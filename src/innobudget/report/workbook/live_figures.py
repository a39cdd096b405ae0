"""The figures of What-if: each with its formula, its sampling error and the run's figure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from innobudget.engine.collection import TOLERANCE
from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Cell, Figure, Role, Row
from innobudget.report.words import labels, sheets
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.pages.trials import columns_of
from innobudget.report.workbook.trial_columns import TrialColumns

PERCENTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
ANSWERS = ("met", "holds", "budget_gap.mean", "reserve", "safe", "npv.p50", "npv.positive")
"""Figures that stand at the top of What-if and on Summary."""

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure by year and for the period, with a formula for either."""

    years: Values = ()
    """By year; empty: none. [currency or fraction]"""
    by_year: str = ""
    """Formula of the years."""
    period: float | None = None
    """For the budget period, or without a year. [currency or fraction]"""
    for_period: str = ""
    """Formula of the period; empty: none."""

    def cells(self, figure: Figure, role: Role) -> tuple[tuple[Cell, ...], Cell | None]:
        """Return the cells of the years and of the period."""
        scale = 1000.0 if figure is Figure.AMOUNT else 1.0

        def cell(value: float | None, formula: str) -> Cell:
            scaled = None if value is None else float(value) / scale
            return Cell(value=scaled, figure=figure, role=role, formula=formula)

        return (
            tuple(cell(value, self.by_year) for value in self.years),
            cell(self.period, self.for_period) if self.for_period else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One figure of What-if."""

    key: str
    """As on Results: `saving.p10`."""
    label: str
    """In words."""
    figure: Figure
    """Kind of value."""
    now: Estimate
    """At the settings as they are."""
    error: Estimate
    """Its standard error in a sample of this size."""
    run: Estimate
    """The same figure of the run."""

    @property
    def is_answer(self) -> bool:
        """Say whether it stands at the top of the sheet."""
        return self.key in ANSWERS

    def _unit(self, edition: Edition) -> str:
        return edition.unit if self.figure is Figure.AMOUNT else edition.say(sheets.SHARE)

    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield the figure, its error and the run's figure as rows with years across."""
        parts = (
            ("", sheets.WHATIF_FIGURE, self.now, Role.CALCULATED),
            (".error", sheets.PLUS_MINUS, self.error, Role.NOTE),
            (".run", sheets.RUN_FIGURE, self.run, Role.SIMULATED),
        )
        for suffix, phrase, estimate, role in parts:
            years, value = estimate.cells(self.figure, role)
            entry = Entry(label=self.label, detail=edition.say(phrase), unit=self._unit(edition))
            yield edition.row(f"whatif.{self.key}{suffix}", entry, value=value, years=years)

    def shown(self, edition: Edition) -> Row:
        """Return the figure as another sheet shows it."""
        cell = f"[whatif.{self.key}]"
        shown = f'IF({cell}="","",{cell})' if self.figure is Figure.SHARE else cell
        estimate = replace(self.now, by_year=shown, for_period=shown if self.now.for_period else "")
        years, value = estimate.cells(self.figure, Role.CALCULATED)
        entry = Entry(label=self.label, unit=self._unit(edition))
        return edition.row(f"results.whatif.{self.key}", entry, value=value, years=years)

    def answer(self, edition: Edition) -> Row:
        """Return the period's figure, error and run's figure side by side."""
        return Row(
            key=f"whatif.answer.{self.key}",
            cells=(
                Cell(value=self.label),
                None,
                Cell(value=self._unit(edition)),
                *self.now_and_error(),
                self._period(".run", self.run, Role.SIMULATED),
            ),
        )

    def now_and_error(self) -> tuple[Cell, Cell]:
        """Return the period's figure and its error, as another table shows them."""
        return (
            self._period("", self.now, Role.CALCULATED),
            self._period(".error", self.error, Role.NOTE),
        )

    def _period(self, suffix: str, estimate: Estimate, role: Role) -> Cell:
        scale = 1000 if self.figure is Figure.AMOUNT else 1
        return Cell(
            value=None if estimate.period is None else estimate.period / scale,
            figure=self.figure,
            role=role,
            formula=f"[whatif.{self.key}{suffix}@value]",
        )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """One amount in all trials of the sheet."""

    key: str
    label: str
    yearly: Array
    """Shape (trial, year)."""
    period: Array
    """Shape (trial,); empty: none."""
    in_year: str = ""
    in_period: str = ""

    def estimate(self, figure: Callable[[Array], Array], formula: str) -> Estimate:
        """Apply one formula, with the trials as `{}`, to every year and to the period."""
        return Estimate(
            years=tuple(figure(self.yearly)) if self.in_year else (),
            by_year=formula.replace("{}", self.in_year),
            period=float(figure(self.period[:, None])[0]) if self.in_period else None,
            for_period=formula.replace("{}", self.in_period) if self.in_period else "",
        )


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
        self.saving = _Sample(
            key="saving",
            label=edition.say(measures["saving"]),
            yearly=now.saving,
            period=now.saving[:, period].sum(axis=1),
            in_year=columns.in_year("saving"),
            in_period=columns.all("saving_period"),
        )
        self.gap = _Sample(
            key="budget_gap",
            label=edition.say(measures["budget_gap"]),
            yearly=now.budget_gap,
            period=now.budget_gap[:, period].sum(axis=1),
            in_year=columns.in_year("budget_gap"),
            in_period=columns.all("gap_period"),
        )
        self.cumulative = _Sample(
            key="cumulative_net",
            label=edition.say(measures["cumulative_net"]),
            yearly=now.cumulative_net,
            period=empty,
            in_year=columns.in_year("cumulative_net"),
        )
        self.npv = _Sample(
            key="npv",
            label=edition.say(labels.NPV),
            yearly=empty,
            period=now.npv,
            in_period=columns.all("npv"),
        )
        self._payback = columns.all("payback")

    def statistic(self, sample: _Sample, statistic: str) -> Live:
        """Return a mean or percentile."""
        told = self._edition.say(sheets.STATISTICS[statistic])
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

    def _percentile(self, sample: _Sample, key: str, cell: str) -> tuple[Estimate, Estimate]:
        share = PERCENTILES[key.rpartition(".")[2]]
        own = f"[whatif.{key}]"
        rank = f"[whatif.rank.{key.rpartition('.')[2]}@value]"
        formula = (
            f"MAX(PERCENTILE({{}},MIN(1,{cell}+{rank}))-{own},"
            f"{own}-PERCENTILE({{}},MAX(0,{cell}-{rank})))"
        )
        return (
            sample.estimate(lambda trials: _quantile(trials, share), f"PERCENTILE({{}},{cell})"),
            sample.estimate(lambda trials: self._quantile_error(trials, share), formula),
        )

    def _quantile_error(self, trials: Array, share: float) -> Array:
        rank = rank_error(share, self._trials)
        middle = _quantile(trials, share)
        above = _quantile(trials, min(1.0, share + rank)) - middle
        return np.maximum(above, middle - _quantile(trials, max(0.0, share - rank)))

    def _run(self, key: str, statistic: str) -> Estimate:
        outcome = self._outcome
        if key == "npv":
            return _pointer(f"results.npv.{statistic}", (), getattr(outcome.npv, statistic))
        measure = next(name for name in outcome.measures if name == key)
        period = {"saving": outcome.saving_period, "budget_gap": outcome.gap_period}.get(key)
        return _pointer(
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
        run = _pointer(
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
        run = _pointer(
            "results.holds",
            tuple(1 - gap for gap in outcome.probability_gap),
            outcome.probability_budget_holds_period,
        )
        label = self._edition.say(labels.PROBABILITY_BUDGET_HOLDS)
        return self._share("holds", label, now, run)

    def _gap_at_confidence(self, trials: Array) -> Array:
        return _quantile(trials, self._now.confidence)

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
            "reserve", now, _pointer("results.reserve", outcome.reserve, outcome.reserve_period)
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
        return self._booking("safe", now, _pointer("results.safe", safe.amount, safe.amount_period))

    def npv_positive(self) -> Live:
        """Return the probability that the net present value is above zero."""
        now = self.npv.estimate(
            lambda trials: (trials > TOLERANCE).mean(axis=0),
            "SUMPRODUCT(({}>[tolerance@value])*1)/[whatif.n@value]",
        )
        run = _pointer("results.npv.positive", (), self._outcome.probability_npv_positive)
        return self._share("npv.positive", self._edition.say(sheets.NPV_POSITIVE), now, run)

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
        run = _pointer(
            "results.payback",
            tuple(payback.years.get(year, 0.0) for year in years),
            payback.never,
        )
        return self._share("payback", self._edition.say(sheets.PAYBACK_PROBABILITY), now, run)


def _pointer(key: str, years: Values, period: float | None) -> Estimate:
    """Return the figures of a row on Results; blank there is blank here."""
    cell = f"[{key}]"
    blank_stays = f'IF({cell}="","",{cell})' if None in (*years, period) else cell
    has_period = period is not None or key == "results.met"
    return Estimate(
        years=years,
        by_year=blank_stays,
        period=period,
        for_period=blank_stays if has_period else "",
    )


def _quantile(trials: Array, share: float) -> Array:
    return np.asarray(np.quantile(trials, share, axis=0))


def rank_error(share: float, trials: int) -> float:
    """Return the standard error of the rank of a percentile in so many plain trials."""
    return float(np.sqrt(share * (1 - share) / trials))
