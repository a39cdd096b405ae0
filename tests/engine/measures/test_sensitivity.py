"""Shares of variance are those of the analytic cases."""

from dataclasses import replace
from itertools import product
from typing import get_args

import numpy as np
import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.drivers import Driver
from innobudget.domain.influence import Sensitivity
from innobudget.domain.investment import Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import Choice, Normal, Uniform
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.measures.classes import Classes, class_count, first_order_shares
from innobudget.engine.measures.sensitivity import measure_sensitivity
from innobudget.engine.simulation import simulate

TRIALS = 100_000


def test_ishigami_has_its_published_first_order_indices() -> None:
    """Ishigami and Homma (1990), a = 7, b = 0.1: .3139, .4424, 0."""
    uniforms = np.array([Streams(3).uniforms(f"x{n}", 0, TRIALS) for n in range(3)])
    x1, x2, x3 = np.pi * (2 * uniforms - 1)
    y = np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1)
    found = first_order_shares(list(uniforms), y[None, :])[:, 0]
    assert found == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)


@pytest.mark.parametrize(("p", "q"), [(0.5, 0.5), (0.3, 0.9), (0.77, 0.31)])
def test_a_product_of_bernoullis_has_its_analytic_shares(p: float, q: float) -> None:
    one, other = (Streams(5).uniforms(name, 0, TRIALS) for name in ("one", "other"))
    y = ((one < p) & (other < q)).astype(float)[None, :]
    variance = p * q * (1 - p * q)
    expected = [q * q * p * (1 - p) / variance, p * p * q * (1 - q) / variance]
    found = first_order_shares([one, other], y)[:, 0]
    assert found == pytest.approx(expected, abs=0.01)


def linear() -> Scenario:
    """Two outlays that only their own factors move: NPV is linear in both."""
    factors = {"care": Normal(normal=(1.0, 0.1)), "aids": Normal(normal=(1.0, 0.3))}
    return a_scenario(
        *(
            an_investment(name, cost_factor=factor, stages=(Stage(outlay={2026: 100.0}),))
            for name, factor in factors.items()
        ),
        trials=TRIALS,
    )


@pytest.fixture(scope="module")
def additive() -> Results:
    return simulate(linear()).results()


def test_a_linear_case_shares_its_variance_like_the_variances(additive: Results) -> None:
    shares = {item.quantity: item.share_of_variance for item in additive.sensitivity.influences}
    assert shares["care.cost"].npv == pytest.approx(0.1, abs=0.01)
    assert shares["aids.cost"].npv == pytest.approx(0.9, abs=0.01)
    assert shares["aids.cost"].budget_gap == pytest.approx(0.9, abs=0.01)
    assert additive.sensitivity.interactions.npv == pytest.approx(0.0, abs=0.01)
    assert [item.quantity for item in additive.sensitivity.influences] == ["aids.cost", "care.cost"]


def test_an_outcome_that_does_not_vary_has_no_shares(additive: Results) -> None:
    by_year = additive.sensitivity.influences[0].share_of_variance.budget_gap_by_year
    assert by_year[0] is not None
    assert by_year[1:] == (None,) * 5
    assert additive.sensitivity.interactions.budget_gap_by_year[1:] == (None,) * 5


def test_the_tornado_is_the_mean_in_the_lowest_and_the_highest_tenth(additive: Results) -> None:
    # The mean of a standard normal in its highest tenth is 1.75498.
    tornado = next(
        item.tornado for item in additive.sensitivity.influences if item.quantity == "aids.cost"
    )
    mean = additive.portfolio.npv.mean
    assert tornado.npv[0] - mean == pytest.approx(100 * 0.3 * 1.75498, rel=0.02)
    assert tornado.npv[1] - mean == pytest.approx(-100 * 0.3 * 1.75498, rel=0.02)
    gap = additive.portfolio.gap_period.mean
    assert tornado.budget_gap[1] - gap == pytest.approx(100 * 0.3 * 1.75498, rel=0.02)


def test_a_driver_and_what_is_left_of_a_quantity_are_inputs_of_their_own() -> None:
    scenario = a_scenario(
        an_investment("care", cost_factor=Normal(normal=(1.0, 0.2))),
        drivers=(Driver(id="prices", loads={"cost": 0.6}),),
        trials=TRIALS,
    )
    found = simulate(scenario).results().sensitivity
    shares = {item.quantity: item.share_of_variance.npv for item in found.influences}
    assert shares == {
        "driver.prices": pytest.approx(0.36, abs=0.01),
        "care.cost": pytest.approx(0.64, abs=0.01),
    }


