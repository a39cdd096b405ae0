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
OF_AN_ACT = NESTED.replace("2026;", "G;").replace(
    "\n", "\n#\n# Áreas de gasto; definidas en la Orden EHA/3565/2008\n", 1
)
ONE_COLUMN = """Bereich;Bezeichnung;Description
0311;Wirtschaft;Business
1801;Feuerwehr;Fire
1802;Rettung;Rescue
1999;Kämmerei;Treasury
2099;Kasse;Cash office
2199;Steuern;Taxes
2301;Halle;Hall
"""


LISTS = {"levels": NESTED, "a code like a year": ONE_COLUMN, "an act's year": OF_AN_ACT}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
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


DEPTHS = """Nivel;Nombre;Total;Gobierno;Salud
;Total General;22000450;12000330;10000120
;;;;
1;Corrientes;21000450;11500330;9500120
2;01 Personal;20000410;11000310;9000100
3;Planta Total;15000400;8000300;7000100
3;Adicionales;5000010;3000010;2000000
2;02 Bienes;1000040;500020;500020
1;Capital;1000000;500000;500000
2;01 Obras;1000000;500000;500000
"""
UNCODED = """Kapitola;Název;2025;2026
;Výdaje státu;904;967
301;Kancelář;300;310
;Úřad;100;102
;Správa celkem;200;208
302;Sněmovna;104;105
304;Úřad vlády;500;552
;vlastní úřad;340;342
;poradní orgány;160;210
"""
MEASURES = """Nivel,Concepto,RENTAS GENERALES,AFECTACION ESPECIFICA,TOTAL 2026
0,TOTAL DE RECURSOS,5000400300,100000050,5100400350
1,INGRESOS,5000400300,100000050,5100400350
1.01,MUNICIPAL,3000300200,100000050,3100300250
1.01.01,Inmuebles,2000200100,100000050,2100200150
1.01.02,Comercio,1000100100,0,1000100100
1.02,NACIONAL,2000100100,0,2000100100
1.02.01,Coparticipación,2000100100,0,2000100100
"""


@pytest.mark.parametrize(
    ("text", "totals", "lines"),
    [
        (DEPTHS.replace("Total;", "Total 2026;", 1), {2026: 22000450.0}, 4),
        (UNCODED, {2025: 904.0, 2026: 967.0}, 5),
        (f"{UNCODED};;904;967\n", {2025: 904.0, 2026: 967.0}, 5),
        (MEASURES, {2026: 5100400350.0}, 3),
    ],
    ids=["depths in a column", "no code below one", "and a last total", "levels of codes"],
)
def test_what_heads_the_rows_below_it_is_counted_once(
    tmp_path: Path, text: str, totals: dict[int, float], lines: int
) -> None:
    read = reading(tmp_path, text)

    assert read.budget is not None
    assert (read.totals, len(read.budget.lines)) == (totals, lines)


def test_one_and_two_of_the_sides_are_no_depths(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Tipo;Nombre;2026\n1;Tasas;500401\n1;Cuotas;500000\n2;Sueldos;600301\n2;Obras;400100\n",
    )

    assert str(read.reason).startswith("column 'Tipo' parts the amounts")


def test_labels_that_say_years_in_turns_are_asked_about_and_dated_once_confirmed(
    tmp_path: Path,
) -> None:
    text = "City budget FY2026,,\n,,\nDepartment,CLASS 100,TOTAL\n" + "".join(
        f"{name},,\nFY26 ESTIMATE,{now},{now}\nFY27 REQUEST,{later},{later}\n"
        f"INCREASE/(DECREASE),{later - now},{later - now}\n,,\n"
        for name, now, later in (("LAW", 154637, 164637), ("HOUSING", 4632873, 4395140))
    )

    asked = reading(tmp_path, text)

    assert str(asked.reason).startswith("the texts of column 'Department' say years")
    assert reading(tmp_path, text, confirmed=True).totals == {2026: 4787510.0, 2027: 4559777.0}


def test_months_under_a_header_of_periods_are_added_up_to_their_year(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Konto;Tekst;Periode;Beløb\n5.30.26;Pleje;202601;1850123\n5.30.27;Mad;202601;800125\n"
        "5.30.26;Pleje;202602;300222\n5.30.27;Mad;202602;310222\n",
    )

    assert read.totals == {2026: 3260692.0}


def test_what_is_left_of_a_year_is_no_budget_of_it(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Konto;Tekst;Budget 2026;Restbudget 2025\n"
        "5.30.26;Hjemmehjælp;1850123;50000\n5.30.27;Pleje;800125;20111\n",
    )

    assert read.totals == {2026: 2650248.0}


def test_columns_may_be_numbered_with_what_they_add_up(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Naziv;Prihodi;Višak;UKUPNO 2026\n;;;\n;1;2;3=1+2\n"
        "Dugo Selo;43361204;1848038;45209242\nSamobor;178874643;2164209;181038852\n",
    )

    assert read.totals == {2026: 226248094.0}


def test_names_of_funds_do_not_make_income_of_what_they_pay(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "FundCode,Fund,Account,Account Name,FY2026 Budget\n"
        + "".join(
            f"{fund},{name},5{account}00,{spent},{amount}\n"
            for fund, name, amount in ((101, "GENERAL", 900123), (741, "ZOO SALES TAX", 850456))
            for account, spent in ((1, "Salaries"), (4, "Services"), (5, "Capital expenditures"))
        ),
    )

    assert read.totals == {2026: 5251737.0}


