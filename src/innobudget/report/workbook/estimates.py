"""A figure of What-if: its value and formula by year and for the period, and its error."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

import numpy as np

from innobudget.domain.results import Payback
from innobudget.engine.flows import Array
from innobudget.report.tables import Cell, Figure, Role, Row
from innobudget.report.words import sheets, workings
from innobudget.report.workbook.edition import Edition, Entry

PERCENTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
ANSWERS = {
    **dict.fromkeys(("met", "holds", "budget_gap.mean", "reserve", "safe"), "period"),
    **dict.fromkeys(("npv.p50", "npv.positive", "payback.p50"), "horizon"),
}
"""Figures that stand at the top of What-if and on Summary, and the years that they cover."""

Known = float | str | None
Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure by year and for the period, with a formula for either."""

    years: Values = ()
    """By year; empty: none. [currency or fraction]"""
    by_year: str = ""
    """Formula of the years."""
    period: Known = None
    """For the budget period, or without a year. [currency or fraction]"""
    for_period: str = ""
    """Formula of the period; empty: none."""

    def cells(self, figure: Figure, role: Role) -> tuple[tuple[Cell, ...], Cell | None]:
        """Return the cells of the years and of the period."""
        scale = 1000.0 if figure is Figure.AMOUNT else 1.0

        def cell(value: Known, formula: str) -> Cell:
            scaled = value if value is None or isinstance(value, str) else float(value) / scale
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

    @property
    def error_figure(self) -> Figure:
        """Kind of value of its error."""
        return {Figure.SHARE: Figure.FINE_SHARE, Figure.YEAR: Figure.COUNT}.get(
            self.figure, self.figure
        )

    def _unit(self, edition: Edition) -> str:
        if self.figure is Figure.AMOUNT:
            return edition.unit
        return edition.say(sheets.YEAR_UNIT if self.figure is Figure.YEAR else sheets.SHARE)

    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield the figure, its error and the run's figure as rows with years across."""
        parts = (
            ("", workings.WHATIF_FIGURE, self.now, Role.CALCULATED),
            (".error", workings.PLUS_MINUS, self.error, Role.NOTE),
            (".run", workings.RUN_FIGURE, self.run, Role.SIMULATED),
        )
        for suffix, phrase, estimate, role in parts:
            figure = self.error_figure if estimate is self.error else self.figure
            years, value = estimate.cells(figure, role)
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
                Cell(value=self._spanning(edition)),
                None,
                Cell(value=self._unit(edition)),
                *self.now_and_error(),
                self._period(".run", self.run, Role.SIMULATED),
            ),
        )

    def _spanning(self, edition: Edition) -> str:
        return f"{self.label}, {edition.period}" if ANSWERS[self.key] == "period" else self.label

    def now_and_error(self) -> tuple[Cell, Cell]:
        """Return the period's figure and its error, as another table shows them."""
        return (
            self._period("", self.now, Role.CALCULATED),
            self._period(".error", self.error, Role.NOTE),
        )

    def _period(self, suffix: str, estimate: Estimate, role: Role) -> Cell:
        figure = self.error_figure if estimate is self.error else self.figure
        _, cell = replace(estimate, for_period=f"[whatif.{self.key}{suffix}@value]").cells(
            figure, role
        )
        return cell or Cell(value=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
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


def pointer(key: str, years: Values, period: Known) -> Estimate:
    """Return the figures of a row on Results; blank there is blank here."""
    cell = f"[{key}]"
    has_period = period is not None or key == "results.met"
    missing = None in years or (has_period and period is None)
    blank_stays = f'IF({cell}="","",{cell})' if missing else cell
    return Estimate(
        years=years,
        by_year=blank_stays,
        period=period,
        for_period=blank_stays if has_period else "",
    )


def share_figure(key: str, label: str, now: Estimate, run: Estimate, trials: int) -> Live:
    """Return a probability, with the standard error that follows from it."""
    own = f"[whatif.{key}]"

    def error(share: Known) -> float | None:
        return None if share is None else rank_error(float(share), trials)

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


def sample_quantile(trials: Array, share: float) -> Array:
    """Return the value of each year below which a share of the trials lies."""
    return np.asarray(np.quantile(trials, share, axis=0))


def rank_error(share: float, trials: int) -> float:
    """Return the standard error of the rank of a percentile in so many plain trials."""
    return float(np.sqrt(share * (1 - share) / trials))


def paid_back_by(payback: Payback, years: tuple[int, ...]) -> tuple[float, ...]:
    """Return the probability of being paid back by each year; rounding never takes it past 1."""
    return tuple(min(1.0, share) for share in accumulate(payback.years.get(y, 0.0) for y in years))
