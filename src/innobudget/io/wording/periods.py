"""Years and versions in column headers: `B2026`, `BO 27`, `Regnskab 2024`, `t-1`."""

import re
from dataclasses import dataclass
from typing import Literal

Version = Literal["adopted", "accounts", "corrected", "expected", "proposed", "other"]

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)?\d\d)\s*[-/]\s*((?:19|20)?\d\d)(?!\d)")
_SHORT = re.compile(
    r"(?:^|[^\w])(?:b|bo|bf|r|fr|kb|ob|fy|budget|regnskab|overslag)[\s_'’.]*(?P<year>\d\d)(?!\d)"
)
_RELATIVE = re.compile(r"(?:^|[^\w])t\s*([+\-−–]\s*\d)?(?![\w%])")
_ESTIMATE = re.compile(
    r"(?:^|[^\w])(?:bo|overslagsår|budgetoverslag|overslag)\s*-?\s*([1-9])(?!\d)"
)
_DEVIATION = re.compile(
    r"afvig|avvik|ændring|endring|difference|forskel|diff\b|deviation|variance|change|abweichung"
    r"|mutatie|vs\.|odchylka",
)
_SHARE = re.compile(r"%|\bpct\b|\bprocent|\bpercent|\bprosent|\bandel\b|\bindeks\b")
_PER_HEAD = re.compile(
    r"pr\.? (?:indbygger|borger|enhed)|per (?:capita|head|innbygger|invånare|inwoner)|je einwohner"
)
_VERSIONS: tuple[tuple[Version, re.Pattern[str]], ...] = (
    (
        "corrected",
        re.compile(
            r"korriger|revised|revidert|reviderat|current|omplac|justert|po změnách|nachtrag|\bkb"
        ),
    ),
    ("expected", re.compile(r"forventet|expected|prognos|forecast|skøn|\bfr\b")),
    (
        "accounts",
        re.compile(
            r"regnskab|regnskap|rekneskap|räkenskap|bokslut|actual|outturn|realis|ergebnis"
            r"|rechnung|jahresabschluss|výsledek|liquidad|\br\s?\d|accounts"
        ),
    ),
    ("proposed", re.compile(r"forslag|proposed|förslag|entwurf|\bbf\s?\d|recommended")),
    (
        "adopted",
        re.compile(
            r"budget|budsjett|budgett|overslag|\bbo?\s?\d|\bplan\b|planned|ansatz|voranschlag|begrot|bedrag"
            r"|adopted|approved|original|oprindelig|vedtag|schválen|presupuest|fy"
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a header says about the year of its column."""

    year: int | None = None
    """Calendar year; None where the header counts from a budget year. [calendar year]"""
    offset: int | None = None
    """Years after the budget year, where the header counts so. [years]"""
    version: Version = "other"
    """Which of a year's figures they are."""
    span: bool = False
    """True for a fiscal year over two calendar years; `year` is the one it ends in."""


def parse_period(header: str) -> Period | None:
    """Read a header's year; None where it has none or holds no amounts (shares, deviations).

    Examples
    --------
    >>> parse_period("BO2027")
    Period(year=2027, offset=None, version='adopted', span=False)
    >>> parse_period("Bedrag t-2").offset
    -2
    >>> parse_period("Afvigelse 2025 i %") is None
    True

    """
    text = " ".join(header.replace("_", " ").casefold().split())
    if not text or not_an_amount(text):
        return None
    version = parse_version(text)
    span = _SPAN.search(text)
    if span and int(span[2][-2:]) == (int(span[1][-2:]) + 1) % 100:
        return Period(year=2000 + int(span[2][-2:]), version=version, span=True)
    if year := _YEAR.search(text) or _SHORT.search(text):
        number = int(year["year"])
        return Period(year=number if number > 99 else 2000 + number, version=version)
    if estimate := _ESTIMATE.search(text):
        return Period(offset=int(estimate[1]), version="adopted")
    if relative := _RELATIVE.search(text):
        step = (relative[1] or "0").replace(" ", "").replace("−", "-").replace("–", "-")
        return Period(offset=int(step), version=version)
    return None


def parse_version(text: str) -> Version:
    """Say which of a year's figures a text in small letters speaks of."""
    return next((name for name, words in _VERSIONS if words.search(text)), "other")


def not_an_amount(header: str) -> bool:
    """Say whether a header announces a share, a figure per head or a deviation."""
    text = header.casefold()
    return bool(_SHARE.search(text) or _DEVIATION.search(text) or is_per_head(text))


def is_per_head(text: str) -> bool:
    """Say whether a text announces figures per inhabitant."""
    return bool(_PER_HEAD.search(text.casefold()))
