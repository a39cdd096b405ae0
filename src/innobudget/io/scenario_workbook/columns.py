"""What may stand in a column of a scenario workbook, as the tables of scenarios declare it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from innobudget.domain.checks.places import IN_FILES
from innobudget.domain.drivers import Correlated, Correlation
from innobudget.domain.investment import UNCERTAIN
from innobudget.io.scenario_file.schema import NESTED, OF_CHOICE, TABLES
from innobudget.io.scenario_workbook.naming import OWNER
from innobudget.io.scenario_workbook.ranges import FORMS, SHEET, VALUES

Kind = Literal[
    "text", "number", "truth", "date", "word", "texts", "numbers", "table", "figure", "other"
]

SHARES = frozenset(
    {"discount_rate", "confidence", "growth", "share", "success", "cofinancing", "refund", "ramp"}
    | {"within_track", "across_tracks", "probability", "loads", "tolerance", "percentile"}
    | {"low", "middle", "high", "spread", "min", "max", "value"}
)
"""Columns of fractions, in which `50 %` is a half; elsewhere it is no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """What may stand below a heading."""

    kind: Kind
    """What its cells hold; a table has a column for each year or name."""
    words: tuple[str, ...] = ()
    """To choose from."""
    is_share: bool = False
    """Whether per cent may stand in it."""
    below: Mapping[str, "FormColumn"] | None = None
    """Of a table with names of its own: what they hold; years stand in every other one."""
    each: "FormColumn | None" = None
    """Of a table by year or by free names: what each of them holds."""


@cache
def columns_of(table: str) -> Mapping[str, FormColumn]:
    """Return the columns that a sheet may have, by key."""
    number = FormColumn(kind="number", is_share=True)
    if table == SHEET:
        return {
            OWNER: FormColumn(kind="text"),
            "quantity": FormColumn(kind="word", words=tuple(sorted(UNCERTAIN))),
            "form": FormColumn(kind="word", words=tuple(FORMS)),
            **dict.fromkeys((*VALUES, "shape"), number),
            **dict.fromkeys(("value", "probability"), FormColumn(kind="table", each=number)),
        }
    if table == "correlation":
        quantity = FormColumn(kind="word", words=get_args(Correlated))
        return {"quantity": quantity, **dict(_columns(Correlation))}
    inner = {"investment": (*NESTED,), "choice": OF_CHOICE, "driver": ("evidence",)}.get(table, ())
    owner = {OWNER: FormColumn(kind="text")} if table in NESTED else {}
    if table == "evidence":
        owner |= {"driver": FormColumn(kind="text"), "of": FormColumn(kind="figure")}
    own = {key: column for key, column in _columns(TABLES[table]) if key not in inner}
    return {**owner, **{key: column for key, column in own.items() if key not in owner}}


def _columns(table: type[Any]) -> Iterator[tuple[str, FormColumn]]:
    hints = get_type_hints(table)
    for item in fields(table):
        key = IN_FILES.get(item.name, item.name)
        yield key, _column(key, hints[item.name])


def _column(key: str, hint: Any) -> FormColumn:  # noqa: ANN401 - a type
    *others, first = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    alone = first if not others and get_origin(hint) is not tuple else hint
    share = key in SHARES
    origin, inner = get_origin(alone), get_args(alone)
    if origin is Literal and isinstance(inner[0], str):
        return FormColumn(kind="word", words=inner)
    if origin is tuple and inner[0] in LISTS:
        return FormColumn(kind=LISTS[inner[0]], is_share=share)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _by_name(inner[0], _column(key, inner[1]))
    if is_dataclass(alone) and isinstance(alone, type):
        return FormColumn(kind="table", below=dict(_columns(alone)))
    return FormColumn(kind=PLAIN.get(alone, "other"), is_share=share)


def _by_name(names: Any, column: FormColumn) -> FormColumn:  # noqa: ANN401 - a type
    """Return a column for each of some names, or for any year."""
    if get_origin(names) is Literal:
        return FormColumn(kind="table", below=dict.fromkeys(get_args(names), column))
    return FormColumn(kind="table", each=column)


LISTS: Mapping[object, Kind] = {str: "texts", float: "numbers"}
PLAIN: Mapping[object, Kind] = {
    str: "text",
    float: "number",
    int: "number",
    bool: "truth",
    date: "date",
}
