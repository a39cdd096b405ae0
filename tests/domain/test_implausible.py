"""Values that no scenario means are refused, and what is merely large is not."""
# ruff: noqa: ANN401 - any field of an investment or effect

from typing import Any

import pytest

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.budget import Budget
from innobudget.domain.checks import check_scenario
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
)
from innobudget.errors import Problem


def faults(scenario: Scenario) -> list[tuple[str, str]]:
    return [(fault.code, fault.remedy) for fault in check_scenario(scenario)]


def only(scenario: Scenario) -> Problem:
    (fault,) = check_scenario(scenario)
    return fault


def varied(field: str, value: Any) -> Investment:
    changes: dict[str, Any] = {field: value}
    return an_investment(**changes)


def saving(budget: Budget | None = None, **effect: Any) -> Scenario:
    case = an_investment(effects=(an_effect(**{"line": "5.30.26", **effect}),))
    return a_scenario(case, budget=budget or a_budget())


@pytest.mark.parametrize(
    "changes",
    [
        {"stages": (Stage(outlay={2026: 1.1e15}),)},
        {"stages": (Stage(capital_outlay={2026: -1.1e15}),)},
        {"stages": (Stage(disruption={2026: 1.1e15}),)},
        {"booked": {2026: 1e308}},
        {"effects": (an_effect(amount=1.1e15),)},
        {"effects": (an_effect(amount=-1e308),)},
        {"quality": (QualityIndicator(indicator="Calm", baseline=0.0, target=1e200, start=2026),)},
    ],
    ids=str,
)
def test_an_amount_beyond_all_money_is_refused_where_it_stands(changes: dict[str, Any]) -> None:
    fault = only(a_scenario(an_investment(**changes)))
    assert fault.code == "amount-too-large"
    assert "key" in fault.place


def test_a_budget_line_that_grows_beyond_all_money_is_refused() -> None:
    fault = only(a_scenario(budget=a_budget(growth=9.0), horizon=30))
    assert (fault.code, fault.path) == ("amount-too-large", ("budget",))
    assert fault.found.endswith("for 5.30.26 Care in 2055; 2 more lines are like it")
    assert faults(a_scenario(budget=a_budget(growth=0.05), horizon=30)) == []


@pytest.mark.parametrize("name", ["cost", "disruption", "benefit", "failure"])
@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (80.0, "write 0.8, if per cent are meant"),
        (Uniform(uniform=(40.0, 100.0)), "write { uniform = [0.4, 1] }, if per cent are meant"),
        (
            Triangular(triangular=(10.0, 20.0, 30.0)),
            "write { triangular = [0.1, 0.2, 0.3] }, if per cent are meant",
        ),
        (
            Pert(pert=(50.0, 80.0, 110.0)),
            "write { pert = [0.5, 0.8, 1.1] }, if per cent are meant",
        ),
        (
            Normal(normal=(80.0, 10.0), min=0.0),
            "write { normal = [0.8, 0.1], min = 0 }, if per cent are meant",
        ),
        (
            Lognormal(lognormal=(90.0, 5.0)),
            "write { lognormal = [0.9, 0.05] }, if per cent are meant",
        ),
        (
            Percentiles(p10=50.0, p50=80.0, p90=110.0),
            "write { p10 = 0.5, p50 = 0.8, p90 = 1.1 }, if per cent are meant",
        ),
        (
            Choice(choice=((0.0, 0.5), (100.0, 0.5))),
            "write { choice = [[0, 0.5], [1, 0.5]] }, if per cent are meant",
        ),
        (Normal(normal=(1.0, 1e300)), "correct the value"),
        (Lognormal(lognormal=(1.0, 1e9)), "correct the value"),
    ],
    ids=str,
)
def test_a_factor_in_per_cent_is_refused_with_the_fraction(
    name: str, quantity: Uncertain, told: str
) -> None:
    case = varied(f"{name}_factor", quantity)
    assert faults(a_scenario(case)) == [("factor-size", told)]


@pytest.mark.parametrize("name", ["cost", "disruption", "benefit", "failure"])
@pytest.mark.parametrize(
    "quantity",
    [10.0, Uniform(uniform=(0.0, 20.0)), Normal(normal=(1.0, 0.8)), Normal(normal=(9.0, 0.0))],
    ids=str,
)
def test_a_large_factor_is_not_refused(name: str, quantity: Uncertain) -> None:
    assert faults(a_scenario(varied(f"{name}_factor", quantity))) == []