def test_interactions_are_what_no_input_explains_by_itself() -> None:
    scenario = a_scenario(
        an_investment(
            stages=(Stage(success=0.5),),
            benefit_factor=Uniform(uniform=(0.0, 2.0)),
            effects=(an_effect(start=2026),),
        ),
        trials=TRIALS,
    )
    found = simulate(scenario).results().sensitivity
    shares = {item.quantity: item.share_of_variance.npv for item in found.influences}
    # Y = S F, S Bernoulli(1/2), F uniform(0, 2): Var Y = 5/12, Var E[Y|S] = 1/4, Var E[Y|F] = 1/12.
    assert shares["care.success"] == pytest.approx(3 / 5, abs=0.01)
    assert shares["care.benefit"] == pytest.approx(1 / 5, abs=0.01)
    assert found.interactions.npv == pytest.approx(1 / 5, abs=0.015)


def test_what_moves_nothing_in_an_outcome_that_varies_has_a_share_of_nothing() -> None:
    found = measured(
        a_scenario(
            an_investment("care", cost_factor=Uniform(uniform=(0.5, 2.0)), stages=(Stage(),)),
            an_investment("aids", cost_factor=Uniform(uniform=(0.5, 2.0))),
        )
    )
    shares = {item.quantity: item.share_of_variance.npv for item in found.influences}
    assert shares == {"aids.cost": pytest.approx(1.0, abs=0.01)} | {
        name: 0.0 for name in shares if name != "aids.cost"
    }


def test_without_uncertainty_there_is_no_influence() -> None:
    found = simulate(a_scenario(an_investment(), trials=10)).results().sensitivity
    assert found.influences == ()
    assert found.interactions.npv is None


def equal_cases(count: int, sampling: Sampling, trials: int = TRIALS, seed: int = 1) -> Scenario:
    """Write some equal cases; of each year's saving that of one has known shares."""
    scenario = a_scenario(
        *(
            an_investment(
                f"case-{number}",
                stages=(Stage(outlay={2026: 40.0}, success=0.5),),
                cost_factor=Uniform(uniform=(0.5, 1.5)),
                benefit_factor=Uniform(uniform=(0.0, 2.0)),
                effects=(an_effect(amount=100.0, start=2026, years=1),),
            )
            for number in range(count)
        ),
        trials=trials,
    )
    sampled = replace(scenario.sampled, sampling=sampling, seed=seed)
    return replace(scenario, sampled=sampled)


def measured(scenario: Scenario) -> Sensitivity:
    """Measure shares alone: tornados turn about nothing."""
    simulation = simulate(scenario)
    means = np.zeros(sum(len(plan.weights) for plan in simulation.draws.plans))
    return measure_sensitivity(simulation.draws, simulation.ledger, means, simulation.work)


# In one case: 100 S F - 40 C with S Bernoulli(1/2), F uniform(0, 2), C uniform(1/2, 3/2).
OWN = {"success": 2500.0, "benefit": 2500 / 3, "cost": 1600 / 12}
WHOLE = 2500.0 + 5000 / 3 + 1600 / 12
EXACT = {name: variance / WHOLE for name, variance in OWN.items()}


@pytest.mark.parametrize(
    ("count", "sampling"),
    [*product((1, 10), get_args(Sampling)), (30, "random"), (100, "sobol")],
)
def test_shares_of_equal_cases_add_up_to_those_of_one_under_every_sampling(
    count: int, sampling: Sampling
) -> None:
    found = measured(equal_cases(count, sampling))
    together = dict.fromkeys(EXACT, 0.0)
    for item in found.influences:
        share = item.share_of_variance.npv
        assert share is not None
        together[item.quantity.split(".")[1]] += share
    assert together == pytest.approx(EXACT, abs=0.01)
    rest = found.interactions.npv
    assert rest == pytest.approx(1 - sum(EXACT.values()), abs=0.01)
    assert rest is not None
    assert sum(together.values()) + rest == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("low", [0.025, 0.125, 0.51, 0.83, 0.975])
