"""A figure of What-if as other sheets show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from innobudget.report.tables import Cell, Figure, Role, Row
from innobudget.report.words import workings
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.formulas import Formula

ANSWERS = {
    **dict.fromkeys(("met", "holds", "budget_gap.mean", "reserve", "safe"), "period"),
    **dict.fromkeys(("npv.p50", "npv.positive", "payback.p50"), "horizon"),
}
"""Figures that stand at the top of What-if and on Summary, and the years that they cover."""


UNUSABLE = "IF([checks.unusable@value]>0,[checks.cannot@value],{0})"
"""In place of an answer while an input is no number: it would be that of the run's figure.

Only where nothing else draws on the cell: to many functions a text is no error, but nothing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """One figure of What-if."""

    key: str
    """As on Results: `saving.p10`."""
    label: str
    """In words."""
    figure: Figure
    """Kind of value."""
    now: Formula
    """At the settings as they are."""
    error: Formula
    """Its standard error in a sample of this size."""
    run: Formula
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

    def rows(self, edition: Edition) -> Iterator[Row]:
        """Yield the figure, its error and the run's figure as rows with years across."""
        parts = (
            ("", workings.WHATIF_FIGURE, self.now, self.figure, Role.CALCULATED),
            (".error", workings.PLUS_MINUS, self.error, self.error_figure, Role.NOTE),
            (".run", workings.RUN, self.run, self.figure, Role.SIMULATED),
        )
        for suffix, phrase, formula, figure, role in parts:
            years, value = formula.cells(figure, role)
            entry = Entry(self.label, detail=phrase, unit=edition.unit_of(self.figure))
            yield edition.row(f"whatif.{self.key}{suffix}", entry, value=value, years=years)

    def shown(self, edition: Edition) -> Row:
        """Return the figure as another sheet shows it."""
        cell = f"[whatif.{self.key}]"
        years, value = self.now.pointing(UNUSABLE.format(cell)).cells(self.figure, Role.CALCULATED)
        entry = Entry(self.label, unit=edition.unit_of(self.figure))
        return edition.row(f"results.whatif.{self.key}", entry, value=value, years=years)

    def answer(self, edition: Edition) -> Row:
        """Return the period's figure, error and run's figure side by side."""
        spanning = ANSWERS[self.key] == "period"
        label = f"{self.label}, {edition.period}" if spanning else self.label
        return Row(
            key=f"whatif.answer.{self.key}",
            cells=(
                Cell(value=label),
                None,
                Cell(value=edition.unit_of(self.figure)),
                *self.now_and_error(),
                self._period(".run", self.run, self.figure, Role.SIMULATED),
            ),
        )

    def now_and_error(self) -> tuple[Cell, Cell]:
        """Return the period's figure and its error, as another table shows them."""
        return (
            self._period("", self.now, self.figure, Role.CALCULATED),
            self._period(".error", self.error, self.error_figure, Role.NOTE),
        )

    def _period(self, suffix: str, formula: Formula, figure: Figure, role: Role) -> Cell:
        cell = f"[whatif.{self.key}{suffix}@value]"
        pointing = formula.pointing(cell if suffix == ".run" else UNUSABLE.format(cell))
        return pointing.cells(figure, role)[1] or Cell(value=None)
