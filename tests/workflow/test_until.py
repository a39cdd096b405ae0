"""A precision is reached with as few doublings as it needs, or said to be out of reach."""

import pytest

from conftest import a_scenario, an_investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Pert
from innobudget.engine.measures.precision import booked_met_error
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.errors import InputError
from innobudget.workflow.until import FIRST_TRIALS, Wish, simulate_until


def uncertain(**changes: object) -> Scenario:
    investment = an_investment(benefit_factor=Pert(pert=(0.2, 0.9, 1.2)))
    return a_scenario(investment, **{"share": 0.8, "sampling": "random", **changes})


def test_trials_are_doubled_until_the_answer_is_sure_enough() -> None:
    found = simulate_until(uncertain(), Wish(precision=0.004), Work())
    trials = found.scenario.sampled.trials
    error = booked_met_error(found.ledger)
    before = booked_met_error(simulate(uncertain(), trials=trials // 2).ledger)
    assert error is not None
    assert before is not None
    assert error <= 0.004 < before
    assert found.scenario.doubts == ()


def test_a_precision_out_of_reach_is_said() -> None:
    found = simulate_until(uncertain(), Wish(precision=1e-4, most=5_000), Work())
    assert found.scenario.sampled.trials == 5_000
    assert [doubt.code for doubt in found.scenario.doubts] == ["precision-not-reached"]


def test_the_last_of_the_allowed_trials_may_reach_it() -> None:
    allowed = simulate_until(uncertain(), Wish(precision=1e-4, most=5_000), Work())
    error = booked_met_error(allowed.ledger)
    assert error is not None
    found = simulate_until(uncertain(), Wish(precision=error, most=5_000), Work())
    assert found.scenario.sampled.trials == 5_000
    assert found.scenario.doubts == ()


def test_the_progress_of_all_doublings_never_falls_nor_passes_the_whole() -> None:
    told: list[float] = []
    simulate_until(uncertain(), Wish(precision=0.002, most=20_000), Work(progress=told.append))
    assert told == sorted(told)
    assert 0 < told[0] < 0.2
    assert told[-1] == 1.0


def test_fewer_trials_may_be_allowed_than_one_begins_with() -> None:
    found = simulate_until(uncertain(), Wish(precision=0.5, most=100), Work())
    assert found.scenario.sampled.trials == 100 < FIRST_TRIALS


def test_where_nothing_is_booked_there_is_nothing_to_be_sure_of() -> None:
    with pytest.raises(InputError) as caught:
        simulate_until(uncertain(share=0.0), Wish(precision=0.01), Work())
    assert [problem.code for problem in caught.value.problems] == ["nothing-booked"]
