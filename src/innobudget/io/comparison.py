"""A comparison as comparison.json: the keys that people and scripts depend on.

Keys are the field names of `domain.comparison`; a scenario's portfolio has those of
results.json. Differences year by year are one list per figure.
"""

from collections.abc import Sequence

from innobudget.domain.comparison import Comparison, Difference, Paired, Standing
from innobudget.domain.scenario import Scenario
from innobudget.io.results import Document, doubts_document, json_value, outcome_document


def comparison_document(comparison: Comparison, *, version: str) -> Document:
    """Return the content of comparison.json; money in whole currency units."""
    first = comparison.scenarios[0]
    assumptions, sampled = first.assumptions, first.sampled
    return {
        "innobudget": version,
        "trials": sampled.trials,
        "seed": sampled.seed,
        "sampling": sampled.sampling,
        "currency": assumptions.currency,
        "confidence": assumptions.confidence,
        "discount_rate": assumptions.discount_rate,
        "years": list(first.horizon.years),
        "scenarios": [
            _scenario(scenario, standing)
            for scenario, standing in zip(comparison.scenarios, comparison.standings, strict=True)
        ],
        "ranking": [standing.id for standing in comparison.ranking],
        "differences": [_difference(found) for found in comparison.differences],
    }


def _scenario(scenario: Scenario, standing: Standing) -> Document:
    return {
        "id": standing.id,
        "name": scenario.assumptions.name,
        **outcome_document(standing.portfolio),
        "booked_period": standing.booked_period,
        "outlay_period": json_value(standing.outlay_period),
        "saving_per_krone": json_value(standing.saving_per_krone),
        "estimates": json_value(standing.estimates),
        "service": list(standing.service),
        "doubts": doubts_document(scenario),
    }


def _difference(difference: Difference) -> Document:
    found: Document = {"scenario": difference.scenario, "minus": difference.minus}
    for name in ("saving", "net_effect"):
        found[name] = _yearly(getattr(difference, name))
    for name in ("saving_period", "outlay_period", "budget_gap_period", "npv"):
        found[name] = _paired(getattr(difference, name))
    per_krone = difference.saving_per_krone
    found["saving_per_krone"] = None if per_krone is None else _paired(per_krone)
    return {**found, "estimates": json_value(difference.estimates)}


def _paired(paired: Paired) -> Document:
    return {
        **json_value(paired.spread),
        "probability_higher": paired.probability_higher,
        "probability_lower": paired.probability_lower,
    }


def _yearly(years: Sequence[Paired]) -> Document:
    by_year = [_paired(paired) for paired in years]
    return {name: [year[name] for year in by_year] for name in by_year[0]}