@pytest.mark.parametrize("name", ["ingresos.csv", "Einnahmen 2026.csv"])
def test_a_file_that_is_named_after_one_side_is_not_asked_which_rows_are_of_it(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text(
        "Cuenta;Nombre;Importe 2026\n11;Impuesto sobre bienes e ingresos;310500\n"
        "12;Tasas;490900\n35;Gastos repercutidos;500100\n",
        encoding="utf-8",
    )

    read = read_budget(path)

    assert read.totals == {2026: 1301500.0}
    assert "sign-not-said" in {doubt.code for doubt in read.doubts}


def test_costs_and_proceeds_of_each_version_are_its_two_sides(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Produktgruppe;Rechnung 2026 Kosten (inkl. Beiträge);Rechnung 2026 Erlöse;Saldo;"
        "Voranschlag 2026 Kosten (inkl. Beiträge);Voranschlag 2026 Erlöse;Saldo\n"
        "Verkehr;279132559;92043223;-187089336;283345956;93610642;-189735314\n"
        "Schulen;46237115;6031;-46231084;55403482;459;-55403023\n",
        confirmed=True,
    )

    assert read.totals == {2026: 245138337.0}


def test_numbers_that_count_the_rows_are_no_chapters_of_income(tmp_path: Path) -> None:
    rows = "".join(f"{number},Plaza {number},{1000 + number}\n" for number in range(1, 3100))

    read = reading(tmp_path, f"Proyecto,Nombre,Monto 2026\n{rows}".replace("Plaza 7,", "Cuotas,"))

    assert read.totals == {2026: sum(1000.0 + number for number in range(1, 3100))}


def test_amounts_beside_inhabitants_that_no_word_calls_a_budget_are_doubted(
    tmp_path: Path,
) -> None:
    text = ",Total population,{over} in the past 12 months (in 2026 dollars)\n"
    text += "Allston,29411,1003121944.50\nMattapan,26659,705444900.25\n"
    statistics, budget = (
        {doubt.code for doubt in reading(tmp_path, text.format(over=over)).doubts}
        for over in ("Aggregate income", "Budget")
    )

    assert "line-is-a-count" in statistics
    assert "line-is-a-count" not in budget


def test_shares_among_the_units_of_rows_are_asked_about(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Indikaattori;Yksikkö;2025;2026\nVelka;mrd eur;181;194\nVelkasuhde;% BKT;65,7;67,1\n",
    )

    assert str(read.reason) == "rows count in different units: mrd eur; % BKT"


def test_rows_of_one_code_that_say_the_same_are_no_whole_and_its_part(tmp_path: Path) -> None:
    read = reading(
        tmp_path,
        "Konto;Tekst;Område;Budget 2026\n5.30.26;Pleje;Nord;1850123\n5.30.26;Mad;Syd;1850123\n"
        "5.30.27;Kørsel;Nord;800125\n5.30.27;Leje;Syd;800125\n",
    )

    assert read.totals in ({}, {2026: 5300496.0})


@pytest.mark.parametrize("currency", ["kn", "HRK", "Ft", "lei", "zł", "€"])
def test_amounts_with_their_currency_behind_them_are_amounts(tmp_path: Path, currency: str) -> None:
    read = reading(
        tmp_path,
        f"Naziv;Iznos 2026\nVrtići;645.000,00 {currency}\nCeste;187.500,50 {currency}\n",
    )

    assert read.totals == {2026: 832500.5}


REGISTER = "".join(
    f"{number};Navn {number};{1 + number % 28:02}.{1 + number // 28}.{year}.;{1000 + number},50 kn;"
    f"{changed}\n"
    for year, changed in ((2018, ""), (2019, "02.10.2019."))
    for number in range(1, 40)
)


def test_days_of_other_years_than_the_name_of_the_file_says_are_asked_about(tmp_path: Path) -> None:
    path, mapping = tmp_path / "proracun_2020.csv", tmp_path / "mapping.toml"
    path.write_text(f"id;name;date;amount;changed\n{REGISTER}", encoding="utf-8")

    asked = read_budget(path)
    mapping.write_text(mapping_text(asked), encoding="utf-8")

    assert str(asked.reason).startswith("column 'date' says the years 2018, 2019")
    assert read_budget(path, read_mapping(mapping)).totals == {2018: 39799.5, 2019: 39799.5}


@pytest.mark.parametrize(
    ("header", "days"),
    [
        ("Opført", ("1968", "2003")),
        ("Kontraktår", ("2024", "2025")),
        ("Første dag", ("01-08-2025", "01-03-2026")),
        ("Startdato", ("01-08-2025", "01-09-2025")),
    ],
)
def test_years_of_what_is_built_or_begun_say_nothing_against_the_name_of_the_file(
    tmp_path: Path, header: str, days: tuple[str, str]
) -> None:
    path = tmp_path / "anlaeg_2026.csv"
    lines = zip(("Skole", "Hal", "Sti"), (*days, days[0]), (1011010, 701110, 211110), strict=True)
    text = "".join(f"{name};{day};{amount}\n" for name, day, amount in lines)
    path.write_text(f"Projekt;{header};Beløb\n{text}", encoding="utf-8")

    assert read_budget(path).totals == {2026: 1923230.0}


@pytest.mark.parametrize("first", ["IT;10;11;12", "Vej;4;5;6"])
def test_a_first_line_whose_small_amounts_rise_by_one_numbers_no_columns(
    tmp_path: Path, first: str
) -> None:
    read = reading(tmp_path, f"Udvalg;2026;2027;2028\n{first}\nBørn;120;121;122\nBy;33;34;36\n")

    assert read.budget is not None
    assert len(read.budget.lines) == 3


def test_what_begins_like_a_rest_is_none(tmp_path: Path) -> None:
    read = reading(
        tmp_path, "Område;Restaurering 2026;Drift 2026\nNord;1011010;1020030\nSyd;754321;754320\n"
    )

    assert str(read.reason) == (
        "2026 has several versions side by side: Restaurering 2026; Drift 2026"
    )
