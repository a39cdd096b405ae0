"""Which year each column of amounts belongs to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem
from innobudget.io.layouts.column_sums import ColumnSums, earned_of, factors_of, sides_of
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.roles import is_constant
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet
from innobudget.io.wording.captions import file_year, texts_above, title_year
from innobudget.io.wording.labels import kind_of_title, says_result, says_total
from innobudget.io.wording.numerals import NumberStyle
from innobudget.io.wording.periods import (
    Period,
    Version,
    cell_year,
    is_part_of_year,
    not_an_amount,
    parse_period,
)
from innobudget.messages import linked, say

SOME = 0.1
PREFERRED: tuple[Version, ...] = (
    "adopted", "proposed", "corrected", "expected", "other", "accounts",
)  # fmt: skip
"""Which version a mapping proposes: the council's own decision first."""


@dataclass(slots=True, kw_only=True)
class PlacedYears:
    """The year of each column of amounts."""

    factors: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Year and factor by column; empty for a table with a year column."""
    earned: dict[int, tuple[int, int]] = field(default_factory=dict)
    """The same of columns of income that stand beside those of expenditure, read or not."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Columns that are no part of the budget."""
    doubts: list[Problem] = field(default_factory=list)
    """Years that were inferred."""
    signed: bool = False
    """True where columns of expenditure and income say which sign is which."""


def place_years(
    sheet: Sheet, layout: Layout, style: NumberStyle, base_year: int | None
) -> PlacedYears:
    """Give each column of amounts its year; relative ones count from `base_year`, where said.

    Raises
    ------
    InputError
        If a year is missing in between.
    QuestionError
        If a year has several columns, or the years are relative to one that is not said.

    """
    placed = PlacedYears()
    periods = dict(layout.amounts)
    by_year: dict[int, list[int]] = defaultdict(list)
    for column, year in _calendar_years(sheet, layout, base_year, placed).items():
        by_year[year].append(column)
    money = ColumnSums(sheet, layout, style)
    reasons: dict[int, str] = {}
    if not layout.chosen:
        for columns in by_year.values():
            reasons |= _take_whole(layout, columns, money)
        _check_versions(layout, by_year, money)
    for year, columns in by_year.items():
        factors = factors_of(layout, columns, money)
        placed.factors.update((column, (year, factor)) for column, factor in factors.items())
        earned = earned_of(layout, columns, money)
        placed.earned.update((column, (year, factor)) for column, factor in earned.items())
        placed.signed |= bool(earned)
        reasons |= {at: say("net amounts are read instead") for at in columns if at not in factors}
    for column in _older_accounts(placed.factors, periods):
        del placed.factors[column]
        reasons[column] = say("accounts before a gap in the years")
    placed.left_out = [
        LeftOut(place=sheet.place(column=at), reason=linked(": ", (why, layout.headers[at])))
        for at, why in reasons.items()
    ]
    check_gap(sheet.place(max(layout.header[1], 0)), [year for year, _ in placed.factors.values()])
    return placed


def check_gap(place: str, years: Iterable[int]) -> None:
    """Refuse years between which one is missing, naming the missing ones."""
    found = sorted(set(years))
    missing = [year for year in range(found[0], found[-1]) if year not in found] if found else []
    if missing:
        gap = Problem(
            code="year-gap",
            place=place,
            found=say("the years {found}", found=found),
            expected=say("also {missing}", missing=missing),
            remedy=say("add the missing year's amounts, or map the columns to use"),
        )
        raise InputError([gap])


def _calendar_years(
    sheet: Sheet, layout: Layout, base_year: int | None, placed: PlacedYears
) -> dict[int, int]:
    """Return every column's year; relative ones counted from the base year."""
    relative = [column for column, period in layout.amounts if period.year is None]
    base = _base_year(sheet, layout, base_year, placed) if relative else 0
    spans = {period.year: column for column, period in reversed(layout.amounts) if period.span}
    for year, column in reversed(spans.items()):
        span = Problem(
            code="fiscal-year",
            place=sheet.place(layout.header[1], column),
            found=repr(layout.headers[column]),
            expected=say("a calendar year; read as {year}, the year in which it ends", year=year),
            remedy=say("map the column to another year if that is wrong"),
        )
        placed.doubts.append(span)
    return {
        column: base + (period.offset or 0) if period.year is None else period.year
        for column, period in layout.amounts
    }


def _base_year(sheet: Sheet, layout: Layout, base_year: int | None, placed: PlacedYears) -> int:
    periods = [period for _, period in layout.amounts]
    said = [period.year for period in periods if period.year and period.version != "accounts"]
    if base_year is not None or said:
        return max(said) if base_year is None else base_year
    column = layout.columns.get("year")
    if column is not None and is_constant(sheet, column, layout.first_row):
        texts = (sheet.text(row, column) for row in range(layout.first_row, len(sheet.rows)))
        if (year := cell_year(next(filter(None, texts)))) is not None:
            return year
    year, doubts = year_said_elsewhere(sheet, layout)
    placed.doubts.extend(doubts)
    if year is not None:
        return year
    headers = ", ".join(layout.headers[column] for column, _ in layout.amounts)
    counted = any(period.offset is not None for period in periods)
    raise QuestionError(
        say(
            "the years count from a budget year that the file does not say: {headers}",
            headers=headers,
        )
        if counted
        else say("no year is said for the columns {headers}", headers=headers),
        proposal={"base_year" if counted else "year": None},
    )


