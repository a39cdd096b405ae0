"""A scenario's document with some of its keys set anew, as a sweep does."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from innobudget.errors import Problem, nearest
from innobudget.io.scenario_file.merging import BY_ID, Document
from innobudget.io.scenario_file.schema import path_of
from innobudget.io.toml.places import Node, Spot, placed
from innobudget.messages import say, write

Changes = Mapping[str, Any]
"""New values by path, as in `booking.share` or `investment.led-lights.stage.2.success`."""
BOOKING_SHARE = "booking.share"
SET = "--set "
"""What begins the name that stands for a file where a key is set anew."""
FIXED = frozenset(("scenario", key) for key in ("extends", "format", "unit"))
"""How files are put together, which is done before a key is set anew."""


class _Nowhere(Exception):  # noqa: N818 - never leaves this module
    """Says what was found, what was expected, and how to mend it."""


def with_changes(document: Document, changes: Changes) -> tuple[Document, list[Problem]]:
    """Set keys of a document anew; each remembers that the command line or a grid set it.

    A path has the tables and keys of scenario files, the ids of investments and drivers, and
    the numbers of stages, effects and qualities, counted from 1. A booking share that is set
    holds for all cases, and replaces their own bookings.

    Returns
    -------
    tuple
        The document, and every path that leads nowhere; values are not checked yet.

    """
    faults: list[Problem] = []
    root, units = _without_bookings(document.root, changes), dict(document.units)
    for path, value in changes.items():
        origin = document.files[0].with_name(_label(path))
        try:
            root = _set(
                root, path.split("."), placed(value, (), spots={}, file=origin, spot=Spot())
            )
        except _Nowhere as error:
            found, expected, remedy = error.args
            faults.append(
                Problem(
                    code="set-path",
                    place=f"{SET}{path}",
                    found=found,
                    expected=expected,
                    remedy=remedy,
                )
            )
        units[origin] = document.units[document.files[0]]
    return replace(document, root=root.numbered(), units=units, changes=len(changes)), faults


def _without_bookings(root: Node, changes: Changes) -> Node:
    """Take out the bookings that a booking share for all cases stands instead of."""
    entries = root.at(("investment",)) if BOOKING_SHARE in changes else None
    if entries is None or not isinstance(entries.value, list):
        return root
    own = {tuple(path.split(".")[:3]) for path in changes}
    return root.without(
        [
            booked.keys
            for entry in entries.value
            if (booked := entry.at(("booked",))) and (name := entry.at(("id",)))
            if ("investment", name.value, "booked") not in own
        ]
    )


def _label(path: str) -> str:
    """Return what stands for a file where a key comes from the command line or a grid."""
    plain = (letter if letter.isprintable() and letter not in "/\\" else "?" for letter in path)
    return f"{SET}{''.join(plain)}"


def _set(node: Node, keys: list[str], new: Node) -> Node:
    """Return a node with what stands at the end of a path replaced."""
    key, *rest = keys
    owner = _owner(node, key) if rest else None
    if node.keys == () and (owner or not rest):
        near = f"{owner}.{'.'.join(keys)}" if owner else path_of(key)
        raise _Nowhere(
            say("the key {key}", key=key),
            say("table and key, as in booking.share"),
            write(near) if near else say("write the table before the key"),
        )
    if (*node.keys, key) in FIXED:
        raise _Nowhere(
            say("the key {key}", key=key),
            say("a key of the scenario's content"),
            say("vary another key"),
        )
    if isinstance(node.value, dict):
        inner = node.value.get(key, Node({}, new.file, Spot(), (*node.keys, key)))
        if key in BY_ID and key not in node.value:
            inner = replace(inner, value=[])
        return replace(node, value={**node.value, key: _set(inner, rest, new) if rest else new})
    if isinstance(node.value, list):
        number = _position(node, key)
        entry = _set(node.value[number], rest, new) if rest else new
        return replace(node, value=[*node.value[:number], entry, *node.value[number + 1 :]])
    raise _Nowhere(
        say("the key {key} within a value", key=key),
        say("a key that has a value of its own"),
        say("write it without {key}", key=key),
    )


def _owner(root: Node, key: str) -> str | None:
    """Return the table that has an entry with an id; None: none has."""
    for table in sorted(BY_ID):
        entries = root.at((table,))
        listed = entries.value if entries and isinstance(entries.value, list) else []
        if any((name := entry.at(("id",))) and name.value == key for entry in listed):
            return table
    return None


def _position(entries: Node, key: str) -> int:
    """Return the position of an entry, by its id or its number from 1."""
    ids = {
        name.value: number
        for number, entry in enumerate(entries.value)
        if (name := entry.at(("id",))) and isinstance(name.value, str)
    }
    if key in ids:
        return ids[key]
    table = str(entries.keys[-1]) if entries.keys else ""
    if table not in BY_ID and key.isdecimal() and 1 <= int(key) <= len(entries.value):
        return int(key) - 1
    known = list(ids) if table in BY_ID else list(map(str, range(1, len(entries.value) + 1)))
    near = nearest(key, known)
    raise _Nowhere(
        say('no {table} "{key}"', table=table, key=key),
        say("one of: {known}", known=known)
        if known
        else say("a scenario that has a {table}", table=table),
        write(near) if near else say("write one of these"),
    )
