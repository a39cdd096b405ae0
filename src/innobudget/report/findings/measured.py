"""What claims are about: figures of results that several sentences are held against."""

from collections.abc import Sequence
from math import hypot, sqrt

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.known_course import KnownCourse
from innobudget.domain.rebooking import decided_years
from innobudget.domain.results import InvestmentOutcome, Outcome, PartOutcome, Results, Spread

A_KRONE = 0.5
"""What is more is written as a krone at least. [currency]"""
ERRORS = 2.0
"""So many standard errors apart, two figures keep their order with another seed."""


def holds(results: Results) -> float:
    """Return the probability that the budget of the period holds."""
    return float(results.portfolio.probability_budget_holds_period)


def is_safe(results: Results) -> bool:
    """Say whether it holds with the wanted confidence."""
    return holds(results) >= results.scenario.assumptions.confidence


def on_the_edge(results: Results) -> bool:
    """Say whether another seed could put it on the other side of the wanted confidence."""
    errors = results.standard_errors
    apart = abs(holds(results) - results.scenario.assumptions.confidence)
    unsure = errors and apart < ERRORS * errors.probability_budget_holds_period
    return bool(unsure) and 0 < holds(results) < 1


def comes_in_full(results: Results) -> float | None:
    """Return the probability that all booked savings of the period come; None: none booked."""
    if booked(results) <= HALF_AN_ORE:
        return None
    met: float | None = results.portfolio.probability_booked_met_period
    return met


def booked(results: Results) -> float:
    """Return the booked saving of the budget period. [currency]"""
    return sum(results.portfolio.plan.booked[: results.scenario.horizon.period])


def mean_gap(results: Results) -> float:
    """Return what is missing on average over the budget period. [currency]"""
    gap: Spread = results.portfolio.gap_period
    return gap.mean


def comes_out_even(results: Results) -> bool:
    """Say whether nothing is missing or left over in the budget period, in any trial."""
    gap: Spread = results.portfolio.gap_period
    return max(abs(gap.mean), gap.sd) <= HALF_AN_ORE


def lacks(results: Results) -> bool:
    """Say whether money is missing on average, whatever the seed."""
    gap: Spread = results.portfolio.gap_period
    return gap.mean > max(HALF_AN_ORE, ERRORS * (gap.standard_error or 0.0))


def lost_saving(results: Results) -> float:
    """Return booked less mean realised saving of the budget period. [currency]"""
    found = results.booked_to_achieved
    return found.booked - found.achieved


def excess_costs(results: Results) -> float:
    """Return what outlay and disruption exceed the budget by on average. [currency]"""
    found = results.booked_to_achieved
    return -(found.outlay + found.disruption)


def level_reached(results: Results) -> float:
    """Return mean less booked saving of the horizon's last year, beyond its error. [currency]

    0 where another seed could turn it round.
    """
    outcome = results.portfolio
    saving = outcome.measures["saving"][-1]
    return beyond(saving.mean - outcome.plan.booked[-1], saving.standard_error or 0.0)


def beyond(difference: float, error: float) -> float:
    """Return a difference, or 0 where another seed could turn it round."""
    return difference if abs(difference) > max(HALF_AN_ORE, ERRORS * error) else 0.0


def is_under_way(results: Results) -> bool:
    """Say whether some years of the budget period are closed, and a decision is about others."""
    return decided_years(results.scenario).start > 0


def has_ended(results: Results, found: InvestmentOutcome) -> bool:
    """Say whether it is known that an investment was stopped, or does not work."""
    own = next(item for item in results.scenario.enabled if item.id == found.id)
    return KnownCourse(investment=own).ending in ("stopped", "failed")


def open_gap(results: Results, outcome: Outcome) -> float:
    """Return what is missing on average in the years that a decision is about. [currency]"""
    return sum(
        outcome.measures["budget_gap"][year].mean for year in decided_years(results.scenario)
    )


def open_loss(results: Results, outcome: Outcome) -> float:
    """Return what of the booked savings does not come in those years on average. [currency]"""
    booked, saving = outcome.plan.booked, outcome.measures["saving"]
    return sum(booked[year] - saving[year].mean for year in decided_years(results.scenario))


def contribution(results: Results, found: InvestmentOutcome) -> float | None:
    """Return what an investment lacks when money is missing; None: it never is. [currency]

    Under way, what it lacks on average in the years that are open. What one that has ended does
    not spend any more makes up for none of its savings: no year brings them back.
    """
    if not is_under_way(results):
        return found.gap_when_hole
    gap = open_gap(results, found.outcome)
    return max(gap, open_loss(results, found.outcome)) if has_ended(results, found) else gap


def numbered_by_hole(results: Results) -> list[tuple[int, InvestmentOutcome]]:
    """Return the investments with their numbers in results.json, the largest contribution first."""
    return sorted(
        enumerate(results.investments),
        key=lambda item: (
            -(contribution(results, item[1]) or 0.0),
            -item[1].outcome.gap_period.mean,
        ),
    )


def by_hole(results: Results) -> list[InvestmentOutcome]:
    """Return the investments, the largest contribution to the hole first."""
    return [found for _, found in numbered_by_hole(results)]


def hole_error(results: Results, found: InvestmentOutcome) -> float:
    """Return about how unsure an investment's contribution to the hole is. [currency]

    As of plain random numbers: which trials have a hole is no smooth function of the draws.
    """
    if is_under_way(results):
        gaps = found.outcome.measures["budget_gap"]
        return sum(gaps[year].standard_error or 0.0 for year in decided_years(results.scenario))
    holes = max((1 - holds(results)) * results.scenario.sampled.trials, 1.0)
    gap: Spread = found.outcome.gap_period
    return gap.sd / sqrt(holes)


def level_with_first(ranked: Sequence[tuple[float, float]]) -> int:
    """Count the figures whose order with the first another seed could turn, it included.

    Parameters
    ----------
    ranked
        Figures with their standard errors, the largest first.

    """
    (first, error), *others = ranked
    level = [beyond(first - figure, hypot(error, own)) == 0 for figure, own in others]
    return 1 + (level.index(False) if False in level else len(level))


def level_cases(results: Results) -> int:
    """Count the investments that contribute about as much to the hole as the largest."""
    return level_with_first(
        [
            (contribution(results, item) or 0.0, hole_error(results, item))
            for item in by_hole(results)
        ]
    )


def in_file_order(results: Results, found: Sequence[InvestmentOutcome]) -> list[InvestmentOutcome]:
    """Return investments as the scenario has them: of a tie no seed decides the order."""
    return [item for item in results.investments if item in found]


def lacking_areas(results: Results) -> list[PartOutcome]:
    """Return the areas that lack money on average over the budget period, most first."""
    found = [part for part in results.areas if part.outcome.gap_period.mean > HALF_AN_ORE]
    return sorted(found, key=lambda part: -part.outcome.gap_period.mean)
