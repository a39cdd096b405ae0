"""Uncertain quantities as people write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from innobudget.domain import metalog
from innobudget.errors import AssumptionError, Problem
from innobudget.messages import say, write

PROBABILITY_TOLERANCE = 1e-9
INFINITE_VARIANCE = 0.5

Quantity = Literal["cost", "disruption", "success", "benefit", "failure", "delay"]
"""The uncertain numbers that an investment has."""


def _require(holds: bool, found: str, expected: str, remedy: str) -> None:
    if not holds:
        raise AssumptionError(
            Problem(code="distribution", found=found, expected=expected, remedy=remedy)
        )


def _require_order(values: tuple[float, ...], names: str) -> None:
    for low, high in pairwise(values):
        _require(
            low <= high,
            say("{low:g} before {high:g}", low=low, high=high),
            say("{names} in ascending order", names=names),
            say("put the lowest value first"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Uniform:
    """Every value between two limits is equally likely."""

    uniform: tuple[float, float]
    """Lowest and highest value; both are limits."""

    def __post_init__(self) -> None:
        """Refuse limits in the wrong order."""
        _require_order(self.uniform, say("lowest, highest"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangular:
    """A triangle between two limits with its top at the mode."""

    triangular: tuple[float, float, float]
    """Lowest, most likely and highest value; the ends are limits."""

    def __post_init__(self) -> None:
        """Refuse values in the wrong order."""
        _require_order(self.triangular, say("lowest, most likely, highest"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pert:
    """A beta distribution between two limits with a given mode."""

    pert: tuple[float, float, float]
    """Lowest, most likely and highest value; the ends are limits."""
    shape: Annotated[float, Field(ge=0)] = 4.0
    """How much the most likely value weighs; 0 is uniform, 4 the usual."""

    def __post_init__(self) -> None:
        """Refuse values in the wrong order and a negative shape."""
        _require_order(self.pert, say("lowest, most likely, highest"))
        _require(
            self.shape >= 0,
            f"shape = {self.shape}",
            say("shape at least 0"),
            write("shape = 4"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Normal:
    """A normal distribution, renormalised where a bound is given."""

    normal: tuple[float, float]
    """Mean and standard deviation, before truncation."""
    min: float | None = None
    """Lower bound; absent: none."""
    max: float | None = None
    """Upper bound; absent: none."""

    def __post_init__(self) -> None:
        """Refuse a negative standard deviation and bounds that leave nothing."""
        mean, sd = self.normal
        _require(
            sd >= 0,
            f"sd = {sd}",
            say("a standard deviation of at least 0"),
            write("[mean, sd]"),
        )
        if self.min is not None and self.max is not None:
            _require(
                self.min < self.max,
                f"min = {self.min}, max = {self.max}",
                say("min below max"),
                say("swap the bounds"),
            )
        low, high = _open(self.min, self.max)
        _require(
            low - 8 * sd <= mean <= high + 8 * sd,
            say("mean {mean}, sd {sd}, bounds {a} to {b}", mean=mean, sd=sd, a=low, b=high),
            say("bounds that leave some of the distribution"),
            say("move the bounds or the mean"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lognormal:
    """A positive quantity whose logarithm is normal."""

    lognormal: tuple[float, float]
    """Mean and standard deviation of the quantity itself, not of its logarithm."""

    def __post_init__(self) -> None:
        """Refuse a mean that is not positive and a negative standard deviation."""
        mean, sd = self.lognormal
        _require(
            mean > 0,
            f"mean = {mean}",
            say("a mean above 0"),
            say("use normal for such a quantity"),
        )
        _require(
            sd >= 0,
            f"sd = {sd}",
            say("a standard deviation of at least 0"),
            write("[mean, sd]"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentiles:
    """A smooth distribution (three-term metalog) through three percentiles."""

    p10: float
    """One in ten is below this: a percentile, not a limit."""
    p50: float
    """The middle: as often above as below."""
    p90: float
    """One in ten is above this: a percentile, not a limit."""
    min: float | None = None
    """Lower limit; absent: none."""
    max: float | None = None
    """Upper limit; absent: none."""

    def __post_init__(self) -> None:
        """Refuse percentiles in the wrong order or outside the limits."""
        _require_order((self.p10, self.p50, self.p90), "p10, p50, p90")
        if self.p10 == self.p90:
            return
        _require(
            self.p10 < self.p50 < self.p90,
            f"p10 = {self.p10}, p50 = {self.p50}, p90 = {self.p90}",
            say("three different percentiles"),
            say("move p50 off the other two, or use triangular or pert"),
        )
        _require(
            self.min is None or self.min < self.p10,
            f"min = {self.min}",
            say("min below p10 = {p10}", p10=self.p10),
            say("lower min"),
        )
        _require(
            self.max is None or self.max > self.p90,
            f"max = {self.max}",
            say("max above p90 = {p90}", p90=self.p90),
            say("raise max"),
        )
        triplet = (self.p10, self.p50, self.p90)
        _require(
            metalog.is_feasible(metalog.transformed(triplet, self.min, self.max)),
            f"p10 = {self.p10}, p50 = {self.p50}, p90 = {self.p90}",
            say("percentiles that one smooth distribution can have: p50 nearer the middle"),
            say("move p50 towards the middle, add or move min and max, or use triangular or pert"),
        )
        _require(
            metalog.tail_exponent(triplet, self.min, self.max) < INFINITE_VARIANCE,
            say(
                "a tail so heavy that the variance is infinite, as only {bound} is given",
                bound="min" if self.max is None else "max",
            ),
            say("a distribution with a finite variance"),
            say("give {bound} as well", bound="max" if self.max is None else "min"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few values, each with its probability."""

    choice: tuple[tuple[float, float], ...]
    """Pairs of value and probability; the probabilities add up to 1."""

    def __post_init__(self) -> None:
        """Refuse an empty list and probabilities that do not add up to 1."""
        _require(bool(self.choice), "[]", say("at least one [value, probability]"), say("add one"))
        probabilities = [probability for _, probability in self.choice]
        _require(
            all(0 <= probability <= 1 for probability in probabilities),
            str(probabilities),
            say("probabilities between 0 and 1"),
            say("write 0.2 for 20 %"),
        )
        _require(
            abs(sum(probabilities) - 1) <= PROBABILITY_TOLERANCE,
            say(
                "probabilities that add up to {total:.10g}",
                total=sum(probabilities),
            ),
            say("probabilities that add up to 1"),
            say("correct one of them"),
        )


