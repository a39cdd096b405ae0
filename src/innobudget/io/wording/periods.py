"""Years and versions in column headers: `B2026`, `BO 27`, `Regnskab 2024`, `t-1`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from innobudget.io.wording.labels import says_total
from innobudget.io.wording.vocabulary import pattern, spelled, words

CACHED = 1 << 16
LONGEST = 30
"""The most years that a plan is added up over."""
Version = Literal["adopted", "accounts", "corrected", "expected", "proposed", "other"]

_YEAR = re.compile(r"(?<!\d)(?<!\d{3}/)(?P<year>(?:19|20)\d\d)(?!\d)")
"""Not that of an act: `EHA/3565/2008`."""
_SPAN = re.compile(r"(?<!\d)((?:19|20)?\d\d)\s*[-–/]\s*((?:19|20)?\d\d)(?![\d-])")
_DATE = re.compile(
    r"((?:19|20)\d\d)(?:-\d\d?-\d\d?(?:[t ][\d:.]+)?|jj00|x0\d\d)"
    r"|\d\d?[./-]\d\d?[./-]((?:19|20)\d\d)\.?(?: [\d:.]+)?"
)
_YEAR_ALONE = re.compile(
    rf"(?:(?:{'|'.join(words('periods', 'short'))})\s?)?"
    r"(?:(?:19[5-9]|20\d|210)\d(?:\s?[-–/]\s?(?:20)?\d\d)?|(?<=[a-z\s])\d\d)"
)
_LEVEL = spelled("periods", "price_level")
_PRICE_LEVEL = re.compile(
    rf"(?:\bi\s+|\bin\s+)?(?<!\d)((?:19|20)\d\d)[\s-]*(?:{_LEVEL})\w*"
    rf"|(?:{_LEVEL})\w*[\s:-]*((?:19|20)\d\d)(?!\d)"
)
_SHORT = re.compile(
    rf"(?:^|[^\w])(?:{'|'.join(words('periods', 'short'))})[\s_'’.]*(?P<year>\d\d)(?!\d)"
)
_RELATIVE = re.compile(r"(?:^|[^\w])t\s*([+\-−–]\s*\d)?(?![\w%])")
_ESTIMATE = re.compile(
    rf"(?:^|[^\w])(?:{'|'.join(words('periods', 'estimate'))})\s*-?\s*([1-9])(?!\d)"
)
_PART_OF_YEAR = pattern("periods", "month", form=r"{}|\bq[1-4]\b")
_FORMER = pattern("periods", "former")
_CARRIED = pattern("periods", "carried")
_REST = pattern("periods", "left", "spent")
_PEOPLE = pattern("periods", "people")
_MONTHS = frozenset(words("headers", "period"))
_MONTH = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])")
_LEFT = pattern("periods", "left")
_NO_AMOUNT = pattern("periods", "change", "count", "validity", "share", form=r"[%Δ]|{}")
_COUNT = re.compile(
    rf"{spelled('periods', 'count', 'average')}"
    rf"|.*(?:\s(?:i|in|en|som|als|as|w)\s|[(\[])(?:%|{spelled('periods', 'share')})\W*$"
)
_PER_HEAD = pattern(
    "periods", "per_head", form=r"(?:\bpr\.?|/|\bper|\bje|\bpor|\bpar|\bna|\bna 1|\bá)\s?{}"
)
_LEVEL_AT = re.compile(
    rf"\d\d?\.?\s+{spelled('periods', 'month').join(('(?:', ')'))}\s+(?:19|20)\d\d"
)
"""What stands at a day: a reserve, a debt, no year's budget."""
_ORDER: tuple[Version, ...] = ("corrected", "expected", "accounts", "proposed", "adopted")
_VERSIONS = tuple((name, pattern("periods", name)) for name in _ORDER)


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


@lru_cache(maxsize=CACHED)
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
    text = " ".join(_PRICE_LEVEL.sub(" ", text).split())
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


