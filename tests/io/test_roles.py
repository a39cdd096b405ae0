from pathlib import Path

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.wording.columns import announces_money
from sheet_files import write_csv


def reading(tmp_path: Path, *rows: str) -> BudgetReading:
    return read_budget(write_csv(tmp_path / "budget.csv", [row.split(";") for row in rows]))


@pytest.mark.parametrize(
    "header",
    [
        *("Gesamtkosten", "Gesamtkosten (EUR)", "Kosten gesamt", "Totalkostnad", "Total cost"),
        *("Samlet udgift", "Anlægssum", "Kostnadsramme", "Nettobeløb i alt", "Náklady celkem"),
        *("Total expenditure", "Gesamtausgaben", "Uitgaven", "Bruttoinvestering"),
    ],
)
def test_a_column_that_announces_money_holds_no_codes(tmp_path: Path, header: str) -> None:
    read = reading(
        tmp_path,
        f"Projekt;{header};2026;2027",
        "Schule am Park;12500;400;500",
        "Sporthalle Nord;8400;300;310",
        "Feuerwache;23600;100;110",
    )

    assert read.budget is not None, read.reason
    assert "line" not in read.columns
    assert read.budget.lines[0].id == "Schule am Park"
    assert read.totals == {2026: 800.0, 2027: 920.0}


@pytest.mark.parametrize(
    "header", ["Kostenstelle", "Kostenart", "Udgiftsfunktion", "Cost centre", "Nr.", "Budgetpost"]
)
def test_a_header_that_begins_with_money_may_stand_over_codes(header: str) -> None:
    assert not announces_money(header)


@pytest.mark.parametrize("header", ["Tiltak", "Funktion", "Konto", "Sted", "Tjeneste", "Teilplan"])
def test_words_under_a_header_for_codes_are_names(tmp_path: Path, header: str) -> None:
    read = reading(tmp_path, f"{header};2026;2027", "Ny skole;5000;5100", "Helsehus;125;130")

    assert (read.columns["name"], "line" in read.columns) == (header, False)
    assert read.budget is not None
    assert [(line.id, line.name) for line in read.budget.lines] == [
        ("Ny skole", "Ny skole"),
        ("Helsehus", "Helsehus"),
    ]


def test_codes_under_the_same_header_stay_codes(tmp_path: Path) -> None:
    read = reading(tmp_path, "Tiltak;Navn;2026", "1.006.01;Ny skole;5", "1.006.09;Helsehus;7")

    assert (read.columns["line"], read.columns["name"]) == ("Tiltak", "Navn")


def test_letters_for_codes_stay_codes(tmp_path: Path) -> None:
    read = reading(tmp_path, "Code;Name;2026", "SKO;Schools;5", "ADM;Administration;7")

    assert read.columns["line"] == "Code"


def test_words_that_stand_over_several_names_stay_groups(tmp_path: Path) -> None:
    read = reading(
        tmp_path, "Funktion;Navn;2026", "Folkeskoler;Løn;5", "Folkeskoler;Varer;7", "Pleje;Løn;9"
    )

    assert (read.columns["line"], read.columns["name"]) == ("Funktion", "Navn")


def test_a_measure_is_the_name_beside_its_description(tmp_path: Path) -> None:
    read = reading(
        tmp_path, "Tiltak;Beskrivelse;2026", "Ny skole;Bygges ved elva;5", "Helsehus;Utvides;7"
    )

    assert read.columns["name"] == "Tiltak"


def test_codes_of_two_digits_are_taken_before_row_numbers(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(
        "Nr.;Konto;Tekst;Udgift/indtægt;2025;2026\n"
        "1;02;Hjemmehjælp;Udgifter;623443;25258416\n"
        "2;03;Folkeskoler;Udgifter;5243746;54111878\n"
        "3;04;Gebyrer;Indtægter;17361297;1464962\n"
        "4;;I alt Udgifter;Udgifter;5867189;79370294\n"
        "5;;I alt Indtægter;Indtægter;17361297;1464962\n",
        encoding="utf-8",
    )

    reading = read_budget(path)

    assert (reading.columns["line"], reading.lines) == ("Konto", 3)
    assert reading.totals == {2025: -11494108, 2026: 77905332}


def test_an_area_that_stands_once_behind_its_lines_makes_no_line_of_every_year(
    tmp_path: Path,
) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(
        "Konto;Tekst;Udvalg;År;Beløb\n"
        "04.01;Hjemmehjælp;Udvalg A;2025-12-31;62457677\n"
        "04.01;Hjemmehjælp;;2026-12-31;37551930\n"
        "04.02;Folkeskoler;;2025-12-31;1601750\n"
        "04.02;Folkeskoler;;2026-12-31;24519438\n"
        "05.01;Sekretariat;Udvalg B;2025-12-31;10708847\n"
        "05.01;Sekretariat;;2026-12-31;37167059\n",
        encoding="utf-8",
    )

    reading = read_budget(path)

    assert (reading.lines, reading.areas) == (3, 2)
