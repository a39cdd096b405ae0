"""A scenario's document for a later budget: what happened is a fact, what was spent is sunk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any

from innobudget.domain.followed import FactOutcome
from innobudget.domain.investment import STAGE_TABLES, Investment
from innobudget.domain.planned import booked_saving, running_costs
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Uncertain, lower_limit, upper_limit

OPEN = 1e6
"""Stands for an end that neither a fact nor the range has: no factor is as large."""
JUST_BELOW = 1e-9
"""How far below its end an interval that is open above ends, once it is written. [years]"""
DATED = ("rebooked", "owner_estimate", "fact")
"""Keys of an investment that are written anew, or left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolling:
    """A scenario on its way to a later base year."""

    scenario: Scenario
    """As it was read, with all that it builds on."""
    facts: Sequence[FactOutcome]
    """What its facts say."""
    base_year: int
    """Of the later budget. [calendar year]"""
    unit: float
    """What the document's amounts are in. [currency]"""

    def document(self, whole: Mapping[str, Any], paths: Mapping[str, str]) -> dict[str, Any]:
        """Return the document of the later scenario, which builds on none.

        Parameters
        ----------
        whole
            The document of the scenario with all that it builds on, as plain values.
        paths
            Files of the later `[budget]`, as it names them.

        """
        own = {key: value for key, value in whole.items() if key not in {"choice", "followup"}}
        own["scenario"] = self._assumptions(whole["scenario"])
        own["budget"] = {
            **{key: value for key, value in whole.get("budget", {}).items() if key not in paths},
            **paths,
        }
        own["budget"].pop("price_index", None)
        own["booking"] = {**whole.get("booking", {}), "already_in_budget": True}
        by_id = {item.id: item for item in self.scenario.investments}
        cases = [self._case(entry, by_id[entry["id"]]) for entry in whole.get("investment", [])]
        if any("fact" in case for case in cases):
            own["followup"] = {**whole["followup"], "as_of": self._as_of}
        tables = ("scenario", "budget", "booking", "followup")
        rest = {key: value for key, value in own.items() if key not in {*tables, "investment"}}
        heads = {key: own[key] for key in tables if key in own}
        return {**heads, **rest, "investment": cases}

    @property
    def _as_of(self) -> date:
        followup, first = self.scenario.followup, date(self.base_year, 1, 1)
        return first if followup is None else max(followup.as_of, first)

    def _assumptions(self, table: Mapping[str, Any]) -> dict[str, Any]:
        own = self.scenario.assumptions
        kept = {key: value for key, value in table.items() if key != "extends"}
        return {
            **kept,
            "name": f"{self.scenario.origin.assumptions.name}, budget {self.base_year}",
            "base_year": self.base_year,
            "price_level": own.price_level or own.base_year,
        }

    def _case(self, entry: Mapping[str, Any], item: Investment) -> dict[str, Any]:
        found = self._later({key: value for key, value in entry.items() if key not in DATED})
        if "stage" in found:
            found["stage"] = [self._later(stage) for stage in found["stage"]]
        if item.booked is not None or item.rebooked is not None:
            found["booked"] = self._booked(item)
        facts = sorted([*self._stages(item), *self._intervals(item)], key=lambda fact: fact["on"])
        if facts:
            found["fact"] = facts
        estimate = self._years(entry.get("owner_estimate", {}))
        if estimate and facts:
            found["owner_estimate"] = estimate
        return found

    def _later(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Leave out what was spent before the base year."""
        spent = {key: self._years(table[key]) for key in STAGE_TABLES if key in table}
        kept = {key: value for key, value in table.items() if key not in spent}
        return {**kept, **{key: years for key, years in spent.items() if years}}

    def _years(self, amounts: Mapping[Any, float]) -> dict[str, float]:
        return {f"{year}": own for year, own in amounts.items() if int(year) >= self.base_year}

    def _booked(self, item: Investment) -> dict[str, float]:
        """Return the bookings that are in force, where they change. [unit]"""
        whole, running = booked_saving(self.scenario, item), running_costs(self.scenario, item)
        found: dict[str, float] = {}
        last = None
        for year in range(self.base_year, self.scenario.horizon.last_year + 1):
            amount = round((whole[year] - running[year]) / self.unit, 6)
            if amount != last:
                found[f"{year}"] = last = amount
        return found

    def _stages(self, item: Investment) -> Iterator[dict[str, Any]]:
        for fact in item.facts:
            if fact.kind == "stage":
                told = {"on": fact.on, "stage": fact.stage, "passed": fact.passed}
                yield {**told, "source": fact.source} if fact.source else told

    def _intervals(self, item: Investment) -> Iterator[dict[str, Any]]:
        for one in self.facts:
            name = (one.quantity or "").removeprefix(f"{item.id}.")
            if one.investment != item.id or one.interval is None or name.startswith("success"):
                continue
            low, high = _closed(one, item)
            told = {"on": one.on, "quantity": name, "interval": [low, high]}
            if one.percentile is not None:
                told["percentile"] = round(one.percentile, 6)
            yield {**told, "source": one.source} if one.source else told


def _closed(one: FactOutcome, item: Investment) -> tuple[float, float]:
    """Return both ends of an interval: an open one ends where the range does."""
    low, high = one.interval or (None, None)
    if item.facts[one.fact - 1].kind == "begun" and high is not None:
        high -= JUST_BELOW
    quantity: Uncertain = getattr(item, _field(one))
    ends = lower_limit(quantity), upper_limit(quantity)
    least, most = (
        end if abs(end) < inf else sign * OPEN for end, sign in zip(ends, (-1, 1), strict=True)
    )
    return least if low is None else low, most if high is None else high


def _field(one: FactOutcome) -> str:
    name = (one.quantity or "").rpartition(".")[2]
    return name if name == "delay" else f"{name}_factor"
