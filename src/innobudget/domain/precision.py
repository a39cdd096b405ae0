"""How sure the figures are: Monte Carlo standard errors of the portfolio's."""

from collections.abc import Mapping
from dataclasses import dataclass

from innobudget.domain.figures import Figures
from innobudget.domain.measures import AmountName


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


class Precision(Figures):
    """Standard errors of the portfolio's figures, under their names; those of means stand there.

    Another seed would give figures that differ from these by about that much.
    """

    measures: Mapping[AmountName, tuple[PercentileErrors, ...]]
    """By amount and year. [currency]"""
    npv: PercentileErrors
    """Of net present value. [currency]"""
    gap_period: PercentileErrors
    """Of the budget period's gap. [currency]"""
    saving_period: PercentileErrors
    """Of the budget period's saving. [currency]"""
