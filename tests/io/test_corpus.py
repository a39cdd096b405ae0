"""Real files as they were published; they stay outside the project, so this runs where they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, MappedColumns, read_mapping
from innobudget.io.mapping_text import mapping_text
from innobudget.io.sheets import read_sheets

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
QUESTIONS = 5


def read(name: str) -> BudgetReading:
    return read_budget(CORPUS / name)


def confirmed(name: str, tmp_path: Path, **answers: Any) -> BudgetReading:  # noqa: ANN401 - any key of a mapping
    """Read a file, confirming what the program proposes, with the user's own answers on top."""
    mapping = replace(BudgetMapping(), **answers)
    reading = read_budget(CORPUS / name, mapping)
    for _ in range(QUESTIONS):
        if reading.verdict != "needs-mapping":
            break
        path = tmp_path / "mapping.toml"
        path.write_text(mapping_text(reading, mapping), encoding="utf-8")
        mapping = replace(read_mapping(path), **answers)
        reading = read_budget(CORPUS / name, mapping)
    return reading


def amounts(**columns: str) -> MappedColumns:
    return MappedColumns(amounts={int(year[1:]): header for year, header in columns.items()})


def stated(reading: BudgetReading, word: str) -> Mapping[int, float]:
    found: dict[int, float] = defaultdict(float)
    for control in reading.control_totals:
        if word in control.label:
            found[control.year] += control.stated
    return found


def test_figures_per_inhabitant_are_asked_about_and_then_add_up(tmp_path: Path) -> None:
    name = "da/statbank_regk31_2024_uddrag_latin1.csv"

    assert read(name).verdict == "needs-mapping"
    assert "per inhabitant" in str(read(name).reason)
    reading = confirmed(name, tmp_path)
    assert (reading.lines, reading.totals) == (98, {2024: 20475})
    assert reading.budget is not None
    found = {line.name: line.amounts[2024] for line in reading.budget.lines}
    assert (found["Randers"], found["Odense"]) == (144, 145)


@pytest.mark.parametrize(
    ("header", "total"),
    [
        ("Investering Service", 19.6),
        ("Investering Anlæg", 38.9),
        ("Effektivisering ved fuld indfasning Service", 10.8),
        ("Effektivisering ved fuld indfasning Overførsler mv.", 7.9),
    ],
)
def test_a_list_of_proposals_is_asked_about(tmp_path: Path, header: str, total: float) -> None:
    name = "da/kk_investeringsforslag_2020_cp1252.csv"

    assert "proposals" in str(read(name).reason)
    columns = replace(amounts(y2020=header), name="Forslag")
    reading = confirmed(name, tmp_path, header_row=2, columns=columns)
    assert reading.lines == 6
    assert reading.totals[2020] == pytest.approx(total * 1e6)
    assert [control.within_rounding for control in reading.control_totals] == [True]


def test_a_follow_up_asks_for_the_version_and_reconciles(tmp_path: Path) -> None:
    name = "da/budgetopfoelgning_3_2025_cp1252.csv"

    assert "several versions" in str(read(name).reason)
    reading = confirmed(name, tmp_path)
    assert reading.lines == 9
    drift = next(c for c in reading.control_totals if c.label.startswith("Driftsudgifter i alt"))
    assert (drift.stated, drift.read) == (2_946_600_000, 2_946_500_000)
    assert len(reading.control_totals) == 4
    assert all(control.within_rounding for control in reading.control_totals)


def test_bergen_reads_by_itself() -> None:
    reading = read("no/bergen_driftsbudsjett_2013-2016.csv")

    assert reading.lines == 1761
    assert reading.totals == {2013: -490, 2014: -627, 2015: -489, 2016: -539}
    assert reading.totals_by_direction["expenditure"][2013] == 17_897_939_314


def test_bergens_change_groups_can_be_kept_apart() -> None:
    mapping = BudgetMapping(keep={"endrgr": ("N11",)})
    reading = read_budget(CORPUS / "no/bergen_driftsbudsjett_2013-2016.csv", mapping)

    assert list(reading.totals.values()) == [-14399508, -13182908, -13457708, -13457708]


