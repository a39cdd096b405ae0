"""Reports of comparisons: the right finding, checked sheets, charts that show the figures."""

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from PIL import Image

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Choice, Uniform
from innobudget.engine.comparison import compare
from innobudget.io.documents import comparison_document
from innobudget.report.comparison.charts import (
    build_charts,
    chart_source,
    write_charts,
)
from innobudget.report.comparison.terminal import comparison_summary
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.comparison.workbook import write_workbook
from innobudget.report.drawing.canvas import Canvas
from innobudget.report.figures.chart import draw_chart
from recalculation import (
    SOFFICE,
    by_formualizer,
    by_ironcalc,
    differences,
    formulas,
    many_by_libreoffice,
)
from town import MADE, care, town
from workbook_linter import lint

DAY = dt.date(2026, 1, 1)
LANGUAGES: tuple[Language, ...] = ("en", "da")
LONG = "Sammenhængende velfærdsressourcer og rehabilitering på tværs af alle forvaltninger"


def case(amount: float, outlay: float, **changes: Any) -> Investment:  # noqa: ANN401 - any field
    """Return an uncertain investment with a saving and an outlay. [currency]"""
    return an_investment(
        **{
            "benefit_factor": Uniform(uniform=(0.2, 1.3)),
            "delay": Choice(choice=((0, 0.5), (1, 0.5))),
            "stages": (Stage(outlay={2026: outlay}, success=0.8),) if outlay else (Stage(),),
            "effects": (an_effect(amount=amount),),
            **changes,
        }
    )


def scenario(name: str, amount: float, outlay: float, **changes: Any) -> Scenario:  # noqa: ANN401 - any field
    """Return a scenario of one investment, whose own fields are those in `case`."""
    ours = changes.pop("case", {})
    own = {"id": re.sub(r"[^a-z0-9]+", "-", name.lower().split(",")[0])[-20:], **ours}
    one = case(amount, outlay, **own)
    return a_scenario(one, name=name, **{"trials": 400, **changes})


LIKELY = Stage(outlay={2026: 3e6}, success=0.95)
NORTH = scenario("North, illustrative", 4e6, 3e6)
SOUTH = scenario("South", 9e6, 20e6)
FREE = scenario("Free", 1e6, 0)
LATER, SOONER = (
    scenario(name, size, 3e6, case={"id": "north"})
    for name, size in (("Later", 3e6), ("Sooner", 7e6))
)
CASES: Mapping[str, tuple[Scenario, ...]] = {
    "two": (NORTH, SOUTH),
    "in common": (NORTH, LATER, SOONER),
    "six": (NORTH, SOUTH, FREE, *(scenario(f"Town {n}", n * 1e6, 2e6) for n in (1, 2, 3))),
    "the same": (NORTH, NORTH),
    "tied": (NORTH, NORTH, SOUTH),
    "no outlay": (FREE, scenario("Freer", 2e6, 0)),
    "one without outlay": (FREE, NORTH),
    "none safe": (
        scenario("Bad", 1e6, 3e6, case={"stages": (Stage(outlay={2026: 3e6}, success=0.1),)}),
        scenario("Worse", 1e6, 3e6, case={"stages": (Stage(outlay={2026: 3e6}, success=0.05),)}),
    ),
    "one trial": tuple(
        scenario(name, size, 3e6, trials=1) for name, size in (("Big", 9e6), ("Small", 2e6))
    ),
    "kroner": tuple(scenario(name, size, 30) for name, size in (("Big", 90), ("Small", 20))),
    "milliards": tuple(scenario(name, size, 3e9) for name, size in (("Big", 9e9), ("Small", 2e9))),
    "long names": tuple(scenario(f"{LONG} {n}", n * 1e6, 2e6) for n in range(1, 7)),
    "euro": tuple(
        scenario(name, size, 3e6, currency="EUR", case={"stages": (LIKELY,)})
        for name, size in (("Big", 9e6), ("Small", 2e6))
    ),
    "nothing booked": tuple(
        scenario(name, size, 3e6, case={"booked": {}}) for name, size in (("A", 9e6), ("B", 2e6))
    ),
    "one year": tuple(
        scenario(name, size, 3e6, horizon=1, case={"effects": (an_effect(start=2026),)})
        for name, size in (("A", 9e6), ("B", 2e6))
    ),
    "towns": (town(name="Town"), town(name="Half", share=0.5)),
}


