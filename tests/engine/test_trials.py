"""Trials that are drawn again are the run's own, spread evenly over its gaps."""

import numpy as np
import pytest

from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.trials import draw_again, sample_trials
from innobudget.engine.what_if import what_if
from town import town


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return simulate(town(trials=20_000))


def test_all_trials_give_the_run_itself(simulation: Simulation) -> None:
    portfolio = simulation.portfolio()
    now = what_if(simulation.scenario, sample_trials(simulation, 20_000))
    period = simulation.scenario.horizon.period
    assert now.budget_gap[:, :period].sum(axis=1).mean() == pytest.approx(portfolio.gap_period.mean)
    assert np.quantile(now.npv, 0.9) == pytest.approx(portfolio.npv.p90)
    for year, spread in enumerate(portfolio.measures["cumulative_net"]):
        assert np.quantile(now.cumulative_net[:, year], 0.1) == pytest.approx(spread.p10)
    for year, share in portfolio.payback.years.items():
        assert (now.payback_year == year).mean() == pytest.approx(share)
    assert (now.payback_year > max(portfolio.payback.years)).mean() == pytest.approx(
        portfolio.payback.never
    )


def test_a_sample_is_the_same_trials_drawn_again(simulation: Simulation) -> None:
    every, some = sample_trials(simulation, 20_000), sample_trials(simulation, 100)
    assert len(some.numbers) == 100
    assert (np.diff(some.numbers) > 0).all()
    for own, all_of_them in zip(some.weights, every.weights, strict=True):
        assert np.array_equal(own, all_of_them[:, some.numbers])


def test_a_sample_has_the_gaps_of_the_run(simulation: Simulation) -> None:
    now = what_if(simulation.scenario, sample_trials(simulation, 1_000))
    gap = simulation.portfolio().gap_period
    found = now.budget_gap[:, : simulation.scenario.horizon.period].sum(axis=1)
    plain_error = gap.sd / np.sqrt(1_000)
    assert abs(found.mean() - gap.mean) < 0.1 * plain_error
    assert abs(np.quantile(found, 0.9) - gap.p90) < 0.02 * gap.sd


def test_a_run_with_fewer_trials_gives_them_all() -> None:
    assert list(sample_trials(simulate(town(trials=7)), 1_000).numbers) == list(range(7))


def test_the_same_trials_of_a_changed_scenario_share_their_chances(simulation: Simulation) -> None:
    sample = sample_trials(simulation, 50)
    cheaper = town(trials=20_000, discount_rate=0.0, share=0.5)
    again = draw_again(simulate(cheaper, dimensions=simulation.draws.dimensions), sample.numbers)
    for own, other in zip(sample.weights, again.weights, strict=True):
        assert np.array_equal(own, other)
    before, after = what_if(simulation.scenario, sample), what_if(cheaper, again)
    assert np.array_equal(before.saving, after.saving)
    assert np.allclose(after.npv, after.net_effect.sum(axis=1))
