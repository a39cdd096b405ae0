"""An innovation project: stages that cost, effects that save, indicators of service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from innobudget.domain.budget import Kind, Side
from innobudget.domain.evidence import Evidence, Mark
from innobudget.domain.facts import Fact
from innobudget.domain.uncertainty import Quantity, Uncertain
from innobudget.domain.value_limits import Count, Fraction, Id, Ramp, Year, YearTable

Beneficiary = Literal["municipality", "region", "state", "citizens"]
Gain = Literal["cash", "time", "avoided"]
STAGE_TABLES = ("outlay", "capital_outlay", "disruption", "grant")
"""Fields of a stage that are amounts by year."""
FIELD_OF: Mapping[Quantity, str] = {
    "cost": "cost_factor",
    "disruption": "disruption_factor",
    "benefit": "benefit_factor",
    "failure": "failure_factor",
    "delay": "delay",
}
"""Where an investment has each quantity that may be spread."""
UNCERTAIN = frozenset(FIELD_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of an investment; the next is reached only when it passes."""

    name: str = ""
    """In words."""
    outlay: YearTable = field(default_factory=dict)
    """Planned operating outlay by calendar year, money out is positive. [currency]"""
    capital_outlay: YearTable = field(default_factory=dict)
    """Planned capital outlay by calendar year, money out is positive. [currency]"""
    disruption: YearTable = field(default_factory=dict)
    """Planned extra operating cost while the change is made, by calendar year. [currency]"""
    grant: YearTable = field(default_factory=dict)
    """Part of its outlay that others pay in kroner, by calendar year. [currency]"""
    outlay_line: str | None = None
    """Code or pattern of the one line that outlay and disruption stand on; absent: on none."""
    success: Fraction = 1.0
    """Probability of passing on; of the last stage: that it works in operation."""

    @property
    def outlays(self) -> Mapping[Kind, YearTable]:
        """Planned outlay of each kind by calendar year, co-financing and grant included."""
        return {"operating": self.outlay, "capital": self.capital_outlay}

    @property
    def grants(self) -> Mapping[Kind, Mapping[int, float]]:
        """The grant by kind of outlay and calendar year. [currency]

        It falls on both in proportion to the year's outlays, so that the municipality's part
        of neither is below 0 while that of both is not.
        """
        whole = {
            year: sum(max(0.0, outlay.get(year, 0.0)) for outlay in self.outlays.values())
            for year in self.grant
        }
        return {
            kind: {
                year: amount * max(0.0, outlay.get(year, 0.0)) / whole[year]
                for year, amount in self.grant.items()
                if whole[year]
            }
            for kind, outlay in self.outlays.items()
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an investment does to budget lines when it works."""

    line: str | None = None
    """Code or pattern of the lines it falls on; `*` stands for whole parts."""
    area: str | None = None
    """Area whose lines it falls on, instead of `line`."""
    kind: Kind | None = None
    """Only lines of this kind; alone: all lines of that kind."""
    side: Side = "expenditure"
    """Only lines of expenditure, only lines of income and refunds, or both."""
    amount: float | None = None
    """Full-year saving; negative is a running cost. [currency]"""
    share: float | None = None
    """Full-year saving as a share of the matched lines' budget, instead of `amount`."""
    start: Annotated[Year, Field(alias="from")]
    """First year of the ramp; before the base year is allowed. [calendar year]"""
    ramp: Ramp = (1.0,)
    """Share of the full saving in the first, second, … year; the last value stays."""
    years: Count | None = None
    """How many years it lasts; absent: to the end of the horizon. [years]"""
    certain: bool = False
    """True: the full amount whenever the investment succeeds."""
    beneficiary: Beneficiary = "municipality"
    """Who has it; only the municipality's own effects are in budget figures."""
    gain: Gain = "cash"
    """Cash, time freed or expenditure avoided; only cash is in budget figures."""
    refund: Fraction = 0.0
    """Share of a gross amount that the state has."""
    assumption: Mark | None = None
    """Where its figures come from; absent: as the investment's."""

    @property
    def is_running_cost(self) -> bool:
        """Say whether it is an amount below zero: certain, never delayed, booked in full."""
        return self.amount is not None and self.amount < 0

    @property
    def is_own_cash(self) -> bool:
        """Say whether it belongs in the municipality's budget figures."""
        return self.beneficiary == "municipality" and self.gain == "cash"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityIndicator:
    """A measure of service that the investment is meant to move."""

    indicator: str
    """What is measured, in words."""
    unit: str = ""
    """Unit of baseline and target."""
    baseline: float
    """Where it stands today. [unit]"""
    target: float
    """Where it stands at full effect. [unit]"""
    start: Annotated[Year, Field(alias="from")]
    """First year of the ramp. [calendar year]"""
    ramp: Ramp = (1.0,)
    """Share of the full effect in the first, second, … year; the last value stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment:
    """An innovation project with a plan that is certain and an outcome that is not."""

    id: Id
    """Name in lower-case letters, digits and hyphens; its random numbers belong to it."""
    name: str = ""
    """In words, for reports; empty: the id."""
    track: str = ""
    """Innovation track; empty: the id."""
    owner: str = ""
    """Who is responsible."""
    benefit_owner: str = ""
    """Who answers for that the saving comes."""
    measures: str = ""
    """What is done to make up for what is missing, in words."""
    area: str | None = None
    """Where outlay and disruption are placed that name no line; absent: not placed."""
    cofinancing: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Part of every outlay that somebody else pays, 0 up to but not including 1."""
    disruption_budgeted: bool = True
    """Whether the adopted budget holds the planned disruption."""
    enabled: bool = True
    """False: left out of the simulation."""
    assumption: Mark = "illustrative"
    """Where its figures come from."""
    booked: YearTable | None = None
    """Booked saving by year, the last value holds; absent: the booking share. Running costs
    are booked in full beside it. [currency]"""
    rebooked: YearTable | None = None
    """Booked saving by year as decided since the budget was adopted, from its first year on
    instead of `booked`; the last value holds. [currency]"""
    owner_estimate: YearTable = field(default_factory=dict)
    """Saving by year that the benefit owner expects: shown, never used. [currency]"""
    cost_factor: Uncertain = 1.0
    """Realised over planned outlay."""
    disruption_factor: Uncertain = 1.0
    """Realised over planned disruption."""
    benefit_factor: Uncertain = 1.0
    """Realised over planned saving, given success."""
    failure_factor: Uncertain = 0.0
    """The same when the last stage fails: 0 unchanged, negative worse."""
    delay: Uncertain = 0.0
    """How late the saving begins, at least 0. [years]"""
    stages: Annotated[tuple[Stage, ...], Field(alias="stage", min_length=1)] = (Stage(),)
    """In order, at least one."""
    effects: Annotated[tuple[Effect, ...], Field(alias="effect")] = ()
    """On the budget, and on others."""
    quality: tuple[QualityIndicator, ...] = ()
    """Service indicators, the other half of the double bottom line."""
    facts: Annotated[tuple[Fact, ...], Field(alias="fact")] = ()
    """What has happened since the budget was adopted."""
    evidence: tuple[Evidence, ...] = ()
    """What its figures rest on, one by one."""

    @property
    def is_booked_apart(self) -> bool:
        """Say whether it has bookings of its own, instead of the booking share."""
        return self.booked is not None or bool(self.rebooked)

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.id

    @property
    def track_name(self) -> str:
        """The track it belongs to: its own id where none is written."""
        return self.track or self.id
