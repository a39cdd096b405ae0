"""The year turns: the scenario of the next budget from this one and its facts."""

import os
from collections.abc import Iterator
from pathlib import Path

from innobudget.domain.checks.values import year_within
from innobudget.domain.scenario import Horizon, Scenario
from innobudget.domain.succession import seen_from
from innobudget.engine.measures.following import facts_told
from innobudget.errors import InputError, Problem, describe, speaking, where
from innobudget.io.contents import is_there, missing_file
from innobudget.io.extends import read_document
from innobudget.io.output import staged_file, writing
from innobudget.io.rolling import Rolling
from innobudget.io.scenario_file.merging import Document
from innobudget.io.scenarios import load_scenario
from innobudget.io.toml.text import toml_document
from innobudget.messages import linked, say
from innobudget.workflow.options import language_of, target_fault

TO_MEND = frozenset({"no-such-line", "no-line-of-side", "outlay-line"})
"""What the next budget's lines may no longer fit: written, and told."""


def roll_scenario(
    source: Path, target: Path, *, base_year: int, budget: Path, language: str | None = None
) -> str:
    """Write the scenario of a later budget; say what was done, and what fits no line any more.

    Raises
    ------
    InputError
        With every fault of the scenario, of what is asked, and of the budget.
    OutputError
        If the file cannot be written.

    """
    own = load_scenario(source)
    spoken = language_of(language, own.assumptions.language)
    with speaking(spoken):
        document = read_document(source)
        faults = list(_faults(own, document, target, base_year=base_year, budget=budget))
        if faults:
            raise InputError(faults)
        rolling = Rolling(
            later=seen_from(own, facts_told(own), Horizon(base_year, own.horizon.length)),
            name=f"{own.origin.assumptions.name}, budget {base_year}",
            unit=next(iter(document.units.values()), 1.0),
        )
        to_mend = _written(rolling, document, target, budget)
        done = say(
            "{target}: the scenario of the budget of {year}. What facts have left of the ranges "
            "stands in it; what was to be spent before {year} does not.\n"
            "The budget file counts as one that already has the bookings; amounts are in prices "
            "of {level}.\n"
            "{next}",
            target=target,
            year=base_year,
            level=own.assumptions.price_level or own.horizon.base_year,
            next=linked("\n", [say("To mend before it runs:"), describe(to_mend, spoken)])
            if to_mend
            else say("Then: innobudget check {target}", target=target),
        )
    return done(spoken)


def _faults(
    own: Scenario, document: Document, target: Path, *, base_year: int, budget: Path
) -> Iterator[Problem]:
    first, followup = own.horizon.base_year + 1, own.followup
    last = min(first if followup is None else followup.as_of.year + 1, own.horizon.last_year)
    line = say("command line")
    if not first <= base_year <= max(first, last):
        yield Problem(
            code="roll-year",
            place=where(line, option="--base-year"),
            found=f"{base_year}",
            expected=year_within(first, max(first, last)),
            remedy=say("follow up the years before it first, or name another year"),
        )
    if len(set(document.units.values())) > 1:
        yield Problem(
            code="roll-units",
            place=own.source,
            found=say("files in several units"),
            expected=say("one unit in the scenario and all that it builds on"),
            remedy=say("write the follow-up's amounts in the unit of the adopted scenario"),
        )
    if not is_there(budget):
        yield missing_file(budget, place=where(line, option="--budget"), written=str(budget))
    with writing(target):
        taken = target.exists()
    if taken or target.suffix.lower() != ".toml":
        yield target_fault("--out", target, None if taken else ".toml")


def _written(rolling: Rolling, document: Document, target: Path, budget: Path) -> list[Problem]:
    """Write the scenario where nothing but its lines is to be mended; return what is."""
    files = {"file": budget}
    mapping = document.root.at(("budget", "mapping"))
    if mapping is not None:
        files["mapping"] = mapping.file.parent / str(mapping.value)
    whole, folder = document.root.plain(), target.resolve().parent
    found: list[Problem] = []
    with staged_file(target) as staged:
        absolute = {key: file.resolve().as_posix() for key, file in files.items()}
        text = toml_document(rolling.document(whole, absolute))
        staged.write_text(text, encoding="utf-8", newline="\n")
        try:
            load_scenario(staged)
        except InputError as error:
            found = [*error.problems]
        if any(problem.code not in TO_MEND for problem in found):
            raise InputError(found)
        relative = {
            key: Path(os.path.relpath(file.resolve(), folder)).as_posix()
            for key, file in files.items()
        }
        text = toml_document(rolling.document(whole, relative))
        staged.write_text(text, encoding="utf-8", newline="\n")
    return found
