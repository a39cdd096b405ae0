"""What a scenario workbook would pass over in silence is said, with sheet and cell."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from form_filling import cell, put
from innobudget.domain.uncertainty import Pert
from innobudget.errors import InputError, Problem
from innobudget.io.scenario_file.shape import ASSIGNED
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.convert import UNDATED

DOCUMENT = {
    "scenario": {"name": "Town", "base_year": 2026, "horizon": 4},
    "investment": [
        {"id": "care", "outlay": {"2026": 5}, "effect": [{"amount": 10, "from": 2027}]},
        {"id": "desk", "effect": [{"amount": 10, "from": 2027}]},
    ],
}


@cache
def town() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "town.xlsx")
        write_scenario_workbook(DOCUMENT, path, created=UNDATED)
        return path.read_bytes()


def faults(tmp_path: Path, change: Callable[[openpyxl.Workbook], object]) -> list[Problem]:
    path = tmp_path / "town.xlsx"
    book = openpyxl.load_workbook(BytesIO(town()))
    change(book)
    book.save(path)
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    return list(caught.value.problems)


def rename(book: openpyxl.Workbook) -> None:
    book["investment"].title = "Investments"


def take_heading(book: openpyxl.Workbook) -> None:
    cell(book, "investment", "outlay 2026", 1).value = None


def double_heading(book: openpyxl.Workbook) -> None:
    cell(book, "effect", "share", 1).value = "Amount"


def second_row(book: openpyxl.Workbook) -> None:
    book["scenario"]["A5"] = "Other town"


def other_owner(book: openpyxl.Workbook) -> None:
    book["effect"]["A4"] = "dsek"


def no_owner(book: openpyxl.Workbook) -> None:
    book["effect"]["A4"] = None


def merge_years(book: openpyxl.Workbook) -> None:
    book["investment"].merge_cells("P3:R3")


def merge_beside(book: openpyxl.Workbook) -> None:
    book["investment"]["P3"], book["investment"]["Q3"] = None, 5
    book["investment"].merged_cells.add("P3:R3")  # as other programs write: the values stay


def merge_owners(book: openpyxl.Workbook) -> None:
    book["effect"]["A4"] = "care"
    book["effect"].merge_cells("A3:A4")  # which keeps the first alone


def merge_headings(book: openpyxl.Workbook) -> None:
    book["effect"].merge_cells("F1:G1")


@pytest.mark.parametrize(
    ("change", "place", "remedy"),
    [
        (merge_years, 'sheet "investment", cell P3:R3', "unmerge them"),
        (merge_beside, 'sheet "investment", cell P3:R3', "unmerge them"),
        (merge_owners, 'sheet "effect", cell A3:A4', "unmerge them"),
        (merge_headings, 'sheet "effect", cell F1:G1', "unmerge them"),
        (rename, 'sheet "Investments"', "name the sheet investment"),
        (take_heading, 'sheet "investment", cell P1', "write the heading"),
        (double_heading, 'sheet "effect", cell G1', "give the column the heading"),
        (second_row, 'sheet "scenario", row 5', "keep the one that counts"),
        (other_owner, 'sheet "effect", cell A4', "write desk"),
        (no_owner, 'sheet "effect", cell A4', "write the id"),
    ],
)
def test_what_would_not_be_read_is_a_fault(
    tmp_path: Path, change: Callable[[openpyxl.Workbook], object], place: str, remedy: str
) -> None:
    problem = faults(tmp_path, change)[0]
    assert problem.code == "workbook-layout"
    assert problem.place == f"town.xlsx, {place}"
    assert problem.remedy.startswith(remedy)


def test_merged_cells_that_nothing_is_read_from_are_let_be(tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    book = openpyxl.load_workbook(BytesIO(town()))
    notes = book["effect"].max_column + 1
    book["effect"].cell(1, notes).value = "note"
    book["effect"].cell(3, notes).value = "of both"
    book["effect"].merge_cells(start_row=3, start_column=notes, end_row=4, end_column=notes)
    book["effect"].merge_cells("A9:D9")
    book.save(path)
    assert [len(item.effects) for item in load_scenario(path).investments] == [1, 1]


def test_a_workbook_of_before_is_read_as_before(tmp_path: Path) -> None:
    """Entries in the second row, keys as headings, ranges and lists as TOML in one cell."""
    sheets: dict[str, list[list[object]]] = {
        "scenario": [["name", "base_year", "horizon"], ["Town", 2026, 4]],
        "investment": [
            ["id", "outlay 2026", "benefit_factor", "booked 2027"],
            ["care", 5, "{ pert = [0.5, 0.8, 1.1] }", 7],
        ],
        "effect": [["investment", "amount", "from", "ramp"], ["care", 10, 2027, "[0.5, 1.0]"]],
    }
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "before.xlsx"
    book.save(path)
    (care,) = load_scenario(path).investments
    assert care.benefit_factor == Pert(pert=(0.5, 0.8, 1.1))
    assert care.booked == {2027: 7.0}
    assert care.stages[0].outlay == {2026: 5.0}
    (effect,) = care.effects
    assert (effect.amount, effect.start, effect.ramp) == (10.0, 2027, (0.5, 1.0))


def test_a_formula_without_a_value_is_named_with_its_cell(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        cell(book, "investment", "outlay 2026").value = "=2+3"
        cell(book, "effect", "amount").value = "#REF!"

    assert [(problem.code, problem.place) for problem in faults(tmp_path, change)] == [
        ("formula-not-computed", 'town.xlsx, sheet "investment", cell P3'),
        ("cell-is-error", 'town.xlsx, sheet "effect", cell F3'),
    ]


def test_a_key_that_is_missing_is_a_column_to_fill_in(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        cell(book, "effect", "from").value = None

    (problem,) = faults(tmp_path, change)
    assert problem.place == 'town.xlsx, sheet "effect", row 3, column from'
    assert (problem.code, problem.remedy) == ("missing-key", "fill in the column from")


@pytest.mark.parametrize("value", ["[1, 2]", "9" * 5000, "[" * 3000, True])
@pytest.mark.parametrize(
    ("sheet", "at"), [("investment", "A3"), ("effect", "A3"), ("effect", "B1")]
)
def test_any_value_in_any_cell_is_read_or_told(
    tmp_path: Path, sheet: str, at: str, value: str | bool
) -> None:
    path = tmp_path / "town.xlsx"
    book = openpyxl.load_workbook(BytesIO(town()))
    book[sheet][at] = value
    book.save(path)
    try:
        load_scenario(path)
    except InputError as error:
        assert all(problem.place.startswith("town.xlsx") for problem in error.problems)  # noqa: PT017


@pytest.mark.parametrize(
    ("at", "value", "remedy"),
    [
        (("investment", "outlay 2026", 1), "outlays2026", "name the column outlay 2026"),
        (("investment", "outlay 2026", 1), "Udgift", "correct the heading, or write note before"),
        (("effect", "amount", 1), "confidence", "move it to the sheet scenario"),
        (
            ("effect", "amount", 3),
            "3.000",
            "type the number anew in a cell",
        ),
        (("scenario", "name", 3), 5.3, "type it with ' before it, so that it stays text"),
    ],
)
def test_a_remedy_is_one_for_cells(
    tmp_path: Path, at: tuple[str, str, int], value: str | float, remedy: str
) -> None:
    def change(book: openpyxl.Workbook) -> None:
        cell(book, *at).value = value

    assert faults(tmp_path, change)[0].remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("remedy", "value"),
    [
        ('write line = "5.30.*"', '"5.30.*"'),
        ("write booked = { 2028 = 5, 2029 = 6 }", "{ 2028 = 5, 2029 = 6 }"),
        ("write share = -0.5", "-0.5"),
        ('write side = "income", if it is income that changes', None),
        ("write enabled = true there, or name another here", None),
    ],
)
def test_only_a_value_alone_is_taken_out_of_a_remedy(remedy: str, value: str | None) -> None:
    found = ASSIGNED.fullmatch(remedy)
    assert (found and found[1]) == value


def test_an_outlay_beside_the_stages_is_moved_to_their_sheet(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        put(book, "stage", 3, {"investment": "care", "success": 0.5})

    (problem,) = faults(tmp_path, change)
    assert (problem.code, problem.remedy) == (
        "stage-twice",
        "move it to the row of that stage on the sheet stage",
    )


@pytest.mark.parametrize(("word", "is_on"), [("true", True), ("False", False)])
def test_yes_and_no_may_stay_words_in_a_cell(tmp_path: Path, word: str, *, is_on: bool) -> None:
    path = tmp_path / "town.xlsx"
    write_scenario_workbook(DOCUMENT, path, created=UNDATED)
    book = openpyxl.load_workbook(path)
    typed = cell(book, "investment", "enabled", 4)
    typed.value, typed.data_type = word, "s"
    book.save(path)
    assert load_scenario(path).investments[1].enabled is is_on
