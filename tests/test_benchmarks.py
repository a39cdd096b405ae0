"""What benchmarks rest on: the problem they solve, the check before a time counts, their page."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks import page
from benchmarks.models import plain_python, straightforward_numpy, with_innobudget, with_pandas
from benchmarks.models.timing import timed
from benchmarks.paths import FOLLOWUP
from benchmarks.problem import Figures, read_problem, wrong_figures
from benchmarks.sections import choosing, coverage, followup, joint, portfolios, tables
from innobudget.domain.results import PERCENTILES
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario

TRIALS = 20_000


@pytest.fixture(scope="module")
def figures() -> Figures:
    return straightforward_numpy.simulate(TRIALS, seed=1)


def test_the_straightforward_version_has_the_published_figures(figures: Figures) -> None:
    assert wrong_figures(figures, TRIALS) == []


def test_a_version_that_is_wrong_is_told(figures: Figures) -> None:
    wrong = replace(figures, npv_mean=figures.npv_mean + 100)
    assert wrong_figures(wrong, TRIALS) == [
        f"npv_mean is {wrong.npv_mean:,.4g} and should be -697.9"
    ]
    missing = replace(figures, npv_negative=float("nan"))
    assert wrong_figures(missing, TRIALS) == ["npv_negative is nan and should be 0.653"]


def test_pandas_gives_what_numpy_gives(figures: Figures) -> None:
    other = with_pandas.simulate(TRIALS, seed=1)
    for name in ("net", "cumulative", "npv", "net_mean", "gap_mean", "booked_met"):
        np.testing.assert_allclose(getattr(other, name), getattr(figures, name), rtol=1e-9)


def test_plain_python_has_the_published_figures() -> None:
    assert wrong_figures(plain_python.simulate(2_000, seed=1), 2_000) == []


def test_the_library_solves_the_same_problem(figures: Figures) -> None:
    found = with_innobudget.one_thread(TRIALS, seed=1)
    assert wrong_figures(found, TRIALS) == []
    for name in ("net_mean", "gap_mean"):
        spread = figures.net[:, -1] - figures.net[:, 0]
        allowed = 4 * spread / np.sqrt(TRIALS)
        assert (np.abs(getattr(found, name) - getattr(figures, name)) <= allowed).all()


def test_the_plan_is_that_of_the_scenario() -> None:
    problem = read_problem()
    assert problem.planned_outlay[:2].tolist() == [5470.0, 3870.0]
    assert problem.booked[-1] == pytest.approx(0.6 * 2345)


def test_a_peer_that_does_not_run_is_told() -> None:
    assert timed("no_such_peer:simulate", 1, 1) == {
        "failed": "ModuleNotFoundError: No module named 'no_such_peer'"
    }


def test_a_section_measured_again_leaves_the_others_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "README.md"
    path.write_text("", encoding="utf-8")
    monkeypatch.setattr(page, "PAGE", path)
    page.write({"b": "of b"}, "abc")
    page.write({"a": "of a\n\n| x |", "c": "of c"}, "abc")
    page.write({"b": "new"}, "abc")
    text = path.read_text(encoding="utf-8")
    assert page.sections(text) == {"a": "of a\n\n| x |", "b": "new", "c": "of c"}
    assert text.startswith(page.TITLE.strip())


def test_tables_and_grids_move_no_percentile_by_a_tenth_of_its_error() -> None:
    rows = [
        line.split("|") for line in tables.section(short=True).splitlines()[-len(tables.AMOUNTS) :]
    ]
    assert all(float(cell) <= 0.1 for row in rows for cell in row[2:4])


def test_joint_probabilities_are_counted_trial_by_trial() -> None:
    design = joint.designed("sobol", 3, 1_000)
    counts = dict(joint.joint_counts(joint.packed(design, 1_000)))
    drawn = [design.uniforms(name, 0, 1_000) for name in joint.NAMES]
    first, second, third, fourth = joint.groups(4)[8]
    below = np.array([drawn[first] < 0.1, drawn[second] < 0.7, drawn[third] < 0.5])
    triple = joint.groups(3).index((first, second, third))
    assert counts[3][triple, 3, 2] == below.all(axis=0).sum()
    assert counts[4][8, 3, 8] == (below.all(axis=0) & (drawn[fourth] < 0.1)).sum()


def test_random_scenarios_are_no_worse_than_plain_random_numbers() -> None:
    found = portfolios.ratios(1, 1_000, 0, 12)
    assert np.sqrt(np.mean(np.square(list(found.values())))) < 1.0


def test_intervals_cover_the_truth_of_a_single_case() -> None:
    """A case alone has few coordinates, so that replicates often round alike."""
    names, true = (np.array(part) for part in coverage.simulated(1, "sobol", 32_768, 500, 4))
    _, found = coverage.simulated(1, "sobol", 1_000, 0, 40)
    _, _, least, *_ = coverage.cells(names.tolist(), np.array(found), true)
    assert float(least) >= 0.8


def test_choosing_by_plain_numpy_and_by_the_library_finds_the_same() -> None:
    label, seconds, *_ = choosing.compared(4, 1)
    assert label == "4 (16)"
    assert float(seconds) >= 0


def test_percentiles_of_a_follow_up_lie_in_its_own_trials_where_they_should() -> None:
    scenario = followup.driven(load_scenario(FOLLOWUP))
    assert scenario.adopted is not None
    assert scenario.adopted.drivers == scenario.drivers
    assert len(scenario.drivers) == followup.DRIVERS
    run = simulate(scenario, trials=2_000)
    found = followup.figures(run, with_savings=True)
    assert len(found) == 1 + len(scenario.enabled)
    for own in found:
        assert own.savings.shape == (8, 2_000)
        placed = followup.ranks(own, np.sort(own.savings, axis=1))
        assert placed == pytest.approx(np.tile(list(PERCENTILES.values()), (8, 1)), abs=2e-3)
    assert not followup.chance_errors(found[:1], found[:1]).any()
