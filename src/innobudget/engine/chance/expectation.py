"""The hand calculation: success times mean factor times lag.

What an analyst can check with a pocket calculator, beside the plan and beside the simulation.
It knows no drivers and no correlation, so the simulation's mean differs where these tie
success, factor and delay of one investment together.
"""

from dataclasses import dataclass

import numpy as np

from innobudget.domain.uncertainty import Choice, Uncertain
from innobudget.engine.chance.distributions import (
    SCORES,
    WEIGHTS,
    certain_value,
    exact_values,
    is_certain,
    mean,
)
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class HandCalculation:
    """What one investment is expected to give, taken by itself."""

    success: float
    """Probability that every stage passes."""
    factor: float
    """Mean benefit factor, given success."""
    lag: tuple[float, ...]
    """Mean share of the saving that is late by each number of whole years."""
    saving: tuple[float, ...]
    """Expected saving by year. [currency]"""


def calculate_by_hand(plan: InvestmentPlan) -> HandCalculation:
    """Multiply out the expected saving of one investment."""
    investment, axis = plan.investment, plan.weights
    passes = [min(max(stage.success, 0.0), 1.0) for stage in investment.stages]
    success = float(np.prod(passes))
    failed_last = float(np.prod(passes[:-1])) - success
    factor = mean(investment.benefit_factor)
    benefit = success * factor + failed_last * mean(investment.failure_factor)
    lag = np.array([expected_lag_share(investment.delay, number) for number in range(axis.lags)])
    weights = np.zeros(len(axis))
    weights[axis.benefit] = benefit * lag
    if axis.has_late_success:
        weights[axis.late_success] = success * lag
    weights[axis.success] = success
    return HandCalculation(
        success=success,
        factor=factor,
        lag=tuple(map(float, lag)),
        saving=tuple(map(float, weights @ plan.total.saving)),
    )


def expected_lag_share(delay: Uncertain, lag: int) -> float:
    """Return the mean of `max(0, 1 - |T - lag|)` over a delay T."""

    def share(years: Array) -> Array:
        return np.maximum(0.0, 1.0 - np.abs(years - lag))

    if isinstance(delay, float | int) or is_certain(delay):
        return float(share(np.array(certain_value(delay))))
    if isinstance(delay, Choice):
        years, probability = np.array(delay.choice).T
        return float(probability @ share(years))
    nodes = share(exact_values(delay, SCORES))
    return float(WEIGHTS @ (nodes[:-1] + nodes[1:]) / 2)
