"""Arrays of trials to the figures that every model answers, by NumPy."""

from collections.abc import Sequence

import numpy as np

from benchmarks.problem import PERCENTILES, Array, Figures, Problem


def pert_shape(ends: tuple[float, float, float]) -> tuple[float, float]:
    """Return the two parameters of the beta distribution that a PERT distribution is."""
    low, mode, high = ends
    return 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)


def figures_of(problem: Problem, saving: Sequence[Array], outlay: Sequence[Array]) -> Figures:
    """Summarise realised saving and outlay, one array of trials per year."""
    booked, planned_outlay = problem.booked, problem.planned_outlay
    net = [gain - spent for gain, spent in zip(saving, outlay, strict=True)]
    cumulative = np.cumsum(net, axis=0)
    npv = sum(factor * row for factor, row in zip(problem.discount_factors, net, strict=True))
    gaps = [
        (booked[year] - saving[year]) + (outlay[year] - planned_outlay[year])
        for year in range(problem.years)
    ]
    return Figures(
        net=np.array([np.percentile(row, PERCENTILES) for row in net]),
        cumulative=np.array([np.percentile(row, PERCENTILES) for row in cumulative]),
        npv=np.percentile(npv, PERCENTILES),
        net_mean=np.array([row.mean() for row in net]),
        gap_mean=np.array([gap.mean() for gap in gaps]),
        npv_mean=float(np.mean(npv)),
        npv_negative=float(np.mean(npv < 0)),
        booked_met=np.array([np.mean(row >= b) for row, b in zip(saving, booked, strict=True)]),
    )
