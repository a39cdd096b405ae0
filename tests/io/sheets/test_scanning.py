"""Workbooks that would end the process, or take the machine, are refused in words."""

import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZipFile

import pytest

from innobudget.errors import InputError
from innobudget.io.sheets import read_sheets
from innobudget.io.sheets.scanning import extent, scan_workbook
from innobudget.io.sheets.scanning.package import part_name
from sheet_packages import FREE, MAIN, TABLE, record, sheet_xml, xls, xlsx

FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = [
    "<row r='1048576'><c r='XFD1048576'><v>2</v></c></row>",
    '<row r = "1048576"><c r = "XFD1048576"><v>2</v></c></row>',
    '<row r="1048576"><c r="xfd1048576"><v>2</v></c></row>',
    '<row r="1048576"><c s="0" t="n" r="XFD1048576"><v>2</v></c></row>',
    '<row r="1048576">' + 9 * "<c><v>2</v></c>" + "</row>",
    f'<x:row xmlns:x="{MAIN}" r="1048576"><x:c r="XFD1048576"><x:v>2</x:v></x:c></x:row>',
    '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
    '<row r="9"><c r="XFD1048576"><f>1+1</f></c></row>',
    '<row r="1"><c r="AAAA1"><v>2</v></c></row>',
    '<row r="99999999"><c><v>2</v></c></row>',
    '<row r="&#49;048576"><c r="&#88;FD1048576"><v>2</v></c></row>',
]


