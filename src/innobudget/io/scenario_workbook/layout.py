"""Which sheets a scenario workbook has, and how its tables lie on them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import UNCERTAIN
from innobudget.errors import SPOTS, where
from innobudget.io.scenario_file.schema import NESTED, OF_CHOICE, SINGLE
from innobudget.io.scenario_workbook.columns import FormColumn, columns_of
from innobudget.io.scenario_workbook.naming import OWNER, Naming
from innobudget.io.scenario_workbook.ranges import SHEET, Slip, from_row, to_row
from innobudget.io.sheets import column_letters
from innobudget.io.toml.places import Spot

Table = dict[str, Any]

OFTEN = (
    *("scenario", "budget", "booking", "investment", "stage", "effect", SHEET),
    *("quality", "evidence", "driver"),
)
"""Tables that nearly every scenario has, in the order in which people fill them in."""
SHEETS = (
    *OFTEN,
    *("correlation", "simulation", "followup", "fact", "stress"),
    *("choice", *OF_CHOICE, "publish"),
)
EXAMPLE = "example"
"""Key of the sheet that explains; a reader passes over it."""
LISTS = "lists"
"""Key of the sheet with the budget's lines and areas; a reader passes over it."""
PLACE = "\0"
"""Key under which a row that was read keeps its place."""
RANGES = "\1"
"""Key under which an investment keeps the places of the rows of its quantities."""
NAME = re.compile(r"[^\W_][\w-]*")
"""What may follow the key of a table in a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands that was read."""

    table: str
    """Its table."""
    sheet: str
    """What its sheet is called."""
    row: int
    """Counted from 0."""
    columns: Mapping[str, int]
    """FormColumn by key, counted from 0."""
    headings: Mapping[str, str]
    """What the columns are called, by key, as written."""
    naming: Naming
    """What everything is called in this workbook."""

    def spot(self, key: str | None = None) -> Spot:
        """Return where the row stands, or its cell in a column; empty: in none."""
        column = self.columns.get(key or "", -1)
        spot: dict[str, object] = {"row": self.row + 1}
        if column >= 0:
            spot = {"cell": f"{column_letters(column)}{self.row + 1}"}
        return Spot(
            order=(SHEETS.index(self.table), self.row, column),
            words=where(SPOTS["sheet"].of(at=self.sheet), **spot),
            column=key and self.heading(key),
            names=self.naming.of_table(self.table, columns_of(self.table)),
        )

    def heading(self, key: str) -> str:
        """Return what a column is called, whether the sheet has it or not."""
        return self.headings.get(key) or self.naming.heading(self.table, key)


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
    for entry in document.get("investment", ()):
        _lay_out(entry, rows)
    for entry in document.get("driver", ()):
        own = {key: value for key, value in entry.items() if key != "evidence"}
        rows.setdefault("driver", []).append(own)
        told = [{"driver": entry["id"], **item} for item in entry.get("evidence", ())]
        rows.setdefault("evidence", []).extend(told)
    return {name: [_spread(name, row) for row in found] for name, found in rows.items() if found}


def _lay_out(entry: Mapping[str, Any], rows: dict[str, list[Table]]) -> None:
    own = {key: value for key, value in entry.items() if key not in NESTED}
    ranges = {key: row for key in UNCERTAIN & own.keys() if (row := to_row(own[key])) is not None}
    kept = {key: value for key, value in own.items() if key not in ranges}
    rows.setdefault("investment", []).append(kept)
    told = [{OWNER: entry["id"], "quantity": key, **ranges[key]} for key in own if key in ranges]
    rows.setdefault(SHEET, []).extend(told)
    for name in NESTED:
        inner = [{OWNER: entry["id"], **item} for item in entry.get(name, ())]
        rows.setdefault(name, []).extend(inner)


def document_of(rows: Mapping[str, list[Table]]) -> tuple[Table, list[tuple[RowPlace, Slip]]]:
    """Put rows by sheet together again; return slips in the rows of quantities beside it.

    A row whose owner is not there is left out: it is told as wrong where owners are looked for.
    """
    gathered = {name: [_gathered(name, row) for row in found] for name, found in rows.items()}
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
    slips = [
        (place, slip)
        for row in rows.get(SHEET, ())
        for place, slip in _put_range({**row}, _by_id(document, OWNER))
    ]
    for name in NESTED:
        for row in gathered.get(name, ()):
            kind = "driver" if name == "evidence" and row.get("driver") else OWNER
            owner = _by_id(document, kind).get(str(row.pop(kind, "")))
            table = owner.setdefault(name, []) if owner is not None else None
            if isinstance(table, list):  # else a value under that heading, told as wrong later
                table.append(row)
    return document, slips


def _by_id(document: Table, kind: str) -> dict[str, Table]:
    return {str(entry.get("id")): entry for entry in document.get(kind, ())}


def _put_range(row: Table, owners: Mapping[str, Table]) -> Iterator[tuple[RowPlace, Slip]]:
    """Give an investment the quantity that a row describes; yield what is wrong with the row."""
    place, quantity = row.pop(PLACE), str(row.pop("quantity", ""))
    owner = owners.get(str(row.pop(OWNER, "")))
    if owner is None:
        return
    if quantity not in UNCERTAIN or quantity in owner:
        yield place, Slip.of_quantity(quantity, is_second=quantity in owner)
        return
    value, slips = from_row(row)
    yield from ((place, slip) for slip in slips)
    if not slips:
        owner[quantity] = value
        owner.setdefault(RANGES, {})[quantity] = place


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
            for quantity, row in value.pop(RANGES, {}).items():
                spots[*keys, quantity] = row.spot("")
            left += [(item, (*keys, key)) for key, item in value.items()]
        elif isinstance(value, list):
            left += [(item, (*keys, number)) for number, item in enumerate(value)]
    return spots


def _cells_of(row: Table, keys: Keys, place: RowPlace) -> dict[Keys, Spot]:
    spots = {keys: place.spot()}
    for column in sorted(place.columns, key=len):
        steps = column.split(" ")
        value: object = row
        for number, step in enumerate(steps, start=1):
            if not isinstance(value, dict) or step not in value:
                break
            value = value[step]
            spots.setdefault((*keys, *steps[:number]), place.spot(column))
    return spots


def _spread(table: str, row: Mapping[str, Any]) -> Table:
    """Give each year and each name of a table within a row a column of its own."""
    return dict(_columns(row, columns_of(table)))


def _columns(row: Mapping[str, Any], known: Mapping[str, FormColumn]) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        column = known.get(key)
        inner = column is not None and column.kind == "table" and isinstance(value, Mapping)
        if column and inner and value and all(NAME.fullmatch(str(name)) for name in value):
            below = column.below or dict.fromkeys(value, column.each)
            found = _columns(value, {name: each for name, each in below.items() if each})
            yield from ((f"{key} {name}", item) for name, item in found)
        else:
            yield key, value


def _gathered(table: str, row: Mapping[str, Any]) -> Table:
    gathered: Table = {}
    tables = {key for key, column in columns_of(table).items() if column.kind == "table"}
    for key, value in row.items():
        first, *steps = key.split(" ")
        if not steps or first not in tables or not _put(gathered, [first, *steps], value):
            gathered[key] = value  # beside a value for all years a heading that nobody knows
    return gathered


def _put(table: Table, steps: list[str], value: object) -> bool:
    """Set what stands at the end of some keys; False: there is something else on the way."""
    for step in steps[:-1]:
        inner = table.setdefault(step, {})
        if not isinstance(inner, dict):
            return False
        table = inner
    if steps[-1] in table:
        return False
    table[steps[-1]] = value
    return True
