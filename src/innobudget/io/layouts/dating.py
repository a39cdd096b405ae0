"""Years that titles between the rows say, each of those below it: a column of years of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.wording.columns import WORDS
from innobudget.io.wording.periods import cell_year, is_carried, parse_period, parse_version
from innobudget.messages import say

TITLE = 40
"""Longer texts are remarks."""
HEADER = "Year (title)"
"""Of the column of the years that only titles say."""
Titles = Mapping[int, int]
"""Years by the rows of the titles that say them."""


def title_of(sheet: Sheet, row: int) -> tuple[str, int | None]:
    """Return the text that stands alone in a row, and the year that it says, if it is short."""
    texts = [text for value in sheet.rows[row] if (text := text_of(value))]
    if len(texts) != 1 or len(texts[0]) >= TITLE:
        return "", None
    if is_carried(texts[0]):  # `Overført fra 2025` is no period
        return texts[0], next(filter(None, map(cell_year, texts[0].split())), None)
    period = parse_period(texts[0])
    return texts[0], period.year if period else None


def with_title_years(sheet: Sheet, layout: Layout) -> Sheet:
    """Return a sheet whose titles give the rows below them their years; else as it is.

    Titles do that where nothing else says a year, they say nothing but a period, one year follows
    the other, and the same table stands again below each. The first stands above all figures.
    """
    dated = any(period.year or period.offset is not None for _, period in layout.amounts)
    if dated or "year" in layout.columns or sheet.parts or layout.header[1] < 0:
        return sheet
    columns = layout.amount_columns
    figures = [row for row in layout.rows_of(sheet) if any(sheet.text(row, at) for at in columns)]
    first = min(figures, default=len(sheet.rows))
    told = {row: title for row in range(len(sheet.rows)) if (title := title_of(sheet, row))[1]}
    titles = {row: year for row, (text, _) in told.items() if (year := _period_alone(text))}
    begin = max((row for row in titles if row < first), default=len(sheet.rows))
    titles = {row: year for row, year in titles.items() if row >= begin}
    others = any(first < row < figures[-1] for row in told.keys() - titles.keys())
    if others or not _are_consecutive([*titles.values()]) or not _repeat(sheet, layout, titles):
        return sheet
    return _dated(sheet, layout, titles)


def _period_alone(text: str) -> int | None:
    """Return the year of a text that says a period, or which figures of a year, and no more.

    `Jf. budget 2025`, `Lov 2025` and `Konto 2010` say what the rows below them are of or from.
    """
    words = text.casefold().strip(" :.").split()
    years = [year for word in words if (year := cell_year(word))]
    others = [word for word in words if not cell_year(word)]
    if len(years) == 1 and all(
        parse_version(word) != "other" or word in WORDS["year"] for word in others
    ):
        return years[0]
    return cell_year(" ".join(words))


def _are_consecutive(years: Sequence[int]) -> bool:
    """Say whether there are several years, each one later than the one before, or earlier."""
    return {after - before for before, after in pairwise(years)} in ({1}, {-1})


def _repeat(sheet: Sheet, layout: Layout, titles: Titles) -> bool:
    """Say whether below each title stands the header again, or most of the same labels."""
    header, ends = sheet.rows[layout.header[1]], [*titles, len(sheet.rows)]
    blocks = [range(row, end) for row, end in pairwise(ends)]
    if all(any(sheet.rows[row] == header for row in block) for block in blocks):
        return True
    columns = [at for at in range(sheet.width) if at not in layout.amount_columns]
    said = [
        tuple(text for at in columns if any(map(str.isalpha, text := sheet.text(row, at))))
        for row in range(len(sheet.rows))
    ]
    none = {(), said[layout.header[1]]}
    labels = [{said[row] for row in block[1:]} - none for block in blocks]
    return all(2 * len(labels[0] & own) > len(labels[0] | own) for own in labels)


def _dated(sheet: Sheet, layout: Layout, titles: Titles) -> Sheet:
    """Return a sheet with a column of the years of the titles, and without the titles."""
    rows, year, width = list(sheet.rows), "", sheet.width
    header = rows[layout.header[1]]
    for row in range(min(layout.header[1], *titles), len(rows)):
        year = str(titles[row]) if row in titles else year
        cells = rows[row]
        if row in titles:
            rows[row] = ()
        elif row >= layout.header[1] and len(cells) - cells.count(None) > 1:
            said = HEADER if cells == header else year
            rows[row] = (*cells, *[None] * (width - len(cells)), said)
    doubt = Problem(
        code="year-from-title",
        place=sheet.place(min(titles)),
        found=say(
            "the years {years} in titles above their rows only", years=[*map(str, titles.values())]
        ),
        expected=say("a year on every row; read as those of the title above it"),
        remedy=say("give every row its year in the file, if that is wrong"),
    )
    return replace(sheet, rows=tuple(rows), doubts=(*sheet.doubts, doubt))


def check_one_year(sheet: Sheet, layout: Layout, year: int) -> None:
    """Ask about a title between the rows that says another year of those below it."""
    columns = layout.amount_columns
    figures = [at for at in layout.rows_of(sheet) if any(sheet.text(at, to) for to in columns)]
    for row in range(layout.first_row, max(figures, default=0)):
        text, said = title_of(sheet, row)
        if said not in (None, year):
            raise QuestionError(
                say(
                    "rows of several years below each other: {year} above, {text!r} in {place}",
                    year=year,
                    text=text,
                    place=sheet.place(row),
                ),
                proposal={} if sheet.parts else {"year": year, "last_row": row},
            )
