"""What the figures of tracks, investments, areas and kinds cost, beside the portfolio's."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

import innobudget as ib
from benchmarks.page import table
from benchmarks.paths import ODENSE, PROBLEM
from benchmarks.processes import in_own_process, measured
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import collect
from innobudget.engine.measures.portfolio_parts import PortfolioParts
from innobudget.engine.measures.sensitivity import measure_sensitivity
from innobudget.engine.simulation import Simulation
from innobudget.engine.work import Work

JOBS = ("portfolio", "tracks", "areas", "kinds", "investments", "sensitivity", "everything")
CASES = (("reference problem", PROBLEM, 1_000_000), ("odense", ODENSE, 100_000))
WARM_UP = 2_000


def section(short: bool) -> str:
    """Measure every part in turns and return the tables."""
    return "\n\n".join([NOTE, *(case_table(*case, short=short) for case in CASES)])


def case_table(label: str, scenario: Path, trials: int, *, short: bool) -> str:
    """Return the table of one scenario."""
    trials = trials // 10 if short else trials
    found: dict[str, list[dict[str, float]]] = {}
    for _ in range(1 if short else 3):
        for job in JOBS:
            run = in_own_process("benchmarks.sections.parts:timed", str(scenario), trials, job)
            found.setdefault(job, []).append(run)
    base = [run["seconds"] for run in found["portfolio"]]
    rows = []
    for job, runs in found.items():
        seconds = [run["seconds"] for run in runs]
        ratio = median(own / other for own, other in zip(seconds, base, strict=True))
        rows.append(
            [
                job,
                f"{runs[0]['parts']:.0f}",
                f"{median(seconds):.2f}",
                f"{ratio:.1f}",
                f"{median(run['memory'] for run in runs):.0f}",
            ]
        )
    head = [
        f"{label}, {trials:,} trials",
        "parts or inputs",
        "median, s",
        "times the portfolio",
        "memory, MB",
    ]
    return table(head, rows)


def timed(scenario: str, trials: int, job: str) -> dict[str, float]:
    """Time one job in this process, with one thread."""
    loaded = ib.load_scenario(scenario)
    prepared(loaded, WARM_UP, job)()
    parts, found = measured(prepared(loaded, trials, job))
    return {**found, "parts": parts}


def prepared(scenario: Scenario, trials: int, job: str) -> Callable[[], int]:
    """Return a job with what it rests on done; it gives the number of its parts."""
    if job == "portfolio":
        return partial(portfolio, scenario, trials)
    simulation = ib.simulate(scenario, trials=trials, threads=1).simulation
    parts = PortfolioParts(simulation.ledger, simulation.draws.plans, ())
    match job:
        case "tracks" | "areas" | "kinds" | "investments":
            return partial(group, simulation, parts, job)
        case "sensitivity":
            return partial(sensitivity, simulation)
        case _:
            return partial(everything, simulation)


def portfolio(scenario: Scenario, trials: int) -> int:
    """Simulate and summarise all investments together."""
    ib.simulate(scenario, trials=trials, threads=1).portfolio  # noqa: B018 - computes
    return 1


def everything(simulation: Simulation) -> int:
    """Draw the figures of all parts."""
    found = simulation.results()
    divisions = (found.tracks, found.areas, found.kinds, found.investments)
    return sum(map(len, divisions))


def group(simulation: Simulation, parts: PortfolioParts, name: str) -> int:
    """Collect and summarise the parts of one group alone."""
    own = [part for part in parts.each if part.group == name]
    weighed, *_ = parts.wanted()
    found = collect(simulation.draws, [weighed, *(part.wanted for part in own)], Work())
    tally = next(found).tally
    for part, collected in zip(own, found, strict=True):
        part.told(collected, tally)
    return len(own)


def sensitivity(simulation: Simulation) -> int:
    """Measure every input's influence."""
    means = np.zeros(sum(len(plan.weights) for plan in simulation.draws.plans))
    found = measure_sensitivity(simulation.draws, simulation.ledger, means, Work())
    return len(found.influences)


NOTE = """Each asked for by itself after the portfolio, on one thread, in a process of its own;
everything is one pass for all parts, with quality, beneficiaries, booking choice and
sensitivity. Median of three; memory above what the process had."""
