"""Charts: the message in the title, the figures in the picture, nothing on top of anything."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import combinations
from re import fullmatch
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.path import Path
from matplotlib.text import Text

from conftest import a_scenario, an_effect, an_investment
from drawings import DAY
from innobudget.domain.investment import QualityIndicator, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Choice, Uncertain, Uniform
from innobudget.engine.simulation import simulate
from innobudget.io.documents import results_document
from innobudget.report.chart_files import STEMS
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Stroke
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart, Series, draw_chart
from innobudget.report.figures.investments import CaseRow
from innobudget.report.figures.pages import draw_page, shared
from innobudget.report.findings.teller import Teller
from innobudget.report.findings.ways_out import ways_told
from innobudget.report.words import findings
from innobudget.report.words.numbers import NARROW_SPACE
from town import town

LONG = "Sammenhængende velfærdsressourcer og rehabilitering på tværs af alle forvaltninger"
SERVICE = QualityIndicator(
    indicator="Borgere der klarer sig selv", unit="%", baseline=20.0, target=45.0, start=2027
)


def uncertain(id_: str = "care", **changes: Any) -> Any:  # noqa: ANN401 - passes any field on
    """Return an investment with every kind of risk."""
    return an_investment(
        id_,
        **{
            "benefit_factor": Uniform(uniform=(0.2, 1.3)),
            "delay": Choice(choice=((0, 0.5), (1, 0.5))),
            "stages": (Stage(outlay={2026: 150.0}, success=0.8),),
            "quality": (SERVICE,),
            **changes,
        },
    )


def scaled(factor: float) -> Scenario:
    stages = (Stage(outlay={2026: 150.0 * factor}, success=0.8),)
    return a_scenario(uncertain(stages=stages, effects=(an_effect(amount=100.0 * factor),)))


def portfolio(count: int, name: str = "") -> Scenario:
    """Return investments of different sizes; many have no booking in the budget period."""
    return a_scenario(
        *(
            uncertain(
                f"case-{n}",
                name=f"{name} {n}" if name else "",
                effects=(an_effect(amount=1e6 * (1 + n % 7), start=2027 + n % 3),),
            )
            for n in range(count)
        )
    )


CASES: dict[str, Callable[[], Scenario]] = {
    "plain": lambda: scaled(1e6),
    "town": town,
    "kroner": lambda: scaled(1.0),
    "thousands": lambda: scaled(12_345.0),
    "milliards": lambda: scaled(1e9),
    "one trial": lambda: a_scenario(uncertain(), trials=1),
    "one year": lambda: a_scenario(uncertain(effects=(an_effect(start=2026),)), horizon=1),
    "forty years": lambda: a_scenario(uncertain(), horizon=40),
    "all zero": lambda: a_scenario(
        an_investment(stages=(Stage(),), effects=(an_effect(amount=0.0),))
    ),
    "nothing booked": lambda: a_scenario(uncertain(booked={})),
    "three kroner": lambda: scaled(0.02),
    "forty milliard": lambda: scaled(4e8),
    "overbooked": lambda: a_scenario(uncertain(booked={2026: 900.0})),
    "all negative": lambda: a_scenario(uncertain(effects=(an_effect(amount=-80.0),))),
    "certain": lambda: a_scenario(an_investment()),
    "never works": lambda: a_scenario(uncertain(stages=(Stage(success=0.0),))),
    "too dear": lambda: a_scenario(uncertain(cost_factor=Uniform(uniform=(5.0, 9.0)))),
    "nearly sure": lambda: a_scenario(uncertain(), confidence=0.99),
    "hardly sure": lambda: a_scenario(uncertain(), confidence=0.05),
    "two": lambda: portfolio(2),
    "two unbooked": lambda: a_scenario(uncertain(booked={}), uncertain("desk", booked={})),
    "one of two booked": lambda: a_scenario(uncertain(), uncertain("desk", booked={})),
    "ten": lambda: portfolio(10, "Case nummer"),
    "sixty": lambda: portfolio(60),
    "sixty long names": lambda: portfolio(60, LONG),
    "one long name": lambda: a_scenario(uncertain(name=LONG), name=LONG * 3),
    "one long word": lambda: a_scenario(uncertain(name="Velfærdsressource" * 5)),
    "letters that no font has": lambda: a_scenario(
        uncertain(
            name="\N{ROCKET} \N{HANGUL SYLLABLE GA}\x85care", area="\U0010fffd \N{MALE SIGN}"
        ),
        name="\N{CJK UNIFIED IDEOGRAPH-4E00}\ufff8 & \x9f",
    ),
    "mathematics": lambda: a_scenario(uncertain(name="$x^2$ & <b>{0}"), name="100 $ in $"),
}
LANGUAGES: tuple[Language, ...] = ("da", "en")


@cache
def results_of(case: str) -> Results:
    scenario = CASES[case]()
    return simulate(scenario, trials=min(scenario.sampled.trials, 400)).results()


def told(case: str, language: Language = "en") -> Teller:
    return Teller(results=results_of(case), language=language, date=DAY)


def charts_of(case: str, language: Language = "en") -> dict[str, Chart]:
    charts, _ = build_charts(told(case, language))
    return {chart.stem: chart for chart in charts}


def drawn(chart: Chart, teller: Teller) -> Figure:
    canvas = Canvas.slide()
    draw_chart(canvas, chart, teller.source)
    canvas.figure.set_dpi(72)
    FigureCanvasAgg(canvas.figure)
    return canvas.figure


def assert_readable(figure: Figure, stem: str) -> None:
    """No text leaves the figure or lies on another."""
    width, height = figure.bbox.width, figure.bbox.height
    boxes = [(text, text.get_window_extent()) for text in figure.findobj(Text)]
    boxes = [(text, box) for text, box in boxes if text.get_text().strip()]
    assert len(boxes) > 4
    for text, box in boxes:
        said = (stem, text.get_text())
        assert box.x0 >= 0, said
        assert box.y0 >= 0, said
        assert box.x1 <= width, said
        assert box.y1 <= height, said
    for (one, first), (other, second) in combinations(boxes, 2):
        assert not first.overlaps(second), (stem, one.get_text(), other.get_text())


def struck_through(figure: Figure) -> list[str]:
    """Return the texts that a dashed line passes through: a wish, a plan or a whole.

    A box that was laid between the two keeps them apart.
    """
    dashed = [
        line
        for line in figure.findobj(Line2D)
        if line.is_dashed() and line.get_gid() != "plan" and np.size(line.get_xdata()) == 2
    ]
    white = [
        patch for patch in figure.findobj(Polygon) if patch.get_facecolor()[:3] == (1.0, 1.0, 1.0)
    ]
    found = []
    for text in figure.findobj(Text):
        box = text.get_window_extent()
        inside = box.padded(-0.15 * box.height)
        for line in dashed:
            ends = line.get_transform().transform(line.get_xydata())
            covered = any(
                patch.zorder > line.zorder and patch.get_window_extent().overlaps(inside)
                for patch in white
            )
            if not covered and Path(ends).intersects_bbox(inside, filled=False):
                found.append(text.get_text())
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_no_text_leaves_a_chart_or_lies_on_another(case: str, language: Language) -> None:
    teller = told(case, language)
    for chart in build_charts(teller)[0]:
        figure = drawn(chart, teller)
        assert_readable(figure, chart.stem)
        assert struck_through(figure) == [], chart.stem


def test_a_text_on_a_dashed_line_is_found_out() -> None:
    canvas = Canvas.slide()
    canvas.line([(0.0, 100.0), (400.0, 100.0)], Stroke(dashed=True))
    canvas.text(Place(50.0, 100.0), "struck", Ink())
    canvas.text(Place(50.0, 140.0), "free", Ink())
    canvas.figure.set_dpi(72)
    FigureCanvasAgg(canvas.figure)
    assert struck_through(canvas.figure) == ["struck"]


NUMBERED = [case for case in CASES if case not in {"one long name", "one long word"}]


@pytest.mark.parametrize("case", NUMBERED)
def test_no_sentence_of_the_overview_is_cut(case: str) -> None:
    """A name may be cut, and shows it; a price, a certainty or advice may not."""
    for language in LANGUAGES:
        teller = told(case, language)
        figure = drawn(charts_of(case, language)["overview"], teller)
        shown = [text.get_text() for text in figure.findobj(Text)]
        for way in ways_told(teller):
            assert way.what in shown
        cut = [text for text in shown if text.endswith("\N{HORIZONTAL ELLIPSIS}")]
        assert cut == []


@pytest.mark.parametrize("case", ["town", "sixty long names", "forty years", "milliards"])
def test_no_text_leaves_a_page_or_lies_on_another(case: str) -> None:
    teller = told(case, "da")
    for own in shared(build_charts(teller)[0]):
        page = draw_page(own, teller.source, "1 af 5")
        page.set_dpi(144)  # letters this small are not drawn by whole dots
        FigureCanvasAgg(page)
        assert_readable(page, own[0].stem)


@pytest.mark.parametrize("case", ["town", "sixty long names", "forty years", "milliards"])
def test_no_letters_but_the_source_line_are_smaller_than_16_points(case: str) -> None:
    teller = told(case, "da")
    for chart in build_charts(teller)[0]:
        figure = drawn(chart, teller)
        sizes = {
            float(text.get_fontsize())
            for text in figure.findobj(Text)
            if text.get_gid() != "source"
        }
        assert min(sizes) >= 16, chart.stem
        source = [text for text in figure.findobj(Text) if text.get_gid() == "source"]
        assert {text.get_fontsize() for text in source} == {12.0}


@pytest.mark.parametrize("case", CASES)
def test_every_chart_has_a_title_that_fits_and_says_something(case: str) -> None:
    for language in LANGUAGES:
        charts, left_out = build_charts(told(case, language))
        assert [chart.stem for chart in charts] + [item.stem for item in left_out] == sorted(
            STEMS, key=lambda stem: (stem in {item.stem for item in left_out}, STEMS.index(stem))
        )
        for chart in charts:
            for text in (chart.finding.title, chart.subtitle, chart.alt):
                assert text
                assert "None" not in text, text
                assert ".." not in text, text
                assert "nan" not in text.split(), text


def marks(figure: Figure, name: str) -> list[tuple[float, float]]:
    """Return where the points or lines of a name stand, in figures."""
    lines = [line for line in figure.findobj(Line2D) if line.get_gid() == name]
    return [
        (float(x), float(y))
        for line in lines
        for x, y in zip(
            np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float), strict=True
        )
    ]


def boxes(figure: Figure, name: str) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of the rectangles of a name, in figures."""
    found = [patch for patch in figure.findobj(Polygon) if patch.get_gid() == name]
    ends = [patch.get_xy() for patch in found]
    return [
        (*map(float, xy.min(axis=0)), *map(float, xy.max(axis=0)))  # type: ignore[misc]
        for xy in ends
    ]


