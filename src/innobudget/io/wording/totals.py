"""Words for totals and results."""

import re
from functools import lru_cache

from innobudget.io.wording.vocabulary import pattern, spelled

CACHED = 1 << 16
LONGEST_LABEL = 100
LONGEST_RESULT = 60
"""Longer texts describe a line; `a total of 690 homes` makes no total."""
_STRONG = pattern("totals", "word", form=r"{}|^\d+ = ")
_WEAK = pattern("totals", "result")
_PART = pattern("totals", "part", form=r"[\s–•*(-]*{}")
_COUNTRY = re.compile(rf"(?:{spelled('totals', 'country')})|(?:{spelled('totals', 'region')})\s.+")
_WHOLE = pattern("totals", "whole", "grand")
_GRAND = pattern("totals", "grand")


@lru_cache(maxsize=CACHED)
def is_grand(text: str) -> bool:
    """Say whether a text means the total of everything, and not of something that it names."""
    return bool(_GRAND.fullmatch(text.strip(" :").casefold()))


@lru_cache(maxsize=CACHED)
def is_country(text: str) -> bool:
    """Say whether a text is the name of a country or a region, which holds municipalities."""
    return bool(_COUNTRY.fullmatch(text.strip().casefold()))


@lru_cache(maxsize=CACHED)
def is_whole(text: str) -> bool:
    """Say whether a text means the whole of what the other texts of its column are parts of."""
    return is_country(text) or bool(_WHOLE.fullmatch(text.strip().casefold()))


@lru_cache(maxsize=CACHED)
def says_part(text: str) -> bool:
    """Say whether a label names a part of the line above it.

    Examples
    --------
    >>> says_part("- heraf løn"), says_part("Heraf kommune")
    (True, True)

    """
    return bool(_PART.match(text.casefold()))


@lru_cache(maxsize=CACHED)
def says_total(text: str) -> bool:
    """Say whether a label reads like a total.

    Examples
    --------
    >>> says_total("Indtægter i alt"), says_total("Summer i byen")
    (True, False)

    """
    return _may_say(text, LONGEST_LABEL) and bool(_STRONG.search(text.casefold()))


@lru_cache(maxsize=CACHED)
def says_result(text: str) -> bool:
    """Say whether a label reads like a result: a total where the arithmetic agrees."""
    return _may_say(text, LONGEST_RESULT) and bool(_WEAK.search(text.casefold()))


def _may_say(text: str, longest: int) -> bool:
    """Say whether a text is a label: neither long nor a code of digits."""
    return len(text) < longest and not text.replace(".", "").isdecimal()
