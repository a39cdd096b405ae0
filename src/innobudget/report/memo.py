"""A page to paste into a case for the committee: sentences, key figures, one chart, as Word."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from innobudget.messages import say
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart
from innobudget.report.figures.files import Origin, write_pictures
from innobudget.report.figures.overview import key_figures
from innobudget.report.figures.pages import LANGUAGES
from innobudget.report.findings import followup
from innobudget.report.findings.budget import booked_finding, gap_finding, verdict
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.payback import payback_finding
from innobudget.report.findings.saying import Finding
from innobudget.report.findings.service import service_finding
from innobudget.report.findings.teller import Teller, joined
from innobudget.report.findings.ways_out import ways_finding, ways_told
from innobudget.report.voice import RunRecord
from innobudget.report.words import charts

A4 = Cm(21), Cm(29.7)
MARGIN = Cm(2.2)
WIDE = Cm(21 - 2 * 2.2)
LETTERS = Pt(10)
SAME_DAY = (1980, 1, 1, 0, 0, 0)
"""On which every part of the file is said to be packed: the first day that there is."""

MEANING = say("What it says")
BASIS = say(
    "{source}. The figures say how sure the booked savings are, not what will happen. Each can be "
    "followed to its source in the workbook of the same run (innobudget {version})."
)
EXAMPLE = say("The figures of the cases are illustrative, at least in part.")


def write_memo(teller: Teller, path: Path, made: RunRecord) -> None:
    """Write the memo; the same results on the same day give the same bytes."""
    document = docx.Document()
    _set_up(document, teller, made)
    document.add_heading(verdict(teller).title, 1)
    for sentences in _paragraphs(teller):
        document.add_paragraph(sentences)
    document.add_heading(ways_finding(teller).title, 2)
    for way in ways_told(teller):
        document.add_paragraph(Finding(f"{way.what}: {way.price}", "").sentence, "List Bullet")
    _add_key_figures(document, teller)
    _add_chart(document, teller)
    basis = teller.say(BASIS, source=teller.source, version=made.version)
    example = teller.say(EXAMPLE) if teller.results.scenario.is_illustrative else ""
    document.add_paragraph(joined(basis, example))
    packed = BytesIO()
    document.save(packed)
    path.write_bytes(_dated_alike(packed))


def _set_up(document: Document, teller: Teller, made: RunRecord) -> None:
    """Make A4, the language, close lines and what the file says of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = MARGIN
    language = LANGUAGES.get(teller.language, teller.language)
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)
    text = document.styles["Normal"]
    text.font.size = LETTERS
    text.paragraph_format.space_after = Pt(4)
    told = document.core_properties
    told.title, told.author, told.language = verdict(teller).title, "innobudget", language
    told.subject = teller.scenario.assumptions.name
    told.comments, told.last_modified_by = "", "innobudget"
    told.created = told.modified = made.date


def _paragraphs(teller: Teller) -> Iterator[str]:
    """Yield what the memo says, from what all reports say."""
    if teller.results.followup is not None:
        expected = followup.expectation(teller)
        yield joined(followup.heading(teller), _whole(expected), followup.surprise(teller))
    yield joined(verdict(teller).lead, _whole(booked_finding(teller)))
    yield _whole(gap_finding(teller))
    yield _whole(cases_finding(teller))
    yield joined(_whole(payback_finding(teller)), service_finding(teller).sentence)


def _whole(finding: Finding) -> str:
    return joined(finding.sentence, finding.lead)


def _add_key_figures(document: Document, teller: Teller) -> None:
    """Add the key figures as a table whose first row is its heading, for who has it read aloud."""
    table = document.add_table(1, 2, "Light List Accent 1")
    heads = (teller.say(charts.KEY_FIGURE), teller.say(MEANING))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no other way
    for figure, label, *_ in key_figures(teller):
        for cell, text in zip(table.add_row().cells, (figure, label), strict=True):
            cell.text = text


def _add_chart(document: Document, teller: Teller) -> None:
    """Add the first chart that says more than the overview, with its alternative text."""
    drawn, _ = build_charts(teller)
    chart = drawn[min(1, len(drawn) - 1)]
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(_picture(chart, teller), width=WIDE)
    told = picture._inline.docPr  # noqa: SLF001 - the library has no alternative texts
    told.set("descr", chart.alt)
    told.set("title", chart.finding.title)


def _picture(chart: Chart, teller: Teller) -> BytesIO:
    with TemporaryDirectory() as folder:
        origin = Origin(teller.results.scenario.assumptions.name, teller.language, teller.source)
        name, _ = write_pictures([chart], Path(folder), origin)
        return BytesIO((Path(folder) / name).read_bytes())


def _dated_alike(packed: BytesIO) -> bytes:
    """Pack a document anew without the time of day, which its library writes into it."""
    out = BytesIO()
    with ZipFile(packed) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, SAME_DAY), old.read(name), ZIP_DEFLATED)
    return out.getvalue()
