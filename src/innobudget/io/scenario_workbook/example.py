"""A filled-in sheet beside the tables: what an entry looks like, and how ranges are written."""

import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.scenario import Language
from innobudget.io.scenario_workbook.cells import to_cell
from innobudget.io.scenario_workbook.layout import SHEETS, Table, rows_of
from innobudget.messages import said, say

TOLD = (
    say("This sheet is an example to look at; it is not read. Fill in the other sheets."),
    say("One sheet per table, one row per entry. What is left blank has its default."),
    say("Comments on the headings say what each column is."),
    say(
        "A stage, an effect and a quality indicator belong to the investment whose id stands first."
    ),
    say("A column for each year: the name, a blank and the year, as in `outlay 2026`."),
)
DISTRIBUTIONS = (
    ("1.2", say("certain")),
    ("{ uniform = [0.8, 1.2] }", say("anything between two limits, all equally likely")),
    ("{ triangular = [0.8, 1.0, 1.5] }", say("lowest, most likely, highest")),
    ("{ pert = [0.8, 1.0, 1.5] }", say("the same, with less weight on the ends")),
    ("{ normal = [1.0, 0.2] }", say("mean and standard deviation; min and max may be added")),
    (
        "{ lognormal = [1.0, 0.2] }",
        say("mean and standard deviation of what is never below 0"),
    ),
    (
        "{ p10 = 0.5, p50 = 0.8, p90 = 1.1 }",
        say("1, 5 and 9 in 10 futures lie below these; min and max may be added"),
    ),
    ("{ choice = [[0, 0.6], [1, 0.4]] }", say("one of some values, each with its probability")),
)
"""How a cell says how uncertain a factor or a delay is, and what it means."""
UNCERTAIN = say("How uncertain a factor or a delay is")
WRITTEN, MEANING, SHEET = say("written"), say("meaning"), say("sheet")
WIDTH = 34


def template(language: str) -> str:
    """Return the scenario that people start from, as TOML; in English where there is no other."""
    folder = files("innobudget.io")
    own = folder.joinpath(f"template.{language}.toml")
    return (own if own.is_file() else folder.joinpath("template.toml")).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Styles:
    """How the cells of a scenario workbook look."""

    heading: Format
    """A column's name."""
    cell: Format
    """What is typed."""
    day: Format
    """A date that is typed."""
    title: Format
    """A table's name on the example sheet."""


def write_example(sheet: Worksheet, styles: Styles, language: Language) -> None:
    """Lay out the template's tables below each other, then the forms of a range."""
    sheet.set_column(0, 30, WIDTH)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    line = 0
    for words in TOLD:
        sheet.write_string(line, 0, words(language))
        line += 1
    rows = rows_of(tomllib.loads(template(language)))
    for name in SHEETS:
        if name in rows:
            sheet.write_string(line + 1, 0, f"{SHEET(language)} {name}", styles.title)
            line = _write_table(sheet, line + 2, rows[name], styles)
    sheet.write_string(line + 1, 0, UNCERTAIN(language), styles.title)
    for place, pair in enumerate(((WRITTEN, MEANING), *DISTRIBUTIONS), start=line + 2):
        style = styles.heading if place == line + 2 else None
        for column, word in enumerate((pair[0], "", pair[1])):
            sheet.write_string(place, column, said(word, language), style)


def _write_table(sheet: Worksheet, line: int, rows: list[Table], styles: Styles) -> int:
    """Write a table's columns and rows; return the line below."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    sheet.write_row(line, 0, columns, styles.heading)
    for place, row in enumerate(rows, start=line + 1):
        for column, value in row.items():
            write_value(sheet, (place, columns.index(column)), to_cell(value), styles)
    return line + 1 + len(rows)


def write_value(
    sheet: Worksheet, at: tuple[int, int], cell: str | float | bool | date, styles: Styles
) -> None:
    """Write a value as what it is; words never become a formula, a link or markup."""
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, styles.cell)
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, styles.cell)
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, styles.day)
    else:
        sheet.write_number(*at, cell, styles.cell)
