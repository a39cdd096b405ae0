"""How far service indicators go: shares of the way to their targets."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.columns import Columns
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan

Members = Sequence[tuple[int, InvestmentPlan]]
"""Investments with the number of the source of their weights."""


def quality_outcomes(plan: InvestmentPlan) -> Mapping[str, Array]:
    """Return the share of the way that each indicator goes, each of shape (weight, year). [1]"""
    outcomes = {}
    for number, share in enumerate(plan.quality):
        rows = np.zeros((len(plan.weights), share.shape[1]))
        rows[plan.weights.benefit] = share
        outcomes[f"quality.{number}"] = rows
    return outcomes


def service_wanted(members: Members) -> Iterator[Wanted]:
    """Want the indicators of each investment that has any."""
    for member, plan in members:
        outcomes = quality_outcomes(plan)
        if outcomes:
            yield Wanted(columns=Columns.of((member,), outcomes, clipped=tuple(outcomes)))


def mean_ways(members: Members, found: Iterator[Collected], year: int) -> Iterator[float]:
    """Yield the mean way of each indicator in a year of the horizon, taking what was wanted."""
    for _, plan in members:
        if plan.quality:
            collected = next(found)
            for number in range(len(plan.quality)):
                yield collected.sample(f"quality.{number}", year).mean
