"""What keeps a scenario workbook from being read as it is meant: sheets, headings, rows.

What a program passes over in silence, a person takes for read: a renamed sheet, a column whose
heading is gone, a second row where one counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from innobudget.errors import Problem, nearest, where
from innobudget.io.scenario_file.schema import NESTED, SINGLE, TABLES
from innobudget.io.scenario_workbook.layout import EXAMPLE, SHEETS, YEAR_HEADER
from innobudget.io.sheets import column_letters
from innobudget.io.sheets.apart import Read
from innobudget.messages import say, write

OWNER = "investment"
"""Heading and sheet: which investment a row belongs to, and where the investments stand."""
HEADINGS_ENOUGH = 2
"""Headings of a table that make a sheet of another name one that was meant to be read."""
KEYS = frozenset(item.name for name in SHEETS if name in TABLES for item in fields(TABLES[name]))


def structure_faults(file: str, sheets: Sequence[Read]) -> Iterator[Problem]:
    """Find sheets, columns and rows that would not be read.

    Parameters
    ----------
    file
        Name of the workbook.
    sheets
        All of its sheets.

    """
    ids = {str(row.get("id", "")).strip() for sheet in sheets for row in _table(sheet, OWNER)}
    for sheet in sheets:
        if sheet.name not in SHEETS:
            yield from _renamed(file, sheet, {other.name for other in sheets})
            continue
        yield from _headings(file, sheet)
        if sheet.name in SINGLE:
            yield from _more_rows(file, sheet)
        if sheet.name in NESTED:
            yield from _owners(file, sheet, ids)


def _table(sheet: Read, name: str) -> Iterator[dict[str, object]]:
    if sheet.name == name and sheet.rows:
        headings = [str(cell).strip() for cell in sheet.rows[0]]
        for row in sheet.rows[1:]:
            yield dict(zip(headings, row, strict=False))


def _renamed(file: str, sheet: Read, names: set[str]) -> Iterator[Problem]:
    headings = [str(cell).strip() for cell in sheet.rows[0]] if sheet.rows else []
    known = [text for text in headings if text in KEYS or YEAR_HEADER.fullmatch(text)]
    if sheet.name == EXAMPLE or len(known) < HEADINGS_ENOUGH:
        return
    missing = [name for name in SHEETS if name not in names]
    near = nearest(sheet.name, missing) or nearest(sheet.name, SHEETS)
    yield _problem(
        where(file, sheet=sheet.name),
        found=say("a table with the headings {known} on a sheet that is not read", known=known[:4]),
        expected=say("a sheet named as one of: {names}", names=[*SHEETS]),
        remedy=say("name the sheet {near}", near=near)
        if near
        else say("name the sheet as the table that it holds"),
    )


def _headings(file: str, sheet: Read) -> Iterator[Problem]:
    first = [str(cell).strip() if cell is not None else "" for cell in sheet.rows[:1][0]]
    seen: dict[str, int] = {}
    width = max(map(len, sheet.rows))
    for column in range(width):
        heading = first[column] if column < len(first) else ""
        values = (row[column] for row in sheet.rows[1:] if column < len(row))
        place = where(file, sheet=sheet.name, cell=f"{column_letters(column)}1")
        if not heading and any(value is not None and str(value).strip() for value in values):
            yield _problem(
                place,
                found=say("a column with values and without a heading"),
                expected=say("a heading above every column with values"),
                remedy=say("write the heading, or move notes to a sheet of their own"),
            )
        elif heading and heading in seen:
            yield _problem(
                place,
                found=say(
                    "the heading {heading}, which column {column} has",
                    heading=heading,
                    column=column_letters(seen[heading]),
                ),
                expected=say("each heading once"),
                remedy=say("give the column the heading that is meant"),
            )
        seen.setdefault(heading, column)


def _more_rows(file: str, sheet: Read) -> Iterator[Problem]:
    filled = [number for number, row in enumerate(sheet.rows[1:], start=2) if any(map(_said, row))]
    if len(filled) > 1:
        yield _problem(
            where(file, sheet=sheet.name, row=filled[1]),
            found=say("a second row with values"),
            expected=say("one row below the headings"),
            remedy=say("keep the one that counts, and move notes to a sheet of their own"),
        )


def _owners(file: str, sheet: Read, ids: set[str]) -> Iterator[Problem]:
    for number, row in enumerate(_table(sheet, sheet.name), start=2):
        if not any(map(_said, row.values())):
            continue
        owner = str(row.get(OWNER) or "").strip()
        if owner in ids and owner:
            continue
        near = nearest(owner, ids)
        column = column_letters(list(row).index(OWNER)) if OWNER in row else "A"
        yield _problem(
            where(file, sheet=sheet.name, cell=f"{column}{number}"),
            found=f'"{owner}"' if owner else say("no investment for this row"),
            expected=say("the id of a row on the sheet investment"),
            remedy=write(near) if near else say("write the id, or add the row to that sheet"),
        )


def _said(value: object) -> bool:
    return value is not None and bool(str(value).strip())


def _problem(place: str, *, found: str, expected: str, remedy: str) -> Problem:
    return Problem(
        code="workbook-layout", place=place, found=found, expected=expected, remedy=remedy
    )
