"""What stands in an xlsx, xlsb or ods package that a reader of values does not say.

Error cells and formulas without a saved value, with addresses, found in the raw XML; and
guards against packages that are larger than any budget.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from python_calamine import PasswordError

from innobudget.io.sheets import extent
from innobudget.io.sheets.binary_package import scan_binary_package
from innobudget.io.sheets.cells import column_number
from innobudget.io.sheets.opendocument import scan_opendocument

CHUNK = 1 << 20
ENCRYPTED = 1
NO_VALUE = "a formula without a saved value"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^>/])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_ADDRESS = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_SAVED = re.compile(rb"<(?:\w+:)?v\b[^>/]*>(.*?)</(?:\w+:)?v>", re.DOTALL)
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")


def scan_package(file: str, content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Find the cells of an xlsx package that have no usable value.

    Parameters
    ----------
    file
        Its name, for messages.
    content
        The package.

    Returns
    -------
    dict
        By sheet name, then by row and column from 0: what stands in the cell instead.

    Raises
    ------
    InputError
        If the package unpacks to more than any budget needs, or a sheet's cells lie too far
        apart.

    """
    with ZipFile(BytesIO(content)) as package:
        unpacked = sum(entry.file_size for entry in package.infolist())
        if unpacked > extent.UNPACKED_BYTES:
            raise extent.too_large(file, f"a file that unpacks to {unpacked:,} bytes")
        _check_sizes(package)
        names = set(package.namelist())
        if "content.xml" in names:
            with package.open("content.xml") as xml:
                return scan_opendocument(file, xml)
        if "xl/workbook.bin" in names:
            return scan_binary_package(file, package, _targets(package, "xl/workbook.bin"))
        return {
            name: _faults(file, name, package.read(part)) for name, part in _sheet_parts(package)
        }


def _check_sizes(package: ZipFile) -> None:
    """Read the parts through: one that unpacks to more than it states is damaged."""
    for entry in package.infolist():
        if entry.flag_bits & ENCRYPTED:
            raise PasswordError(entry.filename)
        with package.open(entry) as part:
            while part.read(CHUNK):
                pass


def _targets(package: ZipFile, workbook: str) -> dict[str | None, str]:
    """Return the part that each relation of the workbook names."""
    folder, _, name = workbook.rpartition("/")
    relations = fromstring(package.read(f"{folder}/_rels/{name}.rels"))
    return {relation.get("Id"): relation.get("Target", "") for relation in relations}


def _sheet_parts(package: ZipFile) -> Iterator[tuple[str, str]]:
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return
    targets = _targets(package, "xl/workbook.xml")
    for element in fromstring(package.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(_RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                yield element.get("name", ""), part


def _faults(file: str, sheet: str, xml: bytes) -> dict[tuple[int, int], str]:
    faults: dict[tuple[int, int], str] = {}
    bottom = right = 0
    suspect = b't="e"' in xml or _FORMULA.search(xml)
    for cell in _CELL.finditer(xml):
        address = _ADDRESS.search(cell[1])
        if address is None:
            continue
        row, letters = int(address[2]) - 1, address[1]
        bottom = max(bottom, row)
        if len(letters) > 1:
            right = max(right, column_number(letters.decode()))
        if suspect and (fault := _fault(cell[1], cell[2])):
            faults[row, column_number(letters.decode())] = fault
    extent.Extent(bottom, right).check(file, sheet)
    return faults


def _fault(attributes: bytes, body: bytes) -> str:
    if b't="e"' in attributes:
        saved = _SAVED.search(body)
        return saved[1].decode("utf-8", "replace") if saved else "an error"
    if _FORMULA.search(body) and b't="str"' not in attributes:
        saved = _SAVED.search(body)
        return "" if saved and saved[1] else NO_VALUE
    return ""
