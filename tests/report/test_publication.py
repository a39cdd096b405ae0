"""report.html: twenty rules of PUBLISH's kind, over the shipped scenarios, in both languages."""

import json
import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from conftest import a_scenario, an_investment
from html_pages import (
    LANGUAGES,
    MADE,
    NAMES,
    PAGES,
    found,
    page_of,
    parsed,
    read,
    run_of,
    simulated,
    tag,
    text_of,
    words,
)
from innobudget.domain.scenario import Language, Publish
from innobudget.io.documents import results_document
from innobudget.messages import marks
from innobudget.report.chart_files import STEMS
from innobudget.report.figures import build_charts, pages
from innobudget.report.figures.chart import Told
from innobudget.report.figures.long_description import described, title_of
from innobudget.report.findings.teller import Teller
from innobudget.report.publication import page as page_module
from innobudget.report.publication.parts import DataTable
from innobudget.report.publication.sections import tables_of
from innobudget.report.tables import Cell, Figure, Page, PageTable, Row
from innobudget.report.words.publication import NOT_ACCESSIBLE

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY = pytest.mark.parametrize("name", PAGES)
RUNS = pytest.mark.parametrize("name", NAMES)
STYLE = (page_module.PARTS / "style.css").read_text(encoding="utf-8")


def parents(root: Element) -> dict[Element, Element]:
    return {child: parent for parent in root.iter() for child in parent}


@EVERY
@BOTH
def test_a_page_is_html_without_a_fault_and_says_its_language(
    name: str, language: Language
) -> None:
    root = parsed(name, language)
    assert root.get("lang") == language
    assert words(next(found(root, "title")))


@EVERY
@BOTH
def test_there_is_one_h1_and_no_level_is_skipped(name: str, language: Language) -> None:
    levels = [int(tag(heading)[1]) for heading in found(parsed(name, language), "h1", "h2", "h3")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(words(heading) for heading in found(parsed(name, language), "h1", "h2", "h3"))


@EVERY
@BOTH
def test_landmarks_are_there_once_and_the_skip_link_and_contents_lead_somewhere(
    name: str, language: Language
) -> None:
    root = parsed(name, language)
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(found(root, landmark))) == 1
    ids = {element.get("id") for element in root.iter()}
    links = [link.get("href", "") for link in found(root, "a")]
    assert links[0] == "#main"
    assert all(link[0] == "#" and link[1:] in ids for link in links)
    sections = [section.get("id") for section in found(root, "section")]
    assert [link[1:] for link in links[1:]] == sections


@EVERY
@BOTH
def test_every_drawing_has_a_title_and_a_longer_description(name: str, language: Language) -> None:
    root = parsed(name, language)
    drawings = list(found(root, "svg"))
    assert drawings
    for drawing in drawings:
        assert drawing.get("role") == "img"
        by_id = {child.get("id"): words(child) for child in drawing.iter() if child.get("id")}
        title = by_id[drawing.get("aria-labelledby")]
        description = by_id[drawing.get("aria-describedby")]
        assert title != description
        assert 40 <= len(title) <= 250, title
        assert 80 <= len(description) <= 900, description
        for text in (title, description):
            assert "None" not in text
            assert ".." not in text, text


@RUNS
@BOTH
def test_every_figure_of_a_charts_table_is_that_of_the_results(
    name: str, language: Language
) -> None:
    results = run_of(name).results
    document = results_document(results, version="0")
    teller = Teller(results=results, language=language, date=MADE.date.date())
    charts, _ = build_charts(teller)
    held = 0
    for chart in charts:
        assert all(len(row) == len(chart.table.headings) for row in chart.table.rows)
        for cell in (cell for row in chart.table.rows for cell in row if isinstance(cell, Told)):
            if cell.source:
                assert cell.value == looked_up(document, cell.source), (chart.stem, cell.source)
                assert abs(as_read(cell, language) - abs(cell.value)) <= rounding(cell, language)
                held += 1
    assert held > 20
    figures = list(found(parsed(name, language), "figure"))
    assert [figure.get("id") for figure in figures] == [f"figure-{chart.stem}" for chart in charts]
    for figure, chart in zip(figures, charts, strict=True):
        rows = [[words(cell) for cell in found(row, "th", "td")] for row in found(figure, "tr")]
        assert rows[1:] == [[" ".join(cell.split()) for cell in row] for row in chart.table.rows]


