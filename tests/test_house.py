"""What the house promises of itself; `python -m tests.house` has it in numbers."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from house import SOURCE, bodies, by_folder, by_module, in_cycles, shared_classes, shared_modules

LONGEST_MODULE, LONGEST_BODY = 300, 50
"""What can be understood in one sitting, and on one screen. [lines]"""

ROOMS = ("words", "pages", "figures", "findings", "comparison", "choice", "checks", "workflow")
"""Folders that say what the modules in them are: messages, sheets, charts, sentences, commands."""
SHARED_MODULES = {
    "break_even": "declared, sought and told: one concept in three layers",
    "cells": "of a scenario workbook, and of any sheet",
    "choice": "written as a file, and told in reports",
    "choosing": "declared, and carried out",
    "columns": "of a matrix over weights; of a file, in the words that name them",
    "comparison": "declared, carried out and told",
    "facts": "declared, and read as intervals",
    "files": "opened with guards: sheets, and TOML",
    "layout": "of a budget file, a scenario workbook, a report's workbook",
    "measures": "declared, and read off the trials",
    "parts": "of a budget file taken apart; of a published page",
    "reading": "how a budget was read; what reads a file, or tells of it",
    "slips": "in a scenario file, and in any TOML file",
    "tables": "read out of budget files; shown in reports",
    "writing": "of a scenario workbook, and of a report's",
    "years": "that a scenario looks at; that columns of a file belong to",
}
"""Modules whose name several rooms have, and what keeps them apart."""
HEAVY = {"pandas", "openpyxl", "matplotlib", "scipy.special", "dask", "distributed"}
COMMANDS: dict[str, set[str]] = {
    "import innobudget.workflow.run": {"scipy.special"},
    "check {scenario}": set(),
    "run {scenario} --out out --trials 100 --no-charts --no-workbook": {"scipy.special"},
    "run {scenario} --out out --trials 100 --no-charts": {"scipy.special"},
    "run {scenario} --out out --trials 100 --threads 2": {"scipy.special"},  # another draws
}
"""Which heavy packages a command loads."""
SCENARIO = """
[scenario]
name = "Town"
base_year = 2026
horizon = 4

[[investment]]
id = "care"
benefit_factor = { uniform = [0.2, 1.2] }
outlay = { 2026 = 50 }
  [[investment.effect]]
  amount = 40
  from = 2027
"""


def test_no_module_and_no_body_is_too_long() -> None:
    paths = SOURCE.rglob("*.py")
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert [name for name, count in lines.items() if count > LONGEST_MODULE] == []
    assert [name for name, count in bodies() if count > LONGEST_BODY] == []


def test_a_class_has_a_name_of_its_own() -> None:
    assert shared_classes() == {}


def test_a_module_has_a_name_of_its_own_or_a_reason() -> None:
    shared = {
        name: [package for package in where if package.rpartition(".")[2] not in ROOMS]
        for name, where in shared_modules().items()
    }
    assert {name for name, where in shared.items() if len(where) > 1} <= set(SHARED_MODULES)


@pytest.mark.parametrize("loads", [by_module(), by_folder()], ids=["modules", "folders"])
def test_nothing_loads_what_loads_it(loads: Mapping[str, set[str]]) -> None:
    assert in_cycles(loads) == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_loads_the_heavy_packages_that_it_needs(command: str, tmp_path: Path) -> None:
    (tmp_path / "town.toml").write_text(SCENARIO, encoding="utf-8")
    words = command.format(scenario="town.toml").split()
    if words[0] == "import":
        code = command
    else:
        code = f"import sys; sys.argv[1:] = {words}\nfrom innobudget.cli import main\nmain()"
    told = f"import atexit, sys; atexit.register(lambda: print(*({HEAVY} & sys.modules.keys())))"
    run = subprocess.run(
        [sys.executable, "-c", f"{told}\n{code}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(run.stdout.split("\n")[-2].split()) == COMMANDS[command]
