"""Trials that are drawn again are the run's own, spread evenly over its gaps."""

import numpy as np
import pytest

from conftest import a_scenario, an_investment
from innobudget.domain.investment import Stage
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.trials import sample_trials
from innobudget.engine.what_if import Change, Controls, what_if
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
    for flow in ("saving", "outlay", "disruption"):
        assert np.allclose(getattr(some, flow), getattr(every, flow)[some.numbers], rtol=1e-12)


def test_a_sample_has_the_gaps_of_the_run(simulation: Simulation) -> None:
    now = what_if(simulation.scenario, sample_trials(simulation, 1_000))
    gap = simulation.portfolio().gap_period
    found = now.budget_gap[:, : simulation.scenario.horizon.period].sum(axis=1)
    plain_error = gap.sd / np.sqrt(1_000)
    assert abs(found.mean() - gap.mean) < 0.1 * plain_error
    assert abs(np.quantile(found, 0.9) - gap.p90) < 0.02 * gap.sd


def test_a_run_with_fewer_trials_gives_them_all() -> None:
    assert list(sample_trials(simulate(town(trials=7)), 1_000).numbers) == list(range(7))


def test_switched_off_investments_are_neither_booked_nor_carried_out(
    simulation: Simulation,
) -> None:
    sample = sample_trials(simulation, 50)
    off = {item.id: Change(switched_on=False) for item in simulation.scenario.enabled}
    now = what_if(simulation.scenario, sample, Controls(changes=off))
    assert not now.booked.any()
    assert not now.budget_gap.any()
    assert not now.npv.any()


def test_scales_change_what_happens_and_not_the_budget(simulation: Simulation) -> None:
    sample = sample_trials(simulation, 50)
    before = what_if(simulation.scenario, sample)
    now = what_if(
        simulation.scenario, sample, Controls(changes={"desk": Change(saving=2.0, outlay=3.0)})
    )
    assert np.array_equal(now.booked, before.booked)
    assert np.array_equal(now.budgeted_spending, before.budgeted_spending)
    assert np.allclose(now.saving - before.saving, sample.saving[:, 1])
    assert np.allclose(
        before.net_effect - now.net_effect, 2 * sample.outlay[:, 1] - sample.saving[:, 1]
    )


def test_one_booking_share_replaces_all_bookings(simulation: Simulation) -> None:
    sample = sample_trials(simulation, 50)
    now = what_if(simulation.scenario, sample, Controls(booking_share=0.0))
    plan = simulation.ledger.flows
    assert now.booked == pytest.approx(plan.booked_at(0.0))


def test_a_grant_is_paid_as_it_is_whatever_the_outlay_is_scaled_by() -> None:
    stages = (
        Stage(outlay={2026: 50.0}, grant={2026: 30.0}, success=0.5),
        Stage(outlay={2027: 20.0}, grant={2027: 20.0}),
    )
    scenario = a_scenario(an_investment(stages=stages), trials=200)
    sample = sample_trials(simulate(scenario), 200)
    reached = sample.grant[:, 0, 1] > 0
    assert 50 < reached.sum() < 150
    assert np.array_equal(sample.grant[:, 0, 0], np.full(200, 30.0))
    assert np.array_equal(sample.grant[:, 0, 1], np.where(reached, 20.0, 0.0))
    assert np.allclose(sample.outlay[:, 0, :2], np.stack([np.full(200, 20.0), 0 * reached], 1))
    before = what_if(scenario, sample)
    now = what_if(scenario, sample, Controls(changes={"care": Change(outlay=2.0)}))
    dearer = before.net_effect - now.net_effect
    assert np.allclose(dearer[:, 0], 50.0)
    assert np.allclose(dearer[:, 1], np.where(reached, 20.0, 0.0))
