"""A reader can follow a figure, keeps the headings in sight, and finds nothing covered."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from conftest import a_scenario, an_investment
from innobudget.engine.simulation import simulate
from town import written
from workbook_linter.reading import ASSUMPTIONS, WHATIF, is_input

MOST_FROZEN_ROWS = 14


@pytest.fixture(scope="module")
def saved(english: Path) -> Workbook:
    return openpyxl.load_workbook(english, data_only=True)


def links(sheet: Worksheet) -> list[tuple[int, str]]:
    """Return row and target of every link in the second column."""
    return [
        (int(row[1].row or 0), str(row[1].hyperlink.location))
        for row in sheet.iter_rows(max_col=2)
        if row[1].hyperlink
    ]


def figure(book: Workbook, target: str) -> object:
    sheet, _, address = target.replace("'", "").partition("!")
    return book[sheet][address].value


def test_each_figure_of_summary_names_the_cell_that_holds_it(saved: Workbook) -> None:
    sheet = saved["Summary"]
    found = links(sheet)
    assert len(found) > 20
    for row, target in found:
        column = re.sub(r".*!([A-Z]+)\d+", r"\1", target)
        assert figure(saved, target) == pytest.approx(sheet[f"{column}{row}"].value), target


def test_figures_of_results_lead_to_where_they_are_worked_out(saved: Workbook) -> None:
    sheet = saved["Results"]
    found = links(sheet)
    assert {target.split("!")[0] for _, target in found} == {"Plan", "'What-if'", "Trials"}
    for row, target in found:
        place = re.sub(r".*!([A-Z]+)\d+", r"\1", target)
        if target.startswith("Plan!"):
            assert figure(saved, target) == pytest.approx(sheet[f"{place}{row}"].value)
        elif target.startswith("Trials!"):
            assert figure(
                saved, target
            )  # the head of its column, or of the weights that it draws on
        else:
            assert figure(saved, re.sub("![A-Z]+", "!A", target)) == sheet[f"A{row}"].value


def test_plan_draws_on_inputs_by_name(english: Path) -> None:
    book = openpyxl.load_workbook(english)
    named = {name for name in book.defined_names if name.startswith("case1_")}
    assert {"case1_cofinancing", "case1_effect1_amount", "case1_stage1_outlay"} <= named
    assert "case1_effect1_amount_used" in named  # the input, or the run's where it is unusable
    told = "".join(str(cell.value) for row in book["Plan"].iter_rows() for cell in row)
    assert "case1_switched_on_used*case1_effect1_amount_used" in told


def test_what_stays_on_screen_leaves_room_for_the_rest(english: Path) -> None:
    for sheet in openpyxl.load_workbook(english).worksheets:
        frozen = int(re.sub(r"\D", "", str(sheet.freeze_panes))) - 1
        assert frozen <= MOST_FROZEN_ROWS, sheet.title
        status = next(row for row in range(1, 20) if str(sheet.cell(row, 1).value)[:1] == "=")
        assert status <= frozen, sheet.title


def test_charts_cover_no_table(english: Path, tmp_path: Path) -> None:
    single = written(simulate(a_scenario(an_investment(), trials=30)), tmp_path)
    for path in (english, single):
        sheet = openpyxl.load_workbook(path)["What-if"]
        for chart in sheet._charts:  # type: ignore[attr-defined]
            first, last = chart.anchor._from, chart.anchor.to
            covered = sheet.iter_rows(
                min_row=first.row + 1,
                max_row=last.row + 1,
                min_col=first.col + 1,
                max_col=last.col + 1,
            )
            assert [cell.coordinate for row in covered for cell in row if cell.value] == []


def test_a_wrong_input_is_refused_in_the_language_of_the_reader(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    for sheet in (sheet for sheet in book.worksheets if sheet.title in ASSUMPTIONS | WHATIF):
        rules = sheet.data_validations.dataValidation
        danish = sheet.title in ("Forudsætninger", "Regn selv")
        told = {str(rule.error)[:5] for rule in rules if rule.type}
        assert told == {"Skriv" if danish else "Type "}
        prompts = {str(rule.prompt)[:4] for rule in rules if not rule.type}
        assert prompts <= {"Kun " if danish else "Only"}
        assert any(is_input(cell) for row in sheet.iter_rows() for cell in row)
