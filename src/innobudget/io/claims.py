"""Folders that one process at a time works in, beside or in what it is to write.

The operating system holds the lock: it ends with the process that took it, however that ends.
A work folder that nobody holds was left by a process that was killed.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EAGAIN, EDEADLK, EWOULDBLOCK
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from innobudget.errors import OutputError, Problem
from innobudget.messages import say

WORK = "innobudget"
"""What the names of all work folders end in."""
LOCK = "lock"
LONGEST = 40
"""Of a name that the name of its work folder repeats. [characters]"""
ATTEMPTS = 100
HELD = frozenset({EACCES, EAGAIN, EDEADLK, EWOULDBLOCK})
"""What systems answer where another process holds a lock."""

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def work_beside(target: Path) -> Path:
    """Return the work folder beside a file or folder."""
    name = target.name
    if len(name) > LONGEST:  # systems allow 255 bytes
        name = f"{name[:LONGEST]}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}"
    return target.parent / f".{name}-{WORK}"


@contextmanager
def claimed(work: Path, target: Path) -> Iterator[None]:
    """Hold a work folder; it is removed afterwards, unless something was left in it.

    Parameters
    ----------
    work
        Made where it is missing, as are the folders above it; those are removed afterwards
        where nothing came to stand in them.
    target
        What is to be written, for the message.

    Raises
    ------
    OutputError
        When another process holds it.
    OSError
        When it cannot be made.

    """
    missing = [folder for folder in work.parents if not folder.exists()]
    handle = _held(work, target)
    try:
        yield
    finally:
        _release(work, handle)
        for folder in missing:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def cleared(work: Path) -> Iterator[None]:
    """Remove everything from a claimed work folder, before and after, but its lock."""
    clear(work)
    try:
        yield
    finally:
        clear(work)


def clear(work: Path) -> None:
    """Remove everything from a work folder but its lock; what cannot be removed stays."""
    for path in work.iterdir() if work.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            rmtree(path, ignore_errors=True)
        elif path.name != LOCK:
            with suppress(OSError):
                path.unlink()


def _held(work: Path, target: Path) -> int:
    """Take the lock of a work folder, and return the open file that holds it."""
    for _ in range(ATTEMPTS):
        work.mkdir(parents=True, exist_ok=True)
        try:
            found = {path.name for path in work.iterdir()}
            if found and LOCK not in found:
                raise OutputError(_not_ours(work))
            handle = _opened(work / LOCK)
        except FileNotFoundError:
            continue  # whoever held the folder has just removed it
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in HELD:
                os.close(handle)
                break
            # a file system without locks: two runs at once are then not found out
        if _is_at(handle, work / LOCK):
            return handle
        os.close(handle)
    raise OutputError(_busy(target))


def _opened(lock: Path) -> int:
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT)
    except PermissionError:  # of another user, whose lock can be tried all the same
        return os.open(lock, os.O_RDONLY)


def _is_at(handle: int, path: Path) -> bool:
    """Say whether an open file still stands at its path."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _release(work: Path, handle: int) -> None:
    if sys.platform == "win32":  # which removes no open file
        os.close(handle)
    with suppress(OSError):
        if [path.name for path in work.iterdir()] == [LOCK]:  # else something is to be resumed
            (work / LOCK).unlink()
            work.rmdir()
    if sys.platform != "win32":
        os.close(handle)


def _busy(target: Path) -> Problem:
    return Problem(
        code="folder-busy",
        place=str(target),
        found=say("another run that is writing there"),
        expected=say("one run at a time"),
        remedy=say("wait until the other run has ended, or choose another place with --out"),
    )


def _not_ours(work: Path) -> Problem:
    return Problem(
        code="folder-not-ours",
        place=str(work),
        found=say("a folder that no run of innobudget made"),
        expected=say("none of that name, in which innobudget works while it writes"),
        remedy=say("rename it, or choose another place with --out"),
    )
