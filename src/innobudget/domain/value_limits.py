"""Limits of single values: files are checked against them, and editors show them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue

MOST_TRIALS = 1_000_000_000

Id = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
"""Lower-case letters, digits and hyphens."""
Fraction = Annotated[float, Field(ge=0, le=1)]
"""A share or a probability."""
Rate = Annotated[float, Field(gt=-1, le=10)]
"""A yearly rate as a fraction: 0.035 is 3.5 %; at most 1,000 %, which no economy bears."""
Year = Annotated[int, Field(ge=1900, le=2199)]
"""A calendar year."""
Positive = Annotated[float, Field(gt=0)]
"""A factor that something is multiplied or divided by."""
LARGEST_UNIT = 1e12
Unit = Annotated[float, Field(gt=0, le=LARGEST_UNIT)]
"""How many of the currency an amount is in: at most a billion thousands."""
Count = Annotated[int, Field(ge=1)]
"""A number of things, or a position counted from 1."""


def _by_year(value: JsonSchemaValue) -> WithJsonSchema:
    """Tell editors that keys are calendar years, which pydantic does not."""
    return WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {"^(19|20|21)[0-9]{2}$": value},
            "additionalProperties": False,
        }
    )


YearTable = Annotated[Mapping[Year, float], _by_year({"type": "number"})]
"""Amounts by calendar year."""
PriceIndex = Annotated[Mapping[Year, Positive], _by_year({"type": "number", "exclusiveMinimum": 0})]
"""Price levels by calendar year, base year 1."""
YearColumns = Annotated[
    Mapping[Year, str | tuple[str, ...]],
    _by_year(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    ),
]
"""Columns of a sheet by calendar year; several, such as expenditure and income, are added up."""
Ramp = Annotated[tuple[Fraction, ...], Field(min_length=1)]
"""Share of the full effect in the first, second, … year; the last value stays."""
