"""Which columns hold what, by the words over them and by what their cells hold."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from innobudget.io.layouts.numeric import NumericColumns
from innobudget.io.layouts.profiles import begins_with_year, profile, ranked_amounts
from innobudget.io.sheets import Sheet
from innobudget.io.wording.columns import WORDS, Role, find_columns, normalise
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.periods import (
    Period,
    is_budget,
    not_an_amount,
    parse_period,
    parse_version,
)

OTHER_NUMBERS = 5
SIDES = 5
"""Columns of numbers, codes and years among them, beside which two may be costs and earnings."""
Dated = tuple[tuple[int, Period], ...]
"""Columns of amounts with what their headers say of the year."""


def dated_columns(sheet: Sheet, headers: Sequence[str], row: int, numeric: NumericColumns) -> Dated:
    """Return the columns whose header says a year, also those where nothing is budgeted."""
    below = row + 1
    amounts = periods(headers, lambda column: numeric.holds(column, below))
    if amounts and _are_measures(amounts, numeric, below):
        amounts = ()
    if amounts:
        amounts = periods(
            headers,
            lambda column: (
                numeric.holds(column, below)
                or (bool(sheet.text(row, column)) and numeric.is_blank(column, below))
            ),
        )
    return _with_budget_year(headers, amounts, lambda column: numeric.holds(column, below))


def undated_columns(
    sheet: Sheet, headers: Sequence[str], amounts: Dated, below: int, numeric: NumericColumns
) -> tuple[dict[Role, int], Dated]:
    """Return the roles, and where no header says a year the sides or versions of one."""

    def holds(column: int) -> bool:
        return numeric.holds(column, below)

    columns = find_columns(headers, frozenset(column for column, _ in amounts))
    others = _other_numbers(set(), numeric, below)
    if not amounts and others <= SIDES and (sided := _sided(headers, holds)):
        amounts = sided
        columns = {role: at for role, at in columns.items() if at not in dict(amounts)}
    if not amounts and "amount" not in columns:
        amounts = _versions(headers, holds)
        columns = find_columns(headers, frozenset(column for column, _ in amounts))
        ranked = [at for _, at in ranked_amounts(sheet, headers, below)] if not amounts else []
        if len(ranked) == 1 and is_budget(headers[ranked[0]]):
            columns = {role: at for role, at in columns.items() if at != ranked[0]}
            columns["amount"] = ranked[0]
    columns = with_codes(sheet, headers, columns, below)
    if not any(period.year or period.offset is not None for _, period in amounts):
        columns = with_values(sheet, headers, columns, below)
    return columns, amounts


def pair_of(
    sheet: Sheet,
    headers: Sequence[str],
    columns: Mapping[Role, int],
    amounts: Dated,
    below: int,
) -> tuple[int, ...]:
    """Return the columns of expenditure and of income, where rows of several years have both."""
    if len(amounts) != 2 or "year" not in columns or _is_one_year(sheet, columns["year"], below):
        return ()
    pair = tuple(sorted(dict(amounts), key=lambda at: -parse_direction(headers[at])))
    return pair if [parse_direction(headers[at]) for at in pair] == [1, -1] else ()


def with_codes(
    sheet: Sheet, headers: Sequence[str], columns: Mapping[Role, int], below: int
) -> dict[Role, int]:
    """Take another column of codes where one only numbers the rows, or says the same on all."""
    found: dict[Role, int] = dict(columns)
    taken = set(found.values())
    line = found.get("line")
    while line is not None and profile(sheet, line, below).is_idle:
        taken.add(line)
        line = find_columns(headers, frozenset(taken)).get("line")
        if line is not None:
            found["line"] = line
    if line is None and _numbers_rows_of_years(sheet, found, below):
        del found["line"]  # it would make a line of every year
    return found


def _numbers_rows_of_years(sheet: Sheet, found: Mapping[Role, int], below: int) -> bool:
    """Say whether the column of codes only numbers rows of which a line has one for each year."""
    return (
        {"line", "year"} <= found.keys()
        and profile(sheet, found["line"], below).counts
        and not _is_one_year(sheet, found["year"], below)
    )


def with_values(
    sheet: Sheet, headers: Sequence[str], columns: Mapping[Role, int], below: int
) -> dict[Role, int]:
    """Find the years, and the one column of amounts beside them, by what the cells hold."""
    found: dict[Role, int] = dict(columns)
    ranked = [at for _, at in ranked_amounts(sheet, headers, below) if headers[at]]
    if ranked and "amount" in found:  # `Ansatz` stands over codes, too
        own = profile(sheet, found["amount"], below, headers[found["amount"]])
        if own.values < 0 and ranked[0] != found["amount"]:
            del found["amount"]
            ranked = [at for at in ranked if profile(sheet, at, below).values > 0]
    if "year" not in found:
        years = (
            column
            for column, header in enumerate(headers)
            if not not_an_amount(header)
            and begins_with_year(sheet, column, below)
            and profile(sheet, column, below).are_years
        )
        year = next(years, None)
        if year is not None:
            found = {role: at for role, at in found.items() if at != year}
            found["year"] = year
    if "year" in found and "amount" not in found and len(ranked) == 1:
        found = {role: at for role, at in found.items() if at != ranked[0]}
        found["amount"] = ranked[0]
    return found


def periods(headers: Sequence[str], wanted: Callable[[int], bool]) -> Dated:
    """Return the wanted columns whose headers say a period."""
    return tuple(
        (column, period)
        for column, header in enumerate(headers)
        if (period := parse_period(header)) is not None and wanted(column)
    )


def _with_budget_year(
    headers: Sequence[str],
    amounts: tuple[tuple[int, Period], ...],
    wanted: Callable[[int], bool],
) -> tuple[tuple[int, Period], ...]:
    """Add the column of the budget year itself, `B` or `Budget` beside `BO1` and `BO2`."""
    offsets = {period.offset for _, period in amounts}
    if 1 not in offsets or 0 in offsets or _count_from_said(amounts):
        return amounts
    dated = {column for column, _ in amounts}
    own = [
        column
        for column, header in enumerate(headers)
        if column not in dated and is_budget(header) and wanted(column)
    ]
    added = tuple((column, Period(offset=0, version="adopted")) for column in own)
    return tuple(sorted([*added, *amounts], key=lambda item: item[0]))


def _count_from_said(amounts: Sequence[tuple[int, Period]]) -> bool:
    """Say whether a column beside the relative ones says its year, other than of accounts."""
    return any(period.year and period.version != "accounts" for _, period in amounts)


def _are_measures(
    amounts: Sequence[tuple[int, Period]],
    numeric: NumericColumns,
    below: int,
) -> bool:
    """Say whether so many other columns hold numbers that the dated ones are no budget's years."""
    dated = {column for column, _ in amounts}
    others = _other_numbers(dated, numeric, below)
    return others > max(OTHER_NUMBERS, 2 * len(dated))


