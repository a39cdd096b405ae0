"""TOML with the file and line of every key."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from innobudget.domain.checks.places import Keys

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


@dataclass(frozen=True, slots=True)
class Node:
    """A table, an array or a value, and where it stands."""

    value: Any
    """Nodes by key, a list of nodes, or a plain value."""
    file: Path
    """File that it stands in."""
    line: int
    """Line of its key or header, counted from 1; 0: it stands in no file."""
    keys: Keys = ()
    """Its path from the top of the document."""

    @property
    def where(self) -> str:
        """The line, or the row of the table's sheet, in words; none for what no file says."""
        if self.line == 0:
            return ""
        return f"{'row' if self.file.suffix.lower() == '.xlsx' else 'line'} {self.line}"

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
            inner = dict(enumerate(value)) if isinstance(value, list) else value
            if not isinstance(inner, dict) or key not in inner:
                break
            nodes.append(inner[key])
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

    def without(self, paths: Collection[Keys]) -> "Node":
        """Return the same without what stands at some paths; the others keep their `keys`."""
        value = self.value
        if isinstance(value, dict):
            kept = [(key, node) for key, node in value.items() if node.keys not in paths]
            value = {key: node.without(paths) for key, node in kept}
        elif isinstance(value, list):
            value = [node.without(paths) for node in value if node.keys not in paths]
        return replace(self, value=value)


def parse_toml(text: str, file: Path) -> Node:
    """Parse a TOML text.

    Raises
    ------
    tomllib.TOMLDecodeError
        If it is no TOML.

    """
    document = tomllib.loads(text, parse_float=DecimalText)
    return placed(document, (), lines=dict(key_lines(text)), file=file)


def key_lines(text: str) -> Iterator[tuple[Keys, int]]:
    r"""Yield the path and the line of every header and key of a valid TOML text.

    Keys within inline tables and arrays are left out: they stand with the key they belong to.

    Examples
    --------
    >>> list(key_lines("[a]\nb.c = 1\n[[d]]\ne = [\n]"))
    [(('a',), 1), (('a', 'b', 'c'), 2), (('d', 0), 3), (('d', 0, 'e'), 4)]

    """
    table: Keys = ()
    entries: Counter[Keys] = Counter()
    for line, header, keys in _statements(text):
        if header == "[[":
            *outer, last = keys
            array = (*_resolved((), outer, entries), last)
            entries[array] += 1
            table = (*array, entries[array] - 1)
        elif header == "[":
            table = _resolved((), keys, entries)
        yield (table if header else _resolved(table, keys, entries)), line


def _statements(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield line, opening bracket (none for a key) and keys of each header and assignment."""
    line, depth, header = 1, 0, ""
    keys: list[str] | None = []
    for token in TOKEN.findall(text):
        if token in {"[", "[[", "{"}:
            if keys == [] and not header:
                header = token
            else:
                depth += len(token)
        elif token in {"]", "]]", "}"} and keys is None:
            depth -= len(token)
        elif keys and token in {"]", "]]", "="}:
            yield line, header, keys
            keys = None
        elif keys is not None and not token.isspace() and token[0] not in "#.":
            keys.append(_unquoted(token))
        line += token.count("\n")
        if token.endswith("\n") and depth == 0:
            keys, header = [], ""


def _unquoted(key: str) -> str:
    return next(iter(tomllib.loads(f"{key} = 0")))


def _resolved(table: Keys, keys: list[str], entries: Mapping[Keys, int]) -> Keys:
    """Follow keys from a table; an array of tables means its last entry."""
    for key in keys:
        table = (*table, key)
        if table in entries:
            table = (*table, entries[table] - 1)
    return table


def placed(
    value: object, keys: Keys, *, lines: Mapping[Keys, int], file: Path, line: int = 1
) -> Node:
    """Give a document and all in it their places; what has no line has that of its table."""
    line = lines.get(keys, line)

    def inner(key: str | int, item: object) -> Node:
        return placed(item, (*keys, key), lines=lines, file=file, line=line)

    found: Any = value
    if isinstance(value, dict):
        found = {key: inner(key, item) for key, item in value.items()}
    elif isinstance(value, list):
        found = [inner(number, item) for number, item in enumerate(value)]
    return Node(found, file, line)
