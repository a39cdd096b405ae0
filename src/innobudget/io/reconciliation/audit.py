"""What speaks against a reading: a mapping is checked as strictly as what was recognised."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import fsum

from innobudget.domain.reading import Sign
from innobudget.errors import InputError, Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.placing import Placed
from innobudget.io.layouts.profiles import STYLES, SheetColumns
from innobudget.io.mapping import BudgetMapping
from innobudget.io.reconciliation.doubting import like_counts, of_balances, out_of_scale
from innobudget.io.reconciliation.outside import figures, other_columns, outside
from innobudget.io.reconciliation.signs import (
    decide_sign,
    direction_of,
    side_in_words,
    sign_of_most,
    sign_of_words,
)
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow, matches
from innobudget.io.wording.captions import (
    file_year,
    find_captions,
    is_unit,
    texts_above,
    title_year,
)
from innobudget.io.wording.columns import find_columns, side_called
from innobudget.io.wording.labels import parse_direction
from innobudget.io.wording.numerals import NumberStyle, decide_style, read_number
from innobudget.io.wording.periods import cell_year, parse_period, parse_version
from innobudget.messages import say

SHOWN = 4
FEW_NUMBERS, MILLION = 3, 1e6
"""More numbers than these, not in millions, have not three decimals each: a mapping is doubted."""
AGAINST = 5
"""Where more than one in so many rows says otherwise than the mapping, its sides are doubted."""
FEW_KINDS = 3
"""So many texts of a column at most are versions or halves of a budget, and no areas of it."""
_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
AS_MAPPED = say("{wish}, as the mapping says: read so")
_TURNED: Mapping[str, Sign] = {
    "expenditure-positive": "expenditure-negative",
    "expenditure-negative": "expenditure-positive",
}


def check_years(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> None:
    """Refuse one year for rows whose own column says several.

    Raises
    ------
    InputError
        Naming the years that the column holds.

    """
    if wishes.year is None or not layout.amounts:
        return
    cells = SheetColumns(sheet)
    for column, header in enumerate(layout.headers):
        own = cells.profile(column, layout.first_row, header)
        years = {year for text in own.texts if (year := cell_year(text)) is not None}
        if own.are_years and years - {wishes.year}:
            said = sorted(years)[:SHOWN]
            raise InputError(
                [
                    Problem(
                        code="mapped-year-differs",
                        place=sheet.place(column=column),
                        found=say(
                            "rows of {years} in column {header!r}",
                            years=said,
                            header=name_of_column(layout, column),
                        ),
                        expected=say(
                            "rows of {year} only, as year in the mapping says", year=wishes.year
                        ),
                        remedy=say(
                            "set columns.year = {header!r} instead",
                            header=name_of_column(layout, column),
                        ),
                    )
                ]
            )


def audit(
    placed: Placed, rows: Sequence[TableRow], wishes: BudgetMapping, style: NumberStyle
) -> Iterator[Problem]:
    """Yield what the file's own words and figures say against how it was read."""
    whole, layout = placed.sheet, placed.layout
    sheet = layout.down_to_end(whole)
    yield from chain(
        _columns(sheet, layout, rows, named=_named(wishes)),
        _header_row(sheet, layout, wishes),
        _years(sheet, layout, wishes),
        _said_otherwise(sheet, layout, rows, wishes),
        other_columns(placed, rows, style, named=_named(wishes)),
        outside(whole, layout, style),
        like_counts(sheet, layout, rows),
        of_balances(sheet, rows),
        out_of_scale(sheet, rows),
        _sides(sheet, layout, rows, wishes),
        _kinds(sheet, layout, style),
    )


def _doubt(code: str, place: str, found: str, expected: str, remedy: str) -> Problem:
    return Problem(code=code, place=place, found=found, expected=expected, remedy=remedy)


def _named(wishes: BudgetMapping) -> bool:
    """Say whether the mapping names the columns of amounts."""
    return bool(wishes.columns.amounts or wishes.columns.amount)


