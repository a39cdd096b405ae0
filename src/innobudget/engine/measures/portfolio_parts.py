"""Tracks, investments, areas, kinds and beneficiaries: the parts of a portfolio."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from typing import Any, NamedTuple

import numpy as np

from innobudget.domain import measures
from innobudget.domain.budget import HALF_AN_ORE, KINDS
from innobudget.domain.investment import Beneficiary, Gain, QualityIndicator
from innobudget.domain.results import (
    BeneficiaryOutcome,
    InvestmentOutcome,
    PartOutcome,
    QualityOutcome,
)
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.columns import Columns, money
from innobudget.engine.collecting.pieces import TARGET_REACHED, Tally, Wanted
from innobudget.engine.collecting.sample import Mapped
from innobudget.engine.flows import Array, Flows
from innobudget.engine.limits import Limits, readings
from innobudget.engine.measures.ledger import Ledger, spread
from innobudget.engine.measures.summary import summarise
from innobudget.engine.plan import OWN_CASH, InvestmentPlan

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


def wanted_money(
    scenario: Scenario,
    members: tuple[int, ...],
    flows: Flows,
    extra: Mapping[str, Array] | None = None,
) -> Wanted:
    """Want the money outcomes of some investments, and what else is given by name."""
    outcomes = money(flows, scenario.horizon, scenario.assumptions.discount_rate)
    quality = tuple(name for name in extra or {} if name.startswith("quality"))
    years = scenario.horizon.length
    counted: dict[str, list[list[float]]] = defaultdict(lambda: [[] for _ in range(years)])
    quantiles: dict[str, set[float]] = defaultdict(set)
    for name, year, reading in readings(scenario, flows, measures.MEASURES):
        if reading.kind == "share":
            counted[name][year].append(reading.at)
        elif reading.kind == "quantile":
            quantiles[name].add(reading.at)
    return Wanted(
        columns=Columns.of(members, {**outcomes, **(extra or {})}, clipped=quality),
        limits=Limits.of(flows, scenario.horizon),
        counted={**counted, **dict.fromkeys(quality, [[TARGET_REACHED]] * years)},
        quantiles=quantiles,
    )


GROUPS = ("investments", "tracks", "areas", "kinds", "beneficiaries")
"""Fields of `Results` that have parts."""


class PortfolioPart(NamedTuple):
    """One of them."""

    group: str
    """Which field of `Results` has it."""
    wanted: Wanted
    """What is collected for it."""
    told: Callable[[Collected, Tally], Any]
    """Gives its outcome, from what was collected of it and what was weighed."""


class PortfolioParts:
    """Everything but the portfolio: what is weighed, and each part."""

    def __init__(
        self, portfolio: Ledger, plans: tuple[InvestmentPlan, ...], net_limits: Sequence[float]
    ) -> None:
        """Find the parts of a portfolio that has been collected.

        `net_limits` is what the weighed portfolio's net effect of the period is held against
        besides. [currency]
        """
        self._portfolio = portfolio
        self._net_limits = net_limits
        self._scenario = portfolio.scenario
        self._plans = plans
        self.each = [*self._investments(), *self._divisions(), *self._beneficiaries()]
        # Those of the same cases one after another: much is equal in every trial, and met again.
        self._order = sorted(self.each, key=lambda piece: piece.wanted.columns.members)

    def wanted(self) -> list[Wanted]:
        """Return what is to be collected."""
        return [self._weighed(), *(piece.wanted for piece in self._order)]

    def outcomes(self, found: Iterator[Collected], weighed: Tally) -> Mapping[str, Any]:
        """Summarise what was collected of the parts, by the field of `Results` that has them."""
        told = {id(piece): piece.told(next(found), weighed) for piece in self._order}
        own = _beneficiary(OWN_CASH, self._portfolio.flows.planned, self._portfolio.collected)
        groups: dict[str, tuple[Any, ...]] = {**dict.fromkeys(GROUPS, ()), "beneficiaries": (own,)}
        for piece in self.each:
            groups[piece.group] += (told[id(piece)],)
        return groups

    def _weighed(self) -> Wanted:
        flows, period = self._portfolio.flows, self._portfolio.period
        net = flows.net_effect[:, period].sum(axis=1, keepdims=True)
        return Wanted(
            columns=Columns.of(tuple(range(len(self._plans))), {"net_period": net}),
            limits=self._portfolio.limits,
            counted={"net_period": [self._net_limits]},
            weighed=True,
        )

    def _investments(self) -> Iterator[PortfolioPart]:
        """Yield each investment, in the order of the scenario."""
        numbers = {plan.investment.id: number for number, plan in enumerate(self._plans)}
        for number in (numbers[item.id] for item in self._scenario.enabled):
            plan = self._plans[number]
            extra = _own_outcomes(plan)
            wanted = wanted_money(self._scenario, (number,), plan.total, extra)
            yield PortfolioPart("investments", wanted, partial(self._investment, plan))

    def _divisions(self) -> Iterator[PortfolioPart]:
        """Yield tracks, areas and kinds."""
        cells = dict.fromkeys(cell for plan in self._plans for cell in plan.cells)
        budget = self._scenario.budget
        known = dict.fromkeys(() if budget is None else budget.areas)
        areas = dict.fromkeys(
            [*known, *sorted(area for area, _ in cells if area is not None), None]
        )
        yield from self._divided(
            "tracks",
            dict.fromkeys(item.track_name for item in self._scenario.enabled),
            lambda plan, name: [plan.total] if plan.investment.track_name == name else [],
        )
        yield from self._divided("areas", areas, partial(_of_cells, 0))
        yield from self._divided("kinds", KINDS, partial(_of_cells, 1))

    def _divided(
        self,
        group: str,
        names: Iterable[str | None],
        flows_of: Callable[[InvestmentPlan, str | None], list[Flows]],
    ) -> Iterator[PortfolioPart]:
        """Yield the parts of one division that hold anything."""
        for name in names:
            each = [flows_of(plan, name) for plan in self._plans]
            members = tuple(number for number, flows in enumerate(each) if flows)
            if members:
                flows = Flows.side_by_side(Flows.total(each[number]) for number in members)
                wanted = wanted_money(self._scenario, members, flows)
                yield PortfolioPart(group, wanted, partial(self._part, name, flows))

    def _beneficiaries(self) -> Iterator[PortfolioPart]:
        """Yield savings by who has them, but for the municipality's own cash."""
        for key in sorted(dict.fromkeys(key for plan in self._plans for key in plan.others)):
            members = tuple(k for k, plan in enumerate(self._plans) if key in plan.others)
            saving = np.concatenate([self._plans[k].others[key][0] for k in members])
            planned = reduce(np.add, [self._plans[k].others[key][1] for k in members])
            wanted = Wanted(columns=Columns.of(members, {"saving": saving}))
            yield PortfolioPart("beneficiaries", wanted, partial(_beneficiary, key, planned))

    def _part(self, name: str | None, flows: Flows, collected: Collected, _: Tally) -> PartOutcome:
        return PartOutcome(name=name, outcome=summarise(self._ledger(flows, collected)))

    def _investment(
        self, plan: InvestmentPlan, collected: Collected, weighed: Tally
    ) -> InvestmentOutcome:
        return InvestmentOutcome(
            id=plan.investment.id,
            outcome=summarise(self._ledger(plan.total, collected)),
            probability_success=collected.sample("success").mean,
            gap_when_hole=self._gap_when_hole(plan, weighed),
            quality=tuple(
                _quality(indicator, self._ledger(plan.total, collected), f"quality.{number}")
                for number, indicator in enumerate(plan.investment.quality)
            ),
        )

    def _gap_when_hole(self, plan: InvestmentPlan, weighed: Tally) -> float | None:
        if weighed.holes == 0:
            return None
        before = self._plans[: self._plans.index(plan)]
        first = sum(len(other.weights) for other in before)
        weights = weighed.hole_weights[first : first + len(plan.weights)] / weighed.holes
        flows, period = plan.total, slice(0, self._scenario.horizon.period)
        net = flows.net_effect[:, period].sum(axis=1)
        return float(flows.budgeted_net[period].sum() - weights @ net)

    def _ledger(self, flows: Flows, collected: Collected) -> Ledger:
        return Ledger(scenario=self._scenario, flows=flows, collected=collected)


