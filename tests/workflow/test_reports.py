"""The record of a report names every input file."""

from pathlib import Path

from conftest import a_scenario
from innobudget.domain.scenario import Scenario
from innobudget.io.output import digest
from innobudget.workflow.reports import run_record


def reading(*files: Path) -> Scenario:
    return a_scenario(files=files)


def written(folder: Path, name: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(name, encoding="utf-8")
    return file


def test_inputs_are_called_by_their_names(tmp_path: Path) -> None:
    scenario, budget = written(tmp_path, "careful.toml"), written(tmp_path, "data/budget.csv")
    found = run_record([reading(scenario, budget), reading(scenario)]).inputs
    assert found == {"careful.toml": digest(scenario), "budget.csv": digest(budget)}


def test_inputs_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """A scenario may build on a file of its own name."""
    files = [written(tmp_path, f"{folder}/town/scenario.toml") for folder in ("new", "old")]
    found = run_record([reading(*files)]).inputs
    assert found == {f"{file.parts[-3]}/town/scenario.toml": digest(file) for file in files}


def test_what_is_built_in_code_has_no_inputs() -> None:
    assert run_record([reading()]).inputs == {}
