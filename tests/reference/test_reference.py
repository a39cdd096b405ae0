"""Cases whose answers are known from elsewhere."""

import json
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

import innobudget as ib
from innobudget.domain.results import AMOUNTS, Outcome, Results
from innobudget.domain.standpoint import AmountName

HERE = Path(__file__).parent
OTHER_TRIALS = 4_000_000
ORE = 0.01

Expected = dict[str, Any]


def expected(case: str) -> Expected:
    document: Expected = json.loads((HERE / f"{case}.expected.json").read_text(encoding="utf-8"))
    return document


@pytest.fixture(scope="module")
def uncertain() -> Results:
    return ib.simulate(ib.load_scenario(HERE / "uncertain.toml"), trials=100_000).results


@pytest.fixture(scope="module")
def certain() -> Results:
    return ib.simulate(ib.load_scenario(HERE / "certain.toml")).results


def allowed(sd: float, trials: int) -> float:
    return ORE + 4 * sd * sqrt(1 / trials + 1 / OTHER_TRIALS)


def chances(outcome: Outcome, known: Expected) -> Iterator[tuple[float | None, float | None]]:
    """Pair every probability with its known value."""
    yield from zip(outcome.probability_booked_met, known["probability_booked_met"], strict=True)
    yield from zip(outcome.probability_gap, known["probability_gap"], strict=True)
    yield from zip(outcome.fulfilment.probability_95, known["fulfilment_95"], strict=True)
    for name in ("probability_booked_met_period", "probability_budget_holds_period"):
        yield getattr(outcome, name), known[name]
    yield outcome.probability_npv_positive, known["npv"]["probability_positive"]
    yield outcome.payback.never, known["payback"]["never"]
    yield from ((chance, known["payback"][str(y)]) for y, chance in outcome.payback.years.items())


def assert_chances_agree(outcome: Outcome, known: Expected, trials: int) -> None:
    for found, chance in chances(outcome, known):
        if found is None or chance is None:
            assert found is chance
            continue
        error = sqrt(chance * (1 - chance)) * sqrt(1 / trials + 1 / OTHER_TRIALS)
        assert found == pytest.approx(chance, abs=4 * error + 1e-9)


def assert_between(found: float, ends: tuple[float, float]) -> None:
    assert ends[0] - ORE <= found <= ends[1] + ORE


@pytest.mark.parametrize("case", ["certain", "uncertain"])
def test_the_plan_follows_by_hand(case: str, request: pytest.FixtureRequest) -> None:
    results: Results = request.getfixturevalue(case)
    for row, amounts in expected(case)["plan"].items():
        assert list(getattr(results.portfolio.plan, row)) == pytest.approx(amounts, abs=ORE)


@pytest.mark.parametrize("measure", AMOUNTS)
def test_without_chance_every_figure_agrees_to_the_ore(
    certain: Results, measure: AmountName
) -> None:
    known = expected("certain")["measures"][measure]
    spreads = certain.portfolio.measures[measure]
    for name in ("mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95"):
        assert [getattr(s, name) for s in spreads] == pytest.approx(known[name], abs=ORE)
    assert [spread.sd for spread in spreads] == pytest.approx(known["sd"], abs=ORE)


def test_without_chance_the_answers_agree_to_the_ore(certain: Results) -> None:
    known, outcome = expected("certain"), certain.portfolio
    assert list(outcome.reserve) == pytest.approx(known["reserve"], abs=ORE)
    assert outcome.reserve_period == pytest.approx(known["reserve_period"], abs=ORE)
    assert list(outcome.safe_booking.amount) == pytest.approx(known["safe_booking"], abs=ORE)
    assert outcome.npv.mean == pytest.approx(known["npv"]["mean"], abs=ORE)
    assert_chances_agree(outcome, known, 100)


@pytest.mark.parametrize("measure", AMOUNTS)
def test_with_chance_measures_agree_within_sampling_error(
    uncertain: Results, measure: AmountName
) -> None:
    known = expected("uncertain")["measures"][measure]
    for year, spread in enumerate(uncertain.portfolio.measures[measure]):
        sd = known["sd"][year]
        assert spread.mean == pytest.approx(known["mean"][year], abs=allowed(sd, 100_000))
        assert spread.sd == pytest.approx(sd, rel=0.02, abs=ORE)
        for name, (low, high) in known["around"].items():
            assert_between(getattr(spread, name), (low[year], high[year]))


def test_with_chance_the_answers_agree_within_sampling_error(uncertain: Results) -> None:
    known, outcome = expected("uncertain"), uncertain.portfolio
    for name, found in (
        ("reserve", outcome.reserve),
        ("safe_booking", outcome.safe_booking.amount),
    ):
        for value, *ends in zip(found, *known[f"{name}_around"], strict=True):
            assert_between(value, (min(ends), max(ends)))
    assert_between(outcome.reserve_period, known["reserve_period_around"])
    npv = known["npv"]
    assert outcome.npv.mean == pytest.approx(npv["mean"], abs=allowed(npv["sd"], 100_000))
    for name, ends in npv["around"].items():
        assert_between(getattr(outcome.npv, name), ends)
    assert_chances_agree(outcome, known, 100_000)


@pytest.mark.parametrize(("case", "trials"), [("certain", 100), ("uncertain", 100_000)])
def test_every_investment_agrees(case: str, trials: int, request: pytest.FixtureRequest) -> None:
    results: Results = request.getfixturevalue(case)
    known = expected(case)["investments"]
    assert {found.id for found in results.investments} == set(known)
    for found in results.investments:
        own, outcome = known[found.id], found.outcome
        error = allowed(own["npv_sd"], trials)
        assert outcome.npv.mean == pytest.approx(own["npv_mean"], abs=error)
        assert outcome.npv.sd == pytest.approx(own["npv_sd"], rel=0.02, abs=ORE)
        for spread, mean in zip(outcome.measures["saving"], own["saving_mean"], strict=True):
            assert spread.mean == pytest.approx(mean, abs=allowed(spread.sd, trials))
        for met, chance in zip(outcome.probability_booked_met, own["met"], strict=True):
            assert met == (
                chance
                if met is None or chance is None
                else pytest.approx(chance, abs=4 * sqrt(chance * (1 - chance) / trials) + 0.002)
            )


def test_the_reference_problem_has_its_published_figures() -> None:
    trials, known = 200_000, expected("reference-problem")
    outcome = ib.simulate(
        ib.load_scenario(HERE / "reference-problem.toml"), trials=trials
    ).portfolio
    npv, year_5 = outcome.npv, outcome.measures["net_effect"][5]
    for spread, name in ((npv, "npv_mean"), (year_5, "net_effect_mean_5")):
        error = known[name]["rounding"] / 2 + 4 * (spread.standard_error or 0) / 1_000
        assert spread.mean / 1_000 == pytest.approx(known[name]["value"], abs=error)
    # A percentile's standard error is sqrt(q (1 - q) / n) over the density; those of the file are
    # of its own number of trials.
    for found, name in (
        (npv.p10 / 1_000, "npv_p10"),
        (npv.p50 / 1_000, "npv_p50"),
        (npv.p90 / 1_000, "npv_p90"),
        (1 - outcome.probability_npv_positive, "npv_negative"),
        (outcome.probability_booked_met[5], "booked_met_5"),
        (outcome.probability_booked_met[2], "booked_met_2"),
    ):
        figure = known[name]
        error = figure["standard_error"] * sqrt(1 + figure["trials"] / trials)
        assert found == pytest.approx(figure["value"], abs=figure["rounding"] / 2 + 4 * error)
