"""What every page of a comparison's workbook is made from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import ComparisonResults, Paired, Standing
from innobudget.domain.scenario import Scenario
from innobudget.messages import Text
from innobudget.report import theme
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.measured import same_money
from innobudget.report.comparison.then_and_now import findings_of
from innobudget.report.layout_text import cut
from innobudget.report.tables import (
    Cell,
    ChartKind,
    Figure,
    NativeChart,
    NativeSeries,
    Role,
    Row,
    heading,
)
from innobudget.report.words import answers
from innobudget.report.words import comparison_sheets as words
from innobudget.report.workbook.edition import Entry, Speaker
from innobudget.report.workbook.references import VALUE_COLUMN, letters

NAME_CHARACTERS = 60
PERCENTILES = ("p10", "p50", "p90")
SIDES = {"higher": words.PROBABILITY_HIGHER, "lower": words.PROBABILITY_LOWER}
COLOURS = (
    theme.DARK_BLUE,
    theme.TURQUOISE,
    theme.DARK_PINK,
    theme.ORANGE,
    theme.DARK_GREY,
    theme.LIGHT_PURPLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One figure that is shown for several scenarios or years."""

    key: str
    """What formulas call its row."""
    label: str
    """In words."""
    figure: Figure = Figure.AMOUNT
    """Kind of value."""
    better: Text | None = None
    """Whether higher or lower is better; None: not said."""
    detail: str = ""
    """Which one, where that is not said by `better`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonEdition(Speaker):
    """The subject of a comparison's workbook."""

    comparison: ComparisonResults
    """What it tells."""

    @property
    def scenario(self) -> Scenario:
        """The scenario whose seed, trials and sampling hold for all."""
        return self.comparison.scenarios[0]

    @property
    def findings(self) -> Findings:
        """What it finds, in words."""
        return findings_of(self.comparison, self.language, self.called)

    def say(self, phrase: Text, **values: object) -> str:
        """Return a phrase in the language of the edition."""
        return self.findings.say(phrase, **values)

    def called(self, standing: Standing) -> str:
        """Return a scenario's name, shortened where it is long, and still its own."""
        names = [cut(self.comparison.title(item), NAME_CHARACTERS) for item in self.standings]
        name = names[self.standings.index(standing)]
        return name if names.count(name) == 1 else f"{name} ({standing.id})"

    def key(self, standing: Standing) -> str:
        """Return what formulas call a scenario's rows."""
        return f"scenario{self.standings.index(standing) + 1}"

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The scenarios in the order given."""
        return self.comparison.standings

    @property
    def first_name(self) -> str:
        """What the first scenario is called."""
        return self.called(self.standings[0])

    @property
    def notes(self) -> tuple[str, ...]:
        """Signs and units, as every sheet says them."""
        return (self.say(words.SIGNS, first=self.first_name), self.units)

    @property
    def scenario_columns(self) -> str:
        """The columns of the scenarios, as after `@`."""
        return f"{letters(VALUE_COLUMN)}:{letters(VALUE_COLUMN + len(self.standings) - 1)}"

    @property
    def widths(self) -> tuple[float, ...]:
        """Column widths of a page. [characters]"""
        across = max(len(self.years), len(self.standings) - 1)
        return (62, 34, 16, *(14,) * (across + 1))

    def scenario_headings(self, detail: Text = words.BETTER_IS) -> tuple[Cell, ...]:
        """Return the headings of a table with one column per scenario."""
        names = [heading(self.called(item), Figure.AMOUNT) for item in self.standings]
        return self.headings_of(names, detail=detail)

    def year_headings(self) -> tuple[Cell, ...]:
        """Return the headings of a table with years across."""
        years = [heading(year, Figure.YEAR) for year in self.years]
        return self.headings_of([heading(self.period, Figure.AMOUNT), *years])

    def unit_of(self, figure: Figure) -> str:
        """Return the unit of what is shown as such a figure; a factor is a saving per krone."""
        if figure in {Figure.FACTOR, Figure.FINE}:
            return self.say(words.RATIO, unit=self.currency)
        return Speaker.unit_of(self, figure)

    def row(self, measure: Shown, values: Sequence[Cell | None]) -> Row:
        """Return a row of values from the column of constants on."""
        better = measure.better
        if better and measure.figure is Figure.AMOUNT and not same_money(self.comparison):
            better = words.OF_SIZE
        detail = measure.detail or (self.say(better) if better else "")
        entry = Entry(label=measure.label, detail=detail, unit=self.unit_of(measure.figure))
        return self.line(measure.key, entry, values)

    def simulated(self, measure: Shown, values: Iterable[float | None]) -> Row:
        """Return a row of figures that come from the trials."""
        return self.row(measure, [cell(measure.figure, value) for value in values])

    def paired(
        self, shown: Shown, found: Sequence[Paired | None], statistics: Sequence[str]
    ) -> Iterator[Row]:
        """Yield how differences are distributed, and in how many trials they go which way."""
        for statistic in statistics:
            told = self.say(answers.STATISTICS[statistic])
            label = self.say(words.STATISTIC, measure=shown.label, statistic=told)
            own = replace(shown, key=f"{shown.key}.{statistic}", label=label)
            values = [None if item is None else getattr(item, statistic) for item in found]
            yield self.simulated(own, [None, *values])
        for side, phrase in SIDES.items():
            label = self.say(phrase, measure=shown.label)
            share = replace(shown, key=f"{shown.key}.{side}", label=label, figure=Figure.FINE_SHARE)
            field = f"probability_{side}"
            values = [None if item is None else getattr(item, field) for item in found]
            yield self.simulated(share, [None, *values])

    def by_year(
        self, told: tuple[Text, Text], *, measure: str, block: str, years: str
    ) -> NativeChart:
        """Return a chart, with title and description, of a measure's rows on one sheet."""
        title, description = told
        return NativeChart(
            title=self.say(title),
            description=self.say(description),
            kind=ChartKind.LINES,
            series=tuple(
                NativeSeries(
                    name=self.called(item),
                    key=f"{block}.{self.key(item)}.{measure}",
                    colour=colour,
                )
                for item, colour in zip(self.standings, COLOURS, strict=False)
            ),
            categories=years,
            unit=self.unit,
        )


def cell(
    figure: Figure, value: float | None, *, role: Role = Role.SIMULATED, formula: str = ""
) -> Cell | None:
    """Return a figure [currency, or as it is] as a cell; amounts in thousands.

    Less than half an øre is nothing: a saved `-0` would only puzzle.
    """
    if value is None:
        return None
    if figure is Figure.AMOUNT and abs(value) < HALF_AN_ORE:
        value = 0.0
    shown = value / 1000 if figure is Figure.AMOUNT else value
    return Cell(value=shown, figure=figure, role=role, formula=formula)
