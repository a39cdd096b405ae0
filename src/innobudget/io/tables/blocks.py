"""Tables that stand side by side, each with labels of its own: one is read below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet, column_letters
from innobudget.io.tables.groups import roles_of_title
from innobudget.io.tables.table import Table
from innobudget.io.wording.captions import parse_caption
from innobudget.io.wording.columns import find_columns, normalise
from innobudget.io.wording.periods import parse_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One of the tables."""

    layout: Layout
    """Its own columns."""
    title: str = ""
    """What stands over it alone."""


def blocks_of(sheet: Sheet, layout: Layout) -> tuple[Block, ...]:
    """Part a layout where its first label stands again over the same years; else return it whole.

    A user who names columns of amounts has said which table is meant.
    """
    words = [normalise(sheet.text(layout.header[1], at)) for at in range(len(layout.headers))]
    labels = [at for at in layout.labels if words[at]]
    starts = [at for at in labels if words[at] == words[labels[0]]]
    if layout.chosen or len(starts) < 2:
        return (Block(layout=layout),)
    ends = [*starts[1:], len(words)]
    blocks = tuple(
        _block(sheet, layout, range(start, end)) for start, end in zip(starts, ends, strict=True)
    )
    years = {tuple(period.year for _, period in block.layout.amounts) for block in blocks}
    alike = len(years) == 1 and len({len(block.layout.labels) for block in blocks}) == 1
    return blocks if alike and blocks[0].layout.amounts else (Block(layout=layout),)


def _block(sheet: Sheet, layout: Layout, columns: range) -> Block:
    last = layout.header[1]
    headers = tuple(
        sheet.text(last, at) if at in columns else "" for at in range(len(layout.headers))
    )
    amounts = tuple(item for item in layout.amounts if item[0] in columns)
    own = replace(
        layout,
        headers=headers,
        columns=find_columns(headers, frozenset(dict(amounts))),
        amounts=amounts,
        labels=tuple(at for at in layout.labels if at in columns and headers[at]),
    )
    above = [text for at in columns if (text := sheet.text(last - 1, at))] if last else []
    titles = [text for text in above if parse_period(text) is None and parse_caption(text) is None]
    return Block(layout=own, title=titles[0] if titles else "")


def add_title(table: Table, block: Block) -> None:
    """Give every row what stands over its table: a direction, a kind, else an area."""
    wanted = {"direction", "kind", "area"} - set(block.layout.columns)
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
        blanks=sum(table.blanks for table in tables),
        joined=tuple(column for table in tables for column in table.joined),
    )


def side_by_side(sheet: Sheet, blocks: Sequence[Block]) -> Iterator[Problem]:
    """Doubt that tables side by side belong together."""
    if len(blocks) > 1:
        starts = ", ".join(column_letters(block.layout.labels[0]) for block in blocks)
        yield Problem(
            code="tables-side-by-side",
            place=sheet.place(blocks[0].layout.header[1]),
            found=f"{len(blocks)} tables side by side, from columns {starts}",
            expected="one table; read one below the other",
            remedy="to read one of them only, name its columns in the mapping",
        )
