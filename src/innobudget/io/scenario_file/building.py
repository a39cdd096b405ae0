"""The content of a scenario file → a Scenario, in whole currency units."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from innobudget.domain.choosing import Choosing
from innobudget.domain.facts import AMOUNT_KEYS, Fact
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
    prices = file.budget.price_index if file.budget else {}
    return Scenario(
        assumptions=Assumptions(**own),
        sampled=file.simulation,
        booking=file.booking,
        followup=file.followup,
        correlation=file.correlation,
        drivers=file.driver,
        choice=file.choice and _choice(file.choice, root.along(("choice",))[-1], units),
        stress=file.stress,
        publish=file.publish,
        investments=tuple(
            _investment(entry, root.along(("investment", number))[-1], units, prices)
            for number, entry in enumerate(file.investment)
        ),
    )


def _investment(
    entry: InvestmentEntry,
    node: Node,
    units: Mapping[Path, float],
    prices: Mapping[int, float],
) -> Investment:
    def unit(*keys: str | int) -> float:
        return units[node.along(keys)[-1].file]

    single = {key: value for key in SINGLE_STAGE if (value := getattr(entry, key)) is not None}
    stages = [
        _stage(stage, node.along(("stage", number))[-1], units)
        for number, stage in enumerate([Stage(**single)] if single else entry.stages)
    ]
    changed: dict[str, Any] = {
        "booked": entry.booked and _times(entry.booked, unit("booked")),
        "rebooked": entry.rebooked and _times(entry.rebooked, unit("rebooked")),
        "owner_estimate": {
            year: amount * unit("owner_estimate") / prices.get(year, 1.0)
            for year, amount in entry.owner_estimate.items()
        },
        "stages": tuple(stages),
        "effects": tuple(
            _effect(effect, unit("effect", number)) for number, effect in enumerate(entry.effects)
        ),
        "facts": tuple(
            _fact(fact, unit("fact", number) / prices.get(fact.year or 0, 1.0))
            for number, fact in enumerate(entry.facts)
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


def _choice(choice: Choosing, node: Node, units: Mapping[Path, float]) -> Choosing:
    def unit(*keys: str | int) -> float:
        return units[node.along(keys)[-1].file]

    pools = tuple(
        replace(
            pool,
            amount=pool.amount and _times(pool.amount, unit("pool", number)),
            total=pool.total and pool.total * unit("pool", number),
        )
        for number, pool in enumerate(choice.pools)
    )
    hole = choice.hole_at_most
    return replace(
        choice,
        find=_times(choice.find, unit("find")),
        hole_at_most=hole and hole * unit("hole_at_most"),
        pools=pools,
    )


def _effect(effect: Effect, unit: float) -> Effect:
    return effect if effect.amount is None else replace(effect, amount=effect.amount * unit)


def _fact(fact: Fact, unit: float) -> Fact:
    """Return a fact with its amount in whole currency units and the scenario's prices."""
    amounts: dict[str, Any] = {
        key: amount * unit for key in AMOUNT_KEYS if (amount := getattr(fact, key)) is not None
    }
    return replace(fact, **amounts)


def _times(amounts: Mapping[int, float], unit: float) -> Mapping[int, float]:
    return {year: amount * unit for year, amount in amounts.items()}
