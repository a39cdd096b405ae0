"""Quirks of what states and cities publish, each in a small file of its own."""

from pathlib import Path

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import read_mapping
from innobudget.io.mapping_text import mapping_text


def reading(folder: Path, text: str, *, confirmed: bool = False) -> BudgetReading:
    """Read a file, or what its proposed mapping makes of it."""
    path = folder / "budget.csv"
    path.write_text(text, encoding="utf-8")
    found = read_budget(path)
    if not confirmed:
        return found
    mapping = folder / "mapping.toml"
    mapping.write_text(mapping_text(found), encoding="utf-8")
    return read_budget(path, read_mapping(mapping))


NESTED = """Año;Capítulo;Artículo;Concepto;Descripción
2026;1;;;Personal
2026;1;10;;Altos cargos
2026;1;10;100;Retribuciones
2026;1;12;;Funcionarios
2026;1;12;120;Sueldos
2026;1;12;121;Complementos
2026;2;;;Bienes
2026;2;20;;Arrendamientos
2026;2;20;202;Edificios
2026;2;22;;Material
2026;2;22;221;Suministros
"""
ONE_COLUMN = """Bereich;Bezeichnung;Description
0311;Wirtschaft;Business
1801;Feuerwehr;Fire
1802;Rettung;Rescue
1999;Kämmerei;Treasury
2099;Kasse;Cash office
2199;Steuern;Taxes
2301;Halle;Hall
"""


@pytest.mark.parametrize("text", [NESTED, ONE_COLUMN], ids=["levels", "a code like a year"])
def test_a_list_of_codes_is_refused_and_none_of_them_is_an_amount(
    tmp_path: Path, text: str
) -> None:
    read = reading(tmp_path, text)

    assert (read.verdict, str(read.reason)) == ("refused", "codes and names without amounts")


def test_what_begins_with_the_sign_of_a_sum_is_no_line_whatever_its_number(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Nr.;Erträge und Aufwendungen;Plan 2025;Plan 2026\n"
        "1;Steuern;7000;6800\n2;+ Zuwendungen;2600;1700\n3;= Erträge;9600;8500\n"
        "4;Personalaufwendungen;4100;4400\n5;+ Transferaufwendungen;5000;6900\n"
        "6;= Aufwendungen;9100;11300\n7;= Ergebnis;500;\n7;= Ergebnis (Zeilen 3 und 6);;-2800\n",
    )

    assert read.totals == {2025: -500.0, 2026: 2800.0}


@pytest.mark.parametrize(
    ("header", "side"), [("Indtægter", -1), ("Earnings", -1), ("Udgifter", 1), ("Costs", 1)]
)
def test_a_single_column_is_on_the_side_that_its_header_says(
    tmp_path: Path, header: str, side: int
) -> None:
    read = reading(tmp_path, f"Navn;År;{header}\nSkole;2026;1200345\nHavn;2026;300122\n")

    assert read.totals == {2026: side * 1500467.0}


def test_a_side_that_begins_far_below_the_other_is_seen(tmp_path: Path) -> None:
    costs = "".join(f"9{at:03};S;{1000 + 7 * at};;2026\n" for at in range(80))
    earned = "".join(f"8{at:03};S;;{500 + 3 * at};2026\n" for at in range(20))
    read = reading(tmp_path, f"Cost centre;Key;costs;earning;Year\n{costs}{earned}")

    assert read.totals == {2026: sum(1000 + 7 * at for at in range(80)) - 10570.0}


def test_a_row_of_the_other_side_than_its_column_is_doubted(tmp_path: Path) -> None:
    rows = "".join(f"9{at:03};S;{1000 + 7 * at};2026\n" for at in range(20))
    read = reading(tmp_path, f"Kostenstelle;S/H;Kosten;Jahr\n{rows}9021;H;20887;2026\n")

    assert "sign-not-said" in [doubt.code for doubt in read.doubts]
    assert read.columns["direction"] == "S/H"


def test_a_header_that_only_speaks_of_a_side_doubts_no_row_of_the_other(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Navn;Art;Budget 2026 (indtægter negative)\nSkole;Udgifter;30012\nSkat;Indtægter;-4003\n",
    )

    assert read.totals == {2026: 26009.0}
    assert "sign-not-said" not in [doubt.code for doubt in read.doubts]


STATE = """"Paragraf, Hovedområde, Hovedkonto";2025;2026
"05 Justits";700,9;723,1
"051 Fællesudgifter";300,6;310,4
"0511 Centralstyrelsen";300,6;310,4
"051101 Departementet";200,5;208,3
"051102 Indtægtsdækket virksomhed";100,1;102,1
"052 Integration";400,3;412,7
"0521 Ydelser";400,3;412,7
"052101 80 pct. refusion";150,2;160,3
"052102 20 pct. refusion";250,1;252,4
"""


