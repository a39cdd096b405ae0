"""Formulas that know what they give: written once, as what Excel works out and as its value."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial, reduce

import numpy as np
from numpy.typing import ArrayLike

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.engine.flows import Array
from innobudget.report.tables import Cell, Figure, Role

PERCENTILES = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
Known = float | str | None
SUM, PRODUCT, WHOLE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """Values by year, then that of the period or without a year, and the formula of either."""

    values: Array
    """Shape (column,), or (trial, column) where it names trials; not a number: blank."""
    by_year: str = ""
    """Formula of the years; empty: there are none."""
    for_period: str = ""
    """Formula of the period; empty: there is none."""
    blank: str | None = None
    """What stands where it is blank."""
    rank: int = WHOLE
    """What it is in larger formulas: a sum or a product takes brackets where it must."""

    @property
    def years(self) -> tuple[Known, ...]:
        """Values by year."""
        values = np.atleast_1d(self.values)
        values = values[:-1] if self.for_period else values
        return tuple(map(self._known, values)) if self.by_year else ()

    @property
    def period(self) -> Known:
        """The value of the period."""
        return self._known(np.atleast_1d(self.values)[-1]) if self.for_period else None

    def _known(self, value: float) -> Known:
        return self.blank if np.isnan(value) else float(value)

    def cells(self, figure: Figure, role: Role) -> tuple[tuple[Cell, ...], Cell | None]:
        """Return the cells of the years and of the period."""
        scale = 1000.0 if figure is Figure.AMOUNT else 1.0

        def cell(value: Known, formula: str) -> Cell:
            scaled = value / scale if isinstance(value, float) else value
            return Cell(value=scaled, figure=figure, role=role, formula=formula)

        years = tuple(cell(value, self.by_year) for value in self.years)
        return years, cell(self.period, self.for_period) if self.for_period else None

    def pointing(self, by_year: str, for_period: str = "") -> "Formula":
        """Return the same values as they stand in other cells; of both where one is given."""
        return replace(
            self,
            by_year=self.by_year and by_year,
            for_period=self.for_period and (for_period or by_year),
            rank=WHOLE,
        )

    def _at_least(self, rank: int) -> "Formula":
        """Return the same in brackets where it binds more loosely than what is around it."""
        if self.rank >= rank:
            return self
        bracketed = self.pointing(f"({self.by_year})", f"({self.for_period})")
        return replace(bracketed, rank=WHOLE)

    def __add__(self, other: "Formula") -> "Formula":
        return combined(np.add, "{0}+{1}", self, other, rank=SUM)

    def __sub__(self, other: "Formula") -> "Formula":
        return combined(np.subtract, "{0}-{1}", self, other._at_least(PRODUCT), rank=SUM)

    def __mul__(self, other: "Formula") -> "Formula":
        factors = self._at_least(PRODUCT), other._at_least(PRODUCT)
        return combined(np.multiply, "{0}*{1}", *factors, rank=PRODUCT)

    def __truediv__(self, other: "Formula") -> "Formula":
        parts = self._at_least(PRODUCT), other._at_least(WHOLE)
        return combined(np.divide, "{0}/{1}", *parts, rank=PRODUCT)

    def __abs__(self) -> "Formula":
        return combined(np.abs, "ABS({0})", self)


def combined(
    function: Callable[..., ArrayLike], pattern: str, *parts: Formula, rank: int = WHOLE
) -> Formula:
    """Return what a function gives of some formulas, column by column."""

    def put_in(formulas: list[str]) -> str:
        return pattern.format(*formulas) if all(formulas) else ""

    return Formula(
        values=np.asarray(function(*(part.values for part in parts))),
        by_year=put_in([part.by_year for part in parts]),
        for_period=put_in([part.for_period for part in parts]),
        rank=rank,
    )


def constant(value: float, cell: str) -> Formula:
    """Return a cell that is the same for all years and for the period."""
    return Formula(values=np.array(value), by_year=cell, for_period=cell)


TOLERANCE = constant(HALF_AN_ORE, "[tolerance@value]")
ONE, NONE = constant(1.0, "1"), constant(0.0, "0")


def largest(*parts: Formula) -> Formula:
    """Return the largest of some."""

    def of(*values: Array) -> Array:
        return np.asarray(reduce(np.maximum, values))

    return combined(of, f"MAX({','.join(f'{{{place}}}' for place in range(len(parts)))})", *parts)


def smaller(one: Formula, other: Formula) -> Formula:
    """Return the smaller of two."""
    return combined(np.minimum, "MIN({0},{1})", one, other)


def mean(trials: Formula) -> Formula:
    """Return the mean over all trials."""
    return combined(partial(np.mean, axis=0), "AVERAGE({0})", trials)


def mean_error(trials: Formula, count: Formula) -> Formula:
    """Return the standard error of that mean."""
    deviation = combined(partial(np.std, axis=0), "STDEVP({0})", trials)
    return over_root(deviation, count)


def over_root(spread: Formula, count: Formula) -> Formula:
    """Return a standard deviation over the root of a number of trials."""

    def of(sd: Array, n: Array) -> Array:
        return sd / np.sqrt(n)

    return combined(of, "{0}/SQRT({1})", spread, count, rank=PRODUCT)


def percentile(trials: Formula, share: Formula) -> Formula:
    """Return the value below which a share of the trials lies."""
    return combined(partial(np.quantile, axis=0), "PERCENTILE({0},{1})", trials, share)


def percentile_error(trials: Formula, share: Formula, *, rank: Formula, at: Formula) -> Formula:
    """Return how far a percentile `at` may be off whose rank may be off by so much."""
    above = percentile(trials, smaller(ONE, share + rank)) - at
    return largest(above, at - percentile(trials, largest(NONE, share - rank)))


def share_of(trials: Formula, sign: str, limit: Formula, count: Formula) -> Formula:
    """Return the share of the trials that are `<`, `<=`, `>` or `>=` a limit."""
    compare: Callable[[Array, Array], Array] = {
        "<": np.less,
        "<=": np.less_equal,
        ">": np.greater,
        ">=": np.greater_equal,
    }[sign]
    counted = f"SUMPRODUCT(({{0}}{sign}{{1}})*1)/{{2}}"

    def shares(own: Array, at: Array, _: Array) -> Array:
        return np.asarray(compare(own, at).mean(axis=0))

    return combined(shares, counted, trials, limit, count, rank=PRODUCT)


def rank_error(share: Formula, count: Formula) -> Formula:
    """Return the standard error of the rank of a percentile, or of a share, in plain trials."""
    formula = "SQRT({0}*(1-{0})/{1})"
    return combined(lambda own, n: np.sqrt(own * (1 - own) / n), formula, share, count)


def unless_blank(own: Formula, other: Formula) -> Formula:
    """Return what stands in a cell, or follows from it; blank where that cell is."""
    return combined(lambda _, found: found, 'IF({0}="","",{1})', own, other)
