"""Which columns hold what, by the words over them and by what their cells hold."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from innobudget.io.layouts.profiles import Profile, SheetColumns
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.wording.captions import file_year, is_unit, texts_above, title_year
from innobudget.io.wording.columns import WORDS, Role, find_columns, normalise, says_code
from innobudget.io.wording.labels import parse_direction, says_part, says_result, says_total
from innobudget.io.wording.periods import (
    Period,
    Version,
    is_budget,
    is_left,
    is_part_of_year,
    is_rest,
    not_an_amount,
    parse_period,
    parse_version,
)

OTHER_NUMBERS = 5
SIDES = 5
"""Columns of numbers, a code and years among them, beside which two may be costs and earnings."""
LIKELY_SIDES = 3
"""Columns that may be amounts, among any numbers, two of which may be costs and earnings."""
NO_BUDGET: tuple[Version, ...] = ("accounts", "expected", "corrected")
CODES = tuple(word for word in WORDS["line"] if len(word) > 4)
"""What compounds of codes end in: `Budgetkonto`."""
Dated = tuple[tuple[int, Period], ...]
"""Columns of amounts with what their headers say of the year."""
Columns = dict[Role, int]


@dataclass(frozen=True, slots=True)
class Header:
    """Rows that may be a header, and the columns below them."""

    rows: tuple[int, int]
    """The first and the last; above the first row of the sheet there is no header."""
    texts: Sequence[str]
    """What stands over each column."""
    cells: SheetColumns
    """Of the sheet."""

    def holds(self, column: int) -> bool:
        """Say whether a column holds numbers."""
        return self.cells.holds(column, self.rows[1] + 1)

    def profile(self, column: int) -> Profile:
        """Look at what a column holds."""
        return self.cells.profile(column, self.rows[1] + 1, self.texts[column])

    def others(self, known: AbstractSet[int]) -> int:
        """Return how many other columns hold numbers."""
        return sum(at not in known and self.holds(at) for at in range(self.cells.width))

    def has_few(self) -> bool:
        """Say whether so few columns hold numbers, one of codes counted, that two may be sides."""
        numbers = [at for at in range(self.cells.width) if self.holds(at)]
        titled = [at for at in numbers if at < len(self.texts) and len(numbers) > SIDES]
        codes = [at for at in titled if self.profile(at).is_code]
        few = len(numbers) - max(0, len(codes) - 1) <= SIDES
        return few or len(self.ranked()) <= LIKELY_SIDES

    def ranked(self) -> list[int]:
        """Return the columns that may hold amounts, the likeliest first."""
        return self.cells.ranked(self.texts, self.rows[1] + 1)

    def periods(self, wanted: Callable[[int], bool]) -> Dated:
        """Return the wanted columns whose headers say a period."""
        return tuple(
            (column, period)
            for column, header in enumerate(self.texts)
            if (period := parse_period(header)) is not None and wanted(column)
        )

    def is_one_year(self, column: int) -> bool:
        """Say whether all rows say the same in a column."""
        return is_constant(self.cells.sheet, column, self.rows[1] + 1)


def is_constant(sheet: Sheet, column: int, first_row: int) -> bool:
    """Say whether all rows that say anything in a column say the same."""
    rows = range(first_row, len(sheet.rows))
    return len({text for row in rows if (text := sheet.text(row, column))}) == 1


def find_roles(header: Header) -> tuple[Columns, Dated, tuple[int, ...]]:
    """Return the column of each role, those of a year each, and those of the two sides.

    The sides are columns of expenditure and of income, where rows of several years have both.
    """
    dated = _dated_columns(header)
    header, dated = _without_accounts(header, dated)
    columns, dated = _undated_columns(header, dated)
    pair: tuple[int, ...] = ()
    if len(dated) == 2 and "year" in columns and not header.is_one_year(columns["year"]):
        pair = tuple(sorted(dict(dated), key=lambda at: -parse_direction(header.texts[at])))
        pair = pair if [parse_direction(header.texts[at]) for at in pair] == [1, -1] else ()
    amount = columns.get("amount")
    coded = amount is not None and bool(dated) and header.profile(amount).values < 0
    if pair or ({"year", "amount"} <= columns.keys() and not coded):
        dated = ()  # else `Ansatz` is over codes, beside `VA 2026`
    if amount is not None and (
        dated
        or pair
        or not_an_amount(header.texts[amount])
        or not header.holds(amount)
        or _is_one_of_many(header, amount)
    ):
        del columns["amount"]
    return columns, dated, pair


def roles_as_said(header: Header) -> tuple[Columns, Dated]:
    """Return the roles and years of a header that the user names."""
    dated = header.periods(lambda _column: True)
    columns = with_codes(header, find_columns(header.texts, frozenset(dict(dated))))
    return (columns if dated else with_values(header, columns)), dated


def _dated_columns(header: Header) -> Dated:
    """Return the columns whose header says a year, also those where nothing is budgeted."""
    dated = header.periods(lambda at: header.holds(at) and not _is_of_years(header, at))
    months = {at for at, text in enumerate(header.texts) if is_part_of_year(text)}
    most, known = max(OTHER_NUMBERS, 2 * len(dated)), frozenset({*dict(dated), *months})
    if dated and header.others(known) > most and len(set(header.ranked()) - known) > most:
        dated = ()  # so many measures beside them are no budget's years
    if dated:
        row, below = header.rows[1], header.rows[1] + 1
        filled = {at for at, cell in enumerate(header.cells.sheet.rows[row]) if text_of(cell)}
        dated = header.periods(
            lambda at: header.holds(at) or (at in filled and header.cells.is_blank(at, below))
        )
        dated = tuple(item for item in dated if not is_left(header.texts[item[0]])) or dated
    return _with_budget_year(header, dated)


def _is_of_years(header: Header, column: int) -> bool:
    """Say whether `År` and the first year under it look like a header, `År 2025`."""
    word = header.texts[column].rstrip("0123456789 ")
    return "year" in find_columns([word], frozenset()) and header.profile(column).are_years


def _with_budget_year(header: Header, dated: Dated) -> Dated:
    """Add the column of the budget year itself, `B` or `Budget` beside `BO1` and `BO2`."""
    offsets = {period.offset for _, period in dated}
    said = any(period.year and period.version != "accounts" for _, period in dated)
    if 1 not in offsets or 0 in offsets or said:
        return dated
    own = [
        (at, Period(offset=0, version="adopted"))
        for at, text in enumerate(header.texts)
        if at not in dict(dated) and is_budget(text) and header.holds(at)
    ]
    return tuple(sorted([*own, *dated], key=lambda item: item[0]))


def _without_accounts(header: Header, dated: Dated) -> tuple[Header, Dated]:
    """Take older figures for no budget where columns without a year are: `Budget`, or sides."""
    if not dated or not _are_older(header, dated):
        return header, dated
    texts = ["" if at in dict(dated) else text for at, text in enumerate(header.texts)]
    own = replace(header, texts=texts)
    columns, undated = _undated_columns(own, ())
    sides = dict(_sided(own)) if own.has_few() else {}
    if sides:
        whole = header.cells.whole_of([*dict(dated), *sides], header.rows[1] + 1)
        parts = whole in dict(dated) or any(says_part(texts[at]) for at in sides)
        return (header, dated) if parts else (own, ())
    found = dict(undated) or {at for role, at in columns.items() if role == "amount"}
    return (own, ()) if any(_is_of_budget(own, at) for at in found) else (header, dated)


def _are_older(header: Header, dated: Dated) -> bool:
    """Say whether all figures are no budget's, and of years before the one that is said.

    Where none is said, what is expected or corrected may be of the budget's, if no accounts stand
    beside it.
    """
    sheet = header.cells.sheet
    said = title_year(texts_above(sheet, header.rows[0])) or file_year(sheet.file)
    if any(period.version not in NO_BUDGET for _, period in dated):
        return False
    if said is None:
        return any(period.version == "accounts" for _, period in dated)
    return all((period.year or said) < said for _, period in dated)


def _is_of_budget(header: Header, column: int) -> bool:
    """Say whether a column is the budget's amounts: no code, and no more than is left of them."""
    text = header.texts[column]
    code = says_code(text) or any(normalise(text).endswith(word) for word in CODES)
    return is_budget(text) and not (code or is_rest(text)) and column in header.ranked()


