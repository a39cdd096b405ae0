"""Rows with figures → budget lines and control totals."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from innobudget.domain.budget import BudgetLine, Kind, parse_code
from innobudget.domain.reading import ControlTotal, Sign
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.reconciliation.signs import expenditure_factor
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow, precision_of
from innobudget.io.tables.units import Unit
from innobudget.io.wording.columns import counts_up
from innobudget.io.wording.labels import kind_of_title, parse_kind, refine_kind
from innobudget.messages import say

_Key = tuple[object, ...]
"""What the rows of one line share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a table was taken apart into."""

    sheet: Sheet
    """Where its rows stand."""
    layout: Layout
    """How it was read, with the sides that letters say."""
    table: Table
    """Its rows, and what was left out of them."""
    totals: Totals
    """Which rows are totals."""
    years: tuple[int, ...]
    """Ascending. [calendar years]"""
    sign: Sign
    """Which sign expenditure has."""
    unit: Unit
    """What the amounts are multiplied by, and their currency."""
    doubts: tuple[Problem, ...]
    """What was not sure on the way."""

    @property
    def lines(self) -> list[int]:
        """Positions of the rows that are lines."""
        return self.totals.lines(len(self.table.rows))


def join_years(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return one row for each line of a table that has a row for each of its years.

    Rows of one line say the same but for the year and their number; a second one of a year is
    a line more. Where the years stand below each other, a line that a later one has more stands
    after the same row.
    """
    first: dict[_Key, list[TableRow]] = {}
    seen: Counter[tuple[_Key, int]] = Counter()
    after: dict[_Key | None, _Key | None] = {None: None}
    last: dict[int, _Key] = {}
    years = [next(iter(row.columns)) for row in rows]
    apart = {"year", "line"} if counts_up([row.code for row in rows]) else {"year"}
    by_line = sum(a != b for a, b in pairwise(years)) * 2 > len(rows)
    before: _Key | None = None
    for row, year in zip(rows, years, strict=True):
        texts = tuple((role, text) for role, text in row.texts.items() if role not in apart)
        seen[texts, year] += 1
        key = (*texts, seen[texts, year])
        if key not in first:
            place = before if by_line else last.get(year)
            after[key], after[place] = after.get(place), key
        first.setdefault(key, []).append(row)
        before = last[year] = key
    order = []
    at = after[None]
    while at is not None:
        order.append(at)
        at = after[at]
    return [_joined(first[key]) for key in order]


def _joined(rows: Sequence[TableRow]) -> TableRow:
    """Return the rows of one line as one, with the amounts of every year."""
    if len(rows) == 1:
        return rows[0]
    return replace(
        rows[0],
        amounts=dict(item for row in rows for item in row.amounts.items()),
        columns=dict(item for row in rows for item in row.columns.items()),
        earned=dict(item for row in rows for item in row.earned.items()),
        years={year: row.row for row in rows for year in row.columns},
        flagged=any(row.flagged for row in rows),
    )


def control_totals(parts: Parts) -> Iterator[ControlTotal]:
    """Compare every stated total with the sum of the lines under it.

    A total that stands in some years only says nothing of the others.
    """
    rows, unit = parts.table.rows, parts.unit.factor
    precision = precision_of(rows) * unit
    for position, total in sorted(parts.totals.totals.items()):
        row = rows[position]
        added = [(rows[line].amounts, sign) for line, sign in total.lines.items()]
        said = [(year, stated) for year, stated in row.amounts.items() if stated]
        for year, stated in (said or row.amounts.items()) if added else ():
            under = [sign * amounts.get(year, 0.0) for amounts, sign in added]
            read = round(math.fsum(under) * unit, 4)
            whole = round(stated * unit, 4)
            allowed = tolerance(len(under), precision)
            yield ControlTotal(
                place=parts.sheet.place(row.years.get(year, row.row), row.columns[year]),
                label=row.label,
                year=year,
                stated=whole,
                read=read,
                within_rounding=abs(read - whole) <= allowed + 1e-9 * abs(whole),
            )


def budget_lines(parts: Parts) -> tuple[BudgetLine, ...]:
    """Return the lines in the order of the sheet."""
    return tuple(_line(parts, row) for row in _in_order(parts))


def _in_order(parts: Parts) -> list[TableRow]:
    return sorted((parts.table.rows[at] for at in parts.lines), key=lambda row: row.row)


def _line(parts: Parts, row: TableRow) -> BudgetLine:
    texts = row.texts
    name, stated = texts.get("name", ""), texts.get("kind", "")
    code = texts.get("line") or name or texts.get("area")
    code = code or f"row {parts.sheet.row_name(row.row)}"
    kind = _known_kind(stated) if stated or row.code else kind_of_title(code)
    factor = expenditure_factor(row, parts.sign) * parts.unit.factor
    return BudgetLine(
        code=parse_code(code),
        name=name or code,
        area=texts.get("area"),
        kind=refine_kind(kind, code, stated=stated),
        amounts={year: _rounded(amount * factor) for year, amount in row.amounts.items()},
        place=parts.sheet.place(row.row),
    )


def _rounded(amount: float) -> float:
    """Return an amount without stray digits, and zero without a sign."""
    return (amount if amount.is_integer() else round(amount, 4)) + 0.0


def _known_kind(text: str) -> Kind | None:
    return kind_of_title(text) or parse_kind(text)


def unknown_kinds(parts: Parts) -> Iterator[Problem]:
    """Doubt what the kind column says that is not known."""
    first: dict[str, int] = {}
    for row in _in_order(parts):
        first.setdefault(row.texts.get("kind", ""), row.row)
    for text, at in first.items():
        if text and _known_kind(text) is None:
            yield Problem(
                code="kind-unknown",
                place=parts.sheet.place(at),
                found=repr(text),
                expected=say(
                    "dranst 1 to 7, drift, overførsler, anlæg, refusion, forsyning, "
                    "finansiering, or their English names"
                ),
                remedy=say("read as operating; correct the cell, or map another column as kind"),
            )
