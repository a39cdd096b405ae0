"""What a simulation found, as reports and files need it.

Every per-year tuple has one entry per year of the horizon. Savings are positive when net
expenditure goes down, outlay and disruption are positive money out, a positive budget gap
is a hole in the adopted budget.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from innobudget.domain.influence import Sensitivity
from innobudget.domain.investment import Beneficiary, Gain
from innobudget.domain.named_figures import Figures
from innobudget.domain.scenario import Scenario
from innobudget.domain.standpoint import AmountName

if TYPE_CHECKING:
    from innobudget.domain.followed import FollowupOutcome

AMOUNTS: tuple[AmountName, ...] = get_args(AmountName)
PERCENTILES: Mapping[str, float] = {
    "p05": 0.05,
    "p10": 0.10,
    "p25": 0.25,
    "p50": 0.50,
    "p75": 0.75,
    "p90": 0.90,
    "p95": 0.95,
}

Yearly = tuple[float, ...]
"""One figure per year of the horizon."""
YearlyOrNone = tuple[float | None, ...]
"""One figure per year; None where it has no meaning, as where nothing is booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How one amount is distributed over the trials. [unit of the amount]"""

    mean: float
    """Mean over all trials: the expected value."""
    standard_error: float | None
    """Monte Carlo standard error of the mean; None for a single trial."""
    sd: float
    """Standard deviation between trials."""
    p05: float
    """Five trials in a hundred are at most this."""
    p10: float
    """One trial in ten is at most this."""
    p25: float
    """One trial in four is at most this."""
    p50: float
    """The median."""
    p75: float
    """One trial in four is at least this."""
    p90: float
    """One trial in ten is at least this."""
    p95: float
    """Five trials in a hundred are at least this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentileErrors:
    """Standard errors of the percentiles of one amount. [unit of the amount]"""

    p05: float
    """Of the fifth percentile."""
    p10: float
    """Of the tenth."""
    p25: float
    """Of the twenty-fifth."""
    p50: float
    """Of the median."""
    p75: float
    """Of the seventy-fifth."""
    p90: float
    """Of the ninetieth."""
    p95: float
    """Of the ninety-fifth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is hoped and what is booked: certain, before any chance."""

    saving: Yearly
    """Planned saving. [currency]"""
    outlay: Yearly
    """Planned outlay, the municipality's own part. [currency]"""
    disruption: Yearly
    """Planned disruption that the adopted budget holds. [currency]"""
    booked: Yearly
    """Booked saving: what the budget has deducted. [currency]"""


class Outcome(Figures):
    """The figures of the portfolio or a part of it: what stands here, and all of `measures`."""

    plan: Plan
    """What was hoped and booked."""
    measures: Mapping[AmountName, tuple[Spread, ...]]
    """Each amount's distribution, year by year. [currency]"""


class Precision(Figures):
    """Standard errors of the portfolio's figures, under their names; those of means stand there.

    Another seed would give figures that differ from these by about that much.
    """

    measures: Mapping[AmountName, tuple[PercentileErrors, ...]]
    """By amount and year. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityOutcome:
    """How one service indicator is distributed, year by year. [unit of the indicator]"""

    indicator: str
    """What is measured, in words."""
    unit: str
    """Unit of all its figures."""
    baseline: float
    """Where it stands today."""
    target: float
    """Where it stands at full effect."""
    value: tuple[Spread, ...]
    """Its realised value by year."""
    probability_target: Yearly
    """Probability that it is at or beyond its target."""
    probability_both: YearlyOrNone
    """Probability that it is, and the booked saving met; None where nothing is booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentOutcome:
    """The figures of one investment."""

    id: str
    """As in the scenario."""
    outcome: Outcome
    """Its own figures."""
    probability_success: float
    """Share of the trials in which every stage passed."""
    gap_when_hole: float | None
    """Mean of its period gap in the trials with a hole; None where none has. [currency]"""
    quality: tuple[QualityOutcome, ...]
    """Its service indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOutcome:
    """A track, an area or a kind; the parts of one division add up to the portfolio."""

    name: str | None
    """As the scenario or the budget writes it; None: not placed."""
    outcome: Outcome
    """Its figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeneficiaryOutcome:
    """Savings by who has them and how."""

    name: Beneficiary
    """Municipality, region, state or citizens."""
    gain: Gain
    """Cash, time freed or expenditure avoided."""
    planned: Yearly
    """Planned saving. [currency]"""
    saving: tuple[Spread, ...]
    """Realised saving by year. [currency]"""


