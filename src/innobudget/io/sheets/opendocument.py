"""Error cells of an ods package, which a reader of values takes for empty or zero."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ERROR = re.compile(r"#[A-Z/0]+[!?]|#N/A|Err:\d+")


def scan_opendocument(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """Find the error cells of an ods package.

    Returns
    -------
    dict
        By sheet name, then by row and column from 0: the error.

    """
    with ZipFile(BytesIO(content)) as package:
        if "content.xml" not in package.namelist():
            return {}
        root = fromstring(package.read("content.xml"))
    return {
        table.get(f"{TABLE}name", ""): dict(_errors(table)) for table in root.iter(f"{TABLE}table")
    }


def _errors(table: Any) -> Iterator[tuple[tuple[int, int], str]]:  # noqa: ANN401 - an XML element
    row = 0
    for element in table.iter(f"{TABLE}table-row"):
        column = 0
        for cell in element:
            if cell.get(f"{TABLE}formula") is not None:
                text = "".join(cell.itertext()).strip()
                if _ERROR.fullmatch(text):
                    yield (row, column), text
            column += int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        row += int(element.get(f"{TABLE}number-rows-repeated", "1"))
