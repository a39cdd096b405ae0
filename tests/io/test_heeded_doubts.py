"""A doubt that stands on nearly every file is heeded on none: it stands where something is open."""

from pathlib import Path

import pytest

from exports.drawing import Export
from exports.writing import draw
from innobudget.io.budgets import read_budget

HEADER = "Konto;Tekst;Budget 2026;Budget 2027\n"
OERE = "5.30.26;Hjemmehjælp;1850123,45;1900124,50\n5.57.73;Kontanthjælp;900127,15;910128,35\n"
FEW = "5.30.26;Hjemmehjælp;185;190\n5.57.73;Kontanthjælp;90;91\n"
BOTH = "10;Kultur;185012;190012\n20;Havn;-90012;-91012\n30;Fælles;-5200;6200\n"
CLASSES = "414100;Schulen;185012;190012\n501200;Schulen;290012;291012\n521100;Jugend;52001;62001\n"
DIFFERS = "5.30.26;Hjemmehjælp;185;190\n5.57.73;Kontanthjælp;90;91\n;I alt;296;301\n"


def codes(folder: Path, text: str) -> list[str]:
    path = folder / "budget.csv"
    path.write_text(HEADER + text, encoding="utf-8")
    return [doubt.code for doubt in read_budget(path).doubts]


