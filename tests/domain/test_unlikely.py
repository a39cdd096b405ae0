"""What is possible and hardly meant is doubted, once for all that are alike."""
# ruff: noqa: ANN401 - any field of an investment

from typing import Any

import pytest

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.checks import doubts_about
from innobudget.domain.investment import Effect, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Lognormal
from innobudget.errors import Problem

ON_A_LINE = an_effect(line="5.30.26")


def budgeted(**changes: Any) -> Scenario:
    return a_scenario(an_investment(**{"effects": (ON_A_LINE,), **changes}), budget=a_budget())


def codes(scenario: Scenario) -> list[str]:
    return [doubt.code for doubt in doubts_about(scenario)]


def only(scenario: Scenario) -> Problem:
    (doubt,) = doubts_about(scenario)
    return doubt


@pytest.mark.parametrize("table", ["outlay", "capital_outlay", "disruption"])
def test_a_saving_before_the_first_outlay_is_doubted(table: str) -> None:
    tables: dict[str, Any] = {table: {2028: 5.0}}
    late = (Stage(), Stage(**tables))
    doubt = only(budgeted(stages=late))
    assert doubt.code == "saving-before-outlay"
    assert doubt.found == "a saving from 2027, and nothing spent before 2028"
    assert codes(budgeted(stages=(Stage(outlay={2027: 5.0}),))) == []
    assert codes(budgeted(stages=(Stage(),))) == []


def test_a_ramp_of_zero_and_what_was_begun_before_are_no_early_saving() -> None:
    stages = (Stage(outlay={2028: 5.0}),)
    waits = an_effect(line="5.30.26", ramp=(0.0, 1.0))
    assert codes(budgeted(stages=stages, effects=(waits,))) == []
    begun = an_effect(line="5.30.26", start=2025)
    assert codes(budgeted(stages=stages, effects=(begun,))) == []
    running = an_effect(line="5.30.26", amount=-5.0)
    assert codes(budgeted(stages=stages, effects=(running,))) == []


def test_a_pattern_that_takes_in_more_than_half_of_the_budget_is_doubted() -> None:
    wide = an_effect(line="5.30.*")
    doubt = only(budgeted(effects=(wide,)))
    assert doubt.code == "wide-pattern"
    assert doubt.found == 'line = "5.30.*", which is 80% of the budget in 2 lines'
    assert codes(budgeted(effects=(an_effect(line="6.*"),))) == []
    assert codes(budgeted(effects=(an_effect(area="Elderly"),))) == []


@pytest.mark.parametrize("effect", [{"amount": None, "share": 0.05}, {"amount": 50.0}])
def test_a_saving_on_lines_that_hold_nothing_in_a_year_is_doubted(effect: dict[str, Any]) -> None:
    amounts = {2026: 0.0, 2027: 0.0, 2028: 0.0, 2029: 1_000.0}
    budget = a_budget(a_line("5.30.28", amounts=amounts), *a_budget().lines)
    case = an_investment(effects=(an_effect(line="5.30.28", **effect),))
    doubt = only(a_scenario(case, budget=budget))
    assert doubt.code == "zero-line"
    assert doubt.found == "a saving on 5.30.28 Care, 1 line with 0 in 2027, 2028"
    later = an_investment(effects=(an_effect(line="5.30.28", start=2029, **effect),))
    assert codes(a_scenario(later, budget=budget)) == []


def test_a_lognormal_of_the_logarithm_is_doubted() -> None:
    wide = Lognormal(lognormal=(0.1, 1.1))
    assert codes(budgeted(cost_factor=wide)) == ["wide-lognormal"]
    assert codes(budgeted(cost_factor=Lognormal(lognormal=(0.1, 1.0)))) == []


def test_a_booking_below_zero_is_doubted() -> None:
    doubt = only(budgeted(booked={2027: -100.0, 2028: -50.0, 2029: 0.0}))
    assert (doubt.code, doubt.path[-1]) == ("booked-below-zero", "2027")
    assert doubt.found == "a booking below 0 in 2027, 2028"


def test_two_cases_of_one_name_are_doubted() -> None:
    def named(id: str, **changes: Any) -> Any:  # noqa: A002 - the field's name
        return an_investment(id, effects=(an_effect(line="5.30.27"),), **changes)

    twins = named("care", name="Care at home"), named("led", name="care  At home")
    doubt = only(a_scenario(*twins, budget=a_budget()))
    assert (doubt.code, doubt.path) == ("same-name", ("investment", 1, "name"))
    off = named("led", name="Care at home", enabled=False)
    assert codes(a_scenario(twins[0], off, budget=a_budget())) == []


def test_lines_of_which_much_is_taken_are_one_doubt_the_worst_first() -> None:
    def taking(line: str, amount: float) -> Effect:
        return an_effect(line=line, amount=amount)

    effects = (taking("5.30.26", 110.0), taking("5.30.27", 600.0), taking("6.45.51", 500.0))
    doubt = only(budgeted(effects=effects))
    assert doubt.code == "large-share"
    assert doubt.found == (
        "50 % of 6.45.51 Administration in 2027, by care; 20 % of 5.30.27 Nursing in 2027, by "
        "care; 11 % of 5.30.26 Care in 2027, by care"
    )


@pytest.mark.parametrize(("count", "rest"), [(3, ""), (4, "1 more line"), (6, "3 more lines")])
def test_three_lines_of_which_much_is_taken_are_told_and_the_others_counted(
    count: int, rest: str
) -> None:
    lines = [a_line(f"5.{number}") for number in range(count)]
    effects = tuple(an_effect(line=line.id, amount=200.0) for line in lines)
    case = an_investment(effects=effects)
    told = str(only(a_scenario(case, budget=a_budget(*lines))).found).split("; ")
    assert [part.startswith("20 % of 5.") for part in told] == [True] * 3 + [False] * bool(rest)
    assert told[3:] == ([f"and of {rest}"] if rest else [])


def test_doubts_that_are_alike_are_told_once_with_whose_they_are() -> None:
    cases = [
        an_investment(name, effects=(an_effect(),), booked={2027: amount})
        for name, amount in (("a", 200.0), ("b", 300.0), ("c", 400.0), ("d", 500.0))
    ]
    lost, above = doubts_about(a_scenario(*cases, budget=a_budget()))
    assert lost.found == "an effect that names no line or area; likewise b, c, d"
    assert lost.place == '[[investment]] "a", [[investment.effect]] 1'
    assert above.found == (
        "a: more booked than planned in 2027–2031, by up to DKK 100: DKK 200 against DKK 100; "
        "b: more booked than planned in 2027–2031, by up to DKK 200: DKK 300 against DKK 100; "
        "c: more booked than planned in 2027–2031, by up to DKK 300: DKK 400 against DKK 100; "
        "likewise d"
    )


def test_doubts_with_other_remedies_stay_apart() -> None:
    effects = (an_effect(line="5.30.26", start=2033), an_effect(line="5.30.26", start=2034))
    remedies = [doubt.remedy for doubt in doubts_about(budgeted(effects=effects))]
    assert remedies == ["make horizon 8 or more", "make horizon 9 or more"]


def test_what_is_not_simulated_is_not_doubted() -> None:
    off = an_investment(
        "off",
        enabled=False,
        booked={2027: -1.0},
        stages=(Stage(outlay={2029: 5.0}),),
        effects=(an_effect(line="*", amount=4_000.0),),
    )
    assert codes(a_scenario(an_investment(effects=(ON_A_LINE,)), off, budget=a_budget())) == []
