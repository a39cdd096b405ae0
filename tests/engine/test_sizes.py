"""Figures are right at every number of trials: on both sides of where their method changes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Choice, Pert
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work

KEPT, COUNTED = 131_072, 131_073
"""As many trials as are kept, and as few as are counted."""


def chosen(*pairs: tuple[float, float]) -> Choice:
    return Choice(choice=pairs)


def exact_probability(scenario: Scenario, booked: float) -> float:
    """Add up the probabilities of all combinations in which a saving of one year is met."""
    cases = []
    for item in scenario.enabled:
        assert isinstance(item.benefit_factor, Choice)
        (stage,), (effect,) = item.stages, item.effects
        worked = [
            (value * (effect.amount or 0.0), stage.success * chance)
            for value, chance in item.benefit_factor.choice
        ]
        cases.append([*worked, (0.0, 1 - stage.success)])
    return sum(
        float(np.prod([chance for _, chance in outcome]))
        for outcome in product(*cases)
        if sum(amount for amount, _ in outcome) >= booked - 0.005
    )


def discrete(*cases: tuple[float, Choice, float], booked: float, sampling: Sampling) -> Scenario:
    """Write a scenario whose saving takes few values: amounts, factors, probabilities."""
    investments = tuple(
        an_investment(
            f"case-{number}",
            benefit_factor=factor,
            stages=(Stage(outlay={2026: 1.0}, success=success),),
            effects=(an_effect(amount=amount, start=2026),),
            booked={2026: booked if number == 0 else 0.0},
        )
        for number, (amount, factor, success) in enumerate(cases)
    )
    scenario = a_scenario(*investments, horizon=1)
    return replace(scenario, sampled=replace(scenario.sampled, sampling=sampling))


@pytest.mark.parametrize("trials", [KEPT, COUNTED, 1_000_000])
@pytest.mark.parametrize("sampling", ["random", "sobol"])
def test_an_atom_on_a_threshold_is_counted_on_its_side(sampling: Sampling, trials: int) -> None:
    factor = chosen((0.6, 0.4), (0.3, 0.3), (1.0, 0.3))
    scenario = discrete((151_650.0, factor, 1.0), booked=90_990.0, sampling=sampling)
    found = simulate(scenario, trials=trials).portfolio()
    error = 4 * sqrt(0.21 / trials)
    assert found.probability_booked_met[0] == pytest.approx(0.7, abs=error)
    assert found.probability_booked_met_period == found.probability_booked_met[0]


@settings(max_examples=examples(15))
@given(
    st.lists(
        st.tuples(
            st.integers(1, 10**9).map(float),
            st.lists(st.integers(1, 200), min_size=1, max_size=3, unique=True),
            st.integers(1, 10),
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 50),
)
def test_any_saving_of_few_values_is_met_as_often_as_it_should_be(
    drawn: list[tuple[float, list[int], int]], which: int
) -> None:
    cases = [
        (amount, chosen(*((value / 100, 1 / len(values)) for value in values)), tenths / 10)
        for amount, values, tenths in drawn
    ]
    sums = sorted(
        {
            sum(parts)
            for parts in product(
                *([amount * value / 100 for value in values] for amount, values, _ in drawn)
            )
        }
    )
    booked = sums[which % len(sums)]
    scenario = discrete(*cases, booked=booked, sampling="random")
    exact = exact_probability(scenario, booked)
    for trials in (KEPT, COUNTED):
        found = simulate(scenario, trials=trials).portfolio().probability_booked_met[0]
        # Five standard errors: a false alarm in a million figures.
        assert found == pytest.approx(exact, abs=5 * sqrt(exact * (1 - exact) / trials) + 1e-9)


def large_among_small() -> Scenario:
    large = an_investment(
        "large",
        benefit_factor=Pert(pert=(0.5, 1.0, 1.5)),
        stages=(Stage(success=0.3), Stage(outlay={2027: 8e8})),
        effects=(an_effect(amount=1.5e8, start=2028),),
        booked={2026: 0.0},
    )
    small = an_investment(
        "small",
        cost_factor=Pert(pert=(0.8, 1.0, 1.6)),
        benefit_factor=Pert(pert=(0.2, 0.9, 1.3)),
        stages=(Stage(outlay={2026: 3e5}),),
        effects=(an_effect(amount=6e4, start=2027),),
    )
    return a_scenario(large, small)


def shares(scenario: Scenario, trials: int) -> Iterator[float]:
    found = simulate(scenario, trials=trials).portfolio()
    yield from found.probability_gap
    yield found.probability_budget_holds_period
    yield found.probability_npv_positive
    yield from (share for share in found.probability_booked_met if share is not None)
    yield from (share for share in found.fulfilment.probability_95 if share is not None)


def test_a_case_a_thousand_times_the_others_leaves_their_figures_as_they_are() -> None:
    scenario = large_among_small()
    for kept, counted in zip(shares(scenario, KEPT), shares(scenario, COUNTED), strict=True):
        assert counted == pytest.approx(kept, abs=1e-3)


def figures(
    scenario: Scenario, trials: int
) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    found = simulate(scenario, trials=trials).portfolio()
    return {
        f"{name} {percentile}": np.array([getattr(spread, percentile) for spread in spreads])
        for name, spreads in found.measures.items()
        for percentile in ("mean", "p05", "p10", "p50", "p90", "p95")
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_percentiles_are_the_same_on_both_sides_of_the_change(seed: int) -> None:
    scenario = large_among_small()
    scenario = replace(scenario, sampled=replace(scenario.sampled, seed=seed))
    kept, counted = figures(scenario, KEPT), figures(scenario, COUNTED)
    for name, values in kept.items():
        np.testing.assert_allclose(counted[name], values, rtol=0.01, atol=2_000, err_msg=name)


@pytest.mark.parametrize(
    "work", [Work(threads=2), Work(tiles_per_block=1), Work(tiles_per_block=9)]
)
def test_counted_figures_do_not_depend_on_how_the_work_is_cut_up(work: Work) -> None:
    one = simulate(large_among_small(), trials=300_000).results()
    other = simulate(large_among_small(), trials=300_000, work=work).results()
    assert one == other


def test_a_scenario_differs_from_itself_by_nothing_at_any_size() -> None:
    for trials in (KEPT, COUNTED):
        (difference,) = compare([large_among_small()] * 2, trials=trials).differences
        for pair in (difference.saving_period, difference.budget_gap_period, difference.npv):
            assert (pair.spread.mean, pair.spread.p05, pair.spread.p95) == (0.0, 0.0, 0.0)
            assert (pair.probability_higher, pair.probability_lower) == (0.0, 0.0)
        for name in ("probability_booked_met", "probability_budget_holds", "reserve"):
            estimate = getattr(difference.estimates, name)
            assert (estimate.value, estimate.standard_error) == (0.0, 0.0)


def huge(number: int) -> Investment:
    amount = 1e12 + number / 7
    return an_investment(
        f"case-{number:02}",
        stages=(Stage(outlay={2026: amount / 3}, success=1.0),),
        cost_factor=1.0,
        effects=(an_effect(amount=amount, start=2026),),
    )


@pytest.mark.parametrize("trials", [1000, COUNTED])
def test_huge_certain_amounts_leave_no_hole_by_rounding(trials: int) -> None:
    found = simulate(a_scenario(*map(huge, range(30))), trials=trials).portfolio()
    assert set(found.probability_gap) == {0.0}
    assert found.probability_budget_holds_period == 1.0
    assert set(found.probability_booked_met) <= {1.0, None}
