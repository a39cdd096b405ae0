"""Results as results.json: the keys that people and scripts depend on.

Keys are the field names of `domain.results`. A distribution per year is turned on its side:
one list per figure instead of one object per year.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from innobudget.domain.influence import Sensitivity
from innobudget.domain.results import InvestmentOutcome, Outcome, Part, Results, Spread

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
        **_outcome(results.portfolio),
        "booking_choice": _value(results.booking_choice),
        "safe_booking_share": results.safe_booking_share,
        "booked_to_achieved": _value(results.booked_to_achieved),
        "exceedance": _value(results.exceedance),
        "investments": [_investment(results, found) for found in results.investments],
        "tracks": [_part(part) for part in results.tracks],
        "areas": [_part(part) for part in results.areas],
        "kinds": [_part(part) for part in results.kinds],
        "beneficiaries": _value(results.beneficiaries),
        "sensitivity": _sensitivity(results.sensitivity),
        "doubts": [
            {key: getattr(doubt, key) for key in ("code", "place", "found", "expected", "remedy")}
            for doubt in dict.fromkeys(scenario.doubts)
        ],
    }


def json_text(document: Document) -> str:
    """Return a document as the text of a JSON file."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _outcome(outcome: Outcome) -> Document:
    found: Document = _value(outcome)
    positive = found.pop("probability_npv_positive")
    return {**found, "npv": {**found["npv"], "probability_positive": positive}}


def _part(part: Part) -> Document:
    return {"name": part.name, **_outcome(part.outcome)}


def _investment(results: Results, found: InvestmentOutcome) -> Document:
    investment = next(item for item in results.scenario.investments if item.id == found.id)
    return {
        "id": found.id,
        "name": investment.title,
        "track": investment.track_name,
        **_outcome(found.outcome),
        "probability_success": found.probability_success,
        "gap_when_hole": found.gap_when_hole,
        "quality": _value(found.quality),
    }


def _sensitivity(sensitivity: Sensitivity) -> list[Document]:
    rest = {
        "quantity": "interactions",
        "share_of_variance": _value(sensitivity.interactions),
        "tornado": None,
    }
    return [*_value(sensitivity.influences), rest]


def _value(value: object) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, tuple) and value and all(isinstance(item, Spread) for item in value):
        names = [field.name for field in fields(Spread)]
        return {name: [getattr(item, name) for item in value] for name in names}
    if is_dataclass(value):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return value
