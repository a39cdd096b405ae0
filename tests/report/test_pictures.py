"""Pictures look as they did, and the gallery shows what the example gives now."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import innobudget as ib
from golden import DAY, PICTURES, SCENARIOS, town_charts, write_picture
from innobudget.domain.scenario import Language
from innobudget.report.chart_files import STEMS
from innobudget.report.comparison import charts as comparison_charts
from innobudget.report.figures.chart import Chart
from innobudget.report.figures.files import write_charts
from innobudget.report.findings.teller import Teller

GALLERY = SCENARIOS.parent / "docs" / "gallery"
SIZE = (266, 150)
"""At which pictures are compared: letters become grey, bars and lines stay."""
TOLERANCE = 5.0
"""Root mean square of the difference, of 255. Another finding gives more than 10."""


def dots(path: Path) -> NDArray[np.float64]:
    with Image.open(path) as image:
        small = image.convert("RGB").resize(SIZE, Image.Resampling.BOX)
        return np.asarray(small, dtype=float)


def difference(one: Path, other: Path) -> float:
    return float(np.sqrt(((dots(one) - dots(other)) ** 2).mean()))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pictures")
    charts, teller = town_charts()
    found: dict[str, Path] = {}
    chart: Chart
    for chart in charts:
        found[chart.stem] = folder / f"{chart.stem}.png"
        write_picture(chart, teller, found[chart.stem])
    return found


@pytest.mark.parametrize("stem", STEMS)
def test_a_chart_looks_as_it_did(stem: str, drawn: dict[str, Path]) -> None:
    assert difference(drawn[stem], PICTURES / f"{stem}.png") < TOLERANCE


def test_another_picture_is_found_out(drawn: dict[str, Path]) -> None:
    for one, other in pairwise(STEMS):
        assert difference(drawn[one], drawn[other]) > 1.7 * TOLERANCE


@pytest.fixture(scope="module")
def result() -> ib.Result:
    return ib.simulate(ib.load_scenario(SCENARIOS / "odense.toml"))


@pytest.fixture(scope="module")
def comparison() -> ib.Comparison:
    names = ("odense", "odense-careful", "plain-cuts")
    return ib.compare([ib.load_scenario(SCENARIOS / f"{name}.toml") for name in names])


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_gallery_shows_what_the_example_gives(
    language: Language, result: ib.Result, tmp_path: Path
) -> None:
    names = write_charts(Teller(results=result.results, language=language, date=DAY), tmp_path)
    is_shown(GALLERY / language, tmp_path, names)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_gallery_shows_what_the_comparison_gives(
    language: Language, comparison: ib.Comparison, tmp_path: Path
) -> None:
    names = comparison_charts.write_charts(comparison.found, tmp_path, language=language, date=DAY)
    is_shown(GALLERY / "comparison" / language, tmp_path, names)


def is_shown(shown: Path, made_in: Path, names: Sequence[str]) -> None:
    assert sorted(path.name for path in shown.iterdir()) == sorted(names)
    kept, made = (
        json.loads((folder / "charts.json").read_text(encoding="utf-8"))
        for folder in (shown, made_in)
    )
    assert without_figures(kept) == without_figures(made)
    for old, new in zip(kept["charts"], made["charts"], strict=True):
        for before, after in zip(old["series"], new["series"], strict=True):
            assert before["values"] == pytest.approx(after["values"], rel=1e-6, abs=1e-6)
        assert difference(shown / old["file"], made_in / new["file"]) < TOLERANCE


def without_figures(record: dict[str, Any]) -> dict[str, Any]:
    charts = [{**chart, "series": None} for chart in record["charts"]]
    return {**record, "charts": charts}
