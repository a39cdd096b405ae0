"""A follow-up against a run: what it takes, and how sure its conditional figures are."""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.page import table
from benchmarks.paths import FOLLOWUP, ODENSE
from benchmarks.problem import Array
from benchmarks.processes import measured, measured_command
from innobudget.domain.drivers import Driver
from innobudget.domain.rebooking import first_open_year
from innobudget.domain.results import PERCENTILES
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.simulation import Simulation, simulate
from innobudget.io.scenarios import load_scenario

TRIALS = 32_768
SEEDS = range(1_000, 1_060)
TRUE_TRIALS, TRUE_SEEDS = 131_072, range(24)
"""Of the truth, which has other seeds."""
REPEATS = 7
RARE = 0.02
"""Probabilities closer to 0 or 1 than this are not compared."""
DRIVERS = 5
LOADS: Mapping[Quantity, float] = {"benefit": 0.35, "delay": -0.3, "cost": 0.25, "success": 0.3}
"""Of the first of them; every other has them the other way round."""
GOAL_SPEED, GOAL_ERROR = "1.30", "0.50"


def section(short: bool) -> str:
    """Measure both and return both tables."""
    scenario = load_scenario(FOLLOWUP)
    compared = {"its three drivers": scenario, "five drivers of every case": driven(scenario)}
    rows = [[label, *compare(other, 10 if short else 1)] for label, other in compared.items()]
    speed = table(
        ["", "run, s", "follow-up, s", "ratio", "goal"], [*times(1 if short else REPEATS)]
    )
    head = ["follow-up with", "fit", "probabilities", "largest", "ranks", "largest", "goal"]
    return "\n\n".join([SPEED, speed, ACCURACY, table(head, rows)])


def times(repeats: int) -> Iterator[list[str]]:
    """Yield a row for the whole command and one for its figures alone, in turns."""
    with tempfile.TemporaryDirectory() as folder:

        def command(path: Path) -> float:
            words = ["run", str(path), "--out", str(Path(folder, path.stem)), "--quiet"]
            return measured_command([sys.executable, "-m", "innobudget", *words])["seconds"]

        def figures(path: Path) -> float:
            scenario = load_scenario(path)
            return measured(lambda: simulate(scenario).results())[1]["seconds"]

        for label, way in (("whole command", command), ("figures alone", figures)):
            pairs = [(way(ODENSE), way(FOLLOWUP)) for _ in range(repeats)]
            ratio = median(own / run for run, own in pairs)
            seconds = [f"{median(column):.2f}" for column in zip(*pairs, strict=True)]
            yield [label, *seconds, f"{ratio:.2f}", GOAL_SPEED]


def driven(scenario: Scenario) -> Scenario:
    """Return the scenario with other drivers, adopted and now."""
    drivers = tuple(
        Driver(
            id=f"driver-{number}",
            loads={
                name: load * (-1) ** (number * place) / (1 + 0.2 * number)
                for place, (name, load) in enumerate(LOADS.items())
            },
        )
        for number in range(DRIVERS)
    )
    adopted = scenario.adopted and replace(scenario.adopted, drivers=drivers)
    return replace(scenario, drivers=drivers, adopted=adopted)


def compare(scenario: Scenario, part: int) -> list[str]:
    """Return the fit, and errors as shares of what as many plain, accepted trials would have."""
    true = [
        (probabilities(run), yearly_savings(run))
        for run in (simulate(scenario, trials=TRUE_TRIALS, seed=n) for n in TRUE_SEEDS[::part])
    ]
    truth = np.mean([own for own, _ in true], axis=0)
    savings = np.sort(np.concatenate([own for _, own in true], axis=1), axis=1)
    found = np.array(
        [
            [*probabilities(run), *ranks(run, savings)]
            for run in (simulate(scenario, trials=TRIALS, seed=n) for n in SEEDS[::part])
        ]
    )
    common = np.flatnonzero((truth > RARE) & (truth < 1 - RARE))
    chances = shares(found[:, common], truth[common])
    levels = np.tile(list(PERCENTILES.values()), len(savings))
    placed = shares(found[:, len(truth) :], levels)
    followup = simulate(scenario, trials=TRIALS).results().followup
    fit = 1.0 if followup is None else followup.driver_fit
    told = [(np.sqrt(np.mean(own**2)), own.max()) for own in (chances, placed)]
    return [f"{fit:.3f}", *(f"{share:.2f}" for pair in told for share in pair), GOAL_ERROR]


def probabilities(run: Simulation) -> Array:
    """Return every conditional probability of the portfolio."""
    found = run.portfolio()
    return np.array(
        [
            *found.probability_booked_met,
            *found.probability_gap,
            *found.payback.by,
            found.probability_booked_met_period,
            found.probability_budget_holds_period,
        ]
    )


def yearly_savings(run: Simulation) -> Array:
    """Return what each trial saves in the years after the follow-up, shape (year, trial)."""
    draws, first = run.draws, run.scenario.horizon.years.index(first_open_year(run.scenario))
    saving = run.ledger.flows.saving[:, first:].T
    tiles = range(-(-draws.trials // draws.tile))
    members = range(len(draws.plans))
    found = [saving @ draws.weights(tile, members).rows for tile in tiles]
    return np.concatenate(found, axis=1)[:, : draws.trials]


def ranks(run: Simulation, savings: Array) -> Array:
    """Return where a run's percentiles of each year's saving lie in the truth."""
    spreads = run.portfolio().measures["saving"][-len(savings) :]
    found: list[float] = []
    for year, spread in zip(savings, spreads, strict=True):
        own = [getattr(spread, name) for name in PERCENTILES]
        below, up_to = np.searchsorted(year, own, "left"), np.searchsorted(year, own, "right")
        found += list((below + up_to) / 2 / len(year))
    return np.array(found)


def shares(found: Array, truth: Array) -> Array:
    """Return each figure's root mean square error over that of as many plain trials."""
    errors = np.sqrt(np.mean((found - truth) ** 2, axis=0))
    return np.asarray(errors / np.sqrt(truth * (1 - truth) / TRIALS))


SPEED = """`scenarios/odense-followup.toml` beside `scenarios/odense.toml`, which it follows up, in
turns; a follow-up also simulates what was adopted, on the same draws, and each step between."""
ACCURACY = f"""Of that follow-up with {TRIALS:,} trials: root mean square errors of probabilities
(booked savings met, hole, paid back by each year) and of where the percentiles of each later
year's saving lie, over {len(SEEDS)} seeds, as shares of what as many trials would have that were
drawn plainly and accepted because they fit the facts. All figures together, and the largest; the
truth is {len(TRUE_SEEDS)} other seeds with {TRUE_TRIALS:,} trials each. `fit` is `driver_fit`."""
