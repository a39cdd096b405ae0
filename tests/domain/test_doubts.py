"""What does not stop a run but must be read."""
# ruff: noqa: ANN401 - any field of an investment

from dataclasses import replace
from typing import Any

from conftest import a_budget, a_scenario, an_effect, an_investment
from innobudget.domain.checks import doubts_about
from innobudget.domain.investment import Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Percentiles

ON_A_LINE = an_effect(line="5.30.26")


def codes(scenario: Scenario) -> list[str]:
    return [doubt.code for doubt in doubts_about(scenario)]


def budgeted(**changes: Any) -> Scenario:
    investment = an_investment(**{"effects": (ON_A_LINE,), **changes})
    return a_scenario(investment, budget=a_budget())


def test_an_ordinary_scenario_raises_no_doubt() -> None:
    assert codes(budgeted()) == []


def test_savings_without_a_budget_are_doubted() -> None:
    assert codes(a_scenario()) == ["no-budget"]


def test_a_saving_that_no_line_carries_is_doubted() -> None:
    assert codes(budgeted(effects=(an_effect(),))) == ["effect-without-line"]


def test_what_others_have_and_time_freed_need_no_line() -> None:
    others = (an_effect(beneficiary="region"), an_effect(gain="time"), ON_A_LINE)
    assert codes(budgeted(effects=others)) == []


def test_a_semi_bounded_metalog_with_a_heavy_tail_is_doubted() -> None:
    heavy = Percentiles(p10=0.3, p50=1.0, p90=2.4, min=0.0)
    assert codes(budgeted(cost_factor=heavy)) == ["heavy-tail"]
    light = Percentiles(p10=0.8, p50=1.0, p90=1.2, min=0.0)
    assert codes(budgeted(cost_factor=light)) == []


def test_more_booked_than_planned_is_doubted_with_the_worst_year() -> None:
    (doubt,) = doubts_about(budgeted(booked={2026: 50.0, 2027: 130.0, 2028: 100.0}))
    assert doubt.code == "booked-above-plan"
    assert (
        doubt.found
        == "more booked than planned in 2026, 2027, by up to DKK 50: DKK 50 against DKK 0"
    )


def test_a_booking_that_outlives_its_effect_is_doubted() -> None:
    passing = (an_effect(line="5.30.26", years=2),)
    (doubt,) = doubts_about(budgeted(effects=passing, booked={2027: 100.0}))
    assert (doubt.code, doubt.remedy) == ("booked-after-effect", "add 2029 = 0 to booked")
    assert codes(budgeted(effects=passing, booked={2027: 100.0, 2029: 0.0})) == []


def test_a_booking_share_above_one_books_more_than_planned() -> None:
    investment = an_investment(effects=(ON_A_LINE,))
    assert codes(a_scenario(investment, budget=a_budget(), share=1.2)) == ["booked-above-plan"]


def test_bookings_of_what_is_not_simulated_are_not_doubted() -> None:
    off = an_investment("led", enabled=False, effects=(ON_A_LINE,), booked={2027: 999.0})
    on = an_investment(effects=(ON_A_LINE,))
    assert codes(a_scenario(on, off, budget=a_budget())) == []


def test_money_in_where_money_out_is_meant_is_doubted() -> None:
    assert codes(budgeted(stages=(Stage(outlay={2026: -50.0}),))) == ["money-in"]


def test_an_area_that_the_budget_has_not_is_doubted() -> None:
    (doubt,) = doubts_about(budgeted(area="Eldrely"))
    assert (doubt.code, doubt.remedy) == ("unknown-area", 'write area = "Elderly"')
    assert codes(budgeted(area="Finance")) == []


def test_an_effect_after_the_horizon_is_doubted() -> None:
    assert codes(budgeted(effects=(an_effect(line="5.30.26", start=2032),))) == [
        "effect-after-horizon"
    ]


def test_a_rate_that_is_likely_per_cent_is_doubted() -> None:
    investment = an_investment(effects=(ON_A_LINE,))
    assert codes(a_scenario(investment, budget=a_budget(growth=2.0), discount_rate=3.5)) == [
        "rate-above-one",
        "rate-above-one",
    ]


def test_amounts_of_another_price_level_are_doubted() -> None:
    investment = an_investment(effects=(ON_A_LINE,))
    assert codes(a_scenario(investment, budget=a_budget(), price_level=2024)) == ["price-level"]
    assert codes(a_scenario(investment, budget=a_budget(), price_level=2026)) == []


def test_a_budget_file_that_states_another_price_level_is_doubted() -> None:
    investment = an_investment(effects=(ON_A_LINE,))
    of_2025 = replace(a_budget(), price_level=2025)
    assert codes(a_scenario(investment, budget=of_2025)) == ["budget-price-level"]
    of_2026 = replace(a_budget(), price_level=2026)
    assert codes(a_scenario(investment, budget=of_2026)) == []
