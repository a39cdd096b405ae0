"""Blocks and sweeps on threads, and on the worker processes of a local cluster."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.page import table
from benchmarks.paths import PROBLEM
from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.io.grids import read_grid
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.cluster import opened
from innobudget.workflow.options import RunOptions
from innobudget.workflow.sweep import sweep

WORKERS = 2
SEEDS = "1-20"
HEAD = ("1 thread, s", "2 threads", "2 worker processes")


def section(short: bool) -> str:
    """Measure runs, then sweeps, and return the tables."""
    repeats = 1 if short else 3
    trials = (100_000, 1_000_000) if short else (100_000, 1_000_000, 10_000_000)
    runs = [blocks(load_scenario(PROBLEM), number, repeats) for number in trials]
    grids = [sweeps(number, repeats) for number in trials[:1]]
    return "\n\n".join(
        [
            NOTE,
            table(["portfolio, trials", *HEAD], runs),
            table([f"sweep of {SEEDS} as seeds, trials each", *HEAD], grids),
        ]
    )


def blocks(scenario: Scenario, trials: int, repeats: int) -> list[str]:
    """Time the portfolio of one run; a cluster is up before."""
    with opened("local", WORKERS) as cluster:
        works = (
            Work(),
            Work(threads=WORKERS),
            cluster.work(Work(threads=WORKERS), trials),
        )
        ways = {
            name: partial(run, scenario, trials, work)
            for name, work in zip(HEAD, works, strict=True)
        }
        return [f"{trials:,}", *medians(ways, repeats)]


def run(scenario: Scenario, trials: int, work: Work) -> None:
    """Simulate and summarise the portfolio."""
    simulate(scenario, trials=trials, work=work).portfolio()


def sweeps(trials: int, repeats: int) -> list[str]:
    """Time a sweep over seeds; the cluster's start is part of it."""
    grid = read_grid([PROBLEM], seeds=SEEDS, settings=[], file=None)
    with TemporaryDirectory() as folder:
        out = Path(folder, "sweep.csv")
        options = (
            RunOptions(trials=trials, out=out, threads=1),
            RunOptions(trials=trials, out=out, threads=WORKERS),
            RunOptions(trials=trials, out=out, threads=WORKERS, cluster="local"),
        )
        ways = {
            name: partial(sweep, grid, chosen, lambda _: None)
            for name, chosen in zip(HEAD, options, strict=True)
        }
        return [f"{trials:,}", *medians(ways, repeats)]


def medians(ways: Mapping[str, Callable[[], object]], repeats: int) -> list[str]:
    """Return the median time of each way, taken in turn, and its ratio to the first."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(repeats):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - began)
    found = [median(seconds) for seconds in times.values()]
    return [f"{seconds:.2f} ({seconds / found[0]:.2f})" for seconds in found]


NOTE = """The reference problem. In brackets: times one thread. A cluster on one computer buys
nothing over threads; it is for more computers than one."""