def faults(file: str, content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    return {name: found.faults for name, found in scan_workbook(file, content).items()}


def code(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        scan_workbook("b.xlsx", content)
    (problem,) = caught.value.problems
    assert problem.place == "b.xlsx"
    return problem.code


@pytest.mark.parametrize("row", FAR)
def test_a_cell_in_the_last_corner_is_seen_however_it_is_written(row: str) -> None:
    assert code(xlsx(sheet_xml(FIRST + row))) == "file-too-large"


@pytest.mark.parametrize("folder", ["XL/Worksheets", "xl\\worksheets", "/xl/worksheets"])
def test_parts_are_found_as_readers_find_them(folder: str) -> None:
    assert code(xlsx(sheet_xml(FAR[0]), folder=folder)) == "file-too-large"


def test_a_blank_cell_with_a_format_is_nothing() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert faults("b.xlsx", xlsx(sheet_xml(FIRST + far))) == {"S1": {}}


def test_the_cells_of_all_sheets_are_counted_together() -> None:
    one = sheet_xml('<row r="1048576"><c r="E1048576"><v>2</v></c></row>')
    assert faults("b.xlsx", xlsx(one)) == {"S1": {}}
    assert code(xlsx(one, one)) == "file-too-large"


def test_a_shared_text_is_counted_as_often_as_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LETTERS", 1000)
    texts = f"<si><t>a</t></si><si><r><t>{'x' * 150}</t></r><r><t>{'y' * 150}</t></r></si>"
    used = '<row r="1">' + '<c t="s"><v>1</v></c>' * 3 + '<c t="s"><v>0</v></c></row>'
    assert faults("b.xlsx", xlsx(sheet_xml(used), texts=texts)) == {"S1": {}}
    assert code(xlsx(sheet_xml(used + used), texts=texts)) == "file-too-large"


def test_texts_in_the_cells_themselves_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LETTERS", 100)
    own = f'<row r="1"><c t="inlineStr"><is><t>{"x" * 101}</t></is></c></row>'
    computed = f'<row r="1"><c t="str"><f>A2</f><v>{"x" * 101}</v></c></row>'
    assert {code(xlsx(sheet_xml(row))) for row in (own, computed)} == {"file-too-large"}


def test_errors_and_formulas_without_a_value_are_found_however_they_are_written() -> None:
    rows = (
        "<row><c t='e'><v>#REF!</v></c><c><f>1</f><v/></c><c><f>1</f><v>2</v></c></row>"
        f'<p:row xmlns:p="{MAIN}"><p:c><p:f>1</p:f></p:c><p:c t="e"/></p:row>'
        '<row r="9"><c r="c9" t="str"><f>A1</f><v></v></c><c t="b"><f>A1</f></c></row>'
    )
    unsaved = "a formula without a saved value"
    assert faults("b.xlsx", xlsx(sheet_xml(rows))) == {
        "S1": {(0, 0): "#REF!", (0, 1): unsaved, (1, 0): unsaved, (8, 3): unsaved}
    }


@pytest.mark.parametrize(
    "content",
    [
        xlsx(sheet_xml(FIRST), more=["XL/Workbook.xml"]),
        xlsx(f'<!DOCTYPE w [<!ENTITY a "b">]>{sheet_xml(FIRST)[21:]}'),
        xlsx(sheet_xml("<row><c></row>")),
        xlsx(sheet_xml('<row r="1">' + '<c r="A1">' * 60_000)),
        xls(b"")[:700],
        xls(record(0x0809, bytes(16)), table=[TABLE, 1, *range(3, 10), 2]),
        xls(record(0x0809, bytes(16)), table=[TABLE, 0xFFFFFFFE, 3, 4, 2]),
        xls(bytes(1020) + struct.pack("<I", 3), difat=3),
    ],
)
def test_what_contradicts_itself_is_damaged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match="file-damaged"):
        read_sheets(path)


def old(cells: bytes, texts: bytes = b"") -> bytes:
    """Return an xls workbook with one sheet."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0)) + cells
    name = struct.pack("<HBB", 0, 6, 0) + b"Budget"
    size = len(begin) + len(record(0x0085, bytes(4) + name)) + len(texts) + len(record(0x000A))
    bound = record(0x0085, struct.pack("<I", size) + name)
    return xls(begin + bound + texts + record(0x000A) + sheet + record(0x000A))


def text_cell(row: int, column: int, number: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, number))


def test_texts_of_an_old_workbook_are_counted_as_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "LETTERS", 1000)
    wide = struct.pack("<HB", 300, 1) + 200 * b"x\0"
    rich = struct.pack("<HBH", 2, 8, 1) + b"ab" + bytes(4)
    begun = record(0x00FC, struct.pack("<II", 2, 2) + rich + wide)
    texts = begun + record(0x003C, b"\0" + 100 * b"y")
    few = b"".join(text_cell(row, 0, 1) for row in range(3)) + text_cell(3, 0, 0)
    assert faults("b.xls", old(few, texts)) == {"Budget": {}}
    assert code(old(few + text_cell(4, 0, 1), texts)) == "file-too-large"


def test_errors_below_a_chart_of_an_old_workbook_are_found() -> None:
    chart = record(0x0809, bytes(16)) + text_cell(5, 5, 0) + record(0x000A)
    cells = chart + record(0x0205, struct.pack("<HHHBB", 2, 1, 0, 0x07, 1))
    assert faults("b.xls", old(cells)) == {"Budget": {(2, 1): "#DIV/0!"}}


def test_a_column_that_no_old_workbook_has_is_refused() -> None:
    assert code(old(text_cell(0, 256, 0))) == "file-too-large"


def test_sectors_of_a_file_without_end_are_walked_once() -> None:
    chain = [TABLE, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE]
    whole = xls(record(0x000A), table=[*chain, *[FREE] * 9])
    assert faults("b.xls", whole) == {}


def test_a_package_of_endless_parts_is_not_listed() -> None:
    assert code(xlsx(sheet_xml(FIRST)) + b"PK\x01\x02" * 20_001) == "file-too-large"


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_parts_are_unpacked_only_as_spreadsheet_programs_pack_them(
    tmp_path: Path, method: int
) -> None:
    path = tmp_path / "b.xlsx"
    path.write_bytes(xlsx(sheet_xml(FIRST)))
    with ZipFile(path, "a", method) as package:
        package.writestr("more.xml", "<a/>")
    with pytest.raises(InputError, match="packed as no spreadsheet program does"):
        read_sheets(path)


def test_names_of_parts_are_the_same_whatever_their_case() -> None:
    assert part_name("XL\\Worksheets/Sheet1.xml") == part_name("/xl/worksheets/sheet1.XML")
