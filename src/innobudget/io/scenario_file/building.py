"""The content of a scenario file → a Scenario, in whole currency units."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from innobudget.domain.investment import STAGE_TABLES, Effect, Investment, Stage
from innobudget.domain.scenario import Assumptions, Scenario
from innobudget.io.scenario_file.merging import SINGLE_STAGE
from innobudget.io.scenario_file.schema import InvestmentEntry, ScenarioFile
from innobudget.io.toml.places import Node


def build(file: ScenarioFile, root: Node, units: Mapping[Path, float]) -> Scenario:
    """Build the scenario, without its budget.

    Parameters
    ----------
    file
        Its content, as checked.
    root
        The document that it was read from: which amount stands in which file.
    units
        By file: how many of the currency its amounts are in. [currency]
    """
    own = {item.name: getattr(file.scenario, item.name) for item in fields(Assumptions)}
    return Scenario(
        assumptions=Assumptions(**own),
        sampled=file.simulation,
        booking=file.booking,
        correlation=file.correlation,
        drivers=file.driver,
        investments=tuple(
            _investment(entry, root.along(("investment", number))[-1], units)
            for number, entry in enumerate(file.investment)
        ),
    )


def _investment(entry: InvestmentEntry, node: Node, units: Mapping[Path, float]) -> Investment:
    def unit(*keys: str | int) -> float:
        return units[node.along(keys)[-1].file]

    single = {key: value for key in SINGLE_STAGE if (value := getattr(entry, key)) is not None}
    stages = [
        _stage(stage, node.along(("stage", number))[-1], units)
        for number, stage in enumerate([Stage(**single)] if single else entry.stages)
    ]
    changed: dict[str, Any] = {
        "booked": entry.booked and _times(entry.booked, unit("booked")),
        "stages": tuple(stages),
        "effects": tuple(
            _effect(effect, unit("effect", number)) for number, effect in enumerate(entry.effects)
        ),
    }
    own = {item.name: getattr(entry, item.name) for item in fields(Investment)}
    return Investment(**{**own, **changed})


def _stage(stage: Stage, node: Node, units: Mapping[Path, float]) -> Stage:
    amounts: dict[str, Any] = {
        name: _times(getattr(stage, name), units[node.along((name,))[-1].file])
        for name in STAGE_TABLES
    }
    return replace(stage, **amounts)


def _effect(effect: Effect, unit: float) -> Effect:
    return effect if effect.amount is None else replace(effect, amount=effect.amount * unit)


def _times(amounts: Mapping[int, float], unit: float) -> Mapping[int, float]:
    return {year: amount * unit for year, amount in amounts.items()}
