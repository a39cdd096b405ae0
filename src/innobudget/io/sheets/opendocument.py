"""Error cells of an ods package, which a reader of values takes for empty or zero."""

import re
from collections.abc import Iterator
from typing import IO, Any

from defusedxml.ElementTree import iterparse

from innobudget.io.sheets.extent import Extent

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ERROR = re.compile(r"#[A-Z/0]+[!?]|#N/A|Err:\d+")


def scan_opendocument(file: str, xml: IO[bytes]) -> dict[str, dict[tuple[int, int], str]]:
    """Find the error cells of every sheet, and refuse sheets without end.

    Parameters
    ----------
    file
        Its name, for messages.
    xml
        The part `content.xml`; read row by row.

    Returns
    -------
    dict
        By sheet name, then by row and column from 0: the error.

    Raises
    ------
    InputError
        If a sheet's cells lie too far apart.

    """
    faults: dict[str, dict[tuple[int, int], str]] = {}
    name, row, extent = "", 0, Extent()
    for event, element in iterparse(xml, events=("start", "end")):
        if event == "start" and element.tag == f"{TABLE}table":
            name, row, extent = element.get(f"{TABLE}name", ""), 0, Extent()
            faults[name] = {}
        elif event == "end" and element.tag == f"{TABLE}table-row":
            repeated = int(element.get(f"{TABLE}number-rows-repeated", "1"))
            faults[name].update(((row, at), found) for at, found in _cells(element, extent, row))
            if extent.bottom == row:
                extent.reach(row + repeated - 1, 0)
            row += repeated
            element.clear()
            extent.check(file, name)
    return faults


def _cells(row: Any, extent: Extent, number: int) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - an XML element
    """Yield the error cells of a row, and stretch the extent to its cells with content."""
    column = 0
    for cell in row:
        repeated = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        text = "".join(cell.itertext()).strip()
        if text or cell.get(f"{TABLE}formula") is not None:
            extent.reach(number, column + repeated - 1)
        if cell.get(f"{TABLE}formula") is not None and _ERROR.fullmatch(text):
            yield column, text
        column += repeated
