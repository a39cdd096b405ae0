"""The values of a workbook's cells, read in a process of its own.

Run as a program: the workbook on standard input, the reader's name and the limits as words; on
standard output a line of JSON for each sheet, and below it its rows in pieces. Readers in C and
Rust end their process where memory does, and loop where a file makes them: it is this one then,
not the one of the person who asked. It imports nothing of innobudget, to start quickly.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from typing import Any

Rows = Iterable[Sequence[object]]
About = dict[str, Any]

PIECE = 2_000
"""Rows in one line of output."""
SECTOR = 512
"""Old workbooks end with a whole sector; calamine does not foresee others."""


def limit(memory: int, seconds: int) -> None:
    """Let the system end this process before it takes more; where it cannot, others do.

    Parameters
    ----------
    memory
        Address space. [bytes]
    seconds
        Of processor time.

    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = {"RLIMIT_AS": memory, "RLIMIT_CPU": seconds, "RLIMIT_CORE": 0}
    for name, value in wanted.items():
        which = getattr(resource, name)
        _, most = resource.getrlimit(which)
        least = value if most == resource.RLIM_INFINITY else min(value, most)
        with suppress(ValueError, OSError):  # some systems know a limit and do not take it
            resource.setrlimit(which, (least, most))


def by_calamine(content: bytes) -> Iterator[tuple[About, Rows]]:
    """Yield every worksheet, hidden ones too, from its first row and column on."""
    from python_calamine import (  # noqa: PLC0415 - only this reader needs it
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    filled = content if content.startswith(b"PK") else content + bytes(-len(content) % SECTOR)
    workbook = CalamineWorkbook.from_filelike(BytesIO(filled))
    for meta in workbook.sheets_metadata:
        if meta.typ == SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(meta.name)
            about = {
                "name": meta.name,
                "hidden": meta.visible != SheetVisibleEnum.Visible,
                "merged": [(*first, *last) for first, last in sheet.merged_cell_ranges or ()],
            }
            yield about, sheet.to_python(skip_empty_area=False)


def by_openpyxl(content: bytes) -> Iterator[tuple[About, Rows]]:
    """Yield every worksheet with truth values and whole numbers as what they are."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only this reader needs it

    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        hidden = sheet.sheet_state != "visible"
        yield {"name": sheet.title, "hidden": hidden, "merged": []}, sheet.values


READERS: dict[str, Callable[[bytes], Iterator[tuple[About, Rows]]]] = {
    "calamine": by_calamine,
    "openpyxl": by_openpyxl,
}


def main(reader: str, memory: str, seconds: str) -> None:
    """Write the cells of the workbook on standard input."""
    content = sys.stdin.buffer.read()
    limit(int(memory), int(seconds))
    try:
        for about, rows in READERS[reader](content):
            _say(about)
            for piece in _pieces(rows):
                _say(piece)
    except MemoryError:
        _say({"too_large": True})
    except BaseException as error:  # noqa: BLE001 - a panic in Rust is no Exception
        _say({"error": str(error) or type(error).__name__, "kind": type(error).__name__})


def _say(words: object) -> None:
    sys.stdout.write(json.dumps(words, ensure_ascii=True, separators=(",", ":")) + "\n")


def _pieces(rows: Rows) -> Iterator[list[tuple[int, list[Any]]]]:
    """Yield rows that are not blank with their numbers, some at a time."""
    piece: list[tuple[int, list[Any]]] = []
    for number, row in enumerate(rows):
        cells = [cell if type(cell) in PLAIN else _plain(cell) for cell in row]
        while cells and cells[-1] in {None, ""}:
            cells.pop()
        if cells:
            piece.append((number, cells))
        if len(piece) == PIECE:
            yield piece
            piece = []
    yield piece


PLAIN = frozenset({float, str, int, bool, type(None)})


def _plain(cell: object) -> str:
    """Return a rarer kind of cell as text: a date, a time, a duration."""
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)


if __name__ == "__main__":
    main(*sys.argv[1:])
