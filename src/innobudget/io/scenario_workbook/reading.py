"""A scenario workbook → the document that its TOML form would give."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from innobudget.domain.checks.places import Keys
from innobudget.errors import InputError, Problem
from innobudget.io.scenario_workbook.cells import from_cell
from innobudget.io.scenario_workbook.layout import ROW, SHEETS, Table, document_of, lines_of


def read_workbook(path: Path) -> tuple[Table, Mapping[Keys, int]]:
    """Read the tables of a workbook, and the row of each entry; other sheets are notes.

    Raises
    ------
    InputError
        If it is no workbook, or has no filled sheet `scenario`.

    """
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (BadZipFile, OSError, KeyError, ValueError):
        raise InputError([_problem(path, "no workbook that can be read")]) from None
    found = {sheet.title: list(_rows(sheet)) for sheet in book.worksheets if sheet.title in SHEETS}
    if not found.get("scenario"):
        raise InputError([_problem(path, "a workbook without a filled sheet `scenario`")])
    document = document_of(found)
    return document, lines_of(document)


def _rows(sheet: Worksheet) -> Iterator[Table]:
    """Yield the filled rows below the headers, each with its number."""
    rows = sheet.iter_rows(values_only=True)
    headers = [None if name is None else str(name).strip() for name in next(rows, ())]
    for number, row in enumerate(rows, start=2):
        cells = {
            name: value
            for name, cell in zip(headers, row, strict=False)
            if name is not None and (value := from_cell(cell)) is not None
        }
        if cells:
            yield {**cells, ROW: number}


def _problem(path: Path, found: str) -> Problem:
    return Problem(
        code="scenario-workbook",
        place=path.name,
        found=found,
        expected="a scenario workbook: sheets scenario, investment, stage, effect, …",
        remedy="start from the one that `innobudget convert` makes of a scenario.toml",
    )
