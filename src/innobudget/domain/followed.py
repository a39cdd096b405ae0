"""What a follow-up found: what was adopted, what is known, and what is expected now."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from innobudget.domain.results import Outcome, Spread, Yearly, YearlyOrNone

Colour = Literal["green", "yellow", "red", "blue", "grey"]
"""Of a case: green from 95 % of what is booked, yellow from 75 %, red below; blue: stopped in
time; grey: nothing booked."""
GREEN, YELLOW = 0.95, 0.75
"""From which share of the booked saving on a case has each colour."""
FEWEST_FACTS = 10
"""Below so many facts nothing is said of how right the ranges were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactOutcome:
    """What one fact says."""

    investment: str
    """Id of the investment."""
    fact: int
    """Its position among the investment's facts, the first is 1."""
    quantity: str | None
    """What it bounds, as in sensitivity, a stage with its number; None: nothing uncertain."""
    interval: tuple[float | None, float | None] | None
    """Between which values, in its own unit; null: open. Of a stage between which percentiles."""
    on: date
    """From when on it is known."""
    source: str
    """Where it is known from."""
    percentile: float | None
    """Where in the adopted range the middle of the interval lies; None: nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkStep:
    """One step from what was booked to what is expected: they add up to `forecast`."""

    step: str
    """`booked`, `adopted`, `assumptions`, a date, `forecast`, and `realised`, `expected` of it."""
    amount: float
    """Saving of the budget period; of the steps in between how much it changes. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """How right the adopted ranges were: the municipality's own record, shown, never applied."""

    facts: int
    """Facts on amounts and indicators."""
    inside_80: float | None
    """Share of them between the tenth and the ninetieth percentile: near 0.8 is right."""
    stages: int
    """Facts on stages."""
    brier: float | None
    """Mean of the squared difference between a stage's probability and what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFollowup:
    """One investment of a follow-up."""

    colour: Colour
    """How it stands."""
    benefit_owner: str
    """Who answers for that the saving comes."""
    realised: YearlyOrNone
    """Realised saving by year, of the year of the follow-up so far. [currency]"""
    original_booked: Yearly
    """Booked saving as adopted. [currency]"""
    corrected_booked: Yearly
    """Booked saving as decided since. [currency]"""
    forecast: tuple[Spread, ...]
    """Saving by year, given what is known. [currency]"""
    owner_estimate_percentile: YearlyOrNone
    """Where in the forecast the benefit owner's estimate lies."""
    avoided_outlay: float | None
    """Own planned outlay of stages that a stopped case does not reach. [currency]"""
    walk: tuple[WalkStep, ...]
    """Why its expectation has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupOutcome:
    """What a follow-up found of the portfolio."""

    as_of: date
    """Date of the follow-up."""
    driver_fit: float
    """Share of the trials that keep the luck of the adopted forecast, about; 1 without drivers."""
    facts: tuple[FactOutcome, ...]
    """In the order in which they became known."""
    adopted: Outcome
    """The figures as they were when the budget was adopted."""
    walk: tuple[WalkStep, ...]
    """Why the expectation has changed."""
    lost_room: tuple[Spread, ...] | None
    """Booked saving by year that is given up and must be found elsewhere; None: nothing is said
    of when bookings are given up. [currency]"""
    gap_rebudgeted: tuple[Spread, ...] | None
    """Budget gap less the room that is lost; None likewise. [currency]"""
    track_record: TrackRecord
    """How right the ranges were."""
    cases: tuple[CaseFollowup, ...]
    """Each investment, in the order of the scenario."""
