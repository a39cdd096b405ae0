from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook

from innobudget.domain.reading import BudgetReading
from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, read_mapping
from innobudget.io.mapping_text import mapping_text
from innobudget.report.reading import reading_text
from sheet_files import Rows

HEAD = (("1.000 kr.",), ("Funktion", "Navn", "B2026", "B2027"))
CHILDREN: Rows = (
    *HEAD,
    ("3.22.01", "Folkeskoler", 523_417, 531_209),
    ("5.25.11", "Dagpleje", 61_338, 60_771),
    (None, "I alt", 584_755, 591_980),
)
ELDERLY: Rows = (
    *HEAD,
    ("5.30.26", "Hjemmehjælp", 476_112, 480_951),
    ("5.30.27", "Pleje og omsorg", 717_008, 717_544),
    (None, "I alt", 1_193_120, 1_198_495),
)
SUMMARY: Rows = (
    *HEAD,
    (None, "Børn", 584_755, 591_980),
    (None, "Ældre", 1_193_120, 1_198_495),
)


def written(tmp_path: Path, sheets: Mapping[str, Rows]) -> Path:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    path = tmp_path / "budget.xlsx"
    workbook.save(path)
    return path


def confirmed(path: Path, tmp_path: Path, mapping: BudgetMapping | None = None) -> BudgetReading:
    target = tmp_path / "mapping.toml"
    target.write_text(mapping_text(read_budget(path, mapping), mapping), encoding="utf-8")
    return read_budget(path, read_mapping(target))


def test_every_sheet_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": ELDERLY})
    with pytest.raises(InputError) as refused:
        read_budget(path, BudgetMapping(sheet=("Born", "Ældre", "Drift")))
    assert [(problem.found, problem.remedy) for problem in refused.value.problems] == [
        ("no sheet 'Born'", "write 'Børn'"),
        ("no sheet 'Drift'", "write the name as the workbook has it"),
    ]


def test_sheets_of_one_layout_are_proposed_together_and_stand_for_areas(tmp_path: Path) -> None:
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": ELDERLY})

    asked, reading = read_budget(path), confirmed(path, tmp_path)

    assert (asked.verdict, asked.proposal) == ("needs-mapping", {"sheet": ["Børn", "Ældre"]})
    assert reading.budget is not None, reading.reason
    assert reading.sheets == ("Børn", "Ældre")
    assert reading.totals[2026] == 1_777_875_000
    assert [line.area for line in reading.budget.lines] == ["Børn", "Børn", "Ældre", "Ældre"]
    assert reading.budget.lines[2].place == 'budget.xlsx, sheet "Ældre", row 3'
    assert [control.place for control in reading.control_totals] == [
        f'budget.xlsx, sheet "{sheet}", cell {column}5'
        for sheet in ("Børn", "Ældre")
        for column in "CD"
    ]
    assert all(control.within_rounding for control in reading.control_totals)


def test_the_mapping_of_several_sheets_reads_them_alike(tmp_path: Path) -> None:
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": ELDERLY})
    mapping = BudgetMapping(sheet=("Børn", "Ældre"))

    reading, again = read_budget(path, mapping), confirmed(path, tmp_path, mapping)

    assert again.budget == reading.budget
    assert [doubt.code for doubt in again.doubts] == [doubt.code for doubt in reading.doubts]


@pytest.mark.parametrize("name", ["Oversigt", "Udvalg", "A"])
def test_a_summary_beside_its_details_is_never_counted(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, {name: SUMMARY, "Børn": CHILDREN, "Ældre": ELDERLY})

    asked = read_budget(path, BudgetMapping(sheet=(name, "Børn", "Ældre")))

    assert asked.verdict == "needs-mapping"
    assert f"sheet '{name}' adds up to the others together" in str(asked.reason)
    assert asked.proposal == {"sheet": ["Børn", "Ældre"]}
    reading = confirmed(path, tmp_path, BudgetMapping(sheet=(name, "Børn", "Ældre")))
    assert reading.totals[2026] == 1_777_875_000


