"""Every kind of chart as it is drawn: each line, area, mark and text with its place and look.

`python tests/golden.py` writes tests/report/golden/ anew: drawings that a browser shows, and whose
difference is read like that of code.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from changes import scene
from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.choosing import Choosing, Pool
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Uniform
from innobudget.engine.choosing.choose import choose
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.report import theme
from innobudget.report.chart_files import FOLLOWUP_STEMS
from innobudget.report.choice import charts as choice_charts
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.comparison import charts as comparison_charts
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.drawing.canvas import HEIGHT, Canvas
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart, draw_chart
from innobudget.report.figures.long_description import title_of
from innobudget.report.figures.pages import PAGE, draw_page, shared
from innobudget.report.findings.teller import Teller
from innobudget.report.publication.inline import inline_svg
from town import care, desk, town

DAY = dt.date(2026, 1, 1)
DRAWINGS = Path(__file__).resolve().parent / "report" / "golden"


def town_charts(scenario: Scenario) -> tuple[Sequence[Chart], Teller]:
    """Return the charts of the town, or of a scenario like it, one of each kind."""
    teller = Teller(results=simulate(scenario).results(), language="da", date=DAY)
    return build_charts(teller)[0], teller


def drawings() -> Mapping[str, str]:
    """Return every drawing by the name of its file."""
    charts = {f"{name}.svg": drawn(chart, source) for name, chart, source in _charts()}
    return charts | {f"page-{number}.svg": page for number, page in enumerate(_pages(), start=1)}


def drawn(chart: Chart, source: str) -> str:
    """Draw a chart with its texts, an element to each line."""
    canvas = Canvas.slide()
    draw_chart(canvas, chart, source)
    return _written(canvas, chart.stem, title_of(chart))


def _written(canvas: Canvas, name: str, title: str) -> str:
    svg = inline_svg(canvas, name, (title, "")).replace("><", ">\n<") + "\n"
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _pages() -> Iterator[str]:
    """Yield two pages for print: one of a chart above its table, one of two beside theirs."""
    charts, teller = town_charts(town())
    for own in islice(shared(charts), 2):
        page = draw_page(own, teller.source, "1 af 2")
        page.set_dpi(theme.CHART_DPI)
        svg = _written(Canvas(figure=page), "page", title_of(own[0]))
        wide, high = map(round, PAGE)
        yield re.sub(
            'viewBox="[^"]*"', f'viewBox="0 {HEIGHT - high:g} {wide} {high}"', svg, count=1
        )


def risky(id_: str = "care", /, **changes: Any) -> Investment:  # noqa: ANN401 - any field of it
    """Return a case that may fail, be late, and save less."""
    return an_investment(
        id_,
        **{
            "benefit_factor": Uniform(uniform=(0.2, 1.3)),
            "delay": Choice(choice=((0, 0.5), (1, 0.5))),
            "stages": (Stage(outlay={2026: 150.0}, success=0.8),),
            "quality": (QualityIndicator(indicator="Alone", baseline=20, target=45, start=2027),),
            **changes,
        },
    )


def followed() -> Scenario:
    """Return three cases, of which one works, one failed and one is in its first stage."""
    adopted, day = scene(), dt.date(2027, 8, 31)
    facts = (
        (
            Fact(on=dt.date(2026, 12, 31), stage=1, passed=True),
            Fact(on=day, stage=2, passed=True),
            Fact(on=day, begun=2027),
        ),
        (Fact(on=day, stage=1, passed=False),),
        (Fact(on=dt.date(2027, 1, 31), year=2026, outlay=6_000.0),),
    )
    cases = tuple(
        replace(item, facts=told) for item, told in zip(adopted.investments, facts, strict=True)
    )
    return replace(adopted, investments=cases, adopted=adopted, followup=Followup(as_of=day))


def many() -> Scenario:
    """Return more cases, committees, indicators and risks than charts have rows for."""
    cases = [
        risky(
            f"case-{number}",
            name=f"Case {number}: of many",
            area=f"Committee {number}",
            effects=(an_effect(amount=1e5 * number),),
            cost_factor=Uniform(uniform=(0.9, 1.0 + number)),
            stages=(Stage(outlay={2026: 2e4}, success=1 - number / 20),),
        )
        for number in range(1, 13)
    ]
    return a_scenario(*cases, name="Many cases")


def choice() -> Scenario:
    """Return four cases, one with a gate, and two kinds of money that cannot pay for all."""
    sizes = {"desk": (2e4, 3e4), "park": (1.5e4, 1.8e4), "slow": (4.5e4, 2e4)}
    pilot = an_investment(
        "care",
        name="Care",
        area="Elderly",
        stages=(Stage(outlay={2026: 2e4}, success=0.6), Stage(outlay={2027: 3e4})),
        effects=(an_effect(amount=6e4),),
    )
    others = [
        an_investment(
            name,
            name=name.title(),
            stages=(Stage(outlay={2026: half}, capital_outlay={2027: half}, success=0.9),),
            effects=(an_effect(amount=saving), an_effect(amount=-1e3)),
            benefit_factor=Uniform(uniform=(0.3, 1.3)),
        )
        for name, (half, saving) in sizes.items()
    ]
    pools = (
        Pool(name="Innovation", kind="operating", amount={2026: 6e4, 2027: 4e4}),
        Pool(name="Capital", kind="capital", total=3e4),
    )
    return replace(town(investments=(pilot, *others), choice=Choosing(pools=pools)), budget=None)


OTHERWISE: Mapping[str, tuple[Callable[[], Scenario], Collection[str]]] = {
    "long": (lambda: town(horizon=30), ("overview", "booked-savings", "cumulative")),
    "followup": (
        followed,
        ("overview", "booked-savings", "investments", *FOLLOWUP_STEMS),
    ),
    "certain": (a_scenario, ("overview", "booked-savings", "cumulative")),
    "costs": (
        lambda: a_scenario(risky(effects=(an_effect(amount=-80.0),)), horizon=4),
        ("booked-savings", "booked-to-achieved", "cumulative", "risk-drivers"),
    ),
    "stretched": (
        lambda: a_scenario(risky(booked={2026: 900.0, 2027: 100.0}), risky("desk"), risky("park")),
        ("booked-savings", "booked-to-achieved", "budget-gap", "by-year-and-area", "investments"),
    ),
    "over": (
        lambda: a_scenario(risky(booked={2027: 10.0})),
        ("overview", "booked-to-achieved", "cumulative"),
    ),
    "many": (
        many,
        ("overview", "by-year-and-area", "investments", "risk-drivers", "double-bottom-line"),
    ),
}
"""Charts that look otherwise over many years, in a follow-up, and of unusual cases."""


def _charts() -> Iterator[tuple[str, Chart, str]]:
    charts, teller = town_charts(town())
    yield from ((chart.stem, chart, teller.source) for chart in charts)
    for name, (scenario, stems) in OTHERWISE.items():
        charts, teller = town_charts(scenario())
        for chart in charts:
            if chart.stem in stems:
                yield f"{name}-{chart.stem}", chart, teller.source
    ways = {"Half": (desk(),), "Town": (care(), desk()), "Care": (care(),)}
    compared = [town(name=name, investments=cases) for name, cases in ways.items()]
    findings = chart_findings(compare(compared), "en")
    source = comparison_charts.chart_source(findings, DAY)
    for chart in comparison_charts.build_charts(findings):
        yield chart.stem, chart, source
    chosen = ChoiceTeller(chosen=choose(choice(), choosing_trials=512), language="da")
    for chart in choice_charts.build_charts(chosen):
        yield chart.stem, chart, chosen.source_of("A choice", DAY)
