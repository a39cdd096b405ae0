"""What an xlsx workbook holds beneath its values: hidden rows and columns, stale formulas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from innobudget.io.sheets.cells import Sheet, column_number
from innobudget.messages import say

STALE = say("a formula that holds 0 and draws on other figures")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"|\bht="0"|\bwidth="0"')
_NUMBER = re.compile(rb'\br="(\d+)"')
_SPAN = re.compile(rb'\bm(?:in|ax)="(\d+)"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]{1,3})(\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>/]*>([^<]*)</(?:\w+:)?f>'
    rb"\s*(?:<(?:\w+:)?v\b[^>]*>([^<]*)</)?"
)
_REFERENCE = re.compile(r"(?<![!\w])\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


def with_beneath(sheets: Sequence[Sheet], content: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook with what their values do not say.

    Where all formulas of a sheet hold 0, though figures that they draw on do not, the workbook
    was saved before it was computed: each of them is at fault.
    """
    if not content.startswith(b"PK"):
        return tuple(sheets)
    with ZipFile(BytesIO(content)) as package:
        parts = dict(_parts(package))
        return tuple(
            _beneath(sheet, package.read(parts[sheet.name])) if sheet.name in parts else sheet
            for sheet in sheets
        )


def _parts(package: ZipFile) -> Iterator[tuple[str, str]]:
    names = set(package.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return
    relations = fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for element in fromstring(package.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            target = targets.get(element.get(_RELATION), "")
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if part in names:
                yield element.get("name", ""), part


def _beneath(sheet: Sheet, xml: bytes) -> Sheet:
    rows = {
        int(number[1]) - 1
        for row in _ROW.finditer(xml)
        if _HIDDEN.search(row[1]) and (number := _NUMBER.search(row[1]))
    }
    spans = [_SPAN.findall(one[1]) for one in _COLUMN.finditer(xml) if _HIDDEN.search(one[1])]
    columns = {
        at
        for span in spans
        if len(span) == 2
        for at in range(int(min(span, key=int)) - 1, min(int(max(span, key=int)), sheet.width))
    }
    return replace(
        sheet,
        hidden_rows=frozenset(rows),
        hidden_columns=frozenset(columns),
        faults={**sheet.faults, **_stale(sheet, xml)},
    )


def _stale(sheet: Sheet, xml: bytes) -> dict[tuple[int, int], str]:
    """Return the formulas of a sheet where all of them hold 0 and draw on what does not."""
    found = [
        ((int(row) - 1, column_number(letters.decode())), formula.decode("utf-8", "replace"), value)
        for letters, row, formula, value in _FORMULA.findall(xml)
    ]
    if len(found) < 2 or any(value.strip() not in (b"0", b"0.0") for _, _, value in found):
        return {}
    places = {place for place, _, _ in found}
    drawn = any(
        isinstance(value := sheet.value(row, column), float)
        and value
        and (row, column) not in places
        for _, formula, _ in found
        for row, column in _drawn(formula)
    )
    return dict.fromkeys(places, STALE) if drawn else {}


def _drawn(formula: str) -> Iterator[tuple[int, int]]:
    """Yield the cells that a formula names, of a range its first thousand rows."""
    for left, top, right, bottom in _REFERENCE.findall(formula):
        first, last = column_number(left), column_number(right or left)
        for row in range(int(top) - 1, min(int(bottom or top), int(top) + 999)):
            yield from ((row, column) for column in range(first, last + 1))
