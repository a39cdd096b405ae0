"""Charts as files: the same bytes every time, described for those who cannot see them."""

import json
import re
import zlib
from pathlib import Path

import matplotlib as mpl
import pytest
from PIL import Image

from conftest import a_scenario, an_investment
from drawings import DAY
from innobudget.domain.scenario import Language
from innobudget.engine.simulation import Simulation, simulate
from innobudget.report.chart_files import STEMS
from innobudget.report.figures import files
from innobudget.report.findings.teller import Teller


@pytest.fixture(scope="module", params=["en", "da"])
def folder(
    request: pytest.FixtureRequest, simulation: Simulation, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    language: Language = request.param
    made = tmp_path_factory.mktemp(language)
    names = files.write_charts(
        Teller(results=simulation.results(), language=language, date=DAY), made, svg=True
    )
    assert sorted(names) == sorted(path.name for path in made.iterdir())
    return made


def record(folder: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(
        (folder / "charts.json").read_text(encoding="utf-8")
    )
    return found


def test_every_chart_is_a_wide_png_with_its_words_in_it(folder: Path) -> None:
    charts = record(folder)["charts"]
    assert [chart["file"] for chart in charts] == [f"{stem}.png" for stem in STEMS]
    for chart in charts:
        with Image.open(folder / chart["file"]) as image:
            assert image.size == (2666, 1500)
            assert image.info["dpi"] == pytest.approx((200, 200), abs=0.1)
            assert image.info["Title"] == chart["title"]
            assert image.info["Description"] == chart["alt"]
            assert "Software" not in image.info
        assert chart["title"] in chart["alt"]
        assert len(chart["alt"]) > len(chart["title"]) + 40


def test_every_chart_is_an_svg_too_with_its_words_in_it(folder: Path) -> None:
    for chart in record(folder)["charts"]:
        text = (folder / chart["svg"]).read_text(encoding="utf-8")
        assert f"<title>{chart['title']}</title>".replace("<1", "&lt;1") in text
        assert chart["alt"][:40] in text
        assert "<dc:date>" not in text
        assert 'viewBox="0 0 960' in text


def test_the_record_says_what_is_plotted_and_where_it_stands(folder: Path) -> None:
    for chart in record(folder)["charts"]:
        series: list[dict[str, object]] = chart["series"]  # type: ignore[assignment]
        assert series
        for one in series:
            assert one["values"]
            assert all(re.fullmatch(r"(/[\w-]+)+", str(pointer)) for pointer in one["source"])  # type: ignore[attr-defined]


def streams(pdf: bytes) -> str:
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, flags=re.DOTALL)
    texts = []
    for stream in found:
        try:
            texts.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(texts)


def test_the_document_has_two_charts_a_page_on_a4(folder: Path) -> None:
    pdf = (folder / "report.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1 + len(STEMS[1:]) // 2
    pages = [int(chart["page"]) for chart in record(folder)["charts"]]
    assert pages == [1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert b"/CreationDate" not in pdf
    assert set(re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)) == {
        (b"841.68", b"595.44")
    }
    assert b"DejaVuSans-Bold" in pdf
    assert streams(pdf)


def test_the_document_has_bookmarks_and_its_language(folder: Path) -> None:
    pdf = (folder / "report.pdf").read_bytes()
    language = {"da": b"da-DK", "en": b"en-GB"}[str(record(folder)["language"])]
    *_, root = re.findall(rb"<< /Type /Catalog .*?>>", pdf, flags=re.DOTALL)
    assert b"/Lang (" + language + b")" in root
    assert b"/Outlines " in root
    marks = re.findall(rb"/Dest \[ (\d+) 0 R /Fit \]", pdf)
    assert len(marks) == len(STEMS)
    assert len(set(marks)) == 1 + len(STEMS[1:]) // 2
    (count,) = re.findall(rb"/Type /Outlines .*?/Count (\d+)", pdf, flags=re.DOTALL)
    assert int(count) == len(STEMS)


@pytest.mark.parametrize("folder", ["en"], indirect=True)
def test_the_same_results_give_the_same_bytes_whatever_the_users_settings(
    folder: Path, simulation: Simulation, tmp_path: Path
) -> None:
    own = {"font.size": 30, "axes.facecolor": "red", "lines.linewidth": 9, "savefig.dpi": 17}
    with mpl.rc_context(own):  # type: ignore[arg-type]
        names = files.write_charts(
            Teller(results=simulation.results(), language="en", date=DAY), tmp_path, svg=True
        )
        assert mpl.rcParams["font.size"] == 30
    for name in names:
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes(), name


def test_what_is_left_out_has_no_file_and_a_reason(tmp_path: Path) -> None:
    results = simulate(a_scenario(an_investment())).results()
    names = files.write_charts(Teller(results=results, language="da", date=DAY), tmp_path)
    left_out = {item["file"]: item["reason"] for item in record(tmp_path)["left_out"]}
    assert left_out["risk-drivers.png"] == "intet i dette scenarie er usikkert"
    assert left_out["double-bottom-line.png"] == "ingen case har et effektmål"
    assert not set(left_out) & set(names)
    assert not any(name.endswith(".svg") for name in names)
