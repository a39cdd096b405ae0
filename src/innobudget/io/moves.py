"""A new report takes the place of the former one: at one blow, or by moves that can be resumed.

Where the system can exchange two folders, the report is the former or the new one at every
moment. Elsewhere files are moved one by one, after a plan of all moves was written; whoever
finds the plan later does what is left of it, so that no report stays mixed.
"""

import ctypes
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from errno import ENOSYS, EXDEV
from os.path import lexists
from pathlib import Path, PurePosixPath, PureWindowsPath
from shutil import copystat, copytree, rmtree

from innobudget.errors import OutputError, Problem
from innobudget.io.claims import clear
from innobudget.io.output import digest
from innobudget.messages import say

PLAN = "plan.json"
NEW = "new"
AT_FDCWD = -100
RENAME_EXCHANGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What becomes of the files of two reports; names are relative to their folder."""

    new: tuple[str, ...]
    """Files that come in, the manifest last."""
    former: Mapping[str, str]
    """SHA-256 of each file of the former report by its name, its manifest among them."""
    aside: str
    """Where files of the former report go that are kept."""
    keep: bool
    """Whether all of them are; else only those that differ from what was written."""


def inside(name: str) -> bool:
    """Say whether a name that a file gives leads to a place below the folder it is read in.

    Examples
    --------
    >>> inside("inputs/town.toml"), inside("../town.toml"), inside("C:town.toml"), inside("")
    (True, False, False, False)

    """
    parts = PurePosixPath(name).parts
    foreign = PureWindowsPath(name)
    return bool(parts) and ".." not in parts and not (foreign.drive or foreign.root)


def exchanged(root: Path, staged: Path) -> bool:
    """Let a staged folder take another's place at one blow, if the system can.

    The former folder then stands where the new one was staged.
    """
    if not root.exists():
        staged.rename(root)
        return True
    with suppress(OSError, AttributeError):
        here, there = root.stat(), staged.stat()
        working_in = Path.cwd().is_relative_to(root)  # its user would look at a removed folder
        if (here.st_uid, here.st_gid) == (there.st_uid, there.st_gid) and not working_in:
            copystat(root, staged)
            _exchange(root, staged)
            return True
    return False


def move_in(root: Path, work: Path, staged: Path, plan: Moves) -> None:
    """Write a plan into a work folder in the target, and carry it out.

    Raises
    ------
    OutputError
        When it cannot be done to the end; the next command goes on with it.

    """
    if staged != work / NEW:
        _bring(staged, work / NEW)
    draft = work / f"{PLAN}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump(asdict(plan), file)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(work / PLAN)
    _carry_out(root, work, plan)


def resume(root: Path, work: Path) -> None:
    """Do what is left of a plan, if a process that was killed left one.

    Raises
    ------
    OutputError
        When it cannot be done to the end.

    """
    plan = _read_plan(work)
    if plan is not None:
        _carry_out(root, work, plan)


def abandon(work: Path) -> None:
    """Clear a work folder in which there is nothing left to do."""
    if not (work / PLAN).exists():
        clear(work)


def _read_plan(work: Path) -> Moves | None:
    try:
        read = json.loads((work / PLAN).read_text(encoding="utf-8"))
        plan = Moves(**{**read, "new": tuple(read["new"])})
        names = [*plan.new, *plan.former, plan.aside]
        return plan if all(map(inside, names)) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # a plan counts from the moment that it was whole


def _carry_out(root: Path, work: Path, plan: Moves) -> None:
    """Make way for every file, let it in, and forget the plan; each step may be done already."""
    try:
        for name in dict.fromkeys([*plan.former, *plan.new]):
            if name not in plan.new or (work / NEW / name).exists():
                _make_way(root, name, plan)
        for name in plan.new:
            if (work / NEW / name).exists():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (work / NEW / name).replace(root / name)
        for folder in _folders_of(plan.former):
            with suppress(OSError):  # something else stands in it
                (root / folder).rmdir()
        (work / PLAN).unlink()
    except OSError as error:
        raise OutputError(_unfinished(root, error)) from error
    clear(work)


def _make_way(root: Path, name: str, plan: Moves) -> None:
    """Move a file aside that is kept, or remove it where no successor will replace it."""
    path, aside = root / name, root / plan.aside / name
    if not lexists(path):
        return
    is_as_written = path.is_file() and digest(path) == plan.former.get(name)
    if plan.keep or not is_as_written:
        if not aside.exists():
            aside.parent.mkdir(parents=True, exist_ok=True)
            path.rename(aside)
    elif name not in plan.new:
        path.unlink()


def _folders_of(names: Mapping[str, str]) -> Iterator[str]:
    """Yield the folders that names lead through, the deepest first."""
    found = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    yield from sorted(found - {"."}, key=len, reverse=True)


def _bring(staged: Path, place: Path) -> None:
    """Move a folder, also where one disk is bound in at two places and renaming is refused."""
    try:
        staged.rename(place)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        copytree(staged, place)
        rmtree(staged, ignore_errors=True)


def _exchange(one: Path, other: Path) -> None:
    """Exchange two folders as one operation of the file system.

    References
    ----------
    https://man7.org/linux/man-pages/man2/renameat2.2.html

    """
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        system = ctypes.CDLL(None, use_errno=True)
        failed = system.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE)
    elif sys.platform == "darwin":
        system = ctypes.CDLL(None, use_errno=True)
        failed = system.renamex_np(*names, RENAME_EXCHANGE)
    else:
        raise OSError(ENOSYS, os.strerror(ENOSYS))
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _unfinished(root: Path, error: OSError) -> Problem:
    return Problem(
        code="report-unfinished",
        place=str(root),
        found=say("a new report of which a part is not in its place yet: {error}", error=error),
        expected=say("files that no other program holds, and a disk that can be written"),
        remedy=say(
            "close them; `innobudget verify` of the folder, or the next run, does what is left"
        ),
    )
