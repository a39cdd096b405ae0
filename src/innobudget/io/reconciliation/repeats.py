"""Sheets that repeat the others: a summary beside its details counts money twice."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from innobudget.errors import Problem
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.rounding import digits, enough_digits, tolerance, wholes
from innobudget.io.reconciliation.signs import decide_sign, direction_of
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow, precision_of
from innobudget.io.wording.periods import parse_period
from innobudget.messages import say

Sides = NDArray[np.float64]
"""Expenditure of every year, then income of every year; income negative where it can be."""
MOST_SHEETS = 12
"""Among more than these, not every sum of some sheets is looked at."""
DIGITS_OVER_CHANCE = 3
LIKE = 0.25
"""Versions of one budget change most amounts by less than this share."""
Lines = Mapping[tuple[str, ...], Mapping[int, float]]
"""Amounts by what the labels say, and by year."""


def check_repeats(sheet: Sheet, rows: Sequence[TableRow], totals: Totals) -> tuple[Problem, ...]:
    """Ask about sheets, among several that are read as one, that repeat others.

    Such a sheet adds up to what another one, some or all others do, its lines are other sheets'
    totals, or it holds another's lines with like amounts. The sheets with fewest lines, and the
    last of them, are looked at first. Income never repeats expenditure.

    Returns
    -------
    tuple
        A doubt for sheets that hold the same lines with other amounts.

    Raises
    ------
    QuestionError
        With the other sheets as a proposal.

    """
    if not sheet.parts:
        return ()
    lines: dict[str, list[TableRow]] = {part.name: [] for part in sheet.parts}
    for at in totals.lines(len(rows)):
        lines[sheet.part(rows[at].row).name].append(rows[at])
    tables = _sides(rows, lines)
    precision = precision_of(rows)
    told: dict[str, str] = {}
    order = {name: at for at, name in enumerate(tables)}
    for name in sorted(tables, key=lambda name: (len(tables[name]), -order[name])):
        others = [own for of, own in tables.items() if of != name and of not in told]
        if repeated := _repeated(tables[name], others, precision) if others else "":
            told[name] = repeated
    doubts = _find_shared(sheet, lines, told)
    if told:
        said = [
            say("sheet {name!r} {repeated}", name=name, repeated=repeated)
            for name, repeated in told.items()
        ]
        names = [part.name for part in sheet.parts if part.name not in told]
        raise QuestionError(
            say(
                "{told:; }: read together they would count money twice (if not, set totals "
                "= 'none' and name the rows that are totals under total_rows)",
                told=said,
            ),
            proposal={"sheet": names if len(names) > 1 else names[0]},
        )
    return doubts


def _sides(
    rows: Sequence[TableRow], lines: Mapping[str, Sequence[TableRow]]
) -> dict[str, NDArray[np.float64]]:
    """Return the sides of every line, by sheet."""
    years = sorted({year for row in rows for year in row.amounts})
    turned = decide_sign(rows) == "both-positive"
    tables = {}
    for name, own in lines.items():
        amounts = np.array([[row.amounts.get(year, 0.0) for year in years] for row in own])
        if own:
            side = np.array([[direction_of(row)] for row in own])
            amounts = np.where(turned & (side < 0), -amounts, amounts)
            spent = (side > 0) | ((side == 0) & (amounts > 0))
            tables[name] = np.hstack([amounts * spent, amounts * ~spent])
    return tables


def _repeated(
    own: NDArray[np.float64], others: Sequence[NDArray[np.float64]], precision: float
) -> str:
    """Say what a sheet's lines repeat; empty where they do not."""
    count = len(own) + sum(map(len, others))
    sums = np.array([other.sum(axis=0) for other in others])
    allowed = tolerance(count, precision) + 1e-9 * float(np.abs(sums).max())
    whole = own.sum(axis=0)
    if _close(whole, sums.sum(axis=0), allowed):
        return say("adds up to the others together")
    if any(_close(whole, sum_, allowed) for sum_ in sums):
        return say("adds up to the same as another")
    if len(others) < MOST_SHEETS and _adds_up_some(whole, sums, precision, allowed=allowed):
        return say("adds up to some of the others together")
    totals = [sum_ for sum_, other in zip(sums, others, strict=True) if len(other) > 1]
    same = [line for line in own if any(_close(line, sum_, allowed) for sum_ in totals)]
    telling = [line for line in same if _digits_of(line, precision) >= enough_digits(count)]
    return say("holds totals of others") if telling or len(same) == len(own) > 1 else ""


