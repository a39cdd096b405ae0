"""Results as results.json: the keys that people and scripts depend on.

Keys are the field names of `domain.results`. A distribution per year is turned on its side:
one list per figure instead of one object per year.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from innobudget.domain.influence import Sensitivity
from innobudget.domain.results import (
    InvestmentOutcome,
    Outcome,
    Part,
    PercentileErrors,
    Results,
    Spread,
)
from innobudget.domain.scenario import Scenario

INSIDE = {
    "npv": ("probability_positive", "probability_npv_positive"),
    "saving_period": ("safe", "safe_saving_period"),
}
"""By spread: what the file has in it beside its own figures, and the measure that this is."""
Document = dict[str, Any]
"""A JSON object; docs/results.schema.json says what is in it."""


def results_document(results: Results, *, version: str) -> Document:
    """Return the content of results.json; money in whole currency units."""
    scenario = results.scenario
    assumptions, sampled = scenario.assumptions, scenario.sampled
    return {
        "innobudget": version,
        "scenario": assumptions.name,
        "trials": sampled.trials,
        "seed": sampled.seed,
        "sampling": sampled.sampling,
        "currency": assumptions.currency,
        "confidence": assumptions.confidence,
        "discount_rate": assumptions.discount_rate,
        "years": list(scenario.horizon.years),
        **outcome_document(results.portfolio),
        "booking_choice": json_value(results.booking_choice),
        "safe_booking_share": results.safe_booking_share,
        "booked_to_achieved": json_value(results.booked_to_achieved),
        "ways_out": json_value(results.ways_out),
        "exceedance": json_value(results.exceedance),
        "investments": [_investment(results, found) for found in results.investments],
        "tracks": [_part(part) for part in results.tracks],
        "areas": [_part(part) for part in results.areas],
        "kinds": [_part(part) for part in results.kinds],
        "beneficiaries": json_value(results.beneficiaries),
        "sensitivity": _sensitivity(results.sensitivity),
        "standard_errors": json_value(results.standard_errors),
        "doubts": doubts_document(scenario),
        **_followup(results),
    }


def doubts_document(scenario: Scenario) -> list[Document]:
    """Return what did not stop a run but must be read."""
    keys = ("code", "place", "found", "expected", "remedy")
    return [{key: getattr(doubt, key) for key in keys} for doubt in dict.fromkeys(scenario.doubts)]


def json_text(document: Document) -> str:
    """Return a document as the text of a JSON file."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def outcome_document(outcome: Outcome) -> Document:
    """Return the figures of a portfolio or a part of it."""
    found: Document = json_value(outcome)
    for spread, (name, measure) in INSIDE.items():
        found[spread] = {**found[spread], name: found.pop(measure)}
    return found


def _part(part: Part) -> Document:
    return {"name": part.name, **outcome_document(part.outcome)}


def _investment(results: Results, found: InvestmentOutcome) -> Document:
    investment = next(item for item in results.scenario.investments if item.id == found.id)
    return {
        "id": found.id,
        "name": investment.title,
        "track": investment.track_name,
        **outcome_document(found.outcome),
        "probability_success": found.probability_success,
        "gap_when_hole": found.gap_when_hole,
        "quality": json_value(found.quality),
        **_followed(results, found),
    }


def _followup(results: Results) -> Document:
    """Return what a follow-up found of the portfolio; nothing where there is none."""
    if results.followup is None:
        return {}
    found = json_value(replace(results.followup, cases=()))
    found["adopted"] = outcome_document(results.followup.adopted)
    return {"followup": {key: value for key, value in found.items() if key != "cases"}}


def _followed(results: Results, found: InvestmentOutcome) -> Document:
    """Return the same of an investment."""
    if results.followup is None:
        return {}
    case: Document = json_value(results.followup.cases[results.investments.index(found)])
    return case


def _sensitivity(sensitivity: Sensitivity) -> list[Document]:
    rest = {
        "quantity": "interactions",
        "share_of_variance": json_value(sensitivity.interactions),
        "standard_error": json_value(sensitivity.interactions_error),
        "tornado": None,
    }
    return [*json_value(sensitivity.influences), rest]


def json_value(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a result as JSON has it: dataclasses by field name, years as lists."""
    if isinstance(value, tuple) and value and isinstance(value[0], Spread | PercentileErrors):
        names = [field.name for field in fields(value[0])]
        return {name: [getattr(item, name) for item in value] for name in names}
    if is_dataclass(value):
        return {field.name: json_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [json_value(item) for item in value]
    return value
