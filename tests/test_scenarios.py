"""Every example scenario gives what it is expected to give, and its files are what they claim."""

from pathlib import Path

import make_budgets
import pytest
from openpyxl import load_workbook

from golden import SCENARIOS, key_figures, read_expected, sentences, sentences_path, simulated
from innobudget.io.budgets import read_budget
from innobudget.io.scenarios import load_scenario

ROOT = SCENARIOS.parent
PATHS = sorted(SCENARIOS.glob("*.toml"))
MUNICIPALITIES = sorted(make_budgets.read_figures()["municipality"])


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_scenario_gives_its_expected_figures(path: Path) -> None:
    found = {(row.figure, row.year): row.value for row in key_figures(simulated(path))}
    expected = read_expected(path)
    assert {(row.figure, row.year) for row in expected} == set(found)
    for row in expected:
        close = pytest.approx(row.value, abs=row.tolerance + 1e-5 * abs(row.value))
        assert found[row.figure, row.year] == close, (row.figure, row.year)


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_scenarios_charts_say_what_they_are_expected_to(path: Path) -> None:
    assert sentences(simulated(path)) == sentences_path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PATHS, ids=name)
def test_a_scenario_has_no_more_doubts_than_are_worth_reading(path: Path) -> None:
    codes = [doubt.code for doubt in load_scenario(path).doubts]
    assert len(codes) <= 3
    assert set(codes) <= {"price-level", "large-share", "booked-above-plan", "no-budget"}


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_an_example_budget_reads_without_a_doubt(municipality: str) -> None:
    reading = read_budget(ROOT / "data" / municipality / "2025" / "budget.xlsx")
    assert (reading.lines, reading.unit, reading.areas) == (25, 1_000, 6)
    assert reading.years == (2025, 2026, 2027, 2028)
    assert reading.doubts == ()
    assert all(total.within_rounding for total in reading.control_totals)
    assert len(reading.control_totals) == 7 * 4


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_an_example_budget_is_what_its_script_makes(municipality: str, tmp_path: Path) -> None:
    figures = make_budgets.read_figures()
    make_budgets.write_budget(figures, municipality, tmp_path / "budget.xlsx")
    made, kept = (
        [list(row) for row in load_workbook(path)["Budget"].iter_rows(values_only=True)]
        for path in (
            tmp_path / "budget.xlsx",
            ROOT / "data" / municipality / "2025" / "budget.xlsx",
        )
    )
    assert made == kept
