"""Ways out: each is what a run of the scenario changed accordingly gives, to the bit."""

from dataclasses import replace
from datetime import date
from math import sqrt

import pytest
from hypothesis import given, settings

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.facts import Followup
from innobudget.domain.rebooking import (
    booked_at,
    booked_by_share,
    booked_in_part,
    booked_later,
    booked_savings,
    first_open_year,
)
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.simulation import simulate
from strategies import scenarios
from town import town

LAST_DIGITS = 1e-12
"""What a price that is all of the savings may differ from them by, as a share."""
RANK_ERROR = 1.0
"""A quantile may lie a trial below its rank, or a tenth of its sampling error."""


def ways_are_runs(scenario: Scenario) -> None:
    """Hold the ways out to runs of the changed scenarios on the same trials."""
    run = simulate(scenario)
    results = run.results()
    ways, dimensions = results.ways_out, run.draws.dimensions
    outcome = results.portfolio
    booked = sum(outcome.plan.booked[: scenario.horizon.period])
    assert ways.reserve.price == outcome.reserve_period
    assert ways.reserve.probability_budget_holds_period >= (
        scenario.assumptions.confidence - RANK_ERROR / sqrt(scenario.sampled.trials)
    )
    changed = {}
    if ways.book_less is not None:
        years = scenario.horizon.years[: scenario.horizon.period]
        savings = sum(
            booked_savings(scenario, item)[year]
            for item in scenario.enabled
            for year in years
            if year >= first_open_year(scenario)
        )
        part = 1 - ways.book_less.price / savings
        assert -LAST_DIGITS <= part < 1
        part = max(part, 0.0)
        changed["less"] = (ways.book_less, booked_in_part(scenario, part))
    if ways.book_later is not None:
        changed["later"] = (ways.book_later, booked_later(scenario))
    for name, (way, other) in changed.items():
        found = simulate(other, dimensions=dimensions).portfolio()
        own = sum(found.plan.booked[: scenario.horizon.period])
        exact = name == "later"
        assert way.booked == (own if exact else pytest.approx(own, rel=1e-9, abs=1e-6))
        assert way.price == pytest.approx(booked - own, abs=1e-6)
        holds = found.probability_budget_holds_period
        assert way.probability_budget_holds_period == holds, name


@settings(max_examples=examples(15))
@given(scenarios())
def test_each_way_out_is_a_run_of_the_changed_scenario(scenario: Scenario) -> None:
    ways_are_runs(scenario)


@pytest.mark.parametrize("trials", [2_000, EXACT_TRIALS + 20_000])
def test_they_are_so_at_every_size(trials: int) -> None:
    scenario = town()
    ways_are_runs(replace(scenario, sampled=replace(scenario.sampled, trials=trials)))


def test_booking_less_makes_the_budget_as_sure_as_was_asked_for() -> None:
    chance = Uniform(uniform=(0.0, 1.0))
    results = simulate(a_scenario(an_investment(benefit_factor=chance), trials=10_000)).results()
    less = results.ways_out.book_less
    assert less is not None
    assert less.booked == pytest.approx(0.2 * 300, rel=0.01)
    assert less.probability_budget_holds_period == pytest.approx(0.8, abs=1e-3)
    later = results.ways_out.book_later
    assert later is not None
    assert (later.booked, later.price) == (200, 100)
    assert later.probability_budget_holds_period == pytest.approx(1 / 3, abs=0.01)


def test_where_nothing_is_booked_only_a_reserve_is_left() -> None:
    ways = simulate(a_scenario(an_investment(effects=(), cost_factor=2.0))).results().ways_out
    assert (ways.book_less, ways.book_later) == (None, None)
    assert ways.reserve.price == pytest.approx(50)
    assert ways.reserve.probability_budget_holds_period == 1.0


def test_a_safe_budget_needs_no_smaller_booking() -> None:
    ways = simulate(a_scenario()).results().ways_out
    assert ways.book_less is None
    assert ways.reserve.price == 0


def test_where_no_booking_is_safe_nothing_is_booked_and_that_is_not_enough() -> None:
    dear = an_investment(cost_factor=9.0, benefit_factor=0.1)
    ways = simulate(a_scenario(dear)).results().ways_out
    assert ways.book_less is not None
    assert ways.book_less.booked == 0
    assert ways.book_less.probability_budget_holds_period == 0


def test_running_costs_stay_booked_in_full() -> None:
    case = an_investment(effects=(an_effect(), an_effect(amount=-10.0)), benefit_factor=0.5)
    scenario = a_scenario(case)
    less = simulate(booked_in_part(scenario, 0.5)).portfolio().plan.booked
    later = simulate(booked_later(scenario)).portfolio().plan.booked
    assert less == (0, 40, 40, 40, 40, 40)
    assert later == (0, -10, 90, 90, 90, 90)