def looked_up(document: Any, pointer: str) -> Any:  # noqa: ANN401 - any JSON
    for part in pointer.strip("/").split("/"):
        document = document[int(part) if isinstance(document, list) else part]
    return document


SIZES = (
    ("mia", 1e9),
    ("billion", 1e9),
    ("mio", 1e6),
    ("million", 1e6),
    ("1.000", 1e3),
    ("1,000", 1e3),
)


def scale_of(cell: Told) -> float:
    said = f"{cell.unit}" if cell.unit else f"{cell}"
    if "pct" in said or "%" in said:
        return 0.01
    return next((size for word, size in SIZES if word in said), 1.0)


def digits(cell: Told, language: Language) -> str:
    thousands, decimals = marks(language)
    return re.sub(r"[^0-9.]", "", cell.replace(thousands, "").replace(decimals, ".")).strip(".")


def as_read(cell: Told, language: Language) -> float:
    if not digits(cell, language):  # "nothing": told in words
        return abs(cell.value)
    return float(digits(cell, language)) * scale_of(cell)


def rounding(cell: Told, language: Language) -> float:
    places = len(digits(cell, language).partition(".")[2])
    coarse = 0.005 if not cell.unit else 0.0  # three figures at a glance
    return scale_of(cell) * 10.0**-places * 1.01 + coarse * abs(cell.value)


@EVERY
@BOTH
def test_every_table_has_a_caption_and_a_heading_for_each_column_and_row(
    name: str, language: Language
) -> None:
    tables = list(found(parsed(name, language), "table"))
    assert tables
    for table in tables:
        assert words(table[0])
        head, *body = found(table, "tr")
        assert all(cell.get("scope") == "col" and words(cell) for cell in head)
        assert body
        for row in body:
            assert len(row) == len(head)
            first, *others = row
            assert first.get("scope") == "row"
            assert words(first), (words(table[0]), words(row))
            assert all(tag(cell) == "td" for cell in others)
        assert not any("span" in key for cell in found(table, "th", "td") for key in cell.attrib)


@EVERY
@BOTH
def test_every_control_has_a_label_and_a_slider_all_that_it_is_read_by(
    name: str, language: Language
) -> None:
    root = parsed(name, language)
    labelled = {label.get("for"): words(label) for label in found(root, "label")}
    for control in found(root, "input", "select", "textarea"):
        assert labelled[control.get("id")]
        if control.get("type") == "range":
            assert all(
                control.get(key) for key in ("min", "max", "step", "value", "aria-valuetext")
            )


@EVERY
@BOTH
def test_ids_are_given_once_and_every_reference_has_its_id(name: str, language: Language) -> None:
    elements = list(parsed(name, language).iter())
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    assert [key for key, count in ids.items() if count > 1] == []
    for element in elements:
        for key in ("aria-labelledby", "aria-describedby", "for", "list", "data-known"):
            assert element.get(key) is None or element.get(key) in ids
        assert not re.search(r"url\((?!#)", element.get("fill", ""))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_and_every_line_stands_out_from_its_ground_by_day_by_night_and_printed() -> None:
    schemes = re.findall(r":root \{([^}]*)\}", STYLE)
    assert len(schemes) == 3
    first = dict(re.findall(r"--(\w+): (#\w{6})", schemes[0]))
    for scheme in schemes:
        colours = {**first, **dict(re.findall(r"--(\w+): (#\w{6})", scheme))}
        for ground in ("ground", "band"):
            for ink in ("ink", "quiet", "strong", "low", "link"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground, scheme)
            assert contrast(colours["rule"], colours[ground]) >= 3, (ground, scheme)


@EVERY
def test_letters_of_drawings_stand_out_from_white_and_are_letters(name: str) -> None:
    for drawing in found(parsed(name, "da"), "svg"):
        texts = list(found(drawing, "text"))
        assert len(texts) > 3
        assert all(words(text) for text in texts)
        boxes = [box.get("fill") for box in found(drawing, "polygon")]
        for text in texts:
            fill = text.get("fill", "")
            on_dark = fill == "#ffffff" and any(box != "#ffffff" for box in boxes)
            assert on_dark or contrast(fill, "#ffffff") >= 4.5, words(text)
        paths = [path for path in found(drawing, "path") if len(path.get("d", "")) > 10]
        assert paths == []


