"""What a file leaves open is asked, and the mapping that is proposed answers it."""

from dataclasses import replace
from pathlib import Path

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, MappedColumns, overlay, read_mapping
from innobudget.io.mapping_text import mapping_text
from sheet_files import DANISH, Rows, write_csv, write_xlsx


def confirmed(path: Path, tmp_path: Path, mapping: BudgetMapping | None = None) -> BudgetReading:
    """Read a file once more with the mapping that reading it proposes."""
    target = tmp_path / "mapping.toml"
    target.write_text(mapping_text(read_budget(path, mapping), mapping), encoding="utf-8")
    return read_budget(path, read_mapping(target))


def test_the_mapping_of_a_clear_file_reads_it_alike(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)

    reading, again = read_budget(path), confirmed(path, tmp_path)

    assert again.doubts == ()
    assert replace(again, budget=None) == replace(reading, budget=None)


def test_a_mapping_reads_next_years_export_without_a_word(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    target = tmp_path / "mapping.toml"
    target.write_text(mapping_text(read_budget(path)), encoding="utf-8")
    header = ("Funktion", "Navn", "Udvalg", "Dranst", "B2026", "BO2027", "BO2028", "BO2029")
    later = write_xlsx(tmp_path / "later.xlsx", [*DANISH[:3], header, *DANISH[4:]])

    reading = read_budget(later, read_mapping(target))

    assert reading.years == (2026, 2027, 2028, 2029)
    assert reading.doubts == ()


def test_columns_that_came_or_went_since_the_mapping_are_told(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    target = tmp_path / "mapping.toml"
    target.write_text(mapping_text(read_budget(path)), encoding="utf-8")
    rows = [(*row, "x") if len(row) > 7 else row for row in DANISH]
    rows[3] = (*DANISH[3], "Bemærkning")

    reading = read_budget(write_xlsx(tmp_path / "later.xlsx", rows), read_mapping(target))

    assert [(doubt.code, doubt.found) for doubt in reading.doubts] == [
        ("layout-changed", "columns that are new: 'Bemærkning'")
    ]


VERSIONS: Rows = (
    ("1.000 kr.",),
    ("Konto", "Tekst", "Oprindeligt budget 2025", "Korrigeret budget 2025", "Afvigelse i %"),
    ("01", "Skoler", 900, 910, "1 %"),
    ("02", "Veje", 100, 120, "20 %"),
)


def test_the_councils_own_version_is_proposed(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "budget.csv", VERSIONS)

    assert confirmed(path, tmp_path).totals == {2025: 1_000_000}


def test_of_numbered_books_the_latest_is_proposed(tmp_path: Path) -> None:
    rows: Rows = (
        ("1.000 kr.",),
        ("Bog version", "Konto", "Tekst", "2025", "2026"),
        *((book, "01", "Skoler", 900 + book, 910 + book) for book in (9, 10)),
        *((book, "02", "Veje", 100 + book, 120 + book) for book in (9, 10)),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert read_budget(path).proposal == {"keep": {"Bog version": ["10"]}}
    assert confirmed(path, tmp_path).totals == {2025: 1_020_000, 2026: 1_050_000}


def test_one_year_among_many_measures_is_asked_about(tmp_path: Path) -> None:
    words = ("Løn", "Varer", "Energi", "Tjenester", "Tilskud", "Renter", "Husleje")
    rows: Rows = (
        ("1.000 kr.",),
        ("Enhed", *words, "Saldo 2026"),
        ("Skoler", 3702.5, 4936.5, 617.5, 740.5, 86.5, 987.5, 1110.5, 8638.25),
        ("Veje", 294.5, 39.5, 490.5, 588.5, 6.5, 78.5, 882.5, 686.25),
        ("Parker", 10713.5, 14284.5, 178.5, 2142.5, 249.5, 28568.5, 3213.5, 24997.25),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert read_budget(path).verdict == "needs-mapping"


def test_a_year_that_stands_twice_is_asked_about(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026", "B2026", "BO2027"), ("1", "Skoler", 1, 2, 3))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "2026 has several versions side by side: C; D" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).totals == {2026: 1, 2027: 3}


def test_a_mappings_years_move_with_the_files(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "budget.csv", VERSIONS)
    target = tmp_path / "mapping.toml"
    target.write_text(mapping_text(read_budget(path)), encoding="utf-8")
    header = [str(cell).replace("2025", "2026") for cell in VERSIONS[1]]
    later = write_csv(tmp_path / "later.csv", [VERSIONS[0], header, *VERSIONS[2:]])

    reading = read_budget(later, read_mapping(target))

    assert reading.totals == {2026: 1_000_000}
    assert "mapping-moved" in {doubt.code for doubt in reading.doubts}


def test_a_row_that_may_be_a_total_is_asked_about_and_named(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Navn", "B2026", "BO2027"),
        ("01", "Aalborg", 1234567, 1334567),
        ("02", "Odense", 7654321, 7754321),
        ("03", "Hele Danmark", 8888888, 9088888),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    reading = read_budget(path)
    assert "row 4 (03, Hele Danmark) is the sum of rows 2 to 3" in str(reading.reason)
    assert confirmed(path, tmp_path).totals == {2026: 8_888_888, 2027: 9_088_888}
    assert read_budget(path, BudgetMapping(totals="none")).lines == 3


def test_versions_in_the_rows_are_asked_about(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Version", "År", "Beløb"),
        ("01", "Oprindeligt budget", 2025, 10),
        ("01", "Korrigeret budget", 2025, 11),
        ("02", "Oprindeligt budget", 2025, 20),
        ("02", "Korrigeret budget", 2025, 22),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "several versions" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).totals == {2025: 30}


def test_a_third_kind_of_figure_beside_income_and_expenditure_is_asked_about(
    tmp_path: Path,
) -> None:
    rows: Rows = (
        ("Konto", "Navn", "Udgift/indtægt", "B2026"),
        ("01", "Skoler", "Udgift", 10),
        ("01", "Skoler", "Tilsagn", 90),
        ("02", "Skatter", "Indtægt", 12),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "'Tilsagn'" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).totals == {2026: -2}


@pytest.mark.parametrize(("spent", "earned"), [("Udgift", "Indtægt"), ("+", "-")])
def test_what_stands_below_the_last_row_hides_no_sides(
    tmp_path: Path, spent: str, earned: str
) -> None:
    rows: Rows = (
        ("Konto", "Tekst", "Art", "Beløb 2026"),
        ("10", "Løn", spent, 500_123),
        ("20", "Takster", earned, 200_123),
        ("30", "Varer", spent, 100_456),
        ("98", "Memo", "Note a", 77),
        ("99", "Memo", "Note b", 78),
    )
    reading = confirmed(
        write_csv(tmp_path / "budget.csv", rows), tmp_path, BudgetMapping(last_row=4)
    )
    assert reading.totals == {2026: 400_456}


def test_a_caption_over_whole_amounts_is_asked_about(tmp_path: Path) -> None:
    rows: Rows = (
        ("1.000 kr.",),
        ("Konto", "Navn", "B2026"),
        ("01", "Skoler", 2_500_000_000),
        ("02", "Veje", 500_000_000),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "stands over whole amounts" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).totals == {2026: 3_000_000_000}


def test_figures_below_the_last_total_are_asked_about(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Navn", "B2026"),
        ("01", "Skoler", 10),
        ("02", "Veje", 20),
        ("", "I alt", 30),
        *[("",)] * 6,
        ("", "Kontrol", 77),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "follow the last total" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).totals == {2026: 30}


def test_two_sheets_with_figures_are_asked_about(tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - one test writes a second sheet

    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    other = workbook.create_sheet("Anlæg")
    for row in DANISH:
        other.append(list(row))
    workbook.save(path)

    assert "several sheets" in str(read_budget(path).reason)
    assert confirmed(path, tmp_path).sheet == "Budget"
    both = BudgetMapping(sheet=("Budget", "Anlæg"))
    again = read_budget(path, both)
    assert "sheet 'Anlæg' adds up to the others together" in str(again.reason)
    assert confirmed(path, tmp_path, both).sheet == "Budget"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            (("Nøgletal 2025",), ("Indikator", "Budget 2025"), ("Andel i % af udgifter", "7,5")),
            "key figures",
        ),
        ((("Kode", "Navn"), ("01", "Skoler"), ("02", "Veje")), "no table of amounts"),
        ((("Funktion", "Navn"), (22, "Veje"), (26, "Skoler"), (30, "Pleje")), "without amounts"),
        ((("Konto", "Navn", "B2026"), ("", "", "")), "no table of amounts"),
    ],
)
def test_what_is_no_budget_is_refused_with_the_reason(
    tmp_path: Path, rows: Rows, reason: str
) -> None:
    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.verdict == "refused"
    assert reason in str(reading.reason)


def test_years_relative_to_a_constant_column_are_read(tmp_path: Path) -> None:
    rows: Rows = (
        ("Budgetår", "Konto", "Navn", "t-1", "t", "t+1"),
        (2026, "01", "Skoler", 1, 2, 3),
        (2026, "02", "Veje", 10, 20, 30),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.totals == {2025: 11, 2026: 22, 2027: 33}


def test_estimate_years_count_from_the_budget_year(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026", "BO1", "BO2"), ("01", "Skoler", 1, 2, 3))

    assert read_budget(write_csv(tmp_path / "b.csv", rows)).totals == {2026: 1, 2027: 2, 2028: 3}


def test_relative_years_without_a_budget_year_are_asked_about(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "BO1", "BO2"), ("01", "Skoler", 2, 3))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "count from a budget year" in str(read_budget(path).reason)
    assert read_budget(path, BudgetMapping(base_year=2026)).totals == {2027: 2, 2028: 3}


def test_a_year_in_the_title_is_taken_with_a_doubt(tmp_path: Path) -> None:
    rows: Rows = (("Budget 2026",), ("Konto", "Navn", "Beløb"), ("01", "Skoler", 2))

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.totals == {2026: 2}
    assert "year-from-title" in {doubt.code for doubt in reading.doubts}


def test_columns_of_expenditure_and_income_make_one_amount(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Navn", "Udgifter 2026", "Indtægter 2026"),
        ("01", "Skoler", 10, 2),
        ("02", "Havn", 1, 5),
    )

    assert read_budget(write_csv(tmp_path / "budget.csv", rows)).totals == {2026: 4}


def test_net_amounts_beside_them_are_read_instead(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Navn", "Udgifter 2026", "Indtægter 2026", "Netto 2026"),
        ("01", "Skoler", 10, 2, 8),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.totals == {2026: 8}
    assert sum("net amounts" in out.reason for out in reading.left_out) == 2


def test_section_lines_say_area_and_direction(tmp_path: Path) -> None:
    rows: Rows = (
        ("Post", "Budget 2026"),
        ("Indtægter", ""),
        ("Skatter", 100),
        ("Tilskud", 50),
        ("Driftsudgifter:", ""),
        ("Skoler", 120),
        ("Veje", 20),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.budget is not None
    assert reading.budget.areas == ("Indtægter", "Driftsudgifter")
    assert reading.sign == "both-positive"
    assert reading.totals == {2026: -10}


def test_merged_cells_stand_for_every_row_that_they_cover(tmp_path: Path) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - one test merges cells

    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    workbook["Budget"].merge_cells("C5:C7")
    workbook.save(path)

    reading = read_budget(path)

    assert reading.budget is not None
    assert [line.area for line in reading.budget.lines[:3]] == ["Ældreudvalget"] * 3


def test_where_scenario_and_mapping_differ_the_scenario_wins_and_it_is_said() -> None:
    scenario = BudgetMapping(unit=1000, columns=MappedColumns(line="Konto"))
    mapping = BudgetMapping(unit=1, sheet="Drift", columns=MappedColumns(line="Nr", name="Navn"))

    both, doubts = overlay(scenario, mapping)

    assert both == BudgetMapping(
        unit=1000, sheet="Drift", columns=MappedColumns(line="Konto", name="Navn")
    )
    assert [doubt.place for doubt in doubts] == [
        "[budget], key columns.line",
        "[budget], key unit",
    ]


def test_rows_are_kept_and_left_out_by_their_texts_or_numbers(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "B2026"), ("1", "a", 1), ("2", "b", 2), ("3", "c", 40))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert read_budget(path, BudgetMapping(keep={"Navn": ("a", "b")})).totals == {2026: 3}
    assert read_budget(path, BudgetMapping(leave_out={"row": ("2",)})).totals == {2026: 42}
    flagged = read_budget(path, BudgetMapping(total_rows={"Konto": ("3",)}))
    assert flagged.totals == {2026: 3}
    assert any("marked as a total" in out.reason for out in flagged.left_out)


def test_total_lines_that_a_column_marks_stay_totals_beside_those_that_a_mapping_names(
    tmp_path: Path,
) -> None:
    rows: Rows = (
        ("Konto", "Navn", "Total", "B2026"),
        ("1", "a", "N", 700),
        ("2", "b", "N", 20),
        ("9", "c", "J", 555),
        ("3", "d", "N", 4),
    )
    path = write_csv(tmp_path / "budget.csv", rows)

    assert read_budget(path).totals == {2026: 724}
    assert read_budget(path, BudgetMapping(total_rows={"row": ("5",)})).totals == {2026: 720}


def test_a_question_shows_what_each_answer_would_give(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(
        "Tipo;Denominación;Crédito 2026\nI;Impuestos;1712345\nG;Personal;1412345\nG;Obras;100000\n",
        encoding="utf-8",
    )

    reading = read_budget(path)

    found = [(one.lines, one.year, one.total) for one in reading.candidates]
    assert found == [(3, 2026, -200000), (3, 2026, 200000), (3, 2026, 3224690)]


@pytest.mark.parametrize(("texts", "told"), [(("TA", "TP"), True), (("Budget", "Regnskab"), False)])
def test_a_question_about_versions_says_where_only_the_amounts_speak_for_them(
    tmp_path: Path, texts: tuple[str, str], told: bool
) -> None:
    rows = (
        f"{line};{text};{100_000 * line + more}"
        for line in range(1, 7)
        for more, text in enumerate(texts)
    )
    path = tmp_path / "budget.csv"
    path.write_text("\n".join(["Område;Udgave;2026", *rows]), encoding="utf-8")

    reason = str(read_budget(path).reason)

    assert "several versions" in reason
    assert ("like amounts" in reason) is told
