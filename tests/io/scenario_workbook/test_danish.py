"""A Danish scenario's workbook explains its columns in Danish; its keys stay what they are."""

from pathlib import Path

import openpyxl

from innobudget.io.scenario_file.editor_schema import field_words
from innobudget.io.scenario_file.schema import TABLES
from innobudget.io.scenario_workbook import danish
from innobudget.io.scenario_workbook.example import DISTRIBUTIONS, TOLD
from innobudget.io.scenario_workbook.layout import SHEETS
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.workflow.convert import UNDATED, convert_file

SCENARIO = Path(__file__).parents[3] / "scenarios" / "odense.toml"
LISTS = {"stage", "effect", "quality"}
"""Keys of an investment that have sheets of their own."""


def test_every_key_is_explained_in_danish() -> None:
    for name in SHEETS:
        words = field_words(TABLES["benefit" if name == "correlation" else name])
        assert set(danish.NOTES[name]) == set(words) - LISTS, name
    assert len(danish.MEANINGS) == len(DISTRIBUTIONS)
    assert len(danish.TOLD.splitlines()) == len(TOLD.splitlines())


def test_comments_and_example_are_in_the_language_of_the_scenario(tmp_path: Path) -> None:
    convert_file(SCENARIO, tmp_path / "danish.xlsx")
    write_scenario_workbook({"scenario": {}}, tmp_path / "english.xlsx", created=UNDATED)
    found = {}
    for language in ("danish", "english"):
        book = openpyxl.load_workbook(tmp_path / f"{language}.xlsx")
        headers = next(book["booking"].iter_rows(max_row=1))
        comment = next(cell.comment for cell in headers if cell.value == "already_in_budget")
        assert comment is not None
        found[language] = (comment.text, book["example"]["A1"].value)
    assert found == {
        "danish": (danish.NOTES["booking"]["already_in_budget"], danish.TOLD.splitlines()[0]),
        "english": (
            "True: the budget file is after everything that is booked here.",
            TOLD.splitlines()[0],
        ),
    }


def test_years_of_a_key_stand_beside_each_other_in_order(tmp_path: Path) -> None:
    convert_file(SCENARIO, tmp_path / "scenario.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "scenario.xlsx")["stage"]
    headers = [str(cell.value) for cell in next(sheet.iter_rows(max_row=1))]
    outlays = [header for header in headers if header.startswith("outlay ")]
    first = headers.index(outlays[0])
    assert outlays == sorted(outlays) == headers[first : first + len(outlays)]
    assert len(outlays) > 3