class BookingChoice(Figures):
    """What one booking share for all investments would mean: measures of the budget period."""

    share: float
    """Booked over planned saving. [fraction]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedToAchieved:
    """From booked to achieved over the budget period, on average, step by step.

    Steps are signed: what is lost is negative. Each is taken on top of those before it, in
    this order, so they add up. [currency]
    """

    booked: float
    """Booked saving."""
    unbooked: float
    """Planned and not booked; negative where more is booked than planned."""
    failure: float
    """Stages that do not pass: no saving and no running cost, or worse than none."""
    benefit: float
    """The effect where it works: smaller or larger than planned."""
    delay: float
    """Savings that begin late."""
    achieved: float
    """Mean saving: the sum of the above."""
    outlay: float
    """Planned outlay less its mean: dearer stages, and stages not reached."""
    disruption: float
    """Budgeted disruption less its mean."""
    after_costs: float
    """Booked saving less the mean budget gap: the sum of the last three."""
    missing: float
    """Mean budget gap: booked less `after_costs`; negative is left over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What would make the budget of the period safer, on the same trials."""

    booked: float
    """Booked saving of the budget period with it. [currency]"""
    price: float
    """Money set aside, or booked saving given up, over the budget period. [currency]"""
    probability_budget_holds_period: float
    """That the budget of the period holds with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOut:
    """Three ways out of a budget that is not safe; None: there is no such way.

    In a follow-up, bookings change only for the years after it.
    """

    reserve: WayOut
    """Set the period's reserve aside; its price is 0 where none is needed."""
    book_less: WayOut | None
    """Book of every saving the same smaller part, so that the budget holds with the chosen
    confidence, or nothing where no part is safe; None: it is safe as it is, or nothing is
    booked that can change."""
    book_later: WayOut | None
    """Book every saving a year later; None: nothing is booked in the period that can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceedance:
    """One point of the curve of how big the hole of the budget period can be."""

    probability: float
    """Probability that the gap is larger than `budget_gap`."""
    budget_gap: float
    """Summed over the budget period; positive is a hole. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything that one simulation found."""

    scenario: Scenario
    """What was simulated, with the trials, seed and sampling that were used."""
    portfolio: Outcome
    """All enabled investments together."""
    investments: tuple[InvestmentOutcome, ...]
    """In the order of the scenario."""
    tracks: tuple[PartOutcome, ...]
    """In order of first appearance."""
    areas: tuple[PartOutcome, ...]
    """In order of the budget file; what is not placed comes last."""
    kinds: tuple[PartOutcome, ...]
    """Ceilings that are never netted."""
    beneficiaries: tuple[BeneficiaryOutcome, ...]
    """The municipality's own cash first."""
    booking_choice: tuple[BookingChoice, ...]
    """By rising share."""
    safe_booking_share: float | None
    """The largest booking share for all investments at which the budget of the period holds
    with the chosen confidence; below 0: none does; None: nothing to book. [fraction]"""
    booked_to_achieved: BookedToAchieved
    """Why less is achieved than was booked."""
    ways_out: WaysOut
    """What would make the budget safe, and at what price."""
    exceedance: tuple[Exceedance, ...]
    """By falling probability."""
    sensitivity: Sensitivity
    """Which uncertainty matters."""
    standard_errors: Precision | None
    """How sure the portfolio's figures are; None for a single trial."""
    followup: "FollowupOutcome | None" = None
    """What has happened since the budget was adopted; None: it is no follow-up."""
