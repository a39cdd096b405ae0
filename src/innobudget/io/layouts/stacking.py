"""Sheets of one layout as a single table: one sheet per committee, per year, per side.

The rows of each sheet stand below those of the one before it, and keep their addresses. What
only the sheets' names say, a year, a direction, a kind or an area, becomes a column of its own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from innobudget.errors import InputError, Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.layouts.profiles import STYLES
from innobudget.io.mapping import BudgetMapping, QuestionError
from innobudget.io.sheets import Part, Sheet, Value
from innobudget.io.wording.captions import Caption, find_captions, texts_above, title_year
from innobudget.io.wording.columns import normalise, numbers_columns
from innobudget.io.wording.labels import kind_of_title, parse_direction
from innobudget.io.wording.numerals import read_number
from innobudget.io.wording.periods import parse_period
from innobudget.messages import Text, say

FOOT_ROWS = 20
_NUMBER = re.compile(r"[\d\s.,+-]+")
ADDED = {role: f"{role.capitalize()} (sheet)" for role in ("year", "direction", "kind", "area")}
"""Headers of the columns that only the sheets' names say."""
LETTERS = 2
"""Sheets called by no more than these are numbered, not called after what they hold."""
SIGNED = ("expenditure-positive", "expenditure-negative")
"""Signs with which amounts say their sides themselves."""
Captions = Mapping[str, Sequence[Caption]]
"""What each sheet says of its unit, by its name."""
Tables = Sequence[tuple[Sheet, Layout]]


def words_of(layout: Layout) -> tuple[str, ...]:
    """Return the headers by which sheets of one layout are known."""
    words = [normalise(header) for header in layout.headers]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def stack(tables: Tables, wishes: BudgetMapping) -> Sheet:
    """Put the rows of sheets below each other, those above each header but the first left out.

    Raises
    ------
    InputError
        Where columns, units or years of the sheets do not go together.
    QuestionError
        Where only some sheets say a unit, or a direction.

    """
    around = [texts_around(*table) for table in tables]
    captions = {
        sheet.name: find_captions(texts) for (sheet, _), texts in zip(tables, around, strict=True)
    }
    faults = [*_differences(tables), *_other_units(tables, captions)]
    if faults:
        raise InputError(faults)
    if wishes.unit is None:
        _check_units(captions)
    if "direction" not in tables[0][1].columns and wishes.sign not in SIGNED:
        _check_directions([sheet.name for sheet, _ in tables])
    header, values = said_by_names(tables)
    width = max(sheet.width for sheet, _ in tables)
    rows: list[tuple[Value, ...]] = []
    parts: list[Part] = []
    faults_of: dict[tuple[int, int], str] = {}
    merged: list[tuple[int, int, int, int]] = []
    hidden: set[int] = set()
    for (sheet, layout), value in zip(tables, values, strict=True):
        first = _below_header(sheet, layout) if parts else 0
        shift = len(rows) - first
        parts.append(Part(name=sheet.name, start=len(rows), first=first))
        own = _with_name(sheet, layout, width=width, header=header, value=value)
        rows.extend(islice(own, first, wishes.last_row))
        taken = range(first, len(rows) - shift)
        faults_of |= {
            (at + shift, to): said for (at, to), said in sheet.faults.items() if at in taken
        }
        merged += [
            (top + shift, left, bottom + shift, right)
            for top, left, bottom, right in sheet.merged
            if top in taken
        ]
        hidden |= {at + shift for at in sheet.hidden_rows if at in taken}
    return Sheet(
        file=tables[0][0].file,
        name=" + ".join(part.name for part in parts),
        rows=tuple(rows),
        faults=faults_of,
        merged=tuple(merged),
        hidden_rows=frozenset(hidden),
        hidden_columns=tables[0][0].hidden_columns,
        parts=tuple(parts),
        around=tuple(text for texts in around for text in texts),
        doubts=() if wishes.columns.kind else tuple(_lost_kinds(tables, header)),
    )


