"""The figures that scenarios are compared by, in the order in which they are told."""

from typing import Any, NamedTuple

from innobudget.domain import measures
from innobudget.domain.comparison import Difference, Standing
from innobudget.domain.measures import Measure
from innobudget.messages import Text
from innobudget.report.tables import Figure
from innobudget.report.words import comparison as common
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import labels


class ComparedFigure(NamedTuple):
    """One figure of every scenario, and the standard error of its difference."""

    key: str
    """What formulas call it, after `side.`."""
    phrase: Text
    """What it is."""
    better: Text
    """Whether higher or lower is better."""
    figure: Figure
    """Kind of value."""
    path: str
    """Where a scenario has the figure. [currency or 1]"""
    error_path: str
    """Where a difference has its standard error; empty: it is certain. [the same]"""

    def value(self, standing: Standing) -> float | None:
        """Return the figure of a scenario; None where it has no meaning."""
        return _found(standing, self.path)

    def error(self, difference: Difference) -> float | None:
        """Return the standard error of a difference."""
        return _found(difference, self.error_path) if self.error_path else 0.0


def _found(source: Standing | Difference, path: str) -> float | None:
    """Follow a path; what has no meaning leads nowhere."""
    found: Any = source
    for name in path.split("."):
        found = None if found is None else getattr(found, name)
    value: float | None = found
    return value


def lines() -> tuple[ComparedFigure, ...]:
    """Return them in the order in which they are told."""
    compared = {own.key: _measured(own) for own in measures.MEASURES if own.compared}
    met, holds, safe = (compared.pop(key) for key in ("met", "holds", "safe_saving"))
    return (met, holds, OUTLAY, SAVING, safe, PER_KRONE, BOOKED, GAP, *compared.values(), NPV)


def _measured(measure: Measure) -> ComparedFigure:
    return ComparedFigure(
        measure.key,
        common.MEASURES.get(measure.key) or labels.MEASURE_NAMES[measure.key],
        words.HIGHER if measure.better == "higher" else words.LOWER,
        Figure.AMOUNT if measure.unit == "currency" else Figure.FINE_SHARE,
        f"estimates.{measure.compared}.value",
        f"estimates.{measure.compared}.standard_error",
    )


OUTLAY = ComparedFigure(
    "outlay",
    common.OUTLAY_MEAN,
    words.NEITHER,
    Figure.AMOUNT,
    "outlay_period.mean",
    "outlay_period.standard_error",
)
SAVING = ComparedFigure(
    "saving",
    common.SAVING_MEAN,
    words.HIGHER,
    Figure.AMOUNT,
    "portfolio.saving_period.mean",
    "saving_period.standard_error",
)
PER_KRONE = ComparedFigure(
    "ratio",
    common.PER_KRONE_SAFE,
    words.HIGHER,
    Figure.FACTOR,
    "estimates.safe_saving_per_krone.value",
    "estimates.safe_saving_per_krone.standard_error",
)
BOOKED = ComparedFigure("booked", labels.BOOKED, words.NEITHER, Figure.AMOUNT, "booked_period", "")
GAP = ComparedFigure(
    "gap",
    words.GAP_MEAN,
    words.LOWER,
    Figure.AMOUNT,
    "portfolio.gap_period.mean",
    "budget_gap_period.standard_error",
)
NPV = ComparedFigure(
    "npv", common.NPV_MEAN, words.HIGHER, Figure.AMOUNT, "portfolio.npv.mean", "npv.standard_error"
)
