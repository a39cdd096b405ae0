"""What a choice came to: choose.json, field by field.

Amounts are in whole currency units. Every figure is of the run's own trials, but for
`at_choice`, which is of the trials that the choice was made on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from innobudget.domain.choosing import Objective, PoolUse, Standing
from innobudget.domain.results import Yearly
from innobudget.domain.scenario import Scenario

Ids = tuple[str, ...]
StressName = Literal["delay", "outlay", "pools", "benefit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another portfolio beside the chosen one, in the same futures."""

    chosen: Ids
    """Its cases, those always in left out."""
    difference: float
    """The chosen portfolio's objective less its own; of least outlay its own less that one's."""
    standard_error: float
    """Of the difference, from 40 batches of trials; 0 where nothing is uncertain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit of `find` or `hole_at_most`, held against the run's own trials."""

    name: str
    """`find.2028`, or `hole`."""
    amount: float
    """What was asked for. [currency]"""
    probability: float
    """Share of the trials that keep to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """A portfolio that was named, held against the same rules and futures."""

    scenario: str
    """Name of the scenario that has it."""
    chosen: Ids
    """Its cases, those always in left out."""
    objective: float
    """Its objective. [currency]"""
    outlay: float
    """Planned outlay and budgeted disruption, those always in included. [currency]"""
    breaks: tuple[str, ...]
    """The rules and limits that it breaks, by name."""
    pools: tuple[PoolUse, ...]
    """What it takes."""
    difference: float
    """The chosen portfolio's objective less its own. [currency]"""
    standard_error: float
    """Of the difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The portfolio that was chosen."""

    proved: bool
    """Whether every allowed portfolio was compared."""
    portfolios: int | None
    """How many are allowed; None: more than can be compared one by one."""
    bound: float | None
    """What a solver says no portfolio can exceed; None: none was asked, or it was wrong."""
    always: Ids
    """In whatever is chosen."""
    chosen: Ids
    """Ids in order."""
    objective: Objective
    """What was to be largest."""
    at_choice: float
    """The objective on the choosing trials: the best of many flatters itself. [currency]"""
    on_fresh_trials: float
    """The objective on the run's own trials. [currency]"""
    outlay: float
    """Planned outlay and budgeted disruption, those always in included. [currency]"""
    second: Alternative | None
    """The best of the others; None: there is none."""
    others: Mapping[Objective, Ids | None]
    """What other objectives choose; None: nothing meets the limits."""
    limits: tuple[Limit, ...]
    """Limits on the run's own trials."""
    missed_on_fresh: Ids
    """Names of those that were kept to at choice and are not on fresh trials."""
    probability_budget_holds_period: float
    """As the scenario books, with the chosen cases and those always in."""
    pools: tuple[PoolUse, ...]
    """What they take."""
    no_saving: Ids
    """Cases to choose among that save nothing in the budget period: its saving does not see
    them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDecision:
    """One case."""

    id: str
    """As in the scenario."""
    standing: Standing
    """In whatever happens, in some of it, in none of it, or decided beforehand."""
    depends_on: Ids
    """The stresses in which a chosen case falls out, or one not chosen comes in."""
    criteria: Mapping[str, bool]
    """By rule that concerns it: whether it keeps to it alone."""
    payback: int | None
    """From the first planned outlay to when the mean net effect has paid it back; None: not
    within the horizon. [years]"""
    plan_payback: int | None
    """The same if all goes as planned. [years]"""
    outlay: float
    """Planned outlay and budgeted disruption over the horizon. [currency]"""
    saving: float
    """Mean saving of the budget period. [currency]"""
    npv: float
    """Mean net present value. [currency]"""
    booking: Yearly | None
    """Its part of what is safe to book each year; None: it is not in. [currency]"""
    of_which_unspent: Yearly | None
    """What of it is outlay and disruption less than planned, on average: no saving. [currency]"""
    single_safe: float | None
    """What of it alone is safe to book over the budget period. [currency]"""
    evpi: float | None
    """The most that knowing everything about it may cost; None: it is decided. [currency]"""
    evpi_works: float | None
    """The most that a pilot may cost that settles whether it works. [currency]"""
    tied: bool
    """Whether it excludes or requires others, so that these values hang together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierPoint:
    """A portfolio by what it costs and what it brings."""

    outlay: float
    """Planned outlay and budgeted disruption, those always in included. [currency]"""
    objective: float
    """Of the run's first 131,072 trials at most. [currency]"""
    cases: Ids
    """Those chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StressChoice:
    """What would be chosen if something turned out otherwise."""

    name: str
    """`delay`, `outlay`, `pools-0.8`, `pools-1.2`, or `benefit-0.67-of-ID`."""
    stress: StressName
    """What is changed."""
    size: float
    """By how much: years later, or times."""
    case: str | None
    """Of which case alone; None: of all."""
    chosen: Ids | None
    """The choice then; None: no portfolio meets the limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeBooking:
    """What is safe to book of the chosen cases together."""

    by_year: Yearly
    """Each year by itself. [currency]"""
    period: float
    """Of the budget period as one. [currency]"""
    by_year_sum: float
    """The sum of the budget period's years. [currency]"""
    probability_of_sum: float
    """That the period's budget holds if each year's is booked."""
    probability_all_years: float
    """That every year's budget of the period holds if each year's is booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooling:
    """What is safe to book over the budget period, by who holds the reserve. [currency]"""

    one: float
    """One reserve for all."""
    committees: float
    """One for each committee."""
    cases: float
    """One for each case."""
    by_committee: Mapping[str, float]
    """The parts of `committees`; those not placed under the empty name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What it is worth to be able to stop before a stage. [currency]"""

    id: str
    """The case."""
    stage: int
    """Counted from 1; at least 2."""
    outlay_avoided: float
    """Outlay and disruption of the stage that are not spent, discounted, on average."""
    damage_avoided: float | None
    """On the last gate: harm that a failure would do and that a stop prevents, discounted, on
    average; negative where a failure still leaves something. None on the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Everything that choosing tells."""

    scenario: Scenario
    """What was chosen from, with the trials that were used."""
    portfolio: Scenario
    """The same with what is chosen and what is always in enabled, and nothing else."""
    choosing_trials: int
    """That the choice was made on."""
    choice: Decision
    """The portfolio."""
    cases: tuple[CaseDecision, ...]
    """Every enabled case, in the order of the scenario."""
    stresses: tuple[StressChoice, ...]
    """What else would be chosen when."""
    frontier: tuple[FrontierPoint, ...]
    """Those that none beats in both outlay and objective, by rising outlay; 60 at most."""
    all: tuple[FrontierPoint, ...]
    """Every allowed portfolio that keeps to the limits, where there are at most 12 cases."""
    safe_booking: SafeBooking | None
    """None: nothing is chosen, and nothing always in."""
    pooling: Pooling | None
    """Likewise."""
    gates: tuple[Gate, ...]
    """Of every enabled case with several stages."""
    against: Against | None
    """The portfolio that was named beside it."""
    dimensions: Ids
    """Names in order of their coordinates, for a Sobol' sequence."""
