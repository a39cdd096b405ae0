"""Scenario files: everything read, every fault found with its line."""

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innobudget.domain.uncertainty import Choice, Percentiles, Pert
from innobudget.errors import InputError, Problem
from innobudget.io.mapping import BudgetMapping, Direction, MappedColumns
from innobudget.io.scenario_file import shape
from innobudget.io.scenario_file.schema import TABLES, known_keys
from innobudget.io.scenarios import load_scenario

EVERY_KEY = Path(__file__).parent / "scenario_file" / "every-key.toml"
LAYOUTS = {
    item.name for table in (BudgetMapping, MappedColumns, Direction) for item in fields(table)
}
"""Ways to read a budget, of which one file needs a few."""

SMALL = """
[scenario]
name = "Small"
base_year = 2026
horizon = 4

[[investment]]
id = "care"
outlay = { 2026 = 5 }

[[investment.effect]]
amount = 10
from = 2027
"""


def write(folder: Path, text: str, name: str = "small.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        load_scenario(write(folder, text))
    return caught.value.problems


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from keys_of(item)


LATER = frozenset({"followup", "fact", "choice", "group", "pool", "stress"})
"""Tables that a first scenario does not need; odense.toml and odense-followup.toml have them."""
FOLLOWED = frozenset({"rebooked", "owner_estimate", "benefit_owner", "measures"})
"""Keys of an investment that is followed up."""


def test_the_example_says_every_key() -> None:
    said = set(keys_of(tomllib.loads(EVERY_KEY.read_text(encoding="utf-8"))))
    known = {key for table in {*TABLES} - LATER for key in known_keys((table, ""))}
    assert known - said - LAYOUTS == {"extends", "fact", *FOLLOWED}


def test_every_key_arrives() -> None:
    scenario = load_scenario(EVERY_KEY)
    assert scenario.assumptions.sources == ("Budget 2026", "REGK31")
    assert scenario.sampled.trials == 500
    assert scenario.booking.already_in_budget
    assert scenario.correlation["benefit"].across_tracks == 0.1
    assert scenario.drivers[0].applies_to == ("Omsorg", "led")
    care, led = scenario.investments
    assert care.cost_factor == Pert(pert=(0.9, 1.0, 1.6), shape=3.0)
    assert care.benefit_factor == Percentiles(p10=0.4, p50=0.8, p90=1.1, min=-0.1, max=2.0)
    assert care.delay == Choice(choice=((0, 0.5), (1, 0.35), (2, 0.15)))
    assert [stage.name for stage in care.stages] == ["Mysterium", "Model"]
    assert care.quality[0].target == 45
    assert care.effects[0].refund == 0.5
    assert led.stages[0].success == 0.9
    assert led.track_name == "led"
    assert [doubt.code for doubt in scenario.doubts] == ["mapping-overruled", "wide-pattern"]
    assert scenario.source == "every-key.toml"
    assert [file.name for file in scenario.files] == [
        "every-key.toml",
        "every-key-budget.csv",
        "every-key-mapping.toml",
    ]


def test_amounts_are_in_whole_units() -> None:
    care, led = load_scenario(EVERY_KEY).investments
    assert care.booked == {2027: 20_000, 2028: 40_000}
    assert care.stages[0].outlay == {2026: 500}
    assert care.stages[0].capital_outlay == {2026: 2_000}
    assert care.stages[0].disruption == {2027: 1_000}
    assert led.effects[0].amount == -4_000
    assert care.effects[0].share == 0.05


def test_the_budget_is_in_prices_of_the_base_year_and_goes_on() -> None:
    budget = load_scenario(EVERY_KEY).budget
    assert budget is not None
    assert budget.lines[0].amounts == pytest.approx(dict.fromkeys(range(2026, 2029), 1e6))
    assert budget.amount(budget.lines[0], 2030) == pytest.approx(1e6 * 1.01**2)
    assert budget.unit == 1_000
    assert budget.source == "every-key-budget.csv"


def test_the_smallest_scenario_has_the_defaults(tmp_path: Path) -> None:
    scenario = load_scenario(str(write(tmp_path, SMALL)))
    (investment,) = scenario.investments
    assert (scenario.sampled.trials, scenario.sampled.seed) == (100_000, 1)
    assert (scenario.booking.share, investment.stages[0].success) == (1.0, 1.0)
    assert (investment.failure_factor, investment.delay) == (0.0, 0.0)
    assert investment.effects[0].ramp == (1.0,)
    assert [doubt.code for doubt in scenario.doubts] == ["no-budget"]
    assert scenario.doubts[0].place == "small.toml, line 2, column 1, [scenario]"


def test_a_byte_order_mark_and_windows_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    assert load_scenario(path).assumptions.name == "Small"


def test_all_faults_of_a_file_come_at_once_in_the_order_of_its_lines(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        SMALL.replace("horizon = 4", "horizon = 4\nconfidence = 80")
        .replace("outlay = { 2026 = 5 }", "outlay = { 2020 = 5, 2027 = nan }\ndelai = 1")
        .replace("from = 2027", 'from = 2027\nline = "5.30.26"')
        + '[[investment]]\nid = "care"\noutlay = { 2026 = 1 }\ndelay = -1\n',
    )
    assert [(problem.code, problem.place) for problem in found] == [
        ("out-of-range", "small.toml, line 6, column 1, [scenario], key confidence"),
        ("wrong-type", 'small.toml, line 10, column 1, [[investment]] "care", key outlay.2027'),
        (
            "outside-horizon",
            'small.toml, line 10, column 1, [[investment]] "care", key outlay.2020',
        ),
        ("unknown-key", 'small.toml, line 11, column 1, [[investment]] "care", key delai'),
        (
            "line-without-budget",
            (
                'small.toml, line 16, column 1, [[investment]] "care", '
                "[[investment.effect]] 1, key line"
            ),
        ),
        ("duplicate-id", 'small.toml, line 18, column 1, [[investment]] "care", key id'),
        ("negative-delay", 'small.toml, line 20, column 1, [[investment]] "care", key delay'),
    ]


def test_a_fault_brings_no_others_with_it(tmp_path: Path) -> None:
    text = (
        SMALL.replace("base_year = 2026", "base_yaer = 2026")
        .replace('id = "care"', 'id = "care for all"')
        .replace("amount = 10", 'amount = "10"')
        + '[budget]\nfile = "nowhere.csv"\n[[driver]]\nid = "economy"\napplies_to = ["care"]\n'
    )
    codes = [problem.code for problem in problems(tmp_path, text)]
    assert codes == ["unknown-key", "id-form", "wrong-type", "file-missing"]


def test_faults_of_the_budget_come_with_those_of_the_scenario(tmp_path: Path) -> None:
    write(tmp_path, "line,name,2026,2027\n1,Care,many,5\n2,Roads,6,6\n3,Parks,7,7\n", "budget.csv")
    text = f'{SMALL.replace("from = 2027", "from = 27")}[budget]\nfile = "budget.csv"\n'
    codes = [problem.code for problem in problems(tmp_path, text)]
    assert codes == ["out-of-range", "amount-is-text"]


def test_doubts_of_the_budget_travel_with_the_scenario(tmp_path: Path) -> None:
    write(tmp_path, "Funktion;Navn;2026;2027\n1.1;Care;5;5\n1.2;Roads;6;6\n", "budget.csv")
    scenario = load_scenario(write(tmp_path, f'{SMALL}line = "1.*"\n[budget]\nfile = "budget.csv"'))
    assert "unit-not-said" in [doubt.code for doubt in scenario.doubts]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999"])
def test_numbers_without_an_end_are_refused(tmp_path: Path, number: str) -> None:
    (problem,) = problems(tmp_path, SMALL.replace("amount = 10", f"amount = {number}"))
    assert (problem.code, problem.expected) == ("wrong-type", "a finite number")


@pytest.mark.parametrize("number", ["9" * 19, "1" + 400 * "0", "0x" + 5000 * "f"])
def test_whole_numbers_of_more_digits_than_are_counted_are_refused(
    tmp_path: Path, number: str
) -> None:
    (problem,) = problems(tmp_path, SMALL.replace("amount = 10", f"amount = {number}"))
    assert problem.place.startswith("small.toml, line ")
    assert problem.place.endswith(", [[investment]] 1, [[investment.effect]] 1, key amount")
    assert (problem.code, problem.expected) == ("wrong-type", "a number of at most 18 digits")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("true", "true"),
        ('"10"', '"10"'),
        ("[10]", "[10]"),
        ("{ a = 1 }", "{ a = 1 }"),
        ("2026-01-01", '"2026-01-01"'),
    ],
)
def test_what_is_no_number_is_shown_as_it_is_written(
    tmp_path: Path, value: str, found: str
) -> None:
    (problem,) = problems(tmp_path, SMALL.replace("amount = 10", f"amount = {value}"))
    assert (problem.code, problem.found, problem.expected) == ("wrong-type", found, "a number")


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("{ triangel = [0, 1, 2] }", "write { triangular = [lowest, most likely, highest] }"),
        ("{ uniform = [0, 1, 2] }", "write it in this form"),
        ("{ pert = [0, 1] }", "write it in this form"),
        ("{ choice = [0, 1] }", "write it in this form"),
        ("{ p10 = 0, p50 = 1 }", "add p90 = …"),
        ("{ uniform = [0, 1], max = 2 }", "write { uniform = [lowest, highest] }"),
        ("{}", "write one of these"),
        ("[0, 1]", "write it in this form"),
        ("{ choice = [[0, 0.5], [1, 0.4]] }", "correct one of them"),
        ("{ triangular = [2, 1, 3] }", "put the lowest value first"),
        ("{ p10 = 0, p50 = 1, p90 = 9 }", "move p50 towards the middle"),
    ],
)
def test_a_distribution_at_fault_is_told_once(tmp_path: Path, written: str, remedy: str) -> None:
    text = SMALL.replace('id = "care"', f'id = "care"\ncost_factor = {written}')
    (problem,) = problems(tmp_path, text)
    assert problem.remedy.startswith(remedy)
    assert "line 9" in problem.place


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        ("[scenario\n", 1, "write it as in the example of SCENARIO"),
        ("[scenario]\nname = Town\n", 2, "put text in quotes"),
        ('[scenario]\nname = "a"\nname = "b"\n', 3, "keep one of the two"),
        ('[scenario]\nextends = "c:\\dept"\n', 2, "write paths with /"),
        ("[scenario]\nhorizon 4\n", 2, "write key = value"),
        ("[scenario]\nconfidence = 0,8\n", 2, "write 0.8 for 0,8"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, remedy: str
) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.code == "toml-syntax"
    assert problem.place.startswith(f"small.toml, line {line}, column ")
    assert problem.remedy.startswith(remedy) or line == 1


