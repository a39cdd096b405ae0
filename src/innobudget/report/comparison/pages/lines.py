"""The figures that scenarios are compared by, in the order in which they are told."""

from collections.abc import Callable
from typing import NamedTuple

from innobudget.domain import measures
from innobudget.domain.comparison import Difference, Estimate, Standing
from innobudget.domain.measures import Measure
from innobudget.report.comparison.edition import ComparisonEdition, Shown
from innobudget.report.tables import Figure
from innobudget.report.words import comparison as common
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import labels
from innobudget.report.words.numbers import percent
from innobudget.report.words.phrase import Phrase


class ComparedFigure(NamedTuple):
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


def lines() -> tuple[ComparedFigure, ...]:
    """Return them in the order in which they are told."""
    compared = [own for own in measures.MEASURES if own.compared]
    first = [_measured(own) for own in compared if own.key in FIRST]
    safe = _measured(measures.named("safe_saving"))
    others = [_measured(own) for own in compared if own.key not in (*FIRST, "safe_saving")]
    return (*first, OUTLAY, SAVING, safe, PER_KRONE, BOOKED, GAP, *others, NPV)


def _measured(measure: Measure) -> ComparedFigure:
    key = measure.compared
    return ComparedFigure(
        measure.key,
        common.MEASURES.get(measure.key) or labels.MEASURE_NAMES[measure.key],
        words.HIGHER if measure.better == "higher" else words.LOWER,
        Figure.AMOUNT if measure.unit == "currency" else Figure.FINE_SHARE,
        lambda item: _value(item.estimates[key]),
        lambda found: _error(found.estimates[key]),
    )


def _value(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.value


def _error(estimate: Estimate | None) -> float | None:
    return None if estimate is None else estimate.standard_error


FIRST = ("met", "holds")
OUTLAY = ComparedFigure(
    "outlay",
    common.OUTLAY_MEAN,
    words.NEITHER,
    Figure.AMOUNT,
    lambda item: item.outlay_period.mean,
    lambda found: found.outlay_period.spread.standard_error,
)
SAVING = ComparedFigure(
    "saving",
    common.SAVING_MEAN,
    words.HIGHER,
    Figure.AMOUNT,
    lambda item: item.portfolio.saving_period.mean,
    lambda found: found.saving_period.spread.standard_error,
)
PER_KRONE = ComparedFigure(
    "ratio",
    common.PER_KRONE_SAFE,
    words.HIGHER,
    Figure.FACTOR,
    lambda item: _value(item.estimates.safe_saving_per_krone),
    lambda found: _error(found.estimates.safe_saving_per_krone),
)
BOOKED = ComparedFigure(
    "booked",
    common.BOOKED,
    words.NEITHER,
    Figure.AMOUNT,
    lambda item: item.booked_period,
    lambda _: 0.0,
)
GAP = ComparedFigure(
    "gap",
    words.GAP_MEAN,
    words.LOWER,
    Figure.AMOUNT,
    lambda item: item.portfolio.gap_period.mean,
    lambda found: found.budget_gap_period.spread.standard_error,
)
NPV = ComparedFigure(
    "npv",
    common.NPV_MEAN,
    words.HIGHER,
    Figure.AMOUNT,
    lambda item: item.portfolio.npv.mean,
    lambda found: found.npv.spread.standard_error,
)
