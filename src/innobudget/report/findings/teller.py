"""Who tells the results: figures and names as one language writes them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import NamedTuple

from innobudget.domain.investment import Investment
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.report.findings.saying import Finding, Saying, chosen
from innobudget.report.layout_text import cut
from innobudget.report.voice import Voice
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import (
    ANSWER,
    ANSWER_OFTEN,
    MILLION,
    NARROW_SPACE,
    THOUSAND,
    chance_word,
    frequency,
    in_unit,
    number,
    percent,
    rounded,
    unit_of,
)

MANY = 10
"""The largest amount of a table in text is so many of its unit, or the unit is smaller."""
MOST_DECIMALS = 3
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
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
    currency: str
    """Their currency."""

    def write(self, amount: float) -> str:
        """Write an amount [currency]."""
        return number(amount / self.unit, self.language, self.decimals)

    def told(self, amount: float) -> str:
        """Write an amount [currency] as a sentence has it."""
        told, unit, decimals = self.rounded(amount), self.unit, self.decimals
        return in_unit(told, self.currency, self.language, unit=unit, decimals=decimals)

    def rounded(self, amount: float) -> float:
        """Return an amount with the decimals that it is written with. [currency]"""
        return rounded(amount / self.unit, self.decimals) * self.unit

    def tick(self, amount: float) -> str:
        """Write a round amount [currency] of an axis, with no more decimals than it has."""
        figure = amount / self.unit
        decimals = next((n for n in range(4) if abs(figure - round(figure, n)) < 1e-9), 4)
        return number(figure, self.language, decimals)


@dataclass(frozen=True, kw_only=True)
class Teller(Voice):
    """Results, and how they are told."""

    results: Results
    """What is told."""
    date: dt.date
    """When the report was made."""

    @property
    def scenario(self) -> Scenario:
        """What was simulated."""
        return self.results.scenario

    def chance(self, probability: float, *, wanted: float | None = None) -> str:
        """Write a probability in per cent, never rounded to certainty, nor up to what is wanted."""
        text = super().chance(probability)
        if wanted is None or probability >= wanted:
            return text
        for decimals in range(1, MOST_DECIMALS + 1):
            if text != percent(wanted, self.language, decimals - 1):
                break
            text = percent(probability, self.language, decimals)
        return text

    def answer(self, probability: float, *, often: bool = False) -> str:
        """Answer how likely something is: `Usandsynligt: 16 pct.`, in words of one scale."""
        word = capital(chance_word(probability, self.language))
        if probability in (0, 1):
            return word
        return self.say(
            ANSWER_OFTEN if often else ANSWER,
            word=word,
            chance=self.chance(probability, wanted=self.confidence),
            frequency=self.often(probability),
        )

    def find(self, titles: Sequence[Saying], *leads: Sequence[Saying], **told: object) -> Finding:
        """Return the first title whose claim holds, and the first of each choice of leads."""
        said = chosen(self.results, titles, *leads)
        title, *others = (self.say(saying.phrase, **told) for saying in said)
        return Finding(capital(title), joined(*others), tuple(said))

    def at_most(self, share: float) -> str:
        """Write a share in whole per cent, rounded down: `35 pct.`; below 1 it is said so."""
        if 0 < share < 0.01:
            return percent(share / 10, self.language)
        return percent(floor(100 * share + 1e-9) / 100, self.language)

    def often(self, probability: float) -> str:
        """Write a probability as a frequency: `godt 8 ud af 10`."""
        return frequency(probability, self.language).replace(" ", NARROW_SPACE)

    def brief(self, value: float, scale: Scale) -> str:
        """Write an amount whose unit stands beside it: millions as such, else whole kroner."""
        if scale.unit >= MILLION:
            return scale.write(value)
        return number(scale.rounded(value), self.language)

    def scale(self, amounts: Iterable[float]) -> Scale:
        """Return the unit and the decimals that suit all amounts of a chart. [currency]"""
        return fitting_scale(amounts, self.currency, self.language)

    def count(self, value: int) -> str:
        """Write a whole number."""
        return number(value, self.language)

    def red(self, *probabilities: float | None) -> str:
        """Say what red means where a probability is so: below the wanted confidence."""
        if not any(map(self.is_low, probabilities)):
            return ""
        return self.say(words.RED, confidence=self.chance(self.confidence))

    def is_low(self, probability: float | None) -> bool:
        """Say whether a probability is below the wanted confidence."""
        return probability is not None and probability < self.confidence

    @property
    def source(self) -> str:
        """Scenario, trials, seed and date."""
        return self.source_of(self.scenario.assumptions.name, self.date)

    def name(self, id: str) -> str:  # noqa: A002 - the field's name
        """Return what people call an investment: short, and still no other's name."""
        return self._names[id]

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return names_of(self.scenario.enabled)


