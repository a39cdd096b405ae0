"""Words for income and expenditure."""

import re
from functools import lru_cache

_INCOME = re.compile(
    r"indtægt|inntekt|inkomst|intäkt|income|revenue|receipt|einnahme|einzahlung|ertr[aä]g|ontvangst"
    r"|\bbaten\b|ingreso|příj"
)
_EXPENDITURE = re.compile(
    r"udgift|utgift|expen[ds]|ausgabe|auszahlung|aufw[ae]nd|uitgave|\blasten\b|gasto|výdaj|omkostning"
    r"|kostnad|kosten"
)
_LETTER = re.compile(r"(?:^|\d\s?)([uio])$|^[lb]$")
"""U and I alone or behind a year, `o` for ontvangsten; L and B alone, lasten and baten."""


@lru_cache(maxsize=1 << 16)
def parse_direction(text: str) -> int:
    """Return 1 for expenditure, -1 for income, 0 where a text says neither or both.

    Examples
    --------
    >>> parse_direction("Udgift"), parse_direction("EINNAHME"), parse_direction("Skatter")
    (1, -1, 0)

    """
    words = text.casefold().strip()
    letter = _LETTER.search(words)
    if letter:
        return 1 if words[-1] in "ul" else -1
    return bool(_EXPENDITURE.search(words)) - bool(_INCOME.search(words))