@pytest.mark.parametrize(
    ("text", "doubted"), [(OERE, False), (FEW, True)], ids=["to the øre", "few digits"]
)
def test_the_unit_is_doubted_where_the_amounts_leave_it_open(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    assert ("unit-not-said" in codes(tmp_path, text)) is doubted


@pytest.mark.parametrize(
    ("text", "doubted"),
    [(OERE, False), (BOTH, True), (CLASSES, True)],
    ids=["all positive", "both signs", "classes of a chart of accounts"],
)
def test_the_sign_is_doubted_where_the_amounts_leave_it_open(
    tmp_path: Path, text: str, doubted: bool
) -> None:
    assert ("sign-not-said" in codes(tmp_path, text)) is doubted


def test_doubts_about_counting_stand_before_those_about_the_unit(tmp_path: Path) -> None:
    found = codes(tmp_path, DIFFERS)

    assert found.index("control-total-differs") < found.index("unit-not-said")


@pytest.mark.parametrize("seed", range(12))
def test_a_plain_export_with_its_unit_is_read_without_a_doubt(tmp_path: Path, seed: int) -> None:
    drawn = draw(tmp_path, Export(seed=seed, unit=0, totals="last"))

    assert [doubt.code for doubt in read_budget(drawn.path).doubts] == []
    assert [doubt.code for doubt in read_budget(drawn.path, drawn.mapping).doubts] == []


@pytest.mark.parametrize("name", ["Skatter", "Grundskyld", "Generelle tilskud"])
def test_taxes_among_nothing_but_positive_amounts_are_asked_about_with_both_sums(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(f"{HEADER}{OERE}7.68.90;{name};4850123,45;4900124,50\n", encoding="utf-8")

    reading = read_budget(path)

    assert [round(answer.total, 2) for answer in reading.candidates] == [-2099872.85, 7600374.05]
    assert reading.proposal == {"direction": {"income": {"Konto": ["7*"]}}}


def test_a_few_words_of_taxes_among_positive_amounts_are_a_doubt(tmp_path: Path) -> None:
    assert "sign-not-said" in codes(tmp_path, OERE + "7.68.90;Skatter;123,45;124,50\n")


def test_rows_of_the_same_figures_beside_each_other_are_doubted(tmp_path: Path) -> None:
    twins = "Driftsindtægter;-1850123,45;-1900124,50\nGebyrer;-1850123,45;-1900124,50\n"
    path = tmp_path / "budget.csv"
    path.write_text(f"Tekst;Budget 2026;Budget 2027\nLøn;900127,15;910128,35\n{twins}", "utf-8")

    assert "line-is-a-sum" in [doubt.code for doubt in read_budget(path).doubts]


def test_a_row_without_a_code_beside_totals_without_one_is_doubted(tmp_path: Path) -> None:
    found = codes(
        tmp_path,
        "02.01;Hjemmehjælp;13458059;29635235\n02.02;Folkeskoler;3818719;25450728\n"
        ";Udvalg 02;21383242;75216255\n"
        "03.01;Vejvedligehold;359588;13300419\n03.02;Biblioteker;83676138;20636284\n"
        ";Udvalg 03;84035726;33936703\n",
    )

    assert "line-called-total" in found


def test_a_year_in_another_unit_is_doubted(tmp_path: Path) -> None:
    found = codes(tmp_path, "10;Skole;1234567;1345\n20;Vej;2345678;2456\n")

    assert "year-out-of-scale" in found
    assert "year-out-of-scale" not in codes(tmp_path, OERE)


@pytest.mark.parametrize("label", ["Antal elever", "Gennemsnit", "PL-skøn i pct.", "Andel (%)"])
def test_a_line_that_is_no_amount_by_its_words_is_doubted(tmp_path: Path, label: str) -> None:
    assert "line-is-a-count" in codes(tmp_path, f"{OERE};{label};2,1;2,3\n")
    assert "line-is-a-count" not in codes(tmp_path, OERE + "5.46.61;Refusion 50 pct. af;2,1;2,3\n")


@pytest.mark.parametrize(("more", "said"), [("", "1 line "), (";Gennemsnit;3;4\n", "2 lines ")])
def test_lines_that_are_no_amounts_are_told_by_their_number(
    tmp_path: Path, more: str, said: str
) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(f"{HEADER}{OERE};Antal elever;21;23\n{more}", encoding="utf-8")

    found = [doubt.found for doubt in read_budget(path).doubts if doubt.code == "line-is-a-count"]
    assert [str(text).startswith(said) for text in found] == [True]


PARTED = "Place,2025,2026\nNorth,1,234,567,1,334,567\nSouth,2,345,678,2,445,678\n"
VALUES = (
    "Ano;Órgão;Valor Empenhado;Valor Pago\n2026;Câmara;1801234;1701234\n2026;Obras;702345;602345\n"
)
ONE_SIDE = """\
Post;Tekst;År;Forbrug;Indtægt
01;Hjem;2025;201345;0
01;Hjem;2026;267890;0
02;Skole;2025;101122;0
02;Skole;2026;143344;103456
"""
BUDGET = "Område;Budget;2027;2028\nSkole;1801234;1901234;2001234\nVej;702345;712345;722345\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (PARTED, "figures-without-header"),
        (BUDGET, "amounts-left-out"),
        (VALUES, "amounts-left-out"),
        (ONE_SIDE, "amounts-left-out"),
    ],
)
def test_figures_beside_those_that_are_read_are_doubted(
    tmp_path: Path, text: str, code: str
) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(text, encoding="utf-8")

    assert code in [doubt.code for doubt in read_budget(path).doubts]


@pytest.mark.parametrize("header", ["Netto", "I alt", "Nettoudgifter"])
def test_what_is_left_of_two_sides_is_doubted_only_where_it_is_not_what_is_read(
    tmp_path: Path, header: str
) -> None:
    text = f"Budget 2026\nPost;Udgifter;Indtægter;{header}\nA;1801234;701234;1100000\nB;702345;"
    path = tmp_path / "budget.csv"
    for last, doubted in (("2345;700000", False), ("2345;650000", True)):
        path.write_text(text + last + "\n", encoding="utf-8")
        found = [doubt.code for doubt in read_budget(path).doubts]
        assert ("amounts-left-out" in found) is doubted


def test_a_column_of_the_same_amount_is_no_unit(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text("Post;Écart 2026 BP;BP 2026\nA;1000;1801234\nB;1000;702345\n", encoding="utf-8")

    assert read_budget(path).unit in (1, None)


def test_the_day_of_printing_is_doubted_as_an_amount(tmp_path: Path) -> None:
    assert "amounts-like-codes" in codes(tmp_path, OERE + ";Udskrevet;20260115;\n")
    assert "amounts-like-codes" not in codes(tmp_path, OERE + "5.58.80;Andet;20260115;123\n")
