"""What was understood of a budget file, said as values."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import fsum

from innobudget.domain.budget import BudgetLine
from innobudget.domain.reading import BudgetReading, ControlTotal, LeftOut
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.placing import Placed
from innobudget.io.reconciliation.lines import Parts
from innobudget.io.reconciliation.signs import (
    direction_of,
    expenditure_factor,
)
from innobudget.io.sheets import Sheet, column_letters
from innobudget.io.wording.captions import texts_above
from innobudget.io.wording.labels import says_result, says_total
from innobudget.io.wording.periods import price_level
from innobudget.messages import counted, linked, say

SHOWN = 4
LAST = frozenset({"unit-not-said", "sign-not-said"})


def differences(controls: Sequence[ControlTotal]) -> Iterator[Problem]:
    """Doubt every stated total that the lines do not add up to."""
    for control in controls:
        if not control.within_rounding:
            yield Problem(
                code="control-total-differs",
                place=control.place,
                found=linked(": ", (control.label, say("{stated:,.2f}", stated=control.stated))),
                expected=say("{read:,.2f}, the sum of the lines", read=control.read),
                remedy=say("find the line that is missing or counted twice, or correct the total"),
            )


def uncovered(parts: Parts, *, wished: bool) -> Iterator[Problem]:
    """Doubt every total that no lines belong to; those a column flags only where wished."""
    rows, sheet = parts.table.rows, parts.sheet
    for at, total in parts.totals.totals.items():
        if not total.lines and (wished or not rows[at].flagged):
            yield Problem(
                code="total-of-nothing",
                place=sheet.place(rows[at].row),
                found=repr(rows[at].label),
                expected=say("lines that add up to it"),
                remedy=say("check that the lines under this total are all in the file"),
            )


def against_words(parts: Parts) -> Iterator[Problem]:
    """Doubt rows that arithmetic alone makes totals, or lines in spite of their words."""
    rows = parts.table.rows
    for place, label in _few(parts, parts.totals.unmarked):
        yield Problem(
            code="total-by-arithmetic",
            place=place,
            found=say("{label}: the sum of the rows beside it, and nothing says so", label=label),
            expected=say("a total in words; read as one, since the grand total agrees only then"),
            remedy=say("if it is a line, set totals = 'none' and name the totals under total_rows"),
        )
    called = {
        at
        for at in parts.lines
        if not rows[at].code
        and any(says_total(text) or says_result(text) for text in rows[at].labels)
    }
    for place, label in _few(parts, parts.totals.named | called):
        yield Problem(
            code="line-called-total",
            place=place,
            found=say("{label}: adds up nothing in the file", label=label),
            expected=say(
                "lines that it adds up; read as a line, since totals below agree only then"
            ),
            remedy=say(
                "if its lines stand elsewhere, read them instead, and name it under total_rows"
            ),
        )


def _few(parts: Parts, positions: Collection[int]) -> Iterator[tuple[str, str]]:
    """Yield place and label of rows; those of many in one, since a long list is not heeded."""
    rows, sheet = parts.table.rows, parts.sheet
    found = [(sheet.place(rows[at].row), rows[at].label) for at in sorted(positions)]
    yield from found[: SHOWN - 1] if len(found) > SHOWN else found
    if len(found) > SHOWN:
        place, label = found[SHOWN - 1]
        more = say(", and {count} more such", count=len(found) - SHOWN)
        yield place, linked("", (label, more))


def parted(parts: Parts) -> Iterator[Problem]:
    """Doubt the lines that were made of what a code has more than the codes under it."""
    rows, rests = parts.table.rows, parts.totals.rests
    if rests:
        head, others = rows[next(iter(rests))], len(rests) - 1
        more = say(", and {count} more such", count=others) if others else ""
        yield Problem(
            code="code-partly-broken-down",
            place=parts.sheet.place(head.row),
            found=say("{label}: more than the codes under it{more}", label=head.label, more=more),
            expected=say("a code that is the sum of those that it begins; the rest is a line too"),
            remedy=say("if the codes stand beside each other, set nesting = 'flat' in the mapping"),
        )


def hidden(
    parts: Parts, controls: Sequence[ControlTotal], columns: Iterable[int]
) -> Iterator[Problem]:
    """Doubt lines and amounts that the workbook does not show, and say if a total lacks them."""
    sheet = parts.sheet
    own = [parts.table.rows[at] for at in parts.lines]
    unseen = sorted(sheet.hidden_rows.intersection(at for row in own for at in row.rows))
    if unseen:
        year = parts.years[-1]
        amounts = {row.years.get(year, row.row): row.amounts.get(year, 0.0) for row in own}
        sum_ = fsum(amounts.get(at, 0.0) for at in unseen) * parts.unit.factor
        off = [one for one in controls if one.year == year and abs(one.difference - sum_) < 1]
        lacking = (
            say("; {label} is off by exactly them", label=off[0].label) if off and sum_ else ""
        )
        yield Problem(
            code="rows-hidden",
            place=sheet.place(unseen[0]),
            found=counted(
                "{count} hidden or filtered row, {sum:,.2f} in {year}{lacking}",
                "{count} hidden or filtered rows, {sum:,.2f} together in {year}{lacking}",
                len(unseen),
                sum=sum_,
                year=year,
                lacking=lacking,
            ),
            expected=say("rows that are shown; they are counted"),
            remedy=say(
                "show them in Excel, and move those that are not the budget's to another sheet"
            ),
        )
    shut = sorted(sheet.hidden_columns & set(columns))
    if shut:
        told = (
            row.amounts.get(year, 0.0) * parts.unit.factor
            for row in own
            for year, column in row.columns.items()
            if column in shut
        )
        yield Problem(
            code="columns-hidden",
            place=sheet.place(column=shut[0]),
            found=counted(
                "{count} hidden column of amounts, {sum:,.2f}",
                "{count} hidden columns of amounts, {sum:,.2f} together",
                len(shut),
                sum=fsum(told),
            ),
            expected=say("columns that are shown; they are read"),
            remedy=say("show them in Excel, or name other columns in the mapping"),
        )


def ranked(doubts: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return doubts with those about counting first, and those of unit and sign last."""
    return tuple(sorted(doubts, key=lambda doubt: doubt.code in LAST))