Distribution = Uniform | Triangular | Pert | Normal | Lognormal | Percentiles | Choice
DISTRIBUTIONS: Mapping[str, type[Distribution]] = {
    "uniform": Uniform,
    "triangular": Triangular,
    "pert": Pert,
    "normal": Normal,
    "lognormal": Lognormal,
    "p10": Percentiles,
    "p50": Percentiles,
    "p90": Percentiles,
    "choice": Choice,
}
"""By the key that tells how a table is to be read."""


def _written_as(quantity: object) -> str:
    if isinstance(quantity, dict):
        return next((kind.__name__ for key, kind in DISTRIBUTIONS.items() if key in quantity), "")
    return type(quantity).__name__ if type(quantity) in DISTRIBUTIONS.values() else "float"


Uncertain = Annotated[
    Annotated[float, Tag("float")]
    | Annotated[Uniform, Tag("Uniform")]
    | Annotated[Triangular, Tag("Triangular")]
    | Annotated[Pert, Tag("Pert")]
    | Annotated[Normal, Tag("Normal")]
    | Annotated[Lognormal, Tag("Lognormal")]
    | Annotated[Percentiles, Tag("Percentiles")]
    | Annotated[Choice, Tag("Choice")],
    Discriminator(_written_as),
]
"""A plain number is certain."""


def limits(quantity: Uncertain) -> tuple[float, float]:
    """Return the lowest and the highest value that an uncertain quantity can take."""
    match quantity:
        case Uniform(uniform=ends) | Triangular(triangular=ends) | Pert(pert=ends):
            low, high = ends[0], ends[-1]
        case Normal(normal=(low, 0)) | Lognormal(lognormal=(low, 0)):
            high = low
        case Lognormal():
            low, high = 0.0, inf
        case Percentiles(p10=low, p90=high) if low == high:
            pass
        case Normal() | Percentiles():
            low, high = _open(quantity.min, quantity.max)
        case Choice(choice=pairs):
            possible = [value for value, probability in pairs if probability > 0]
            low, high = min(possible), max(possible)
        case _:
            low = high = quantity
    return low, high


def _open(low: float | None, high: float | None) -> tuple[float, float]:
    return -inf if low is None else low, inf if high is None else high


def lower_limit(quantity: Uncertain) -> float:
    """Return the lowest value that an uncertain quantity can take; minus infinity: none."""
    return limits(quantity)[0]


def upper_limit(quantity: Uncertain) -> float:
    """Return the highest value that an uncertain quantity can take; infinity: none."""
    return limits(quantity)[1]


def is_certain(quantity: Uncertain) -> bool:
    """Say whether a quantity can take one value only: a number, or zero width."""
    low, high = limits(quantity)
    return low == high
