"""What a figure rests on: where it is from, who says so and since when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Mark = Literal["sourced", "estimate", "illustrative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one figure of an investment or a driver rests on."""

    of: str
    """Key of the figure; of one of several tables with its number: stage.2.outlay."""
    source: str = ""
    """Document, table or place that it is from."""
    note: str = ""
    """Why it is that and no other, in words."""
    mark: Mark | None = None
    """Where it comes from; absent: as the effect's or the investment's."""
    by: str = ""
    """Who says so."""
    on: date | None = None
    """Day from which it is known."""