def test_files_that_are_no_scenario_are_refused(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    write(tmp_path, "a;b", "budget.csv")
    write(tmp_path, " \n", "empty.toml")
    (tmp_path / "latin.toml").write_bytes("[scenario]\nname = 'Ældre'".encode("cp1252"))
    (tmp_path / "folder.toml").mkdir()
    expected = {
        "smal.toml": "file-missing",
        "budget.csv": "file-type",
        "empty.toml": "file-empty",
        "latin.toml": "file-encoding",
        "folder.toml": "file-is-a-folder",
    }
    for name, code in expected.items():
        with pytest.raises(InputError) as caught:
            load_scenario(tmp_path / name)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = problems(tmp_path, SMALL)
    assert (problem.code, problem.found) == ("file-unreadable", "Permission denied")


def test_where_too_little_is_left_the_faults_are_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shape, "ROUNDS", 1)
    (problem,) = problems(tmp_path, SMALL.replace("horizon = 4", "horizon = 0"))
    assert problem.code == "out-of-range"


def test_tables_of_the_wrong_kind_are_told_apart(tmp_path: Path) -> None:
    codes = {
        SMALL.replace("[[investment]]", "[investment]").replace(
            "[[investment.effect]]", ""
        ): "two brackets",
        SMALL.replace("[scenario]", "[[scenario]]"): "several keys",
        "investment = 5\n" + SMALL[: SMALL.index("[[")]: "one or more",
        "budget = 5\n" + SMALL: "several keys",
    }
    for text, expected in codes.items():
        assert expected in problems(tmp_path, text)[0].expected


