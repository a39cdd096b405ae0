"""A scenario file and those that it extends, as one document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from innobudget.domain.checks.values import LONGEST
from innobudget.domain.investment import STAGE_TABLES
from innobudget.domain.limits import LARGEST_UNIT
from innobudget.errors import InputError, Problem, nearest
from innobudget.io.scenario_file.toml_places import DecimalText, Node, parse_toml, placed
from innobudget.io.scenario_workbook.reading import read_workbook

REPLACED_WHOLE = frozenset(
    {"cost_factor", "disruption_factor", "benefit_factor", "failure_factor", "delay"}
    | {*STAGE_TABLES, "booked", "price_index", "amounts"}
)
"""Distributions and year tables: a child's own says everything."""
BY_ID = frozenset({"investment", "driver"})
SINGLE_STAGE = frozenset({*STAGE_TABLES, "outlay_line", "success"})
"""Keys of an investment that stand for its only stage."""

REMEDIES = {
    "Invalid value": "put text in quotes, and write 0.5 for one half",
    "Unescaped": "write paths with / instead of \\",
    "Cannot overwrite": "keep one of the two",
    "twice": "keep one of the two",
    "Unclosed": "close the bracket",
    "Unbalanced": "close the quotes",
    "Expected '='": "write key = value",
    "Expected newline": "write one key = value a line; a decimal point instead of a comma",
}
"""By what the TOML reader's message contains."""


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


def read_document(path: Path) -> Document:
    """Read a scenario file with everything that it inherits.

    Raises
    ------
    InputError
        If a file cannot be read, is no TOML, or extends itself by whatever way.

    """
    root, units = _read(path, ())
    return Document(root=root.numbered(), units=units)


def read_own(path: Path) -> Node:
    """Read what one file says, without what it inherits: TOML, or the workbook form of it.

    Raises
    ------
    InputError
        If the file cannot be read, or is neither.

    """
    if path.suffix.lower() == ".xlsx" and is_there(path):
        document, lines = read_workbook(path)
        return placed(document, (), lines=lines, file=path)
    text = read_text(path)
    try:
        return parse_toml(text, path)
    except (ValueError, RecursionError) as error:
        raise InputError([_syntax(path, text, str(error))]) from None


def read_text(path: Path) -> str:
    """Read a TOML file's text.

    Raises
    ------
    InputError
        If it is missing, of another kind, unreadable, empty, or not UTF-8.

    """
    if not is_there(path):
        raise InputError([missing_file(path, place=path.name, written=str(path))])
    expected = "a scenario: a file NAME.toml, or a scenario workbook NAME.xlsx"
    if path.is_dir():
        raise InputError(
            [_problem("file-is-a-folder", path, "a folder", expected, "name a file in it")]
        )
    if path.suffix.lower() != ".toml":
        found = f"a file of type {path.suffix or 'unknown'}"
        raise InputError([_problem("file-type", path, found, expected, "name the scenario")])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        found = f"a character in line {line} that is not UTF-8"
        raise InputError(
            [_problem("file-encoding", path, found, "text in UTF-8", "save it again as UTF-8")]
        ) from None
    except OSError as error:
        reason = error.strerror or "an error"
        raise InputError(
            [_problem("file-unreadable", path, reason, "a readable file", "see its permissions")]
        ) from None
    if not text.strip():
        raise InputError(
            [
                _problem(
                    "file-empty",
                    path,
                    "an empty file",
                    "tables such as [scenario]",
                    "name another file",
                )
            ]
        )
    return text


def _read(path: Path, children: tuple[Path, ...]) -> tuple[Node, Mapping[Path, float]]:
    document = read_own(path)
    own = _own_unit(document)
    link = document.at(("scenario", "extends"))
    if link is None or not isinstance(link.value, str):
        return document, own or {path: 1.0}
    chain = (*children, path.resolve())
    parent, units = _read(_parent(link, chain), chain)
    return merge(parent, document), {path: next(iter(units.values())), **own, **units}


def _own_unit(document: Node) -> Mapping[Path, float]:
    """Return what a file says of its unit; nothing where it says none that can be used."""
    unit = document.at(("scenario", "unit"))
    if unit is None or type(unit.value) not in {int, float, DecimalText}:
        return {}
    return {document.file: float(unit.value)} if 0 < unit.value <= LARGEST_UNIT else {}


def _parent(link: Node, chain: tuple[Path, ...]) -> Path:
    """Return the file that another one extends, or say why it cannot."""
    parent = link.file.parent / str(link.value)
    place = f"{link.file.name}, {link.where}, [scenario], key extends"
    if parent.resolve() in chain:
        names = " → ".join(file.name for file in (*chain, parent))
        raise InputError(
            [
                Problem(
                    code="extends-cycle",
                    place=place,
                    found=f"{names}: a file that builds on itself",
                    expected="a chain of files that ends",
                    remedy="let one of them build on another file, or on none",
                )
            ]
        )
    if not is_there(parent):
        raise InputError([missing_file(parent, place=place, written=str(link.value))])
    return parent


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


def is_there(path: Path) -> bool:
    """Say whether there is a file or folder; a name that no system would take has none."""
    try:
        return path.exists()
    except OSError:
        return False


def missing_file(path: Path, *, place: str, written: str) -> Problem:
    """Say that there is no such file, and which one there is that has nearly its name."""
    try:
        files = sorted(path.parent.iterdir(), key=lambda file: file.suffix == path.suffix)
    except OSError:
        files = []
    by_stem = {file.stem: file.name for file in files}  # of two with one stem, that of the type
    stem = nearest(path.stem, by_stem)
    near = None if stem is None else by_stem[stem]
    return Problem(
        code="file-missing",
        place=place,
        found=f'no file "{written}"',
        expected=f'a file there; the folder has "{near}"' if near else "a file there",
        remedy=f"write {near}" if near else "correct the path",
    )


def _problem(code: str, path: Path, found: str, expected: str, remedy: str) -> Problem:
    return Problem(
        code=code,
        place=path.name or str(path),
        found=found,
        expected=expected,
        remedy=remedy,
    )


def _syntax(path: Path, text: str, message: str) -> Problem:
    """Say where a text stops being TOML."""
    at = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    lines = text.splitlines()
    number = int(at[1]) if at and at[1] else len(lines)
    reason = message[: at.start()] if at else message
    remedy = next(
        (way for part, way in REMEDIES.items() if part in reason), "see what stands there"
    )
    return Problem(
        code="toml-syntax",
        place=f"{path.name}, line {number}",
        found=lines[number - 1].strip()[:LONGEST]
        if number <= len(lines)
        else "the end of the file",
        expected=f"TOML; its reader says: {reason}",
        remedy=remedy,
    )
