"""The reference problem in probabilit: a graph of distributions, sampled as a whole."""

from typing import Any

from probabilit.distributions import PERT
from probabilit.modeling import DiscreteDistribution, Distribution, Max, Min

from benchmarks.models.arrays import figures_of
from benchmarks.problem import DELAYS, Figures, read_problem


def simulate(trials: int, seed: int) -> Figures:
    """Build the graph and sample its last node; every node keeps its samples."""
    problem = read_problem()
    saving: list[Any] = [0.0] * problem.years
    outlay: list[Any] = [0.0] * problem.years
    for item in problem.investments:
        cost, benefit = PERT(*item.cost), PERT(*item.benefit)
        success = Distribution("bernoulli", p=item.success)
        delay = DiscreteDistribution(DELAYS, probabilities=item.delay)
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = Min(Max((year - item.start - delay + 1) / item.ramp, 0), 1)
            saving[year] = saving[year] + full * ramp
            outlay[year] = outlay[year] + cost * item.outlay[year]
    npv: Any = 0.0
    for year, factor in enumerate(problem.discount_factors):
        npv = npv + (saving[year] - outlay[year]) * float(factor)
    npv.sample(trials, random_state=seed)
    return figures_of(
        problem, [node.samples_ for node in saving], [node.samples_ for node in outlay]
    )
