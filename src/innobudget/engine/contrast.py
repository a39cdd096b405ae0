"""One scenario's figures, or those of one minus another, as outcomes of every trial.

Sums, such as a year's saving, are linear in the weights, so those of a difference are too:
what both scenarios have in common cancels exactly. A percentile or a probability is no sum,
but it moves with the trials as the mean of its influence values does: a step at the
percentile, of the height that the slope of the percentile function gives there. So its
standard error is that of a mean, and right for the sampling wherever that of a mean is.

References
----------
Koenker (2005), Quantile Regression, chapter 4.10.1: the slope of the percentile function by a
difference quotient, with the bandwidth of Bofinger (1975). Woodruff (1952), Journal of the
American Statistical Association 47, 635-646: a percentile's limits from those of the share
below it. Särndal, Swensson, Wretman (1992),
Model Assisted Survey Sampling, chapter 5.5: variances of ratios by linearisation.

"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, pi, sqrt

import numpy as np
from scipy.special import ndtri

from innobudget.domain import measures
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.measures import Measure
from innobudget.engine.collecting.columns import ZERO, Positions, money
from innobudget.engine.collecting.sample import Held, Sample
from innobudget.engine.flows import Array
from innobudget.engine.limits import WHOLE
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.shared_futures import SharedFutures

PERIOD = ("saving_period", "outlay_period", "net_period", "npv")
YEARLY = ("saving", "net_effect")
SAFE_SAVING = "safe_saving"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One scenario with what its own simulation has found."""

    ledger: Ledger
    """Its portfolio."""
    members: tuple[int, ...]
    """The sources of its investments' weights, in the order of its plans."""

    @property
    def outcomes(self) -> Mapping[str, Array]:
        """Its money outcomes, each of shape (weight, year) or (weight, 1)."""
        scenario, flows = self.ledger.scenario, self.ledger.flows
        found = money(flows, scenario.horizon, scenario.assumptions.discount_rate)
        outlay = flows.outlay[:, self.ledger.period].sum(axis=1, keepdims=True)
        return {**found, "outlay_period": outlay}

    @property
    def expected_outlay(self) -> float:
        """Mean outlay of the budget period. [currency]"""
        years = range(self.ledger.scenario.horizon.period)
        return sum(self.ledger.collected.sample("outlay", year).mean for year in years)

    @property
    def booked_period(self) -> float:
        """Booked saving of the budget period. [currency]"""
        return float(self.ledger.flows.booked[self.ledger.period].sum())

    @property
    def has_outlay(self) -> bool:
        """Whether anything can be said per krone of outlay."""
        return self.expected_outlay > HALF_AN_ORE

    @property
    def safe_saving(self) -> float:
        """What the period's saving reaches with the chosen confidence. [currency]"""
        return self.ledger.value(measures.named(SAFE_SAVING)) or 0.0

    @property
    def safe_saving_per_krone(self) -> float:
        """The safe saving over the expected outlay, which is not zero. [1]"""
        return self.safe_saving / self.expected_outlay


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """A jump of an estimate where an amount of the budget period reaches a limit."""

    amount: str
    """Name of the outcome."""
    limit: float
    """Below it a trial counts. [currency]"""
    height: float
    """What a trial below the limit adds to the estimate's influence."""


def compared_measures() -> Sequence[Measure]:
    """Return the measures that scenarios are compared by."""
    return [measure for measure in measures.MEASURES if measure.compared]


def step(side: Side, measure: Measure) -> Jump | None:
    """Return how a measure of the period moves with the trials; None: not by steps."""
    ledger, at = side.ledger, side.ledger.points[None]
    reading = measure.of(at)
    if reading is None or reading.kind == "mean":
        return None
    reading = reading.as_collected(at)
    amount, sample = WHOLE[reading.amount], ledger.held(reading.amount)
    rise = reading.scale / reading.over
    if reading.kind == "share":
        return Jump(amount=amount, limit=reading.at, height=-rise)
    moves = reading.made_of(sample.quantile(reading.at)) > reading.least
    height = -rise * slope(sample, reading.at) if moves else 0.0
    return Jump(amount=amount, limit=_limit(sample, reading.at), height=height)


def slope(sample: Sample, probability: float) -> float:
    """Return how fast a percentile rises with its probability. [unit of the amount]

    The largest of three difference quotients: one over a width that suits smooth amounts,
    and one over one and two standard errors of the share of trials below the percentile.
    Where the amount jumps near there, as from failure to success, the percentile may too.
    """
    score = float(ndtri(probability))
    density = exp(-(score**2) / 2) / sqrt(2 * pi)
    smooth: float = (4.5 * density**4 / (2 * score**2 + 1) ** 2 / sample.count) ** 0.2
    uncertain = sqrt(probability * (1 - probability) / sample.count)
    widths = (smooth, uncertain, 2 * uncertain)
    return max(_quotient(sample, probability, width) for width in widths)


def _limit(sample: Held, probability: float) -> float:
    """Return what about this share of the trials is below: the percentile, or just above it.

    Where many trials have the percentile's very value, the two differ.
    """
    found = sample.quantile(probability)
    limits = (found, float(np.nextafter(found, np.inf)))
    return min(limits, key=lambda limit: abs(1 - sample.share_at_least(limit) - probability))


