"""Every amount of an export counts once, in its year, with its unit and side, or it is said."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from conftest import examples
from exports.answers import wrong_answers
from exports.drawing import EXPORTS, QUIRKS, SHAPES, Export
from exports.judging import fault, is_right, said_anew
from exports.writing import Drawn, draw
from innobudget.domain.reading import BudgetReading
from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, read_mapping
from innobudget.io.mapping_text import mapping_text

QUESTIONS = 5


PLAINEST = (Export(totals="last"), Export(totals="last", levels=2, shown="all"))
OPEN = {"partial", "sounding", "authorities"}
"""Quirks that a reader may ask about, and doubts where he does not."""
ASKED = {("codes", "none"), ("sides", "numbers"), ("sides", "classes"), ("years_at", "file")}
UNDECIDED = "totals=last sides=negative"
"""A flat list of nothing but negative amounts: its sign is asked for, until words decide it."""


def quirks_of(export: Export) -> str:
    said = ((name, getattr(export, name)) for name in (*SHAPES, *QUIRKS))
    return " ".join(f"{name}={value}" for name, value in said if value != getattr(Export(), name))


SINGLE_QUIRKS = {
    quirks_of(export): export
    for plain in PLAINEST
    for name, values in {**SHAPES, **QUIRKS}.items()
    for value in values
    if name not in OPEN and (name, value) not in ASKED
    for kind in (("xlsx",) if name in {"hidden", "numeric"} else ("csv",))
    if (export := replace(plain, **{"kind": kind, name: value}).made_possible())
}


ONCE_WRONG = (
    Export(
        language="nl", levels=5, years_at="groups", code_word="Verksamhet", year_word="Periode",
        amount_word="Wert", codes="undotted", totals="last", sides="column-negative", unit=0,
        row_numbers=True, percent=True, seed=900,
    ),
    Export(
        language="de", years=1, years_at="title", code_word="Klasyfikacja", codes="undotted",
        authorities="classes", widths=(2, 1, 1, 1, 1, 1), breadth=9, unit=2, seed=3358,
    ),
    Export(
        language="pl", years_at="dates", code_word="Produkt", unit=3, codes="trailing",
        sides="letters", area="once", seed=2690,
    ),
    Export(
        language="es", years=1, year_form="B{}", code_word="Verksamhet", amount_word="Cantidad",
        breadth=12, codes="running", of_which="code", totals="groups-only", seed=5186,
    ),
    Export(
        language="nb", years=3, codes="undotted", of_which="code", totals="last", sides="column",
        gaps="dash", row_numbers=True, seed=4918,
    ),
    Export(
        levels=3, shown="all", years_at="rows", codes="dotted", code_at="columns", totals="first",
        total_gap="blank", sides="amounts", unit=-1,
    ),
)  # fmt: skip
"""Combinations that were read wrong, each once."""


def read(drawn: Drawn, mapping: BudgetMapping | None = None) -> BudgetReading | None:
    """Read a file; None where it is refused."""
    try:
        return read_budget(drawn.path, mapping)
    except InputError:
        return None


def confirmed(drawn: Drawn) -> BudgetReading | None:
    """Confirm unchanged whatever is proposed."""
    reading = read(drawn)
    mapping: BudgetMapping | None = None
    target = drawn.path.with_name("mapping.toml")
    for _ in range(QUESTIONS):
        if reading is None or (mapping is not None and reading.verdict != "needs-mapping"):
            break
        target.write_text(mapping_text(reading, mapping), encoding="utf-8")
        mapping = read_mapping(target)
        reading = read(drawn, mapping)
    return reading


@settings(max_examples=examples(40))
@given(export=EXPORTS)
def test_an_export_is_read_right_or_asked_or_doubted_by_name(
    tmp_path_factory: pytest.TempPathFactory, export: Export
) -> None:
    drawn = draw(tmp_path_factory.mktemp("export"), export)

    reading = read(drawn)

    assert reading is None or fault(reading, drawn.truth) == ""


@settings(max_examples=examples(15))
@given(export=EXPORTS)
def test_what_is_proposed_is_right_or_doubted_by_name_when_confirmed_unchanged(
    tmp_path_factory: pytest.TempPathFactory, export: Export
) -> None:
    drawn = draw(tmp_path_factory.mktemp("export"), export)

    reading = confirmed(drawn)

    truth = drawn.truth
    if truth.doubt == "side":
        truth = replace(
            truth, doubt=""
        )  # was asked: what was answered is doubted where it is wrong
    assert reading is None or fault(reading, truth) == ""


@settings(max_examples=examples(15))
@given(export=EXPORTS)
def test_a_right_mapping_is_taken_as_strictly_as_what_is_recognised(
    tmp_path_factory: pytest.TempPathFactory, export: Export
) -> None:
    drawn = draw(tmp_path_factory.mktemp("export"), export)

    reading = read(drawn, drawn.mapping)

    assert reading is None or fault(reading, drawn.truth) == ""


@settings(max_examples=examples(5))
@given(export=EXPORTS)
def test_a_wrong_answer_in_a_right_mapping_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, export: Export
) -> None:
    drawn = draw(tmp_path_factory.mktemp("export"), export)
    right = read(drawn, drawn.mapping)
    if right is None or not is_right(right, drawn.truth):
        return

    for said, mapping in wrong_answers(drawn):
        wrong = read(drawn, mapping)

        if wrong is not None and wrong.budget is not None and not is_right(wrong, drawn.truth):
            assert said_anew(wrong, right), said


@pytest.mark.parametrize(
    "export",
    [pytest.param(export, id=said) for said, export in SINGLE_QUIRKS.items() if said != UNDECIDED],
)
def test_a_single_quirk_is_read_without_a_question(tmp_path: Path, export: Export) -> None:
    drawn = draw(tmp_path, export)

    reading = read_budget(drawn.path)

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert fault(reading, drawn.truth) == ""
    assert is_right(reading, drawn.truth)


@pytest.mark.parametrize("export", ONCE_WRONG, ids=quirks_of)
def test_what_was_once_read_wrong_is_read_right(tmp_path: Path, export: Export) -> None:
    drawn = draw(tmp_path, export.made_possible())

    reading, again = read_budget(drawn.path), confirmed(drawn)

    assert is_right(reading, drawn.truth)
    assert again is not None
    assert (again.totals, again.lines) == (reading.totals, reading.lines)


@pytest.mark.parametrize("export", [*SINGLE_QUIRKS.values()][::2], ids=[*SINGLE_QUIRKS][::2])
def test_a_right_mapping_is_taken_without_a_question(tmp_path: Path, export: Export) -> None:
    drawn = draw(tmp_path, export)

    reading = read_budget(drawn.path, drawn.mapping)

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert is_right(reading, drawn.truth)


@pytest.mark.parametrize("years_at", ["rows", "dates", "groups", "title", "file"])
@pytest.mark.parametrize("words", [("", ""), ("F1", "Wert"), ("Haushaltsjahr", "Sum of Value")])
def test_where_year_and_amount_stand_is_answer_enough(
    tmp_path: Path, years_at: str, words: tuple[str, str]
) -> None:
    year_word, amount_word = words
    quirks: dict[str, Any] = {
        "years_at": years_at,
        "year_word": year_word,
        "amount_word": amount_word,
    }
    drawn = draw(tmp_path, replace(PLAINEST[0], **quirks).made_possible())
    columns, year = drawn.mapping.columns, drawn.mapping.year
    answer = BudgetMapping(year=year, columns=replace(columns, line=None, name=None, amounts={}))

    reading = read_budget(drawn.path, answer)

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert is_right(reading, drawn.truth)
