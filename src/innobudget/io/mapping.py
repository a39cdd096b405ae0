"""Where things stand in one municipality's sheet; read from TOML."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from innobudget.domain.checks.values import value_problem
from innobudget.domain.reading import Delimiter, Encoding, Sign
from innobudget.domain.value_limits import Unit, Year, YearColumns
from innobudget.errors import InputError, Problem, where
from innobudget.io.contents import is_there
from innobudget.io.toml.files import read_toml
from innobudget.messages import say

RowFilter = Mapping[str, tuple[str, ...]]
"""Texts by column: rows with one of the texts in that column, `*` standing for any letters;
`row` means row numbers."""
STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
MOST_ROWS = 10_000_000

EXPECTED = say("a mapping in TOML, UTF-8")
Nesting = Literal["recognise", "nested", "flat"]
"""Whether a code holds the codes that it begins (nested) or stands beside them (flat)."""
Verdict = Literal["needs-mapping", "refused"]
Said = Mapping[str, object]
"""Keys of a mapping with what they say, as a file has them; tables in tables."""
_Table = TypeVar("_Table", "BudgetMapping", "MappedColumns")


class QuestionError(Exception):
    """What only the user can say about a file, with the keys of mappings that may answer it."""

    def __init__(
        self,
        reason: str,
        verdict: Verdict = "needs-mapping",
        proposal: Mapping[str, object] | None = None,
        others: Sequence[Mapping[str, object]] = (),
    ) -> None:
        """Keep the sentence for the user, the answer to confirm, and others that may be right."""
        super().__init__(reason)
        self.reason, self.verdict = reason, verdict
        self.proposal, self.others = dict(proposal or {}), tuple(others)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumns:
    """Columns by what they hold, each named by its header or its letters."""

    __pydantic_config__ = STRICT

    line: str | None = None
    """Account codes."""
    name: str | None = None
    """Names of the lines."""
    area: str | None = None
    """Committees or policy areas."""
    kind: str | None = None
    """Ceilings, or Danish dranst."""
    year: str | None = None
    """The year of each row, in a table with one column of amounts."""
    amount: str | None = None
    """The one column of amounts."""
    direction: str | None = None
    """Whether a row is income or expenditure."""
    amounts: YearColumns = field(default_factory=dict)
    """The column of each year's amounts, in a table with years across; several are added up,
    income turned round where it is positive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which rows are income and which expenditure, by the texts of columns; `*` is any text."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    income: RowFilter = field(default_factory=dict)
    """Rows with one of these texts are income."""
    expenditure: RowFilter = field(default_factory=dict)
    """Rows with one of these texts are expenditure; where none are named, all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetMapping:
    """What a user says about a sheet; where given it wins over recognition."""

    __pydantic_config__ = STRICT

    sheet: str | tuple[str, ...] | None = None
    """Name of the sheet, or of several of one layout that are read as one table."""
    encoding: Encoding | None = None
    """Of a text file."""
    delimiter: Delimiter | None = None
    """What parts the fields of a text file."""
    header_row: Annotated[int, Field(ge=0, le=MOST_ROWS)] | None = None
    """The last row of the header, counted from 1; 0: no header, columns by letters."""
    last_row: Annotated[int, Field(ge=1, le=MOST_ROWS)] | None = None
    """The last row of the table, counted from 1."""
    columns: MappedColumns = MappedColumns()
    """Columns by what they hold."""
    year: Year | None = None
    """Whose amounts a table without years holds. [calendar year]"""
    base_year: Year | None = None
    """What relative years (`t-1`, `BO1`) count from. [calendar year]"""
    unit: Unit | None = None
    """How many of the currency one is. [currency]"""
    sign: Sign | None = None
    """Which sign expenditure has."""
    decimal: Literal[",", "."] | None = None
    """The decimal sign of numbers that are written as text."""
    missing: tuple[str, ...] = ()
    """Texts that stand where an amount is not known."""
    keep: RowFilter = field(default_factory=dict)
    """Only rows with one of these texts are read: one version, one book."""
    leave_out: RowFilter = field(default_factory=dict)
    """Rows with one of these texts are not read."""
    total_rows: RowFilter = field(default_factory=dict)
    """Rows with one of these texts are totals, never lines."""
    direction: Direction = Direction()
    """Which rows are income, where no column says it in words."""
    totals: Literal["recognise", "none"] = "recognise"
    """Whether rows may be totals of others; none: every row with figures is a line."""
    nesting: Nesting = "recognise"
    """Whether codes that begin others, and are not their sum, hold them."""
    seen: tuple[str, ...] = ()
    """Headers of the file that the mapping was written for; later differences are reported."""


def said_by(mapping: BudgetMapping | MappedColumns) -> dict[str, object]:
    """Return the keys that a mapping has, without those that say nothing."""
    none = asdict(type(mapping)())
    said = {key: value for key, value in asdict(mapping).items() if value != none[key]}
    if isinstance(mapping, BudgetMapping) and "columns" in said:
        said["columns"] = said_by(mapping.columns)
    return said


def nested(answer: Said) -> dict[str, object]:
    """Return an answer with its columns of amounts in the table of the columns."""
    said = dict(answer)
    if isinstance(amounts := said.pop("columns.amounts", None), Mapping):
        said["columns"] = {**table_of(said, "columns"), "amounts": amounts}
    return said


def table_of(said: Said, key: str) -> Mapping[str, Any]:
    """Return a table, or a table in a table (`direction.income`); an empty one where none is."""
    found: object = said
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def merged(first: Said, second: Said) -> dict[str, object]:
    """Lay one answer over another; tables are put together, but for columns of amounts."""
    both = {**first, **second}
    for key in (first.keys() & second.keys()) - {"amounts", "columns.amounts"}:
        one, other = first[key], second[key]
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            both[key] = merged(one, other)
    return both


def mapping_of(said: Said) -> BudgetMapping:
    """Return the mapping that keys make, or raise pydantic's `ValidationError`.

    Read as JSON: strict types take no lists for tuples and no tables from Python.
    """
    return TypeAdapter(BudgetMapping).validate_json(json.dumps(said, default=str))


def overlay(
    stronger: BudgetMapping, weaker: BudgetMapping
) -> tuple[BudgetMapping, tuple[Problem, ...]]:
    """Lay what a scenario says over what its mapping file says.

    Returns the mapping to read with, and a doubt for every key on which the two differ.
    """
    columns, told = _laid_over(stronger.columns, weaker.columns, MappedColumns(), "columns.")
    both, more = _laid_over(stronger, weaker, BudgetMapping(), "")
    return replace(both, columns=columns), (*told, *more)


def _laid_over(
    strong: _Table, weak: _Table, default: _Table, prefix: str
) -> tuple[_Table, list[Problem]]:
    said = {}
    doubts = []
    for item in fields(weak):
        mine, yours, none = (getattr(table, item.name) for table in (strong, weak, default))
        if mine == none or item.name == "columns":
            continue
        said[item.name] = mine
        if yours not in (none, mine):
            disagreement = Problem(
                code="mapping-overruled",
                place=where("[budget]", key=prefix + item.name),
                found=say(
                    "{mine!r}, where the mapping file says {yours!r}", mine=mine, yours=yours
                ),
                expected=say("the same in both; the scenario wins"),
                remedy=say("write the same in both"),
            )
            doubts.append(disagreement)
    return replace(weak, **said), doubts


def read_mapping(path: Path) -> BudgetMapping:
    """Read a mapping from a TOML file.

    Raises
    ------
    InputError
        With every fault: no file, no TOML, unknown keys, values of the wrong kind.

    """
    if not is_there(path):
        missing = Problem(
            code="mapping-missing",
            place=path.name,
            found=say("no such file"),
            expected=EXPECTED,
            remedy=say("have one written by: innobudget budget FILE --write-mapping mapping.toml"),
        )
        raise InputError([missing])
    try:
        tables = read_toml(path, expected=EXPECTED).plain()
    except InputError as error:
        raise InputError(
            [replace(problem, code="mapping-unreadable") for problem in error.problems]
        ) from None
    try:
        return mapping_of(tables)
    except ValidationError as error:
        raise InputError(
            [_problem(path, fault) for fault in error.errors(include_url=False)]
        ) from None


def _problem(path: Path, fault: ErrorDetails) -> Problem:
    keys = fault["loc"]
    table: type = MappedColumns if keys[0] == "columns" and len(keys) > 1 else BudgetMapping
    told = value_problem(fault, [item.name for item in fields(table)])
    unknown = told.code == "unknown-key"
    return replace(
        told,
        code="mapping-key-unknown" if unknown else "mapping-value-wrong",
        place=where(path.name, key=".".join(map(str, keys))),
        path=(),
    )
