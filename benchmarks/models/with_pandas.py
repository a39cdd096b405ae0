"""The reference problem on pandas tables: a row per trial, a column per year."""

import numpy as np
import pandas as pd

from benchmarks.models.straightforward_numpy import pert
from benchmarks.problem import DELAYS, PERCENTILES, Array, Figures, read_problem


def simulate(trials: int, seed: int) -> Figures:
    """Simulate the problem column by column."""
    problem, rng = read_problem(), np.random.default_rng(seed)
    years = range(problem.years)
    saving = pd.DataFrame(0.0, index=range(trials), columns=years)
    outlay = pd.DataFrame(0.0, index=range(trials), columns=years)
    for item in problem.investments:
        drawn = pd.DataFrame(
            {
                "cost": pert(rng, item.cost, trials),
                "benefit": pert(rng, item.benefit, trials),
                "success": rng.random(trials) < item.success,
                "delay": rng.choice(DELAYS, trials, p=item.delay),
            }
        )
        full = drawn["success"] * drawn["benefit"] * item.saving
        for year in years:
            ramp = ((year - item.start - drawn["delay"] + 1) / item.ramp).clip(0, 1)
            saving[year] += full * ramp
            outlay[year] += drawn["cost"] * item.outlay[year]
    net = saving - outlay
    npv = net.mul(problem.discount_factors, axis=1).sum(axis=1)
    gap = (problem.booked - saving) + (outlay - problem.planned_outlay)
    return Figures(
        net=quantiles(net),
        cumulative=quantiles(net.cumsum(axis=1)),
        npv=quantiles(npv.to_frame())[0],
        net_mean=net.mean().to_numpy(),
        gap_mean=gap.mean().to_numpy(),
        npv_mean=float(npv.mean()),
        npv_negative=float((npv < 0).mean()),
        booked_met=(saving >= problem.booked).mean().to_numpy(),
    )


def quantiles(table: pd.DataFrame) -> Array:
    """Return the percentiles of every column, shape (column, percentile)."""
    return table.quantile([rank / 100 for rank in PERCENTILES]).to_numpy().T
