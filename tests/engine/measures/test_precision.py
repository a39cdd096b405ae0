"""Reported standard errors are about as large as figures of other seeds differ."""

from dataclasses import asdict, replace
from math import sqrt
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.drivers import Driver
from innobudget.domain.investment import Stage
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Choice, Pert
from innobudget.engine.collecting import collection, sample
from innobudget.engine.measures.precision import booked_met_error, precision
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate

SEEDS = 30
SAMPLINGS = pytest.mark.parametrize("sampling", get_args(Sampling))


def uncertain(sampling: Sampling, trials: int) -> Scenario:
    investments = [
        an_investment(
            name,
            stages=(Stage(outlay={2026: 50.0}, success=success),),
            cost_factor=Pert(pert=(0.9, 1.0, 1.6)),
            benefit_factor=Pert(pert=(0.2, 0.9, 1.2)),
            delay=Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
            effects=(an_effect(amount=amount),),
        )
        for name, success, amount in (("aids", 0.6, 60.0), ("care", 0.8, 100.0), ("roads", 0.9, 40))
    ]
    return a_scenario(
        *investments,
        drivers=(Driver(id="staff", loads={"delay": 0.4}),),
        sampling=sampling,
        trials=trials,
        share=0.5,
    )


NAMES = registry([uncertain("sobol", 1)])


def around_a_power_of_two(power: int) -> st.SearchStrategy[int]:
    return st.integers(2**power - 1, 2**power + 1)


def reported_and_actual(scenario: Scenario) -> dict[str, float]:
    """Return reported over actual standard error of some figures, over many seeds."""
    dimensions = registry([scenario])
    figures, errors = [], []
    for seed in range(SEEDS):
        found = simulate(scenario, seed=seed, dimensions=dimensions)
        outcome, errors_of = found.portfolio(), precision(found.ledger)
        assert errors_of is not None
        figures.append(
            (
                outcome.npv.mean,
                outcome.npv.p10,
                outcome.npv.p50,
                outcome.reserve_period,
                outcome.probability_booked_met_period,
                outcome.probability_npv_positive,
            )
        )
        errors.append(
            (
                outcome.npv.standard_error,
                errors_of.npv.p10,
                errors_of.npv.p50,
                errors_of.reserve_period,
                errors_of.probability_booked_met_period,
                errors_of.probability_npv_positive,
            )
        )
    actual = np.std(np.array(figures, dtype=float), axis=0, ddof=1)
    reported = np.sqrt(np.mean(np.array(errors, dtype=float) ** 2, axis=0))
    names = ("mean", "p10", "p50", "reserve", "booked met", "npv positive")
    return dict(zip(names, map(float, reported / actual), strict=True))


@SAMPLINGS
def test_reported_errors_are_those_of_other_seeds(sampling: Sampling) -> None:
    ratios = reported_and_actual(uncertain(sampling, 2_000))
    assert {name: ratio for name, ratio in ratios.items() if not 0.6 < ratio < 1.8} == {}


@SAMPLINGS
def test_counted_trials_are_as_sure_as_kept_ones(
    monkeypatch: pytest.MonkeyPatch, sampling: Sampling
) -> None:
    scenario = uncertain(sampling, 2**18)
    counted = simulate(scenario)
    for module in (collection, sample):
        monkeypatch.setattr(module, "EXACT_TRIALS", 2**18)
    kept = simulate(scenario)
    expected, found = (booked_met_error(item.ledger) for item in (kept, counted))
    assert found is not None
    assert expected is not None
    # Eight replicates tell their variance roughly, and of counted trials the first ones do.
    assert (
        1 / 3 < found / expected < 3
        if sampling != "random"
        else found == pytest.approx(expected, rel=1e-4)
    )


def test_a_share_of_none_of_the_trials_is_not_certain() -> None:
    scenario = a_scenario(
        an_investment(benefit_factor=Pert(pert=(0.1, 0.2, 0.3))), trials=100, share=1.0
    )
    found = precision(simulate(scenario).ledger)
    assert found is not None
    assert found.probability_booked_met_period == pytest.approx(0.0098, abs=0.0002)


def test_nothing_booked_and_a_single_trial_have_no_errors() -> None:
    scenario = a_scenario(share=0.0)
    assert booked_met_error(simulate(scenario).ledger) is None
    single = replace(scenario, sampled=replace(scenario.sampled, trials=1))
    assert precision(simulate(single).ledger) is None


@SAMPLINGS
@given(st.integers(2, 3_000) | st.integers(5, 14).flatmap(around_a_power_of_two))
@settings(max_examples=examples(12))
def test_any_number_of_trials_has_errors_of_sensible_size(sampling: Sampling, trials: int) -> None:
    found = simulate(uncertain(sampling, trials), dimensions=NAMES)
    outcome, errors = found.portfolio(), precision(found.ledger)
    assert errors is not None
    assert outcome.probability_booked_met_period is not None
    for probability, error in (
        (outcome.probability_booked_met_period, errors.probability_booked_met_period),
        (outcome.probability_budget_holds_period, errors.probability_budget_holds_period),
        (outcome.probability_npv_positive, errors.probability_npv_positive),
    ):
        assert error is not None
        centred = (probability * trials + 1) / (trials + 2)
        plain = sqrt(centred * (1 - centred) / trials)
        assert 0.05 * plain < error <= 3 * plain
    assert outcome.npv.standard_error is not None
    assert 0.0 <= outcome.npv.standard_error <= 3 * outcome.npv.sd / sqrt(trials - 1)
    widest = 4 * max(outcome.npv.sd, outcome.gap_period.sd)
    for amount in (errors.reserve_period, *asdict(errors.npv).values()):
        assert 0.0 <= amount <= widest


def test_a_share_is_no_surer_than_whole_trials() -> None:
    """Evenly spread trials pass a stage of probability one half exactly as often as it says."""
    investment = an_investment(stages=(Stage(success=0.5),))
    found = precision(simulate(a_scenario(investment, trials=4_096, share=0.5)).ledger)
    assert found is not None
    assert found.probability_booked_met_period == pytest.approx((8 / 6) ** 0.5 / 4_096, rel=1e-3)


@pytest.mark.parametrize("trials", [1, 2, 7])
def test_few_trials_are_doubted_where_anything_is_uncertain(trials: int) -> None:
    doubts = simulate(uncertain("sobol", trials)).results().scenario.doubts
    assert {doubt.code for doubt in doubts} == {"few-trials"}


def test_what_is_certain_has_no_error_of_few_trials() -> None:
    scenario = a_scenario(an_investment(effects=(an_effect(amount=60.0),)), trials=7)
    found = precision(simulate(scenario).ledger)
    assert found is not None
    assert found.probability_budget_holds_period == found.probability_npv_positive == 0.0
    assert found.reserve_period == 0.0


@pytest.mark.parametrize("trials", [1, 2, 7])
def test_no_number_of_trials_is_doubted_where_nothing_is_uncertain(trials: int) -> None:
    scenario = a_scenario(an_investment(effects=(an_effect(amount=60.0),)), trials=trials)
    assert simulate(scenario).results().scenario.doubts == ()
