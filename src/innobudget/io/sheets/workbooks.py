"""Workbooks of every kind as cells.

One reader, calamine, takes xlsx, xlsb, xls and ods: eight times as fast as openpyxl and
without its failures on pivot caches. It turns error cells and formulas that were never
computed into empty cells, and ends the process where a sheet is too large, so files of all
four kinds are scanned beforehand.
"""

import datetime as dt
import struct
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from defusedxml import DefusedXmlException
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from innobudget.errors import InputError, Problem
from innobudget.io.sheets.binary import scan_binary
from innobudget.io.sheets.cells import Sheet, Value
from innobudget.io.sheets.package import scan_package

DAMAGE = (
    *(CalamineError, BadZipFile, EOFError, OSError, ParseError, DefusedXmlException, LookupError),
    *(RuntimeError, ValueError, struct.error, zlib.error),
)
"""What readers raise on packages that break off, lie about themselves or name outer entities."""
PANIC = "PanicException"
"""What calamine raises where it did not foresee the damage; no class that can be imported."""
SECTOR = 512
"""Old workbooks end with a whole sector; calamine does not foresee others."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(path: Path, content: bytes) -> tuple[Sheet, ...]:
    """Read every worksheet of a workbook, hidden ones too."""
    if ENCRYPTED in content:
        raise _protected(path)
    try:
        faults = _scan(path, content)
        filled = content if content.startswith(b"PK") else content + bytes(-len(content) % SECTOR)
        workbook = CalamineWorkbook.from_filelike(BytesIO(filled))
        return tuple(
            _sheet(
                path,
                workbook,
                meta.name,
                hidden=meta.visible != SheetVisibleEnum.Visible,
                faults=faults.get(meta.name, {}),
            )
            for meta in workbook.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        )
    except PasswordError:
        raise _protected(path) from None
    except DAMAGE as error:
        raise _damaged(path, str(error)) from None
    except BaseException as error:  # a panic of calamine is no Exception; all else is raised on
        if type(error).__name__ != PANIC:
            raise
        raise _damaged(path, str(error)) from None


def _scan(path: Path, content: bytes) -> Mapping[str, Mapping[tuple[int, int], str]]:
    """Find the cells without a usable value, by sheet."""
    scan = scan_package if content.startswith(b"PK") else scan_binary
    return scan(path.name, content)


def _sheet(
    path: Path,
    workbook: CalamineWorkbook,
    name: str,
    *,
    hidden: bool,
    faults: Mapping[tuple[int, int], str],
) -> Sheet:
    source = workbook.get_sheet_by_name(name)
    return Sheet(
        file=path.name,
        name=name,
        rows=tuple(_row(row) for row in source.to_python(skip_empty_area=False)),
        hidden=hidden,
        faults=faults,
        merged=tuple((*first, *last) for first, last in source.merged_cell_ranges or ()),
    )


def _row(cells: Iterable[Any]) -> tuple[Value, ...]:
    row = [
        cell if type(cell) is float else (cell or None) if type(cell) is str else _value(cell)
        for cell in cells
    ]
    while row and row[-1] is None:
        row.pop()
    return tuple(row)


def _value(cell: object) -> Value:
    """Return a rarer kind of cell: a truth value, a date, a duration."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int):
        return float(cell)
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return None if cell is None else str(cell)


def _protected(path: Path) -> InputError:
    return InputError(
        [
            Problem(
                code="file-protected",
                place=path.name,
                found="a workbook that is protected by a password",
                expected="a workbook that opens without a password",
                remedy="save it in Excel without a password (File, Info, Protect Workbook)",
            )
        ]
    )


def _damaged(path: Path, message: str) -> InputError:
    return InputError(
        [
            Problem(
                code="file-damaged",
                place=path.name,
                found=message,
                expected="a whole workbook: xlsx, xlsm, xlsb, xls or ods",
                remedy="open it in Excel or LibreOffice and save it again as xlsx",
            )
        ]
    )