def test_what_differs_by_colour_differs_otherwise_too() -> None:
    """A loss is hatched, a plan broken or outlined, a middle a disc, what is safe a diamond."""
    root = parsed("odense", "da")
    drawings = {drawing.get("aria-labelledby", ""): drawing for drawing in found(root, "svg")}
    steps = drawings["figure-booked-to-achieved-title"]
    fills = {shape.get("fill") for shape in found(steps, "polygon")}
    assert "url(#figure-booked-to-achieved-hatch)" in fills
    fan = drawings["figure-cumulative-title"]
    assert any(line.get("stroke-dasharray") for line in found(fan, "polyline"))
    assert any(
        shape.get("fill") == "none"
        for shape in found(drawings["figure-booked-savings-title"], "polygon")
    )
    low = [item for item in root.iter() if item.get("class") == "wrong"]
    assert low
    assert all(any(part.get("class") == "low" for part in item.iter()) for item in low)


@EVERY
@BOTH
def test_nothing_is_asked_of_any_other_place(name: str, language: Language) -> None:
    text = text_of(name, language)
    root = parsed(name, language)
    for element in root.iter():
        assert {"src", "srcset", "style", "action", "background"}.isdisjoint(element.attrib)
        assert not any(key.startswith("on") for key in element.attrib)
        assert element.get("href", "#")[0] == "#"
    assert "@import" not in STYLE
    assert "url(" not in STYLE
    (policy,) = [meta.get("content", "") for meta in found(root, "meta") if meta.get("http-equiv")]
    assert "default-src 'none'" in policy
    for kind in ("style", "script"):
        (own,) = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        assert b64encode(sha256(own.encode()).digest()).decode() in policy


