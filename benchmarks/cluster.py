"""Blocks and sweeps on threads and on the worker processes of a local cluster.

`python benchmarks/cluster.py` prints two tables in Markdown. Every figure is the median of
three, taken in turn in one process; starting the cluster is timed by itself.
"""

import platform
import statistics
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.io.grids import read_grid
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.cluster import opened
from innobudget.workflow.run import RunOptions
from innobudget.workflow.sweep import sweep

ROOT = Path(__file__).resolve().parent.parent
PROBLEM = ROOT / "tests" / "reference" / "reference-problem.toml"
REPEATS = 3
TRIALS = (100_000, 1_000_000, 10_000_000)
WORKERS = 2
SEEDS = "1-20"


def medians(ways: Mapping[str, Callable[[], object]]) -> list[float]:
    """Return the median time of each way, taken in turn. [s]"""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(REPEATS):
        for name, way in ways.items():
            began = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - began)
    return [statistics.median(found) for found in times.values()]


def row(label: str, times: list[float]) -> str:
    """Return one line of a table: seconds, and ratios to the first column."""
    cells = [f"{seconds:.2f} ({seconds / times[0]:.2f})" for seconds in times]
    return f"| {label} | {' | '.join(cells)} |"


def blocks(scenario: Scenario) -> None:
    began = time.perf_counter()
    with opened("local", WORKERS) as cluster:
        print(f"A local cluster of {WORKERS} is up in {time.perf_counter() - began:.1f} s.\n")
        print("| portfolio, trials | 1 thread, s | 2 threads | 2 worker processes |")
        print("| --- | --- | --- | --- |")
        for trials in TRIALS:

            def run(work: Work, trials: int = trials) -> Callable[[], object]:
                return lambda: simulate(scenario, trials=trials, work=work).portfolio()

            ways = {
                "one": run(Work()),
                "two": run(Work(threads=WORKERS)),
                "cluster": run(cluster.work(Work(threads=WORKERS), trials)),
            }
            print(row(f"{trials:,}", medians(ways)), flush=True)


def sweeps() -> None:
    print(
        f"\n| sweep, seeds {SEEDS} | 1 thread, s | 2 threads | 2 worker processes, start included |"
    )
    print("| --- | --- | --- | --- |")
    with TemporaryDirectory() as folder:
        grid = read_grid([PROBLEM], seeds=SEEDS, settings=[], file=None)
        for trials in TRIALS[:2]:

            def run(trials: int = trials, **options: object) -> Callable[[], object]:
                made = RunOptions(trials=trials, out=Path(folder, "sweep.csv"), **options)  # type: ignore[arg-type]  # its own fields
                return lambda: sweep(grid, made, lambda _: None)

            ways = {
                "one": run(threads=1),
                "two": run(threads=WORKERS),
                "cluster": run(threads=WORKERS, cluster="local"),
            }
            print(row(f"{trials:,} trials each", medians(ways)), flush=True)


def main() -> None:
    names = ("numpy", "scipy", "dask", "distributed")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    print(f"Python {platform.python_version()}, {packages}, {platform.machine()}\n")
    blocks(load_scenario(PROBLEM))
    sweeps()


if __name__ == "__main__":
    main()
