"""The value at which a target is just met, where it can be worked out by hand."""

from dataclasses import replace
from datetime import date
from math import sqrt
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.facts import Followup
from innobudget.domain.investment import Stage
from innobudget.domain.planned import booked_saving
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.break_even import BreakEven, Target, break_even, keys_of


def found(scenario: Scenario, key: str, target: Target = "budget holds", **asked: Any) -> BreakEven:  # noqa: ANN401 - of `break_even`
    return break_even(scenario, keys_of(scenario)[key], target, **asked)


def risky(**changes: Any) -> Scenario:  # noqa: ANN401 - of the scenario
    """Return a case that saves from nothing to 100 in 2027, and costs nothing."""
    case = an_investment(
        "risky",
        benefit_factor=Uniform(uniform=(0.0, 1.0)),
        stages=(Stage(),),
        effects=(an_effect(amount=100.0, years=1),),
    )
    return a_scenario(case, **{"trials": 20_000, **changes})


@pytest.mark.parametrize("sampling", ["sobol", "random"])
@pytest.mark.parametrize("target", ["budget holds", "booked met"])
def test_a_fifth_of_a_uniform_saving_can_be_booked(sampling: Any, target: Target) -> None:  # noqa: ANN401 - a literal
    answer = found(risky(sampling=sampling), "booking.share", target)
    (crossing,) = answer.crossings
    assert answer.met_at_first
    assert crossing.met_below
    assert crossing.at == pytest.approx(0.2, abs=0.01)
    assert crossing.low is not None
    assert crossing.high is not None
    assert crossing.low <= crossing.at <= crossing.high


def test_a_stress_on_benefit_is_the_same_question_from_the_other_side() -> None:
    answer = found(risky(share=0.1), "stress.benefit")
    (crossing,) = answer.crossings
    assert not crossing.met_below
    assert crossing.at == pytest.approx(0.5, abs=0.02)
    own = found(risky(share=0.1), "risky.benefit")
    assert own.crossings[0].at == crossing.at


def test_how_sure_a_value_is_worked_out_from_the_error_of_what_is_met() -> None:
    case = an_investment(
        stages=(Stage(outlay={2026: 200.0}),), benefit_factor=Uniform(uniform=(0.0, 2.0))
    )
    unsure = a_scenario(case, trials=400, sampling="random", discount_rate=0.0)
    (crossing,) = found(unsure, "stress.benefit", "npv").crossings
    assert crossing.at == pytest.approx(0.4, abs=0.04)
    assert crossing.low is not None
    assert crossing.high is not None
    error = 0.4 * (2 / sqrt(12)) / sqrt(400)  # of the mean of a uniform factor
    for end in (crossing.at - crossing.low, crossing.high - crossing.at):
        assert error < end < 3 * error


def test_a_certain_case_breaks_even_exactly_where_its_outlay_is_paid() -> None:
    case = an_investment("sure", effects=(an_effect(amount=100.0, start=2026, years=1),))
    scenario = a_scenario(case, discount_rate=0.0)
    (crossing,) = found(scenario, "stress.outlay", "npv").crossings
    assert crossing.at == pytest.approx(2.0, abs=0.0025)
    assert crossing.low == pytest.approx(crossing.at, abs=0.003)
    late = found(a_scenario(an_investment("sure")), "stress.delay", "npv")
    assert late.crossings[0].met_below
    assert late.crossings[0].at == pytest.approx(4.4, abs=0.5)


def test_every_number_is_looked_at_in_a_range_of_its_own() -> None:
    ranges = {name: key.between for name, key in keys_of(risky()).items()}
    assert ranges == {
        "booking.share": (0.0, 1.5),
        "stress.benefit": (0.0, 2.0),
        "stress.outlay": (0.5, 3.0),
        "stress.delay": (0.0, 5.0),
        "risky.benefit": (0.0, 2.0),
        "risky.success": (0.0, 1.0),
    }


def test_every_value_may_do_and_none_may() -> None:
    sure = a_scenario(an_investment("sure"))
    everywhere = found(sure, "booking.share", between=(0.0, 0.5))
    assert (everywhere.met_at_first, everywhere.crossings) == (True, ())
    nowhere = found(sure, "booking.share", between=(1.2, 1.5))
    assert (nowhere.met_at_first, nowhere.crossings) == (False, ())


def test_the_chance_of_a_stage_is_found_and_an_interval_may_leave_the_range() -> None:
    case = an_investment(
        "coin",
        stages=(Stage(success=0.5), Stage(success=0.9)),
        effects=(an_effect(amount=100.0, years=1),),
    )
    scenario = a_scenario(case, trials=4_096, sampling="random")
    (crossing,) = found(scenario, "coin.success").crossings
    assert crossing.at == pytest.approx(0.8 / 0.9, abs=0.03)
    narrow = found(scenario, "coin.success", between=(0.86, crossing.at + 0.002))
    assert narrow.crossings[0].high is None
    assert {"coin.success", "coin.success.2"} <= set(keys_of(scenario))


def test_explicit_bookings_are_replaced_by_a_booking_share() -> None:
    scenario = risky()
    (case,) = scenario.investments
    booked = replace(scenario, investments=(replace(case, booked={2027: 90.0}),))
    assert found(booked, "booking.share") == found(scenario, "booking.share")


def test_in_a_follow_up_a_booking_share_is_that_of_the_open_years() -> None:
    adopted = risky(share=0.4)
    (case,) = adopted.investments
    late = replace(case, effects=(an_effect(amount=100.0, years=2),), rebooked={2027: 10.0})
    followup = Followup(as_of=date(2027, 8, 31))
    scenario = replace(adopted, investments=(late,), adopted=adopted, followup=followup)
    varied = keys_of(scenario)["booking.share"].vary(0.7)
    years = scenario.horizon.years
    booked = [booked_saving(varied, item) for item in varied.investments]
    assert [booked[0][year] for year in years[:4]] == pytest.approx([0, 10, 70, 0])
