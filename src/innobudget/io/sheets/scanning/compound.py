"""A Compound File, the small file system that an xls workbook is: its sectors and streams.

References
----------
[MS-CFB], Microsoft Open Specifications.

"""

import struct
from collections.abc import Iterator, Sequence

from innobudget.io.sheets.refusals import ContradictionError
from innobudget.messages import say

SIZES = {9: 512, 12: 4096}
"""Of a sector, by the power of two that the header says. [bytes]"""
LAST = 0xFFFFFFF9
"""The highest number of a sector; what is above says that a chain ends."""
SMALL, SMALL_SECTOR = 4096, 64
ENTRY = 128
MOST = 1 << 32
"""Length of a stream that does not say its own. [bytes]"""


def workbook_stream(content: bytes) -> bytes:
    """Return the records of an xls workbook.

    Raises
    ------
    ValueError, struct.error, LookupError
        If the file is no Compound File with a workbook, or its sectors run in circles.

    """
    size = SIZES[struct.unpack_from("<H", content, 30)[0]]
    sectors = content[size:]
    table = _integers(
        b"".join(_sector(sectors, place, size) for place in _table_sectors(content, sectors, size))
    )
    _require_ends(table)
    first = struct.unpack_from("<I", content, 48)[0]
    entries = dict(_entries(_follow(sectors, table, first, size)))
    start, length = entries.get("Workbook") or entries.get("Book") or (0, 0)
    if not length:
        raise ContradictionError(say("no workbook in it"))
    if length >= SMALL:
        return _follow(sectors, table, start, size, length)
    root, whole = entries["Root Entry"]
    small = _follow(sectors, table, root, size, whole)
    first, count = struct.unpack_from("<II", content, 60)
    small_table = _integers(_follow(sectors, table, first, size, count * size))
    _require_ends(small_table)
    return _follow(small, small_table, start, SMALL_SECTOR, length)


def _table_sectors(content: bytes, sectors: bytes, size: int) -> Iterator[int]:
    """Yield the sectors of the allocation table: some in the header, more in a chain."""
    yield from (place for place in struct.unpack_from("<109I", content, 76) if place <= LAST)
    place = struct.unpack_from("<I", content, 68)[0]
    seen: set[int] = set()
    while place <= LAST:
        if place in seen:
            raise ContradictionError(say("sectors that run in a circle"))
        seen.add(place)
        *more, place = _integers(_sector(sectors, place, size))
        yield from (one for one in more if one <= LAST)


def _require_ends(table: Sequence[int]) -> None:
    """Refuse a table in which a chain comes back to itself, wherever it begins."""
    done = bytearray(len(table))
    for start in range(len(table)):
        place, trail = start, []
        while place < len(table) and not done[place]:
            done[place] = 1
            trail.append(place)
            place = table[place]
        if place < len(table) and done[place] == 1 and trail:
            raise ContradictionError(say("sectors that run in a circle"))
        for one in trail:
            done[one] = 2


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name of every stream, its first sector and its length."""
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        yield name, struct.unpack_from("<II", directory, at + 116)


def _integers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _sector(sectors: bytes, place: int, size: int) -> bytes:
    return sectors[place * size : (place + 1) * size]


def _follow(
    sectors: bytes, table: Sequence[int], start: int, size: int, length: int = MOST
) -> bytes:
    """Join the sectors of a chain, as far as a stream's length says."""
    most = min(length, len(sectors))
    parts: list[bytes] = []
    place = start
    while place <= LAST and len(parts) * size < most:
        parts.append(_sector(sectors, place, size))
        place = table[place]
    return b"".join(parts)[:most]
