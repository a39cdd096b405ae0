"""A folder to start from, or a workbook that asks what has happened."""

import os
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError, Problem, speaking, where
from innobudget.io.budget_template import write_budget_template
from innobudget.io.output import staged_file, writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target, settle
from innobudget.io.scenario_workbook.example import template
from innobudget.io.scenario_workbook.naming import naming
from innobudget.io.scenario_workbook.questions import followup_document
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario
from innobudget.messages import say
from innobudget.workflow.convert import UNDATED, budget_of
from innobudget.workflow.dating import moment
from innobudget.workflow.options import language_of, target_fault


def new_followup(scenario: Path, target: Path, language: str | None = None) -> str:
    """Write a workbook that asks benefit owners what has happened; say what to do with it.

    Raises
    ------
    InputError
        If the scenario has faults or is a follow-up itself, or the target is no free workbook.
    OutputError
        If it cannot be written.

    """
    adopted = load_scenario(scenario)
    spoken = language_of(language, adopted.assumptions.language)
    with speaking(spoken):
        _require_new_workbook(adopted, scenario, target)
        today, horizon = moment().date(), adopted.horizon
        as_of = today if today.year in horizon else date(horizon.base_year, 12, 31)
        extends = Path(os.path.relpath(scenario.resolve(), target.resolve().parent)).as_posix()
        document = followup_document(adopted, extends, as_of)
        with staged_file(target) as staged:
            write_scenario_workbook(document, staged, created=UNDATED, language=spoken)
    done = say(
        "{target}: on the sheet {sheet} a row for each stage, start, amount and indicator by "
        "{as_of}.\n"
        "Rows without a date and an answer are passed over. Then: innobudget run {target}",
        target=target,
        sheet=naming(spoken).sheet("fact"),
        as_of=as_of,
    )
    return done(spoken)


def _require_new_workbook(adopted: Scenario, scenario: Path, target: Path) -> None:
    """Refuse a follow-up of a follow-up, and a target that is taken or no workbook."""
    found: list[Problem] = []
    if adopted.followup is not None:
        found.append(
            Problem(
                code="followup-of-followup",
                place=where(say("command line"), option="--followup"),
                found=say("{file}, which is a follow-up itself", file=scenario.name),
                expected=say("the scenario that was adopted"),
                remedy=say(
                    "name that one, or add rows to this follow-up: innobudget convert makes a "
                    "workbook of it"
                ),
            )
        )
    if target.suffix.lower() != ".xlsx":
        found.append(target_fault("FILE", target, ".xlsx"))
    with writing(target):
        taken = target.exists()
    if found or taken:
        raise InputError([*found, *([target_fault("FILE", target)] if taken else [])])


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
    require_new_folder(target)
    text = template(spoken)
    with open_report(target) as made, writing(folder):
        (made.staged / "scenario.toml").write_text(text, encoding="utf-8", newline="\n")
        write_budget_template(made.staged / "budget.xlsx", language=spoken, created=UNDATED)
        write_scenario_workbook(
            tomllib.loads(text),
            made.staged / "scenario.xlsx",
            created=UNDATED,
            language=spoken,
            budget=budget_of(made.staged / "scenario.toml"),
        )
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


def require_new_folder(target: Target) -> None:
    """Refuse a folder that something stands in, once what a killed command left is cleared away.

    Raises
    ------
    InputError
        If there is something in the folder, or it is a file.
    OutputError
        If it cannot be looked into, or another command is writing there.

    """
    folder = target.shown
    settle(target)
    with writing(folder):
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken:
        found = say("{folder}, which is not empty", folder=folder)
        expected = say("a new folder, or an empty one")
        raise InputError([replace(target_fault("DIR", folder), found=found, expected=expected)])
