"""Charts: the message in the title, the figures in the picture, nothing on top of anything."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.investment import Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Choice, Uniform
from innobudget.engine.simulation import simulate
from innobudget.report.figures import CHARTS, write_charts
from innobudget.report.figures.canvas import Canvas

DAY = dt.date(2026, 1, 1)


def uncertain(name: str = "care", **changes: Any) -> Any:  # noqa: ANN401 - passes any field on
    """Return an investment with every kind of risk."""
    return an_investment(
        name,
        **{
            "benefit_factor": Uniform(uniform=(0.2, 1.3)),
            "delay": Choice(choice=((0, 0.5), (1, 0.5))),
            "stages": (Stage(outlay={2026: 150.0}, success=0.8),),
            **changes,
        },
    )


def scaled(factor: float) -> Scenario:
    stages = (Stage(outlay={2026: 150.0 * factor}, success=0.8),)
    return a_scenario(uncertain(stages=stages, effects=(an_effect(amount=100.0 * factor),)))


CASES: dict[str, Callable[[], Scenario]] = {
    "plain": lambda: scaled(1e6),
    "kroner": lambda: scaled(1.0),
    "milliards": lambda: scaled(1e9),
    "one trial": lambda: a_scenario(uncertain(), trials=1),
    "one year": lambda: a_scenario(uncertain(effects=(an_effect(start=2026),)), horizon=1),
    "forty years": lambda: a_scenario(uncertain(), horizon=40),
    "all zero": lambda: a_scenario(an_investment(stages=(Stage(),), effects=())),
    "nothing booked": lambda: a_scenario(uncertain(booked={})),
    "all negative": lambda: a_scenario(uncertain(effects=(an_effect(amount=-80.0),))),
    "certain": lambda: a_scenario(an_investment()),
    "sixty investments": lambda: a_scenario(*(uncertain(f"case-{n}") for n in range(60))),
    "long name": lambda: a_scenario(uncertain(), name="Sammenhængende velfærd " * 12),
}


def drawn(case: str, stem: str, language: Language) -> tuple[Results, Figure]:
    scenario = CASES[case]()
    trials = min(scenario.sampled.trials, 400)
    results = simulate(scenario, trials=trials).results()
    return results, CHARTS[stem](Canvas(results=results, language=language, date=DAY))


def texts(figure: Figure) -> list[Text]:
    """Return every text that is seen: tick labels only where the axis shows their tick."""
    figure.savefig(BytesIO())
    (axes,) = figure.axes
    hidden = {
        label
        for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim()))
        for place, label in zip(axis.get_majorticklocs(), axis.get_ticklabels(), strict=False)
        if not limits[0] <= place <= limits[1]
    }
    return [
        text
        for text in figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text not in hidden
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("stem", CHARTS)
def test_no_text_leaves_the_chart_or_lies_on_another(
    stem: str, case: str, language: Language
) -> None:
    _, figure = drawn(case, stem, language)
    boxes = {}
    for text in texts(figure):
        box = text.get_window_extent()
        assert box.x0 >= 0, text.get_text()
        assert box.y0 >= 0, text.get_text()
        assert box.x1 <= figure.bbox.width, text.get_text()
        assert box.y1 <= figure.bbox.height, text.get_text()
        boxes[text] = box
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.overlaps(second), (one.get_text(), other.get_text())


def title_of(case: str, stem: str, language: Language = "en") -> str:
    _, figure = drawn(case, stem, language)
    (title,) = figure.findobj(lambda item: item.get_gid() == "title")
    assert isinstance(title, Text)
    return " ".join(title.get_text().split()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("case", "stem", "message"),
    [
        (
            "certain",
            "booked-savings",
            "The booked savings of 2026–2029 are realised in full with 100 % probability",
        ),
        ("nothing booked", "booked-savings", "No savings are booked in 2026–2029"),
        (
            "certain",
            "budget-gap",
            "The budget of 2026–2029 holds with 100 % probability: no reserve is needed",
        ),
        ("certain", "cumulative", "The money is back in 2027 in every simulated future"),
    ],
)
def test_good_news_is_told_as_good_news(case: str, stem: str, message: str) -> None:
    assert title_of(case, stem) == message


def test_bad_news_is_told_as_bad_news() -> None:
    assert title_of("plain", "booked-savings").startswith("Only ")
    assert title_of("plain", "budget-gap").startswith("A reserve of DKK ")
    assert title_of("all negative", "cumulative").startswith("The money is more likely than not")
    assert title_of("plain", "booked-savings", "da").startswith("Kun ")


def test_the_picture_shows_the_results() -> None:
    results, figure = drawn("plain", "cumulative", "en")
    (axes,) = figure.axes
    lines = {line.get_gid(): np.asarray(line.get_ydata()) for line in axes.get_lines()}
    fan = results.portfolio.measures["cumulative_net"]
    assert lines["median"] == pytest.approx([spread.p50 / 1e6 for spread in fan])
    plan = results.portfolio.plan
    net = np.array(plan.saving) - np.array(plan.outlay) - np.array(plan.disruption)
    assert lines["plan"] == pytest.approx(net.cumsum() / 1e6)


def test_the_gap_curve_shows_the_exceedance_and_the_reserve() -> None:
    results, figure = drawn("plain", "budget-gap", "en")
    (axes,) = figure.axes
    lines = {line.get_gid(): line for line in axes.get_lines()}
    curve = lines["exceedance"]
    assert np.asarray(curve.get_ydata()).tolist() == [p.probability for p in results.exceedance]
    assert curve.get_xdata() == pytest.approx([p.budget_gap / 1e6 for p in results.exceedance])
    assert lines["reserve"].get_xdata() == pytest.approx([results.portfolio.reserve_period / 1e6])


def test_bars_are_the_bookings_and_dots_the_medians() -> None:
    results, figure = drawn("plain", "booked-savings", "en")
    (axes,) = figure.axes
    (bars,) = axes.containers
    assert isinstance(bars, BarContainer)
    heights = [bar.get_height() for bar in bars]
    assert heights == pytest.approx([amount / 1e6 for amount in results.portfolio.plan.booked])
    medians = next(line for line in axes.get_lines() if line.get_gid() == "median")
    saving = results.portfolio.measures["saving"]
    assert medians.get_ydata() == pytest.approx([spread.p50 / 1e6 for spread in saving])


def test_charts_are_written_wide_and_the_same_bytes_every_time(tmp_path: Path) -> None:
    results = simulate(scaled(1e6)).results()
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        names = write_charts(results, folder, language="da", date=DAY)
    assert names == ("booked-savings.png", "budget-gap.png", "cumulative.png")
    for name in names:
        first, again = (tmp_path / folder / name for folder in ("one", "other"))
        assert first.read_bytes() == again.read_bytes()
        with Image.open(first) as image:
            assert image.width / image.height == pytest.approx(16 / 9, abs=0.01)
            assert image.width > 2_600