def fitting_scale(amounts: Iterable[float], currency: str, language: Language) -> Scale:
    """Return the unit and the decimals that suit all amounts of a chart. [currency]"""
    largest = max(map(abs, amounts), default=0.0)
    unit, name = unit_of(largest, currency, language)
    decimals = 0 if unit == 1 or largest >= 100 * unit else 1 if largest >= 10 * unit else 2
    return Scale(unit, name, decimals, language, currency)


def table_scale(amounts: Iterable[float], currency: str, language: Language) -> Scale:
    """Return the unit and the decimals that suit all amounts of a table in text. [currency]"""
    largest = max(map(abs, amounts), default=0.0)
    unit, name = unit_of(largest / MANY, currency, language)
    return Scale(unit, name, 1 if unit > THOUSAND else 0, language, currency)


def names_of(investments: Sequence[Investment]) -> dict[str, str]:
    """Return what people call each of some investments, by id: short, and still no other's name."""
    titles = told_apart([item.title for item in investments])
    heads = [short(title) for title in titles]
    return {
        item.id: head if heads.count(head) == 1 else cut(title, TITLE_NAME)
        for item, title, head in zip(investments, titles, heads, strict=True)
    }


def joined(*texts: str) -> str:
    """Put sentences together, those that are not empty."""
    return " ".join(filter(None, texts))


def capital(text: str) -> str:
    """Begin a text with a capital letter: names may be ids.

    Examples
    --------
    >>> capital("care: whether it works")
    'Care: whether it works'

    """
    return text[:1].upper() + text[1:]


def told_apart(names: Sequence[str]) -> list[str]:
    """Leave out what long names begin with alike, for what tells them apart stands at the end.

    Examples
    --------
    >>> names = ["Rehabilitation across all departments and districts " + n for n in "12"]
    >>> [name.replace(NARROW_SPACE, " ") for name in told_apart(names)]
    ['Rehabilitation… 1', 'Rehabilitation… 2']

    """
    found = []
    for name in names:
        alike = [other for other in names if other != name and _begins_alike(name, other)]
        if len(name) > TITLE_NAME and alike:
            end = name.rfind(" ", 0, max(_shared(name, other) for other in alike) + 1) + 1
            head = name.split(maxsplit=1)[0].rstrip(":,")
            name = f"{head}{ELLIPSIS}{NARROW_SPACE}{name[end:]}"  # noqa: PLW2901 - what it is called
        found.append(name)
    return found


def _begins_alike(one: str, other: str) -> bool:
    return one[:TITLE_NAME] == other[:TITLE_NAME]


def _shared(one: str, other: str) -> int:
    """Return how many characters two names begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def short(name: str) -> str:
    """Cut a name at its colon, and at a word where it is still too long.

    Examples
    --------
    >>> short("Livskvalitet på egne vilkår: rehabilitering")
    'Livskvalitet på egne vilkår'

    """
    head = name.split(":", maxsplit=1)[0].strip() or name
    return cut(head, TITLE_NAME)
