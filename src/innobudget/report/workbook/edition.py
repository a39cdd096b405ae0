"""What every page of a workbook is made from: results, in a language, as made by a run."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from innobudget.domain.investment import Investment
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.engine.trials import Trials
from innobudget.messages import Text, said
from innobudget.report.record import RunRecord
from innobudget.report.tables import Cell, Figure, Role, Row, heading, text
from innobudget.report.words import labels, sheets
from innobudget.report.words.numbers import price_basis, thousands

DISTRIBUTION = 5
"""Figures that tell a distribution, beside its mean."""
WORDS_WIDE = (54.0, 39.0, 16.0)
"""Of the columns of words that every sheet begins with. [characters]"""


class Speaker(Protocol):
    """A subject of a workbook, of one run or of a comparison, in its language."""

    @property
    def language(self) -> Language:
        """In which language."""

    @property
    def made(self) -> RunRecord:
        """By which run."""

    def say(self, phrase: Text, **values: object) -> str:
        """Return a phrase in the language of the workbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The words of one row."""

    label: str
    """What it is."""
    detail: str = ""
    """Which one."""
    unit: str
    """Of its figures."""
    mark: str = ""
    """Whether it is sourced, an estimate or illustrative."""
    source: str = ""
    """Where it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One workbook's subject."""

    results: Results
    """What it tells."""
    language: Language
    """In which language."""
    made: RunRecord
    """By which run."""
    sample: Trials
    """Some of the run's trials."""

    def say(self, phrase: Text, **values: object) -> str:
        """Return a phrase in the language of the edition."""
        return phrase(self.language, **values)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the horizon. [calendar years]"""
        return self.results.scenario.horizon.years

    @property
    def across(self) -> int:
        """How many figures an input may have: one a year or a step of the longest phase-in."""
        ramps = [effect.ramp for item in self.investments for effect in item.effects]
        return max(len(self.years), DISTRIBUTION, *(len(_told(ramp)) for ramp in ramps))

    @property
    def investments(self) -> tuple[Investment, ...]:
        """Those that were simulated, in the order of the scenario."""
        return self.results.scenario.enabled

    @property
    def unit(self) -> str:
        """The unit of amounts: `1.000 kr.`."""
        return thousands(self.results.scenario.assumptions.currency, self.language)

    @property
    def prices(self) -> str:
        """The prices of amounts: `2025-p/l`."""
        assumptions = self.results.scenario.assumptions
        return price_basis(assumptions.price_level or assumptions.base_year, self.language)

    @property
    def period(self) -> str:
        """The budget period: `2025-2028`."""
        return self._span(self.results.scenario.horizon.period)

    @property
    def horizon(self) -> str:
        """All years: `2025-2034`."""
        return self._span(len(self.years))

    def _span(self, length: int) -> str:
        first, last = self.years[0], self.years[length - 1]
        return str(first) if length == 1 else f"{first}\N{EN DASH}{last}"

    @property
    def net_present_value(self) -> str:
        """What it is called, with the years that it covers."""
        return f"{self.say(labels.NPV)} {self.horizon}"

    def case(self, number: int) -> str:
        """Return what an investment is called on every sheet: its number and title."""
        return f"{number}. {self.investments[number - 1].title}"

    @property
    def budget_years(self) -> Row:
        """What the years across are in a budget: its year, the estimate years, those after."""
        period = self.results.scenario.horizon.period
        names = [
            self.say(sheets.BUDGET_YEAR),
            *(self.say(sheets.ESTIMATE_YEAR, number=n) for n in range(1, period)),
            *((self.say(sheets.LATER_YEARS),) if period < len(self.years) else ()),
        ]
        cells = (Cell(value=name, figure=Figure.COUNT, role=Role.NOTE) for name in names)
        return Row(cells=(None, None, None, None, *cells))

    def named(self, key: str, cell: Cell) -> Cell:
        """Give a cell that many formulas draw on its defined name."""
        return replace(cell, name=self.say(sheets.NAMES_OF_CELLS[key]))

    def row(
        self, key: str, entry: Entry, *, years: Iterable[Cell] = (), value: Cell | None = None
    ) -> Row:
        """Return a row of a page with years across."""
        if value is not None and key in sheets.NAMES_OF_CELLS:
            value = self.named(key, value)
        across = tuple(years)
        blank = (None,) * ((self.across if entry.source else len(self.years)) - len(across))
        return Row(
            key=key,
            cells=(
                text(entry.label),
                text(entry.detail) if entry.detail else None,
                text(entry.unit),
                value,
                *across,
                *blank,
                *((text(entry.mark), text(entry.source)) if entry.source else ()),
            ),
        )

    def headings(
        self,
        *,
        value: str,
        label: Text = sheets.FIGURE,
        detail: Text = sheets.DETAIL,
        sources: bool = False,
    ) -> tuple[Cell, ...]:
        """Return the headings of a page with years across."""
        steps = range(len(self.years) + 1, self.across + 1) if sources else ()
        last = (sheets.MARK, sheets.SOURCE) if sources else ()
        return (
            heading(self.say(label)),
            heading(self.say(detail)),
            heading(self.say(sheets.UNIT)),
            heading(value, Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in self.years),
            *(heading(self.say(sheets.RAMP_STEP, number=step)) for step in steps),
            *(heading(self.say(phrase)) for phrase in last),
        )

    def widths(
        self,
        *,
        sources: bool = False,
        at_least: int = 0,
        words: tuple[float, float, float] = WORDS_WIDE,
    ) -> tuple[float, ...]:
        """Return the column widths of a page with years or figures across. [characters]"""
        across = (10.5,) * max(self.across if sources else len(self.years), at_least)
        return (*words, 13, *across, *((14, 40) if sources else ()))


def _told(ramp: tuple[float, ...]) -> tuple[float, ...]:
    """Return a phase-in without steps that repeat the one before to its end."""
    return ramp if len(ramp) < 2 or ramp[-1] != ramp[-2] else _told(ramp[:-1])


def placed(edition: Speaker, place: str) -> str:
    """Say where in its file something stands, in the language of the workbook."""
    return said(place, edition.language)


def period_sum(key: str, values: Iterable[float], period: int, role: Role) -> Cell:
    """Return the sum of a row's years over the budget period. [currency to thousands]"""
    total = sum(list(values)[:period])
    return Cell(value=total / 1000, figure=Figure.AMOUNT, role=role, formula=f"SUM([{key}@period])")
