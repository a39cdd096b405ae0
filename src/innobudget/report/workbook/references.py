"""Formulas that name rows → formulas that name cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from innobudget.domain.scenario import Horizon

VALUE_COLUMN = 3
"""Where constants and period figures stand on every page."""
FIRST_YEAR_COLUMN = 4
"""Where the base year stands on every page that has years."""

_REFERENCE = re.compile(r"\[(!?)([\w.-]+?)(?:\.\.([\w.-]+?))?(?:@([A-Za-z0-9:+-]+))?\]")
_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_OWN, _OWN_LINE = "own", "\0"


class CellPlace(NamedTuple):
    """Where a cell stands."""

    page: str
    """Key of its page."""
    line: int
    """Its line, the first is 0."""
    column: int
    """Its column, the first is 0."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet, as a reference writes it."""

    number: int
    """Its position, the first is 0."""
    fixed: bool
    """Whether it stays when the formula is copied across."""

    def __str__(self) -> str:
        """Return its letters, after a dollar sign where it is fixed."""
        return ("$" if self.fixed else "") + letters(self.number)


@dataclass(frozen=True, kw_only=True)
class References:
    """The addresses of all rows that have a key."""

    horizon: Horizon
    """The years across."""
    sheets: Mapping[str, str]
    """Names of the sheets by key of their page."""
    rows: Mapping[str, tuple[str, int]]
    """Page and line of every row that has a key."""
    names: Mapping[tuple[str, int, int], str]
    """Defined names of single cells by page, line and column."""
    used: Mapping[tuple[str, int, int], tuple[str, int]] = field(default_factory=dict)
    """Inputs by page, line and column; page and line of what formulas draw on in their place."""
    copied: dict[tuple[str, str, int], list[str]] = field(default_factory=dict)
    """Formulas that many lines share, cut where each has its own number."""

    def formula(self, template: str, place: CellPlace) -> str:
        """Return a formula as the cell at a place has it, without the equals sign."""
        if f"[{_OWN}" not in template:
            return self._resolved(template, place)
        known = (template, place.page, place.column)
        if known not in self.copied:
            self.copied[known] = self._resolved(template, place).split(_OWN_LINE)
        return str(place.line + 1).join(self.copied[known])

    def address(self, cell: tuple[str, int], last: tuple[str, int] | None = None) -> str:
        """Return the address of a row's cell for people and links, `Results!A12`, or of an area."""
        page, _ = self.rows[cell[0]]
        ends = (f"{letters(column)}{self.rows[key][1] + 1}" for key, column in (cell, last or cell))
        return f"{quoted(self.sheets[page])}!{':'.join(dict.fromkeys(ends))}"

    def area(self, key: str, columns: str, end: str = "") -> tuple[str, int, int, int, int]:
        """Return sheet name, first line and column, last line and column of one row or several."""
        page, line = self.rows[key]
        first, last = self._columns(columns, 0)
        return self.sheets[page], line, first.number, self.rows[end or key][1], last.number

    def _resolved(self, template: str, place: CellPlace) -> str:
        return _REFERENCE.sub(lambda found: self._reference(found, place), template)

    def _reference(self, found: re.Match[str], place: CellPlace) -> str:
        typed, key, end, columns = found.groups()
        first, last = self._columns(columns or "+0", place.column)
        if key == _OWN:
            start, stop = f"{first}{_OWN_LINE}", f"{last}{_OWN_LINE}"
            return start if first == last else f"{start}:{stop}"
        page, line = self.rows[key]
        if not typed and (page, line, first.number) in self.used:
            if end is not None:
                raise ValueError(
                    found[0]
                )  # no formula of ours: inputs of several rows have no one place
            page, line = self.used[page, line, first.number]
        name = self.names.get((page, line, first.number))
        if name and first == last and end is None and first.fixed:
            return name
        elsewhere = page != place.page
        prefix = quoted(self.sheets[page]) + "!" if elsewhere else ""
        fixed = "$" if elsewhere or end is not None or line != place.line else ""
        bottom = line if end is None else self.rows[end][1]
        start, stop = f"{first}{fixed}{line + 1}", f"{last}{fixed}{bottom + 1}"
        return prefix + (start if start == stop and end is None else f"{start}:{stop}")

    def _columns(self, columns: str, own: int) -> tuple[SheetColumn, SheetColumn]:
        match columns:
            case "value":
                first = last = SheetColumn(VALUE_COLUMN, fixed=True)
            case "years":
                first, last = _year(1), _year(self.horizon.length)
            case "period":
                first, last = _year(1), _year(self.horizon.period)
            case "label":
                first = last = SheetColumn(0, fixed=True)
            case "to":
                first, last = _year(1), SheetColumn(own, fixed=False)
            case _:
                ends = [_column(part, own) for part in columns.split(":")]
                first, last = ends[0], ends[-1]
        return first, last


def _year(number: int) -> SheetColumn:
    return SheetColumn(FIRST_YEAR_COLUMN + number - 1, fixed=True)


def _column(written: str, own: int) -> SheetColumn:
    if written[0] in "+-":
        return SheetColumn(own + int(written), fixed=False)
    number = 0
    for letter in written:
        number = 26 * number + ord(letter) - ord("A") + 1
    return SheetColumn(number - 1, fixed=True)


@cache
def letters(column: int) -> str:
    """Return the letters of a column.

    Examples
    --------
    >>> letters(0), letters(25), letters(26), letters(702)
    ('A', 'Z', 'AA', 'AAA')

    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def quoted(sheet: str) -> str:
    """Return a sheet's name as formulas write it.

    Examples
    --------
    >>> quoted("Plan"), quoted("Regn selv")
    ('Plan', "'Regn selv'")

    """
    return sheet if _PLAIN_SHEET.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
