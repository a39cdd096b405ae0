"""The reference problem simulated with many seeds: figures and their reported standard errors."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from os import cpu_count
from typing import cast

import numpy as np

import innobudget as ib
from benchmarks.paths import PROBLEM
from benchmarks.problem import Array
from benchmarks.processes import in_own_process
from innobudget.domain.scenario import Sampling
from innobudget.engine.measures.precision import precision

FIGURES = ("NPV P10", "NPV P50", "NPV P90", "period reserve", "P(bookings hold)")
MEANS = ("mean NPV", "mean net effect, year 5", "mean period saving", "mean period gap")
THOUSAND = 1_000
SEEDS_AT_ONCE = 25
TRUE_SEED = 1_000_000
"""Seeds from here on are for the truth."""
TRUE_RUNS = 16
TRUE_TRIALS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What many seeds gave, of `FIGURES` and then `MEANS`."""

    estimates: Array
    """Shape (seed, figure). [thousand euro, or a probability]"""
    standard_errors: Array
    """Those that were reported, shape (seed, figure). [the same]"""

    @property
    def mean(self) -> Array:
        """The mean over all seeds, shape (figure,)."""
        return np.asarray(self.estimates.mean(axis=0))


def run_seeds(
    design: str, trials: int, seeds: int, *, first: int = 1, at_once: int = SEEDS_AT_ONCE
) -> Runs:
    """Simulate with some seeds on all processors, so many in one process."""
    calls = [
        (design, trials, start, min(at_once, first + seeds - start))
        for start in range(first, first + seeds, at_once)
    ]
    with ThreadPoolExecutor(cpu_count()) as pool:
        parts = pool.map(lambda call: in_own_process("benchmarks.seeds:simulated", *call), calls)
        rows = np.array([row for part in parts for row in part])
    return Runs(estimates=rows[:, 0], standard_errors=rows[:, 1])


def large_runs(*, short: bool) -> Runs:
    """Return the runs that stand for the truth."""
    trials, seeds = (TRUE_TRIALS // 8, 4) if short else (TRUE_TRIALS, TRUE_RUNS)
    return run_seeds("sobol", trials, seeds, first=TRUE_SEED, at_once=1)


def simulated(design: str, trials: int, first: int, seeds: int) -> list[list[list[float]]]:
    """Simulate with some seeds in this process; estimates and standard errors of each."""
    problem = ib.load_scenario(PROBLEM)
    sampled = replace(problem.sampled, sampling=cast("Sampling", design))
    scenario = replace(problem, sampled=sampled)
    runs = (
        ib.simulate(scenario, trials=trials, seed=seed, threads=1)
        for seed in range(first, first + seeds)
    )
    return [list(map(list, zip(*numbers(result), strict=True))) for result in runs]


def numbers(result: ib.Result) -> Iterator[tuple[float, float]]:
    """Yield each figure and each mean with its standard error."""
    outcome, sure = result.portfolio, precision(result.simulation.ledger)
    assert sure is not None, "more than one trial"  # noqa: S101 - what the types cannot tell
    npv = outcome.npv
    yield npv.p10 / THOUSAND, sure.npv.p10 / THOUSAND
    yield npv.p50 / THOUSAND, sure.npv.p50 / THOUSAND
    yield npv.p90 / THOUSAND, sure.npv.p90 / THOUSAND
    yield outcome.reserve_period / THOUSAND, sure.reserve_period / THOUSAND
    yield outcome.probability_booked_met_period or 0.0, sure.probability_booked_met_period or 0.0
    year_5 = outcome.measures["net_effect"][5]
    for spread in (npv, year_5, outcome.saving_period, outcome.gap_period):
        yield spread.mean / THOUSAND, (spread.standard_error or 0.0) / THOUSAND