@pytest.mark.parametrize(
    ("name", "year", "lines", "positives"),
    [
        ("no/stavanger_investering_2016.csv", 2016, 171, 1_692_262_000),
        ("no/sauda_investering_2013.csv", 2013, 70, 103_317_323),
    ],
)
def test_amounts_without_a_year_have_that_of_the_files_name_with_a_doubt(
    tmp_path: Path, name: str, year: int, lines: int, positives: float
) -> None:
    unaided = read(name)
    assert "year-from-file-name" in [doubt.code for doubt in unaided.doubts]
    reading = confirmed(name, tmp_path, year=year)
    assert (unaided.lines, unaided.totals) == (reading.lines, reading.totals)
    assert (reading.lines, reading.totals) == (lines, {year: 0})
    assert reading.totals_by_direction["expenditure"] == {year: positives}


def test_accounts_and_budgets_side_by_side_read_by_themselves() -> None:
    reading = read("no/sogndal_drift_2011-2013.csv")

    assert (reading.lines, reading.totals) == (4898, {2011: 16, 2012: 0, 2013: 0})


def test_key_figures_are_refused() -> None:
    reading = read("no/lorenskog_kostra_2025_nokkeltall.xlsx")

    assert reading.verdict == "refused"
    assert "key figures" in str(reading.reason)


def test_income_and_expense_both_positive_are_told_apart_by_their_totals() -> None:
    reading = read("de/koeln_gesamtergebnisplan.csv")

    assert stated(reading, "10 = ")[2010] == 2_920_592_126
    assert stated(reading, "17 = ")[2010] == 3_197_814_870
    assert stated(reading, "26 = ")[2010] == -232_396_396
    ten = next(control for control in reading.control_totals if control.label.startswith("10 = "))
    assert (ten.difference, ten.within_rounding) == (1, True)
    assert reading.totals[2010] == 232_396_396
    assert reading.sign == "both-positive"


def test_a_total_that_lost_its_sign_in_the_file_is_found() -> None:
    reading = read("de/koeln_gesamtergebnisplan.csv")

    wrong = [control for control in reading.control_totals if not control.within_rounding]
    assert [(control.year, control.stated, control.read) for control in wrong] == [
        (2011, 6_058_388, -6_058_388)
    ]


def test_the_same_lines_of_101_plans_read_by_themselves() -> None:
    reading = read("de/koeln_teilergebnisplan.csv")

    assert reading.lines == 101 * 20
    assert all(control.within_rounding for control in reading.control_totals)
    assert stated(reading, "10 = ")[2010] == 2_920_592_126


def test_directions_in_a_column_and_trailing_minus_read_by_themselves() -> None:
    reading = read("de/graz_voranschlag_2012_cp1252.csv")

    assert reading.lines == 9928
    for direction in ("expenditure", "income"):
        assert reading.totals_by_direction[direction][2012] == 982_373_500
        assert reading.totals_by_direction[direction][2011] == 975_927_200


@pytest.mark.parametrize(
    ("sheet", "header", "lines", "total"),
    [
        ("II.", "Schválený rozpočet", 868, 13_018_128_000),
        ("II.", "Rozpočet po změnách", 868, 13_915_943_012),
        ("II.", "Výsledek od počátku roku", 868, 13_044_612_382.29),
        ("I.", "Schválený rozpočet", 101, 11_991_224_000),
        ("I.", "Rozpočet po změnách", 101, 12_958_857_585),
        ("I.", "Výsledek od počátku roku", 101, 13_487_030_345.13),
    ],
)
def test_a_caption_over_whole_amounts_is_asked_about(
    tmp_path: Path, sheet: str, header: str, lines: int, total: float
) -> None:
    name = "cs/ustecky_region_2014_XI.xls"

    assert "several sheets" in str(read(name).reason)
    answers: dict[str, Any] = {"sheet": sheet, "columns": amounts(y2014=header)}
    asked = read_budget(CORPUS / name, BudgetMapping(**answers))
    assert "caption" in str(asked.reason)
    reading = confirmed(name, tmp_path, **answers)
    assert (reading.lines, reading.totals, reading.unit) == (lines, {2014: total}, 1)
    assert all(control.within_rounding for control in reading.control_totals)


