"""Portfolios on the run's own trials: what they are worth, and how far they are apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from innobudget.domain.chosen import Alternative, FrontierPoint
from innobudget.domain.scenario import Scenario
from innobudget.engine.choosing.case_columns import Case, planned, question
from innobudget.engine.choosing.electing import names
from innobudget.engine.choosing.knowing import Known
from innobudget.engine.choosing.rules import Portfolios, Rules
from innobudget.engine.choosing.search import Found, Question
from innobudget.engine.flows import Array

BATCHES = 40
"""Of trials, whose differences tell how sure a difference is."""
MOST_POINTS = 60
"""Of a frontier that are told."""


@dataclass(frozen=True, kw_only=True)
class Fresh:
    """What was asked, on the first of the run's own trials."""

    asked: Question
    """Without conditions; the amounts of each trial are those that the objective is made of."""
    rules: Rules
    """Which cases there are to choose among."""

    @classmethod
    def of(cls, scenario: Scenario, known: Mapping[str, Known], rules: Rules) -> "Fresh":
        """Lay out what a run's trials tell of each enabled case, by id."""
        choice = scenario.choice
        assert choice is not None  # noqa: S101 - only such are chosen from
        cases = {
            item.id: Case(
                saving=known[item.id].value if choice.objective == "npv" else known[item.id].saving,
                found={},
                kept=np.zeros(0),
                npv=known[item.id].npv,
                outlay=planned(item),
            )
            for item in scenario.enabled
        }
        free = replace(scenario, choice=replace(choice, find={}, hole_at_most=None))
        return cls(asked=question(free, rules.ids, cases, choice.objective), rules=rules)

    def objective(self, portfolio: Portfolios) -> float:
        """Return the objective of a portfolio; of least outlay the outlay. [currency]"""
        sign = -1.0 if self.asked.objective == "least-outlay" else 1.0
        return sign * self.asked.value(portfolio)

    def outlay(self, portfolio: Portfolios) -> float:
        """Return planned outlay and budgeted disruption, those always in included. [currency]"""
        return float(self.asked.outlay[self._rows(portfolio)].sum())

    def beside(self, best: Portfolios, other: Portfolios) -> Alternative:
        """Hold another portfolio against the chosen one."""
        difference, error = self._difference(best, other)
        return Alternative(
            chosen=names(self.rules, other), difference=difference, standard_error=error
        )

    def frontier(self, found: Found) -> Sequence[Portfolios]:
        """Return the frontier; of a long one both ends, the best, and even steps of outlay."""
        points = found.frontier
        if len(points) > MOST_POINTS:
            outlays = np.array([point.outlay for point in points])
            steps = np.linspace(outlays[0], outlays[-1], MOST_POINTS - 1)
            kept = {int(np.abs(outlays - step).argmin()) for step in steps}
            kept |= {place for place, point in enumerate(points) if point is found.best}
            points = tuple(points[place] for place in sorted(kept))
        return [point.portfolio for point in points]

    def points(
        self, portfolios: Sequence[Portfolios], known: Mapping[tuple[str, ...], float]
    ) -> tuple[FrontierPoint, ...]:
        """Return portfolios by outlay and objective; `known` are objectives told already."""
        return tuple(
            FrontierPoint(
                outlay=self.outlay(portfolio),
                objective=known[cases] if cases in known else self.objective(portfolio),
                cases=cases,
            )
            for portfolio in portfolios
            for cases in [names(self.rules, portfolio)]
        )

    def _difference(self, one: Portfolios, other: Portfolios) -> tuple[float, float]:
        """Return how much better one portfolio is than another, and how sure that is."""
        if self.asked.objective == "least-outlay":
            return self.asked.value(one) - self.asked.value(other), 0.0
        pair = (one, other)
        sums = np.array([self.asked.saving[self._rows(each)].sum(axis=0) for each in pair])
        parts = np.array_split(sums, min(BATCHES, sums.shape[1]), axis=1)
        apart = [self._minus(part) for part in parts]
        error = float(np.std(apart, ddof=1) / np.sqrt(len(apart))) if len(apart) > 1 else 0.0
        return self._minus(sums), error

    def _minus(self, sums: Array) -> float:
        """Return the first objective less the second, of some trials of both."""
        if self.asked.is_sum:
            one, other = sums.mean(axis=1)
        else:
            one, other = np.quantile(sums, 1 - self.asked.confidence, axis=1)
        return float(one - other)

    def _rows(self, portfolio: Portfolios) -> Portfolios:
        return np.append(np.flatnonzero(portfolio), len(self.asked.outlay) - 1)
