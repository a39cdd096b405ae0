"""The rows of a table: which have figures, what their cells say, which are at fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from innobudget.domain.reading import LeftOut
from innobudget.errors import Problem
from innobudget.io.recognition.columns import Role
from innobudget.io.recognition.layout import Layout
from innobudget.io.recognition.numerals import Gap, NumberStyle, read_number
from innobudget.io.recognition.periods import parse_period
from innobudget.io.recognition.totals import says_total
from innobudget.io.sheets import Sheet, column_letters

SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row with figures."""

    row: int
    """Counted from 0."""
    texts: Mapping[Role, str]
    """What its label cells say, by role; empty cells left out."""
    amounts: Mapping[int, float]
    """By year; nothing budgeted is 0, missing figures have no entry. [unit of the file]"""

    @property
    def code(self) -> str:
        """The account code; empty where the row has none, or words of a total in its place."""
        text = self.texts.get("line", "")
        return "" if says_total(text) else text


@dataclass(slots=True, kw_only=True)
class Table:
    """Everything that reading the rows gave; filled in one pass."""

    rows: list[TableRow] = field(default_factory=list)
    """Rows with figures."""
    faults: list[Problem] = field(default_factory=list)
    """Cells that cannot be read."""
    doubts: list[Problem] = field(default_factory=list)
    """Cells that say they are missing."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Rows without figures."""
    blanks: int = 0
    """Cells of rows with figures where nothing is budgeted."""


_FAULTS = (Gap.TEXT, Gap.ERROR, Gap.INFINITE)


def read_table(sheet: Sheet, layout: Layout, style: NumberStyle, years: Mapping[int, int]) -> Table:
    """Read every row below the header.

    Parameters
    ----------
    sheet, layout, style
        The cells, where the table stands, how its numbers are written.
    years
        The year of each column of amounts; empty for a table with a year column.

    Returns
    -------
    Table
        Rows, faults and everything that was left out.

    """
    reader = _Reader(sheet=sheet, style=style, table=Table())
    labels: dict[Role, int] = {
        role: column for role, column in layout.columns.items() if role != "amount"
    }
    used = {*years, *layout.columns.values()}
    for row in range(layout.first_row, len(sheet.rows)):
        texts: dict[Role, str] = {
            role: text for role, column in labels.items() if (text := sheet.text(row, column))
        }
        if sheet.faults:
            reader.check(row, used)
        if years:
            reader.read(row, texts, years)
        else:
            reader.read_long(row, texts, layout.columns["amount"])
    return reader.table


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads row by row into a table."""

    sheet: Sheet
    style: NumberStyle
    table: Table

    def check(self, row: int, used: set[int]) -> None:
        """Add the cells of a row that have no usable value."""
        for column in sorted(used):
            found = self.sheet.faults.get((row, column))
            if found is not None:
                self.table.faults.append(_fault(self.sheet, row, column, found))

    def read_long(self, row: int, texts: Mapping[Role, str], column: int) -> None:
        """Read a row whose year stands in a cell."""
        period = parse_period(texts.get("year", ""))
        if period is not None and period.year is not None:
            self.read(row, texts, {column: period.year})
        elif self.sheet.text(row, column):
            self._leave_out(row, "an amount without a year", texts)

    def read(self, row: int, texts: Mapping[Role, str], years: Mapping[int, int]) -> None:
        """Read a row: its figures, its faults, or that it has neither."""
        values = {
            column: read_number(self.sheet.value(row, column), self.style) for column in years
        }
        numbers = {column: value for column, value in values.items() if isinstance(value, float)}
        bad = [column for column, value in values.items() if value in _FAULTS]
        coded = bool(texts.get("line")) and not says_total(texts["line"])
        if bad and (numbers or coded or values[bad[0]] is not Gap.TEXT):
            self.table.faults.extend(
                self._bad_amount(row, column, values[column]) for column in bad
            )
            return
        marked = [column for column, value in values.items() if value is Gap.MISSING]
        if not numbers and not marked and (not coded or bad):
            if texts or bad:
                self._leave_out(row, "no figures", texts)
            return
        self.table.doubts.extend(self._missing(row, column) for column in marked)
        blank = [column for column, value in values.items() if value is Gap.BLANK]
        self.table.blanks += len(blank)
        amounts = {years[column]: number for column, number in numbers.items()}
        amounts.update((years[column], 0.0) for column in blank)
        self.table.rows.append(TableRow(row=row, texts=texts, amounts=amounts))

    def _leave_out(self, row: int, why: str, texts: Mapping[Role, str]) -> None:
        words = ", ".join(texts.values())[:SHOWN] or "a row without labels"
        self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason=f"{why}: {words}"))

    def _bad_amount(self, row: int, column: int, value: float | Gap) -> Problem:
        text = self.sheet.text(row, column)
        if value is Gap.ERROR:
            return _fault(self.sheet, row, column, text)
        infinite = value is Gap.INFINITE
        return Problem(
            code="amount-not-finite" if infinite else "amount-is-text",
            place=self.sheet.place(row, column),
            found=repr(text[:SHOWN]),
            expected="a number, or an empty cell",
            remedy=f"write the amount as a number in cell {column_letters(column)}{row + 1}",
        )

    def _missing(self, row: int, column: int) -> Problem:
        return Problem(
            code="amount-missing",
            place=self.sheet.place(row, column),
            found=repr(self.sheet.text(row, column)),
            expected="a number, or an empty cell where nothing is budgeted",
            remedy="write the amount; until then it is missing, not zero",
        )


def _fault(sheet: Sheet, row: int, column: int, found: str) -> Problem:
    unsaved = found.startswith("a formula")
    return Problem(
        code="formula-not-computed" if unsaved else "cell-is-error",
        place=sheet.place(row, column),
        found=found,
        expected="a value",
        remedy="open the file in Excel, recalculate and save it"
        if unsaved
        else "correct the formula in the file, or write the value",
    )
