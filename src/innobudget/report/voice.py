"""Who speaks in a report: a scenario's years, units and prices as one language writes them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from innobudget.domain.scenario import Language, Scenario
from innobudget.messages import Text
from innobudget.report.words.numbers import percent, price_basis, thousands

DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One execution, as reports print it."""

    version: str
    """Of innobudget."""
    date: datetime
    """When the report was made; also the date in the file's properties."""
    command: str = ""
    """Command line; empty when it was made in code."""
    inputs: Mapping[str, str]
    """SHA-256 of every input file by its name."""


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

    def chance(self, probability: float) -> str:
        """Return a probability in per cent, never rounded to certainty."""
        return percent(probability, self.language)

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
    def horizon(self) -> str:
        """All years: `2025–2034`."""
        return span(self.years)


def span(years: tuple[int, ...]) -> str:
    """Write the first and the last of some years: `2025–2028`; of a single one, that."""
    return DASH.join(map(str, dict.fromkeys((years[0], years[-1]))))
