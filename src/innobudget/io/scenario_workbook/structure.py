"""What keeps a scenario workbook from being read as it is meant: sheets, headings, rows.

What a program passes over in silence, a person takes for read: a renamed sheet, a column whose
heading is gone, a second row where one counts.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from innobudget.errors import Problem, nearest, where
from innobudget.io.scenario_file.schema import NESTED, SINGLE, homes_of
from innobudget.io.scenario_workbook.columns import columns_of
from innobudget.io.scenario_workbook.filled import (
    PRIVATE,
    Filled,
    column_key,
    column_named,
    is_said,
    table_of,
)
from innobudget.io.scenario_workbook.layout import EXAMPLE, LISTS, SHEETS
from innobudget.io.scenario_workbook.naming import OWNER, Naming, column_keys, plain
from innobudget.io.scenario_workbook.ranges import SHEET
from innobudget.io.sheets import column_letters, column_number
from innobudget.io.sheets.apart import Read
from innobudget.io.sheets.scanning import Beneath
from innobudget.messages import Text, either, say, write

AREA = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([0-9]{1,7})")
"""Of cells, as a package writes it."""
HEADINGS_ENOUGH = 2
"""Headings of a table that make a sheet of another name one that was meant to be read."""
LONGEST_NAME = 31
"""Of a sheet. [characters]"""


def unread_sheets(file: str, sheets: Sequence[Read], names: Naming) -> Iterator[Problem]:
    """Find filled sheets that are none of a scenario's and not marked as notes, and second ones.

    Parameters
    ----------
    file
        Name of the workbook.
    sheets
        All that have rows.
    names
        What sheets are called in it.

    """
    tables = [table_of(sheet) for sheet in sheets]
    for number, sheet in enumerate(sheets):
        if tables[number] in tables[:number]:
            yield _problem(
                where(file, sheet=sheet.name),
                found=say("a second sheet for the table {table}", table=tables[number]),
                expected=say("one sheet for each table"),
                remedy=say("put the rows of both on one of them"),
                names=names.sheets,
            )
        elif tables[number] not in {*SHEETS, EXAMPLE, LISTS} and not sheet.name.startswith(PRIVATE):
            yield _unread(file, sheet, [name for name in SHEETS if name not in tables], names)


def _unread(file: str, sheet: Read, missing: list[str], names: Naming) -> Problem:
    headings = [str(cell) for cell in sheet.rows[0] if is_said(cell)]
    known = {
        table: sum(bool(column_named(table, column_key(table, text))) for text in headings)
        for table in missing
    }
    by_name = {names.sheet(table): table for table in missing}
    near = by_name.get(nearest(sheet.name, by_name) or "")
    if not near and known and max(known.values()) >= HEADINGS_ENOUGH:
        near = max(known, key=lambda table: known[table])
    private = f"{PRIVATE}{sheet.name}"[:LONGEST_NAME]
    return _problem(
        where(file, sheet=sheet.name),
        found=say("a filled sheet that is not read"),
        expected=say("a sheet named as one of: {names}", names=[*SHEETS]),
        remedy=say(
            "name the sheet {near}, or {private} if it holds notes", near=near, private=private
        )
        if near
        else say("name the sheet {private} if it holds notes", private=private),
        names=names.sheets,
    )


def sheet_faults(file: str, sheet: Filled, names: Naming, beneath: Beneath) -> Iterator[Problem]:
    """Find columns and rows of a sheet that would not be read as they are meant."""
    if sheet.is_hidden and sheet.rows:
        yield _hidden(where(file, sheet=sheet.name))
    yield from _merged_cells(file, sheet, beneath.merged)
    for number, _ in sheet.rows:
        if number in beneath.hidden_rows:
            yield _hidden(where(file, sheet=sheet.name, row=number + 1))
    for row, column in sheet.amid_help:
        yield _problem(
            where(file, sheet=sheet.name, cell=f"{column_letters(column)}{row + 1}"),
            found=say("a value in the row that explains the headings, which is not read"),
            expected=say("entries below it"),
            remedy=say("move the row down by one"),
        )
    for column, heading in enumerate(sheet.headings):
        place = where(file, sheet=sheet.name, cell=f"{column_letters(column)}1")
        rows = sheet.numbers_filled(column)
        if (
            rows
            and not sheet.is_note(column)
            and any(column in at for at in beneath.hidden_columns)
        ):
            yield _hidden(place)
        if rows and not heading:
            yield _problem(
                place,
                found=say("a column with values and without a heading"),
                expected=say("a heading above every column with values"),
                remedy=say("write the heading; note, if the column holds notes"),
                names=names.columns,
            )
        elif heading and not sheet.is_note(column):
            yield from _heading_faults(sheet, column, place, names)
    if sheet.table in SINGLE and len(sheet.rows) > 1:
        yield _problem(
            where(file, sheet=sheet.name, row=sheet.rows[1][0] + 1),
            found=say("a second row with values"),
            expected=say("one row below the headings"),
            remedy=say("keep the one that counts, and move notes to a column headed note"),
            names=names.columns,
        )


def _merged_cells(file: str, sheet: Filled, areas: Sequence[str]) -> Iterator[Problem]:
    """Find values in merged cells: a person sees one in all of them, some programs write more."""
    rows = {0: sheet.headings, **dict(sheet.rows)}
    for area in areas:
        found = AREA.fullmatch(area)
        if found is None:
            continue
        first, last = column_number(found[1]), column_number(found[3])
        within = (own for at, own in rows.items() if int(found[2]) <= at + 1 <= int(found[4]))
        cells = (cell for own in within for cell in enumerate(own[first : last + 1], first))
        if any(is_said(value) and not sheet.is_note(column) for column, value in cells):
            yield _problem(
                where(file, sheet=sheet.name, cell=area),
                found=say("merged cells that hold a value"),
                expected=say("each value in a cell of its own"),
                remedy=say("unmerge them, and write the value in each cell that it is meant for"),
            )


def _hidden(place: str) -> Problem:
    return _problem(
        place,
        found=say("values that are hidden"),
        expected=say("everything that is read where it can be seen"),
        remedy=say("show it, and look whether it is meant"),
    )


def _heading_faults(sheet: Filled, column: int, place: str, names: Naming) -> Iterator[Problem]:
    heading, key = sheet.headings[column], sheet.keys[column]
    if key in sheet.keys[:column]:
        yield _problem(
            place,
            found=say(
                "the heading {heading}, which column {column} has",
                heading=heading,
                column=column_letters(sheet.keys.index(key)),
            ),
            expected=say("each heading once"),
            remedy=say("give the column the heading that is meant"),
        )
    elif not sheet.is_known(column) and sheet.numbers_filled(column):
        known = columns_of(sheet.table)
        yield Problem(
            code="unknown-key",
            place=place,
            found=say("the heading {heading}", heading=heading),
            expected=say(
                "one of: {known}", known=[names.heading(sheet.table, one) for one in known]
            ),
            remedy=_heading_meant(sheet.table, heading, names),
        )


def _heading_meant(table: str, heading: str, names: Naming) -> str:
    """Say how a heading that nobody knows is mended."""
    year = heading[-4:] if heading[-4:].isdecimal() else ""
    words = heading.removesuffix(year).rstrip(" _-")
    columns = columns_of(table)
    headed = {
        names.heading(table, key): key
        for key, column in columns.items()
        if (column.each is not None) == bool(year)
    }
    near = nearest(words, headed) or next((key for key in (words,) if key in headed), None)
    homes = [
        home
        for key in (plain(heading), *column_keys("").get(plain(heading), ()))
        for found in homes_of(key)
        if (home := found.strip("[]").split(".")[-1]) != table
    ]
    if near:
        return say("name the column {heading}", heading=f"{near} {year}".strip())
    if homes:
        sheets = [names.sheet(home) for home in homes]
        return say("move it to the sheet {sheet}", sheet=either(sheets))
    return say("correct the heading, or write note before it if the column holds notes").renamed(
        names.columns
    )


def owner_faults(
    file: str, sheet: Filled, ids: Mapping[str, Collection[str]], names: Naming
) -> Iterator[Problem]:
    """Find rows that belong to none of the investments, or of the drivers that there are."""
    if sheet.table not in (*NESTED, SHEET):
        return
    for number, cells in sheet.rows:
        said = {
            key: str(cells[column]).strip()
            for key in (OWNER, "driver")
            for column in (sheet.keys.index(key) if key in sheet.keys else -1,)
            if 0 <= column < len(cells) and is_said(cells[column])
        }
        kind = "driver" if sheet.table == "evidence" and "driver" in said else OWNER
        if len(said) > 1:
            yield _two_owners(where(file, sheet=sheet.name, row=number + 1), names)
        elif said.get(kind) not in ids[kind]:
            at = column_letters(sheet.keys.index(kind)) if kind in sheet.keys else "A"
            place = where(file, sheet=sheet.name, cell=f"{at}{number + 1}")
            yield _no_owner(place, said.get(kind, ""), (kind, ids[kind]), names)


def _two_owners(place: str, names: Naming) -> Problem:
    return _problem(
        place,
        found=say("both an investment and a driver"),
        expected=say("one of them, which the row belongs to"),
        remedy=say("give each of them a row of its own"),
        names=names.sheets,
    )


def _no_owner(place: str, owner: str, known: tuple[str, Collection[str]], names: Naming) -> Problem:
    kind, ids = known
    near = nearest(owner, ids)
    return _problem(
        place,
        found=f'"{owner}"' if owner else say("nothing that says what the row belongs to"),
        expected=say("the id of a row on the sheet {sheet}", sheet=kind),
        remedy=write(near) if near else say("write the id, or add the row to that sheet"),
        names=names.sheets,
    )


def _problem(
    place: str, *, found: str, expected: str, remedy: str, names: Mapping[str, str] | None = None
) -> Problem:
    found, expected, remedy = (
        text.renamed(names or {}) if isinstance(text, Text) else text
        for text in (found, expected, remedy)
    )
    return Problem(
        code="workbook-layout", place=place, found=found, expected=expected, remedy=remedy
    )
