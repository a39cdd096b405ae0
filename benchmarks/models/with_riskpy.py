"""The reference problem in open-riskpy: a model of named inputs, drawn all at once.

Its formulas give one output; `Model.sample` is its way to several.
"""

import numpy as np
from riskpy.mc import PERT, Bernoulli, Categorical, Model

from benchmarks.models.arrays import figures_of
from benchmarks.problem import DELAYS, Figures, read_problem


def simulate(trials: int, seed: int) -> Figures:
    """Draw the inputs, then compute with the arrays."""
    problem = read_problem()
    inputs = {}
    for number, item in enumerate(problem.investments):
        inputs[f"cost_{number}"] = PERT(*item.cost)
        inputs[f"benefit_{number}"] = PERT(*item.benefit)
        inputs[f"success_{number}"] = Bernoulli(item.success)
        inputs[f"delay_{number}"] = Categorical(DELAYS, item.delay)
    drawn = Model(**inputs).sample(trials, seed=seed)
    saving = np.zeros((problem.years, trials))
    outlay = np.zeros((problem.years, trials))
    for number, item in enumerate(problem.investments):
        full = drawn[f"success_{number}"] * drawn[f"benefit_{number}"] * item.saving
        for year in range(problem.years):
            late = year - item.start - drawn[f"delay_{number}"] + 1
            saving[year] += full * np.clip(late / item.ramp, 0, 1)
            outlay[year] += drawn[f"cost_{number}"] * item.outlay[year]
    return figures_of(problem, list(saving), list(outlay))