def unused_columns(sheet: Sheet, layout: Layout, joined: Iterable[int]) -> Iterator[LeftOut]:
    """Name every column that became no part of the budget."""
    used = {*layout.columns.values(), *(column for column, _ in layout.amounts), *joined}
    for column, header in enumerate(layout.headers):
        if header and column not in used:
            yield LeftOut(
                place=sheet.place(column=column),
                reason=say("a column not used: {header}", header=header),
            )


def totals_left_out(parts: Parts) -> Iterator[LeftOut]:
    """Name the totals that no control total shows, and second breakdowns."""
    rows, sheet = parts.table.rows, parts.sheet
    for at, total in parts.totals.totals.items():
        if not total.lines:
            reason = say(
                "marked as a total, of what is not recognised: {label}", label=rows[at].label
            )
            yield LeftOut(place=sheet.place(rows[at].row), reason=reason)
    for at, of in parts.totals.repeats.items():
        reason = say(
            "divides {whole} once more: {label}", whole=rows[of].label, label=rows[at].label
        )
        yield LeftOut(place=sheet.place(rows[at].row), reason=reason)


def sums_by_direction(parts: Parts) -> dict[str, dict[int, float]]:
    """Return expenditure and income by year, each as a positive figure where it is one."""
    sums = {name: dict.fromkeys(parts.years, 0.0) for name in ("expenditure", "income")}
    for at in parts.lines:
        row = parts.table.rows[at]
        direction = direction_of(row)
        factor = expenditure_factor(row, parts.sign) * parts.unit.factor
        for year, amount in row.amounts.items():
            value = amount * factor
            if year in row.earned:
                earned = row.earned[year] * parts.unit.factor
                sums["income"][year] += earned
                sums["expenditure"][year] += value + earned
                continue
            income = direction < 0 or (direction == 0 and value < 0)
            sums["income" if income else "expenditure"][year] += -value if income else value
    return {
        name: {year: round(value, 4) for year, value in by_year.items()}
        for name, by_year in sums.items()
    }


def describe_file(file: str, sheets: Sequence[Sheet]) -> BudgetReading:
    """Return what is known of a file before its table is."""
    text = next(iter(sheets), Sheet(file=file, rows=()))
    return BudgetReading(
        verdict="needs-mapping",
        file=file,
        encoding=text.encoding,
        delimiter=text.delimiter,
        doubts=text.doubts,
    )


def describe_table(placed: Placed, last_row: int | None = None) -> BudgetReading:
    """Return what is known of a table before its figures are."""
    sheet, layout = placed.sheet, placed.layout
    right = column_letters(max(len(layout.headers) - 1, 0))
    bottom = len(sheet.rows) if last_row is None else last_row + 1
    columns: dict[str, str] = {
        role: name_of_column(layout, column) for role, column in layout.columns.items()
    }
    said = {column: period.year for column, period in layout.amounts if period.year is not None}
    for column, number in (placed.years or said).items():
        name, year = name_of_column(layout, column), str(number)
        columns[year] = f"{columns[year]} + {name}" if year in columns else name
    return BudgetReading(
        verdict="needs-mapping",
        file=sheet.file,
        sheet=sheet.name or None,
        sheets=tuple(part.name for part in sheet.parts),
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        range=None if sheet.parts else f"A{max(layout.header[0], 0) + 1}:{right}{bottom}",
        header_row=layout.header[1] + 1,
        columns=columns,
        headers=layout.headers,
        price_level=_price_level(sheet, layout),
        left_out=tuple(placed.left_out),
        doubts=tuple(placed.doubts),
    )


def budget_year(placed: Placed, years: Sequence[int]) -> int:
    """Return the first year whose column does not say accounts; of a long table the last."""
    said = dict(placed.layout.amounts)
    versions = {year: said[at].version for at, year in placed.years.items() if at in said}
    planned = [year for year in years if versions.get(year, "accounts") != "accounts"]
    return planned[0] if planned and len(planned) < len(years) else years[-1 if not versions else 0]


def _price_level(sheet: Sheet, layout: Layout) -> int | None:
    """Return the price level that titles and headers state, where they state one."""
    texts = [*texts_above(sheet, max(layout.header[0], 0)), *layout.headers, *sheet.around]
    levels = {level for text in texts if (level := price_level(text)) is not None}
    return levels.pop() if len(levels) == 1 else None


def sums(lines: Sequence[BudgetLine], years: Sequence[int]) -> Mapping[int, float]:
    """Return the net sum of each year; expenditure positive. [currency]"""
    return {year: round(fsum(line.amounts.get(year, 0.0) for line in lines), 4) for year in years}