def values(chart: Chart, name: str) -> tuple[float, ...]:
    return next(series.values for series in chart.series if series.name == name)


def figure_of(case: str, stem: str) -> tuple[Chart, Figure]:
    chart = charts_of(case)[stem]
    return chart, drawn(chart, told(case))


def looked_up(document: Any, pointer: str) -> Any:  # noqa: ANN401 - any JSON
    for part in pointer.strip("/").split("/"):
        document = document[int(part) if isinstance(document, list) else part]
    return document


@pytest.mark.parametrize("case", ["plain", "town", "sixty", "one trial", "all negative"])
def test_every_plotted_figure_stands_in_the_results_where_it_says(case: str) -> None:
    document = results_document(results_of(case), version="0")

    def found(series: Series) -> list[float]:
        if len(series.source) == 1:
            value = looked_up(document, series.source[0])
            return value if isinstance(value, list) else [value]
        return [looked_up(document, pointer) for pointer in series.source]

    count = 0
    for chart in charts_of(case).values():
        assert chart.series
        for series in chart.series:
            if not series.how:
                assert list(series.values) == found(series), (chart.stem, series.name)
                count += 1
    assert count > 15


def test_bars_are_the_bookings_and_dots_the_medians() -> None:
    chart, figure = figure_of("plain", "booked-savings")
    booked = [amount for amount in values(chart, "booked") if amount]
    assert [top for _, _, _, top in boxes(figure, "booked")] == booked
    assert [y for _, y in marks(figure, "saving.p50")] == list(values(chart, "saving.p50"))
    ranges = boxes(figure, "saving.p10-p90")
    assert [bottom for _, bottom, _, _ in ranges] == list(values(chart, "saving.p10"))
    assert [top for _, _, _, top in ranges] == list(values(chart, "saving.p90"))


