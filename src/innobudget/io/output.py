"""What the operating system refuses, in one block, and single files that are written whole."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EDQUOT, EFBIG, EIO, ENOSPC, EROFS
from hashlib import sha256
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType

from innobudget.errors import InnobudgetError, OutputError, Problem, reason_of
from innobudget.io.claims import WORK, claimed, cleared, work_beside
from innobudget.messages import linked, say

DISK_FULL = frozenset({ENOSPC, EDQUOT})
OF_THE_DISK = DISK_FULL | {EFBIG, EIO, EROFS}
"""What a library may have met before it raised an error of its own."""
NO_ROOM = 64 * 1024
"""A disk with less room than this is full: what a library could not write was larger. [bytes]"""


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Say in one block why a file or folder cannot be written.

    Of what is staged in a work folder, whoever staged it says so, with the place it is for.

    Raises
    ------
    OutputError
        For whatever the operating system refuses, also where a library made an error of its
        own of it, as XlsxWriter and Pillow do.

    """
    try:
        yield
    except InnobudgetError:
        raise
    except Exception as error:
        refusal = None if _work_above(target) else _refusal(error, target)
        if refusal is None:
            raise
        raise OutputError(_unwritable(target, refusal)) from error


@contextmanager
def staged_file(target: Path) -> Iterator[Path]:
    """Provide a path to write a file at; it takes its place once it is whole.

    From then on nothing interrupts until the work folder is gone.

    Raises
    ------
    OutputError
        For whatever the operating system refuses, or when another process writes it.

    """
    work = work_beside(target)
    with ExitStack() as to_the_end, writing(target):
        target.parent.stat()  # a folder that is not there is not made for a file
        with claimed(work, target), cleared(work):
            staged = work / target.name
            yield staged
            to_the_end.enter_context(undisturbed())
            staged.replace(target)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no Ctrl-C and no SIGTERM part what belongs together.

    What is done meanwhile takes milliseconds and is then done: the wish to stop came too late,
    and is not passed on.
    """
    if current_thread() is not main_thread():
        yield
        return
    former = {}
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            handler = signal.getsignal(number)
            if handler is not None:  # None: not set from Python, and cannot be set again
                former[number] = signal.signal(number, _wait)
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def _wait(_number: int, _frame: FrameType | None) -> None:
    """Do nothing about a signal."""


def _refusal(error: BaseException, target: Path) -> OSError | None:
    """Return what the system refused; None: the error is one of the program."""
    if isinstance(error, OSError) and error.errno is not None:
        return error
    wrapped = [item for item in error.args if isinstance(item, OSError)]
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in OF_THE_DISK:
            wrapped.append(seen)
        seen = seen.__cause__ or seen.__context__
    if wrapped:
        return wrapped[0]
    if _room(target) < NO_ROOM:
        return OSError(ENOSPC, "No space left on device")
    return error if isinstance(error, OSError) else None


def _room(target: Path) -> int:
    """Return how much room there is where a file or folder is to stand. [bytes]"""
    for folder in (target, *target.absolute().parents):
        try:
            return shutil.disk_usage(folder).free
        except OSError:
            continue
    return NO_ROOM


def _work_above(path: Path) -> Path | None:
    """Return the folder that a work folder stands in; None: the path leads through none."""
    above = [folder for folder in (path, *path.parents) if folder.name.startswith(".")]
    return next((folder.parent for folder in above if folder.name.endswith(WORK)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _unwritable(target: Path, error: OSError) -> Problem:
    refused = Path(error.filename or target)
    refused = _work_above(refused) or refused
    full = error.errno in DISK_FULL
    is_open = isinstance(error, PermissionError) and _is_file(refused)
    found: str = linked(": ", (refused.name or str(refused), reason_of(error)))
    remedy = say("close the file in Excel, or choose another place") if is_open else ""
    if full:
        found = say("a full disk: {reason}", reason=reason_of(error))
        remedy = say("make room on the disk, or choose another place")
    elif isinstance(error, FileExistsError | NotADirectoryError):
        found = say("a file where a folder is needed: {file}", file=refused)
    return Problem(
        code="not-written",
        place=str(target),
        found=found,
        expected=say("room for the whole of it") if full else say("a place that can be written"),
        remedy=remedy or say("choose another place"),
    )
