"""Which year each column of amounts belongs to, and what its amounts are multiplied by."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.sides import ColumnSums, factors_of, sides_of
from innobudget.io.sheets import Sheet
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.kinds import kind_of_title
from innobudget.io.wording.numerals import NumberStyle
from innobudget.io.wording.periods import Period, Version, cell_year, is_part_of_year
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.texts import file_year, texts_above, title_year
from innobudget.io.wording.totals import says_total

PREFERRED: tuple[Version, ...] = (
    "adopted",
    "proposed",
    "corrected",
    "expected",
    "other",
    "accounts",
)
"""Which version a mapping proposes: the council's own decision first."""


@dataclass(slots=True, kw_only=True)
class PlacedYears:
    """The year of each column of amounts."""

    factors: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Year and factor by column; empty for a table with a year column."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Columns that are no part of the budget."""
    doubts: list[Problem] = field(default_factory=list)
    """Years that were inferred."""
    signed: bool = False
    """True where columns of expenditure and income say which sign is which."""


def place_years(
    sheet: Sheet, layout: Layout, style: NumberStyle, base_year: int | None
) -> PlacedYears:
    """Give each column of amounts its year.

    A year with a column of expenditure and one of income has both, income turned round where
    it is positive; a column of net amounts beside them is taken instead.

    Parameters
    ----------
    sheet, layout, style
        The cells, where the table stands, how its numbers are written.
    base_year
        What relative years count from, where the user says it.

    Raises
    ------
    InputError
        If a year is missing in between.
    QuestionError
        If a year has several columns, or the years are relative to one that is not said.

    """
    placed = PlacedYears()
    periods = dict(layout.amounts)
    years = _calendar_years(sheet, layout, base_year, placed)
    by_year: dict[int, list[int]] = defaultdict(list)
    for column, year in years.items():
        by_year[year].append(column)
    money = ColumnSums(sheet, layout, style)
    if not layout.chosen:
        for columns in by_year.values():
            _take_whole(sheet, layout, columns, money, placed)
        _check_versions(layout, by_year, money)
    for year, columns in by_year.items():
        factors = factors_of(layout, columns, money)
        placed.factors.update((column, (year, factor)) for column, factor in factors.items())
        placed.signed |= {-1, 1} <= {parse_direction(layout.headers[at]) for at in columns}
    _leave_out(sheet, layout, years, by_year, placed)
    for column in _older_accounts(placed.factors, periods):
        del placed.factors[column]
        reason = f"accounts before a gap in the years: {layout.headers[column]}"
        placed.left_out.append(LeftOut(place=sheet.place(column=column), reason=reason))
    check_gap(sheet.place(max(layout.header[1], 0)), [year for year, _ in placed.factors.values()])
    return placed


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


def _calendar_years(
    sheet: Sheet, layout: Layout, base_year: int | None, placed: PlacedYears
) -> dict[int, int]:
    """Return every column's year; relative ones counted from the base year."""
    relative = [column for column, period in layout.amounts if period.year is None]
    base = _base_year(sheet, layout, base_year, placed) if relative else 0
    spans = {period.year: column for column, period in reversed(layout.amounts) if period.span}
    for year, column in reversed(spans.items()):
        at = sheet.place(layout.header[1], column)
        placed.doubts.append(_span(at, layout.headers[column], year or 0))
    return {
        column: base + (period.offset or 0) if period.year is None else period.year
        for column, period in layout.amounts
    }


def _base_year(sheet: Sheet, layout: Layout, base_year: int | None, placed: PlacedYears) -> int:
    if base_year is not None:
        return base_year
    said = [
        period.year
        for _, period in layout.amounts
        if period.year is not None and period.version != "accounts"
    ]
    if said:
        return max(said)
    constant = _constant_year(sheet, layout)
    if constant is not None:
        return constant
    title = title_year(texts_above(sheet, layout.header[0]))
    if title is None and (named := file_year(sheet.file)) is not None:
        placed.doubts.append(year_from_name(sheet.file, named))
        return named
    if title is None:
        headers = ", ".join(layout.headers[column] for column, _ in layout.amounts)
        counted = any(period.offset is not None for _, period in layout.amounts)
        raise QuestionError(
            f"the years count from a budget year that the file does not say: {headers}"
            if counted
            else f"no year is said for the columns {headers}",
            proposal={"base_year" if counted else "year": None},
        )
    placed.doubts.append(year_from_title(sheet.place(), title))
    return title


