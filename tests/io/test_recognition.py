import pytest

from innobudget.domain.budget import Kind
from innobudget.io.reconciliation.sums import Candidate
from innobudget.io.reconciliation.totals import Search, Totals
from innobudget.io.wording.captions import parse_caption, parse_currency
from innobudget.io.wording.labels import parse_kind, refine_kind, says_total
from innobudget.io.wording.numerals import (
    Gap,
    NumberStyle,
    decide_style,
    has_mark,
    read_number,
    style_doubts,
)
from innobudget.io.wording.periods import parse_period


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1.234.567,89", ",", 1234567.89),
        ("1,234,567.89", ".", 1234567.89),
        ("-2.093,8", ",", -2093.8),
        (" -1 362 250 ", ",", -1362250),
        ("1\u00a0362\u202f250", ",", 1362250),
        ("−5", ",", -5),
        ("5-", ",", -5),
        ("(5,5)", ",", -5.5),
        ("kr. 1.200", ",", 1200),
        ("1.200,- kr.", ",", 1200),
        ("€ 12.50", ".", 12.5),
        ("+3", ".", 3),
        (",5", ",", 0.5),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, decimal: str, number: float) -> None:
    assert read_number(text, NumberStyle(decimal=decimal)) == number


@pytest.mark.parametrize("text", ["12 34", "2020 2021", "1.23.456", "abc", "5%", "1e6"])
def test_anything_else_is_text(text: str) -> None:
    assert read_number(text, NumberStyle(decimal=",")) is Gap.TEXT


@pytest.mark.parametrize("text", ["1,2 mio", "100a", "1.200 t.kr.", "1.234 (foreløbig)"])
def test_words_beside_a_number_may_change_it(text: str) -> None:
    assert read_number(text, NumberStyle(decimal=",")) is Gap.QUALIFIED


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.345 *", 2345),
        ("1.234¹", 1234),
        ("1.234 1)", 1234),
        ("(1.234) **", -1234),
        ("1.234²)", 1234),
        ("* -5", -5),
    ],
)
def test_the_mark_of_a_footnote_is_no_part_of_a_number(text: str, number: float) -> None:
    assert has_mark(text)
    assert read_number(text, NumberStyle(decimal=",")) == number


def test_a_mark_does_not_decide_the_decimal_sign() -> None:
    assert decide_style(["1.234¹", "1.234"]) == NumberStyle(decimal=",", unsure="1.234¹")


def test_a_number_that_may_have_thousands_where_others_have_decimals_is_doubted() -> None:
    (doubt,) = style_doubts("x.csv", decide_style(["12.5", "1.234"]))

    assert doubt.code == "number-style-mixed"
    assert "1.234" in doubt.found


@pytest.mark.parametrize(
    ("texts", "decimal"),
    [
        (["1.234.567"], ","),
        (["1,234,567"], "."),
        (["0.123"], "."),
        (["12,5"], ","),
        (["1234.567"], "."),
        (["1.234", "7,5"], ","),
        (["5"], ","),
    ],
)
def test_the_decimal_sign_is_decided_by_the_whole_file(texts: list[str], decimal: str) -> None:
    style = decide_style(texts)

    assert (style.decimal, style.unsure) == (decimal, "")


@pytest.mark.parametrize(
    ("header", "year", "version"),
    [
        ("2025", 2025, "other"),
        ("B2025", 2025, "adopted"),
        ("B 25", 2025, "adopted"),
        ("BO2026", 2026, "adopted"),
        ("Budgetoverslag 2027", 2027, "adopted"),
        ("R2024", 2024, "accounts"),
        ("Regnskab 2023", 2023, "accounts"),
        ("rekneskap_2011", 2011, "accounts"),
        ("Korrigeret budget 2025 pr. 31. oktober", 2025, "corrected"),
        ("Forventet regnskab 2025", 2025, "expected"),
        ("BF2026", 2026, "proposed"),
        ("FY 18 PLANNED BUDGET", 2018, "adopted"),
        ("2014-15", 2015, "other"),
        ("Voranschlag 2012 EUR", 2012, "adopted"),
    ],
)
def test_headers_say_year_and_version(header: str, year: int, version: str) -> None:
    period = parse_period(header)

    assert period is not None
    assert (period.year, period.version) == (year, version)


@pytest.mark.parametrize(
    "header",
    ["Navn", "Afvigelse 2025", "Ændring 2025-2026", "Budget 2025 i %", "Kr. pr. indbygger 2025"],
)
def test_headers_without_amounts_of_a_year_say_none(header: str) -> None:
    assert parse_period(header) is None


