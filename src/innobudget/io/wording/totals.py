"""Words for totals and results, in the languages of the budgets that are read."""

import re
from functools import lru_cache

CACHED = 1 << 16
_STRONG = re.compile(
    r"\bi ?alt\b|\btotal(?:t|e[rn]?|s)?\b|\bhovedtotal|\b(?:sub|grand|mellem)-?\s?total|\bsum\b"
    r"|\bsamlet\b|\btilsammen\b|\bsumma\b|\bsumme\b|\bgesamt\b|\bgesamtsumme|\binsgesamt\b"
    r"|\btotaal\b|\bcelkem\b|\búhrnem\b|\bsuma\b|^\d+ = "
)
_WEAK = re.compile(r"resultat\b|ergebnis\b|\bresult\b|\bsaldo\b|\bnetto\b|\bnet\b|\bbalance\b")


@lru_cache(maxsize=CACHED)
def says_total(text: str) -> bool:
    """Say whether a label reads like a total.

    Examples
    --------
    >>> says_total("Indtægter i alt"), says_total("Summer i byen")
    (True, False)

    """
    return bool(_STRONG.search(text.casefold()))


def says_result(text: str) -> bool:
    """Say whether a label reads like a result: a total where the arithmetic agrees."""
    return bool(_WEAK.search(text.casefold()))