def test_a_follow_up_leaves_alone_what_has_been_budgeted_until_now() -> None:
    """Its year and those before stand as they are; the next has what its own year has."""
    chance = Uniform(uniform=(0.0, 1.0))
    case = an_investment(benefit_factor=chance, booked={2026: 50.0, 2027: 100.0})
    adopted = a_scenario(case, trials=10_000)
    decided = replace(case, rebooked={2028: 80.0})
    followup = Followup(as_of=date(2027, 8, 31))
    scenario = replace(adopted, followup=followup, adopted=adopted, investments=(decided,))
    ways_are_runs(scenario)
    assert dict(booked_savings(scenario, decided)) == {
        2026: 50,
        2027: 100,
        2028: 80,
        2029: 80,
        2030: 80,
        2031: 80,
    }
    less = simulate(booked_in_part(scenario, 0.5)).portfolio().plan.booked
    assert less == (50, 100, 40, 40, 40, 40)
    later = simulate(booked_later(scenario)).portfolio().plan.booked
    assert later == (50, 100, 100, 80, 80, 80)
    shared = replace(decided, booked=None)
    assert booked_savings(replace(scenario, investments=(shared,)), shared)[2028] == 80


def test_in_a_follow_up_a_booking_share_is_booked_for_the_years_after_it() -> None:
    chance = Uniform(uniform=(0.0, 1.0))
    effects = (an_effect(), an_effect(amount=-10.0))
    own = an_investment(effects=effects, benefit_factor=chance, booked={2026: 50.0, 2027: 90.0})
    other = replace(an_investment(effects=effects), id="b", booked=None)
    adopted = a_scenario(replace(own, id="a"), other, trials=10_000)
    followup = Followup(as_of=date(2027, 8, 31))
    scenario = replace(adopted, followup=followup, adopted=adopted)
    results = simulate(scenario).results()
    for choice in results.booking_choice:
        changed = booked_by_share(scenario, choice.share)
        found = simulate(changed).portfolio()
        booked = sum(found.plan.booked[: scenario.horizon.period])
        assert booked_at(scenario, choice.share) == pytest.approx(booked)
        holds = found.probability_budget_holds_period
        assert choice.probability_budget_holds_period == holds
        assert choice.probability_booked_met_period == found.probability_booked_met_period
    share = results.safe_booking_share
    assert share is not None
    for factor, enough in ((0.999, True), (1.001, False)):
        found = simulate(booked_by_share(scenario, share * factor)).portfolio()
        holds = found.probability_budget_holds_period >= scenario.assumptions.confidence
        assert holds == enough


def test_late_in_the_year_the_next_budget_may_stand_as_well() -> None:
    case = an_investment(benefit_factor=Uniform(uniform=(0.0, 1.0)), booked={2026: 100.0})
    adopted = a_scenario(case, trials=10_000)
    open_from = {}
    for year in (None, 2028, 2029):
        followup = Followup(as_of=date(2027, 11, 30), next_budget=year)
        scenario = replace(adopted, followup=followup, adopted=adopted)
        ways_are_runs(scenario)
        open_from[year] = simulate(booked_in_part(scenario, 0.5)).portfolio().plan.booked
    assert open_from[None] == open_from[2028] == (100, 100, 50, 50, 50, 50)
    assert open_from[2029] == (100, 100, 100, 50, 50, 50)


def test_what_is_given_up_is_not_of_a_budget_that_is_adopted() -> None:
    case = an_investment(booked={2026: 100.0}, benefit_factor=0.0)
    adopted = a_scenario(case)
    lost = {}
    for year in (2028, 2029):
        day = date(2027, 11, 30)
        followup = Followup(as_of=day, next_budget=year, rebudget_after=0)
        scenario = replace(adopted, followup=followup, adopted=adopted)
        found = simulate(scenario).results().followup
        assert found is not None
        assert found.lost_room is not None
        lost[year] = [spread.mean for spread in found.lost_room]
    assert lost == {2028: [0, 0, 100, 100, 100, 100], 2029: [0, 0, 0, 100, 100, 100]}


def test_where_the_follow_up_is_of_the_last_year_only_a_reserve_is_left() -> None:
    adopted = a_scenario(an_investment(benefit_factor=0.5))
    followup = Followup(as_of=date(2029, 12, 31))
    results = simulate(replace(adopted, followup=followup, adopted=adopted)).results()
    ways = results.ways_out
    assert (ways.book_less, ways.book_later) == (None, None)
    assert ways.reserve.price > 0
    assert results.safe_booking_share is None
