"""How a budget spreadsheet is read, for people and for scripts."""

import json
from dataclasses import dataclass
from pathlib import Path

from innobudget.io.budgets import read_budget
from innobudget.io.canonical import canonical_text
from innobudget.io.mapping import read_mapping
from innobudget.io.readings import reading_document
from innobudget.io.report_folder import writing
from innobudget.report.reading import reading_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is said of a budget file."""

    text: str
    """On one screen."""
    json: str
    """The same for scripts."""
    is_budget: bool
    """False: the file needs a mapping, or is no budget."""


def read_budget_file(file: Path, *, mapping: Path | None = None, csv: Path | None = None) -> Read:
    """Read a budget spreadsheet, and write it in canonical form where that is asked for.

    Raises
    ------
    InputError
        With every fault of the file or the mapping.
    OutputError
        When the canonical form cannot be written.

    """
    reading = read_budget(file, None if mapping is None else read_mapping(mapping))
    if csv is not None and reading.budget is not None:
        with writing(csv):
            csv.write_text(canonical_text(reading.budget), encoding="utf-8", newline="")
    document = reading_document(reading)
    return Read(
        text=reading_text(reading),
        json=json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n",
        is_budget=reading.verdict == "budget",
    )
