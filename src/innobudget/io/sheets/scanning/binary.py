"""The sheets of an xls workbook: how far they reach, and which cells are errors.

Its records are walked as calamine walks them, so that what it would make is measured.

References
----------
[MS-XLS], Microsoft Open Specifications.

"""

import struct
from array import array
from collections.abc import Iterator

from innobudget.io.sheets.refusals import ContradictionError
from innobudget.io.sheets.scanning.compound import workbook_stream
from innobudget.io.sheets.scanning.extent import Beneath, Extent, Room
from innobudget.messages import say

BEGIN, END, CONTINUE = 0x0809, 0x000A, 0x003C
BOUND_SHEET, TEXTS, DIMENSIONS = 0x0085, 0x00FC, 0x0200
FORMULA, BOOL_ERR, MULTIPLE, TEXT_CELL, LABEL = 0x0006, 0x0205, 0x00BD, 0x00FD, 0x0204
DIMENSIONS_LENGTH = 14
MOST = (65_536, 256)
"""Rows and columns of a sheet."""
ERROR_RESULT = 2
WIDE, SOUNDED, RICH = 1, 4, 8
"""How a text is kept: two bytes a letter, with its pronunciation, with changes of font."""
CELLS = frozenset({FORMULA, BOOL_ERR, MULTIPLE, TEXT_CELL, LABEL, 0x0203, 0x027E, 0x00D6})
"""Kinds of records that hold a cell, or several."""
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def scan_binary(room: Room, content: bytes) -> dict[str, Beneath]:
    """Walk through every sheet of an xls workbook.

    Raises
    ------
    InputError
        If its cells or their texts are more than any budget has.
    ValueError, struct.error, LookupError, RuntimeError
        If the file is no whole workbook.

    """
    stream = workbook_stream(content)
    lengths = _text_lengths(stream)
    return {
        name: _scan_sheet(stream, start, Extent(room, name, MOST), lengths)
        for name, start in _sheets(stream)
    }


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of one part of the stream, without those of charts within it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == BEGIN:
            depth += 1
        if depth <= 1:
            yield kind, stream[at : at + length]
        if kind == END:
            depth -= 1
            if depth <= 0:
                return
        at += length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, body in _records(stream, 0):
        if kind == BOUND_SHEET:
            start, _, length, wide = struct.unpack_from("<IHBB", body)
            text = body[8:]
            if wide & 1:
                yield text[: 2 * length].decode("utf-16-le"), start
            else:
                yield text[:length].decode("latin-1"), start


def _text_lengths(stream: bytes) -> "array[int]":
    """Return how many letters each shared text has."""
    bodies: list[bytes] = []
    for kind, body in _records(stream, 0):
        if kind == TEXTS:
            bodies = [body[8:]]
        elif kind == CONTINUE and bodies:
            bodies.append(body)
        elif bodies:
            break
    lengths = array("l")
    pieces = iter(bodies)
    left = next(pieces, b"")
    while left or (left := next(pieces, b"")):
        letters, left = _pass_text(left, pieces)
        lengths.append(letters)
    return lengths


def _pass_text(left: bytes, pieces: Iterator[bytes]) -> tuple[int, bytes]:
    """Return a text's letters and what follows it; it may go on in the next record."""
    letters, flags = struct.unpack_from("<HB", left)
    at = 3
    runs = struct.unpack_from("<H", left, at)[0] if flags & RICH else 0
    at += 2 if flags & RICH else 0
    more = struct.unpack_from("<I", left, at)[0] if flags & SOUNDED else 0
    at += 4 if flags & SOUNDED else 0
    left, missing = left[at:], letters
    while missing:
        size = 2 if flags & WIDE else 1
        taken = min(missing, len(left) // size)
        left, missing = left[taken * size :], missing - taken
        if missing:
            left = _next(pieces)
            flags, left = left[0], left[1:]
    missing = 4 * runs + more
    while missing > len(left):
        missing -= len(left)
        left = _next(pieces)
    return letters, left[missing:]


def _next(pieces: Iterator[bytes]) -> bytes:
    """Return the record in which a text goes on."""
    for piece in pieces:
        if piece:
            return piece
    raise ContradictionError(say("a text that breaks off"))


def _scan_sheet(stream: bytes, start: int, extent: Extent, lengths: "array[int]") -> Beneath:
    beneath = Beneath()
    for kind, body in _records(stream, start):
        if kind == DIMENSIONS and len(body) >= DIMENSIONS_LENGTH:
            _, rows, _, columns = struct.unpack_from("<IIHH", body)
            extent.reach(rows - 1, columns - 1)
        if kind not in CELLS:
            continue
        row, column = struct.unpack_from("<HH", body)
        last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind == MULTIPLE else column
        extent.reach(row, last)
        if kind == TEXT_CELL:
            number = struct.unpack_from("<I", body, 6)[0]
            extent.write(lengths[number] if number < len(lengths) else 0)
        if kind == BOOL_ERR and body[7]:
            beneath.faults[row, column] = ERRORS.get(body[6], say("an error"))
        elif kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == ERROR_RESULT:
            beneath.faults[row, column] = ERRORS.get(body[8], say("an error"))
    extent.close()
    return beneath