@pytest.mark.parametrize(("header", "offset"), [("BO1", 1), ("Overslagsår 3", 3), ("t-2", -2)])
def test_some_headers_count_from_the_budget_year(header: str, offset: int) -> None:
    period = parse_period(header)

    assert period is not None
    assert (period.year, period.offset) == (None, offset)


@pytest.mark.parametrize(
    ("text", "unit", "currency"),
    [
        ("1.000 kr.", 1e3, "DKK"),
        ("(1.000 kr.)", 1e3, "DKK"),
        ("Beløb i hele kr.", 1, "DKK"),
        ("mio. kr.", 1e6, "DKK"),
        ("Mill. NOK", 1e6, "NOK"),
        ("i tusen kroner", 1e3, "DKK"),
        ("(amounts expressed in thousands)", 1e3, None),
        ("Net current expenditure (£ thousand)", 1e3, "GBP"),
        ("in T€", 1e3, "EUR"),
    ],
)
def test_captions_say_unit_and_currency(text: str, unit: float, currency: str | None) -> None:
    caption = parse_caption(text)

    assert caption is not None
    assert (caption.unit, caption.currency) == (unit, currency)


@pytest.mark.parametrize(
    "text",
    [
        "Budget 2025",
        "Funktion",
        "11.000 borgere",
        "Ældreudvalget",
        "Plads til 1.000 nye boliger",
        "Teknik- og Miljøudvalget",
        "Tusindfryd",
    ],
)
def test_other_texts_say_no_unit(text: str) -> None:
    assert parse_caption(text) is None
    assert parse_currency(text) is None


@pytest.mark.parametrize(
    ("stated", "code", "kind"),
    [
        ("1", "5.30.26", "operating"),
        ("1", "05.57.73", "transfer"),
        ("1 Drift", "1.38.60", "utility"),
        ("2", "5.57.73", "refund"),
        ("3", "1.38.60", "utility"),
        ("3 Anlæg", "5.30.27", "capital"),
        ("5 Balanceforskydninger", "8.32.20", "financing"),
        ("Serviceudgifter", "5.57.73", "operating"),
        ("operating", "5.57.73", "operating"),
        ("Overførsler", "5.30.26", "transfer"),
        ("", "7.22.05", "financing"),
        ("", "5.48.67", "transfer"),
        ("", "0101", "operating"),
    ],
)
def test_the_ceiling_follows_from_dranst_and_function(stated: str, code: str, kind: Kind) -> None:
    assert refine_kind(parse_kind(stated) if stated else None, code, stated=stated) == kind


def row(code: str, label: str, *amounts: float) -> Candidate:
    return Candidate(labels=(code, label), coded=bool(code), amounts=amounts)


def test_totals_of_totals_cover_every_line_once() -> None:
    rows = [
        row("1", "a", 1.5, 2),
        row("2", "b", 2, 3),
        row("", "Sum", 3.5, 5),
        row("3", "c", 4, 4),
        row("4", "d", 6, 5),
        row("", "Committee", 10, 9),
        row("", "I alt", 13.5, 14),
    ]

    found = Search(rows, range(len(rows)), 0.1).totals().totals

    assert {position: list(total.lines) for position, total in found.items()} == {
        2: [0, 1],
        5: [3, 4],
        6: [0, 1, 3, 4],
    }
    assert all(total.agrees for total in found.values())


def test_totals_may_stand_above_their_lines() -> None:
    rows = [
        row("", "Committee", 10, 9),
        row("3", "c", 4, 4),
        row("4", "d", 6, 5),
        row("", "Other committee", 3.5, 5),
        row("1", "a", 1.5, 2),
        row("2", "b", 2, 3),
        row("", "I alt", 13.5, 14),
    ]

    found = Search(rows, range(len(rows)), 0.1).totals()

    assert {at: sorted(total.lines) for at, total in found.totals.items()} == {
        0: [1, 2],
        3: [4, 5],
        6: [1, 2, 4, 5],
    }


def test_a_result_is_income_less_expenditure() -> None:
    rows = [
        row("1", "taxes", 100, 110),
        row("2", "grants", 50, 50),
        row("", "Income total", 150, 160),
        row("3", "care", 80, 90),
        row("4", "schools", 60, 61),
        row("", "Expenditure total", 140, 151),
        row("", "Resultat", 10, 9),
    ]

    assert Search(rows, range(len(rows)), 1).totals().totals[6].lines == {0: 1, 1: 1, 3: -1, 4: -1}


def test_a_total_that_is_wrong_in_one_year_still_covers_its_lines() -> None:
    rows = [row("1", "a", 1, 2, 3), row("2", "b", 10, 20, 30), row("", "I alt", 11, 22, 99)]

    assert list(Search(rows, range(len(rows)), 1).totals().totals[2].lines) == [0, 1]


