"""A scenario workbook → the document that its TOML form would give."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from innobudget.domain.checks.places import Keys
from innobudget.errors import InputError, Problem, where
from innobudget.io.contents import content_of
from innobudget.io.scenario_file.shape import place, read_shape
from innobudget.io.scenario_workbook.cells import from_cell
from innobudget.io.scenario_workbook.filled import Filled, column_named, filled, is_said, table_of
from innobudget.io.scenario_workbook.layout import (
    PLACE,
    SHEETS,
    RowPlace,
    Table,
    document_of,
    spots_of,
)
from innobudget.io.scenario_workbook.naming import OWNER, Naming, plain, spoken_by
from innobudget.io.scenario_workbook.questions import is_question
from innobudget.io.scenario_workbook.ranges import Slip
from innobudget.io.scenario_workbook.structure import owner_faults, sheet_faults, unread_sheets
from innobudget.io.sheets import column_letters
from innobudget.io.sheets.apart import Read, read_values
from innobudget.io.sheets.refusals import refusing
from innobudget.io.sheets.scanning import ZIP, Beneath, scan_workbook
from innobudget.io.toml.places import Spot, placed
from innobudget.messages import Text, linked, say

EXPECTED = say("a scenario workbook: sheets scenario, investment, stage, effect, …")
NO_SCENARIO = say("a workbook without a filled sheet `scenario`")
MOST_BYTES = 20_000_000
"""Of a workbook that people fill in: the largest example has a thousandth of it."""


def read_workbook(path: Path) -> tuple[Table, Mapping[Keys, Spot]]:
    """Read the tables of a workbook, and where each value stands.

    Raises
    ------
    InputError
        If it is damaged, larger than any scenario, no scenario workbook, or has anything that
        would be passed over in silence: cells without a value, sheets, columns and rows that
        belong to nothing, and what is hidden. What is wrong with its values is told beside it.

    """
    content = content_of(path, expected=EXPECTED, most=MOST_BYTES)
    if not content.startswith(ZIP):
        raise InputError([_problem(path, say("no workbook that can be read"))])
    with refusing(path.name):
        scanned = scan_workbook(path.name, content)
        read = [sheet for sheet in read_values(path.name, content, "openpyxl") if sheet.rows]
    names = spoken_by(frozenset(plain(sheet.name) for sheet in read))
    sheets = [filled(sheet) for sheet in read if table_of(sheet) in SHEETS]
    if {sheet.table for sheet in sheets} <= {"budget"}:  # as a budget's own sheet may be called
        raise InputError([_problem(path, NO_SCENARIO)])
    found = {
        sheet.table: [
            row
            for row in _rows(sheet, names, scanned.get(sheet.name, Beneath()))
            if not is_question(sheet.table, {key: row[key] for key in row if key != PLACE})
        ]
        for sheet in reversed(sheets)  # of two for one table, which is told, the first
    }
    bad = list(_faults(path.name, read, sheets, (names, scanned)))
    if not found.get("scenario") and not bad:
        raise InputError([_problem(path, NO_SCENARIO)])
    document, slips = document_of(found)
    bad += [_slip(path.name, at, slip) for at, slip in slips]
    spots = spots_of(document)
    if bad:
        raise InputError([*bad, *_beside(path, document, spots)])
    return document, spots


def _faults(
    file: str,
    read: Sequence[Read],
    sheets: Sequence[Filled],
    known: tuple[Naming, Mapping[str, Beneath]],
) -> Iterator[Problem]:
    names, scanned = known
    for sheet in sheets:
        yield from _bad_cells(file, sheet.name, scanned)
    yield from unread_sheets(file, read, names)
    ids = {kind: [*_ids(sheets, kind)] for kind in (OWNER, "driver")}
    for sheet in sheets:
        yield from sheet_faults(file, sheet, names, scanned.get(sheet.name, Beneath()))
        yield from owner_faults(file, sheet, ids, names)


def _ids(sheets: Sequence[Filled], kind: str) -> Iterator[str]:
    for sheet in sheets:
        if sheet.table == kind and "id" in sheet.keys:
            column = sheet.keys.index("id")
            for _, cells in sheet.rows:
                if column < len(cells) and is_said(cells[column]):
                    yield str(cells[column]).strip()


def _rows(sheet: Filled, names: Naming, beneath: Beneath) -> Iterator[Table]:
    """Yield the filled rows below the headings, each with its place."""
    known = {
        key: number
        for number, key in reversed([*enumerate(sheet.keys)])
        if key and sheet.is_known(number) and not sheet.is_note(number)
    }
    headings = {key: sheet.headings[number] for key, number in known.items()}
    for row, cells in sheet.rows:
        values = {
            key: value
            for key, number in known.items()
            if number < len(cells)
            and (row, number) not in beneath.faults  # which are told as what they are
            and (value := from_cell(cells[number], column_named(sheet.table, key))) is not None
        }
        if values:
            at = RowPlace(
                table=sheet.table,
                sheet=sheet.name,
                row=row,
                columns=known,
                headings=headings,
                naming=names,
            )
            yield {**values, PLACE: at}


def _bad_cells(file: str, sheet: str, scanned: Mapping[str, Beneath]) -> Iterator[Problem]:
    for (row, column), found in sorted(scanned.get(sheet, Beneath()).faults.items()):
        unsaved = found.startswith("a formula")
        cell = f"{column_letters(column)}{row + 1}"
        yield Problem(
            code="formula-not-computed" if unsaved else "cell-is-error",
            place=where(file, sheet=sheet, cell=cell),
            found=found,
            expected=say("a value, or an empty cell"),
            remedy=say("open the file in Excel, recalculate and save it")
            if unsaved
            else say("correct the formula, or write the value"),
        )


def _slip(file: str, at: RowPlace, slip: Slip) -> Problem:
    """Return what is wrong with a row of a quantity, in the words of its sheet."""
    spot = at.spot(slip.column)
    names = {**spot.names, **{key: at.heading(key) for key in at.columns}}
    names[slip.column] = at.heading(slip.column)
    found, expected, remedy = (
        text.renamed(names) if isinstance(text, Text) else text
        for text in (slip.found, slip.expected, slip.remedy)
    )
    return Problem(
        code="distribution",
        place=where(linked(", ", (file, spot.words)), column=at.heading(slip.column)),
        found=found,
        expected=expected,
        remedy=remedy,
    )


def _beside(path: Path, document: Table, spots: Mapping[Keys, Spot]) -> list[Problem]:
    """Return what is wrong with values, so that both can be mended at once.

    What is missing may stand where it was not read: that is told when the rest is in order.
    """
    with refusing(path.name):
        root = placed(document, (), spots=spots, file=path, spot=Spot()).numbered()
    faults = (fault for fault in read_shape(root).faults if fault.code != "missing-key")
    return [place(root, fault) for fault in faults]


def _problem(path: Path, found: str) -> Problem:
    return Problem(
        code="scenario-workbook",
        place=path.name,
        found=found,
        expected=EXPECTED,
        remedy=say("start from the one that `innobudget convert` makes of a scenario.toml"),
    )
