"""The rows of a table, what reading them gave, and what is wrong with a cell."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from innobudget.domain.reading import LeftOut
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.wording.captions import is_unit
from innobudget.io.wording.columns import Role, normalise
from innobudget.io.wording.labels import is_side, says_result, says_total
from innobudget.io.wording.numerals import Gap
from innobudget.io.wording.periods import cell_year, parse_period
from innobudget.messages import say

DECIMALS = 6
SHOWN = 60
NEAR = 10
"""Years by which those of two tables below each other may differ."""
STEP = 3
"""Between numbered rows others may have no figures in the columns that are read."""
_NUMBER = re.compile(r"\d{1,3}(?![\d.]*\d)")
NUMBERING = "0123456789 .)-"
"""What may stand before the words of a numbered row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row with figures."""

    row: int
    """Counted from 0."""
    texts: Mapping[Role, str]
    """What its label cells say, by role; empty cells left out."""
    labels: tuple[str, ...]
    """The text of every column that holds no amounts."""
    amounts: Mapping[int, float]
    """By year; nothing budgeted is 0, missing figures have no entry. [unit of the file]"""
    columns: Mapping[int, int]
    """The column of each year's amounts; the net one's or the first's of several."""
    earned: Mapping[int, float] = field(default_factory=dict)
    """The income in amounts that columns of two sides make up, by year. [unit of the file]"""
    flagged: bool = False
    """True where the user, or a column of the file, says that it is a total."""
    years: Mapping[int, int] = field(default_factory=dict)
    """The row of each year, where a line has a row per year."""

    code: str = field(init=False)
    """The account code; empty where the row has none, or words of a total in its place."""

    def __post_init__(self) -> None:
        """Take the code from the texts."""
        text = self.texts.get("line", "")
        object.__setattr__(self, "code", "" if text and _is_worded(text) else text)

    @property
    def rows(self) -> tuple[int, ...]:
        """Every row that it was read from."""
        return tuple(self.years.values()) or (self.row,)

    @property
    def label(self) -> str:
        """Its texts, for messages; words of a total first."""
        said = [text for text in self.labels if says_total(text)]
        texts = dict.fromkeys([*said, *self.texts.values()])
        return ", ".join(texts) or ", ".join(filter(None, self.labels))


@lru_cache(maxsize=1 << 16)
def _is_worded(code: str) -> bool:
    """Say whether words of a total or a result stand where a code should."""
    return says_total(code) or (says_result(code) and not any(map(str.isdigit, code)))


@dataclass(slots=True, kw_only=True)
class Table:
    """Everything that reading the rows gave; filled in one pass."""

    rows: list[TableRow] = field(default_factory=list)
    """Rows with figures."""
    sections: dict[int, str] = field(default_factory=dict)
    """Rows with one text and no figures: the text, by row counted from 0."""
    faults: list[Problem] = field(default_factory=list)
    """Cells that cannot be read."""
    doubts: list[Problem] = field(default_factory=list)
    """Cells that say they are missing."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Rows without figures, and rows that the user does not want."""
    parts: dict[int, list[int]] = field(default_factory=dict)
    """Rows that were left out as parts of the row above them, by that; counted from 0."""
    joined: tuple[int, ...] = ()
    """Columns whose texts were put together to the account code."""
    blanks: int = 0
    """Cells of rows with figures where nothing is budgeted."""

    def drop_numbered(self) -> None:
        """Take sections that go on the numbers of the rows around them for lines without figures.

        `3 - Einzahlungen aus Verkäufen` between 2 and 4 is no title of what stands below it;
        `4 Udgifter`, a side and nothing else, is.
        """
        lines = {row.row: next(filter(None, row.labels), "") for row in self.rows}
        said = sorted((lines | self.sections).items())
        numbers = [int(begun[0]) if (begun := _NUMBER.match(text)) else None for _, text in said]
        around = zip(said, [None, *numbers], numbers, [*numbers[1:], None], strict=False)
        for (row, text), before, own, after in around:
            if is_side(text.lstrip(NUMBERING)):
                continue
            if own and after and 0 < own - (before or 0) <= STEP and 0 < after - own <= STEP:
                self.sections.pop(row, None)


