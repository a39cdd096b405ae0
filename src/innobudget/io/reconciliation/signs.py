"""What rows and totals say of sides and signs, in words and by arithmetic."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import fsum
from pathlib import PurePath

from innobudget.domain.reading import Sign
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.columns import normalise
from innobudget.io.wording.labels import (
    is_plain_side,
    parse_direction,
    says_result,
    says_total,
    speaks_of_income,
)

NEARLY_ALL = 0.8
FEW_WORDS = 2
TURNING = 0.1
"""A smaller share of the money, called income, does not turn the sign of all others."""
WORDS_OF = {1: "expenditure", -1: "income"}


def sign_of_words(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from lines that call themselves income or expenditure, where both do.

    Taxes and grants are income where no line says it. Where only income does, nearly all other
    lines are expenditure; alone, it is negative.
    """
    said = [(side_in_words(row), sum_of(row)) for row in rows]
    if not any(side < 0 for side, _ in said):
        said = [
            (-1 if earns(row) else side, sum_) for row, (side, sum_) in zip(rows, said, strict=True)
        ]
    income, spent = (fsum(sum_ for side, sum_ in said if side == wanted) for wanted in (-1, 1))
    if income and not spent:
        others = [sum_ for side, sum_ in said if not side and sum_]
        above = sum(sum_ > 0 for sum_ in others)
        if max(above, len(others) - above) >= NEARLY_ALL * len(others):
            spent = 2 * above - len(others) or -min(income, 0.0)
    gross = {side: fsum(abs(sum_) for own, sum_ in said if own == side) for side in (1, -1)}
    mixed = abs(income) < NEARLY_ALL * gross[-1] or abs(spent) < NEARLY_ALL * gross[1]
    if mixed:  # changes, up and down
        return None
    if income < 0 < spent:
        return "expenditure-positive"
    real = income >= TURNING * fsum(abs(sum_) for _, sum_ in said)
    return "expenditure-negative" if spent < 0 < income and real else None


def all_income(rows: Sequence[TableRow]) -> bool:
    """Say whether lines that call themselves income are negative as all others, or more so."""
    said = [(side_in_words(row), sum_of(row)) for row in rows]
    income, spent = (fsum(sum_ for side, sum_ in said if side == wanted) for wanted in (-1, 1))
    return income < min(spent, 0)


def sum_of(row: TableRow) -> float:
    """Return the sum of a row's amounts."""
    return fsum(row.amounts.values())


def sign_of_most(rows: Sequence[TableRow]) -> Sign | None:
    """Return the sign that nearly all money has, as if it were expenditure."""
    amounts = [amount for row in rows for amount in row.amounts.values()]
    net, gross = fsum(amounts), fsum(map(abs, amounts))
    if abs(net) <= NEARLY_ALL * gross:
        return None
    return "expenditure-positive" if net > 0 else "expenditure-negative"


def decide_sign(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from the rows' directions; None where nothing says them.

    Income that is mostly negative beside positive expenditure: expenditure is positive.
    Both mostly positive: the direction alone tells them apart.
    """
    spent, earned = (
        [amount for row in rows if direction_of(row) == side for amount in row.amounts.values()]
        for side in (1, -1)
    )
    if any(spent) and sum(spent) <= 0:
        return "expenditure-negative"
    if any(earned):
        return "both-positive" if sum(earned) > 0 else "expenditure-positive"
    return "expenditure-positive" if any(spent) else None


def side_in_words(row: TableRow) -> int:
    """Return 1 for a row that calls itself expenditure, -1 for income, else 0."""
    return _side_of(row.labels)


@lru_cache(maxsize=1 << 16)
def _side_of(labels: tuple[str, ...]) -> int:
    sides = {parse_direction(label) for label in labels if len(label) > 1}
    return (1 in sides) - (-1 in sides)


def earns(row: TableRow, places: Sequence[int] = ()) -> bool:
    """Say whether a row speaks of income alone, by its labels at some places or by all."""
    return _earns_by(tuple([row.labels[at] for at in places]) if places else row.labels)


@lru_cache(maxsize=1 << 16)
def _earns_by(labels: tuple[str, ...]) -> bool:
    words = (label for label in labels if len(label) > 1)
    return _side_of(labels) <= 0 and any(map(speaks_of_income, words))


def is_named_side(sheet: Sheet) -> bool:
    """Say whether the name of the file, or of its one sheet, is that of one side: `Ingresos`."""
    for name in (PurePath(sheet.file).stem, "" if sheet.parts else sheet.name):
        words = [word for word in normalise(name).split() if not word.isdecimal()]
        sides = {parse_direction(word) for word in words if is_plain_side(word)}
        if len(sides) == 1 and len(words) <= FEW_WORDS:
            return True
    return False


def direction_of(row: TableRow) -> int:
    """Return 1 for expenditure, -1 for income, 0 where the row does not say."""
    return parse_direction(row.texts.get("direction", ""))


def expenditure_factor(row: TableRow, sign: Sign) -> int:
    """Return what a row's amounts are multiplied by so that expenditure is positive."""
    if sign == "expenditure-negative":
        return -1
    if sign == "both-positive":
        return direction_of(row) or 1
    return 1


def directions_from_totals(rows: Sequence[TableRow], totals: Totals) -> list[TableRow]:
    """Give rows a direction where totals say it.

    `result = income - expenditure` with both written positive: the arithmetic parts the lines
    in two groups, and the words of rows and totals say which group is income. Without such a
    result, the words of totals of income and of expenditure say it of the lines under them.
    """
    if decide_sign(rows) is not None:
        return list(rows)
    own = {at: total.lines for at, total in totals.totals.items()}
    signs: dict[int, int] = {}
    for total in totals.totals.values():
        if total.agrees and len(set(total.lines.values())) > 1:
            signs.update(total.lines)
    votes = 0
    for at, row in enumerate(rows) if signs else ():
        groups = {signs[line] for line in own.get(at, {at: 1}) if line in signs}
        votes += side_in_words(row) * groups.pop() if len(groups) == 1 else 0
    sides = {at: s if votes > 0 else -s for at, s in signs.items()}
    if not signs:
        for at in sorted(own, key=lambda at: len(own[at])):
            side = 0 if says_result(" ".join(rows[at].labels)) else side_in_words(rows[at])
            for line in own[at] if side else ():
                sides.setdefault(line, side)
        if len(sides) * 2 <= len(totals.lines(len(rows))):  # `Fællesudgifter` is one's name
            totalled = (own[at] for at in own if any(map(says_total, rows[at].labels)))
            sure = {line for lines in totalled for line in lines}
            sides = {line: side for line, side in sides.items() if line in sure}
        sides = sides if len(set(sides.values())) > 1 else {}
    return [
        _of_side(row, sides[at], proven=bool(signs)) if at in sides else row
        for at, row in enumerate(rows)
    ]


def _of_side(row: TableRow, side: int, *, proven: bool) -> TableRow:
    """Give a row its side; where a result proves both positive, what is negative is of the other.

    So `- Zinsaufwendungen` of -12 beside interest received, if the row's own words say it, too.
    """
    texts = {**row.texts, "direction": WORDS_OF[side]}
    other = side_in_words(row) == -side and max(row.amounts.values(), default=0.0) <= 0
    amounts = row.amounts.items() if proven and other else ()
    earned = {year: max(-side * own, 0.0) for year, own in amounts}
    return replace(row, texts=texts, earned={**row.earned, **earned})
