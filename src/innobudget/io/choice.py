"""A choice as choose.json, and the chosen portfolio as a scenario that a run takes.

Keys are the field names of `domain.chosen`; what code cannot call `class` is that in the file.
"""

from typing import Any

from innobudget.domain.chosen import CaseDecision, Chosen
from innobudget.domain.planned import booked_saving
from innobudget.domain.rebooking import booked_savings
from innobudget.domain.scenario import Sampled
from innobudget.io.results import Document, doubts_document, json_value
from innobudget.io.scenario_workbook.toml_text import toml_document

CLASS = ("standing", "class")
"""A field, and what the file calls it."""
TOLD = ("choice", "stresses", "frontier", "all", "safe_booking", "pooling", "gates", "against")


def choice_document(chosen: Chosen, *, version: str) -> Document:
    """Return the content of choose.json; money in whole currency units."""
    scenario = chosen.scenario
    assumptions, sampled = scenario.assumptions, scenario.sampled
    told = {name: json_value(getattr(chosen, name)) for name in TOLD}
    return {
        "innobudget": version,
        "scenario": assumptions.name,
        "trials": sampled.trials,
        "choosing_trials": chosen.choosing_trials,
        "seed": sampled.seed,
        "sampling": sampled.sampling,
        "currency": assumptions.currency,
        "confidence": assumptions.confidence,
        "discount_rate": assumptions.discount_rate,
        "years": list(scenario.horizon.years),
        "choice": told.pop("choice"),
        "cases": [_case(case) for case in chosen.cases],
        **told,
        "doubts": doubts_document(scenario),
    }


def _case(case: CaseDecision) -> Document:
    field, key = CLASS
    return {key if name == field else name: value for name, value in json_value(case).items()}


def chosen_toml(chosen: Chosen, extends: str, own: Sampled) -> str:
    """Return the chosen portfolio as a scenario that builds on the one it was chosen from.

    Parameters
    ----------
    chosen
        The choice, of which something is enabled.
    extends
        Path of the scenario, as seen from where this one is to stand.
    own
        How the scenario itself says it is sampled: what was said instead stands here.

    """
    scenario, choice = chosen.scenario, chosen.scenario.choice
    sampled = scenario.sampled
    changed = {
        name: getattr(sampled, name)
        for name in ("trials", "seed", "sampling")
        if getattr(sampled, name) != getattr(own, name)
    }
    safe = choice is not None and choice.booking == "safe"
    document: dict[str, Any] = {"scenario": {"extends": extends, **({"unit": 1} if safe else {})}}
    if changed:
        document["simulation"] = changed
    kept = {item.id for item in chosen.portfolio.enabled}
    document["investment"] = [
        {"id": item.id, "enabled": False} for item in scenario.enabled if item.id not in kept
    ]
    if safe:
        document["investment"] += [
            {"id": case.id, "booked": _booked(chosen, case)}
            for case in chosen.cases
            if case.id in kept
        ]
    return toml_document({key: value for key, value in document.items() if value})


def _booked(chosen: Chosen, case: CaseDecision) -> dict[str, float]:
    """Return what is to be booked so that, with running costs, a case's part is."""
    scenario = chosen.scenario
    item = next(own for own in scenario.enabled if own.id == case.id)
    whole, positive = booked_saving(scenario, item), booked_savings(scenario, item)
    return {
        str(year): part - (whole[year] - positive[year])
        for year, part in zip(scenario.horizon.years, case.booking or (), strict=True)
    }
