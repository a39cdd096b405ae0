"""Every key of a TOML text with its line."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innobudget.domain.checks.places import Keys
from innobudget.io.toml.places import key_places, parse_toml

TEXT = '''# a comment with [brackets] and "quotes
"q.ü"."a\\u0041" = "x # y" # [z]
text = """
[no]
k = 1
"""
literal = \'\'\'a'
b\'\'\'
array = [ [1, 2],
  { x = "]" }, # c ]
]

[a . "b c"] # [d]
x = 1
[[investment]]
id = "one"
  [[investment.stage]]
  outlay = { 2025 = 1 }
  [[investment.stage]]
  outlay.2026 = 1
  delay = [[0, 0.5], [1, 0.5]]
[investment.loads]
k = -1.5e3
d = 1979-05-27T07:32:00
[[investment]]
[[investment.stage]]
e = ""
'''


def lines(text: str) -> dict[Keys, int]:
    return {keys: line for keys, line, _ in key_places(text)}


def test_headers_and_keys_are_found_on_their_lines() -> None:
    assert lines(TEXT) == {
        ("q.ü", "aA"): 2,
        ("text",): 3,
        ("literal",): 7,
        ("array",): 9,
        ("a", "b c"): 13,
        ("a", "b c", "x"): 14,
        ("investment", 0): 15,
        ("investment", 0, "id"): 16,
        ("investment", 0, "stage", 0): 17,
        ("investment", 0, "stage", 0, "outlay"): 18,
        ("investment", 0, "stage", 1): 19,
        ("investment", 0, "stage", 1, "outlay", "2026"): 20,
        ("investment", 0, "stage", 1, "delay"): 21,
        ("investment", 0, "loads"): 22,
        ("investment", 0, "loads", "k"): 23,
        ("investment", 0, "loads", "d"): 24,
        ("investment", 1): 25,
        ("investment", 1, "stage", 0): 26,
        ("investment", 1, "stage", 0, "e"): 27,
    }


def test_windows_line_ends_count_as_one() -> None:
    assert lines("[a]\r\nb = 1\r\n\r\nc = 2\r\n") == {
        ("a",): 1,
        ("a", "b"): 2,
        ("a", "c"): 4,
    }


def test_what_stands_in_an_inline_table_stands_with_its_key() -> None:
    root = parse_toml(TEXT, Path("x.toml"))
    path = ("investment", 0, "stage", 0, "outlay", "2025")
    found = root.at(path)
    assert found is not None
    assert (found.value, found.spot.words) == (1, "line 18, column 3")
    assert root.at((*path, "deeper")) is None
    assert root.at(("investment", 7)) is None


@pytest.mark.parametrize("text", [TEXT, "", "a = 1", '[[a]]\nb = [\n"]"\n]\n[[a]]\n'])
def test_a_text_is_read_as_without_places(text: str) -> None:

    assert parse_toml(text, Path("x.toml")).plain() == tomllib.loads(text)


words = st.text(st.sampled_from("ab \"#[]{}=.\\\n'"), max_size=8)


@given(st.lists(words, min_size=1, max_size=6, unique=True))
def test_any_text_in_quotes_leaves_the_lines_right(values: list[str]) -> None:
    rows = []
    for number, value in enumerate(values):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        rows.append(f'k{number} = ["{escaped}", {{ "{escaped}" = 1 }}] # {escaped}')
    found = lines("\n".join(rows))
    assert found == {(f"k{number}",): number + 1 for number in range(len(values))}
