"""Files of other kinds than xlsx and csv, made with LibreOffice from the Danish table."""

from collections.abc import Callable
from pathlib import Path
from shutil import copy
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.sheets import package
from sheet_files import DANISH, write_xlsx

FILES = Path(__file__).parent / "files"


def changed(path: Path, target: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Copy a package with one part changed."""
    with ZipFile(path) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return target


@pytest.mark.parametrize("name", ["budget.xls", "budget.ods"])
def test_other_kinds_of_workbooks_read_like_xlsx(tmp_path: Path, name: str) -> None:
    reading = read_budget(FILES / name)
    same = read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))

    assert reading.totals == same.totals
    assert (reading.lines, reading.unit, reading.doubts) == (8, 1000, ())


@pytest.mark.parametrize("name", ["errors.xls", "errors.ods"])
def test_error_cells_of_other_kinds_are_named_with_their_cells(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_budget(FILES / name)

    assert [(problem.place[-2:], problem.found) for problem in caught.value.problems] == [
        ("F9", "#DIV/0!"),
        ("G9", "#NAME?"),
    ]


@pytest.mark.parametrize("size", [100, 600, 1500, 3000])
def test_half_an_old_workbook_is_one_clear_block(tmp_path: Path, size: int) -> None:
    path = tmp_path / "budget.xls"
    path.write_bytes((FILES / "errors.xls").read_bytes()[:size])

    with pytest.raises(InputError, match="file-damaged"):
        read_budget(path)


def test_the_kind_is_known_by_content(tmp_path: Path) -> None:
    copy(FILES / "budget.xls", tmp_path / "budget.xlsx")

    assert read_budget(tmp_path / "budget.xlsx").lines == 8


def test_a_wrong_dimension_hides_no_rows(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)

    def shrink(xml: bytes) -> bytes:
        assert b'ref="A1:H16"' in xml
        return xml.replace(b'ref="A1:H16"', b'ref="A1"')

    small = changed(path, tmp_path / "small.xlsx", "xl/worksheets/sheet1.xml", shrink)

    assert read_budget(small).lines == 8


def test_a_package_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "UNPACKED_BYTES", 1000)

    with pytest.raises(InputError, match="file-too-large"):
        read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))


def test_a_stray_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    workbook["Budget"]["XFD1048576"] = "x"
    workbook.save(path)

    with pytest.raises(InputError, match="file-too-large"):
        read_budget(path)


def test_a_stray_formatted_cell_does_no_harm(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    workbook["Budget"]["XFD1048576"].number_format = "0.00"
    workbook.save(path)

    assert read_budget(path).lines == 8


def test_a_formula_in_a_text_is_text(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    workbook["Budget"]["B5"].value = '=HYPERLINK("http://example.org")'
    workbook["Budget"]["B5"].data_type = "s"
    workbook.save(path)

    reading = read_budget(path)

    assert reading.budget is not None
    assert reading.budget.lines[0].name == '=HYPERLINK("http://example.org")'


def test_quotes_that_are_never_closed_are_one_clear_block(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    rows = [f"{row};Veje;{row}" for row in range(100)]
    path.write_text('Konto;Navn;B2026\n1;"Skoler;5\n' + "\n".join(rows))

    with pytest.raises(InputError, match="text-unreadable"):
        read_budget(path)
