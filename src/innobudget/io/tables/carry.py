"""Labels that stand once for a group of rows, as pivot tables print them, on every row of it.

A year, an area, a group: its column names each once, above rows where it is empty. A column that
says the same twice in a row has empty cells that mean nothing. No label reaches from one of
several sheets into the next.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, pairwise

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet, Value, text_of
from innobudget.io.wording.columns import is_note
from innobudget.io.wording.totals import says_total

TOLD = ("year", "area")
Cells = dict[int, list[Value]]
"""The cells of each row that has more than one."""


def carry_down(sheet: Sheet, layout: Layout) -> tuple[Sheet, tuple[Problem, ...]]:
    """Write the labels that stand once for a group on every row of it.

    Returns
    -------
    tuple
        The sheet, and a doubt for years and areas that were filled in.

    """
    columns, year = _outline(layout), layout.columns.get("year")
    rows = _full_rows(sheet, layout) if columns else {}
    filled_in = [sum(bool(_text(row, at)) for row in rows.values()) for at in columns]
    columns = [at for at, n in zip(columns, filled_in, strict=True) if 0 < n < len(rows)]
    if not columns:
        return sheet, ()
    filled: dict[int, int] = dict.fromkeys(columns, 0)
    for _, run in groupby(rows, lambda at: sheet.parts and sheet.part(at)):
        part = list(run)
        own = _lines(rows, part, layout.labels, layout.columns.get("line"))
        for place, column in enumerate(columns):
            # A code is missing on other rows than a group's, unless it mostly is.
            sparse = column == layout.columns.get("line")
            others = [at for at in layout.labels if at not in (column, year)]
            labels = others if column == year else [at for at in others if at > column]
            lines = part if column == year else own
            blanks = sum(not _text(rows[at], column) for at in lines)
            named = len(lines) - blanks
            if blanks <= (named if sparse else 0):
                continue
            if _names_groups(rows, _firsts(rows, lines, others), columns[: place + 1]):
                wanted = part if column == year else lines
                filled[column] += _fill(rows, part, column, labels, frozenset(wanted))
    if not any(filled.values()):
        return sheet, ()
    every = tuple(tuple(rows.get(at, row)) for at, row in enumerate(sheet.rows))
    return replace(sheet, rows=every), tuple(_doubts(sheet, layout, filled))


def _outline(layout: Layout) -> list[int]:
    """Return the columns that may name groups: the year's, and labels before the last one."""
    named = [at for at in layout.labels if not is_note(layout.headers[at])]
    year = [layout.columns["year"]] if "year" in layout.columns and not layout.amounts else []
    area = [layout.columns["area"]] if "area" in layout.columns else []
    return sorted({*named[:-1], *year, *area})


def _full_rows(sheet: Sheet, layout: Layout) -> Cells:
    last = len(sheet.rows) if layout.last_row is None else layout.last_row + 1
    return {
        at: list(row)
        for at, row in enumerate(sheet.rows[:last])
        if at >= layout.first_row and len(row) - row.count(None) > 1
    }


def _lines(rows: Cells, part: Sequence[int], labels: Sequence[int], coded: int | None) -> list[int]:
    """Return the rows that are no totals: those with a code, where most have one."""
    own = [at for at in part if not any(says_total(_text(rows[at], to)) for to in labels)]
    numbered = [at for at in own if coded is not None and _has_digit(_text(rows[at], coded))]
    return numbered if len(numbered) * 2 >= len(own) else own


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _firsts(rows: Cells, part: Sequence[int], labels: Sequence[int]) -> list[int]:
    """Return the rows but those that say the same as the one before: a line in another year."""
    said = {at: tuple(_text(rows[at], column) for column in labels) for at in part}
    own = [at for before, at in pairwise(part) if not any(said[at]) or said[at] != said[before]]
    return [*part[:1], *own]


def _names_groups(rows: Cells, part: Sequence[int], columns: Sequence[int]) -> bool:
    """Say whether a column, the last of some, names every group once, from the first row on."""
    *outer, column = columns
    seen: set[tuple[str, ...]] = set()
    before = ""
    for at in part:
        cells = rows[at]
        text = _text(cells, column)
        if not text:
            continue
        key = (*(_text(cells, other) for other in outer), text)
        if key in seen or text == before:
            return False
        seen.add(key)
        before = text
    return bool(part) and bool(_text(rows[part[0]], column))


def _fill(
    rows: Cells, part: Sequence[int], column: int, labels: Sequence[int], wanted: AbstractSet[int]
) -> int:
    """Fill a column on the rows that are wanted, where a label or a year stands behind it."""
    current, filled = "", 0
    for at in part:
        cells = rows[at]
        text = _text(cells, column)
        if text:
            # A total ends a group, unless it is one: rows of the whole under its name.
            total = says_total(text) and not any(_text(cells, to) for to in labels)
            current = "" if total else text
        elif current and at in wanted and any(_text(cells, to) for to in labels):
            cells += [None] * (column + 1 - len(cells))
            cells[column] = current
            filled += 1
    return filled


def _text(cells: Sequence[Value], column: int) -> str:
    return text_of(cells[column]) if column < len(cells) else ""


def _doubts(sheet: Sheet, layout: Layout, filled: Mapping[int, int]) -> Iterator[Problem]:
    roles = {column: role for role, column in layout.columns.items() if role in TOLD}
    for column, count in filled.items():
        if count and column in roles:
            role = roles[column]
            area = role == "area"
            yield Problem(
                code="area-filled-down" if area else "year-filled-down",
                place=sheet.place(column=column),
                found=f"{count} empty cells below {'an' if area else 'a'} {role}",
                expected=f"the {role} on every row; read as the one above",
                remedy="fill the column in the file if that is wrong",
            )
