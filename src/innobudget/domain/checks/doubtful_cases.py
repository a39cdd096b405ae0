"""Doubts about one investment: its area, its money, its tails and what is booked of it."""

from collections.abc import Iterator

from innobudget.domain import metalog
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.checks.places import Keys
from innobudget.domain.checks.unlikely import in_years
from innobudget.domain.investment import STAGE_TABLES, UNCERTAIN, Investment
from innobudget.domain.planned import booked_saving, planned_saving
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Percentiles, lower_limit
from innobudget.errors import Problem, nearest
from innobudget.messages import in_full, say, write

INFINITE_FOURTH_MOMENT = 0.25


def doubtful_case(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Yield what is doubtful about one investment, which stands below the keys."""
    yield from _area(scenario, investment, keys)
    yield from _money_in(investment, keys)
    yield from _grants(investment, keys)
    yield from _tails(investment, keys)
    if investment.enabled:
        yield from _bookings(scenario, investment, keys)


def _area(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    area, budget = investment.area, scenario.budget
    if area is None or budget is None or area in budget.areas:
        return
    near = nearest(area, budget.areas)
    yield Problem(
        code="unknown-area",
        path=(*keys, "area"),
        found=say(
            'area = "{area}", which has no line in {source}', area=area, source=budget.source
        ),
        expected=say("an area of the budget, where outlay and disruption are placed"),
        remedy=write(f'area = "{near}"') if near else say("see that the area is meant"),
    )


def _money_in(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for number, stage in enumerate(investment.stages):
        for name in (field for field in STAGE_TABLES if field != "grant"):
            below = [year for year, amount in getattr(stage, name).items() if amount < 0]
            if below:
                yield Problem(
                    code="money-in",
                    path=(*keys, "stage", number, name, str(below[0])),
                    found=say("{name} below 0 in {below}: money in", name=name, below=[*below]),
                    expected=say("money out as a positive amount"),
                    remedy=say("take the minus away, unless money is received"),
                )


def _grants(investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Doubt fixed grants of more than the outlay comes to where it turns out cheap."""
    lowest = lower_limit(investment.cost_factor)
    for number, stage in enumerate(investment.stages):
        for year, grant in sorted(stage.grant.items()):
            outlay = sum(amounts.get(year, 0.0) for amounts in stage.outlays.values())
            own = (1 - investment.cofinancing) * outlay
            if own > 0 and grant > max(lowest, 0.0) * own + HALF_AN_ORE:
                yield Problem(
                    code="grant-above-cost",
                    path=(*keys, "stage", number, "grant", str(year)),
                    found=say(
                        "a grant of {share:.0%} of the outlay in {year}, which the cost factor "
                        "can bring down to {lowest:.0%}",
                        share=grant / own,
                        year=year,
                        lowest=max(lowest, 0.0),
                    ),
                    expected=say(
                        "a grant that is paid whatever the outlay comes to: in such futures the "
                        "municipality keeps the rest"
                    ),
                    remedy=say("write it as cofinancing, if it falls with the outlay"),
                )
                break


def _tails(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for name in sorted(UNCERTAIN):
        quantity = getattr(investment, name)
        if not isinstance(quantity, Percentiles) or quantity.p10 == quantity.p90:
            continue
        triplet = (quantity.p10, quantity.p50, quantity.p90)
        if metalog.tail_exponent(triplet, quantity.min, quantity.max) >= INFINITE_FOURTH_MOMENT:
            bound = "max" if quantity.max is None else "min"
            yield Problem(
                code="heavy-tail",
                path=(*keys, name),
                found=say(
                    "a tail so heavy that standard deviations settle slowly, without a limit"
                ),
                expected=say("limits on both sides"),
                remedy=say("give {bound} as well", bound=bound),
            )


def _bookings(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Doubt bookings of more than is planned, and those that outlive the effect."""
    planned, booked = planned_saving(scenario, investment), booked_saving(scenario, investment)
    path = (*keys, "booked") if investment.booked is not None else keys
    over = [year for year in planned if booked[year] > planned[year] + HALF_AN_ORE]
    ended = [year for year in over if _has_ended(investment, year)]
    more = [year for year in over if year not in ended]
    if more:
        worst = max(more, key=lambda year: booked[year] - planned[year])
        currency = scenario.assumptions.currency
        yield Problem(
            code="booked-above-plan",
            path=path,
            found=say(
                "more booked than planned in {years}, by up to {excess}: "
                "{booked} against {planned}",
                years=in_years(more),
                excess=in_full(booked[worst] - planned[worst], currency),
                booked=in_full(booked[worst], currency),
                planned=in_full(planned[worst], currency),
            ),
            expected=say("at most the planned saving"),
            remedy=say("book less, or say in the description why"),
        )
    if ended:
        yield Problem(
            code="booked-after-effect",
            path=path,
            found=say(
                "a booking that goes on in {years}, when no effect lasts", years=in_years(ended)
            ),
            expected=say("a booking that ends with the effect"),
            remedy=say("add {ended} = 0 to booked", ended=ended[0]),
        )


def _has_ended(investment: Investment, year: int) -> bool:
    """Say whether every effect has an end, and the last one's has passed."""
    ends = [
        None if effect.years is None else effect.start + effect.years
        for effect in investment.effects
        if effect.is_own_cash and not effect.is_running_cost
    ]
    return bool(ends) and all(end is not None and year >= end for end in ends)