def test_the_reserve_curve_is_the_exceedance_from_what_holds_on() -> None:
    chart, figure = figure_of("plain", "budget-gap")
    results = results_of("plain")
    holds = results.portfolio.probability_budget_holds_period
    above = [
        (p.budget_gap, 1 - p.probability)
        for p in results.exceedance
        if p.budget_gap > 0 and 1 - p.probability > holds
    ]
    assert marks(figure, "certainty") == [(0.0, holds), *above]
    marked = marks(figure, "marked")
    assert (values(chart, "reserve")[0], 0.8) in marked
    assert [certainty for _, certainty in marked] == [0.8, 0.9, 0.95]
    assert all(certainty <= 0.8 for _, certainty in marks(figure, "below"))


def test_the_booked_bar_is_safe_uncertain_and_missing() -> None:
    _, figure = figure_of("town", "overview")
    outcome = results_of("town").portfolio
    booked = sum(outcome.plan.booked[:4])
    split = boxes(figure, "split")
    ends = [left for left, *_ in split]
    comes = booked - outcome.gap_period.mean
    assert ends == pytest.approx([0.0, booked - outcome.reserve_period, comes])
    assert split[-1][2] == pytest.approx(booked)


def test_the_fan_is_the_cumulative_net_effect() -> None:
    chart, figure = figure_of("plain", "cumulative")
    assert [y for _, y in marks(figure, "cumulative_net.p50")] == list(
        values(chart, "cumulative_net.p50")
    )
    assert [y for _, y in marks(figure, "plan")] == list(values(chart, "plan"))
    plan = results_of("plain").portfolio.plan
    assert values(chart, "plan")[-1] == pytest.approx(
        sum(plan.saving) - sum(plan.outlay) - sum(plan.disruption)
    )


