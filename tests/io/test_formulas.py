"""A workbook that a program wrote and no spreadsheet ever computed holds no amounts."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from innobudget.errors import InputError
from innobudget.io.budgets import read_budget


def write(path: Path, factor: float, value: float) -> Path:
    """Write 2026 as numbers and 2027 as formulas, each with the same saved value."""
    book = Workbook(str(path))
    sheet = book.add_worksheet("Budget")
    sheet.write_row(0, 0, ["Konto", "Tekst", "Budget 2026", "Budget 2027", "Note"])
    for row, (code, name) in enumerate((("5.30.26", "Hjemmehjælp"), ("5.30.27", "Pleje")), start=1):
        sheet.write_row(row, 0, [code, name, factor * (1_850_123 + row)])
        sheet.write_formula(row, 3, f"=C{row + 1}*1.02", None, value)
    book.close()
    return path


def test_formulas_that_all_hold_0_over_cells_that_do_not_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "budget.xlsx", 1.0, 0)

    with pytest.raises(InputError) as refused:
        read_budget(path)

    assert {problem.code for problem in refused.value.problems} == {"formula-not-computed"}


def test_formulas_that_hold_0_over_cells_that_do_are_amounts(tmp_path: Path) -> None:
    reading = read_budget(write(tmp_path / "budget.xlsx", 0.0, 0))

    assert reading.totals == {2026: 0, 2027: 0}


def test_formulas_that_were_computed_are_amounts(tmp_path: Path) -> None:
    reading = read_budget(write(tmp_path / "budget.xlsx", 1.0, 1000))

    assert reading.totals[2027] == 2_000
