"""The years that a scenario looks at."""

from dataclasses import dataclass
from functools import cached_property

PERIOD_YEARS = 4


@dataclass(frozen=True)
class Horizon:
    """All years looked at, from the budget year on."""

    base_year: int
    """The budget year, year 0 of discounting. [calendar year]"""
    length: int
    """Number of years, base year included. [years]"""

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Every year of the horizon, in order. [calendar years]"""
        return tuple(range(self.base_year, self.base_year + self.length))

    @property
    def period(self) -> int:
        """Length of the budget period: budget year and three estimate years. [years]"""
        return min(PERIOD_YEARS, self.length)

    @property
    def last_year(self) -> int:
        """The last year of the horizon. [calendar year]"""
        return self.base_year + self.length - 1

    def __contains__(self, year: int) -> bool:
        """Say whether a calendar year lies within the horizon."""
        return self.base_year <= year <= self.last_year

    def position(self, year: int) -> int:
        """Return a year's place on the year axis; the base year is 0."""
        return year - self.base_year