def test_a_summary_of_some_sheets_is_found_by_their_totals(tmp_path: Path) -> None:
    some: Rows = (*HEAD, (None, "Børn", 584_755, 591_980), (None, "Renter", 917, 918))
    path = written(tmp_path, {"Hoved": some, "Børn": CHILDREN, "Ældre": ELDERLY})

    asked = read_budget(path, BudgetMapping(sheet=("Hoved", "Børn", "Ældre")))

    assert "sheet 'Hoved' holds totals of others" in str(asked.reason)


def test_the_same_budget_divided_twice_is_asked_about(tmp_path: Path) -> None:
    otherwise: Rows = (
        *HEAD,
        ("6.45.51", "Løn", 500_000, 500_000),
        ("6.45.52", "Andet", 84_755, 91_980),
    )
    path = written(tmp_path, {"Efter art": otherwise, "Børn": CHILDREN, "Ældre": ELDERLY})

    asked = read_budget(path, BudgetMapping(sheet=("Efter art", "Børn", "Ældre")))

    assert "adds up to the same as another" in str(asked.reason)


def test_a_user_may_say_that_nothing_is_repeated(tmp_path: Path) -> None:
    rows: Rows = (*HEAD, ("3.22.01", "Folkeskoler", 100, 100))
    path = written(tmp_path, {"Nord": rows, "Syd": rows})

    assert read_budget(path, BudgetMapping(sheet=("Nord", "Syd"))).verdict == "needs-mapping"
    reading = read_budget(path, BudgetMapping(sheet=("Nord", "Syd"), totals="none"))

    assert reading.totals == {2026: 200_000, 2027: 200_000}


def test_sheets_of_two_versions_are_not_proposed_together(tmp_path: Path) -> None:
    path = written(tmp_path, {"Budget": CHILDREN, "Regnskab": ELDERLY})

    assert read_budget(path).proposal == {"sheet": "Budget"}


def test_a_sheet_that_calls_itself_total_is_not_proposed(tmp_path: Path) -> None:
    path = written(tmp_path, {"I alt": SUMMARY, "Børn": CHILDREN, "Ældre": ELDERLY})

    assert read_budget(path).proposal == {"sheet": ["Børn", "Ældre"]}


@pytest.mark.parametrize("years", [("2026", "2027"), ("Budget 2026", "Budget 2027")])
def test_a_sheet_per_year_becomes_a_line_with_two_years(
    tmp_path: Path, years: tuple[str, str]
) -> None:
    head = ("Funktion", "Navn", "Beløb")
    sheets: dict[str, Rows] = {
        years[0]: (
            head,
            ("3.22.01", "Skoler", 523),
            ("5.30.26", "Pleje", 476),
            (None, "I alt", 999),
        ),
        years[1]: (
            head,
            ("3.22.01", "Skoler", 531),
            ("5.30.26", "Pleje", 480),
            (None, "I alt", 1011),
        ),
    }

    reading = confirmed(written(tmp_path, sheets), tmp_path)

    assert reading.budget is not None, reading.reason
    assert [dict(line.amounts) for line in reading.budget.lines] == [
        {2026: 523, 2027: 531},
        {2026: 476, 2027: 480},
    ]
    assert [control.within_rounding for control in reading.control_totals] == [True, True]


def test_sheets_of_expenditure_and_income_say_the_direction(tmp_path: Path) -> None:
    head = ("Navn", "Udvalg", "B2026")
    sheets: dict[str, Rows] = {
        "Udgifter": (head, ("Skoler", "Børn", 523), ("Pleje", "Ældre", 476)),
        "Indtægter": (head, ("Betaling", "Børn", 23), ("Betaling", "Ældre", 17)),
    }

    reading = confirmed(written(tmp_path, sheets), tmp_path)

    assert reading.totals == {2026: 523 + 476 - 23 - 17}


