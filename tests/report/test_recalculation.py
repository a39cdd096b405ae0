"""Every saved value is what its formula gives, as three independent engines say."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from conftest import a_budget, a_scenario, an_effect, an_investment, examples
from innobudget.domain.scenario import Scenario, Stress
from innobudget.engine.simulation import simulate
from recalculation import (
    SOFFICE,
    by_formualizer,
    by_ironcalc,
    change_saved_value,
    differences,
    formulas,
    many_by_libreoffice,
)
from strategies import scenarios
from town import town, written
from workbook_linter import lint

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def test_formualizer_agrees_with_every_saved_value(english: Path) -> None:
    assert len(formulas(english)) > 100
    assert differences(english, by_formualizer(english)) == []


def test_ironcalc_agrees_with_every_saved_value(workbook: Path) -> None:
    assert differences(workbook, by_ironcalc(workbook)) == []


@needs_libreoffice
def test_libreoffice_agrees_with_every_saved_value_and_finds_a_wrong_one(
    english: Path, tmp_path: Path
) -> None:
    wrong = change_saved_value(english, tmp_path / "wrong.xlsx")
    right, mended = many_by_libreoffice([english, wrong], tmp_path)
    assert differences(english, right) == []
    assert len(differences(wrong, mended)) == 1


def supported() -> Scenario:
    """Return the town with grants and lines for its outlays, in a budget after its bookings."""
    care, desk = town().investments
    pilot, spread = care.stages
    (only,) = desk.stages
    grants = {2026: 5_000.0, 2028: 2_000.0}
    pilot = replace(pilot, grant={2026: 6_000.0}, capital_outlay={2027: 1.0}, outlay_line="3.22.01")
    spread = replace(spread, grant={2027: 16_000.0}, disruption={2027: 5_000.0, 2031: 1_000.0})
    investments = (
        replace(care, stages=(pilot, spread), disruption_budgeted=True),
        replace(desk, stages=(replace(only, grant=grants, outlay_line="6.45.51"),)),
    )
    return town(investments=investments, already_in_budget=True)


def test_grants_outlay_lines_and_a_budget_after_its_bookings_recalculate(tmp_path: Path) -> None:
    path = written(simulate(supported()), tmp_path)
    assert differences(path, by_ironcalc(path)) == []
    assert lint(path) == {}


def test_what_is_booked_before_any_saving_is_planned_recalculates(tmp_path: Path) -> None:
    """It is left over beside the lines of two effects, and outlays are no part of what is left."""
    effects = (an_effect(start=2028, line="5.30.26"), an_effect(start=2029, line="5.30.27"))
    early = an_investment(booked={2026: 50.0, 2029: 90.0}, effects=effects)
    path = written(simulate(a_scenario(early, budget=a_budget())), tmp_path)
    assert differences(path, by_ironcalc(path)) == []


@pytest.mark.parametrize("stress", [Stress(delay=1.0), Stress(delay=0.5, benefit=0.8)], ids=str)
def test_a_stress_is_in_the_formulas(tmp_path: Path, stress: Stress) -> None:
    """That every saving comes later is no chance, and stands in no weight of a trial."""
    path = written(simulate(town(stress=stress)), tmp_path)
    assert differences(path, by_ironcalc(path)) == []
    assert lint(path) == {}


@settings(max_examples=examples(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scenarios())
def test_whatever_the_scenario_saved_values_and_rules_hold(
    tmp_path: Path, scenario: Scenario
) -> None:
    path = written(simulate(scenario), tmp_path, count=12)
    told = differences(path, by_ironcalc(path))
    # this engine finds a standard deviation of 1e-9 where every trial is the same
    assert [line for line in told if "STDEVP" not in line] == []
    found = lint(path)
    found.pop("figures-fit-their-columns", None)  # amounts of any size are drawn
    found.pop("words-have-room", None)  # and names of any length
    assert found == {}


def test_a_wrong_saved_value_is_found(tmp_path: Path) -> None:
    small = written(simulate(a_scenario(horizon=2, trials=4)), tmp_path, count=4)
    wrong = change_saved_value(small, tmp_path / "wrong.xlsx")
    assert len(differences(wrong, by_formualizer(wrong))) == 1
    assert len(differences(wrong, by_ironcalc(wrong))) == 1
