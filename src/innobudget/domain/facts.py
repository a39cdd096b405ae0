"""What a follow-up knows: facts about investments, each with its date and its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from innobudget.domain.uncertainty import Quantity
from innobudget.domain.value_limits import Fraction, Year
from innobudget.messages import Text, say

AmountKey = Literal["saving", "outlay", "capital_outlay", "disruption"]
"""What an actual is an amount of: the keys of a fact, those of money out named as a stage's."""
AMOUNT_KEYS: tuple[AmountKey, ...] = get_args(AmountKey)
AMOUNT_NAMES: Mapping[str, Text] = {
    "saving": say("saving"),
    "outlay": say("operating outlay"),
    "capital_outlay": say("capital outlay"),
    "disruption": say("disruption"),
}
"""What an actual is of, by its key."""
KINDS: Mapping[str, frozenset[str]] = {
    "stage": frozenset({"passed"}),
    "begun": frozenset(),
    "indicator": frozenset({"value"}),
    "quantity": frozenset({"interval"}),
    **dict.fromkeys(AMOUNT_KEYS, frozenset({"year"})),
    "file": frozenset({"line", "year"}),
}
"""Kinds of facts by the key that tells them, and the keys that each needs beside it."""
BESIDE: Mapping[str, frozenset[str]] = {
    "indicator": frozenset({"tolerance"}),
    "quantity": frozenset({"percentile"}),
    **dict.fromkeys([*AMOUNT_KEYS, "file"], frozenset({"to_date", "tolerance"})),
}
"""Keys that a kind may have besides."""
EARLY_SIGN = 0.5
"""How exactly an indicator tells the benefit, where the fact does not say."""
SMALLEST_WIDTH = 0.1
"""What a relative tolerance is at least taken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that has happened to an investment, or has not."""

    on: date
    """Day from which it is known."""
    stage: int | str | None = None
    """Name or number of a stage, the first is 1."""
    passed: bool | None = None
    """Whether that stage passed; false: the investment was stopped there."""
    begun: int | bool | None = None
    """First year in which the effect shows; false: not yet. [calendar year]"""
    year: Year | None = None
    """Of which year an amount is. [calendar year]"""
    saving: float | None = None
    """Realised saving net of running costs, the municipality's own part. [currency]"""
    outlay: float | None = None
    """Realised operating outlay, the municipality's own part, money out is positive. [currency]"""
    capital_outlay: float | None = None
    """Realised capital outlay, likewise. [currency]"""
    disruption: float | None = None
    """Realised extra operating cost while the change is made. [currency]"""
    to_date: bool = False
    """Whether an amount is that of the year so far; false: of the whole year."""
    indicator: str | None = None
    """Service indicator, as the investment names it."""
    value: float | None = None
    """Where the indicator stands. [unit of the indicator]"""
    tolerance: Annotated[float, Field(gt=0, le=10)] | None = None
    """How exactly the benefit or the cost is known by it, relative; absent: the follow-up's."""
    quantity: Quantity | None = None
    """Uncertain quantity that an earlier year's facts have narrowed."""
    interval: tuple[float, float] | None = None
    """Between which values that quantity lies."""
    percentile: Fraction | None = None
    """Where in the range that was adopted the middle of that interval lay."""
    source: str = ""
    """Where it is known from."""
    file: str | None = None
    """Follow-up table of the municipality's own that a saving is read from, relative to this
    file; absent once it is read."""
    line: str | None = None
    """Name or code of the row of that table."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it tells: of a fact without faults one of `KINDS`."""
        return tuple(key for key in KINDS if getattr(self, key) is not None)

    @property
    def kind(self) -> str:
        """What it tells."""
        return self.kinds[0]

    @property
    def amount(self) -> float | None:
        """The realised amount; None: it is no actual. [currency]"""
        return next((found for _, found in self._amounts()), None)

    @property
    def order(self) -> tuple[date, int, str, str]:
        """Sort facts by when they became known, whatever their order in the file."""
        return self.on, self.year or 0, self.kind, str(self.stage or self.indicator or "")

    def _amounts(self) -> Iterator[tuple[AmountKey, float]]:
        for key in AMOUNT_KEYS:
            found: float | None = getattr(self, key)
            if found is not None:
                yield key, found


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """When an adopted budget is followed up, and how."""

    as_of: date
    """Date of the follow-up; within a year all is taken as even."""
    tolerance: Annotated[float, Field(gt=0, le=10)] = 0.10
    """How exactly an amount tells what it tells, relative, where the fact does not say."""
    rebudget_after: Annotated[int, Field(ge=0)] | None = None
    """Years after a shortfall is known in which its booking is given up; absent: never. [years]"""
    next_budget: int | None = None
    """First year whose budget is not adopted; absent: the year after as_of's. [calendar year]"""

    @property
    def first_open_year(self) -> int:
        """The first year whose bookings can still be changed. [calendar year]"""
        return self.as_of.year + 1 if self.next_budget is None else self.next_budget

    @property
    def elapsed(self) -> float:
        """Share of its year that has elapsed."""
        return elapsed(self.as_of)

    def part_of(self, fact: Fact) -> float:
        """Return of how much of its year an actual is."""
        return self.elapsed if fact.to_date else 1.0


def elapsed(day: date) -> float:
    """Return the share of its year elapsed with a day.

    Examples
    --------
    >>> elapsed(date(2026, 8, 31)) == 243 / 365
    True

    """
    first, next_first = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return ((day - first).days + 1) / (next_first - first).days
