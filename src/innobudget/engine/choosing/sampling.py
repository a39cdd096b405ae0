"""Some of a run's trials, case by case, for whoever wants to switch cases on and off."""

from dataclasses import dataclass

import numpy as np

from innobudget.domain.chosen import Chosen
from innobudget.engine.collecting.columns import money
from innobudget.engine.flows import Array
from innobudget.engine.simulation import draws_of


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
