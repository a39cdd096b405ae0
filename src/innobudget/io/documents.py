"""What is found as JSON: the keys that people and scripts depend on.

Keys are the field names of `domain.results`, `domain.comparison` and `domain.reading`. A
distribution per year is turned on its side: one list per figure instead of one object per year.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from typing import Any

from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.influence import Sensitivity
from innobudget.domain.reading import BudgetReading
from innobudget.domain.results import (
    InvestmentOutcome,
    Outcome,
    PartOutcome,
    PercentileErrors,
    Results,
    Spread,
)
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem

NOT_WRITTEN = frozenset({"budget", "headers"})
"""What a reading has, and its JSON does not."""
INSIDE = {
    "npv": ("probability_positive", "probability_npv_positive"),
    "saving_period": ("safe", "safe_saving_period"),
}
"""By spread: what the file has in it beside its own figures, and the measure that this is."""
Document = dict[str, Any]
"""A JSON object; docs/results.schema.json says what is in it."""


def _circumstances(scenario: Scenario) -> Document:
    assumptions, sampled = scenario.assumptions, scenario.sampled
    return {
        "trials": sampled.trials,
        "seed": sampled.seed,
        "sampling": sampled.sampling,
        "currency": assumptions.currency,
        "confidence": assumptions.confidence,
        "discount_rate": assumptions.discount_rate,
        "years": list(scenario.horizon.years),
    }


def results_document(results: Results, *, version: str) -> Document:
    """Return the content of results.json; money in whole currency units."""
    scenario = results.scenario
    return {
        "innobudget": version,
        "scenario": scenario.assumptions.name,
        **_circumstances(scenario),
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
    return _problems(dict.fromkeys(scenario.doubts))


def json_text(document: Document) -> str:
    """Return a document as the text of a JSON file."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def outcome_document(outcome: Outcome) -> Document:
    """Return the figures of a portfolio or a part of it."""
    found: Document = json_value(outcome)
    for spread, (name, measure) in INSIDE.items():
        found[spread] = {**found[spread], name: found.pop(measure)}
    return found


def _part(part: PartOutcome) -> Document:
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


def comparison_document(comparison: ComparisonResults, *, version: str) -> Document:
    """Return the content of comparison.json; money in whole currency units."""
    return {
        "innobudget": version,
        **_circumstances(comparison.scenarios[0]),
        "scenarios": [
            _standing(scenario, standing)
            for scenario, standing in zip(comparison.scenarios, comparison.standings, strict=True)
        ],
        "ranking": [standing.id for standing in comparison.ranking],
        "differences": json_value(comparison.differences),
    }


def _standing(scenario: Scenario, standing: Standing) -> Document:
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


def reading_document(reading: BudgetReading) -> Document:
    """Return what `innobudget budget FILE --json` prints; amounts in whole currency units."""
    said = {
        item.name: getattr(reading, item.name)
        for item in fields(reading)
        if item.name not in NOT_WRITTEN
    }
    return {
        **said,
        "control_totals": [
            {**asdict(total), "difference": total.difference} for total in reading.control_totals
        ],
        "candidates": [asdict(one) for one in reading.candidates],
        "left_out": [asdict(left) for left in reading.left_out],
        "doubts": _problems(reading.doubts),
        "problems": [],
    }


def refused_document(file: str, problems: Sequence[Problem]) -> Document:
    """Return what it prints of a file that cannot be read, or of a mapping that is wrong."""
    return {
        "verdict": "refused",
        "reason": problems[0].found,
        "file": file,
        "doubts": [],
        "problems": _problems(problems),
    }


def _problems(problems: Iterable[Problem]) -> list[Document]:
    keys = ("code", "place", "found", "expected", "remedy")
    return [{key: getattr(problem, key) for key in keys} for problem in problems]
