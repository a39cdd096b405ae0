"""Sheets of one layout as a single table: one sheet per committee, per year, per side.

The rows of each sheet stand below those of the one before it, and keep their addresses. What
only the sheets' names say, a year, a direction, a kind or an area, becomes a column of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from innobudget.errors import InputError, Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.layouts.numeric import numbers_columns
from innobudget.io.sheets import Part, Sheet, Value
from innobudget.io.wording.captions import find_captions
from innobudget.io.wording.columns import normalise
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.kinds import kind_of_title
from innobudget.io.wording.periods import parse_period
from innobudget.io.wording.texts import texts_above, title_year

Tables = Sequence[tuple[Sheet, Layout]]


def words_of(layout: Layout) -> tuple[str, ...]:
    """Return the headers by which sheets of one layout are known."""
    words = [normalise(header) for header in layout.headers]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def stack(tables: Tables, last_row: int | None) -> Sheet:
    """Put the rows of sheets below each other, those above each header but the first left out.

    Parameters
    ----------
    tables
        Every sheet with its table, in the order to be read.
    last_row
        The last row of each that is read, counted from 1, where the user says one.

    Raises
    ------
    InputError
        Where columns, units or years of the sheets do not go together.

    """
    faults = list(_differences(tables))
    if faults:
        raise InputError(faults)
    header, values = _said_by_names(tables)
    width = max(sheet.width for sheet, _ in tables)
    rows: list[tuple[Value, ...]] = []
    parts: list[Part] = []
    errors: dict[tuple[int, int], str] = {}
    merged: list[tuple[int, int, int, int]] = []
    for (sheet, layout), value in zip(tables, values, strict=True):
        first = _below_header(sheet, layout) if parts else 0
        shift = len(rows) - first
        parts.append(Part(name=sheet.name, start=len(rows), first=first))
        own = _with_name(sheet, layout, width=width, header=header, value=value)
        rows.extend(islice(own, first, last_row))
        taken = range(first, first + len(rows) - parts[-1].start)
        errors |= {(at + shift, to): said for (at, to), said in sheet.faults.items() if at in taken}
        merged += [
            (top + shift, left, bottom + shift, right)
            for top, left, bottom, right in sheet.merged
            if top in taken
        ]
    return Sheet(
        file=tables[0][0].file,
        name=" + ".join(part.name for part in parts),
        rows=tuple(rows),
        faults=errors,
        merged=tuple(merged),
        parts=tuple(parts),
    )


def _below_header(sheet: Sheet, layout: Layout) -> int:
    """Return the first row of figures, after one that only numbers the columns."""
    first = layout.first_row
    return first + (first < len(sheet.rows) and numbers_columns(sheet, first))


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
    """Return the sheets that have the layout of those that are read, and are not."""
    wanted = {words_of(layout) for sheet, layout in tables if sheet.name in read}
    return [
        sheet for sheet, layout in tables if sheet.name not in read and words_of(layout) in wanted
    ]


def _differences(tables: Tables) -> Iterator[Problem]:
    """Yield why sheets do not go together: against the first one."""
    first = tables[0][0].name
    expected = [words_of(tables[0][1]), _units(*tables[0]), _year(*tables[0])]
    dated = _is_dated(tables[0][1])
    by_year = _years(tables) is not None
    for sheet, layout in tables[1:]:
        found = [words_of(layout), _units(sheet, layout), _year(sheet, layout)]
        pairs = zip(("columns", "unit", "year"), expected, found, strict=True)
        for what, theirs, own in pairs:
            if own == theirs or (what == "unit" and not (own and theirs)):
                continue
            if what == "year" and (dated or by_year):
                continue
            yield Problem(
                code="sheets-differ",
                place=sheet.place(max(layout.header[1], 0)),
                found=f"another {what}: {own}",
                expected=f"that of sheet {first!r}: {theirs}",
                remedy="name only sheets of one layout under sheet",
            )


def _units(sheet: Sheet, layout: Layout) -> list[float]:
    captions = find_captions(texts_above(sheet, max(layout.header[0], 0)))
    return sorted({caption.unit for caption in captions})


def _year(sheet: Sheet, layout: Layout) -> int | None:
    """Return the year that a sheet's name says, else its titles."""
    period = parse_period(sheet.name)
    if period is not None and period.year is not None:
        return period.year
    return title_year(texts_above(sheet, max(layout.header[0], 0)))


def _is_dated(layout: Layout) -> bool:
    return "year" in layout.columns or any(period.year for _, period in layout.amounts)


def _years(tables: Tables) -> list[str] | None:
    """Return a year per sheet, where only names and titles say them and all are different."""
    if any(_is_dated(layout) or layout.amounts for _, layout in tables):
        return None
    years = {year for sheet, layout in tables if (year := _year(sheet, layout)) is not None}
    return [str(_year(*table)) for table in tables] if len(years) == len(tables) else None


def _said_by_names(tables: Tables) -> tuple[str, Sequence[str]]:
    """Return what the sheets' names say as a column: its header and a text per sheet."""
    names = [sheet.name for sheet, _ in tables]
    columns = tables[0][1].columns
    years = _years(tables)
    if years is not None:
        return "Year (sheet)", years
    if "direction" not in columns and {parse_direction(name) for name in names} == {1, -1}:
        return "Direction (sheet)", names
    if "kind" not in columns and all(map(kind_of_title, names)):
        return "Kind (sheet)", names
    return ("" if "area" in columns else "Area (sheet)"), names
