"""Recalculate a workbook with engines that know nothing of how it was made."""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import formualizer
import ironcalc
import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook

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


def formulas(path: Path) -> dict[tuple[str, str], str]:
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def saved(path: Path) -> dict[tuple[str, str], Value]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str | int | float)
    }


def by_libreoffice(path: Path, folder: Path) -> dict[tuple[str, str], Value]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
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
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "HOME": str(folder)},
    )
    return saved(out / path.name)


def by_formualizer(path: Path) -> dict[tuple[str, str], Value]:
    book = formualizer.load_workbook(str(path))
    book.evaluate_all()
    found: dict[tuple[str, str], Value] = {}
    for sheet, address in formulas(path):
        row, column = coordinate_to_tuple(address)
        found[sheet, address] = book.evaluate_cell(sheet, row, column)
    return found


def by_ironcalc(path: Path) -> dict[tuple[str, str], Value]:
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    sheets = {item["name"]: n for n, item in enumerate(model.get_worksheets_properties())}
    found: dict[tuple[str, str], Value] = {}
    for sheet, address in formulas(path):
        row, column = coordinate_to_tuple(address)
        found[sheet, address] = model.get_cell_value(sheets[sheet], row, column)
    return found


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
