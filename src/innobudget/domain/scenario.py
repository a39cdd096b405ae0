"""A budget, chosen investments and assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import sqrt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, SkipValidation

from innobudget.domain.budget import Budget
from innobudget.domain.choosing import Choosing
from innobudget.domain.drivers import Correlated, Correlation, Driver
from innobudget.domain.facts import Followup
from innobudget.domain.investment import Investment
from innobudget.domain.uncertainty import Quantity
from innobudget.domain.value_limits import MOST_TRIALS, Rate, Year
from innobudget.errors import Problem

PERIOD_YEARS = 4


@dataclass(frozen=True)
class Horizon:
    """All years looked at, from the budget year on."""

    base_year: int
    """The budget year, year 0 of discounting. [calendar year]"""
    length: int
    """Number of years, base year included. [years]"""

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year of the horizon, in order. [calendar years]"""
        return tuple(range(self.base_year, self.base_year + self.length))

    @property
    def period(self) -> int:
        """Length of the budget period: budget year and three estimate years. [years]"""
        return min(PERIOD_YEARS, self.length)

    @property
    def last_year(self) -> int:
        """The last year of the horizon. [calendar year]"""
        return self.base_year + self.length - 1

    def __contains__(self, year: int) -> bool:
        """Say whether a calendar year lies within the horizon."""
        return self.base_year <= year <= self.last_year

    def position(self, year: int) -> int:
        """Return a year's place on the year axis; the base year is 0."""
        return year - self.base_year


PersonColumn = Literal["owner", "benefit_owner", "source"]
"""What may name people, and may be left out; figures never are."""
LONGEST_TITLE = 120
"""[characters]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """`[publish]`: the page of the report that is put online."""

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)] | None = None
    """Of the page; absent: the scenario's name."""
    owner: str = ""
    """Who sends it."""
    contact: str = ""
    """Where questions go; `--public` asks for it."""
    left_out: tuple[PersonColumn, ...] = ()
    """What is not published, since it may name people."""
    accepted: tuple[str, ...] = ()
    """Codes of doubts that were read and are accepted; reports tell them all the same."""


