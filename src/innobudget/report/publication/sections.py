"""Charts and sheets as sections of the page: a drawing, its words, its figures; tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from innobudget.domain.scenario import Language
from innobudget.report.drawing.canvas import Canvas
from innobudget.report.figures.chart import Chart, ChartTable, Told, draw_chart
from innobudget.report.figures.long_description import described, html_id, title_of
from innobudget.report.findings.teller import capital
from innobudget.report.publication.inline import inline_svg
from innobudget.report.publication.parts import DataTable, Picture, Prose, Section, Terms
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role
from innobudget.report.words import publication as words
from innobudget.report.words import sheets
from innobudget.report.words.charts import QUESTIONS
from innobudget.report.words.numbers import number, percent

DECIMALS = {Figure.SHARE: 0, Figure.FINE_SHARE: 1, Figure.FINEST_SHARE: 2}
"""Of shares, in per cent."""
MOST_DECIMALS = 8
NO_BREAK = "\N{NO-BREAK SPACE}"


def chart_section(chart: Chart, source: str, language: Language) -> Section:
    """Return the section of a chart, under the question that it answers."""
    title = QUESTIONS[chart.stem](language)
    return Section(id=chart.stem, title=title, blocks=(picture(chart, source, language),))


def picture(chart: Chart, source: str, language: Language) -> Picture:
    """Return a chart whose drawing has the sentence, and whose caption has what supports it."""
    title = QUESTIONS[chart.stem](language)
    canvas = Canvas.slide()
    bare = replace(chart, finding=chart.finding._replace(lead=""), shown="")
    draw_chart(canvas, bare, "")
    told = title_of(chart), described(chart, language)
    return Picture(
        id=html_id(chart),
        title=title,
        svg=inline_svg(canvas, html_id(chart), told),
        caption=chart.subtitle,
        source=source,
        table=of_chart(chart.table, words.CAPTION(language, title=title), language),
    )


def answer_of(sentence: str, lead: str) -> tuple[Prose, ...]:
    """Return the sentence that a page says first, and what supports it."""
    said = (Prose(text=sentence, role="message"), Prose(text=lead, role="lead"))
    return tuple(paragraph for paragraph in said if paragraph.text)


def sheet_section(page: Page, language: Language) -> Section:
    """Return a sheet of the workbook as a section: its answer and its tables."""
    message = (Prose(text=page.message),) if page.message else ()
    tables = tuple(tables_of(page, language))
    return Section(id=f"sheet-{page.key}", title=page.name, blocks=(*message, *tables))


def tables_of(page: Page, language: Language) -> Iterator[DataTable | Terms]:
    """Yield the tables of a sheet that hold anything."""
    for table in page.tables:
        found = tabulated(table, page, language)
        if found.rows if isinstance(found, DataTable) else found.items:
            yield found


def tabulated(table: PageTable, page: Page, language: Language) -> DataTable | Terms:
    """Return a table without empty rows and columns; one without headings as terms."""
    exact = _decimals(chain.from_iterable(row.cells for row in table.rows))
    rows = [tuple(_told(cell, language, exact) for cell in row.cells) for row in table.rows]
    rows = [row for row in rows if any(row)]
    headings = tuple(_told(cell, language, exact) for cell in table.headings or page.headings)
    title = capital(table.title or page.heading)
    if not headings:
        items = tuple((row[0], " ".join(filter(None, row[1:]))) for row in rows)
        return Terms(title=title, items=items)
    width = max((len(row) for row in rows), default=0)
    used = [n for n in range(width) if any(row[n : n + 1] not in {(), ("",)} for row in rows)]
    names = [headings[n] if n < len(headings) and headings[n] else "" for n in used]
    blank = [words.WHAT(language) if n == 0 else sheets.VALUE(language) for n in used]
    return DataTable(
        caption=title,
        headings=tuple(capital(name or other) for name, other in zip(names, blank, strict=True)),
        rows=tuple(_headed([row[n] if n < len(row) else "" for n in used]) for row in rows),
        note=table.note,
    )


def _headed(row: list[str]) -> tuple[str, ...]:
    """Let a row that begins blank begin with what it has."""
    if not row[0]:
        first = next(n for n, cell in enumerate(row) if cell)
        row[0], row[first] = row[first], ""
    return tuple(row)


def of_chart(grid: ChartTable, caption: str, language: Language) -> DataTable:
    """Return the table of a chart, with the unit in the heading of each column."""
    names = [heading or sheets.VALUE(language) for heading in grid.headings]
    return DataTable(
        caption=caption,
        headings=tuple(capital(name) + _unit(grid, n) for n, name in enumerate(names)),
        rows=grid.rows,
    )


def _unit(grid: ChartTable, column: int) -> str:
    units = {cell.unit for row in grid.rows if isinstance(cell := row[column], Told)} - {""}
    unit = "".join(units) if len(units) == 1 else ""
    said = grid.headings[column].endswith(unit)
    return "" if said else f", {unit.replace(' ', NO_BREAK)}"


def _decimals(cells: Iterable[Cell | None]) -> int:
    """Return how many decimals amounts of a table have: the largest has three figures or more."""
    amounts = [cell.value for cell in cells if cell and cell.figure is Figure.AMOUNT]
    largest = max((abs(one) for one in amounts if isinstance(one, int | float)), default=0.0)
    return sum(0 < largest < limit for limit in (1, 10, 100))


def _told(cell: Cell | None, language: Language, exact: int) -> str:
    """Write what a cell of the workbook shows; amounts with so many decimals."""
    if cell is None or cell.value is None:
        return ""
    value, figure = cell.value, cell.figure
    if isinstance(value, str) or figure in {Figure.TEXT, Figure.YEAR} or cell.role is Role.HEADING:
        return str(value)
    if figure in DECIMALS:
        return Told(percent(value, language, DECIMALS[figure]), value)
    if figure is Figure.AMOUNT:
        return Told(number(value, language, exact), 1000 * value)
    decimals = 2 if figure is Figure.FACTOR else 0
    if figure is Figure.FINE:
        decimals = next(
            (n for n in range(1, MOST_DECIMALS) if round(value, n) == value), MOST_DECIMALS
        )
    return Told(number(value, language, decimals), value)