def _columns(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], *, named: bool
) -> Iterator[Problem]:
    """Doubt codes, years and numbers of rows as amounts."""
    cells = SheetColumns(sheet)
    for column in layout.amount_columns:
        own = cells.profile(column, layout.first_row, layout.headers[column])
        words = layout.headers[column]
        worded = parse_period(words) is not None or "amount" in find_columns([words], frozenset())
        if (own.are_years or own.is_code or (own.money <= 0 and named)) and not worded:
            texts = list(dict.fromkeys(own.texts))[:SHOWN]
            found = say(
                "{header!r} read as amounts: {texts}",
                header=name_of_column(layout, column),
                texts=texts,
            )
            expected = say("amounts; these look like codes, years or numbers of rows")
            remedy = say("name the column of amounts under [columns.amounts] or as columns.amount")
            yield _doubt("amounts-like-codes", sheet.place(column=column), found, expected, remedy)
    for row in rows:
        told = [amount for amount in row.amounts.values() if amount]
        if len(row.amounts) > len(told) == 1 and _DATE.fullmatch(f"{told[0]:.0f}"):
            found = say("{label}: {amount:.0f} reads like a day", label=row.label, amount=told[0])
            expected = say("amounts; it is counted as one")
            remedy = say("name the row under leave_out in a mapping")
            yield _doubt("amounts-like-codes", sheet.place(row.row), found, expected, remedy)
        if len(row.amounts) > 1 and all(year == amount for year, amount in row.amounts.items()):
            found = say(
                "{label}: every amount is the number of its year, and counted", label=row.label
            )
            expected = say("amounts; these look like the header of another table")
            remedy = say("name the row under leave_out in a mapping")
            yield _doubt("amounts-like-codes", sheet.place(row.row), found, expected, remedy)


def _header_row(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Iterator[Problem]:
    """Doubt a row of the header that holds amounts, or has the years below it."""
    row = layout.header[1]
    if wishes.header_row is None:
        return
    below = [parse_period(sheet.text(row + 1, at)) for at, _ in layout.amounts]
    if any(below) and [one and one.year for one in below] == [of.year for _, of in layout.amounts]:
        found = say("the years of the columns in a row that is read as a line, or left out")
        remedy = say("set header_row = {row} in the mapping", row=sheet.row_name(row + 1))
        yield _doubt("amounts-like-codes", sheet.place(row + 1), found, say("a header"), remedy)
    cells = [sheet.text(row, at) for at in layout.amount_columns] if row >= 0 else []
    numbers = [
        text for text in cells if _is_number(text) and not (cell_year(text) or is_unit(text))
    ]
    if numbers:
        found = say(
            "{numbers} in the row that the mapping calls the header", numbers=numbers[:SHOWN]
        )
        remedy = say("set header_row to the row of the headers, or 0 if there is none")
        yield _doubt(
            "header-row-holds-amounts", sheet.place(row), found, say("headers, no amounts"), remedy
        )


def _is_number(text: str) -> bool:
    reads = (read_number(text, style) for style in STYLES)
    return bool(text) and any(isinstance(value, float) for value in reads)


def _years(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Iterator[Problem]:
    """Doubt years that the mapping says otherwise than headers, titles or the file's name."""
    told: list[tuple[str, int, int | None]] = []
    for column, period in layout.amounts if layout.chosen else ():
        said = parse_period(layout.headers[column])
        if said is not None and said.year not in (None, period.year):
            told.append((sheet.place(layout.header[1], column), said.year or 0, period.year))
    if wishes.year is not None or (layout.chosen and len(layout.amounts) == 1):
        year = wishes.year or layout.amounts[0][1].year
        over = (layout.headers[at] for at in layout.labels)
        stated = title_year([*texts_above(sheet, max(layout.header[0], 0)), *over])
        stated = stated or file_year(sheet.file)
        dated = any(parse_period(layout.headers[column]) for column, _ in layout.amounts)
        if stated is not None and stated != year and not dated:
            told.append((sheet.place(), stated, year))
    for place, stated, year in told:
        found = say("{stated} in the file, {year} in the mapping", stated=stated, year=year)
        remedy = say("correct the year in the mapping, if the file is right")
        expected = say("the same year; the mapping's is read")
        yield _doubt("year-differs", place, found, expected, remedy)


def _said_otherwise(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], wishes: BudgetMapping
) -> Iterator[Problem]:
    """Doubt a sign and a decimal sign that the file says otherwise."""
    sided = any(row.earned for row in rows)
    sign = "expenditure-positive" if sided else decide_sign(rows) or _sign_of(rows)
    if wishes.sign in {*_TURNED} - {sign} and sign:
        found = say("amounts of lines as in a file of {sign}", sign=sign)
        remedy = say("write the other sign in the mapping, if the lines are right")
        yield _doubt("sign-differs", sheet.place(), found, AS_MAPPED.of(wish=wishes.sign), remedy)
    columns = layout.amount_columns if wishes.decimal else ()
    cells = (sheet.value(row, at) for row in layout.rows_of(sheet) for at in columns)
    written = [text for text in cells if isinstance(text, str) and {",", "."} & set(text)]
    style = decide_style(written)
    captions = find_captions(texts_above(sheet, layout.first_row))
    thousandths = len(written) > FEW_NUMBERS and all(one.unit < MILLION for one in captions)
    if written and (thousandths or not style.unsure) and style.decimal != wishes.decimal:
        found = say("numbers with {decimal!r} as the decimal sign", decimal=style.decimal)
        remedy = say("write the other decimal in the mapping, if the numbers are right")
        said = AS_MAPPED.of(wish=repr(wishes.decimal))
        yield _doubt("decimal-differs", sheet.place(), found, said, remedy)


def _sign_of(rows: Sequence[TableRow]) -> Sign | None:
    """Return the sign that lines have by their words, else as most of what is not all income."""
    earned = sum(side_in_words(row) < 0 for row in rows)
    said = sign_of_words(rows) or (None if 0 < earned < len(rows) else sign_of_most(rows))
    return _TURNED[said] if said and earned == len(rows) else said


def _sides(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], wishes: BudgetMapping
) -> Iterator[Problem]:
    """Doubt sides that only the mapping says, and a mapping that keeps one of two."""
    told = [(direction_of(row), side_in_words(row)) for row in rows if "direction" in row.texts]
    votes = [side * said for side, said in told if said]
    each = [[side * said for side, said in told if said and side == own] for own in (1, -1)]
    most = any(own and sum(own) <= 0 for own in each)
    against = votes.count(-1) * AGAINST > len(votes) or sum(votes) <= 0 or most
    if (wishes.direction.income or wishes.direction.expenditure) and against:
        found = say("rows whose own words do not say, or say otherwise, which side they are on")
        expected = say("income and expenditure as [direction] in the mapping says: read so")
        remedy = say("see that the two are not exchanged")
        yield _doubt("direction-only-mapped", sheet.place(), found, expected, remedy)
    yield from _against_header(sheet, layout, rows)
    column = layout.columns.get("direction")
    kept = dict(layout.keep).get(column, frozenset()) if column is not None else frozenset()
    if len({parse_direction(text) for text in kept}) == 1:
        found = say("only {kept} kept, of a column of two sides", kept=sorted(kept))
        remedy = say("add the other side's text under [keep], unless it is left out on purpose")
        place = sheet.place(column=column)
        expected = say("income and expenditure both")
        yield _doubt("one-side-only", place, found, expected, remedy)


