"""Which sign expenditure has, from the file's own words about direction."""

import re
from collections.abc import Iterable, Sequence

from innobudget.domain.reading import Sign
from innobudget.io.recognition.table import TableRow

_INCOME = re.compile(
    r"indtægt|inntekt|inkomst|income|revenue|einnahme|ertr[aä]g|inkomsten|ontvangst|ingreso|příj"
)
_EXPENDITURE = re.compile(
    r"udgift|utgift|expen[ds]|ausgabe|aufwend|uitgave|gasto|výdaj|omkostning|kostnad"
)


def parse_direction(text: str) -> int:
    """Return 1 for expenditure, -1 for income, 0 where a text says neither or both.

    Examples
    --------
    >>> parse_direction("Udgift"), parse_direction("EINNAHME"), parse_direction("Skatter")
    (1, -1, 0)

    """
    words = text.casefold().strip()
    if words in ("u", "i"):
        return 1 if words == "u" else -1
    return bool(_EXPENDITURE.search(words)) - bool(_INCOME.search(words))


def decide_sign(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from a direction column; None where the file has none that says.

    Income that is mostly negative beside positive expenditure: expenditure is positive.
    Both mostly positive: the column alone tells them apart.
    """
    income = _balance(rows, -1)
    expenditure = _balance(rows, 1)
    if income is None and expenditure is None:
        return None
    if expenditure is None:
        return "expenditure-positive" if income == -1 else "both-positive"
    if expenditure == -1:
        return "expenditure-negative"
    return "both-positive" if income == 1 else "expenditure-positive"


def _balance(rows: Iterable[TableRow], direction: int) -> int | None:
    """Return the sign that most of the money of a direction has."""
    amounts = [
        amount
        for row in rows
        if parse_direction(row.texts.get("direction", "")) == direction
        for amount in row.amounts.values()
    ]
    if not any(amounts):
        return None
    return 1 if sum(amounts) > 0 else -1


def expenditure_factor(row: TableRow, sign: Sign) -> int:
    """Return what a row's amounts are multiplied by so that expenditure is positive."""
    if sign == "expenditure-negative":
        return -1
    if sign == "both-positive":
        return parse_direction(row.texts.get("direction", "")) or 1
    return 1
