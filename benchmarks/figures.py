"""Every figure of a portfolio that is reported with a standard error."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import NamedTuple

from innobudget.domain.results import PERCENTILES, Outcome, PercentileErrors, Precision, Spread
from innobudget.engine.measures.precision import precision
from innobudget.engine.simulation import Simulation


class Figure(NamedTuple):
    """One figure of one run."""

    name: str
    """Which; the year counted from 0."""
    value: float
    """What the run gave. [currency, or a probability]"""
    error: float
    """Its reported standard error. [the same]"""


def reported(simulation: Simulation) -> Iterator[Figure]:
    """Yield the figures of a run, each with its standard error."""
    outcome, sure = simulation.portfolio(), precision(simulation.ledger)
    assert sure is not None, "more than one trial"  # noqa: S101 - what the types cannot tell
    for measure, spreads in outcome.measures.items():
        for year, (spread, errors) in enumerate(zip(spreads, sure.measures[measure], strict=True)):
            yield from _of_spread(f"{measure} {year}", spread, errors)
    for name in ("npv", "gap_period", "saving_period"):
        yield from _of_spread(name, getattr(outcome, name), getattr(sure, name))
    yield from _probabilities_and_reserves(outcome, sure)


def _of_spread(name: str, spread: Spread, errors: PercentileErrors) -> Iterator[Figure]:
    yield Figure(f"{name} mean", spread.mean, spread.standard_error or 0.0)
    for percentile in PERCENTILES:
        yield Figure(
            f"{name} {percentile}", getattr(spread, percentile), asdict(errors)[percentile]
        )


def _probabilities_and_reserves(outcome: Outcome, sure: Precision) -> Iterator[Figure]:
    for name in (
        "probability_booked_met",
        "probability_gap",
        "reserve",
        "probability_booked_met_period",
        "probability_budget_holds_period",
        "probability_npv_positive",
        "reserve_period",
    ):
        values, errors = getattr(outcome, name), getattr(sure, name)
        if not isinstance(values, tuple):
            values, errors = (values,), (errors,)
        for year, (value, error) in enumerate(zip(values, errors, strict=True)):
            if value is not None:
                yield Figure(f"{name} {year}", value, error)
