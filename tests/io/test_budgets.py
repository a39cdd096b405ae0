from pathlib import Path

import pytest
from openpyxl import load_workbook

from innobudget.errors import InputError
from innobudget.io.budgets import load_budget, read_budget
from innobudget.io.mapping import BudgetMapping, MappedColumns
from sheet_files import DANISH, Rows, write_csv, write_xlsx

ENGLISH: Rows = (
    ("Amounts in thousand EUR",),
    ("Code", "Description", "Committee", "Kind", "Budget 2026", "Plan 2027"),
    ("0101", "Schools", "Children", "operating", 1500.5, 1600.5),
    ("0102", "School meals", "Children", "transfer", -200.0, -210.0),
    ("", "Total Children", "", "", 1300.5, 1390.5),
)


def test_a_danish_export_reads_without_doubts(tmp_path: Path) -> None:
    reading = read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))

    assert (reading.verdict, reading.reason, reading.doubts) == ("budget", None, ())
    assert (reading.sheet, reading.range, reading.header_row) == ("Budget", "A4:H16", 4)
    assert (reading.unit, reading.currency, reading.sign) == (1000, "DKK", "expenditure-positive")
    assert reading.years == (2025, 2026, 2027, 2028)
    assert reading.lines == 8
    assert reading.areas == 3
    assert reading.totals[2025] == 2_318_200_000


def test_the_price_level_that_a_file_states_is_told(tmp_path: Path) -> None:
    assert read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH)).price_level == 2025


def test_totals_are_control_totals_and_no_lines(tmp_path: Path) -> None:
    reading = read_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))

    assert reading.budget is not None
    assert not any("i alt" in line.name for line in reading.budget.lines)
    assert len(reading.control_totals) == 4 * 4
    assert all(control.within_rounding for control in reading.control_totals)
    assert all(control.difference == 0 for control in reading.control_totals)
    last = reading.control_totals[-1]
    assert (last.place, last.label) == ('budget.xlsx, sheet "Budget", cell H16', "I alt")


def test_dranst_and_function_say_the_kind(tmp_path: Path) -> None:
    budget = load_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))

    assert [line.kind for line in budget.lines] == [
        "operating",
        "operating",
        "refund",
        "transfer",
        "utility",
        "operating",
        "capital",
        "financing",
    ]


def test_a_line_knows_its_cells_and_its_place(tmp_path: Path) -> None:
    line = load_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH)).lines[0]

    assert line.code == ("5", "30", "26")
    assert (line.name, line.area) == ("Hjemmehjælp", "Ældreudvalget")
    assert line.amounts == {2025: 476e6, 2026: 480e6, 2027: 481e6, 2028: 482e6}
    assert line.place == 'budget.xlsx, sheet "Budget", row 5'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_a_text_file_reads_like_the_workbook(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [row for row in DANISH if row[:1] != ("1.000 kr., 2025-p/l",) or delimiter != ","]
    path = write_csv(tmp_path / "budget.csv", rows, delimiter=delimiter, encoding=encoding)
    workbook = load_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))

    budget = load_budget(path, BudgetMapping(unit=1000))

    assert [(line.id, line.name, line.area, line.kind, line.amounts) for line in budget.lines] == [
        (line.id, line.name, line.area, line.kind, line.amounts) for line in workbook.lines
    ]


@pytest.mark.parametrize("decimal", [",", "."])
def test_english_columns_and_either_decimal_sign_are_understood(
    tmp_path: Path, decimal: str
) -> None:
    path = write_csv(tmp_path / "budget.csv", ENGLISH, delimiter="\t", decimal=decimal)

    reading = read_budget(path)

    assert reading.budget is not None
    assert [line.id for line in reading.budget.lines] == ["0101", "0102"]
    assert [line.kind for line in reading.budget.lines] == ["operating", "transfer"]
    assert reading.totals == {2026: 1_300_500, 2027: 1_390_500}
    assert (reading.currency, reading.unit) == ("EUR", 1000)


def test_thousands_are_never_taken_for_decimals_silently(tmp_path: Path) -> None:
    rows: Rows = (("Kode", "Navn", "2026"), ("01", "Skoler", "1.234"), ("02", "Veje", "12.345"))
    path = write_csv(tmp_path / "budget.csv", rows)

    reading = read_budget(path)
    settled = read_budget(path, BudgetMapping(decimal="."))

    assert reading.totals == {2026: 13_579}
    assert "number-style-unsure" in {doubt.code for doubt in reading.doubts}
    assert settled.totals == {2026: 13.579}
    assert "number-style-unsure" not in {doubt.code for doubt in settled.doubts}


