"""Which sheets a scenario workbook has, and how its tables lie on them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import STAGE_TABLES

Table = dict[str, Any]

SINGLE = ("scenario", "budget", "simulation", "booking")
"""Tables with one row."""
NESTED = ("stage", "effect", "quality")
"""Tables of an investment; the column `investment` says of which."""
SHEETS = (*SINGLE, "correlation", "driver", "investment", *NESTED)
YEAR_TABLES = frozenset({*STAGE_TABLES, "booked", "price_index"})
"""Keys that have a column for each year: `outlay 2026`."""
ROW = "#"
"""Key under which a row that was read keeps its number."""
YEAR_HEADER = re.compile(r"(\w+) (\d{4})")


def rows_of(document: Mapping[str, Any]) -> dict[str, list[Table]]:
    """Lay a document out as rows by sheet; tables that it has not are left out."""
    rows: dict[str, list[Table]] = {}
    for name in SINGLE:
        if name in document:
            rows[name] = [document[name]]
    if "correlation" in document:
        found = document["correlation"].items()
        rows["correlation"] = [{"quantity": quantity, **loads} for quantity, loads in found]
    if "driver" in document:
        rows["driver"] = document["driver"]
    for entry in document.get("investment", ()):
        own = {key: value for key, value in entry.items() if key not in NESTED}
        rows.setdefault("investment", []).append(own)
        for name in NESTED:
            if name in entry:
                inner = [{"investment": entry["id"], **item} for item in entry[name]]
                rows.setdefault(name, []).extend(inner)
    return {name: [_spread(row) for row in found] for name, found in rows.items()}


def document_of(rows: Mapping[str, list[Table]]) -> Table:
    """Put rows by sheet together again."""
    gathered = {name: [_gathered(row) for row in found] for name, found in rows.items()}
    document: Table = {name: gathered[name][0] for name in SINGLE if gathered.get(name)}
    if gathered.get("correlation"):
        document["correlation"] = {
            str(row.pop("quantity", "")): row for row in gathered["correlation"]
        }
    for name in ("driver", "investment"):
        if gathered.get(name):
            document[name] = gathered[name]
    owners = {entry.get("id"): entry for entry in document.get("investment", ())}
    for name in NESTED:
        for row in gathered.get(name, ()):
            owner = owners.get(row.pop("investment", None))
            if owner is None:
                document.setdefault(name, []).append(row)
            else:
                owner.setdefault(name, []).append(row)
    return document


def lines_of(value: object, keys: Keys = ()) -> dict[Keys, int]:
    """Take the numbers of rows out of a document and return them by path."""
    lines: dict[Keys, int] = {}
    if isinstance(value, dict):
        if ROW in value:
            lines[keys] = value.pop(ROW)
        for key, item in value.items():
            lines |= lines_of(item, (*keys, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            lines |= lines_of(item, (*keys, number))
    return lines


def _spread(row: Mapping[str, Any]) -> Table:
    """Give each year of a year table a column of its own."""
    return dict(_columns(row))


def _columns(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        years = isinstance(value, Mapping) and all(re.fullmatch(r"\d{4}", year) for year in value)
        if key in YEAR_TABLES and years and value:
            yield from ((f"{key} {year}", amount) for year, amount in value.items())
        else:
            yield key, value


def _gathered(row: Mapping[str, Any]) -> Table:
    gathered: Table = {}
    for key, value in row.items():
        found = YEAR_HEADER.fullmatch(key)
        if found and found[1] in YEAR_TABLES:
            gathered.setdefault(found[1], {})[found[2]] = value
        else:
            gathered[key] = value
    return gathered
