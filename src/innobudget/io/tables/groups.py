"""Labels that stand once for several rows: for a group, in a merged cell, above a whole table.

A year, an area, a group: as pivot tables print them, its column names each once, above rows
where it is empty. A column that says the same twice in a row has empty cells that mean nothing.
No label reaches from one of several sheets into the next. Tables that stand side by side, each
with labels of its own, are read one below the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, pairwise

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet, Value, column_letters, text_of
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.captions import parse_caption
from innobudget.io.wording.columns import Role, find_columns, is_note, normalise
from innobudget.io.wording.labels import is_side, kind_of_title, parse_direction, says_total
from innobudget.io.wording.periods import parse_period
from innobudget.messages import counted, say

Cells = dict[int, list[Value]]
"""The cells of each row that has more than one."""


def carry_down(sheet: Sheet, layout: Layout) -> tuple[Sheet, tuple[Problem, ...]]:
    """Write the labels that stand once for a group, or in a merged cell, on every row of it.

    Returns the sheet, and a doubt for years and areas that were filled in.
    """
    columns, year, line = _outline(layout), layout.columns.get("year"), layout.columns.get("line")
    merged = {
        (at, left): sheet.value(top, left)
        for top, left, bottom, _ in sheet.merged
        for at in range(top + 1, bottom + 1)
        if left in layout.labels and top >= layout.first_row
    }
    within = ((at, sheet.rows[at]) for at in (layout.rows_of(sheet) if columns or merged else ()))
    rows = {at: list(row) for at, row in within if len(row) - row.count(None) > 1}
    for (at, column), value in merged.items():
        if at in rows:
            rows[at] += [None] * (column + 1 - len(rows[at]))
            rows[at][column] = value
    told = {at: sum(at < len(row) and bool(row[at]) for row in rows.values()) for at in columns}
    columns = [at for at in columns if 0 < told[at] < len(rows)]
    filled: dict[int, int] = dict.fromkeys(columns, 0)
    for _, run in groupby(rows if columns else (), lambda at: sheet.parts and sheet.part(at)):
        part = list(run)
        own = _lines(rows, part, layout.labels, line)
        for place, column in enumerate(columns):
            others = [at for at in layout.labels if at not in (column, year)]
            behind = [at for at in others if at > column] or others
            lines = part if column == year else own
            named = sum(bool(_text(rows[at], column)) for at in lines)
            # A code is missing on other rows than a group's, unless it mostly is.
            if len(lines) - named <= (named if column == line else 0):
                continue
            beside = [at for at in others if at != column]
            years = frozenset(part) - frozenset(_firsts(rows, part, beside))
            if column != year and all(_text(rows[at], column) or at in years for at in lines):
                filled[column] += _fill(rows, part, column, beside, years)  # a line's other years
            elif _names_groups(rows, _firsts(rows, lines, others), columns[: place + 1]):
                filled[column] += _fill(
                    rows, part, column, others if column == year else behind, frozenset(lines)
                )
    if not (merged or any(filled.values())):
        return sheet, ()
    every = tuple(tuple(rows.get(at, row)) for at, row in enumerate(sheet.rows))
    return replace(sheet, rows=every), tuple(_filled_down(sheet, layout, filled))


def _outline(layout: Layout) -> list[int]:
    """Return the columns that may name groups: the year's, and labels before the last one."""
    named = [at for at in layout.labels if not is_note(layout.headers[at])]
    roles: tuple[Role, ...] = ("area",) if layout.amounts else ("area", "year")
    return sorted(
        {*named[:-1], *(layout.columns[role] for role in roles if role in layout.columns)}
    )


def _lines(rows: Cells, part: Sequence[int], labels: Sequence[int], coded: int | None) -> list[int]:
    """Return the rows that are no totals: those with a code, where most have one."""
    own = [at for at in part if not any(says_total(_text(rows[at], to)) for to in labels)]
    numbered = [
        at for at in own if coded is not None and any(map(str.isdigit, _text(rows[at], coded)))
    ]
    return numbered if len(numbered) * 2 >= len(own) else own


