"""The reference problem: nine investments over ten years, and what is known of its answer.

Amounts are in thousand euro. Both files are the tests' own.
"""

import json
import tomllib
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.paths import KNOWN, PROBLEM

Array = NDArray[np.float64]

PERCENTILES = (5, 10, 25, 50, 75, 90, 95)
DELAYS = (0, 1, 2, 3)
STANDARD_ERRORS = 4
"""How far from what is known a right answer may lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment:
    """One investment, its years counted from 0."""

    outlay: tuple[float, ...]
    """By year, the whole horizon. [thousand euro]"""
    saving: float
    """Full-year saving. [thousand euro]"""
    start: int
    """First year of the saving, where nothing delays it."""
    ramp: int
    """Years until the saving is full, in equal steps."""
    cost: tuple[float, float, float]
    """Least, most likely and largest cost factor. [1]"""
    benefit: tuple[float, float, float]
    """The same for the benefit factor. [1]"""
    success: float
    """Probability that it works."""
    delay: tuple[float, ...]
    """Probabilities of 0, 1, 2 and 3 years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What every model computes."""

    investments: tuple[Investment, ...]
    """In the order of the file."""
    years: int
    """Length of the horizon."""
    discount_rate: float
    """As a fraction. [1/year]"""
    booking_share: float
    """Booked over planned saving."""

    @property
    def booked(self) -> Array:
        """Booked saving, shape (year,)."""
        years = np.arange(self.years)
        planned = [
            item.saving * np.clip((years - item.start + 1) / item.ramp, 0, 1)
            for item in self.investments
        ]
        return np.asarray(self.booking_share * np.sum(planned, axis=0))

    @property
    def planned_outlay(self) -> Array:
        """Planned outlay, shape (year,)."""
        return np.asarray(np.sum([item.outlay for item in self.investments], axis=0))

    @property
    def discount_factors(self) -> Array:
        """What an amount of each year is worth in year 0, shape (year,)."""
        return np.asarray((1 + self.discount_rate) ** -np.arange(self.years, dtype=float))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What every model answers. Percentiles are `PERCENTILES`, on the last axis."""

    net: Array
    """Percentiles of the net effect, shape (year, percentile)."""
    cumulative: Array
    """Percentiles of the cumulative net effect, shape (year, percentile)."""
    npv: Array
    """Percentiles of the net present value, shape (percentile,)."""
    net_mean: Array
    """Mean net effect, shape (year,)."""
    gap_mean: Array
    """Mean budget gap, shape (year,)."""
    npv_mean: float
    """Mean net present value."""
    npv_negative: float
    """Probability of a net present value below zero."""
    booked_met: Array
    """Probability that the realised saving reaches the booked one, shape (year,)."""


def read_problem() -> Problem:
    """Read the reference problem from its scenario file."""
    document = tomllib.loads(PROBLEM.read_text(encoding="utf-8"))
    scenario = document["scenario"]
    return Problem(
        investments=tuple(_investment(item, scenario) for item in document["investment"]),
        years=scenario["horizon"],
        discount_rate=scenario["discount_rate"],
        booking_share=document["booking"]["share"],
    )


def wrong_figures(figures: Figures, trials: int) -> list[str]:
    """Say which figures are not those that are known; empty: all agree.

    A figure agrees within half a unit of the known one's rounding and four standard errors of
    plain random sampling, those of the known figure included.
    """
    found = {
        "npv_mean": figures.npv_mean,
        "net_effect_mean_5": float(figures.net_mean[5]),
        "npv_p10": float(figures.npv[PERCENTILES.index(10)]),
        "npv_p50": float(figures.npv[PERCENTILES.index(50)]),
        "npv_p90": float(figures.npv[PERCENTILES.index(90)]),
        "npv_negative": figures.npv_negative,
        "booked_met_2": float(figures.booked_met[2]),
        "booked_met_5": float(figures.booked_met[5]),
    }
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    return [
        f"{name} is {value:,.4g} and should be {known[name]['value']:,.4g}"
        for name, value in found.items()
        if not abs(value - known[name]["value"]) <= _allowed(known[name], trials)
    ]


def _allowed(known: dict[str, Any], trials: int) -> float:
    if "sd" in known:
        error = known["sd"] / sqrt(trials)
    else:
        error = known["standard_error"] * sqrt(1 + known["trials"] / trials)
    return float(known["rounding"] / 2 + STANDARD_ERRORS * error)


def _investment(item: dict[str, Any], scenario: dict[str, Any]) -> Investment:
    base, (effect,) = scenario["base_year"], item["effect"]
    outlay = {int(year) - base: float(amount) for year, amount in item["outlay"].items()}
    return Investment(
        outlay=tuple(outlay.get(year, 0.0) for year in range(scenario["horizon"])),
        saving=effect["amount"],
        start=effect["from"] - base,
        ramp=len(effect["ramp"]),
        cost=tuple(item["cost_factor"]["pert"]),
        benefit=tuple(item["benefit_factor"]["pert"]),
        success=item["success"],
        delay=tuple(probability for _, probability in item["delay"]["choice"]),
    )
