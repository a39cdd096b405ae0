"""The reference problem in monaco: a simulation of cases, each run by three functions."""

from typing import Any

import monaco as mc
import numpy as np
from scipy.stats import bernoulli, beta, rv_discrete

from benchmarks.models.arrays import figures_of, pert_shape
from benchmarks.problem import DELAYS, Array, Figures, Problem, read_problem

QUANTITIES = ("cost", "benefit", "success", "delay")
PROBLEM = read_problem()


def simulate(trials: int, seed: int) -> Figures:
    """Run one case per trial, as its template does, and collect the cases' outputs."""
    functions = {
        mc.SimFunctions.PREPROCESS: preprocess,
        mc.SimFunctions.RUN: run,
        mc.SimFunctions.POSTPROCESS: postprocess,
    }
    sim = mc.Sim(name="reference", ndraws=trials, fcns=functions, seed=seed, verbose=False)
    add_inputs(sim, PROBLEM)
    sim.runSim()
    saving, outlay = (np.array(sim.outvars[name].nums).T for name in ("saving", "outlay"))
    return figures_of(PROBLEM, list(saving), list(outlay))


def add_inputs(sim: Any, problem: Problem) -> None:  # noqa: ANN401 - monaco has no types here
    """Add four variables for each investment."""
    for number, item in enumerate(problem.investments):
        for name, ends in (("cost", item.cost), ("benefit", item.benefit)):
            alpha, other = pert_shape(ends)
            options = {"a": alpha, "b": other, "loc": ends[0], "scale": ends[2] - ends[0]}
            sim.addInVar(name=f"{name} {number}", dist=beta, distkwargs=options)
        sim.addInVar(name=f"success {number}", dist=bernoulli, distkwargs={"p": item.success})
        delay = rv_discrete(values=(DELAYS, item.delay))
        sim.addInVar(name=f"delay {number}", dist=delay, distkwargs={})


def preprocess(case: mc.Case) -> tuple[list[Array]]:
    """Take a case's inputs: one row per investment."""
    numbers = range(len(PROBLEM.investments))
    return ([np.array([case.invals[f"{q} {n}"].val for q in QUANTITIES]) for n in numbers],)


def run(inputs: list[Array]) -> tuple[Array, Array]:
    """Compute one case: realised saving and outlay by year."""
    years = np.arange(PROBLEM.years)
    saving, outlay = np.zeros(PROBLEM.years), np.zeros(PROBLEM.years)
    for item, (cost, benefit, success, delay) in zip(PROBLEM.investments, inputs, strict=True):
        ramp = np.clip((years - item.start - delay + 1) / item.ramp, 0, 1)
        saving += success * benefit * item.saving * ramp
        outlay += cost * np.array(item.outlay)
    return saving, outlay


def postprocess(case: mc.Case, saving: Array, outlay: Array) -> None:
    """Hand a case's outputs back."""
    case.addOutVal("saving", saving)
    case.addOutVal("outlay", outlay)
