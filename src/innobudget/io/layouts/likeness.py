"""Sheets with the same lines and like amounts: versions of one budget rather than its parts."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from innobudget.io.layouts.layout import Layout
from innobudget.io.layouts.stacking import ADDED, Tables, said_by_names
from innobudget.io.sheets import Sheet
from innobudget.io.wording.numerals import NumberStyle, read_number
from innobudget.io.wording.totals import says_total

LIKE = 0.25
"""Versions of one budget change most amounts by less than this share."""
Lines = Mapping[tuple[str, ...], Mapping[int, float]]
"""Amounts by what the labels say, and by year or column."""


def are_versions(tables: Tables) -> bool:
    """Say whether two sheets hold the same lines, and no name tells years, sides or kinds apart."""
    if said_by_names(tables)[0] not in ("", ADDED["area"]):
        return False
    lines = [_lines(*table) for table in tables]
    return any(are_like(shared(one, other)) for one, other in combinations(lines, 2))


def shared(one: Lines, other: Lines) -> list[tuple[float, float]]:
    """Return the amounts of the lines that both hold; none where they are not most of one."""
    both = [
        [
            (amount, other[key][at])
            for at, amount in amounts.items()
            if at in other[key] and (amount or other[key][at])
        ]
        for key, amounts in one.items()
        if key in other
    ]
    both = [pairs for pairs in both if pairs]
    most = len(both) * 2 > min(len(one), len(other))
    return [pair for pairs in both for pair in pairs] if most else []


def are_like(pairs: Sequence[tuple[float, float]]) -> bool:
    """Say whether at least half of some pairs of amounts differ little."""
    like = sum(abs(a - b) <= LIKE * max(abs(a), abs(b)) for a, b in pairs)
    return bool(pairs) and like * 2 >= len(pairs)


def _lines(sheet: Sheet, layout: Layout) -> Lines:
    columns = layout.amount_columns
    named = [at for role, at in layout.columns.items() if role != "amount"]
    style = NumberStyle()
    found = {}
    for row in range(layout.first_row, len(sheet.rows)):
        texts = tuple(sheet.text(row, at) for at in named)
        values = {at: read_number(sheet.value(row, at), style) for at in columns}
        amounts = {at: value for at, value in values.items() if isinstance(value, float)}
        if any(texts) and amounts and not any(map(says_total, texts)):
            found[texts] = amounts
    return found
