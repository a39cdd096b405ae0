"""An order of magnitude is near the mean that the engine works with."""

import pytest
from hypothesis import given

from innobudget.domain.magnitudes import largest, low_end, rewritten, typical
from innobudget.domain.uncertainty import Normal, Percentiles, Uncertain, lower_limit, upper_limit
from innobudget.engine.chance.expectation import mean
from strategies import uncertain


@given(uncertain())
def test_what_is_typical_is_near_the_mean(quantity: Uncertain) -> None:
    wide = min(upper_limit(quantity), 4.0) - max(lower_limit(quantity), -2.0)
    assert typical(quantity) == pytest.approx(mean(quantity), abs=0.1 * wide + 0.01)
    assert low_end(quantity) == lower_limit(quantity)


@pytest.mark.parametrize(
    ("bounds", "wanted"),
    [((None, None), 2.0), ((0.0, None), 3.0), ((25.0, None), 25.0), ((None, -21.0), -21.0)],
)
def test_a_truncated_normal_has_the_mean_that_is_left(
    bounds: tuple[float | None, float | None], wanted: float
) -> None:
    low, high = bounds
    quantity = Normal(normal=(2.0, 3.0), min=low, max=high)
    assert typical(quantity) == pytest.approx(wanted, abs=0.5)


def test_without_a_limit_the_low_end_is_what_a_tenth_lies_below() -> None:
    assert low_end(Normal(normal=(0.0, 1.0))) == pytest.approx(-1.2816, abs=1e-4)
    assert low_end(Percentiles(p10=-0.5, p50=0.0, p90=1.0)) == -0.5


def test_numbers_are_shown_short_and_with_their_power_of_ten() -> None:
    assert rewritten(80.0) == 80
    assert rewritten(Normal(normal=(1.0, 1e300))) == {"normal": [1, 1e300]}
    assert largest(Normal(normal=(1.0, -0.0), min=-7.0)) == 7.0
