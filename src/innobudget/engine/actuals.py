"""Realised amounts stand instead of simulated ones, in every trial alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from innobudget.domain.budget import Kind
from innobudget.domain.facts import AMOUNT_KEYS, AmountKey
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import KnownCourse, built_up
from innobudget.domain.planned import outlay_account
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array, Cell, Flows, Weights

OF_KIND: Mapping[Kind, AmountKey] = {"operating": "outlay", "capital": "capital_outlay"}
"""What an outlay of a kind is called in a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actuals:
    """What is realised of one investment, and how much of each year is still to come."""

    amounts: Mapping[AmountKey, Array]
    """Realised amounts, each of shape (year,). [currency]"""
    left: Mapping[AmountKey, Array]
    """Share of each year's amount that is simulated, each of shape (year,)."""

    @classmethod
    def of(cls, scenario: Scenario, investment: Investment) -> "Actuals | None":
        """Gather the actuals of an investment; None: there are none."""
        followup, horizon = scenario.followup, scenario.horizon
        known = [fact for fact in investment.facts if fact.amount is not None]
        if followup is None or not known:
            return None
        found = cls(
            amounts={key: np.zeros(horizon.length) for key in AMOUNT_KEYS},
            left={key: np.ones(horizon.length) for key in AMOUNT_KEYS},
        )
        for fact in known:
            key: AmountKey = fact.kind  # type: ignore[assignment]
            year = horizon.position(fact.year or 0)
            found.amounts[key][year] = fact.amount or 0.0
            found.left[key][year] = 1 - followup.part_of(fact)
        return found


def years_known(scenario: Scenario, investment: Investment) -> tuple[int, ...]:
    """Return the year since which it is known how an investment ends, by stages passed.

    Where a stage stopped it: the last year with planned outlay or disruption of that stage, or
    of the nearest one before that has any; of a fact its own year. Where all passed: the last
    year of build-up, without delay. [year of the horizon]
    """
    horizon = scenario.horizon
    told = KnownCourse(investment=investment).told
    found, last = [], horizon.base_year
    for number, stage in enumerate(investment.stages):
        years = [*stage.outlay, *stage.capital_outlay, *stage.disruption]
        last = max(years, default=last)
        passed, fact = told.get(number, (True, None))
        found.append(last if passed or fact is None else fact.on.year)
    built = built_up(investment)
    found.append(horizon.base_year if built is None else built)
    return tuple(map(horizon.position, found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Money out that is planned of one stage, one kind of it."""

    key: AmountKey
    """What a fact calls it."""
    cell: Cell
    """Where it stands."""
    stage: int
    """Counted from 0."""
    own: Array
    """The municipality's part before grants, shape (year,). [currency]"""
    grant: Array
    """What others pay of it in kroner, shape (year,). [currency]"""


def planned_spending(scenario: Scenario, investment: Investment) -> Iterator[Spent]:
    """Yield the money out that is planned in the stages known to be reached."""
    course, years = KnownCourse(investment=investment), scenario.horizon.years

    def yearly(amounts: Mapping[int, float]) -> Array:
        return np.array([amounts.get(year, 0.0) for year in years])

    for number, stage in enumerate(investment.stages):
        if course.reached(number) is not True:
            continue
        money: dict[AmountKey, tuple[Kind, Array, Array]] = {
            key: (
                kind,
                (1 - investment.cofinancing) * yearly(stage.outlays[kind]),
                yearly(stage.grants[kind]),
            )
            for kind, key in OF_KIND.items()
        }
        money["disruption"] = ("operating", yearly(stage.disruption), yearly({}))
        for key, (kind, own, grant) in money.items():
            if own.any():
                account = outlay_account(scenario, investment, stage, kind)
                cell = (account.area, account.kind)
                yield Spent(key=key, cell=cell, stage=number, own=own, grant=grant)


def put_in(
    actuals: Actuals,
    cells: Mapping[Cell, Flows],
    spending: Iterable[Spent],
    *,
    weights: Weights,
) -> None:
    """Let realised amounts stand instead of simulated ones, where each year's plan stands."""
    planned: dict[AmountKey, dict[Cell, Array]] = defaultdict(dict)
    saved = {cell: flows.planned for cell, flows in cells.items() if flows.saving.any()}
    planned["saving"] = saved or {cell: flows.planned for cell, flows in cells.items()}
    for spent in spending:
        _take_out(spent, cells[spent.cell], 1 - actuals.left[spent.key], weights)
        found = planned[spent.key]
        found[spent.cell] = found.get(spent.cell, np.zeros_like(spent.own)) + spent.own
    for flows in cells.values():
        flows.saving[:] *= actuals.left["saving"]
    for key, places in planned.items():
        name = "outlay" if key in OF_KIND.values() else key
        for cell, share in _shares(places).items():
            amounts = actuals.amounts[key] * share
            getattr(cells[cell], name)[weights.actual] += amounts
            if name == "outlay":
                cells[cell].replaced_outlay[:] -= amounts


def _take_out(spent: Spent, flows: Flows, gone: Array, weights: Weights) -> None:
    """Take what is no longer simulated out of a stage's rows."""
    if spent.key == "disruption":
        row = weights.disruption.start + weights.disruption_stages.index(spent.stage)
        flows.disruption[row] -= gone * spent.own
        return
    row = weights.outlay.start + weights.outlay_stages.index(spent.stage)
    flows.outlay[row] -= gone * spent.own
    if spent.stage in weights.grant_stages:
        row = weights.grant.start + weights.grant_stages.index(spent.stage)
        flows.outlay[row] += gone * spent.grant
    flows.replaced_outlay[:] += gone * (spent.own - spent.grant)


def _shares(planned: Mapping[Cell, Array]) -> Mapping[Cell, Array]:
    """Return what part of each year falls on each cell: as planned, whatever its sign."""
    sizes = {cell: np.abs(amounts) for cell, amounts in planned.items()}
    whole = np.sum(list(sizes.values()), axis=0)
    even = 1 / max(len(sizes), 1)
    return {
        cell: np.where(whole > 0, size / np.where(whole > 0, whole, 1.0), even)
        for cell, size in sizes.items()
    }
