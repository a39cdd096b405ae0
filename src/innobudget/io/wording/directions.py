"""Words and letters for income and expenditure."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from innobudget.io.wording.vocabulary import lists, pattern

_INCOME = pattern("sides", "income")
_EXPENDITURE = pattern("sides", "expenditure")
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


def names_both(header: str) -> bool:
    """Say whether a header speaks of both sides: `Wydatek/dochód`, `ExpenseRevenue`."""
    words = header.casefold()
    letters = set(re.findall(r"[^\W\d_]+", words))
    known = any(set(pair) == letters for pair in _pairs())
    return known or bool(_EXPENDITURE.search(words) and _INCOME.search(words))


def sides_of_pair(texts: Iterable[str], header: str = "") -> Mapping[str, int]:
    """Return the side of each of two texts: by the header's two words, else by a known pair.

    Examples
    --------
    >>> dict(sides_of_pair(["E", "R"])), dict(sides_of_pair(["E", "A"]))
    ({'E': 1, 'R': -1}, {'A': 1, 'E': -1})

    """
    found = {text.casefold().strip(): text for text in texts if text}
    if len(found) != 2:
        return {}
    words = header.casefold()
    spent, earned = _EXPENDITURE.search(words), _INCOME.search(words)
    if spent and earned:
        initials = {spent[0][:1]: 1, earned[0][:1]: -1}
        if set(initials) == set(found):
            return {found[letter]: side for letter, side in initials.items()}
    for pair in _pairs():
        if set(pair) == set(found):
            return {found[pair[0]]: 1, found[pair[1]]: -1}
    return {}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Return the letters of expenditure and income, language by language."""
    return tuple((spent, earned) for own in lists("sides", "letters") for spent, earned in own)
