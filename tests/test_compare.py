"""`innobudget compare` and `ib.compare`: files, answers, exit statuses, tables."""

import json
from pathlib import Path

import jsonschema
import pytest
from comparison_schema import comparison_schema

import innobudget as ib
from calling import call
from conftest import a_scenario, an_investment
from innobudget.domain.investment import Stage
from innobudget.domain.uncertainty import Uniform
from test_cli import ODENSE, assert_one_block, files_in

CAREFUL = ODENSE.with_name("odense-careful.toml")
QUICK = ("--trials", "500")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one whole comparison, made where the command runs."""
    folder = tmp_path_factory.mktemp("compare")
    done = call("compare", ODENSE, CAREFUL, *QUICK, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return folder / "reports" / "compare-odense-odense-careful"


def test_a_comparison_leaves_workbook_charts_figures_and_manifest(report: Path) -> None:
    assert files_in(report) == {
        "charts.json",
        "report.html",
        "compare-odense-odense-careful.xlsx",
        "comparison.json",
        "scenarios.png",
        "inputs/data/odense/2025/budget.xlsx",
        "inputs/scenarios/odense-careful.toml",
        "inputs/scenarios/odense.toml",
        "manifest.json",
        "safe-saving.png",
    }
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["trials"] == 500
    assert manifest["scenario"] == [
        "Odense-modellen, illustrativ",
        "Odense-modellen, forsigtigt indregnet",
    ]
    assert set(manifest["inputs"]) == {"budget.xlsx", "odense-careful.toml", "odense.toml"}
    assert "livskvalitet.course" in manifest["dimensions"]


def test_the_same_comparison_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    done = call("compare", ODENSE, CAREFUL, *QUICK, "--threads", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    again = tmp_path / "reports" / report.name
    assert files_in(again) == files_in(report)
    for name in files_in(report) - {"manifest.json", f"{report.name}.xlsx"}:
        assert (report / name).read_bytes() == (again / name).read_bytes(), name


def test_the_figures_are_those_of_the_schema_and_alone_on_standard_output(tmp_path: Path) -> None:
    words = ("--json", "--quiet", "--no-charts", "--no-workbook", "--out", tmp_path / "out")
    done = call("compare", ODENSE, CAREFUL, ODENSE, *QUICK, "--seed", "3", *words)
    assert done.stderr == ""
    document = json.loads(done.stdout)
    jsonschema.validate(document, comparison_schema())
    assert [item["id"] for item in document["scenarios"]] == [
        "odense",
        "odense-careful",
        "odense-2",
    ]
    assert document["seed"] == 3
    assert len(document["differences"]) == 3
    assert not list((tmp_path / "out").glob("*.png"))
    assert not list((tmp_path / "out").glob("*.xlsx"))


def test_the_summary_says_which_is_better_and_how_sure(tmp_path: Path) -> None:
    words = ("--language", "en", "--no-charts", "--no-workbook", "--sampling", "random")
    done = call("compare", ODENSE, CAREFUL, *QUICK, *words, "--out", tmp_path / "out")
    for part in (
        "2 scenarios in the same 500 futures, seed 2025, random",
        "odense and odense-careful buy about the same safe saving",
        "The booked savings come best with odense-careful",
        "Safe saving per krone of outlay",
    ):
        assert part in done.stderr
    assert "\x1b" not in done.stderr


def test_one_scenario_is_too_few(tmp_path: Path) -> None:
    done = call("compare", ODENSE, "--out", tmp_path / "out")
    assert_one_block(done, "[scenario-count]", "1 scenarie")
    assert not (tmp_path / "out").exists()


def test_scenarios_of_other_years_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "later.toml"
    other.write_text(
        f'[scenario]\nextends = "{ODENSE.as_posix()}"\nname = "Later"\nhorizon = 12\n',
        encoding="utf-8",
    )
    done = call("compare", ODENSE, other, "--out", tmp_path / "out")
    assert_one_block(done, "later.toml, [scenario], nøgle horizon [not-comparable]", "12", "10")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("--trials", "-5"), ("--trials", "-5")),
        (("--sampling", "dice"), ("--sampling", "dice")),
        (("--language", "fr"), ("--language", "fr")),
    ],
)
def test_an_option_out_of_range_is_explained(
    words: tuple[str, ...], parts: tuple[str, ...], tmp_path: Path
) -> None:
    assert_one_block(call("compare", ODENSE, CAREFUL, *words, "--out", tmp_path / "out"), *parts)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    assert_one_block(call("compare", ODENSE, tmp_path / "nowhere.toml"), "nowhere.toml")


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    done = call("compare", ODENSE, CAREFUL, *QUICK, "--out", tmp_path)
    assert_one_block(done, "folder-not-ours")


def test_the_library_gives_tables_and_reports(tmp_path: Path) -> None:
    investment = an_investment(benefit_factor=Uniform(uniform=(0.2, 1.3)))
    dear = an_investment(
        benefit_factor=Uniform(uniform=(0.2, 1.3)), stages=(Stage(outlay={2026: 90.0}),)
    )
    free = an_investment(stages=(Stage(),))
    found = ib.compare([a_scenario(investment), a_scenario(dear), a_scenario(free)], trials=200)
    assert list(found.scenarios().index) == ["1", "2", "3"]
    ratios = found.scenarios()["safe_saving_per_krone"]
    assert ratios["1"] == pytest.approx(1.8 * ratios["2"])
    assert found.differences().loc[("2", "1"), ("npv", "mean")] == pytest.approx(-40.0)
    assert found.differences()["saving_per_krone", "mean"].isna().to_list() == [False, True, True]
    assert found.estimates().loc[("2", "1"), "safe_saving"] == 0.0
    assert found.yearly().loc[("2", "1", 2026), ("net_effect", "p90")] == pytest.approx(-40.0)
    ib.write_workbook(found, tmp_path / "compared.xlsx")
    names = ib.write_charts(found, tmp_path / "charts")
    assert "safe-saving.png" in names
    assert (tmp_path / "compared.xlsx").exists()


def test_the_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("[scenario\n", encoding="utf-8")
    done = call("compare", "missing.toml", "broken.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert "missing.toml [file-missing]" in done.stderr
    assert "broken.toml, line 1, column 10 [toml-syntax]" in done.stderr
