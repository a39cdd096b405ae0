"""The plan follows by hand from the scenario."""

import numpy as np
import pytest

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.investment import Effect, Stage
from innobudget.domain.scenario import Horizon
from innobudget.domain.uncertainty import Choice, Lognormal, Uniform
from innobudget.engine.plan import (
    full_saving,
    paid_back_from,
    payback,
    plan_investment,
    plan_investments,
    planned_net,
    profile,
)


def test_a_ramp_rises_and_its_last_value_stays() -> None:
    found = profile(2027, (0.2, 0.6, 1.0), None, Horizon(2026, 6))
    assert found.tolist() == [0, 0.2, 0.6, 1, 1, 1]


def test_an_effect_ends_after_its_years() -> None:
    assert profile(2027, (0.5, 1.0), 3, Horizon(2026, 6)).tolist() == [0, 0.5, 1, 1, 0, 0]


def test_a_share_is_taken_of_the_lines_and_falls_on_them_in_proportion() -> None:
    scenario = a_scenario(budget=a_budget(), horizon=4)
    effect = an_effect(amount=None, share=0.1, line="5.30.*")
    found = full_saving(scenario, effect)
    assert found["Elderly", "operating"].tolist() == [400.0] * 4


def test_an_amount_falls_on_lines_in_proportion_to_their_absolute_budgets() -> None:
    income = a_line("5.30.26", area="Elderly", amounts=dict.fromkeys(range(2026, 2030), -300.0))
    cost = a_line("5.30.27", area="Health", amounts=dict.fromkeys(range(2026, 2030), 100.0))
    scenario = a_scenario(budget=a_budget(income, cost), horizon=4)
    found = full_saving(scenario, an_effect(amount=40.0, line="5.30.*", side="both"))
    assert found["Elderly", "operating"].tolist() == [30.0] * 4
    assert found["Health", "operating"].tolist() == [10.0] * 4


@pytest.mark.parametrize(
    ("side", "elderly", "health"), [("expenditure", 0.0, 5.0), ("income", -15.0, 0.0)]
)
def test_a_share_counts_and_falls_on_its_side_alone(
    side: str, elderly: float, health: float
) -> None:
    income = a_line("5.30.26", area="Elderly", amounts=dict.fromkeys(range(2026, 2030), -300.0))
    cost = a_line("5.30.27", area="Health", amounts=dict.fromkeys(range(2026, 2030), 100.0))
    scenario = a_scenario(budget=a_budget(income, cost), horizon=4)
    effect = an_effect(amount=None, share=0.05, line="5.30.*", side=side)
    found = full_saving(scenario, effect)
    by_area = {area: amounts.tolist() for (area, _), amounts in found.items()}
    expected = {"Elderly": [elderly] * 4, "Health": [health] * 4}
    assert by_area == {area: amounts for area, amounts in expected.items() if any(amounts)}


def test_an_amount_is_split_equally_where_every_line_is_zero() -> None:
    lines = [
        a_line("5.30.26", area=area, amounts=dict.fromkeys(range(2026, 2030), 0.0))
        for area in ("Elderly", "Health")
    ]
    scenario = a_scenario(budget=a_budget(*lines), horizon=4)
    found = full_saving(scenario, an_effect(amount=40.0, line="5.30.26"))
    assert {cell: amount.tolist() for cell, amount in found.items()} == {
        ("Elderly", "operating"): [20.0] * 4,
        ("Health", "operating"): [20.0] * 4,
    }


def test_lines_grow_after_the_last_year_of_the_file() -> None:
    scenario = a_scenario(budget=a_budget(growth=0.1), horizon=6)
    found = full_saving(scenario, an_effect(amount=None, share=0.1, line="6.45.51"))
    assert found["Finance", "operating"] == pytest.approx([100, 100, 100, 100, 110, 121])


def test_cofinancing_lowers_outlay_but_not_disruption() -> None:
    stage = Stage(outlay={2026: 80.0}, capital_outlay={2027: 40.0}, disruption={2026: 10.0})
    plan = plan_investment(
        a_scenario(), an_investment(cofinancing=0.25, stages=(stage,), area="Elderly")
    )
    assert plan.total.planned_outlay.tolist() == [60, 30, 0, 0, 0, 0]
    assert plan.total.budgeted_disruption.tolist() == [10, 0, 0, 0, 0, 0]
    assert plan.cells["Elderly", "capital"].planned_outlay.tolist() == [0, 30, 0, 0, 0, 0]