def test_a_long_table_becomes_a_line_per_code(tmp_path: Path) -> None:
    rows: Rows = (
        ("mio. kr.",),
        ("Funktion", "Navn", "År", "Beløb"),
        ("5.30.26", "Hjemmehjælp", 2026, 476.5),
        ("5.30.26", "Hjemmehjælp", 2027, 480),
        ("5.30.27", "Pleje", 2026, 10),
        ("5.30.27", "Pleje", 2027, 11),
        ("I alt", None, 2026, 486.5),
        ("I alt", None, 2027, 491),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.budget is not None
    assert [line.amounts for line in reading.budget.lines] == [
        {2026: 476_500_000, 2027: 480_000_000},
        {2026: 10_000_000, 2027: 11_000_000},
    ]
    assert [control.difference for control in reading.control_totals] == [0, 0]


def test_without_a_unit_line_amounts_are_whole_and_doubted(tmp_path: Path) -> None:
    rows: Rows = (("Funktion", "Navn", "B2026"), ("5.30.26", "Hjemmehjælp", 476))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert [doubt.code for doubt in read_budget(path).doubts] == ["unit-not-said"]
    assert read_budget(path).totals == {2026: 476}
    assert read_budget(path, BudgetMapping(unit=1000)).doubts == ()
    assert read_budget(path, BudgetMapping(unit=1000)).totals == {2026: 476_000}


def test_two_units_are_a_question(tmp_path: Path) -> None:
    rows: Rows = (("mio. kr.",), ("Funktion", "1.000 kr.", "B2026"), ("5.30.26", "Hjemmehjælp", 4))

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.verdict == "needs-mapping"
    assert "mio. kr." in str(reading.reason)


def test_a_total_that_does_not_add_up_is_a_doubt_with_its_address(tmp_path: Path) -> None:
    rows = [*DANISH[:-1], ("I alt", None, None, None, 2318201, 2289191, 2284182, 2300000)]

    reading = read_budget(write_xlsx(tmp_path / "budget.xlsx", rows))

    assert [doubt.code for doubt in reading.doubts] == ["control-total-differs"]
    assert reading.doubts[0].place == 'budget.xlsx, sheet "Budget", cell H16'
    assert reading.lines == 8


def test_figures_rounded_in_the_file_agree_within_rounding(tmp_path: Path) -> None:
    rows: Rows = (
        ("mio. kr.",),
        ("Konto", "Tekst", "B2026"),
        ("1", "a", "768,2"),
        ("2", "b", "48,2"),
        ("3", "c", "762,0"),
        ("", "I alt", "1.578,5"),
    )

    control = read_budget(write_csv(tmp_path / "budget.csv", rows)).control_totals[0]

    assert control.difference == -100_000
    assert control.within_rounding


def test_income_and_expenditure_both_positive_are_told_apart_by_their_column(
    tmp_path: Path,
) -> None:
    rows: Rows = (
        ("Konto", "Tekst", "Udgift/indtægt", "B2026"),
        ("1", "Skoler", "Udgift", 900),
        ("2", "Skatter", "Indtægt", 1000),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.sign == "both-positive"
    assert reading.totals == {2026: -100}
    assert reading.totals_by_direction == {"expenditure": {2026: 900}, "income": {2026: 1000}}


def test_expenditure_below_zero_is_turned_round_where_the_user_says_so(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Tekst", "B2026"), ("1", "Skoler", -900), ("2", "Havne", 1000))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert "sign-not-said" in {doubt.code for doubt in read_budget(path).doubts}
    assert read_budget(path, BudgetMapping(sign="expenditure-negative")).totals == {2026: -100}


def test_expenditure_below_zero_is_turned_round_where_taxes_are_above(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Tekst", "B2026"), ("1", "Skoler", -900), ("2", "Skatter", 1000))
    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.totals == {2026: -100}
    assert "sign-not-said" not in {doubt.code for doubt in reading.doubts}


def test_columns_named_by_the_user_win_over_recognition(tmp_path: Path) -> None:
    rows: Rows = (("A", "B", "C", "D"), ("01", "Skoler", 900, 5), ("02", "Veje", 100, 6))
    path = write_csv(tmp_path / "budget.csv", rows)
    columns = MappedColumns(line="A", name="B", amounts={2026: "C", 2027: "D"})

    budget = load_budget(path, BudgetMapping(header_row=1, columns=columns, unit=1))

    assert [(line.id, line.name, line.amounts) for line in budget.lines] == [
        ("01", "Skoler", {2026: 900, 2027: 5}),
        ("02", "Veje", {2026: 100, 2027: 6}),
    ]


def test_amounts_without_a_year_are_a_question_that_a_year_answers(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Tekst", "Beløb"), ("1", "Skoler", 900), ("2", "Veje", 100))
    path = write_csv(tmp_path / "budget.csv", rows)

    assert read_budget(path).verdict == "needs-mapping"
    assert "no year" in str(read_budget(path).reason)
    assert read_budget(path, BudgetMapping(year=2026)).totals == {2026: 1000}


def test_versions_of_one_year_side_by_side_are_a_question(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Tekst", "Oprindeligt budget 2025", "Korrigeret budget 2025"),
        ("1", "Skoler", 900, 910),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.verdict == "needs-mapping"
    assert "several versions" in str(reading.reason)


def test_blank_and_dash_are_nothing_budgeted_and_counted(tmp_path: Path) -> None:
    rows: Rows = (
        ("Konto", "Tekst", "B2026", "BO2027"),
        ("1", "Skoler", "", 5),
        ("2", "Veje", " - ", 6),
    )

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.blanks == 2
    assert reading.totals == {2026: 0, 2027: 11}


@pytest.mark.parametrize("marker", ["…", "...", "#Missing", "N/A"])
def test_a_missing_amount_is_a_doubt_and_never_zero(tmp_path: Path, marker: str) -> None:
    rows: Rows = (("Konto", "Tekst", "B2026", "BO2027"), ("1", "Skoler", marker, 5))

    reading = read_budget(write_csv(tmp_path / "budget.csv", rows))

    assert reading.budget is not None
    assert reading.budget.lines[0].amounts == {2027: 5}
    assert "amount-missing" in {doubt.code for doubt in reading.doubts}


def test_codes_stay_text(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Tekst", "B2026"), ("05.38.01", "Handicap", 1), ("007", "Andet", 2))

    budget = load_budget(write_csv(tmp_path / "budget.csv", rows))

    assert [line.id for line in budget.lines] == ["05.38.01", "007"]


@pytest.mark.parametrize(
    ("header", "codes", "restored"),
    [
        ("Konto", ("0101", 201), ["0101", "0201"]),
        ("Funktion", (53026, 2820), ["5.30.26", "0.28.20"]),
        ("Funktion", ("053026", "002820"), ["5.30.26", "0.28.20"]),
        ("Hovedfunktion", ("5.30", 5.3), ["5.30", "5.30"]),
        ("Funktion", (5.3, 5.32), ["5.30", "5.32"]),
        ("Konto", (101, 201), ["101", "201"]),
    ],
)
def test_codes_that_were_stored_as_numbers_get_their_zeros_back(
    tmp_path: Path, header: str, codes: tuple[str | float, ...], restored: list[str]
) -> None:
    rows: Rows = (("1.000 kr.",), (header, "Navn", "B2026"), (codes[0], "a", 1), (codes[1], "b", 2))

    reading = read_budget(write_xlsx(tmp_path / "budget.xlsx", rows))

    assert reading.budget is not None
    assert [line.id for line in reading.budget.lines] == restored
    told = "code-restored" in {doubt.code for doubt in reading.doubts}
    assert told == ([str(code) for code in codes] != restored)


def test_a_hidden_sheet_is_left_out_and_mentioned(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "budget.xlsx", DANISH)
    workbook = load_workbook(path)
    hidden = workbook.create_sheet("Old")
    hidden.append(["Funktion", "Navn", "B2024"])
    hidden.append(["5.30.26", "Hjemmehjælp", 1])
    hidden.sheet_state = "hidden"
    workbook.save(path)

    reading = read_budget(path)

    assert reading.sheet == "Budget"
    assert [(out.place, out.reason) for out in reading.left_out] == [
        ('budget.xlsx, sheet "Old"', "a hidden sheet"),
    ]


def test_a_budget_that_needs_a_mapping_cannot_be_loaded(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Tekst", "Beløb"), ("1", "Skoler", 900))

    with pytest.raises(InputError, match="budget-needs-mapping"):
        load_budget(write_csv(tmp_path / "budget.csv", rows))
