"""The sheets of an xlsb package: how far they reach, and which cells are errors.

Its parts are streams of records (BIFF12); only what is needed to walk them is read.

References
----------
[MS-XLSB], Microsoft Open Specifications.

"""

import struct
from array import array
from collections.abc import Iterator

from innobudget.io.sheets.scanning.binary import ERRORS
from innobudget.io.sheets.scanning.extent import Beneath, Extent
from innobudget.io.sheets.scanning.package import Package
from innobudget.io.sheets.scanning.spreadsheet import relations
from innobudget.messages import say

WORKBOOK, TEXTS = "xl/workbook.bin", "xl/sharedStrings.bin"
ROW, SHEET, TEXT = 0, 156, 19
CELLS = range(2, 12)
ERROR_CELLS = (3, 11)
TEXT_CELL, OWN_TEXTS = 7, (6, 8)


def scan_binary_package(package: Package) -> dict[str, Beneath]:
    """Walk through every sheet of an xlsb package.

    Raises
    ------
    InputError
        If its cells or their texts are more than any budget has.
    ValueError, struct.error, LookupError
        If a part breaks off.

    """
    targets = relations(package, WORKBOOK)
    lengths = _text_lengths(package)
    found: dict[str, Beneath] = {}
    for kind, body in _records(_read(package, WORKBOOK)):
        if kind == SHEET:
            relation, end = _text(body, 8)
            name, _ = _text(body, end)
            part = targets.get(relation, "")
            if part in package:
                extent = Extent(package.room, name)
                found[name] = _scan_sheet(_read(package, part), extent, lengths)
    return found


def _read(package: Package, name: str) -> bytes:
    with package.part(name) as part:
        return part.read()


def _text_lengths(package: Package) -> "array[int]":
    if TEXTS not in package:
        return array("l")
    texts = (body for kind, body in _records(_read(package, TEXTS)) if kind == TEXT)
    return array("l", (_integer(body, 1) for body in texts))


def _scan_sheet(stream: bytes, extent: Extent, lengths: "array[int]") -> Beneath:
    beneath = Beneath()
    row = 0
    for kind, body in _records(stream):
        if kind == ROW:
            row = _integer(body, 0)
        elif kind in CELLS:
            column = _integer(body, 0)
            extent.reach(row, column)
            if kind in ERROR_CELLS:
                beneath.faults[row, column] = ERRORS.get(body[8], say("an error"))
            elif kind in OWN_TEXTS:
                extent.write(_integer(body, 8))
            elif kind == TEXT_CELL and (number := _integer(body, 8)) < len(lengths):
                extent.write(lengths[number])
    extent.close()
    return beneath


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(stream):
        kind, at = _number(stream, at, 2)
        length, at = _number(stream, at, 4)
        yield kind, stream[at : at + length]
        at += length


def _number(stream: bytes, at: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte, the lowest first."""
    value = 0
    for place in range(most):
        value |= (stream[at] & 0x7F) << (7 * place)
        at += 1
        if stream[at - 1] < 0x80:
            break
    return value, at


def _integer(body: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", body, at)[0])


def _text(body: bytes, at: int) -> tuple[str, int]:
    end = at + 4 + 2 * _integer(body, at)
    return body[at + 4 : end].decode("utf-16-le"), end
