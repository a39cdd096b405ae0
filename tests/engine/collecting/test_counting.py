"""Where values are counted, shares are exact, and ranks are as exact as is promised.

The shapes are those that bins find hard: repeated values beside others, a cluster that is a
thousand or a million times narrower than the whole, tails without an end, rare exceptions.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from innobudget.domain.results import PERCENTILES
from innobudget.engine.collecting.bins import Binning, Bins
from innobudget.engine.collecting.counting import Counted, Moments

Array = NDArray[np.float64]
Shape = Callable[[np.random.Generator, int], Array]
TILE = 32_768
SAFE = (0.2, 0.8)


def mixed(
    share: float, one: Shape, other: Shape, generator: np.random.Generator, count: int
) -> Array:
    chosen = generator.random(count) < share
    return np.where(chosen, one(generator, count), other(generator, count))


def constant(value: float) -> Shape:
    return lambda _, count: np.full(count, value)


def normal(mean: float, sd: float) -> Shape:
    return lambda generator, count: generator.normal(mean, sd, count)


def mixture(share: float, one: Shape, other: Shape) -> Shape:
    return lambda generator, count: mixed(share, one, other, generator, count)


def products(generator: np.random.Generator, count: int) -> Array:
    """Nine cases of three values each, all of another size."""
    cases = [
        generator.choice([0.0, 0.6, 1.0], count, p=[0.2, 0.5, 0.3]) * 1_000.0 / 3**k
        for k in range(9)
    ]
    return np.asarray(np.sum(cases, axis=0))


SHAPES: dict[str, Shape] = {
    "all equal": constant(90_990.0),
    "two values": mixture(0.3, constant(0.0), constant(1e6 / 3)),
    "nearly certain": mixture(0.9999, constant(5.0), normal(0.0, 1.0)),
    "a value at a percentile": mixture(0.2, constant(0.0), normal(100.0, 20.0)),
    "a value at the edge of others": mixture(
        0.1, constant(0.0), lambda generator, count: generator.random(count)
    ),
    "failure beside success": mixture(0.35, constant(0.0), normal(1e7, 2e6)),
    "one case a thousand times the others": mixture(0.3, normal(1e9, 2e8), normal(1e5, 3e4)),
    "one case a million times the others": mixture(0.3, normal(1e12, 2e11), normal(1e5, 3e4)),
    "a large step beside small noise": mixture(0.5, normal(1e12, 1.0), normal(0.0, 1.0)),
    "heavy tails": lambda generator, count: generator.standard_cauchy(count) * 1e6,
    "a power of a power": lambda generator, count: np.exp(generator.standard_normal(count) * 5),
    "many values": products,
    "a rare cluster": mixture(0.9995, normal(0.0, 1e6), normal(3e5, 1e-3)),
    "whole numbers": lambda generator, count: generator.poisson(3.0, count).astype(float),
    "a uniform range": lambda generator, count: generator.random(count) * 1e-9 - 1e5,
}


def moments_of(values: Array) -> Moments:
    return Moments.of(values[None, :])


def counted(values: Array, limits: Array, pilot: int = TILE) -> Counted:
    """Count values tile by tile, as a run does; the first tile is the pilot."""
    quantiles = sorted({*PERCENTILES.values(), *SAFE})
    grid = Binning.over(values[:pilot].copy(), limits, quantiles)
    tiles = np.split(values, range(TILE, len(values), TILE))
    moments = moments_of(values)
    found = Counted(
        grid=grid,
        counts=np.sum([grid.bins.counts(tile) for tile in tiles], axis=0),
        below_limits=np.sum([grid.below_limits(tile) for tile in tiles], axis=0),
        mean=float(moments.mean[0]),
        variance=float(moments.squares[0]) / len(values),
        effect=1.0,
        percentile_effects=np.ones(len(PERCENTILES)),
    )
    closer = {
        span.first: np.sort(np.concatenate([span.within(grid, tile) for tile in tiles]))
        for span in found.unresolved()
    }
    return replace(found, closer=closer)


def rank_errors(sample: Counted, values: Array) -> Iterator[tuple[float, float]]:
    """Yield how far the rank of each quantile is off, and how far it may be."""
    ordered, count = np.sort(values), len(values)
    for probability in sample.grid.quantiles:
        value = sample.quantile(probability)
        first = np.searchsorted(ordered, value - np.spacing(abs(value)), "left") / count
        last = np.searchsorted(ordered, value + np.spacing(abs(value)), "right") / count
        allowed = 0.1 * sqrt(probability * (1 - probability) / count)
        yield float(abs(np.clip(probability, first, last) - probability)), allowed + 1 / count


@pytest.mark.parametrize("trials", [131_073, 1_000_000])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_rank_of_a_quantile_is_off_by_less_than_a_tenth_of_its_sampling_error(
    shape: str, trials: int
) -> None:
    values = SHAPES[shape](np.random.default_rng(7), trials)
    sample = counted(values, np.zeros(0))
    for error, allowed in rank_errors(sample, values):
        assert error <= allowed
    assert not list(sample.unresolved())


@pytest.mark.parametrize("shape", SHAPES)
def test_shares_at_known_limits_are_exact_whatever_the_shape(shape: str) -> None:
    generator = np.random.default_rng(11)
    values = SHAPES[shape](generator, 200_000)
    limits = np.concatenate(
        [
            values[:20],
            np.nextafter(values[:20], np.inf),
            values[:20] - 0.005,
            [0.0, values.min(), values.max() + 1],
        ]
    )
    for some in (limits[:3], limits):
        sample = counted(values, some)
        assert [sample.share_at_least(float(limit)) for limit in some] == [
            np.count_nonzero(values >= limit) / len(values) for limit in some
        ]


@pytest.mark.parametrize("shape", SHAPES)
def test_few_of_a_million_values_are_looked_at_twice(shape: str) -> None:
    values = SHAPES[shape](np.random.default_rng(3), 1_000_000)
    sample = counted(values, np.zeros(0))
    assert sum(map(len, sample.closer.values())) <= 10_000


def test_values_outside_the_pilots_range_are_counted() -> None:
    values = np.concatenate([np.linspace(0, 1, 1000), [1e9, -1e9]])
    sample = counted(values, np.array([-1e6, 1e6]), pilot=1000)
    assert sample.count == 1002
    assert sample.quantile(0.5) == pytest.approx(0.5, abs=1e-3)
    assert sample.share_at_least(1e6) == 1 / 1002
    assert sample.share_at_least(-1e6) == 1001 / 1002


def test_a_share_at_no_known_limit_is_read_off_an_even_spread() -> None:
    values = np.random.default_rng(1).random(500_000)
    sample = counted(values, np.array([0.5]))
    assert sample.share_at_least(0.3) == pytest.approx((values >= 0.3).mean(), abs=1e-4)
    assert sample.share_at_least(-3.0) == 1.0


@given(
    st.lists(st.floats(-1e15, 1e15), min_size=2, max_size=50),
    st.floats(-1e12, 1e12),
    st.floats(1e-9, 1e12),
)
def test_which_bin_a_value_belongs_to_never_falls_as_it_rises(
    values: list[float], low: float, reach: float
) -> None:
    bins = Bins.over(low, low + reach, 1000)
    ordered = np.sort(np.array(values))
    numbers = bins.numbers(ordered)
    assert (np.diff(numbers) >= 0).all()
    assert bins.counts(ordered).sum() == len(ordered)
    for number in np.unique(numbers).tolist():
        assert bins.within(ordered, number).tolist() == ordered[numbers == number].tolist()


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.integers(1, 5))
def test_moments_merged_piece_by_piece_are_those_of_all_values(
    found: list[float], pieces: int
) -> None:
    values = np.array(found)
    parts = [part for part in np.array_split(values, pieces) if len(part)]
    merged = moments_of(parts[0])
    for part in parts[1:]:
        merged = merged.merged(moments_of(part))
    assert merged.mean[0] == pytest.approx(values.mean(), abs=1e-9)
    assert merged.squares[0] / len(values) == pytest.approx(values.var(), rel=1e-9, abs=1e-6)
