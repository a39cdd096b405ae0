"""Grey cells against the run: none may be changed, as only a new run can follow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, heading, text
from innobudget.report.words import sheets, verdicts, workings
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import NONE, Formula
from innobudget.report.workbook.pages.sampling_checks import Check
from innobudget.report.workbook.references import VALUE_COLUMN, letters

PAGE = "assumptions"
GIVEN = "given"
"""What the key of a row begins with that has the run's figures of a row with grey cells."""
FIRST_COPY = VALUE_COLUMN + 1
"""Where its copies begin, right of whether all of them are as the run had them."""


def with_keys(tables: list[PageTable]) -> tuple[PageTable, ...]:
    """Give every row that has grey cells a key, so that it can be asked for."""
    return tuple(
        replace(
            table,
            rows=tuple(
                replace(row, key=f"assumed.{number}.{place}")
                if not row.key and any(_given(row))
                else row
                for place, row in enumerate(table.rows)
            ),
        )
        for number, table in enumerate(tables)
    )


def given_rows(pages: tuple[Page, ...]) -> tuple[tuple[str, Row], ...]:
    """Find the rows that have grey cells, each with the title of its table, in order."""
    return tuple(
        (table.title, row)
        for page in pages
        if page.key == PAGE
        for table in page.tables
        for row in table.rows
        if any(_given(row))
    )


def given_check(edition: Edition, count: int) -> Iterator[Check]:
    """Count the rows of grey cells that somebody has changed."""
    yield Check(
        label=edition.say(verdicts.GIVEN_AS_RUN),
        compared=edition.say(verdicts.GIVEN_ASKS),
        unit=edition.say(verdicts.ROWS_UNIT),
        figure=Figure.COUNT,
        difference=Formula(
            values=np.zeros(1), for_period=f"COUNTIF([{GIVEN}.1..{GIVEN}.{count}@value],0)"
        ),
        tolerance=NONE,
    )


def given_table(edition: Edition, rows: tuple[tuple[str, Row], ...]) -> PageTable:
    """Lay out what the run had of every row with grey cells, and whether it is there still."""
    return edition.table(
        verdicts.GIVEN_TITLE,
        (_row(number, title, row) for number, (title, row) in enumerate(rows, start=1)),
        note=verdicts.GIVEN_NOTE,
        headings=(
            *edition.heads((verdicts.INPUT, verdicts.WHERE, sheets.UNIT)),
            heading(edition.say(verdicts.HOLDS), Figure.AMOUNT),
            heading(edition.say(workings.RUN), Figure.AMOUNT),
        ),
    )


def _given(row: Row) -> Iterator[int]:
    """Yield the grey columns of a row; beside cells of other roles, those that are filled."""
    grey = {
        column: cell.value is not None
        for column, cell in enumerate(row.cells)
        if cell is not None and cell.role is Role.GIVEN and not cell.formula
    }
    whole = _is_whole([*grey])
    yield from (column for column, is_filled in grey.items() if whole or is_filled)


def _is_whole(columns: Sequence[int]) -> bool:
    return len(columns) == len(range(columns[0], columns[-1] + 1)) if columns else False


def _row(number: int, title: str, row: Row) -> Row:
    columns = list(_given(row))
    first, last = columns[0], columns[-1]
    copies = [
        Cell(value=cell.value, figure=cell.figure, role=Role.GIVEN)
        if cell is not None and column in columns
        else None
        for column, cell in enumerate(row.cells[first : last + 1], start=first)
    ]
    now = f"[{row.key}@{letters(first)}:{letters(last)}]"
    run = f"[own@{letters(FIRST_COPY)}:{letters(FIRST_COPY + last - first)}]"
    # a blank is equal to 0 elsewhere
    differs = f'({now}<>{run})+({now}="")*({run}<>"")+({now}<>"")*({run}="")'
    changed = differs if _is_whole(columns) else f'({run}<>"")*({differs})'
    label, detail, unit = (str(cell.value) if cell else "" for cell in row.cells[:3])
    return Row(
        key=f"{GIVEN}.{number}",
        cells=(
            text(": ".join(filter(None, (title, ", ".join(filter(None, (label, detail))))))),
            Cell(value="", target=(row.key, first)),
            text(unit),
            Cell(
                value=1,
                figure=Figure.COUNT,
                role=Role.CHECK,
                formula=f"IF(SUMPRODUCT({changed})=0,1,0)",
                good=1,
            ),
            *copies,
        ),
    )
