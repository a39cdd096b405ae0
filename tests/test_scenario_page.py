"""What docs/concepts/scenarios.md and the example scenarios claim is so."""

from dataclasses import replace
from pathlib import Path

import make_scenario_tables
import pytest
from make_scenario_tables import PAGE, SIDE_BY_SIDE, STATED_PAYBACK, simulated

from golden import SCENARIOS, TRIALS
from innobudget.domain.scenario import Scenario
from innobudget.engine.chance.expectation import calculate_by_hand
from innobudget.engine.plan import plan_investments
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario

PATHS = sorted(SCENARIOS.glob("*.toml"))
CLOSE = 0.002
"""Far above what an even spread of draws leaves, far below what a wrong lag or factor would do."""


def loaded(name: str) -> Scenario:
    return load_scenario(SCENARIOS / f"{name}.toml")


def test_the_tables_are_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert make_scenario_tables.filled(page) == page


def test_every_scenario_is_on_the_page() -> None:
    assert {path.stem for path in PATHS} == {
        *make_scenario_tables.COMPARED,
        *make_scenario_tables.FOLLOWED,
    }
    page = PAGE.read_text(encoding="utf-8")
    for path in PATHS:
        assert f"](../../scenarios/{path.name})" in page


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_without_shared_causes_a_scenario_agrees_with_the_hand(path: Path) -> None:
    scenario = replace(load_scenario(path).without_facts, drivers=(), correlation={})
    hands = [calculate_by_hand(plan).saving for plan in plan_investments(scenario)]
    sampled = replace(scenario.sampled, trials=TRIALS)
    found = simulate(replace(scenario, sampled=sampled)).portfolio().measures["saving"]
    for spread, by_hand in zip(found, map(sum, zip(*hands, strict=True)), strict=True):
        assert spread.mean == pytest.approx(by_hand, rel=CLOSE, abs=0.01)


def test_what_stands_side_by_side_can_be_compared() -> None:
    scenarios = [loaded(name) for name in SIDE_BY_SIDE]
    assert len({scenario.horizon for scenario in scenarios}) == 1
    assert len({scenario.assumptions.price_level for scenario in scenarios}) == 1
    assert len({scenario.sampled.seed for scenario in scenarios}) == 1


def test_copenhagens_proposals_add_up_as_the_paper_does() -> None:
    investments = loaded("copenhagen-2020").investments
    stages = [stage for investment in investments for stage in investment.stages]
    assert sum(sum(stage.outlay.values()) for stage in stages) == pytest.approx(19.6e6)
    assert sum(sum(stage.capital_outlay.values()) for stage in stages) == pytest.approx(38.9e6)
    savings = [effect.amount or 0 for investment in investments for effect in investment.effects]
    assert sum(savings) == pytest.approx((10.8 + 7.9) * 1e6)


def test_copenhagens_stated_payback_stands_in_the_scenario() -> None:
    description = loaded("copenhagen-2020").assumptions.description
    for proposal, years in STATED_PAYBACK.items():
        stated = "ingen investering" if years is None else f"{years} år"
        assert f"{proposal.upper()} {stated}" in description


def test_trivsel_breaks_even_in_year_19_of_its_plan() -> None:
    plan = simulated("silkeborg-trivsel").portfolio.plan
    assert make_scenario_tables.planned_payback(plan) == 19


def test_plain_cuts_are_certain_in_money_and_take_from_service() -> None:
    results = simulated("plain-cuts").results
    assert results.portfolio.probability_booked_met_period == 1
    for investment in results.investments:
        (indicator,) = investment.quality
        way = indicator.target - indicator.baseline
        assert (indicator.value[-1].mean - indicator.baseline) / way < -0.4
        assert indicator.probability_target[-1] == 0
