from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from innobudget.errors import InputError, Problem
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping
from sheet_files import DANISH, Cell, Rows, write_csv, write_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def faults(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_budget(path)
    return caught.value.problems


def with_cells(path: Path, cells: dict[str, Cell]) -> Path:
    """Write the Danish workbook with some cells changed."""
    workbook = load_workbook(write_xlsx(path, DANISH))
    for address, value in cells.items():
        workbook["Budget"][address] = value
    workbook.save(path)
    return path


def test_a_missing_file_names_the_file_that_is_meant(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "budget.xlsx", DANISH)

    (problem,) = faults(tmp_path / "budget.csv")

    assert problem.code == "file-missing"
    assert "budget.xlsx" in problem.remedy


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


def make_protected(path: Path) -> None:
    path.write_bytes(OLE + bytes(2040) + "EncryptedPackage".encode("utf-16-le") + bytes(2000))


def make_truncated(path: Path) -> None:
    write_xlsx(path, DANISH)
    path.write_bytes(path.read_bytes()[:-900])


def make_zip_of_something_else(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")


def make_half_ole(path: Path) -> None:
    path.write_bytes(OLE + bytes(100))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (make_empty, "file-empty"),
        (make_folder, "file-is-a-folder"),
        (make_picture, "file-kind-unknown"),
        (make_protected, "file-protected"),
        (make_truncated, "file-damaged"),
        (make_zip_of_something_else, "file-damaged"),
        (make_half_ole, "file-damaged"),
    ],
)
def test_an_unusable_file_is_one_clear_block(
    tmp_path: Path, make: Callable[[Path], None], code: str
) -> None:
    path = tmp_path / "budget.xlsx"
    make(path)

    (problem,) = faults(path)

    assert problem.code == code
    assert problem.place == "budget.xlsx"
    assert problem.remedy


@pytest.mark.parametrize("name", ["budget.csv", "budget.xls", "budget.txt", "budget"])
def test_content_and_not_the_name_says_what_a_file_is(tmp_path: Path, name: str) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH).rename(tmp_path / name)

    assert read_budget(path).verdict == "budget"


def test_a_text_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The council met on Tuesday.\nNothing was decided.\n")

    reading = read_budget(path)

    assert (reading.verdict, reading.budget) == ("refused", None)
    assert reading.reason == "no table of amounts in the file"


@pytest.mark.parametrize(
    ("value", "code", "found"),
    [
        ("1,2 mio", "amount-is-text", "'1,2 mio'"),
        ("=1+1", "formula-not-computed", "a formula without a saved value"),
        ("NaN", "amount-not-finite", "'NaN'"),
        ("inf", "amount-not-finite", "'inf'"),
    ],
)
def test_a_bad_amount_is_named_with_its_cell(
    tmp_path: Path, value: str, code: str, found: str
) -> None:
    path = with_cells(tmp_path / "budget.xlsx", {"F9": value})

    (problem,) = faults(path)

    assert problem.place == 'budget.xlsx, sheet "Budget", cell F9'
    assert (problem.code, problem.found) == (code, found)


def test_an_error_cell_is_named_with_its_cell(tmp_path: Path) -> None:
    path = with_cells(tmp_path / "budget.xlsx", {"G5": "#REF!", "A6": "#N/A"})

    assert [(problem.code, problem.place[-2:], problem.found) for problem in faults(path)] == [
        ("cell-is-error", "G5", "#REF!"),
        ("cell-is-error", "A6", "#N/A"),
    ]


def test_all_faults_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = with_cells(tmp_path / "budget.xlsx", {"E5": "x", "F6": "#REF!", "G16": "=SUM(G5:G7)"})

    assert [problem.place[-3:].strip() for problem in faults(path)] == ["E5", "F6", "G16"]


def test_a_spreadsheet_error_in_a_text_file_is_named(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026", "BO2027"), ("1", "Skoler", "#REF!", 5))

    (problem,) = faults(write_csv(tmp_path / "budget.csv", rows))

    assert (problem.code, problem.place) == ("cell-is-error", "budget.csv, row 2, column C")


def test_a_year_that_is_missing_in_between_is_refused(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026", "BO2028"), ("1", "Skoler", 1, 2))

    (problem,) = faults(write_csv(tmp_path / "budget.csv", rows))

    assert problem.code == "year-gap"
    assert "2027" in problem.expected


def test_accounts_before_a_gap_are_left_out_and_mentioned(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "R2023", "B2025", "BO2026"), ("1", "Skoler", 1, 2, 3))

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.years == (2025, 2026)
    assert [out.reason for out in reading.left_out] == [
        "accounts before a gap in the years: R2023",
    ]


def test_a_sheet_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="write 'Budget'"):
        read_budget(write_xlsx(tmp_path / "b.xlsx", DANISH), BudgetMapping(sheet="Budgett"))


def test_a_name_that_no_system_takes_is_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="file-missing"):
        read_budget(tmp_path / ("x" * 300 + ".csv"))
