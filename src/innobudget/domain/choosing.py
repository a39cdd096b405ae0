"""Which cases may be chosen, by what, and what a plan takes of the pools: `[choice]`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from innobudget.domain.investment import Investment
from innobudget.domain.value_limits import Count, YearTable

Objective = Literal["safe-saving", "saving", "npv", "least-outlay"]
PoolKind = Literal["operating", "capital"]
Standing = Literal["core", "depends", "out", "always"]
"""Of a case when a choice is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseGroup:
    """Cases of which some are to be chosen: every committee gives, one it project at a time."""

    name: str = ""
    """In words, for reports; empty: what it applies to."""
    applies_to: Annotated[tuple[str, ...], Field(min_length=1)]
    """Ids, tracks or areas of investments."""
    at_least: Count | None = None
    """How many of them are chosen at least, those that are always in included."""
    at_most: Annotated[int, Field(ge=0)] | None = None
    """How many of them are chosen at most, those that are always in included."""

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or ", ".join(self.applies_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Money that the plans of cases share."""

    name: str = ""
    """In words, for reports; empty: its number."""
    kind: PoolKind | None = None
    """Which outlay it pays: operating, with budgeted disruption, or capital; absent: both."""
    applies_to: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    """Ids, tracks or areas of investments; absent: every case."""
    amount: YearTable | None = None
    """By calendar year; a year that is not named has none, nothing is carried over. [currency]"""
    total: Annotated[float, Field(ge=0)] | None = None
    """Over the horizon, instead of `amount`. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """What `innobudget choose` chooses, and from what; a run ignores it."""

    objective: Objective = "safe-saving"
    """What is to be largest: the saving of the budget period that is reached with the wanted
    confidence, its mean, or net present value; or the smallest planned outlay (with `find`)."""
    cases: tuple[str, ...] | None = None
    """Ids to choose among; absent: every enabled investment that is not `always` in."""
    always: tuple[str, ...] = ()
    """Ids that are in whatever is chosen; with `cases`, so is every other enabled one."""
    at_most: Count | None = None
    """How many are chosen at most, `always` not counted."""
    payback_at_most: Annotated[float, Field(ge=0)] | None = None
    """A case with a longer payback may not be chosen. [years]"""
    find: YearTable = field(default_factory=dict)
    """Saving that each named year is to reach with the wanted confidence. [currency]"""
    hole_at_most: Annotated[float, Field(ge=0)] | None = None
    """Budget gap of the period that is not exceeded with the wanted confidence. [currency]"""
    requires: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By id: the ids that it cannot do without."""
    excludes: tuple[tuple[str, ...], ...] = ()
    """Lists of ids of which at most one is chosen."""
    booking: Literal["written", "safe"] = "written"
    """What chosen.toml books: as this scenario says, or what is safe."""
    groups: Annotated[tuple[CaseGroup, ...], Field(alias="group")] = ()
    """Cases of which some are to be chosen."""
    pools: Annotated[tuple[Pool, ...], Field(alias="pool")] = ()
    """Money that the plans share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolUse:
    """What the plans of the chosen cases, and of those always in, take of a pool."""

    name: str
    """As the scenario has it, else its number."""
    used: tuple[float, ...] | float
    """By year of the horizon, or in all, like the amount. [currency]"""
    amount: tuple[float, ...] | float
    """What there is. [currency]"""


def applies(to: tuple[str, ...] | None, investment: Investment) -> bool:
    """Say whether ids, tracks or areas are meant that an investment has."""
    own = (investment.id, investment.track_name, investment.area)
    return to is None or any(name in to for name in own)


def plan_use(
    investment: Investment, kind: PoolKind | None, *, outlay: float = 1.0
) -> Mapping[int, float]:
    """Return what a case's plan takes of a pool of a kind, by calendar year. [currency]

    Its own outlay, every stage as if reached, times `outlay`; operating money pays the budgeted
    disruption too.
    """
    found: dict[int, float] = {}
    own = 1 - investment.cofinancing
    for stage in investment.stages:
        grants = stage.grants
        parts = [
            (year, outlay * own * amount)
            for name, table in stage.outlays.items()
            if kind in (None, name)
            for year, amount in table.items()
        ]
        parts += [
            (year, -outlay * amount)
            for name, table in grants.items()
            if kind in (None, name)
            for year, amount in table.items()
        ]
        if investment.disruption_budgeted and kind != "capital":
            parts += stage.disruption.items()
        for year, amount in parts:
            found[year] = found.get(year, 0.0) + amount
    return found


def begins(investment: Investment) -> int | None:
    """Return the year of a case's first planned outlay or disruption; None: it has neither."""
    years = [
        year
        for stage in investment.stages
        for table in (stage.outlay, stage.capital_outlay, stage.disruption)
        for year, amount in table.items()
        if amount
    ]
    return min(years, default=None)
