"""Design effects are carried on along lines that blocks can tell, and along no others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.design_effect import (
    Blocks,
    block_means,
    block_sizes,
    design_effect,
)
from innobudget.engine.flows import Array


def effect(values: Array, sizes: tuple[int, ...]) -> float:
    blocks = Blocks(
        means=block_means(values, sizes[0]),
        size=sizes[0],
        variance=np.asarray(values.var()),
        trials=len(values),
    )
    return float(design_effect(blocks, sizes))


@given(st.integers(32, 40_000))
def test_the_effect_of_replicates_is_how_much_their_means_differ(trials: int) -> None:
    """Blocks of one size tell no line, even where rounding puts their mean beside them."""
    (size,) = block_sizes("latin-hypercube", trials)
    values = np.random.default_rng(trials).random(trials)
    means = block_means(values, size)
    plain = float(means.var(ddof=1)) * size / float(values.var())
    expected = min(plain * np.exp(1 / (len(means) - 1)), 1.0)
    assert effect(values, (size,)) == pytest.approx(expected)


def test_an_effect_falls_no_faster_than_nets_can_be_even() -> None:
    """Blocks of 16 that chance to be even would else make 64 trials as good as exact: 6e-12."""
    blocks = np.repeat([1.0, -1.0, -1.02, 1.0, 1.01, -1.0, -1.0, 1.0], 8)
    found = effect(blocks + np.tile([0.0, 1e-3], 32), block_sizes("sobol", 64))
    assert found == pytest.approx(0.0149, rel=0.01)


@given(
    st.sampled_from(["sobol", "latin-hypercube"]),
    st.integers(32, 5_000),
    st.sampled_from([1e-150, 1.0, 1e150]),
    st.integers(0, 2**32),
)
def test_effects_are_between_0_and_1_of_any_values(
    sampling: Sampling, trials: int, scale: float, seed: int
) -> None:
    sizes = block_sizes(sampling, trials)
    values = scale * np.random.default_rng(seed).normal(size=trials)
    assert 0.0 < effect(values, sizes) <= 1.0
    assert 0.0 <= effect((values > 0).astype(np.float64), sizes) <= 1.0
