"""Which rows are income can be said for every table: by values, by code, by name."""

from pathlib import Path

import pytest

from exports.drawing import Export
from exports.judging import fault, is_right, said_anew
from exports.writing import Drawn, draw
from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import read_mapping

NUMBERED = Export(levels=2, sides="numbers")
HEADED = Export(levels=2, sides="code", shown="all")


def answered(drawn: Drawn, column: str, *texts: str) -> BudgetReading:
    """Say which texts of a column mean income."""
    mapping = drawn.path.with_name("mapping.toml")
    said = ", ".join(f'"{text}"' for text in texts)
    mapping.write_text(f'[direction.income]\n"{column}" = [{said}]\n', encoding="utf-8")
    return read_budget(drawn.path, read_mapping(mapping))


@pytest.mark.parametrize("seed", range(5))
def test_income_is_said_by_the_value_of_a_column(tmp_path: Path, seed: int) -> None:
    drawn = draw(tmp_path, Export(levels=2, sides="numbers", seed=seed))

    reading = answered(drawn, drawn.export.words.side, "22")

    assert is_right(reading, drawn.truth)
    assert reading.totals_by_direction["income"] == pytest.approx(drawn.truth.earned)


def test_values_the_wrong_way_round_are_doubted(tmp_path: Path) -> None:
    drawn = draw(tmp_path, NUMBERED)
    right = answered(drawn, drawn.export.words.side, "22")

    wrong = answered(drawn, drawn.export.words.side, "21")

    assert said_anew(wrong, right)


def test_income_is_said_by_the_beginning_of_codes(tmp_path: Path) -> None:
    drawn = draw(tmp_path, HEADED)

    reading = answered(drawn, drawn.export.words.code, "2*")

    assert fault(reading, drawn.truth) == ""
    assert is_right(reading, drawn.truth)


def test_income_is_said_by_the_names_of_rows(tmp_path: Path) -> None:
    drawn = draw(tmp_path, HEADED)
    words = drawn.export.words

    reading = answered(drawn, words.name, words.earned, *(f"{name}*" for name in words.earning))

    assert fault(reading, drawn.truth) == ""
    assert is_right(reading, drawn.truth)


def test_a_column_whose_values_say_no_side_is_asked_with_both_sums(tmp_path: Path) -> None:
    drawn = draw(tmp_path, NUMBERED)

    reading = read_budget(drawn.path)

    assert reading.verdict == "needs-mapping"
    for value in ("21", "22"):
        assert value in str(reading.reason)


BOOKED = "Konto;Navn;{head};2026\n" + "".join(
    f"{number};{name};{{{side}}};{amount}\n"
    for number, name, side, amount in (
        (1, "Skoler", "spent", 500), (2, "Gebyr", "earned", 100), (3, "Ældre", "spent", 700),
        (4, "Leje", "earned", 80), (5, "Veje", "spent", 300), (6, "Salg", "earned", 60),
    )
)  # fmt: skip


def test_debet_is_expenditure_and_kredit_income(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(BOOKED.format(head="Art", spent="Debet", earned="Kredit"), encoding="utf-8")

    totals = read_budget(path).totals_by_direction

    assert (totals["expenditure"], totals["income"]) == ({2026: 1_500}, {2026: 240})


def test_the_letters_of_debet_and_kredit_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(BOOKED.format(head="Fortegn", spent="D", earned="K"), encoding="utf-8")

    reading = read_budget(path)

    assert reading.verdict == "needs-mapping"
    direction = reading.proposal["direction"]
    assert direction == {"income": {"Fortegn": ["K"]}, "expenditure": {"Fortegn": ["D"]}}
