"""A table as text, and the file that it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One budget file, and how it must come out."""

    name: str
    """What is special about it; the file's name."""
    text: str
    """Rows by line; cells of a workbook apart by `|`, numbers become numbers."""
    kind: Literal["xlsx", "csv"] = "xlsx"
    encoding: str = "utf-8"
    merged: tuple[str, ...] = ()
    second: str = ""
    """Another sheet of the workbook."""
    comes_out: Literal["read", "asked", "either", "refused"] = "read"
    """By itself; after the program's own answers to its questions; either; or not at all."""
    totals: Mapping[int, float] = field(default_factory=dict)
    """Net sum by year; expenditure positive. None: the question has no right answer in the file.
    [currency]"""
    lines: int = 0
    """0: not looked at, where a line that is broken down in part may be one or several."""
    spent: Mapping[int, float] = field(default_factory=dict)
    """Expenditure by year, where the sides matter. [currency]"""
    doubted: bool = False
    """Whether a doubt about what is counted must stand beside it."""
    plain: bool = False
    """Whether no doubt about what is counted may stand beside it."""
    codes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def write(self, folder: Path) -> Path:
        """Write the file."""
        path = folder / f"{self.name}.{self.kind}"
        if self.kind == "csv":
            path.write_bytes(self.text.encode(self.encoding))
            return path
        workbook = Workbook()
        sheet = workbook.active
        assert isinstance(sheet, Worksheet)
        _fill(sheet, self.text)
        for cells in self.merged:
            sheet.merge_cells(cells)
        if self.second:
            _fill(workbook.create_sheet("Ark2"), self.second)
        workbook.save(path)
        return path


def _fill(sheet: Worksheet, text: str) -> None:
    for line in text.splitlines():
        sheet.append([_cell(cell.strip()) for cell in line.split("|")])


def _cell(text: str) -> str | float | None:
    try:
        return float(text)
    except ValueError:
        return text or None
