"""A scenario in, a choice out: chosen on common trials, told of the run's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from innobudget.domain.checks import check_scenario
from innobudget.domain.checks.choosing import check_choosing, check_tail, placed
from innobudget.domain.chosen import (
    Against,
    Chosen,
    Decision,
    FrontierPoint,
)
from innobudget.domain.scenario import Scenario
from innobudget.engine.choosing.booking import allocate
from innobudget.engine.choosing.electing import elect
from innobudget.engine.choosing.fresh import Fresh
from innobudget.engine.choosing.knowing import Known, know
from innobudget.engine.choosing.rules import pool_uses
from innobudget.engine.choosing.search import Point, meeting
from innobudget.engine.choosing.telling import CaseTeller, limits_held
from innobudget.engine.plan import InvestmentPlan, payback
from innobudget.engine.simulation import Simulation, draws_of, simulate
from innobudget.engine.work import Work
from innobudget.errors import InputError

CHOOSING_TRIALS = 4_096
MOST_LISTED = 12
"""Cases up to which every portfolio is told."""


def choose(
    scenario: Scenario,
    *,
    choosing_trials: int = CHOOSING_TRIALS,
    against: Scenario | None = None,
    work: Work | None = None,
) -> Chosen:
    """Choose among the cases of a scenario, and tell of the choice.

    Parameters
    ----------
    scenario
        With `[choice]`; its trials, seed and sampling are those that figures are told of.
    choosing_trials
        How many other trials the choice is made on.
    against
        A scenario whose enabled cases are a portfolio to hold the choice against.
    work
        How the work is cut up; the results do not depend on it.

    Raises
    ------
    InputError
        With every fault of the scenario and the choice, or when no portfolio meets the limits.

    """
    work = work or Work()
    faults = check_scenario(scenario) or placed(
        scenario, (*check_choosing(scenario), *check_tail(scenario, choosing_trials))
    )
    if faults:
        raise InputError(faults)
    draws = draws_of(scenario)
    known = dict(zip([plan.investment.id for plan in draws.plans], know(draws, work), strict=True))
    plans = {plan.investment.id: plan for plan in draws.plans}
    too_slow = _too_slow(scenario, plans, known)
    with work.threaded() as mapper:
        election = elect(scenario, too_slow, choosing_trials, mapper)
    telling = Telling(
        scenario=scenario, plans=plans, known=known, election=election, dimensions=draws.dimensions
    )
    return telling.told(choosing_trials, against, work)


def _too_slow(
    scenario: Scenario, plans: Mapping[str, InvestmentPlan], known: Mapping[str, Known]
) -> frozenset[str]:
    most = scenario.choice.payback_at_most if scenario.choice else None
    if most is None:
        return frozenset()
    years = {name: payback(plan, known[name].net, scenario.horizon) for name, plan in plans.items()}
    return frozenset(name for name, found in years.items() if found is None or found > most)


def with_only(scenario: Scenario, enabled: Sequence[str]) -> Scenario:
    """Return a scenario with some of its investments enabled and no other."""
    investments = tuple(
        item if item.enabled == (item.id in enabled) else replace(item, enabled=not item.enabled)
        for item in scenario.investments
    )
    return replace(scenario, investments=investments)


@dataclass(frozen=True, kw_only=True)
class Telling(CaseTeller):
    """What an election means, told of a run's own trials."""

    dimensions: tuple[str, ...]
    """Of the trials."""

    @cached_property
    def fresh(self) -> Fresh:
        """Portfolios on the run's own first trials."""
        return Fresh.of(self.scenario, self.known, self.election.ballot.rules)

    def told(self, choosing_trials: int, against: Scenario | None, work: Work) -> Chosen:
        """Simulate the chosen portfolio, and tell of it and of what is beside it."""
        enabled = (*self.election.chosen, *self.always)
        portfolio = with_only(self.scenario, enabled)
        simulation, allocation = None, None
        if enabled:
            simulation = simulate(portfolio, dimensions=self.dimensions, work=work)
            allocation = allocate(simulation, work)
        decision = self._decision(simulation, work)
        return Chosen(
            scenario=self.scenario,
            portfolio=portfolio,
            choosing_trials=choosing_trials,
            choice=decision,
            cases=tuple(self.case(item.id, allocation) for item in self.scenario.enabled),
            stresses=self.election.stresses,
            **self._points(decision),
            safe_booking=None if allocation is None else allocation.safe,
            pooling=None if allocation is None else allocation.pooling,
            gates=self.gates(),
            against=None if against is None else self._against(against, decision),
            dimensions=self.dimensions,
        )

    def _decision(self, simulation: Simulation | None, work: Work) -> Decision:
        election, choice = self.election, self.choice
        best, second = election.found.best, election.found.second
        assert best is not None  # noqa: S101 - an election has a best
        limits = () if simulation is None else limits_held(simulation, choice, work)
        wanted, holds = self.scenario.assumptions.confidence, 1.0
        if simulation is not None:
            holds = float(simulation.portfolio().probability_budget_holds_period)
        at_choice = election.asked.value(best.portfolio)
        rules, portfolios = election.ballot.rules, election.ballot.portfolios
        return Decision(
            proved=portfolios is not None,
            portfolios=None if portfolios is None else len(portfolios),
            bound=election.bound,
            always=self.always,
            chosen=election.chosen,
            objective=choice.objective,
            at_choice=-at_choice if choice.objective == "least-outlay" else at_choice,
            on_fresh_trials=self._objective(simulation, best),
            outlay=best.outlay,
            second=None if second is None else self.fresh.beside(best.portfolio, second.portfolio),
            others=election.others,
            limits=limits,
            missed_on_fresh=tuple(one.name for one in limits if one.probability < wanted - 1e-9),
            probability_budget_holds_period=holds,
            pools=pool_uses(self.scenario, (*election.chosen, *self.always)),
            no_saving=tuple(
                name for name in rules.ids if not np.abs(self.known[name].saving).any()
            ),
        )

    def _objective(self, simulation: Simulation | None, best: Point) -> float:
        """Return the objective of the chosen portfolio as its own run reports it."""
        if self.choice.objective == "least-outlay":
            return best.outlay
        if simulation is None:
            return 0.0
        outcome = simulation.portfolio()
        found = {
            "safe-saving": outcome.safe_saving_period,
            "saving": outcome.saving_period.mean,
            "npv": outcome.npv.mean,
        }
        return float(found[self.choice.objective])

    def _points(self, decision: Decision) -> Mapping[str, tuple[FrontierPoint, ...]]:
        """Return the frontier and all portfolios, as far as they were compared and are few."""
        ballot, told = self.election.ballot, {decision.chosen: decision.on_fresh_trials}
        if ballot.portfolios is None:
            return {"frontier": (), "all": ()}
        few = len(ballot.rules.ids) <= MOST_LISTED
        every = list(meeting(self.election.asked, ballot.portfolios)) if few else []
        frontier = self.fresh.frontier(self.election.found)
        return {
            "frontier": self.fresh.points(frontier, told),
            "all": self.fresh.points(every, told),
        }

    def _against(self, other: Scenario, decision: Decision) -> Against:
        """Hold the enabled cases of another scenario against the choice."""
        rules, best = self.election.ballot.rules, self.election.found.best
        enabled = {item.id for item in other.enabled}
        portfolio = np.array([name in enabled for name in rules.ids], np.uint8)
        assert best is not None  # noqa: S101 - an election has a best
        beside, asked = self.fresh.beside(best.portfolio, portfolio), self.election.asked
        breaks = [rule.name for rule, _ in rules.broken(portfolio)]
        breaks += [
            own.name
            for own in asked.conditions
            if not len(meeting(replace(asked, conditions=(own,)), portfolio[None]))
        ]
        is_it = beside.chosen == decision.chosen
        return Against(
            scenario=other.assumptions.name,
            chosen=beside.chosen,
            objective=decision.on_fresh_trials if is_it else self.fresh.objective(portfolio),
            outlay=self.fresh.outlay(portfolio),
            breaks=tuple(dict.fromkeys(breaks)),
            pools=pool_uses(self.scenario, (*beside.chosen, *self.always)),
            difference=beside.difference,
            standard_error=beside.standard_error,
        )
