"""The reference problem as an analyst who knows NumPy writes it."""

import numpy as np

from benchmarks.models.arrays import figures_of, pert_shape
from benchmarks.problem import DELAYS, Array, Figures, read_problem


def pert(rng: np.random.Generator, ends: tuple[float, float, float], trials: int) -> Array:
    """Draw from a PERT distribution."""
    alpha, beta = pert_shape(ends)
    return ends[0] + (ends[2] - ends[0]) * rng.beta(alpha, beta, trials)


def simulate(trials: int, seed: int) -> Figures:
    """Simulate the problem: loops over investments and years, arrays over trials."""
    problem, rng = read_problem(), np.random.default_rng(seed)
    saving = np.zeros((problem.years, trials))
    outlay = np.zeros((problem.years, trials))
    for item in problem.investments:
        cost = pert(rng, item.cost, trials)
        benefit = pert(rng, item.benefit, trials)
        success = rng.random(trials) < item.success
        delay = rng.choice(DELAYS, trials, p=item.delay)
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = np.clip((year - item.start - delay + 1) / item.ramp, 0, 1)
            saving[year] += full * ramp
            outlay[year] += cost * item.outlay[year]
    return figures_of(problem, list(saving), list(outlay))