@EVERY
def test_no_word_is_lost_without_scripts(name: str) -> None:
    """What a script shows is in a tool; what stands in it, stands in a table as well."""
    root = parsed(name, "da")
    above = parents(root)
    tools = [element for element in root.iter() if element.get("class") == "tool"]
    for tool in tools:
        assert "hidden" in tool.attrib
        assert tag(above[tool]) == "section"
    for told in found(root, "output"):
        assert words(told)
    script = (page_module.PARTS / "script.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script
    assert "fetch" not in script


@RUNS
@BOTH
def test_sections_are_read_as_the_workbook_has_them(name: str, language: Language) -> None:
    sections = [section.get("id") for section in found(parsed(name, language), "section")]
    wanted = ["overview", "booked-savings", "booking", "budget-gap", "investments", "cases"]
    wanted += ["assumptions", "not-modelled", "made", "words"]
    assert [one for one in sections if one in wanted] == [one for one in wanted if one in sections]
    assert {"overview", "cases", "assumptions", "not-modelled", "made"} <= {*sections}


def test_nothing_but_what_scrolls_by_itself_is_wider_than_a_narrow_screen() -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", STYLE.split("@media print")[0])
    for selector, body in rules:
        for rem in re.findall(r"(?<!max-)(?:width|min-width|minmax\()[:\s]*([\d.]+)rem", body):
            assert float(rem) <= 20 or selector.strip() == "svg", (selector, rem)
    root = parsed("odense", "da")
    above = parents(root)
    for element in found(root, "svg", "table"):
        box = above[element]
        assert box.get("class") == "scroll"
        assert box.get("tabindex") == "0"
        assert box.get("aria-labelledby") or box.get("aria-label")


@EVERY
def test_the_same_page_has_the_same_bytes(name: str) -> None:
    assert text_of.__wrapped__(name, "en") == text_of(name, "en")


HOSTILE = (
    "<script>alert(1)</script>",
    '"onload="alert(1)',
    "]]></title></svg><b>",
    "\u202eabc\u200f",
    "{{ 7*7 }} {% raw %} &amp; 'x'",
    "Sammenhængende " * 21,
    "Velfærdsressource" * 18,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    case = an_investment("care", name=text, track=text, owner=text, area=text)
    scenario = a_scenario(case, name=text, description=text, sources=(text,), trials=50)
    scenario = replace(scenario, publish=Publish(owner=text, contact=text, title=text[:120]))
    page = page_of(simulated(scenario), "da")
    root = read(page)
    assert len(list(found(root, "script"))) == 1
    assert not list(found(root, "b"))
    assert words(next(found(root, "h1"))) == " ".join(text[:120].split())
    for drawing in found(root, "svg"):
        title, description, *_ = (words(child) for child in drawing)
        assert len(title) <= 250
        assert len(description) <= 900


@pytest.mark.parametrize(
    ("amounts", "written"),
    [
        ((0.3, 0.0), ["0.300", "0.000"]),
        ((0.3, -5.85), ["0.30", "−5.85"]),
        ((0.3, 45.0), ["0.3", "45.0"]),
        ((0.3, 450.0), ["0", "450"]),
        ((0.0, 0.0), ["0", "0"]),
    ],
)
def test_amounts_have_so_many_decimals_that_the_largest_has_three_figures(
    amounts: tuple[float, float], written: list[str]
) -> None:
    found_ = (Cell(value=amount, figure=Figure.AMOUNT) for amount in amounts)
    headings = tuple(Cell(value=word) for word in ("What", "2026", "2027"))
    rows = (Row(cells=(Cell(value="outlay"), *found_)),)
    table = PageTable(title="Small", rows=rows, headings=headings)
    page = Page(key="small", name="Small", notes=(), tables=(table,))
    (found,) = tables_of(page, "en")
    assert isinstance(found, DataTable)
    assert [*found.rows[0][1:]] == written


def test_the_slider_says_what_the_table_says() -> None:
    root = parsed("odense", "da")
    (section,) = [one for one in found(root, "section") if one.get("id") == "booking"]
    options = [option.get("data-said", "") for option in found(section, "option")]
    rows = [[words(cell) for cell in row] for row in found(section, "tr")][1:]
    assert len(rows) == len(options)
    for (share, _, holds, *_), said in zip(rows, options, strict=True):
        assert share in " ".join(said.split())
        assert holds in " ".join(said.split())


def test_the_slider_at_all_of_it_is_the_run_itself_where_nothing_else_is_booked() -> None:
    scenario = a_scenario(an_investment("care", benefit_factor=0.9), trials=200)
    root = read(page_of(simulated(scenario), "en"))
    (section,) = [one for one in found(root, "section") if one.get("id") == "booking"]
    intro, *_ = found(section, "p")
    whole = next(row for row in found(section, "tr") if words(row[0]).startswith("100"))
    assert words(whole[2]) in words(intro)
    assert "DKK 300" in words(intro)
    assert words(whole[1]) == "300"


def test_the_example_has_nine_figures_each_with_its_table_in_little_room() -> None:
    root = parsed("odense", "da")
    figures = list(found(root, "figure"))
    assert [figure.get("id", "")[len("figure-") :] for figure in figures] == [*STEMS]
    assert all(len(list(found(figure, "table"))) == 1 for figure in figures)
    assert len(text_of("odense", "da").encode()) <= 1_500_000


def test_a_description_has_only_numbers_of_its_chart() -> None:
    teller = Teller(results=run_of("odense").results, language="en", date=MADE.date.date())
    for chart in build_charts(teller)[0]:
        table = " ".join(
            [*chart.table.headings, *(cell for row in chart.table.rows for cell in row)]
        )
        said = described(chart, "en").replace(chart.picture, "")
        counts = {str(n) for n in range(len(chart.table.rows) + 1)}
        for figure in re.findall(r"\d[\d.,]*\d|\d", said):
            assert figure in table or figure in counts, (chart.stem, figure)
        assert title_of(chart) not in described(chart, "en")


def test_the_printed_edition_says_first_where_the_accessible_one_is() -> None:
    teller = Teller(results=run_of("odense").results, language="da", date=MADE.date.date())
    sheet = pages.draw_page(build_charts(teller)[0][:1], teller.source, "1")
    pages._refer(sheet, teller.say(NOT_ACCESSIBLE))
    FigureCanvasAgg(sheet)
    boxes = {text: text.get_window_extent() for text in sheet.findobj(Text) if text.get_text()}
    (own,) = [text for text in boxes if text.get_gid() == "referring"]
    assert "report.html" in own.get_text()
    assert boxes[own].y1 <= sheet.bbox.height
    others = [box for text, box in boxes.items() if text is not own]
    assert all(box.y1 <= boxes[own].y0 for box in others)


def test_left_out_columns_are_nowhere_on_the_page(tmp_path: Path) -> None:
    case = an_investment("care", owner="Jens Hansen", benefit_owner="Anne Madsen")
    publish = Publish(left_out=("owner", "benefit_owner", "source"))
    scenario = a_scenario(case, sources=("A memo of Jens Hansen",), trials=20, publish=publish)
    assert "Hansen" in page_of(simulated(scenario), "en")
    text = page_of(simulated(scenario.published), "en")
    assert "Hansen" not in text
    assert "Madsen" not in text
    assert json.dumps(text)
