"""A whole beside its parts in one column, line by line: `Begge` beside `Nord` and `Syd`."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import isclose

from innobudget.io.reconciliation.rounding import digits, enough_digits
from innobudget.io.tables.table import TableRow, precision_of

MOST_TEXTS = 60
CLOSE = 1e-4
Lines = Mapping[tuple[object, ...], Sequence[int]]
"""Positions of rows by what their other cells say, and by their years."""


def find_wholes(rows: Sequence[TableRow]) -> dict[int, Mapping[int, list[int]]]:
    """Return the rows of one text of a column that add up those of its other texts.

    Each line stands there once for every text, and all figures of the whole agree, to more
    digits than chance allows. By the places of columns: the positions of rows, with those of
    their parts.
    """
    found = {}
    precision = precision_of(rows)
    for place in range(len(rows[0].labels) if rows else 0):
        texts = {row.labels[place] for row in rows}
        if 2 < len(texts) <= MOST_TEXTS:
            lines = _lines(place, texts, rows)
            left = sorted(_agreeing(place, texts, lines, rows))
            wholes = (_whole(text, place, lines, rows, precision) for text in left)
            if whole := next(filter(None, wholes), None):
                found[place] = whole
    return found


def _lines(place: int, texts: Collection[str], rows: Sequence[TableRow]) -> Lines:
    """Return rows by their other columns, but those that only say more of this one."""
    beside = [
        at
        for at in range(len(rows[0].labels))
        if at != place and len({(row.labels[at], row.labels[place]) for row in rows}) > len(texts)
    ]
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        found[(*[row.labels[to] for to in beside], *row.amounts)].append(at)
    return found


def _agreeing(
    place: int, texts: Collection[str], lines: Lines, rows: Sequence[TableRow]
) -> set[str]:
    """Return the texts whose rows are half of every line that they stand in, in each year."""
    left = {*texts}
    for own in lines.values():
        amounts = (rows[at].amounts.values() for at in own)
        sums = [sum(column) for column in zip(*amounts, strict=True)]
        for at in own:
            pairs = zip(rows[at].amounts.values(), sums, strict=True)
            if not all(isclose(2 * amount, sum_, abs_tol=CLOSE) for amount, sum_ in pairs):
                left.discard(rows[at].labels[place])
        if not left:
            break
    return left


def _whole(
    text: str, place: int, lines: Lines, rows: Sequence[TableRow], precision: float
) -> Mapping[int, list[int]]:
    """Return the rows with a text and their parts, where digits enough say so; else nothing."""
    parts: dict[int, list[int]] = {}
    told: list[int] = []
    several = 0
    for own in lines.values():
        heads = [at for at in own if rows[at].labels[place] == text]
        others = [at for at in own if at not in heads]
        if len(heads) > 1:
            return {}
        for at in heads:
            parts[at] = others
            if sum(any(rows[one].amounts.values()) for one in others) > 1:
                told += [round(amount / precision) for amount in rows[at].amounts.values()]
                several += 1
    return parts if several > 1 and digits(told) >= enough_digits(len(rows)) else {}
