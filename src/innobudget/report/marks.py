"""Where a scenario's money comes from: how much of it is sourced, an estimate, illustrative."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from innobudget.domain.evidence import Mark
from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.report.planning import planned_effects


def money_by_mark(scenarios: Sequence[Scenario]) -> Mapping[Mark, float]:
    """Return the share of the money by mark, the largest first; none where there is no money.

    Money is every planned outlay and disruption, and every planned effect of a year, whatever
    its sign. A case that several scenarios share counts in each.
    """
    money: dict[Mark, float] = defaultdict(float)
    for scenario in scenarios:
        for investment in scenario.enabled:
            for mark, amount in _marked(scenario, investment):
                money[mark] += amount
    whole = sum(money.values())
    ranked = sorted(money.items(), key=lambda pair: -pair[1])
    return {mark: amount / whole for mark, amount in ranked if amount and whole}


def _marked(scenario: Scenario, investment: Investment) -> Iterator[tuple[Mark, float]]:
    marks = {one.of: one.mark for one in investment.evidence if one.mark}
    for number, stage in enumerate(investment.stages, start=1):
        for key in ("outlay", "capital_outlay", "disruption"):
            own = marks.get(f"stage.{number}.{key}") or (marks.get(key) if number == 1 else None)
            amount = sum(map(abs, getattr(stage, key).values()))
            yield own or investment.assumption, amount
    planned = planned_effects(scenario, investment)
    for number, found in enumerate(planned, start=1):
        own = marks.get(f"effect.{number}.amount") or marks.get(f"effect.{number}.share")
        mark = own or found.effect.assumption or investment.assumption
        yield mark, float(np.abs(found.saving).sum())
