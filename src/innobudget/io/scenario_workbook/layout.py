"""Which sheets a scenario workbook has, and how its tables lie on them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import STAGE_TABLES
from innobudget.errors import SPOTS, where
from innobudget.io.scenario_file.schema import NESTED, OF_CHOICE, SINGLE
from innobudget.io.scenario_file.toml_places import Spot
from innobudget.io.sheets import column_letters

Table = dict[str, Any]

SHEETS = (*SINGLE, *OF_CHOICE, "correlation", "driver", "investment", *NESTED)
EXAMPLE = "example"
"""Name of the filled-in sheet beside the tables; a reader passes over it."""
YEAR_TABLES = frozenset(
    {*STAGE_TABLES, "booked", "rebooked", "owner_estimate", "price_index", "find", "amount"}
)
"""Keys that have a column for each year: `outlay 2026`; an effect's `amount` has one for all."""
PLACE = "\0"
"""Key under which a row that was read keeps its place."""
YEAR_HEADER = re.compile(r"(\w+) (\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands that was read."""

    sheet: str
    """Name of its sheet."""
    row: int
    """Counted from 0."""
    columns: Mapping[str, int]
    """Column by heading, counted from 0."""

    def spot(self, heading: str = "") -> Spot:
        """Return where the row stands, or its cell under a heading."""
        column = self.columns.get(heading, -1)
        spot: dict[str, object] = {"row": self.row + 1}
        if column >= 0:
            spot = {"cell": f"{column_letters(column)}{self.row + 1}"}
        order = (SHEETS.index(self.sheet), self.row, column)
        return Spot(order=order, words=where(SPOTS["sheet"].of(at=self.sheet), **spot))


def rows_of(document: Mapping[str, Any]) -> dict[str, list[Table]]:
    """Lay a document out as rows by sheet; tables that it has not are left out."""
    rows: dict[str, list[Table]] = {}
    for name in SINGLE:
        if name in document:
            own = document[name]
            rows[name] = [{key: value for key, value in own.items() if key not in OF_CHOICE}]
            rows |= {inner: own[inner] for inner in OF_CHOICE if inner in own}
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
    """Put rows by sheet together again; those of an investment name one that is there."""
    gathered = {name: [_gathered(row) for row in found] for name, found in rows.items()}
    document: Table = {name: gathered[name][0] for name in SINGLE if gathered.get(name)}
    inner = {name: gathered[name] for name in OF_CHOICE if gathered.get(name)}
    if inner:
        document["choice"] = {**document.get("choice", {}), **inner}
    if gathered.get("correlation"):
        document["correlation"] = {
            str(row.pop("quantity", "")): row for row in gathered["correlation"]
        }
    for name in ("driver", "investment"):
        if gathered.get(name):
            document[name] = gathered[name]
    owners = {str(entry.get("id")): entry for entry in document.get("investment", ())}
    for name in NESTED:
        for row in gathered.get(name, ()):
            table = owners[str(row.pop("investment"))].setdefault(name, [])
            if isinstance(table, list):  # else a value under that heading, told as wrong later
                table.append(row)
    return document


def spots_of(document: Table) -> dict[Keys, Spot]:
    """Take the places of rows out of a document; return those of rows and cells by path."""
    spots: dict[Keys, Spot] = {}
    left: list[tuple[object, Keys]] = [(document, ())]
    while left:
        value, keys = left.pop()
        if isinstance(value, dict):
            place = value.pop(PLACE, None)
            if isinstance(place, RowPlace):
                spots |= _cells_of(value, keys, place)
            left += [(item, (*keys, key)) for key, item in value.items()]
        elif isinstance(value, list):
            left += [(item, (*keys, number)) for number, item in enumerate(value)]
    return spots


def _cells_of(row: Table, keys: Keys, place: RowPlace) -> dict[Keys, Spot]:
    spots = {keys: place.spot()}
    for key, value in row.items():
        if key in place.columns:
            spots[*keys, key] = place.spot(key)
        elif key in YEAR_TABLES and isinstance(value, dict):
            headings = {year: f"{key} {year}" for year in value}
            spots |= {(*keys, key, year): place.spot(said) for year, said in headings.items()}
            spots[*keys, key] = place.spot(next(iter(headings.values()), ""))
    return spots


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
        table = gathered.setdefault(found[1], {}) if found and found[1] in YEAR_TABLES else None
        if found and isinstance(table, dict) and found[2] not in table:
            table[found[2]] = value
        else:  # beside a value for all years it is a heading that nobody knows
            gathered[key] = value
    return gathered
