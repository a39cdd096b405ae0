"""A comparison as a page: the decision, the charts, the figures by year, what is compared."""

from collections.abc import Iterator

from innobudget.report.comparison.charts import build_charts, chart_source
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.comparison.pages.inputs import inputs
from innobudget.report.comparison.pages.summary import summary
from innobudget.report.comparison.pages.years import years
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.comparison.workbook import about
from innobudget.report.publication.page import made_sections, publication
from innobudget.report.publication.parts import Publication, Section
from innobudget.report.publication.sections import answer_of, chart_section, sheet_section

PAGES = (summary, years, inputs)
"""Sheets of the workbook that stand on the page, in reading order."""


def published_comparison(edition: ComparisonEdition) -> Publication:
    """Return the page of a comparison."""
    return publication(edition, tuple(_sections(edition)))


def _sections(edition: ComparisonEdition) -> Iterator[Section]:
    findings = chart_findings(edition.comparison, edition.language)
    source = chart_source(findings, edition.made.date.date())
    first, *others = build_charts(findings)
    whole = chart_section(first, source, edition.language)
    answer = answer_of(first.finding.sentence, first.finding.lead)
    yield Section(id=whole.id, title=whole.title, blocks=(*answer, *whole.blocks))
    for chart in others:
        yield chart_section(chart, source, edition.language)
    for page in PAGES:
        yield sheet_section(page(edition), edition.language)
    yield from made_sections(about(edition), edition)
