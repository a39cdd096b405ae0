"""Another seed gives the same words: no headline, rank or advice turns on the luck of the draw.

The default profile tries two scenarios and the gallery's comparison with two seeds;
`HYPOTHESIS_PROFILE=nightly` every shipped scenario, and six municipalities beside each other, with
five seeds of 100,000 trials, as they are run.
"""

import re

import pytest

from conftest import NIGHTLY
from drawings import DAY
from golden import SCENARIOS
from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.results import Results
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario
from innobudget.report.comparison.charts import build_charts as charts_of_comparison
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.figures import build_charts
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.teller import Teller

NAMES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
TRIED = NAMES if NIGHTLY else ["odense", "plain-cuts"]
COMPARED = {
    "bookings": ("odense", "odense-careful"),
    "gallery": ("odense", "odense-careful", "plain-cuts"),
    "municipalities": ("odense", "fredericia", "silkeborg", "randers", "thisted", "viborg"),
}
TRIED_TOGETHER = COMPARED if NIGHTLY else ["gallery"]
SEEDS = (1, 2, 3, 4, 5) if NIGHTLY else (1, 2)
TRIALS = 100_000 if NIGHTLY else 20_000
FIGURES = re.compile(r"((godt|knap)\s)?[\d.,−<>]*\d(\s(mio|mia)\.)?")


def words_of(results: Results) -> dict[str, str]:
    """Return the titles of all charts and the advice, without their figures."""
    teller = Teller(results=results, language="da", date=DAY)
    found = {chart.stem: chart.finding for chart in build_charts(teller)[0]}
    found["advice"] = cases_finding(teller)
    return {stem: FIGURES.sub("#", finding.title) for stem, finding in found.items()}


def words_of_comparison(found: ComparisonResults) -> dict[str, str]:
    """Return the titles of its charts, and what else it ranks, without their figures."""
    findings = chart_findings(found, "da")
    titles = {chart.stem: chart.finding.title for chart in charts_of_comparison(findings)}
    titles |= {"worth": findings.worth().title, "bookings": findings.bookings().title}
    return {stem: FIGURES.sub("#", title) for stem, title in titles.items()}


@pytest.mark.parametrize("name", TRIED)
def test_another_seed_gives_the_same_words(name: str) -> None:
    scenario = load_scenario(SCENARIOS / f"{name}.toml")
    first, *others = [
        words_of(simulate(scenario, trials=TRIALS, seed=seed).results()) for seed in SEEDS
    ]
    for other in others:
        assert other == first


@pytest.mark.parametrize("name", TRIED_TOGETHER)
def test_another_seed_ranks_scenarios_in_the_same_words(name: str) -> None:
    scenarios = [load_scenario(SCENARIOS / f"{one}.toml") for one in COMPARED[name]]
    first, *others = [
        words_of_comparison(compare(scenarios, trials=TRIALS, seed=seed)) for seed in SEEDS
    ]
    for other in others:
        assert other == first