def test_sheets_of_another_layout_unit_or_year_do_not_go_together(tmp_path: Path) -> None:
    other: Rows = (("Mio. kr.",), ("Konto", "Tekst", "B2026", "B2027"), ("1", "x", 1, 2))
    path = written(tmp_path, {"Børn": CHILDREN, "Andet": other})

    with pytest.raises(InputError) as caught:
        read_budget(path, BudgetMapping(sheet=("Børn", "Andet")))

    assert [problem.code for problem in caught.value.problems] == ["sheets-differ"] * 2


def test_a_sheet_of_the_same_layout_that_is_not_named_is_a_doubt(tmp_path: Path) -> None:
    third: Rows = (*HEAD, ("6.45.51", "Sekretariat", 649, 640))
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": ELDERLY, "Økonomi": third})

    reading = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert "sheet-alike-not-read" in [doubt.code for doubt in reading.doubts]


def test_an_error_cell_is_told_with_its_own_sheet(tmp_path: Path) -> None:
    wrong: Rows = (*HEAD, ("6.45.51", "Sekretariat", "=1/0", 640))
    path = written(tmp_path, {"Børn": CHILDREN, "Økonomi": wrong})

    with pytest.raises(InputError) as caught:
        read_budget(path, BudgetMapping(sheet=("Børn", "Økonomi")))

    assert caught.value.problems[0].place == 'budget.xlsx, sheet "Økonomi", cell C3'


def test_rows_are_named_by_sheet_and_number(tmp_path: Path) -> None:
    noted: Rows = (*CHILDREN, (None, None, 12, 12))
    path = written(tmp_path, {"Ældre": ELDERLY, "Børn": noted})

    asked = read_budget(path, BudgetMapping(sheet=("Ældre", "Børn")))
    reading = confirmed(path, tmp_path, BudgetMapping(sheet=("Ældre", "Børn")))

    assert asked.proposal == {"leave_out": {"row": ["Børn 6"]}}
    assert reading.totals[2026] == 1_777_875_000


def test_the_last_row_is_that_of_every_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, {"Ældre": ELDERLY, "Børn": CHILDREN})

    reading = read_budget(path, BudgetMapping(sheet=("Ældre", "Børn"), last_row=3))

    assert reading.totals[2026] == (476_112 + 523_417) * 1000


def test_the_report_names_every_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, {"Ældre": ELDERLY, "Børn": CHILDREN})

    text = reading_text(read_budget(path, BudgetMapping(sheet=("Ældre", "Børn"))), "en")

    assert text.startswith('budget.xlsx, sheets "Ældre", "Børn"\n')


def test_an_error_cell_above_a_header_is_no_fault_of_the_sheet_before(tmp_path: Path) -> None:
    titled: Rows = (("1.000 kr.",), ("Sum", None, "=1/0"), *ELDERLY[1:])
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": titled})

    reading = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert reading.totals[2026] == 1_777_875_000


@pytest.mark.parametrize("name", ["Oversigt", "I alt"])
def test_a_summary_that_is_not_read_becomes_control_totals(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, {name: SUMMARY, "Børn": CHILDREN, "Ældre": ELDERLY})

    reading = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    controls = [control for control in reading.control_totals if name in control.place]
    assert [(control.year, control.stated, control.difference) for control in controls] == [
        (2026, 1_777_875_000, 0),
        (2027, 1_790_475_000, 0),
    ]
    assert "sheet-alike-not-read" not in [doubt.code for doubt in reading.doubts]
    assert reading.totals[2026] == 1_777_875_000


def test_section_lines_of_one_sheet_say_nothing_of_the_next(tmp_path: Path) -> None:
    sections: Rows = (
        *HEAD,
        (None, "Udgifter"),
        ("3.22.01", "Folkeskoler", 523_417, 531_209),
        (None, "Indtægter"),
        ("3.22.05", "Forældrebetaling", 61_338, 60_771),
    )
    path = written(tmp_path, {"Børn": sections, "Ældre": ELDERLY})

    reading = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert reading.totals[2026] == (523_417 - 61_338 + 1_193_120) * 1000
    (doubt,) = (doubt for doubt in reading.doubts if doubt.code == "sign-not-said")
    assert 'sheet "Ældre"' in doubt.place


