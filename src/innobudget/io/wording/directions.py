"""Words for income and expenditure."""

import re
from functools import lru_cache

_INCOME = re.compile(
    r"indtægt|inntekt|inkomst|intäkt|income|revenue|einnahme|ertr[aä]g|inkomsten|ontvangst"
    r"|ingreso|příj"
)
_EXPENDITURE = re.compile(
    r"udgift|utgift|expen[ds]|ausgabe|aufwend|uitgave|gasto|výdaj|omkostning|kostnad|kosten"
)


@lru_cache(maxsize=1 << 16)
def parse_direction(text: str) -> int:
    """Return 1 for expenditure, -1 for income, 0 where a text says neither or both.

    Examples
    --------
    >>> parse_direction("Udgift"), parse_direction("EINNAHME"), parse_direction("Skatter")
    (1, -1, 0)

    """
    words = text.casefold().strip()
    if words in ("u", "i", "o"):
        return 1 if words == "u" else -1
    return bool(_EXPENDITURE.search(words)) - bool(_INCOME.search(words))
