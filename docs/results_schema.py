"""JSON Schema of results.json, made from the values that the file is written from."""

from collections.abc import Mapping
from typing import Any, get_type_hints

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict

from innobudget.domain import measures
from innobudget.domain.followed import FollowupOutcome
from innobudget.domain.influence import Influence
from innobudget.domain.measures import Measure
from innobudget.domain.results import (
    BeneficiaryOutcome,
    BookedToAchieved,
    BookingChoice,
    Exceedance,
    InvestmentOutcome,
    Outcome,
    Precision,
    WaysOut,
)
from innobudget.errors import Problem
from innobudget.io.results import INSIDE

Schema = dict[str, Any]

HEADER: Schema = {
    "innobudget": {"type": "string", "description": "Version that wrote the file."},
    "scenario": {"type": "string", "description": "Name of the scenario."},
    "trials": {"type": "integer", "minimum": 1, "description": "Number of possible futures."},
    "seed": {"type": "integer", "minimum": 0, "description": "What the random numbers start from."},
    "sampling": {"type": "string", "description": "How the draws are spread."},
    "currency": {"type": "string", "description": "Of every amount, in whole units."},
    "confidence": {"type": "number", "description": "How sure the council wants to be."},
    "discount_rate": {"type": "number", "description": "Real rate as a fraction. [1/year]"},
    "years": {"type": "array", "items": {"type": "integer"}, "description": "The horizon."},
}
PAID_BACK_IN: Schema = {
    "type": "object",
    "additionalProperties": {"type": "number"},
    "description": "Probability of each payback year of the horizon.",
}
YEARLY = ("Spread", "Paired", "PercentileErrors")
"""Figures of one amount, which the file has year by year as one object of lists."""
TEXT: Schema = {"type": "string"}
FIGURES = "$figures"
"""Stands for the reference until all definitions are there: pydantic looks up its own at once."""


class _ByName(GenerateJsonSchema):
    """Leads from a class of figures to the definition that has them."""

    def is_instance_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - a core schema
        return {FIGURES: schema["cls"].__name__}


def definitions_of(*kinds: type, figures: Mapping[type, Schema]) -> Schema:
    """Return the definitions of dataclasses, and of figures by name beside their typed ones."""
    told = []
    for kind in figures:
        told.append(TypedDict(kind.__name__, get_type_hints(kind)))  # type: ignore[operator]
        told[-1].__doc__ = kind.__doc__
    every: Any = tuple.__class_getitem__((*kinds, *told))
    adapter = TypeAdapter(every, config=ConfigDict(arbitrary_types_allowed=True))
    definitions: Schema = turned(adapter.json_schema(schema_generator=_ByName)["$defs"])
    for kind, properties in figures.items():
        known = definitions[kind.__name__]
        known["properties"] |= properties
        known["required"] = list(known["properties"])
    return definitions


def number_of(measure: Measure) -> Schema:
    """Return the schema of one of its figures."""
    number = "integer" if measure.unit == "year" else "number"
    return {"type": [number, "null"]} if measure.may_miss else {"type": number}


def measured(*, errors: bool = False) -> Schema:
    """Return the properties of measures: a list by year, a number for the period."""
    kind_of_whole = "PercentileErrors" if errors else "Spread"
    properties: Schema = {
        whole.name: {"$ref": f"#/$defs/{kind_of_whole}", "description": whole.told}
        for whole in measures.WHOLES.values()
    }
    for measure in measures.MEASURES:
        number = number_of(measure)
        yearly = {"type": "array", "items": number}
        for path, kind in ((measure.year, yearly), (measure.period, number)):
            if not path or (errors and not measure.sure):
                continue
            found = {**kind, "description": measure.told}
            group, _, name = path.partition(".")
            if name:
                own = properties.setdefault(group, {"type": "object", "properties": {}})
                own["properties"][name] = found
                own["required"] = list(own["properties"])
            else:
                properties[group] = found
    if not errors:
        properties["payback"]["properties"]["years"] = PAID_BACK_IN
        properties["payback"]["required"].append("years")
    return properties


