"""A scenario workbook → the document that its TOML form would give."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from innobudget.domain.checks.places import Keys
from innobudget.errors import InputError, Problem, where
from innobudget.io.contents import content_of
from innobudget.io.scenario_workbook.cells import from_cell
from innobudget.io.scenario_workbook.layout import (
    PLACE,
    SHEETS,
    RowPlace,
    Table,
    document_of,
    spots_of,
)
from innobudget.io.scenario_workbook.questions import is_question
from innobudget.io.scenario_workbook.structure import structure_faults
from innobudget.io.sheets import column_letters
from innobudget.io.sheets.apart import Read, read_values
from innobudget.io.sheets.refusals import refusing
from innobudget.io.sheets.scanning import ZIP, Beneath, scan_workbook
from innobudget.io.toml.places import Spot
from innobudget.messages import say

EXPECTED = say("a scenario workbook: sheets scenario, investment, stage, effect, …")
MOST_BYTES = 20_000_000
"""Of a workbook that people fill in: the largest example has a thousandth of it."""


def read_workbook(path: Path) -> tuple[Table, Mapping[Keys, Spot]]:
    """Read the tables of a workbook, and where each value stands; other sheets are notes.

    Raises
    ------
    InputError
        If it is damaged, larger than any scenario, no scenario workbook, or has cells that are
        errors or formulas without a value.

    """
    content = content_of(path, expected=EXPECTED, most=MOST_BYTES)
    if not content.startswith(ZIP):
        raise InputError([_problem(path, say("no workbook that can be read"))])
    with refusing(path.name):
        scanned = scan_workbook(path.name, content)
        sheets = read_values(path.name, content, "openpyxl")
    known = [sheet for sheet in sheets if sheet.name in SHEETS and sheet.rows]
    bad = [fault for sheet in known for fault in _bad_cells(path, sheet.name, scanned)]
    bad += structure_faults(path.name, [sheet for sheet in sheets if sheet.rows])
    if bad:
        raise InputError(bad)
    found = {
        sheet.name: [row for row in _rows(sheet) if not is_question(sheet.name, row)]
        for sheet in known
    }
    if not found.get("scenario"):
        raise InputError([_problem(path, say("a workbook without a filled sheet `scenario`"))])
    document = document_of(found)
    spots = spots_of(document)
    return document, spots


def _rows(sheet: Read) -> Iterator[Table]:
    """Yield the filled rows below the headers, each with its place."""
    first = sheet.rows[0] if sheet.rows else ()
    headers = [None if name is None else str(name).strip() for name in first]
    columns = {name: column for column, name in reversed([*enumerate(headers)]) if name}
    for row, values in enumerate(sheet.rows[1:], start=1):
        cells = {
            name: value
            for name, cell in zip(headers, values, strict=False)
            if name and (value := from_cell(cell)) is not None
        }
        if cells:
            yield {**cells, PLACE: RowPlace(sheet=sheet.name, row=row, columns=columns)}


def _bad_cells(path: Path, sheet: str, scanned: Mapping[str, Beneath]) -> Iterator[Problem]:
    for (row, column), found in sorted(scanned.get(sheet, Beneath()).faults.items()):
        unsaved = found.startswith("a formula")
        cell = f"{column_letters(column)}{row + 1}"
        yield Problem(
            code="formula-not-computed" if unsaved else "cell-is-error",
            place=where(path.name, sheet=sheet, cell=cell),
            found=found,
            expected=say("a value, or an empty cell"),
            remedy=say("open the file in Excel, recalculate and save it")
            if unsaved
            else say("correct the formula, or write the value"),
        )


def _problem(path: Path, found: str) -> Problem:
    return Problem(
        code="scenario-workbook",
        place=path.name,
        found=found,
        expected=EXPECTED,
        remedy=say("start from the one that `innobudget convert` makes of a scenario.toml"),
    )
