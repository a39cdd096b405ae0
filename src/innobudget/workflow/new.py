"""A folder to start from."""

import tomllib
from pathlib import Path

from innobudget.errors import InputError, Problem
from innobudget.io.budget_template import write_budget_template
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target, settle
from innobudget.io.scenario_workbook.example import template
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.workflow.convert import UNDATED


def new_folder(folder: Path) -> str:
    """Write a commented scenario, its workbook form and a budget; say what to do with them.

    Raises
    ------
    InputError
        If there is something in the folder, or it is a file.
    OutputError
        If it cannot be written.

    """
    target = Target.folder(folder)
    settle(target)
    with writing(folder):
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken:
        raise InputError(
            [
                Problem(
                    code="target-exists",
                    place="command line, DIR",
                    found=f"{folder}, which is not empty",
                    expected="a new folder, or an empty one",
                    remedy="choose another name",
                )
            ]
        )
    text = template()
    with open_report(target) as made, writing(folder):
        (made.staged / "scenario.toml").write_text(text, encoding="utf-8", newline="\n")
        scenario = tomllib.loads(text)
        write_scenario_workbook(scenario, made.staged / "scenario.xlsx", created=UNDATED)
        write_budget_template(made.staged / "budget.xlsx", created=UNDATED)
        made.finish()
    return (
        f"{folder}: scenario.toml, the same as scenario.xlsx, and budget.xlsx.\n"
        f"Fill in one of the two scenarios, then: innobudget run {folder / 'scenario.toml'}\n"
        f"or, from the workbook: innobudget run {folder / 'scenario.xlsx'}"
    )
