"""What a follow-up shows: two sheets, two charts, and sentences that hold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from results_schema import results_schema

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import QualityIndicator, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Choice, Uncertain, Uniform
from innobudget.engine.simulation import Simulation, simulate
from innobudget.io.documents import results_document
from innobudget.report.drawing.canvas import Canvas
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import draw_chart
from innobudget.report.findings.followup import (
    Cause,
    cause_told,
    expectation,
    followed,
    surprise,
)
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary
from innobudget.report.words import followup as words
from innobudget.report.words.numbers import MINUS
from innobudget.report.words.sheets import FOLLOWED
from innobudget.report.words.verdicts import AS_RUN
from town import written

DAY = date(2028, 6, 30)


def a_year_later(language: Language = "en") -> Scenario:
    """Return three cases: one late and small, one stopped in time, one unheard of."""
    stages = (Stage(name="Model", outlay={2026: 50e6}, success=0.7), Stage(outlay={2027: 20e6}))
    late = an_investment(
        "late",
        name="Late care",
        stages=stages,
        benefit_owner="Head of care",
        effects=(an_effect(amount=100e6),),
        benefit_factor=Uniform(uniform=(0.2, 1.2)),
        delay=Choice(choice=((0, 0.6), (1, 0.4))),
        quality=(
            QualityIndicator(indicator="Alone", unit="%", baseline=20, target=40, start=2027),
        ),
        owner_estimate={2028: 70e6},
        facts=(
            Fact(on=date(2026, 12, 31), stage="Model", passed=True, source="Board"),
            Fact(on=date(2028, 3, 31), begun=2028),
            Fact(on=DAY, year=2028, saving=20e6, to_date=True),
            Fact(on=date(2027, 1, 31), year=2026, outlay=52e6),
            Fact(on=DAY, indicator="Alone", value=28.0),
        ),
    )
    stopped = an_investment(
        "stopped",
        name="Stopped robots",
        stages=(*stages[:1], Stage(outlay={2027: 20e6}, success=0.8)),
        effects=(an_effect(amount=30e6),),
        booked={2027: 20e6},
        rebooked={2028: 0.0},
        facts=(Fact(on=date(2027, 1, 31), stage=1, passed=False),),
    )
    other = an_investment(
        "other", benefit_factor=Uniform(uniform=(0.5, 1.0)), effects=(an_effect(amount=40e6),)
    )
    return a_scenario(
        late,
        stopped,
        other,
        followup=Followup(as_of=DAY, rebudget_after=1),
        language=language,
        trials=512,
    )


@cache
def simulated(language: Language = "en") -> Simulation:
    return simulate(a_year_later(language))


@cache
def found(language: Language = "en") -> Results:
    return simulated(language).results()


def told(language: Language = "en") -> Teller:
    return Teller(results=found(language), language=language, date=date(2028, 7, 1))


def pointed(document: Any, pointer: str) -> Any:  # noqa: ANN401 - any JSON
    for key in pointer.strip("/").split("/"):
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document


def test_results_of_a_follow_up_keep_their_schema_and_others_have_none() -> None:
    document = results_document(found(), version="0")
    jsonschema.validate(document, results_schema())
    assert document["followup"]["as_of"] == "2028-06-30"
    assert [case["colour"] for case in document["investments"]] == ["red", "blue", "yellow"]
    assert document["investments"][1]["avoided_outlay"] == 20e6
    estimate = document["investments"][0]["owner_estimate_percentile"]
    assert [place is not None for place in estimate] == [year == 2 for year in range(6)]
    plain = results_document(simulate(a_scenario(trials=64)).results(), version="0")
    jsonschema.validate(plain, results_schema())
    assert "followup" not in plain
    assert "colour" not in plain["investments"][0]


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ((), ""),
        ((0.02, 0.1), "What has happened lay in the lowest tenth of "),
        ((0.05, 0.11), "Of 2 facts on amounts 1 lay where eight in ten should."),
        ((0.9, 0.98), "What has happened lay in the highest tenth of "),
        ((0.89, 0.95), "Of 2 facts on amounts 1 lay where eight in ten should."),
        ((0.1, 0.9, 0.5), "Of 3 facts on amounts 3 lay where eight in ten should."),
        ((0.05, 0.95), "Of 2 facts on amounts 0 lay where eight in ten should."),
        ((0.5,), "The one fact on an amount lay where eight in ten should."),
    ],
)
def test_where_facts_lay_is_told_by_tenths(at: tuple[float, ...], told: str) -> None:
    """Of amounts alone: a delay and a stage have no size to be surprised by."""
    (fact, *_) = followed(found()).facts
    facts = [replace(fact, quantity="late.benefit", percentile=place) for place in at]
    others = [
        replace(fact, quantity=name, percentile=0.5 if at else 0.01)
        for name in ("late.delay", "late.success.1", None)
    ]
    outcome = replace(followed(found()), facts=(*facts, *others))
    teller = Teller(results=replace(found(), followup=outcome), language="en", date=DAY)
    said = surprise(teller)
    assert said.startswith(told) if told else said == ""


@pytest.mark.parametrize("language", ["da", "en"])
def test_two_charts_come_after_the_overview_and_say_what_holds(language: Language) -> None:
    teller, document = told(language), results_document(found(language), version="0")
    charts, _ = build_charts(teller)
    assert [chart.stem for chart in charts[:3]] == ["overview", "then-and-now", "why-it-changed"]
    for chart in charts[1:3]:
        for saying in chart.finding.said:
            assert saying.claim(found(language)), saying.phrase
        for series in chart.series:
            values = [pointed(document, pointer) for pointer in series.source]
            if not series.how:
                plotted = values[0] if len(values) == 1 else values
                assert list(series.values) == pytest.approx(plotted), series.name
        draw_chart(Canvas.slide(), chart, teller.source)


@pytest.mark.parametrize("trials", [64, 250, 1_000, 4_000])
def test_the_walk_adds_up_as_it_is_written(trials: int) -> None:
    scenario = found().scenario
    results = simulate(
        replace(scenario, sampled=replace(scenario.sampled, trials=trials))
    ).results()
    teller = Teller(results=results, language="en", date=told().date)
    (walk,) = (chart for chart in build_charts(teller)[0] if chart.stem == "why-it-changed")
    written_ = [str(row[1]).replace(MINUS, "-").replace(",", "") for row in walk.table.rows]
    first, *steps, last = map(Decimal, written_)
    assert first + sum(steps) == last


def test_the_terminal_says_what_has_changed_and_mostly_why() -> None:
    text = run_summary(told())
    assert "Follow-up as of 30 June 2028: 1 yellow, 1 red, 1 stopped in time." in text
    assert "Opfølgning pr. 30. juni 2028: 1 gul, 1 rød, 1 stoppet i tide." in run_summary(
        told("da")
    )
    assert [words.COUNTED["red"]("da", count=count) for count in (1, 2)] == ["1 rød", "2 røde"]
    assert "Stopped robots was stopped in time: DKK 20 million was not spent." in text
    assert "must be found elsewhere" in text
    assert expectation(told()).title.startswith(
        "The expectation for 2026\N{EN DASH}2029 has fallen"
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_workbook_has_both_sheets_and_all_its_checks_pass(
    language: Language, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(written(simulated(language), tmp_path, language), data_only=True)
    assert book.sheetnames == [name(language) for name in FOLLOWED.values()]
    assert book.worksheets[1]["A2"].value == AS_RUN(language)
    cells = [cell.value for row in book.worksheets[1].iter_rows() for cell in row]
    assert "Head of care" in cells


def test_a_case_that_was_stopped_after_a_stage_had_passed_is_told_as_stopped(
    tmp_path: Path,
) -> None:
    facts = (
        Fact(on=date(2026, 12, 31), stage=1, passed=True),
        Fact(on=date(2027, 12, 31), stage=2, passed=False),
    )
    stages = (Stage(outlay={2026: 50.0}, success=0.7), Stage(outlay={2027: 20.0}, success=0.8))
    own = an_investment(stages=stages, facts=facts)
    scenario = a_scenario(own, followup=Followup(as_of=DAY), trials=64)
    book = openpyxl.load_workbook(written(simulate(scenario), tmp_path), data_only=True)
    told = [str(cell.value) for row in book[FOLLOWED["followup"]("en")].iter_rows() for cell in row]
    assert "Stage 2: stopped" in told
    assert "Stage 2: passed" not in told


@pytest.mark.parametrize(
    ("delay", "saving", "told"),
    [
        (0.0, 20.0, "Care saves less than expected."),
        (Choice(choice=((0, 0.5), (1, 0.5))), 20.0, "Care saves less than expected."),
        (Uniform(uniform=(0.0, 1.5)), 20.0, "Care saves less than expected, or later."),
        (Choice(choice=((0, 0.5), (0.5, 0.5))), 20.0, "Care saves less than expected, or later."),
        (Uniform(uniform=(0.0, 1.5)), 100.0, "Care saves more than expected, or sooner."),
    ],
)
def test_what_an_amount_does_not_tell_apart_is_told_as_either(
    delay: Uncertain, saving: float, told: str
) -> None:
    begun = () if delay == 0 else (Fact(on=date(2027, 1, 31), begun=2027),)
    own = an_investment(
        name="Care",
        delay=delay,
        benefit_factor=Uniform(uniform=(0.1, 2.0)),
        facts=(*begun, Fact(on=DAY, year=2027, saving=saving)),
    )
    results = simulate(a_scenario(own, followup=Followup(as_of=DAY), trials=256)).results()
    finding = expectation(Teller(results=results, language="en", date=DAY))
    assert finding.lead.endswith(told)


@pytest.mark.parametrize(
    ("begun", "told"),
    [
        (2027, "care has begun as planned"),
        (2028, "care began a year late"),
        (2029, "care began 2 years late"),
        (False, "care has not begun"),
    ],
)
def test_when_a_case_has_begun_is_told_by_its_years(begun: int | bool, told: str) -> None:
    late = an_investment(
        delay=Choice(choice=((0, 0.5), (1, 0.2), (2, 0.1), (3, 0.2))),
        facts=(Fact(on=date(2029, 3, 31), begun=begun),),
    )
    scenario = a_scenario(late, followup=Followup(as_of=date(2029, 3, 31)))
    results = simulate(scenario, trials=200).results()
    cause = Cause(case="care", step="2029-03-31", amount=1.0 if begun == 2027 else -1.0)
    teller = Teller(results=results, language="en", date=DAY)
    assert told in cause_told(teller, cause)