def year_from_name(file: str, year: int) -> Problem:
    """Return the doubt that a year was taken from a file's name."""
    return Problem(
        code="year-from-file-name",
        place=file,
        found=f"the year {year} in the name of the file only",
        expected="a year over the amounts",
        remedy=f"set year = {year} in the mapping if that is right",
    )


def year_from_title(place: str, year: int) -> Problem:
    """Return the doubt that a year was taken from a title."""
    return Problem(
        code="year-from-title",
        place=place,
        found=f"the year {year} in a title only",
        expected="a year over the amounts",
        remedy=f"set year = {year} in the mapping if that is right",
    )


def _constant_year(sheet: Sheet, layout: Layout) -> int | None:
    column = layout.columns.get("year")
    if column is None:
        return None
    found = {
        text
        for row in range(layout.first_row, len(sheet.rows))
        if (text := sheet.text(row, column))
    }
    only = found.pop() if len(found) == 1 else ""
    return int(only) if only.isdecimal() and len(only) < 10 else None


def _span(place: str, found: str, year: int) -> Problem:
    return Problem(
        code="fiscal-year",
        place=place,
        found=repr(found),
        expected=f"a calendar year; read as {year}, the year in which it ends",
        remedy="map the column to another year if that is wrong",
    )


def _take_whole(
    sheet: Sheet, layout: Layout, columns: list[int], money: ColumnSums, placed: PlacedYears
) -> None:
    """Keep the column alone that calls itself the total of a year's others, and is."""
    periods = dict(layout.amounts)
    whole = money.whole_of(columns)
    versions = {periods[at].version for at in columns if at != whole}
    kinds = {kind_of_title(_undated(layout.headers[at])) for at in columns} - {None, "operating"}
    if whole is None or not says_total(layout.headers[whole]) or len(versions) > 1 or kinds:
        return
    for column in columns:
        if column != whole:
            reason = f"part of {layout.headers[whole]}: {layout.headers[column]}"
            placed.left_out.append(LeftOut(place=sheet.place(column=column), reason=reason))
    columns[:] = [whole]


def _undated(header: str) -> str:
    return " ".join(word for word in header.split() if cell_year(word) is None)


def _check_versions(
    layout: Layout, by_year: Mapping[int, Sequence[int]], money: ColumnSums
) -> None:
    """Ask about a year that several columns hold, unless they are its two sides and their net."""
    periods = dict(layout.amounts)
    reason = ""
    chosen: dict[int, str | list[str]] = {}
    for year, columns in by_year.items():
        ranked = sorted(columns, key=lambda column: PREFERRED.index(periods[column].version))
        sides = sides_of(layout, ranked)
        best = [group[0] for side, group in sides.items() if side]
        if len(best) < 2:
            parts = all(is_part_of_year(layout.headers[column]) for column in columns)
            whole = money.whole_of(columns)
            best = list(columns) if parts else ranked[:1] if whole is None else [whole]
        names = [name_of_column(layout, column) for column in best]
        chosen[year] = names[0] if len(names) == 1 else names
        if len(columns) == 1 or money.are_one_year(sides):
            continue
        headers = "; ".join(name_of_column(layout, column) for column in columns)
        reason = reason or f"{year} has several versions side by side: {headers}"
    if reason:
        first = {columns[0]: (year, 1) for year, columns in by_year.items()}
        for column in _older_accounts(first, periods):
            del chosen[first[column][0]]
        raise QuestionError(reason, proposal={"columns.amounts": chosen})


def _leave_out(
    sheet: Sheet,
    layout: Layout,
    years: Mapping[int, int],
    by_year: Mapping[int, Sequence[int]],
    placed: PlacedYears,
) -> None:
    for column, year in years.items():
        if column not in placed.factors and column in by_year[year]:
            reason = f"net amounts are read instead: {layout.headers[column]}"
            placed.left_out.append(LeftOut(place=sheet.place(column=column), reason=reason))


def _older_accounts(
    factors: Mapping[int, tuple[int, int]], periods: Mapping[int, Period]
) -> list[int]:
    """Return the columns of accounts that lie before a gap."""
    found = sorted({year for year, _ in factors.values()})
    gaps = [later for earlier, later in pairwise(found) if later > earlier + 1]
    older = [column for column, (year, _) in factors.items() if gaps and year < gaps[-1]]
    return older if all(periods[column].version == "accounts" for column in older) else []
