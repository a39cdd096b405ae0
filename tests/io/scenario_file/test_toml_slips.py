"""Slips in TOML are told as what they are, with line and column."""

from pathlib import Path

import pytest

from innobudget.errors import InputError, Problem
from innobudget.io.scenarios import load_scenario

HEAD = '[scenario]\nname = "Town"\nbase_year = 2026\nhorizon = 4\n'


def told(tmp_path: Path, text: str) -> Problem:
    path = tmp_path / "town.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("line", "expected", "remedy"),
    [
        ("enabled = True", "true or false, in small letters", "write true for True"),
        ("enabled = nej", "true or false, in small letters", "write false for nej"),
        ("enabled = Ja # note", "true or false, in small letters", "write true for Ja"),
        ("confidence = 0,8", "a decimal point", "write 0.8 for 0,8"),
        ("outlay = { 2026 = 1,5 }", "a decimal point", "write 1.5 for 1,5"),
        ("confidence = 80 %", "a fraction, without a sign for percent", "write 0.8 for 80 %"),
        ("confidence = 2,5%", "a fraction, without a sign for percent", "write 0.025 for 2,5%"),
        (
            "unit = 1.000.000",
            "a number without signs between its thousands, or _",
            "write 1_000_000 for 1.000.000",
        ),
        (
            "unit = 9 000",
            "a number without signs between its thousands, or _",
            "write 9_000 for 9 000",
        ),
        ("x = { pert = [0,5; 0,9] }", "a decimal point", "write 0.5 for 0,5"),
        ("x = { p10 = 0,5, p50 = 0,9 }", "a decimal point", "write 0.5 for 0,5"),
        ("x = 1.234,5", "a decimal point", "write 1_234.5 for 1.234,5"),
        (
            "outlay = { 2026 = 1.234.567, 2027 = 5 }",
            "a number without signs between its thousands, or _",
            "write 1_234_567 for 1.234.567",
        ),
        (
            "outlay = { 2026 = 1 000 000 }",
            "a number without signs between its thousands, or _",
            "write 1_000_000 for 1 000 000",
        ),
        ("x = [0.8, 90 %]", "a fraction, without a sign for percent", "write 0.9 for 90 %"),
        ("x = { certain = True }", "true or false, in small letters", "write true for True"),
        ("x = { kind = capital }", "text between quotes", 'put text in quotes: "capital"'),
        ("x = { 2026 = 100 kr, 2027 = 5 }", "a number without its unit", "write 100 for 100 kr"),
        ("x = 1.5 mio.", "a number without its unit", "write 1.5 for 1.5 mio."),
        ("x = [0.5; 0.9]", "commas between values", "write , for ;"),
        ("x = { a = 1 b = 2 }", "commas between values", "put a comma before b = 2 }"),
        ("x = { 2026 = 1,\n2027 = 2 }", "braces that close", "write all that stands between"),
        ("x = { 2026 = 1\n", "braces that close", "write all that stands between"),
        ("currency = DKK", "text between quotes", 'put text in quotes: "DKK"'),
        (
            "currency =",
            "a value after =",
            "write the value, or # before the line until it is known",
        ),
        ("currency = “DKK”", "straight quotes", 'write " instead of'),
        ('extends = "c:\\users\\b.toml"', "a text without \\", "write paths with /"),
        ('extends = "data\\budget.toml', "a text without \\", "write paths with /"),
        ("currency DKK", "a key in small English letters, = and a value", "write key = value"),
        ("currency: DKK", "a key in small English letters, = and a value", "write key = value"),
        ("beløb = 1", "a key in small English letters, = and a value", "write key = value"),
        ('currency = "DKK', "quotes that are closed", "close the quotes"),
        ("sources = [1, 2", "a bracket that is closed", "close the bracket"),
        ('name = "Again"', "each key once in its table", "keep one of the two"),
        ("[scenario]", "each table once", "keep one of the two, or put their keys together"),
        ("[[driver]", "a table's name between brackets", "write [[driver]]"),
        ("[driver", "two brackets around a table", "write [[driver]]"),
        ("unit = " + "9" * 5000, "a number of at most 18 digits", "write the number"),
    ],
)
def test_a_slip_is_told_as_what_it_is(
    tmp_path: Path, line: str, expected: str, remedy: str
) -> None:
    problem = told(tmp_path, HEAD + line + "\n")

    assert problem.code == "toml-syntax"
    assert problem.place.startswith(("town.toml, line 5", "town.toml, line 6"))
    assert problem.expected.startswith(expected)
    assert problem.remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ('[investment]\nid = "a"\n', "investment"),
        ('[[investment]]\nid = "a"\n[investment.effect]\namount = 1\nfrom = 2027\n',
         "investment.effect"),
        ('[driver]\nid = "a"\n[driver.loads]\nbenefit = 1\n', "driver"),
    ],
)  # fmt: skip
def test_one_bracket_where_two_are_needed(tmp_path: Path, text: str, header: str) -> None:
    path = tmp_path / "town.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    said = [(problem.code, problem.remedy) for problem in caught.value.problems]
    assert ("wrong-type", f"write [[{header}]]") in said


def test_a_table_with_one_bracket_written_twice(tmp_path: Path) -> None:
    text = HEAD + '[investment]\nid = "a"\n[investment]\nid = "b"\n'
    problem = told(tmp_path, text)
    assert problem.place == "town.toml, line 7, column 12"
    assert (problem.found, problem.remedy) == ("[investment]", "write [[investment]]")


@pytest.mark.parametrize("depth", [61, 400, 5000])
@pytest.mark.parametrize("form", ["[]", "{}", "."])
def test_what_lies_deep_within_itself_is_refused(tmp_path: Path, form: str, depth: int) -> None:
    values = {
        "[]": f"tags = {'[' * depth}{']' * depth}",
        "{}": f"tags = {'{a=' * depth}1{'}' * depth}",
        ".": f"{'.'.join('a' * depth)} = 1",
    }
    assert told(tmp_path, HEAD + values[form]).code == "toml-syntax"


def test_more_files_on_each_other_than_anybody_keeps_apart_are_refused(tmp_path: Path) -> None:
    for number in range(30):
        text = f'[scenario]\nextends = "s{number + 1}.toml"\n'
        (tmp_path / f"s{number}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="extends-depth"):
        load_scenario(tmp_path / "s0.toml")


@pytest.mark.parametrize("name", ["a\\u0000b", "x" * 300, "circle.toml"])
@pytest.mark.parametrize("key", ["extends", "budget"])
def test_a_path_that_leads_nowhere_is_a_missing_file(tmp_path: Path, name: str, key: str) -> None:
    (tmp_path / "circle.toml").symlink_to(tmp_path / "circle.toml")
    more = f'extends = "{name}"' if key == "extends" else f'[budget]\nfile = "{name}"'
    text = f'{HEAD}{more}\n[[investment]]\nid = "a"\noutlay = {{ 2026 = 1 }}\n'
    assert told(tmp_path, text).code == "file-missing"
