"""Where the budget stands in a file: recognised, and corrected by what the user says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem
from innobudget.io.mapping import BudgetMapping, MappedColumns
from innobudget.io.recognition.columns import ROLES, Role
from innobudget.io.recognition.layout import Layout, find_column, find_layout, layout_at
from innobudget.io.recognition.numerals import NumberStyle, read_number
from innobudget.io.recognition.periods import Period
from innobudget.io.recognition.questions import QuestionError
from innobudget.io.sheets import Sheet, column_number

NUMBERS_OF_A_TABLE = 3
_LETTERS = re.compile(r"[A-Z]{1,3}")


def place_layout(
    sheets: Sequence[Sheet], wishes: BudgetMapping
) -> tuple[Sheet, Layout, list[LeftOut]]:
    """Find the sheet and the table of the budget.

    Parameters
    ----------
    sheets
        Every sheet of the file.
    wishes
        What the user says; it wins.

    Returns
    -------
    tuple
        The sheet, where its table stands, and the sheets that were left out.

    Raises
    ------
    InputError
        If the mapping names a sheet or a column that is not there.
    QuestionError
        If no sheet has a table, or several have.

    """
    if wishes.sheet is not None:
        named = [sheet for sheet in sheets if sheet.name == wishes.sheet]
        if not named:
            raise _no_sheet(sheets, wishes.sheet)
        return named[0], _wished(named[0], wishes), []
    shown = [sheet for sheet in sheets if not sheet.hidden]
    if wishes.header_row is not None and len(shown) == 1:
        return shown[0], _wished(shown[0], wishes), _hidden(sheets)
    tables = [(sheet, layout) for sheet in shown if (layout := find_layout(sheet)) is not None]
    if not tables:
        raise _no_table(shown)
    if len(tables) > 1:
        names = ", ".join(f'"{sheet.name}"' for sheet, _ in tables)
        raise QuestionError(f"several sheets hold tables: {names}; say which one is the budget")
    sheet, layout = tables[0]
    others = [
        LeftOut(place=other.place(), reason="a sheet without a table of amounts")
        for other in shown
        if other is not sheet and any(map(any, other.rows))
    ]
    return sheet, _apply(sheet, layout, wishes), [*_hidden(sheets), *others]


def _hidden(sheets: Sequence[Sheet]) -> list[LeftOut]:
    return [
        LeftOut(place=sheet.place(), reason="a hidden sheet") for sheet in sheets if sheet.hidden
    ]


def _wished(sheet: Sheet, wishes: BudgetMapping) -> Layout:
    found = find_layout(sheet)
    if wishes.header_row is not None and (
        found is None or found.header[1] != wishes.header_row - 1
    ):
        found = layout_at(sheet, (wishes.header_row - 1, wishes.header_row - 1))
    if found is None:
        raise _no_table([sheet])
    return _apply(sheet, found, wishes)


def _apply(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Layout:
    """Return the layout as the mapping corrects it."""
    columns: dict[Role, int] = dict(layout.columns)
    named: MappedColumns = wishes.columns
    for role in ROLES:
        header = getattr(named, role, None)
        if header is not None:
            columns[role] = _column(sheet, layout, header)
    amounts = layout.amounts
    if named.amounts:
        amounts = tuple(
            (_column(sheet, layout, header), Period(year=year, version="adopted"))
            for year, header in sorted(named.amounts.items())
        )
    elif named.amount is not None:
        amounts = ()
    if not amounts and wishes.year is not None and "amount" in columns:
        amounts = ((columns["amount"], Period(year=wishes.year, version="adopted")),)
    if amounts:
        taken = {column for column, _ in amounts}
        columns = {role: column for role, column in columns.items() if column not in taken}
        columns.pop("amount", None)
    elif "year" not in columns:
        raise QuestionError(
            f"no year is said for the amounts in column {layout.headers[columns['amount']]!r}"
            if "amount" in columns
            else "no column of amounts was found"
        )
    return replace(layout, columns=columns, amounts=amounts)


def _column(sheet: Sheet, layout: Layout, wanted: str) -> int:
    found = find_column(layout.headers, wanted)
    if found is None and _LETTERS.fullmatch(wanted) and column_number(wanted) < sheet.width:
        found = column_number(wanted)
    if found is not None:
        return found
    near = get_close_matches(wanted, layout.headers, n=1)
    raise InputError(
        [
            Problem(
                code="mapped-column-missing",
                place=sheet.place(layout.header[1]),
                found=f"no column {wanted!r}",
                expected="one of " + ", ".join(repr(text) for text in layout.headers if text),
                remedy=f"write {near[0]!r}" if near else "write a header, or the column's letters",
            )
        ]
    )


def _no_sheet(sheets: Sequence[Sheet], wanted: str) -> InputError:
    names = [sheet.name for sheet in sheets]
    near = get_close_matches(wanted, names, n=1)
    return InputError(
        [
            Problem(
                code="sheet-missing",
                place=sheets[0].file,
                found=f"no sheet {wanted!r}",
                expected="one of " + ", ".join(map(repr, names)),
                remedy=f"write {near[0]!r}" if near else "write the name as the workbook has it",
            )
        ]
    )


def _no_table(shown: Sequence[Sheet]) -> QuestionError:
    numbers = any(
        sum(
            isinstance(
                read_number(row[column] if column < len(row) else None, NumberStyle()), float
            )
            for row in sheet.rows
        )
        >= NUMBERS_OF_A_TABLE
        for sheet in shown
        for column in range(sheet.width)
    )
    if numbers:
        return QuestionError("no header says which columns hold codes, names and years")
    return QuestionError("no table of amounts in the file", verdict="refused")
