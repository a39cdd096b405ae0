"""A comparison as comparison.json: the keys that people and scripts depend on.

Keys are the field names of `domain.comparison`; a scenario's portfolio has those of
results.json. Differences year by year are one list per figure.
"""

from innobudget.domain.comparison import Comparison, Standing
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
        "differences": json_value(comparison.differences),
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
