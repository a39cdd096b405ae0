"""What claims about a comparison are about: figures that several sentences are held against."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import ComparisonResults, Estimate, Paired, Standing
from innobudget.report.findings.service import MOVED

HOLDS = "probability_budget_holds"
MET = "probability_booked_met"
PER_KRONE = "safe_saving_per_krone"
"""Names of estimates."""
MORE_OFTEN_THAN_NOT = 0.5


def holds(standing: Standing) -> float:
    """Return the probability that the budget of a scenario holds."""
    return float(standing.estimates.probability_budget_holds.value)


def ratio(standing: Standing) -> Estimate:
    """Return the safe saving per krone of a scenario that has an outlay."""
    found = standing.estimates.safe_saving_per_krone
    if found is None:
        raise ValueError(f"{standing.id} has no outlay")
    return found


def ahead(found: ComparisonResults, one: Standing, other: Standing, name: str) -> Estimate:
    """Return how much more of a figure one has than the other, and how sure that is."""
    difference, sign = found.difference(one.id, other.id)
    estimate: Estimate | None = difference.estimates[name]
    if estimate is None:
        return Estimate(value=0.0, standard_error=None)
    return replace(estimate, value=sign * estimate.value)


def share_ahead(
    found: ComparisonResults, one: Standing, other: Standing, name: str
) -> float | None:
    """Return in what share of the futures one has more of a figure; None: it has no meaning."""
    difference, sign = found.difference(one.id, other.id)
    paired: Paired | None = getattr(difference, name)
    if paired is None:
        return None
    return paired.probability_higher if sign > 0 else paired.probability_lower


def with_most(
    found: ComparisonResults, items: Sequence[Standing], name: str
) -> tuple[Standing, ...]:
    """Return those with most of a figure, in the order given.

    Beside the first it is those that more futures could put before it: of a tie no seed decides.
    """
    if not items:
        return ()
    first = max(items, key=lambda item: item.estimates[name].value)
    return tuple(item for item in items if item is first or ahead(found, first, item, name).is_tie)


def surest(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the scenarios whose budget holds most surely."""
    return with_most(found, found.standings, HOLDS)


def booked(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the scenarios that have booked anything."""
    return tuple(item for item in found.standings if item.estimates[MET] is not None)


def best_met(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the scenarios whose bookings come most surely."""
    return with_most(found, booked(found), MET)


def best_per_krone(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the scenarios that buy most safe saving per krone."""
    spending = [item for item in found.standings if item in found.ranking]
    return with_most(found, spending, PER_KRONE)


def buys(found: ComparisonResults) -> bool:
    """Say whether an outlay buys any safe saving."""
    return bool(found.ranking) and ratio(found.ranking[0]).value > 0


def buyers(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the best of those that buy any safe saving."""
    return best_per_krone(found) if buys(found) else ()


def others_per_krone(found: ComparisonResults) -> list[Standing]:
    """Return the scenarios with an outlay that buy less than the best."""
    return [item for item in found.ranking if item not in best_per_krone(found)]


def more_per_krone(found: ComparisonResults, one: Standing, other: Standing) -> float:
    """Return the share of the futures in which one saves more per krone than the other."""
    return share_ahead(found, one, other, "saving_per_krone") or 0.0


def least_often(found: ComparisonResults) -> float:
    """Return in how many futures at least the best save more per krone than each of the others."""
    return min(
        more_per_krone(found, one, other)
        for one in best_per_krone(found)
        for other in others_per_krone(found)
    )


def rival(found: ComparisonResults) -> tuple[Standing, float] | None:
    """Return the scenario that saves more per krone than the best in most futures, and in how many.

    None where that is not more often than not: then the best is so in most futures too.
    """
    best = best_per_krone(found)
    if len(best) != 1 or not others_per_krone(found):
        return None
    shares = [(item, more_per_krone(found, item, best[0])) for item in others_per_krone(found)]
    found_ = max(shares, key=lambda pair: pair[1])
    return found_ if found_[1] > MORE_OFTEN_THAN_NOT else None


def order(found: ComparisonResults) -> tuple[Estimate, Standing, Standing] | None:
    """Return the two of the ranking that are closest, in the order given; None: all are equal."""
    ranking = found.ranking
    steps = [
        (ahead(found, better, worse, PER_KRONE), better, worse)
        for better, worse in pairwise(ranking)
    ]
    steps = [step for step in steps if step[0].value != 0]
    if not steps:
        return None
    closest, *two = min(steps, key=lambda step: step[0].certainty)
    first, second = sorted(two, key=found.standings.index)
    return closest, first, second


def same_money(found: ComparisonResults) -> bool:
    """Say whether kroner may be ranked: all scenarios are of one municipality's budget.

    Without budget files it is known where they have an investment in common.
    """
    first, *others = found.scenarios
    if first.budget is not None:
        return all(other.budget == first.budget for other in others)
    own = {item.id for item in first.investments}
    return all(
        other.budget is None and own & {item.id for item in other.investments} for other in others
    )


def same_cases(found: ComparisonResults) -> bool:
    """Say whether all scenarios are the same investments, but for their booking."""
    first, *others = (
        [replace(item, booked=None) for item in scenario.enabled] for scenario in found.scenarios
    )
    return all(other == first for other in others)


def falls(standing: Standing) -> bool:
    """Say whether every service indicator of a scenario moves away from its target."""
    return bool(standing.service) and all(way <= -MOVED for way in standing.service)


def worthiest(found: ComparisonResults) -> tuple[Standing, ...]:
    """Return the scenario with the highest mean NPV, and those that more futures could put first.

    In the order given.
    """
    first = max(found.standings, key=lambda item: item.portfolio.npv.mean)

    def as_worthy(other: Standing) -> bool:
        spread = found.difference(first.id, other.id)[0].npv.spread
        apart = Estimate(value=spread.mean, standard_error=spread.standard_error)
        return abs(spread.mean) <= HALF_AN_ORE or apart.is_tie

    return tuple(item for item in found.standings if item is first or as_worthy(item))


def worth_more(found: ComparisonResults, one: Standing, other: Standing) -> float:
    """Return the share of the futures in which one has a higher NPV than the other."""
    return share_ahead(found, one, other, "npv") or 0.0


def worth_differs(found: ComparisonResults) -> bool:
    """Say whether any two scenarios have another NPV in any future."""
    return any(
        item.npv.probability_higher or item.npv.probability_lower for item in found.differences
    )