def _undated_columns(header: Header, dated: Dated) -> tuple[Columns, Dated]:
    """Return the roles, and where no header says a year the sides or versions of one."""
    columns = find_columns(header.texts, frozenset(dict(dated)))
    sided = _sided(header) if not dated and header.has_few() else ()
    if sided:
        dated = sided
        columns = _without(columns, *dict(dated))
    if not dated and not ("amount" in columns and header.holds(columns["amount"])):
        dated = _versions(header)
        columns = find_columns(header.texts, frozenset(dict(dated)))
        ranked = [] if dated else [at for at in header.ranked() if header.texts[at]]
        whole = header.cells.whole_of(ranked, header.rows[1] + 1)
        if whole is not None and says_total(header.texts[whole]):
            columns = {**_without(columns, whole), "amount": whole}
        elif len(ranked) == 1 and (is_budget(own := header.texts[ranked[0]]) or is_unit(own)):
            columns = {**_without(columns, ranked[0]), "amount": ranked[0]}
    columns = with_codes(header, columns)
    if not any(period.year or period.offset is not None for _, period in dated):
        columns = with_values(header, columns)
    return _without(columns, *dict(sided)), dated


def _without(columns: Mapping[Role, int], *taken: int) -> Columns:
    return {role: at for role, at in columns.items() if at not in taken}


