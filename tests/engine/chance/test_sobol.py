"""Replicates of a Sobol' sequence: even in every coordinate, and bad together in none."""

from itertools import combinations

import numpy as np
import pytest
from scipy.stats import qmc

from innobudget.engine.chance.randomness import Streams
from innobudget.engine.chance.replicates import PERIOD, RUN, located
from innobudget.engine.chance.sobol import (
    BITS,
    POLYNOMIALS,
    Digits,
    Sobol,
    direction_numbers,
)
from innobudget.engine.flows import Array

NAMES = ("care.course", "care.cost", "driver.economy")
TRIALS = 64 * PERIOD
THRESHOLDS = np.array([0.1, 0.3, 0.5, 0.7])


def test_recurrences_are_those_of_the_published_sequence() -> None:
    """The published sequence has numbers of its own to begin with; all others follow."""
    numbers = range(1, 13)
    sequence = qmc.Sobol(len(POLYNOMIALS), scramble=False, bits=BITS).random(1 << numbers[-1])
    published = (sequence[[2**number - 1 for number in numbers]] * 2**BITS).astype(np.int32)
    digits = published.copy()
    digits[8:] = 0
    np.testing.assert_array_equal(direction_numbers(digits), published)


@pytest.mark.parametrize("name", [0, 1, 7, 52, 53, 70])
def test_every_equal_part_of_a_range_gets_one_of_as_many_draws_of_a_replicate(name: int) -> None:
    names = [str(number) for number in range(71)]
    drawn = Sobol(7, names, TRIALS).uniforms(names[name], 0, TRIALS)
    replicates, _ = located(0, TRIALS)
    for replicate in range(8):
        own = drawn[replicates == replicate]
        for points in (RUN, 1_024, len(own)):
            assert sorted((own[:points] * points).astype(int)) == list(range(points))


def test_pairs_of_the_first_coordinates_are_spread_evenly_over_the_square() -> None:
    first, second = (Sobol(7, NAMES, 8 * PERIOD).uniforms(name, 0, PERIOD) for name in NAMES[:2])
    for begin in range(0, PERIOD, RUN):
        part = slice(begin, begin + 64)
        cells = (first[part] * 8).astype(int) * 8 + (second[part] * 8).astype(int)
        assert len(set(cells)) == 64


@pytest.mark.parametrize(("size", "draws"), [(128, 400), (512, 150)])
def test_no_three_or_four_coordinates_are_worse_than_plain_random_numbers(
    size: int, draws: int
) -> None:
    """Of every triple and quadruple of eight coordinates, at thresholds of all kinds.

    The variance of a joint probability over scramblings is exact; it is averaged over direction
    numbers, which replicates draw anew.
    """
    coordinates = 8
    generator = np.random.default_rng(1)
    triples = quadruples = np.zeros(())
    for _ in range(draws):
        free = generator.integers(
            2**BITS, size=(size.bit_length() - 1, coordinates), dtype=np.int32
        )
        together = shared(direction_numbers(free))
        pairs = {
            pair: np.einsum("pn,qn->pqn", *together[list(pair)]).reshape(16, size)
            for pair in combinations(range(coordinates), 2)
        }
        triples = triples + [
            pairs[pair] @ together[last].T
            for pair in pairs
            for last in range(pair[1] + 1, coordinates)
        ]
        quadruples = quadruples + [
            pairs[pair] @ pairs[other].T for pair in pairs for other in pairs if pair[1] < other[0]
        ]
    two = np.outer(THRESHOLDS, THRESHOLDS).ravel()
    for found, others in ((triples, THRESHOLDS), (quadruples, two)):
        chance = np.outer(two, others)
        variance = found / draws / size - chance**2
        assert (variance * size / (chance * (1 - chance))).max() <= 1.1**2


def shared(directions: Digits) -> Array:
    """Return the probability that the net's first point and another are both below a threshold.

    Over all scramblings, shape (coordinate, threshold, point): how many leading binary digits
    the two have in common is all that tells.
    """
    points = np.zeros((1, directions.shape[1]), dtype=np.int32)
    for direction in directions:
        points = np.concatenate([points, points ^ direction])
    common = BITS - np.frexp(points.T.astype(np.float64))[1]
    return both_below()[:, common].swapaxes(0, 1)


def both_below() -> Array:
    """Return the same by threshold and number of common digits, the last: all."""
    cells = 2.0 ** np.arange(BITS + 1)
    position = THRESHOLDS[:, None] * cells
    whole = np.floor(position)
    same = (whole + (position - whole) ** 2) / cells
    found = np.hstack([2 * same[:, :-1] - same[:, 1:], THRESHOLDS[:, None]])
    return np.asarray(found)


def test_a_stretch_of_draws_is_the_same_whether_drawn_alone_or_in_one_go() -> None:
    whole = Sobol(7, NAMES, TRIALS).uniforms(NAMES[0], 0, TRIALS)
    part = Sobol(7, NAMES, TRIALS).uniforms(NAMES[0], 3 * PERIOD - 10, PERIOD + 20)
    np.testing.assert_array_equal(part, whole[3 * PERIOD - 10 : 4 * PERIOD + 10])


def test_a_longer_run_begins_with_the_same_trials() -> None:
    shorter, longer = (
        Sobol(7, NAMES, trials).uniforms(NAMES[1], 0, 1_000) for trials in (1_000, TRIALS)
    )
    np.testing.assert_array_equal(shorter, longer)


def test_a_names_draws_depend_on_its_own_dimension_only() -> None:
    more = Sobol(7, (NAMES[0], "another", NAMES[2]), 100)
    np.testing.assert_array_equal(
        more.uniforms(NAMES[2], 0, 100), Sobol(7, NAMES, 100).uniforms(NAMES[2], 0, 100)
    )


def test_a_name_that_is_given_twice_has_its_first_dimension() -> None:
    twice = Sobol(7, (NAMES[0], NAMES[0], *NAMES[1:]), 100)
    for name in NAMES:
        expected = Sobol(7, NAMES, 100).uniforms(name, 0, 100)
        np.testing.assert_array_equal(twice.uniforms(name, 0, 100), expected)


def test_names_without_a_dimension_draw_at_random() -> None:
    np.testing.assert_array_equal(
        Sobol(7, NAMES, 100).uniforms("another", 5, 9), Streams(7).uniforms("another", 5, 9)
    )


def test_seeds_have_draws_of_their_own() -> None:
    one, other = (Sobol(seed, NAMES, 1_000).uniforms(NAMES[0], 0, 1_000) for seed in (1, 2))
    assert not np.isin(one, other).any()