def test_areas_named_once_are_filled_down_within_each_sheet(tmp_path: Path) -> None:
    head = ("Udvalg", "Konto", "Navn", "Beløb")
    sheets: dict[str, Rows] = {
        year: (
            head,
            (first, "3.22.01", "Skoler", 523 + add),
            (None, "3.22.05", "SFO", 117 + add),
            ("Ældre", "5.30.26", "Pleje", 476 + add),
            (None, "5.30.27", "Omsorg", 219 + add),
        )
        for year, first, add in (("2026", "Børn", 0), ("2027", "Børn", 9), ("2028", None, 23))
    }

    reading = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=tuple(sheets)))

    assert reading.budget is not None, reading.reason
    areas = {(line.name, year): line.area for line in reading.budget.lines for year in line.amounts}
    assert [areas["SFO", year] for year in (2026, 2027, 2028)] == ["Børn", "Børn", None]
    assert areas["Omsorg", 2027] == "Ældre"


def test_notes_below_the_total_of_any_sheet_are_asked_about(tmp_path: Path) -> None:
    noted: Rows = (*CHILDREN, (None, "Heri lån", 12, 12))
    path = written(tmp_path, {"Børn": noted, "Ældre": ELDERLY})

    asked = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert asked.proposal == {"leave_out": {"Navn": ["Heri lån"]}}


def test_a_sheet_of_one_year_does_not_go_with_one_that_says_none(tmp_path: Path) -> None:
    rows: Rows = (("Konto", "Navn", "Beløb"), ("10", "Skole", 101_234), ("20", "Vej", 200_456))
    path = written(tmp_path, {"2026": rows, "Andet": rows})

    with pytest.raises(InputError) as caught:
        read_budget(path, BudgetMapping(sheet=("2026", "Andet")))

    (problem,) = caught.value.problems
    assert (problem.code, problem.found) == ("sheets-differ", "another year: None")


def test_sheets_of_different_units_do_not_go_together_wherever_they_are_said(
    tmp_path: Path,
) -> None:
    million: Rows = (*ELDERLY[1:], ("Beløb i mio. kr.",))
    path = written(tmp_path, {"A": ELDERLY[1:], "Børn": CHILDREN, "Ældre": million})

    with pytest.raises(InputError) as caught:
        read_budget(path, BudgetMapping(sheet=("A", "Børn", "Ældre")))

    (problem,) = caught.value.problems
    assert (problem.code, problem.expected) == (
        "sheets-differ",
        "that of sheet 'Børn': 1,000",
    )


