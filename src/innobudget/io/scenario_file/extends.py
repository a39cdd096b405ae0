"""A scenario file and those that it extends, as one document."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from innobudget.domain.investment import STAGE_TABLES
from innobudget.domain.limits import LARGEST_UNIT
from innobudget.errors import InputError, Problem, speaking, where
from innobudget.io.contents import is_there, missing_file
from innobudget.io.scenario_file.toml_places import DecimalText, Node, Spot, placed
from innobudget.io.scenario_workbook.reading import read_workbook
from innobudget.io.sheets.refusals import refusing
from innobudget.io.toml_files import read_toml, require_countable
from innobudget.messages import linked, say

REPLACED_WHOLE = frozenset(
    {"cost_factor", "disruption_factor", "benefit_factor", "failure_factor", "delay"}
    | {*STAGE_TABLES, "booked", "rebooked", "owner_estimate", "price_index", "amounts"}
    | {"find", "requires"}
)
"""Distributions and year tables: a child's own says everything."""
BY_ID = frozenset({"investment", "driver"})
SINGLE_STAGE = frozenset({*STAGE_TABLES, "outlay_line", "success"})
"""Keys of an investment that stand for its only stage."""

MOST_FILES = 20
"""That build on each other."""
EXPECTED = say("a scenario: a file NAME.toml, or a scenario workbook NAME.xlsx")


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
    kind = path.suffix.lower()
    if kind == ".xlsx" and is_there(path):
        document, spots = read_workbook(path)
        with refusing(path.name):
            root = placed(document, (), spots=spots, file=path, spot=Spot())
        require_countable(root)
        return root
    if kind != ".toml" and path.is_file():
        found = say("a file of type {suffix}", suffix=path.suffix or say("unknown"))
        raise InputError([_problem("file-type", path, found, EXPECTED, say("name the scenario"))])
    return read_toml(path, expected=EXPECTED)


def _read(path: Path, children: tuple[Path, ...]) -> tuple[Node, Mapping[Path, float]]:
    document = read_own(path)
    own = _own_unit(document)
    link = document.at(("scenario", "extends"))
    if link is None or not isinstance(link.value, str):
        return document, own or {path: 1.0}
    chain = (*children, path.resolve())
    with speaking(stated_language(document)):
        if len(chain) > MOST_FILES:
            raise InputError([_too_many(link)])
        parent, units = _read(_parent(link, chain), chain)
    return merge(parent, document), {path: next(iter(units.values())), **own, **units}


def stated_language(root: Node) -> str | None:
    """Return the language that a scenario states, whatever else is wrong with it."""
    node = root.at(("scenario", "language"))
    return node.value if node is not None and isinstance(node.value, str) else None


def _own_unit(document: Node) -> Mapping[Path, float]:
    """Return what a file says of its unit; nothing where it says none that can be used."""
    unit = document.at(("scenario", "unit"))
    if unit is None or type(unit.value) not in {int, float, DecimalText}:
        return {}
    return {document.file: float(unit.value)} if 0 < unit.value <= LARGEST_UNIT else {}


def _parent(link: Node, chain: tuple[Path, ...]) -> Path:
    """Return the file that another one extends, or say why it cannot."""
    parent = link.file.parent / str(link.value)
    place = _extending(link)
    if not is_there(parent):
        raise InputError([missing_file(parent, place=place, written=str(link.value))])
    if parent.resolve() in chain:
        names = " → ".join(file.name for file in (*chain, parent))
        raise InputError(
            [
                Problem(
                    code="extends-cycle",
                    place=place,
                    found=say("{names}: a file that builds on itself", names=names),
                    expected=say("a chain of files that ends"),
                    remedy=say("let one of them build on another file, or on none"),
                )
            ]
        )
    return parent


def _extending(link: Node) -> str:
    table = linked(", ", [link.file.name, link.spot.words, "[scenario]"])
    return where(table, key="extends")


def _too_many(link: Node) -> Problem:
    return Problem(
        code="extends-depth",
        place=_extending(link),
        found=say("more than {most} files that build on each other", most=MOST_FILES),
        expected=say("at most {most}", most=MOST_FILES),
        remedy=say("let it build on one of the first ones"),
    )


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


def _problem(code: str, path: Path, found: str, expected: str, remedy: str) -> Problem:
    return Problem(
        code=code,
        place=path.name or str(path),
        found=found,
        expected=expected,
        remedy=remedy,
    )
