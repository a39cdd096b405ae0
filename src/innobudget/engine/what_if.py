"""A portfolio's outcome, trial by trial: the weights of some trials times the plan."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array, Flows
from innobudget.engine.plan import paid_back_from, plan_investment
from innobudget.engine.trials import Trials


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The portfolio's outcome in each trial. Shapes (trial, year), or as stated."""

    booked: Array
    """Booked saving, shape (year,). [currency]"""
    running: Array
    """Planned running costs, at most 0, shape (year,). [currency]"""
    budgeted_spending: Array
    """Planned outlay and budgeted disruption, shape (year,). [currency]"""
    saving: Array
    """Realised saving. [currency]"""
    net_effect: Array
    """Saving less outlay and disruption. [currency]"""
    budget_gap: Array
    """Positive is a hole in the adopted budget. [currency]"""
    cumulative_net: Array
    """Net effect so far. [currency]"""
    npv: Array
    """Net effects as one amount of the base year, shape (trial,). [currency]"""
    payback_year: NDArray[np.intp]
    """First year from which the net effect so far stays at or above zero; the year after the
    horizon: never. Shape (trial,). [calendar year]"""
    confidence: float
    """How sure the council wants to be."""


def what_if(scenario: Scenario, trials: Trials) -> WhatIf:
    """Compute the portfolio's outcome in some trials of its own simulation."""
    horizon, assumptions = scenario.horizon, scenario.assumptions
    plans = [plan_investment(scenario, item) for item in scenario.enabled]
    flows = Flows.side_by_side(plan.total for plan in plans)
    weights = np.concatenate(trials.weights).T
    saving, net = weights @ flows.saving, weights @ flows.net_effect
    cumulative = net.cumsum(axis=1)
    factors = (1 + assumptions.discount_rate) ** -np.arange(horizon.length, dtype=float)
    return WhatIf(
        booked=flows.booked,
        running=flows.running,
        budgeted_spending=flows.planned_outlay + flows.budgeted_disruption,
        saving=saving,
        net_effect=net,
        budget_gap=flows.budgeted_net - net,
        cumulative_net=cumulative,
        npv=net @ factors,
        payback_year=horizon.base_year + paid_back_from(cumulative),
        confidence=assumptions.confidence,
    )
