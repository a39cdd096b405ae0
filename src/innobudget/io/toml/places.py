"""TOML with the file, line and column of every key."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from innobudget.domain.checks.places import Keys
from innobudget.messages import say

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # text over several lines
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*"
    r"|\n"
    r"|\[\[|\]\]|[\[\]{}=.]"
    r"|[A-Za-z0-9_-]+"
    r"|[^\S\n]+"
    r"|.",
    re.DOTALL,
)


class DecimalText(float):
    """A number with a decimal point that remembers how it was written: `9.000` looks like more."""

    def __new__(cls, text: str) -> Self:
        """Read a number."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str
    """As in the file."""

    def __str__(self) -> str:
        return self.text


DEEPEST = 60
"""Tables and lists within each other; a scenario has six."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in its file something stands."""

    order: tuple[int, int, int] = (0, 0, 0)
    """Sheet, row and column, or 0, line and column: what stands first is told first."""
    words: str = ""
    """As people say it: `line 12, column 1`, `sheet "effect", cell F3`; empty: in no file."""
    column: str | None = None
    """Of a cell: how its column is headed; empty: it is not said, None: as its key."""
    names: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What keys and words are called where it stands; others as they are."""


@dataclass(frozen=True, slots=True)
class Node:
    """A table, an array or a value, and where it stands."""

    value: Any
    """Nodes by key, a list of nodes, or a plain value."""
    file: Path
    """File that it stands in."""
    spot: Spot
    """Of its key or header."""
    keys: Keys = ()
    """Its path from the top of the document."""

    @property
    def is_typed_in_cells(self) -> bool:
        """Say whether it stands in a scenario workbook."""
        return self.file.suffix.lower() == ".xlsx"

    def plain(self) -> Any:  # noqa: ANN401 - whatever TOML can hold
        """Return the value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def along(self, keys: Keys) -> list["Node"]:
        """Return the nodes on the way along a path, itself first, as far as it exists."""
        nodes = [self]
        for key in keys:
            value = nodes[-1].value
            if isinstance(value, list):
                there = isinstance(key, int) and 0 <= key < len(value)
            else:
                there = isinstance(value, dict) and key in value
            if not there:
                break
            nodes.append(value[key])
        return nodes

    def at(self, keys: Keys) -> "Node | None":
        """Return the node at a path; None: there is none."""
        nodes = self.along(keys)
        return nodes[-1] if len(nodes) == len(keys) + 1 else None

    def numbered(self, keys: Keys = ()) -> "Node":
        """Return the same with everything's path in `keys`."""
        value = self.value
        if isinstance(value, dict):
            value = {key: node.numbered((*keys, key)) for key, node in value.items()}
        elif isinstance(value, list):
            value = [node.numbered((*keys, number)) for number, node in enumerate(value)]
        return replace(self, value=value, keys=keys)

    def without(self, paths: Iterable[Keys]) -> "Node":
        """Return the same without what stands at some paths; the others keep their `keys`."""
        return _without(self, frozenset(paths))


def _without(node: Node, paths: frozenset[Keys]) -> Node:
    value = node.value
    if isinstance(value, dict):
        kept = [(key, inner) for key, inner in value.items() if inner.keys not in paths]
        value = {key: _without(inner, paths) for key, inner in kept}
    elif isinstance(value, list):
        value = [_without(inner, paths) for inner in value if inner.keys not in paths]
    return replace(node, value=value)


def parse_toml(text: str, file: Path) -> Node:
    """Parse a TOML text.

    Raises
    ------
    ValueError, RecursionError
        If it is no TOML, or its tables and lists lie deeper within each other than any
        scenario's.

    """
    document = tomllib.loads(text, parse_float=DecimalText)
    spots = {
        keys: Spot((0, line, column), say("line {line}, column {column}", line=line, column=column))
        for keys, line, column in key_places(text)
    }
    return placed(document, (), spots=spots, file=file)


def require_shallow(document: object) -> None:
    """Refuse what lies so deep that walking through it would end the process.

    Raises
    ------
    ValueError
        With the number of levels that are too many.

    """
    level: list[object] = [document]
    for _ in range(DEEPEST):
        level = [
            item
            for value in level
            if isinstance(value, dict | list)
            for item in (value.values() if isinstance(value, dict) else value)
        ]
        if not level:
            return
    raise ValueError(f"More than {DEEPEST} tables and lists within each other")


def key_places(text: str) -> Iterator[tuple[Keys, int, int]]:
    r"""Yield the path, the line and the column of every header and key of a valid TOML text.

    Keys within inline tables and arrays are left out: they stand with the key they belong to.

    Examples
    --------
    >>> list(key_places("[a]\nb.c = 1\n [[d]]\ne = [\n]"))
    [(('a',), 1, 1), (('a', 'b', 'c'), 2, 1), (('d', 0), 3, 2), (('d', 0, 'e'), 4, 1)]

    """
    table: Keys = ()
    entries: Counter[Keys] = Counter()
    for line, column, header, keys in _statements(text):
        if header == "[[":
            *outer, last = keys
            array = (*_resolved((), outer, entries), last)
            entries[array] += 1
            table = (*array, entries[array] - 1)
        elif header == "[":
            table = _resolved((), keys, entries)
        yield (table if header else _resolved(table, keys, entries)), line, column


def _statements(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Yield line, column, opening bracket (none for a key) and keys of each statement."""
    line, depth, header = 1, 0, ""
    at = begin = 0
    column = 1
    keys: list[str] | None = []
    for token in TOKEN.findall(text):
        if keys == [] and not header and not token.isspace():
            column = at - begin + 1
        if token in {"[", "[[", "{"}:
            if keys == [] and not header:
                header = token
            else:
                depth += len(token)
        elif token in {"]", "]]", "}"} and keys is None:
            depth -= len(token)
        elif keys and token in {"]", "]]", "="}:
            yield line, column, header, keys
            keys = None
        elif keys is not None and not token.isspace() and token[0] not in "#.":
            keys.append(_unquoted(token))
        at += len(token)
        if "\n" in token:
            line += token.count("\n")
            begin = at - len(token) + token.rindex("\n") + 1
        if token.endswith("\n") and depth == 0:
            keys, header = [], ""


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return next(iter(tomllib.loads(f"{key} = 0")))


def _resolved(table: Keys, keys: list[str], entries: Mapping[Keys, int]) -> Keys:
    """Follow keys from a table; an array of tables means its last entry."""
    for key in keys:
        table = (*table, key)
        if table in entries:
            table = (*table, entries[table] - 1)
    return table


def placed(
    value: object, keys: Keys, *, spots: Mapping[Keys, Spot], file: Path, spot: Spot | None = None
) -> Node:
    """Give a document and all in it their places; what has none has that of its table.

    Raises
    ------
    ValueError
        If it lies deeper within itself than any scenario.

    """
    if not keys:
        require_shallow(value)
    spot = spots.get(
        keys,
        spot or Spot(order=(0, 1, 1), words=say("line {line}, column {column}", line=1, column=1)),
    )

    def inner(key: str | int, item: object) -> Node:
        return placed(item, (*keys, key), spots=spots, file=file, spot=spot)

    found: Any = value
    if isinstance(value, dict):
        found = {key: inner(key, item) for key, item in value.items()}
    elif isinstance(value, list):
        found = [inner(number, item) for number, item in enumerate(value)]
    return Node(found, file, spot)
