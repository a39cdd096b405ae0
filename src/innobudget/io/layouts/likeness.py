"""Whether two sheets are versions of one budget: the same lines with amounts that differ little."""

from collections.abc import Mapping, Sequence

from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.wording.labels import says_total
from innobudget.io.wording.numerals import NumberStyle, read_number

LIKE = 0.25
"""Versions of one budget change most amounts by less than this share."""
Lines = Mapping[tuple[str, ...], Mapping[int, float]]
"""Amounts by what the labels say, and by year or column."""


def shared(one: Lines, other: Lines) -> list[tuple[float, float]]:
    """Return the amounts of the lines that both hold; none where they are not most of one."""
    both = [
        [(own[at], theirs[at]) for at in own if at in theirs and (own[at] or theirs[at])]
        for own, theirs in ((one[key], other[key]) for key in one if key in other)
    ]
    most = sum(map(bool, both)) * 2 > min(len(one), len(other))
    return [pair for pairs in both for pair in pairs] if most else []


def are_like(pairs: Sequence[tuple[float, float]]) -> bool:
    """Say whether at least half of some pairs of amounts differ little."""
    like = sum(abs(a - b) <= LIKE * max(abs(a), abs(b)) for a, b in pairs)
    return bool(pairs) and like * 2 >= len(pairs)


def lines_of(sheet: Sheet, layout: Layout) -> Lines:
    """Return the lines of a sheet; totals are none."""
    named = [at for role, at in layout.columns.items() if role != "amount"]
    style = NumberStyle()
    found = {}
    for row in range(layout.first_row, len(sheet.rows)):
        texts = tuple(sheet.text(row, at) for at in named)
        values = {at: read_number(sheet.value(row, at), style) for at in layout.amount_columns}
        amounts = {at: value for at, value in values.items() if isinstance(value, float)}
        if any(texts) and amounts and not any(map(says_total, texts)):
            found[texts] = amounts
    return found
