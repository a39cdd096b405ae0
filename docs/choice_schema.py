"""JSON Schema of choose.json, made from the dataclasses that the file is written from."""

from results_schema import HEADER, Schema, definitions_of, list_of

from innobudget.domain.chosen import (
    Against,
    CaseDecision,
    Decision,
    FrontierPoint,
    Gate,
    Pooling,
    SafeBooking,
    StressChoice,
)
from innobudget.errors import Problem
from innobudget.io.choice import CLASS

KINDS = (
    *(Decision, CaseDecision, StressChoice, FrontierPoint, SafeBooking, Pooling, Gate, Against),
    Problem,
)


def choice_schema() -> Schema:
    """Return the JSON Schema of choose.json."""
    definitions = definitions_of(*KINDS, figures={})
    field, key = CLASS
    case = definitions["CaseDecision"]
    case["properties"][key] = case["properties"].pop(field)
    case["required"] = [key if name == field else name for name in case["required"]]
    del definitions["Problem"]["properties"]["path"]
    properties: Schema = {
        **HEADER,
        "choosing_trials": {
            "type": "integer",
            "description": "Other futures, that the choice was made on.",
        },
        "choice": _one("Decision"),
        "cases": list_of("CaseDecision"),
        "stresses": list_of("StressChoice"),
        "frontier": list_of("FrontierPoint"),
        "all": list_of("FrontierPoint"),
        "safe_booking": _perhaps("SafeBooking"),
        "pooling": _perhaps("Pooling"),
        "gates": list_of("Gate"),
        "against": _perhaps("Against"),
        "doubts": list_of("Problem"),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "choose.json of innobudget",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _one(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _perhaps(name: str) -> Schema:
    return {"anyOf": [_one(name), {"type": "null"}]}
