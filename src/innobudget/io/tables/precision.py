"""What the figures of a table are rounded to."""

from collections.abc import Sequence

from innobudget.io.tables.table import TableRow

DECIMALS = 6


def precision_of(rows: Sequence[TableRow]) -> float:
    """Return the last digit's worth, from the most decimals that any figure has.

    Figures that a spreadsheet computed have stray digits far behind: six are looked at.
    """
    broken = {amount for row in rows for amount in row.amounts.values() if not amount.is_integer()}
    return 10.0 ** -max(map(_decimals, broken), default=0)


def _decimals(amount: float) -> int:
    text = f"{amount:.{DECIMALS}f}".rstrip("0")
    return len(text) - text.index(".") - 1
