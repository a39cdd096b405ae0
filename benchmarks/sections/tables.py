"""How far tables of distributions, and grids of counts, move a reported percentile."""

from collections.abc import Callable, Iterator
from math import sqrt
from unittest.mock import patch

import numpy as np
from scipy.special import ndtri

import innobudget as ib
from benchmarks.page import table
from benchmarks.paths import PROBLEM
from benchmarks.problem import Array
from innobudget.domain.results import PERCENTILES
from innobudget.domain.uncertainty import Distribution
from innobudget.engine.chance import course, course_table
from innobudget.engine.chance.distributions import SMALLEST_PROBABILITY, exact_values
from innobudget.engine.collecting import collection
from innobudget.engine.collecting.sample import EXACT_TRIALS, Constant, Held, Sample
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate

AMOUNTS = ("saving", "outlay", "net_effect", "cumulative_net", "npv", "saving_period", "net_period")
COUNTED_TRIALS = 1_000_000
MANY_TRIALS = 10_000_000
STEP = 0.01
"""Over which the density at a percentile is taken. [probability]"""
Samples = dict[str, list[Held]]
"""By amount, one per year."""
Shifts = Callable[[Held, Held], Iterator[float]]
"""How far each percentile of one sample is from that of another."""


def section(short: bool) -> str:
    """Compare tables with exact values, grids with kept values, and return the table."""
    trials, counted = EXACT_TRIALS, COUNTED_TRIALS
    if short:
        trials, counted = trials // 8, counted // 4
    dimensions = registry([ib.load_scenario(PROBLEM)])
    tabulated = simulated(trials, dimensions)
    with (
        patch.multiple(
            course, values_at=exact_values_at, values=exact_values, looked_up=course_table.exact
        ),
        patch.object(course_table, "values", exact_values),
    ):
        exact = simulated(trials, dimensions)
    on_grids = simulated(counted, dimensions)
    with patch.object(collection, "EXACT_TRIALS", counted):
        kept = simulated(counted, dimensions)
    rows = [
        [
            name.replace("_", " "),
            f"{worst(table_shifts, tabulated[name], exact[name]):.4f}",
            f"{worst(grid_shifts, on_grids[name], kept[name]):.4f}",
        ]
        for name in AMOUNTS
    ]
    head = ["most over years and percentiles", "tables", "grids"]
    return f"{NOTE.format(trials=trials, counted=counted, many=MANY_TRIALS)}\n\n{table(head, rows)}"


def simulated(trials: int, dimensions: tuple[str, ...]) -> Samples:
    """Simulate the reference problem from the same draws each time."""
    scenario = ib.load_scenario(PROBLEM)
    found = simulate(scenario, trials=trials, dimensions=dimensions).ledger.collected
    return {
        name: [found.sample(name, year) for year in range(len(found.columns.positions[name]))]
        for name in AMOUNTS
    }


def exact_values_at(distribution: Distribution, uniforms: Array) -> Array:
    """Return the value at each probability by the exact inverse distribution function."""
    return exact_values(distribution, ndtri(np.maximum(uniforms, SMALLEST_PROBABILITY)))


def worst(shifts: Shifts, samples: list[Held], others: list[Held]) -> float:
    """Return the largest shift over all years in which the amount varies."""
    return max(
        shift
        for sample, other in zip(samples, others, strict=True)
        if not isinstance(sample, Constant)
        for shift in shifts(sample, other)
    )


def table_shifts(tabulated: Sample, exact: Sample) -> Iterator[float]:
    """Yield every percentile's shift over its sampling error at ten million trials."""
    for probability in PERCENTILES.values():
        ends = [exact.quantile(probability + step) for step in (-STEP, STEP)]
        slope = (ends[1] - ends[0]) / (2 * STEP)
        if slope > 0:
            error = sqrt(probability * (1 - probability) / MANY_TRIALS) * slope
            yield abs(tabulated.quantile(probability) - exact.quantile(probability)) / error


def grid_shifts(counted: Held, kept: Held) -> Iterator[float]:
    """Yield how far every percentile's rank is off, over its sampling error at these trials."""
    for probability in PERCENTILES.values():
        found = counted.quantile(probability)
        below, upto = (1 - kept.share_at_least(x) for x in (found, np.nextafter(found, np.inf)))
        off = max(below - probability, probability - upto, 0.0)
        yield off / sqrt(probability * (1 - probability) / kept.count)


NOTE = """Tables: {trials:,} trials with the tables' values and with exact inverse distribution
functions at the same uniforms; how far a percentile moved, over its plain sampling error at
{many:,} trials. Grids: {counted:,} trials counted and kept; how far the reported percentile's rank
is off, over sqrt(q (1 - q) / n). The reference problem, percentiles P5 to P95; the budget gap is
the net effect turned round. At most 0.1 is allowed."""
