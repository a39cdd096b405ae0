"""Lost room: booked savings that are given up once it is known that they will not come.

The hole goes away from the accounts and comes back as savings that somebody else must find.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from innobudget.domain.rebooking import first_open_year
from innobudget.domain.results import Spread
from innobudget.domain.scenario import Scenario
from innobudget.engine.collecting.collection import Collected
from innobudget.engine.collecting.columns import ZERO, Positions
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.collecting.sample import Mapped
from innobudget.engine.flows import Array, Flows
from innobudget.engine.measures.ledger import spread
from innobudget.engine.plan import InvestmentPlan

LOST, KEPT = "lost_room", "net_effect"
"""Names of the outcomes: booking given up, and the net effect with that added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebudgeted:
    """Lost room of each year, and the net effect with it added: neither is linear in weights."""

    plans: tuple[InvestmentPlan, ...]
    """Of all investments."""
    net: Array
    """Net effect per unit of each weight, shape (weight, year). [currency]"""
    years: tuple[int, ...]
    """In which bookings can be given up. [years of the horizon]"""
    after: int
    """How many years after it is known. [years]"""
    clipped: tuple[str, ...] = ()
    """None is held within limits."""

    @classmethod
    def wanted(cls, scenario: Scenario, plans: tuple[InvestmentPlan, ...]) -> Wanted | None:
        """Want it where the follow-up says when bookings are given up."""
        followup = scenario.followup
        if followup is None or followup.rebudget_after is None:
            return None
        horizon = scenario.horizon
        flows = Flows.side_by_side(plan.total for plan in plans)
        first = horizon.position(first_open_year(scenario))
        years = tuple(range(first, horizon.length))
        return Wanted(
            columns=cls(
                plans=plans, net=flows.net_effect, years=years, after=followup.rebudget_after
            )
        )

    @property
    def members(self) -> tuple[int, ...]:
        """All of them."""
        return tuple(range(len(self.plans)))

    @property
    def positions(self) -> Mapping[str, Positions]:
        """Rows of the years in which bookings can be given up, then of all years."""
        lost = np.full(self.net.shape[1], ZERO, dtype=np.intp)
        lost[list(self.years)] = np.arange(len(self.years))
        return {LOST: lost, KEPT: len(self.years) + np.arange(self.net.shape[1], dtype=np.intp)}

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.years) + int(self.net.shape[1])

    def fill(self, weights: Array, out: Array) -> None:
        """Write the outcomes of some trials to `out`, shape (row, trial). [currency]"""
        years = list(self.years)
        lost, kept = out[: len(years)], out[len(years) :]
        lost[:] = 0.0
        ends = accumulate((len(plan.weights) for plan in self.plans), initial=0)
        for plan, rows in zip(self.plans, pairwise(ends), strict=True):
            own, flows = weights[slice(*rows)], plan.total
            saving = flows.saving[:, years].T @ own
            given_up = flows.booked[years, None] - np.maximum(saving, 0.0)
            known = own[plan.weights.known] + self.after
            given_up *= np.array(years)[:, None] >= known
            lost += np.maximum(given_up, 0.0)
        np.matmul(self.net.T, weights, out=kept)
        kept[years] += lost


def lost_room(found: Collected, adopted: Array) -> tuple[tuple[Spread, ...], tuple[Spread, ...]]:
    """Return the lost room and the gap without it by year; `adopted` is the adopted net effect."""
    years = range(len(adopted))
    return (
        tuple(spread(found.sample(LOST, year)) for year in years),
        tuple(
            spread(Mapped(sample=found.sample(KEPT, year), shift=float(adopted[year])))
            for year in years
        ),
    )
