"""How a budget spreadsheet is read, for people and for scripts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from innobudget.domain.scenario import Language
from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.canonical import begins_canonical, canonical_text
from innobudget.io.documents import reading_document, refused_document
from innobudget.io.mapping import read_mapping
from innobudget.io.mapping_text import mapping_text
from innobudget.io.output import staged_file, undisturbed, writing
from innobudget.report.reading import reading_text
from innobudget.workflow.options import taken


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetAnswer:
    """What is said of a budget file."""

    text: str
    """On one screen."""
    json: str
    """The same for scripts."""
    is_budget: bool
    """False: the file needs a mapping, or is no budget."""


def read_budget_file(
    file: Path,
    *,
    mapping: Path | None = None,
    csv: Path | None = None,
    write_mapping: Path | None = None,
    language: Language = "en",
) -> BudgetAnswer:
    """Read a budget spreadsheet, and write what is asked for.

    Parameters
    ----------
    file
        The spreadsheet.
    mapping
        What the user says about it.
    csv
        Where the budget is written in canonical form, if it is one.
    write_mapping
        Where a mapping is written that says what was understood, with the proposed answer
        where the file leaves a question.
    language
        Of what is said.

    Raises
    ------
    InputError
        With every fault of the file or the mapping, and where what is to be written would
        replace a file that holds something else.
    OutputError
        When what is asked for cannot be written.

    """
    _require_free(file, csv=csv, write_mapping=write_mapping)
    given = None if mapping is None else read_mapping(mapping)
    reading = read_budget(file, given)
    read = BudgetAnswer(
        text=reading_text(reading, language),
        json=_json(reading_document(reading)),
        is_budget=reading.verdict == "budget",
    )
    with undisturbed():  # both files, or neither
        if write_mapping is not None:
            with staged_file(write_mapping) as staged:
                text = mapping_text(reading, given, language)
                staged.write_text(text, encoding="utf-8", newline="")
        if csv is not None and reading.budget is not None:
            with staged_file(csv) as staged:
                staged.write_text(canonical_text(reading.budget), encoding="utf-8", newline="")
    return read


def refused_json(file: Path, error: InputError) -> str:
    """Return, for scripts, that a file is refused and why."""
    return _json(refused_document(file.name, error.problems))


def _json(document: Mapping[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _require_free(file: Path, *, csv: Path | None, write_mapping: Path | None) -> None:
    """Refuse to write over anything but an earlier canonical form of another file."""
    faults = []
    if write_mapping is not None and _is_taken(write_mapping):
        faults.append(taken("--write-mapping", write_mapping))
    if csv is not None and _is_taken(csv):
        with writing(csv):
            own = not _is_same(csv, file) and begins_canonical(csv)
        faults += [] if own else [taken("--csv", csv)]
    elif csv is not None and write_mapping is not None and _is_same(csv, write_mapping):
        faults.append(taken("--csv", csv))
    if faults:
        raise InputError(faults)


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two names lead to one place; links in a circle lead nowhere, and end here."""
    return realpath(one) == realpath(other)


def _is_taken(target: Path) -> bool:
    with writing(target):
        return target.is_file()