def test_years_and_areas_are_reserves_and_mean_gaps() -> None:
    chart, figure = figure_of("town", "by-year-and-area")
    results = results_of("town")
    assert values(chart, "reserve") == results.portfolio.reserve[:4]
    assert sum(values(chart, "gap")) == pytest.approx(results.portfolio.gap_period.mean)
    drawn_ends = [(left, right) for left, _, right, _ in boxes(figure, "bar")]
    amounts = [*values(chart, "reserve"), *values(chart, "gap")]
    assert drawn_ends == [(min(0, a), max(0, a)) for a in amounts]


def test_rows_are_the_investments_with_the_largest_holes() -> None:
    chart, figure = figure_of("sixty", "investments")
    assert len(values(chart, "booked")) == 9
    booked = [amount for amount in values(chart, "booked") if amount]
    assert [box[2] for box in boxes(figure, "booked")] == booked
    assert [x for x, _ in marks(figure, "saving.p50")] == list(values(chart, "saving.p50"))
    texts = [text.get_text() for text in figure.findobj(Text)]
    assert "51 others together" in texts
    (rest,) = [text for text in figure.findobj(Text) if text.get_gid() == "rest"]
    whole = sum(found.outcome.plan.booked[3] for found in results_of("sixty").investments)
    assert f"booked {(whole - sum(booked)) / 1e6:.1f}" in rest.get_text()


def test_tornado_bars_reach_from_the_good_end_to_the_bad() -> None:
    chart, figure = figure_of("town", "risk-drivers")
    ends = [*zip(values(chart, "tornado.low"), values(chart, "tornado.high"), strict=True)]
    bars = boxes(figure, "tornado")
    for row, pair in enumerate(ends):
        own = [box for box in bars if row < (box[1] + box[3]) / 2 < row + 1]
        assert min(box[0] for box in own) == min(pair)
        assert max(box[2] for box in own) == max(pair)
    swings = [abs(high - low) for low, high in ends]
    assert swings == sorted(swings, reverse=True)


def test_the_waterfall_adds_up() -> None:
    chart, figure = figure_of("town", "booked-to-achieved")
    found = results_of("town").booked_to_achieved
    steps = {name: boxes(figure, name) for name in ("failure", "benefit", "delay", "outlay")}
    for name, drawn_boxes in steps.items():
        ((left, _, right, _),) = drawn_boxes
        assert right - left == pytest.approx(abs(getattr(found, name)))
    ((_, _, booked, _),) = boxes(figure, "booked")
    ((left, _, right, _),) = boxes(figure, "missing")
    assert booked == found.booked
    assert sorted((left, right)) == pytest.approx(sorted((found.after_costs, found.booked)))
    (missing,) = values(chart, "missing")
    assert missing == pytest.approx(results_of("town").portfolio.gap_period.mean)
    changes = sum(
        values(chart, series.name)[0]
        for series in chart.series
        if series.name not in {"booked", "missing"}
    )
    assert -changes == pytest.approx(missing)


