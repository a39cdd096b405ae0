"""The memo says what all reports say, on one page that Word reads and reads aloud."""

import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from conftest import a_scenario, an_investment
from drawings import followed
from innobudget.domain.investment import Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.engine.simulation import simulate
from innobudget.report.figures import build_charts
from innobudget.report.figures.overview import key_figures
from innobudget.report.findings.budget import gap_finding, verdict
from innobudget.report.findings.followup import expectation, heading, surprise
from innobudget.report.findings.teller import Teller, joined
from innobudget.report.findings.ways_out import ways_told
from innobudget.report.memo import write_memo
from innobudget.report.voice import RunRecord

DAY = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - as a run's record has it
MADE = RunRecord(version="1.0", date=DAY, inputs={})


@pytest.fixture(scope="module")
def results() -> Results:
    unsure = an_investment(stages=(Stage(outlay={2026: 50.0}, success=0.6),), name="Plejen")
    return simulate(a_scenario(unsure, trials=500)).results()


def teller(results: Results, language: Language) -> Teller:
    return Teller(results=results, language=language, date=DAY.date())


def written(results: Results, language: Language, path: Path) -> bytes:
    write_memo(teller(results, language), path, MADE)
    return path.read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_memo_says_what_the_other_reports_say(
    results: Results, language: Language, tmp_path: Path
) -> None:
    own = teller(results, language)
    document = docx.Document(BytesIO(written(results, language, tmp_path / "memo.docx")))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == verdict(own).title
    for sentence in (verdict(own).lead, gap_finding(own).title, own.source):
        assert any(sentence in text for text in said), sentence
    for way in ways_told(own):
        assert f"{way.what}: {way.price}".rstrip(".") + "." in said
    (table,) = document.tables
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows[1:]]
    assert rows == [(figure, label) for figure, label, *_ in key_figures(own)]
    assert len(" ".join(said).split()) < 250, "half a page"


@pytest.mark.parametrize(("language", "marked"), [("da", "da-DK"), ("en", "en-GB")])
def test_whoever_has_the_memo_read_aloud_hears_language_headings_table_and_chart(
    results: Results, language: Language, marked: str, tmp_path: Path
) -> None:
    document = docx.Document(BytesIO(written(results, language, tmp_path / "memo.docx")))
    (mark,) = document.styles.element.iter(qn("w:lang"))
    assert mark.get(qn("w:val")) == document.core_properties.language == marked
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Heading 1"
    assert document.tables[0].rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    (picture,) = document.inline_shapes
    chart = build_charts(teller(results, language))[0][1]
    assert picture._inline.docPr.get("descr") == chart.alt
    assert picture.width <= document.sections[0].page_width


def test_the_same_results_give_the_same_bytes(results: Results, tmp_path: Path) -> None:
    first, again = (written(results, "da", tmp_path / f"{n}.docx") for n in range(2))
    assert first == again
    with ZipFile(BytesIO(first)) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {(1980, 1, 1)}


def test_a_scenario_without_savings_has_a_memo_with_the_overview(tmp_path: Path) -> None:
    nothing = simulate(a_scenario(an_investment(effects=()), trials=50)).results()
    document = docx.Document(BytesIO(written(nothing, "en", tmp_path / "memo.docx")))
    assert len(document.inline_shapes) == 1


def test_figures_that_are_an_example_are_called_so(results: Results, tmp_path: Path) -> None:
    (item,) = results.scenario.investments
    example = replace(item, assumption="illustrative")
    shown = simulate(replace(results.scenario, investments=(example,))).results()
    document = docx.Document(BytesIO(written(shown, "da", tmp_path / "memo.docx")))
    assert "eksempeltal" in document.paragraphs[-1].text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_memo_of_a_follow_up_begins_with_what_has_changed(
    language: Language, tmp_path: Path
) -> None:
    found = simulate(followed()).results()
    own = teller(found, language)
    document = docx.Document(BytesIO(written(found, language, tmp_path / "memo.docx")))
    title, first, second, *_ = [paragraph.text for paragraph in document.paragraphs]
    changed = expectation(own)
    assert title == verdict(own).title
    assert first.startswith(f"{heading(own)} {changed.title}")
    assert first.endswith(joined(changed.lead, surprise(own)))
    assert second.startswith(verdict(own).lead)
