"""Scenarios, comparisons and choices of which other things are said than of the small town."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from conftest import a_scenario, an_effect
from drawings import DAY, choice, many, risky
from innobudget.domain.choosing import Choosing, Pool
from innobudget.domain.investment import Stage
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.choosing.choose import choose
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.report.choice import charts as choice_charts
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.choice.terminal import choice_summary
from innobudget.report.comparison import charts as comparison_charts
from innobudget.report.comparison.terminal import comparison_summary
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary

OTHERWISE = (
    a_scenario(name="Certain"),
    a_scenario(risky(booked={}), name="Nothing booked"),
    a_scenario(risky(booked={}), risky("desk", booked={}), name="Two, nothing booked"),
    a_scenario(risky(booked={2026: 900.0}), name="More booked than planned"),
    a_scenario(risky(effects=(an_effect(start=2026),)), horizon=1, name="One year"),
    a_scenario(risky(effects=(an_effect(amount=-80.0),)), name="Running costs alone"),
    a_scenario(risky(stages=(Stage(success=0.0),)), name="Never works"),
    a_scenario(risky(cost_factor=Uniform(uniform=(5.0, 9.0))), name="Too dear"),
    a_scenario(risky(effects=(an_effect(amount=4e9),)), name="Large"),
    a_scenario(risky(), confidence=0.99, name="Nearly sure"),
    many(),
)
COMPARED = (
    ("Certain", "More booked than planned"),
    ("Nothing booked", "Two, nothing booked"),
    ("Running costs alone", "Nothing booked"),
    ("Never works", "Too dear", "Certain"),
)
CHOSEN: Sequence[Mapping[str, Any]] = (
    {"objective": "npv", "pools": (Pool(total=0.0),)},
    {"objective": "least-outlay", "find": {2028: 5_000.0}},
    {
        "objective": "saving",
        "at_most": 4,
        "excludes": (("desk", "park"),),
        "requires": {"slow": ("desk",)},
    },
    {"always": ("care",), "at_most": 1, "payback_at_most": 2.0},
)


def said_otherwise() -> Iterator[str]:
    """Yield what is found and drawn of each, without the figures of charts."""
    for scenario in OTHERWISE:
        teller = Teller(results=simulate(scenario).results(), language="en", date=DAY)
        charts, left_out = build_charts(teller)
        told = [f"{chart.stem} left out: {chart.reason}" for chart in left_out]
        yield _block(run_summary(teller), [*_titles(charts), *told])
    by_name = {scenario.assumptions.name: scenario for scenario in OTHERWISE}
    for names in COMPARED:
        compared = compare([by_name[name] for name in names])
        drawn = comparison_charts.build_charts(chart_findings(compared, "en"))
        yield _block(comparison_summary(compared, "en"), _titles(drawn))
    for asked in CHOSEN:
        scenario = replace(choice(), choice=Choosing(**asked))
        chosen = ChoiceTeller(chosen=choose(scenario, choosing_trials=512), language="en")
        yield _block(choice_summary(chosen), _titles(choice_charts.build_charts(chosen)))


def _titles(charts: Iterable[Chart]) -> list[str]:
    return [f"{chart.stem}: {chart.finding.title}. {chart.finding.lead}" for chart in charts]


def _block(summary: str, charts: Sequence[str]) -> str:
    return "\n".join([summary, *charts])