def test_no_step_of_the_waterfall_is_written_as_nothing() -> None:
    for case in CASES:
        chart = charts_of(case).get("booked-to-achieved")
        steps = chart.table.rows[1:-1] if chart else ()
        assert all(set("123456789") & set(amount) for _, amount in steps), case


@pytest.mark.parametrize("stem", ["investments", "double-bottom-line"])
def test_rows_of_long_names_alike_are_told_apart(stem: str) -> None:
    _, figure = figure_of("sixty long names", stem)
    names = [text.get_text() for text in figure.findobj(Text)]
    alike = [name for name in names if fullmatch(r"Sammenhængende…\s\d+", name)]
    assert len(set(alike)) == 9


def test_a_key_names_only_what_is_drawn() -> None:
    keys = {
        "booked",
        "8 out of 10 futures",
        "middle future",
        "80 %\N{NO-BREAK SPACE}safe",
        "80 % safe",
    }
    spread, middle = "8 out of 10 futures", "middle future"
    for case, stem, there in (
        ("two unbooked", "investments", {spread, middle}),
        ("two", "investments", {"booked", spread, middle}),
        ("plain", "booked-savings", {"booked", spread, middle}),
        ("nothing booked", "booked-savings", {spread, middle}),
        ("certain", "booked-savings", {"booked", middle}),
        ("certain", "cumulative", {middle}),
        ("plain", "cumulative", {spread, middle}),
    ):
        _, figure = figure_of(case, stem)
        assert keys & {text.get_text() for text in figure.findobj(Text)} == there, (case, stem)


def test_figures_of_a_tornado_stand_clear_of_the_mean() -> None:
    _, figure = figure_of("one trial", "risk-drivers")
    mean = results_of("one trial").portfolio.gap_period.mean
    figures = [text for text in figure.findobj(Text) if text.get_fontweight() == "bold"]
    lines = figure.findobj(Line2D)
    (line,) = (line for line in lines if len(set(np.asarray(line.get_xdata()))) == 1)
    at = line.get_transform().transform(line.get_xydata())[0, 0]
    assert mean
    assert all(not box.x0 < at < box.x1 for box in (text.get_window_extent() for text in figures))


def test_the_double_bottom_line_shows_indicators_and_the_chance_of_both() -> None:
    chart, figure = figure_of("plain", "double-bottom-line")
    (found,) = results_of("plain").investments
    assert values(chart, "both") == (found.quality[0].probability_both[3],)
    ways = [(value - 20) / 25 for value in values(chart, "indicator.p50")]
    shares = [found.outcome.measures["saving"][3].p50 / found.outcome.plan.booked[3]]
    assert [x for x, _ in marks(figure, "p50")] == pytest.approx([*shares, *ways])


def test_the_chance_of_both_is_shown_where_any_has_booked_something() -> None:
    chart, figure = figure_of("one of two booked", "double-bottom-line")
    texts = [text.get_text() for text in figure.findobj(Text)]
    assert {"both", "nothing booked"} <= {*texts}
    assert len(values(chart, "both")) == 1
    _, figure = figure_of("two unbooked", "double-bottom-line")
    assert "both" not in [text.get_text() for text in figure.findobj(Text)]


def test_what_there_is_nothing_to_draw_for_is_left_out_and_said_so() -> None:
    charts, left_out = build_charts(told("certain"))
    reasons = {item.stem: item.reason for item in left_out}
    assert reasons == {
        "budget-gap": "nothing is missing or left over in any future",
        "booked-to-achieved": "nothing is lost on the way",
        "by-year-and-area": "no year needs a reserve and no committee lacks money",
        "investments": "there is only one investment",
        "risk-drivers": "nothing in this scenario is uncertain",
        "double-bottom-line": "no investment names a service indicator",
    }
    told_of = {row[0]: row[1] for row in charts[0].table.rows}
    assert told_of["Left out: Which uncertainty matters most?"] == reasons["risk-drivers"]


