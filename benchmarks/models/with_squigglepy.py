"""The reference problem in squigglepy: `distribution @ trials` gives samples, NumPy the rest.

A formula of distributions samples each of them anew wherever it stands, so what years share
is sampled first.
"""

import numpy as np
import squigglepy as sq

from benchmarks.models.arrays import figures_of
from benchmarks.problem import Figures, read_problem


def simulate(trials: int, seed: int) -> Figures:
    """Sample every quantity, then compute with the samples."""
    problem = read_problem()
    sq.set_seed(seed)
    saving = np.zeros((problem.years, trials))
    outlay = np.zeros((problem.years, trials))
    for item in problem.investments:
        cost = sq.pert(*item.cost) @ trials
        benefit = sq.pert(*item.benefit) @ trials
        success = sq.bernoulli(p=item.success) @ trials
        delay = sq.discrete(dict(enumerate(item.delay))) @ trials
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = np.clip((year - item.start - delay + 1) / item.ramp, 0, 1)
            saving[year] += full * ramp
            outlay[year] += cost * item.outlay[year]
    return figures_of(problem, list(saving), list(outlay))
