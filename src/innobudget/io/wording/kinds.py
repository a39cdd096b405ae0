"""Which ceiling a line counts under, from its kind column and its account code.

The Danish dranst says drift (1), statsrefusion (2), anlæg (3), renter (4),
balanceforskydninger (5), afdrag (6), finansiering (7). Drift alone does not tell service
from transfers, so the authorised chart of accounts does: hovedkonto 1 is paid by its users
(utility, its anlæg too, which is outside the capital ceiling), and the functions of
`TRANSFERS` are overførselsudgifter. Without any kind column, hovedkonto 7 and 8 are
financing and everything else is operating.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from innobudget.domain.budget import KINDS, Code, Kind, parse_code
from innobudget.io.wording.vocabulary import pattern

DRANST: Mapping[str, Kind] = {
    "1": "operating",
    "2": "refund",
    "3": "capital",
    "4": "financing",
    "5": "financing",
    "6": "financing",
    "7": "financing",
}

TRANSFERS: frozenset[Code] = frozenset(
    map(
        parse_code,
        ("5.46.60", "5.46.61", "5.46.65", "5.58.80", "5.58.81", "5.58.82", "5.58.83"),
    )
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
    if number.lstrip("0") in DRANST and (number.isdecimal() and len(number) <= 2):
        return DRANST[number.lstrip("0")]
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


@lru_cache(maxsize=1 << 16)
def is_danish(code: str) -> bool:
    """Say whether a code is one of the Danish chart of accounts, `5.30.26`."""
    return bool(_DANISH.fullmatch(code))


@lru_cache(maxsize=1 << 16)
def refine_kind(kind: Kind | None, code: str, *, stated: str = "") -> Kind:
    """Return the ceiling of a line with a Danish code.

    Parameters
    ----------
    kind
        What the kind column says; None where there is none.
    code
        The account code.
    stated
        The kind column's own words: a ceiling that they name is left as it is.

    """
    named = stated.casefold() in KINDS or "service" in stated.casefold()
    if named or not is_danish(code):
        return kind or "operating"
    first, *rest = parse_code(code)
    parts = (first.lstrip("0") or "0", *rest)
    if parts[0] == "1" and kind in (None, "operating", "capital"):
        return "utility"
    if kind in (None, "operating") and _is_transfer(parts):
        return "transfer"
    if kind is None and parts[0] in ("7", "8"):
        return "financing"
    return kind or "operating"


def _is_transfer(code: Code) -> bool:
    return code in TRANSFERS or (len(code) > 2 and code[:2] in TRANSFER_GROUPS)
