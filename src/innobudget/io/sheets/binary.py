"""Error cells of an old xls workbook, which a reader of values takes for empty.

An xls file is a small file system (Compound File Binary) with one stream of records (BIFF).
Only what is needed to walk the records is read.

References
----------
[MS-CFB] and [MS-XLS], Microsoft Open Specifications.

"""

import struct
from collections.abc import Iterator

from innobudget.io.sheets.extent import Extent

BOUND_SHEET, DIMENSIONS, END = 0x0085, 0x0200, 0x000A
DIMENSIONS_LENGTH = 14
FORMULA, BOOL_ERR, MULTIPLE = 0x0006, 0x0205, 0x00BD
ERROR_RESULT = 2
CELLS = frozenset({FORMULA, BOOL_ERR, MULTIPLE, 0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6})
"""Kinds of records that hold a cell, or several."""
END_OF_CHAIN = 0xFFFFFFFE
SMALL, SMALL_SECTOR = 4096, 64
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def scan_binary(file: str, content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Find the error cells of an xls workbook, and refuse sheets without end.

    Parameters
    ----------
    file
        Its name, for messages.
    content
        The file.

    Returns
    -------
    dict
        By sheet name, then by row and column from 0: the error. Empty where the file is no
        whole workbook, which the reader of values then says.

    Raises
    ------
    InputError
        If a sheet's cells lie too far apart.

    """
    try:
        stream = _workbook_stream(content)
        return {name: _errors(file, name, stream, start) for name, start in _sheets(stream)}
    except (struct.error, IndexError, KeyError, UnicodeDecodeError):
        return {}


def _workbook_stream(content: bytes) -> bytes:
    """Return the stream of records; empty where there is none."""
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    count, first = struct.unpack_from("<II", content, 44)
    places = struct.unpack_from("<109I", content, 76)[:count]
    sectors = content[size:]
    chain = _integers(b"".join(sectors[place * size : (place + 1) * size] for place in places))
    directory = _follow(sectors, chain, first, size)
    entries = dict(_entries(directory))
    start, length = entries.get("Workbook") or entries.get("Book") or (END_OF_CHAIN, 0)
    if length >= SMALL:
        return _follow(sectors, chain, start, size)[:length]
    small = _follow(sectors, chain, entries["Root Entry"][0], size)
    small_chain = _integers(_follow(sectors, chain, struct.unpack_from("<I", content, 60)[0], size))
    return _follow(small, small_chain, start, SMALL_SECTOR)[:length]


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name of every stream, its first sector and its length."""
    for at in range(0, len(directory), 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        yield name, struct.unpack_from("<II", directory, at + 116)


def _integers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table)


def _follow(sectors: bytes, chain: tuple[int, ...], start: int, size: int) -> bytes:
    """Join the sectors of a chain; one that bites its tail ends after every sector once."""
    parts: list[bytes] = []
    place = start
    while place < END_OF_CHAIN - 4 and len(parts) <= len(chain):
        parts.append(sectors[place * size : (place + 1) * size])
        place = chain[place]
    return b"".join(parts)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        if kind == END:
            return
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, body in _records(stream, 0):
        if kind == BOUND_SHEET:
            start, _, length, wide = struct.unpack_from("<IHBB", body)
            text = body[8:]
            yield (
                (
                    text[: 2 * length].decode("utf-16-le")
                    if wide
                    else text[:length].decode("latin-1")
                ),
                start,
            )


def _errors(file: str, sheet: str, stream: bytes, start: int) -> dict[tuple[int, int], str]:
    faults: dict[tuple[int, int], str] = {}
    extent = Extent()
    for kind, body in _records(stream, start):
        if kind == DIMENSIONS and len(body) >= DIMENSIONS_LENGTH:
            _, rows, _, columns = struct.unpack_from("<IIHH", body)
            extent.reach(rows - 1, columns - 1)
        if kind not in CELLS:
            continue
        row, column = struct.unpack_from("<HH", body)
        last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == MULTIPLE else column
        extent.reach(row, last)
        if kind == BOOL_ERR and body[7]:
            faults[row, column] = ERRORS.get(body[6], "an error")
        elif kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == ERROR_RESULT:
            faults[row, column] = ERRORS.get(body[8], "an error")
    extent.check(file, sheet)
    return faults