@pytest.mark.parametrize(
    "low",
    [
        -1.5,
        Uniform(uniform=(-1.01, 3.0)),
        Normal(normal=(0.5, 1.5)),
        Percentiles(p10=-1.2, p50=1.0, p90=3.0),
        Choice(choice=((-2.0, 0.1), (1.0, 0.9))),
    ],
    ids=str,
)
def test_a_cost_that_brings_in_more_than_it_was_to_cost_is_refused(low: Uncertain) -> None:
    for name in ("cost_factor", "disruption_factor"):
        assert only(a_scenario(varied(name, low))).code == "factor-size"
    for name in ("benefit_factor", "failure_factor"):
        assert faults(a_scenario(varied(name, low))) == []


@pytest.mark.parametrize(
    ("delay", "told"),
    [
        (2027.0, "write 168.917, if months are meant"),
        (Triangular(triangular=(6.0, 12.0, 24.0)), "write { triangular = [0.5, 1, 2] }, if months"),
        (Choice(choice=((0, 0.2), (12.0, 0.8))), "write { choice = [[0, 0.2], [1, 0.8]] }, if"),
        (Normal(normal=(1.0, 1e3), min=0.0), "write { normal = [0.0833333, 83.3333], min = 0 }"),
    ],
    ids=str,
)
def test_a_delay_beyond_the_horizon_is_refused(delay: Uncertain, told: str) -> None:
    fault = only(a_scenario(an_investment(delay=delay)))
    assert fault.code == "delay-beyond-horizon"
    assert fault.remedy.startswith(told)


def test_a_delay_that_may_pass_the_horizon_is_not_refused() -> None:
    late = Choice(choice=((0, 0.9), (20.0, 0.1)))
    assert faults(a_scenario(an_investment(delay=late))) == []
    short = an_investment(delay=3.0, effects=(an_effect(start=2026),))
    assert faults(a_scenario(short, horizon=2)) == []


def test_a_case_that_changes_nothing_is_refused_unless_it_waits() -> None:
    nothing: dict[str, Any] = {"stages": (Stage(success=0.8),), "effects": ()}
    assert only(a_scenario(an_investment(**nothing))).code == "empty-case"
    waiting = an_investment("led", enabled=False, **nothing)
    assert faults(a_scenario(an_investment(), waiting)) == []
    for part in (
        {"stages": (Stage(outlay={2026: 1.0}),), "effects": ()},
        {**nothing, "booked": {2026: 5.0}},
        {**nothing, "effects": (an_effect(),)},
    ):
        assert faults(a_scenario(an_investment(**part))) == []


def test_more_than_the_lines_hold_cannot_be_saved() -> None:
    fault = only(saving(amount=1_001.0, ramp=(0.5, 1.0)))
    assert (fault.code, fault.path[-1]) == ("more-than-all", "amount")
    assert fault.found == "DKK 1,001 saved in 2028 of lines that hold DKK 1,000"
    assert faults(saving(amount=1_000.0)) == []
    assert faults(saving(line="5.30.*", amount=4_000.0)) == []
    assert faults(saving(amount=-5_000.0)) == []
    assert faults(saving(amount=5_000.0, gain="time")) == []


@pytest.mark.parametrize("share", [5.0, 1.01])
def test_a_share_of_more_than_all_is_refused_with_the_fraction(share: float) -> None:
    effect = an_effect(line="5.30.26", amount=None, share=share)
    fault = only(a_scenario(an_investment(effects=(effect,)), budget=a_budget()))
    assert (fault.code, fault.path[-1]) == ("more-than-all", "share")
    assert fault.remedy == f"write {share / 100:g} for {share:g} %"


def test_what_was_deducted_before_counts_with_what_the_lines_hold() -> None:
    case = an_investment(effects=(an_effect(line="5.30.26", amount=1_500.0),))
    after = {"budget": a_budget(), "already_in_budget": True}
    assert faults(a_scenario(case, **after)) == []
    assert only(a_scenario(case, share=0.1, **after)).code == "more-than-all"


def test_a_line_that_holds_nothing_is_left_to_the_doubts() -> None:
    empty = a_budget(a_line(amounts=dict.fromkeys(range(2026, 2030), 0.0)))
    assert faults(saving(empty)) == []