def with_codes(header: Header, columns: Mapping[Role, int]) -> Columns:
    """Take another column of codes where one only numbers the rows, or says the same on all."""
    found, taken = dict(columns), set(columns.values())
    line = found.get("line")
    while line is not None and header.profile(line).is_idle:
        taken.add(line)
        line = find_columns(header.texts, frozenset(taken)).get("line")
    found |= {} if line is None else {"line": line}
    return found


def with_values(header: Header, columns: Mapping[Role, int]) -> Columns:
    """Find the years, and the one column of amounts beside them, by what the cells hold."""
    found = dict(columns)
    ranked = [at for at in header.ranked() if header.texts[at]]
    amount = found.get("amount", -1)
    if ranked and amount not in (-1, ranked[0]) and header.profile(amount).values < 0:
        del found["amount"]  # `Ansatz` stands over codes, too
        ranked = [at for at in ranked if header.profile(at).values > 0]
    if "year" not in found:
        below = header.rows[1] + 1
        own = found.get("amount", ranked[0] if ranked else None)
        first = () if own is None else header.profile(own).places[:1]
        years = (
            at
            for at, text in enumerate(header.texts)
            if not not_an_amount(text)
            and header.cells.begins_with_year(at, below)
            and header.profile(at).are_years
            and (not first or header.profile(at).places[0] <= first[0])  # else of some rows alone
        )
        if (year := next(years, None)) is not None:
            found = {**_without(found, year), "year": year}
    if "year" in found and "amount" not in found and len(ranked) == 1:
        found = {**_without(found, ranked[0]), "amount": ranked[0]}
    numbered = {"line", "year"} <= found.keys() and header.profile(found["line"]).counts
    if numbered and not header.is_one_year(found["year"]):
        del found["line"]  # it would make a line of every year
    return found


def _is_one_of_many(header: Header, amount: int) -> bool:
    """Say whether a column that is not plainly the amounts stands among many of numbers."""
    plain = normalise(header.texts[amount]) in WORDS["amount"]
    return not plain and header.others({amount}) > OTHER_NUMBERS


def _versions(header: Header) -> Dated:
    """Return columns whose headers say a version and no year, where most amounts do."""
    numeric = [at for at, text in enumerate(header.texts) if text and header.holds(at)]
    numeric = [at for at in numeric if not not_an_amount(header.texts[at])]
    numeric = [at for at in numeric if not header.profile(at).are_years]
    said = tuple(
        (at, Period(version=version))
        for at in numeric
        if (version := parse_version(" ".join(header.texts[at].casefold().split()))) != "other"
    )
    return said if len(said) > 1 and len(said) * 2 >= len(numeric) else ()


def _sided(header: Header) -> Dated:
    """Return a column of expenditure and one of income, where there is one of each."""
    sides = {
        at: side
        for at, text in enumerate(header.texts)
        if (side := parse_direction(text))
        and not (says_result(text) or not_an_amount(text))
        and (header.holds(at) or header.profile(at).numbers)  # one side below the other
    }
    both = sorted(sides.values()) == [-1, 1]
    return tuple((at, Period(version="adopted")) for at in sides) if both else ()
