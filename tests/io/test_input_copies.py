"""What a report was made from can be run from the copies, wherever they are taken."""

import shutil
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from innobudget.domain.scenario import Scenario
from innobudget.io.input_copies import InputCopies, copy_inputs
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario

BUDGET = "line,name,area,kind,2026,2027\n5.30,Care,Elderly,operating,1000,1000\n"
BASE = """
[scenario]
name = "Town"
base_year = 2026
horizon = 4

[budget]
file = "{budget}"{mapping}

[[investment]]
id = "care"
outlay = {{ 2026 = 5 }}
effect = [{{ line = "5.30", share = 0.1, from = 2027 }}]
"""
CHILD = '# the careful one\n[scenario]\nname = "Careful" # name\nextends = "{base}"\n'
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a file's property, which has no time zone


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def as_workbook(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_scenario_workbook(tomllib.loads(text), path, created=CREATED)
    return path


def copied(folder: Path, *files: Path, budgets: bool = True) -> tuple[InputCopies, list[Scenario]]:
    """Copy scenarios and read them from the copies, with all that they were read from gone."""
    scenarios = [load_scenario(file) for file in files]
    found = copy_inputs(scenarios, folder / "report", budgets=budgets)
    shutil.move(folder / "report", folder / "elsewhere" / "report")
    shutil.rmtree(folder / "town")
    if not budgets:
        return found, scenarios
    again = [load_scenario(folder / "elsewhere" / "report" / name) for name in found.scenarios]
    for one, other in zip(scenarios, again, strict=True):
        assert one.investments == other.investments
        assert one.budget is not None
        assert other.budget is not None
        assert one.budget.lines == other.budget.lines
        assert one.doubts == other.doubts
    return found, again


def test_files_keep_their_places_relative_to_each_other_and_every_byte(tmp_path: Path) -> None:
    town = tmp_path / "town"
    written(town / "data" / "budget.csv", BUDGET)
    written(town / "data" / "mapping.toml", "header_row = 1\n")
    mapping = '\nmapping = "../data/mapping.toml"'
    text = BASE.format(budget="../data/budget.csv", mapping=mapping)
    base = written(town / "scenarios" / "base.toml", text)
    text = CHILD.format(base="../base.toml")
    child = written(town / "scenarios" / "x" / "careful.toml", text)
    found, _ = copied(tmp_path, base, child)
    assert found.scenarios == (
        "inputs/scenarios/base.toml",
        "inputs/scenarios/x/careful.toml",
    )
    assert set(found.files) == {
        *found.scenarios,
        "inputs/data/budget.csv",
        "inputs/data/mapping.toml",
    }
    report = tmp_path / "elsewhere" / "report"
    assert (report / found.scenarios[1]).read_text(encoding="utf-8") == text
    assert (report / "inputs/data/budget.csv").read_text(encoding="utf-8") == BUDGET


@pytest.mark.parametrize("form", [".toml", ".xlsx"])
def test_paths_that_lead_out_of_the_copies_are_written_anew(form: str, tmp_path: Path) -> None:
    town = tmp_path / "town"
    budget = written(town / "share & more" / "budget.csv", BUDGET)
    write = written if form == ".toml" else as_workbook
    base = write(town / "base" / f"base{form}", BASE.format(budget=budget.as_posix(), mapping=""))
    text = CHILD.format(base=base.as_posix())
    child = write(town / "mine" / f"careful{form}", text)
    found, _ = copied(tmp_path, child)
    assert found.scenarios == (f"inputs/careful{form}",)
    assert set(found.files) == {
        *found.scenarios,
        f"inputs/elsewhere/base{form}",
        "inputs/elsewhere-2/budget.csv",
    }
    if form == ".toml":
        copy = (tmp_path / "elsewhere/report/inputs/careful.toml").read_text(encoding="utf-8")
        assert copy == text.replace(base.as_posix(), "elsewhere/base.toml")


def test_a_path_through_a_link_leads_to_its_copy(tmp_path: Path) -> None:
    town = tmp_path / "town"
    written(town / "far" / "away" / "budget.csv", BUDGET)
    (town / "near").symlink_to(town / "far" / "away", target_is_directory=True)
    base = written(town / "base.toml", BASE.format(budget="near/budget.csv", mapping=""))
    assert set(copied(tmp_path, base)[0].files) == {"inputs/base.toml", "inputs/near/budget.csv"}


def test_a_budget_file_may_be_left_out(tmp_path: Path) -> None:
    town = tmp_path / "town"
    written(town / "budget.csv", BUDGET)
    base = written(town / "base.toml", BASE.format(budget="budget.csv", mapping=""))
    found, _ = copied(tmp_path, base, budgets=False)
    assert found.files == ("inputs/base.toml",)
    assert list(found.left_out) == ["inputs/budget.csv"]
    assert not list(tmp_path.rglob("budget.csv"))


def test_a_scenario_that_was_built_in_code_has_no_files(tmp_path: Path) -> None:
    town = tmp_path / "town"
    written(town / "budget.csv", BUDGET)
    base = written(town / "base.toml", BASE.format(budget="budget.csv", mapping=""))
    built = Scenario(assumptions=load_scenario(base).assumptions)
    assert copy_inputs([built], tmp_path, budgets=True).files == ()