@pytest.mark.parametrize(
    ("booked", "factor", "reason"),
    [
        (100.0, 1.0, findings.NO_GAP),
        (99.0, 1.0, findings.NO_CURVE),
        (20.0, Uniform(uniform=(0.2, 1.3)), findings.NO_CURVE),
        (20.0, Choice(choice=((0.2, 0.995), (1.0, 0.005))), findings.NO_CURVE),
    ],
)
def test_why_no_curve_of_reserves_is_drawn_is_true(
    booked: float, factor: Uncertain, reason: str
) -> None:
    case = an_investment(stages=(Stage(),), benefit_factor=factor, booked={2027: booked})
    results = simulate(a_scenario(case), trials=4_000).results()
    teller = Teller(results=results, language="en", date=DAY)
    reasons = {left.stem: left.reason for left in build_charts(teller)[1]}
    assert reasons["budget-gap"] == reason


def test_a_middle_future_far_beyond_the_plan_is_told_as_a_number() -> None:
    little = dict.fromkeys(range(2026, 2032), 0.1)
    results = simulate(a_scenario(uncertain(booked=little)), trials=200).results()
    teller = Teller(results=results, language="en", date=DAY)
    (chart,) = [one for one in build_charts(teller)[0] if one.stem == "double-bottom-line"]
    figure = drawn(chart, teller)
    share = chart.table.rows[0][2]
    assert int(share.split(NARROW_SPACE)[0].replace(",", "")) > 10_000
    assert share in [text.get_text() for text in figure.findobj(Text)]
    ends = [right for _, _, right, _ in boxes(figure, "p10-p90")]
    assert max(ends) <= 2
    assert all(x <= 2 for x, _ in marks(figure, "p50"))


def test_a_case_that_stretches_the_axis_has_its_amount_written() -> None:
    effects = [(an_effect(amount=amount),) for amount in (1e6, 50e6)]
    cases = [uncertain(f"case-{n}", effects=own) for n, own in enumerate(effects)]
    teller = Teller(
        results=simulate(a_scenario(*cases), trials=200).results(), language="en", date=DAY
    )
    (chart,) = [one for one in build_charts(teller)[0] if one.stem == "investments"]
    far = [t for t in drawn(chart, teller).findobj(Text) if t.get_gid() == "far"]
    assert len(far) == 1
    assert [
        t
        for t in drawn(charts_of("two")["investments"], told("two")).findobj(Text)
        if t.get_gid() == "far"
    ] == []


@pytest.mark.parametrize("case", ["plain", "town", "ten", "sixty"])
def test_the_overview_marks_three_certainties_and_names_their_reserves(case: str) -> None:
    """That for the wanted one is a key figure too, and gives way where there is little room."""
    _, figure = figure_of(case, "overview")
    assert [certainty for _, certainty in marks(figure, "marked")] == [0.8, 0.9, 0.95]
    texts = [text.get_text().replace(NARROW_SPACE, " ") for text in figure.findobj(Text)]
    for certainty in ("90 %: ", "95 %: "):
        assert any(text.startswith(certainty) for text in texts)


@pytest.mark.parametrize("case", ["town", "sixty long names", "forty years"])
def test_letters_of_the_document_are_7_points_at_least(case: str) -> None:
    teller = told(case, "da")
    for own in shared(build_charts(teller)[0]):
        page = draw_page(own, teller.source, "1 af 5")
        letters = [t for t in page.findobj(Text) if t.get_gid() != "source"]
        sizes = {float(t.get_fontsize()) for t in letters if t.get_text() != "1 af 5"}
        assert min(sizes) >= 7


def test_of_several_indicators_it_is_said_which_is_shown() -> None:
    other = replace(SERVICE, indicator="Trivsel", target=90.0)
    several = a_scenario(uncertain(quality=(SERVICE, other)), trials=200)
    told_ = {
        count: next(
            chart.subtitle
            for chart in build_charts(Teller(results=found, language="en", date=DAY))[0]
            if chart.stem == "double-bottom-line"
        )
        for count, found in ((1, results_of("plain")), (2, simulate(several).results()))
    }
    assert "Of several indicators: the one least likely to reach its target." in told_[2]
    assert "Of several" not in told_[1]


def test_what_a_stopped_case_does_not_spend_is_marked_as_no_safe_saving() -> None:
    row = CaseRow(name="A", booked=10.0, spread=(0.0, 0.0, 0.0), mean=0.0, safe=5.0, hole=1.0)
    assert not row.is_safe
    assert row._replace(mean=6.0).is_safe
    assert row._replace(mean=-3.0, safe=-5.0).is_safe
