"""A scenario's document → a workbook that people fill in: one sheet per table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.budget import Budget
from innobudget.domain.investment import UNCERTAIN
from innobudget.domain.scenario import Language
from innobudget.io.scenario_file.editor_schema import field_words
from innobudget.io.scenario_file.merging import SINGLE_STAGE
from innobudget.io.scenario_file.schema import TABLES
from innobudget.io.scenario_workbook.cells import to_cell
from innobudget.io.scenario_workbook.columns import FormColumn, columns_of
from innobudget.io.scenario_workbook.example import Styles, write_example, write_value
from innobudget.io.scenario_workbook.filled import column_named, explanation
from innobudget.io.scenario_workbook.layout import EXAMPLE, LISTS, OFTEN, SHEETS, Table, rows_of
from innobudget.io.scenario_workbook.lists import (
    NO_SUCH,
    OWNERS,
    ROWS_TO_FILL,
    ids_of,
    offered,
    write_lists,
)
from innobudget.io.scenario_workbook.naming import Naming, naming
from innobudget.io.scenario_workbook.ranges import SHEET
from innobudget.messages import say

FIRST_ROW = 2
"""Below the headings and the row that explains them."""
YEARS_AHEAD = 4
"""For which a table by year has columns: the budget period."""
OUTCOMES = 3
"""Of a choice, for which there are columns unless it has more."""
SELDOM: Mapping[str, frozenset[str]] = {
    "scenario": frozenset({"format"}),
    "budget": frozenset(
        {"encoding", "delimiter", "last_row", "columns", "year", "base_year", "decimal", "missing"}
        | {"keep", "leave_out", "total_rows", "direction", "totals", "nesting", "seen"}
        | {"price_index"}
    ),
    "investment": UNCERTAIN | SINGLE_STAGE | {"rebooked", "owner_estimate"},
}
"""Columns that are there only where something stands in them: another sheet or file has a place."""
PAPER_A4 = 9
WIDEST = 64
"""Of a column. [characters]"""
WIDEST_PRINT = 240
"""Of columns that are printed on one page. [characters]"""
YEAR_NOTE = say("One column for each year: the name, a blank and the year.")
CELL = {"text_wrap": True, "align": "left", "valign": "top"}
WORDS = {**CELL, "num_format": "@"}
DAY = {**CELL, "num_format": "yyyy-mm-dd"}
TITLE = {"bold": True, "font_color": "#12436D", "font_size": 12}
HEADER = {"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "text_wrap": True}
EXPLAINS = {"italic": True, "font_color": "#595959", "bg_color": "#EAF1F7", "text_wrap": True}
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """What all sheets of one workbook are written with."""

    names: Naming
    """What everything is called."""
    language: Language
    """In which it is explained."""
    styles: Styles
    """How cells look."""
    known: tuple[Mapping[str, str], Mapping[int, int]]
    """Cells with the ids of investments and drivers; how many lines and areas are listed."""


def write_scenario_workbook(
    document: Mapping[str, Any],
    path: Path,
    *,
    created: datetime,
    language: str | None = None,
    budget: Budget | None = None,
) -> None:
    """Write a scenario workbook; reading it gives the document again.

    Parameters
    ----------
    document
        As `tomllib` reads a scenario file.
    path
        The file, written anew.
    created
        Written into the file's properties.
    language
        Of headings, lists and explanations; absent: the scenario's.
    budget
        Whose lines and areas are offered; absent: any may be typed.

    """
    rows = rows_of(document)
    stated = language or document.get("scenario", {}).get("language")
    spoken: Language = "da" if stated == "da" else "en"
    names = naming(spoken)
    years = _period(document)
    columns = {name: _columns(name, rows.get(name, []), years) for name in SHEETS}
    options = {**OPTIONS, "tmpdir": str(path.parent)}  # one disk that may be full, not two
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"created": created, "title": "innobudget"})
        looks = (HEADER, EXPLAINS, CELL, WORDS, DAY, TITLE)
        styles = Styles(*(book.add_format(look) for look in looks))
        guide = book.add_worksheet(names.sheet(EXAMPLE))
        sheets = {name: book.add_worksheet(names.sheet(name)) for name in SHEETS}
        lists = book.add_worksheet(names.sheet(LISTS))
        ids = {kind: ids_of(kind, columns[kind], names, FIRST_ROW) for kind in OWNERS}
        counts = write_lists(lists, budget, spoken)
        if budget is None:
            lists.hide()
        form = _Form(names=names, language=spoken, styles=styles, known=(ids, counts))
        for name, sheet in sheets.items():
            _write_sheet(sheet, name, (columns[name], rows.get(name, [])), form)
        write_example(guide, styles, spoken)
        sheets["scenario"].activate()


def _write_sheet(
    sheet: Worksheet, name: str, told: tuple[list[str], list[Table]], form: _Form
) -> None:
    columns, rows = told
    widths = [_width(name, column, rows, form) for column in columns]
    _set_up(sheet, widths)
    if not rows and name not in OFTEN:
        sheet.hide()
    for number, column in enumerate(columns):
        found = column_named(name, column)
        is_text = found is not None and found.kind in {"text", "texts"}
        styles = form.styles
        sheet.set_column(number, number, widths[number], styles.words if is_text else None)
        sheet.write_string(0, number, form.names.heading(name, column), styles.heading)
        sheet.write_string(1, number, explanation(found, number, form.language), styles.explains)
        note = _notes(name, form.language).get(column.split(" ")[0])
        if note:
            sheet.write_comment(0, number, note, {"x_scale": 2})
        choice = offered(name, column, form.names, form.known)
        if choice:
            title, message = (words(form.language) for words in NO_SUCH)
            choice |= {"error_title": title, "error_message": message}
            last = FIRST_ROW + ROWS_TO_FILL - 1
            sheet.data_validation(FIRST_ROW, number, last, number, choice)
    for line, row in enumerate(rows, start=FIRST_ROW):
        for column, value in row.items():
            cell = to_cell(value, column_named(name, column), form.names, form.language)
            write_value(sheet, (line, columns.index(column)), cell, form.styles)


def _set_up(sheet: Worksheet, widths: list[int]) -> None:
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.set_landscape()
    sheet.set_paper(PAPER_A4)
    sheet.fit_to_pages(ceil(sum(widths) / WIDEST_PRINT), 0)
    sheet.repeat_rows(0, FIRST_ROW - 1)
    sheet.repeat_columns(0)


def _width(name: str, column: str, rows: list[Table], form: _Form) -> int:
    found = column_named(name, column)
    cells = (to_cell(row[column], found, form.names) for row in rows if column in row)
    told = [form.names.heading(name, column), explanation(found, 0, form.language)]
    told += map(str, cells)
    return min(WIDEST, max(12, 3 + max(map(len, told))))


def _period(document: Mapping[str, Any]) -> list[int]:
    """Return the years of the budget period; none where the document does not say them."""
    scenario = document.get("scenario", {})
    first, years = scenario.get("base_year"), scenario.get("horizon", YEARS_AHEAD)
    if type(first) is not int or type(years) is not int:
        return []
    return [*range(first, first + min(years, YEARS_AHEAD))]


def _columns(name: str, rows: Iterable[Table], years: list[int]) -> list[str]:
    """Return the columns: owner first, then as the table declares them, years in their order."""
    filled = list(dict.fromkeys(column for row in rows for column in row))
    found: list[str] = []
    for key, column in columns_of(name).items():
        own = [one for one in filled if one.split(" ")[0] == key]
        wanted = [] if key in SELDOM.get(name, ()) else _wanted(name, key, column, years)
        found += sorted({*own, *wanted}, key=lambda one: _order(one, column))
    found += [one for one in filled if one not in found]
    if name != SHEET:
        return found
    pairs = [one for one in found if " " in one]  # value 1, probability 1, value 2, …
    alone = [one for one in found if " " not in one]
    return [*alone, *sorted(pairs, key=lambda one: int(one.split(" ")[1]))]


def _wanted(name: str, key: str, column: FormColumn, years: list[int]) -> list[str]:
    if name == SHEET and column.kind == "table":
        return [f"{key} {number}" for number in range(1, OUTCOMES + 1)]
    if column.kind != "table":
        return [key]
    if column.below is not None:
        return [f"{key} {inner}" for inner in column.below]
    return [f"{key} {year}" for year in years] or [key]


def _order(column: str, found: FormColumn) -> tuple[int, str]:
    """Sort what stands below a key: names as declared, years and numbers as they count."""
    inner = column.partition(" ")[2]
    places = list(found.below or ())
    if inner in places:
        return places.index(inner), inner
    return (int(inner) if inner.isdecimal() else 0), inner


@cache
def _notes(name: str, language: Language) -> dict[str, str]:
    """Return what each key of a table means, for the comments of its columns."""
    table = TABLES.get("benefit" if name == "correlation" else name)
    if table is None:
        return {}
    notes = {key: say(words)(language) for key, words in field_words(table).items()}
    by_year = {key for key, column in columns_of(name).items() if column.kind == "table"}
    year = YEAR_NOTE(language)
    return {key: f"{note} {year}" if key in by_year else note for key, note in notes.items()}
