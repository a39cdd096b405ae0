"""A Danish scenario's workbook speaks Danish; its keys stay what they are in files."""

from pathlib import Path

import openpyxl

from form_filling import cell
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.workflow.convert import UNDATED, convert_file

SCENARIO = Path(__file__).parents[3] / "scenarios" / "odense.toml"


def test_comments_and_example_are_in_the_language_of_the_scenario(tmp_path: Path) -> None:
    convert_file(SCENARIO, tmp_path / "danish.xlsx")
    write_scenario_workbook({"scenario": {}}, tmp_path / "english.xlsx", created=UNDATED)
    found = {}
    names = {
        "danish": ("indregning", "allerede i budgettet", "vejledning"),
        "english": ("booking", "already_in_budget", "example"),
    }
    for language, (sheet, heading, example) in names.items():
        book = openpyxl.load_workbook(tmp_path / f"{language}.xlsx")
        comment = cell(book, sheet, heading, 1).comment
        found[language] = (comment.text, book[example]["A1"].value)
    assert found == {
        "danish": (
            "TRUE: budgetfilen er efter alt, der indregnes her.",
            "Arket er et eksempel og læses ikke. Udfyld de andre ark.",
        ),
        "english": (
            "True: the budget file is after everything that is booked here.",
            "This sheet is an example to look at; it is not read. Fill in the other sheets.",
        ),
    }


def test_years_of_a_key_stand_beside_each_other_in_order(tmp_path: Path) -> None:
    convert_file(SCENARIO, tmp_path / "scenario.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "scenario.xlsx")["fase"]
    headers = [str(one.value) for one in next(sheet.iter_rows(max_row=1))]
    outlays = [header for header in headers if header.startswith("implementeringsudgift ")]
    first = headers.index(outlays[0])
    assert outlays == sorted(outlays) == headers[first : first + len(outlays)]
    assert len(outlays) > 3
