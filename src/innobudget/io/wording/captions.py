"""Unit and currency, as a line above the table or a header states them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MONEY = r"(?:kr|kroner|dkk|nok|sek|eur|euro|euros|€|gbp|£|usd|\$|dollars?|czk|kč)"
_BEFORE = (
    rf"(?:^|[(\[,;:–-]|\b(?:i|in|en|x|v|af|beløb|hele|alle|tal|tall|{_MONEY}))\.?\s*"
    r"|\b(?:19|20)\d\d\s+|[£€$]\s?"
)
"""What may stand right before a unit: `Heraf 1.000 kr.` and `5 mio. kr.` are amounts."""
_UNITS: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        1e9,
        re.compile(r"\bmia\b|\bmilliard|\bmiljard|\bmrd\b|\bbillions?\b|(?<=[£€$])bn\b|\bmld\b"),
    ),
    (
        1e6,
        re.compile(
            r"\bmio\b|\bmill?\b\.?|million|miljo(?:ner|en)\b|\bmln\b|(?<=[£€$])\s?m\b|\bm[£€]"
            r"|\bmkr\b|\bmnkr\b|\bmdkk\b|milionů|\bmil\.\s?kč|millones|1[.\s]000[.\s]000\b"
        ),
    ),
    (
        1e3,
        re.compile(
            rf"(?:{_BEFORE})(?:1[.,\s]?)?000\b(?!\s*[-–]?\s*(?!{_MONEY}\b)[^\W\d_])(?![\d.,\s]*\d{{3}})"
            r"|'000|\b000s\b|\bkkr\b|\btkr\b|\btdkk\b|\bteur\b"
            r"|\bt\.\s?kr|\bt€|\btis\.|\btusinde?r?\b|\btusen\b|tusental|\bthousands?\b|\btausend|\btsd\b|duizend"
            r"|tisících|\bmiles de\b"
        ),
    ),
    (
        1.0,
        re.compile(
            r"\b(?:hele|i|in|en|beløb i) (?:kr|kroner|dkk|eur|euros?)\b"
            r"|^\(?(?:kr|kroner|dkk)\.?\)?$"
        ),
    ),
)
_COUNTED = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?:[\s,;:]|$)|1\s)\d[\d.,]*\s*$")
"""A number right before the word: an amount in a sentence, not a unit."""
_CURRENCIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("DKK", re.compile(r"\bdkk\b|\btdkk\b|\bmdkk\b")),
    ("NOK", re.compile(r"\bnok\b")),
    ("SEK", re.compile(r"\bsek\b|\bmnkr\b")),
    ("EUR", re.compile(r"\beur\b|€|\beuro|\bteur\b")),
    ("GBP", re.compile(r"\bgbp\b|£")),
    ("USD", re.compile(r"\busd\b|\$|\bdollars?\b")),
    ("CZK", re.compile(r"\bczk\b|kč\b")),
    ("DKK", re.compile(r"\b[tm]?kr\b|\bkroner\b")),
)
_NORWEGIAN = re.compile(r"budsjett|inntekt|utgift|regnskap|rekneskap|tjeneste|beløp|beloep")
_SWEDISH = re.compile(r"nämnd|intäkt|utfall|räken|räkning|bokslut|kostnader")


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
    words = " ".join(text.casefold().split())
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
    return next((code for code, pattern in _CURRENCIES if pattern.search(words)), None)


def krone_of(texts: Iterable[str]) -> str:
    """Return whose krone a file counts in, by the language of its words.

    Examples
    --------
    >>> krone_of(["Budsjett 2026", "Tjeneste"]), krone_of(["Budget 2026", "Udvalg"])
    ('NOK', 'DKK')

    """
    words = " ".join(texts).casefold()
    if _NORWEGIAN.search(words):
        return "NOK"
    return "SEK" if _SWEDISH.search(words) else "DKK"


def find_captions(texts: Iterable[str]) -> list[Caption]:
    """Return every statement of a unit among short texts."""
    return [caption for text in texts if len(text) < 120 and (caption := parse_caption(text))]
