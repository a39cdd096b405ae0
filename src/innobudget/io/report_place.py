"""Where a report or a table is to stand, and who may write it there."""

import os
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from errno import EACCES
from pathlib import Path

from innobudget.errors import OutputError, Problem
from innobudget.io.claims import WORK, claimed, clear, work_beside
from innobudget.io.former_report import MANIFEST
from innobudget.io.moves import abandon, resume
from innobudget.io.output import undisturbed, writing
from innobudget.messages import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is written as a whole."""

    shown: Path
    """As the user wrote it."""
    root: Path
    """The folder that its files stand in."""
    manifest: str
    """Name of the file that lists them."""
    table: str | None = None
    """The one file, where the folder is not the report's own."""

    @classmethod
    def folder(cls, path: Path) -> "Target":
        """Make a whole folder the target; a link to one means the folder itself."""
        return cls(shown=path, root=Path(os.path.realpath(path)), manifest=MANIFEST)

    @classmethod
    def file(cls, path: Path) -> "Target":
        """Make a table the target, with its manifest beside it."""
        real = Path(os.path.realpath(path))
        return cls(
            shown=path, root=real.parent, manifest=f"{real.name}.{MANIFEST}", table=real.name
        )

    def named(self, name: str) -> Path:
        """Return where a file of it stands, in the user's words."""
        return (self.shown if self.table is None else self.shown.parent) / name

    @property
    def work(self) -> Path:
        """The work folder in its own file system whatever is mounted where."""
        return self.root / f".{WORK}" if self.table is None else work_beside(self.root / self.table)

    @property
    def beside(self) -> Path | None:
        """The work folder beside it, where all of it can be exchanged; None: there is none."""
        if self.table is not None:
            return None
        parent = self.root.parent
        if self.root.exists():
            elsewhere = self.root.stat().st_dev != parent.stat().st_dev or self.root.is_mount()
            if elsewhere or not os.access(parent, os.W_OK):
                return None
        return work_beside(self.root)


def require_place(target: Target) -> None:
    """Refuse a file where a folder is needed, and a folder that takes no files.

    Raises
    ------
    OutputError
        For a file.
    OSError
        For a folder that takes none.

    """
    root = target.root
    if target.table is None and root.exists() and not root.is_dir():
        raise OutputError(folder_not_ours(target, say("a file of that name")))
    if root.exists() and not os.access(root, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(root))


def settle(target: Target) -> None:
    """Finish or clear away what a killed run left in a folder.

    Raises
    ------
    OutputError
        When another run is writing there, or it cannot be finished.

    """
    with writing(target.shown), ExitStack() as held:
        if target.work.is_dir():
            hold(held, target)


def hold(held: ExitStack, target: Target) -> Path:
    """Claim a work folder for a target until a stack ends, and settle what is left there.

    Returns
    -------
    Path
        The work folder, empty but for its lock; it is cleared in the end.

    Raises
    ------
    OutputError
        When another run is writing there, or what one left cannot be finished.
    OSError
        When no work folder can be made.

    """
    place, beside = target.work, target.beside
    if beside is not None:
        try:
            held.enter_context(claimed(beside, target.shown))
            place = beside
        except OSError:
            if not target.root.is_dir():
                raise
    if place == target.work:
        held.enter_context(claimed(place, target.shown))
    others = {target.work, work_beside(target.root) if target.table is None else place} - {place}
    for other in others:
        if other.is_dir():
            with suppress(PermissionError), claimed(other, target.shown):
                resume(target.root, other)
                clear(other)
    resume(target.root, place)
    clear(place)
    held.callback(_cleared, place)
    return place


def _cleared(work: Path) -> None:
    with undisturbed():
        abandon(work)


def folder_not_ours(target: Target, found: str) -> Problem:
    """Say that a place is taken by something that no command of ours may replace."""
    return Problem(
        code="folder-not-ours",
        place=str(target.shown),
        found=found,
        expected=say("a new or empty folder, or one with a {file} of innobudget", file=MANIFEST),
        remedy=say("choose another folder with --out"),
    )
