"""A TOML file that somebody has written, as a document with places."""

import re
from pathlib import Path

from innobudget.domain.checks.places import Keys, in_words
from innobudget.errors import InputError, Problem, speaking, where
from innobudget.io.contents import content_of
from innobudget.io.toml.places import Node, parse_toml
from innobudget.io.toml.slips import syntax_problem
from innobudget.messages import linked, say

MOST_BYTES = 5_000_000
"""Of a text that people write: the largest example has a hundredth of it."""
LANGUAGE = re.compile(r"^\s*language\s*=\s*[\"'](\w+)[\"']", re.MULTILINE)
LARGEST = 2**63
"""Whole numbers that TOML promises to keep."""


def read_toml(path: Path, *, expected: str) -> Node:
    """Read a TOML file.

    Parameters
    ----------
    path
        The file.
    expected
        What should stand there, in words.

    Raises
    ------
    InputError
        If it cannot be read, is not UTF-8, no TOML, or has numbers that no computer counts.

    """
    content = content_of(path, expected=expected, most=MOST_BYTES)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise InputError([_encoding(path, content, error.start)]) from None
    said = LANGUAGE.search(text)  # as written: what is no TOML can still say it
    with speaking(said[1] if said else None):
        return _parsed(text, path)


def _parsed(text: str, path: Path) -> Node:
    try:
        root = parse_toml(text, path)
    except RecursionError:
        raise InputError([_too_deep(path)]) from None
    except ValueError as error:
        raise InputError([syntax_problem(path.name, text, str(error))]) from None
    require_countable(root)
    return root


def require_countable(root: Node) -> None:
    """Refuse whole numbers of hundreds of digits, which no arithmetic takes.

    Raises
    ------
    InputError
        With all of them.

    """
    faults: list[tuple[Node, Keys]] = []
    nodes: list[tuple[Node, Keys]] = [(root, ())]
    while nodes:
        node, keys = nodes.pop()
        if isinstance(node.value, dict | list):
            entries = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
            nodes += [(inner, (*keys, key)) for key, inner in entries]
        elif isinstance(node.value, int) and abs(node.value) >= LARGEST:
            faults.append((node, keys))
    if faults:
        ordered = sorted(faults, key=lambda fault: fault[0].spot.order)
        raise InputError([_too_many_digits(node, keys) for node, keys in ordered])


def _too_many_digits(node: Node, keys: Keys) -> Problem:
    place = linked(", ", list(filter(None, (node.file.name, node.spot.words, in_words(keys, {})))))
    return Problem(
        code="wrong-type",
        place=place,
        found=say(
            "a whole number of {count:,} digits",
            count=int(abs(node.value).bit_length() * 0.30103) + 1,
        ),
        expected=say("a number of at most 18 digits"),
        remedy=say("write the number that is meant"),
    )


def _too_deep(path: Path) -> Problem:
    return Problem(
        code="toml-syntax",
        place=path.name,
        found=say("tables or lists that lie hundreds deep within each other"),
        expected=say("at most a handful of brackets within each other"),
        remedy=say("see which brackets are not closed"),
    )


def _encoding(path: Path, content: bytes, at: int) -> Problem:
    line = content.count(b"\n", 0, at) + 1
    column = at - content.rfind(b"\n", 0, at)
    return Problem(
        code="file-encoding",
        place=where(path.name, line=line, column=column),
        found=say("the byte {byte}, which is not UTF-8", byte=f"{content[at]:#04x}"),
        expected=say("text in UTF-8"),
        remedy=say("save it again as UTF-8"),
    )
