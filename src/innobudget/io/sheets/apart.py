"""Workbooks read by a process of their own, which may end or hang without harm."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from innobudget.io.sheets import values
from innobudget.io.sheets.refusals import NOT_WHOLE, damaged, protected, too_large
from innobudget.messages import say

Reader = Literal["calamine", "openpyxl"]

MEMORY = 1_500_000_000
"""That a reader may take. [bytes]"""
SECONDS = 6
"""Of processor time that it may take for any workbook; more for a large one."""
BYTES_A_SECOND = 1_000_000
"""How much of a file gives it a second more."""
PATIENCE = 10
"""How many times as long is waited, since other programs run too."""
OUT_OF_MEMORY = (b"memory allocation", b"MemoryError", b"capacity overflow")
ASKS_FOR_ONE = "PasswordError"
IN_WORDS = frozenset({"CalamineError", "XmlError", "ZipError"})
"""Kinds of error of the readers whose words say something to whoever looks into the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The values of one worksheet."""

    name: str
    """Of the sheet."""
    hidden: bool
    """True where the workbook does not show it."""
    rows: tuple[tuple[Any, ...], ...]
    """From the first row and column on, each row as long as its last cell with a value."""
    merged: tuple[tuple[int, int, int, int], ...]
    """First row, first column, last row, last column of merged cells, within the sheet."""


def read_values(file: str, content: bytes, reader: Reader) -> tuple[Read, ...]:
    """Read every worksheet of a workbook that was found to be of a bearable size.

    Parameters
    ----------
    file
        Its name, for messages.
    content
        The file.
    reader
        The library that reads: calamine all kinds quickly, openpyxl xlsx with the types of
        its values.

    Raises
    ------
    InputError
        If the reader finds damage, or takes more memory or time than a whole workbook needs.

    """
    seconds = SECONDS + len(content) // BYTES_A_SECOND
    words = [sys.executable, "-P", values.__file__, reader, str(MEMORY), str(seconds)]
    paths = os.pathsep.join(str(Path(path)) for path in sys.path if path)
    try:
        done = subprocess.run(  # noqa: S603 - this Python, a file of this package, numbers
            words,
            input=content,
            capture_output=True,
            check=False,
            timeout=seconds * PATIENCE,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "ascii"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise damaged(
            file, say("a workbook that is not read after {seconds} seconds", seconds=seconds)
        ) from None
    if done.returncode:
        if any(word in done.stderr for word in OUT_OF_MEMORY):
            raise _takes_memory(file)
        raise damaged(file, say("a workbook on which its reader ends or goes round in circles"))
    return tuple(_sheets(file, map(json.loads, done.stdout.splitlines())))


def _sheets(file: str, lines: Iterator[Any]) -> Iterator[Read]:
    about: dict[str, Any] | None = None
    rows: list[tuple[Any, ...]] = []
    for line in lines:
        if isinstance(line, list):
            for number, cells in line:
                rows.extend(() for _ in range(number - len(rows)))
                rows.append(tuple(cells))
            continue
        if "error" in line:
            if line["kind"] == ASKS_FOR_ONE:
                raise protected(file)
            raise damaged(file, line["error"] if line["kind"] in IN_WORDS else NOT_WHOLE)
        if "too_large" in line:
            raise _takes_memory(file)
        if about is not None:
            yield _sheet(about, rows)
        about, rows = line, []
    if about is not None:
        yield _sheet(about, rows)


def _sheet(about: dict[str, Any], rows: list[tuple[Any, ...]]) -> Read:
    width = max(map(len, rows), default=0)
    merged = (
        (top, left, min(bottom, len(rows) - 1), min(right, width - 1))
        for top, left, bottom, right in about["merged"]
        if top < len(rows) and left < width
    )
    return Read(name=about["name"], hidden=about["hidden"], rows=tuple(rows), merged=tuple(merged))


def _takes_memory(file: str) -> Exception:
    found = say("a workbook whose reading takes more than {most:,} bytes of memory", most=MEMORY)
    return too_large(file, found, say("less, as any budget does"))
