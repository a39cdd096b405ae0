"""The JSON Schema that editors complete and check scenario files with."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from innobudget.io.scenario_file.editor_schema import scenario_schema

PROJECT = Path(__file__).parents[3]
EVERY_KEY = Path(__file__).parent / "every-key.toml"
SCENARIOS = [EVERY_KEY, *PROJECT.glob("scenarios/*.toml"), *PROJECT.glob("tests/reference/*.toml")]


VALIDATOR = jsonschema.Draft202012Validator(scenario_schema())


def accepts(document: object) -> bool:
    return bool(VALIDATOR.is_valid(document))


def every_key() -> dict[str, Any]:
    return tomllib.loads(EVERY_KEY.read_text(encoding="utf-8"))


def objects(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for item in schema:
            yield from objects(item)


def test_the_schema_in_docs_is_current() -> None:
    text = (PROJECT / "docs" / "scenario.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == scenario_schema(), "run: python docs/make_schema.py"
    VALIDATOR.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.name)
def test_scenarios_fit_the_schema(path: Path) -> None:
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    as_json = json.loads(json.dumps(document, default=str))  # which has no dates
    VALIDATOR.validate(as_json)


def test_every_table_is_closed_or_has_free_keys_of_one_kind() -> None:
    for table in objects(scenario_schema()):
        assert "additionalProperties" in table
        assert table["additionalProperties"] is not True


def test_every_key_is_explained() -> None:
    for table in scenario_schema()["$defs"].values():
        for key, value in table["properties"].items():
            assert value["description"], key


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("scenario", "horizn"), 5),
        (("scenario", "horizon"), 0),
        (("scenario", "language"), "de"),
        (("simulation", "trials"), -1),
        (("investment", 0, "id"), "Two words"),
        (("investment", 0, "delay"), {"triangle": [0, 1, 2]}),
        (("investment", 0, "delay"), {"uniform": [0, 1, 2]}),
        (("investment", 0, "booked"), {"next": 5}),
        (("investment", 0, "effect", 0, "start"), 2027),
        (("investment", 0, "effect", 0, "ramp"), []),
        (("driver", 0, "loads"), {"speed": 0.5}),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(
    path: tuple[str | int, ...], value: object
) -> None:
    document = every_key()
    table: Any = document
    for key in path[:-1]:
        table = table[key]
    table[path[-1]] = value
    assert not accepts(document)


def test_only_a_scenario_that_extends_another_may_leave_its_needs_to_it() -> None:
    assert accepts({"scenario": {"extends": "town.toml"}, "budget": {"growth": 0.01}})
    assert not accepts({"scenario": {"name": "Town"}})
    assert not accepts({})
