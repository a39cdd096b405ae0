"""Worked examples from the literature."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.special import ndtri

from innobudget.domain.uncertainty import Distribution, Normal, Triangular, Uniform
from innobudget.engine.chance.distributions import values
from innobudget.engine.chance.expectation import mean
from innobudget.engine.chance.randomness import Streams

TRIALS = 400_000


def score(name: str) -> NDArray[np.float64]:
    uniforms = Streams(11).uniforms(name, 0, TRIALS)
    return np.asarray(ndtri(uniforms))


@pytest.mark.parametrize(
    ("term", "half_width"),
    [
        (Normal(normal=(0.0, 1.0)), 3.92),
        (Uniform(uniform=(-(3**0.5), 3**0.5)), 3.88),
    ],
)
def test_a_sum_of_four_has_the_spread_of_jcgm_101(term: Distribution, half_width: float) -> None:
    """JCGM 101:2008, 9.2.2 and 9.2.3: sd 2.00, 95 % interval ±3.92 and ±3.88."""
    total = sum(values(term, score(f"term.{number}")) for number in range(4))
    assert np.std(total) == pytest.approx(2.0, abs=0.01)
    assert np.percentile(total, [2.5, 97.5]) == pytest.approx([-half_width, half_width], abs=0.04)


@pytest.mark.parametrize(
    ("correlation", "sd", "loss"), [(0.0, 30_397.84, 4_661.0), (0.5, 21_920.20, 2_151.9)]
)
def test_a_correlated_profit_has_its_published_risk(
    correlation: float, sd: float, loss: float
) -> None:
    """R package decisionSupport, its test "profit": 90 % intervals 20-100 and 10-70 thousand."""
    spread = 2 * 1.6448536
    shared = correlation**0.5 * score("driver.market")
    own = (1 - correlation) ** 0.5
    revenue = values(Normal(normal=(60_000, 80_000 / spread)), shared + own * score("revenue"))
    costs = values(Normal(normal=(40_000, 60_000 / spread)), shared + own * score("costs"))
    profit = revenue - costs
    error = sd / TRIALS**0.5
    assert profit.mean() == pytest.approx(20_000, abs=4 * error)
    assert profit.std() == pytest.approx(sd, rel=4 / (2 * TRIALS) ** 0.5)
    assert np.maximum(-profit, 0).mean() == pytest.approx(loss, abs=4 * error)


@pytest.mark.parametrize("correlation", [0.0, 0.5])
def test_correlation_keeps_the_marginals(correlation: float) -> None:
    """N(10, 2) + triangular(5, 10, 15) + uniform(8, 12): mean 30 whatever the correlation."""
    shared = correlation**0.5 * score("driver.common")
    own = (1 - correlation) ** 0.5
    terms: list[Distribution] = [
        Normal(normal=(10.0, 2.0)),
        Triangular(triangular=(5.0, 10.0, 15.0)),
        Uniform(uniform=(8.0, 12.0)),
    ]
    total = sum(
        values(term, shared + own * score(f"term.{number}")) for number, term in enumerate(terms)
    )
    assert np.mean(total) == pytest.approx(30.0, abs=4 * np.std(total) / TRIALS**0.5)
    assert sum(mean(term) for term in terms) == pytest.approx(30.0, abs=1e-4)
    if correlation == 0:
        assert np.std(total) == pytest.approx(3.0822, rel=4 / (2 * TRIALS) ** 0.5)
    else:
        assert np.std(total) > 3.5
