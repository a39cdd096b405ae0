"""A report can be shown to anyone later: its files, and its figures from its inputs."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import innobudget
from innobudget.errors import InputError
from innobudget.workflow.compare import compare_scenarios
from innobudget.workflow.new import new_folder
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario
from innobudget.workflow.verify import Verified, verify_folder

QUICK: dict[str, Any] = {"trials": 64, "charts": False, "workbook": False}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a town's files and a report of them."""
    folder = tmp_path_factory.mktemp("verify")
    new_folder(folder / "town")
    run(folder / "town", folder / "report")
    return folder


@pytest.fixture
def report(made: Path, tmp_path: Path) -> Path:
    """Return a report of its own, without the files that it was made from."""
    return Path(shutil.copytree(made / "report", tmp_path / "report"))


def run(town: Path, out: Path, **options: Any) -> None:  # noqa: ANN401 - of RunOptions
    given = RunOptions(**{**QUICK, **options}, out=out)
    run_scenario(town / "scenario.toml", given, lambda _: None)


def verified(folder: Path, language: str | None = "en") -> Verified:
    return verify_folder(folder, threads=1, language=language, progress=lambda _: None)


def change_manifest(report: Path, **changes: Any) -> None:  # noqa: ANN401 - of JSON
    path = report / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**record, **changes}), encoding="utf-8")


def test_a_report_as_it_was_written_gives_its_figures_again(report: Path) -> None:
    found = verified(report)
    assert found.holds
    assert "all 4 are as they were written" in found.text
    assert "the inputs give the same results.json, byte for byte" in found.text


def test_it_is_told_in_the_reports_language(report: Path) -> None:
    change_manifest(report, language="da")
    assert "Kørt igen: inputtet giver den samme results.json" in verified(report, None).text
    with pytest.raises(InputError, match="unknown-word"):
        verified(report, "fr")


def test_changed_missing_and_other_files_are_named(report: Path) -> None:
    (report / "appropriations.csv").write_text("mine", encoding="utf-8")
    (report / "results.json").unlink()
    (report / "notes.txt").touch()
    found = verified(report)
    assert not found.holds
    assert "changed since: appropriations.csv" in found.text
    assert "missing: results.json" in found.text
    assert "Not part of the report: notes.txt" in found.text


def test_figures_that_were_changed_are_told_from_figures_that_come_out_otherwise(
    report: Path,
) -> None:
    path = report / "results.json"
    path.write_text(path.read_text(encoding="utf-8").replace("64", "65"), encoding="utf-8")
    found = verified(report)
    assert not found.holds
    assert "give results.json as it was written, before it was changed" in found.text


def test_figures_that_differ_are_named_with_both_values(made: Path, tmp_path: Path) -> None:
    run(made / "town", tmp_path / "report", seed=7)
    record = json.loads((tmp_path / "report" / "manifest.json").read_text(encoding="utf-8"))
    record["again"]["options"]["seed"] = 8
    change_manifest(tmp_path / "report", again=record["again"])
    found = verified(tmp_path / "report")
    assert not found.holds
    assert "the inputs give another results.json" in found.text
    assert "  seed: 7 written, 8 now" in found.text
    assert " more" in found.text


def test_another_version_is_told_and_figures_that_stay_the_same_hold(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(innobudget, "__version__", "99.0", raising=False)
    change_manifest(report, packages={"numpy": "0.1"})
    found = verified(report)
    assert found.holds
    assert "Made with innobudget 0.1.0; this is 99.0." in found.text
    assert "Made with numpy 0.1; this is " in found.text
    assert "only the version of innobudget differs" in found.text


def test_inputs_that_were_changed_are_not_run(report: Path) -> None:
    scenario = report / "inputs" / "scenario.toml"
    scenario.write_text(scenario.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    found = verified(report)
    assert not found.holds
    assert "Not run again: the copies of the inputs" in found.text


def test_a_budget_that_was_left_out_is_asked_for_and_used(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "report"
    run(made / "town", out, inputs=False)
    found = verified(out)
    assert not found.holds
    assert "no copy of inputs/budget.xlsx (--no-inputs)" in found.text
    shutil.copy(made / "town" / "budget.xlsx", out / "inputs")
    assert verified(out).holds
    run(made / "town", out)  # the same file may take its place
    (out / "inputs" / "budget.xlsx").unlink()
    assert not verified(out).holds


@pytest.mark.parametrize(
    "again", [None, {}, {"scenarios": ["../x"], "options": {}, "left_out": {}}]
)
def test_a_manifest_that_does_not_say_how_is_not_followed(again: object, report: Path) -> None:
    change_manifest(report, again=again)
    assert "the manifest does not say how" in verified(report).text


def test_inputs_that_can_no_longer_be_read_are_told_with_the_reason(report: Path) -> None:
    again = {"scenarios": ["inputs/budget.xlsx"], "options": {}, "left_out": {}}
    change_manifest(report, again=again)
    found = verified(report)
    assert "the inputs can no longer be read" in found.text
    assert "[scenario-workbook]" in found.text


def test_a_comparison_is_verified_too(made: Path, tmp_path: Path) -> None:
    careful = made / "town" / "careful.toml"
    careful.write_text('[scenario]\nextends = "scenario.toml"\nname = "Careful"\n', "utf-8")
    options = RunOptions(**QUICK, out=tmp_path / "report")
    compare_scenarios([made / "town" / "scenario.toml", careful], options, lambda _: None)
    found = verified(tmp_path / "report")
    assert found.holds
    assert "the same comparison.json" in found.text


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError, match="no-report"):
            verified(folder)
    assert not list(tmp_path.iterdir())
