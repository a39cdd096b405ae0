"""The shape of a scenario file: one declaration for its check and its JSON Schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from innobudget.domain.checks.places import IN_FILES
from innobudget.domain.choosing import CaseGroup, Choosing, Pool
from innobudget.domain.drivers import Correlated, Correlation, Driver
from innobudget.domain.evidence import Evidence
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import Effect, Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Assumptions, Booking, Publish, Sampled, Stress
from innobudget.domain.uncertainty import DISTRIBUTIONS
from innobudget.domain.value_limits import Fraction, PriceIndex, Rate, Unit, YearTable
from innobudget.errors import nearest
from innobudget.io.mapping import STRICT, BudgetMapping, Direction, MappedColumns


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioTable(Assumptions):
    """`[scenario]`: what holds for every investment."""

    format: Literal[1] = 1
    """Of this file."""
    extends: str | None = None
    """Scenario file that this one builds on, relative to this one."""
    unit: Unit = 1.0
    """Every amount of this file is in this many of the currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTable(BudgetMapping):
    """`[budget]`: which file holds the budget, and how it is to be read."""

    __pydantic_config__ = STRICT

    file: str
    """The budget file, relative to this one."""
    growth: Rate = 0.0
    """How every line goes on after the file's last year. [1/year]"""
    mapping: str | None = None
    """File that says how the budget is to be read, relative to this one."""
    price_index: PriceIndex = field(default_factory=dict)
    """Price level of each year's column, base year 1; amounts are divided by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentEntry(Investment):
    """`[[investment]]`: an innovation project; a single stage may be written directly."""

    outlay: YearTable | None = None
    """Of the only stage: planned operating outlay, money out is positive. [unit]"""
    capital_outlay: YearTable | None = None
    """Of the only stage: planned capital outlay, money out is positive. [unit]"""
    disruption: YearTable | None = None
    """Of the only stage: planned extra operating cost while the change is made. [unit]"""
    grant: YearTable | None = None
    """Of the only stage: part of its outlay that others pay in kroner. [unit]"""
    outlay_line: str | None = None
    """Of the only stage: the one line that outlay and disruption stand on."""
    success: Fraction | None = None
    """Of the only stage: probability that it works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFile:
    """A scenario: a budget, chosen investments and assumptions."""

    __pydantic_config__ = STRICT

    scenario: ScenarioTable
    """What holds for every investment."""
    budget: BudgetTable | None = None
    """The municipality's budget; absent: savings are tied to no line."""
    simulation: Sampled = field(default_factory=Sampled)
    """Trials, seed and sampling."""
    booking: Booking = field(default_factory=Booking)
    """How planned savings are booked."""
    correlation: Mapping[Correlated, Correlation] = field(default_factory=dict)
    """Shorthand for drivers common to all and per track, by quantity."""
    followup: Followup | None = None
    """When the budget is followed up, and how; absent: it is not."""
    driver: tuple[Driver, ...] = ()
    """Shared causes."""
    investment: tuple[InvestmentEntry, ...] = ()
    """Innovation projects."""
    choice: Choosing | None = None
    """Which of them `innobudget choose` chooses; a run ignores it."""
    stress: Stress = field(default_factory=Stress)
    """What turns out worse than assumed."""
    publish: Publish = field(default_factory=Publish)
    """How the report is published."""


TABLES: Mapping[str, type[Any]] = {
    "scenario": ScenarioTable,
    "budget": BudgetTable,
    "columns": MappedColumns,
    "direction": Direction,
    "simulation": Sampled,
    "booking": Booking,
    "followup": Followup,
    "driver": Driver,
    "investment": InvestmentEntry,
    "stage": Stage,
    "effect": Effect,
    "quality": QualityIndicator,
    "fact": Fact,
    "evidence": Evidence,
    "choice": Choosing,
    "group": CaseGroup,
    "pool": Pool,
    "stress": Stress,
    "publish": Publish,
    **dict.fromkeys(get_args(Correlated), Correlation),
    **{kind.__name__: kind for kind in DISTRIBUTIONS.values()},
}
"""Dataclasses by the last name on the way to a table; a distribution's is its class."""


SINGLE = ("scenario", "budget", "simulation", "booking", "followup", "stress", "choice", "publish")
"""Tables of which a scenario has one."""
NESTED = ("stage", "effect", "quality", "fact", "evidence")
"""Tables of an investment of which it may have several."""
OF_CHOICE = ("group", "pool")
"""Tables of the choice of which it may have several."""
HEADINGS: Mapping[str, type[Any]] = {
    **{f"[{name}]": TABLES[name] for name in SINGLE},
    **{f"[[{name}]]": TABLES[name] for name in ("driver", "investment")},
    **{f"[[investment.{name}]]": TABLES[name] for name in NESTED},
    **{f"[[choice.{name}]]": TABLES[name] for name in OF_CHOICE},
}
"""Tables by how they are headed."""
MOST_HOMES = 2
"""That are worth naming; a key such as `name` is at home everywhere."""
SELDOM = frozenset({"[stress]", "[publish]", "[[investment.fact]]", "[[investment.evidence]]"})
"""Tables that have keys of other tables, and are seldom meant."""


def homes_of(key: str) -> list[str]:
    """Return the headings under which a key belongs; none where there are many.

    Examples
    --------
    >>> homes_of("extends"), homes_of("effect"), homes_of("name")
    (['[scenario]'], ['[[investment.effect]]'], [])

    """
    inner = f"[[investment.{key}]]"
    homes = [heading for heading, table in HEADINGS.items() if key in _keys(table)]
    found = [heading for heading in homes if heading not in SELDOM] or homes
    return [inner] if inner in HEADINGS else found if len(found) <= MOST_HOMES else []


def path_of(key: str) -> str | None:
    """Return table and key of the known key that a misspelt one is most like; None: of none.

    Of tables that a scenario has one of.

    Examples
    --------
    >>> path_of("confidense"), path_of("bananas")
    ('scenario.confidence', None)

    """
    paths = {own: f"{name}.{own}" for name in reversed(SINGLE) for own in _keys(TABLES[name])}
    near = nearest(key, paths)
    return None if near is None else paths[near]


def _keys(table: type[Any]) -> list[str]:
    return [IN_FILES.get(item.name, item.name) for item in fields(table)]


@cache
def adapter() -> TypeAdapter[ScenarioFile]:
    """Return what checks documents."""
    return TypeAdapter(ScenarioFile)


def known_keys(location: tuple[int | str, ...]) -> list[str]:
    """Return the keys of the table that pydantic found something in; none where all are free."""
    names = [str(step) for step in location[:-1] if isinstance(step, str)]
    table = TABLES.get(names[-1]) if names else ScenarioFile
    return _keys(table) if table else []
