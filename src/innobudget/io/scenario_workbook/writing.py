"""A scenario's document → a workbook that people fill in: one sheet per table."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, get_args

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.budget import KINDS
from innobudget.domain.drivers import Correlated
from innobudget.domain.investment import Beneficiary, Gain, Mark
from innobudget.domain.scenario import Language
from innobudget.io.scenario_file.editor_schema import field_words
from innobudget.io.scenario_file.schema import TABLES
from innobudget.io.scenario_workbook.cells import to_cell
from innobudget.io.scenario_workbook.layout import (
    NESTED,
    SHEETS,
    YEAR_HEADER,
    YEAR_TABLES,
    Table,
    rows_of,
)

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "beneficiary": get_args(Beneficiary),
    "gain": get_args(Gain),
    "assumption": get_args(Mark),
    "language": get_args(Language),
    "quantity": get_args(Correlated),
    **dict.fromkeys(
        ("enabled", "disruption_budgeted", "certain", "already_in_budget"), ("TRUE", "FALSE")
    ),
}
"""Columns with a list to choose from."""
ROWS_TO_FILL = 200
YEAR_NOTE = "One column for each year: the name, a blank and the year."
HEADER = {"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "text_wrap": True}
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_scenario_workbook(document: Mapping[str, Any], path: Path, *, created: datetime) -> None:
    """Write a scenario workbook; reading it gives the document again.

    Parameters
    ----------
    document
        As `tomllib` reads a scenario file.
    path
        The file, written anew.
    created
        Written into the file's properties.

    """
    rows = rows_of(document)
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        book.set_properties({"created": created})
        style = book.add_format(HEADER)
        for name in SHEETS:
            _write_sheet(book.add_worksheet(name), name, rows.get(name, []), style)


def _write_sheet(sheet: Worksheet, name: str, rows: list[Table], style: Format) -> None:
    columns = _columns(name, rows)
    notes = _notes(name)
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, max(12, min(40, len(column) + 4)))
        sheet.write_string(0, number, column, style)
        found = YEAR_HEADER.fullmatch(column)
        note = notes.get(found[1] if found else column)
        if note:
            sheet.write_comment(0, number, note, {"x_scale": 2})
        if column in CHOICES:
            choice = {"validate": "list", "source": list(CHOICES[column])}
            sheet.data_validation(1, number, ROWS_TO_FILL, number, choice)
    for line, row in enumerate(rows, start=1):
        for column, value in row.items():
            cell = to_cell(value)
            at = (line, columns.index(column))
            if isinstance(cell, bool):
                sheet.write_boolean(*at, cell)
            elif isinstance(cell, str):
                sheet.write_string(*at, cell)
            else:
                sheet.write_number(*at, cell)


def _columns(name: str, rows: Iterable[Table]) -> list[str]:
    """Return what is filled in, then every other key that the table knows."""
    used = list(dict.fromkeys(column for row in rows for column in row))
    first = ["investment"] if name in NESTED else ["quantity"] if name == "correlation" else []
    known = [key for key in _notes(name) if key not in {"stage", "effect", "quality"}]
    spread = {found[1] for column in used if (found := YEAR_HEADER.fullmatch(column))}
    rest = [key for key in known if key not in spread]
    return list(dict.fromkeys([*first, *used, *rest]))


@cache
def _notes(name: str) -> dict[str, str]:
    """Return what each key of a table means, for the comments of its columns."""
    table = TABLES.get("benefit" if name == "correlation" else name)
    if table is None:
        return {}
    return {
        key: f"{said} {YEAR_NOTE}" if key in YEAR_TABLES else said
        for key, said in field_words(table).items()
    }
