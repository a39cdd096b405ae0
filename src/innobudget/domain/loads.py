"""How strongly each shared cause moves each uncertain quantity."""

from collections.abc import Mapping
from math import sqrt

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Quantity


def loads(scenario: Scenario, investment: Investment, quantity: Quantity) -> Mapping[str, float]:
    """Return the loading of each named driver on a quantity's normal score.

    Drivers of the scenario are named `driver.ID`; the correlation shorthand adds
    `correlation.QUANTITY`, common to all, and `correlation.QUANTITY.TRACK`. What their
    squares leave of 1 is the quantity's own.
    """
    found = {
        f"driver.{driver.id}": driver.loads[quantity]
        for driver in scenario.drivers
        if quantity in driver.loads
        and (
            driver.applies_to is None
            or investment.id in driver.applies_to
            or investment.track_name in driver.applies_to
        )
    }
    shared = next((value for key, value in scenario.correlation.items() if key == quantity), None)
    if shared is not None:
        found[f"correlation.{quantity}"] = sqrt(shared.across_tracks)
        found[f"correlation.{quantity}.{investment.track_name}"] = sqrt(
            shared.within_track - shared.across_tracks
        )
    return {name: load for name, load in found.items() if load != 0}