def test_a_name_may_begin_with_a_number_behind_its_code(tmp_path: Path) -> None:
    read = reading(tmp_path, STATE)

    assert read.budget is not None, read.reason
    assert [line.id for line in read.budget.lines] == ["051101", "051102", "052101", "052102"]


def test_totals_called_after_income_do_not_turn_what_they_add(tmp_path: Path) -> None:
    read = reading(tmp_path, STATE)

    assert read.totals == {2025: 700.9, 2026: 723.1}
    assert read.sign == "expenditure-positive"


def test_changes_up_and_down_say_no_sign(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Konto;Tekst;2026\n110;Renteindtægter;91250\n120;Gebyrindtægter;-84120\n"
        "130;Driftsudgifter;-63110\n140;Lønudgifter;61990\n150;Puljer;-52340\n160;Anlæg;71120\n",
    )

    assert read.sign == "expenditure-positive"
    assert "sign-not-said" in [doubt.code for doubt in read.doubts]


def test_a_total_is_proposed_by_its_cell_and_not_by_the_code_in_it(tmp_path: Path) -> None:
    text = (
        "Konto;2025;2026\n10 Veje;1200345;1210678\n20 Parker;340122;351007\n"
        "31 Havn;1540467;1561685\n40 Skoler;9120555;9331221\n52 Klubber;711300;722411\n"
    )
    read, again = reading(tmp_path, text), reading(tmp_path, text, confirmed=True)

    assert read.verdict == "needs-mapping"
    assert (again.verdict, again.lines) == ("budget", 4)


def test_totals_of_what_is_asked_about_are_asked_about_with_it(tmp_path: Path) -> None:
    text = (
        "Kategorie;2025;2026\nSteuern;3300456;3400789\nGrundsteuer;1200123;1300234\n"
        "Gewerbesteuer;2100333;2100555\nZuweisungen;900777;800111\nSchlüsselmittel;600222;500333\n"
        "Umlagen;300555;299778\nlfd. Erträge;4201233;4200900\n"
    )
    again = reading(tmp_path, text, confirmed=True)

    assert (again.verdict, again.lines) == ("budget", 4)


@pytest.mark.parametrize(
    "header",
    [
        *("Budget 2026 (indtægter negative)", "2026, ekskl. indtægter", "Revenue Budget 2026"),
        *("General Fund Revenue 2026/27", "Mindreindtægter 2026", "Indtægtsoverførsler 2026"),
    ],
)
def test_a_header_that_only_speaks_of_income_turns_nothing(tmp_path: Path, header: str) -> None:
    read = reading(tmp_path, f"Navn;{header}\nSkole;30012\nVej;4003\nPleje;-907\nHavn;5021\n")

    assert list(read.totals.values()) == [38129.0]


def test_a_small_line_with_a_word_of_taxes_does_not_turn_a_list_of_savings(tmp_path: Path) -> None:
    read = reading(
        tmp_path, "Navn;2026\nSkole;-300\nPleje;-200\nVej;-100\nSkat og borgerservice;50\n"
    )

    assert read.verdict == "needs-mapping"
    assert "negative" in str(read.reason)


def test_totals_of_the_two_sides_tell_them_whatever_stands_below(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Navn;2026\nSkat;50012\nTilskud;30023\nIndtægter i alt;80035\nSkole;40011\nÆldre;35022\n"
        "Udgifter i alt;75033\nHavn;1201\nVeje;1302\nParker;1403\nKultur;1504\nIdræt;1605\n",
    )

    assert read.totals == {2026: 75033.0 - 80035.0 + 7015.0}


@pytest.mark.parametrize(
    "rows",
    [
        ("Ktr;Tekst;Vedtaget", "18;Skole;181", "20;Pleje;2050", "31;Veje;310"),
        ("Pct.;Tekst;Ramme", "10;Skole;100", "25;Pleje;250", "65;Veje;650"),
    ],
)
def test_amounts_that_a_number_beside_begins_by_chance_stay_amounts(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    assert reading(tmp_path, "\n".join(rows)).verdict != "refused"


def test_years_over_a_row_of_years_over_small_amounts_are_a_header(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "pl-niveau;2025;2025;2025\nUdvalg;2025;2026;2027\nSkole;3012;3111;3205\nPleje;4018;4207;4305\n",
    )

    assert read.years == (2025, 2026, 2027)


def test_lines_with_the_sign_of_a_sum_that_add_up_nothing_stay_lines(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Konto;Tekst;2026\n10;= Netto Skole;1011\n11;= Netto Ældre;2022\n12;= Netto Kultur;3037\n",
    )

    assert read.totals == {2026: 6070.0}
