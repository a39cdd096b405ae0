"""What the values of a column say that it holds: years, codes, or amounts."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise
from math import fsum, isclose

from innobudget.io.sheets import Sheet
from innobudget.io.wording.columns import (
    LONG,
    Role,
    announces_money,
    find_columns,
    is_note,
    normalise,
    numbers_columns,
    says_code,
)
from innobudget.io.wording.labels import says_result, says_total
from innobudget.io.wording.numerals import Gap, NumberStyle, read_number
from innobudget.io.wording.periods import (
    cell_year,
    month_year,
    not_an_amount,
    parse_version,
    says_months,
)

LOOKED_AT = 400
ROWS_LOOKED_AT = 60
MOSTLY = 0.9
TOTAL = 20.0
"""Of columns of measures, the first that is their total or net is the likeliest."""
LIKELY = 0.1
"""Of columns that may be amounts, the least score; 0 is as much like codes of one length."""
CLOSE = 5e-3
LABELS = 12
"""Words of a total stand in one of the first columns."""
STYLES = tuple(NumberStyle(decimal=decimal) for decimal in ",.")
CODED: tuple[Role, ...] = ("line", "name", "area", "kind", "year")
MONTHS = 12
FAR = 6
"""Columns to each side whose numbers may begin those of one or go on, names counted."""
FEWEST_CODES = 3
"""Different ones that begin all numbers of another column are no chance."""
_CLOCK = re.compile(r"[T ](?!00:00)\d\d:\d\d")
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_SEPARATED = re.compile(r"\d[.,\s]\d|^\s*[-(−–]|[-)]\s*$|€|£|\$|\bkr\b")


@dataclass(frozen=True)
class Profile:
    """One column below its header."""

    header: str
    texts: Sequence[str]
    """Cells with something in them, those of total rows left out."""
    places: Sequence[int]
    """In which row below the header each stands."""
    named: Sequence[str]
    """For each of them, what the row says in words."""
    numbers: int
    """How many are numbers in either way of writing."""

    @cached_property
    def are_years(self) -> bool:
        """True where nearly all cells are calendar years that repeat or run."""
        if self.texts and says_months(self.header) and all(map(month_year, self.texts)):
            return True
        years = [year for text in self.texts if (year := cell_year(text)) is not None]
        if not years or len(years) < MOSTLY * len(self.texts):
            return False
        found = sorted(set(years))
        dates = {text for text in self.texts if not text.isdecimal()}
        if len(dates) > MONTHS * len(found) or any(map(_CLOCK.search, dates)):
            return False  # days of a register, no budget's years
        if len(found) * 2 <= len(years) or len(found) == 1:
            return True
        # Each once beside another name: accounts 2011, 2012, 2013 run like years.
        told = len(set(self.named)) == len(self.named) > 1
        return not told and all(b - a == 1 for a, b in pairwise(found))

    @cached_property
    def money(self) -> float:
        """How much the column looks like amounts; 0 or less: rather codes, numbers of rows."""
        few = not self.numbers or self.numbers * 2 < len(self.texts)
        if few or self.are_years or not_an_amount(self.header):
            return -9.0
        score = self.values + self._words()
        whole = says_total(normalise(self.header)) or says_result(self.header)
        return TOTAL if score > 0 and whole else score

    def _words(self) -> float:
        roles = find_columns([self.header], frozenset()).keys()
        coded, known = roles & set(CODED), "amount" in roles
        version = parse_version(self.header.casefold()) != "other"
        worded = known or version or announces_money(self.header)
        return 3.0 * worded - 4.0 * bool(coded or says_code(self.header))

    @cached_property
    def values(self) -> float:
        """How much the values alone look like amounts."""
        plain = [text for text in self.texts if text.isdecimal()]
        whole = len(plain) == len(self.texts)
        widths = {len(text) for text in plain}
        score = 3.0 * any(map(_SEPARATED.search, self.texts)) + min(len(widths or "0") - 1, 2)
        if not whole:
            return score + 1
        if self.is_code:
            score -= 6
        elif len(widths) == 1 and len(plain) > 2:
            score -= 2 if len(set(plain)) * 2 < len(plain) else 1
        return score + 1

    @cached_property
    def is_code(self) -> bool:
        """True for constants, padded or counted numbers, and such as stand for a name."""
        plain = [text for text in self.texts if text.isdecimal()]
        if not plain and all(map(_DOTTED.fullmatch, self.texts)):
            return len({len(text) for text in self.texts}) == 1 and self._stands_for_name()
        if not plain or len(plain) < len(self.texts):
            return False
        if len(plain) > 2 and len(set(plain)) == 1 and set(plain) != {"0"}:
            return True
        padded = len({len(text) for text in plain}) == 1 < len(plain[0])
        filled = padded and any(text[0] == "0" for text in plain)
        return filled or self.counts or self._stands_for_name()

    @cached_property
    def counts(self) -> bool:
        """True where the cells only number the rows: 1, 2, 3, with or without those of totals."""
        plain = [int(text) for text in self.texts if text.isdecimal() and len(text) < LONG]
        if not len(plain) == len(self.texts) > 2 or self.texts[0][0] == "0":
            return False
        steps = [b - a for a, b in pairwise(plain)]
        return set(steps) == {1} or steps == [b - a for a, b in pairwise(self.places)]

    @cached_property
    def is_idle(self) -> bool:
        """True for numbers that tell no rows apart: constant ones, or those that count from 1."""
        same = len(self.texts) > 2 and len(set(self.texts)) == 1 and self.texts[0].isdecimal()
        return same or (self.counts and self.texts[0] == "1")

    def begins(self, other: "Profile") -> bool:
        """Say whether the numbers begin those of another column, some of several: 18, 180, 181."""
        texts = dict(zip(other.places, other.texts, strict=True))
        pairs = {(own, texts.get(at, "")) for at, own in zip(self.places, self.texts, strict=True)}
        both = {pair for pair in pairs if all(map(str.isdecimal, pair))}
        nested = all(len(own) < len(text) and text.startswith(own) for own, text in both)
        return nested and FEWEST_CODES <= len({own for own, _ in both}) < len(both)

    def _stands_for_name(self) -> bool:
        """Say whether each number goes with one name only, and each name with one number."""
        pairs = set(zip(self.texts, self.named, strict=True))
        numbers, names = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        return len(self.texts) > len(pairs) == len(numbers) == len(names) > 1


class SheetColumns:
    """The columns of a sheet below any row; what is found out is kept."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.width = sheet, sheet.width
        self._known: dict[tuple[int, int], list[Gap | None]] = {}
        self._cells: dict[tuple[int, int], Gap | None] = {}
        self._profiles: dict[tuple[int, int, str], Profile] = {}
        self._nested: dict[tuple[int, int], bool] = {}
        self._totals: dict[int, bool] = {}

    @cached_property
    def _filled(self) -> dict[int, list[int]]:
        """The rows of each column's filled cells: a sheet may be wide and nearly blank."""
        found: dict[int, list[int]] = defaultdict(list)
        for row, values in enumerate(self.sheet.rows):
            for column, value in enumerate(values):
                if value is not None or (row, column) in self.sheet.faults:
                    found[column].append(row)
        return found

    def holds(self, column: int, row: int) -> bool:
        """Say whether at least as many cells below hold numbers as text, and one does.

        Errors and missing figures stand where numbers should, so they count as such.
        """
        gaps = self._gaps(column, row)
        numbers = len(gaps) - gaps.count(Gap.BLANK) - gaps.count(Gap.TEXT)
        return numbers > 0 and numbers >= gaps.count(Gap.TEXT)

    def is_worded(self, column: int, row: int) -> bool:
        """Say whether most cells below are text."""
        gaps = self._gaps(column, row)
        return gaps.count(Gap.TEXT) * 2 > len(gaps)

    def is_blank(self, column: int, row: int) -> bool:
        """Say whether nothing is budgeted in any cell below."""
        return all(gap is Gap.BLANK for gap in self._gaps(column, row))

    def _gaps(self, column: int, row: int) -> list[Gap | None]:
        """Return what each filled cell is, of some rows below: None for a number."""
        key = column, row
        if key not in self._known:
            last = min(row + ROWS_LOOKED_AT, len(self.sheet.rows))
            first = row + (row < last and numbers_columns(self.sheet.rows[row]))
            filled = self._filled.get(column, [])
            rows = filled[bisect_left(filled, first) : bisect_left(filled, last)]
            self._known[key] = [self._gap(below, column) for below in rows]
        return self._known[key]

    def _gap(self, row: int, column: int) -> Gap | None:
        """Return None for a number in either way of writing, else why it is none."""
        if (row, column) in self.sheet.faults:
            return Gap.ERROR
        if (row, column) not in self._cells:
            reads = [read_number(self.sheet.value(row, column), style) for style in STYLES]
            gaps = [read for read in reads if isinstance(read, Gap)]
            self._cells[row, column] = gaps[0] if len(gaps) == len(reads) else None
        return self._cells[row, column]

    def profile(self, column: int, first_row: int, header: str = "") -> Profile:
        """Look at a column's first cells below a row."""
        key = column, first_row, header
        if key not in self._profiles:
            plain = self.profile(column, first_row) if header else self._look(column, first_row)
            self._profiles[key] = replace(plain, header=header)
        return self._profiles[key]

    def _look(self, column: int, first_row: int) -> Profile:
        filled = self._filled.get(column, [])
        below = filled[bisect_left(filled, first_row) :]
        every = [*islice((row for row in below if self.sheet.text(row, column)), LOOKED_AT)]
        lines = [row for row in every if not self._is_total(row)]
        rows = lines if len(lines) * 2 >= len(every) else every
        texts = [self.sheet.text(row, column) for row in rows]
        plain = [text.removesuffix(".0") for text in texts]  # as programs write codes
        return Profile(
            header="",
            texts=texts if {*plain} & {*texts} or all(map(cell_year, plain)) else plain,
            places=[row - first_row for row in rows],
            named=[_words_beside(self.sheet.rows[row], column) for row in rows],
            numbers=sum(self._gap(row, column) is None for row in rows),
        )

    def _is_total(self, row: int) -> bool:
        if row not in self._totals:
            words = (cell for cell in self.sheet.rows[row][:LABELS] if isinstance(cell, str))
            self._totals[row] = any(map(says_total, words))
        return self._totals[row]

    def begins_with_year(self, column: int, row: int) -> bool:
        """Say whether the first text below a row is a year; cheaper than to look at all."""
        filled = self._filled.get(column, [])
        below = (self.sheet.text(at, column) for at in filled[bisect_left(filled, row) :])
        first = next(filter(None, below), "")
        return cell_year(first) is not None or month_year(first) is not None

    def whole_of(self, columns: Sequence[int], row: int) -> int | None:
        """Return the one of three columns or more that adds up the others, row by row."""
        rows = range(row, min(row + LOOKED_AT, len(self.sheet.rows)))
        for style in STYLES if len(columns) > 2 else ():
            left, told = {*columns}, 0
            for at in rows:
                reads = {to: read_number(self.sheet.value(at, to), style) for to in columns}
                own = {to: read for to, read in reads.items() if isinstance(read, float)}
                sum_ = fsum(own.values())
                fit = {to for to in columns if isclose(2 * own.get(to, 0.0), sum_, abs_tol=CLOSE)}
                left &= fit if any(own.values()) else left
                told += sum(map(bool, own.values())) > 2
            if len(left) == 1 and told > 1:
                return left.pop()
        return None

    def ranked(self, headers: Sequence[str], row: int, *, least: float = LIKELY) -> list[int]:
        """Return the columns that may hold amounts, the likeliest first."""
        scored = [
            (-self.profile(column, row, header).money, column)
            for column, header in enumerate(headers)
            if not is_note(header)
        ]
        likely = [column for score, column in sorted(scored) if -score >= least]
        return [column for column in likely if not self._is_nested(column, row)]

    def _is_nested(self, column: int, row: int) -> bool:
        """Say whether the numbers begin those of a column beside, or go on: 18, 181, 181002."""
        if (column, row) not in self._nested:
            own, last = self.profile(column, row), min(column + FAR + 1, self.width)
            beside = (self.profile(at, row) for at in range(max(column - FAR, 0), last))
            found = any(own.begins(other) or other.begins(own) for other in beside)
            self._nested[column, row] = found
        return self._nested[column, row]


def _words_beside(row: Sequence[object], column: int) -> str:
    """Return the text right beside a cell that is in words."""
    beside = [row[at] for at in (column + 1, column - 1) if 0 <= at < len(row)]
    worded = (cell for cell in beside if isinstance(cell, str) and any(map(str.isalpha, cell)))
    return next(worded, "")
