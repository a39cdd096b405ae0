"""The report that a folder holds already: what its manifest lists, and what became of it."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from os.path import lexists
from pathlib import Path, PurePosixPath
from typing import Any

from innobudget.io.moves import inside
from innobudget.io.output import digest

MANIFEST = "manifest.json"
MAKER = "innobudget"
EARLIER = "earlier"
OWNERS = ("~${}", ".~lock.{}#")
"""Files that Excel and LibreOffice put beside one that they have open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerReport:
    """A report by its manifest."""

    record: Mapping[str, Any]
    """The manifest."""
    files: Mapping[str, str]
    """SHA-256 of each file as it was written, by its name relative to the folder."""
    manifest: str
    """Name of the manifest."""
    digest: str
    """SHA-256 of the manifest."""

    @property
    def all_files(self) -> Mapping[str, str]:
        """The files and the manifest itself."""
        return {**self.files, self.manifest: self.digest}

    @property
    def aside(self) -> str:
        """Where it goes when it is kept: a folder that tells one report from every other."""
        date = re.fullmatch(r"\d{4}-\d\d-\d\d", str(self.record.get("date")))
        return f"{EARLIER}/{date[0] if date else 'undated'}-{self.digest[:8]}"


def read_former(root: Path, manifest: str = MANIFEST) -> FormerReport | None:
    """Read the manifest in a folder; None: there is none of innobudget."""
    try:
        content = (root / manifest).read_bytes()
        record = json.loads(content)
        if record.get("maker") != MAKER:
            return None
        files = {name: str(found) for name, found in record["files"].items() if inside(name)}
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return None
    return FormerReport(
        record=record, files=files, manifest=manifest, digest=sha256(content).hexdigest()
    )


def titles(record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what was simulated: the scenarios' names and, where it is told, their files'."""
    return tuple(name if stem is None else f"{name} ({stem})" for name, stem in _sources(record))


def is_of(record: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether two records are of the same scenarios, as far as both tell."""
    ones, others = _sources(record), _sources(other)
    return len(ones) == len(others) and all(
        name == named and (stem == stemmed or None in {stem, stemmed})
        for (name, stem), (named, stemmed) in zip(ones, others, strict=True)
    )


def _sources(record: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    names, stems = record.get("scenario"), record.get("from")
    named = [str(name) for name in (names if isinstance(names, list) else [names])]
    if not isinstance(stems, list) or len(stems) != len(named):
        return [(name, None) for name in named]
    return [(name, str(stem)) for name, stem in zip(named, stems, strict=True)]


def changed_files(root: Path, former: FormerReport) -> list[str]:
    """Return the files that are there, and not as they were written."""
    return [
        name
        for name, written in former.files.items()
        if lexists(root / name) and not _is_as_written(root, name, written)
    ]


def missing_files(root: Path, former: FormerReport) -> list[str]:
    """Return the files that are no longer there."""
    return [name for name in former.files if not lexists(root / name)]


def unlisted_files(root: Path, former: FormerReport) -> list[str]:
    """Return what else stands in a report's folder; a folder with nothing of ours by its name."""
    listed = former.all_files

    def found(folder: Path) -> Iterator[str]:
        for path in sorted(folder.iterdir()):
            name = path.relative_to(root).as_posix()
            leads_on = any(one.startswith(f"{name}/") for one in listed)
            if path.is_dir() and not path.is_symlink() and leads_on:
                yield from found(path)
            elif name not in listed:
                yield name

    return list(found(root))


def files_in_use(root: Path, names: Collection[str]) -> list[str]:
    """Return the files that another program has open, or that may not be written."""
    return [name for name in names if (root / name).is_file() and _in_use(root / name)]


def _is_as_written(root: Path, name: str, written: str) -> bool:
    """Say whether a file has its content, and no folder of the report was led elsewhere."""
    above = (root / parent for parent in PurePosixPath(name).parents)
    led = any(folder != root and folder.is_symlink() for folder in above)
    return not led and (root / name).is_file() and digest(root / name) == written


def _in_use(path: Path) -> bool:
    if any(path.with_name(owner.format(path.name)).exists() for owner in OWNERS):
        return True
    with suppress(FileNotFoundError):
        try:
            with path.open("r+b"):
                return False
        except PermissionError:
            return True
    return False
