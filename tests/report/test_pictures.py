"""Charts are drawn as they were, and the gallery shows what the example gives now."""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import innobudget as ib
from drawings import DAY, DRAWINGS, drawings
from golden import SCENARIOS
from innobudget.domain.scenario import Language
from innobudget.report.chart_files import CHOICE_STEMS, COMPARISON_STEMS, FOLLOWUP_STEMS, STEMS
from innobudget.report.comparison import charts as comparison_charts
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


NUMBER = re.compile(r"(-?\d+\.?\d*)")
NEAR = 0.06
"""Another computer may round a place otherwise. [points]"""


@pytest.fixture(scope="module")
def now() -> Mapping[str, str]:
    return drawings()


def test_every_kind_of_chart_is_drawn(now: Mapping[str, str]) -> None:
    stems = {*STEMS, *FOLLOWUP_STEMS, *COMPARISON_STEMS, *CHOICE_STEMS}
    assert {f"{stem}.svg" for stem in STEMS} <= now.keys() == {p.name for p in DRAWINGS.iterdir()}
    assert all(any(name.endswith(f"{stem}.svg") for name in now) for stem in stems)


@pytest.mark.parametrize("name", sorted(path.name for path in DRAWINGS.iterdir()))
def test_a_chart_is_drawn_as_it_was(name: str, now: Mapping[str, str]) -> None:
    before = (DRAWINGS / name).read_text(encoding="utf-8").splitlines()
    for number, (was, found) in enumerate(zip(before, now[name].splitlines(), strict=True), 1):
        assert NUMBER.split(was)[::2] == NUMBER.split(found)[::2], number
        places = [[float(told) for told in NUMBER.split(line)[1::2]] for line in (was, found)]
        assert places[0] == pytest.approx(places[1], abs=NEAR), number


def test_another_picture_is_found_out() -> None:
    for one, other in pairwise(sorted((GALLERY / "en").glob("*.png"))):
        assert difference(one, other) > 1.7 * TOLERANCE


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
