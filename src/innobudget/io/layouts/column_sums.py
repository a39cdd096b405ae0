"""What columns of amounts add up to, and what that says of those of one year.

A year may have a column of expenditure and one of income, and a net amount beside them.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import fsum

from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.wording.labels import parse_direction, says_result
from innobudget.io.wording.numerals import NumberStyle, read_number

CLOSE = 2e-3
"""Net amounts agree with their two sides within this share: figures are rounded."""


class ColumnSums:
    """The sum of each column; each is added up once."""

    def __init__(self, sheet: Sheet, layout: Layout, style: NumberStyle) -> None:
        self._sheet, self._layout, self._style = sheet, layout, style
        self._known: dict[int, float] = {}

    def of(self, column: int) -> float:
        """Return a column's sum, totals among its rows included. [unit of the file]"""
        if column not in self._known:
            self._known[column] = fsum(self._cells(column))
        return self._known[column]

    def _cells(self, column: int) -> list[float]:
        """Return a column's numbers, 0 where there is none."""
        rows = range(self._layout.first_row, len(self._sheet.rows))
        cells = (read_number(self._sheet.value(row, column), self._style) for row in rows)
        return [cell if isinstance(cell, float) else 0.0 for cell in cells]

    def whole_of(self, columns: Sequence[int]) -> int | None:
        """Return the column that adds up the others, which are two or more."""
        every = fsum(self.of(column) for column in columns) if len(columns) > 2 else 0.0
        return next(
            (
                at
                for at in columns
                if every and abs(every - 2 * self.of(at)) <= CLOSE * abs(self.of(at))
            ),
            None,
        )

    def net_sign(self, sides: Mapping[int, Sequence[int]]) -> int:
        """Return 1 where net amounts are expenditure less income, -1 the other way, 0: neither.

        Most rows decide, since single ones may be rounded, or only number the columns.
        """
        spent, earned, net = (self._cells(sides[side][0]) for side in (1, -1, 0))
        votes = Counter(
            _sign(abs(a), abs(b), c)
            for a, b, c in zip(spent, earned, net, strict=True)
            if a or b or c
        )
        sign = max((1, -1), key=lambda way: votes[way])
        return sign if votes[sign] * 2 >= votes.total() else 0

    def are_one_year(self, sides: Mapping[int, Sequence[int]]) -> bool:
        """Say whether columns are expenditure, income and perhaps their net, once each."""
        if set(sides) not in ({1, -1}, {1, -1, 0}) or any(len(of) > 1 for of in sides.values()):
            return False
        return 0 not in sides or self.net_sign(sides) != 0


def _sign(spent: float, earned: float, net: float) -> int:
    near = CLOSE * max(spent, earned)
    return next((sign for sign in (1, -1) if abs(net - sign * (spent - earned)) <= near), 0)


def sides_of(layout: Layout, columns: Sequence[int]) -> dict[int, list[int]]:
    """Part columns by what their headers say: 1 expenditure, -1 income, 0 neither."""
    found: dict[int, list[int]] = defaultdict(list)
    for column in columns:
        header = layout.headers[column]
        inner = header.rpartition("(")[2]  # of `Ergebnis 2015 (Aufwendungen)`, no net amounts
        own = inner if parse_direction(inner) else header
        found[0 if says_result(own) else parse_direction(own)].append(column)
    return found


def factors_of(layout: Layout, columns: Sequence[int], money: ColumnSums) -> dict[int, int]:
    """Return the columns that make up one year, with what they are multiplied by.

    Expenditure comes out positive and income negative, whatever the signs of the columns;
    net amounts that both sides bear out are taken instead of them.
    """
    if len(columns) < 2:
        return dict.fromkeys(columns, 1)
    sides = sides_of(layout, columns)
    if 0 in sides and money.are_one_year(sides):
        return {sides[0][0]: money.net_sign(sides)}
    return {
        column: _turned(side, column, money) if side else 1
        for side, group in sides.items()
        for column in group
    }


def earned_of(layout: Layout, columns: Sequence[int], money: ColumnSums) -> dict[int, int]:
    """Return a year's columns of income beside those of expenditure, with their factors."""
    sides = sides_of(layout, columns)
    income = sides[-1] if {1, -1} <= sides.keys() else ()
    return {column: _turned(-1, column, money) for column in income}


def _turned(side: int, column: int, money: ColumnSums) -> int:
    """Return what makes expenditure positive and income negative."""
    return -side if money.of(column) < 0 else side
