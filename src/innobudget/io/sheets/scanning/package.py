"""A zip package whose parts are found and measured as readers find and read them."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from innobudget.io.sheets.refusals import ContradictionError, protected
from innobudget.io.sheets.scanning import extent
from innobudget.io.sheets.scanning.extent import Room
from innobudget.messages import say

CHUNK = 1 << 20
ENCRYPTED = 1
MOST_PARTS = 20_000
LISTED = b"PK\x01\x02"
"""Begins what a package says of a part."""


class Package:
    """Parts by name; case and the kind of slash do not matter, as they do not to readers."""

    def __init__(self, room: Room, content: bytes) -> None:
        """Read every part through, so that what the package says of its sizes is not relied on.

        Raises
        ------
        InputError
            If it asks for a password, or unpacks to more than any budget.
        BadZipFile, zlib.error, …
            If it is damaged, or has two parts of one name.

        """
        self.room = room
        if content.count(LISTED) > MOST_PARTS:
            raise room.too_large(say("a package of more than {most:,} parts", most=MOST_PARTS))
        self._zip = ZipFile(BytesIO(content))
        self._entries: dict[str, ZipInfo] = {}
        for entry in self._zip.infolist():
            if entry.is_dir():
                continue
            if entry.flag_bits & ENCRYPTED:
                raise protected(room.file)
            if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
                raise ContradictionError(
                    say("{name}, packed as no spreadsheet program does", name=entry.filename)
                )
            name = part_name(entry.filename)
            if name in self._entries:
                raise ContradictionError(say("two parts of the name {name}", name=name))
            self._entries[name] = entry
        self._measure()

    def __contains__(self, name: str) -> bool:
        """Say whether there is such a part."""
        return part_name(name) in self._entries

    @contextmanager
    def part(self, name: str) -> Iterator[IO[bytes]]:
        """Open a part."""
        with self._zip.open(self._entries[part_name(name)]) as opened:
            yield opened

    def _measure(self) -> None:
        left = extent.UNPACKED_BYTES
        for name in self._entries:
            with self.part(name) as opened:
                while piece := opened.read(CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise self.room.too_large(
                            say(
                                "a file that unpacks to more than {most:,} bytes",
                                most=extent.UNPACKED_BYTES,
                            )
                        )


def part_name(written: str) -> str:
    r"""Return the name that a part is known by.

    Examples
    --------
    >>> part_name("xl\\Worksheets/Sheet1.XML"), part_name("/xl/workbook.xml")
    ('xl/worksheets/sheet1.xml', 'xl/workbook.xml')

    """
    return written.replace("\\", "/").lstrip("/").lower()
