"""The sheets of an xlsx package: how far they reach, and which cells have no usable value."""

import re
from array import array
from posixpath import join, normpath

from innobudget.io.sheets.cells import column_number
from innobudget.io.sheets.scanning.extent import Extent, Faults
from innobudget.io.sheets.scanning.package import Package
from innobudget.io.sheets.scanning.xml_parts import Attributes, Names, attribute, walk
from innobudget.messages import say

NO_VALUE = say("a formula without a saved value")
WORKBOOK = "xl/workbook.xml"
_ADDRESS = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")


def scan_spreadsheet(package: Package) -> dict[str, Faults]:
    """Walk through every sheet of an xlsx package.

    Raises
    ------
    InputError
        If its cells or their texts are more than any budget has.
    ExpatError, ValueError
        If a part is no XML.

    """
    targets = relations(package, WORKBOOK)
    lengths = _text_lengths(package)
    faults: dict[str, Faults] = {}
    names = Names()

    def begin(name: str, attributes: Attributes) -> None:
        if names[name] == "sheet":
            sheet = attributes.get("name", "")
            part = targets.get(attribute(attributes, "id") or "", "")
            if part in package:
                faults[sheet] = _scan_sheet(package, part, sheet, lengths)

    with package.part(WORKBOOK) as part:
        walk(part, begin)
    return faults


def relations(package: Package, workbook: str) -> dict[str, str]:
    """Return the part that each relation of a workbook names."""
    folder, _, name = workbook.rpartition("/")
    targets: dict[str, str] = {}

    def begin(_: str, attributes: Attributes) -> None:
        target = attributes.get("Target", "").replace("\\", "/")
        whole = target.startswith(("/", f"{folder}/"))
        targets[attributes.get("Id", "")] = normpath(target if whole else join(folder, target))

    with package.part(f"{folder}/_rels/{name}.rels") as part:
        walk(part, begin)
    return targets


def _text_lengths(package: Package) -> "array[int]":
    """Return how many letters each shared text has, marks of pronunciation too."""
    lengths = array("l")
    name = "xl/sharedStrings.xml"
    if name not in package:
        return lengths

    names = Names()

    def begin(element: str, _: Attributes) -> None:
        if names[element] == "si":
            lengths.append(0)

    def text(piece: str) -> None:
        if lengths:
            lengths[-1] += len(piece)

    with package.part(name) as part:
        walk(part, begin, text=text)
    return lengths


def _scan_sheet(package: Package, part: str, sheet: str, lengths: "array[int]") -> Faults:
    extent = Extent(package.room, sheet)
    cells = _Cells(extent, lengths)
    with package.part(part) as opened:
        walk(opened, cells.begin, cells.end, cells.text)
    extent.close()
    return cells.faults


class _Cells:
    """The cells of one sheet, one after the other."""

    __slots__ = (
        *("at", "column", "extent", "faults", "filled", "formula", "in_value", "kind", "lengths"),
        *("names", "row", "value"),
    )

    def __init__(self, extent: Extent, lengths: "array[int]") -> None:
        self.extent, self.lengths, self.faults = extent, lengths, Faults()
        self.names = Names()
        self.row = self.column = 0
        """Where a cell without an address stands, as readers count."""
        self.kind = ""
        """Of the cell that is open; empty: none is."""
        self.at = (0, 0)
        self.filled = self.formula = self.in_value = False
        self.value = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        name = self.names[name]
        if self.kind:
            self.filled = True
            if name == "v":
                self.in_value = True
            elif name == "f":
                self.formula = True
        elif name == "c":
            found = _ADDRESS.fullmatch(attributes.get("r", ""))
            if found:
                self.column = column_number(found[1])
                self.at = int(found[2]) - 1, self.column
            else:
                self.at = self.row, self.column
            self.kind = attributes.get("t") or "n"
            self.filled = self.formula = False
            self.value = ""
        elif name == "row" and (number := attributes.get("r", "")).isdecimal():
            self.row = int(number[:10]) - 1

    def text(self, piece: str) -> None:
        if self.in_value:
            self.value += piece
        elif self.kind:
            self.extent.write(len(piece))

    def end(self, name: str) -> None:
        name = self.names[name]
        if name == "c":
            if self.filled:
                self._close()
            self.kind = ""
            self.in_value = False
            self.column += 1
        elif name == "v":
            self.in_value = False
        elif name == "row":
            self.row, self.column = self.row + 1, 0

    def _close(self) -> None:
        self.extent.reach(*self.at)
        if self.kind == "n":
            if self.formula and not self.value:
                self.faults[self.at] = NO_VALUE
        elif self.kind == "s":
            number = int(self.value) if self.value.isdecimal() and len(self.value) < 10 else -1
            if 0 <= number < len(self.lengths):
                self.extent.write(self.lengths[number])
        elif self.kind == "e":
            self.faults[self.at] = self.value or say("an error")
        else:
            self.extent.write(len(self.value))
            if self.formula and self.kind != "str" and not self.value:
                self.faults[self.at] = NO_VALUE
