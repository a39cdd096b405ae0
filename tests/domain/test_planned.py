"""Planned and booked savings by year, and what is taken of each line."""

import pytest
from hypothesis import given

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.checks import doubts_about
from innobudget.domain.overlaps import line_shares
from innobudget.domain.planned import booked_saving, planned_saving
from innobudget.domain.scenario import Scenario
from innobudget.engine.plan import plan_investment
from strategies import scenarios


@given(scenarios())
def test_planned_and_booked_savings_are_those_of_the_engine(scenario: Scenario) -> None:
    for investment in scenario.enabled:
        flows = plan_investment(scenario, investment).total
        planned = planned_saving(scenario, investment)
        booked = booked_saving(scenario, investment)
        assert [*planned.values()] == pytest.approx(flows.planned, abs=1e-6)
        assert [*booked.values()] == pytest.approx(flows.booked, abs=1e-6)


def test_a_booking_holds_until_a_later_year_says_otherwise() -> None:
    investment = an_investment(booked={2027: 40.0, 2030: 0.0})
    booked = booked_saving(a_scenario(investment), investment)
    assert booked == {2026: 0.0, 2027: 40.0, 2028: 40.0, 2029: 40.0, 2030: 0.0, 2031: 0.0}


def test_running_costs_are_booked_beside_a_booking() -> None:
    effects = (an_effect(), an_effect(amount=-3.0, start=2028, years=2))
    investment = an_investment(booked={2027: 40.0}, effects=effects)
    booked = booked_saving(a_scenario(investment), investment)
    assert booked == {2026: 0.0, 2027: 40.0, 2028: 37.0, 2029: 37.0, 2030: 40.0, 2031: 40.0}


def test_what_investments_take_of_a_line_is_added_up() -> None:
    first = an_investment(effects=(an_effect(line="5.30.26", ramp=(0.5, 1.0)),))
    second = an_investment("led", effects=(an_effect(line="5.30.*", amount=200.0),))
    shares = {
        item.line.id: item for item in line_shares(a_scenario(first, second, budget=a_budget()))
    }
    assert shares["5.30.26"].share == pytest.approx((100 + 200 / 4) / 1_000)
    assert shares["5.30.26"].year == 2028
    assert shares["5.30.26"].investments == ("care", "led")
    assert shares["5.30.27"].investments == ("led",)
    assert "6.45.51" not in shares


def test_running_costs_and_what_others_have_take_nothing_of_a_line() -> None:
    effects = (
        an_effect(line="5.30.26", amount=-10.0),
        an_effect(line="5.30.26", beneficiary="region"),
    )
    assert line_shares(a_scenario(an_investment(effects=effects), budget=a_budget())) == ()
    assert line_shares(a_scenario()) == ()


def test_more_than_a_tenth_of_a_line_is_doubted() -> None:
    little = an_investment(effects=(an_effect(line="5.30.26", amount=100.0),))
    assert doubts_about(a_scenario(little, budget=a_budget())) == ()
    much = an_investment(effects=(an_effect(line="5.30.26", amount=101.0),))
    (doubt,) = doubts_about(a_scenario(much, budget=a_budget()))
    assert doubt.code == "large-share"
    assert doubt.found == "10.1 % of 5.30.26 Care in 2027, by care"


def test_a_saving_on_a_line_without_money_takes_all_of_it() -> None:
    empty = a_line(amounts=dict.fromkeys(range(2026, 2030), 0.0))
    saving = an_investment(effects=(an_effect(line="5.30.26"),))
    (item,) = line_shares(a_scenario(saving, budget=a_budget(empty)))
    assert item.share == float("inf")
