"""What a mapping says is checked as strictly as what is recognised, on small files of a kind."""

import re
from pathlib import Path
from typing import Any

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, mapping_of, read_mapping

KRONOR = "Budget 2026\nkronor\nKonto;Benämning;Belopp\n10;Skola;100\n20;Vård;200\n"
EURODES = "eurodes\nKood;Nimetus;2026\n10;Kool;100\n20;Hooldus;200\n"
EUR = "EUR\nKonto;Bezeichnung;Ansatz 2026\n10;Schule;100\n20;Pflege;200\n"
UNKNOWN = "(i snese kroner)\nKonto;Tekst;2026\n10;Skole;100\n20;Vej;200\n"
ROWS = """\
Konto;Tekst;Art;År;Beløb
10;Skole;1;2025;101234
10;Skole;1;2026;111234
20;Vej;2;2025;200456
20;Vej;2;2026;210456
"""
TITLED = "Budget 2026\nhele kr.\nKonto;Tekst;2026\n10;Skole;101234\n20;Vej;200456\n"

PAGE = Path(__file__).parents[2] / "docs" / "budget-files.md"


def read(folder: Path, text: str, said: dict[str, Any] | None = None) -> BudgetReading:
    path = folder / "eksport.csv"
    path.write_text(text, encoding="utf-8")
    return read_budget(path, mapping_of(said) if said else BudgetMapping())


def doubts(reading: BudgetReading) -> set[str]:
    return {doubt.code for doubt in reading.doubts}


@pytest.mark.parametrize("amount", ["1000", "1.000", "1000,00"])
def test_an_amount_below_the_last_row_is_no_unit(tmp_path: Path, amount: str) -> None:
    text = f"Konto;Navn;2026\n1;Skole;5123\n2;Vej;2011\n;I alt;7134\n9;Rest;{amount}\n"

    reading = read(tmp_path, text, {"last_row": 4})

    assert (reading.unit, reading.totals) == (1, {2026: 7134})
    assert "rows-left-out" in doubts(reading)


@pytest.mark.parametrize("text", [KRONOR, EURODES, EUR], ids=["sv", "et", "de"])
def test_a_currency_alone_is_a_unit_of_one_that_a_mapping_may_not_pass_over(
    tmp_path: Path, text: str
) -> None:
    assert "unit-not-said" not in doubts(read(tmp_path, text))
    assert read(tmp_path, text).unit == 1
    assert "unit-differs" in doubts(read(tmp_path, text, {"unit": 1000}))
    assert "unit-differs" not in doubts(read(tmp_path, text, {"unit": 1}))


def test_a_caption_in_words_unknown_is_quoted_beside_a_unit_that_is_mapped(tmp_path: Path) -> None:
    (doubt,) = (
        doubt for doubt in read(tmp_path, UNKNOWN, {"unit": 20}).doubts if "unit" in doubt.code
    )

    assert (doubt.code, "(i snese kroner)" in str(doubt.found)) == ("unit-differs", True)


def test_a_column_of_two_codes_mapped_as_amounts_is_doubted(tmp_path: Path) -> None:
    said = {"columns": {"amount": "Art", "year": "År"}}

    assert "amounts-like-codes" in doubts(read(tmp_path, ROWS, said))
    assert "amounts-like-codes" not in doubts(
        read(tmp_path, ROWS, {"columns": {"amount": "Beløb", "year": "År"}})
    )


@pytest.mark.parametrize("header_row", [1, 2, 3])
def test_a_header_row_above_the_headers_does_not_make_an_amount_of_the_year(
    tmp_path: Path, header_row: int
) -> None:
    columns = {"line": "A", "name": "B", "amounts": {2026: "C"}}

    reading = read(tmp_path, TITLED, {"header_row": header_row, "columns": columns})

    assert reading.totals == {2026: 301690}


