"""Charts and sheets as sections of the page: a drawing, its words, its figures; tables."""

from dataclasses import replace

from innobudget.domain.scenario import Language
from innobudget.report.drawing.canvas import Canvas
from innobudget.report.figures.chart import Chart, draw_chart
from innobudget.report.figures.long_description import described, html_id, title_of
from innobudget.report.publication.inline import inline_svg
from innobudget.report.publication.parts import Picture, Prose, Section
from innobudget.report.publication.tabulating import of_chart, tables_of
from innobudget.report.tables import Page
from innobudget.report.words import publication as words


def chart_section(chart: Chart, source: str, language: Language) -> Section:
    """Return the section of a chart, under the question that it answers."""
    title = words.QUESTIONS[chart.stem](language)
    return Section(id=chart.stem, title=title, blocks=(picture(chart, source, language),))


def picture(chart: Chart, source: str, language: Language) -> Picture:
    """Return a chart whose drawing has the sentence, and whose caption has what supports it."""
    title = words.QUESTIONS[chart.stem](language)
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