@pytest.mark.parametrize("order", [("Børn", "Ældre"), ("Ældre", "Børn")])
def test_a_unit_that_only_some_sheets_say_is_asked_about(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": ELDERLY[1:]})

    asked = read_budget(path, BudgetMapping(sheet=order))

    assert asked.proposal == {"unit": 1000}
    assert "sheets 'Børn' say a unit (1.000 kr.), sheets 'Ældre' none" in str(asked.reason)
    assert confirmed(path, tmp_path, BudgetMapping(sheet=order)).totals[2026] == 1_777_875_000


def test_a_unit_below_every_table_is_found(tmp_path: Path) -> None:
    foot: Rows = (("Beløb i 1.000 kr.",),)
    path = written(tmp_path, {"Børn": (*CHILDREN[1:], *foot), "Ældre": (*ELDERLY[1:], *foot)})

    reading = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre"), last_row=4))

    assert reading.unit == 1000
    assert "unit-not-said" not in [doubt.code for doubt in reading.doubts]


def test_sheets_of_which_some_say_income_are_asked_about(tmp_path: Path) -> None:
    head = ("Navn", "Udvalg", "B2026")
    sheets: dict[str, Rows] = {
        "Udgifter": (head, ("Skoler", "Børn", 523), ("Pleje", "Ældre", 476)),
        "Indtægter": (head, ("Betaling", "Børn", -23), ("Betaling", "Ældre", -17)),
        "Anlæg": (head, ("Skolebyggeri", "Børn", 88), ("Plejehjem", "Ældre", 41)),
    }
    path = written(tmp_path, sheets)
    names = tuple(sheets)

    asked = read_budget(path, BudgetMapping(sheet=names))
    signed = read_budget(path, BudgetMapping(sheet=names, sign="expenditure-positive"))

    assert asked.proposal == {"sheet": ["Udgifter", "Indtægter"]}
    assert "'Indtægter' speak of income, sheets 'Anlæg' of neither" in str(asked.reason)
    assert signed.totals == {2026: 523 + 476 - 23 - 17 + 88 + 41}


@pytest.mark.parametrize("names", [("Udgifter", "Indtægter"), ("Gastos", "Ingresos")])
def test_income_never_repeats_the_expenditure_that_it_balances(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    head = ("Navn", "Udvalg", "B2026")
    sheets: dict[str, Rows] = {
        names[0]: (head, ("Skoler", "Børn", 523_417), ("Pleje", "Ældre", 476_112)),
        names[1]: (head, ("Skat", "Økonomi", 899_529), ("Tilskud", "Økonomi", 100_000)),
    }

    reading = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=names))

    assert reading.totals == {2026: 0}
    assert reading.totals_by_direction["income"] == {2026: 999_529}


def test_a_balanced_budget_divided_twice_is_asked_about(tmp_path: Path) -> None:
    head = ("Navn", "Udgift/indtægt", "B2026")
    sheets: dict[str, Rows] = {
        "Efter udvalg": (head, ("Børn", "Udgift", 9_417), ("Skat", "Indtægt", 9_417)),
        "Efter art": (head, ("Løn", "Udgift", 9_417), ("Kommuneskat", "Indtægt", 9_417)),
    }

    asked = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=tuple(sheets)))

    assert "adds up to" in str(asked.reason)


def test_totals_that_a_mapping_names_are_no_lines_where_it_says_that_there_are_none(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, {"Nord": CHILDREN, "Syd": CHILDREN})
    wishes = BudgetMapping(sheet=("Nord", "Syd"), totals="none", total_rows={"Navn": ("I alt",)})

    asked = read_budget(path, BudgetMapping(sheet=("Nord", "Syd")))
    reading = read_budget(path, wishes)
    doubled = read_budget(path, BudgetMapping(sheet=("Nord", "Syd"), totals="none"))

    assert "name the rows that are totals under total_rows" in str(asked.reason)
    assert reading.totals[2026] == 2 * 584_755_000
    assert "line-called-total" not in [doubt.code for doubt in reading.doubts]
    assert [doubt.code for doubt in doubled.doubts].count("line-called-total") == 2


def test_a_single_sheet_that_is_kept_is_read_with_the_columns_of_several(tmp_path: Path) -> None:
    path = written(tmp_path, {"Nord": CHILDREN, "Syd": CHILDREN})

    reading = confirmed(path, tmp_path, BudgetMapping(sheet=("Nord", "Syd")))

    assert (reading.sheet, reading.totals[2026]) == ("Nord", 584_755_000)


def test_a_summary_of_some_sheets_divided_otherwise_is_asked_about(tmp_path: Path) -> None:
    operating: Rows = (
        *HEAD,
        ("1", "Løn", 1_200_000, 1_200_000),
        ("2", "Varer", 300_000, 300_000),
        ("3", "Andet", 277_875, 290_475),
    )
    capital: Rows = (*HEAD, ("3.22.01", "Skolebyggeri", 88_412, 41_733))
    path = written(
        tmp_path,
        {"Efter art": operating, "Skoler": CHILDREN, "Ældre": ELDERLY, "Byggeri": capital},
    )

    asked = read_budget(path, BudgetMapping(sheet=("Efter art", "Skoler", "Ældre", "Byggeri")))

    assert "sheet 'Efter art' adds up to some of the others together" in str(asked.reason)
    assert asked.proposal == {"sheet": ["Skoler", "Ældre", "Byggeri"]}


