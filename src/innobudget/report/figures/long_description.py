"""A chart in words, for those who do not see it: what it has, its extremes, one comparison.

Every number is one of the chart's table, and so of the results.
"""

from collections.abc import Iterator, Sequence

from innobudget.domain.scenario import Language
from innobudget.report.figures.chart import Chart, Told
from innobudget.report.findings.teller import capital, joined
from innobudget.report.layout_text import cut
from innobudget.report.words import publication as words

SHORTEST, LONGEST_TITLE, LONGEST = 40, 250, 900
"""Of a title; of a title and a description. [characters]"""
NAME = 60
"""Of the name of a row. [characters]"""
Column = tuple[str, list[tuple[str, Told]]]
"""Its heading, and the figures with the names of their rows."""


def html_id(chart: Chart) -> str:
    """Return the id that a chart has in report.html."""
    return f"figure-{chart.stem}"


def title_of(chart: Chart) -> str:
    """Return the sentence that a chart proves, long enough to say something by itself."""
    parts = [chart.finding.title, chart.finding.lead, chart.shown]
    for count in range(1, len(parts) + 1):
        title = joined(*(_ended(part) for part in parts[:count]))
        if len(title) >= SHORTEST:
            break
    return cut(title, LONGEST_TITLE)


def _ended(text: str) -> str:
    return text if not text or text[-1] in ".?!…" else f"{text}."


def described(chart: Chart, language: Language) -> str:
    """Return what a chart shows: how it looks, what stands where, and what can be read off it."""
    parts = [chart.picture, *_axes(chart, language), *_read_off(chart, language)]
    return cut(joined(*parts), LONGEST)


def _columns(chart: Chart) -> Iterator[Column]:
    for number, heading in enumerate(chart.table.headings[1:], start=1):
        cells = [(cut(row[0], NAME), row[number]) for row in chart.table.rows]
        told = [(name, cell) for name, cell in cells if isinstance(cell, Told)]
        if told:
            yield "" if heading == told[0][1].unit else heading, told


def _axes(chart: Chart, language: Language) -> Iterator[str]:
    table = chart.table
    if not all(table.headings):  # a list of figures has none
        return
    told = [heading for heading, _ in _columns(chart)] or [*table.headings[1:]]
    names = [cut(row[0], NAME) for row in table.rows]
    phrase = words.AXES if len(names) > 1 else words.ONLY
    axes = phrase(language, rows=table.headings[0].lower(), first=names[0], last=names[-1])
    columns = ", ".join(filter(None, told))
    yield capital(_ended(f"{axes}: {columns}" if columns else axes))


def _read_off(chart: Chart, language: Language) -> Iterator[str]:
    """Yield the figures of a list, or the extremes of columns and one comparison of two."""
    columns = list(_columns(chart))
    if not all(chart.table.headings):
        yield from (
            _ended("; ".join(f"{cell} {name}" for name, cell in told)) for _, told in columns
        )
        return
    for column in (columns[0], columns[-1]) if len(columns) > 1 else columns:
        yield from _extremes(column, language)
    yield from _compared(columns, language)


def _extremes(column: Column, language: Language) -> Iterator[str]:
    heading, told = column
    high, low = (choose(told, key=lambda item: item[1].value) for choose in (max, min))
    if high[1] == low[1]:
        return
    extremes = words.EXTREMES(
        language,
        high=high[1].in_full,
        at_high=high[0],
        low=low[1].in_full,
        at_low=low[0],
    )
    yield f"{capital(heading)}: {extremes}" if heading else capital(extremes)


def _compared(columns: Sequence[Column], language: Language) -> Iterator[str]:
    """Yield in how many rows the first line lies above the middle one of the others."""
    if len(columns) < 2:
        return
    (one, first), *others = columns
    others = [(name, told) for name, told in others if told[0][1].unit == first[0][1].unit]
    if not others:
        return
    other, second = others[(len(others) - 1) // 2]
    values = {name: cell.value for name, cell in second}
    pairs = [(cell.value, values[name]) for name, cell in first if name in values]
    count = sum(a > b for a, b in pairs)
    if count and len(pairs) > 1:
        yield words.COMPARED(language, one=capital(one), other=other, count=count, rows=len(pairs))