def year_said_elsewhere(sheet: Sheet, layout: Layout) -> tuple[int | None, list[Problem]]:
    """Return the year of a title or over labels, else of the file's name, with a doubt."""
    titles = [*texts_above(sheet, layout.header[0]), *(layout.headers[at] for at in layout.labels)]
    titled = title_year(titles)
    year = file_year(sheet.file) if titled is None else titled
    if year is None:
        return None, []
    _check_days(sheet, layout, year)
    said = map(parse_period, [sheet.file] if titled is None else titles)
    spans = any(period.span and period.year == year for period in said if period)
    told = (
        say("the fiscal year that ends in {year}", year=year)
        if spans
        else say("the year {year}", year=year)
    )
    doubt = Problem(
        code="year-from-file-name" if titled is None else "year-from-title",
        place=sheet.file if titled is None else sheet.place(),
        found=say("{year} in the name of the file only", year=told)
        if titled is None
        else say("{year} in a title only", year=told),
        expected=say("a year over the amounts"),
        remedy=say("set year = {year} in the mapping if that is right", year=year),
    )
    return year, [doubt]


def _check_days(sheet: Sheet, layout: Layout, year: int) -> None:
    """Ask about a register whose days are all of other years than a title or a name says.

    Bare years, that do not run or repeat, are when something was built or agreed.
    """
    columns = (at for at in layout.labels if not not_an_amount(layout.headers[at]))
    for column in columns:
        texts = [sheet.text(row, column) for row in layout.rows_of(sheet)]
        days = Counter(None if text.isdecimal() else cell_year(text) for text in texts)
        told = sorted(day for day in days if day)
        if days[None] < SOME * days.total() and year not in told:
            header = name_of_column(layout, column)
            raise QuestionError(
                say(
                    "column {header!r} says the years {years}, a title or the file's name {year}",
                    header=header,
                    years=told,
                    year=year,
                ),
                proposal={"columns": {"year": header}},
            )


def _take_whole(layout: Layout, columns: list[int], money: ColumnSums) -> dict[int, str]:
    """Keep the column alone that calls itself the total of a year's others, and is."""
    periods = dict(layout.amounts)
    whole = money.whole_of(columns)
    if whole is None or not says_total(layout.headers[whole]):
        return {}
    parts = [at for at in columns if at != whole]
    words = [[word for word in layout.headers[at].split() if not cell_year(word)] for at in parts]
    kinds = {kind_of_title(" ".join(own)) for own in words} - {None, "operating"}
    if kinds or len({periods[at].version for at in parts}) > 1:
        return {}
    columns[:] = [whole]
    return dict.fromkeys(parts, say("part of {whole}", whole=layout.headers[whole]))


def _check_versions(
    layout: Layout, by_year: Mapping[int, Sequence[int]], money: ColumnSums
) -> None:
    """Ask about a year that several columns hold, unless they are its two sides and their net."""
    periods = dict(layout.amounts)
    reason = ""
    chosen: dict[int, str | list[str]] = {}
    for year, columns in by_year.items():
        net = {column: says_result(layout.headers[column]) for column in columns}
        ranked = sorted(columns, key=lambda at: (PREFERRED.index(periods[at].version), not net[at]))
        sides = sides_of(layout, ranked)
        best = [group[0] for side, group in sides.items() if side]
        if len(best) < 2:
            parts = all(is_part_of_year(layout.headers[column]) for column in columns)
            whole = money.whole_of(columns)
            best = list(columns) if parts else ranked[:1] if whole is None else [whole]
        names = [name_of_column(layout, column) for column in best]
        chosen[year] = names[0] if len(names) == 1 else names
        if len(columns) > 1 and not money.are_one_year(sides):
            headers = "; ".join(name_of_column(layout, column) for column in columns)
            reason = reason or say(
                "{year} has several versions side by side: {headers}", year=year, headers=headers
            )
    if reason:
        first = {columns[0]: (year, 1) for year, columns in by_year.items()}
        for column in _older_accounts(first, periods):
            del chosen[first[column][0]]
        raise QuestionError(reason, proposal={"columns.amounts": chosen})


def _older_accounts(
    factors: Mapping[int, tuple[int, int]], periods: Mapping[int, Period]
) -> list[int]:
    """Return the columns of accounts that lie before a gap."""
    found = sorted({year for year, _ in factors.values()})
    gaps = [later for earlier, later in pairwise(found) if later > earlier + 1]
    older = [column for column, (year, _) in factors.items() if gaps and year < gaps[-1]]
    return older if all(periods[column].version == "accounts" for column in older) else []
