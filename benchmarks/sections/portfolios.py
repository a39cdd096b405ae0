"""Figures of random scenarios, against what plain random numbers would give."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from os import cpu_count

import numpy as np

from benchmarks.page import table
from benchmarks.problem import Array
from benchmarks.processes import in_own_process
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.results import PERCENTILES
from innobudget.domain.scenario import Assumptions, Booking, Sampled, Scenario
from innobudget.domain.uncertainty import Choice, Lognormal, Normal, Pert, Uncertain, Uniform
from innobudget.engine.collecting.sample import Values
from innobudget.engine.registry import registry
from innobudget.engine.simulation import Simulation, simulate

BASE_YEAR = 2026
HORIZON = 6
SCENARIOS = 200
TRIALS = (1_000, 4_096, 10_000, 16_384, 30_000, 100_000)
SEEDS = 16
SEEDS_AGAIN = 200
"""Other seeds, for the figure that was the worst: being the worst of many is mostly chance."""
FIRST_AGAIN = 1_000
LEVELS = np.array(list(PERCENTILES.values()))
REFERENCE_TRIALS = 131_072
RATIOS = "benchmarks.sections.portfolios:ratios"
RARE = 0.02
"""Probabilities closer to 0 or 1 than this are not compared."""


def section(short: bool) -> str:
    """Search random scenarios for the worst figure at each number of trials."""
    scenarios, again = (4, 40) if short else (SCENARIOS, SEEDS_AGAIN)
    rows = []
    for trials in TRIALS[: 2 if short else None]:
        calls = [(number, trials, 0, SEEDS) for number in range(scenarios)]
        with ThreadPoolExecutor(cpu_count()) as pool:
            found = list(pool.map(lambda call: in_own_process(RATIOS, *call), calls))
        every = np.array([ratio for own in found for ratio in own.values()])
        number = int(np.argmax([max(own.values()) for own in found]))
        name = max(found[number], key=found[number].__getitem__)
        ratio = in_own_process(RATIOS, number, trials, FIRST_AGAIN, again)[name]
        rows.append(
            [
                f"{trials:,}",
                f"{len(every):,}",
                f"{np.sqrt(np.mean(every**2)):.2f}",
                f"{every.max():.2f}",
                f"{number}: {name}",
                f"{ratio:.2f}",
            ]
        )
    head = ["trials", "figures", "root mean square", "worst", "which", f"again, {again} seeds"]
    text = PORTFOLIOS.format(scenarios=scenarios, seeds=SEEDS)
    return "\n\n".join([text, table(head, rows)])


def ratios(number: int, trials: int, first: int, seeds: int) -> dict[str, float]:
    """Return how much each figure of a random scenario varies with the seed, over plain's error."""
    scenario = random_scenario(number)
    plain = replace(scenario, sampled=replace(scenario.sampled, sampling="random"))
    rank = ranker(simulate(plain, trials=REFERENCE_TRIALS, seed=number))
    dimensions = registry([scenario])
    found = [
        dict(shares(simulate(scenario, trials=trials, seed=seed, dimensions=dimensions), rank))
        for seed in range(first, first + seeds)
    ]
    kept = {name: np.array([one[name] for one in found]) for name in found[0]}
    return {
        name: float(np.std(values, ddof=1) / np.sqrt(plain_variance(name, values) / trials))
        for name, values in kept.items()
        if RARE < values.mean() < 1 - RARE
    }


def plain_variance(name: str, values: Array) -> float:
    """Return the variance of one trial: of a percentile's rank that of its probability."""
    level = PERCENTILES.get(name.rsplit(" ", 1)[-1], values.mean())
    return float(level * (1 - level))