def _of_cells(which: int, plan: InvestmentPlan, name: str | None) -> list[Flows]:
    """Return what an investment has in the cells of an area (0) or of a kind (1)."""
    return [flows for cell, flows in plan.cells.items() if cell[which] == name]


def _own_outcomes(plan: InvestmentPlan) -> Mapping[str, Array]:
    success = np.zeros((len(plan.weights), 1))
    success[plan.weights.success] = 1.0
    return {"success": success, **quality_outcomes(plan)}


def _quality(indicator: QualityIndicator, ledger: Ledger, name: str) -> QualityOutcome:
    collected = ledger.collected
    years = range(len(collected.columns.positions[name]))
    shares = [collected.sample(name, year) for year in years]
    way = indicator.target - indicator.baseline
    value = partial(Mapped, scale=way, shift=indicator.baseline)
    return QualityOutcome(
        indicator=indicator.indicator,
        unit=indicator.unit,
        baseline=indicator.baseline,
        target=indicator.target,
        value=tuple(spread(value(sample=share)) for share in shares),
        probability_target=tuple(share.share_at_least(TARGET_REACHED) for share in shares),
        probability_both=tuple(
            None if abs(booked) <= HALF_AN_ORE else int(count) / collected.trials
            for booked, count in zip(ledger.flows.booked, collected.tally.both[name], strict=True)
        ),
    )


def _beneficiary(
    key: tuple[Beneficiary, Gain], planned: Array, collected: Collected, _: Tally | None = None
) -> BeneficiaryOutcome:
    return BeneficiaryOutcome(
        name=key[0],
        gain=key[1],
        planned=tuple(map(float, planned)),
        saving=tuple(spread(collected.sample("saving", year)) for year in range(len(planned))),
    )
