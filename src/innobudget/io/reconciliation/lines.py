"""Rows with figures → budget lines and control totals."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from innobudget.domain.budget import BudgetLine, Kind, parse_code
from innobudget.domain.reading import ControlTotal, Sign
from innobudget.errors import Problem
from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.reconciliation.signs import expenditure_factor
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow, precision_of
from innobudget.io.wording.columns import counts_up
from innobudget.io.wording.labels import kind_of_title, parse_kind, refine_kind
from innobudget.messages import say

_Key = tuple[object, ...]
"""What the rows of one line share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all rows of a table share."""

    sheet: Sheet
    """Where they stand."""
    years: tuple[int, ...]
    """Ascending. [calendar years]"""
    sign: Sign
    """Which sign expenditure has."""
    unit: float
    """What amounts are multiplied by. [currency]"""


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


def control_totals(
    rows: Sequence[TableRow], totals: Totals, frame: Frame
) -> Iterator[ControlTotal]:
    """Compare every stated total with the sum of the lines under it.

    A total that stands in some years only says nothing of the others.
    """
    precision = precision_of(rows) * frame.unit
    for position, total in sorted(totals.totals.items()):
        row = rows[position]
        added = [(rows[line].amounts, sign) for line, sign in total.lines.items()]
        said = [(year, stated) for year, stated in row.amounts.items() if stated]
        for year, stated in (said or row.amounts.items()) if added else ():
            parts = [sign * amounts.get(year, 0.0) for amounts, sign in added]
            read = round(math.fsum(parts) * frame.unit, 4)
            whole = round(stated * frame.unit, 4)
            allowed = tolerance(len(parts), precision)
            yield ControlTotal(
                place=frame.sheet.place(row.years.get(year, row.row), row.columns[year]),
                label=row.label,
                year=year,
                stated=whole,
                read=read,
                within_rounding=abs(read - whole) <= allowed + 1e-9 * abs(whole),
            )


def _rounded(amount: float) -> float:
    """Return an amount without stray digits, and zero without a sign."""
    return (amount if amount.is_integer() else round(amount, 4)) + 0.0


@dataclass(slots=True, kw_only=True)
class LineBuilder:
    """Makes lines and remembers what was not understood on the way."""

    frame: Frame
    """What all rows share."""
    unknown_kinds: dict[str, int] = field(default_factory=dict)
    """Words of the kind column that say nothing known, with the row they first stand in."""

    def build(self, rows: Sequence[TableRow]) -> tuple[BudgetLine, ...]:
        """Return the lines in the order of the rows."""
        return tuple(map(self._line, rows))

    def _amounts(self, row: TableRow) -> dict[int, float]:
        factor = expenditure_factor(row, self.frame.sign) * self.frame.unit
        return {year: _rounded(amount * factor) for year, amount in row.amounts.items()}

    def _line(self, row: TableRow) -> BudgetLine:
        texts = row.texts
        name = texts.get("name", "")
        code = texts.get("line") or name or texts.get("area") or self._row_name(row)
        return BudgetLine(
            code=parse_code(code),
            name=name or code,
            area=texts.get("area"),
            kind=self._kind(row, code),
            amounts=self._amounts(row),
            place=self.frame.sheet.place(row.row),
        )

    def _row_name(self, row: TableRow) -> str:
        return f"row {self.frame.sheet.row_name(row.row)}"

    def _kind(self, row: TableRow, code: str) -> Kind:
        stated = row.texts.get("kind", "")
        kind = (kind_of_title(stated) or parse_kind(stated)) if stated else None
        if not stated and not row.code:
            kind = kind_of_title(code)
        if stated and kind is None:
            self.unknown_kinds.setdefault(stated, row.row)
        return refine_kind(kind, code, stated=stated)

    def doubts(self) -> Iterator[Problem]:
        """Return what the kind column says that is not known."""
        for text, row in self.unknown_kinds.items():
            yield Problem(
                code="kind-unknown",
                place=self.frame.sheet.place(row),
                found=repr(text),
                expected=say(
                    "dranst 1 to 7, drift, overførsler, anlæg, refusion, forsyning, "
                    "finansiering, or their English names"
                ),
                remedy=say("read as operating; correct the cell, or map another column as kind"),
            )
