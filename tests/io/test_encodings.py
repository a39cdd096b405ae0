from pathlib import Path

import pytest

from innobudget.domain.reading import BudgetReading
from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, read_mapping
from innobudget.io.mapping_text import mapping_text
from innobudget.report.reading import reading_text

CZECH = "Kód;Název;Rozpočet 2026\n{}\nCelkem;;6\n"
CZECH_LINES = "1;Příjmy z daní;1\n2;Školství a mládež;2\n3;Životní prostředí, úklid měst;3"
DANISH = "Konto;Navn;Udvalg;B2026\n1;Ældrepleje på hjul;Børn og unge;1\n2;Øvrige veje;Ældre;2\n"
SLOVAK = "Kód;Názov;B2026\n1;Ľubovňa čaká, žľab;5\n2;Štôlňa ťaží;6\n"
POLISH = "Kod;Nazwa;B2026\n1;Oświata i żłobki;5\n2;Łódź, ćwiczenia;6\n"
GERMAN = "Konto;Bezeichnung;Ansatz 2026\n1;Straßen, öffentliche;1\n2;Schüler, Gebühren, Ämter;2\n"


def written(tmp_path: Path, text: str, encoding: str) -> Path:
    path = tmp_path / "budget.csv"
    path.write_bytes(text.encode(encoding))
    return path


def names(reading: BudgetReading) -> list[str]:
    assert reading.budget is not None, reading.reason
    return [line.name for line in reading.budget.lines]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CZECH.format(CZECH_LINES), "cp1250"),
        (CZECH.format(CZECH_LINES), "iso-8859-2"),
        (CZECH.format(CZECH_LINES), "utf-8"),
        (SLOVAK, "cp1250"),
        (POLISH, "cp1250"),
        (POLISH, "iso-8859-2"),
        (DANISH, "cp1252"),
        (DANISH, "cp850"),
        (DANISH, "mac-roman"),
        (DANISH, "utf-16"),
        (GERMAN, "cp1252"),
        (GERMAN, "cp850"),
        (GERMAN, "mac-roman"),
    ],
)
def test_the_letters_tell_the_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    reading = read_budget(written(tmp_path, text, encoding))

    assert reading.encoding == encoding
    assert not [doubt for doubt in reading.doubts if doubt.code.startswith("encoding")]
    assert names(reading) == [line.split(";")[1] for line in text.splitlines()[1:]][:3]


@pytest.mark.parametrize("letters", ["ø", "øå", "æøåé", "øíé", "äöüß", "áéíóúñ", "èàùç", "ëï"])
def test_western_letters_are_never_taken_for_czech(tmp_path: Path, letters: str) -> None:
    text = f"Konto;Navn;B2026\n1;Veje {letters} Skoler;5\n"

    reading = read_budget(written(tmp_path, text, "cp1252"))

    assert names(reading) == [f"Veje {letters} Skoler"]
    assert not [doubt for doubt in reading.doubts if doubt.code.startswith("encoding")]


def test_letters_that_tell_too_little_are_a_doubt_that_shows_them(tmp_path: Path) -> None:
    path = written(tmp_path, "Konto;Navn;B2026\n1;Dałków;5\n", "cp1250")

    reading = read_budget(path)

    (doubt,) = (doubt for doubt in reading.doubts if doubt.code == "encoding-unsure")
    assert "Da³ków" in doubt.found
    assert "encoding" in doubt.remedy
    assert reading.encoding == "cp1252"


def test_the_mapping_says_the_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "Konto;Navn;B2026\n1;Dałków;5\n", "cp1250")

    reading = read_budget(path, BudgetMapping(encoding="cp1250"))

    assert names(reading) == ["Dałków"]
    assert reading.encoding == "cp1250"
    assert not [doubt for doubt in reading.doubts if doubt.code.startswith("encoding")]


def test_an_encoding_that_bytes_do_not_prove_is_kept_for_the_next_export(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.toml"
    path = written(tmp_path, CZECH.format(CZECH_LINES), "cp1250")
    mapping.write_text(mapping_text(read_budget(path)), encoding="utf-8")

    short = written(tmp_path, CZECH.format("1;Příjmy;6"), "cp1250")

    assert 'encoding = "cp1250"\n# delimiter = ";"' in mapping.read_text(encoding="utf-8")
    assert names(read_budget(short, read_mapping(mapping))) == ["Příjmy"]


def test_a_file_that_proves_to_be_unicode_is_read_so_whatever_the_mapping_says(
    tmp_path: Path,
) -> None:
    reading = read_budget(written(tmp_path, DANISH, "utf-8"), BudgetMapping(encoding="cp1252"))

    assert names(reading) == ["Ældrepleje på hjul", "Øvrige veje"]
    assert "encoding-changed" in [doubt.code for doubt in reading.doubts]


def test_plain_letters_are_the_same_in_every_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, "Konto;Navn;B2026\n1;Veje;5\n", "ascii")

    reading = read_budget(path, BudgetMapping(encoding="cp850"))

    assert not [doubt for doubt in reading.doubts if doubt.code.startswith("encoding")]


def test_unicode_with_a_broken_letter_is_a_doubt(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_bytes(DANISH.encode() + "3;Måger;1\n".encode("cp1252"))

    assert "encoding-unsure" in [doubt.code for doubt in read_budget(path).doubts]


def test_bytes_that_are_no_text_in_the_stated_encoding_are_one_block(tmp_path: Path) -> None:
    path = written(tmp_path, DANISH, "cp1252")

    with pytest.raises(InputError) as caught:
        read_budget(path, BudgetMapping(encoding="utf-8"))

    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("text-unreadable", "budget.csv, row 2")
    assert problem.expected == "text in utf-8"


def test_the_mapping_says_what_parts_the_fields(tmp_path: Path) -> None:
    text = "Konto;Navn, kort|Navn, langt|B2026\n1;a, b|Veje|5\n2;c, d|Skoler|6\n"
    path = written(tmp_path, text, "utf-8")

    reading = read_budget(path, BudgetMapping(delimiter="|"))

    assert reading.delimiter == "|"
    assert reading.totals == {2026: 11.0}


def test_the_report_says_how_a_text_file_was_taken(tmp_path: Path) -> None:
    reading = read_budget(written(tmp_path, DANISH.replace(";", "\t"), "cp1252"))
    text = reading_text(reading, "en")

    assert "  text    cp1252, a tab between fields\n" in text


def test_utf_16_without_a_mark_is_read_where_the_mapping_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, DANISH, "utf-16-le")

    assert names(read_budget(path, BudgetMapping(encoding="utf-16")))[0] == "Ældrepleje på hjul"


def test_an_encoding_that_is_not_sure_is_to_be_confirmed(tmp_path: Path) -> None:
    unsure = read_budget(written(tmp_path, "Konto;Navn;B2026\n1;Dałków;5\n", "cp1250"))
    sure = read_budget(written(tmp_path, DANISH, "cp1252"))

    assert 'encoding = "cp1252"  # confirm\n' in mapping_text(unsure)
    assert 'encoding = "cp1252"\n' in mapping_text(sure)


def test_italian_that_may_be_czech_is_a_doubt(tmp_path: Path) -> None:
    italian = "Codice;Voce;B2026\n1;Servizi più così;5\n2;Però è;6\n"

    reading = read_budget(written(tmp_path, italian, "cp1252"))

    (doubt,) = (doubt for doubt in reading.doubts if doubt.code == "encoding-unsure")
    assert (reading.encoding, "read as cp1250" in doubt.expected) == ("cp1250", True)
    assert "'cp1252'" in doubt.remedy