@lru_cache(maxsize=CACHED)
def cell_year(text: str) -> int | None:
    """Read a cell of a year column: a year, a fiscal year, a date; None where it is none.

    Statistics Netherlands write `2026JJ00` and, for a municipality's budget, `2026X000`.

    Examples
    --------
    >>> cell_year("2025"), cell_year("31.12.2025"), cell_year("FY16"), cell_year("2025 i alt")
    (2025, 2025, 2016, None)

    """
    cell = text.strip().casefold()
    if found := _DATE.fullmatch(cell):
        return int(found[1] or found[2])
    period = parse_period(cell) if _YEAR_ALONE.fullmatch(cell) else None
    return period.year if period else None


def month_year(text: str) -> int | None:
    """Return the year of a month in a column of years, `202501`; elsewhere it may be a code."""
    return int(text[:4]) if _MONTH.fullmatch(text) else None


def says_months(header: str) -> bool:
    """Say whether a header is one of months, `202601`, which elsewhere may be codes."""
    return header.strip(" .").casefold() in _MONTHS


def _several_years(text: str) -> bool:
    """Say whether two years are the ends of a sum over years, not one fiscal year."""
    span = _SPAN.search(text)
    if span is None:
        return False
    years = (int(span[2][-2:]) - int(span[1][-2:])) % 100
    return (len(span[1]) == 4 and 1 < years <= LONGEST) or (years == 1 and says_total(text))


def price_level(text: str) -> int | None:
    """Return the year of whose prices a text says that its amounts are.

    Examples
    --------
    >>> price_level("Beløb i 1.000 kr., 2026-p/l"), price_level("Budget 2026")
    (2026, None)

    """
    found = _PRICE_LEVEL.search(text.casefold())
    return int(found[1] or found[2]) if found else None


@lru_cache(maxsize=CACHED)
def parse_version(text: str) -> Version:
    """Say which of a year's figures a text in small letters speaks of."""
    return next((name for name, said in _VERSIONS if said.search(text)), "other")


def is_budget(header: str) -> bool:
    """Say whether a header only says that its column is the budget's."""
    text = " ".join(_PRICE_LEVEL.sub(" ", header.casefold()).strip(" .()").split())
    if not_an_amount(text) or says_total(text) or parse_period(text) is not None:
        return False
    return text in ("b", "bf", "vb") or parse_version(text) in ("adopted", "proposed")


@lru_cache(maxsize=CACHED)
def is_former(header: str) -> bool:
    """Say whether a header speaks of the year before, or of a budget as it was at first."""
    return bool(_FORMER.search(header.casefold()))


def is_rest(header: str) -> bool:
    """Say whether a header speaks of what is used of a budget, or left of it."""
    return bool(_REST.search(header.casefold()))


def is_left(header: str) -> bool:
    """Say whether a header begins with what is left of a budget: `Restbudget 2025`."""
    return bool(_LEFT.match(header.casefold()))


def is_part_of_year(header: str) -> bool:
    """Say whether a header speaks of a month or a quarter."""
    return bool(_PART_OF_YEAR.search(header.casefold()))


@lru_cache(maxsize=CACHED)
def not_an_amount(header: str) -> bool:
    """Say whether a header announces a share, a count, a deviation, a rest or a sum over years."""
    text = header.casefold()
    said = _NO_AMOUNT.search(text) or _LEVEL_AT.search(text)
    return bool(said) or is_carried(text) or is_per_head(text) or _several_years(text)


def is_carried(header: str) -> bool:
    """Say whether a header begins with what is carried over from other years."""
    return bool(_CARRIED.match(header.casefold()))


@lru_cache(maxsize=CACHED)
def is_count(text: str) -> bool:
    """Say whether a text begins with what is counted, or is a share: `Antal elever`, `I pct.`."""
    return bool(_COUNT.match(text.casefold()))


@lru_cache(maxsize=CACHED)
def counts_people(header: str) -> bool:
    """Say whether a header is one of inhabitants or households."""
    return bool(_PEOPLE.search(header.casefold()))


@lru_cache(maxsize=CACHED)
def is_per_head(text: str) -> bool:
    """Say whether a text announces figures per inhabitant."""
    return bool(_PER_HEAD.search(text.casefold()))
