"""Labels that stand once for several rows: merged cells, section lines.

No label reaches from one of several sheets into the next.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.columns import Role
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.kinds import kind_of_title

FILLED: tuple[Role, ...] = ("area", "line", "name", "kind", "direction")


def fill_labels(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give every row the labels that stand above it for it, too."""
    if sheet.merged:
        table.rows = [_filled_by_merge(sheet, layout, row) for row in table.rows]
    parts = list(_by_part(sheet, table.rows))
    if table.sections:
        parts = [_fill_sections(sheet, layout, table, rows) for rows in parts]
    table.rows = [row for rows in parts for row in rows]


def _by_part(sheet: Sheet, rows: Sequence[TableRow]) -> Iterator[list[TableRow]]:
    """Yield the rows of each of several sheets; else all of them."""
    for _, own in groupby(rows, lambda row: sheet.parts and sheet.part(row.row)):
        yield list(own)


def _filled_by_merge(sheet: Sheet, layout: Layout, row: TableRow) -> TableRow:
    """Give a row the text of a merged cell that reaches down to it."""
    texts = dict(row.texts)
    for top, left, bottom, _ in sheet.merged:
        if top < row.row <= bottom:
            for role in FILLED:
                if layout.columns.get(role) == left and role not in texts:
                    texts[role] = sheet.text(top, left)
    return replace(row, texts=texts) if len(texts) > len(row.texts) else row


def _fill_sections(
    sheet: Sheet, layout: Layout, table: Table, rows: list[TableRow]
) -> list[TableRow]:
    """Take section lines as areas, directions or kinds, where no column says them."""
    found = [
        (at, text.rstrip(" :"))
        for at, text in sorted(table.sections.items())
        if at < table.rows[-1].row
    ]
    own = [
        (at, text)
        for at, text in found
        if not sheet.parts or sheet.part(at) == sheet.part(rows[0].row)
    ]
    if len(found) < 2 or not own:
        return rows
    as_area = "area" not in layout.columns and own[0][0] < rows[0].row
    wanted = {role for role in ("direction", "kind") if role not in layout.columns}
    return [_under_section(row, own, wanted | ({"area"} if as_area else set())) for row in rows]


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