def results_schema() -> Schema:
    """Return the JSON Schema of results.json."""
    chosen = [own for own in measures.MEASURES if own.of_booking]
    definitions = definitions_of(
        InvestmentOutcome,
        BeneficiaryOutcome,
        BookedToAchieved,
        Exceedance,
        Influence,
        Problem,
        WaysOut,
        FollowupOutcome,
        figures={
            Outcome: measured(),
            Precision: measured(errors=True),
            BookingChoice: {
                own.period: {**number_of(own), "description": own.told} for own in chosen
            },
        },
    )
    investment = definitions["InvestmentOutcome"]
    for name in ("Spread", "PercentileErrors"):
        definitions[f"Yearly{name}"] = yearly(definitions[name])
    move_inside(definitions)
    del investment["properties"]["outcome"]
    named = {"id": TEXT, "name": TEXT, "track": TEXT}
    definitions["InvestmentOutcome"] = _extended({**named, **investment["properties"]})
    case, followup = definitions.pop("CaseFollowup"), definitions["FollowupOutcome"]
    definitions["InvestmentOutcome"]["properties"] |= case["properties"]
    del followup["properties"]["cases"]
    followup["required"].remove("cases")
    definitions["Part"] = _extended({"name": {"type": ["string", "null"]}})
    tornado = definitions["Influence"]["properties"]["tornado"]
    definitions["Influence"]["properties"]["tornado"] = {"anyOf": [tornado, {"type": "null"}]}
    del definitions["Problem"]["properties"]["path"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "results.json of innobudget",
        **_with_followup(_extended(_file())),
        "$defs": dict(sorted(definitions.items())),
    }


def _file() -> Schema:
    """Return the schemas of what the file has beside the portfolio's outcome."""
    return {
        **HEADER,
        "booking_choice": list_of("BookingChoice"),
        "safe_booking_share": {
            "type": ["number", "null"],
            "description": "The largest booking share for all investments at which the "
            "budget of the period holds with the chosen confidence; below 0: none does; "
            "null: nothing to book. [fraction]",
        },
        "booked_to_achieved": {"$ref": "#/$defs/BookedToAchieved"},
        "ways_out": {"$ref": "#/$defs/WaysOut"},
        "exceedance": list_of("Exceedance"),
        "investments": list_of("InvestmentOutcome"),
        "tracks": list_of("Part"),
        "areas": list_of("Part"),
        "kinds": list_of("Part"),
        "beneficiaries": list_of("BeneficiaryOutcome"),
        "sensitivity": list_of("Influence"),
        "standard_errors": {"anyOf": [{"$ref": "#/$defs/Precision"}, {"type": "null"}]},
        "doubts": list_of("Problem"),
    }


def _with_followup(file: Schema) -> Schema:
    """Add what only the file of a follow-up has."""
    properties = {**file["properties"], "followup": {"$ref": "#/$defs/FollowupOutcome"}}
    return {**file, "properties": properties}


def _extended(properties: Schema) -> Schema:
    return {
        "type": "object",
        "allOf": [{"$ref": "#/$defs/Outcome"}],
        "properties": properties,
        "required": list(properties),
    }


def list_of(name: str) -> Schema:
    """Return the schema of a list of what a definition describes."""
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def move_inside(definitions: Schema) -> None:
    """Move measures into the spreads that the file has them in."""
    outcome = definitions["Outcome"]
    for spread, (name, measure) in INSIDE.items():
        found = outcome["properties"].pop(measure)
        outcome["required"].remove(measure)
        kind = "".join(part.title() for part in spread.split("_"))
        outcome["properties"][spread]["$ref"] = f"#/$defs/{kind}"
        definitions[kind] = {
            "allOf": [{"$ref": "#/$defs/Spread"}],
            "properties": {name: found},
            "required": [name],
        }


def yearly(spread: Schema) -> Schema:
    """Return the schema of a distribution year by year, of that of one."""
    return {
        **spread,
        "title": f"Yearly{spread['title']}",
        "description": f"{spread['description']} Year by year: one list per figure.",
        "properties": {
            name: {"type": "array", "items": figure}
            for name, figure in spread["properties"].items()
        },
    }


def turned(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Let a distribution per year be one object of lists, as in the file; lead to figures."""
    if isinstance(schema, list):
        return [turned(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if FIGURES in schema:
        return {"$ref": f"#/$defs/{schema[FIGURES]}"}
    for name in YEARLY:
        if schema.get("items") == {"$ref": f"#/$defs/{name}"}:
            return {"$ref": f"#/$defs/Yearly{name}"}
    return {key: turned(item) for key, item in schema.items()}