@cache
def compared(name: str) -> ComparisonResults:
    return compare(CASES[name])


def found(name: str, language: Language) -> str:
    """Return which buys most safe saving, and how sure that is."""
    told = chart_findings(compared(name), language).most_per_krone()
    return f"{told.title}. {told.lead}".replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("name", "en", "da"),
    [
        (
            "two",
            "North buys most safe saving: DKK 0.43 per krone. It saves more per krone than South "  # noqa: ISC004 - a sentence
            "in 76 % of the futures.",
            "North køber mest sikker besparelse: 0,43 kr. pr. krone. Det sparer mere pr. krone end "  # noqa: ISC004 - a sentence
            "South i 76 pct. af forløbene.",
        ),
        (
            "the same",
            "North, illustrative (1) and North, illustrative (2) buy about the same safe saving: "  # noqa: ISC004 - a sentence
            "DKK 0.43 per krone.",
            "North, illustrative (1) og North, illustrative (2) køber omtrent den samme sikre "  # noqa: ISC004 - a sentence
            "besparelse: 0,43 kr. pr. krone.",
        ),
        (
            "no outlay",
            "No scenario lays anything out in 2026–2029: nothing can be said per krone.",
            "Intet scenarie har udgifter i 2026–2029: der kan intet siges pr. krone.",
        ),
        (
            "one without outlay",
            "North buys DKK 0.43 of safe saving per krone; the others lay nothing out.",
            "North køber 0,43 kr. sikker besparelse pr. krone; de andre har ingen udgift.",
        ),
        (
            "none safe",
            "No outlay buys any safe saving in 2026–2029.",
            "Ingen udgift køber sikker besparelse i 2026–2029.",
        ),
    ],
)
def test_the_finding_is_told_in_both_languages(name: str, en: str, da: str) -> None:
    assert found(name, "en").startswith(en)
    assert found(name, "da").startswith(da)


def test_a_best_that_loses_in_most_futures_is_told_so() -> None:
    sure = scenario(
        "Sure", 1e6, 1e6, case={"benefit_factor": 1.0, "stages": (Stage(outlay={2026: 1e6}),)}
    )
    wild = scenario("Wild", 9e6, 1e6, case={"stages": (Stage(outlay={2026: 1e6}, success=0.6),)})
    told = chart_findings(compare([sure, wild]), "en").most_per_krone()
    assert told.title.startswith("Sure buys most safe saving")
    assert told.lead.startswith("But Wild saves more per krone in 60")


def test_what_is_tied_with_the_best_is_named_beside_it_in_the_order_given() -> None:
    told = found("tied", "en")
    assert told.startswith(
        "North, illustrative (1) and North, illustrative (2) buy most safe saving, about the same"
    )
    assert "than each of the others in at least 76 %" in told


def test_two_that_are_worth_the_same_are_told_together_before_a_third() -> None:
    towns = [town(name="One"), town(name="Two"), town(name="Care alone", investments=(care(),))]
    title, lead, _ = chart_findings(compare(towns, trials=256), "en").worth()
    assert title.startswith("One and Two are worth most")
    assert lead.startswith("Each of them is worth more than each of the others in ")


def test_nothing_is_so_in_at_least_all_futures() -> None:
    stages = (Stage(outlay={2026: 1e6}),)
    towns = [
        scenario(name, amount, 1e6, case={"id": "north", "stages": stages})
        for name, amount in (("Good", 3e6), ("Fair", 2e6), ("Poor", 1e6))
    ]
    findings = chart_findings(compare(towns, trials=64), "en")
    for told in (findings.most_per_krone().lead, findings.worth().lead):
        assert "than each of the others in every future." in told
    danish = chart_findings(compare(towns, trials=64), "da")
    assert "mere værd end hvert af de andre i alle forløb." in danish.worth().lead


