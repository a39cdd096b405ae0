"""What every page of a workbook is made from: results, in a language, as made by a run."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.trials import Trials
from innobudget.messages import Text, said
from innobudget.report.tables import Cell, Figure, PageTable, Role, Row, heading, text
from innobudget.report.voice import RunRecord, Voice
from innobudget.report.words import labels, sheets
from innobudget.report.words.distributions import plain

if TYPE_CHECKING:  # drawing is slow to load, and nothing is drawn here
    from innobudget.report.figures.chart import Chart

UNITS = {
    Figure.SHARE: sheets.SHARE,
    Figure.FINE_SHARE: sheets.SHARE,
    Figure.FINEST_SHARE: sheets.SHARE,
    Figure.TEXT: sheets.WORDS_UNIT,
    Figure.COUNT: sheets.COUNT_UNIT,
    Figure.VERDICT: sheets.YES_NO,
    Figure.YEAR: sheets.YEAR_UNIT,
}
"""Of figures other than amounts."""
DISTRIBUTION = 5
"""Figures that tell a distribution, beside its mean."""
WORDS_WIDE = (54.0, 39.0, 16.0)
"""Of the columns of words that every sheet begins with. [characters]"""


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one row; messages are said in the language of the sheet."""

    label: str
    """What it is."""
    _: KW_ONLY
    detail: str = ""
    """Which one."""
    unit: str | None = None
    """Of its figures; None: that of amounts."""
    mark: str = ""
    """Whether it is sourced, an estimate or illustrative."""
    source: str = ""
    """Where it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Voice):
    """A subject of a workbook, of one run or of a comparison."""

    made: RunRecord
    """By which run."""
    blank: ClassVar[Cell | None] = None
    """Stands where a row has no detail or no unit."""

    def unit_of(self, figure: Figure) -> str:
        """Return the unit of what is shown as such a figure."""
        if figure is Figure.AMOUNT:
            return self.unit
        return self.say(UNITS[figure])

    @property
    def units(self) -> str:
        """The note on units and prices."""
        return self.say(sheets.UNITS, unit=self.unit, prices=self.prices)

    def correlated(self, found: Correlation) -> str:
        """Say how far the same quantity of several investments falls out alike."""
        ends = {"within": found.within_track, "across": found.across_tracks}
        told = {name: plain(end, self.language) for name, end in ends.items()}
        return self.say(sheets.CORRELATED, **told)

    def driven(self, driver: Driver, titles: Mapping[str, str] | None = None) -> str:
        """Say on whom and on what a driver acts, and how strongly; `titles` by id."""
        loads = ", ".join(
            f"{self.say(sheets.QUANTITY_NAMES[quantity])} {plain(load, self.language)}"
            for quantity, load in driver.loads.items()
        )
        whom = self.say(sheets.ALL_INVESTMENTS)
        if driver.applies_to is not None:
            whom = ", ".join((titles or {}).get(item, item) for item in driver.applies_to)
        return self.say(sheets.APPLIES_TO, whom=whom, loads=loads)

    def told(self, words: str) -> str:
        """Say a message; words that are said already stay as they are."""
        return self.say(words) if isinstance(words, Text) else words

    def line(self, key: str, entry: Entry, cells: Iterable[Cell | None]) -> Row:
        """Return a row: the words that every sheet begins with, then its cells."""
        unit = self.unit if entry.unit is None else entry.unit
        words = (text(self.told(word)) if word else self.blank for word in (entry.detail, unit))
        return Row(key=key, cells=(text(self.told(entry.label)), *words, *cells))

    def table(
        self,
        title: str,
        rows: Iterable[Row],
        *,
        note: str = "",
        headings: Iterable[Cell] = (),
        key: str = "",
    ) -> PageTable:
        """Return rows under a title."""
        words = {"title": self.told(title), "note": self.told(note)}
        return PageTable(**words, rows=tuple(rows), headings=tuple(headings), key=key)

    def heads(self, words: Iterable[str], figure: Figure = Figure.TEXT) -> tuple[Cell, ...]:
        """Return the headings of columns that hold such figures."""
        return tuple(heading(self.told(word), figure) for word in words)

    def headings_of(
        self, columns: Iterable[Cell], *, label: str = "", detail: Text = sheets.DETAIL
    ) -> tuple[Cell, ...]:
        """Return the headings of a page or a table: of its words, and what follows."""
        words = (label, self.say(detail), self.say(sheets.UNIT))
        return (*map(heading, words), *columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Speaker):
    """The subject of one run's workbook."""

    results: Results
    """What it tells."""
    sample: Trials
    """Some of the run's trials, for the sheets Trials and What-if."""
    charts: Sequence["Chart"] = ()
    """Those of the report that it is a part of: it leads from each to its figures, and back."""

    @property
    def scenario(self) -> Scenario:
        """What was simulated."""
        return self.results.scenario

    @property
    def across(self) -> int:
        """How many figures an input may have: one a year or a step of the longest phase-in."""
        ramps = [effect.ramp for item in self.investments for effect in item.effects]
        return max(len(self.years), DISTRIBUTION, *(len(_told(ramp)) for ramp in ramps))

    @property
    def investments(self) -> tuple[Investment, ...]:
        """Those that were simulated, in the order of the scenario."""
        return self.scenario.enabled

    @property
    def net_present_value(self) -> str:
        """What it is called, with the years that it covers."""
        return f"{self.say(labels.NPV)} {self.horizon}"

    @property
    def tabs(self) -> Mapping[str, Text]:
        """Names of its sheets by their keys, in reading order."""
        return sheets.NAMES if self.results.followup is None else sheets.FOLLOWED

    def case(self, number: int) -> str:
        """Return what an investment is called on every sheet: its number and title."""
        return f"{number}. {self.investments[number - 1].title}"

    def stage(self, stage: Stage, position: int) -> str:
        """Return what people call a stage."""
        return stage.name or self.say(sheets.STAGE_NUMBER, number=position)

    def effect(self, effect: Effect, position: int) -> str:
        """Say which effect it is, where it falls, and who has it where that is not our own cash."""
        kind = effect.kind and self.say(labels.KINDS[effect.kind])
        side = "" if effect.side == "expenditure" else f"({self.say(labels.SIDES[effect.side])})"
        where = " ".join(filter(None, (effect.line, effect.area, kind, side)))
        told = [f"{position}. {where or self.say(sheets.NO_LINE)}"]
        if not effect.is_own_cash:
            told.append(self.say(labels.BENEFICIARIES[effect.beneficiary]))
            told.append(self.say(labels.GAINS[effect.gain]))
        if effect.certain:
            told.append(self.say(sheets.CERTAIN_EFFECT))
        return ", ".join(told)

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
        last = (entry.mark, entry.source) if entry.source else ()
        words = (text(self.told(word)) for word in last)
        return self.line(key, entry, (value, *across, *blank, *words))

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
        columns = (
            heading(value, Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in self.years),
            *(heading(self.say(sheets.RAMP_STEP, number=step)) for step in steps),
            *self.heads(last),
        )
        return self.headings_of(columns, label=self.say(label), detail=detail)

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
