"""Who tells the results: figures and names as one language writes them."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from typing import NamedTuple

from innobudget.domain.results import InvestmentOutcome, Results
from innobudget.domain.scenario import Language
from innobudget.report.layout_text import cut
from innobudget.report.words import charts as words
from innobudget.report.words import findings
from innobudget.report.words.numbers import (
    NARROW_SPACE,
    frequency,
    number,
    percent,
    price_basis,
    told,
    unit_of,
)
from innobudget.report.words.phrase import Phrase

DOUBLE_STOP = re.compile(r"\b(kr|pct)\.\.")
"""An abbreviation's stop ends the sentence too."""
LIKELY = 0.5
"""From this probability on something is more likely than not."""
MOST_DECIMALS = 3
TITLE_NAME = 48
"""How long a name may be in a title. [characters]"""


class Scale(NamedTuple):
    """How all amounts of a chart are written."""

    unit: float
    """In which they are written. [currency]"""
    name: str
    """Its name."""
    decimals: int
    """How many they have."""
    language: Language
    """In which they are written."""

    def write(self, amount: float) -> str:
        """Write an amount [currency]."""
        return number(amount / self.unit, self.language, self.decimals)

    def tick(self, amount: float) -> str:
        """Write a round amount [currency] of an axis, with no more decimals than it has."""
        figure = amount / self.unit
        decimals = next((n for n in range(4) if abs(figure - round(figure, n)) < 1e-9), 4)
        return number(figure, self.language, decimals)


class Finding(NamedTuple):
    """What a chart says."""

    title: str
    """The finding, with its number."""
    lead: str
    """One sentence that supports it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Results, and how they are told."""

    results: Results
    """What is told."""
    language: Language
    """In which language."""
    date: dt.date
    """When the report was made."""

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase in the language."""
        return DOUBLE_STOP.sub(r"\1.", phrase(self.language, **values))

    def chance(self, probability: float, *, wanted: float | None = None) -> str:
        """Write a probability in per cent, never rounded to certainty, nor up to what is wanted."""
        text = percent(probability, self.language)
        if wanted is None or probability >= wanted:
            return text
        for decimals in range(1, MOST_DECIMALS + 1):
            if text != percent(wanted, self.language, decimals - 1):
                break
            text = percent(probability, self.language, decimals)
        return text

    def low(self, probability: float) -> str:
        """Write a probability that is too low: `kun 14 pct. sandsynlighed`."""
        if probability == 0:
            return self.say(findings.LOW_NONE)
        phrase = findings.LOW if probability < LIKELY else findings.LOW_HALF
        return self.say(phrase, chance=self.chance(probability, wanted=self.confidence))

    def at_most(self, share: float) -> str:
        """Write a share in whole per cent, rounded down: `35 pct.`; below 1 it is said so."""
        if 0 < share < 0.01:
            return percent(share / 10, self.language)
        return percent(floor(100 * share + 1e-9) / 100, self.language)

    def often(self, probability: float) -> str:
        """Write a probability as a frequency: `godt 8 ud af 10`."""
        return frequency(probability, self.language).replace(" ", NARROW_SPACE)

    def money(self, value: float) -> str:
        """Write an amount [currency] with three figures at most."""
        return told(value, self.results.scenario.assumptions.currency, self.language)

    def scale(self, amounts: Iterable[float]) -> Scale:
        """Return the unit and the decimals that suit all amounts of a chart. [currency]"""
        largest = max(map(abs, amounts), default=0.0)
        currency = self.results.scenario.assumptions.currency
        unit, name = unit_of(largest, currency, self.language)
        decimals = 0 if unit == 1 or largest >= 100 * unit else 1 if largest >= 10 * unit else 2
        return Scale(unit, name, decimals, self.language)

    def count(self, value: int) -> str:
        """Write a whole number."""
        return number(value, self.language)

    @property
    def confidence(self) -> float:
        """How sure the council wants to be."""
        return self.results.scenario.assumptions.confidence

    @property
    def period_years(self) -> tuple[int, ...]:
        """The years of the budget period."""
        horizon = self.results.scenario.horizon
        return horizon.years[: horizon.period]

    @property
    def period(self) -> str:
        """The budget period: `2025-2028`."""
        first, last = self.period_years[0], self.period_years[-1]
        return (
            str(first) if first == last else self.say(words.FIRST_TO_LAST, first=first, last=last)
        )

    @property
    def prices(self) -> str:
        """The price basis of the amounts: `2025-p/l`."""
        assumptions = self.results.scenario.assumptions
        return price_basis(assumptions.price_level or assumptions.base_year, self.language)

    @property
    def source(self) -> str:
        """Scenario, trials, seed and date."""
        scenario = self.results.scenario
        trials = scenario.sampled.trials
        return self.say(
            words.SOURCE_ONE if trials == 1 else words.SOURCE,
            name=scenario.assumptions.name,
            trials=self.count(trials),
            seed=scenario.sampled.seed,
            date=self.date.isoformat(),
        )

    def name(self, id: str) -> str:  # noqa: A002 - the field's name
        """Return what people call an investment."""
        return next(item.title for item in self.results.scenario.enabled if item.id == id)

    def short_name(self, found: InvestmentOutcome) -> str:
        """Return an investment's name for a title: up to its colon, and not too long."""
        return short(self.name(found.id))


def capital(text: str) -> str:
    """Begin a text with a capital letter: names may be ids.

    Examples
    --------
    >>> capital("care: whether it works")
    'Care: whether it works'

    """
    return text[:1].upper() + text[1:]


def short(name: str) -> str:
    """Cut a name at its colon, and at a word where it is still too long.

    Examples
    --------
    >>> short("Livskvalitet på egne vilkår: rehabilitering")
    'Livskvalitet på egne vilkår'

    """
    head = name.split(":", maxsplit=1)[0].strip() or name
    return cut(head, TITLE_NAME)
