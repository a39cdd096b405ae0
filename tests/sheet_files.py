"""Small spreadsheet files with the quirks of real ones."""

from collections.abc import Sequence
from pathlib import Path

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
