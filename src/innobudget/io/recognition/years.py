"""Which year each column of amounts belongs to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem
from innobudget.io.recognition.layout import Layout
from innobudget.io.recognition.periods import Period
from innobudget.io.recognition.questions import QuestionError
from innobudget.io.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedYears:
    """The year of each column of amounts."""

    by_column: Mapping[int, int]
    """In the order of the sheet; empty for a table with a year column."""
    left_out: tuple[LeftOut, ...] = ()
    """Columns of accounts that a gap parts from the budget's years."""
    doubts: tuple[Problem, ...] = ()
    """Fiscal years that are no calendar years."""


def place_years(sheet: Sheet, layout: Layout) -> PlacedYears:
    """Give each column of amounts its year.

    Parameters
    ----------
    sheet, layout
        The cells, and where the table stands.

    Raises
    ------
    InputError
        If a year stands twice, or one is missing in between.
    QuestionError
        If a year has several versions, or the years are relative to one that is not said.

    """
    periods = dict(layout.amounts)
    years = {column: _calendar_year(period, layout) for column, period in layout.amounts}
    _check_twice(sheet, layout, years)
    older = _older_accounts(years, periods)
    return PlacedYears(
        by_column={column: year for column, year in years.items() if column not in older},
        left_out=tuple(
            LeftOut(
                place=sheet.place(column=column),
                reason=f"accounts before a gap in the years: {layout.headers[column]}",
            )
            for column in older
        ),
        doubts=tuple(
            _span(sheet.place(layout.header[1], column), layout.headers[column], years[column])
            for column, period in layout.amounts
            if period.span
        ),
    )


def _span(place: str, found: str, year: int) -> Problem:
    return Problem(
        code="fiscal-year",
        place=place,
        found=repr(found),
        expected=f"a calendar year; read as {year}, the year in which it ends",
        remedy="map the column to another year if that is wrong",
    )


def check_gap(place: str, years: Iterable[int]) -> None:
    """Refuse years between which one is missing.

    Raises
    ------
    InputError
        Naming the missing years.

    """
    found = sorted(set(years))
    missing = [year for year in range(found[0], found[-1]) if year not in found] if found else []
    if missing:
        raise InputError(
            [
                Problem(
                    code="year-gap",
                    place=place,
                    found=f"the years {', '.join(map(str, found))}",
                    expected=f"also {', '.join(map(str, missing))}",
                    remedy="add the missing year's amounts, or map the columns to use",
                )
            ]
        )


def _calendar_year(period: Period, layout: Layout) -> int:
    if period.year is None:
        raise QuestionError(
            "the years count from a budget year that the file does not say: "
            + ", ".join(layout.headers[column] for column, _ in layout.amounts)
        )
    return period.year


def _check_twice(sheet: Sheet, layout: Layout, years: dict[int, int]) -> None:
    by_year: dict[int, list[int]] = defaultdict(list)
    for column, year in years.items():
        by_year[year].append(column)
    versions = dict(layout.amounts)
    faults = []
    for year, columns in by_year.items():
        kinds = [versions[column].version for column in columns]
        if len(set(kinds)) < len(kinds):
            faults.append(
                Problem(
                    code="year-twice",
                    place=sheet.place(layout.header[1], columns[1]),
                    found=" and ".join(repr(layout.headers[column]) for column in columns),
                    expected=f"one column for {year}",
                    remedy="delete the column that is not wanted, or map the one that is",
                )
            )
    if faults:
        raise InputError(faults)
    for year, columns in by_year.items():
        if len(columns) > 1:
            headers = "; ".join(layout.headers[column] for column in columns)
            raise QuestionError(f"{year} has several versions side by side: {headers}")


def _older_accounts(years: dict[int, int], periods: dict[int, Period]) -> list[int]:
    """Return the columns of accounts that lie before a gap."""
    found = sorted(years.values())
    gaps = [later for earlier, later in pairwise(found) if later > earlier + 1]
    older = [column for column, year in years.items() if gaps and year < gaps[-1]]
    return older if all(periods[column].version == "accounts" for column in older) else []
