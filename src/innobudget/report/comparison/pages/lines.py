"""The figures that scenarios are compared by, in the order in which they are told."""

from collections.abc import Callable
from typing import NamedTuple

from innobudget.domain.comparison import Difference, Estimate, Standing
from innobudget.report.comparison.edition import ComparisonEdition, Shown
from innobudget.report.tables import Figure
from innobudget.report.words import comparison as common
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import labels
from innobudget.report.words.numbers import percent
from innobudget.report.words.phrase import Phrase


class Line(NamedTuple):
    """One figure of every scenario, and the standard error of its difference."""

    key: str
    """What formulas call it, after `side.`."""
    phrase: Phrase
    """What it is."""
    better: Phrase
    """Whether higher or lower is better."""
    figure: Figure
    """Kind of value."""
    value: Callable[[Standing], float | None]
    """The figure of a scenario. [currency or 1]"""
    error: Callable[[Difference], float | None]
    """Of the difference. [the same]"""

    def shown(self, edition: ComparisonEdition) -> Shown:
        """Return how it is shown."""
        confidence = percent(edition.first.assumptions.confidence, edition.language)
        return Shown(
            key=f"side.{self.key}",
            label=edition.say(self.phrase, confidence=confidence),
            figure=self.figure,
            better=self.better,
        )


def _value(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.value


def _error(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.standard_error


LINES = (
    Line(
        "met",
        labels.PROBABILITY_BOOKED_MET,
        words.HIGHER,
        Figure.FINE_SHARE,
        lambda item: _value(item.estimates.probability_booked_met),
        lambda found: _error(found.estimates.probability_booked_met),
    ),
    Line(
        "holds",
        labels.PROBABILITY_BUDGET_HOLDS,
        words.HIGHER,
        Figure.FINE_SHARE,
        lambda item: item.estimates.probability_budget_holds.value,
        lambda found: found.estimates.probability_budget_holds.standard_error,
    ),
    Line(
        "outlay",
        common.OUTLAY_MEAN,
        words.NEITHER,
        Figure.AMOUNT,
        lambda item: item.outlay_period.mean,
        lambda found: found.outlay_period.spread.standard_error,
    ),
    Line(
        "saving",
        common.SAVING_MEAN,
        words.HIGHER,
        Figure.AMOUNT,
        lambda item: item.portfolio.saving_period.mean,
        lambda found: found.saving_period.spread.standard_error,
    ),
    Line(
        "safe",
        common.SAFE_SAVING,
        words.HIGHER,
        Figure.AMOUNT,
        lambda item: item.estimates.safe_saving.value,
        lambda found: found.estimates.safe_saving.standard_error,
    ),
    Line(
        "ratio",
        common.PER_KRONE_SAFE,
        words.HIGHER,
        Figure.FACTOR,
        lambda item: _value(item.estimates.safe_saving_per_krone),
        lambda found: _error(found.estimates.safe_saving_per_krone),
    ),
    Line(
        "booked",
        common.BOOKED,
        words.NEITHER,
        Figure.AMOUNT,
        lambda item: item.booked_period,
        lambda _: 0.0,
    ),
    Line(
        "gap",
        words.GAP_MEAN,
        words.LOWER,
        Figure.AMOUNT,
        lambda item: item.portfolio.gap_period.mean,
        lambda found: found.budget_gap_period.spread.standard_error,
    ),
    Line(
        "reserve",
        common.RESERVE,
        words.LOWER,
        Figure.AMOUNT,
        lambda item: item.estimates.reserve.value,
        lambda found: found.estimates.reserve.standard_error,
    ),
    Line(
        "npv",
        common.NPV_MEAN,
        words.HIGHER,
        Figure.AMOUNT,
        lambda item: item.portfolio.npv.mean,
        lambda found: found.npv.spread.standard_error,
    ),
)
