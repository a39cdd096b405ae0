"""The summary in a terminal says what results say, once and in words that agree with charts."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from conftest import a_scenario, an_effect, an_investment
from golden import SCENARIOS
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary

PATHS = sorted(SCENARIOS.glob("*.toml"))


@cache
def found(path: Path, trials: int) -> Results:
    return simulate(load_scenario(path), trials=trials).results()


def teller(path: Path, language: Language = "da", trials: int = 2_048) -> Teller:
    return Teller(results=found(path, trials), language=language, date=dt.date(2026, 1, 1))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_summary_names_no_case_without_booking_and_no_range_of_one(
    path: Path, language: Language
) -> None:
    told = teller(path, language)
    text = run_summary(told)
    title = cases_finding(told).title.replace("\N{NO-BREAK SPACE}", " ")
    assert f"? {title}." in text
    for wrong in (
        "to None",
        "in None",
        "1 cases",
        "1 investments",
        "2025 til 2025",
        " 0 kr.",
        "DKK 0 ",
    ):
        assert wrong not in text


def test_a_summary_says_how_sure_it_is_and_after_how_many_trials() -> None:
    told = teller(SCENARIOS / "odense.toml", "en")
    assert "points) that all of" in run_summary(told)
    assert "points after 2,048 futures) that all of" in run_summary(told, precise=True)


@pytest.mark.parametrize("stages", [(Stage(success=0.5),), (Stage(success=0.5), Stage())])
def test_what_was_stopped_or_failed_is_taken_out_not_booked_later(
    stages: tuple[Stage, ...],
) -> None:
    over = Fact(on=dt.date(2026, 12, 31), stage=1, passed=False)
    own = an_investment(effects=(an_effect(start=2027, amount=1e6),), stages=stages, facts=(over,))
    scenario = a_scenario(own, followup=Followup(as_of=over.on))
    told = Teller(results=simulate(scenario).results(), language="en", date=over.on)
    assert cases_finding(told).title.startswith("Take care out of the budget: DKK")
    assert cases_finding(told).title.endswith("and none comes")


@pytest.mark.parametrize(
    ("booked", "said"),
    [(9e6, "DKK 8.0 million in every future"), (0, "Nothing: DKK 1.0 million is")],
)
def test_what_is_alike_in_every_future_is_no_range(booked: float, said: str) -> None:
    own = an_investment(effects=(an_effect(start=2026, amount=1e6),), booked={2026: booked})
    scenario = a_scenario(own, horizon=1)
    told = Teller(results=simulate(scenario).results(), language="en", date=dt.date(2026, 1, 1))
    text = run_summary(told).replace("\N{NO-BREAK SPACE}", " ")
    assert said in text
    assert "8 out of 10 futures" not in text


def test_a_single_trial_is_not_said_in_the_plural_and_knows_no_error() -> None:
    text = run_summary(teller(SCENARIOS / "odense.toml", "en", trials=1))
    assert ": 9 investments, 1 future, seed" in text
    assert "±" not in text


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_budget_period_of_one_year_is_that_year(share: float) -> None:
    scenario = a_scenario(an_investment(effects=(an_effect(start=2026),)), share=share, horizon=1)
    told = Teller(results=simulate(scenario).results(), language="en", date=dt.date(2026, 1, 1))
    text = run_summary(told)
    assert " in 2026." in text
    assert "2026–2026" not in text
