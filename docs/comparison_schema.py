"""JSON Schema of comparison.json, made from the dataclasses that the file is written from."""

from results_schema import (
    HEADER,
    TEXT,
    Schema,
    definitions_of,
    list_of,
    measured,
    move_inside,
    yearly,
)

from innobudget.domain import measures
from innobudget.domain.comparison import Difference, Estimates, Standing
from innobudget.domain.results import Outcome
from innobudget.errors import Problem


def comparison_schema() -> Schema:
    """Return the JSON Schema of comparison.json."""
    estimates: Schema = {
        own.compared: {
            "anyOf": [{"$ref": "#/$defs/Estimate"}, *([{"type": "null"}] if own.may_miss else [])],
            "description": own.told,
        }
        for own in measures.MEASURES
        if own.compared
    }
    definitions = definitions_of(
        Standing, Difference, Problem, figures={Outcome: measured(), Estimates: estimates}
    )
    definitions["YearlySpread"] = yearly(definitions["Spread"])
    move_inside(definitions)
    definitions["YearlyPaired"] = yearly(definitions["Paired"])
    definitions["Standing"] = _standing(definitions["Standing"])
    del definitions["Problem"]["properties"]["path"]
    properties: Schema = {
        **{name: told for name, told in HEADER.items() if name != "scenario"},
        "scenarios": list_of("Standing"),
        "ranking": {
            "type": "array",
            "items": TEXT,
            "description": "Ids of those with an outlay, most safe saving per krone first.",
        },
        "differences": list_of("Difference"),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "comparison.json of innobudget",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _standing(standing: Schema) -> Schema:
    """Let the portfolio's figures stand beside those of the comparison, as in the file."""
    own = {name: told for name, told in standing["properties"].items() if name != "portfolio"}
    properties = {"name": TEXT, **own, "doubts": list_of("Problem")}
    return {
        "description": standing["description"],
        "type": "object",
        "allOf": [{"$ref": "#/$defs/Outcome"}],
        "properties": properties,
        "required": list(properties),
    }
