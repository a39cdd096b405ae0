"""A Sobol' sequence: even in every coordinate, the published points but for the scrambling."""

import numpy as np
import pytest
from scipy.stats import qmc

from innobudget.engine.chance.direction_numbers import DIMENSIONS, direction_numbers
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.chance.sobol import BLOCK, Sobol

NAMES = ("care.course", "care.cost", "driver.economy")


@pytest.mark.parametrize("dimension", [0, 1, 7, 100, DIMENSIONS - 1])
def test_coordinates_are_those_of_the_published_sequence(dimension: int) -> None:
    published = qmc.Sobol(DIMENSIONS, scramble=False).random_base2(8)[:, dimension]
    points = np.zeros(1, dtype=np.uint32)
    for direction in direction_numbers(dimension)[:8]:
        points = np.concatenate([points, points ^ direction])
    assert set(points / 2**32) == set(published)


@pytest.mark.parametrize("points", [64, 8_192, 2 * BLOCK])
def test_every_equal_part_of_a_range_gets_one_of_as_many_draws(points: int) -> None:
    for name in NAMES:
        drawn = Sobol(7, NAMES).uniforms(name, 0, points)
        assert sorted((drawn * points).astype(int)) == list(range(points))


def test_pairs_of_coordinates_are_spread_evenly_over_the_square() -> None:
    first, second = (Sobol(7, NAMES).uniforms(name, 0, 1_024) for name in NAMES[:2])
    cells = (first * 32).astype(int) * 32 + (second * 32).astype(int)
    assert len(set(cells)) == 1_024


def test_a_stretch_of_draws_is_the_same_whether_drawn_alone_or_in_one_go() -> None:
    whole = Sobol(7, NAMES).uniforms(NAMES[0], 0, 3 * BLOCK)
    part = Sobol(7, NAMES).uniforms(NAMES[0], BLOCK - 10, BLOCK + 20)
    np.testing.assert_array_equal(part, whole[BLOCK - 10 : 2 * BLOCK + 10])


def test_a_names_draws_depend_on_its_own_dimension_only() -> None:
    more = Sobol(7, (NAMES[0], "another", NAMES[2]))
    np.testing.assert_array_equal(
        more.uniforms(NAMES[2], 0, 100), Sobol(7, NAMES).uniforms(NAMES[2], 0, 100)
    )


def test_a_name_that_is_given_twice_has_its_first_dimension() -> None:
    twice = Sobol(7, (NAMES[0], NAMES[0], *NAMES[1:]))
    for name in NAMES:
        expected = Sobol(7, NAMES).uniforms(name, 0, 100)
        np.testing.assert_array_equal(twice.uniforms(name, 0, 100), expected)


def test_names_without_a_dimension_draw_at_random() -> None:
    np.testing.assert_array_equal(
        Sobol(7, NAMES).uniforms("another", 5, 9), Streams(7).uniforms("another", 5, 9)
    )


def test_seeds_have_draws_of_their_own() -> None:
    one, other = (Sobol(seed, NAMES).uniforms(NAMES[0], 0, 1_000) for seed in (1, 2))
    assert not np.isin(one, other).any()
