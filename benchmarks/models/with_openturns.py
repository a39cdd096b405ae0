"""The reference problem in OpenTURNS: a joint distribution through a function of samples."""

import numpy as np
import openturns as ot

from benchmarks.models.arrays import figures_of, pert_shape
from benchmarks.problem import DELAYS, Array, Figures, Problem, read_problem

INPUTS = 4
"""Cost, benefit, success and delay of each investment."""


def simulate(trials: int, seed: int) -> Figures:
    """Push a sample of the inputs through the model."""
    problem = read_problem()
    ot.RandomGenerator.SetSeed(seed)

    def outcomes(sample: ot.Sample) -> Array:
        return yearly(problem, np.asarray(sample))

    size = INPUTS * len(problem.investments)
    function = ot.PythonFunction(size, 2 * problem.years, func_sample=outcomes)
    vector = ot.CompositeRandomVector(function, ot.RandomVector(joint(problem)))
    found = np.asarray(vector.getSample(trials)).T
    return figures_of(problem, list(found[: problem.years]), list(found[problem.years :]))


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


def yearly(problem: Problem, drawn: Array) -> Array:
    """Return realised saving, then outlay, by year, shape (trial, 2 * year)."""
    found = np.zeros((len(drawn), 2 * problem.years))
    for number, item in enumerate(problem.investments):
        cost, benefit, success, delay = drawn[:, INPUTS * number : INPUTS * (number + 1)].T
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = np.clip((year - item.start - delay + 1) / item.ramp, 0, 1)
            found[:, year] += full * ramp
            found[:, problem.years + year] += cost * item.outlay[year]
    return found
