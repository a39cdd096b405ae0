"""Replicates tell how sure a figure is, and as often as they say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.replicates import (
    PERIOD,
    design_effect,
    is_replicated,
    located,
    replicate_sizes,
    replicate_sums,
)
from innobudget.engine.flows import Array


def effect(values: Array) -> float:
    sums, variance = replicate_sums(values), np.asarray(values.var())
    return float(design_effect(sums, variance, np.zeros(()), len(values)))


@given(st.integers(1, 5_000))
def test_sums_are_those_of_the_trials_that_each_replicate_has(trials: int) -> None:
    values = np.random.default_rng(trials).random((2, trials))
    replicates, positions = located(0, trials)
    for replicate, found in enumerate(replicate_sums(values).T):
        own = replicates == replicate
        np.testing.assert_allclose(found, values[:, own].sum(axis=1))
        assert positions[own].tolist() == list(range(replicate_sizes(trials)[replicate]))


def test_the_effect_is_how_much_replicates_differ_and_students_allowance_for_their_number() -> None:
    values = np.random.default_rng(1).random(4 * PERIOD)
    means = replicate_sums(values) / (len(values) / 8)
    plain = values.var() / len(values)
    expected = means.var(ddof=1) / 8 / plain * (t.ppf(0.975, 7) / 1.959964) ** 2
    assert effect(values) == pytest.approx(expected)


def test_an_interval_of_two_standard_errors_covers_the_truth_as_often_as_it_says() -> None:
    generator = np.random.default_rng(2)
    covered = 0
    for _ in range(2_000):
        values = generator.normal(size=PERIOD - 20)
        error = np.sqrt(effect(values) * values.var() / len(values))
        covered += abs(values.mean()) <= 1.959964 * error
    assert covered / 2_000 == pytest.approx(0.95, abs=0.015)


@pytest.mark.parametrize(
    ("sampling", "trials", "expected"),
    [("random", 10_000, False), ("sobol", 384, False), ("latin-hypercube", 385, True)],
)
def test_a_few_replicates_tell_nothing(sampling: Sampling, trials: int, expected: bool) -> None:
    assert is_replicated(sampling, trials) is expected


@given(st.integers(385, 5_000), st.sampled_from([1e-150, 1.0, 1e150]), st.integers(0, 2**32))
def test_effects_are_the_same_whatever_the_unit(trials: int, scale: float, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=trials)
    assert effect(scale * values) == pytest.approx(effect(values))
    assert effect(np.zeros(trials)) == 1.0


def test_replicates_that_round_alike_are_not_taken_for_certain() -> None:
    values = np.tile(np.arange(128) < 38, 8).astype(np.float64)
    sums, variance = replicate_sums(values), np.asarray(values.var())
    found = float(design_effect(sums, variance, np.ones(()), PERIOD))
    assert np.sqrt(found * variance / PERIOD) == pytest.approx(np.sqrt(8 / 6) / PERIOD)
