"""A portfolio with other bookings, switches and scales, from some of its trials."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.plan import plan_investment
from innobudget.engine.trials import Trials


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is done to one investment."""

    switched_on: bool = True
    """False: neither in the budget nor carried out."""
    saving: float = 1.0
    """What its savings are multiplied by; the budget stays as it is."""
    outlay: float = 1.0
    """What its outlays before grants are multiplied by; budget and grants stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """What a user of the workbook may change; by default everything is as in the scenario."""

    booking_share: float | None = None
    """Booked over planned saving, for all investments; None: as in the scenario."""
    confidence: float | None = None
    """How sure the council wants to be; None: as in the scenario."""
    discount_rate: float | None = None
    """Yearly rate as a fraction; None: as in the scenario. [1/year]"""
    changes: dict[str, Change] = field(default_factory=dict)
    """By id of the investment; what is left out stays as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The portfolio's outcome in each trial. Shapes (trial, year), or as stated."""

    booked: Array
    """Booked saving, shape (year,). [currency]"""
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


def what_if(scenario: Scenario, trials: Trials, controls: Controls | None = None) -> WhatIf:
    """Recompute the portfolio from some of its trials.

    Scales change what happens, not what the budget has adopted; a switched-off investment is
    neither in the budget nor carried out.
    """
    controls = controls or Controls()
    changes = [controls.changes.get(item.id, Change()) for item in scenario.enabled]
    on = np.array([change.switched_on for change in changes], dtype=float)
    booked, spending = _budgeted(scenario, controls.booking_share, on)
    saving = np.einsum("tky,k->ty", trials.saving, on * [change.saving for change in changes])
    outlay = np.einsum(
        "tky,k->ty", trials.outlay + trials.grant, on * [change.outlay for change in changes]
    )
    grant = np.einsum("tky,k->ty", trials.grant, on)
    net = saving - outlay + grant - np.einsum("tky,k->ty", trials.disruption, on)
    rate = controls.discount_rate
    rate = scenario.assumptions.discount_rate if rate is None else rate
    factors = (1 + rate) ** -np.arange(scenario.horizon.length, dtype=float)
    cumulative = net.cumsum(axis=1)
    confidence = controls.confidence
    return WhatIf(
        booked=booked,
        budgeted_spending=spending,
        saving=saving,
        net_effect=net,
        budget_gap=booked - spending - net,
        cumulative_net=cumulative,
        npv=net @ factors,
        payback_year=_payback_year(cumulative, scenario.horizon.base_year),
        confidence=scenario.assumptions.confidence if confidence is None else confidence,
    )


def _budgeted(scenario: Scenario, share: float | None, on: Array) -> tuple[Array, Array]:
    """Return booked saving and budgeted spending, each of shape (year,). [currency]"""
    flows = [plan_investment(scenario, item).total for item in scenario.enabled]
    booked = np.array([one.booked if share is None else one.booked_at(share) for one in flows])
    spending = np.array([one.planned_outlay + one.budgeted_disruption for one in flows])
    return on @ booked, on @ spending


def _payback_year(cumulative: Array, base_year: int) -> NDArray[np.intp]:
    """Return the year after the last one with a net effect so far below zero."""
    years = base_year + np.arange(cumulative.shape[1])
    below = np.where(cumulative < -HALF_AN_ORE, years, base_year - 1)
    return np.asarray(below.max(axis=1) + 1)