def _firsts(rows: Cells, part: Sequence[int], labels: Sequence[int]) -> list[int]:
    """Return the rows but those that say the same as the one before: a line in another year."""
    own = []
    for before, at in pairwise(part):
        this, other = rows[at], rows[before]
        same = all(_text(this, to) == _text(other, to) for to in labels)
        if not same or not any(_text(this, to) for to in labels):
            own.append(at)
    return [*part[:1], *own]


def _names_groups(rows: Cells, part: Sequence[int], columns: Sequence[int]) -> bool:
    """Say whether a column, the last of some, names every group once, from the first row on."""
    seen: set[tuple[str, ...]] = set()
    before = ""
    for at in part:
        *outer, text = (_text(rows[at], column) for column in columns)
        if not text:
            continue
        if (*outer, text) in seen or text == before:
            return False
        seen.add((*outer, text))
        before = text
    return bool(part) and bool(_text(rows[part[0]], columns[-1]))


def _fill(
    rows: Cells, part: Sequence[int], column: int, labels: Sequence[int], wanted: AbstractSet[int]
) -> int:
    """Fill a column on the rows that are wanted, where a label or a year stands behind it."""
    current, filled = "", 0
    for at in part:
        cells = rows[at]
        text = _text(cells, column)
        labelled = (current or text) and any(_text(cells, to) for to in labels)
        if text:
            # A total ends a group, unless it is one: rows of the whole under its name.
            current = "" if says_total(text) and not labelled else text
        elif current and labelled and at in wanted:
            cells += [None] * (column + 1 - len(cells))
            cells[column] = current
            filled += 1
    return filled


def _text(cells: Sequence[Value], column: int) -> str:
    return text_of(cells[column]) if column < len(cells) else ""


def _filled_down(sheet: Sheet, layout: Layout, filled: Mapping[int, int]) -> Iterator[Problem]:
    roles = {column: role for role, column in layout.columns.items() if role in ("year", "area")}
    for column, count in filled.items():
        if count and (role := roles.get(column)):
            area = role == "area"
            yield Problem(
                code="area-filled-down" if area else "year-filled-down",
                place=sheet.place(column=column),
                found=counted(
                    "{count} empty cell below an area", "{count} empty cells below an area", count
                )
                if area
                else counted(
                    "{count} empty cell below a year", "{count} empty cells below a year", count
                ),
                expected=say("the area on every row; read as the one above")
                if area
                else say("the year on every row; read as the one above"),
                remedy=say("fill the column in the file if that is wrong"),
            )


