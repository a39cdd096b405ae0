"""Percentiles and shares are exact where values are kept, and close where they are counted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from innobudget.domain.results import PERCENTILES
from innobudget.engine.collecting.counting import Counted, Grid, Moments
from innobudget.engine.collecting.sample import Constant, Mapped, Values

Array = NDArray[np.float64]
amounts = arrays(np.float64, st.integers(1, 60), elements=st.integers(-1000, 1000).map(float))
far = st.sampled_from([None, -1e7, 1e7])
"""A value so far from the others that all of those share one bin."""
probabilities = st.floats(0.0, 1.0)


def counted(values: Array, pilot: int) -> Counted:
    grid = Grid.over(values[:pilot])
    moments = moments_of(values)
    return Counted(
        grid=grid,
        below=np.cumsum(grid.counts(values)),
        mean=float(moments.mean[0]),
        variance=float(moments.squares[0]) / len(values),
        effect=1.0,
        percentile_effects=np.ones(len(PERCENTILES)),
    )


def moments_of(values: Array) -> Moments:
    return Moments.of(values[None, :])


@given(amounts, far, probabilities)
def test_kept_values_have_numpys_linear_quantiles(
    values: Array, outlier: float | None, probability: float
) -> None:
    if outlier is not None:
        values = np.append(values, outlier)
    found = Values.of(values.copy())
    for level in (probability, *PERCENTILES.values()):
        assert found.quantile(level) == pytest.approx(np.quantile(values, level), abs=1e-6)


@given(amounts, st.integers(-1001, 1001))
def test_a_share_counts_values_at_the_threshold(values: Array, threshold: int) -> None:
    expected = (values >= threshold).mean()
    assert Values.of(values.copy()).share_at_least(threshold) == pytest.approx(expected)


@given(amounts, probabilities, st.sampled_from([-2.0, -1.0, 3.0]))
def test_a_mapped_amount_is_the_mapping_of_every_value(
    values: Array, probability: float, scale: float
) -> None:
    mapped = Mapped(sample=Values.of(values.copy()), scale=scale, shift=7.0)
    every = Values.of(7.0 + scale * values)
    assert mapped.mean == pytest.approx(every.mean)
    assert mapped.variance == pytest.approx(every.variance)
    assert mapped.quantile(probability) == pytest.approx(every.quantile(probability), abs=1e-6)
    for threshold in (7.0, 7.0 + scale * float(values[0])):
        assert mapped.share_at_least(threshold) == pytest.approx(every.share_at_least(threshold))


def test_an_amount_that_never_changes_is_its_own_percentiles() -> None:
    constant = Constant(value=3.0, count=10)
    assert (constant.mean, constant.variance, constant.quantile(0.1)) == (3.0, 0.0, 3.0)
    assert (constant.share_at_least(3.0), constant.share_at_least(3.1)) == (1.0, 0.0)


def test_counted_percentiles_are_off_by_less_than_a_tenth_of_their_sampling_error() -> None:
    generator = np.random.default_rng(5)
    skewed = generator.lognormal(0.0, 0.7, 1_000_000) * (generator.random(1_000_000) < 0.8)
    sample = counted(skewed, 16_384)
    ordered = np.sort(skewed)
    for probability in (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95):
        value = sample.quantile(probability)
        first, last = (np.searchsorted(ordered, value, side) for side in ("left", "right"))
        rank = np.clip(probability, first / 1_000_000, last / 1_000_000)
        allowed = 0.1 * np.sqrt(probability * (1 - probability) / 1_000_000)
        assert abs(rank - probability) <= allowed


def test_counted_shares_at_a_repeated_value_are_exact() -> None:
    values = np.tile([0.0, 0.0, 5.0, 5.0, 5.0, 12.5], 5_000)
    sample = counted(values, 600)
    assert [sample.share_at_least(x) for x in (-1.0, 0.0, 4.995, 5.0, 5.005, 12.5, 13.0)] == (
        pytest.approx([1, 1, 4 / 6, 4 / 6, 1 / 6, 1 / 6, 0])
    )
    assert [sample.quantile(x) for x in (0.1, 0.5, 0.95)] == [0.0, 5.0, 12.5]


def test_values_outside_the_pilots_range_are_counted_in_the_outermost_bins() -> None:
    values = np.concatenate([np.linspace(0, 1, 1000), [1e9, -1e9]])
    sample = counted(values, 1000)
    assert sample.count == 1002
    assert sample.quantile(0.5) == pytest.approx(0.5, abs=1e-3)
    assert sample.share_at_least(1e6) == 0.0
    assert sample.share_at_least(-1e6) == 1.0


@given(amounts, st.integers(1, 5))
def test_moments_merged_piece_by_piece_are_those_of_all_values(values: Array, pieces: int) -> None:
    parts = [part for part in np.array_split(values, pieces) if len(part)]
    merged = moments_of(parts[0])
    for part in parts[1:]:
        merged = merged.merged(moments_of(part))
    assert merged.mean[0] == pytest.approx(values.mean(), abs=1e-9)
    assert merged.squares[0] / len(values) == pytest.approx(values.var(), abs=1e-6)
