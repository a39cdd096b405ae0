"""What speaks against a reading: a mapping is checked as strictly as what was recognised."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import fsum

from innobudget.errors import InputError, Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.placing import Placed
from innobudget.io.layouts.profiles import profile, ranked_amounts
from innobudget.io.mapping import BudgetMapping
from innobudget.io.reconciliation.signs import sign_of_most, sign_of_words
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.captions import find_captions
from innobudget.io.wording.columns import find_columns
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.numerals import NumberStyle, decide_style, read_number
from innobudget.io.wording.periods import cell_year, parse_period
from innobudget.io.wording.texts import file_year, texts_above, title_year

SHOWN = 4


def check_years(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> None:
    """Refuse one year for rows whose own column says several.

    Raises
    ------
    InputError
        Naming the years that the column holds.

    """
    if wishes.year is None or not layout.amounts:
        return
    for column, header in enumerate(layout.headers):
        own = profile(sheet, column, layout.first_row, header)
        years = {year for text in own.texts if (year := cell_year(text)) is not None}
        if own.are_years and years - {wishes.year}:
            said = ", ".join(map(str, sorted(years)[:SHOWN]))
            raise InputError(
                [
                    Problem(
                        code="mapped-year-differs",
                        place=sheet.place(column=column),
                        found=f"rows of {said} in column {name_of_column(layout, column)!r}",
                        expected=f"rows of {wishes.year} only, as year in the mapping says",
                        remedy=f"set columns.year = {name_of_column(layout, column)!r} instead",
                    )
                ]
            )


def audit(
    placed: Placed,
    rows: Sequence[TableRow],
    wishes: BudgetMapping,
    style: NumberStyle,
) -> tuple[Problem, ...]:
    """Return what the file's own words and figures say against how it was read."""
    sheet, layout = placed.sheet, placed.layout
    return tuple(
        chain(
            _columns(placed),
            _header_row(sheet, layout, wishes),
            _years(placed, wishes),
            _unit(sheet, layout, wishes),
            _sign(sheet, rows, wishes),
            _year_lines(sheet, rows),
            _decimal(sheet, layout, wishes),
            _columns_left(placed, wishes, style),
            _rows_left(sheet, layout, wishes, style),
            _sides(sheet, layout, rows, wishes),
        )
    )


def _doubt(code: str, place: str, found: str, expected: str, remedy: str) -> Problem:
    return Problem(code=code, place=place, found=found, expected=expected, remedy=remedy)


def _columns(placed: Placed) -> Iterator[Problem]:
    sheet, layout = placed.sheet, placed.layout
    for column in layout.amount_columns:
        own = profile(sheet, column, layout.first_row, layout.headers[column])
        words = layout.headers[column]
        worded = parse_period(words) is not None or "amount" in find_columns([words], frozenset())
        if (own.are_years or own.is_code or (own.money <= 0 and layout.chosen)) and not worded:
            texts = ", ".join(list(dict.fromkeys(own.texts))[:SHOWN])
            yield _doubt(
                "amounts-like-codes",
                sheet.place(column=column),
                f"{name_of_column(layout, column)!r} read as amounts: {texts}",
                "amounts; these look like codes, years or numbers of rows",
                "name the column of amounts under [columns.amounts] or as columns.amount",
            )


def _year_lines(sheet: Sheet, rows: Sequence[TableRow]) -> Iterator[Problem]:
    for row in rows:
        if len(row.amounts) > 1 and all(year == amount for year, amount in row.amounts.items()):
            yield _doubt(
                "amounts-like-codes",
                sheet.place(row.row),
                f"{row.label}: every amount is the number of its year, and counted",
                "amounts; these look like the header of another table",
                "name the row under leave_out in a mapping",
            )


