"""What the figures of tracks, investments, areas and kinds cost, beside the portfolio's."""

from collections.abc import Callable
from pathlib import Path
from statistics import median

import innobudget as ib
from benchmarks.page import table
from benchmarks.paths import ODENSE, PROBLEM
from benchmarks.processes import in_own_process, measured
from innobudget.engine.collection import Work, collect
from innobudget.engine.parts import Division, Parts, wanted_money
from innobudget.engine.sensitivity import measure_sensitivity
from innobudget.engine.simulation import Simulation
from innobudget.engine.summary import Ledger, summarise

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
        "parts",
        "median, s",
        "times the portfolio",
        "memory, MB",
    ]
    return table(head, rows)


def timed(scenario: str, trials: int, job: str) -> dict[str, float]:
    """Time one job in this process, with one thread."""
    loaded = ib.load_scenario(scenario)
    jobs(ib.simulate(loaded, trials=WARM_UP, threads=1).simulation)[job]()
    if job == "portfolio":
        _, found = measured(lambda: ib.simulate(loaded, trials=trials, threads=1).portfolio)
        return {**found, "parts": 1}
    work = jobs(ib.simulate(loaded, trials=trials, threads=1).simulation)[job]
    parts, found = measured(work)
    return {**found, "parts": parts}


def jobs(simulation: Simulation) -> dict[str, Callable[[], int]]:
    """Return what can be asked of a simulation; each gives the number of its parts."""
    parts = Parts(simulation.ledger, simulation.draws.plans)
    return {
        "portfolio": lambda: len(summarise(simulation.ledger).measures),
        "tracks": lambda: division(simulation, parts.tracks),
        "areas": lambda: division(simulation, parts.areas),
        "kinds": lambda: division(simulation, parts.kinds),
        "investments": lambda: division(simulation, single(simulation)),
        "sensitivity": lambda: sensitivity(simulation),
        "everything": lambda: len(simulation.results().investments),
    }


def single(simulation: Simulation) -> Division:
    """Return every investment as a part of its own."""
    plans = enumerate(simulation.draws.plans)
    return {plan.investment.id: ((number,), plan.total) for number, plan in plans}


def division(simulation: Simulation, parts: Division) -> int:
    """Collect and summarise the parts of one division alone."""
    scenario = simulation.scenario
    wanted = [wanted_money(scenario, members, flows) for members, flows in parts.values()]
    found = collect(simulation.draws, wanted, Work())
    for collected, (_, flows) in zip(found, parts.values(), strict=True):
        summarise(Ledger(scenario=scenario, flows=flows, collected=collected))
    return len(parts)


def sensitivity(simulation: Simulation) -> int:
    """Measure every input's influence."""
    return len(measure_sensitivity(simulation.draws, simulation.ledger.flows).influences)


NOTE = """Each asked for by itself after the portfolio, on one thread, in a process of its own;
everything is one pass for all parts, with quality, beneficiaries, booking choice and
sensitivity. Median of three; memory above what the process had."""
