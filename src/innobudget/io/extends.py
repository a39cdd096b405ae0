"""A scenario file and those that it extends, of whatever form, as one document."""

from collections.abc import Mapping
from pathlib import Path

from innobudget.domain.value_limits import LARGEST_UNIT
from innobudget.errors import InputError, Problem, speaking, where
from innobudget.io.contents import is_there, missing_file
from innobudget.io.scenario_file.merging import Document, merge
from innobudget.io.sheets.refusals import refusing
from innobudget.io.toml.files import read_toml, require_countable
from innobudget.io.toml.places import DecimalText, Node, Spot, placed
from innobudget.messages import linked, say

MOST_FILES = 20
"""That build on each other."""
EXPECTED = say("a scenario: a file NAME.toml, or a scenario workbook NAME.xlsx")


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
        from innobudget.io.scenario_workbook import reading  # noqa: PLC0415 - the seldom form

        document, spots = reading.read_workbook(path)
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


def _problem(code: str, path: Path, found: str, expected: str, remedy: str) -> Problem:
    return Problem(
        code=code,
        place=path.name or str(path),
        found=found,
        expected=expected,
        remedy=remedy,
    )
