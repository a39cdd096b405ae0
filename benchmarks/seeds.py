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
from innobudget.domain.results import Outcome
from innobudget.domain.scenario import Sampling

FIGURES = ("NPV P10", "NPV P50", "NPV P90", "period reserve", "P(bookings hold)")
MEANS = ("NPV", "net effect, year 5", "saving of the period", "gap of the period")
THOUSAND = 1_000
SEEDS_AT_ONCE = 25
TRUE_SEED = 1_000_000
"""Seeds from here on are for the truth."""
TRUE_RUNS = 16
TRUE_TRIALS = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """What many seeds gave."""

    figures: Array
    """`FIGURES`, shape (seed, figure). [thousand euro, the last a probability]"""
    means: Array
    """`MEANS`, shape (seed, mean). [thousand euro]"""
    standard_errors: Array
    """Their reported standard errors, shape (seed, mean). [thousand euro]"""


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
    figures, means, errors = np.split(rows, [len(FIGURES), len(FIGURES) + len(MEANS)], axis=1)
    return Runs(figures=figures, means=means, standard_errors=errors)


def large_runs(*, short: bool) -> Runs:
    """Return the runs that stand for the truth."""
    trials, seeds = (TRUE_TRIALS // 8, 4) if short else (TRUE_TRIALS, TRUE_RUNS)
    return run_seeds("sobol", trials, seeds, first=TRUE_SEED, at_once=1)


def simulated(design: str, trials: int, first: int, seeds: int) -> list[list[float]]:
    """Simulate with some seeds in this process; a row of figures for each."""
    problem = ib.load_scenario(PROBLEM)
    sampled = replace(problem.sampled, sampling=cast("Sampling", design))
    scenario = replace(problem, sampled=sampled)
    runs = (
        ib.simulate(scenario, trials=trials, seed=seed, threads=1).portfolio
        for seed in range(first, first + seeds)
    )
    return [list(numbers(outcome)) for outcome in runs]


def numbers(outcome: Outcome) -> Iterator[float]:
    """Yield the figures, the means and the means' standard errors."""
    npv = outcome.npv
    for amount in (npv.p10, npv.p50, npv.p90, outcome.reserve_period):
        yield amount / THOUSAND
    yield outcome.probability_booked_met_period or 0.0
    net_effect = outcome.measures["net_effect"][5]
    spreads = (npv, net_effect, outcome.saving_period, outcome.gap_period)
    for spread in spreads:
        yield spread.mean / THOUSAND
    for spread in spreads:
        yield (spread.standard_error or 0.0) / THOUSAND
