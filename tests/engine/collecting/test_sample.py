"""Percentiles and shares are exact where values are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from innobudget.domain.results import PERCENTILES
from innobudget.engine.collecting.sample import Constant, Mapped, Values

Array = NDArray[np.float64]
amounts = arrays(np.float64, st.integers(1, 60), elements=st.integers(-1000, 1000).map(float))
far = st.sampled_from([None, -1e7, 1e7])
"""A value so far from the others that all of those share one bin."""
probabilities = st.floats(0.0, 1.0)


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


def test_an_amount_that_never_changes_is_its_own_percentiles() -> None:
    constant = Constant(value=3.0, count=10)
    assert (constant.mean, constant.variance, constant.quantile(0.1)) == (3.0, 0.0, 3.0)
    assert (constant.share_at_least(3.0), constant.share_at_least(3.1)) == (1.0, 0.0)


def test_values_that_hardly_differ_have_their_percentiles_too() -> None:
    values = np.array([0.0, 5e-321, 1e-320])
    assert Values.of(values).quantile(0.5) == 5e-321
