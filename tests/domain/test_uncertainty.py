"""Distributions refuse the impossible, and know how far they reach."""

from collections.abc import Callable

import pytest
from hypothesis import given

from innobudget.domain.drivers import Correlation
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
    lower_limit,
    upper_limit,
)
from innobudget.errors import AssumptionError
from strategies import uncertain

NAN = float("nan")
INF = float("inf")


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: Uniform(uniform=(1.0, 0.0)),
        lambda: Uniform(uniform=(NAN, 1.0)),
        lambda: Triangular(triangular=(2.0, 1.0, 3.0)),
        lambda: Pert(pert=(1.0, 3.0, 2.0)),
        lambda: Pert(pert=(1.0, 2.0, 3.0), shape=-1.0),
        lambda: Normal(normal=(1.0, -0.1)),
        lambda: Normal(normal=(1.0, 0.1), min=2.0, max=1.0),
        lambda: Normal(normal=(1.0, 0.1), min=1.0, max=1.0),
        lambda: Normal(normal=(1.0, 0.1), min=5.0),
        lambda: Lognormal(lognormal=(0.0, 1.0)),
        lambda: Lognormal(lognormal=(1.0, -1.0)),
        lambda: Percentiles(p10=2.0, p50=1.0, p90=3.0),
        lambda: Percentiles(p10=1.0, p50=1.0, p90=3.0),
        lambda: Percentiles(p10=1.0, p50=2.0, p90=3.0, min=1.0),
        lambda: Percentiles(p10=1.0, p50=2.0, p90=3.0, max=2.5),
        lambda: Percentiles(p10=0.0, p50=1.0, p90=9.0),
        lambda: Percentiles(p10=0.01, p50=1.0, p90=90.0, min=0.0),
        lambda: Percentiles(p10=-90.0, p50=-1.0, p90=-0.01, max=0.0),
        lambda: Choice(choice=()),
        lambda: Choice(choice=((0.0, 0.5), (1.0, 0.4))),
        lambda: Choice(choice=((0.0, 1.5), (1.0, -0.5))),
    ],
)
def test_impossible_distributions_are_refused(impossible: Callable[[], Uncertain]) -> None:
    with pytest.raises(AssumptionError) as caught:
        impossible()
    assert caught.value.problem.code == "distribution"
    assert caught.value.problem.remedy


def test_probabilities_may_miss_one_by_rounding() -> None:
    thirds = Choice(choice=((0.0, 1 / 3), (1.0, 1 / 3), (2.0, 1 - 2 / 3 + 1e-12)))
    assert lower_limit(thirds) == 0


@pytest.mark.parametrize(("within", "across"), [(0.1, 0.3), (1.0, 0.0), (0.2, -0.1)])
def test_impossible_correlations_are_refused(within: float, across: float) -> None:
    with pytest.raises(AssumptionError) as caught:
        Correlation(within_track=within, across_tracks=across)
    assert caught.value.problem.code == "correlation"


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (1.5, 1.5, 1.5),
        (Uniform(uniform=(0.0, 2.0)), 0, 2),
        (Triangular(triangular=(0.0, 1.0, 2.0)), 0, 2),
        (Pert(pert=(0.0, 1.0, 2.0)), 0, 2),
        (Normal(normal=(1.0, 0.1)), -INF, INF),
        (Normal(normal=(1.0, 0.1), min=0.0, max=2.0), 0, 2),
        (Normal(normal=(1.0, 0.0)), 1, 1),
        (Lognormal(lognormal=(1.0, 0.1)), 0, INF),
        (Lognormal(lognormal=(1.0, 0.0)), 1, 1),
        (Percentiles(p10=1.0, p50=2.0, p90=3.0), -INF, INF),
        (Percentiles(p10=1.0, p50=2.0, p90=3.0, min=0.0, max=4.0), 0, 4),
        (Percentiles(p10=1.0, p50=1.0, p90=1.0), 1, 1),
        (Choice(choice=((5.0, 0.0), (1.0, 0.5), (2.0, 0.5))), 1, 2),
    ],
)
def test_a_quantity_knows_how_far_it_reaches(quantity: Uncertain, low: float, high: float) -> None:
    assert (lower_limit(quantity), upper_limit(quantity)) == (low, high)


@given(uncertain())
def test_the_lower_limit_is_never_above_the_upper(quantity: Uncertain) -> None:
    assert lower_limit(quantity) <= upper_limit(quantity)


def test_a_choice_among_nothing_is_asked_for_a_value() -> None:
    with pytest.raises(AssumptionError, match=r"at least one \[value, probability\]"):
        Choice(choice=())
