"""A reader that ends, hangs or eats memory does so in a process of its own."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from innobudget.errors import InputError
from innobudget.io.sheets import apart
from innobudget.io.sheets.apart import read_values
from sheet_packages import sheet_xml, xlsx

CELLS = (
    '<row r="2"><c r="B2" t="inlineStr"><is><t>Ældre</t></is></c><c><v>1.5</v></c>'
    '<c t="b"><v>1</v></c></row><row r="4"><c r="A4"><v>3</v></c></row>'
)
WORKBOOK = xlsx(sheet_xml(CELLS))


@pytest.mark.parametrize("reader", ["calamine", "openpyxl"])
def test_both_readers_give_the_cells_from_the_first_on(reader: apart.Reader) -> None:
    (sheet,) = read_values("b.xlsx", WORKBOOK, reader)

    assert (sheet.name, sheet.hidden) == ("S1", False)
    assert [tuple(cell or None for cell in row) for row in sheet.rows] == [
        (),
        (None, "Ældre", 1.5, True),
        (),
        (3,),
    ]


def refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str) -> str:
    """Return what is said when the reader is another program."""
    path = tmp_path / "values.py"
    path.write_text(program, encoding="utf-8")
    monkeypatch.setattr(apart, "values", SimpleNamespace(__file__=str(path)))
    with pytest.raises(InputError) as caught:
        read_values("b.xlsx", b"", "calamine")
    (problem,) = caught.value.problems
    assert problem.place == "b.xlsx"
    return f"{problem.code}: {problem.found}"


def test_a_reader_that_ends_its_process_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = refused(monkeypatch, tmp_path, "import os\nos.abort()")
    assert said == "file-damaged: a workbook on which its reader ends or goes round in circles"


def test_a_reader_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.1)
    said = refused(monkeypatch, tmp_path, "import time\nwhile True:\n    time.sleep(1)")
    assert said == "file-damaged: a workbook that is not read after 6 seconds"


def test_a_reader_that_takes_too_much_memory_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = refused(monkeypatch, tmp_path, "raise MemoryError")
    assert said.startswith("file-too-large: a workbook whose reading takes more than")


def test_a_sheet_that_no_guard_saw_ends_only_the_reader() -> None:
    far = sheet_xml(f'{CELLS}<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    with pytest.raises(InputError, match=r"file-(too-large|damaged)"):
        read_values("b.xlsx", xlsx(far), "calamine")


@pytest.mark.parametrize("content", [b"", b"PK\3\4", WORKBOOK[:-60]])
@pytest.mark.parametrize("reader", ["calamine", "openpyxl"])
def test_what_a_reader_does_not_take_is_damaged(reader: apart.Reader, content: bytes) -> None:
    with pytest.raises(InputError, match="file-damaged"):
        read_values("b.xlsx", content, reader)


def test_a_python_file_in_the_working_folder_is_never_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert read_values("b.xlsx", WORKBOOK, "calamine")
