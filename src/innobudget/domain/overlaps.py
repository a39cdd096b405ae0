"""How much of each budget line the investments take together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.planned import planned_by_line
from innobudget.domain.scenario import Scenario

MUCH = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShare:
    """What the enabled investments together plan to take of one budget line."""

    line: BudgetLine
    """The line."""
    year: int
    """The year in which they take most of it. [calendar year]"""
    saving: float
    """Planned saving on the line in that year, refunds included. [currency]"""
    share: float
    """Of the line's absolute budget in that year; infinity where that is 0. [fraction]"""
    investments: tuple[str, ...]
    """Ids of those that have an effect on it, in the order of the scenario."""


def line_shares(scenario: Scenario) -> tuple[LineShare, ...]:
    """Return what is taken of each budget line that cash effects save on, in file order."""
    budget = scenario.budget
    if budget is None:
        return ()
    taken: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    takers: dict[int, dict[str, None]] = defaultdict(dict)
    for name, line, year, saving in _savings(scenario):
        taken[id(line)][year] += saving
        takers[id(line)][name] = None
    return tuple(
        _most(budget, line, taken[id(line)], tuple(takers[id(line)]))
        for line in budget.lines
        if id(line) in taken
    )


def _savings(scenario: Scenario) -> Iterator[tuple[str, BudgetLine, int, float]]:
    """Yield investment, line, year and amount of what lowers the municipality's spending."""
    for investment in scenario.enabled:
        for effect in investment.effects:
            if effect.is_own_cash:
                for line, savings in planned_by_line(scenario, effect):
                    for year, saving in savings.items():
                        if line is not None and saving > 0:
                            yield investment.id, line, year, saving


def _most(
    budget: Budget, line: BudgetLine, saved: Mapping[int, float], names: tuple[str, ...]
) -> LineShare:
    def share(year: int) -> float:
        amount = abs(budget.amount(line, year) or 0.0)
        return saved[year] / amount if amount else inf

    year = max(saved, key=share)
    return LineShare(line=line, year=year, saving=saved[year], share=share(year), investments=names)
