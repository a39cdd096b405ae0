"""The sheets of an xlsx package: how far they reach, and which cells have no usable value."""

import re
from array import array
from posixpath import join, normpath

from innobudget.io.sheets.cells import column_number
from innobudget.io.sheets.scanning.extent import Beneath, Extent
from innobudget.io.sheets.scanning.package import Package
from innobudget.io.sheets.scanning.xml_parts import Attributes, Names, attribute, walk
from innobudget.messages import say

NO_VALUE = say("a formula without a saved value")
WORKBOOK = "xl/workbook.xml"
TRUE = frozenset({"1", "true"})
CONTENT = frozenset({"v", "f", "is"})
"""Elements by which a cell is filled."""
_DIGITS = "0123456789"
_LETTERS = re.compile(r"[A-Za-z]{1,7}")


def scan_spreadsheet(package: Package) -> dict[str, Beneath]:
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
    found: dict[str, Beneath] = {}
    names = Names()

    def begin(name: str, attributes: Attributes) -> None:
        if names[name] == "sheet":
            sheet = attributes.get("name", "")
            part = targets.get(attribute(attributes, "id") or "", "")
            if part in package:
                found[sheet] = _scan_sheet(package, part, sheet, lengths)

    with package.part(WORKBOOK) as part:
        walk(part, begin)
    return found


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


def _scan_sheet(package: Package, part: str, sheet: str, lengths: "array[int]") -> Beneath:
    extent = Extent(package.room, sheet)
    cells = _Cells(extent, lengths)
    with package.part(part) as opened:
        walk(opened, cells.begin, text=cells.text)
    cells.close()
    extent.close()
    return cells.beneath


class _Columns(dict[str, int]):
    """Columns by their letters, each read once; -1 for what is no letters."""

    def __missing__(self, letters: str) -> int:
        """Read the letters of a column."""
        self[letters] = column_number(letters) if _LETTERS.fullmatch(letters) else -1
        return self[letters]


class _Cells:
    """The cells of one sheet, each closed when the next one begins."""

    __slots__ = (
        *("at", "beneath", "column", "columns", "computed", "extent", "filled", "formula"),
        *("inside", "kind", "lengths", "names", "row", "value"),
    )

    def __init__(self, extent: Extent, lengths: "array[int]") -> None:
        self.extent, self.lengths, self.beneath = extent, lengths, Beneath()
        self.names, self.columns = Names(), _Columns()
        self.row = self.column = -1
        """Where the last cell stands, as readers count those without an address."""
        self.at = (-1, -1)
        self.kind = self.inside = self.value = ""
        """Of the cell that is open, and which of its elements is; empty: none is."""
        self.filled = self.computed = False
        self.formula: str | None = None

    def begin(self, name: str, attributes: Attributes) -> None:
        name = self.names[name]
        if name == "c":
            if self.filled:
                self.close()
            self._open(attributes.get("r", ""))
            self.kind = attributes.get("t") or "n"
            self.formula, self.value, self.inside = None, "", ""
        elif name in CONTENT and self.kind:
            self.inside, self.filled = name, True
            if name == "f":
                self.formula = ""
        elif name == "mergeCell":
            self.beneath.merged.append(attributes.get("ref", ""))
        elif self.kind and name != "row":
            self.inside = name
            if name == "extLst":  # at the end of a sheet, too: what stands in it is in no cell
                self.close()
                self.kind = self.inside = ""
        else:
            self._begin_part(name, attributes)

    def _begin_part(self, name: str, attributes: Attributes) -> None:
        """Begin a row, or say which columns are hidden."""
        if name == "row":
            number = attributes.get("r", "")
            self.row = int(number[:10]) - 1 if number.isdecimal() else self.row + 1
            self.column = -1
            if attributes.get("hidden") in TRUE or attributes.get("ht") == "0":
                self.beneath.hidden_rows.add(self.row)
        elif name == "col" and (attributes.get("hidden") in TRUE or attributes.get("width") == "0"):
            first, last = (int(attributes.get(key, "1")) for key in ("min", "max"))
            self.beneath.hidden_columns.add(range(first - 1, last))

    def _open(self, address: str) -> None:
        """Begin a cell; one without an address stands beside the one before it."""
        letters = address.rstrip(_DIGITS)
        column, number = self.columns[letters], address[len(letters) :]
        if column < 0 or not 0 < len(number) < 10:
            self.column += 1
            self.at = self.row, self.column
        else:
            self.column = column
            self.at = int(number) - 1, column

    def text(self, piece: str) -> None:
        if self.inside == "v":
            self.value += piece
            return
        if self.inside:
            self.extent.write(len(piece))
        if self.inside == "f":
            self.formula = (self.formula or "") + piece

    def close(self) -> None:
        """Take what the open cell holds, if one is."""
        if not self.filled:
            return
        self.filled = False
        self.extent.reach(*self.at)
        if self.kind == "n" and self.formula is None:
            return  # as nearly all
        value = self.value.strip()
        if self.formula is not None:
            self._compare(self.formula.strip(), value)
        if self.kind == "n":
            if not value:
                self.beneath.faults[self.at] = NO_VALUE
        elif self.kind == "s":
            number = int(value) if value.isdecimal() and len(value) < 10 else -1
            if 0 <= number < len(self.lengths):
                self.extent.write(self.lengths[number])
        elif self.kind == "e":
            self.beneath.faults[self.at] = value or say("an error")
        else:
            self.extent.write(len(self.value))
            if self.formula is not None and self.kind != "str" and not value:
                self.beneath.faults[self.at] = NO_VALUE

    def _compare(self, formula: str, value: str) -> None:
        """Keep the formulas of a sheet as long as all of them hold 0."""
        self.computed |= bool(formula) and value not in {"0", "0.0"}
        if self.computed:
            self.beneath.zeros.clear()
        elif formula:
            self.beneath.zeros[self.at] = formula
