"""What a comparison of scenarios found, as reports and files need it.

All scenarios meet the same futures, so differences are taken trial by trial. A difference is
one scenario minus another: a positive one says that the first of the two has more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import erf, sqrt
from pathlib import PurePath

from innobudget.domain.named_figures import Figures
from innobudget.domain.results import Outcome, Spread
from innobudget.domain.scenario import Scenario

SETTLED = 0.975
"""From this certainty on a difference is no accident of the draws: two standard errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure of all trials together, such as a percentile, and how sure it is."""

    value: float
    """The figure. [its own unit]"""
    standard_error: float | None
    """What the number of trials leaves open; None for a single trial. [unit of the value]"""

    @property
    def certainty(self) -> float:
        """Probability that more trials would leave the sign as it is, from one half to 1."""
        if self.value == 0 or self.standard_error is None:
            return 0.5
        if self.standard_error == 0:
            return 1.0
        return (1 + erf(abs(self.value) / self.standard_error / sqrt(2))) / 2

    @property
    def is_tie(self) -> bool:
        """Say whether it is zero, or so near that more trials could turn its sign.

        A single trial says nothing of how near that is.
        """
        unsure = self.standard_error is not None and self.certainty < SETTLED
        return self.value == 0 or unsure


class Estimates(Figures):
    """Figures of the budget period that are no sums over trials, or their differences.

    Those of every measure that is compared, an `Estimate` each; None: it has no meaning.
    """

    safe_saving: Estimate
    """What the saving reaches with the chosen confidence. [currency]"""
    safe_saving_per_krone: Estimate | None
    """The same over the expected outlay; None: there is no outlay. [1]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One scenario of a comparison."""

    id: str
    """Stem of its file, or its number; unique in the comparison."""
    portfolio: Outcome
    """All figures of its enabled investments together."""
    booked_period: float
    """Booked saving summed over the budget period. [currency]"""
    outlay_period: Spread
    """Outlay summed over the budget period, the municipality's own part. [currency]"""
    saving_per_krone: Spread | None
    """Saving of the budget period over its expected outlay; None: there is none. [1]"""
    estimates: Estimates
    """Its probabilities, its reserve and its safe saving."""
    service: tuple[float, ...]
    """Mean share of the way to its target that each service indicator has gone in the budget
    period's last year; below 0: away from it. [fraction]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired(Spread):
    """A difference in every trial: how it is distributed over them, and which way it goes."""

    probability_higher: float
    """Share of the trials in which the scenario has more than the other, beyond rounding."""
    probability_lower: float
    """Share of the trials in which it has less; in the rest both have the same."""

    @property
    def spread(self) -> Spread:
        """Its distribution alone."""
        return Spread(**{field.name: getattr(self, field.name) for field in fields(Spread)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One scenario minus another, trial by trial."""

    scenario: str
    """Id of the scenario."""
    minus: str
    """Id of the one that it is compared with."""
    saving: tuple[Paired, ...]
    """Yearly saving; higher is better. [currency]"""
    net_effect: tuple[Paired, ...]
    """Yearly net effect; higher is better. [currency]"""
    saving_period: Paired
    """Saving summed over the budget period; higher is better. [currency]"""
    outlay_period: Paired
    """Outlay summed over the budget period. [currency]"""
    budget_gap_period: Paired
    """Budget gap summed over the budget period; lower is better. [currency]"""
    npv: Paired
    """Net effects as one amount of the base year; higher is better. [currency]"""
    saving_per_krone: Paired | None
    """Saving per krone of expected outlay; None: one of them has no outlay. [1]"""
    estimates: Estimates
    """Differences of probabilities, reserves and safe savings, not percentiles of differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonResults:
    """Everything that one comparison found."""

    scenarios: tuple[Scenario, ...]
    """In the order given, each with the first one's trials, seed and sampling."""
    standings: tuple[Standing, ...]
    """One per scenario, in the same order."""
    differences: tuple[Difference, ...]
    """Every pair: a later scenario minus an earlier one."""
    dimensions: tuple[str, ...]
    """Names in order of their coordinates in a Sobol' sequence; empty for other samplings."""
    turns: tuple[str, ...] = ()
    """Ids in the order in which they were known, where they are one budget then and now; empty:
    they are a choice."""

    @property
    def ranking(self) -> tuple[Standing, ...]:
        """The scenarios with an outlay, most safe saving per krone first."""
        found = [
            item for item in self.standings if item.estimates.safe_saving_per_krone is not None
        ]
        return tuple(sorted(found, key=_per_krone, reverse=True))

    def difference(self, scenario: str, minus: str) -> tuple[Difference, int]:
        """Return the difference between two scenarios, and -1 where it is to be turned round."""
        for found in self.differences:
            if (found.scenario, found.minus) == (scenario, minus):
                return found, 1
            if (found.scenario, found.minus) == (minus, scenario):
                return found, -1
        raise KeyError(f"{scenario} minus {minus}")

    def title(self, standing: Standing) -> str:
        """Return a scenario's name in words, with its id where another has the same name."""
        names = [scenario.assumptions.name for scenario in self.scenarios]
        name = names[self.standings.index(standing)]
        return name if names.count(name) == 1 else f"{name} ({standing.id})"


def _per_krone(standing: Standing) -> float:
    found = standing.estimates.safe_saving_per_krone
    return 0.0 if found is None else found.value


def scenario_ids(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Return the stem of each scenario's file, or its number; a second of that name says so.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from innobudget.domain.scenario import Assumptions
    >>> one = Scenario(
    ...     assumptions=Assumptions(name="One", base_year=2026, horizon=4), source="odense.toml"
    ... )
    >>> scenario_ids([one, one, replace(one, source="")])
    ('odense', 'odense-2', '3')

    """
    found: list[str] = []
    for number, scenario in enumerate(scenarios, start=1):
        stem = PurePath(scenario.source).stem or str(number)
        name, repeated = stem, 1
        while name in found:
            repeated += 1
            name = f"{stem}-{repeated}"
        found.append(name)
    return tuple(found)
