"""Make the example budgets: kr. per inhabitant times inhabitants, as a municipality exports it."""

import tomllib
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

HERE = Path(__file__).parent
YEARS = ("B2025", "BO2026", "BO2027", "BO2028")
HEADER = ("Funktion", "Navn", "Udvalg", "Dranst", *YEARS)
THOUSAND = 1_000
MADE = datetime(2025, 1, 1)  # noqa: DTZ001 - a workbook's date has no zone
WIDTHS = (10, 60, 32, 8, 12, 12, 12, 12)
NOTES = (
    "Uddrag af 25 funktioner, ikke hele budgettet. Beløb er tilnærmede.",
    "Regnskab 2024 pr. indbygger (Danmarks Statistik, REGK31) gange indbyggertal, ens i alle år.",
    "Udvalg og dranst er eksemplets egne skøn.",
)

Figures = dict[str, Any]


def budget_rows(figures: Figures, municipality: str) -> list[tuple[str | int, ...]]:
    """Return the rows below the header: lines by committee, a subtotal each, a grand total."""
    inhabitants = figures["municipality"][municipality]["inhabitants"]
    committees: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for function in figures["function"]:
        amount = round(function[municipality] * inhabitants / THOUSAND)
        line = (function["code"], function["name"], amount)
        committees[function["committee"]].append(line)
    rows: list[tuple[str | int, ...]] = []
    whole = 0
    for committee in sorted(committees):
        lines = committees[committee]
        rows += [(code, name, committee, "1", *[amount] * 4) for code, name, amount in lines]
        part = sum(amount for _, _, amount in lines)
        whole += part
        rows.append(("", f"{committee} i alt", "", "", *[part] * 4))
    return [*rows, ("", "I alt", "", "", *[whole] * 4)]


def write_budget(figures: Figures, municipality: str, path: Path) -> None:
    """Write one budget workbook, the same bytes every time."""
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False})
    book.set_properties({"created": MADE})
    bold, total = book.add_format({"bold": True}), book.add_format({"bold": True, "top": 1})
    total.set_num_format("#,##0")
    number, unit = book.add_format({"num_format": "#,##0"}), book.add_format({"italic": True})
    sheet = book.add_worksheet("Budget")
    sheet.write_string(0, 0, f"{figures['municipality'][municipality]['name']}, budget 2025", bold)
    sheet.write_string(1, 0, "1.000 kr.", unit)
    for column, (heading, width) in enumerate(zip(HEADER, WIDTHS, strict=True)):
        sheet.write_string(3, column, heading, bold)
        sheet.set_column(column, column, width)
    rows = budget_rows(figures, municipality)
    for place, row in enumerate(rows, start=4):
        style = number if row[0] else total
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(place, column, value, style)
            elif value:
                sheet.write_string(place, column, value, None if row[0] else total)
    for offset, note in enumerate(NOTES, start=len(rows) + 5):
        sheet.write_string(offset, 0, note, unit)
    sheet.freeze_panes(4, 2)
    book.close()


def read_figures() -> Figures:
    """Return the facts that the budgets are made from."""
    return tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))


def main() -> None:
    """Write the budget of each municipality."""
    figures = read_figures()
    for municipality in figures["municipality"]:
        path = HERE / municipality / "2025" / "budget.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_budget(figures, municipality, path)
        print(f"{path.relative_to(HERE.parent)}: {len(figures['function'])} lines")


if __name__ == "__main__":
    main()
