"""Unit and currency, as a line above the table or a header states them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from innobudget.io.wording.vocabulary import languages, pattern, spell, spelled, words

CURRENCIES = tuple(
    dict.fromkeys(
        code
        for said in languages().values()
        for code in said.get("currencies", {})
        if code.isupper()
    )
)
MONEY = rf"(?:{spelled('currencies', *CURRENCIES, 'krone')})"
_NAMES = [word for word in words("currencies", *CURRENCIES, "krone") if len(word) > len("SEK")]
_LONE = re.compile(rf"\W*(?:(?:{spelled('units', 'before')})\s+)?(?:{'|'.join(_NAMES)})\W*")
"""The name of a currency alone, as a line above the amounts has it: `kronor`, `(en euros)`."""
_BEFORE = (
    rf"(?:^|[(\[,;:–-]|(?:{spelled('units', 'before')}|{MONEY}))\.?\s*"
    r"|\b(?:19|20)\d\d\s+|[£€$]\s?"
)
"""What may stand right before a unit: `Heraf 1.000 kr.` and `5 mio. kr.` are amounts."""
_THOUSAND = (
    rf"(?:{_BEFORE})(?:1[.,\s]?)?000\b(?!\s*[-–]?\s*(?!{MONEY})[^\W\d_])(?![\d.,\s]*\d{{3}})"
)
_UNITS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (1e9, pattern("units", "billion", form=r"{}|(?<=[£€$])bn\b")),
    (1e6, pattern("units", "million", form=r"{}|(?<=[£€$])\s?m\b|\bm[£€]|1[.\s]000[.\s]000\b")),
    (1e3, re.compile(rf"{_THOUSAND}|'000|{spelled('units', 'thousand')}")),
    (
        1.0,
        re.compile(
            rf"{spelled('units', 'one')}|\b(?:hele|i|in|en|beløb i) {MONEY}"
            rf"|^\(?(?:kr|dkk)\.?\)?$|^{_LONE.pattern}$"
        ),
    ),
)
_COUNTED = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?:[\s,;:]|$)|1\s)\d[\d.,]*\s*$")
"""A number right before the word: an amount in a sentence, not a unit."""
_CURRENCIES = {code: pattern("currencies", code) for code in (*CURRENCIES, "krone")}
_KRONES = {
    next(filter(str.isupper, said["currencies"])): re.compile("|".join(map(spell, own)))
    for said in languages().values()
    if (own := said.get("currencies", {}).get("krone_words"))
}
"""What tells whose krone it is, by currency."""
_MAY_BE_UNIT = re.compile(
    rf"^\W*(?:{spelled('units', 'before')})\s+\w+[^.]*{MONEY}|^\([^)]*{MONEY}[^)]*\)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a text says about the amounts."""

    unit: float
    """How many of the currency one is. [currency]"""
    currency: str | None
    """Code of the currency, where the text names it."""
    text: str
    """As written."""


def parse_caption(text: str) -> Caption | None:
    """Read the unit that a text states; None where it states none.

    Examples
    --------
    >>> parse_caption("Beløb i 1.000 kr.").unit
    1000.0
    >>> parse_caption("Mio. kr. (2020 p/l)").unit
    1000000.0

    """
    words = " ".join(text.casefold().replace("_", " ").split())
    unit = next((factor for factor, pattern in _UNITS if _states(pattern, words)), None)
    if unit is None:
        return None
    return Caption(unit=unit, currency=parse_currency(words), text=text.strip())


def _states(pattern: re.Pattern[str], words: str) -> bool:
    found = pattern.search(words)
    return found is not None and not _COUNTED.search(words[: found.start()])


def parse_currency(text: str) -> str | None:
    """Return the code of the currency that a text names."""
    words = text.casefold()
    found = next((code for code, pattern in _CURRENCIES.items() if pattern.search(words)), None)
    return "DKK" if found == "krone" else found


def krone_of(texts: Iterable[str]) -> str:
    """Return whose krone a file counts in, by the language of its words.

    Examples
    --------
    >>> krone_of(["Budsjett 2026", "Tjeneste"]), krone_of(["Budget 2026", "Udvalg"])
    ('NOK', 'DKK')

    """
    said = " ".join(texts).casefold()
    own = (code for code, pattern in _KRONES.items() if pattern.search(said))
    return next(own, "DKK")


def find_captions(texts: Iterable[str]) -> list[Caption]:
    """Return every statement of a unit among short texts; a currency alone where no other."""
    found = [caption for text in texts if len(text) < 120 and (caption := parse_caption(text))]
    told = [caption for caption in found if not _LONE.fullmatch(caption.text.casefold())]
    return told or found


def unknown_unit(texts: Iterable[str]) -> str:
    """Return a short text in parentheses or above a table that may say a unit not known here."""
    return next(
        (text for text in texts if len(text) < 40 and _MAY_BE_UNIT.search(text.casefold())), ""
    )
