"""A scenario's document for a later budget: what happened is a fact, what was spent is sunk."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from innobudget.domain.facts import Fact
from innobudget.domain.investment import STAGE_TABLES, Investment
from innobudget.domain.scenario import Scenario

DATED = ("rebooked", "owner_estimate", "fact")
"""Keys of an investment that are written anew, or left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolling:
    """A scenario on its way to a later base year."""

    later: Scenario
    """As it is seen from there."""
    name: str
    """In words."""
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
        budget = {**whole.get("budget", {}), **paths}
        budget.pop("price_index", None)
        by_id = {item.id: item for item in self.later.investments}
        cases = [self._case(entry, by_id[entry["id"]]) for entry in whole.get("investment", [])]
        followup = self.later.followup
        heads: dict[str, Any] = {
            "scenario": self._assumptions(whole["scenario"]),
            "budget": budget,
            "booking": {**whole.get("booking", {}), "already_in_budget": True},
        }
        if followup is not None and any("fact" in case for case in cases):
            dates = {"as_of": followup.as_of, "next_budget": followup.next_budget}
            heads["followup"] = {**whole["followup"], **dates}
        written = {*heads, "followup", "choice", "investment"}
        rest = {key: value for key, value in whole.items() if key not in written}
        return {**heads, **rest, "investment": cases}

    def _assumptions(self, table: Mapping[str, Any]) -> dict[str, Any]:
        own = self.later.assumptions
        kept = {key: value for key, value in table.items() if key != "extends"}
        return {
            **kept,
            "name": self.name,
            "base_year": own.base_year,
            "price_level": own.price_level,
        }

    def _case(self, entry: Mapping[str, Any], item: Investment) -> dict[str, Any]:
        found = self._spent({key: value for key, value in entry.items() if key not in DATED})
        if "stage" in found:
            found["stage"] = [self._spent(stage) for stage in found["stage"]]
        if item.booked is not None:
            found["booked"] = {f"{year}": own / self.unit for year, own in item.booked.items()}
        if item.facts:
            found["fact"] = [_plain(fact) for fact in item.facts]
        if item.owner_estimate:
            estimate = entry["owner_estimate"].items()
            found["owner_estimate"] = {
                year: own for year, own in estimate if int(year) in item.owner_estimate
            }
        return found

    def _spent(self, table: Mapping[str, Any]) -> dict[str, Any]:
        """Leave out what was to be spent before the base year."""
        horizon, found = self.later.horizon, dict(table)
        for key in STAGE_TABLES:
            years = {year: own for year, own in table.get(key, {}).items() if int(year) in horizon}
            if years:
                found[key] = years
            else:
                found.pop(key, None)
        return found


def _plain(fact: Fact) -> dict[str, Any]:
    """Return a fact as a file has it, without what it does not say."""
    told = {key: value for key, value in asdict(fact).items() if value not in {None, "", False}}
    if fact.passed is False:
        told["passed"] = False
    return {key: [*value] if isinstance(value, tuple) else value for key, value in told.items()}
