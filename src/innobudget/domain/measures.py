"""The figures of a portfolio or a part of it: each declared once, for all that compute or show it.

A measure says what is read off the trials of an amount; its value, its standard error and how
it moves in a comparison follow from that. Its words stand in `report.words.labels`. Amounts that
are told as a whole, with mean and percentiles, are declared below the measures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.standpoint import Kind, Reading, SpreadName, Standpoint
from innobudget.messages import Text, say

Unit = Literal["currency", "share", "year"]
Place = Literal["terminal", "sweep"]
Measured = tuple[tuple[float | None, ...], float | None]
"""Figures by year, and that of the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One figure, of each year or of a span of years."""

    key: str
    """What formulas call it, and its words."""
    year: str = ""
    """What results.json and Python call it by year; empty: they do not have it."""
    period: str = ""
    """What they call it for the budget period, or the horizon; empty: likewise."""
    compared: str = ""
    """What comparison.json calls its value for the period; empty: it is not compared."""
    opposite: str = ""
    """Key of the measure that it is one less of, where it has no name of its own."""
    unit: Unit
    """Of its values; a share is a fraction."""
    better: Literal["higher", "lower"] = "higher"
    """Which way is good."""
    sure: bool = False
    """Whether its standard error is reported."""
    of_booking: bool = False
    """Whether it is asked for other booking shares."""
    may_miss: bool = False
    """Whether there are years or spans where it has no meaning."""
    horizon: bool = False
    """Whether it is of all years together rather than of the budget period."""
    shown: frozenset[Place] = frozenset()
    """Where it is shown beside the sheet Results, which has every measure with a name."""
    told: Text
    """What it is, for those who read the files."""
    of: Callable[[Standpoint], Reading | None]
    """What is read off the trials; None: it has no meaning there."""

    def spans(self, years: int) -> tuple[int | None, ...]:
        """Return of which years, by position, it is asked for; None: of the period."""
        period = (None,) if self.period or self.compared else ()
        return (*period, *range(years if self.year else 0))

    def values(self, figures: Mapping[str, Any]) -> Measured:
        """Return its figures by year and that of the period, as far as there are any."""
        return self._found(figures, lambda other: None if other is None else 1 - other)

    def errors(self, figures: Mapping[str, Any]) -> Measured:
        """Return its standard errors likewise; one less of a figure is as sure as the figure."""
        return self._found(figures, lambda other: other)

    def _found(
        self, figures: Mapping[str, Any], turned: Callable[[float | None], float | None]
    ) -> Measured:
        other = named(self.opposite) if self.opposite else None
        years: tuple[float | None, ...] = ()
        if self.year:
            years = figures[self.year]
        elif other and other.year:
            years = tuple(map(turned, figures[other.year]))
        period: float | None = None
        if self.period:
            period = figures[self.period]
        elif other and other.period:
            period = turned(figures[other.period])
        return years, period


def _of_booked(at: Standpoint, kind: Kind, rank: float) -> Reading | None:
    """Read the saving off as a share of what is booked; there is none where money is added."""
    if at.booked <= HALF_AN_ORE:
        return None
    return Reading("saving", kind, rank, over=1.0 if kind == "share" else at.booked)


def _safe(at: Standpoint, over: float = 1.0) -> Reading:
    gap = Reading("budget_gap", "quantile", at.confidence, over=over)
    return replace(gap, scale=-1.0, shift=at.booked)


MEASURES: tuple[Measure, ...] = (
    Measure(
        key="met",
        year="probability_booked_met",
        period="probability_booked_met_period",
        compared="probability_booked_met",
        unit="share",
        sure=True,
        of_booking=True,
        may_miss=True,
        shown=frozenset({"terminal", "sweep"}),
        told=say("Probability that the booked saving is realised; null where nothing is booked."),
        of=lambda at: None if abs(at.booked) <= HALF_AN_ORE else Reading("saving", "share", at.met),
    ),
    Measure(
        key="holds",
        period="probability_budget_holds_period",
        compared="probability_budget_holds",
        opposite="gap",
        unit="share",
        sure=True,
        of_booking=True,
        shown=frozenset({"sweep"}),
        told=say("Probability that the budget gap is at most zero."),
        of=lambda at: Reading("net_effect", "share", at.hole),
    ),
    Measure(
        key="gap",
        year="probability_gap",
        opposite="holds",
        unit="share",
        better="lower",
        sure=True,
        told=say("Probability of a budget gap above zero."),
        of=lambda at: Reading("net_effect", "share", at.hole, scale=-1.0, shift=1.0),
    ),
    Measure(
        key="fulfilment.mean",
        year="fulfilment.mean",
        unit="share",
        may_miss=True,
        told=say("Mean of realised over booked saving; null where none is booked."),
        of=lambda at: _of_booked(at, "mean", 0.0),
    ),
    Measure(
        key="fulfilment.p10",
        year="fulfilment.p10",
        unit="share",
        may_miss=True,
        told=say("One trial in ten is at most this share of the booked saving."),
        of=lambda at: _of_booked(at, "quantile", 0.1),
    ),
    Measure(
        key="fulfilment.p50",
        year="fulfilment.p50",
        unit="share",
        may_miss=True,
        told=say("The median of realised over booked saving."),
        of=lambda at: _of_booked(at, "quantile", 0.5),
    ),
    Measure(
        key="fulfilment.95",
        year="fulfilment.probability_95",
        unit="share",
        may_miss=True,
        told=say("Probability that at least 95 % of the booked saving is realised."),
        of=lambda at: _of_booked(at, "share", at.fulfilled),
    ),
    Measure(
        key="reserve",
        year="reserve",
        period="reserve_period",
        compared="reserve",
        unit="currency",
        better="lower",
        sure=True,
        shown=frozenset({"terminal", "sweep"}),
        told=say(
            "Money to set aside so that the budget holds with the chosen confidence. [currency]"
        ),
        of=lambda at: Reading("budget_gap", "quantile", at.confidence, least=0.0),
    ),
    Measure(
        key="safe",
        year="safe_booking.amount",
        period="safe_booking.amount_period",
        unit="currency",
        shown=frozenset({"sweep"}),
        told=say(
            "The most to book so that the budget holds with the chosen confidence. [currency]"
        ),
        of=_safe,
    ),
    Measure(
        key="safe.share",
        year="safe_booking.share",
        period="safe_booking.share_period",
        unit="share",
        may_miss=True,
        shown=frozenset({"sweep"}),
        told=say("The same over the planned saving; null where none is planned."),
        of=lambda at: None if abs(at.planned) <= HALF_AN_ORE else _safe(at, over=at.planned),
    ),
    Measure(
        key="safe_saving",
        period="safe_saving_period",
        compared="safe_saving",
        unit="currency",
        sure=True,
        told=say("What the saving reaches with the chosen confidence. [currency]"),
        of=lambda at: Reading("saving", "quantile", 1 - at.confidence),
    ),
    Measure(
        key="npv.positive",
        period="probability_npv_positive",
        unit="share",
        sure=True,
        horizon=True,
        shown=frozenset({"sweep"}),
        told=say("Probability that the net present value is above zero."),
        of=lambda at: Reading("npv", "share", at.gain),
    ),
    Measure(
        key="payback.by",
        year="payback.by",
        unit="share",
        horizon=True,
        told=say("Probability that it is paid back by the year."),
        of=lambda _: Reading("payback", "share"),
    ),
    *(
        Measure(
            key=f"payback.{name}",
            period=f"payback.{name}",
            unit="year",
            better="lower",
            may_miss=True,
            horizon=True,
            shown=frozenset({"sweep"}),
            told=say(
                "Year by which {share:.0%} of the trials have paid back; null: not within the "
                "horizon.",
                share=rank,
            ),
            of=lambda _, rank=rank: Reading("payback", "quantile", rank),  # type: ignore[misc]
        )
        for name, rank in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9))
    ),
    Measure(
        key="payback.never",
        period="payback.never",
        unit="share",
        better="lower",
        horizon=True,
        shown=frozenset({"sweep"}),
        told=say("Probability that it is not paid back within the horizon."),
        of=lambda _: Reading("payback", "share", scale=-1.0, shift=1.0),
    ),
)
"""Every one, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What an amount comes to over a span of years, told with mean and percentiles."""

    name: str
    """What results.json and Python call it."""
    told: Text
    """What it is, for those who read the files."""
    swept: tuple[str, ...] = ()
    """Percentiles that a sweep shows beside the mean."""


WHOLES: Mapping[SpreadName, Whole] = {
    "saving": Whole(
        name="saving_period", told=say("Saving summed over the budget period. [currency]")
    ),
    "budget_gap": Whole(
        name="gap_period",
        told=say("Budget gap summed over the budget period; positive is a hole. [currency]"),
        swept=("p90",),
    ),
    "npv": Whole(
        name="npv",
        told=say("Net effects as one amount of the base year. [currency]"),
        swept=("p10", "p50", "p90"),
    ),
}
"""Amounts that are told of the budget period; the net present value, of the horizon."""


def named(key: str) -> Measure:
    """Return the measure with a key."""
    return next(measure for measure in MEASURES if measure.key == key)
