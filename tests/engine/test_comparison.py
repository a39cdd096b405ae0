"""Scenarios in the same futures: what they share cancels, and what is said is as sure as told."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.comparison import (
    ComparisonResults,
    Difference,
    Estimate,
    Paired,
    scenario_ids,
)
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Choice, Pert, Uniform
from innobudget.engine.collecting import collection
from innobudget.engine.comparison import compare
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.errors import ComparisonError, InputError
from strategies import scenarios

PAIRED = ("saving_period", "outlay_period", "budget_gap_period", "npv")
ESTIMATES = (
    "probability_booked_met",
    "probability_budget_holds",
    "reserve",
    "safe_saving",
    "safe_saving_per_krone",
)


@pytest.mark.parametrize("trials", [1, 2])
def test_few_trials_are_doubted_as_in_a_run(trials: int) -> None:
    certain = a_scenario(an_investment("desk"))
    found = compare([a_scenario(uncertain("care")), certain], trials=trials)
    one, other = found.scenarios
    assert {doubt.code for doubt in one.doubts} == {"few-trials"}
    assert other.doubts == certain.doubts


def uncertain(id: str, **changes: object) -> Investment:  # noqa: A002 - the field's name
    """Return an investment with two stages that can cost more, save less and come late."""
    return an_investment(
        id,
        **{
            "cost_factor": Pert(pert=(0.9, 1.0, 1.8)),
            "benefit_factor": Uniform(uniform=(0.2, 1.2)),
            "delay": Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
            "stages": (Stage(outlay={2026: 20.0}, success=0.8), Stage(outlay={2027: 40.0})),
            **changes,
        },
    )


def portfolio(*investments: Investment, **changes: object) -> Scenario:
    """Return two uncertain investments, and more."""
    return a_scenario(uncertain("care"), uncertain("aids"), *investments, **changes)


def only(comparison: ComparisonResults) -> Difference:
    (found,) = comparison.differences
    return found


def estimate(difference: Difference, name: str) -> Estimate:
    found = getattr(difference.estimates, name)
    assert isinstance(found, Estimate)
    return found


def test_figures_of_certain_scenarios_are_those_of_the_spreadsheet() -> None:
    dear = an_investment("care", stages=(Stage(outlay={2026: 100.0, 2031: 7.0}),))
    found = compare([a_scenario(), a_scenario(dear)])
    cheap, other = found.standings
    assert cheap.estimates.safe_saving == Estimate(value=300.0, standard_error=0.0)
    assert cheap.estimates.safe_saving_per_krone == Estimate(value=6.0, standard_error=0.0)
    assert other.estimates.safe_saving_per_krone == Estimate(value=3.0, standard_error=0.0)
    assert [item.id for item in found.ranking] == ["1", "2"]
    difference = only(found)
    assert (difference.scenario, difference.minus) == ("2", "1")
    assert difference.outlay_period.spread.mean == pytest.approx(50.0)
    assert difference.npv.spread.mean == pytest.approx(-50.0 - 7.0 / 1.035**5)
    assert difference.npv.probability_lower == 1.0
    assert difference.saving[1].spread.p50 == 0.0
    assert estimate(difference, "safe_saving_per_krone").value == pytest.approx(-3.0)


@given(scenarios())
@settings(max_examples=examples(10))
def test_a_scenario_differs_from_itself_by_exactly_nothing(scenario: Scenario) -> None:
    difference = only(compare([scenario, replace(scenario, source="again.toml")]))
    for paired in (*difference.saving, *difference.net_effect, difference.npv):
        assert {getattr(paired.spread, name) for name in ("mean", "sd", "p05", "p95")} == {0.0}
        assert (paired.probability_higher, paired.probability_lower) == (0.0, 0.0)
    for name in ESTIMATES:
        found: Estimate | None = getattr(difference.estimates, name)
        assert found is None or found.value == 0.0
        assert found is None or found.standard_error in (0.0, None)


@pytest.mark.parametrize("size", [3.0, 0.1, 1e-3, 7e5])
def test_a_scenario_of_another_size_buys_as_much_per_krone(size: float) -> None:
    own = uncertain("care", stages=(Stage(outlay={2026: 20.0}, success=0.8),))
    other = replace(
        own,
        stages=(Stage(outlay={2026: 20.0 * size}, success=0.8),),
        effects=tuple(replace(one, amount=(one.amount or 0) * size) for one in own.effects),
    )
    found = only(compare([a_scenario(own), a_scenario(other)], trials=512))
    assert estimate(found, "safe_saving_per_krone").value == 0
    assert estimate(found, "safe_saving_per_krone").is_tie


def test_what_two_scenarios_have_alike_cancels_exactly() -> None:
    booked = replace(uncertain("care"), booked={2027: 5.0})
    one, other = portfolio(), a_scenario(booked, uncertain("aids"))
    difference = only(compare([one, other]))
    assert difference.npv.spread.sd == 0.0
    assert difference.npv.spread.p95 == 0.0
    gap = difference.budget_gap_period
    assert gap.spread.sd == pytest.approx(0.0)
    assert gap.spread.mean == pytest.approx(15.0 - 300.0)
    assert estimate(difference, "reserve").standard_error == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("sampling", get_args(Sampling))
def test_an_added_investment_is_all_the_difference(sampling: Sampling) -> None:
    more = uncertain("bikes")
    one, larger = portfolio(sampling=sampling), portfolio(more, sampling=sampling)
    found = compare([one, larger])
    dimensions = registry([one, larger]) if sampling == "sobol" else None
    alone = simulate(a_scenario(more, sampling=sampling), dimensions=dimensions).portfolio()
    assert only(found).npv.spread == alone.npv
    assert [year.spread for year in only(found).saving] == list(alone.measures["saving"])
    first = simulate(one, dimensions=dimensions).portfolio()
    assert found.standings[0].portfolio == first


@given(scenarios(), scenarios(), st.sampled_from(get_args(Sampling)))
@settings(max_examples=examples(10))
def test_the_order_of_scenarios_only_flips_signs(
    one: Scenario, other: Scenario, sampling: Sampling
) -> None:
    sampled = replace(one.sampled, sampling=sampling)
    one, other = replace(one, sampled=sampled), replace(other, sampled=sampled)
    there, back = only(compare([one, other])), only(compare([other, one]))
    pairs: list[tuple[Paired, Paired]] = [
        (getattr(there, name), getattr(back, name)) for name in PAIRED
    ]
    pairs += list(zip(there.net_effect, back.net_effect, strict=True))
    for found, turned in pairs:
        assert found.spread.mean == pytest.approx(-turned.spread.mean, abs=1e-6)
        assert found.spread.p10 == pytest.approx(-turned.spread.p90, abs=1e-6)
        assert found.spread.sd == pytest.approx(turned.spread.sd, abs=1e-6)
        assert found.probability_higher == pytest.approx(turned.probability_lower, abs=1e-12)
    for name in ESTIMATES:
        value, opposite = getattr(there.estimates, name), getattr(back.estimates, name)
        assert (value is None) == (opposite is None)
        if value is not None:
            assert value.value == pytest.approx(-opposite.value, abs=1e-6)
            assert value.standard_error == pytest.approx(opposite.standard_error, abs=1e-6)


@given(scenarios(), scenarios())
@settings(max_examples=examples(10))
def test_a_mean_difference_is_the_difference_of_the_means(one: Scenario, other: Scenario) -> None:
    found = compare([one, other])
    first, second = (item.portfolio for item in found.standings)
    difference = only(found)
    for name, before, after in (
        ("npv", first.npv, second.npv),
        ("budget_gap_period", first.gap_period, second.gap_period),
        ("saving_period", first.saving_period, second.saving_period),
    ):
        paired: Paired = getattr(difference, name)
        assert paired.spread.mean == pytest.approx(after.mean - before.mean, abs=1e-6)
        assert paired.probability_higher + paired.probability_lower <= 1 + 1e-12


def test_a_percentile_is_that_of_the_difference_not_a_difference_of_percentiles() -> None:
    one = a_scenario(uncertain("care"), trials=4_000, sampling="random")
    other = a_scenario(uncertain("aids"), trials=4_000, sampling="random")
    found = compare([one, other])
    npvs = [item.portfolio.npv for item in found.standings]
    assert only(found).npv.spread.p90 > 1.2 * (npvs[1].p90 - npvs[0].p90)
    assert only(found).npv.spread.sd == pytest.approx(2**0.5 * npvs[0].sd, rel=0.05)


def test_the_error_of_a_percentile_is_the_textbooks() -> None:
    benefit = Uniform(uniform=(0.0, 1.0))
    scenario = a_scenario(
        an_investment(benefit_factor=benefit), trials=40_000, sampling="random", confidence=0.8
    )
    standing = compare([scenario, scenario]).standings[0]
    # 300 kroner at most over the period, spread evenly: the fifth percentile's slope is 300.
    assert standing.estimates.safe_saving.value == pytest.approx(60.0, abs=4 * 0.6)
    expected = 300.0 * np.sqrt(0.2 * 0.8 / 40_000)
    assert standing.estimates.safe_saving.standard_error == pytest.approx(expected, rel=0.15)


def test_a_percentile_at_a_jump_is_as_unsure_as_the_jump_is_high() -> None:
    """One in five fails and saves nothing: the fifth percentile is 0 or 240, as luck has it."""
    effect = an_effect(amount=80.0)
    twins = [
        a_scenario(
            an_investment(
                name, stages=(Stage(outlay={2026: 50.0}, success=0.8),), effects=(effect,)
            ),
            trials=1_000,
            sampling="random",
        )
        for name in ("one", "two")
    ]
    found = compare(twins)
    for standing in found.standings:
        assert standing.estimates.safe_saving.value in (0.0, 240.0)
        assert 55 < (standing.estimates.safe_saving.standard_error or 0.0) < 125
    assert only(found).estimates.safe_saving.certainty < 0.95


@pytest.mark.parametrize("sampling", get_args(Sampling))
def test_errors_are_as_large_as_the_spread_between_seeds(sampling: Sampling) -> None:
    """With 24 seeds a standard deviation is off by 15 %; the limits are about four of these;
    eight replicates report a fifth more than they tell, since they tell it roughly."""
    changes = {"trials": 2_048, "sampling": sampling}
    one = portfolio(**changes)
    other = a_scenario(uncertain("aids"), uncertain("bikes", delay=0.0), **changes)
    found: dict[str, list[Estimate]] = {}
    for seed in range(24):
        comparison = compare([one, other], seed=seed)
        for name in ESTIMATES:
            found.setdefault(name, []).append(estimate(only(comparison), name))
            alone = getattr(comparison.standings[0].estimates, name)
            found.setdefault(f"alone {name}", []).append(alone)
    for name, estimates in found.items():
        spread = np.std([item.value for item in estimates], ddof=1)
        told = np.sqrt(np.mean([(item.standard_error or 0.0) ** 2 for item in estimates]))
        assert 0.4 < spread / told < 1.6, (name, spread, told)


def test_pairing_is_surer_than_two_runs_apart() -> None:
    changes = {"trials": 4_096, "sampling": "random"}
    found = compare([portfolio(**changes), portfolio(uncertain("bikes"), **changes)])
    one, other = (item.portfolio.npv.standard_error or 0.0 for item in found.standings)
    apart = float(np.hypot(one, other))
    assert (only(found).npv.spread.standard_error or 0.0) < 0.6 * apart


@pytest.mark.parametrize("work", [Work(threads=2), Work(tiles_per_block=1)])
def test_figures_do_not_depend_on_how_the_work_is_cut_up(work: Work) -> None:
    both = [portfolio(trials=60_000), portfolio(uncertain("bikes"), trials=60_000)]
    assert compare(both, work=work) == compare(both)


def test_counted_figures_are_close_to_kept_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = {"trials": 60_000, "sampling": "random"}
    both = [portfolio(**changes), portfolio(uncertain("bikes"), **changes)]
    kept = only(compare(both))
    monkeypatch.setattr(collection, "EXACT_TRIALS", 16_384)
    counted = only(compare(both))
    assert counted.npv.spread.mean == pytest.approx(kept.npv.spread.mean, rel=1e-9)
    assert counted.npv.spread.p10 == pytest.approx(
        kept.npv.spread.p10, abs=0.005 * kept.npv.spread.sd
    )
    for name in ESTIMATES:
        one, other = estimate(counted, name), estimate(kept, name)
        error = other.standard_error or 0.0
        assert one.value == pytest.approx(other.value, abs=0.5 * error + 1e-9), name
        assert one.standard_error == pytest.approx(error, rel=0.1), name


def test_the_first_scenarios_trials_and_seed_hold_for_all() -> None:
    found = compare([a_scenario(trials=300, seed=4), a_scenario(trials=7, sampling="random")])
    assert {scenario.sampled for scenario in found.scenarios} == {found.scenarios[0].sampled}
    assert found.scenarios[1].sampled.trials == 300
    assert compare([a_scenario(), a_scenario()], trials=20, seed=9).scenarios[0].sampled.seed == 9


def test_without_an_outlay_nothing_is_said_per_krone() -> None:
    free = an_investment(stages=(Stage(),))
    found = compare([a_scenario(free), a_scenario()])
    assert found.standings[0].estimates.safe_saving_per_krone is None
    assert found.standings[0].saving_per_krone is None
    assert [item.id for item in found.ranking] == ["2"]
    assert only(found).saving_per_krone is None
    assert only(found).estimates.safe_saving_per_krone is None
    assert only(found).estimates.safe_saving.value == 0.0


def test_a_single_trial_has_no_standard_errors() -> None:
    found = only(compare([portfolio(), portfolio(uncertain("bikes"))], trials=1))
    assert found.npv.spread.standard_error is None
    assert found.estimates.reserve.standard_error is None
    assert found.estimates.reserve.certainty == 0.5


def test_certainty_rises_with_the_distance_from_zero_in_errors() -> None:
    assert Estimate(value=1.96, standard_error=1.0).certainty == pytest.approx(0.975, abs=1e-4)
    assert Estimate(value=-1.96, standard_error=1.0).certainty == pytest.approx(0.975, abs=1e-4)
    assert Estimate(value=1.0, standard_error=0.0).certainty == 1.0
    assert Estimate(value=0.0, standard_error=1.0).certainty == 0.5


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"base_year": 2025}, "price_level"),
        ({"base_year": 2100, "price_level": 2026}, "base_year"),
        ({"horizon": 9}, "horizon"),
        ({"currency": "EUR"}, "currency"),
        ({"price_level": 2024}, "price_level"),
        ({"discount_rate": 0.02}, "discount_rate"),
        ({"confidence": 0.9}, "confidence"),
    ],
)
def test_scenarios_that_mean_different_things_are_refused(
    changes: dict[str, object], key: str
) -> None:
    with pytest.raises(ComparisonError, match=rf"key {key} \[not-comparable\]"):
        compare([a_scenario(), a_scenario(**changes)])


def test_every_reason_is_told_at_once() -> None:
    with pytest.raises(ComparisonError) as refused:
        compare([a_scenario(), a_scenario(horizon=9, currency="EUR"), a_scenario(horizon=4)])
    assert len(refused.value.problems) == 3


def test_a_stated_price_level_that_is_the_base_year_is_the_same() -> None:
    assert compare([a_scenario(), a_scenario(price_level=2026)]).differences


@pytest.mark.parametrize("count", [0, 1, 7])
def test_two_to_six_scenarios_are_compared(count: int) -> None:
    with pytest.raises(ComparisonError, match=f"found     {count} scenario"):
        compare([a_scenario()] * count)


def test_faults_of_any_scenario_are_told() -> None:
    with pytest.raises(InputError, match="2050"):
        compare([a_scenario(), a_scenario(an_investment(stages=(Stage(outlay={2050: 1.0}),)))])


def test_every_pair_is_compared_and_found_in_either_order() -> None:
    three = [a_scenario(an_investment(effects=(an_effect(amount=n),))) for n in (1.0, 2.0, 4.0)]
    found = compare(three)
    assert [(item.scenario, item.minus) for item in found.differences] == [
        ("2", "1"),
        ("3", "1"),
        ("3", "2"),
    ]
    assert found.difference("3", "1")[1] == 1
    assert found.difference("1", "3") == (found.differences[1], -1)
    with pytest.raises(KeyError):
        found.difference("1", "1")


def test_ids_are_files_stems_and_never_twice_the_same() -> None:
    names = ["odense.toml", "odense.xlsx", "", "3.toml"]
    assert scenario_ids([a_scenario(source=name) for name in names]) == (
        "odense",
        "odense-2",
        "3",
        "3-2",
    )


def test_scenarios_of_one_name_are_told_apart_by_their_ids() -> None:
    found = compare([a_scenario(source="a.toml"), a_scenario(source="b.toml")])
    assert [found.title(item) for item in found.standings] == ["A scenario (a)", "A scenario (b)"]


def test_progress_goes_from_the_start_to_the_end() -> None:
    told: list[float] = []
    compare([a_scenario(), a_scenario()], work=Work(progress=told.append))
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