def test_a_file_of_nothing_but_an_unknown_table_says_what_is_needed(tmp_path: Path) -> None:
    found = problems(tmp_path, SMALL.replace("[scenario]", "[scenaro]"))
    assert [(problem.code, problem.remedy) for problem in found] == [
        ("unknown-key", "write scenario")
    ]


def test_a_misspelt_budget_year_says_nothing_of_the_budget(tmp_path: Path) -> None:
    write(tmp_path, "line,name,area,kind,2026,2027\n1,Care,Elderly,operating,5,5\n", "budget.csv")
    text = SMALL.replace("base_year", "base_yaer") + '[budget]\nfile = "budget.csv"\n'
    assert [problem.code for problem in problems(tmp_path, text)] == ["unknown-key"]


REPLACEMENTS = (
    "-1",
    "1e308",
    "nan",
    '"x"',
    "true",
    "[]",
    "[[1]]",
    "{}",
    "[{}]",
    "{ 2026 = 1 }",
    "{ uniform = { a = 1 } }",
    "{ p10 = -1e308, p50 = 0, p90 = 1e308 }",
    "1979-05-27",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    line=st.integers(min_value=0, max_value=100),
    value=st.sampled_from(REPLACEMENTS),
    key=st.none() | st.sampled_from(["id", "from", "stage", "delay", "extends"]),
)
def test_whatever_a_line_says_the_answer_is_a_scenario_or_a_block(
    tmp_path: Path, line: int, value: str, key: str | None
) -> None:
    for other in ("every-key-budget.csv", "every-key-mapping.toml"):
        shutil.copy(EVERY_KEY.parent / other, tmp_path)
    lines = EVERY_KEY.read_text(encoding="utf-8").splitlines()
    at = line % len(lines)
    lines[at] = f"{key or lines[at].split('=')[0]} = {value}"
    try:
        load_scenario(write(tmp_path, "\n".join(lines)))
    except InputError as error:
        places = [problem.place for problem in error.problems]
    else:
        places = ["a scenario"]
    assert all(places)


def test_a_followup_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    text = f"{SMALL}\n  [[investment.fact]]\n  on = 2026-03-01\n  stage = 1\n  passed = true\n"
    found = problems(tmp_path, f'{text}[followup]\nas_of = "in August"\n')
    assert [problem.code for problem in found] == ["wrong-type"]
