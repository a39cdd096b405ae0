"""Who speaks in a report: a scenario's years, units and prices as one language writes them."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from innobudget.domain.rebooking import decided_years, first_open_year
from innobudget.domain.scenario import Language, Scenario
from innobudget.errors import describe
from innobudget.messages import Text
from innobudget.report.words import charts, terminal
from innobudget.report.words.numbers import day, number, percent, price_basis, thousands, told

DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One execution, as reports print it."""

    version: str
    """Of innobudget."""
    date: dt.datetime
    """When the report was made; also the date in the file's properties."""
    command: str = ""
    """Command line; empty when it was made in code."""
    inputs: Mapping[str, str]
    """SHA-256 of every input file by its name."""
    sender: Mapping[str, str] = field(default_factory=dict)
    """Who sends the report and where questions go, as properties of a workbook call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice(ABC):
    """A subject of reports, of one run or of a comparison, in a language."""

    language: Language
    """In which language."""

    @property
    @abstractmethod
    def scenario(self) -> Scenario:
        """The scenario whose years, currency and trials hold for all that is told."""

    def say(self, phrase: Text, **values: object) -> str:
        """Return a phrase in the language."""
        return phrase(self.language, **values)

    def of_bookings(self, every: Text, rest: Text, **values: object) -> str:
        """Return a phrase about bookings of every year, or of those from an open `year` on."""
        first = first_open_year(self.scenario)
        stands = self.scenario.horizon.base_year < first
        return self.say(rest if stands else every, year=first, **values)

    def chance(self, probability: float) -> str:
        """Return a probability in per cent, never rounded to certainty."""
        return percent(probability, self.language)

    def money(self, value: float) -> str:
        """Write an amount [currency] with three figures at most."""
        return told(value, self.currency, self.language)

    @property
    def confidence(self) -> float:
        """How sure the council wants to be."""
        return self.scenario.assumptions.confidence

    @property
    def currency(self) -> str:
        """The currency of every amount, by its code."""
        return self.scenario.assumptions.currency

    @property
    def unit(self) -> str:
        """The unit of a workbook's amounts: `1.000 kr.`."""
        return thousands(self.currency, self.language)

    @property
    def prices(self) -> str:
        """The prices of amounts: `2025-p/l`."""
        assumptions = self.scenario.assumptions
        return price_basis(assumptions.price_level or assumptions.base_year, self.language)

    def source_of(self, name: str, date: dt.date) -> str:
        """Return what stands below a chart: the name of what was simulated, and how and when."""
        sampled = self.scenario.sampled
        return self.say(
            charts.SOURCE_ONE if sampled.trials == 1 else charts.SOURCE,
            name=name,
            trials=number(sampled.trials, self.language),
            seed=sampled.seed,
            date=day(date, self.language),
        )

    def badge_of(self, scenarios: Iterable[Scenario]) -> str:
        """Return what an overview of scenarios carries: whether figures are only an example."""
        illustrative = any(scenario.is_illustrative for scenario in scenarios)
        return self.say(charts.ILLUSTRATIVE) if illustrative else ""

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the horizon. [calendar years]"""
        return self.scenario.horizon.years

    @property
    def period_years(self) -> tuple[int, ...]:
        """The years of the budget period."""
        return self.years[: self.scenario.horizon.period]

    @property
    def period(self) -> str:
        """The budget period: `2025–2028`."""
        return span(self.period_years)

    @property
    def decided(self) -> str:
        """The years of it that a decision is about: `2027–2028`."""
        return span(self.period_years[decided_years(self.scenario).start :])

    @property
    def horizon(self) -> str:
        """All years: `2025–2034`."""
        return span(self.years)


def span(years: tuple[int, ...]) -> str:
    """Write the first and the last of some years: `2025–2028`; of a single one, that."""
    return DASH.join(map(str, dict.fromkeys((years[0], years[-1]))))


def cases_text(count: int, language: Language) -> str:
    """Count investments in words."""
    return terminal.ONE_CASE(language) if count == 1 else terminal.CASES(language, count=count)


def doubts_text(scenario: Scenario) -> str:
    """Say how many doubts there are about a scenario, and each; nothing of none."""
    language, doubts = scenario.assumptions.language, tuple(dict.fromkeys(scenario.doubts))
    if not doubts:
        return ""
    count = terminal.DOUBTS if len(doubts) > 1 else terminal.ONE_DOUBT
    return f"{count(language, count=len(doubts))}\n{describe(doubts, language)}"
