"""Which uncertainty matters: shares of variance, and what the ends of an input mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VarianceShares:
    """Shares of the variance of several outcomes; None where an outcome does not vary."""

    npv: float | None
    """Of the net present value. [fraction]"""
    budget_gap: float | None
    """Of the budget gap summed over the budget period. [fraction]"""
    budget_gap_by_year: tuple[float | None, ...]
    """Of each year's budget gap. [fraction]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tornado:
    """Mean outcomes in the lowest and in the highest tenth of one input."""

    npv: tuple[float, float]
    """Net present value at the input's low end and at its high end. [currency]"""
    budget_gap: tuple[float, float]
    """Budget gap of the budget period, likewise; positive is a hole. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Influence:
    """How far one independent input moves the outcomes."""

    quantity: str
    """Its name: `ID.delay`, `ID.success.2`, `driver.ID`, `correlation.benefit.TRACK`."""
    share_of_variance: VarianceShares
    """What it explains by itself; by chance below 0 where it explains nothing."""
    standard_error: VarianceShares
    """Standard errors of these shares."""
    tornado: Tornado
    """What its ends mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """Which uncertainty matters."""

    influences: tuple[Influence, ...]
    """The most important first, by period gap and NPV."""
    interactions: VarianceShares
    """What no input explains by itself; by chance below 0 where that is nothing."""
    interactions_error: VarianceShares
    """Standard errors of it."""
