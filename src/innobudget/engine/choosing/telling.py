"""What the run's own trials tell of limits and pools, and of each case beside the choice."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import Choosing
from innobudget.domain.chosen import CaseDecision, Chosen, Gate, Limit
from innobudget.domain.scenario import Scenario
from innobudget.engine.choosing.booking import Allocation
from innobudget.engine.choosing.case_columns import planned
from innobudget.engine.choosing.electing import Election, standing
from innobudget.engine.choosing.knowing import Known
from innobudget.engine.collecting.collection import collect
from innobudget.engine.collecting.columns import Columns, money
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.flows import Array
from innobudget.engine.limits import tolerance
from innobudget.engine.plan import InvestmentPlan, payback, planned_net
from innobudget.engine.simulation import Simulation, draws_of
from innobudget.engine.work import Work


def limits_held(simulation: Simulation, choice: Choosing, work: Work) -> tuple[Limit, ...]:
    """Hold `find` and `hole_at_most` against a portfolio's trials, counted exactly."""
    scenario, flows = simulation.scenario, simulation.ledger.flows
    years, period = scenario.horizon.years, slice(0, scenario.horizon.period)
    near = tolerance(flows.magnitude)
    asked: list[tuple[str, float, str, int, float]] = [
        (f"find.{year}", choice.find[year], "saving", place, choice.find[year] - near[place])
        for place, year in enumerate(years)
        if year in choice.find
    ]
    hole = choice.hole_at_most
    if hole is not None:
        adopted = float(flows.budgeted_net[period].sum())
        least = adopted - hole - float(tolerance(flows.magnitude[period].sum()))
        asked.append(("hole", hole, "net_period", 0, least))
    if not asked:
        return ()
    counted: dict[str, list[list[float]]] = {"saving": [[] for _ in years], "net_period": [[]]}
    for _, _, amount, place, least in asked:
        counted[amount][place].append(float(least))
    outcomes = money(flows, scenario.horizon, scenario.assumptions.discount_rate)
    every = tuple(range(len(simulation.draws.plans)))
    columns = Columns.of(every, {name: outcomes[name] for name in counted})
    (found,) = collect(simulation.draws, [Wanted(columns=columns, counted=counted)], work)
    return tuple(
        Limit(
            name=name,
            amount=wanted,
            probability=found.sample(amount, place).share_at_least(float(least)),
        )
        for name, wanted, amount, place, least in asked
    )


@dataclass(frozen=True, kw_only=True)
class CaseTeller:
    """Tells of each case by itself and in the choice."""

    scenario: Scenario
    """What was chosen from."""
    plans: Mapping[str, InvestmentPlan]
    """Of every enabled case, by id."""
    known: Mapping[str, Known]
    """What the trials tell of each."""
    election: Election
    """The choice."""

    @property
    def choice(self) -> Choosing:
        """What was asked."""
        return self.scenario.choice or Choosing()

    @property
    def always(self) -> tuple[str, ...]:
        """In whatever is chosen."""
        among = set(self.election.ballot.rules.ids)
        return tuple(name for name in sorted(self.plans) if name not in among)

    def case(self, name: str, allocation: Allocation | None) -> CaseDecision:
        """Tell of a case; `allocation` is that of the chosen ones and those always in."""
        plan, known, horizon = self.plans[name], self.known[name], self.scenario.horizon
        chosen = self.election.chosen
        told, depends = standing(name, chosen, self.election.stresses)
        decided = name in self.always
        own = allocation if allocation is not None and name in allocation.shares else None
        return CaseDecision(
            id=name,
            standing="always" if decided else told,
            depends_on=() if decided else depends,
            criteria={} if decided else self._criteria(name),
            payback=payback(plan, known.net, horizon),
            plan_payback=payback(plan, planned_net(plan), horizon),
            outlay=planned(plan.investment),
            saving=known.mean_saving,
            npv=known.npv,
            booking=None if own is None else tuple(own.shares[name].tolist()),
            of_which_unspent=None if own is None else tuple(own.unspent[name].tolist()),
            single_safe=None if own is None else own.single[name],
            evpi=None if decided else known.evpi,
            evpi_works=None if decided else known.evpi_works,
            tied=self._tied(name),
        )

    def _criteria(self, name: str) -> Mapping[str, bool]:
        """Say which rules that concern a case it keeps to alone, those always in beside it."""
        rules, found = self.election.ballot.rules, {}
        place = rules.ids.index(name)
        if self.choice.payback_at_most is not None:
            found["payback"] = True
        for rule in rules.rules:
            if rule.takes[place] > 0 and rule.kind not in {"requires", "at_most"}:
                keeps = rule.takes[place] <= rule.limit + HALF_AN_ORE
                found[rule.name] = found.get(rule.name, True) and bool(keeps)
        return found

    def _tied(self, name: str) -> bool:
        requires = self.choice.requires.items()
        tied = any(name == key or name in needed for key, needed in requires)
        return tied or any(name in listed for listed in self.choice.excludes)

    def gates(self) -> tuple[Gate, ...]:
        """Return what each gate of the enabled cases is worth."""
        return tuple(
            Gate(
                id=item.id,
                stage=number + 2,
                outlay_avoided=avoided,
                damage_avoided=known.damage_avoided if number == len(known.gates) - 1 else None,
            )
            for item in self.scenario.enabled
            for known in [self.known[item.id]]
            for number, avoided in enumerate(known.gates)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SampledCases:
    """What each enabled case did in the budget period, in the order of the scenario."""

    saving: Array
    """Saving, shape (case, trial). [currency]"""
    kept: Array
    """What it leaves of the adopted budget, below 0 a hole, shape (case, trial). [currency]"""


def sample_cases(chosen: Chosen, count: int) -> SampledCases:
    """Draw the first trials of a choice's run again, at most `count` and one tile of them."""
    scenario = chosen.scenario
    draws = draws_of(scenario, chosen.dimensions)
    stretch = draws.stretch(0)
    kept_trials = min(count, stretch.stop - stretch.start)
    weights = draws.weights(0, range(len(draws.plans)))
    period = slice(0, scenario.horizon.period)
    found = {}
    for number, plan in enumerate(draws.plans):
        outcomes = money(plan.total, scenario.horizon, scenario.assumptions.discount_rate)
        own = weights.of(number)[:, :kept_trials]
        adopted = plan.total.budgeted_net[period].sum()
        net = outcomes["net_period"][:, 0] @ own - adopted
        found[plan.investment.id] = (outcomes["saving_period"][:, 0] @ own, net)
    rows = [found[item.id] for item in scenario.enabled]
    return SampledCases(
        saving=np.array([saving for saving, _ in rows]), kept=np.array([net for _, net in rows])
    )
