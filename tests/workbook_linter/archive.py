"""What openpyxl does not show: saved values, alternative texts, charts, links, macros."""

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbook_linter.reading import cells

DEFAULT_WIDTH = 8.4
NARROWEST = 0.8
"""Of a letter, on average. [digits]"""
LONGEST_SHOWN = {
    "0 %": "-100 %",
    "0.0 %": "-100.0 %",
    "0.00 %": "100.00 %",
    "0.00": "1,000.00",
    "0": "2026",
}
"""By number format; amounts are written out."""
SAID = r"\d.?(%|pct\.)|in (every|no) future|i (alle|ingen) forløb"
"""How probabilities are written, the certain ones too."""


def _parts(path: Path, prefix: str) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith(prefix) and name.endswith(".xml"):
                yield name, archive.read(name).decode()


@lru_cache(maxsize=1)  # three rules look at it, one after the other
def _saved(path: Path, _: int) -> Workbook:
    return openpyxl.load_workbook(path, data_only=True)


def every_formula_has_a_saved_value(path: Path) -> Iterator[str]:
    """An empty text is a value."""
    for name, content in _parts(path, "xl/worksheets/sheet"):
        for cell in re.findall(r"<c [^>]*><f>.*?</c>", content):
            if "<v>" not in cell:
                yield f"{name} {cell}"


def every_chart_has_an_alternative_text(path: Path) -> Iterator[str]:
    for name, content in _parts(path, "xl/drawings/drawing"):
        for picture in re.findall(r"<xdr:cNvPr [^>]*>", content):
            if 'descr="' not in picture:
                yield f"{name} {picture}"


def the_message_says_how_probable_it_is(path: Path) -> Iterator[str]:
    message = _saved(path, path.stat().st_mtime_ns).worksheets[0].cell(2, 1).value
    if not re.search(SAID, str(message)):
        yield f"message {message}"


def charts_are_native(path: Path) -> Iterator[str]:
    """Two on the first sheet and two on What-if, and no picture in place of one."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    charts = [name for name in names if name.startswith("xl/charts/chart")]
    if len(charts) < 4:
        yield f"{len(charts)} charts"
    yield from (name for name in names if name.startswith("xl/media/"))


def no_links_and_no_macros(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            external = b'TargetMode="External"' in archive.read(name)
            if name.startswith("xl/externalLinks") or "vbaProject" in name or external:
                yield name


def _widths(sheet: Worksheet) -> dict[int, float]:
    return {
        column: group.width
        for group in sheet.column_dimensions.values()
        for column in range(int(group.min or 0), int(group.max or 0) + 1)
    }


def figures_fit_their_columns(path: Path) -> Iterator[str]:
    """No figure is shown as ####; text finds room below or beside."""
    for sheet in _saved(path, path.stat().st_mtime_ns).worksheets:
        widths = _widths(sheet)
        for cell in cells(sheet):
            if isinstance(cell.value, int | float):
                shown = LONGEST_SHOWN.get(cell.number_format) or f"{cell.value:,.0f}"
                if len(shown) > widths.get(cell.column, DEFAULT_WIDTH):
                    yield f"{sheet.title}!{cell.coordinate} {cell.value}"


def words_have_room(path: Path) -> Iterator[str]:
    """Words that are not broken run on over blank cells, up to the next cell that has something."""
    for sheet in _saved(path, path.stat().st_mtime_ns).worksheets:
        widths = _widths(sheet)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and not cell.alignment.wrap_text:
                    room = _room([one.value for one in row], cell, widths)
                    if NARROWEST * len(cell.value) > room:
                        yield f"{sheet.title}!{cell.coordinate} {cell.value}"


def _room(values: list[object], cell: Cell | MergedCell, widths: dict[int, float]) -> float:
    """Add up a cell's column and the blank ones that its words run on over."""
    at = int(cell.column or 0)
    beyond = range(at - 1, 0, -1)
    if cell.alignment.horizontal != "right":
        beyond = range(at + 1, len(values) + 1)
    room = widths.get(at, DEFAULT_WIDTH)
    for column in beyond:
        if values[column - 1] is not None:
            return room
        room += widths.get(column, DEFAULT_WIDTH)
    return room if cell.alignment.horizontal == "right" else float("inf")


RULES = (
    words_have_room,
    figures_fit_their_columns,
    every_formula_has_a_saved_value,
    the_message_says_how_probable_it_is,
    every_chart_has_an_alternative_text,
    charts_are_native,
    no_links_and_no_macros,
)
