"""JSON Schema of scenario files, with which editors complete and check them."""

import ast
import inspect
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from innobudget.domain.checks.places import IN_FILES
from innobudget.io.scenario_file.schema import TABLES, adapter

Schema = dict[str, Any]
NEEDED_UNLESS_INHERITED = ("ScenarioTable", "BudgetTable", "Correlation")


class _TomlSchema(GenerateJsonSchema):
    """JSON Schema without nulls, which TOML does not have."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        default = schema.get("default")
        if isinstance(default, bool | int | float | str) and default != "":
            return super().default_schema(schema)
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's
        return False


def scenario_schema() -> Schema:
    """Return the JSON Schema of scenario files."""
    schema = adapter().json_schema(schema_generator=_TomlSchema)
    tables = schema["$defs"]
    for table in {*TABLES.values()}:
        words = field_words(table)
        for key, value in tables[table.__name__]["properties"].items():
            value.setdefault("description", words[key])
    needed = {name: tables[name].pop("required") for name in NEEDED_UNLESS_INHERITED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Scenario of innobudget",
        "if": {"properties": {"scenario": {"required": ["extends"]}}},
        "else": {
            "properties": {
                "scenario": {"required": needed["ScenarioTable"]},
                "budget": {"required": needed["BudgetTable"]},
                "correlation": {"additionalProperties": {"required": needed["Correlation"]}},
            }
        },
    }


def field_words(table: type) -> dict[str, str]:
    """Return the docstring of each field of a dataclass, by its key in files."""
    words: dict[str, str] = {}
    for parent in reversed(table.__mro__[:-1]):
        body = ast.parse(dedent(inspect.getsource(parent))).body[0]
        for field, text in pairwise(getattr(body, "body", [])):
            match field, text:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(said))),
                ):
                    words[IN_FILES.get(name, name)] = inspect.cleandoc(said).replace("\n", " ")
    return words
