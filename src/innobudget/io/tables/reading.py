"""Cells → the rows of a table: which have figures, what they say, which are at fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from innobudget.domain.reading import LeftOut
from innobudget.io.layouts.column_sums import ColumnSums, factors_of
from innobudget.io.layouts.layout import ROW, Layout
from innobudget.io.layouts.years import PlacedYears
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.tables.table import (
    SHOWN,
    Table,
    TableRow,
    bad_amount,
    bad_cell,
    begins_as_number,
    marked_amount,
    matches,
    missing_amount,
    names_header,
    says_units,
    says_years,
)
from innobudget.io.wording.columns import Role, normalise, numbers_columns
from innobudget.io.wording.labels import is_side, says_part, says_total
from innobudget.io.wording.numerals import Gap, NumberStyle, has_mark, read_number
from innobudget.io.wording.periods import cell_year, month_year, parse_period
from innobudget.messages import say

SIDES = {1: "expenditure", -1: "income"}
_FAULTS = (Gap.TEXT, Gap.QUALIFIED, Gap.ERROR, Gap.INFINITE)
Factors = Mapping[int, tuple[int, int]]
"""The year of each column of amounts, and what its amounts are multiplied by."""


def read_table(
    sheet: Sheet, layout: Layout, style: NumberStyle, years: PlacedYears, *, canonical: bool = False
) -> Table:
    """Read every row below the header.

    Of a canonical form every row is a line, whatever its words would say elsewhere.
    """
    reader = _Reader(
        sheet=sheet,
        layout=layout,
        style=style,
        factors=years.factors,
        earned=years.earned,
        canonical=canonical,
        turned=factors_of(layout, layout.pair, ColumnSums(sheet, layout, style)),
    )
    for row in layout.rows_of(sheet):
        cells = sheet.rows[row]
        if cells.count(None) < len(cells) or sheet.faults:
            reader.take(row)
    return reader.table


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads row by row into a table."""

    sheet: Sheet
    layout: Layout
    style: NumberStyle
    factors: Factors
    earned: Factors
    canonical: bool
    turned: Mapping[int, int]
    """What a column of income is multiplied by, in a table whose rows say their years."""
    table: Table = field(default_factory=Table)
    columns: Mapping[int, int] = field(default_factory=dict)
    places: list[tuple[Role, int | None, int]] = field(init=False)
    """Of each role: its place among the labels, where it is one, and its column."""

    def __post_init__(self) -> None:
        """Place the roles among the labels, so that every cell is looked at once."""
        at = {column: place for place, column in enumerate(self.layout.labels)}
        roles = self.layout.columns.items()
        self.places = [(role, at.get(to), to) for role, to in roles if role != "amount"]

    def take(self, row: int) -> None:
        """Read a row, unless it repeats the header or the user does not want it."""
        layout, cells = self.layout, self.sheet.rows[row]
        width = len(cells)
        labels = tuple(
            [text_of(cells[column]) if column < width else "" for column in layout.labels]
        )
        texts: dict[Role, str] = {
            role: text
            for role, place, column in self.places
            if (text := self.sheet.text(row, column) if place is None else labels[place])
        }
        for column, text, side in layout.sides:
            if matches(self._text(row, column), (text,)):
                texts["direction"] = SIDES[side]
                break
        if not self.canonical and (again := self._header_again(row)):
            self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason=again))
        elif unwanted := self._unwanted(row, texts):
            self._leave_out(row, unwanted, texts)
        else:
            self._check(row)
            factors = self.factors or self._dated(row, texts)
            if factors:
                self._read(row, texts, labels, factors)

    def _header_again(self, row: int) -> str:
        """Say how a row is a header again, if it is one; other years than before are a question."""
        layout = self.layout
        if not self.table.rows and numbers_columns(self.sheet.rows[row]):
            return say("column numbers")
        if row == layout.first_row and says_units(self.sheet, layout):
            return say("units")
        if self._repeats_amounts(row):
            self._begin_block(row)
            return say("a header")
        if not self._repeats_labels(row):
            return ""
        over = [text for at, _ in layout.amounts if (text := self.sheet.text(row, at))]
        if any(any(map(str.isalpha, text)) for text in over) or says_years(self.sheet, layout, row):
            raise self._another_table(row)
        return "" if over else say("the header again")  # a line may be called as its header

    def _repeats_labels(self, row: int) -> bool:
        """Say whether a row says of its lines what the header says, and says anything."""
        said = 0
        for at in self.layout.labels if self.layout.header[1] >= 0 else ():
            if text := self.sheet.text(row, at):
                if normalise(text) != normalise(self.layout.headers[at]):
                    return False  # as nearly every row
                said += 1
        return said > 0

    def _another_table(self, row: int) -> QuestionError:
        return QuestionError(
            say("another table with other columns begins in {place}", place=self.sheet.place(row)),
            proposal={} if self.sheet.parts else {"last_row": row},
        )

    def _repeats_amounts(self, row: int) -> bool:
        """Say whether the headers of the amounts, or their years, stand in a row again."""
        layout, columns = self.layout, self.layout.amount_columns
        first = self.sheet.text(row, columns[0]) if columns else ""
        if not (cell_year(first) or (first and names_header(first, layout.headers[columns[0]]))):
            return False  # as nearly every row
        said = [(at, self.sheet.text(row, at)) for at in columns]
        if all(names_header(text, layout.headers[at]) for at, text in said):
            return True
        years = [period.year for _, period in layout.amounts]
        told = [cell_year(text) for _, text in said]
        if not years or told != years:
            if len(said) > 1 and all(a and b and b - a == 1 for a, b in pairwise(told)):
                raise self._another_table(row)
            return False
        again = self._repeats_labels(row) or any(
            is_side(self._text(row, at)) for at in layout.labels
        )
        return len(said) > 1 or again or (layout.chosen and not self.table.rows)

    def _begin_block(self, row: int) -> None:
        """Keep what the header of a block calls its lines: `Wydatki`, below `Dochody`."""
        headers = self.layout.headers
        for at in self.layout.labels:
            said = self.sheet.text(row, at)
            if said and normalise(said) != normalise(headers[at]):
                self.table.sections[row] = said
                self.table.sections.setdefault(max(self.layout.header[1], 0), headers[at])
                break

    def _unwanted(self, row: int, texts: Mapping[Role, str]) -> str:
        """Say why a row is not read: the mapping does not want it, or it is a part of another."""
        for column, wanted in self.layout.keep:
            if not matches(text := self._text(row, column), wanted):
                header = self.layout.headers[column]
                return say("not kept, {header} is {text!r}", header=header, text=text)
        for column, unwanted in self.layout.leave_out:
            if matches(text := self._text(row, column), unwanted):
                return say("left out by the mapping, {text!r}", text=text)
        is_part = not self.canonical and any(map(says_part, texts.values()))
        for above in self.table.rows[-1:] if is_part else ():
            bare = above.row < max(self.table.sections, default=-1)  # the row above has no figures
            if not bare and not any(map(says_part, above.labels)):
                self.table.parts.setdefault(above.row, []).append(row)
                return say("a part of the row above")
        return ""

    def _text(self, row: int, column: int) -> str:
        return self.sheet.row_name(row) if column == ROW else self.sheet.text(row, column)

    def _check(self, row: int) -> None:
        """Keep the faults of cells that are used."""
        if self.sheet.faults:
            for column in sorted({*self.factors, *self.layout.columns.values()}):
                found = self.sheet.faults.get((row, column))
                if found is not None:
                    self.table.faults.append(bad_cell(self.sheet.place(row, column), found))

    def _dated(self, row: int, texts: Mapping[Role, str]) -> Factors:
        """Return what a row holds whose year stands in a cell; nothing where there is none."""
        columns = self.layout.amount_columns
        text = texts.get("year", "")
        year = (
            month_year(text) or cell_year(text) or ((period := parse_period(text)) and period.year)
        )
        if year:
            return {column: (year, self.turned.get(column, 1)) for column in columns}
        if any(self.sheet.text(row, column) for column in columns):
            self._leave_out(row, say("an amount without a year"), texts)
        else:
            self._without_figures(row, texts, bad=False)
        return {}

    def _read(
        self, row: int, texts: Mapping[Role, str], labels: tuple[str, ...], factors: Factors
    ) -> None:
        """Read a row: its figures, its faults, or that it has neither."""
        width = len(cells := self.sheet.rows[row])
        amounts: dict[int, float] = {}
        earned: dict[int, float] = {}
        gaps: dict[int, Gap] = {}
        sides = self.earned or {at: factors[at] for at in self.layout.pair[1:]}
        for column, (year, factor) in factors.items():
            value = read_number(cell := cells[column] if column < width else None, self.style)
            if isinstance(value, float):
                amounts[year] = amounts.get(year, 0.0) + value * factor
                if isinstance(cell, str) and not cell.isdecimal() and has_mark(cell):
                    self.table.doubts.append(
                        marked_amount(self.sheet.place(row, column), cell.strip())
                    )
            else:
                gaps[column] = value
                if value is not Gap.MISSING:
                    amounts.setdefault(year, 0.0)
        for column, (year, factor) in sides.items():
            if isinstance(value := read_number(self.sheet.value(row, column), self.style), float):
                earned[year] = earned.get(year, 0.0) - value * factor
        if gaps and not self._counts(row, texts, gaps, figures=len(factors) - len(gaps)):
            return
        if not self.layout.amounts or not self.columns:  # the same for every row of a wide table
            self.columns = {year: column for column, (year, _) in factors.items()}
        totals = self.layout.total_rows
        self.table.rows.append(
            TableRow(
                row=row,
                texts=texts,
                labels=labels,
                amounts=amounts,
                columns=self.columns,
                earned=earned,
                flagged=any(matches(self._text(row, at), said) for at, said in totals),
            )
        )

    def _counts(
        self, row: int, texts: Mapping[Role, str], gaps: Mapping[int, Gap], *, figures: int
    ) -> bool:
        """Say whether a row with gaps is a line, after keeping what the gaps are."""
        sheet, table = self.sheet, self.table
        bad = [column for column, gap in gaps.items() if gap in _FAULTS]
        code = texts.get("line", "")
        coded = any(map(str.isdigit, code)) and not says_total(code)
        numbers = any(begins_as_number(sheet.text(row, column)) for column in bad)
        if bad and (figures or coded or numbers or gaps[bad[0]] is not Gap.TEXT):
            table.faults += [bad_amount(sheet, row, column, gaps[column]) for column in bad]
            return False
        marked = [column for column, gap in gaps.items() if gap is Gap.MISSING]
        section = len(texts) == 1 and "name" in self.layout.columns  # where lines have a name too
        if not figures and not marked and (not coded or bad or section):
            self._without_figures(row, texts, bad=bool(bad))
            return False
        table.doubts += [missing_amount(sheet.place(row, at), sheet.text(row, at)) for at in marked]
        table.blanks += sum(gap is Gap.BLANK for gap in gaps.values())
        return True

    def _without_figures(self, row: int, texts: Mapping[Role, str], *, bad: bool) -> None:
        if texts or bad:
            filled = [text for value in self.sheet.rows[row] if (text := str(value or "").strip())]
            if len(filled) == 1 and any(map(str.isalpha, filled[0])):
                self.table.sections[row] = filled[0]
            self._leave_out(row, say("no figures"), texts)

    def _leave_out(self, row: int, why: str, texts: Mapping[Role, str]) -> None:
        words = ", ".join(texts.values())[:SHOWN] or say("a row without labels")
        reason = say("{why}: {words}", why=why, words=words)
        self.table.left_out.append(LeftOut(place=self.sheet.place(row), reason=reason))
