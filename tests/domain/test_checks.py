"""Faults of scenarios, whether they come from a file or are built in code."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.budget import Budget
from innobudget.domain.checks import check_scenario, doubts_about
from innobudget.domain.checks.choosing import check_choosing, check_tail
from innobudget.domain.choosing import CaseGroup, Choosing, Pool
from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Lognormal, Normal, Uniform
from strategies import scenarios


def codes(scenario: Scenario) -> list[str]:
    return [fault.code for fault in check_scenario(scenario)]


def places(scenario: Scenario) -> list[str]:
    return [fault.place for fault in check_scenario(scenario)]


def test_a_name_twice_in_a_list_of_the_choice_is_a_fault() -> None:
    choice = Choosing(
        objective="npv",
        cases=("care", "care"),
        requires={"care": ("desk", "desk")},
        excludes=(("desk", "care", "desk"),),
        groups=(CaseGroup(applies_to=("care", "care"), at_most=1),),
        pools=(Pool(applies_to=("desk", "desk"), total=1.0),),
    )
    scenario = a_scenario(an_investment(), an_investment("desk"), choice=choice)
    assert codes(scenario) == ["case-twice"] * 5


def test_a_pool_has_a_name_of_its_own_and_pays_somebody() -> None:
    case, named = an_investment(), Pool(name="Innovation", total=1.0)
    twice = Choosing(objective="npv", pools=(named, replace(named, total=2.0)))
    assert codes(a_scenario(case, choice=twice)) == ["pool-twice"]
    unnamed = Choosing(objective="npv", pools=(Pool(total=1.0), Pool(total=2.0)))
    assert codes(a_scenario(case, choice=unnamed)) == []
    nobody = Choosing(objective="npv", pools=(replace(named, applies_to=()),))
    assert codes(a_scenario(case, choice=nobody)) == ["wrong-type"]


@pytest.mark.parametrize(
    ("count", "choice", "wrong"),
    [
        (60, {}, []),
        (61, {}, ["cases-to-choose"]),
        (61, {"always": ("case-1",)}, []),
        (61, {"cases": ("case-1", "case-2")}, []),
        (1, {"always": ("case-0",)}, ["cases-to-choose"]),
        (1, {"hole_at_most": 0.0}, []),
    ],
)
def test_one_to_sixty_cases_may_be_chosen_among(
    count: int, choice: dict[str, Any], wrong: list[str]
) -> None:
    cases = [an_investment(f"case-{number}") for number in range(count)]
    scenario = a_scenario(*cases, choice=Choosing(objective="npv", **choice))
    assert [fault.code for fault in check_choosing(scenario)] == wrong


@pytest.mark.parametrize(("booked", "wrong"), [(0.004, ["hole-unbooked"]), (0.006, [])])
def test_a_hole_may_be_limited_where_something_is_booked(booked: float, wrong: list[str]) -> None:
    case = an_investment(booked={2027: booked})
    scenario = a_scenario(case, choice=Choosing(objective="npv", hole_at_most=1.0))
    assert [fault.code for fault in check_choosing(scenario)] == wrong


@pytest.mark.parametrize(("confidence", "least"), [(0.8, 500), (0.05, 2_000), (0.99, 10_000)])
def test_a_hundred_trials_are_beyond_the_percentile_that_is_asked_for(
    confidence: float, least: int
) -> None:
    for trials, choosing, places in (
        (least, least, []),
        (least - 1, least, ["--trials"]),
        (least, least - 1, ["--choosing-trials"]),
    ):
        found = [*check_tail(a_scenario(trials=trials, confidence=confidence), choosing)]
        assert [fault.place for fault in found] == places
        assert all(f"at least {least:,}," in str(fault.expected) for fault in found)


def with_effect(**changes: object) -> Scenario:
    return a_scenario(an_investment(effects=(an_effect(**changes),)), budget=a_budget())


def test_the_default_scenario_has_no_fault() -> None:
    assert check_scenario(a_scenario()) == ()


@given(scenarios())
def test_drawn_scenarios_have_no_fault(scenario: Scenario) -> None:
    assert check_scenario(scenario) == ()
    doubts_about(scenario)


def test_a_scenario_in_code_is_told_table_and_key() -> None:
    scenario = a_scenario(an_investment(), an_investment("led", stages=(Stage(success=80),)))
    assert places(scenario) == ['[[investment]] "led", [[investment.stage]] 1, key success']


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"trials": 0}, "trials"),
        ({"trials": -5}, "trials"),
        ({"trials": 1_000_000_001}, "trials"),
        ({"seed": -1}, "seed"),
        ({"confidence": 0.0}, "confidence"),
        ({"confidence": 1.0}, "confidence"),
        ({"discount_rate": -1.0}, "discount_rate"),
        ({"horizon": 0}, "horizon"),
        ({"horizon": 101}, "horizon"),
        ({"share": -0.1}, "share"),
    ],
)
def test_values_beyond_their_limits_are_named(changes: dict[str, float], key: str) -> None:
    (fault,) = check_scenario(a_scenario(**changes))
    assert fault.code == "out-of-range"
    assert fault.place.endswith(f"key {key}")


@pytest.mark.parametrize(
    "changes", [{"discount_rate": float("nan")}, {"share": float("inf")}, {"confidence": "high"}]
)
def test_what_is_no_finite_number_is_refused(changes: dict[str, Any]) -> None:
    assert codes(a_scenario(**changes)) == ["wrong-type"]


@pytest.mark.parametrize(
    "changes",
    [
        {"trials": "100"},
        {"trials": 100.0},
        {"trials": True},
        {"discount_rate": "0.03"},
        {"already_in_budget": 1},
        {"name": b"Town"},
    ],
    ids=str,
)
def test_code_may_write_no_value_as_another_kind_either(changes: dict[str, Any]) -> None:
    assert codes(a_scenario(**changes)) == ["wrong-type"]


@pytest.mark.parametrize(
    "changes",
    [
        {"cofinancing": 1.0},
        {"cofinancing": -0.1},
        {"effects": (an_effect(refund=1.5),)},
        {"effects": (an_effect(ramp=(0.4, 1.2)),)},
        {"effects": (an_effect(years=0),)},
        {"stages": (Stage(success=-0.1),)},
    ],
)
def test_shares_stay_between_nothing_and_all(changes: dict[str, Any]) -> None:
    assert codes(a_scenario(an_investment(**changes))) == ["out-of-range"]


def test_an_empty_ramp_and_an_investment_without_stages_are_refused() -> None:
    scenario = a_scenario(an_investment(stages=(), effects=(an_effect(ramp=()),)))
    assert codes(scenario) == ["wrong-type", "wrong-type"]


def test_sampling_that_the_engine_has_not_is_refused_in_words() -> None:
    (fault,) = check_scenario(a_scenario(sampling="sobel"))
    assert fault.expected == "one of: sobol, latin-hypercube, random"
    assert fault.remedy == "write sobol"


def test_ids_are_unique_and_plain() -> None:
    twice = a_scenario(an_investment(), an_investment(), an_investment())
    assert codes(twice) == ["duplicate-id"]
    assert codes(a_scenario(an_investment("Care for all"))) == ["id-form"]
    drivers = (Driver(id="economy"), Driver(id="economy"))
    assert codes(a_scenario(drivers=drivers)) == ["duplicate-id"]


def test_a_scenario_needs_an_enabled_investment() -> None:
    assert codes(a_scenario(an_investment(enabled=False))) == ["no-investment"]


@pytest.mark.parametrize(
    "changes",
    [
        {"booked": {2025: 1.0}},
        {"booked": {2032: 1.0}},
        {"stages": (Stage(outlay={2025: 1.0}),)},
        {"stages": (Stage(), Stage(capital_outlay={2032: 1.0}))},
        {"stages": (Stage(disruption={2032: 1.0}),)},
    ],
)
def test_money_outside_the_horizon_is_an_error(changes: dict[str, Any]) -> None:
    assert codes(a_scenario(an_investment(**changes))) == ["outside-horizon"]


def test_an_effect_may_have_begun_before_the_budget_year() -> None:
    assert codes(with_effect(start=2020)) == []


def test_an_investment_that_is_not_enabled_is_checked_all_the_same() -> None:
    off = an_investment("led", enabled=False, booked={2040: 1.0})
    assert codes(a_scenario(an_investment(), off)) == ["outside-horizon"]


@pytest.mark.parametrize(
    ("delay", "found"),
    [
        (-0.5, "values down to -0.5"),
        (Uniform(uniform=(-1.0, 1.0)), "values down to -1"),
        (Normal(normal=(1.0, 0.5)), "no lower limit"),
        (Choice(choice=((-1.0, 0.5), (1.0, 0.5))), "values down to -1"),
    ],
)
def test_a_delay_below_zero_is_an_error(delay: object, found: str) -> None:
    (fault,) = check_scenario(a_scenario(an_investment(delay=delay)))
    assert (fault.code, fault.found) == ("negative-delay", found)


@pytest.mark.parametrize(
    "delay",
    [
        0.0,
        Lognormal(lognormal=(1.0, 0.5)),
        Normal(normal=(1.0, 0.5), min=0.0),
        Choice(choice=((-1.0, 0.0), (1.0, 1.0))),
    ],
)
def test_a_delay_that_cannot_fall_below_zero_is_allowed(delay: object) -> None:
    assert codes(a_scenario(an_investment(delay=delay))) == []


def test_the_budget_must_hold_the_budget_year_and_no_gap() -> None:
    late = a_budget(years=(2027, 2028, 2029))
    assert codes(a_scenario(budget=late)) == ["budget-years"]
    assert codes(a_scenario(budget=a_budget(years=(2026, 2027, 2029)))) == ["budget-years"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"amount": None}, "amount-or-share"),
        ({"line": "5.30.26", "share": 0.1}, "amount-or-share"),
        ({"amount": None, "share": 0.1}, "share-of-nothing"),
        ({"line": "5.30.26", "area": "Elderly"}, "line-and-area"),
        ({"line": "5.30.26", "amount": None, "share": -0.1}, "share-below-zero"),
        ({"beneficiary": "state", "refund": 0.5}, "refund-of-others"),
    ],
)
def test_an_effect_says_one_thing(changes: dict[str, Any], code: str) -> None:
    assert codes(with_effect(**changes)) == [code]


def staged(**stage: Any) -> Scenario:  # noqa: ANN401 - any field of a stage
    lines = (
        a_line("5.30.26"),
        a_line("5.30.27", kind="capital"),
        a_line("3.22.01", kind="transfer"),
        a_line("6.45.51", amounts=dict.fromkeys(range(2026, 2030), -9.0)),
    )
    investment = an_investment(stages=(Stage(**stage),), effects=(an_effect(line="5.30.26"),))
    return a_scenario(investment, budget=a_budget(*lines), horizon=4)


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        ({"outlay": {2026: 5.0}, "outlay_line": "5.30.26"}, []),
        ({"outlay": {2026: 5.0}, "outlay_line": "5.30.*"}, []),
        ({"capital_outlay": {2026: 5.0}, "outlay_line": "5.30.*"}, []),
        ({"capital_outlay": {2026: 5.0}, "outlay_line": "5.30.26"}, []),
        ({"disruption": {2026: 5.0}, "outlay_line": "5.30.27"}, []),
        ({"capital_outlay": {2026: 5.0}, "outlay_line": "*"}, []),
        ({"outlay": {2026: 5.0}, "outlay_line": "*"}, ["outlay-line"]),
        ({"outlay": {2026: 5.0}, "outlay_line": "6.45.51"}, ["outlay-line"]),
        ({"outlay": {2026: 5.0}, "outlay_line": "6.45.5"}, ["no-such-line"]),
        ({"outlay": {2026: 5.0}, "grant": {2026: 5.0}}, []),
        ({"outlay": {2026: 5.0}, "grant": {2027: 5.0}}, ["grant-above-outlay"]),
        ({"outlay": {2026: 5.0}, "grant": {2026: 5.1}}, ["grant-above-outlay"]),
        ({"outlay": {2026: 5.0}, "grant": {2026: -1.0}}, ["grant-below-zero"]),
        ({"outlay": {2026: 5.0}, "grant": {2035: 1.0}}, ["outside-horizon", "grant-above-outlay"]),
    ],
)
def test_outlay_stands_on_exactly_one_line_and_grants_are_part_of_it(
    stage: dict[str, Any], found: list[str]
) -> None:
    assert codes(staged(**stage)) == found


def test_of_lines_that_share_a_code_the_outlay_stands_on_that_of_the_area() -> None:
    lines = (a_line("6.45.51", area="Elderly"), a_line("6.45.51", area="Finance"))
    stage = Stage(outlay={2026: 5.0}, outlay_line="6.45.51")
    budget = a_budget(*lines)
    somewhere = an_investment(stages=(stage,), effects=())
    (fault,) = check_scenario(a_scenario(somewhere, budget=budget, horizon=4))
    assert fault.code == "outlay-line"
    assert fault.remedy.startswith("say in area of the investment")
    placed = replace(somewhere, area="Finance")
    assert codes(a_scenario(placed, budget=budget, horizon=4)) == []


def test_an_outlay_line_needs_a_budget() -> None:
    stage = Stage(outlay={2026: 5.0}, outlay_line="5.30.26")
    assert codes(a_scenario(an_investment(stages=(stage,)))) == ["line-without-budget"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"line": "6.45.51"}, "no-line-of-side"),
        ({"line": "5.30.26", "side": "income"}, "no-line-of-side"),
        ({"side": "both"}, "side-of-nothing"),
    ],
)
def test_an_effect_without_a_line_of_its_side_is_a_fault(
    changes: dict[str, Any], code: str
) -> None:
    scenario = staged()
    (investment,) = scenario.investments
    odd = replace(investment, effects=(an_effect(**changes),))
    assert codes(replace(scenario, investments=(odd,))) == [code]


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"line": "6.45.15"}, 'write line = "6.45.51"'),
        ({"line": "6.4.51"}, 'write line = "6.45.51"'),
        ({"line": "9"}, "choose a line of the budget"),
        ({"area": "eldrely"}, 'write area = "Elderly"'),
        ({"line": "5.30.26", "kind": "capital"}, 'write kind = "operating"'),
        ({"kind": "transfer"}, 'write kind = "operating"'),
    ],
)
def test_a_pattern_that_fits_nothing_names_the_nearest(
    changes: dict[str, Any], remedy: str
) -> None:
    (fault,) = check_scenario(with_effect(**changes))
    assert (fault.code, fault.remedy) == ("no-such-line", remedy)


@pytest.mark.parametrize("name", ["line", "area", "kind"])
def test_without_a_budget_an_effect_names_no_part_of_one(name: str) -> None:
    effect = an_effect(**{name: "operating"})
    assert codes(a_scenario(an_investment(effects=(effect,)))) == ["line-without-budget"]


def missing(year: int) -> Budget:
    amounts = {other: 10.0 for other in range(2026, 2030) if other != year}
    return a_budget(a_line(), a_line("5.30.27", amounts=amounts, place="budget.xlsx, row 7"))


def test_a_missing_cell_under_an_effect_is_an_error_with_its_row() -> None:
    investment = an_investment(effects=(an_effect(line="5.30.*"),))
    (fault,) = check_scenario(a_scenario(investment, budget=missing(2027)))
    assert fault.code == "missing-amount"
    assert "2027" in fault.found
    assert "budget.xlsx, row 7" in fault.found


def test_a_missing_last_year_leaves_nothing_to_go_on_from() -> None:
    investment = an_investment(effects=(an_effect(line="5.30.*"),))
    (fault,) = check_scenario(a_scenario(investment, budget=missing(2029)))
    assert "2029, 2030, 2031" in fault.found


def test_a_missing_cell_elsewhere_is_no_fault() -> None:
    investment = an_investment(effects=(an_effect(line="5.30.26"),))
    assert codes(a_scenario(investment, budget=missing(2027))) == []


def test_drivers_name_investments_or_tracks() -> None:
    led = an_investment("led", track="Energy")
    known = Driver(id="economy", applies_to=("care", "Energy"))
    assert codes(a_scenario(an_investment(), led, drivers=(known,))) == []
    (fault,) = check_scenario(
        a_scenario(an_investment(), led, drivers=(replace(known, applies_to=("Enregy",)),))
    )
    assert (fault.code, fault.remedy) == ("unknown-investment", 'write "Energy"')


def driver(load: float, name: str = "economy", *applies_to: str) -> Driver:
    return Driver(id=name, loads={"delay": load}, applies_to=applies_to or None)


def test_loads_on_one_quantity_are_at_most_one_together() -> None:
    drivers = (driver(0.8), driver(0.6, "leaders"))
    assert codes(a_scenario(drivers=drivers)) == []
    drivers = (driver(0.8), driver(-0.7, "leaders"))
    (fault,) = check_scenario(a_scenario(drivers=drivers))
    assert fault.code == "overloaded"
    assert "delay of care" in fault.found
    assert "1.13" in fault.found
    assert fault.place == '[[driver]] "leaders", key loads.delay'


def test_the_shorthand_counts_among_the_loads() -> None:
    shared = {"delay": Correlation(within_track=0.5, across_tracks=0.2)}
    assert codes(a_scenario(drivers=(driver(0.7),), correlation=shared)) == []
    assert codes(a_scenario(drivers=(driver(0.8),), correlation=shared)) == ["overloaded"]


def test_overloads_are_told_once_for_all_that_share_them() -> None:
    drivers = (driver(0.8), driver(0.7, "leaders"), driver(0.5, "staff", "led"))
    both: list[Investment] = [an_investment(), an_investment("bus"), an_investment("led")]
    first, second = check_scenario(a_scenario(*both, drivers=drivers))
    assert "delay of care, bus" in first.found
    assert "delay of led" in second.found
