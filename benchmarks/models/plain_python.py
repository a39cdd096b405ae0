"""The reference problem by loops of plain Python, without NumPy while it runs."""

from random import Random
from statistics import fmean, quantiles

import numpy as np

from benchmarks.models.arrays import pert_shape
from benchmarks.problem import DELAYS, PERCENTILES, Figures, Problem, read_problem

Rows = list[list[float]]
"""By year, one value per trial."""


def simulate(trials: int, seed: int) -> Figures:
    """Simulate the problem trial by trial."""
    problem, chance = read_problem(), Random(seed)  # noqa: S311 - nothing is kept secret
    saving: Rows = [[] for _ in range(problem.years)]
    outlay: Rows = [[] for _ in range(problem.years)]
    for _ in range(trials):
        add_trial(problem, chance, saving, outlay)
    net = [
        [gain - spent for gain, spent in zip(*rows, strict=True)]
        for rows in zip(saving, outlay, strict=True)
    ]
    return summarise(problem, saving, outlay, net)


def pert(chance: Random, ends: tuple[float, float, float]) -> float:
    """Draw once from a PERT distribution."""
    return ends[0] + (ends[2] - ends[0]) * chance.betavariate(*pert_shape(ends))


def add_trial(problem: Problem, chance: Random, saving: Rows, outlay: Rows) -> None:
    """Draw one trial."""
    saved, spent = [0.0] * problem.years, [0.0] * problem.years
    for item in problem.investments:
        cost, benefit = pert(chance, item.cost), pert(chance, item.benefit)
        success = chance.random() < item.success
        (delay,) = chance.choices(DELAYS, item.delay)
        full = success * benefit * item.saving
        for year in range(problem.years):
            ramp = min(max((year - item.start - delay + 1) / item.ramp, 0.0), 1.0)
            saved[year] += full * ramp
            spent[year] += cost * item.outlay[year]
    for rows, values in ((saving, saved), (outlay, spent)):
        for row, value in zip(rows, values, strict=True):
            row.append(value)


def summarise(problem: Problem, saving: Rows, outlay: Rows, net: Rows) -> Figures:
    """Summarise all trials."""
    cumulative: Rows = [net[0]]
    for row in net[1:]:
        cumulative.append([before + now for before, now in zip(cumulative[-1], row, strict=True)])
    factors = problem.discount_factors.tolist()
    npv = [sum(map(float.__mul__, factors, trial)) for trial in zip(*net, strict=True)]
    booked, planned = problem.booked.tolist(), problem.planned_outlay.tolist()
    gap_means = [
        (booked[year] - fmean(saving[year])) + (fmean(outlay[year]) - planned[year])
        for year in range(problem.years)
    ]
    met = [
        fmean(value >= needed for value in row) for row, needed in zip(saving, booked, strict=True)
    ]
    return Figures(
        net=np.array([percentiles(row) for row in net]),
        cumulative=np.array([percentiles(row) for row in cumulative]),
        npv=np.array(percentiles(npv)),
        net_mean=np.array([fmean(row) for row in net]),
        gap_mean=np.array(gap_means),
        npv_mean=fmean(npv),
        npv_negative=fmean(value < 0 for value in npv),
        booked_met=np.array(met),
    )


def percentiles(values: list[float]) -> list[float]:
    """Return the percentiles by linear interpolation between order statistics."""
    hundredths = quantiles(values, n=100, method="inclusive")
    return [hundredths[rank - 1] for rank in PERCENTILES]
