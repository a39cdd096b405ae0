"""How sure the figures are: Monte Carlo standard errors of the portfolio's."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentileErrors:
    """Standard errors of the percentiles of one amount. [unit of the amount]"""

    p05: float
    """Of the fifth percentile."""
    p10: float
    """Of the tenth."""
    p25: float
    """Of the twenty-fifth."""
    p50: float
    """Of the median."""
    p75: float
    """Of the seventy-fifth."""
    p90: float
    """Of the ninetieth."""
    p95: float
    """Of the ninety-fifth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """Standard errors of the portfolio's figures; those of means stand beside the means.

    Another seed would give figures that differ from these by about that much.
    """

    measures: Mapping[str, tuple[PercentileErrors, ...]]
    """By measure and year. [currency]"""
    npv: PercentileErrors
    """Of net present value. [currency]"""
    gap_period: PercentileErrors
    """Of the budget period's gap. [currency]"""
    saving_period: PercentileErrors
    """Of the budget period's saving. [currency]"""
    probability_booked_met: tuple[float | None, ...]
    """By year; None where nothing is booked."""
    probability_gap: tuple[float, ...]
    """By year."""
    probability_booked_met_period: float | None
    """That the booked savings hold; None: none booked."""
    probability_budget_holds_period: float
    """That the budget holds."""
    probability_npv_positive: float
    """P(NPV > 0)."""
    reserve: tuple[float, ...]
    """Of the reserve, and of the safe booking, by year. [currency]"""
    reserve_period: float
    """The same for the sum over the budget period. [currency]"""