def test_another_breakdown_after_a_total_is_counted_once() -> None:
    rows = [
        row("E1", "Bath", 100),
        row("E2", "Bristol", 250),
        row("E3", "Luton", 7),
        row("", "ENGLAND", 357),
        row("", "Cities", 257),
        row("", "Towns", 100),
    ]

    found = Search(rows, range(len(rows)), 1).totals()

    assert list(found.totals) == [3]
    assert found.repeats == {4: 3, 5: 3}
    assert found.lines(len(rows)) == [0, 1, 2]


def test_a_total_of_the_lines_that_share_its_label_may_stand_anywhere() -> None:
    rows = [
        Candidate(labels=("care", "U"), amounts=(80,)),
        Candidate(labels=("fees", "I"), amounts=(-15,)),
        Candidate(labels=("schools", "U"), amounts=(60,)),
        Candidate(labels=("Total spent", "U"), amounts=(140,)),
        Candidate(labels=("Total earned", "I"), amounts=(-15,)),
    ]

    found = Search(rows, range(len(rows)), 1).totals().totals

    assert {at: set(total.lines) for at, total in found.items()} == {3: {0, 2}, 4: {1}}
    assert all(total.agrees for total in found.values())


def test_a_total_with_a_code_may_be_that_of_its_side_among_lines_of_both() -> None:
    rows = [
        Candidate(labels=("10", "Care", "U"), coded=True, amounts=(1_234_567,)),
        Candidate(labels=("11", "Fees", "I"), coded=True, amounts=(-234_511,)),
        Candidate(labels=("12", "Schools", "U"), coded=True, amounts=(7_654_321,)),
        Candidate(labels=("13", "Rents", "I"), coded=True, amounts=(-98_765,)),
        Candidate(labels=("90", "Total spent", "U"), coded=True, amounts=(8_888_888,)),
    ]

    found = Search(rows, range(len(rows)), 1).totals().totals

    assert {at: set(total.lines) for at, total in found.items()} == {4: {0, 2}}


def test_all_rows_that_add_up_others_are_asked_about_at_once() -> None:
    rows = [
        row("000", "country", 5445678, 5545679),
        row("084", "region", 5445678 - 1100111, 5545679 - 1100222),
        row("101", "town", 3200100, 3250100),
        row("147", "wood", 1145467, 1195357),
        row("461", "west", 1100111, 1100222),
    ]

    found, _ = Search(rows, range(5), 1).hidden(Totals(totals={}))

    assert {at: sorted(of) for at, of in found.items()} == {0: [2, 3, 4], 1: [2, 3]}


def test_sums_of_some_digits_are_doubted() -> None:
    rows = [row("1", "a", 1234), row("2", "b", 345), row("3", "c", 1579), row("4", "d", 770)]

    assert Search(rows, range(4), 1).hidden(Totals(totals={})) == ({}, {2})


def test_a_line_without_a_code_that_adds_nothing_up_is_no_total() -> None:
    rows = [row("1", "a", 1), row("2", "b", 2), row("", "Pulje", 7)]

    assert Search(rows, range(len(rows)), 1).totals().totals == {}


def test_a_name_with_the_word_of_a_total_is_no_total() -> None:
    rows = [
        row("1", "Sum felles", 105),
        row("2", "Sum felles", 200),
        row("3", "Utbygging", 55),
        row("4", "Sum felles", 610),
        row("5", "Sum felles", 43),
    ]

    assert Search(rows, range(len(rows)), 1).totals().totals == {}


def test_a_line_that_adds_up_others_to_many_digits_is_asked_about() -> None:
    rows = [row("1", "a", 123456.78), row("2", "b", 654321.12), row("3", "c", 777777.90)]

    assert Search(rows, range(3), 0.01).hidden(Totals(totals={}))[0] == {2: [0, 1]}


def test_a_sum_of_few_digits_comes_about_by_chance() -> None:
    rows = [row("1", "a", 100), row("2", "b", 200), row("3", "c", 300)]

    assert Search(rows, range(3), 1).hidden(Totals(totals={}))[0] == {}


@pytest.mark.parametrize("label", ["I alt", "Total", "Hovedtotal", "SUM", "Celkem", "Gesamt"])
def test_totals_are_known_by_words(label: str) -> None:
    assert says_total(label)


@pytest.mark.parametrize("label", ["Altaner", "Summer school", "Samletank", "Totalentreprise"])
def test_words_that_only_begin_alike_say_no_total(label: str) -> None:
    assert not says_total(label)
