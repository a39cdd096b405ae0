"""The plan: what each investment costs and saves, before any chance.

Each investment's money is laid out by area and kind; portfolio, tracks, areas and kinds are
sums of these cells.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import begins
from innobudget.domain.investment import (
    Beneficiary,
    Effect,
    Gain,
    Investment,
    QualityIndicator,
    Stage,
)
from innobudget.domain.planned import booked_parts, full_by_line, outlay_account, ramp_at
from innobudget.domain.scenario import Horizon, Scenario
from innobudget.domain.stressing import stressed
from innobudget.domain.uncertainty import upper_limit
from innobudget.engine.actuals import Actuals, planned_spending, put_in, years_known
from innobudget.engine.flows import Array, Cell, Flows, Weights

OWN_CASH: tuple[Beneficiary, Gain] = ("municipality", "cash")
"""The only effects that are in budget figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentPlan:
    """All that is certain about one investment."""

    investment: Investment
    """As the scenario has it."""
    weights: Weights
    """Its weight axis."""
    cells: Mapping[Cell, Flows]
    """Its own cash by area and kind."""
    others: Mapping[tuple[Beneficiary, Gain], tuple[Array, Array]]
    """Savings that are in no budget figure: matrix (weight, year) and plan (year,). [currency]"""
    quality: tuple[Array, ...]
    """Share of the full effect on each indicator, shape (lag, year)."""
    on_time: Array
    """Planned saving of uncertain effects, then of certain ones, shape (2, year). [currency]"""
    simulated: Array
    """Saving per unit of each weight, before anything realised stands instead, shape
    (weight, year). [currency]"""
    known_in: tuple[int, ...] = ()
    """Year of the horizon since which it is known how it ends, by stages passed; with all of
    them the delay adds to it. Empty where nobody asks."""

    @property
    def total(self) -> Flows:
        """Its own cash over all areas and kinds."""
        return Flows.total(self.cells.values())


def plan_investments(scenario: Scenario) -> tuple[InvestmentPlan, ...]:
    """Plan the enabled investments of a scenario without faults, in order of id."""
    return tuple(
        plan_investment(scenario, stressed(investment, scenario.stress))
        for investment in sorted(scenario.enabled, key=lambda investment: investment.id)
    )


def plan_investment(scenario: Scenario, investment: Investment) -> InvestmentPlan:
    """Plan one investment of a scenario without faults."""
    horizon, later = scenario.horizon, scenario.stress.delay
    awaited = scenario.followup is not None and scenario.followup.rebudget_after is not None
    actuals = Actuals.of(scenario, investment)
    weights = replace(
        _weights(investment, horizon), has_actuals=actuals is not None, is_awaited=awaited
    )
    on_time = np.zeros((2, horizon.length))
    cells: dict[Cell, Flows] = defaultdict(lambda: Flows.empty(len(weights), horizon.length))
    others: dict[tuple[Beneficiary, Gain], tuple[Array, Array]] = defaultdict(
        lambda: (np.zeros((len(weights), horizon.length)), np.zeros(horizon.length))
    )
    for number, stage in enumerate(investment.stages):
        _add_stage(cells, scenario, investment, (number, stage), weights=weights)
    for effect in investment.effects:
        for cell, amount in full_saving(scenario, effect).items():
            plan = amount * profile(effect.start, effect.ramp, effect.years, horizon)
            matrix = _effect_rows(effect, (amount, plan), weights, horizon, later=later)
            for key, part in _parts(effect).items():
                if key == OWN_CASH:
                    on_time[int(effect.certain or effect.is_running_cost)] += part * plan
                    _add_saving(cells[cell], part * matrix, part * plan)
                else:
                    others[key][0][:] += part * matrix
                    others[key][1][:] += part * plan
    for booked in booked_parts(scenario, investment):
        cell = (booked.account.area, booked.account.kind)
        cells[cell].booked[:] += list(booked.booked.values())
    simulated = sum(
        (flows.saving for flows in cells.values()), np.zeros((len(weights), horizon.length))
    )
    if actuals is not None:
        put_in(actuals, cells, planned_spending(scenario, investment), weights=weights)
    return InvestmentPlan(
        investment=investment,
        weights=weights,
        cells=dict(cells) or {(investment.area, "operating"): cells[investment.area, "operating"]},
        others=dict(others),
        quality=tuple(
            _lagged_profile(indicator, None, weights.lags, horizon, later=later)
            for indicator in investment.quality
        ),
        on_time=on_time,
        simulated=simulated,
        known_in=years_known(scenario, investment) if awaited else (),
    )


def full_saving(scenario: Scenario, effect: Effect) -> Mapping[Cell, Array]:
    """Return an effect's full-year saving by area and kind, shape (year,). [currency]"""
    found: dict[Cell, Array] = defaultdict(lambda: np.zeros(scenario.horizon.length))
    for line, full in full_by_line(scenario, effect):
        cell = (None, effect.kind or "operating") if line is None else (line.area, line.kind)
        found[cell] += np.array(list(full.values()))
    return found


