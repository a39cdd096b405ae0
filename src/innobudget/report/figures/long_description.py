"""A chart in words, for those who do not see it: what it has, its extremes, one comparison.

Every number is one of the chart's table, and so of the results.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    for number, heading in enumerate(chart.table.headings):
        cells = [(cut(row[0], NAME), row[number]) for row in chart.table.rows]
        told = [(name, cell) for name, cell in cells if isinstance(cell, Told)]
        if told:
            yield heading, told


def _axes(chart: Chart, language: Language) -> Iterator[str]:
    table = chart.table
    columns = [heading for heading, _ in _columns(chart)] or table.headings[1:]
    if not all(columns):
        return
    names = [cut(row[0], NAME) for row in table.rows]
    phrase = words.AXES if len(names) > 1 else words.ONLY
    yield capital(
        phrase(
            language,
            rows=table.headings[0].lower(),
            first=names[0],
            last=names[-1],
            columns=", ".join(columns),
        )
    )


def _read_off(chart: Chart, language: Language) -> Iterator[str]:
    """Yield the figures of a list, or the extremes of columns and one comparison of two."""
    columns = list(_columns(chart))
    for heading, told in columns:
        if not heading:
            yield "; ".join(f"{cell} {name}" for name, cell in told) + "."
    amounts = [column for column in columns if column[0]]
    for column in (amounts[0], amounts[-1]) if len(amounts) > 1 else amounts:
        yield _extremes(column, language)
    yield from _compared(amounts, language)


def _extremes(column: Column, language: Language) -> str:
    heading, told = column
    high, low = (choose(told, key=lambda item: item[1].value) for choose in (max, min))
    return words.EXTREMES(
        language,
        column=capital(heading),
        high=with_unit(high[1]),
        at_high=high[0],
        low=with_unit(low[1]),
        at_low=low[0],
    )


def with_unit(cell: Told) -> str:
    """Return a figure with its unit, which does not leave its side."""
    return f"{cell} {cell.unit}".strip().replace(" ", "\N{NO-BREAK SPACE}")


def _compared(amounts: Sequence[Column], language: Language) -> Iterator[str]:
    """Yield in how many rows a line lies above another, where they are of one kind."""
    for (one, first), (other, second) in pairwise(amounts):
        pairs = [(a, b) for (n, a), (m, b) in zip(first, second, strict=False) if n == m]
        if len(pairs) > 1 and {cell.unit for pair in pairs for cell in pair} == {first[0][1].unit}:
            count = sum(a.value > b.value for a, b in pairs)
            yield words.COMPARED(
                language, one=capital(one), other=other, count=count, rows=len(pairs)
            )
            return
