"""What the texts around a table say about it: years in titles, key figures, proposals."""

from collections.abc import Iterable, Iterator, Sequence

from innobudget.io.sheets import Sheet
from innobudget.io.wording.captions import find_captions, parse_currency
from innobudget.io.wording.periods import is_per_head, parse_period
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.vocabulary import pattern

TITLE_LENGTH = 200
TITLE_ROWS = 5
_BUDGET_YEAR = pattern("periods", "budget_of", form=r"{}\w*\s+((?:19|20)\d\d)")
_KEY_FIGURES = pattern("texts", "key_figures")
_SHARES = pattern("texts", "shares")
_COUNTS = pattern("texts", "counts")
_MONEY = pattern("texts", "money")
_PROPOSALS = pattern("texts", "proposals")


def texts_above(sheet: Sheet, row: int) -> Iterator[str]:
    """Yield the texts of the rows above one."""
    for cells in sheet.rows[:row]:
        for cell in cells:
            if isinstance(cell, str) and len(cell) < TITLE_LENGTH:
                yield cell.strip()


def title_year(texts: Iterable[str]) -> int | None:
    """Return the budget year that titles name, where they name one.

    Examples
    --------
    >>> title_year(["Budget 2026 og overslagsår 2027-2029"])
    2026

    """
    titles = [text.casefold() for text in texts]
    named = {int(year) for title in titles for year in _BUDGET_YEAR.findall(title)}
    periods = [] if named else [parse_period(title) for title in titles]
    spans = {period.year for period in periods if period and period.year and period.span}
    years = named or spans or {period.year for period in periods if period and period.year}
    return years.pop() if len(years) == 1 else None


def file_year(name: str) -> int | None:
    """Return the year in a file's name, for a proposal that the user confirms."""
    period = parse_period(name.rpartition(".")[0] or name)
    return period.year if period else None


def check_not_key_figures(sheets: Sequence[Sheet]) -> None:
    """Refuse a file of key figures.

    Raises
    ------
    QuestionError
        If at least half of the sheets speak of shares, counts or figures per inhabitant, and
        the file calls itself key figures.

    """
    titles = (
        cell.casefold()
        for sheet in sheets
        for row in sheet.rows[:TITLE_ROWS]
        for cell in row
        if isinstance(cell, str)
    )
    if not any(map(_KEY_FIGURES.search, titles)):
        return
    spoken = sum(
        any(_SHARES.search(c.casefold()) for row in sheet.rows for c in row if isinstance(c, str))
        for sheet in sheets
    )
    if spoken * 2 >= len(sheets):
        raise QuestionError(
            "key figures (shares, counts, figures per inhabitant), not the amounts of a budget",
            verdict="refused",
        )


def check_money(texts: Iterable[str]) -> None:
    """Refuse a table whose titles and headers speak of shares or counts and never of money.

    Raises
    ------
    QuestionError
        With the text that speaks so.

    """
    said = list(texts)
    words = [text.casefold() for text in said]
    counts = [text for text, word in zip(said, words, strict=True) if _COUNTS.search(word)]
    money = any(_MONEY.search(word) or parse_currency(word) for word in words)
    if counts and not money and not find_captions(said):
        raise QuestionError(f"shares or counts ({counts[0]!r}), not amounts", verdict="refused")


def per_head_text(texts: Iterable[str]) -> str:
    """Return a text that announces figures per inhabitant; empty where there is none."""
    return next((text for text in texts if is_per_head(text)), "")


def speaks_of_proposals(texts: Iterable[str]) -> bool:
    """Say whether headers are those of a list of proposals rather than of a budget."""
    return sum(bool(_PROPOSALS.search(text.casefold())) for text in texts) > 0