def test_income_alone_reads_by_itself_and_says_that_no_sign_is_known() -> None:
    reading = read("es/aragon_2013_partidas_ingresos.csv")

    assert (reading.lines, reading.totals) == (260, {2013: 5_107_284_732.10})
    assert "sign-not-said" in {doubt.code for doubt in reading.doubts}


def test_a_sheet_of_measures_asks_for_its_column(tmp_path: Path) -> None:
    name = "en/uk_RS_2014-15_by_LA.xls"

    assert read(name).verdict == "needs-mapping"
    reading = confirmed(name, tmp_path, sheet="RS LA Data 2014-15 (1)")
    assert (reading.lines, reading.totals) == (444, {2015: 91_198_676_000})
    assert reading.control_totals[0].within_rounding
    again = sum("once more" in out.reason for out in reading.left_out)
    assert again + len(reading.control_totals) == 7  # six classes below the country


def test_revenue_and_expense_in_one_column_read_by_themselves() -> None:
    reading = read("en/oakland_FY15-16_adopted.csv")

    assert reading.lines == 250
    assert {name: sums[2016] for name, sums in reading.totals_by_direction.items()} == {
        "expenditure": 1_202_960_209,
        "income": 1_202_960_209,
    }


def test_tables_side_by_side_with_three_header_rows_are_read_after_three_questions(
    tmp_path: Path,
) -> None:
    reading = confirmed("en/tulsa_FY17_revenues.xlsx", tmp_path)

    assert (reading.sheet, reading.unit) == ("REVenue(2)", 1)
    assert {year: reading.totals[year] for year in (2016, 2017, 2018)} == {
        2016: 714_002_000,
        2017: 729_548_000,
        2018: 774_605_000,
    }
    assert all(control.within_rounding for control in reading.control_totals)


def test_projects_with_many_columns_of_money_ask_for_one(tmp_path: Path) -> None:
    columns = replace(amounts(y2025="Total_Project_Budget"), name="Project_Name")
    name = "en/boston_capital_budget.csv"

    assert read(name).verdict == "needs-mapping"
    reading = confirmed(name, tmp_path, header_row=1, columns=columns)
    assert reading.lines == 427


def test_books_and_versions_in_the_rows_are_asked_about(tmp_path: Path) -> None:
    name = "en/bermuda_expenditure_analysis.tsv"

    reading = confirmed(name, tmp_path, unit=1000.0)
    assert [reading.totals[year] / 1000 for year in (2022, 2023, 2024)] == [
        1_087_752,
        1_103_032,
        1_119_795,
    ]
    keep = {"BudgetBookVersion": ("2024",), "DataVersion": ("REVISED",)}
    revised = read_budget(CORPUS / name, BudgetMapping(keep=keep))
    assert revised.totals == {2023: 1_118_685}


def test_total_lines_that_a_flag_marks_are_no_lines(tmp_path: Path) -> None:
    name = "nl/rijk_budgettaire_tabellen_2015_origineel.csv"

    reading = confirmed(name, tmp_path, missing=("````",))
    assert reading.verdict == "budget"
    assert reading.years == tuple(range(2013, 2020))
    assert reading.budget is not None
    sheet = read_sheets(CORPUS / name)[0]
    flag = [str(text) for text in sheet.rows[0]].index("Indicatie totaal regel J/N")
    rows = [int(line.place.rpartition(" ")[2]) for line in reading.budget.lines]
    assert len(sheet.rows) - 1 == 3052
    assert reading.lines == 1778
    assert "J" not in {sheet.text(row - 1, flag) for row in rows}
