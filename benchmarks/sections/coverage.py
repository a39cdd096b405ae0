"""How often the reported intervals of every figure hold the truth."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from os import cpu_count
from typing import cast

import numpy as np

import innobudget as ib
from benchmarks.figures import reported
from benchmarks.page import table
from benchmarks.paths import PROBLEM
from benchmarks.problem import Array
from benchmarks.processes import in_own_process
from benchmarks.seeds import TRUE_SEED
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate

DESIGNS = ("random", "sobol", "latin-hypercube")
CASES = {"reference problem": 9, "its first case alone": 1}
"""How many of the reference problem's investments."""
TRIALS = (1_000, 10_000)
SEEDS = 200
SEEDS_AT_ONCE = 25
TRUE_RUNS = 16
TRUE_TRIALS = 131_072
COVERED = 1.96
ROUNDING = 1e-9
"""How far apart two runs' sums of the same amounts may be, as a share of them."""


def section(short: bool) -> str:
    """Run every design over many seeds and return the table."""
    seeds = 25 if short else SEEDS
    rows = []
    for case, count in CASES.items():
        true = runs(count, "sobol", TRUE_TRIALS, 4 if short else TRUE_RUNS, TRUE_SEED)[1]
        for trials in TRIALS:
            for design in DESIGNS:
                names, found = runs(count, design, trials, seeds, 0)
                rows.append([f"{case}, {design}, {trials:,}", *cells(names, found, true)])
    head = ["case, design, trials", "figures", "mean", "least", "which", "means", "others"]
    return "\n\n".join([COVERAGE.format(seeds=seeds), table(head, rows)])


def runs(count: int, design: str, trials: int, seeds: int, first: int) -> tuple[list[str], Array]:
    """Return names, and estimates and standard errors of shape (seed, 2, figure)."""
    starts = range(first, first + seeds, SEEDS_AT_ONCE)
    calls = [
        (count, design, trials, start, min(SEEDS_AT_ONCE, first + seeds - start))
        for start in starts
    ]
    with ThreadPoolExecutor(cpu_count()) as pool:
        function = "benchmarks.sections.coverage:simulated"
        parts = list(pool.map(lambda call: in_own_process(function, *call), calls))
    return parts[0][0], np.array([run for _, found in parts for run in found])


def simulated(
    count: int, design: str, trials: int, first: int, seeds: int
) -> tuple[list[str], list[list[list[float]]]]:
    """Simulate with some seeds in this process."""
    scenario = case(count, cast("Sampling", design))
    dimensions = registry([scenario])
    found = [
        list(reported(simulate(scenario, trials=trials, seed=seed, dimensions=dimensions)))
        for seed in range(first, first + seeds)
    ]
    names = [figure.name for figure in found[0]]
    return names, [[[item.value for item in run], [item.error for item in run]] for run in found]


def case(count: int, design: Sampling) -> Scenario:
    """Return the reference problem with some of its investments."""
    problem = ib.load_scenario(PROBLEM)
    return replace(
        problem,
        investments=problem.investments[:count],
        sampled=replace(problem.sampled, sampling=design),
    )


def cells(names: list[str], found: Array, true: Array) -> list[str]:
    """Return how often intervals cover, where least, and how errors compare with the spread."""
    truth = np.where(averaged(names), true[:, 0].mean(axis=0), np.median(true[:, 0], axis=0))
    off, errors = found[:, 0] - truth, found[:, 1]
    rounding = ROUNDING * (1 + np.abs(truth))
    covered = (np.abs(off) <= COVERED * errors + rounding).mean(axis=0)
    spread = np.sqrt((off**2).mean(axis=0))
    uncertain = spread > rounding
    ratio = np.sqrt((errors**2).mean(axis=0))[uncertain] / spread[uncertain]
    means = np.array([name.endswith("mean") for name in names])[uncertain]
    least = int(covered.argmin())
    return [
        f"{len(names)}",
        f"{covered.mean():.3f}",
        f"{covered[least]:.3f}",
        names[least].replace("_", " "),
        *(f"{part.min():.2f} to {part.max():.2f}" for part in (ratio[means], ratio[~means])),
    ]


def averaged(names: list[str]) -> Array:
    """Say which figures' truth is the mean of large runs; of percentiles it is the median."""
    return np.array([name.endswith("mean") or name.startswith("probability") for name in names])


COVERAGE = """How often the 95 % interval of 1.96 reported standard errors holds the truth, over
{seeds} seeds, for every reported figure of the portfolio: on average, and where it does least
(years counted from 0). Then reported errors over the errors there were, least to most (1 is right,
more is cautious): of means, and of probabilities, percentiles and reserves. With 200 seeds an
interval that covers 95 % of the time is seen to cover less than 91 % once in a hundred figures."""
