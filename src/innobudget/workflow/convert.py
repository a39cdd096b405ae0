"""A scenario in its other form: TOML ↔ workbook."""

from datetime import datetime
from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.errors import InputError
from innobudget.io.extends import read_document, read_own, stated_language
from innobudget.io.output import staged_file, writing
from innobudget.io.scenario_file.shape import place, read_shape
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario
from innobudget.io.toml.text import toml_document
from innobudget.messages import say
from innobudget.workflow.options import language_of, target_fault

UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's property, which has no time zone
"""Written into every scenario workbook, so that the same scenario gives the same bytes."""
FORMS = {".toml": ".xlsx", ".xlsx": ".toml"}


def convert_file(source: Path, target: Path, language: str | None = None) -> str:
    """Write a scenario in its other form; return what was done in a sentence.

    Values are the same in both forms; comments and the order of keys belong to one file.

    Raises
    ------
    InputError
        If the source is no valid scenario, or the target exists or has no form.
    OutputError
        If the target cannot be written.

    """
    whole = read_document(source).root
    spoken = language_of(language, stated_language(whole))
    faults = read_shape(whole).faults
    if faults:
        raise InputError([place(whole, fault) for fault in faults]).about(spoken)
    wanted = FORMS[source.suffix.lower()]
    if target.suffix.lower() != wanted:
        raise InputError([target_fault("OUT", target, wanted)])
    with writing(target):
        taken = target.exists()
    if taken:
        raise InputError([target_fault("OUT", target)])
    document = read_own(source).plain()
    with staged_file(target) as staged:
        if wanted == ".xlsx":
            budget = budget_of(source)
            write_scenario_workbook(
                document, staged, created=UNDATED, language=spoken, budget=budget
            )
        else:
            staged.write_text(toml_document(document), encoding="utf-8", newline="\n")
    done = say(
        "{target}: the scenario of {source}; its comments stay where they are.",
        target=target,
        source=source,
    )
    return done(spoken)


def budget_of(scenario: Path) -> Budget | None:
    """Return the budget whose lines a form can offer; None: there is none that can be read."""
    try:
        return load_scenario(scenario).budget
    except InputError:  # told when the scenario is run; a form can be filled in without
        return None
