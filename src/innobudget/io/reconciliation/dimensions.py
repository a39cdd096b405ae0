"""A whole beside its parts in one column, line by line: `Begge` beside `Nord` and `Syd`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import isclose

from innobudget.io.reconciliation.rounding import digits, enough_digits
from innobudget.io.tables.table import TableRow, precision_of

MOST_TEXTS = 60
Lines = dict[tuple[tuple[str, ...], int], list[int]]
"""Positions of rows by what their other cells say, and by year."""


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
            wholes = (_whole(text, place, lines, rows, precision) for text in sorted(texts))
            if whole := next(filter(None, wholes), None):
                found[place] = whole
    return found


def _lines(place: int, texts: set[str], rows: Sequence[TableRow]) -> Lines:
    """Return rows by their other columns, but those that only say more of this one."""
    beside = [
        at
        for at in range(len(rows[0].labels))
        if at != place and len({(row.labels[at], row.labels[place]) for row in rows}) > len(texts)
    ]
    found: Lines = defaultdict(list)
    for at, row in enumerate(rows):
        for year in row.amounts:
            found[tuple([row.labels[to] for to in beside]), year].append(at)
    return found


def _whole(
    text: str, place: int, lines: Lines, rows: Sequence[TableRow], precision: float
) -> Mapping[int, list[int]]:
    """Return the rows with a text and their parts, if all of them are sums; else nothing."""
    parts: dict[int, list[int]] = {}
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for (line, year), own in lines.items():
        heads = [at for at in own if rows[at].labels[place] == text]
        others = [at for at in own if at not in heads]
        amounts = [rows[at].amounts[year] for at in others]
        if not heads:
            continue
        stated = rows[heads[0]].amounts[year]
        if len(heads) > 1 or not isclose(stated, sum(amounts), abs_tol=precision / 2):
            return {}
        parts[heads[0]] = others
        if sum(map(bool, amounts)) > 1:
            told[line].append(round(stated / precision))
    said = digits([number for numbers in told.values() for number in numbers])
    return parts if len(told) > 1 and said >= enough_digits(len(rows)) else {}
