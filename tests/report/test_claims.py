"""No sentence of a report contradicts a figure of its results, or another sentence.

Each sentence carries what it claims as a test of the results. Here the claims of every sentence
that is said are held to the results, and so are the figures in the sentences.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conftest import examples
from drawings import DAY
from golden import SCENARIOS, simulated
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.checks import check_scenario
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario
from innobudget.messages import Text
from innobudget.report.figures import build_charts
from innobudget.report.figures.booked_to_achieved import waterfall
from innobudget.report.figures.chart import Chart
from innobudget.report.findings.areas import area_name
from innobudget.report.findings.cases import advise
from innobudget.report.findings.measured import holds, is_safe
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.steps import steps_of
from innobudget.report.findings.teller import Teller
from innobudget.report.findings.ways_out import ways_told
from innobudget.report.words import causes, findings
from innobudget.report.words.numbers import MINUS, NARROW_SPACE
from strategies import scenarios

LANGUAGES: tuple[Language, ...] = ("da", "en")
BLAMED = {causes.BOOK_LESS, causes.BOOK_NOTHING, causes.BOOK_LATER}
OF_THE_STEPS = {causes.MISSING, causes.MISSING_MORE, causes.MISSING_UNBOOKED}
MISSING = {
    findings.COSTS_MORE,
    findings.SAVES_LATER,
    findings.SAVES_LESS,
    findings.MONEY_MISSING,
    *OF_THE_STEPS,
}
LEFT = {causes.LEFT_OVER, findings.GAP_LEAD_NEVER, findings.GAP_LEAD_SURPLUS}
HOLDING = {
    findings.BUDGET_ALWAYS,
    findings.BUDGET_HOLDS,
    findings.BUDGET_HOLDS_THOUGH,
    findings.BUDGET_HOLDS_WORSE,
    findings.NO_WAY_NEEDED,
    causes.SAFE_AS_IT_IS,
}
FAILING = {
    findings.BUDGET_UNSURE,
    findings.WAYS_HEADING,
    findings.WAYS_NOT_TOLD,
    findings.WAYS_OVER,
    causes.CASE_COSTS,
    causes.LOOK_AT,
    causes.ONLY_CASE,
    *BLAMED,
    *(MISSING - OF_THE_STEPS),
}
NEVER_BOTH = ((MISSING, LEFT), (HOLDING, FAILING))
"""What is not said in one report."""


def told(results: Results, language: Language) -> Teller:
    return Teller(results=results, language=language, date=DAY)


Charts = dict[Language, dict[str, Chart]]


def drawn(results: Results) -> Charts:
    """Return every chart in both languages, by its stem."""
    return {
        language: {chart.stem: chart for chart in build_charts(told(results, language))[0]}
        for language in LANGUAGES
    }


@cache
def shipped(path: Path) -> Charts:
    """Return the charts of a shipped scenario."""
    return drawn(simulated(path))


def written(charts: Charts) -> Iterator[tuple[str, str]]:
    """Yield every text beside a chart, by the chart's stem."""
    for own in charts.values():
        for stem, chart in own.items():
            for text in (chart.subtitle, chart.alt, *chain(*chart.table.rows)):
                yield stem, text


def said(charts: Charts) -> Iterator[tuple[str, Finding]]:
    """Yield every finding that a chart shows, by the chart's stem."""
    for own in charts.values():
        for stem, chart in own.items():
            yield stem, chart.finding


def holds_true(results: Results, charts: Charts) -> None:
    """Hold every sentence to the results, and to every other sentence."""
    sayings: set[Saying] = set()
    for stem, finding in said(charts):
        assert finding.said, stem
        for saying in finding.said:
            assert saying.claim(results), (stem, saying.phrase)
        sayings.update(finding.said)
    for stem, text in written(charts):
        assert "None" not in text, (stem, text)
        assert not re.search(r"\b0 (of|out of|af|ud af) 10\b|(\d{4})–\2\b", text), (stem, text)
    phrases = {saying.phrase for saying in sayings}
    for some, others in NEVER_BOTH:
        assert not (phrases & some and phrases & others), phrases & (some | others)
    missing_of_booked_is_part_of_it(results, phrases)
    advised_where_it_helps(results, phrases)
    steps_end_in_the_mean_gap(results, charts)
    ways_cost_what_they_say(results)


def missing_of_booked_is_part_of_it(results: Results, phrases: set[Text]) -> None:
    found = results.booked_to_achieved
    if causes.MISSING in phrases:
        assert found.missing <= found.booked + HALF_AN_ORE
    if causes.MISSING_MORE in phrases:
        assert found.missing > found.booked > 0


