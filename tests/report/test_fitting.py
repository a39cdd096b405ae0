"""Words have room: rows are high enough, and no higher; nothing is cut off on paper."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from conftest import a_scenario, an_investment
from innobudget.domain.uncertainty import Choice, Percentiles
from innobudget.engine.simulation import simulate
from innobudget.report.tables import text
from innobudget.report.workbook.fitting import lines_of, row_height
from town import town, written
from workbook_linter import lint


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("1 = ja, 0 = nej", 16, 1),
        ("odense.toml, investment velfaerdsressourcer", 40, 1),
        ("Beskæftigelses- og Socialudvalget, Serviceudgifter (drift)", 34, 2),
        ("two\nlines", 34, 2),
        ("n" * 100, 34, 4),
        ("", 34, 1),
    ],
)
def test_a_row_is_as_high_as_its_words(words: str, width: float, lines: int) -> None:
    assert row_height((text(words),), (width,)) == (None if lines == 1 else 15.0 * lines)


def test_narrower_columns_never_take_fewer_lines() -> None:
    told = "5.28.21 Rådgivning samt forebyggende indsatser eller foranstaltninger"
    counted = [lines_of(told, room) for room in range(60, 4, -1)]
    assert counted == sorted(counted)


def test_no_words_are_cut_off_where_years_are_few(tmp_path: Path) -> None:
    case = an_investment(
        benefit_factor=Percentiles(p10=0.425, p50=0.855, p90=1.125, min=-0.125, max=2.125),
        delay=Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
    )
    scenario = a_scenario(case, horizon=1, language="da", trials=30)
    assert lint(written(simulate(scenario), tmp_path, "da")) == {}


def test_headings_on_each_page_are_those_of_the_table_that_goes_on(english: Path) -> None:
    book = openpyxl.load_workbook(english)
    for sheet, words in (("Investments", "Figure"), ("Risk drivers", "Uncertainty")):
        repeated = int(str(book[sheet].print_title_rows).split("$")[-1])
        assert book[sheet].cell(repeated, 1).value == words
        assert book[sheet].cell(repeated, 5).value == 2026


def test_a_sheet_without_indicators_repeats_its_only_headings(tmp_path: Path) -> None:
    path = written(simulate(a_scenario(an_investment(), trials=30)), tmp_path)
    sheet = openpyxl.load_workbook(path)["Investments"]
    repeated = int(str(sheet.print_title_rows).split("$")[-1])
    assert sheet.cell(repeated, 1).value == "Figure"


def test_trials_are_printed_on_pages_that_can_be_read(english: Path, tmp_path: Path) -> None:
    longer = replace(town(horizon=4).assumptions, horizon=20)
    long = written(simulate(replace(town(), assumptions=longer)), tmp_path)
    pages = [
        openpyxl.load_workbook(path)["Trials"].page_setup.fitToWidth for path in (english, long)
    ]
    assert pages == [2, 4]