def is_one_of_many(
    headers: Sequence[str], amount: int, numeric: NumericColumns, below: int
) -> bool:
    """Say whether a column that is not plainly the amounts stands among many of numbers."""
    plain = normalise(headers[amount]) in WORDS["amount"]
    return not plain and _other_numbers({amount}, numeric, below) > OTHER_NUMBERS


def _other_numbers(known: AbstractSet[int], numeric: NumericColumns, below: int) -> int:
    return sum(
        column not in known and numeric.holds(column, below) for column in range(numeric.width)
    )


def _versions(
    headers: Sequence[str], wanted: Callable[[int], bool]
) -> tuple[tuple[int, Period], ...]:
    """Return columns whose headers say a version and no year, where most amounts do."""
    numeric = [column for column, header in enumerate(headers) if header and wanted(column)]
    numeric = [column for column in numeric if not not_an_amount(headers[column])]
    versions = {
        column: parse_version(" ".join(headers[column].casefold().split())) for column in numeric
    }
    said = tuple(
        (column, Period(version=version))
        for column, version in versions.items()
        if version != "other"
    )
    return said if len(said) > 1 and len(said) * 2 >= len(numeric) else ()


def _is_one_year(sheet: Sheet, column: int, below: int) -> bool:
    return (
        len({text for row in range(below, len(sheet.rows)) if (text := sheet.text(row, column))})
        == 1
    )


def _sided(headers: Sequence[str], wanted: Callable[[int], bool]) -> tuple[tuple[int, Period], ...]:
    """Return a column of expenditure and one of income, where there is one of each."""
    sides = {
        column: side
        for column, header in enumerate(headers)
        if (side := parse_direction(header)) and not not_an_amount(header) and wanted(column)
    }
    if sorted(sides.values()) != [-1, 1]:
        return ()
    return tuple((column, Period(version="adopted")) for column in sides)
