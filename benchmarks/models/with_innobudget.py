"""The reference problem by this library's public `simulate`."""

from functools import cache, partial

import numpy as np

import innobudget as ib
from benchmarks.paths import PROBLEM
from benchmarks.problem import PERCENTILES, Array, Figures
from innobudget.domain.results import Spread
from innobudget.domain.scenario import Scenario

THOUSAND = 1_000


def simulate(trials: int, seed: int, threads: int) -> Figures:
    """Simulate the problem and take every figure of the portfolio."""
    portfolio = ib.simulate(problem(), trials=trials, seed=seed, threads=threads).portfolio
    net = portfolio.measures["net_effect"]
    return Figures(
        net=np.array([percentiles(spread) for spread in net]),
        cumulative=np.array([percentiles(row) for row in portfolio.measures["cumulative_net"]]),
        npv=percentiles(portfolio.npv),
        net_mean=np.array([spread.mean for spread in net]) / THOUSAND,
        gap_mean=np.array([row.mean for row in portfolio.measures["budget_gap"]]) / THOUSAND,
        npv_mean=portfolio.npv.mean / THOUSAND,
        npv_negative=1 - portfolio.probability_npv_positive,
        booked_met=np.array([chance or 0.0 for chance in portfolio.probability_booked_met]),
    )


@cache
def problem() -> Scenario:
    """Read the problem once, in the warm-up, as the other models do."""
    return ib.load_scenario(PROBLEM)


def percentiles(spread: Spread) -> Array:
    """Return the percentiles that every model gives. [thousand euro]"""
    return np.array([getattr(spread, f"p{rank:02}") for rank in PERCENTILES]) / THOUSAND


one_thread = partial(simulate, threads=1)
two_threads = partial(simulate, threads=2)