def shares(
    simulation: Simulation, rank: Callable[[int, Array], Array]
) -> Iterator[tuple[str, float]]:
    """Yield every probability, and of every percentile which share of the truth lies below it."""
    outcome, collected = simulation.portfolio(), simulation.ledger.collected
    for name in ("probability_booked_met", "probability_gap"):
        for year, value in enumerate(getattr(outcome, name)):
            yield f"{name} {year}", value or 0.0
    for name in (
        "probability_booked_met_period",
        "probability_budget_holds_period",
        "probability_npv_positive",
    ):
        yield name, getattr(outcome, name) or 0.0
    for row, sample in enumerate(collected.samples):
        found = rank(row, np.array([sample.quantile(level) for level in LEVELS]))
        yield from zip((f"row {row} {name}" for name in PERCENTILES), found.tolist(), strict=True)


def ranker(reference: Simulation) -> Callable[[int, Array], Array]:
    """Return what ranks percentiles of a row; on repeated values any rank of theirs is right."""
    samples = reference.ledger.collected.samples
    order = [np.sort(sample.values) for sample in samples if isinstance(sample, Values)]

    def rank(row: int, values: Array) -> Array:
        known = order[row]
        margin = 1e-9 * (1 + np.abs(values))
        low = np.searchsorted(known, values - margin) / len(known)
        high = np.searchsorted(known, values + margin, side="right") / len(known)
        return np.asarray(np.clip(LEVELS, low, high))

    return rank


def random_scenario(number: int) -> Scenario:
    """Return a scenario of one to nine investments that chance has made."""
    draw = np.random.default_rng([2026, number])
    return Scenario(
        assumptions=Assumptions(name=f"{number}", base_year=BASE_YEAR, horizon=HORIZON),
        sampled=Sampled(),
        booking=Booking(share=float(draw.uniform(0.3, 1.0))),
        investments=tuple(investment(draw, f"case-{k}") for k in range(draw.integers(1, 10))),
    )


def investment(draw: np.random.Generator, name: str) -> Investment:
    """Return an investment of one to three stages and one or two effects."""
    scale = float(10 ** draw.uniform(5, 7))
    stages = tuple(
        Stage(
            outlay={BASE_YEAR + stage: float(scale * draw.uniform(0.2, 1))},
            success=float(draw.uniform(0.3, 1)),
        )
        for stage in range(draw.integers(1, 4))
    )
    effects = tuple(
        Effect(
            amount=float(scale * draw.uniform(0.1, 1)),
            start=BASE_YEAR + int(draw.integers(1, 4)),
            ramp=(float(draw.uniform(0.2, 0.8)), 1.0),
            certain=bool(draw.random() < 0.2),
        )
        for _ in range(draw.integers(1, 3))
    )
    return Investment(
        id=name,
        stages=stages,
        effects=effects,
        cost_factor=factor(draw, 1.2),
        benefit_factor=factor(draw, 0.9),
        failure_factor=float(draw.choice([0.0, -0.3, 0.2])),
        delay=delay(draw),
    )


def factor(draw: np.random.Generator, middle: float) -> Uncertain:
    """Return a distribution around some middle."""
    width = float(draw.uniform(0.1, 0.8))
    low, high = middle - width, middle + 2 * width
    forms: tuple[Uncertain, ...] = (
        Pert(pert=(low, middle, high)),
        Uniform(uniform=(low, high)),
        Normal(normal=(middle, width)),
        Lognormal(lognormal=(middle, width)),
        Choice(choice=((low, 0.4), (middle, 0.35), (high, 0.25))),
    )
    return forms[draw.integers(len(forms))]


def delay(draw: np.random.Generator) -> Uncertain:
    """Return no delay, some whole years, or any part of them. [years]"""
    forms: tuple[Uncertain, ...] = (
        0.0,
        Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
        Uniform(uniform=(0.0, 2.5)),
    )
    return forms[draw.integers(len(forms))]


PORTFOLIOS = """{scenarios} random scenarios of one to nine investments over six years, stages,
delays and factors of every kind, with the default sampling: every probability, and every
percentile's rank among the values of a large plain run. How much each varies over {seeds} seeds,
over the error of plain random sampling by the binomial formula; years and rows counted from 0.
The worst of so many figures is mostly chance, so it was run again with other seeds: 1 is as good as
plain random numbers, less is better."""
