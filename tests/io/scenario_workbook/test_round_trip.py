"""A scenario is the same in TOML and in a workbook, whatever stands in it."""

import shutil
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import examples
from innobudget.errors import InputError
from innobudget.io.scenario_workbook.layout import PLACE, RowPlace, spots_of
from innobudget.io.scenario_workbook.naming import naming
from innobudget.io.scenario_workbook.reading import read_workbook
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario
from innobudget.io.toml.text import toml_document
from innobudget.workflow.convert import UNDATED, convert_file

EVERY_KEY = Path(__file__).parents[1] / "scenario_file" / "every-key.toml"
SCENARIOS = sorted((Path(__file__).parents[3] / "scenarios").glob("*.toml"))

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=40)
numbers = st.one_of(
    st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False)
)
year_tables = st.dictionaries(st.integers(1990, 2099).map(str), numbers, max_size=4)


def triple(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({name: st.lists(numbers, min_size=2, max_size=3)})


uncertain = st.one_of(
    numbers,
    *(triple(name) for name in ("uniform", "triangular", "pert", "normal", "lognormal")),
    st.fixed_dictionaries(
        {"p10": numbers, "p50": numbers, "p90": numbers},
        optional={"min": numbers, "max": numbers},
    ),
    st.fixed_dictionaries(
        {"choice": st.lists(st.lists(numbers, min_size=2, max_size=2), max_size=3)}
    ),
)
stages = st.fixed_dictionaries(
    {}, optional={"name": words, "outlay": year_tables, "success": numbers}
).filter(bool)
effects = st.fixed_dictionaries(
    {"from": st.integers(2000, 2050)},
    optional={
        "line": words,
        "amount": numbers,
        "ramp": st.lists(numbers),
        "certain": st.booleans(),
    },
)
indicators = st.fixed_dictionaries(
    {"indicator": words, "baseline": numbers, "target": numbers},
    optional={"unit": words, "ramp": st.lists(numbers)},
)
drivers = st.fixed_dictionaries(
    {"loads": st.dictionaries(st.sampled_from(["delay", "benefit", "cost"]), numbers)},
    optional={
        "name": words,
        "applies_to": st.lists(words),
        "evidence": st.lists(st.fixed_dictionaries({"of": words}), min_size=1, max_size=2),
    },
)
budgets = st.fixed_dictionaries(
    {"file": words},
    optional={
        "sheet": words,
        "unit": numbers,
        "price_index": year_tables,
        "columns": st.fixed_dictionaries({"line": words, "amounts": year_tables}),
    },
)
days = st.dates()
facts = st.fixed_dictionaries(
    {"on": days},
    optional={
        "stage": st.one_of(words, st.integers(1, 4)),
        "passed": st.booleans(),
        "begun": st.one_of(st.booleans(), st.integers(2026, 2030)),
        "year": st.integers(2026, 2030),
        "saving": numbers,
        "to_date": st.booleans(),
        "interval": st.lists(numbers, min_size=2, max_size=2),
        "source": words,
    },
)
evidence = st.fixed_dictionaries(
    {"of": words},
    optional={"source": words, "note": words, "mark": st.just("estimate"), "on": days},
)
investments = st.fixed_dictionaries(
    {},
    optional={
        "name": words,
        "enabled": st.booleans(),
        "booked": year_tables,
        "delay": uncertain,
        "cost_factor": uncertain,
        "stage": st.lists(stages, min_size=1, max_size=3),
        "effect": st.lists(effects, min_size=1, max_size=3),
        "quality": st.lists(indicators, min_size=1, max_size=2),
        "fact": st.lists(facts, min_size=1, max_size=2),
        "evidence": st.lists(evidence, min_size=1, max_size=2),
        "rebooked": year_tables,
        "track": words,
        "outlay": year_tables,
    },
)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a document of the shape that scenario files have."""
    document: dict[str, Any] = {
        "scenario": {"name": draw(words), "base_year": 2026, "sources": draw(st.lists(words))}
    }
    if draw(st.booleans()):
        document["booking"] = {"share": draw(numbers)}
    if draw(st.booleans()):
        document["followup"] = {"as_of": draw(days), "tolerance": draw(numbers)}
    if draw(st.booleans()):
        document["correlation"] = {"benefit": {"within_track": draw(numbers)}}
    if draw(st.booleans()):
        document["budget"] = draw(budgets)
    causes = draw(st.lists(drivers, max_size=2))
    if causes:
        document["driver"] = [{"id": f"cause-{n}", **cause} for n, cause in enumerate(causes)]
    entries = draw(st.lists(investments, max_size=4))
    if entries:
        document["investment"] = [
            {"id": f"case-{number}", **entry} for number, entry in enumerate(entries)
        ]
    return document


def through_a_workbook(document: dict[str, Any], language: str = "en") -> object:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scenario.xlsx"
        write_scenario_workbook(document, path, created=UNDATED, language=language)
        return read_workbook(path)[0]


@settings(max_examples=examples(10))
@given(documents(), st.sampled_from(["da", "en"]))
def test_a_workbook_loses_nothing(document: dict[str, Any], language: str) -> None:
    assert through_a_workbook(document, language) == document


@given(documents())
def test_toml_loses_nothing(document: dict[str, Any]) -> None:
    assert tomllib.loads(toml_document(document)) == document


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_files_come_back_the_same(path: Path, tmp_path: Path) -> None:
    for file in SCENARIOS:  # one may build on another
        shutil.copy(file, tmp_path)
    convert_file(tmp_path / path.name, tmp_path / "there.xlsx")
    convert_file(tmp_path / "there.xlsx", tmp_path / "back.toml")
    texts = (file.read_text(encoding="utf-8") for file in (path, tmp_path / "back.toml"))
    first, second = (tomllib.loads(text) for text in texts)
    assert first == second


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", [*SCENARIOS, EVERY_KEY], ids=lambda path: path.stem)
def test_our_scenarios_come_back_the_same(path: Path, language: str) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    assert through_a_workbook(document, language) == document


def test_a_workbook_is_run_like_its_file(tmp_path: Path) -> None:
    text = """
    [scenario]
    name = "Town"
    base_year = 2026
    horizon = 4
    [[investment]]
    id = "care"
    delay = { choice = [[0, 0.5], [1, 0.5]] }
    stage = [{ outlay = { 2026 = 10, 2027 = 5 } }]
    effect = [{ amount = 20, from = 2027 }]
    """
    (tmp_path / "town.toml").write_text(text, encoding="utf-8")
    convert_file(tmp_path / "town.toml", tmp_path / "town.xlsx")
    first, second = (load_scenario(tmp_path / f"town.{kind}") for kind in ("toml", "xlsx"))
    assert first.investments == second.investments
    assert first.assumptions == second.assumptions
    convert_file(tmp_path / "town.xlsx", tmp_path / "back.toml")
    assert load_scenario(tmp_path / "back.toml").investments == first.investments


def test_a_fault_is_placed_at_its_sheet_and_cell(tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    document = {
        "scenario": {"name": "Town", "base_year": 2026, "horizon": 4},
        "investment": [
            {"id": "care", "effect": [{"amount": 1, "from": 2027}]},
            {"id": "desk", "dealy": 2, "effect": [{"amount": "much", "from": 2027}]},
        ],
    }
    write_scenario_workbook(document, path, created=UNDATED)
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    places = {problem.code: problem.place for problem in caught.value.problems}
    assert places == {
        "unknown-key": 'town.xlsx, sheet "investment", cell P1',
        "wrong-type": 'town.xlsx, sheet "effect", cell F4, column amount',
    }


def test_rows_left_empty_and_sheets_marked_as_notes_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    document = {
        "scenario": {"name": "Town"},
        "investment": [{"id": "care"}, {"id": "desk"}],
    }
    write_scenario_workbook(document, path, created=UNDATED)
    book = openpyxl.load_workbook(path)
    book["investment"].insert_rows(4)
    book.create_sheet("_Notes")["A1"] = "ours"
    book["investment"].cell(1, 40, "Note to us")
    book["investment"].cell(3, 40, "seen by Kim")
    book.save(path)
    found, spots = read_workbook(path)
    assert found == document
    assert spots["investment", 1].words == 'sheet "investment", row 5'
    assert spots["investment", 1, "id"].words == 'sheet "investment", cell A5'


def test_columns_explain_themselves_and_offer_their_words(tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    write_scenario_workbook({"scenario": {"name": "Town"}}, path, created=UNDATED)
    book = openpyxl.load_workbook(path)
    for name in ("scenario", "investment", "stage", "effect", "driver"):
        headers = [cell for cell in book[name][1] if cell.value not in {None, "investment"}]
        assert all(cell.comment and cell.comment.text for cell in headers), name
    lists = {str(rule.formula1) for rule in book["effect"].data_validations.dataValidation}
    assert '"municipality,region,state,citizens"' in lists
    assert any("investment'!$A$3" in rule for rule in lists)


def test_an_example_is_shown_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    write_scenario_workbook({"scenario": {"name": "Town"}}, path, created=UNDATED)
    example = openpyxl.load_workbook(path)["example"]
    told = {cell.value for row in example.iter_rows() for cell in row}
    assert {"sheet investment", "sheet effect", "pert", "certain"} <= told
    assert read_workbook(path)[0] == {"scenario": {"name": "Town"}}


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "file-empty"), (b"no workbook", "scenario-workbook")]
)
def test_what_is_no_workbook_is_said(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "town.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError, match=code):
        load_scenario(path)


def test_a_workbook_without_a_scenario_is_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "town.xlsx")
    with pytest.raises(InputError, match="without a filled sheet"):
        load_scenario(tmp_path / "town.xlsx")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "taken.xlsx").write_text("ours")
    with pytest.raises(InputError, match="target-exists"):
        convert_file(SCENARIOS[0], tmp_path / "taken.xlsx")
    with pytest.raises(InputError, match="target-form"):
        convert_file(SCENARIOS[0], tmp_path / "scenario.json")


def test_places_of_rows_are_taken_out_of_a_document() -> None:
    place = RowPlace(
        table="investment",
        sheet="investment",
        row=6,
        columns={"b": 1, "outlay 2026": 2},
        headings={},
        naming=naming("en"),
    )
    document = {"a": [{PLACE: place, "b": 1, "outlay": {"2026": 5}}]}
    assert {keys: spot.words for keys, spot in spots_of(document).items()} == {
        ("a", 0): 'sheet "investment", row 7',
        ("a", 0, "b"): 'sheet "investment", cell B7',
        ("a", 0, "outlay"): 'sheet "investment", cell C7',
        ("a", 0, "outlay", "2026"): 'sheet "investment", cell C7',
    }
    assert document == {"a": [{"b": 1, "outlay": {"2026": 5}}]}
