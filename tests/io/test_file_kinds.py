"""Files of other kinds than xlsx and csv, made with LibreOffice from the Danish table."""

import struct
from collections.abc import Callable
from pathlib import Path
from shutil import copy
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.canonical import canonical_text
from innobudget.io.sheets.scanning import extent
from sheet_files import DANISH, Rows, write_csv, write_xlsb, write_xlsx

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


def test_a_binary_workbook_reads_like_xlsx(tmp_path: Path) -> None:
    reading = read_budget(write_xlsb(tmp_path / "budget.xlsb", DANISH))

    assert reading.totals == read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH)).totals


def test_error_cells_of_a_binary_workbook_are_named_with_their_cells(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026"), ("1", "Skoler", "#DIV/0!"), ("2", "Veje", 5.0))

    with pytest.raises(InputError) as caught:
        read_budget(write_xlsb(tmp_path / "budget.xlsb", rows))

    (problem,) = caught.value.problems
    assert (problem.code, problem.place[-7:], problem.found) == (
        "cell-is-error",
        "cell C2",
        "#DIV/0!",
    )


def test_a_stray_cell_ends_no_process_whatever_the_kind(tmp_path: Path) -> None:
    wide: Rows = ((*[None] * 1000, "x"),)
    stray = [
        write_xlsb(tmp_path / "budget.xlsb", wide, first_row=1_000_000),
        tmp_path / "budget.xls",
        tmp_path / "budget.ods",
    ]
    old = (FILES / "budget.xls").read_bytes()
    at = old.index(b"\x00\x02\x0e\x00")
    stray[1].write_bytes(old[: at + 8] + struct.pack("<IHH", 65536, 0, 256) + old[at + 16 :])

    def repeat(xml: bytes) -> bytes:
        return xml.replace(
            b"<table:table-cell office:value-type",
            b'<table:table-cell table:number-columns-repeated="9000000" office:value-type',
            1,
        ).replace(
            b"<table:table-cell table:style-name",
            b'<table:table-cell table:number-columns-repeated="9000000" table:style-name',
            1,
        )

    changed(FILES / "budget.ods", stray[2], "content.xml", repeat)

    for path in stray:
        with pytest.raises(InputError, match="file-too-large"):
            read_budget(path)


def test_a_part_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    content = path.read_bytes()
    with ZipFile(path) as package:
        entry = package.getinfo("xl/worksheets/sheet1.xml")
    size = struct.pack("<I", entry.file_size)
    path.write_bytes(content.replace(size, struct.pack("<I", 10)))

    with pytest.raises(InputError, match="file-damaged"):
        read_budget(path)


def test_outer_entities_are_not_followed(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)

    def entity(xml: bytes) -> bytes:
        head = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        return head + xml.partition(b"?>")[2] if b"?>" in xml else head + xml

    evil = changed(path, tmp_path / "evil.xlsx", "xl/workbook.xml", entity)

    with pytest.raises(InputError, match="file-damaged"):
        read_budget(evil)


def test_macros_and_links_to_other_files_are_never_looked_at(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    before = read_budget(path).totals
    with ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"Auto_Open")
        package.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")

    assert read_budget(path).totals == before


def test_a_command_in_a_text_stays_text_and_is_protected_when_written(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026"), ("1", "=cmd|' /C calc'!A0", 5.0), ("2", "@SUM(1)", 1))

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.budget is not None
    assert [line.name for line in reading.budget.lines] == ["=cmd|' /C calc'!A0", "@SUM(1)"]
    written = canonical_text(reading.budget)
    assert "1,'=cmd|" in written
    assert "2,'@SUM" in written


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
    monkeypatch.setattr(extent, "UNPACKED_BYTES", 1000)

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
