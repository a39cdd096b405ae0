"""A follow-up against a run: what it takes, and how sure its conditional figures are."""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

import numpy as np

from benchmarks.page import table
from benchmarks.paths import FOLLOWUP, ODENSE
from benchmarks.problem import Array
from benchmarks.processes import measured, measured_command
from innobudget.domain.drivers import Driver
from innobudget.domain.rebooking import first_open_year
from innobudget.domain.results import PERCENTILES, Outcome
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.flows import Flows
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
    rows = [
        [f"{label}: {row[0]}", fit(other), *row[1:]]
        for label, other in compared.items()
        for row in compare(other, 10 if short else 1)
    ]
    speed = table(
        ["", "run, s", "follow-up, s", "ratio", "goal"], [*times(1 if short else REPEATS)]
    )
    kinds = (("probabilities", "error", "largest"), ("ranks", "error", "largest"))
    head = ["follow-up with", "fit", *(word for kind in kinds for word in kind), "goal"]
    return "\n\n".join([SPEED, speed, ACCURACY, table(head, rows)])


def fit(scenario: Scenario) -> str:
    """Return `driver_fit`."""
    followup = simulate(scenario, trials=TRIALS).results().followup
    return f"{1.0 if followup is None else followup.driver_fit:.3f}"


def times(repeats: int) -> Iterator[list[str]]:
    """Yield a row for the whole command and one for its figures alone, in turns."""
    with tempfile.TemporaryDirectory() as folder:

        def command(path: Path) -> float:
            words = ["run", str(path), "--out", str(Path(folder, path.stem)), "--quiet"]
            return measured_command([sys.executable, "-m", "innobudget", *words])["seconds"]

        def alone(path: Path) -> float:
            scenario = load_scenario(path)
            return measured(lambda: simulate(scenario).results())[1]["seconds"]

        for label, way in (("whole command", command), ("figures alone", alone)):
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


def compare(scenario: Scenario, part: int) -> Iterator[list[str]]:
    """Yield errors as shares of what as many plain, accepted trials would have.

    A row for the portfolio, one for the cases each by itself, and one for all of these.
    """
    true = [
        figures(simulate(scenario, trials=TRUE_TRIALS, seed=seed), with_savings=True)
        for seed in TRUE_SEEDS[::part]
    ]
    found = [figures(simulate(scenario, trials=TRIALS, seed=seed)) for seed in SEEDS[::part]]
    errors = [
        (
            chance_errors([own[number] for own in found], of),
            rank_errors([own[number] for own in found], of),
        )
        for number, of in enumerate(zip(*true, strict=True))
    ]
    for label, members in (("portfolio", errors[:1]), ("each case", errors[1:]), ("all", errors)):
        told = [np.concatenate(kind) for kind in zip(*members, strict=True)]
        sizes = (
            (f"{len(own)}", *(f"{share:.2f}" for share in (np.sqrt(np.mean(own**2)), own.max())))
            for own in told
        )
        yield [label, *(cell for size in sizes for cell in size), GOAL_ERROR]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one run says of the portfolio or of a case."""

    probabilities: Array
    """Every conditional probability; NaN where there is none."""
    percentiles: Array
    """Of the saving in each year after the follow-up, shape (year, percentile). [currency]"""
    savings: Array
    """What each trial saves in those years, shape (year, trial); or no trials. [currency]"""


def figures(run: Simulation, *, with_savings: bool = False) -> list[Figures]:
    """Return those of the portfolio and of every case."""
    results, plans = run.results(), run.draws.plans
    first = run.scenario.horizon.years.index(first_open_year(run.scenario))
    numbers = {plan.investment.id: number for number, plan in enumerate(plans)}
    parts = [(results.portfolio, range(len(plans)))]
    parts += [
        (item.outcome, range(numbers[item.id], numbers[item.id] + 1))
        for item in results.investments
    ]
    return [
        Figures(
            probabilities=probabilities(outcome),
            percentiles=np.array(
                [
                    [getattr(spread, name) for name in PERCENTILES]
                    for spread in outcome.measures["saving"][first:]
                ]
            ),
            savings=yearly_savings(run, members, first) if with_savings else np.empty((0, 0)),
        )
        for outcome, members in parts
    ]


def probabilities(found: Outcome) -> Array:
    """Return every conditional probability of an outcome; NaN where there is none."""
    told = (
        *found.probability_booked_met,
        *found.probability_gap,
        *found.payback.by,
        found.probability_booked_met_period,
        found.probability_budget_holds_period,
    )
    return np.array(told, dtype=float)


def yearly_savings(run: Simulation, members: range, first: int) -> Array:
    """Return what each trial saves in the years from one on, shape (year, trial)."""
    draws = run.draws
    flows = Flows.side_by_side(draws.plans[member].total for member in members)
    saving = flows.saving[:, first:].T
    tiles = range(-(-draws.trials // draws.tile))
    found = [saving @ draws.weights(tile, members).joined(tuple(members)) for tile in tiles]
    return np.concatenate(found, axis=1)[:, : draws.trials]


def chance_errors(found: Sequence[Figures], true: Sequence[Figures]) -> Array:
    """Return the errors of probabilities that are neither rare nor nearly certain."""
    truth = np.mean([own.probabilities for own in true], axis=0)
    common = (truth > RARE) & (truth < 1 - RARE)
    return shares(np.array([own.probabilities[common] for own in found]), truth[common])


def rank_errors(found: Sequence[Figures], true: Sequence[Figures]) -> Array:
    """Return the errors of where percentiles lie in the truth; one that is never wrong is no error.

    The saving of a case that fails, say, is nothing in many trials, and nothing is right for each
    percentile that they hold.
    """
    savings = np.sort(np.concatenate([own.savings for own in true], axis=1), axis=1)
    levels = np.array(list(PERCENTILES.values()))
    errors = shares(np.array([ranks(own, savings) for own in found]), levels).ravel()
    return errors[errors > 0]


def ranks(own: Figures, savings: Array) -> Array:
    """Return where percentiles lie in sorted savings, shape (year, percentile).

    Of the ranks that one shares with others, the nearest to its own.
    """
    found = []
    for year, amounts in zip(savings, own.percentiles, strict=True):
        below, up_to = (np.searchsorted(year, amounts, side) for side in ("left", "right"))
        levels = list(PERCENTILES.values())
        found.append(np.clip(levels, below / len(year), up_to / len(year)))
    return np.array(found)


def shares(found: Array, truth: Array) -> Array:
    """Return each figure's root mean square error over that of as many plain trials."""
    errors = np.sqrt(np.mean((found - truth) ** 2, axis=0))
    return np.asarray(errors / np.sqrt(truth * (1 - truth) / TRIALS))


SPEED = """`scenarios/odense-followup.toml` beside `scenarios/odense.toml`, which it follows up, in
turns; a follow-up also simulates what was adopted, on the same draws, and each step between."""
ACCURACY = f"""Of that follow-up with {TRIALS:,} trials: root mean square errors of probabilities
(booked savings met, hole, budget holds, paid back by each year) and of where the percentiles of
each later year's saving lie, over {len(SEEDS)} seeds, as shares of what as many trials would have
that were drawn plainly and accepted because they fit the facts: how many figures, all together,
and the largest. The truth is {len(TRUE_SEEDS)} other seeds with {TRUE_TRIALS:,} trials each. `fit`
is `driver_fit`."""