def precision_of(rows: Sequence[TableRow]) -> float:
    """Return the last digit's worth, from the most decimals that any figure has.

    Figures that a spreadsheet computed have stray digits far behind: six are looked at.
    """
    broken = {amount for row in rows for amount in row.amounts.values() if not amount.is_integer()}
    texts = (f"{amount:.{DECIMALS}f}".rstrip("0") for amount in broken)
    return 10.0 ** -max((len(text) - text.index(".") - 1 for text in texts), default=0)


def says_units(sheet: Sheet, layout: Layout) -> bool:
    """Say whether the row below a header says the units of the amounts, and nothing else."""
    row = layout.first_row
    labels = any(sheet.text(row, column) for column in layout.labels)
    texts = [text for at in layout.amount_columns if (text := sheet.text(row, at))]
    return bool(texts) and not labels and all(map(is_unit, texts))


def says_years(sheet: Sheet, layout: Layout, row: int) -> bool:
    """Say whether a row that repeats labels has years over its amounts: the header, all of it.

    Numbers far from the years of the table are amounts of a line that is called as its header in
    one word.
    """
    over = [text for at, _ in layout.amounts if (text := sheet.text(row, at))]
    years = [year for text in over if (year := cell_year(text))]
    known = [period.year for _, period in layout.amounts if period.year]
    near = all(abs(year - own) <= NEAR for year in years for own in known)
    headed = [at for at in layout.labels if layout.headers[at]]
    whole = all(sheet.text(row, at) for at in headed)
    return whole and (near or len(headed) > 1) and 0 < len(years) == len(over)


def bad_amount(sheet: Sheet, row: int, column: int, value: Gap) -> Problem:
    """Return that a cell holds no number."""
    place, text = sheet.place(row, column), sheet.text(row, column)
    if value is Gap.ERROR:
        return bad_cell(place, text)
    return Problem(
        code="amount-not-finite" if value is Gap.INFINITE else "amount-is-text",
        place=place,
        found=repr(text[:SHOWN]),
        expected=say("a number, or an empty cell"),
        remedy=say(
            "write the amount as a number in {address}, or name the text under "
            "missing in the mapping",
            address=sheet.address(row, column),
        ),
    )


def missing_amount(place: str, found: str) -> Problem:
    """Return that a cell says that its amount is not known."""
    return Problem(
        code="amount-missing",
        place=place,
        found=repr(found),
        expected=say("a number, or an empty cell where nothing is budgeted"),
        remedy=say("write the amount; until then it is missing, not zero"),
    )


def marked_amount(place: str, found: str) -> Problem:
    """Return that a number stands beside the mark of a footnote, which was left out."""
    return Problem(
        code="amount-with-mark",
        place=place,
        found=repr(found[:SHOWN]),
        expected=say("a number; read without the mark of the footnote"),
        remedy=say("read the footnote, and write the amount alone in the cell"),
    )


def bad_cell(place: str, found: str) -> Problem:
    """Return that a cell is an error, or a formula that was never computed."""
    unsaved = found.startswith("a formula")  # never computed, or not since its figures were
    return Problem(
        code="formula-not-computed" if unsaved else "cell-is-error",
        place=place,
        found=found,
        expected=say("a value"),
        remedy=say("open the file in Excel, recalculate and save it")
        if unsaved
        else say("correct the formula in the file, or write the value"),
    )


def matches(text: str, wanted: Collection[str]) -> bool:
    """Say whether a text is one of some, in which `*` stands for any letters.

    Examples
    --------
    >>> matches("5.30.26", ["5.30.*"]), matches("I alt", ["I alt"]), matches("5.31", ["5.30*"])
    (True, True, False)

    """
    return text in wanted or any("*" in one and _wildcard(one).fullmatch(text) for one in wanted)


@lru_cache
def _wildcard(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))))


def begins_as_number(text: str) -> bool:
    """Say whether a text is an amount with words behind it, and no year of a header."""
    return text[:1].isdecimal() and parse_period(text) is None and cell_year(text) is None


def names_header(text: str, header: str) -> bool:
    """Say whether a text is a header, or one of its rows; figures are none."""
    return any(map(str.isalpha, text)) and normalise(text) in normalise(header)
