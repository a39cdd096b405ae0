"""Copies of what a report was made from, which can be run where they stand.

Files keep their places relative to each other, and every byte. Where one names another by a
path that leads out of the copies, as an absolute path does, that path alone is written anew.
"""

import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from xml.sax.saxutils import escape
from zipfile import ZipFile

from innobudget.domain.checks.places import Keys
from innobudget.domain.scenario import Scenario
from innobudget.io.extends import read_own
from innobudget.io.toml.places import TOKEN, Node
from innobudget.io.toml.text import toml_value

INPUTS = "inputs"
ELSEWHERE = "elsewhere"
LINKS = (("scenario", "extends"), ("budget", "file"), ("budget", "mapping"))


@dataclass(frozen=True, slots=True, kw_only=True)
class InputCopies:
    """Where in a report the files that it was made from stand."""

    scenarios: tuple[str, ...]
    """The scenarios that were run, in their order."""
    files: tuple[str, ...]
    """Every copy."""
    left_out: Mapping[str, str]
    """SHA-256 of each file that was not copied, by the place that it belongs in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """A file names another."""

    file: Path
    target: Path
    keys: Keys
    written: str


def copy_inputs(scenarios: Sequence[Scenario], folder: Path, *, budgets: bool) -> InputCopies:
    """Copy scenarios, what they extend, their mappings and their budgets.

    Parameters
    ----------
    scenarios
        As they were read; those that were built in code have no files.
    folder
        The report; copies stand in its folder `inputs`.
    budgets
        Whether budget files are copied.

    """
    read = [scenario for scenario in scenarios if scenario.files]
    links = {file: found for scenario in read for file, found in _links(scenario)}
    places = _places([scenario.files[0] for scenario in read], links)
    every = [link for found in links.values() for link in found]
    spared = {link.target for link in every if link.keys[-1] == "file"}
    left_out = {}
    for file, place in places.items():
        if file in spared and not budgets:
            left_out[str(place)] = sha256(file.read_bytes()).hexdigest()
            continue
        copy = folder / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
        for old, new in _new_paths(links.get(file, ()), places).items():
            _relink(copy, old, new)
    return InputCopies(
        scenarios=tuple(str(places[scenario.files[0]]) for scenario in read),
        files=tuple(name for place in places.values() if (name := str(place)) not in left_out),
        left_out=left_out,
    )


def _links(scenario: Scenario) -> Iterator[tuple[Path, list[_Link]]]:
    """Yield each scenario file that a scenario is made of, with the files that it names."""
    file: Path | None = scenario.files[0]
    while file is not None:
        own, found = read_own(file), []
        for keys in (*LINKS, *_tables(own)):
            node = own.at(keys)
            if node is not None and isinstance(node.value, str):
                target = file.parent / node.value
                found.append(_Link(file=file, target=target, keys=keys, written=node.value))
        used = [link for link in found if link.target in scenario.files]
        yield file, used
        file = next((link.target for link in used if link.keys == LINKS[0]), None)


def _tables(own: Node) -> Iterator[Keys]:
    """Yield where facts of a scenario file name follow-up tables."""
    cases = own.at(("investment",))
    for number in range(len(cases.value) if cases and isinstance(cases.value, list) else 0):
        facts = own.at(("investment", number, "fact"))
        for position in range(len(facts.value) if facts and isinstance(facts.value, list) else 0):
            yield ("investment", number, "fact", position, "file")


def _places(
    roots: Iterable[Path], links: Mapping[Path, Sequence[_Link]]
) -> Mapping[Path, PurePosixPath]:
    """Return where each file is copied to: what is named by relative paths stays together."""
    groups: list[list[Path]] = []
    waiting = list(dict.fromkeys(roots))
    placed: set[Path] = set()
    while waiting:
        roots_left = waiting if not groups else waiting[:1]
        drive = _absolute(waiting[0]).drive
        first = [file for file in roots_left if _absolute(file).drive == drive]
        group = _together(first, links, placed)
        groups.append(group)
        placed.update(group)
        named = [link.target for found in links.values() for link in found]
        waiting = [file for file in dict.fromkeys([*waiting, *named]) if file not in placed]
    return dict(_laid_out(groups))


def _together(
    first: Sequence[Path], links: Mapping[Path, Sequence[_Link]], placed: set[Path]
) -> list[Path]:
    """Return files with all that relative paths lead to from them."""
    found = list(first)
    for file in found:
        for link in links.get(file, ()):
            tied = not Path(link.written).anchor
            if tied and link.target not in placed and link.target not in found:
                found.append(link.target)
    return found


def _laid_out(groups: Sequence[Sequence[Path]]) -> Iterator[tuple[Path, PurePosixPath]]:
    for number, group in enumerate(groups):
        absolute = {file: _absolute(file) for file in group}
        base = os.path.commonpath([path.parent for path in absolute.values()])
        folder = PurePosixPath(INPUTS)
        if number > 0:
            folder /= ELSEWHERE if number == 1 else f"{ELSEWHERE}-{number}"
        for file, path in absolute.items():
            yield file, folder / path.relative_to(base).as_posix()


def _absolute(file: Path) -> Path:
    """Return a path without `..`; links are not followed, so that paths written lead on."""
    return Path(os.path.abspath(file))  # noqa: PTH100 - resolve() follows links


def _new_paths(links: Iterable[_Link], places: Mapping[Path, PurePosixPath]) -> Mapping[str, str]:
    """Return by each path that no longer leads to its file the one that does."""
    found = {}
    for link in links:
        here, there = places[link.file].parent, places[link.target]
        written = PurePosixPath(Path(link.written).as_posix())
        if normpath(here / written) != str(there):
            found[link.written] = relpath(there, here)
    return found


def _relink(file: Path, old: str, new: str) -> None:
    """Write a path anew wherever it is the whole of a text; lines and rows stay as they are."""
    if file.suffix.lower() == ".xlsx":
        with ZipFile(file) as book:
            parts = [(part, book.read(part)) for part in book.infolist()]
        before, after = (f">{escape(text)}<".encode() for text in (old, new))
        with ZipFile(file, "w") as book:
            for part, content in parts:
                book.writestr(part, content.replace(before, after))
        return
    text = file.read_bytes().decode("utf-8-sig")
    tokens = (
        toml_value(new) if token[0] in "\"'" and _text_of(token) == old else token
        for token in TOKEN.findall(text)
    )
    file.write_bytes("".join(tokens).encode())


def _text_of(token: str) -> str:
    return str(tomllib.loads(f"text = {token}")["text"])
