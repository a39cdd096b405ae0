"""Which coordinate of a Sobol' sequence belongs to which name.

The first coordinates of the sequence are spread best, so they go to the names that move the
outcome most. Scenarios that are compared share one registry; then adding or removing an
investment leaves every other draw as it was.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from innobudget.domain.scenario import Scenario
from innobudget.domain.stressing import as_assumed
from innobudget.engine.chance.dependence import Loadings, Places
from innobudget.engine.chance.outcome import sample_all
from innobudget.engine.chance.randomness import Recorded, Streams
from innobudget.engine.collecting.columns import money
from innobudget.engine.flows import Flows
from innobudget.engine.measures.classes import first_order_shares
from innobudget.engine.plan import InvestmentPlan, plan_investments

PILOT_SEED = 0
PILOT_TRIALS = 4096
DECIDING = ("npv", "net_period", "saving_period")
"""The outcomes that decide which names are important."""


class Pilot(Recorded):
    """Plain random numbers with the coordinates of a joint design."""

    joint = True


def registry(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Order the names that scenarios draw, the most important in any of them first.

    A name's importance is its largest share of the variance of net present value, of the
    budget period's net effect or of its saving, in a few thousand plain random trials.
    """
    return in_order(map(importances, scenarios))


def in_order(found: Iterable[Mapping[str, float]]) -> tuple[str, ...]:
    """Order names by their largest importance in any of some scenarios, the largest first."""
    importance: dict[str, float] = {}
    for one in found:
        for name, share in one.items():
            importance[name] = max(share, importance.get(name, 0.0))
    return tuple(sorted(importance, key=lambda name: (-importance[name], name)))


def importances(
    scenario: Scenario, plans: Sequence[InvestmentPlan] | None = None
) -> dict[str, float]:
    """Return how important each name is that a scenario's file has, from 0 to 1.

    Cases that are not enabled count, and a stress does not: with them or without, the others
    keep their luck. `plans` are those of the scenario's investments, if they are made already.
    """
    whole = as_assumed(scenario)
    pilot = Pilot(Streams(PILOT_SEED))
    places = Places(Loadings(whole).of, pilot, 0, PILOT_TRIALS)
    plans = plan_investments(whole) if plans is None or whole is not scenario else plans
    weights = sample_all(plans, places).rows
    flows = Flows.side_by_side(plan.total for plan in plans)
    outcomes = money(flows, scenario.horizon, scenario.assumptions.discount_rate)
    matrix = np.concatenate([outcomes[name] for name in DECIDING], axis=1)
    shares = first_order_shares(list(pilot.drawn.values()), matrix.T @ weights)
    largest = np.nan_to_num(shares).max(axis=1)
    return dict(zip(pilot.drawn, largest.tolist(), strict=True))
