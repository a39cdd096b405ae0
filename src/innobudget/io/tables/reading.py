"""Cells → the rows of a table: which have figures, what they say, which are at fault."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from innobudget.domain.reading import LeftOut
from innobudget.io.layouts.layout import ROW, Layout
from innobudget.io.layouts.numeric import numbers_columns
from innobudget.io.layouts.sides import ColumnSums, factors_of
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.tables.faults import SHOWN, bad_amount, bad_cell, marked_amount, missing_amount
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.columns import Role, normalise
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.numerals import Gap, NumberStyle, has_mark, read_number
from innobudget.io.wording.periods import cell_year, parse_period
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.totals import says_part, says_total

SIDES = {1: "expenditure", -1: "income"}
_FAULTS = (Gap.TEXT, Gap.QUALIFIED, Gap.ERROR, Gap.INFINITE)


def read_table(
    sheet: Sheet, layout: Layout, style: NumberStyle, factors: Mapping[int, tuple[int, int]]
) -> Table:
    """Read every row below the header.

    Parameters
    ----------
    sheet, layout, style
        The cells, where the table stands, how its numbers are written.
    factors
        The year of each column of amounts, and what its amounts are multiplied by; empty for
        a table with a year column.

    Returns
    -------
    Table
        Rows, faults and everything that was left out.

    """
    reader = _Reader(
        sheet=sheet,
        layout=layout,
        style=style,
        incomes=_incomes(layout, factors),
        turned=factors_of(layout, layout.pair, ColumnSums(sheet, layout, style)),
    )
    last = len(sheet.rows) if layout.last_row is None else layout.last_row + 1
    for row in range(layout.first_row, min(last, len(sheet.rows))):
        cells = sheet.rows[row]
        if cells.count(None) < len(cells) or sheet.faults:
            reader.take(row, factors)
    return reader.table


def _incomes(layout: Layout, factors: Mapping[int, tuple[int, int]]) -> frozenset[int]:
    """Return the columns of income where columns of both sides are read."""
    columns = factors or layout.amount_columns
    sides = {column: parse_direction(layout.headers[column]) for column in columns}
    both = {1, -1} <= set(sides.values())
    return frozenset(column for column, side in sides.items() if both and side < 0)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads row by row into a table."""

    sheet: Sheet
    layout: Layout
    style: NumberStyle
    table: Table = field(default_factory=Table)
    columns: Mapping[int, int] = field(default_factory=dict)
    turned: Mapping[int, int] = field(default_factory=dict)
    """What a column of income is multiplied by, in a table whose rows say their years."""
    incomes: frozenset[int] = frozenset()
    """Columns of income that stand beside those of expenditure."""
    places: list[tuple[Role, int | None, int]] = field(init=False)
    """Of each role: its place among the labels, where it is one, and its column."""

    def __post_init__(self) -> None:
        """Place the roles among the labels, so that every cell is looked at once."""
        at = {column: place for place, column in enumerate(self.layout.labels)}
        roles = self.layout.columns.items()
        self.places = [(role, at.get(to), to) for role, to in roles if role != "amount"]

    def take(self, row: int, factors: Mapping[int, tuple[int, int]]) -> None:
        """Read a row, unless it repeats the header or the user does not want it."""
        layout = self.layout
        cells = self.sheet.rows[row]
        width = len(cells)
        labels = tuple(
            [text_of(cells[column]) if column < width else "" for column in layout.labels]
        )
        texts: dict[Role, str] = {
            role: text
            for role, place, column in self.places
            if (text := self.sheet.text(row, column) if place is None else labels[place])
        }
        side = self._side(row) if layout.sides else ""
        if side:
            texts["direction"] = side
        if self._repeats_header(row, texts) or self._numbers_columns(row):
            return
        unwanted = self._unwanted(row) or self._part(texts)
        if unwanted:
            self._leave_out(row, unwanted, texts)
            return
        if self.sheet.faults:
            self._check(row, {*factors, *layout.columns.values()})
        if factors:
            self._read(row, texts, labels, factors)
        else:
            self._read_long(row, texts, labels)

    def _side(self, row: int) -> str:
        """Return the side that the mapping, or a pair of letters, gives a row."""
        for column, text, side in self.layout.sides:
            if matches(self._text(row, column), (text,)):
                return SIDES[side]
        return ""

    def _repeats_header(self, row: int, texts: Mapping[Role, str]) -> bool:
        """Say whether a row is the header again; other years than before are a question."""
        layout = self.layout
        if layout.chosen and self._says_years(row):
            self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason="a header"))
            return True
        roles: tuple[Role, ...] = ("line", "name")
        labels = [role for role in roles if role in texts]
        if not labels or layout.header[1] < 0:
            return False
        for role in labels:
            if not _same_words(texts[role], layout.headers[layout.columns[role]]):
                return False
        for column, _ in layout.amounts:
            text = self.sheet.text(row, column)
            if text and normalise(text) not in normalise(layout.headers[column]):
                raise QuestionError(
                    f"another table with other columns begins in {self.sheet.place(row)}",
                    proposal={} if self.sheet.parts else {"last_row": row},
                )
        self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason="the header again"))
        return True

    def _says_years(self, row: int) -> bool:
        """Say whether a row is the header that a mapping named too high: years over amounts."""
        said = [(cell_year(self.sheet.text(row, at)), own) for at, own in self.layout.amounts]
        years = all(year == period.year for year, period in said)
        return years and (len(said) > 1 or row == self.layout.first_row)

    def _numbers_columns(self, row: int) -> bool:
        """Say whether a row right below the header only numbers the columns."""
        if row - self.layout.header[1] > 1 or not numbers_columns(self.sheet, row):
            return False
        self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason="column numbers"))
        return True

    def _unwanted(self, row: int) -> str:
        """Say why the mapping does not want a row; empty where it does."""
        for column, wanted in self.layout.keep:
            text = self._text(row, column)
            if not matches(text, wanted):
                return f"not kept, {self.layout.headers[column]} is {text!r}"
        for column, unwanted in self.layout.leave_out:
            text = self._text(row, column)
            if matches(text, unwanted):
                return f"left out by the mapping, {text!r}"
        return ""

    @staticmethod
    def _part(texts: Mapping[Role, str]) -> str:
        """Say why a row is left out that is only a part of the one above it."""
        return "a part of the row above" if any(map(says_part, texts.values())) else ""

    def _text(self, row: int, column: int) -> str:
        return self.sheet.row_name(row) if column == ROW else self.sheet.text(row, column)

    def _check(self, row: int, used: set[int]) -> None:
        for column in sorted(used):
            found = self.sheet.faults.get((row, column))
            if found is not None:
                self.table.faults.append(bad_cell(self.sheet, row, column, found))

    def _read_long(self, row: int, texts: Mapping[Role, str], labels: tuple[str, ...]) -> None:
        """Read a row whose year stands in a cell."""
        columns = self.layout.amount_columns
        text = texts.get("year", "")
        period = None if cell_year(text) else parse_period(text)
        year = cell_year(text) or (period and period.year)
        if year:
            factors = {column: (year, self.turned.get(column, 1)) for column in columns}
            self._read(row, texts, labels, factors)
        elif any(self.sheet.text(row, column) for column in columns):
            self._leave_out(row, "an amount without a year", texts)
        else:
            self._without_figures(row, texts, bad=False)

    def _read(
        self,
        row: int,
        texts: Mapping[Role, str],
        labels: tuple[str, ...],
        factors: Mapping[int, tuple[int, int]],
    ) -> None:
        """Read a row: its figures, its faults, or that it has neither."""
        cells = self.sheet.rows[row]
        width = len(cells)
        amounts: dict[int, float] = {}
        earned: dict[int, float] = {}
        gaps: dict[int, Gap] = {}
        for column, (year, factor) in factors.items():
            value = read_number(cell := cells[column] if column < width else None, self.style)
            if isinstance(value, float):
                amounts[year] = amounts.get(year, 0.0) + value * factor
                if column in self.incomes:
                    earned[year] = earned.get(year, 0.0) - value * factor
                if isinstance(cell, str) and has_mark(cell):
                    self.table.doubts.append(marked_amount(self.sheet, row, column))
            else:
                gaps[column] = value
                if value is not Gap.MISSING:
                    amounts.setdefault(year, 0.0)
        if gaps and not self._counts(row, texts, gaps, figures=len(factors) - len(gaps)):
            return
        flagged = bool(self.layout.total_rows) and any(
            matches(self._text(row, column), texts) for column, texts in self.layout.total_rows
        )
        self.table.rows.append(
            TableRow(
                row=row,
                texts=texts,
                labels=labels,
                amounts=amounts,
                columns=self._columns(factors),
                earned=earned,
                flagged=flagged,
            )
        )

    def _columns(self, factors: Mapping[int, tuple[int, int]]) -> Mapping[int, int]:
        """Return the column of each year, the same for every row of a wide table."""
        if not self.layout.amounts or not self.columns:
            self.columns = {year: column for column, (year, _) in factors.items()}
        return self.columns

    def _counts(
        self, row: int, texts: Mapping[Role, str], gaps: Mapping[int, Gap], *, figures: int
    ) -> bool:
        """Say whether a row with gaps is a line, after keeping what the gaps are."""
        bad = [column for column, gap in gaps.items() if gap in _FAULTS]
        code = texts.get("line", "")
        coded = any(map(str.isdigit, code)) and not says_total(code)
        numbers = any(self._begins_as_number(row, column) for column in bad)
        if bad and (figures or coded or numbers or gaps[bad[0]] is not Gap.TEXT):
            self.table.faults.extend(
                bad_amount(self.sheet, row, column, gaps[column]) for column in bad
            )
            return False
        marked = [column for column, gap in gaps.items() if gap is Gap.MISSING]
        if not figures and not marked and (not coded or bad or self._is_section(texts)):
            self._without_figures(row, texts, bad=bool(bad))
            return False
        self.table.doubts.extend(missing_amount(self.sheet, row, column) for column in marked)
        self.table.blanks += sum(gap is Gap.BLANK for gap in gaps.values())
        return True

    def _begins_as_number(self, row: int, column: int) -> bool:
        """Say whether a text is an amount with words behind it, and no year of a header."""
        text = self.sheet.text(row, column)
        return text[:1].isdecimal() and parse_period(text) is None and cell_year(text) is None

    def _is_section(self, texts: Mapping[Role, str]) -> bool:
        """Say whether a row without figures has one text only, where lines have a name too."""
        return len(texts) == 1 and "name" in self.layout.columns

    def _without_figures(self, row: int, texts: Mapping[Role, str], *, bad: bool) -> None:
        if not texts and not bad:
            return
        filled = [text for value in self.sheet.rows[row] if (text := str(value or "").strip())]
        if len(filled) == 1 and any(map(str.isalpha, filled[0])):
            self.table.sections[row] = filled[0]
        self._leave_out(row, "no figures", texts)

    def _leave_out(self, row: int, why: str, texts: Mapping[Role, str]) -> None:
        words = ", ".join(texts.values())[:SHOWN] or "a row without labels"
        self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason=f"{why}: {words}"))


def matches(text: str, wanted: Collection[str]) -> bool:
    """Say whether a text is one of some, in which `*` stands for any letters.

    Examples
    --------
    >>> matches("5.30.26", ["5.30.*"]), matches("I alt", ["I alt"]), matches("5.31", ["5.30*"])
    (True, True, False)

    """
    if text in wanted:
        return True
    return any("*" in one and _wildcard(one).fullmatch(text) for one in wanted)


@lru_cache
def _wildcard(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))))


def _same_words(text: str, header: str) -> bool:
    """Say whether a cell repeats a header; most do not begin alike."""
    alike = text[:1].casefold() == header[:1].casefold()
    return alike and normalise(text) == normalise(header)