Language = Literal["da", "en"]
Sampling = Literal["sobol", "latin-hypercube", "random"]
MOST_DELAY = 100
MOST_FACTOR = 100
"""Of a stress: what is beyond is no stress but a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What holds for every investment of a scenario."""

    name: str
    """In words, for reports."""
    description: str = ""
    """Printed in the reports."""
    base_year: Year
    """The budget year, year 0 of discounting. [calendar year]"""
    horizon: Annotated[int, Field(ge=1, le=100)]
    """Number of years looked at, base year included. [years]"""
    price_level: Year | None = None
    """Of which year the scenario's amounts are; absent: the base year. [calendar year]"""
    currency: str = "DKK"
    """Code of the currency of every amount."""
    discount_rate: Rate = 0.035
    """Real rate as a fraction: 0.035 is 3.5 %. [1/year]"""
    confidence: Annotated[float, Field(gt=0, lt=1)] = 0.8
    """How sure the council wants to be that the budget holds."""
    language: Language = "en"
    """Language of workbook and charts."""
    sources: tuple[str, ...] = ()
    """Where the figures come from, printed in the reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """How many futures are drawn, and how."""

    trials: Annotated[int, Field(ge=1, le=MOST_TRIALS)] = 100_000
    """Number of possible futures."""
    seed: Annotated[int, Field(ge=0)] = 1
    """What the random numbers start from."""
    sampling: Sampling = "sobol"
    """How the draws are spread: the first is the most accurate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How the planned savings stand in the adopted budget."""

    share: Annotated[float, Field(ge=0, le=1.5)] = 1.0
    """Booked over planned saving, where an investment has no bookings of its own."""
    already_in_budget: bool = False
    """True: the budget file is after everything that is booked here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """What turns out worse than assumed in every future, plan and bookings as they are."""

    delay: Annotated[float, Field(ge=0, le=MOST_DELAY)] = 0.0
    """How much later every saving comes that can be late. [years]"""
    benefit: Annotated[float, Field(ge=0, le=MOST_FACTOR)] = 1.0
    """What every benefit factor is multiplied by."""
    outlay: Annotated[float, Field(ge=0, le=MOST_FACTOR)] = 1.0
    """What every cost factor is multiplied by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Everything that a simulation depends on."""

    __pydantic_config__ = ConfigDict(
        extra="forbid",
        strict=True,
        allow_inf_nan=False,
        revalidate_instances="always",
        validate_by_name=True,
    )

    assumptions: Assumptions
    """What holds for every investment."""
    sampled: Sampled = Sampled()
    """Trials, seed and sampling."""
    booking: Booking = Booking()
    """How planned savings are booked."""
    budget: SkipValidation[Budget | None] = None
    """The municipality's lines; None: effects are amounts tied to no line."""
    correlation: Mapping[Correlated, Correlation] = field(default_factory=dict)
    """Shorthand for drivers common to all and per track, by quantity."""
    drivers: tuple[Driver, ...] = ()
    """Shared causes."""
    investments: tuple[Investment, ...] = ()
    """Every investment of the file, also those that are not enabled."""
    followup: Followup | None = None
    """When it is followed up; None: it is no follow-up."""
    adopted: SkipValidation["Scenario | None"] = None
    """What is followed up; None: the same without its facts."""
    choice: Choosing | None = None
    """What is chosen from what, where that is asked for."""
    stress: Stress = Stress()
    """What turns out worse than its distribution says."""
    publish: Publish = field(default_factory=Publish)
    """How it is published."""
    source: str = ""
    """File name of the scenario; empty when built in code."""
    files: tuple[Path, ...] = ()
    """Every file that it was read from; empty when built in code."""
    doubts: tuple[Problem, ...] = ()
    """What does not stop a run but must be read."""

    @property
    def horizon(self) -> Horizon:
        """All years looked at."""
        return Horizon(self.assumptions.base_year, self.assumptions.horizon)

    @property
    def enabled(self) -> tuple[Investment, ...]:
        """The investments that are simulated, in the order of the file."""
        return tuple(investment for investment in self.investments if investment.enabled)

    @property
    def is_illustrative(self) -> bool:
        """Whether figures of any enabled investment are only an example."""
        return any(investment.assumption == "illustrative" for investment in self.enabled)

    @property
    def published(self) -> "Scenario":
        """The same without what is not to be published; no figure depends on it."""
        left_out = self.publish.left_out
        assumptions = self.assumptions
        if "source" in left_out:
            assumptions = replace(assumptions, sources=())
        return replace(
            self,
            assumptions=assumptions,
            investments=tuple(
                replace(
                    item,
                    owner="" if "owner" in left_out else item.owner,
                    benefit_owner="" if "benefit_owner" in left_out else item.benefit_owner,
                )
                for item in self.investments
            ),
            adopted=self.adopted and self.adopted.published,
        )

    @property
    def without_facts(self) -> "Scenario":
        """The same before anything is known: neither facts nor what was decided since."""
        bare = tuple(
            replace(item, facts=(), rebooked=None, owner_estimate={}) for item in self.investments
        )
        return replace(self, investments=bare, followup=None, adopted=None)

    @property
    def origin(self) -> "Scenario":
        """What was adopted, in as many trials as this: of no follow-up, the scenario itself."""
        if self.followup is None:
            return self
        return replace(self.adopted or self.without_facts, sampled=self.sampled)

    def loads(self, investment: Investment, quantity: Quantity) -> Mapping[str, float]:
        """Return the loading of each named driver on a quantity's normal score.

        Drivers of the scenario are named `driver.ID`; the correlation shorthand adds
        `correlation.QUANTITY`, common to all, and `correlation.QUANTITY.TRACK`. What their
        squares leave of 1 is the quantity's own.
        """
        own = (investment.id, investment.track_name)
        found = {
            f"driver.{driver.id}": driver.loads[quantity]
            for driver in self.drivers
            if quantity in driver.loads
            and (driver.applies_to is None or any(name in driver.applies_to for name in own))
        }
        shared = next((value for key, value in self.correlation.items() if key == quantity), None)
        if shared is not None:
            found[f"correlation.{quantity}"] = sqrt(shared.across_tracks)
            found[f"correlation.{quantity}.{investment.track_name}"] = sqrt(
                shared.within_track - shared.across_tracks
            )
        return {name: load for name, load in found.items() if load != 0}