def test_a_grant_is_taken_off_after_cofinancing_and_by_kind_in_proportion() -> None:
    stage = Stage(
        outlay={2026: 80.0, 2027: 10.0}, capital_outlay={2026: 40.0}, grant={2026: 30.0, 2027: 5.0}
    )
    plan = plan_investment(a_scenario(), an_investment(cofinancing=0.25, stages=(stage,)))
    operating, capital = plan.cells[None, "operating"], plan.cells[None, "capital"]
    assert operating.planned_outlay.tolist() == [60 - 20, 7.5 - 5, 0, 0, 0, 0]
    assert capital.planned_outlay.tolist() == [30 - 10, 0, 0, 0, 0, 0]


def test_an_outlay_stands_where_its_line_does() -> None:
    lines = (
        a_line("5.30.26"),
        a_line("6.45.51", area="Finance", kind="transfer"),
        a_line("6.45.51", area="Finance", kind="capital"),
    )
    stage = Stage(
        outlay={2026: 8.0},
        capital_outlay={2026: 4.0},
        disruption={2027: 2.0},
        outlay_line="6.45.51",
    )
    scenario = a_scenario(budget=a_budget(*lines))
    plan = plan_investment(scenario, an_investment(stages=(stage,), area="Elderly"))
    transfer, capital = plan.cells["Finance", "transfer"], plan.cells["Finance", "capital"]
    assert transfer.planned_outlay[0] == 8
    assert capital.planned_outlay[0] == 4
    assert transfer.budgeted_disruption[1] == 2
    assert plan.total.planned_outlay.sum() == 12


def test_a_code_is_opened_for_the_kind_that_the_file_does_not_have_of_it() -> None:
    stage = Stage(outlay={2026: 8.0}, capital_outlay={2026: 4.0}, outlay_line="6.45.51")
    plan = plan_investment(a_scenario(budget=a_budget()), an_investment(stages=(stage,)))
    assert plan.cells["Finance", "operating"].planned_outlay[0] == 8
    assert plan.cells["Finance", "capital"].planned_outlay[0] == 4


def test_a_utility_has_its_capital_under_its_own_ceiling() -> None:
    lines = (a_line("1.22.01", area="Water", kind="utility"), a_line())
    stage = Stage(outlay={2026: 8.0}, capital_outlay={2026: 4.0}, outlay_line="1.22.01")
    scenario = a_scenario(budget=a_budget(*lines))
    plan = plan_investment(scenario, an_investment(stages=(stage,)))
    assert plan.cells["Water", "utility"].planned_outlay[0] == 12


def test_disruption_that_is_not_budgeted_is_in_no_plan() -> None:
    stage = Stage(disruption={2026: 10.0})
    plan = plan_investment(a_scenario(), an_investment(disruption_budgeted=False, stages=(stage,)))
    assert plan.total.budgeted_disruption.tolist() == [0] * 6
    assert plan.total.disruption.sum() == 10.0


def test_running_costs_are_booked_in_full_and_savings_by_the_share() -> None:
    effects = (an_effect(), an_effect(amount=-10.0, start=2026))
    plan = plan_investment(a_scenario(share=0.5), an_investment(effects=effects))
    assert plan.total.planned.tolist() == [-10, 90, 90, 90, 90, 90]
    assert plan.total.booked.tolist() == [-10, 40, 40, 40, 40, 40]


def test_an_explicit_booking_holds_until_a_later_year_says_otherwise() -> None:
    plan = plan_investment(a_scenario(), an_investment(booked={2027: 30.0, 2029: 80.0}))
    assert plan.total.booked.tolist() == [0, 30, 30, 80, 80, 80]


def test_an_explicit_booking_falls_on_areas_like_the_years_positive_planned_saving() -> None:
    effects = (
        an_effect(amount=30.0, line="5.30.26"),
        an_effect(amount=10.0, line="6.45.51"),
        an_effect(amount=-5.0, line="6.45.51"),
    )
    scenario = a_scenario(budget=a_budget(), horizon=4)
    plan = plan_investment(scenario, an_investment(effects=effects, booked={2026: 70.0}))
    assert plan.cells["Elderly", "operating"].booked == pytest.approx([0, 52.5, 52.5, 52.5])
    assert plan.cells["Finance", "operating"].booked == pytest.approx([0, 12.5, 12.5, 12.5])
    assert plan.cells[None, "operating"].booked == pytest.approx([70, 0, 0, 0])
    assert plan.total.booked == pytest.approx([70, 65, 65, 65])


