"""The same investments with other bookings: less of every saving, or all of it a year later.

Of a follow-up, only those of the years from its next budget on: what has been budgeted stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from innobudget.domain.investment import Investment
from innobudget.domain.planned import booked_parts, booked_saving, given_bookings
from innobudget.domain.scenario import Scenario

Bookings = Mapping[int, float]
"""Booked saving by year, running costs apart. [currency]"""


def first_open_year(scenario: Scenario) -> int:
    """Return the first year whose bookings can still be changed: of a follow-up, the next budget's.

    In a scenario of later years than its follow-up, all of them are open.
    """
    base_year, followup = scenario.horizon.base_year, scenario.followup
    return base_year if followup is None else max(base_year, followup.first_open_year)


def is_partly_open(scenario: Scenario) -> bool:
    """Say whether the bookings of some years stand, and those of others can be changed."""
    return 0 < open_years(scenario).count(False) < scenario.horizon.length


def is_over(scenario: Scenario) -> bool:
    """Say whether the budget period lies before the day of the follow-up."""
    horizon, followup = scenario.horizon, scenario.followup
    return followup is not None and followup.as_of.year > horizon.years[horizon.period - 1]


def decided_years(scenario: Scenario) -> range:
    """Return the years of the budget period that a decision is about, by position: those open.

    Of an adopted budget, and of one that is over, all.
    """
    horizon = scenario.horizon
    closed = first_open_year(scenario) - horizon.base_year
    return range(closed if closed < horizon.period else 0, horizon.period)


def open_years(scenario: Scenario) -> tuple[bool, ...]:
    """Return of each year of the horizon whether its bookings can still be changed."""
    return tuple(year >= first_open_year(scenario) for year in scenario.horizon.years)


def booked_in_part(scenario: Scenario, part: float) -> Scenario:
    """Return the scenario with a part of every booked saving; running costs stay in full."""
    return _rebooked(
        scenario, lambda booked: {year: part * amount for year, amount in booked.items()}
    )


def booked_later(scenario: Scenario) -> Scenario:
    """Return the scenario with every saving booked a year later, nothing in the first year.

    What is left out is planned as before: only the budget waits. Of a follow-up, the first open
    year has what the year before it has.
    """

    def later(booked: Bookings) -> Bookings:
        before = [0.0, *booked.values()]
        return dict(zip(booked, before, strict=False))

    return _rebooked(scenario, later)


def booked_by_share(scenario: Scenario, share: float) -> Scenario:
    """Return the scenario with one share of all savings booked; own bookings are replaced."""
    bare = tuple(replace(item, booked=None, rebooked=None) for item in scenario.investments)
    booking = replace(scenario.booking, share=share)
    return standing(replace(scenario, booking=booking, investments=bare), scenario)


def booked_at(scenario: Scenario, share: float) -> float:
    """Return what one booking share for all books in the budget period, running costs in full.

    [currency]
    """
    shared = booked_by_share(scenario, share)
    years = scenario.horizon.years[: scenario.horizon.period]
    found = [booked_saving(shared, item) for item in shared.enabled]
    return sum(booked[year] for booked in found for year in years)


def standing(changed: Scenario, before: Scenario) -> Scenario:
    """Return a changed scenario with the bookings from before for the years that stand."""
    first = first_open_year(before)
    if first == before.horizon.base_year:
        return changed

    def booked(item: Investment, own: Investment) -> dict[int, float]:
        now, others = booked_savings(before, own), booked_savings(changed, item)
        return {year: others[year] if year >= first else now[year] for year in now}

    pairs = zip(changed.investments, before.investments, strict=True)
    investments = tuple(
        replace(item, booked=booked(item, own), rebooked=None) if item.enabled else item
        for item, own in pairs
    )
    return replace(changed, investments=investments)


def booked_savings(scenario: Scenario, investment: Investment) -> Bookings:
    """Return what is booked of an investment's savings in every year of the horizon."""
    years, parts = scenario.horizon.years, booked_parts(scenario, investment)
    shared = {year: sum(max(part.booked[year], 0.0) for part in parts) for year in years}
    return {**shared, **given_bookings(investment, years)}


def _rebooked(scenario: Scenario, changed: Callable[[Bookings], Bookings]) -> Scenario:
    investments = tuple(
        replace(item, booked=changed(booked_savings(scenario, item)), rebooked=None)
        if item.enabled
        else item
        for item in scenario.investments
    )
    return standing(replace(scenario, investments=investments), scenario)
