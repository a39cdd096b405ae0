"""Limits of single values: files are checked against them, and editors show them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, WithJsonSchema

MOST_TRIALS = 1_000_000_000

Id = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
"""Lower-case letters, digits and hyphens."""
Fraction = Annotated[float, Field(ge=0, le=1)]
"""A share or a probability."""
Rate = Annotated[float, Field(gt=-1)]
"""A yearly rate as a fraction: 0.035 is 3.5 %."""
Year = Annotated[int, Field(ge=1900, le=2199)]
"""A calendar year."""
YearTable = Annotated[
    Mapping[Year, float],
    WithJsonSchema(
        {
            "type": "object",
            "patternProperties": {"^(19|20|21)[0-9]{2}$": {"type": "number"}},
            "additionalProperties": False,
        }
    ),
]
"""Amounts by calendar year."""
Ramp = Annotated[tuple[Fraction, ...], Field(min_length=1)]
"""Share of the full effect in the first, second, … year; the last value stays."""
