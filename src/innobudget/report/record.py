"""What made a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One execution, as reports print it."""

    version: str
    """Of innobudget."""
    date: datetime
    """When the report was made; also the date in the file's properties."""
    command: str = ""
    """Command line; empty when it was made in code."""
    inputs: Mapping[str, str]
    """SHA-256 of every input file by its name."""
