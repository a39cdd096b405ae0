"""Odense's nine cases: what an independent program and a calculation by hand say of them."""

from pathlib import Path

import pytest

from innobudget.engine.choosing.booking import Allocation, allocate
from innobudget.engine.choosing.knowing import Known, know
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.work import Work
from innobudget.io.scenarios import load_scenario

ODENSE = Path(__file__).parents[3] / "scenarios" / "odense.toml"
MILLION = 1_000_000


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return simulate(load_scenario(ODENSE), trials=65_536)


@pytest.fixture(scope="module")
def known(simulation: Simulation) -> dict[str, Known]:
    ids = [plan.investment.id for plan in simulation.draws.plans]
    return dict(zip(ids, know(simulation.draws, Work()), strict=True))


@pytest.fixture(scope="module")
def allocation(simulation: Simulation) -> Allocation:
    return allocate(simulation, Work())


def test_gates_of_the_unknown_strategy_are_worth_what_was_worked_out(
    known: dict[str, Known],
) -> None:
    found = known["ukendte-strategi"]
    by_hand = 1.0667 * (1.0 / 1.035 + 3.0 / 1.035**2 + 5.1 / 1.035**3 + 5.1 / 1.035**4)
    assert sum(found.gates) / MILLION == pytest.approx(by_hand, abs=0.05)
    assert found.damage_avoided / MILLION == pytest.approx(3.39, abs=0.1)


def test_a_pilot_of_growth_may_cost_most_of_what_knowing_everything_may(
    known: dict[str, Known],
) -> None:
    assert known["vaekst"].evpi_works / MILLION == pytest.approx(6.7, abs=0.1)
    assert known["vaekst"].evpi / MILLION == pytest.approx(7.9, abs=0.1)
    for found in known.values():
        assert -1e-6 <= found.evpi_works <= found.evpi + 1e-6


def test_one_reserve_for_all_is_worth_half_of_what_can_be_booked(allocation: Allocation) -> None:
    pooling = allocation.pooling
    assert pooling.one / MILLION == pytest.approx(92.1, abs=0.6)
    assert pooling.committees / MILLION == pytest.approx(55.0, abs=0.6)
    assert pooling.cases / MILLION == pytest.approx(45.7, abs=0.6)


def test_each_years_bookings_do_not_add_up_to_the_periods(allocation: Allocation) -> None:
    safe = allocation.safe
    assert safe.by_year_sum / MILLION == pytest.approx(83.7, abs=0.6)
    assert safe.probability_of_sum == pytest.approx(0.84, abs=0.01)
    assert safe.probability_all_years == pytest.approx(0.57, abs=0.01)
    together = [sum(shares) for shares in zip(*allocation.shares.values(), strict=True)]
    assert together == pytest.approx(safe.by_year, abs=1e-3)
