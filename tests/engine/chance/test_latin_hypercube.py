"""A Latin hypercube: one draw in each of as many parts as there are trials."""

import numpy as np
import pytest

from innobudget.engine.chance.latin_hypercube import LatinHypercube
from innobudget.engine.chance.replicates import located


@pytest.mark.parametrize("trials", [1, 2, 7, 1_000, 40_000])
def test_every_equal_part_of_a_range_gets_one_draw_of_each_replicate(trials: int) -> None:
    design = LatinHypercube(3, trials)
    stretches = [(at, min(900, trials - at)) for at in range(0, trials, 900)]
    drawn = np.concatenate([design.uniforms("care.cost", *stretch) for stretch in stretches])
    replicates, _ = located(0, trials)
    for replicate in set(replicates.tolist()):
        own = drawn[replicates == replicate]
        assert sorted((own * len(own)).astype(int)) == list(range(len(own)))


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
