"""Draws belong to a name."""

import numpy as np
import pytest

from innobudget.engine.chance.randomness import Streams


def test_a_stretch_of_draws_is_the_same_whether_drawn_alone_or_in_one_go() -> None:
    streams = Streams(7)
    whole = streams.uniforms("care.delay", 0, 1_000)
    np.testing.assert_array_equal(streams.uniforms("care.delay", 300, 200), whole[300:500])


def test_names_and_seeds_have_draws_of_their_own() -> None:
    draws = [
        Streams(seed).uniforms(name, 0, 50_000)
        for seed, name in ((1, "care.cost"), (1, "care.delay"), (2, "care.cost"))
    ]
    correlation = np.asarray(np.corrcoef(draws))[np.triu_indices(3, k=1)]
    assert np.abs(correlation).max() < 4 / np.sqrt(50_000)


def test_draws_are_those_of_the_published_recipe() -> None:
    # SeedSequence with the SHA-256 of the name as spawn key, PCG64: the manifest promises it.
    assert Streams(42).uniforms("driver.economy", 0, 2) == pytest.approx(
        [0.33547928648118164, 0.06305448020992188], abs=1e-15
    )
