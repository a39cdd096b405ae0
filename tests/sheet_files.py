"""Small spreadsheet files with the quirks of real ones."""

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

Cell = str | float | None
Rows = Sequence[Sequence[Cell]]

DANISH: Rows = (
    ("Budget 2025 og budgetoverslagsår", None),
    ("1.000 kr., 2025-p/l", None),
    (),
    ("Funktion", "Navn", "Udvalg", "Dranst", "B2025", "BO2026", "BO2027", "BO2028"),
    ("5.30.26", "Hjemmehjælp", "Ældreudvalget", 1, 476000, 480000, 481000, 482000),
    ("5.30.27", "Pleje og omsorg", "Ældreudvalget", 1, 717000, 717500, 718000, 718500),
    ("5.30.27", "Pleje og omsorg", "Ældreudvalget", 2, -17000, -17500, -18000, -18500),
    (None, "Ældreudvalget i alt", None, None, 1176000, 1180000, 1181000, 1182000),
    ("5.57.73", "Kontanthjælp", "Beskæftigelsesudvalget", 1, 482000, 470000, 465000, 460000),
    ("1.38.60", "Renovation", "Beskæftigelsesudvalget", 1, 100, 101, 102, 103),
    (None, "Beskæftigelsesudvalget i alt", None, None, 482100, 470101, 465102, 460103),
    ("6.45.51", "Sekretariat", "Økonomiudvalget", 1, 649000, 640000, 639000, 638000),
    ("6.45.51", "Sekretariat", "Økonomiudvalget", 3, 12000, 0, 0, 0),
    ("7.22.05", "Renter", "Økonomiudvalget", 4, -900, -910, -920, -930),
    (None, "Økonomiudvalget i alt", None, None, 660100, 639090, 638080, 637070),
    ("I alt", None, None, None, 2318200, 2289191, 2284182, 2279173),
)
"""A municipality's export: title, unit, subtotal per committee, grand total."""


def write_xlsx(path: Path, rows: Rows, sheet: str = "Budget") -> Path:
    """Write a workbook with one sheet."""
    workbook = Workbook()
    worksheet = workbook.active
    assert worksheet is not None
    worksheet.title = sheet
    for row in rows:
        worksheet.append(list(row))
    workbook.save(path)
    return path


def write_csv(
    path: Path, rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8", decimal: str = ","
) -> Path:
    """Write rows without quotes; numbers with a decimal sign and without thousands."""

    def text(cell: Cell) -> str:
        if cell is None:
            return ""
        return (
            cell if isinstance(cell, str) else repr(cell).removesuffix(".0").replace(".", decimal)
        )

    lines = (delimiter.join(map(text, row)) for row in rows)
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


XLSB_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="worksheets/sheet1.bin"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
</Relationships>"""
XLSB_ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17}


def write_xlsb(path: Path, rows: Rows, *, first_row: int = 0) -> Path:
    """Write a binary workbook with one sheet; texts that are errors become error cells."""
    size = (first_row, first_row + len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _record(129) + _record(148, struct.pack("<IIII", *size)) + _record(145)
    for at, row in enumerate(rows, start=first_row):
        sheet += _record(0, struct.pack("<I", at) + bytes(13))
        sheet += b"".join(_binary_cells(row))
    name = _wide("rId1") + _wide("Budget")
    workbook = _record(143) + _record(156, struct.pack("<II", 0, 1) + name) + _record(144)
    with ZipFile(path, "w") as package:
        package.writestr("xl/workbook.bin", _record(131) + workbook + _record(132))
        package.writestr("xl/_rels/workbook.bin.rels", XLSB_RELATIONS)
        package.writestr("xl/worksheets/sheet1.bin", sheet + _record(146) + _record(130))
    return path


def _binary_cells(row: Sequence[Cell]) -> Iterator[bytes]:
    for column, cell in enumerate(row):
        head = struct.pack("<II", column, 0)
        if cell in XLSB_ERRORS:
            yield _record(3, head + bytes([XLSB_ERRORS[str(cell)]]))
        elif isinstance(cell, str):
            yield _record(6, head + _wide(cell))
        elif cell is not None:
            yield _record(5, head + struct.pack("<d", cell))


def _record(kind: int, body: bytes = b"") -> bytes:
    return b"".join(_seven_bits(number) for number in (kind, len(body))) + body


def _seven_bits(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _seven_bits(rest) if rest else bytes([low])


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
