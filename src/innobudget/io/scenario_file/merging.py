"""A scenario's document: what one file says laid over what it builds on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from innobudget.domain.investment import STAGE_TABLES, UNCERTAIN
from innobudget.io.toml.places import Node

REPLACED_WHOLE = frozenset(
    {
        *UNCERTAIN,
        *STAGE_TABLES,
        "booked",
        "rebooked",
        "owner_estimate",
        "price_index",
        "amounts",
    }
    | {"find", "requires"}
)
"""Distributions and year tables: a child's own says everything."""
BY_ID = frozenset({"investment", "driver"})
SINGLE_STAGE = frozenset({*STAGE_TABLES, "outlay_line", "success"})
"""Keys of an investment that stand for its only stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A scenario's text, merged with all that it inherits."""

    root: Node
    """Tables, keys and values with their places."""
    units: Mapping[Path, float]
    """By file: how many of the currency its amounts are in. [currency]"""
    changes: int = 0
    """How many of these, the last ones, are no files but keys that were set anew."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it is made of, the scenario itself first, what it builds on last."""
        return tuple(self.units)[: len(self.units) - self.changes]


def merge(parent: Node, child: Node) -> Node:
    """Lay a child's document over its parent's."""
    if not isinstance(parent.value, dict) or not isinstance(child.value, dict):
        return child
    merged = dict(parent.value)
    for key, node in child.value.items():
        if key in BY_ID and key in merged:
            merged[key] = _merge_by_id(merged[key], node)
        elif key in merged and key not in REPLACED_WHOLE:
            merged[key] = merge(merged[key], node)
        else:
            merged[key] = node
    return replace(child, value=merged)


def _merge_by_id(parent: Node, child: Node) -> Node:
    """Merge entries of one id; a file's second one of that id stays beside, to be found."""
    if not isinstance(parent.value, list) or not isinstance(child.value, list):
        return child
    entries = list(parent.value)
    positions = {name: number for number, entry in enumerate(entries) if (name := _id(entry))}
    for entry in child.value:
        position = positions.pop(_id(entry) or "", None)
        if position is None:
            entries.append(entry)
        else:
            entries[position] = _merge_entry(entries[position], entry)
    return replace(child, value=entries)


def _merge_entry(parent: Node, child: Node) -> Node:
    """Merge one investment or driver; stages replace what stood for a single one."""
    if "stage" in child.value:
        kept = {key: node for key, node in parent.value.items() if key not in SINGLE_STAGE}
        parent = replace(parent, value=kept)
    return merge(parent, child)


def _id(node: Node) -> str | None:
    found = node.at(("id",))
    return found.value if found and isinstance(found.value, str) else None
