"""Every distribution has the moments, percentiles and limits that its definition gives it."""

from math import exp, pi, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.integrate import quad
from scipy.special import ndtr, ndtri

from innobudget.domain.uncertainty import (
    Choice,
    Distribution,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uniform,
    is_certain,
)
from innobudget.engine.chance.distributions import SCORES, exact_values, values, values_at
from innobudget.engine.chance.expectation import mean


def density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)


def moments(distribution: Distribution) -> tuple[float, float]:
    """Integrate the exact inverse distribution function over normal scores."""

    def power(exponent: int) -> float:
        def integrand(z: float) -> float:
            return float(exact_values(distribution, np.array([z]))[0]) ** exponent * density(z)

        return float(quad(integrand, -8.5, 8.5, limit=400, points=[-3, -1, 0, 1, 3])[0])

    first = power(1)
    return first, power(2) - first**2


def truncated_normal(low: float, high: float) -> tuple[float, float]:
    """Mean and variance of a standard normal between two bounds, in closed form."""
    weight = float(ndtr(high) - ndtr(low))
    first = (density(low) - density(high)) / weight
    return first, 1 + (low * density(low) - high * density(high)) / weight - first**2


LOW, HIGH = truncated_normal(-10 / 3, 10 / 3)
TAIL, TAIL_VARIANCE = truncated_normal(2.0, 6.0)
CLOSED_FORMS: dict[str, tuple[Distribution, float, float]] = {
    "uniform": (Uniform(uniform=(2.0, 5.0)), 3.5, 9 / 12),
    "triangular": (Triangular(triangular=(0.5, 1.0, 3.0)), 1.5, 5.25 / 18),
    "triangular with its mode at the limit": (Triangular(triangular=(0, 0, 3.0)), 1.0, 0.5),
    "pert": (Pert(pert=(0.9, 1.0, 1.8)), 6.7 / 6, (6.7 / 6 - 0.9) * (1.8 - 6.7 / 6) / 7),
    "pert of another shape": (Pert(pert=(0.0, 0.5, 1.0), shape=2.0), 0.5, 0.05),
    "pert of shape 0 is uniform": (Pert(pert=(0.0, 0.2, 1.0), shape=0.0), 0.5, 1 / 12),
    "normal": (Normal(normal=(1.0, 0.3)), 1.0, 0.09),
    "truncated normal": (
        Normal(normal=(1.0, 0.3), min=0.0, max=2.0),
        1 + 0.3 * LOW,
        0.09 * HIGH,
    ),
    "normal cut off in its tail": (
        Normal(normal=(0.0, 1.0), min=2.0, max=6.0),
        TAIL,
        TAIL_VARIANCE,
    ),
    "lognormal": (Lognormal(lognormal=(1.05, 0.2)), 1.05, 0.04),
    "choice": (Choice(choice=((2, 0.1), (0, 0.6), (1, 0.3))), 0.5, 0.45),
}


@pytest.mark.parametrize("name", CLOSED_FORMS)
def test_means_and_variances_are_those_of_the_closed_form(name: str) -> None:
    distribution, expected_mean, expected_variance = CLOSED_FORMS[name]
    if isinstance(distribution, Choice):
        drawn = exact_values(distribution, ndtri((np.arange(100_000) + 0.5) / 100_000))
        found = float(drawn.mean()), float(drawn.var())
    else:
        found = moments(distribution)
    assert found[0] == pytest.approx(expected_mean, rel=1e-7)
    assert found[1] == pytest.approx(expected_variance, rel=1e-5)
    assert mean(distribution) == pytest.approx(expected_mean, rel=1e-5)


METALOGS = {
    "unbounded": Percentiles(p10=0.4, p50=0.8, p90=1.1),
    "with a lower limit": Percentiles(p10=0.5, p50=0.7, p90=1.0, min=0.0),
    "with an upper limit": Percentiles(p10=0.4, p50=0.7, p90=0.9, max=1.2),
    "between two limits": Percentiles(p10=0.5, p50=0.9, p90=1.2, min=0.0, max=1.5),
}


