"""The hand calculation is the expected value of an investment taken by itself."""

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.investment import Stage
from innobudget.domain.uncertainty import Choice, Uncertain, Uniform
from innobudget.engine.chance.expectation import calculate_by_hand, expected_lag_share
from innobudget.engine.plan import plan_investment
from innobudget.engine.simulation import simulate


@pytest.mark.parametrize(
    ("delay", "shares"),
    [
        (0.0, [1.0, 0.0, 0.0]),
        (0.25, [0.75, 0.25, 0.0]),
        (Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))), [0.5, 0.3, 0.2]),
        (Uniform(uniform=(0.0, 2.0)), [0.25, 0.5, 0.25]),
    ],
)
def test_lag_shares_follow_by_hand(delay: Uncertain, shares: list[float]) -> None:
    found = [expected_lag_share(delay, lag) for lag in range(3)]
    assert found == pytest.approx(shares, abs=1e-4)


def test_success_factor_and_lag_multiply() -> None:
    investment = an_investment(
        benefit_factor=0.5,
        delay=Choice(choice=((0, 0.6), (1, 0.4))),
        stages=(Stage(success=0.8), Stage(success=0.5)),
        failure_factor=-0.1,
        effects=(an_effect(), an_effect(amount=-10.0, start=2026)),
    )
    found = calculate_by_hand(plan_investment(a_scenario(), investment))
    assert (found.success, found.factor) == pytest.approx((0.4, 0.5))
    saved = 100 * (0.4 * 0.5 - 0.4 * 0.1)
    running = -0.4 * 10
    assert found.saving == pytest.approx([running, 0.6 * saved + running, *[saved + running] * 4])


def test_without_shared_causes_the_simulation_agrees_with_the_hand() -> None:
    investment = an_investment(
        benefit_factor=Uniform(uniform=(0.2, 1.2)),
        delay=Uniform(uniform=(0.0, 2.5)),
        stages=(Stage(success=0.7),),
    )
    scenario = a_scenario(investment, trials=100_000)
    by_hand = calculate_by_hand(plan_investment(scenario, investment))
    for spread, expected in zip(
        simulate(scenario).portfolio().measures["saving"], by_hand.saving, strict=True
    ):
        assert spread.mean == pytest.approx(expected, abs=4 * (spread.standard_error or 0) + 1e-3)
