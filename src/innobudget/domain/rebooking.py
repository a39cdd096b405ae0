"""The same investments with other bookings: less of every saving, or all of it a year later.

Of a follow-up, only those of the years after it: what has been budgeted for the others stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from innobudget.domain.investment import Investment
from innobudget.domain.planned import booked_parts, booked_saving, given_bookings
from innobudget.domain.scenario import Scenario

Bookings = Mapping[int, float]
"""Booked saving by year, running costs apart. [currency]"""


def first_open_year(scenario: Scenario) -> int:
    """Return the first year whose bookings can still be changed: of a follow-up, the next.

    A follow-up late in its year may come after the next budget is adopted; of that nothing is said.
    """
    followup = scenario.followup
    return scenario.horizon.base_year if followup is None else followup.as_of.year + 1


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

    What is left out is planned as before: only the budget waits. Of a follow-up, the next year
    has what its own year has.
    """

    def later(booked: Bookings) -> Bookings:
        before = [0.0, *booked.values()]
        return dict(zip(booked, before, strict=False))

    return _rebooked(scenario, later)


def booked_at(scenario: Scenario, share: float) -> float:
    """Return what one booking share for all books in the budget period; own bookings are replaced.

    Running costs are booked in full. Of a follow-up, what is booked for closed years stands.
    [currency]
    """
    booking = replace(scenario.booking, share=share)
    bare = tuple(replace(item, booked=None, rebooked=None) for item in scenario.enabled)
    shared = replace(scenario, booking=booking, investments=bare)
    years = [*zip(scenario.horizon.years, open_years(scenario), strict=True)]
    found = [
        (booked_saving(shared, other), booked_saving(scenario, item))
        for other, item in zip(bare, scenario.enabled, strict=True)
    ]
    return sum(
        other[year] if can_change else own[year]
        for other, own in found
        for year, can_change in years[: scenario.horizon.period]
    )


def booked_savings(scenario: Scenario, investment: Investment) -> Bookings:
    """Return what is booked of an investment's savings in every year of the horizon."""
    years, parts = scenario.horizon.years, booked_parts(scenario, investment)
    shared = {year: sum(max(part.booked[year], 0.0) for part in parts) for year in years}
    return {**shared, **given_bookings(investment, years)}


def _rebooked(scenario: Scenario, changed: Callable[[Bookings], Bookings]) -> Scenario:
    first = first_open_year(scenario)

    def booked(item: Investment) -> dict[int, float]:
        now = booked_savings(scenario, item)
        others = changed(now)
        return {year: others[year] if year >= first else now[year] for year in now}

    investments = tuple(
        replace(item, booked=booked(item), rebooked=None) if item.enabled else item
        for item in scenario.investments
    )
    return replace(scenario, investments=investments)