def _adds_up_some(
    whole: Sides, sums: NDArray[np.float64], precision: float, *, allowed: float
) -> bool:
    """Say whether a sum is that of some others, to more digits than chance allows."""
    number = len(sums)
    tried = 2**number * (number + 1) * (2 * allowed / precision + 1)
    chosen = (np.arange(2**number)[:, None] >> np.arange(number)) & 1
    apart = np.abs(chosen @ _net(sums) - _net(whole))
    least = DIGITS_OVER_CHANCE + math.log10(tried)
    return _digits_of(whole, precision) >= least and bool((apart <= allowed).all(axis=1).any())


def _digits_of(sides: Sides, precision: float) -> int:
    return digits(wholes([_net(sides).tolist()], precision)[0])


def _net(sides: Sides) -> Sides:
    """Return the sums of both sides, by year."""
    spent, earned = np.split(sides, 2, axis=-1)
    return np.asarray(spent + earned)


def _close(one: Sides, other: Sides, allowed: float) -> bool:
    """Compare the net sums; both sides where they come to nothing."""
    net = _net(one)
    if net.any():
        one, other = net, _net(other)
    return bool(one.any() and (np.abs(one - other) <= allowed).all())


def _find_shared(
    sheet: Sheet, lines: Mapping[str, Sequence[TableRow]], told: dict[str, str]
) -> tuple[Problem, ...]:
    """Tell the sheets most of whose lines stand in another one for the same years.

    With like amounts the one of the earlier year, else the first, is added to what is told; with
    other amounts it is a doubt.
    """
    amounts = {name: _by_key(name, rows) for name, rows in lines.items() if name not in told}
    starts = {part.name: part.start for part in sheet.parts}
    doubts: dict[str, Problem] = {}
    for one, other in combinations(sorted(amounts, key=_year_of), 2):
        pairs = _shared(amounts[one], amounts[other])
        if _are_like(pairs):
            told[one] = say(
                "holds the lines of {other!r} with like amounts for the same years", other=other
            )
        elif pairs:
            doubt = Problem(
                code="sheets-share-lines",
                place=sheet.place(starts[one]),
                found=say(
                    "most lines of sheet {other!r}, for the same years, with other amounts",
                    other=other,
                ),
                expected=say("another part of the budget: both are read and added up"),
                remedy=say(
                    "if they are two versions of one budget, name one of the two under sheet"
                ),
            )
            doubts.setdefault(one, doubt)
    return tuple(doubts.values())


def _year_of(name: str) -> int:
    period = parse_period(name)
    return (period.year or 0) if period else 0


def _by_key(name: str, rows: Sequence[TableRow]) -> Lines:
    """Return the amounts of each line, by what its cells say beside its sheet's name."""
    found: dict[tuple[str, ...], dict[int, float]] = {}
    for row in rows:
        texts = {
            role: text
            for role, text in row.texts.items()
            if role != "year" and (role, text) != ("area", name)
        }
        if texts.keys() & {"line", "name", "area"}:
            key = tuple(f"{role}: {text}" for role, text in sorted(texts.items()))
            found.setdefault(key, {}).update(row.amounts)
    return found


def _shared(one: Lines, other: Lines) -> list[tuple[float, float]]:
    """Return the amounts of the lines that both hold; none where they are not most of one."""
    both = [
        [(own[at], theirs[at]) for at in own if at in theirs and (own[at] or theirs[at])]
        for own, theirs in ((one[key], other[key]) for key in one if key in other)
    ]
    most = sum(map(bool, both)) * 2 > min(len(one), len(other))
    return [pair for pairs in both for pair in pairs] if most else []


def _are_like(pairs: Sequence[tuple[float, float]]) -> bool:
    """Say whether at least half of some pairs of amounts differ little."""
    like = sum(abs(a - b) <= LIKE * max(abs(a), abs(b)) for a, b in pairs)
    return bool(pairs) and like * 2 >= len(pairs)
