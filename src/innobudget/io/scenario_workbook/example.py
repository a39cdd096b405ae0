"""A filled-in sheet beside the tables: what an entry looks like, and how ranges are written."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.scenario import Language
from innobudget.io.scenario_workbook.cells import to_cell
from innobudget.io.scenario_workbook.filled import column_named
from innobudget.io.scenario_workbook.layout import SHEETS, Table, rows_of
from innobudget.io.scenario_workbook.naming import naming
from innobudget.io.scenario_workbook.ranges import MEANINGS
from innobudget.messages import said, say

TOLD = (
    say("This sheet is an example to look at; it is not read. Fill in the other sheets."),
    say("One row per entry, from the third row on. What is left blank has its default."),
    say("Comments on the headings say what each column is; the row below them how it is filled."),
    say("Each row of a stage, an effect, … says first to which investment it belongs: by its id."),
    say("Notes go into columns headed note, or on sheets whose name begins with _."),
    say("Sheets that are seldom needed are hidden: right-click on a sheet's name, Unhide."),
)
MEANT = {
    "scenario": say("what holds for everything: years, unit, confidence"),
    "budget": say("the file with the municipality's budget, and how it goes on"),
    "booking": say("how much of the planned savings stands in the budget"),
    "investment": say("a row for each investment"),
    "stage": say("what each stage costs by year, and how likely it passes"),
    "effect": say("what is saved, on which lines, from when on"),
    "uncertainty": say("how uncertain costs, benefits and delays are"),
    "quality": say("what becomes better or worse for citizens"),
    "evidence": say("what a figure rests on: source, reason, who says so"),
    "driver": say("causes that several investments share"),
    "correlation": say("the same in short, by quantity"),
    "simulation": say("number of trials, and what the random numbers start from"),
    "followup": say("the day of a follow-up"),
    "fact": say("what has happened since the budget was adopted"),
    "stress": say("what turns out worse than assumed"),
    "choice": say("what is to be chosen, and within which limits"),
    "group": say("investments of which a number is chosen"),
    "pool": say("money that must be enough for the chosen ones"),
    "publish": say("under whose name the report is put online"),
}
"""What each sheet is for."""
UNCERTAIN = say("The forms on the sheet {sheet}")
MEANING, SHEET = say("meaning"), say("sheet")
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
    explains: Format
    """How it is filled in."""
    cell: Format
    """A number that is typed."""
    words: Format
    """Words that are typed, and stay words."""
    day: Format
    """A date that is typed."""
    title: Format
    """A table's name on the example sheet."""


def write_example(sheet: Worksheet, styles: Styles, language: Language) -> None:
    """Say what the sheets and forms are, and lay out the template's tables below each other."""
    names = naming(language)
    sheet.set_column(0, 30, WIDTH)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for line, words in enumerate(TOLD):
        sheet.write_string(line, 0, words(language))
    line = len(TOLD) + 1
    meant = [(names.sheet(name), words) for name, words in MEANT.items()]
    line = _write_list(sheet, line, (SHEET, MEANING), meant, (styles, language))
    title = UNCERTAIN(language, sheet=names.sheet("uncertainty"))
    sheet.write_string(line, 0, title, styles.title)
    forms = [(names.word(form), words) for form, words in MEANINGS.items()]
    pair = (names.heading("uncertainty", "form"), MEANING)
    line = _write_list(sheet, line + 1, pair, forms, (styles, language))
    rows = rows_of(tomllib.loads(template(language)))
    for name in SHEETS:
        if name in rows:
            title = f"{SHEET(language)} {names.sheet(name)}"
            sheet.write_string(line, 0, title, styles.title)
            line = _write_table(sheet, line + 1, (name, rows[name]), (styles, language))


def _write_list(
    sheet: Worksheet,
    line: int,
    headings: tuple[str, str],
    told: Sequence[tuple[str, str]],
    how: tuple[Styles, Language],
) -> int:
    """Write names and what they mean; return where the next thing begins."""
    styles, language = how
    for place, pair in enumerate((headings, *told), start=line):
        style = styles.heading if place == line else None
        for column, word in enumerate(pair):
            sheet.write_string(place, column, said(word, language), style)
    return line + len(told) + 2


def _write_table(
    sheet: Worksheet, line: int, told: tuple[str, list[Table]], how: tuple[Styles, Language]
) -> int:
    """Write a table's columns and rows; return where the next thing begins."""
    (name, rows), (styles, language) = told, how
    names = naming(language)
    columns = list(dict.fromkeys(column for row in rows for column in row))
    headings = [names.heading(name, column) for column in columns]
    sheet.write_row(line, 0, headings, styles.heading)
    for place, row in enumerate(rows, start=line + 1):
        for column, value in row.items():
            cell = to_cell(value, column_named(name, column), names, language)
            write_value(sheet, (place, columns.index(column)), cell, styles)
    return line + 2 + len(rows)


def write_value(
    sheet: Worksheet, at: tuple[int, int], cell: str | float | bool | date, styles: Styles
) -> None:
    """Write a value as what it is; words never become a formula, a link or markup."""
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, styles.cell)
    elif isinstance(cell, str):
        sheet.write_string(*at, cell, styles.words)
    elif isinstance(cell, date):
        sheet.write_datetime(*at, cell, styles.day)
    else:
        sheet.write_number(*at, cell, styles.cell)
