"""Recalculate a workbook with engines that know nothing of how it was made."""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import formualizer
import ironcalc
import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.workbook.workbook import Workbook
from python_calamine import CalamineWorkbook

SOFFICE = shutil.which("soffice")
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice keeps saved values unless it is told to recalculate on loading."""

_BLANK = re.compile(rb'(<c [^>]*?) t="n" ?/>')
_SAVED = re.compile(rb"(</f>)<v>[0-9.]+</v>")

Value = str | float | bool | None
Cells = Mapping[tuple[str, str], Value]
"""By sheet and address."""


def save(book: Workbook, path: Path) -> Path:
    """Save a changed workbook with blank cells as every other program writes them.

    openpyxl calls a blank cell a number (`t="n"`), which IronCalc reads as 0.
    """
    book.save(path.with_suffix(".openpyxl"))
    with zipfile.ZipFile(path.with_suffix(".openpyxl")) as source, zipfile.ZipFile(path, "w") as to:
        for name in source.namelist():
            to.writestr(name, _BLANK.sub(rb"\1/>", source.read(name)))
    return path


def typed_into(path: Path, cells: Cells, changed: Path) -> Path:
    """Type something into some cells of a workbook as XlsxWriter writes it, and nothing else."""
    names = [sheet.title for sheet in openpyxl.load_workbook(path, read_only=True).worksheets]
    parts = {f"xl/worksheets/sheet{names.index(sheet) + 1}.xml" for sheet, _ in cells}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            for (sheet, address), value in cells.items() if name in parts else ():
                if name == f"xl/worksheets/sheet{names.index(sheet) + 1}.xml":
                    content, count = _cell(address).subn(_filled(value), content)
                    assert count == 1, (sheet, address)
            target.writestr(name, content)
    return changed


def _cell(address: str) -> re.Pattern[bytes]:
    return re.compile(rf'<c( r="{address}"(?: s="\d+")?)[^>]*?(?:/>|>.*?</c>)'.encode())


def _filled(value: Value) -> bytes:
    if value is None:
        return rb"<c\1/>"
    if isinstance(value, str):
        kind = "e" if value.startswith("#") else "str"
        return rf'<c\1 t="{kind}"><v>{value}</v></c>'.encode()
    return rf"<c\1><v>{value!r}</v></c>".encode()


def shown(path: Path) -> dict[tuple[str, str], Value]:
    """Return every filled cell of a workbook, read in a moment."""
    book = CalamineWorkbook.from_path(path)
    found: dict[tuple[str, str], Value] = {}
    for name in book.sheet_names:
        for line, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
            for column, value in enumerate(row):
                if isinstance(value, str | int | float) and value != "":
                    found[name, f"{get_column_letter(column + 1)}{line + 1}"] = value
    return found


def formulas(path: Path) -> Mapping[tuple[str, str], str]:
    return _formulas(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)  # opening takes longer than recalculating
def _formulas(path: Path, _: int) -> Mapping[tuple[str, str], str]:
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def saved(path: Path) -> Mapping[tuple[str, str], Value]:
    return _saved(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _saved(path: Path, _: int) -> Mapping[tuple[str, str], Value]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str | int | float)
    }


def many_by_libreoffice(
    paths: Sequence[Path], folder: Path
) -> Iterator[dict[tuple[str, str], Value]]:
    """Recalculate workbooks, which takes it a second or two each and as much to start."""
    profile = Path(_profile().name)
    out = folder / "recalculated"
    assert SOFFICE is not None
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=300 + 30 * len(paths),
        env={**os.environ, "HOME": str(folder)},
    )
    return (shown(out / path.name) for path in paths)


@cache
def _profile() -> TemporaryDirectory[str]:
    """Return the folder of its settings, which it takes a while to fill, for all of a session."""
    folder = TemporaryDirectory()
    user = Path(folder.name) / "user"
    user.mkdir()
    (user / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    return folder


def by_formualizer(path: Path) -> dict[tuple[str, str], Value]:
    book = formualizer.load_workbook(str(path))
    places = list(formulas(path))
    found = book.evaluate_cells([(sheet, *coordinate_to_tuple(cell)) for sheet, cell in places])
    return dict(zip(places, found, strict=True))


class IronCalc:
    """A workbook in memory that things are typed into."""

    def __init__(self, path: Path, language: str = "en") -> None:
        """Load a workbook into a program that writes figures as this language does."""
        self._model = ironcalc.load_from_xlsx(str(path), language, "UTC", "en")
        properties = self._model.get_worksheets_properties()
        self._sheets = {item["name"]: number for number, item in enumerate(properties)}

    def _place(self, cell: tuple[str, str]) -> tuple[int, int, int]:
        row, column = coordinate_to_tuple(cell[1])
        return self._sheets[cell[0]], row, column

    def value(self, cell: tuple[str, str]) -> Value:
        found: Value = self._model.get_cell_value(*self._place(cell))
        return found

    def _type(self, cell: tuple[str, str], value: Value) -> None:
        place = self._place(cell)
        if value is None or value == "":
            self._model.clear_cell_contents(*place)
        elif isinstance(value, str) and value.startswith("#"):
            self._model.set_user_input(*place, value)
        elif isinstance(value, str):
            self._model.update_cell_with_text(*place, value)
        else:
            self._model.update_cell_with_number(*place, float(value))

    def after(
        self, typed: Cells, wanted: Iterable[tuple[str, str]]
    ) -> dict[tuple[str, str], Value]:
        """Return some cells after something was typed; then all is as it was."""
        before = {cell: self.value(cell) for cell in typed}
        for cell, value in typed.items():
            self._type(cell, value)
        self._model.evaluate()
        found = {cell: self.value(cell) for cell in wanted}
        for cell, value in before.items():
            self._type(cell, value)
        return found


def by_ironcalc(path: Path) -> dict[tuple[str, str], Value]:
    return IronCalc(path).after({}, formulas(path))


def differences(path: Path, recalculated: Cells) -> list[str]:
    """Say which formulas give another value than the saved one, to 1e-9 of its size."""
    told = []
    values = saved(path)
    for place, formula in formulas(path).items():
        before, after = values.get(place), recalculated.get(place)
        if not same(before, after):
            told.append(f"{place[0]}!{place[1]} {formula}: saved {before!r}, now {after!r}")
    return told


def same(before: Value, after: Value) -> bool:
    if isinstance(before, int | float) and isinstance(after, int | float):
        # A spread of nothing comes to some billionths where amounts of hundreds are squared.
        return abs(before - after) <= 1e-9 * max(10.0, abs(before))
    return (before or "") == (after or "")


def change_saved_value(path: Path, wrong: Path) -> Path:
    """Copy a workbook with the saved value of one of its formulas a little off."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(wrong, "w") as target:
        done = False
        for name in source.namelist():
            content = source.read(name)
            if name.startswith("xl/worksheets/sheet") and not done:
                changed = _SAVED.sub(lambda found: found[1] + b"<v>123.456</v>", content, count=1)
                done = changed != content
                content = changed
            target.writestr(name, content)
    return wrong
