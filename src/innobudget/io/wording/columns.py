"""Which column is what, by the words in its header."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from innobudget.io.wording.captions import CURRENCIES
from innobudget.io.wording.vocabulary import lists, pattern, words

Role = Literal["line", "name", "area", "kind", "year", "amount", "direction"]
ROLES: tuple[Role, ...] = get_args(Role)

WORDS: Mapping[Role, Mapping[str, int]] = {
    role: {
        word: place for own in reversed([*lists("headers", role)]) for place, word in enumerate(own)
    }
    for role in ROLES
}
"""Header words by role, with their place in their language's list: the most telling first."""

_TEXT_OF_CODE = re.compile(rf"[ ]?(?:{'|'.join(words('headers', 'name_of'))})$")
_NOTE = pattern("headers", "note")
_MONEY = pattern("headers", "money_end", form="(?:{})$")
_CODE = re.compile(rf"(?:^line|{'|'.join(words('headers', 'code_end'))})$")
_CURRENCY = frozenset(
    word.strip("*.")
    for group, key in (
        *(("currencies", code) for code in (*CURRENCIES, "krone")),
        *(("units", key) for key in ("thousand", "million", "billion")),
    )
    for word in words(group, key)
) | {"i", "in", "t", "mio", "mill", "mia"}
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SIGNS = re.compile(r"[^\w%+]+|_+")


@lru_cache(maxsize=1 << 16)
def normalise(header: str) -> str:
    """Return a header in small letters, its words apart by single spaces.

    Examples
    --------
    >>> normalise("BudgetYear"), normalise("tjeneste-tekst"), normalise(" EIN/AUS ")
    ('budget year', 'tjeneste tekst', 'ein aus')

    """
    return " ".join(_SIGNS.sub(" ", _CAMEL.sub(" ", header)).casefold().split())


def is_note(header: str) -> bool:
    """Say whether a header announces remarks, which name no line."""
    return bool(_NOTE.match(normalise(header)))


def says_code(header: str) -> bool:
    """Say whether a header says itself that codes or numbers stand under it.

    Examples
    --------
    >>> says_code("Kontonr."), says_code("Konto")
    (True, False)

    """
    return bool(_CODE.search(normalise(header)))


def announces_money(header: str) -> bool:
    """Say whether the last word of a header, its currency left out, is one for amounts.

    Examples
    --------
    >>> announces_money("Gesamtkosten (EUR)"), announces_money("Kostenstelle")
    (True, False)

    """
    said = [word for word in normalise(header).split() if word not in _CURRENCY]
    said = [word for word in said if not word.isdecimal()]
    return bool(said) and bool(_MONEY.search(said[-1]))


def find_columns(headers: Sequence[str], taken: frozenset[int]) -> dict[Role, int]:
    """Give each role the column whose header says it best.

    Parameters
    ----------
    headers
        One text per column.
    taken
        Columns that hold a year's amounts.

    Returns
    -------
    dict
        Column by role, for the roles that a header names.

    """
    said = [normalise(header) for header in headers]
    found: dict[Role, int] = {}
    used = set(taken)
    for role in ("direction", "kind", "year", "line", "area", "name", "amount"):
        ranked = (
            (*rank, column)
            for column, word in enumerate(said)
            if column not in used and (rank := _rank(word, WORDS[role])) is not None
        )
        best = min(ranked, default=None)
        if best is not None:
            found[role] = best[-1]
            used.add(best[-1])
    _pair_texts(said, found, used)
    return found


def _rank(word: str, wanted: Mapping[str, int]) -> tuple[int, int] | None:
    """Return how well a header fits: an equal one first, then one that begins so."""
    if not word:
        return None
    if word in wanted:
        return 0, wanted[word]
    begun = [
        place
        for text, place in wanted.items()
        if len(text) > 2 and word.startswith(f"{text} ") and not _TEXT_OF_CODE.search(word)
    ]
    return (1, min(begun)) if begun else None


def _pair_texts(said: Sequence[str], found: dict[Role, int], used: set[int]) -> None:
    """Prefer the text that stands beside a code: `tjeneste-tekst` for `tjeneste`."""
    pairs: tuple[tuple[Role, Role], ...] = (("line", "name"), ("area", "area"))
    for role, target in pairs:
        if role not in found:
            continue
        code = said[found[role]]
        for column, word in enumerate(said):
            stem = _TEXT_OF_CODE.sub("", word)
            free = column not in used or column == found.get(target)
            if free and stem != word and stem and code in (stem, stem.removesuffix("s")):
                found[target] = column
                break