@pytest.mark.parametrize("name", METALOGS)
def test_a_metalog_goes_through_its_three_percentiles_and_rises_everywhere(name: str) -> None:
    distribution = METALOGS[name]
    found = exact_values(distribution, ndtri(np.array([0.1, 0.5, 0.9])))
    assert found == pytest.approx([distribution.p10, distribution.p50, distribution.p90])
    everywhere = exact_values(distribution, SCORES)
    assert (np.diff(everywhere) >= 0).all()
    assert distribution.min is None or everywhere[0] >= distribution.min
    assert distribution.max is None or everywhere[-1] <= distribution.max


@pytest.mark.parametrize("name", METALOGS)
def test_the_mean_of_a_metalog_is_its_quadrature(name: str) -> None:
    assert mean(METALOGS[name]) == pytest.approx(moments(METALOGS[name])[0], rel=1e-5)


ALL = [distribution for distribution, _, _ in CLOSED_FORMS.values()] + list(METALOGS.values())


SKEWED: list[Distribution] = [
    Lognormal(lognormal=(1.0, 0.1)),
    Lognormal(lognormal=(1.0, 2.0)),
    Lognormal(lognormal=(1.0, 10.0)),
    Percentiles(p10=0.3, p50=0.5, p90=1.0, min=0.0),
    Percentiles(p10=0.0, p50=0.5, p90=0.7, max=1.0),
    Percentiles(p10=0.1, p50=0.5, p90=0.9, min=0.0, max=1.0),
    Pert(pert=(0.0, 0.0, 1.0), shape=200.0),
    Pert(pert=(0.0, 1.0, 1.0), shape=0.1),
    Triangular(triangular=(0.0, 0.0, 1.0)),
    Triangular(triangular=(0.0, 0.999, 1.0)),
    Normal(normal=(0.0, 1.0), min=4.0),
    Normal(normal=(0.0, 1.0), min=-0.01, max=8.0),
]
"""Where straight lines between the nodes of a table do worst."""


@pytest.mark.parametrize("distribution", ALL + SKEWED, ids=str)
def test_the_table_moves_no_value_by_more_than_a_ten_thousandth_of_a_standard_deviation(
    distribution: Distribution,
) -> None:
    sd = exact_values(distribution, np.random.default_rng(1).standard_normal(1_000_000)).std()
    everywhere = np.linspace(-8.49, 8.49, 100_003)
    exact = exact_values(distribution, everywhere)
    assert np.abs(values(distribution, everywhere) - exact).max() < 1e-4 * sd


@pytest.mark.parametrize("distribution", ALL + SKEWED, ids=str)
def test_a_value_by_its_probability_is_the_value_by_its_score(distribution: Distribution) -> None:
    uniforms = np.random.default_rng(2).random(200_000)
    uniforms[:3] = 0.0, 2.0**-53, 1 - 2.0**-53
    exact = exact_values(distribution, ndtri(np.maximum(uniforms, 2.0**-54)))
    error = np.abs(values_at(distribution, uniforms) - exact)
    assert error.max() < 1e-4 * exact.std()


@given(st.floats(-8.4, 8.4), st.floats(-8.4, 8.4), st.sampled_from(ALL))
def test_a_higher_score_never_gives_a_lower_value(
    one: float, other: float, distribution: Distribution
) -> None:
    low, high = values(distribution, np.array(sorted((one, other))))
    assert low <= high + 1e-12


@pytest.mark.parametrize(
    "distribution",
    [
        Uniform(uniform=(2.0, 2.0)),
        Triangular(triangular=(2.0, 2.0, 2.0)),
        Pert(pert=(2.0, 2.0, 2.0)),
        Normal(normal=(2.0, 0.0)),
        Lognormal(lognormal=(2.0, 0.0)),
        Percentiles(p10=2.0, p50=2.0, p90=2.0),
        Choice(choice=((2.0, 1.0), (9.0, 0.0))),
    ],
    ids=str,
)
def test_a_distribution_of_zero_width_is_certain(distribution: Distribution) -> None:
    assert is_certain(distribution)
    assert mean(distribution) == 2.0


def test_a_choice_takes_its_values_with_their_probabilities() -> None:
    choice = Choice(choice=((2, 0.15), (0, 0.5), (1, 0.35)))
    scores: NDArray[np.float64] = ndtri(np.array([0.1, 0.499, 0.501, 0.849, 0.851, 0.99]))
    assert exact_values(choice, scores).tolist() == [0, 0, 1, 1, 2, 2]
