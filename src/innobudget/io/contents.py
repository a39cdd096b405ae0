"""The bytes of a file that somebody names, or why there are none to be had."""

import stat
from errno import ENAMETOOLONG
from pathlib import Path

from innobudget.errors import InputError, Problem, nearest, reason_of
from innobudget.messages import say, write

MOST_BYTES = 200_000_000
"""Of any file that is read: a budget of a hundred thousand lines has a tenth of it."""


def content_of(path: Path, *, expected: str, most: int = MOST_BYTES) -> bytes:
    """Read a file.

    Parameters
    ----------
    path
        Whatever a person has written.
    expected
        What should stand there, in words.
    most
        The largest size that is read. [bytes]

    Raises
    ------
    InputError
        If there is no such file, or it is a folder, a device, a pipe, too large, empty, or not
        to be read.

    """
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            found, remedy = say("a folder"), say("name a file in it")
            raise _refused(path, "file-is-a-folder", found, expected, remedy)
        if not stat.S_ISREG(kind.st_mode):
            found, remedy = say("a device or a pipe"), say("name a file on a disk")
            raise _refused(path, "file-unreadable", found, expected, remedy)
        if kind.st_size > most:
            found = say("a file of {size:,} bytes", size=kind.st_size)
            remedy = say("copy what belongs to the task into a new file")
            allowed = say("at most {most:,} bytes", most=most)
            raise _refused(path, "file-too-large", found, allowed, remedy)
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError([missing_file(path, place=_name(path), written=str(path))]) from None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == ENAMETOOLONG:
            problem = missing_file(path, place=_name(path), written=str(path))
            raise InputError([problem]) from None
        raise InputError([_unreadable(path, error)]) from None
    if not content.strip(b" \t\r\n\xef\xbb\xbf"):
        remedy = say("export or write it again, or name another file")
        raise _refused(path, "file-empty", say("an empty file"), expected, remedy)
    return content


def is_there(path: Path) -> bool:
    """Say whether there is a file or folder; a name that no system would take has none."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def missing_file(path: Path, *, place: str, written: str) -> Problem:
    """Say that there is no such file, and which one there is that has nearly its name."""
    try:
        files = sorted(path.parent.iterdir(), key=lambda file: file.suffix == path.suffix)
    except (OSError, ValueError):
        files = []
    by_stem = {file.stem: file.name for file in files}  # of two with one stem, that of the type
    stem = nearest(path.stem, by_stem)
    near = None if stem is None else by_stem[stem]
    return Problem(
        code="file-missing",
        place=place,
        found=say('no file "{written}"', written=written),
        expected=say('a file there; the folder has "{near}"', near=near)
        if near
        else say("a file there"),
        remedy=write(near) if near else say("correct the path"),
    )


def _name(path: Path) -> str:
    return path.name or str(path)


def _refused(path: Path, code: str, found: str, expected: str, remedy: str) -> InputError:
    return InputError(
        [Problem(code=code, place=_name(path), found=found, expected=expected, remedy=remedy)]
    )


def _unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """Say what the system answered; ValueError: a name with a NUL, which none takes."""
    no_name = say("a name that no system takes")
    return Problem(
        code="file-unreadable",
        place=_name(path),
        found=reason_of(error) if isinstance(error, OSError) else no_name,
        expected=say("a file that may be read"),
        remedy=say("close it in other programs, or see its name and its permissions"),
    )
