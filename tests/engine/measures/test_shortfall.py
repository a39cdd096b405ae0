"""From booked to achieved: every step is what its name says, and they add up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Uniform
from innobudget.engine.collecting.sample import EXACT_TRIALS
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from strategies import scenarios
from town import town

STEPS = ("unbooked", "failure", "benefit", "delay", "outlay", "disruption")


def steps(*investments: Investment, **changes: object) -> dict[str, float]:
    """Return the steps that are not zero, of 100 a year from 2027, 300 in the budget period."""
    found = simulate(a_scenario(*investments, **changes)).results().booked_to_achieved
    return {name: getattr(found, name) for name in STEPS if abs(getattr(found, name)) > 1e-9}


def test_a_certain_plan_loses_nothing() -> None:
    found = simulate(a_scenario()).results().booked_to_achieved
    assert (found.booked, found.achieved, found.after_costs) == (300, 300, 300)
    assert steps(an_investment()) == {}


def test_each_cause_by_itself_is_its_own_step() -> None:
    stopped = an_investment(stages=(Stage(outlay={2026: 50.0}, success=0.0),))
    assert steps(stopped) == {"failure": pytest.approx(-300)}
    assert steps(an_investment(benefit_factor=0.8)) == {"benefit": pytest.approx(-60)}
    assert steps(an_investment(delay=1.0)) == {"delay": pytest.approx(-100)}
    assert steps(an_investment(delay=1.5)) == {"delay": pytest.approx(-150)}
    assert steps(an_investment(cost_factor=1.2)) == {"outlay": pytest.approx(-10)}
    assert steps(an_investment(booked={2027: 150.0})) == {"unbooked": pytest.approx(-150)}
    stages = (Stage(outlay={2026: 50.0}, disruption={2026: 20.0}),)
    assert steps(an_investment(stages=stages, disruption_factor=1.5)) == {
        "disruption": pytest.approx(-10)
    }


def test_a_delay_beyond_the_horizon_is_a_delay() -> None:
    assert steps(an_investment(delay=6.0)) == {"delay": pytest.approx(-300)}


@pytest.mark.parametrize("failure", [0.4, -0.5])
def test_a_failure_that_comes_beyond_the_horizon_is_late_too(failure: float) -> None:
    stopped = an_investment(
        stages=(Stage(outlay={2026: 50.0}, success=0.0),), failure_factor=failure, delay=6.0
    )
    lost = 300 * (failure - 1)
    found = {"failure": pytest.approx(lost), "delay": pytest.approx(-300 * failure)}
    assert steps(stopped) == found


def test_what_makes_it_worse_than_nothing_belongs_to_failure() -> None:
    stopped = an_investment(
        stages=(Stage(outlay={2026: 50.0}, success=0.0),), failure_factor=-0.5, delay=1.0
    )
    assert steps(stopped) == {"failure": pytest.approx(-450), "delay": pytest.approx(50)}


def test_later_causes_are_taken_of_what_earlier_ones_leave() -> None:
    late = an_investment(
        benefit_factor=0.5, delay=1.0, effects=(an_effect(), an_effect(amount=-10.0))
    )
    assert steps(late) == {"benefit": pytest.approx(-150), "delay": pytest.approx(-50)}


def test_certain_effects_are_stopped_and_late_but_never_smaller() -> None:
    late = an_investment(benefit_factor=0.5, delay=1.0, effects=(an_effect(certain=True),))
    assert steps(late) == {"delay": pytest.approx(-100)}


def adds_up(results: Results) -> None:
    found, outcome = results.booked_to_achieved, results.portfolio
    period = results.scenario.horizon.period
    scale = 1e-9 * (1 + sum(abs(getattr(found, name)) for name in (*STEPS, "booked", "achieved")))
    assert found.booked == pytest.approx(sum(outcome.plan.booked[:period]), abs=scale)
    assert found.achieved == pytest.approx(outcome.saving_period.mean, abs=scale)
    assert found.after_costs == pytest.approx(found.booked - outcome.gap_period.mean, abs=scale)
    saved = found.booked + found.unbooked + found.failure + found.benefit + found.delay
    assert saved == pytest.approx(found.achieved, abs=scale)
    assert found.achieved + found.outlay + found.disruption == pytest.approx(found.after_costs)


@settings(max_examples=examples(15))
@given(scenarios())
def test_the_steps_add_up_to_what_the_run_achieved(scenario: Scenario) -> None:
    adds_up(simulate(scenario, trials=50).results())


def test_beyond_the_kept_trials_the_steps_still_add_up() -> None:
    adds_up(simulate(town(), trials=EXACT_TRIALS + 20_000).results())


def test_the_steps_do_not_depend_on_how_the_work_is_cut_up() -> None:
    one, two = (simulate(town(), trials=60_000, work=Work(threads=n)).results() for n in (1, 2))
    assert one.booked_to_achieved == two.booked_to_achieved


def test_better_and_cheaper_is_counted_trial_by_trial() -> None:
    chance = Uniform(uniform=(0.0, 2.0))
    quality = town().investments[0].quality
    both = an_investment(benefit_factor=chance, quality=quality, booked={2027: 50.0, 2028: 150.0})
    results = simulate(a_scenario(both, trials=20_000)).results()
    (found,) = results.investments[0].quality
    assert found.probability_both[0] is None
    assert found.probability_both[1] == pytest.approx(0.5, abs=0.015)  # the target needs 1.0
    assert found.probability_both[2] == pytest.approx(0.25, abs=0.015)  # the booking 1.5
    assert found.probability_both[1] == found.probability_target[1]


def test_better_and_cheaper_is_never_likelier_than_either() -> None:
    for trials in (2_000, EXACT_TRIALS + 20_000):
        for found in simulate(town(), trials=trials).results().investments:
            for indicator in found.quality:
                for year, both in enumerate(indicator.probability_both):
                    met = found.outcome.probability_booked_met[year]
                    if both is not None and met is not None:
                        assert both <= met + 1e-4
                        assert both <= indicator.probability_target[year] + 1e-4


def test_at_the_safe_share_the_budget_holds_with_just_the_chosen_confidence() -> None:
    scenario = town()
    share = simulate(scenario).results().safe_booking_share
    assert share is not None
    for factor, holds in ((0.999, True), (1.001, False)):
        booked = tuple(replace(item, booked=None) for item in scenario.investments)
        changed = replace(
            scenario, investments=booked, booking=replace(scenario.booking, share=share * factor)
        )
        outcome = simulate(changed).portfolio()
        enough = outcome.probability_budget_holds_period >= scenario.assumptions.confidence
        assert enough == holds


def test_where_nothing_can_be_booked_there_is_no_safe_share() -> None:
    assert simulate(a_scenario(an_investment(effects=()))).results().safe_booking_share is None
    chance = Choice(choice=((0, 0.5), (1, 0.5)))
    dear = an_investment(delay=chance, cost_factor=10.0)
    share = simulate(a_scenario(dear)).results().safe_booking_share
    assert share is not None
    assert share < 0
