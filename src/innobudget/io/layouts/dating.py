"""Years that titles between the rows say, each of those below it: a column of years of its own."""

import re
from dataclasses import replace

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.wording.periods import cell_year, parse_period, parse_version
from innobudget.messages import say

TITLE = 40
"""Longer texts are remarks."""
HEADER = "Year (title)"
"""Of the column of the years that only titles say."""
_DIGITS = re.compile(r"\d+")


def title_of(sheet: Sheet, row: int) -> tuple[str, int | None]:
    """Return the text that stands alone in a row, and the year that it says, if it is short."""
    texts = [text for value in sheet.rows[row] if (text := text_of(value))]
    if len(texts) != 1 or len(texts[0]) >= TITLE:
        return "", None
    period = parse_period(texts[0])
    years = (cell_year(word) for word in texts[0].split())  # `Overført fra 2025` is no period
    return texts[0], period.year if period else next(filter(None, years), None)


def with_title_years(sheet: Sheet, layout: Layout) -> Sheet:
    """Return a sheet whose titles give the rows below them their years; else as it is.

    Titles do that where nothing else says a year, and they differ in their years only, or all say
    versions. The first stands above all figures.
    """
    dated = any(period.year or period.offset is not None for _, period in layout.amounts)
    if dated or "year" in layout.columns or sheet.parts or layout.header[1] < 0:
        return sheet
    columns = layout.amount_columns
    figures = (row for row in layout.rows_of(sheet) if any(sheet.text(row, at) for at in columns))
    first = next(figures, len(sheet.rows))
    titles = {row: told for row in range(len(sheet.rows)) if (told := title_of(sheet, row))[1]}
    above = [row for row in titles if row < first]
    titles = {row: said for row, said in titles.items() if above and row >= above[-1]}
    years = [str(year) for _, year in titles.values()]
    words = {_DIGITS.sub("", text).casefold() for text, _ in titles.values()}
    plain = len(words) < 2 or "other" not in map(parse_version, words)
    if len(set(years)) < max(len(years), 2) or not plain:
        return sheet
    rows, year, width = list(sheet.rows), "", sheet.width
    header = rows[layout.header[1]]
    for row in range(min(layout.header[1], *titles), len(rows)):
        year = str(titles[row][1]) if row in titles else year
        cells = rows[row]
        if row in titles:
            rows[row] = ()
        elif row >= layout.header[1] and len(cells) - cells.count(None) > 1:
            said = HEADER if cells == header else year
            rows[row] = (*cells, *[None] * (width - len(cells)), said)
    doubt = Problem(
        code="year-from-title",
        place=sheet.place(min(titles)),
        found=say("the years {years} in titles above their rows only", years=years),
        expected=say("a year on every row; read as those of the title above it"),
        remedy=say("give every row its year in the file, if that is wrong"),
    )
    return replace(sheet, rows=tuple(rows), doubts=(*sheet.doubts, doubt))


def check_one_year(sheet: Sheet, layout: Layout, year: int) -> None:
    """Ask about a title between the rows that says another year of those below it."""
    columns = layout.amount_columns
    figures = [at for at in layout.rows_of(sheet) if any(sheet.text(at, to) for to in columns)]
    for row in range(min(figures, default=0), max(figures, default=0)):
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
