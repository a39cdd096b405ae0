"""A municipality's budget: lines by years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum
from typing import Literal, get_args

from innobudget.errors import Problem

Kind = Literal["operating", "transfer", "capital", "refund", "utility", "financing"]
"""Ceilings that are never netted; in Danish the styringsområder."""
KINDS: tuple[Kind, ...] = get_args(Kind)

Side = Literal["expenditure", "income", "both"]
"""Which lines an effect touches."""

HALF_AN_ORE = 0.005
"""Amounts that differ by no more are the same. [currency]"""

Code = tuple[str, ...]
"""The parts of an account code, `5.30.26` as `("5", "30", "26")`; never compared as text."""


@lru_cache(maxsize=1 << 16)
def parse_code(text: str) -> Code:
    """Split an account code at its dots.

    Examples
    --------
    >>> parse_code("5.30.26")
    ('5', '30', '26')

    """
    return tuple(map(str.strip, text.split(".")))


def matches(pattern: Code, code: Code) -> bool:
    """Say whether a code fits a pattern in which `*` stands for one or more whole parts.

    Zeros before a part make no difference: spreadsheets lose them, and readers restore them.

    Examples
    --------
    >>> matches(parse_code("5.30.*"), parse_code("5.30.26"))
    True
    >>> matches(parse_code("5.3.*"), parse_code("5.30.26"))
    False
    >>> matches(parse_code("5.30.26"), parse_code("05.30.26"))
    True

    """
    if not pattern:
        return not code
    if not code:
        return False
    if pattern[0] == "*":
        return any(matches(pattern[1:], code[n:]) for n in range(1, len(code) + 1))
    same = _without_zeros(pattern[0]) == _without_zeros(code[0])
    return same and matches(pattern[1:], code[1:])


def _without_zeros(part: str) -> str:
    return part.lstrip("0") or part[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """The smallest adopted row of a budget."""

    code: Code
    """Place in the account tree; several lines may share one."""
    name: str
    """As the file writes it."""
    area: str | None = None
    """Committee or policy area; None: not placed."""
    kind: Kind = "operating"
    """Which ceiling the line counts under."""
    amounts: Mapping[int, float]
    """By calendar year; expenditure positive, income negative; a missing cell has no entry.
    [currency]"""
    place: str = ""
    """Where the line stands: file, sheet, row."""

    @property
    def id(self) -> str:
        """The code as people write it."""
        return ".".join(self.code)

    @property
    def is_income(self) -> bool:
        """Say whether it is a line of income: a refund, or below 0 over the file's years.

        One answer for all years: a line that changes sign from one year to the next would
        else have its saving moved to other lines and back.
        """
        return self.kind == "refund" or fsum(self.amounts.values()) < 0

    @property
    def changes_sign(self) -> bool:
        """Say whether it is income in some years and expenditure in others."""
        return min(self.amounts.values(), default=0) < 0 < max(self.amounts.values(), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Lines by years, in one currency and one price basis."""

    lines: tuple[BudgetLine, ...]
    """In the order of the file."""
    years: tuple[int, ...]
    """The years that the file holds, ascending and without gaps. [calendar years]"""
    growth: float = 0.0
    """How every line goes on after the last of `years`. [1/year]"""
    source: str = ""
    """The file that it was read from, as the scenario names it."""
    unit: float = 1.0
    """What the file's amounts were multiplied by; `amounts` are whole. [currency]"""
    price_level: int | None = None
    """In which year's prices the file says that its amounts are; None where it does not, or
    where they were restated. [calendar year]"""
    doubts: tuple[Problem, ...] = field(default=())
    """What the reader was not sure of."""

    def amount(self, line: BudgetLine, year: int) -> float | None:
        """Return a line's amount in a year, projected past the last year; None: missing.

        Expenditure positive. [currency]
        """
        last = self.years[-1]
        value = line.amounts.get(min(year, last))
        return (
            value if value is None or year <= last else value * (1 + self.growth) ** (year - last)
        )

    @property
    def areas(self) -> tuple[str, ...]:
        """Every area that a line is placed in, in the order of the file."""
        return tuple(dict.fromkeys(line.area for line in self.lines if line.area is not None))

    def select(
        self,
        *,
        line: str | None = None,
        area: str | None = None,
        kind: Kind | None = None,
        side: Side = "both",
    ) -> tuple[BudgetLine, ...]:
        """Return the lines of a side that a pattern, an area and a kind all fit.

        None when pattern, area and kind are None.
        """
        if line is None and area is None and kind is None:
            return ()
        pattern = None if line is None else parse_code(line)
        return tuple(
            candidate
            for candidate in self.lines
            if (pattern is None or matches(pattern, candidate.code))
            and (area is None or candidate.area == area)
            and (kind is None or candidate.kind == kind)
            and (side == "both" or candidate.is_income == (side == "income"))
        )
