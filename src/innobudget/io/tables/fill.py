"""Labels that stand once for several rows: merged cells, grouped labels, section lines."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.columns import Role
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.kinds import kind_of_title
from innobudget.io.wording.totals import says_total

FILLED: tuple[Role, ...] = ("area", "line", "name", "kind", "direction")


def fill_labels(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give every row the labels that stand above it for it, too."""
    if sheet.merged:
        table.rows = [_filled_by_merge(sheet, layout, row) for row in table.rows]
    _fill_areas(sheet, layout, table)
    _fill_sections(layout, table)


def _filled_by_merge(sheet: Sheet, layout: Layout, row: TableRow) -> TableRow:
    """Give a row the text of a merged cell that reaches down to it."""
    texts = dict(row.texts)
    for top, left, bottom, _ in sheet.merged:
        if top < row.row <= bottom:
            for role in FILLED:
                if layout.columns.get(role) == left and role not in texts:
                    texts[role] = sheet.text(top, left)
    return replace(row, texts=texts) if len(texts) > len(row.texts) else row


def _fill_areas(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Fill down an area column that names each area once, on its first row.

    Such a column never holds the same text twice in a row; one that does has blanks that
    mean none.
    """
    if "area" not in layout.columns:
        return
    groups = _groups(table.rows)
    named = [area for area in groups if area]
    blank = len(groups) - len(named)
    again = any(a and a == b for a, b in pairwise(groups))
    if not (groups and groups[0] and blank) or again or len(set(named)) < len(named):
        return
    current = ""
    filled = []
    for row in table.rows:
        current = row.texts.get("area", current)
        filled.append(replace(row, texts={**row.texts, "area": current}) if current else row)
    table.rows = filled
    table.doubts.append(
        Problem(
            code="area-filled-down",
            place=sheet.place(column=layout.columns["area"]),
            found=f"{blank} empty cells below an area",
            expected="the area on every row; read as the one above",
            remedy="fill the column in the file if that is wrong",
        )
    )


def _groups(rows: Sequence[TableRow]) -> list[str]:
    """Return the area of each line, once for the rows of one code."""
    numbered = [any(map(str.isdigit, row.code)) for row in rows]
    coded = any(numbered)
    lines = [
        row
        for row, number in zip(rows, numbered, strict=True)
        if (number if coded else not any(map(says_total, row.labels)))
    ]
    return [
        row.texts.get("area", "")
        for before, row in zip([None, *lines], lines, strict=False)
        if before is None or not coded or row.code != before.code
    ]


def _fill_sections(layout: Layout, table: Table) -> None:
    """Take section lines as areas, directions or kinds, where no column says them."""
    if not table.sections:
        return
    found = sorted(table.sections.items())
    sections = [
        (at, text.rstrip(" :")) for at, text in found if table.rows and at < table.rows[-1].row
    ]
    if len(sections) < 2:
        return
    as_area = "area" not in layout.columns and sections[0][0] < table.rows[0].row
    wanted = {role for role in ("direction", "kind") if role not in layout.columns}
    table.rows = [
        _under_section(row, sections, wanted | ({"area"} if as_area else set()))
        for row in table.rows
    ]


def _under_section(
    row: TableRow, sections: Sequence[tuple[int, str]], wanted: AbstractSet[str]
) -> TableRow:
    above = [text for at, text in sections if at < row.row]
    if not above:
        return row
    return replace(row, texts={**row.texts, **roles_of_title(above[-1], wanted)})


def roles_of_title(title: str, wanted: AbstractSet[str]) -> dict[Role, str]:
    """Return what a title says of the rows under it: their area, direction or kind."""
    said: dict[Role, str] = {}
    if "direction" in wanted and parse_direction(title):
        said["direction"] = title
    if "kind" in wanted and kind_of_title(title):
        said["kind"] = title
    if "area" in wanted:
        said["area"] = title
    return said