def _lost_kinds(tables: Tables, header: str) -> Iterator[Problem]:
    """Doubt sheets whose names say a kind where the names stand for something else."""
    if header == ADDED["kind"] or "kind" in tables[0][1].columns:
        return
    for sheet, kind in ((sheet, kind_of_title(sheet.name)) for sheet, _ in tables):
        if kind not in (None, "operating"):
            yield Problem(
                code="kind-unknown",
                place=sheet.place(),
                found=say(
                    "a sheet called {name!r}, beside sheets whose names say no kind",
                    name=sheet.name,
                ),
                expected=say(
                    "a column that says the kind, {kind}; the name was not read as one", kind=kind
                ),
                remedy=say("write a column of kinds in every sheet, or name these sheets alone"),
            )


def without_added(wishes: BudgetMapping, headers: Sequence[str]) -> BudgetMapping:
    """Return what a mapping of several sheets says of one: nothing of the names of the others."""
    gone = set(ADDED.values()) - set(headers)
    none: dict[str, Any] = {role: None for role in ADDED if getattr(wishes.columns, role) in gone}
    return replace(wishes, columns=replace(wishes.columns, **none))


def _below_header(sheet: Sheet, layout: Layout) -> int:
    """Return the first row of figures, after one that only numbers the columns."""
    first = layout.first_row
    return first + (first < len(sheet.rows) and numbers_columns(sheet.rows[first]))


def _with_name(
    sheet: Sheet, layout: Layout, *, width: int, header: str, value: str
) -> Iterator[tuple[Value, ...]]:
    """Yield the rows of a sheet with what its name says, where they have more cells than one."""
    body = _below_header(sheet, layout)
    for at, cells in enumerate(sheet.rows):
        said = header if at == layout.header[1] else value if at >= body else ""
        if header and said and len(cells) - cells.count(None) > 1:
            yield (*cells, *[None] * (width - len(cells)), said)
        else:
            yield cells


def alike_beside(tables: Tables, read: Sequence[str]) -> list[Sheet]:
    """Return the sheets that have the layout or years of those that are read, and are not."""
    wanted = {of for sheet, layout in tables if sheet.name in read for of in _alike(layout)}
    return [
        sheet
        for sheet, layout in tables
        if sheet.name not in read and not wanted.isdisjoint(_alike(layout))
    ]


def _alike(layout: Layout) -> set[object]:
    """Return the words of a header, and the years over amounts."""
    return {words_of(layout), *(period.year for _, period in layout.amounts if period.year)}


def _differences(tables: Tables) -> Iterator[Problem]:
    """Yield whose columns or years do not go together with those of the first sheet."""
    sheet, layout = tables[0]
    dated = _is_dated(layout) or _years(tables) is not None
    for own in tables[1:]:
        if (words := words_of(own[1])) != words_of(layout):
            found = say("other columns: {words}", words=words)
            yield _differs(own, found, sheet.name, words_of(layout))
        if not dated and (year := _year(*own)) != _year(sheet, layout):
            found = say("another year: {year}", year=year)
            yield _differs(own, found, sheet.name, _year(sheet, layout))


def _other_units(tables: Tables, captions: Captions) -> Iterator[Problem]:
    """Yield whose units are others than those of a sheet before it that says any."""
    said: dict[str, set[float]] = {}
    for table in tables:
        units = {caption.unit for caption in captions[table[0].name]}
        other = next((name for name, its in said.items() if units and not units & its), None)
        if other:
            found = say("another unit: {units}", units=_told(units))
            yield _differs(table, found, other, _told(said[other]))
        elif units:
            said[table[0].name] = units


def _told(units: Iterable[float]) -> list[Text]:
    return [say("{unit:,.0f}", unit=unit) for unit in sorted(units)]


