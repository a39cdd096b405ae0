"""Time and memory of the portfolio in growing trials, investments and years."""

from dataclasses import replace
from statistics import median

import innobudget as ib
from benchmarks.page import table
from benchmarks.paths import PROBLEM
from benchmarks.processes import in_own_process, measured

Size = tuple[int, int, int]
"""Trials, investments, years."""
WARM_UP = 2_000
TRIALS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
INVESTMENTS = (1, 9, 30, 100, 300)
YEARS = (5, 10, 20, 40)
USUAL: Size = (100_000, 9, 10)


def section(short: bool) -> str:
    """Measure every size in turns and return the tables."""
    by_trials: list[Size] = [(trials, *USUAL[1:]) for trials in TRIALS[: 3 if short else None]]
    by_investments: list[Size] = [(USUAL[0], count, USUAL[2]) for count in INVESTMENTS]
    by_years: list[Size] = [(*USUAL[:2], years) for years in YEARS]
    groups = (by_trials, by_investments, by_years)
    found: dict[Size, list[dict[str, float]]] = {}
    for _ in range(1 if short else 3):
        for size in dict.fromkeys(size for group in groups for size in group):
            run = in_own_process("benchmarks.sections.growth:simulated", *size)
            found.setdefault(size, []).append(run)
    return "\n\n".join([NOTE, *(size_table(group, found) for group in groups)])


def size_table(group: list[Size], found: dict[Size, list[dict[str, float]]]) -> str:
    """Return the table of sizes that differ in one way."""
    rows = []
    for size in group:
        seconds, memory = (
            median(run[what] for run in found[size]) for what in ("seconds", "memory")
        )
        rows.append([*(f"{number:,}" for number in size), f"{seconds:.3f}", f"{memory:.0f}"])
    return table(["trials", "investments", "years", "median, s", "memory, MB"], rows)


def simulated(trials: int, investments: int, years: int) -> dict[str, float]:
    """Simulate the reference problem's investments, repeated or fewer, over some years."""
    problem = ib.load_scenario(PROBLEM)
    ib.simulate(problem, trials=WARM_UP, threads=1).portfolio  # noqa: B018 - computes
    many = tuple(
        replace(problem.investments[number % len(problem.investments)], id=f"case-{number}")
        for number in range(investments)
    )
    assumptions = replace(problem.assumptions, horizon=years)
    scenario = replace(problem, investments=many, assumptions=assumptions)
    _, found = measured(lambda: ib.simulate(scenario, trials=trials, threads=1).portfolio)
    return found


NOTE = """`simulate(…, threads=1).portfolio` on the reference problem, its investments repeated,
its years cut or added to; each figure the median of three processes; memory above that of the
imports."""
