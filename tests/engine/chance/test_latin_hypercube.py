"""A Latin hypercube: one draw in each of as many parts as there are trials."""

import numpy as np
import pytest

from innobudget.engine.chance.design_effect import replicate_size
from innobudget.engine.chance.latin_hypercube import LatinHypercube


@pytest.mark.parametrize("trials", [1, 2, 7, 1_000, 40_000])
def test_every_equal_part_of_a_range_gets_one_draw_of_each_replicate(trials: int) -> None:
    design, size = LatinHypercube(3, trials), min(trials, replicate_size(trials))
    for begin in range(0, trials - size + 1, size):
        stretches = range(begin, begin + size, 900)
        ends = [min(at + 900, begin + size) for at in stretches]
        drawn = [
            design.uniforms("care.cost", at, end - at)
            for at, end in zip(stretches, ends, strict=True)
        ]
        assert sorted((np.concatenate(drawn) * size).astype(int)) == list(range(size))


def test_a_stretch_of_draws_is_the_same_whether_drawn_alone_or_in_one_go() -> None:
    whole = LatinHypercube(7, 1_000).uniforms("care.delay", 0, 1_000)
    part = LatinHypercube(7, 1_000).uniforms("care.delay", 300, 200)
    np.testing.assert_array_equal(part, whole[300:500])


def test_names_and_seeds_have_draws_of_their_own() -> None:
    draws = [
        LatinHypercube(seed, 50_000).uniforms(name, 0, 50_000)
        for seed, name in ((1, "care.cost"), (1, "care.delay"), (2, "care.cost"))
    ]
    correlation = np.asarray(np.corrcoef(draws))[np.triu_indices(3, k=1)]
    assert np.abs(correlation).max() < 4 / np.sqrt(50_000)
