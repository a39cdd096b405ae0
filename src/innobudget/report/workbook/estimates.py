"""A figure of What-if: its value and formula by year and for the period, and its error."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from innobudget.engine.flows import Array
from innobudget.report.tables import Cell, Figure, Role, Row
from innobudget.report.words import sheets, workings
from innobudget.report.workbook.edition import Edition, Entry

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
            ("", workings.WHATIF_FIGURE, self.now, Role.CALCULATED),
            (".error", workings.PLUS_MINUS, self.error, Role.NOTE),
            (".run", workings.RUN_FIGURE, self.run, Role.SIMULATED),
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


def pointer(key: str, years: Values, period: float | None) -> Estimate:
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


def sample_quantile(trials: Array, share: float) -> Array:
    """Return the value of each year below which a share of the trials lies."""
    return np.asarray(np.quantile(trials, share, axis=0))


def rank_error(share: float, trials: int) -> float:
    """Return the standard error of the rank of a percentile in so many plain trials."""
    return float(np.sqrt(share * (1 - share) / trials))
