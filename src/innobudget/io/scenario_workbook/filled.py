"""A sheet of a scenario workbook as somebody filled it in: what its columns and rows hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from innobudget.io.scenario_workbook.columns import FormColumn, columns_of
from innobudget.io.scenario_workbook.naming import column_keys, plain, sheet_keys
from innobudget.io.sheets.apart import Read
from innobudget.messages import languages, say

HELP = "↑"
"""What the first cell of a row begins with that explains the headings."""
TYPED = {
    "text": say("text"),
    "number": say("a number"),
    "truth": say("choose"),
    "word": say("choose"),
    "date": say("date"),
    "texts": say("text; text"),
    "numbers": say("number; number"),
    "table": say("a number"),
    "figure": say("as it is headed: stage 2 outlay"),
    "other": say("see the comment"),
}
"""How a column is filled in, by its kind."""
SHARE = say("0.5 or 50 %")
NOTE = "note"
"""Heading of columns for notes, and a key where a table has it."""
PRIVATE = "_"
"""What the name of a sheet for notes begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One sheet that is read."""

    table: str
    """Key of its table."""
    name: str
    """As it is called."""
    is_hidden: bool
    """Whether the workbook does not show it."""
    headings: tuple[str, ...]
    """As written, one for each column; empty: none."""
    keys: tuple[str, ...]
    """What each column is: `outlay 2026`; as written where nobody knows it."""
    amid_help: tuple[tuple[int, int], ...]
    """Rows and columns of what was typed among the explanations, counted from 0."""
    rows: tuple[tuple[int, tuple[Any, ...]], ...]
    """Rows with values below the headings, each with its number counted from 0."""

    def is_note(self, column: int) -> bool:
        """Say whether a column is for notes."""
        return is_note(self.table, self.headings[column])

    def is_known(self, column: int) -> bool:
        """Say whether what stands in a column is read."""
        return column_named(self.table, self.keys[column]) is not None

    def numbers_filled(self, column: int) -> list[int]:
        """Return the rows that have a value in a column."""
        return [
            number for number, cells in self.rows if column < len(cells) and is_said(cells[column])
        ]


def table_of(sheet: Read) -> str:
    """Return the table that a sheet is named as, in whatever language; its name: none."""
    return sheet_keys().get(plain(sheet.name), plain(sheet.name))


def filled(sheet: Read) -> Filled:
    """Return a sheet with what its headings mean."""
    first = sheet.rows[0] if sheet.rows else ()
    width = max(map(len, sheet.rows), default=0)
    headings = [" ".join(str(cell).split()) if cell is not None else "" for cell in first]
    headings += [""] * (width - len(headings))
    rows = tuple(
        (number, cells)
        for number, cells in enumerate(sheet.rows[1:], start=1)
        if any(map(is_said, cells)) and not explains(cells)
    )
    table = table_of(sheet)
    return Filled(
        table=table,
        name=sheet.name,
        is_hidden=sheet.hidden,
        headings=tuple(headings),
        keys=tuple(column_key(table, heading) for heading in headings),
        amid_help=tuple(
            (number, column)
            for number, cells in enumerate(sheet.rows[1:], start=1)
            if explains(cells)
            for column, cell in enumerate(cells)
            if is_said(cell) and str(cell).strip() not in _explanations()
        ),
        rows=rows,
    )


def explanation(column: FormColumn | None, number: int, language: str) -> str:
    """Say how a column is filled in; what begins so is passed over by a reader."""
    inner = (column.each or column) if column else None
    words = SHARE if inner and inner.is_share and inner.kind == "number" else None
    told = (words or TYPED[inner.kind])(language) if inner else ""
    return told if number else f"{HELP} {told}"


def explains(cells: Sequence[object]) -> bool:
    """Say whether a row explains the headings."""
    return bool(cells) and str(cells[0]).startswith(HELP)


@cache
def _explanations() -> frozenset[str]:
    """Return all that the row says which explains the headings, in every language."""
    words = {words(language) for words in (SHARE, *TYPED.values()) for language in languages()}
    return frozenset({"", *words, *(f"{HELP} {word}" for word in words)})


def is_said(value: object) -> bool:
    """Say whether a cell has a value."""
    return value is not None and bool(str(value).strip())


def is_note(table: str, heading: str) -> bool:
    """Say whether a column of that heading is for notes."""
    names = (NOTE, *(name for name, keys in column_keys(table).items() if NOTE in keys))
    return NOTE not in columns_of(table) and plain(heading).startswith(names)


def column_key(table: str, heading: str) -> str:
    """Return the key of a column by its heading; the heading itself where it is none.

    Examples
    --------
    >>> column_key("stage", "Implementeringsudgift 2026"), column_key("stage", "Colour")
    ('outlay 2026', 'Colour')

    """
    return _key_in(columns_of(table), table, heading) or heading


def _key_in(columns: Mapping[str, FormColumn], table: str, heading: str) -> str | None:
    named = column_keys(table)
    words = heading.split(" ")
    for cut in range(len(words), 0, -1):
        head, rest = plain(" ".join(words[:cut])), " ".join(words[cut:])
        key = next((one for one in (head, *named.get(head, ())) if one in columns), None)
        if key is None:
            continue
        if not rest:
            return key
        column = columns[key]
        inner = rest if column.each else _key_in(column.below or {}, key, rest)
        if column.kind == "table" and inner:
            return f"{key} {inner}"
    return None


def column_named(table: str, key: str) -> FormColumn | None:
    """Return what may stand in a column; None: there is none of that key."""
    columns: Mapping[str, FormColumn] = columns_of(table)
    column: FormColumn | None = None
    for step in key.split(" "):
        column = columns.get(step) or (column.each if column and column.each else None)
        if column is None:
            return None
        columns = column.below or {}
    return column
