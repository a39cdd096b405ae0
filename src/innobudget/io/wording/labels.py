"""What the label of a row says: a total, a part, a side, and which ceiling it counts under.

The Danish dranst says drift (1), statsrefusion (2), anlæg (3), renter (4),
balanceforskydninger (5), afdrag (6), finansiering (7). Drift alone does not tell service
from transfers, so the authorised chart of accounts does: hovedkonto 1 is paid by its users
(utility, its anlæg too, which is outside the capital ceiling), and the functions of
`TRANSFERS` are overførselsudgifter. Without any kind column, hovedkonto 7 and 8 are
financing and everything else is operating.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from innobudget.domain.budget import KINDS, Code, Kind, parse_code
from innobudget.io.wording.vocabulary import lists, pattern, spelled, words

CACHED = 1 << 16
LONGEST_LABEL = 100
LONGEST_RESULT = 60
"""Longer texts describe a line; `a total of 690 homes` makes no total."""
DRANST: tuple[Kind, ...] = (
    "operating", "refund", "capital", "financing", "financing", "financing", "financing",
)  # fmt: skip
"""The kinds of dranst 1 to 7."""
TRANSFERS: frozenset[Code] = frozenset(
    map(parse_code, ("5.46.60", "5.46.61", "5.46.65", "5.58.80", "5.58.81", "5.58.82", "5.58.83"))
)
"""Functions of integration, rehabilitation and flexible jobs."""
TRANSFER_GROUPS: frozenset[Code] = frozenset(map(parse_code, ("5.48", "5.57")))
"""Main functions of pensions and cash benefits; every function in them."""
_ORDER: tuple[Kind, ...] = (
    "refund", "transfer", "utility", "capital", "financing", "operating",
)  # fmt: skip
_WORDS = tuple((kind, pattern("kinds", kind)) for kind in _ORDER)
_TITLES = tuple((kind, pattern("titles", kind)) for kind in _ORDER)
_DANISH = re.compile(r"0?[0-8]\.\d\d(?:\.\d\d.*)?")
_ADDS = re.compile(r"(?:\d+ )?= ")
"""`10 = ordentliche Erträge`: no name of a line, whatever code stands beside it."""
_STRONG = pattern("totals", "word", form=rf"{{}}|^{_ADDS.pattern}|^\*+$")
"""Words, `=` before a name, and the stars that SAP marks the levels of its totals with."""
_WEAK = pattern("totals", "result")
_NO_RESULT = pattern("totals", "neither")
_PART = pattern("totals", "part", form=r"(?:\d[\d.]*\s+)?[\s–•*(-]*{}")
_ACRONYM = re.compile(r"[\d\s.]*[A-ZÄÅÆÖØÜ]{2,3}\s(?=.*[a-zäåæöøü])")
"""Capitals before words that are none: the name of a hall, whatever they mean elsewhere."""
_BALANCE = pattern("texts", "balance", form=r"\W*\d*\W*{}\W*")
_COUNTRY = re.compile(rf"(?:{spelled('totals', 'country')})|(?:{spelled('totals', 'region')})\s.+")
_WHOLE = pattern("totals", "whole", "grand", form=rf"(?!(?:{spelled('totals', 'others')})$){{}}")
_GRAND = pattern("totals", "grand")
_INCOME = pattern("sides", "income")
_EXPENDITURE = pattern("sides", "expenditure")
_NEITHER = pattern("sides", "neither")
_TAXES = pattern("sides", "taxes")
_SIDES = tuple(
    word.strip("*") for side in ("income", "expenditure") for word in words("sides", side)
)
ENDING = 3
"""Letters of a plural, or of a definite form."""
_LETTER = re.compile(r"(?:^|\d\s?)([uio])$|^[lb]$|^[ui](?=\s(?:19|20)\d\d$)")
"""U and I alone, behind or before a year, `o` for ontvangsten; L and B alone, lasten and baten."""
_PAIRS: tuple[tuple[str, str], ...] = tuple(
    pair for own in lists("sides", "letters") for pair in own
)
"""The letters of expenditure and income, language by language."""


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
    >>> says_part("sh kool"), says_part("SH Schule")
    (True, False)

    """
    return bool(_PART.match(text.casefold())) and not _ACRONYM.match(text)


@lru_cache(maxsize=CACHED)
def is_balance(text: str) -> bool:
    """Say whether a text is a side of a balance sheet: `[1] Aktiven`, not `Finansielle aktiver`."""
    return bool(_BALANCE.fullmatch(text.casefold()))


def says_it_adds(text: str) -> bool:
    """Say whether a label begins with the sign of a sum."""
    return bool(_ADDS.match(text))


@lru_cache(maxsize=CACHED)
def says_total(text: str) -> bool:
    """Say whether a label reads like a total.

    Examples
    --------
    >>> says_total("Indtægter i alt"), says_total("Summer i byen")
    (True, False)

    """
    return _may_say(text, LONGEST_LABEL) and bool(_STRONG.search(text.casefold()))


def without_total(text: str) -> str:
    """Return a label, in small letters, without what makes it read like a total.

    Examples
    --------
    >>> without_total("Total income").strip(), without_total("Indtægter i alt").strip()
    ('income', 'indtægter')

    """
    return _STRONG.sub(" ", text.casefold())