def _differs(table: tuple[Sheet, Layout], found: str, other: str, theirs: object) -> Problem:
    return Problem(
        code="sheets-differ",
        place=table[0].place(max(table[1].header[1], 0)),
        found=found,
        expected=say("that of sheet {name!r}: {theirs}", name=other, theirs=theirs),
        remedy=say("name only sheets of one layout under sheet"),
    )


def _check_units(captions: Captions) -> None:
    """Ask where some sheets say a unit, and others none."""
    said = {name: found[0] for name, found in captions.items() if found}
    silent = [name for name in captions if name not in said]
    if said and silent:
        first = next(iter(said.values()))
        raise QuestionError(
            say(
                "sheets {names} say a unit ({text}), sheets {silent} none: say the unit of all of "
                "them",
                names=_listed(said),
                text=first.text,
                silent=_listed(silent),
            ),
            proposal={"unit": first.unit},
        )


def _check_directions(names: Sequence[str]) -> None:
    """Ask where the names of some sheets say income, and those of others not which side."""
    said = {name: parse_direction(name) if len(name.strip()) > LETTERS else 0 for name in names}
    income = [name for name, side in said.items() if side < 0]
    neither = [name for name, side in said.items() if side == 0]
    if income and neither:
        sided = [name for name in names if name not in neither]
        raise QuestionError(
            say(
                "sheets {income} speak of income, sheets {neither} of neither income nor "
                "expenditure: if income is written negative, set sign = 'expenditure-positive'; "
                "if not, give every sheet a column that says which of the two a row is",
                income=_listed(income),
                neither=_listed(neither),
            ),
            proposal={"sheet": neither if len(sided) == len(income) else sided},
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names))


def texts_around(sheet: Sheet, layout: Layout) -> tuple[str, ...]:
    """Return the texts above the first line with figures of a table, and after its last figure.

    A row of units below the header, `£m;£m`, is no line; below the table no number is a unit.
    """
    shown = layout.amount_columns or range(sheet.width)

    def has_figures(row: int) -> bool:
        cells = [sheet.value(row, at) for at in shown]
        return any(
            isinstance(read_number(cell, style), float) for style in STYLES for cell in cells
        )

    figures = filter(has_figures, layout.rows_of(sheet))
    lines = (row for row in figures if any(sheet.text(row, at) for at in layout.labels))
    first = next(lines, layout.first_row)
    last = next(filter(has_figures, reversed(layout.rows_of(sheet))), layout.header[1])
    ends = (sheet.rows[:first], sheet.rows[last + 1 : last + 1 + FOOT_ROWS])
    above, below = (
        [cell.strip() for cells in rows for cell in cells if isinstance(cell, str)] for rows in ends
    )
    return (*above, *(text for text in below if not _NUMBER.fullmatch(text)))


def _year(sheet: Sheet, layout: Layout) -> int | None:
    """Return the year that a sheet's name says, else its titles."""
    period = parse_period(sheet.name)
    named = period.year if period else None
    return title_year(texts_above(sheet, layout.header[0])) if named is None else named


def _is_dated(layout: Layout) -> bool:
    return "year" in layout.columns or any(period.year for _, period in layout.amounts)


def _years(tables: Tables) -> list[str] | None:
    """Return a year per sheet, where only names and titles say them and all are different."""
    if any(_is_dated(layout) or layout.amounts for _, layout in tables):
        return None
    years = [_year(*table) for table in tables]
    told = None not in years and len(set(years)) == len(years)
    return list(map(str, years)) if told else None


def said_by_names(tables: Tables) -> tuple[str, Sequence[str]]:
    """Return what the sheets' names say as a column: its header and a text per sheet."""
    names, columns = [sheet.name for sheet, _ in tables], tables[0][1].columns
    if (years := _years(tables)) is not None:
        return ADDED["year"], years
    if "direction" not in columns and {parse_direction(name) for name in names} == {1, -1}:
        return ADDED["direction"], names
    if "kind" not in columns and all(map(kind_of_title, names)):
        return ADDED["kind"], names
    return ("" if "area" in columns else ADDED["area"]), names
