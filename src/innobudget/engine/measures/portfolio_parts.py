"""Tracks, investments, areas, kinds and beneficiaries: the parts of a portfolio."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce

import numpy as np

from innobudget.domain import measures
from innobudget.domain.budget import HALF_AN_ORE, KINDS
from innobudget.domain.investment import Beneficiary, Gain, QualityIndicator
from innobudget.domain.results import (
    BeneficiaryOutcome,
    InvestmentOutcome,
    Part,
    QualityOutcome,
)
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.columns import Columns, money
from innobudget.engine.collecting.pieces import TARGET_REACHED, Tally, Wanted
from innobudget.engine.collecting.sample import Mapped
from innobudget.engine.flows import Array, Cell, Flows
from innobudget.engine.limits import Limits, readings
from innobudget.engine.measures.ledger import Ledger, spread
from innobudget.engine.measures.service import quality_outcomes
from innobudget.engine.measures.summary import summarise
from innobudget.engine.plan import OWN_CASH, InvestmentPlan


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


Division = Mapping[str | None, tuple[tuple[int, ...], Flows]]
"""Parts by name: which investments they hold, and their money."""


class PortfolioParts:
    """Everything but the portfolio, in the order in which it is collected: weights come first."""

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
        names = dict.fromkeys(item.track_name for item in self._scenario.enabled)
        self.tracks: Division = {name: self._track(name) for name in names}
        cells = dict.fromkeys(cell for plan in self._plans for cell in plan.cells)
        budget = self._scenario.budget
        known = dict.fromkeys(() if budget is None else budget.areas)
        areas = dict.fromkeys(
            [*known, *sorted(area for area, _ in cells if area is not None), None]
        )
        self.areas = self._divided(areas, lambda cell: cell[0])
        self.kinds = self._divided(KINDS, lambda cell: cell[1])
        found = dict.fromkeys(key for plan in self._plans for key in plan.others)
        self.others = sorted(found)

    def wanted(self) -> list[Wanted]:
        """Return what is to be collected."""
        return list(self._wanted())

    def _wanted(self) -> Iterator[Wanted]:
        yield self._weighed()
        for position, plan in enumerate(self._plans):
            yield wanted_money(self._scenario, (position,), plan.total, _own_outcomes(plan))
        for division in (self.tracks, self.areas, self.kinds):
            for members, flows in division.values():
                yield wanted_money(self._scenario, members, flows)
        for key in self.others:
            members = tuple(k for k, plan in enumerate(self._plans) if key in plan.others)
            saving = np.concatenate([self._plans[k].others[key][0] for k in members])
            yield Wanted(columns=Columns.of(members, {"saving": saving}))

    def _weighed(self) -> Wanted:
        flows, period = self._portfolio.flows, self._portfolio.period
        net = flows.net_effect[:, period].sum(axis=1, keepdims=True)
        return Wanted(
            columns=Columns.of(tuple(range(len(self._plans))), {"net_period": net}),
            limits=self._portfolio.limits,
            counted={"net_period": [self._net_limits]},
            weighed=True,
        )

    def investments(
        self, found: Iterator[Collected], weighed: Tally
    ) -> tuple[InvestmentOutcome, ...]:
        """Summarise each investment, in the order of the scenario."""
        outcomes = {
            plan.investment.id: self._investment(plan, next(found), weighed) for plan in self._plans
        }
        return tuple(outcomes[investment.id] for investment in self._scenario.enabled)

    def divided(self, found: Iterator[Collected], division: Division) -> tuple[Part, ...]:
        """Summarise each part of one division."""
        return tuple(
            Part(name=name, outcome=summarise(self._ledger(flows, next(found))))
            for name, (_, flows) in division.items()
        )

    def beneficiaries(self, found: Iterator[Collected]) -> tuple[BeneficiaryOutcome, ...]:
        """Summarise savings by who has them, the municipality's own cash first."""
        portfolio = self._portfolio
        own = _beneficiary(OWN_CASH, portfolio.flows.planned, portfolio.collected)
        return own, *(_beneficiary(key, self._planned(key), next(found)) for key in self.others)

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

    def _track(self, name: str) -> tuple[tuple[int, ...], Flows]:
        members = tuple(
            k for k, plan in enumerate(self._plans) if plan.investment.track_name == name
        )
        return members, Flows.side_by_side(self._plans[k].total for k in members)

    def _divided(
        self, names: Iterable[str | None], part_of: Callable[[Cell], str | None]
    ) -> Division:
        division: dict[str | None, tuple[tuple[int, ...], Flows]] = {}
        for name in names:
            cells = [
                [flows for cell, flows in plan.cells.items() if part_of(cell) == name]
                for plan in self._plans
            ]
            members = tuple(k for k, flows in enumerate(cells) if flows)
            if members:
                total = Flows.side_by_side(Flows.total(cells[k]) for k in members)
                division[name] = (members, total)
        return division

    def _planned(self, key: tuple[Beneficiary, Gain]) -> Array:
        return reduce(np.add, [plan.others[key][1] for plan in self._plans if key in plan.others])


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
    key: tuple[Beneficiary, Gain], planned: Array, collected: Collected
) -> BeneficiaryOutcome:
    return BeneficiaryOutcome(
        name=key[0],
        gain=key[1],
        planned=tuple(map(float, planned)),
        saving=tuple(spread(collected.sample("saving", year)) for year in range(len(planned))),
    )