def lines_of_years(first: int, add: int) -> Rows:
    rows = [
        (code, name, year, amount + add * (year % 10))
        for code, name, amount in (("3.22.01", "Skoler", 523_417), ("5.30.26", "Pleje", 476_112))
        for year in range(first, first + 4)
    ]
    return (("Funktion", "Navn", "År", "Beløb"), *rows)


@pytest.mark.parametrize(
    "sheets",
    [
        {"Budget 2025": lines_of_years(2025, 3), "Budget 2026": lines_of_years(2026, 7)},
        {
            "1. behandling": CHILDREN[:-1],
            "2. behandling": (
                *HEAD,
                ("3.22.01", "Folkeskoler", 520_000, 531_209),
                ("5.25.11", "Dagpleje", 61_338, 60_771),
            ),
        },
    ],
)
def test_versions_of_one_budget_are_neither_proposed_nor_read_together(
    tmp_path: Path, sheets: dict[str, Rows]
) -> None:
    path = written(tmp_path, sheets)

    alone = read_budget(path).proposal["sheet"]
    asked = read_budget(path, BudgetMapping(sheet=tuple(sheets)))

    assert alone in sheets
    assert "with like amounts for the same years" in str(asked.reason)
    assert asked.proposal == {"sheet": list(sheets)[1]}


def test_the_same_lines_with_other_amounts_are_parts_with_a_doubt(tmp_path: Path) -> None:
    south: Rows = (
        *HEAD,
        ("3.22.01", "Folkeskoler", 91_204, 90_117),
        ("5.25.11", "Dagpleje", 7_031, 7_112),
    )
    path = written(tmp_path, {"Nord": CHILDREN, "Syd": south})

    reading = read_budget(path, BudgetMapping(sheet=("Nord", "Syd")))

    assert read_budget(path).proposal == {"sheet": ["Nord", "Syd"]}
    assert reading.totals[2026] == (584_755 + 91_204 + 7_031) * 1000
    assert "sheets-share-lines" in [doubt.code for doubt in reading.doubts]


def test_operating_and_capital_sheets_share_their_lines_without_a_doubt(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        {"Drift": CHILDREN, "Anlæg": (*CHILDREN[:2], ("3.22.01", "Folkeskoler", 5_204, 5_117))},
    )

    reading = confirmed(path, tmp_path)

    assert reading.sheets == ("Drift", "Anlæg")
    assert "sheets-share-lines" not in [doubt.code for doubt in reading.doubts]


def test_control_totals_of_a_summary_stand_with_a_written_mapping_too(tmp_path: Path) -> None:
    path = written(tmp_path, {"Oversigt": SUMMARY, "Børn": CHILDREN, "Ældre": ELDERLY})

    reading = confirmed(path, tmp_path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert "Oversigt" in " ".join(control.place for control in reading.control_totals)
    assert "sheet-alike-not-read" not in [doubt.code for doubt in reading.doubts]


def test_titles_of_every_sheet_are_looked_at(tmp_path: Path) -> None:
    per_head: Rows = (("Udgift pr. indbygger",), *ELDERLY)
    path = written(tmp_path, {"Børn": CHILDREN, "Ældre": per_head})

    asked = read_budget(path, BudgetMapping(sheet=("Børn", "Ældre")))

    assert "figures per inhabitant ('Udgift pr. indbygger')" in str(asked.reason)


def test_sheets_in_prices_of_different_years_have_no_price_level(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Børn": (("2025-pl",), *CHILDREN),
        "Ældre": (("2026-pl",), *ELDERLY),
    }

    reading = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=("Børn", "Ældre")))

    assert (reading.verdict, reading.price_level) == ("budget", None)


