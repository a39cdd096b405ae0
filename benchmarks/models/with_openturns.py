"""The reference problem in OpenTURNS: one joint distribution, its sample taken as an array.

A `PythonFunction` of samples would do as well; its copies double the time.
"""

import numpy as np
import openturns as ot

from benchmarks.models.arrays import figures_of, pert_shape
from benchmarks.problem import DELAYS, Figures, Problem, read_problem

INPUTS = 4
"""Cost, benefit, success and delay of each investment."""


def simulate(trials: int, seed: int) -> Figures:
    """Draw the inputs, then compute with the arrays."""
    problem = read_problem()
    ot.RandomGenerator.SetSeed(seed)
    drawn = np.ascontiguousarray(np.asarray(joint(problem).getSample(trials)).T)
    saving = np.zeros((problem.years, trials))
    outlay = np.zeros((problem.years, trials))
    for number, item in enumerate(problem.investments):
        cost, benefit, success, delay = drawn[INPUTS * number : INPUTS * (number + 1)]
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = np.clip((year - item.start - delay + 1) / item.ramp, 0, 1)
            saving[year] += full * ramp
            outlay[year] += cost * item.outlay[year]
    return figures_of(problem, list(saving), list(outlay))


def joint(problem: Problem) -> ot.JointDistribution:
    """Return the distribution of all inputs."""
    marginals = []
    for item in problem.investments:
        marginals += [
            *(ot.Beta(*pert_shape(ends), ends[0], ends[2]) for ends in (item.cost, item.benefit)),
            ot.Bernoulli(item.success),
            ot.FiniteDiscreteDistribution([[float(delay)] for delay in DELAYS], item.delay),
        ]
    return ot.JointDistribution(marginals)
