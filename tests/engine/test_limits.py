"""What counts as no difference, and what outcomes are held against."""

import numpy as np
import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.measures import named
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Flows
from innobudget.engine.limits import Level, Limits, readings, standpoints, tolerance
from innobudget.engine.plan import plan_investments


def laid_out(scenario: Scenario) -> tuple[Flows, Limits]:
    flows = Flows.side_by_side(plan.total for plan in plan_investments(scenario))
    return flows, Limits.of(flows, scenario.horizon)


def test_half_an_ore_is_nothing_and_so_are_the_last_digits_of_large_sums() -> None:
    assert tolerance(np.array([0.0, 1e9, 1e12])) == pytest.approx([HALF_AN_ORE, HALF_AN_ORE, 1.0])


def test_what_lies_as_far_as_the_tolerance_is_equal_and_the_next_number_is_not() -> None:
    level = Level(at=10.0, within=0.5)
    assert level.lower == 9.5
    assert level.higher == np.nextafter(10.5, np.inf)


def test_a_booking_that_is_met_but_for_half_an_ore_is_met() -> None:
    scenario = a_scenario(an_investment(), horizon=4, share=0.5)
    flows, limits = laid_out(scenario)
    assert flows.booked.tolist() == [0.0, 50.0, 50.0, 50.0]
    assert limits.met.tolist() == pytest.approx([-HALF_AN_ORE, *[50 - HALF_AN_ORE] * 3])
    assert limits.met_period == pytest.approx(150 - HALF_AN_ORE)
    assert limits.hole.tolist() == pytest.approx((flows.budgeted_net - HALF_AN_ORE).tolist())
    assert limits.hole_period == pytest.approx(float(flows.budgeted_net.sum()) - HALF_AN_ORE)
    assert limits.paid.tolist() == pytest.approx([-HALF_AN_ORE] * 4)
    assert limits.gain == np.nextafter(HALF_AN_ORE, np.inf)


def test_the_budget_period_alone_counts_for_it() -> None:
    scenario = a_scenario(an_investment(effects=(an_effect(start=2026),)), horizon=6, share=0.5)
    flows, limits = laid_out(scenario)
    points = standpoints(scenario, flows, limits)
    whole, first, last = points[None], points[0], points[5]
    assert (whole.planned, whole.booked) == (400.0, 200.0)
    assert (first.planned, first.booked, last.booked) == (100.0, 50.0, 50.0)
    assert whole.fulfilled == pytest.approx(0.95 * 200 - HALF_AN_ORE)
    assert last.fulfilled == pytest.approx(0.95 * 50 - HALF_AN_ORE)
    assert whole.met == limits.met_period
    assert (first.met, first.hole) == (limits.met[0], limits.hole[0])
    assert whole.adopted == pytest.approx(float(flows.budgeted_net[:4].sum()))
    assert whole.confidence == scenario.assumptions.confidence


def test_a_measure_is_read_off_what_is_collected_of_the_year_or_the_period() -> None:
    scenario = a_scenario(an_investment(), horizon=4)
    flows, _ = laid_out(scenario)
    wanted = [named(key) for key in ("reserve", "npv.positive", "payback.by", "payback.never")]
    found = [(name, year) for name, year, _ in readings(scenario, flows, wanted)]
    assert found == [("net_period", 0), *(("net_effect", year) for year in range(4)), ("npv", 0)]
