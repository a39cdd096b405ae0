"""A scenario's document → a workbook that people fill in: one sheet per table."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, get_args

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.budget import KINDS, Side
from innobudget.domain.drivers import Correlated
from innobudget.domain.investment import Beneficiary, Gain, Mark
from innobudget.domain.scenario import Language, Sampling
from innobudget.io.scenario_file.editor_schema import field_words
from innobudget.io.scenario_file.schema import NESTED, OF_CHOICE, TABLES
from innobudget.io.scenario_workbook.cells import to_cell
from innobudget.io.scenario_workbook.example import Styles, write_example, write_value
from innobudget.io.scenario_workbook.layout import (
    EXAMPLE,
    SHEETS,
    YEAR_HEADER,
    YEAR_TABLES,
    Table,
    rows_of,
)
from innobudget.messages import say

CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "side": get_args(Side),
    "beneficiary": get_args(Beneficiary),
    "gain": get_args(Gain),
    "assumption": get_args(Mark),
    "language": get_args(Language),
    "quantity": get_args(Correlated),
    "sampling": get_args(Sampling),
    **dict.fromkeys(
        (
            "enabled",
            "disruption_budgeted",
            "certain",
            "already_in_budget",
            "passed",
            "to_date",
        ),
        ("TRUE", "FALSE"),
    ),
}
"""Columns with a list to choose from."""
PAPER_A4 = 9
ROWS_TO_FILL = 200
WIDEST = 64
"""Of a column. [characters]"""
WIDEST_PRINT = 240
"""Of columns that are printed on one page. [characters]"""
NO_SUCH = (
    say("No such investment"),
    say("The sheet investment has no entry with this id yet."),
)
"""What is said where an id is typed that is not on the sheet `investment`."""
YEAR_NOTE = say("One column for each year: the name, a blank and the year.")
CELL = {"text_wrap": True, "align": "left", "valign": "top"}
DAY = {**CELL, "num_format": "yyyy-mm-dd"}
TITLE = {"bold": True, "font_color": "#12436D", "font_size": 12}
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
    language: Language = "da" if document.get("scenario", {}).get("language") == "da" else "en"
    options = {**OPTIONS, "tmpdir": str(path.parent)}  # one disk that may be full, not two
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": created})
        styles = Styles(*(book.add_format(look) for look in (HEADER, CELL, DAY, TITLE)))
        ids = _ids(_columns("investment", rows.get("investment", [])), language)
        for name in SHEETS:
            sheet = book.add_worksheet(name)
            _write_sheet(sheet, name, (rows.get(name, []), language), styles)
            if name in NESTED:
                sheet.data_validation(1, 0, ROWS_TO_FILL, 0, ids)
        write_example(book.add_worksheet(EXAMPLE), styles, language)


def _write_sheet(
    sheet: Worksheet, name: str, told: tuple[list[Table], Language], styles: Styles
) -> None:
    rows, language = told
    columns = _columns(name, rows)
    notes = _notes(name, language)
    widths = [_width(column, rows) for column in columns]
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(ceil(sum(widths) / WIDEST_PRINT), 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, widths[number])
        sheet.write_string(0, number, column, styles.heading)
        found = YEAR_HEADER.fullmatch(column)
        note = notes.get(found[1] if found else column)
        if note:
            sheet.write_comment(0, number, note, {"x_scale": 2})
        if column in CHOICES and (name, column) != ("fact", "quantity"):
            choice = {"validate": "list", "source": list(CHOICES[column])}
            sheet.data_validation(1, number, ROWS_TO_FILL, number, choice)
    for line, row in enumerate(rows, start=1):
        for column, value in row.items():
            write_value(sheet, (line, columns.index(column)), to_cell(value), styles)


def _width(column: str, rows: list[Table]) -> int:
    told = [column, *(str(to_cell(row[column])) for row in rows if column in row)]
    return min(WIDEST, 3 + max(map(len, told)))


def _ids(columns: list[str], language: Language) -> dict[str, Any]:
    """Offer the ids of the sheet `investment`; others may be typed before they stand there."""
    column = xl_col_to_name(columns.index("id"), col_abs=True)
    return {
        "validate": "list",
        "source": f"=investment!{column}$2:{column}${ROWS_TO_FILL + 1}",
        "error_type": "warning",
        "error_title": NO_SUCH[0](language),
        "error_message": NO_SUCH[1](language),
    }


def _columns(name: str, rows: Iterable[Table]) -> list[str]:
    """Return what is filled in, years in their order, then every other key of the table."""
    filled = list(dict.fromkeys(column for row in rows for column in row))
    used = [column for first in filled for column in _years_of(first, filled)]
    first = ["investment"] if name in NESTED else ["quantity"] if name == "correlation" else []
    below = {"investment": NESTED, "choice": OF_CHOICE}.get(name, ())
    known = [key for key in _notes(name, "en") if key not in below]
    spread = {found[1] for column in used if (found := YEAR_HEADER.fullmatch(column))}
    rest = [key for key in known if key not in spread]
    return list(dict.fromkeys([*first, *used, *rest]))


def _years_of(column: str, filled: list[str]) -> list[str]:
    """Return all years of the key that a column of a year belongs to; other columns alone."""
    found = YEAR_HEADER.fullmatch(column)
    if not found:
        return [column]
    return sorted(one for one in filled if one.startswith(f"{found[1]} "))


@cache
def _notes(name: str, language: Language) -> dict[str, str]:
    """Return what each key of a table means, for the comments of its columns."""
    table = TABLES.get("benefit" if name == "correlation" else name)
    if table is None:
        return {}
    notes = {key: say(words)(language) for key, words in field_words(table).items()}
    year = YEAR_NOTE(language)
    by_year = YEAR_TABLES - ({"amount"} if name == "effect" else set())
    return {key: f"{note} {year}" if key in by_year else note for key, note in notes.items()}