def test_running_costs_are_booked_in_full_beside_an_explicit_booking() -> None:
    effects = (an_effect(), an_effect(amount=-10.0, start=2026, years=3))
    for booked in ({2027: 30.0}, {}):
        plan = plan_investment(a_scenario(), an_investment(effects=effects, booked=booked))
        given = np.array([0, 30, 30, 30, 30, 30]) if booked else np.zeros(6)
        assert plan.total.booked.tolist() == (given - [10, 10, 10, 0, 0, 0]).tolist()


def test_refund_and_other_beneficiaries_are_in_no_budget_figure() -> None:
    effects = (an_effect(refund=0.4), an_effect(amount=7.0, beneficiary="region", gain="time"))
    plan = plan_investment(a_scenario(), an_investment(effects=effects))
    assert plan.total.planned[1] == pytest.approx(60.0)
    assert plan.others["state", "cash"][1][1] == pytest.approx(40.0)
    assert plan.others["region", "time"][1][1] == 7.0
    assert plan.total.booked[1] == pytest.approx(60.0)


@pytest.mark.parametrize(
    ("delay", "lags"),
    [
        (0.0, 1),
        (0.5, 2),
        (2.0, 3),
        (Choice(choice=((0, 0.5), (3, 0.5))), 4),
        (Uniform(uniform=(0.0, 2.0)), 3),
        (Lognormal(lognormal=(1.0, 0.5)), 6),
        (50.0, 6),
    ],
)
def test_there_are_as_many_lags_as_a_delay_can_have_within_the_horizon(
    delay: float, lags: int
) -> None:
    assert plan_investment(a_scenario(), an_investment(delay=delay)).weights.lags == lags


def test_an_effect_that_began_before_the_base_year_is_further_up_its_ramp() -> None:
    effect = an_effect(start=2024, ramp=(0.1, 0.2, 0.3, 1.0), years=5)
    plan = plan_investment(a_scenario(), an_investment(effects=(effect,), delay=1.0))
    assert plan.total.planned == pytest.approx([30, 100, 100, 0, 0, 0])
    assert plan.total.saving[1] == pytest.approx([20, 30, 100, 100, 0, 0])


def test_investments_are_planned_in_order_of_id_and_only_when_enabled() -> None:
    scenario = a_scenario(
        an_investment("walks"), an_investment("aids"), an_investment("off", enabled=False)
    )
    assert [plan.investment.id for plan in plan_investments(scenario)] == ["aids", "walks"]


def test_an_effect_on_a_kind_alone_falls_on_all_lines_of_that_kind() -> None:
    transfer = a_line("5.57.73", area="Jobs", kind="transfer")
    scenario = a_scenario(budget=a_budget(a_line(), transfer), horizon=4)
    found = full_saving(scenario, Effect(amount=5.0, start=2026, kind="transfer"))
    assert list(found) == [("Jobs", "transfer")]


def test_what_never_falls_below_zero_is_paid_back_at_once_and_half_an_oere_is_nothing() -> None:
    cumulative = np.array([[0.0, 0.0], [-0.004, 0.0], [-1.0, 0.0], [-1.0, -1.0]])

    assert paid_back_from(cumulative).tolist() == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("outlay", "disruption", "years"),
    [
        (50.0, 0.0, 1),
        (100.0, 0.0, 1),
        (101.0, 0.0, 2),
        (50.0, 51.0, 2),
        (50.0, 150.0, 2),
        (0, 0, 0),
    ],
)
def test_a_plan_has_paid_back_once_savings_have_made_up_for_outlay_and_disruption(
    outlay: float, disruption: float, years: int
) -> None:
    stage = Stage(outlay={2026: outlay} if outlay else {}, disruption={2027: disruption})
    scenario = a_scenario(an_investment(stages=(stage,)))
    plan = plan_investment(scenario, scenario.investments[0])
    net = planned_net(plan)
    assert net.tolist() == [-outlay, 100.0 - disruption, 100.0, 100.0, 100.0, 100.0]
    assert payback(plan, net, scenario.horizon) == years


def test_a_plan_that_never_makes_up_for_its_outlay_has_no_payback() -> None:
    scenario = a_scenario(an_investment(stages=(Stage(outlay={2026: 501.0}),)))
    plan = plan_investment(scenario, scenario.investments[0])
    assert payback(plan, planned_net(plan), scenario.horizon) is None
