"""What each case brings in common trials: a portfolio is a sum of such columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np

from innobudget.domain.choosing import Choosing, Objective, plan_use
from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.choosing.search import Condition, Question
from innobudget.engine.collecting.columns import money
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, plan_investments


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What one case brings, its amounts of shape (trial,). [currency]"""

    saving: Array
    """Saving of the budget period."""
    found: Mapping[int, Array]
    """Saving of each year in which some is to be found."""
    kept: Array
    """What the period leaves of the adopted budget: the budget gap with its sign turned."""
    npv: float
    """Mean net present value. [currency]"""
    outlay: float
    """Planned outlay and budgeted disruption over the horizon. [currency]"""


def choosing_draws(scenario: Scenario, trials: int) -> Draws:
    """Return the trials that a choice is made on: plain random ones of a seed of their own."""
    digest = sha256(f"choice {scenario.sampled.seed}".encode()).digest()
    sampled = replace(scenario.sampled, sampling="random", trials=trials)
    return Draws(
        scenario=replace(scenario, budget=None, sampled=sampled),
        plans=plan_investments(scenario),
        trials=trials,
        seed=int.from_bytes(digest[:8], "big"),
    )


def draw_cases(scenario: Scenario, trials: int, *, outlay: float = 1.0) -> Mapping[str, Case]:
    """Draw what each enabled case brings in the choosing trials; each by itself, by name.

    `outlay` is what every planned outlay is multiplied by.
    """
    draws = choosing_draws(scenario, trials)
    years = sorted(scenario.choice.find) if scenario.choice else []
    matrices = [_matrix(scenario, plan, years) for plan in draws.plans]
    parts: list[list[Array]] = [[] for _ in draws.plans]
    for tile in range(draws.tiles):
        stretch = draws.stretch(tile)
        weights = draws.weights(tile, range(len(draws.plans)))
        for number, matrix in enumerate(matrices):
            drawn = matrix @ weights.of(number)
            parts[number].append(drawn[:, : stretch.stop - stretch.start])
    found = {}
    for plan, own in zip(draws.plans, parts, strict=True):
        saving, npv, net, *yearly = np.concatenate(own, axis=1)
        period = slice(0, scenario.horizon.period)
        found[plan.investment.id] = Case(
            saving=saving,
            found=dict(zip(years, yearly, strict=True)),
            kept=net - plan.total.budgeted_net[period].sum(),
            npv=float(npv.mean()),
            outlay=planned(plan.investment, outlay),
        )
    return found


def planned(investment: Investment, factor: float = 1.0) -> float:
    """Return planned outlay, times a factor, and budgeted disruption over the horizon."""
    return sum(plan_use(investment, None, outlay=factor).values())


def _matrix(scenario: Scenario, plan: InvestmentPlan, years: Sequence[int]) -> Array:
    """Return what is drawn of a case per unit of each weight, shape (amount, weight)."""
    outcomes = money(plan.total, scenario.horizon, scenario.assumptions.discount_rate)
    saving = outcomes["saving"].T
    rows = [outcomes[name][:, 0] for name in ("saving_period", "npv", "net_period")]
    return np.array([*rows, *(saving[scenario.horizon.position(year)] for year in years)])


def question(
    scenario: Scenario, ids: Sequence[str], cases: Mapping[str, Case], objective: Objective
) -> Question:
    """Ask which of some cases make an objective largest, those that are always in beside them."""
    choice = scenario.choice or Choosing()
    base = [name for name in sorted(cases) if name not in set(ids)]
    own = [cases[name] for name in ids]
    always = [cases[name] for name in base]

    def laid(rows: Sequence[Array], others: Sequence[Array], size: int) -> Array:
        return np.array([*rows, np.array(others).reshape(len(others), size).sum(axis=0)])

    trials = len(next(iter(cases.values())).saving)
    saving = laid([one.saving for one in own], [one.saving for one in always], trials)
    outlay = np.array([*(one.outlay for one in own), sum(one.outlay for one in always)])
    npv = np.array([*(one.npv for one in own), sum(one.npv for one in always)])
    conditions = [
        Condition(
            name=f"find.{year}",
            amounts=laid(
                [one.found[year] for one in own], [one.found[year] for one in always], trials
            ),
            least=amount,
        )
        for year, amount in sorted(choice.find.items())
    ]
    if choice.hole_at_most is not None:
        kept = laid([one.kept for one in own], [one.kept for one in always], trials)
        conditions.append(Condition(name="hole", amounts=kept, least=-choice.hole_at_most))
    means = {"npv": npv, "least-outlay": -outlay}.get(objective, saving.mean(axis=1))
    return Question(
        objective=objective,
        confidence=scenario.assumptions.confidence,
        outlay=outlay,
        means=means,
        saving=saving,
        conditions=tuple(conditions),
    )