@pytest.mark.parametrize("trials", [1_000, 20_000, TRIALS])
def test_what_leaps_within_a_class_has_its_whole_share(low: float, trials: int) -> None:
    """A saving of 100 S - 40 C, C at 1 or 3, S at 0 or 1, each with the chance `low` first."""
    case = an_investment(
        "case",
        stages=(Stage(outlay={2026: 40.0}, success=1 - low),),
        cost_factor=Choice(choice=((1.0, low), (3.0, 1 - low))),
        effects=(an_effect(amount=100.0, start=2026, years=1),),
    )
    exact = {"case.success": 1e4 / (1e4 + 80**2), "case.cost": 80**2 / (1e4 + 80**2)}

    found = measured(a_scenario(case, trials=trials)).influences

    for item in found:
        share, error = item.share_of_variance.npv, item.standard_error.npv
        assert share == pytest.approx(exact[item.quantity], abs=4 * (error or 0.0))


def test_ends_of_a_tornado_are_tenths_wherever_an_input_leaps() -> None:
    uniforms = (np.arange(1_000) + 0.5) / 1_000
    leaps = [(), (0.05,), (0.1,), (0.1, 0.9), (0.01, 0.0995, 0.5, 0.91, 0.95)]
    classes = Classes.of([uniforms] * len(leaps), uniforms[None, :], 20, leaps)
    assert classes.tenth(highest=False) == pytest.approx(0.05)
    assert classes.tenth(highest=True) == pytest.approx(0.95)


@pytest.mark.parametrize("trials", [1, 2, 7, 30, 1000])
def test_few_trials_make_shares_no_worse(trials: int) -> None:
    found = measured(equal_cases(3, "sobol", trials))
    for item in found.influences:
        share, error = item.share_of_variance.npv, item.standard_error.npv
        assert share is not None
        assert error is not None
        assert abs(share - EXACT[item.quantity.split(".")[1]] / 3) <= 4 * error


def test_standard_errors_of_shares_cover_what_they_are_off_by() -> None:
    exact = {name: share / 3 for name, share in EXACT.items()}
    within: dict[str, list[bool]] = {"success": [], "benefit": [], "cost": [], "": []}
    for seed in range(40):
        found = measured(equal_cases(3, "random", 2000, seed))
        for item in found.influences:
            name = item.quantity.split(".")[1]
            off = (item.share_of_variance.npv or 0.0) - exact[name]
            within[name].append(abs(off) <= 1.96 * (item.standard_error.npv or 0.0))
        off = (found.interactions.npv or 0.0) - (1 - sum(EXACT.values()))
        within[""].append(abs(off) <= 1.96 * (found.interactions_error.npv or 0.0))
    # 120 or 40 intervals of 95 %: below 0.85 once in a thousand.
    assert {name: np.mean(flags) > 0.85 for name, flags in within.items()} == dict.fromkeys(
        within, True
    )


def test_a_class_without_trials_counts_for_nothing() -> None:
    inputs = [np.array([0.05, 0.15, 0.15]), np.array([0.55, 0.55, 0.95])]
    amounts = np.array([[1.0, 3.0, 5.0]])
    variance = amounts.var(axis=1)
    shares, _ = Classes.of(inputs, amounts, 10).shares(variance, variance)
    expected = [(6 - 2) / 8, (6 - 2) / 8]
    assert shares[:, 0] == pytest.approx(expected)


def test_classes_hold_the_same_part_of_the_trials() -> None:
    uniforms = (np.arange(1_000) + 0.5) / 1_000
    classes = Classes.of([uniforms], np.ones((1, 1_000)), class_count(1_000))
    assert set(classes.counts[0].tolist()) == {50}


@pytest.mark.parametrize("chance", [0.02, 0.5, 0.9])
def test_what_decides_everything_explains_it_beyond_doubt(chance: float) -> None:
    """However seldom it leaps: no other draw would make the share any other."""
    uniforms = np.random.default_rng(7).random(10_000)
    amount = (uniforms > 1 - chance).astype(float)
    variance = amount.var(keepdims=True)
    kurtosis = np.array([np.mean((amount - amount.mean()) ** 4)]) / variance**2
    classes = Classes.of([uniforms], amount[None, :], 10, [(1 - chance,)])
    share, error = classes.shares(variance, variance, kurtosis)
    assert share[0, 0] == pytest.approx(1.0)
    assert error[0, 0] == pytest.approx(0.0, abs=1e-6)