def _against_header(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Doubt rows whose side is another one than that which their column of amounts is called."""
    headers = {layout.headers[at] for at in layout.amount_columns if not layout.pair}
    sides = {*map(side_called, headers)}
    side = sides.pop() if len(sides) == 1 else 0
    against = (row for row in rows if direction_of(row) == -side and any(row.amounts.values()))
    if side and (first := next(against, None)):
        found = say(
            "a row of the other side than its column of amounts is called, {headers}",
            headers=sorted(headers),
        )
        expected = say("rows of the side that the header says; read as the rows say themselves")
        remedy = say("see whether the amounts have their own signs already, and set sign then")
        yield _doubt("sign-not-said", sheet.place(first.row), found, expected, remedy)


def _kinds(sheet: Sheet, layout: Layout, style: NumberStyle) -> Iterator[Problem]:
    """Doubt what a mapping does not keep of few kinds, unless words say that they are versions."""
    for column, kept in layout.keep:
        texts = (
            {row: sheet.text(row, column) for row in layout.rows_of(sheet)} if column >= 0 else {}
        )
        kinds = dict.fromkeys(filter(None, texts.values()))
        versions = "other" not in {parse_version(text.casefold()) for text in kinds}
        if versions or (len(kinds) > FEW_KINDS and column != layout.columns.get("direction")):
            continue
        others = [row for row, text in texts.items() if text and not matches(text, kept)]
        sum_ = fsum(figures(sheet, others, layout.amount_columns, style))
        if sum_:
            found = say(
                "{names} of column {header!r} are not read: {sum:,.2f}",
                names=[repr(text) for text in kinds if not matches(text, kept)][:SHOWN],
                header=name_of_column(layout, column),
                sum=sum_,
            )
            expected = say("rows that repeat the money of those that are read, as commitments do")
            remedy = say("add what is money of its own under [keep]")
            yield _doubt("kinds-left-out", sheet.place(column=column), found, expected, remedy)