def _header_row(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Iterator[Problem]:
    row = layout.header[1]
    if wishes.header_row is None:
        return
    below = [parse_period(sheet.text(row + 1, at)) for at, _ in layout.amounts]
    if any(below) and [one and one.year for one in below] == [of.year for _, of in layout.amounts]:
        yield _doubt(
            "amounts-like-codes",
            sheet.place(row + 1),
            "the years of the columns in a row that is read as a line, or left out",
            "a header",
            f"set header_row = {sheet.row_name(row + 1)} in the mapping",
        )
    if row < 0:
        return
    cells = [sheet.text(row, at) for at in layout.amount_columns]
    numbers = [text for text in cells if _is_number(text) and cell_year(text) is None]
    if numbers:
        yield _doubt(
            "header-row-holds-amounts",
            sheet.place(row),
            f"{', '.join(numbers[:SHOWN])} in the row that the mapping calls the header",
            "headers, no amounts",
            "set header_row to the row of the headers, or 0 if there is none",
        )


def _is_number(text: str) -> bool:
    reads = (read_number(text, NumberStyle(decimal=decimal)) for decimal in ",.")
    return bool(text) and any(isinstance(value, float) for value in reads)


def _years(placed: Placed, wishes: BudgetMapping) -> Iterator[Problem]:
    """Doubt years that the mapping says otherwise than headers, titles or the file's name."""
    sheet, layout = placed.sheet, placed.layout
    for column, period in layout.amounts if layout.chosen else ():
        said = parse_period(layout.headers[column])
        if said is not None and said.year not in (None, period.year):
            yield _year_doubt(sheet.place(layout.header[1], column), said.year or 0, period.year)
    if wishes.year is None and not (layout.chosen and len(layout.amounts) == 1):
        return
    year = wishes.year or layout.amounts[0][1].year
    above = list(texts_above(sheet, max(layout.header[0], 0)))
    stated = title_year(above) or file_year(sheet.file)
    dated = any(parse_period(layout.headers[column]) for column, _ in layout.amounts)
    if stated is not None and stated != year and not dated:
        yield _year_doubt(sheet.place(), stated, year)


def _year_doubt(place: str, said: int, year: int | None) -> Problem:
    return _doubt(
        "year-differs",
        place,
        f"{said} in the file, {year} in the mapping",
        "the same year; the mapping's is read",
        "correct the year in the mapping, if the file is right",
    )


def _unit(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Iterator[Problem]:
    if wishes.unit is None:
        return
    texts = [
        cell for row in sheet.rows[: layout.first_row] for cell in row if isinstance(cell, str)
    ]
    said = find_captions([*texts, *sheet.around])
    if said and wishes.unit not in {caption.unit for caption in said}:
        yield _doubt(
            "unit-differs",
            sheet.place(),
            f"{said[0].text!r} in the file, {wishes.unit:,.0f} as unit in the mapping",
            "the same unit; the mapping's is read",
            "write the file's unit in the mapping, if the file is right",
        )


def _sign(sheet: Sheet, rows: Sequence[TableRow], wishes: BudgetMapping) -> Iterator[Problem]:
    earned = sum(parse_direction(" ".join(row.labels)) < 0 for row in rows)
    said = sign_of_words(rows) or (None if 0 < earned < len(rows) else sign_of_most(rows))
    if said and earned == len(rows):
        said = "expenditure-negative" if said == "expenditure-positive" else "expenditure-positive"
    if wishes.sign in ("expenditure-positive", "expenditure-negative") and said not in (
        None,
        wishes.sign,
    ):
        yield _doubt(
            "sign-differs",
            sheet.place(),
            f"amounts of lines as in a file of {said}",
            f"{wishes.sign}, as the mapping says: read so",
            "write the other sign in the mapping, if the lines are right",
        )


def _decimal(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Iterator[Problem]:
    if wishes.decimal is None:
        return
    texts = (
        sheet.value(row, at)
        for row in range(layout.first_row, len(sheet.rows))
        for at in layout.amount_columns
    )
    written = [text for text in texts if isinstance(text, str) and {",", "."} & set(text)]
    said = decide_style(written)
    if written and not said.unsure and said.decimal != wishes.decimal:
        yield _doubt(
            "decimal-differs",
            sheet.place(),
            f"numbers with {said.decimal!r} as the decimal sign",
            f"{wishes.decimal!r}, as the mapping says: read so",
            "write the other decimal in the mapping, if the numbers are right",
        )


def _columns_left(placed: Placed, wishes: BudgetMapping, style: NumberStyle) -> Iterator[Problem]:
    """Doubt a choice of columns beside others that may be amounts, with what they hold."""
    sheet, layout = placed.sheet, placed.layout
    if not (wishes.columns.amounts or wishes.columns.amount):
        return
    used = {*layout.amount_columns, *layout.columns.values()}
    left = [
        at for _, at in ranked_amounts(sheet, layout.headers, layout.first_row) if at not in used
    ]
    years = {period.year for _, period in layout.amounts}
    rivals = [at for at in left if _rivals(layout.headers[at], years)]
    if rivals:
        told = "; ".join(
            f"{name_of_column(layout, at)!r}: {_sum(sheet, layout, at, style):,.2f}"
            for at in rivals[:SHOWN]
        )
        yield _doubt(
            "amounts-left-out",
            sheet.place(max(layout.header[1], 0)),
            f"{len(rivals)} other columns that may be amounts: {told}",
            "no other amounts of these years; only the mapping's columns are read",
            "see that the column of the budget is the one that the mapping names",
        )


def _rivals(header: str, years: set[int | None]) -> bool:
    """Say whether a column may be of the years that are read."""
    period = parse_period(header)
    return period is None or period.year is None or period.year in years


def _sum(sheet: Sheet, layout: Layout, column: int, style: NumberStyle) -> float:
    cells = (
        read_number(sheet.value(row, column), style)
        for row in range(layout.first_row, len(sheet.rows))
    )
    return fsum(cell for cell in cells if isinstance(cell, float))


def _rows_left(
    sheet: Sheet, layout: Layout, wishes: BudgetMapping, style: NumberStyle
) -> Iterator[Problem]:
    """Doubt an end of the table above further figures."""
    if layout.last_row is None:
        return
    below = range(layout.last_row + 1, len(sheet.rows))
    cells = [
        value
        for row in below
        for at in layout.amount_columns
        if isinstance(value := read_number(sheet.value(row, at), style), float)
    ]
    if cells:
        yield _doubt(
            "rows-left-out",
            sheet.place(layout.last_row + 1),
            f"{len(cells)} figures below the last row, {fsum(cells):,.2f} together",
            f"none below row {wishes.last_row}, as last_row in the mapping says",
            "see that no lines of the budget stand there",
        )


def _sides(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], wishes: BudgetMapping
) -> Iterator[Problem]:
    """Doubt sides that only the mapping says, and a mapping that keeps one of two."""
    mapped = bool(wishes.direction.income or wishes.direction.expenditure)
    votes = [
        parse_direction(row.texts["direction"]) * parse_direction(" ".join(row.labels))
        for row in rows
        if "direction" in row.texts
    ]
    if mapped and sum(votes) <= 0:
        yield _doubt(
            "direction-only-mapped",
            sheet.place(),
            "rows whose own words do not say, or say otherwise, which side they are on",
            "income and expenditure as [direction] in the mapping says: read so",
            "see that the two are not exchanged",
        )
    column = layout.columns.get("direction")
    kept = dict(layout.keep).get(column) if column is not None else None
    sides = {parse_direction(text) for text in kept or ()}
    if column is not None and len(sides) == 1:
        yield _doubt(
            "one-side-only",
            sheet.place(column=column),
            f"only {', '.join(sorted(kept or ()))} kept, of a column of two sides",
            "income and expenditure both",
            "add the other side's text under [keep], unless it is left out on purpose",
        )
