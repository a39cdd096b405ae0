"""The sheets of an ods package: how far they reach, and which cells are errors."""

import re

from innobudget.io.sheets.refusals import protected
from innobudget.io.sheets.scanning.extent import Beneath, Extent
from innobudget.io.sheets.scanning.package import Package
from innobudget.io.sheets.scanning.xml_parts import Attributes, Names, attribute, walk

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
CELLS = frozenset({"table-cell", "covered-table-cell"})
VALUES = ("string-value", "value", "date-value", "time-value", "boolean-value")
SHOWN = 20
"""Longer texts are no errors. [characters]"""
_ERROR = re.compile(r"#[A-Z/0]+[!?]|#N/A|Err:\d+")


def scan_opendocument(package: Package) -> dict[str, Beneath]:
    """Walk through every sheet of an ods package.

    Raises
    ------
    InputError
        If it asks for a password, or its cells or their texts are more than any budget has.
    ExpatError, ValueError
        If a part is no XML, or a number none.

    """

    def begin(name: str, _: Attributes) -> None:
        if name.rpartition(":")[2] == "encryption-data":
            raise protected(package.room.file)

    if MANIFEST in package:
        with package.part(MANIFEST) as part:
            walk(part, begin)
    tables = _Tables(package)
    with package.part(CONTENT) as part:
        walk(part, tables.begin, tables.end, tables.text)
    return tables.found


class _Tables:
    """The tables of a document, one after the other."""

    def __init__(self, package: Package) -> None:
        self.found: dict[str, Beneath] = {}
        self.names = Names()
        self.room = package.room
        self.extent = Extent(self.room, "")
        self.row = self.column = self.rows = self.columns = self.letters = 0
        self.open = self.formula = self.filled = False
        self.shown = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        name = self.names[name]
        if name in CELLS:
            self.columns = _times(attributes, "number-columns-repeated")
            self.formula = attribute(attributes, "formula") is not None
            values = [value for key in VALUES if (value := attribute(attributes, key))]
            self.open, self.shown, self.filled = True, "", bool(values) or self.formula
            self.letters = sum(map(len, values))
        elif name == "table-row":
            self.rows = _times(attributes, "number-rows-repeated")
        elif name == "table":
            sheet = attribute(attributes, "name") or ""
            self.extent, self.row, self.column = Extent(self.room, sheet), 0, 0
            self.found[sheet] = Beneath()

    def text(self, piece: str) -> None:
        if self.open:
            self.letters += len(piece)
            if len(self.shown) <= SHOWN:
                self.shown += piece.strip()

    def end(self, name: str) -> None:
        name = self.names[name]
        if name in CELLS:
            self._close_cell()
        elif name == "table-row":
            if self.extent.bottom == self.row:
                self.extent.reach(self.row + self.rows - 1, 0)
            self.row, self.column = self.row + self.rows, 0
        elif name == "table":
            self.extent.close()

    def _close_cell(self) -> None:
        self.open = False
        if self.shown or self.filled:
            self.extent.reach(self.row, self.column + self.columns - 1)
            self.extent.write(self.letters * self.columns * max(self.rows, 1))
        if self.formula and _ERROR.fullmatch(self.shown):
            self.found[self.extent.sheet].faults[self.row, self.column] = self.shown
        self.column += self.columns


def _times(attributes: Attributes, name: str) -> int:
    return int(attribute(attributes, name) or "1")
