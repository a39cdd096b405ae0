"""One value of a scenario ↔ one cell: numbers and words as they are, all else as TOML."""

import re
import tomllib
from contextlib import suppress
from datetime import date
from typing import Any

from innobudget.io.toml.places import DecimalText
from innobudget.io.toml.text import toml_value

SAID = {"": None, "true": True, "false": False}
"""Words that are none; a Danish Excel keeps `true` as a word, and remedies say to write it."""
LARGEST_WHOLE = 2**53
"""Spreadsheets keep whole numbers exactly up to here."""
NEEDS_QUOTES = re.compile(
    r'^["=+\-@\s\[{]|[\x00-\x1f\x7f]|\s$|^\d{4}-\d\d-\d\d|_x[0-9A-Fa-f]{4}_|^(?i:true|false)$'
)
"""Words that a spreadsheet or this reader would take for something else."""
FIRST_YEAR = 1900
"""Spreadsheets have no dates before its end that all of them agree on."""
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T00:00:00)?")
"""A date as it is read from a cell, or typed into one as words."""
LONG_NUMBER = re.compile(r"[+-]?\d[\d.eE+-]{14,}")
"""Numbers with more digits than a cell keeps are written as words."""


def to_cell(value: Any) -> str | float | bool | date:  # noqa: ANN401 - whatever TOML can hold
    """Return what a cell holds for a value; anything but numbers and plain words as TOML.

    Examples
    --------
    >>> to_cell("Care"), to_cell("=1+1"), to_cell({"pert": [1, 2, 3]})
    ('Care', '"=1+1"', '{ pert = [1, 2, 3] }')

    """
    if isinstance(value, str):
        odd = NEEDS_QUOTES.search(value) or LONG_NUMBER.fullmatch(value)
        plain = value and not odd
        return value if plain else toml_value(value).replace("_x", "\\u005fx")
    if type(value) is date:
        return value if value.year > FIRST_YEAR else value.isoformat()
    kept = isinstance(value, int) and abs(value) <= LARGEST_WHOLE
    if kept or (isinstance(value, float) and float(f"{value:.16G}") == value):
        return value  # type: ignore[no-any-return]
    return toml_value(value)


def from_cell(cell: object) -> Any:  # noqa: ANN401 - whatever TOML can hold
    """Return the value of a cell; None: it is empty.

    Words that begin like TOML and are none stay words.

    Examples
    --------
    >>> from_cell("{ pert = [1, 2, 3] }"), from_cell("Care"), from_cell(2025.0), from_cell("true")
    ({'pert': [1, 2, 3]}, 'Care', 2025, True)

    """
    if isinstance(cell, float) and cell.is_integer() and abs(cell) <= LARGEST_WHOLE:
        return int(cell)
    written = cell.strip() if isinstance(cell, str) else None
    if written is None or written.lower() in SAID:
        return cell if written is None else SAID[written.lower()]
    if found := DAY.fullmatch(written):
        with suppress(ValueError):
            return date.fromisoformat(found[1])
    if written[0] in '"{[' or LONG_NUMBER.fullmatch(written):
        try:
            return tomllib.loads(f"value = {written}", parse_float=DecimalText)["value"]
        except (ValueError, RecursionError):
            return cell
    return cell
