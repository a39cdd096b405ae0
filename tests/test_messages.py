"""A message is English by itself, and said in another language by that language's catalogue."""

import pickle

import pytest

from innobudget.errors import InputError, Problem, describe, speaking
from innobudget.messages import counted, either, linked, listed, said, say, system_language
from innobudget.workflow.options import language_of


def test_a_message_is_english_and_keeps_its_template_and_values() -> None:
    grant = say("a grant of {grant:,.0f}", grant=1250)
    assert grant == "a grant of 1,250"
    assert grant("da") == "et tilskud på 1.250"
    assert grant("en") == grant("nowhere") == grant


def test_values_that_are_messages_are_said_in_the_same_language() -> None:
    found = say("{number} for {money}", number=say("no line"), money="x")
    assert found("da") == "ingen linje for x"
    either_one = either([say("income"), say("expenditure"), ".csv"])
    assert said(either_one, "da") == "indtægt eller udgift eller .csv"
    assert linked("; ", [say("income"), say("nothing")])("da") == "indtægt; intet"


def test_lists_are_told_with_commas_and_long_ones_are_counted() -> None:
    assert say("no amounts for {gaps}", gaps=[2027, 2028])("da") == "ingen beløb for 2027, 2028"
    assert listed(["a", "b", "c"], 3) == "a, b, c"
    assert listed(["a", "b", "c"], 2)("da") == "a, b og 1 mere"


def test_plural_forms_are_those_of_the_language() -> None:
    texts = [counted("{count} line", "{count} lines", count) for count in (1, 2)]
    assert texts == ["1 line", "2 lines"]
    assert [text("da") for text in texts] == ["1 linje", "2 linjer"]


@pytest.mark.parametrize(
    ("spec", "value", "english", "danish"),
    [
        (",.2f", 1234.5, "1,234.50", "1.234,50"),
        (".0%", 0.35, "35%", "35 pct."),
        (".3n", 1.5, "1.5", "1,5"),
        ("g", 0.035, "0.035", "0.035"),
        ("", 0.5, "0.5", "0.5"),
        ("_.0f", 1e4, "10_000", "10_000"),
        (",.1f", 2.25, "2.3", "2,3"),
        (",.1f", 0.75 * 3 - 1e-16 * 4, "2.3", "2,3"),
        (",.0f", -998_500.5, "-998,501", "-998.501"),
        (".0%", 0.025, "3%", "3 pct."),
    ],
)
def test_figures_for_people_have_the_marks_of_the_language(
    spec: str, value: float, english: str, danish: str
) -> None:
    figure = say(f"{{value:{spec}}}", value=value)
    assert (figure, figure("da")) == (english, danish)


def test_the_stop_of_an_abbreviation_ends_the_sentence_too() -> None:
    text = say("Budget: {share:.0%}. It builds on ../a.toml", share=0.5)
    assert text("da") == "Budget: 50 pct. It builds on ../a.toml"
    quoted = say("({unit}.) “{unit}.” and so on... A1..B2", unit="kr.")
    assert quoted("da") == "(kr.) “kr.” and so on... A1..B2"


def test_braces_without_values_are_braces() -> None:
    assert say("{ uniform = [lowest, highest] }")("da") == "{ uniform = [lavest, højest] }"


def test_a_message_is_the_same_in_another_process() -> None:
    problem = Problem(code="c", place="p", found=say("no line"), expected="e", remedy="r")
    again = pickle.loads(pickle.dumps(problem))  # noqa: S301 - our own
    assert again == problem
    assert said(again.found, "da") == "ingen linje"


def test_blocks_are_in_the_language_of_the_reader() -> None:
    problem = Problem(code="c", place="p", found=say("no line"), expected="e", remedy="r")
    assert problem.told("da") == "p [c]\n  fundet     ingen linje\n  forventet  e\n  løsning    r"
    many = [Problem(code=str(n), found="f", expected="e", remedy="r") for n in range(22)]
    assert describe(many, "da").endswith("… og 2 problemer mere")


def test_errors_know_the_language_of_what_they_are_about() -> None:
    problem = Problem(code="c", found=say("no line"), expected="e", remedy="r")
    with pytest.raises(InputError) as caught, speaking("da"):
        raise InputError([problem])
    assert caught.value.language == "da"
    assert "no line" in str(caught.value)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "sv:da:en"}, "da"),
        ({"LC_MESSAGES": "da", "LANG": "en_US"}, "da"),
        ({"LANG": "sv_SE"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_says_its_language_as_gettext_is_told(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_a_chosen_language_wins_over_the_files_and_that_over_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "da")
    assert language_of("en", "da") == "en"
    assert language_of(None, "en") == "en"
    assert language_of(None) == language_of(None, "klingon") == "da"
    with pytest.raises(InputError, match="--language"):
        language_of("dk")
