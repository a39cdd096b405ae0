"""The hand calculation: success times mean factor times lag.

What an analyst can check with a pocket calculator, beside the plan and beside the simulation.
It knows no drivers and no correlation, so the simulation's mean differs where these tie
success, factor and delay of one investment together.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from innobudget.domain import metalog
from innobudget.domain.magnitudes import typical
from innobudget.domain.uncertainty import (
    Choice,
    Distribution,
    Normal,
    Percentiles,
    Uncertain,
    is_certain,
    lower_limit,
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
        return float(share(np.array(lower_limit(delay))))
    if isinstance(delay, Choice):
        years, probability = np.array(delay.choice).T
        return float(probability @ share(years))
    return _expected(delay, share)


def mean(quantity: Uncertain) -> float:
    """Return the mean of an uncertain quantity, to about six digits where bounds cut a normal."""
    if is_certain(quantity):
        return lower_limit(quantity)
    match quantity:
        case Percentiles(p10=p10, p50=p50, p90=p90, min=low, max=high):
            return metalog.mean((p10, p50, p90), (low, high))
        case Normal(min=low, max=high) if low is not None or high is not None:
            return _expected(quantity, lambda values: values)
        case _:
            return typical(quantity)


def _expected(distribution: Distribution, of: Callable[[Array], Array]) -> float:
    # scipy.special takes half the time of a check, which most often has formulas for its means
    from innobudget.engine.chance.distributions import (  # noqa: PLC0415
        SCORES,
        WEIGHTS,
        exact_values,
    )

    nodes = of(exact_values(distribution, SCORES))
    return float(WEIGHTS @ (nodes[:-1] + nodes[1:]) / 2)
