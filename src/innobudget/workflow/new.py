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
from innobudget.messages import linked, say
from innobudget.workflow.convert import UNDATED
from innobudget.workflow.options import language_of


def new_folder(folder: Path, language: str | None = None) -> str:
    """Write a commented scenario, its workbook form and a budget; say what to do with them.

    Raises
    ------
    InputError
        If there is something in the folder, or it is a file.
    OutputError
        If it cannot be written.

    """
    spoken = language_of(language)
    target = Target.folder(folder)
    settle(target)
    with writing(folder):
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken:
        raise InputError(
            [
                Problem(
                    code="target-exists",
                    place=linked(", ", (say("command line"), "DIR")),
                    found=say("{folder}, which is not empty", folder=folder),
                    expected=say("a new folder, or an empty one"),
                    remedy=say("choose another name"),
                )
            ]
        )
    text = template(spoken)
    with open_report(target) as made, writing(folder):
        (made.staged / "scenario.toml").write_text(text, encoding="utf-8", newline="\n")
        scenario = tomllib.loads(text)
        write_scenario_workbook(scenario, made.staged / "scenario.xlsx", created=UNDATED)
        write_budget_template(made.staged / "budget.xlsx", language=spoken, created=UNDATED)
        made.finish()
    done = say(
        "{folder}: scenario.toml, the same as scenario.xlsx, and budget.xlsx.\n"
        "Fill in one of the two scenarios, then: innobudget run {scenario}\n"
        "or, from the workbook: innobudget run {workbook}",
        folder=folder,
        scenario=folder / "scenario.toml",
        workbook=folder / "scenario.xlsx",
    )
    return done(spoken)
