"""A follow-up that asks benefit owners: rows of facts that wait for a date and an answer."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from innobudget.domain.facts import AMOUNT_KEYS, elapsed
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import is_known
from innobudget.domain.planned import planned_saving
from innobudget.domain.scenario import Scenario
from innobudget.messages import say

ASKED = frozenset({"investment", "stage", "indicator", "year", "to_date", "source"})
"""Columns of a question; with anything else it is an answer, and must be whole."""
FIRST_YEAR = say("begun: the first year in which the effect shows, or FALSE")
ANSWER = say("{kind}: the amount of {year}")
ANSWER_SO_FAR = say("{kind}: the amount of {year} up to the date of the follow-up")


def is_question(sheet: str, row: Mapping[str, Any]) -> bool:
    """Say whether a row of the sheet `fact` still waits for its answer."""
    filled = {key for key in row if key.isidentifier()}
    return sheet == "fact" and filled <= ASKED


def followup_document(scenario: Scenario, extends: str, as_of: date) -> dict[str, Any]:
    """Return a follow-up that asks of each case what can be known by its date."""
    entries = []
    for item in scenario.enabled:
        entry: dict[str, Any] = {"id": item.id, "benefit_owner": item.benefit_owner or item.owner}
        entry["fact"] = list(_questions(scenario, item, as_of))
        entries.append({key: value for key, value in entry.items() if value})
    assumptions = scenario.assumptions
    return {
        "scenario": {
            "extends": extends,
            "name": f"{assumptions.name}, {as_of}",
            "language": assumptions.language,
        },
        "followup": {"as_of": as_of},
        "investment": entries,
    }


def _questions(scenario: Scenario, item: Investment, as_of: date) -> Iterator[dict[str, Any]]:
    language, planned = scenario.assumptions.language, planned_saving(scenario, item)
    for number, stage in enumerate(item.stages, start=1):
        if 0 < stage.success < 1:
            yield {"stage": stage.name or number}
    if not is_known(item.delay):
        yield {"source": FIRST_YEAR(language)}
    for year in range(scenario.horizon.base_year, as_of.year + 1):
        whole = year < as_of.year or elapsed(as_of) == 1
        for kind in AMOUNT_KEYS:
            spent = kind != "saving" and any(getattr(one, kind).get(year) for one in item.stages)
            if spent or (kind == "saving" and planned[year]):
                phrase = ANSWER if whole else ANSWER_SO_FAR
                question = {"year": year, "source": phrase(language, kind=kind, year=year)}
                yield question if whole else {**question, "to_date": True}
    for indicator in item.quality:
        yield {"indicator": indicator.indicator}
