"""Error cells of an xlsb package, which a reader of values takes for empty.

Its parts are streams of records (BIFF12); only what is needed to walk them is read.

References
----------
[MS-XLSB], Microsoft Open Specifications.

"""

import struct
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from innobudget.io.sheets.binary import ERRORS
from innobudget.io.sheets.extent import Extent

ROW, SHEET = 0, 156
CELLS = range(2, 12)
ERROR_CELLS = (3, 11)


def scan_binary_package(
    file: str, package: ZipFile, targets: Mapping[str | None, str]
) -> dict[str, dict[tuple[int, int], str]]:
    """Find the error cells of every sheet, and refuse sheets without end.

    Parameters
    ----------
    file
        Its name, for messages.
    package
        The open package.
    targets
        Part by relation, of the workbook.

    Returns
    -------
    dict
        By sheet name, then by row and column from 0: the error.

    Raises
    ------
    InputError
        If a sheet's cells lie too far apart.

    """
    faults = {}
    for kind, body in _records(package.read("xl/workbook.bin")):
        if kind == SHEET:
            relation, end = _text(body, 8)
            name, _ = _text(body, end)
            part = f"xl/{targets.get(relation, '').removeprefix('/xl/')}"
            if part in package.namelist():
                faults[name] = _errors(file, name, package.read(part))
    return faults


def _errors(file: str, sheet: str, stream: bytes) -> dict[tuple[int, int], str]:
    faults: dict[tuple[int, int], str] = {}
    extent = Extent()
    row = 0
    for kind, body in _records(stream):
        if kind == ROW:
            row = struct.unpack_from("<I", body)[0]
        elif kind in CELLS:
            column = struct.unpack_from("<I", body)[0]
            extent.reach(row, column)
            if kind in ERROR_CELLS:
                faults[row, column] = ERRORS.get(body[8], "an error")
    extent.check(file, sheet)
    return faults


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


def _text(body: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * length
    return body[at + 4 : end].decode("utf-16-le"), end
