"""First-order shares of variance against those known in closed form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

import numpy as np
from scipy.special import ndtri

import innobudget as ib
from benchmarks.page import table
from benchmarks.problem import Array
from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.measures.classes import first_order_shares
from innobudget.engine.measures.sensitivity import measure_sensitivity
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work

TRIALS = 100_000
SEEDS = 50
COEFFICIENTS = np.array([1.0, 2.0, 3.0])
PROBABILITIES = np.array([0.3, 0.9])


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A function of independent inputs whose shares are known."""

    name: str
    """In words."""
    outcome: Callable[[Array], Array]
    """Of uniforms, shape (input, trial)."""
    shares: tuple[float, ...]
    """First-order share of each input."""


def linear(uniforms: Array) -> Array:
    """Weigh and add standard normals."""
    return np.asarray(COEFFICIENTS @ ndtri(uniforms))


def ishigami(uniforms: Array) -> Array:
    """Return the function of Ishigami and Homma (1990), a = 7, b = 0.1."""
    x1, x2, x3 = np.pi * (2 * uniforms - 1)
    return np.asarray(np.sin(x1) + 7 * np.sin(x2) ** 2 + 0.1 * x3**4 * np.sin(x1))


def bernoullis(uniforms: Array) -> Array:
    """Multiply what happens or does not."""
    return np.where((uniforms < PROBABILITIES[:, None]).all(axis=0), 1.0, 0.0)


def bernoulli_shares() -> tuple[float, ...]:
    """Return the shares of a product of two: q (1 - p) / (1 - p q) and the other way round."""
    p, q = PROBABILITIES.tolist()
    return q * (1 - p) / (1 - p * q), p * (1 - q) / (1 - p * q)


CASES = (
    Case(name="1, 2, 3 times a normal", outcome=linear, shares=(1 / 14, 4 / 14, 9 / 14)),
    Case(name="Ishigami", outcome=ishigami, shares=(0.3139, 0.4424, 0.0)),
    Case(name="Bernoulli .3 times .9", outcome=bernoullis, shares=bernoulli_shares()),
)


WHOLE = 2500.0 + 5000 / 3 + 1600 / 12
EXACT = {"success": 2500 / WHOLE, "benefit": 2500 / 3 / WHOLE, "cost": 1600 / 12 / WHOLE}
REST = 1 - sum(EXACT.values())


def section(short: bool) -> str:
    """Estimate every share with many seeds and return the table."""
    seeds = 5 if short else SEEDS
    rows = [cells for case in CASES for cells in case_rows(case, seeds)]
    head = ["case, input", "analytic", "mean found", "off by", "sd of one run"]
    equal = [
        equal_cases(count, sampling)
        for count in ((1, 10) if short else (1, 10, 30, 100))
        for sampling in get_args(Sampling)
    ]
    names = ["equal cases, sampling", *EXACT, "interactions", "their standard error"]
    analytic = ["analytic", *(f"{share:.4f}" for share in (*EXACT.values(), REST)), ""]
    return "\n\n".join(
        [
            NOTE.format(trials=TRIALS, seeds=seeds),
            table(head, rows),
            EQUAL_NOTE.format(trials=TRIALS),
            table(names, [analytic, *equal]),
        ]
    )


def equal_cases(count: int, sampling: Sampling) -> list[str]:
    """Measure a portfolio of equal cases, each 100 S F - 40 C, and return a row of the table."""
    scenario = ib.Scenario(
        assumptions=ib.Assumptions(name="Equal cases", base_year=2026, horizon=1),
        investments=tuple(map(one_of_them, range(count))),
        sampled=ib.Sampled(trials=TRIALS, sampling=sampling),
    )
    simulation = simulate(scenario)
    means = np.zeros(sum(len(plan.weights) for plan in simulation.draws.plans))
    found = measure_sensitivity(simulation.draws, simulation.ledger, means, Work())
    together = dict.fromkeys(EXACT, 0.0)
    for item in found.influences:
        together[item.quantity.split(".")[1]] += item.share_of_variance.npv or 0.0
    figures = (*together.values(), found.interactions.npv, found.interactions_error.npv)
    return [f"{count}, {sampling}", *(f"{figure:.4f}" for figure in figures)]


def one_of_them(number: int) -> ib.Investment:
    """Return one of the equal cases."""
    return ib.Investment(
        id=f"case-{number}",
        name="One of some equal cases",
        stages=(ib.Stage(outlay={2026: 40.0}, success=0.5),),
        cost_factor=ib.Uniform(uniform=(0.5, 1.5)),
        benefit_factor=ib.Uniform(uniform=(0.0, 2.0)),
        effects=(ib.Effect(amount=100.0, start=2026, years=1),),
    )


def case_rows(case: Case, seeds: int) -> Iterator[list[str]]:
    """Yield one row for each input and one for what is left to interactions."""
    found = np.array([estimates(case, seed) for seed in range(1, seeds + 1)])
    columns = [*found.T, 1 - found.sum(axis=1)]
    names = [*(f"x{number}" for number in range(1, len(columns))), "interactions"]
    for name, own, known in zip(names, columns, [*case.shares, 1 - sum(case.shares)], strict=True):
        off = f"{own.mean() - known:+.4f}"
        label = f"{case.name}, {name}"
        yield [label, f"{known:.4f}", f"{own.mean():.4f}", off, f"{own.std(ddof=1):.4f}"]


def estimates(case: Case, seed: int) -> Array:
    """Return every input's share from one set of plain random trials."""
    streams = Streams(seed)
    uniforms = np.array([streams.uniforms(f"x{n}", 0, TRIALS) for n in range(len(case.shares))])
    return first_order_shares(list(uniforms), case.outcome(uniforms)[None, :])[:, 0]


EQUAL_NOTE = """Portfolios of equal cases, each 100 S F - 40 C: S is Bernoulli(.5), F uniform
on 0 to 2, C uniform on .5 to 1.5. Shares of all cases together, {trials:,} trials, one seed."""
NOTE = """The engine's `first_order_shares` on {trials:,} plain random trials, {seeds} seeds.
Ishigami and Homma (1990) with a = 7, b = 0.1; the third input acts only together with the
first."""