def test_how_often_is_told_in_words_where_it_is_certain() -> None:
    findings = chart_findings(compared("two"), "en")
    told = [findings.often(share).replace("\N{NO-BREAK SPACE}", " ") for share in (0.0, 0.63, 1.0)]
    assert told == ["in no future", "in 63 % of the futures", "in every future"]


def test_the_euro_is_no_krone() -> None:
    assert "per EUR" in found("euro", "en")
    assert "krone" not in found("euro", "en")


def test_the_order_is_said_to_be_open_where_it_is() -> None:
    twins = [
        scenario(name, 4e6, 3e6, trials=200, seed=1, sampling="random") for name in ("One", "Two")
    ]
    lead = chart_findings(compare(twins), "en").most_per_krone().lead
    assert "do not settle the order of One and Two" in lead
    assert "More futures would give the same order" in found("euro", "en")
    assert "single future" in found("one trial", "en")
    assert "order" not in found("the same", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_summary_fits_on_a_screen_and_says_which_is_better(
    name: str, language: Language
) -> None:
    found = comparison_summary(compared(name), language)
    assert len(found.splitlines()) <= 30
    assert "ervice" in found
    assert "{" not in found
    assert ".." not in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_no_text_leaves_a_chart_or_lies_on_another(name: str, language: Language) -> None:
    findings = chart_findings(compared(name), language)
    for chart in build_charts(findings):
        canvas = Canvas.slide()
        draw_chart(canvas, chart, chart_source(findings, DAY))
        drawn = FigureCanvasAgg(canvas.figure)
        drawn.draw()  # type: ignore[no-untyped-call]  # matplotlib gives no types here
        texts = [text for text in canvas.figure.findobj(Text) if text.get_text().strip()]
        boxes = [text.get_window_extent() for text in texts]
        for text, box in zip(texts, boxes, strict=True):
            assert box.x0 >= 0, text.get_text()
            assert box.y0 >= 0, text.get_text()
            assert box.x1 <= canvas.figure.bbox.width, text.get_text()
            assert box.y1 <= canvas.figure.bbox.height, text.get_text()
        for (one, box), (other, second) in combinations(zip(texts, boxes, strict=True), 2):
            assert not box.overlaps(second), (chart.stem, one.get_text(), other.get_text())


def test_the_source_line_loses_names_before_its_date() -> None:
    places = ("Nordby", "Sydby", "Østby", "Vestby", "Midtby", "Søby")
    towns = [scenario(f"{place} kommunes innovation", 4e6, 3e6) for place in places]
    findings = chart_findings(compare(towns), "da")
    canvas = Canvas.slide()
    draw_chart(canvas, build_charts(findings)[0], chart_source(findings, DAY))
    texts = [text.get_text() for text in canvas.figure.findobj(Text)]
    (source,) = (text for text in texts if "1. januar 2026" in text)
    assert source.startswith("Nordby kommunes innovation, Sydby")
    assert source.endswith(
        "\N{HORIZONTAL ELLIPSIS} · 400 simulerede forløb, startværdi 1 · 1. januar 2026"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_figure_contains_is_said_everywhere(language: Language, tmp_path: Path) -> None:
    told = chart_findings(compared("two"), language).counted()
    assert told in comparison_summary(compared("two"), language)
    _, *charts = build_charts(chart_findings(compared("two"), language))
    assert all(told in chart.subtitle for chart in charts)
    summary = openpyxl.load_workbook(workbook("two", language, tmp_path)).worksheets[0]
    assert told in [cell.value for cell in summary["A"]]


@pytest.mark.parametrize(
    "cases",
    [
        *(CASES[name] for name in ("two", "six", "tied")),
        *permutations(CASES["in common"]),  # the best first, between, last
    ],
)
def test_plotted_figures_stand_in_comparison_json(cases: tuple[Scenario, ...]) -> None:
    results = compare(cases)
    document = comparison_document(results, version="1")
    for chart in build_charts(chart_findings(results, "en")):
        for series in chart.series:
            sources = [_at(document, pointer) for pointer in series.source]
            both = zip(series.values, sources, strict=True)
            turned = [repr(float(value)) != repr(float(at)) for value, at in both]  # -0.0, too
            assert [*series.values] == [
                -at if is_turned else at for at, is_turned in zip(sources, turned, strict=True)
            ]
            assert bool(series.how) == any(turned), series.name


def _at(document: object, pointer: str) -> float:
    for part in pointer.split("/")[1:]:
        if isinstance(document, list):
            document = document[int(part)]
        else:
            assert isinstance(document, dict)
            document = document[part]
    assert isinstance(document, float)
    return document


def test_charts_are_the_same_bytes_every_time_with_words_for_the_blind(tmp_path: Path) -> None:
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        names = write_charts(compared("in common"), folder, language="da", date=DAY, svg=True)
    assert names == (
        "scenarios.png",
        "safe-saving.png",
        "paired-differences.png",
        "scenarios.svg",
        "safe-saving.svg",
        "paired-differences.svg",
        "charts.json",
    )
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()
    with Image.open(tmp_path / "one" / "safe-saving.png") as image:
        assert image.width / image.height == pytest.approx(16 / 9, abs=0.01)
        assert "bjælke" in image.info["Description"]
    told = json.loads((tmp_path / "one" / "charts.json").read_text(encoding="utf-8"))
    assert [chart["file"] for chart in told["charts"]] == list(names[:3])


def decided(*scenarios: Scenario, language: Language = "en") -> str:
    found = build_charts(chart_findings(compare(scenarios), language))
    return found[0].finding.title.replace("\N{NO-BREAK SPACE}", " ")


FALLING = QualityIndicator(indicator="Lessons", unit="", baseline=20, target=30, start=2026)


def test_a_scenario_that_saves_by_letting_service_fall_says_so_in_the_title() -> None:
    cut = an_investment(
        "cut",
        stages=(Stage(),),
        effects=(an_effect(certain=True),),
        benefit_factor=-0.5,
        quality=(FALLING,),
    )
    worse = a_scenario(cut, name="Cuts", trials=400)
    assert decided(worse, NORTH).endswith("in every future, but service falls")
    (chart, *_) = build_charts(chart_findings(compare([worse, NORTH]), "en"))
    assert [row[-1] for row in chart.table.rows] == ["falls 1 of 1", "–"]


def test_two_bookings_of_the_same_cases_are_shown_as_that() -> None:
    assert re.fullmatch(
        r"The same cases, booked in two ways: Town holds in [<\d]+ %, Half in \d+ %",
        decided(*CASES["towns"]),
    )
    assert not decided(*CASES["two"]).startswith("The same cases")


def test_kroner_of_two_budgets_are_not_ranked(tmp_path: Path) -> None:
    other = replace(town(name="Other"), budget=a_budget(a_line("5.30.26")))
    changed = tuple(
        replace(item, stages=(LIKELY,), effects=(an_effect(),)) for item in other.investments
    )
    other = replace(other, investments=changed)
    two_budgets = compare((town(name="Town"), other))
    ranked = {"in common", "towns"}
    pairs = {name: compared(name) for name in ("two", *ranked)}
    for name, found in {"two budgets": two_budgets, **pairs}.items():
        findings = chart_findings(found, "en")
        stems = [chart.stem for chart in build_charts(findings)]
        assert ("paired-differences" in stems) == (name == "in common")
        told = comparison_summary(found, "en").split("\n\n")[1]
        assert ("worth" in told) == (name in ranked)
        assert ("Kroner of different budgets are not ranked" in told) == (name not in ranked)
        path = tmp_path / f"{name}.xlsx"
        write_workbook(found, path, language="en", made=MADE)
        cells = [row[0] for row in openpyxl.load_workbook(path)["Summary"].values]
        assert ("Who is worth more" in cells) == (name in ranked)


def workbook(name: str, language: Language, folder: Path) -> Path:
    path = folder / f"{name.replace(' ', '-')}-{language}.xlsx"
    write_workbook(compared(name), path, language=language, made=MADE)
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_workbook_keeps_every_rule_and_its_formulas_give_their_values(
    name: str, language: Language, tmp_path: Path
) -> None:
    path = workbook(name, language, tmp_path)
    assert lint(path) == {}
    assert len(formulas(path)) > 20
    if name != "milliards":  # their sums are rounded by more than a saved zero allows
        assert differences(path, by_ironcalc(path)) == []


@pytest.mark.parametrize("name", ["six", "one trial"])
def test_formualizer_agrees_with_every_saved_value(name: str, tmp_path: Path) -> None:
    path = workbook(name, "en", tmp_path)
    assert differences(path, by_formualizer(path)) == []


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_agrees_with_every_saved_value(tmp_path: Path) -> None:
    paths = [workbook(name, "da", tmp_path) for name in ("six", "towns")]
    for path, found in zip(paths, many_by_libreoffice(paths, tmp_path), strict=True):
        assert differences(path, found) == []


def test_a_check_fails_when_a_difference_is_not_that_of_every_future(tmp_path: Path) -> None:
    path = workbook("two", "en", tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book["Summary"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "NPV, mean")
    row[3].value = 1.0
    book.save(tmp_path / "changed.xlsx")
    found = by_formualizer(tmp_path / "changed.xlsx")
    assert "Error: a check fails, see the sheet Checks." in found.values()


def test_only_what_differs_is_shown(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook("towns", "en", tmp_path))
    labels = [cell.value for cell in book["What differs"]["A"] if cell.value]
    assert "Booking share" in labels
    assert "Budget file" not in labels
    same = openpyxl.load_workbook(workbook("the same", "en", tmp_path))
    told = [cell.value for cell in same["What differs"]["A"] if cell.value]
    assert "The scenarios assume the same." in told


def test_what_no_row_shows_is_said_to_differ(tmp_path: Path) -> None:
    other = scenario("North, illustrative", 4e6, 3e6, case={"owner": "Somebody else"})
    path = tmp_path / "owner.xlsx"
    write_workbook(compare([NORTH, other]), path, language="en", made=MADE)
    rows = openpyxl.load_workbook(path)["What differs"].iter_rows(values_only=True)
    assert any("Something else" in str(row[1]) for row in rows)


def test_text_from_files_stays_text(tmp_path: Path) -> None:
    evil = scenario('=HYPERLINK("x")', 4e6, 3e6, description="=1+1", case={"id": "a"})
    path = tmp_path / "evil.xlsx"
    write_workbook(compare([evil, SOUTH]), path, language="en", made=MADE)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]
    assert [cell for cell in cells if cell.data_type == "s" and cell.value == "=1+1"]


SAFER = {"stages": (Stage(outlay={2026: 3e6}, success=0.95),)}
TWINS = tuple(
    scenario(name, 4e6, 3e6, trials=200, seed=1, sampling="random", case=SAFER)
    for name in ("One", "Two")
)
"""Two that differ by their luck alone, in few trials."""


@pytest.mark.parametrize("pair", [TWINS, (NORTH, NORTH)], ids=["nearly", "exactly"])
def test_a_tie_is_told_as_a_tie_everywhere(pair: tuple[Scenario, ...]) -> None:
    found = compare(pair)
    told = comparison_summary(found, "en")
    assert "buy about the same safe saving" in told
    assert re.search(r"come in full in \d+ % with .+, about the same\.", told)
    assert "more than" not in told
    findings = chart_findings(found, "en")
    assert re.search("holds (about )?equally often", findings.decision().title)
    assert "omtrent" in comparison_summary(found, "da")
    for chart in build_charts(findings):
        assert re.search("about the same|equally often", chart.finding.title)


def test_what_ties_with_the_best_is_not_counted_against_it() -> None:
    poor = scenario("Poor", 1e5, 3e6, trials=200, seed=1, sampling="random", share=1.5, case=SAFER)
    told = comparison_summary(compare([*TWINS, poor]), "en")
    assert "1 and 2 buy most safe saving, about the same" in told
    assert re.search(r"come best with 1 and 2, about the same: in full in \d+ %; 3 \d+ %", told)


def test_a_difference_that_more_trials_would_keep_is_no_tie() -> None:
    told = comparison_summary(compared("two"), "en")
    assert "buys most safe saving" in told