@lru_cache(maxsize=CACHED)
def says_result(text: str) -> bool:
    """Say whether a label reads like a result: a total where the arithmetic agrees."""
    said = _NO_RESULT.sub("", text.casefold())
    return _may_say(text, LONGEST_RESULT) and bool(_WEAK.search(said))


def _may_say(text: str, longest: int) -> bool:
    """Say whether a text is a label: neither long nor a code of digits."""
    return len(text) < longest and not text.replace(".", "").isdecimal()


@lru_cache(maxsize=CACHED)
def parse_direction(text: str) -> int:
    """Return 1 for expenditure, -1 for income, 0 where a text says neither or both.

    Examples
    --------
    >>> parse_direction("Udgift"), parse_direction("EINNAHME"), parse_direction("Skatter")
    (1, -1, 0)

    """
    words = _NEITHER.sub("", text.casefold()).strip()
    if letter := _LETTER.search(words):
        return 1 if letter[0][-1] in "ul" else -1
    return bool(_EXPENDITURE.search(words)) - bool(_INCOME.search(words))


@lru_cache(maxsize=CACHED)
def speaks_of_income(text: str) -> bool:
    """Say whether a text names income, if only taxes and grants by what they are.

    Examples
    --------
    >>> speaks_of_income("Brugerindtægter"), speaks_of_income("Steuern"), speaks_of_income("Veje")
    (True, True, False)

    """
    return parse_direction(text) < 0 or bool(_TAXES.search(text.casefold()))


def is_side(text: str) -> bool:
    """Say whether a text is a word of a side itself: `Udgifter`, but not `Lønudgifter`."""
    return text.casefold().strip().startswith(_SIDES) and " " not in text.strip()


def is_plain_side(word: str) -> bool:
    """Say whether a word is that of a side, but for its ending: not `indtægtsoverførsler`."""
    return any(word.startswith(side) and len(word) <= len(side) + ENDING for side in _SIDES)


def names_both(header: str) -> bool:
    """Say whether a header speaks of both sides: `Wydatek/dochód`, `ExpenseRevenue`."""
    words = header.casefold()
    letters = set(re.findall(r"[^\W\d_]+", words))
    known = any(set(pair) == letters for pair in _PAIRS)
    return known or bool(_EXPENDITURE.search(words) and _INCOME.search(words))


def sides_of_pair(texts: Iterable[str], header: str = "") -> Mapping[str, int]:
    """Return the side of each of two texts: by the header's two words, else by a known pair.

    Examples
    --------
    >>> dict(sides_of_pair(["E", "R"])), dict(sides_of_pair(["E", "A"]))
    ({'E': 1, 'R': -1}, {'A': 1, 'E': -1})

    """
    found = {text.casefold().strip(): text for text in texts if text}
    words = header.casefold()
    spent, earned = _EXPENDITURE.search(words), _INCOME.search(words)
    named = [(spent[0][:1], earned[0][:1])] if spent and earned else []
    for pair in (*named, *_PAIRS):
        if len(found) == len(pair) and set(pair) == set(found):
            return {found[pair[0]]: 1, found[pair[1]]: -1}
    return {}


@lru_cache(maxsize=1 << 12)
def parse_kind(text: str) -> Kind | None:
    """Read a cell of a kind column; None where it says nothing known.

    Examples
    --------
    >>> parse_kind("1"), parse_kind("3 Anlæg"), parse_kind("Overførsler")
    ('operating', 'capital', 'transfer')

    """
    word = text.strip().casefold()
    if word in KINDS:
        return word
    number = word.split(" ")[0].rstrip(".:")
    if number.isdecimal() and len(number) <= 2 and 0 < int(number) <= len(DRANST):
        return DRANST[int(number) - 1]
    return next((kind for kind, pattern in _WORDS if pattern.search(word)), None)


@lru_cache(maxsize=1 << 12)
def kind_of_title(text: str) -> Kind | None:
    """Read the kind of everything under a title, or of a line without a code by its name.

    Examples
    --------
    >>> kind_of_title("Anlæg"), kind_of_title("Skatter"), kind_of_title("Skatteforvaltning")
    ('capital', 'financing', None)

    """
    word = text.strip().casefold()
    return next((kind for kind, pattern in _TITLES if pattern.match(word)), None)


@lru_cache(maxsize=CACHED)
def is_danish(code: str) -> bool:
    """Say whether a code is one of the Danish chart of accounts, `5.30.26`."""
    return bool(_DANISH.fullmatch(code))


@lru_cache(maxsize=CACHED)
def refine_kind(kind: Kind | None, code: str, *, stated: str = "") -> Kind:
    """Return the ceiling of a line with a Danish code.

    `kind` is what the kind column says, None where there is none; `stated` its own words: a
    ceiling that they name is left as it is.
    """
    named = stated.casefold() in KINDS or "service" in stated.casefold()
    if named or not is_danish(code):
        return kind or "operating"
    first, *rest = parse_code(code)
    parts = (first.lstrip("0") or "0", *rest)
    if parts[0] == "1" and kind in (None, "operating", "capital"):
        return "utility"
    transfer = parts in TRANSFERS or (len(parts) > 2 and parts[:2] in TRANSFER_GROUPS)
    if kind in (None, "operating") and transfer:
        return "transfer"
    if kind is None and parts[0] in ("7", "8"):
        return "financing"
    return kind or "operating"
