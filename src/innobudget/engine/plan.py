"""The plan: what each investment costs and saves, before any chance.

A trial is linear in a few random weights, so the plan of an investment is a set of matrices
of shape (weight, year): a trial's saving is its weights times the saving matrix. Each
matrix belongs to one area and kind; portfolio, tracks, areas and kinds are sums of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, inf

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.budget import Kind
from innobudget.domain.investment import Beneficiary, Effect, Gain, Investment, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import upper_limit
from innobudget.domain.years import Horizon

Array = NDArray[np.float64]
Cell = tuple[str | None, Kind]
"""An area (None: not placed) and a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Where each random weight of an investment stands on the weight axis.

    First the benefit at each whole-year lag, then success at each lag, then success alone,
    then the outlay and the disruption of each stage.
    """

    lags: int
    """Number of whole-year lags that a delay can have within the horizon."""
    stages: int
    """Number of stages."""

    @property
    def benefit(self) -> slice:
        """`G * max(0, 1 - |T - n|)` for each lag n."""
        return slice(0, self.lags)

    @property
    def late_success(self) -> slice:
        """`1{success} * max(0, 1 - |T - n|)` for each lag n: effects marked certain."""
        return slice(self.lags, 2 * self.lags)

    @property
    def success(self) -> int:
        """`1{success}`: running costs."""
        return 2 * self.lags

    @property
    def outlay(self) -> slice:
        """`C * R_j` for each stage j."""
        return slice(2 * self.lags + 1, 2 * self.lags + 1 + self.stages)

    @property
    def disruption(self) -> slice:
        """`X * R_j` for each stage j."""
        return slice(2 * self.lags + 1 + self.stages, len(self))

    def __len__(self) -> int:
        """Return the length of the weight axis."""
        return 2 * self.lags + 1 + 2 * self.stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """The money of one investment in one area and kind, or of several added up."""

    saving: Array
    """Full saving per unit of each weight, shape (weight, year). [currency]"""
    outlay: Array
    """The same for outlay, money out is positive. [currency]"""
    disruption: Array
    """The same for disruption, money out is positive. [currency]"""
    planned: Array
    """Planned saving, shape (year,). [currency]"""
    booked: Array
    """Booked saving, shape (year,). [currency]"""
    budgeted_disruption: Array
    """Planned disruption that the adopted budget holds, shape (year,). [currency]"""

    @property
    def planned_outlay(self) -> Array:
        """Outlay when every stage is reached at its planned price, shape (year,). [currency]"""
        return self.outlay.sum(axis=0)

    @classmethod
    def empty(cls, weights: int, years: int) -> "Flows":
        """Return flows of zero, to be added to."""
        matrices = {name: np.zeros((weights, years)) for name in ("saving", "outlay", "disruption")}
        rows = {name: np.zeros(years) for name in ("planned", "booked", "budgeted_disruption")}
        return cls(**matrices, **rows)

    @classmethod
    def total(cls, flows: Iterable["Flows"]) -> "Flows":
        """Add up flows that share their weights."""
        parts = list(flows)
        return cls(**{name: sum(getattr(part, name) for part in parts) for name in cls.__slots__})

    @classmethod
    def side_by_side(cls, flows: Iterable["Flows"]) -> "Flows":
        """Put flows of different investments together: weights one after another."""
        parts = list(flows)
        return cls(
            **{
                name: np.concatenate([getattr(part, name) for part in parts])
                for name in ("saving", "outlay", "disruption")
            },
            **{
                name: sum(getattr(part, name) for part in parts)
                for name in ("planned", "booked", "budgeted_disruption")
            },
        )


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

    @property
    def total(self) -> Flows:
        """Its own cash over all areas and kinds."""
        return Flows.total(self.cells.values())


def plan_investments(scenario: Scenario) -> tuple[InvestmentPlan, ...]:
    """Plan the enabled investments of a scenario without faults, in order of id."""
    return tuple(
        plan_investment(scenario, investment)
        for investment in sorted(scenario.enabled, key=lambda investment: investment.id)
    )


def plan_investment(scenario: Scenario, investment: Investment) -> InvestmentPlan:
    """Plan one investment of a scenario without faults."""
    horizon = scenario.horizon
    weights = Weights(lags=_lags(investment, horizon), stages=len(investment.stages))
    cells: dict[Cell, Flows] = defaultdict(lambda: Flows.empty(len(weights), horizon.length))
    others: dict[tuple[Beneficiary, Gain], tuple[Array, Array]] = defaultdict(
        lambda: (np.zeros((len(weights), horizon.length)), np.zeros(horizon.length))
    )
    for number, stage in enumerate(investment.stages):
        _add_stage(cells, investment, (number, stage), weights=weights, horizon=horizon)
    for effect in investment.effects:
        for (who, gain), part in _parts(effect).items():
            for cell, amount in full_saving(scenario, effect).items():
                matrix, plan = _effect_rows(effect, part * amount, weights, horizon)
                if (who, gain) != ("municipality", "cash"):
                    others[who, gain][0][:] += matrix
                    others[who, gain][1][:] += plan
                    continue
                flows = cells[cell]
                flows.saving[:] += matrix
                flows.planned[:] += plan
                if investment.booked is None:
                    booked = plan * np.where(plan > 0, scenario.booking.share, 1.0)
                    flows.booked[:] += booked
    if investment.booked is not None:
        _book(cells, investment.booked, horizon)
    if not cells:
        cells[investment.area, "operating"]
    quality = tuple(
        _lagged_profile(indicator.start, indicator.ramp, None, weights.lags, horizon)
        for indicator in investment.quality
    )
    return InvestmentPlan(
        investment=investment,
        weights=weights,
        cells=dict(cells),
        others=dict(others),
        quality=quality,
    )


def full_saving(scenario: Scenario, effect: Effect) -> Mapping[Cell, Array]:
    """Return an effect's full-year saving by area and kind, shape (year,). [currency]

    It falls on the lines that it matches in proportion to their absolute budgets of the
    year, equally where all are zero.
    """
    years = scenario.horizon.years
    amount = np.full(len(years), 0.0 if effect.amount is None else effect.amount)
    budget = scenario.budget
    lines = (
        ()
        if budget is None
        else budget.select(line=effect.line, area=effect.area, kind=effect.kind)
    )
    if budget is None or not lines:
        return {(None, effect.kind or "operating"): amount}
    base = np.array([[budget.amount(line, year) for year in years] for line in lines], dtype=float)
    if effect.share is not None:
        amount = effect.share * base.sum(axis=0)
    size = np.abs(base)
    whole = size.sum(axis=0)
    part = np.where(whole > 0, size / np.where(whole > 0, whole, 1.0), 1 / len(lines))
    found: dict[Cell, Array] = defaultdict(lambda: np.zeros(len(years)))
    for line, share in zip(lines, part, strict=True):
        found[line.area, line.kind] += share * amount
    return found


def profile(age: Array, ramp: tuple[float, ...], years: int | None) -> Array:
    """Return the share of the full effect at each age in years; 0 before it begins and after.

    Examples
    --------
    >>> profile(np.arange(-1, 4), (0.4, 1.0), 3)
    array([0. , 0.4, 1. , 1. , 0. ])

    """
    steps = np.asarray(ramp)
    reached = steps[np.clip(age, 0, len(steps) - 1).astype(int)]
    return np.where((age >= 0) & (age < (inf if years is None else years)), reached, 0.0)


def by_year(amounts: Mapping[int, float], horizon: Horizon) -> Array:
    """Lay amounts out along the horizon, 0 where none is given, shape (year,)."""
    return np.array([amounts.get(year, 0.0) for year in horizon.years])


def held_by_year(amounts: Mapping[int, float], horizon: Horizon) -> Array:
    """Lay permanent changes out along the horizon: the last value holds, shape (year,)."""
    laid: list[float] = []
    for year in horizon.years:
        laid.append(amounts.get(year, laid[-1] if laid else 0.0))
    return np.array(laid)


def _lags(investment: Investment, horizon: Horizon) -> int:
    starts = [item.start for item in (*investment.effects, *investment.quality)]
    first = min([horizon.base_year, *starts])
    longest = upper_limit(investment.delay)
    visible = horizon.last_year - first + 1
    return visible if longest >= visible else ceil(longest) + 1


def _lagged_profile(
    start: int, ramp: tuple[float, ...], years: int | None, lags: int, horizon: Horizon
) -> Array:
    age = np.array(horizon.years) - start
    return np.array([profile(age - lag, ramp, years) for lag in range(lags)])


def _effect_rows(
    effect: Effect, amount: Array, weights: Weights, horizon: Horizon
) -> tuple[Array, Array]:
    matrix = np.zeros((len(weights), horizon.length))
    rows = amount * _lagged_profile(effect.start, effect.ramp, effect.years, weights.lags, horizon)
    if effect.is_running_cost:
        matrix[weights.success] = rows[0]
    elif effect.certain:
        matrix[weights.late_success] = rows
    else:
        matrix[weights.benefit] = rows
    return matrix, rows[0]


def _parts(effect: Effect) -> Mapping[tuple[Beneficiary, Gain], float]:
    own = {(effect.beneficiary, effect.gain): 1 - effect.refund}
    return own if effect.refund == 0 else {**own, ("state", effect.gain): effect.refund}


def _add_stage(
    cells: Mapping[Cell, Flows],
    investment: Investment,
    numbered: tuple[int, Stage],
    *,
    weights: Weights,
    horizon: Horizon,
) -> None:
    number, stage = numbered
    own = 1 - investment.cofinancing
    for kind, outlay in (("operating", stage.outlay), ("capital", stage.capital_outlay)):
        if outlay:
            rows = cells[investment.area, kind].outlay[weights.outlay]
            rows[number] += own * by_year(outlay, horizon)
    if stage.disruption:
        flows = cells[investment.area, "operating"]
        planned = by_year(stage.disruption, horizon)
        flows.disruption[weights.disruption][number] += planned
        if investment.disruption_budgeted:
            flows.budgeted_disruption[:] += planned


def _book(cells: dict[Cell, Flows], booked: Mapping[int, float], horizon: Horizon) -> None:
    """Split explicit bookings over cells like the year's positive planned saving."""
    amounts = held_by_year(booked, horizon)
    positive = {cell: np.maximum(flows.planned, 0.0) for cell, flows in cells.items()}
    whole = sum(positive.values(), np.zeros(horizon.length))
    for cell, part in positive.items():
        cells[cell].booked[:] += amounts * np.divide(part, whole, where=whole > 0, out=part * 0)
    if (amounts[whole == 0] != 0).any():
        cells[None, "operating"].booked[:] += np.where(whole == 0, amounts, 0.0)