def test_the_mapping_of_the_page_answers_for_its_export_and_for_next_years(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    export, mapping = (
        re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[-1] for kind in ("csv", "toml")
    )
    path = tmp_path / "mapping.toml"
    path.write_text(mapping, encoding="utf-8")
    said = read_mapping(path)

    asked = read(tmp_path, export)
    file = tmp_path / "eksport.csv"
    totals = [read_budget(file, said).totals]
    file.write_text(export.replace("2026", "2027"), encoding="utf-8")
    totals.append(read_budget(file, said).totals)

    assert asked.verdict == "needs-mapping"
    assert asked.candidates[0].total == 2_299_915
    assert totals == [{2026: 2_299_915}, {2027: 2_299_915}]


BELOW = """\
Konto;Tekst;År;I alt;Beløb
10;Skole;2025;N;101.234
20;Vej;2025;N;200.456
;Alt;2025;J;301.690
;;;;
30;Løn;2026;måske;1.5
"""


@pytest.mark.parametrize("said", [{}, {"year": 2025, "columns": {"amount": "Beløb"}}])
def test_what_stands_below_the_last_row_says_nothing_of_the_table(
    tmp_path: Path, said: dict[str, Any]
) -> None:
    reading = read(tmp_path, BELOW, {"last_row": 4, **said})

    assert (reading.totals, reading.lines) == ({2025: 301_690}, 2)
    assert "rows-left-out" in doubts(reading)


def test_figures_above_the_header_that_is_read_are_doubted(tmp_path: Path) -> None:
    above = "Konto;Tekst;2026\n10;Skole;101234\n20;Vej;200456\n\n"
    read_ = read(tmp_path, above + "Konto;Tekst;2026;2027;2028\n30;Løn;11;12;13\n40;Mad;21;22;23\n")

    assert read_.totals == {2026: 32, 2027: 34, 2028: 36}
    assert "rows-left-out" in doubts(read_)


def test_what_a_file_says_of_itself_above_its_header_is_no_figure_left_out(tmp_path: Path) -> None:
    above = "Kommune;Odense\nKommunenr.;461\nVersion;3\n\n"
    read_ = read(tmp_path, above + "Konto;Budget 2026\n10;101234\n20;200456\n")

    assert read_.totals == {2026: 301_690}
    assert "rows-left-out" not in doubts(read_)


def test_a_half_that_a_mapping_does_not_keep_is_doubted_unless_words_say_a_version(
    tmp_path: Path,
) -> None:
    lines = "".join(
        f"{at}0;Hus {at};{kind};{1_000_000 + 100_123 * at}\n"
        for at in range(1, 6)
        for kind in ("{}", "{}")
    )
    for one, other, doubted in (("Nord", "Syd", True), ("Vedtaget", "Korrigeret", False)):
        text = "Konto;Tekst;Del;2026\n" + lines.format(*[one, other] * 5)
        said = {"keep": {"Del": [one]}}

        assert ("kinds-left-out" in doubts(read(tmp_path, text, said))) is doubted


def test_numbers_that_are_no_code_by_their_header_are_doubted_beside_the_mapped_ones(
    tmp_path: Path,
) -> None:
    transposed = "År;Skole;Ældre\n2025;1234567;2345678\n2026;1334567;2445678\n"
    said = {"columns": {"year": "År", "amount": "Skole"}}

    assert "amounts-left-out" in doubts(read(tmp_path, transposed, said))


def test_a_decimal_sign_that_the_numbers_themselves_say_otherwise_is_doubted(
    tmp_path: Path,
) -> None:
    text = "hele kr.\nKonto;Tekst;2026\n10;Skole;0.123\n20;Vej;0.456\n"

    assert "decimal-differs" not in doubts(read(tmp_path, text, {"decimal": "."}))
    assert "decimal-differs" in doubts(read(tmp_path, text, {"decimal": ","}))


def test_a_text_that_the_mapping_calls_missing_is_no_amount_and_no_fault(tmp_path: Path) -> None:
    text = "hele kr.\nKonto;Tekst;2025;2026\n10;Skole;101234;````\n20;Vej;200456;200457\n"

    reading = read(tmp_path, text, {"missing": ["````"]})

    assert reading.totals == {2025: 301690, 2026: 200457}
    assert "amount-missing" in doubts(reading)


SIDED = "Art;Tekst;E/A;2026\n4;Personal;A;1250123\n1;Zuweisung;E;250456\n5;Unterhalt;A;350789\n"
RECEIPTS = (
    "Kat;Konto;2026\nSteuern;Erträge;5250123\nSteuern;Erträge;1789\nSteuern;Erträge aus X;2311\n"
    "Zölle;Erträge;350456\nLöhne;Aufwendungen;1250456\n"
)
TWO_SIDES = "Navn;Udgifter 2026;Indtægter 2026\nSkole;101234;1234\nVej;200456;3456\n"
CENTS = "Konto;Bezeichnung;Ansatz 2026\n10;Schule;1234567,89\n20;Pflege;2345678,91\n"
GROUPED = "Navn;2026\nSkole;4.512\nVej;12.100\nBro;18.900\nPark;1.250\n"
NAMES = "Budget 2026;Beløb\nSkole;101234\nVej;200456\n"
FORMER = "Navn;Sidste års budget;Budget 2026\nSkole;100234;101234\nVej;200123;200456\n"


@pytest.mark.parametrize(
    ("text", "wrong", "right", "code"),
    [
        (SIDED, {"sign": "expenditure-positive"}, {}, "sign-differs"),
        (TWO_SIDES, {"sign": "expenditure-negative"}, {}, "sign-differs"),
        (SIDED, {"direction": {"income": {"Tekst": ["P*"]}}}, {}, "direction-only-mapped"),
        (
            RECEIPTS,
            {"direction": {"income": {"Kat": ["Steuern"]}}},
            {"direction": {"income": {"Kat": ["Steuern", "Zölle"]}}},
            "direction-only-mapped",
        ),
        (CENTS, {"unit": 1000}, {"unit": 1}, "unit-differs"),
        (GROUPED, {"decimal": "."}, {"decimal": ","}, "decimal-differs"),
        (
            NAMES,
            {"columns": {"amounts": {2027: "Beløb"}}},
            {"columns": {"amounts": {2026: "Beløb"}}},
            "year-differs",
        ),
        (
            FORMER,
            {"columns": {"amounts": {2026: "Sidste års budget"}}},
            {"columns": {"amounts": {2026: "Budget 2026"}}},
            "amounts-left-out",
        ),
    ],
)
def test_an_answer_that_the_file_speaks_against_is_doubted(
    tmp_path: Path, text: str, wrong: dict[str, Any], right: dict[str, Any], code: str
) -> None:
    assert code in doubts(read(tmp_path, text, wrong))
    assert code not in doubts(read(tmp_path, text, right))


def test_three_decimals_of_millions_are_plain(tmp_path: Path) -> None:
    found = doubts(read(tmp_path, f"Mio. kr.;\n{GROUPED}", {"decimal": "."}))

    assert "decimal-differs" not in found


def test_where_expenditure_alone_is_said_all_other_rows_are_income(tmp_path: Path) -> None:
    text = "Art;Tekst;2026\n41;a;1250123\n22;b;250456\n42;c;350789\n"

    reading = read(tmp_path, text, {"direction": {"expenditure": {"Art": ["4*"]}}})

    assert reading.totals == {2026: 1350456}


def test_a_row_called_a_total_is_none_by_the_difference_of_two_others(tmp_path: Path) -> None:
    text = "Navn;2026\nSkole;4500\nVej;2200\nI alt;6700\n"

    assert "total-of-nothing" in doubts(read(tmp_path, text, {"total_rows": {"Navn": ["Skole"]}}))