def test_a_single_section_line_of_each_sheet_says_its_direction(tmp_path: Path) -> None:
    head = ("Funktion", "Navn", "B2026")
    sheets: dict[str, Rows] = {
        "A": (head, (None, "Udgifter"), ("3.22.01", "Skoler", 523_417)),
        "B": (head, (None, "Indtægter"), ("3.22.05", "Betaling", 61_338)),
    }

    reading = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=("A", "B")))

    assert reading.totals == {2026: 523_417 - 61_338}


def test_a_sheet_that_says_two_units_is_a_question_that_the_unit_answers(tmp_path: Path) -> None:
    path = written(tmp_path, {"Børn": (*CHILDREN, ("Beløb i mio. kr.",)), "Ældre": ELDERLY})
    both = ("Børn", "Ældre")

    asked = read_budget(path, BudgetMapping(sheet=both))

    assert "several units" in str(asked.reason)
    assert read_budget(path, BudgetMapping(sheet=both, unit=1000)).totals[2026] == 1_777_875_000


def test_a_kind_that_only_some_sheets_are_called_by_is_a_doubt(tmp_path: Path) -> None:
    head = ("Navn", "Udvalg", "B2026")
    sheets: dict[str, Rows] = {
        "Driftsudgifter": (head, ("Skoler", "Børn", 523), ("Pleje", "Ældre", 476)),
        "Anlægsudgifter": (head, ("Skolebyggeri", "Børn", 88), ("Plejehjem", "Ældre", 41)),
        "Indtægter": (head, ("Betaling", "Børn", 23), ("Betaling", "Ældre", 17)),
    }

    reading = read_budget(written(tmp_path, sheets), BudgetMapping(sheet=tuple(sheets)))

    assert reading.totals == {2026: 523 + 476 + 88 + 41 - 23 - 17}
    assert [doubt.place for doubt in reading.doubts if doubt.code == "kind-unknown"] == [
        'budget.xlsx, sheet "Anlægsudgifter"'
    ]


CAPITAL: Rows = (("Nr", "Projekt", "B2026", "B2027"), ("1", "Vej", 9_101, 9_202))


def test_one_sheet_of_several_that_are_apart_leaves_a_doubt(tmp_path: Path) -> None:
    path = written(tmp_path, {"Drift": (*HEAD, *CHILDREN[2:]), "Anlæg": CAPITAL})

    asked, reading = read_budget(path), confirmed(path, tmp_path)

    assert asked.verdict == "needs-mapping"
    assert "sheet-alike-not-read" in [doubt.code for doubt in reading.doubts]


def test_a_summary_that_is_read_alone_needs_none_of_its_parts(tmp_path: Path) -> None:
    path = written(tmp_path, {"Oversigt": SUMMARY, "Børn": CHILDREN, "Ældre": ELDERLY})

    reading = read_budget(path, BudgetMapping(sheet="Oversigt"))

    assert reading.totals[2026] == 1_777_875_000
    assert "sheet-alike-not-read" not in [doubt.code for doubt in reading.doubts]


def test_parts_of_one_layout_are_proposed_beside_a_total_of_another(tmp_path: Path) -> None:
    total: Rows = (("1.000 kr.",), ("Udvalg", "B2026", "B2027"), ("Børn", 584_755, 591_980))
    sheets = {"I alt": (*total, ("Ældre", 1_193_120, 1_198_495))}

    asked = read_budget(written(tmp_path, {**sheets, "Børn": CHILDREN, "Ældre": ELDERLY}))

    assert asked.proposal == {"sheet": ["Børn", "Ældre"]}


def test_a_summary_with_other_columns_is_not_proposed_with_the_parts(tmp_path: Path) -> None:
    summary = (("Udvalg", "B2026", "B2027"), ("Børn", 584_755, 591_980))
    elderly = ("Ældre", 1_193_120, 1_198_495)
    path = written(tmp_path, {"Oversigt": (*summary, elderly), "Børn": CHILDREN, "Ældre": ELDERLY})

    reading = confirmed(path, tmp_path)

    assert reading.totals == {2026: 1_777_875_000, 2027: 1_790_475_000}
    assert "sheet-alike-not-read" not in [doubt.code for doubt in reading.doubts]
