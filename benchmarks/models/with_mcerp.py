"""The reference problem in mcerp: numbers with uncertainty, in ordinary formulas."""

from typing import Any

import mcerp
import numpy as np
from scipy.stats import rv_discrete

from benchmarks.models.arrays import figures_of, pert_shape
from benchmarks.problem import DELAYS, Figures, read_problem


def simulate(trials: int, seed: int) -> Figures:
    """Compute with uncertain numbers; each holds its trials, drawn by a Latin hypercube."""
    problem = read_problem()
    mcerp.npts = trials
    np.random.seed(seed)  # noqa: NPY002 - mcerp draws from NumPy's global generator
    saving: list[Any] = [0.0] * problem.years
    outlay: list[Any] = [0.0] * problem.years
    for item in problem.investments:
        cost, benefit = pert(item.cost), pert(item.benefit)
        success = mcerp.Bern(item.success)
        delay = mcerp.uv(rv_discrete(values=(DELAYS, item.delay))())
        full = success * benefit * item.saving
        for year in range(problem.years):
            saving[year] += full * clipped((year - item.start - delay + 1) / item.ramp)
            outlay[year] += cost * item.outlay[year]
    return figures_of(problem, [sum_._mcpts for sum_ in saving], [sum_._mcpts for sum_ in outlay])  # noqa: SLF001 - the only way to its trials


def pert(ends: tuple[float, float, float]) -> Any:  # noqa: ANN401 - mcerp has no types
    """Return a PERT distribution; `mcerp.PERT` refuses some symmetric ones by rounding."""
    return mcerp.Beta(*pert_shape(ends), ends[0], ends[2])


def clipped(number: Any) -> Any:  # noqa: ANN401 - mcerp has no types
    """Clip an uncertain number to between 0 and 1; mcerp has neither minimum nor maximum."""
    return (abs(number) - abs(number - 1) + 1) / 2
