"""What the texts around a table say: unit, currency, year, and whether it is a budget at all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet
from innobudget.io.wording.periods import is_per_head, parse_period
from innobudget.io.wording.vocabulary import languages, pattern, spell, spelled
from innobudget.messages import say

CURRENCIES = tuple(
    dict.fromkeys(
        code
        for said in languages().values()
        for code in said.get("currencies", {})
        if code.isupper()
    )
)
MONEY = rf"(?:{spelled('currencies', *CURRENCIES, 'krone')})"
CAPTION_LENGTH = 120
TITLE_LENGTH = 200
UNIT_LENGTH = 20
TITLE_ROWS = 5
_LONE = re.compile(rf"\W*(?:(?:{spelled('units', 'before')})\s+)?{MONEY}\W*")
"""A currency alone, as a line above the amounts has it: `kronor`, `EUR`, `(v Kč)`."""
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
            rf"|^{_LONE.pattern}$"
        ),
    ),
)
_COUNTED = re.compile(r"(?<!\d)(?<!\d[-–/])(?!(?:19|20)\d\d(?:[\s,;:]|$)|1\s)\d[\d.,]*\s*$")
"""A number right before the word: an amount in a sentence, not a unit."""
_CURRENCIES = {code: pattern("currencies", code) for code in (*CURRENCIES, "krone")}
_KRONES = {
    next(filter(str.isupper, said["currencies"])): re.compile(spell(own))
    for said in languages().values()
    if (own := said.get("currencies", {}).get("krone_words"))
}
"""What tells whose krone it is, by currency."""
_MAY_BE_UNIT = re.compile(
    rf"^\W*(?:{spelled('units', 'before')})\s+\w+[^.]*{MONEY}|^\([^)]*{MONEY}[^)]*\)$"
)
_BUDGET_YEAR = pattern("periods", "budget_of", form=r"{}\w*\s+((?:19|20)\d\d)")
_KEY_FIGURES = pattern("texts", "key_figures")
_SHARES = pattern("texts", "shares")
_COUNTS = pattern("texts", "counts")
_MONEY_WORDS = pattern("texts", "money")
_PROPOSALS = pattern("texts", "proposals")


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
    >>> parse_caption("Beløb i 1.000 kr.").unit, parse_caption("Mio. kr. (2020 p/l)").unit
    (1000.0, 1000000.0)
    >>> parse_caption("v Kč").unit, parse_caption("50 kr.")
    (1.0, None)

    """
    said = " ".join(text.casefold().replace("_", " ").split())
    unit = next((factor for factor, pattern in _UNITS if _states(pattern, said)), None)
    if unit is None:
        return None
    return Caption(unit=unit, currency=parse_currency(said), text=text.strip())


def is_unit(text: str) -> bool:
    """Say whether a cell holds nothing but a unit, as in a row of units below a header."""
    return len(text) < UNIT_LENGTH and parse_caption(text) is not None


def _states(pattern: re.Pattern[str], said: str) -> bool:
    found = pattern.search(said)
    return found is not None and not _COUNTED.search(said[: found.start()])


def parse_currency(text: str) -> str | None:
    """Return the code of the currency that a text names."""
    said = text.casefold()
    found = next((code for code, pattern in _CURRENCIES.items() if pattern.search(said)), None)
    return "DKK" if found == "krone" else found


def krone_of(texts: Iterable[str]) -> str:
    """Return whose krone a file counts in, by the language of its words.

    Examples
    --------
    >>> krone_of(["Budsjett 2026", "Tjeneste"]), krone_of(["Budget 2026", "Udvalg"])
    ('NOK', 'DKK')

    """
    said = " ".join(texts).casefold()
    return next((code for code, pattern in _KRONES.items() if pattern.search(said)), "DKK")


def find_captions(texts: Iterable[str]) -> list[Caption]:
    """Return every statement of a unit among short texts; a currency alone where no other."""
    short = (text for text in texts if len(text) < CAPTION_LENGTH)
    found = [caption for text in short if (caption := parse_caption(text))]
    told = [one for one in found if one.unit > 1 or not _LONE.fullmatch(one.text.casefold())]
    return told or found


def unknown_unit(texts: Iterable[str]) -> str:
    """Return a short text in parentheses or above a table that may say a unit not known here."""
    short = (text for text in texts if len(text) < 40)
    return next((text for text in short if _MAY_BE_UNIT.search(text.casefold())), "")


def texts_above(sheet: Sheet, row: int) -> Iterator[str]:
    """Yield the texts of the rows above one; none above the first."""
    for cells in sheet.rows[: max(row, 0)]:
        for cell in cells:
            if isinstance(cell, str) and len(cell) < TITLE_LENGTH:
                yield cell.strip()


def title_year(texts: Iterable[str]) -> int | None:
    """Return the budget year that titles name, where they name one.

    Examples
    --------
    >>> title_year(["Budget 2026 og overslagsår 2027-2029"]), title_year(["Budget 2026/27"])
    (2026, 2027)

    """
    titles = [text.casefold() for text in texts]
    named = {int(year) for title in titles for year in _BUDGET_YEAR.findall(title)}
    periods = [parse_period(title) for title in titles]
    said = [(period.year, period.span) for period in periods if period and period.year]
    years = {year for year, span in said if span} or named or {year for year, _ in said}
    return years.pop() if len(years) == 1 else None


def file_year(name: str) -> int | None:
    """Return the year in a file's name, for a proposal that the user confirms."""
    period = parse_period(name.rpartition(".")[0] or name)
    return period.year if period else None


def check_not_key_figures(sheets: Sequence[Sheet]) -> None:
    """Refuse a file that calls itself key figures, and half of whose sheets speak of shares."""
    titles = (_texts(row) for sheet in sheets for row in sheet.rows[:TITLE_ROWS])
    if not any(_KEY_FIGURES.search(text) for texts in titles for text in texts):
        return
    spoken = sum(
        any(_SHARES.search(text) for row in sheet.rows for text in _texts(row)) for sheet in sheets
    )
    if spoken * 2 >= len(sheets):
        raise QuestionError(
            say(
                "key figures (shares, counts, figures per inhabitant), not the amounts of a budget"
            ),
            verdict="refused",
        )


def _texts(row: Iterable[object]) -> Iterator[str]:
    return (cell.casefold() for cell in row if isinstance(cell, str))


def check_money(texts: Iterable[str], beside: Iterable[str]) -> None:
    """Refuse a table whose titles and headers speak of shares or counts and never of money.

    `beside` are headers of columns that are not read: a count there is no fault.
    """
    own = list(texts)
    said = {text: text.casefold().replace("_", " ") for text in (*own, *beside)}
    counts = [text for text in own if _COUNTS.search(said[text])]
    money = any(_MONEY_WORDS.search(word) or parse_currency(word) for word in said.values())
    if counts and not money and not find_captions(said):
        raise QuestionError(
            say("shares or counts ({words!r}), not amounts", words=counts[0]), verdict="refused"
        )


def per_head_text(texts: Iterable[str]) -> str:
    """Return a text that announces figures per inhabitant; empty where there is none."""
    return next((text for text in texts if is_per_head(text)), "")


def speaks_of_proposals(texts: Iterable[str]) -> bool:
    """Say whether headers are those of a list of proposals rather than of a budget."""
    return any(_PROPOSALS.search(text.casefold()) for text in texts)