def profile(start: int, ramp: tuple[float, ...], years: int | None, horizon: Horizon) -> Array:
    """Return the share of the full effect in each year of the horizon, shape (year,)."""
    return np.array([ramp_at(ramp, years, year - start) for year in horizon.years])


def by_year(amounts: Mapping[int, float], horizon: Horizon) -> Array:
    """Lay amounts out along the horizon, 0 where none is given, shape (year,)."""
    return np.array([amounts.get(year, 0.0) for year in horizon.years])


def _weights(investment: Investment, horizon: Horizon) -> Weights:
    stages = list(enumerate(investment.stages))
    lags = _lags(investment, horizon)
    return Weights(
        lags=lags,
        has_late_success=any(
            effect.certain and not effect.is_running_cost for effect in investment.effects
        ),
        outlay_stages=tuple(n for n, stage in stages if stage.outlay or stage.capital_outlay),
        disruption_stages=tuple(n for n, stage in stages if stage.disruption),
        grant_stages=tuple(n for n, stage in stages if stage.grant),
        has_failure=investment.failure_factor != 0.0,
        is_cut=upper_limit(investment.delay) > lags - 1,
    )


def _lags(investment: Investment, horizon: Horizon) -> int:
    starts = [effect.start for effect in investment.effects]
    starts += [indicator.start for indicator in investment.quality]
    first = min([horizon.base_year, *starts])
    longest = upper_limit(investment.delay)
    visible = horizon.last_year - first + 1
    return visible if longest >= visible else ceil(longest) + 1


def _lagged_profile(
    of: Effect | QualityIndicator, years: int | None, lags: int, horizon: Horizon, *, later: float
) -> Array:
    """Return the share of the full effect at each lag, all of it later by some years, too.

    A part of a year lies between whole ones, shape (lag, year).
    """
    whole, part = int(later), later % 1
    first = [
        profile(of.start + lag + whole, of.ramp, years, horizon) for lag in range(lags + bool(part))
    ]
    if not part:
        return np.array(first)
    return (1 - part) * np.array(first[:-1]) + part * np.array(first[1:])


def _effect_rows(
    effect: Effect, full: tuple[Array, Array], weights: Weights, horizon: Horizon, *, later: float
) -> Array:
    """Return the saving per unit of each weight; `full` is the full-year saving, and the plan."""
    amount, plan = full
    matrix = np.zeros((len(weights), horizon.length))
    if effect.is_running_cost:
        matrix[weights.success] = plan
        return matrix
    rows = amount * _lagged_profile(effect, effect.years, weights.lags, horizon, later=later)
    matrix[weights.late_success if effect.certain else weights.benefit] = rows
    return matrix


def _parts(effect: Effect) -> Mapping[tuple[Beneficiary, Gain], float]:
    own = {(effect.beneficiary, effect.gain): 1 - effect.refund}
    return own if effect.refund == 0 else {**own, ("state", effect.gain): effect.refund}


def _add_saving(flows: Flows, matrix: Array, plan: Array) -> None:
    flows.saving[:] += matrix
    flows.planned[:] += plan
    flows.running[:] += np.minimum(plan, 0.0)


def _add_stage(
    cells: Mapping[Cell, Flows],
    scenario: Scenario,
    investment: Investment,
    numbered: tuple[int, Stage],
    *,
    weights: Weights,
) -> None:
    number, stage = numbered
    own, horizon = 1 - investment.cofinancing, scenario.horizon
    for kind, outlay in stage.outlays.items():
        if outlay:
            account = outlay_account(scenario, investment, stage, kind)
            matrix = cells[account.area, account.kind].outlay
            row = weights.outlay.start + weights.outlay_stages.index(number)
            matrix[row] += own * by_year(outlay, horizon)
            if stage.grant:
                row = weights.grant.start + weights.grant_stages.index(number)
                matrix[row] -= by_year(stage.grants[kind], horizon)
    if stage.disruption:
        account = outlay_account(scenario, investment, stage, "operating")
        flows = cells[account.area, account.kind]
        planned = by_year(stage.disruption, horizon)
        row = weights.disruption.start + weights.disruption_stages.index(number)
        flows.disruption[row] += planned
        if investment.disruption_budgeted:
            flows.budgeted_disruption[:] += planned


def payback(plan: InvestmentPlan, net: Array, horizon: Horizon) -> int | None:
    """Return the years from a case's first planned outlay until a net effect has paid it back."""
    year, first = int(paid_back_from(np.cumsum(net))), begins(plan.investment)
    if year == horizon.length:
        return None
    return 0 if first is None else max(0, year - horizon.position(first))


def planned_net(plan: InvestmentPlan) -> Array:
    """Return the net effect by year if all goes as planned, every stage reached. [currency]"""
    flows = plan.total
    return np.asarray(flows.planned - flows.planned_outlay - flows.disruption.sum(axis=0))


def paid_back_from(cumulative: Array) -> NDArray[np.intp]:
    """Return from which year on a net effect so far, shape (..., year), stays at zero or above.

    The first is 0; as many as there are years: never.
    """
    after = 1 + np.arange(cumulative.shape[-1])
    return np.asarray(np.where(cumulative < -HALF_AN_ORE, after, 0).max(axis=-1))
