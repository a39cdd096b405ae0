"""What-if in the file gives what the library computes from the same trials."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from innobudget.engine.simulation import Simulation
from innobudget.engine.trials import sample_trials
from innobudget.engine.what_if import Change, Controls, what_if
from innobudget.report.tables import Figure
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import Known
from innobudget.report.workbook.live_figures import live_figures
from recalculation import SOFFICE, Value, by_ironcalc, by_libreoffice, formulas, save
from town import MADE

Settings = Mapping[str, tuple[str, float]]
CHANGED: Settings = {
    "Booking share": ("D", 0.7),
    "Confidence": ("D", 0.9),
    "Discount rate": ("D", 0.05),
    "1. Care at home": ("D", 0),
    "2. One desk": ("F", 2),
}
CONTROLS = Controls(
    booking_share=0.7,
    confidence=0.9,
    discount_rate=0.05,
    changes={"care": Change(switched_on=False), "desk": Change(outlay=2.0)},
)


def changed(path: Path, folder: Path, settings: Settings = CHANGED) -> Path:
    """Type other settings into a copy of the workbook; the others stay as they are."""
    book = openpyxl.load_workbook(path)
    sheet = book["What-if"]
    left = dict(settings)
    for row in range(1, 40):
        column, value = left.pop(str(sheet.cell(row, 1).value), ("", None))
        if column:
            sheet[f"{column}{row}"].value = value
    assert not left
    return save(book, folder / "changed.xlsx")


def rows_of(path: Path) -> Mapping[tuple[str, str], int]:
    """Return the row of every figure of What-if by its label and detail."""
    sheet = openpyxl.load_workbook(path)["What-if"]
    return {
        (str(sheet.cell(row, 1).value), str(sheet.cell(row, 2).value)): row
        for row in range(1, sheet.max_row + 1)
    }


def compare(
    path: Path,
    found: Mapping[tuple[str, str], Value],
    simulation: Simulation,
    controls: Controls = CONTROLS,
) -> None:
    sample = sample_trials(simulation, 40)
    edition = Edition(results=simulation.results(), language="en", made=MADE, sample=sample)
    now = what_if(simulation.scenario, sample, controls)
    rows = rows_of(path)
    compared = 0
    for figure in live_figures(edition, now):
        scale = 1000 if figure.figure is Figure.AMOUNT else 1
        for detail, estimate in (("What-if", figure.now), ("±", figure.error)):
            row = rows[figure.label, detail]
            places = [f"{letter}{row}" for letter in "EFGHIJ"] if estimate.years else []
            expected: dict[str, Known] = dict(zip(places, estimate.years, strict=True))
            if estimate.for_period:
                expected[f"D{row}"] = estimate.period
            for address, value in expected.items():
                cell = found.get(("What-if", address))
                if value is None:
                    assert cell in (None, "")
                elif isinstance(value, str):
                    assert cell == value, figure.key
                else:
                    assert cell == pytest.approx(value / scale, rel=1e-9, abs=1e-9), figure.key
                compared += 1
    assert compared > 200


def test_changed_settings_give_what_the_library_computes(
    english: Path, simulation: Simulation, tmp_path: Path
) -> None:
    path = changed(english, tmp_path)
    compare(path, by_ironcalc(path), simulation)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_agrees_after_changed_settings(
    english: Path, simulation: Simulation, tmp_path: Path
) -> None:
    path = changed(english, tmp_path)
    compare(path, by_libreoffice(path, tmp_path), simulation)


def test_settings_that_stay_blank_are_those_of_the_scenario(
    english: Path, simulation: Simulation, tmp_path: Path
) -> None:
    path = changed(english, tmp_path, {"1. Care at home": ("D", 0)})
    off = Controls(changes={"care": Change(switched_on=False)})
    compare(path, by_ironcalc(path), simulation, off)


def verdicts(path: Path) -> set[Value]:
    """Return what the line below the notes of every sheet says about the checks."""
    found = by_ironcalc(path)
    lines = {
        place
        for place, formula in formulas(path).items()
        if place[1][0] == "A" and formula.removeprefix("=").startswith(("Checks!$D$", "$D$"))
    }
    assert len(lines) == len(openpyxl.load_workbook(path).sheetnames)
    return {found[place] for place in lines}


def test_checks_still_pass_while_settings_are_changed(english: Path, tmp_path: Path) -> None:
    path = changed(english, tmp_path)
    assert verdicts(path) == {"All checks pass."}


def test_a_changed_plan_fails_the_checks(english: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(english)
    sheet = book["Assumptions"]
    row = next(n for n in range(1, 90) if sheet.cell(n, 1).value == "Full-year saving")
    sheet.cell(row, 4).value = 1.0
    book.save(tmp_path / "plan.xlsx")
    assert verdicts(tmp_path / "plan.xlsx") == {"A check fails: see the sheet Checks."}


@pytest.mark.parametrize(
    ("sheet", "label", "column"),
    [
        ("What-if", "1. Care at home", "D"),
        ("What-if", "2. One desk", "F"),
        ("Assumptions", "Confidence", "D"),
        ("Assumptions", "Discount rate", "D"),
        ("Assumptions", "Growth past the budget file's last year", "D"),
        ("Assumptions", "Phase-in", "F"),
    ],
)
def test_an_input_that_is_left_blank_fails_the_checks(
    english: Path, tmp_path: Path, sheet: str, label: str, column: str
) -> None:
    book = openpyxl.load_workbook(english)
    page = book[sheet]
    row = next(n for n in range(1, 120) if page.cell(n, 1).value == label)
    assert page[f"{column}{row}"].value is not None
    page[f"{column}{row}"].value = None
    share = next(n for n in range(1, 40) if book["What-if"].cell(n, 1).value == "Booking share")
    book["What-if"][f"D{share}"].value = 0.9  # while settings are changed, other checks rest
    path = save(book, tmp_path / "blank.xlsx")
    assert verdicts(path) == {"A check fails: see the sheet Checks."}