def fill_labels(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give every row the labels of lines that stand above it for it, too."""
    table.drop_numbered()
    _take_title(sheet, layout, table)
    if len(table.sections) > 1:
        parts = groupby(table.rows, lambda row: sheet.parts and sheet.part(row.row))
        last = table.rows[-1].row
        table.rows = [
            row for _, own in parts for row in _fill_sections(sheet, layout, table, list(own), last)
        ]


def _take_title(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Take the title above the first table for a section, where one below it is the other side."""
    sides = {parse_direction(text) for text in table.sections.values()}
    for row in reversed(range(layout.header[0])):
        filled = [text for at in range(len(sheet.rows[row])) if (text := sheet.text(row, at))]
        if filled:
            if len(filled) == 1 and parse_direction(filled[0]) in {-1, 1} & {-s for s in sides}:
                table.sections[row] = filled[0]
            return


def _fill_sections(
    sheet: Sheet, layout: Layout, table: Table, rows: list[TableRow], last: int
) -> Iterator[TableRow]:
    """Take section lines as areas, directions or kinds, where no column says them."""
    sections = {
        at: text.rstrip(" :")
        for at, text in sorted(table.sections.items())
        if at < rows[-1].row and (not sheet.parts or sheet.part(at) == sheet.part(rows[0].row))
    }
    wanted = {role for role in ("direction", "kind") if role not in layout.columns}
    if "area" not in layout.columns and min(sections, default=last) < rows[0].row:
        wanted.add("area")
    several = sum(at < last for at in table.sections) > 1
    for row in rows:
        above = [text for at, text in sections.items() if at < row.row] if several else []
        said = roles_of_title(above[-1], wanted) if above else {}
        yield replace(row, texts={**row.texts, **said}) if said else row


def roles_of_title(title: str, wanted: AbstractSet[str]) -> dict[Role, str]:
    """Return what a title says of the rows under it: their area, direction or kind."""
    told: dict[Role, bool] = {
        "direction": bool(parse_direction(title)),
        "kind": bool(kind_of_title(title)),
        "area": True,
    }
    return {role: title for role, says in told.items() if says and role in wanted}


def blocks_of(sheet: Sheet, layout: Layout) -> tuple[Layout, ...]:
    """Part a layout where its first label stands again over the same years; else return it whole.

    So do two labels that are the sides. A user who names columns of amounts has said which table
    is meant.
    """
    words = [normalise(sheet.text(layout.header[1], at)) for at in range(len(layout.headers))]
    labels = [at for at in layout.labels if words[at]]
    sides = [at for at in labels if is_side(words[at])]
    both = {parse_direction(words[at]) for at in sides} == {1, -1} and sides[0] == labels[0]
    starts = sides if both else [at for at in labels if words[at] == words[labels[0]]]
    if layout.chosen or len(starts) < 2:
        return (layout,)
    ends = [*starts[1:], len(words)]
    blocks = tuple(
        _block(sheet, layout, range(start, end)) for start, end in zip(starts, ends, strict=True)
    )
    years = {tuple(period.year for _, period in block.amounts) for block in blocks}
    alike = len(years) == 1 and len({len(block.labels) for block in blocks}) == 1
    return blocks if alike and blocks[0].amounts else (layout,)


def _block(sheet: Sheet, layout: Layout, columns: range) -> Layout:
    last = layout.header[1]
    headers = tuple(
        sheet.text(last, at) if at in columns else "" for at in range(len(layout.headers))
    )
    amounts = tuple(item for item in layout.amounts if item[0] in columns)
    above = [text for at in columns if (text := sheet.text(last - 1, at))] if last else []
    titles = [text for text in above if parse_period(text) is None and parse_caption(text) is None]
    return replace(
        layout,
        headers=headers,
        columns=find_columns(headers, frozenset(dict(amounts))),
        amounts=amounts,
        labels=tuple(at for at in layout.labels if at in columns and headers[at]),
        title=own if is_side(own := headers[columns.start]) else next(iter(titles), ""),
    )


def add_title(table: Table, block: Layout) -> None:
    """Give every row what stands over its table: a direction, a kind, else an area."""
    wanted = {"direction", "kind", "area"} - set(block.columns)
    said = roles_of_title(block.title, wanted) if block.title else {}
    if said:
        table.rows = [replace(row, texts={**row.texts, **said}) for row in table.rows]


def join(tables: Sequence[Table]) -> Table:
    """Put tables below each other."""
    if len(tables) == 1:
        return tables[0]
    left_out = {out.place: out for table in tables for out in table.left_out}
    return Table(
        rows=[row for table in tables for row in table.rows],
        sections={row: said for own in reversed(tables) for row, said in own.sections.items()},
        faults=[fault for table in tables for fault in table.faults],
        doubts=[doubt for table in tables for doubt in table.doubts],
        left_out=list(left_out.values()),
        parts={above: rows for table in tables for above, rows in table.parts.items()},
        blanks=sum(table.blanks for table in tables),
        joined=tuple(column for table in tables for column in table.joined),
    )


def side_by_side(sheet: Sheet, blocks: Sequence[Layout]) -> Iterator[Problem]:
    """Doubt that tables side by side belong together."""
    if len(blocks) > 1:
        starts = ", ".join(column_letters(block.labels[0]) for block in blocks)
        yield Problem(
            code="tables-side-by-side",
            place=sheet.place(blocks[0].header[1]),
            found=say(
                "{count} tables side by side, from columns {starts}",
                count=len(blocks),
                starts=starts,
            ),
            expected=say("one table; read one below the other"),
            remedy=say("to read one of them only, name its columns in the mapping"),
        )