def _quotient(sample: Sample, probability: float, width: float) -> float:
    low, high = max(0.0, probability - width), min(1.0, probability + width)
    return (sample.quantile(high) - sample.quantile(low)) / (high - low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Outcomes that are linear in the weights, with steps where other amounts pass a limit."""

    members: tuple[int, ...]
    """The sources of the weights, ascending."""
    matrix: Array
    """What is linear, shape (row, weight). [unit of the outcome]"""
    jumps: Array
    """What each step adds, shape (row, step). [unit of the outcome]"""
    amounts: Array
    """What is held against the limits, shape (step, weight). [currency]"""
    limits: Array
    """Below them a trial is counted, shape (step,). [currency]"""
    positions: Mapping[str, Positions]
    """Row of each outcome, by name and year; `ZERO` where it is always zero."""
    clipped: tuple[str, ...] = ()
    """Outcomes held within limits: none of these is."""

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.matrix)

    def fill(self, weights: Array, out: Array) -> None:
        """Write the outcomes of some trials to `out`, shape (row, trial). [unit of the outcome]"""
        below = self.amounts @ weights < self.limits[:, None]
        np.matmul(self.matrix, weights, out=out)
        out += self.jumps @ below


class ContrastBuilder:
    """Adds up the outcomes of sides on the weights of them all, each with its sign."""

    def __init__(self, futures: SharedFutures, sides: Sequence[tuple[float, Side]]) -> None:
        """Lay the weights of all sides one after another, what they share once."""
        self._members = tuple(sorted({number for _, side in sides for number in side.members}))
        ends = np.cumsum([0, *(futures.size(number) for number in self._members)])
        self._slices = {
            number: slice(int(ends[place]), int(ends[place + 1]))
            for place, number in enumerate(self._members)
        }
        self._width = int(ends[-1])
        self._sides = sides
        self._steps: dict[tuple[bytes, float], int] = {}
        self._amounts: list[Array] = []
        self._limits: list[float] = []
        self._rows: list[Array] = []
        self._jumps: list[dict[int, float]] = []
        self._positions: dict[str, Positions] = {}

    def build(self, *, yearly: bool) -> Contrast:
        """Return the period's outcomes and the influence of every estimate; each year's too."""
        outcomes = [(sign, side, side.outcomes) for sign, side in self._sides]
        for name in (*PERIOD, *(YEARLY if yearly else ())):
            parts = [sign * self._laid(side, found[name]) for sign, side, found in outcomes]
            self._add(name, sum(parts[1:], parts[0]).T, {})
        per_krone = all(side.has_outlay for _, side in self._sides)
        if per_krone:
            parts = [
                sign * self._laid(side, found["saving_period"]) / side.expected_outlay
                for sign, side, found in outcomes
            ]
            self._add("saving_per_krone", sum(parts[1:], parts[0]).T, {})
        for measure in compared_measures():
            self._add(measure.compared, self._means_of(measure), self._jumps_of(measure))
        if per_krone:
            # A ratio falls with its denominator by the ratio itself.
            parts = [
                -sign
                * (side.safe_saving_per_krone / side.expected_outlay)
                * self._laid(side, found["outlay_period"])
                for sign, side, found in outcomes
            ]
            jumps = self._jumps_of(measures.named(SAFE_SAVING), per_krone=True)
            self._add("safe_saving_per_krone", sum(parts[1:], parts[0]).T, jumps)
        return self._contrast()

    def _laid(self, side: Side, outcome: Array) -> Array:
        """Return an outcome of a side on the weights of all, shape (weight, year)."""
        laid = np.zeros((self._width, outcome.shape[1]))
        first = 0
        for number in side.members:
            place = self._slices[number]
            size = place.stop - place.start
            laid[place] += outcome[first : first + size]
            first += size
        return laid

    def _means_of(self, measure: Measure) -> Array:
        """Return what a measure that is a mean adds up to, shape (1, weight)."""
        total = np.zeros((1, self._width))
        for sign, side in self._sides:
            at = side.ledger.points[None]
            reading = measure.of(at)
            if reading is not None and reading.kind == "mean":
                reading = reading.as_collected(at)
                rise = sign * reading.scale / reading.over
                total += rise * self._laid(side, side.outcomes[WHOLE[reading.amount]]).T
        return total

    def _jumps_of(self, measure: Measure, *, per_krone: bool = False) -> dict[int, float]:
        jumps: dict[int, float] = {}
        for sign, side in self._sides:
            found = step(side, measure)
            if found is None:
                continue
            amount = self._laid(side, side.outcomes[found.amount])[:, 0]
            key = (amount.tobytes(), found.limit)
            if key not in self._steps:
                self._steps[key] = len(self._amounts)
                self._amounts.append(amount)
                self._limits.append(found.limit)
            number = self._steps[key]
            height = found.height / side.expected_outlay if per_krone else found.height
            jumps[number] = jumps.get(number, 0.0) + sign * height
        return jumps

    def _add(self, name: str, rows: Array, jumps: Mapping[int, float]) -> None:
        found = []
        moved = {number: height for number, height in jumps.items() if height}
        for row in rows:
            if not row.any() and not moved:
                found.append(ZERO)
                continue
            found.append(len(self._rows))
            self._rows.append(row)
            self._jumps.append(moved)
        self._positions[name] = np.array(found, dtype=np.intp)

    def _contrast(self) -> Contrast:
        jumps = np.zeros((len(self._rows), len(self._limits)))
        for row, moved in enumerate(self._jumps):
            for number, height in moved.items():
                jumps[row, number] = height
        return Contrast(
            members=self._members,
            matrix=np.array(self._rows).reshape(len(self._rows), self._width),
            jumps=jumps,
            amounts=np.array(self._amounts).reshape(len(self._amounts), self._width),
            limits=np.array(self._limits),
            positions=self._positions,
        )