def advised_where_it_helps(results: Results, phrases: set[Text]) -> None:
    advice = advise(results)
    if is_safe(results):
        assert advice is None
    if not phrases & BLAMED:
        return
    assert advice is not None
    outcome, period = advice.about.outcome, results.scenario.horizon.period
    booked, safe = outcome.plan.booked, outcome.safe_booking.amount
    if advice.way in {"less", "nothing"}:
        assert safe[period - 1] < booked[period - 1]
    if advice.way == "later":
        assert safe[advice.year] >= booked[advice.year] - 2 * HALF_AN_ORE
        assert any(safe[year] < booked[year] for year in range(advice.year))


def steps_end_in_the_mean_gap(results: Results, charts: Charts) -> None:
    """The waterfall ends in what is missing, and its sentence's parts add up to its total."""
    found = results.booked_to_achieved
    gap = results.portfolio.gap_period.mean
    size = 1e-9 * (1 + abs(found.booked) + abs(found.achieved) + abs(found.outlay))
    assert found.missing == pytest.approx(gap, abs=max(size, 1e-6))
    last = waterfall(found, dict(steps_of(found)))[-1]
    assert last.end - last.start == pytest.approx(gap, abs=max(size, 1e-6))
    for language, own in charts.items():
        if "booked-to-achieved" not in own:
            continue
        rows = own["booked-to-achieved"].table.rows
        figures = [number(text, language) for _, text in rows]
        sign = 1 if found.missing >= 0 else -1
        assert -sum(figures[1:-1]) == pytest.approx(sign * figures[-1], abs=1e-6)


def number(text: str, language: Language) -> float:
    thousands, point = (".", ",") if language == "da" else (",", ".")
    plain = text.replace(MINUS, "-").replace(thousands, "").replace(point, ".")
    return float(plain.replace(NARROW_SPACE, ""))


def ways_cost_what_they_say(results: Results) -> None:
    ways = results.ways_out
    slack = 2 / results.scenario.sampled.trials**0.5
    if ways_told(told(results, "en")):
        reserve = ways.reserve.probability_budget_holds_period
        assert reserve >= results.scenario.assumptions.confidence - slack
    for way in (ways.book_less, ways.book_later):
        if way is not None:
            booked = sum(results.portfolio.plan.booked[: results.scenario.horizon.period])
            assert way.booked + way.price == pytest.approx(booked, abs=1e-6)
    assert len(ways_told(told(results, "en"))) == 0 or not is_safe(results)
    every = [ways.reserve, *filter(None, (ways.book_less, ways.book_later))]
    helping = [way for way in every if way.probability_budget_holds_period > holds(results)]
    assert len(ways_told(told(results, "en"))) <= len(helping)


@settings(max_examples=examples(50))
@given(scenarios())
def test_no_sentence_of_a_random_scenario_contradicts_its_figures(scenario: Scenario) -> None:
    results = simulate(scenario).results()
    holds_true(results, drawn(results))


@settings(max_examples=examples(15))
@given(scenarios(), st.integers(0, 3), st.booleans())
def test_no_sentence_of_a_random_follow_up_contradicts_its_figures(
    scenario: Scenario, late: int, stop: bool
) -> None:
    first, *others = scenario.investments
    year = scenario.horizon.base_year
    if stop:
        first = replace(first, facts=(Fact(on=dt.date(year, 2, 1), stage=1, passed=False),))
    followup = Followup(as_of=dt.date(year + late, 8, 31))
    own = replace(scenario, investments=(first, *others), followup=followup)
    assume(not check_scenario(own))
    results = simulate(own, trials=200).results()
    holds_true(results, drawn(results))


@settings(max_examples=examples(10))
@given(scenarios(), st.integers(1, 30))
def test_a_handful_of_futures_has_sentences_that_hold_too(scenario: Scenario, trials: int) -> None:
    results = simulate(scenario, trials=trials).results()
    holds_true(results, drawn(results))


@pytest.mark.parametrize("seed", [0, 5])
def test_two_futures_that_tell_no_way_out_say_so(seed: int) -> None:
    path = SCENARIOS / "silkeborg.toml"
    results = simulate(load_scenario(path), trials=2, seed=seed).results()
    holds_true(results, drawn(results))
    assert not ways_told(told(results, "da"))


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_no_sentence_of_a_shipped_scenario_contradicts_its_figures(path: Path) -> None:
    holds_true(simulated(path), shipped(path))


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.toml")), ids=lambda path: path.stem)
def test_titles_of_shipped_scenarios_are_short(path: Path) -> None:
    """Twelve words where they can be; an amount, a frequency or a name counts as one."""
    results = simulated(path)
    teller = told(results, "da")
    names = [teller.name(item.id) for item in results.scenario.enabled]
    names += [area_name(teller, part.name) for part in results.areas]
    for stem, finding in said(shipped(path)):
        title = finding.title
        for name in sorted(names, key=len, reverse=True):
            title = title.replace(name, "name")
        assert len(title.split(" ")) <= 13, (stem, title)


def test_a_wrong_sentence_is_found_out() -> None:
    results = simulated(SCENARIOS / "odense.toml")
    wrong = Saying(findings.BUDGET_ALWAYS, is_safe)
    assert not wrong.claim(results)
