"""An export as a file, with what it says in truth and the mapping that says where."""

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from xlsxwriter import Workbook

from exports import columns as col
from exports.accounts import YEARS, Book, draw_book
from exports.columns import Cell
from exports.drawing import LONG, ONCE, ROW_SIDES, Export
from exports.records import Record, records_of
from innobudget.domain.reading import Sign
from innobudget.io.mapping import BudgetMapping, MappedColumns


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a file says to whoever counts every amount once."""

    totals: YEARS
    """Net by year, expenditure positive. [currency]"""
    spent: YEARS
    """By year; empty where the export does not part the sides. [currency]"""
    earned: YEARS
    """The same of income, positive. [currency]"""
    lines: int | None
    """None where an account is broken down in part, or rows stand twice."""
    unit: float
    doubt: str = ""
    """What a reader can only ask or doubt: `side`, `count`, `hidden`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A file, what it says, and the mapping that reads it."""

    export: Export
    path: Path
    truth: Truth
    mapping: BudgetMapping
    headers: tuple[str, ...]
    """Unlike each other."""
    a_line: str
    """Name of a line, which no other line has."""


def draw(folder: Path, export: Export) -> Drawn:
    """Write an export into a folder."""
    book = draw_book(export)
    header = col.headers(export)
    titles = _titles(export)
    rows = [list(cells) for cells in _rows(book)]
    notes: list[list[Cell]] = [[], ["Source: made up"]]
    table = [*titles, header, *rows, *(notes if export.authorities == "classes" else [])]
    year = f"-{export.all_years[-1]}" if export.years_at == "file" else ""
    path = folder / f"budget{year}.{export.kind}"
    if export.kind == "csv":
        _write_csv(path, table)
    else:
        first = next(at for at, row in enumerate(rows) if book.leaves[0].name in _texts(row))
        _write_xlsx(path, table, export, first_line=first + len(titles) + 1)
    return Drawn(
        export=export,
        path=path,
        truth=_truth(book),
        mapping=_mapping(export, len(titles) + 1),
        headers=tuple(map(str, header)),
        a_line=book.leaves[-1].name,
    )


def _texts(row: Sequence[Cell]) -> str:
    return " ".join(cell for cell in row if isinstance(cell, str))


def _titles(export: Export) -> list[list[Cell]]:
    titles: list[list[Cell]] = []
    if export.years_at == "title":
        titles.append([f"{export.words.budget} {export.all_years[-1]}"])
    return [*titles, [export.caption[0]]] if export.caption[0] else titles


def _rows(book: Book) -> Iterator[list[Cell]]:
    export, years, whole = book.export, col.in_order(book.export), book.whole
    records = records_of(book)
    before: Record | None = None
    said: tuple[int, ...] | None = None
    pairs: list[tuple[tuple[int, ...], Record]]
    if export.years_at == "groups":
        pairs = [((year,), record) for year in years for record in records]
    elif export.years_at in LONG:
        pairs = [((year,), record) for record in records for year in years]
    else:
        pairs = [(years, record) for record in records]
    for number, (own, record) in enumerate(pairs, start=1):
        if record.role == "class" and before and before.role != "class":
            yield []
            yield [*[None] * export.row_numbers, None, export.words.classes.upper()]
        above = before.account if before and (said == own or not export.outline) else None
        cells = col.labels(export, record, before=above, number=number)
        if export.years_at in LONG:
            said_above = export.years_at == "groups" and said == own
            year = None if said_above else col.year_cell(export, own[0])
            cells.insert(0 if export.outline else len(cells), year)
        if export.outline and export.years_at == "groups" and record.net:
            cells = [f"{own[0]} {export.words.total}", *[None] * (len(cells) - 1)]
        cells += [cell for year in own for cell in _amounts(book, record, year)]
        yield [*cells, *col.cells_beside(export, record, whole)]
        before, said = record, own


def _amounts(book: Book, record: Record, year: int) -> list[Cell]:
    missing = book.export.authorities == "missing" and year == book.years[-1]
    if missing and record.account is book.roots[3]:
        return ["…"]
    return col.amount_cells(book.export, record, year)


def _truth(book: Book) -> Truth:
    export, leaves = book.export, book.leaves

    missing = export.authorities == "missing"
    lost = {book.years[-1]: book.roots[3].net(book.years[-1])} if missing else {}
    known = not (export.partial or export.of_which or export.pasted)
    parted = known and export.sides
    factor = export.caption[1]
    whole, lines = book.whole, book.sum_of(leaves, "")
    return Truth(
        totals={y: round((whole.net(y) - lost.get(y, 0.0)) * factor, 2) for y in book.years},
        spent={y: round(a * factor, 2) for y, a in lines.spent.items()} if parted else {},
        earned={y: round(a * factor, 2) for y, a in lines.earned.items()} if parted else {},
        lines=len(leaves) if known else None,
        unit=factor,
        doubt=_to_be_doubted(book),
    )


def _to_be_doubted(book: Book) -> str:
    export = book.export
    if export.sides == "numbers" and len({leaf.income for leaf in book.leaves}) > 1:
        return "side"
    if export.hidden:
        return "hidden"
    return "count" if export.pasted or export.authorities == "missing" else ""


def _mapping(export: Export, header_row: int) -> BudgetMapping:
    words = export.words
    said = {"name": words.name}
    if export.codes != "none" and export.code_at == "apart":
        said["line"] = col.code_header(export)
    if export.area:
        said["area"] = words.area
    if export.sides in ROW_SIDES:
        said["direction"] = words.side
    if export.years_at in LONG:
        said["year"] = col.year_header(export)
    columns = col.amount_headers(export)
    if export.years_at != "columns" and len(columns) == 1:
        said["amount"] = columns[0]
    across = export.all_years if export.years_at == "columns" else ()
    amounts = {
        year: own[0] if len(own) == 1 else tuple(own)
        for year in across
        if (own := col.amount_headers(export, year))
    }
    signs: dict[str, Sign] = {"negative": "expenditure-negative", "": "expenditure-positive"}
    return BudgetMapping(
        header_row=header_row,
        columns=MappedColumns(**said, amounts=amounts),
        year=export.all_years[-1] if export.years_at in ONCE else None,
        unit=export.caption[1],
        sign=signs.get(export.sides),
    )


def _write_csv(path: Path, rows: Sequence[Sequence[Cell]]) -> None:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerows([[_text(cell) for cell in row] for row in rows])
    path.write_bytes(out.getvalue().encode())


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return repr(cell).removesuffix(".0").replace(".", ",")
    return "" if cell is None else str(cell)


def _write_xlsx(
    path: Path, rows: Sequence[Sequence[Cell]], export: Export, *, first_line: int
) -> None:
    book = Workbook(str(path), {"strings_to_numbers": export.numeric})
    sheet = book.add_worksheet("Budget")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    if export.hidden == "row":
        sheet.set_row(first_line, None, None, {"hidden": True})
    elif export.hidden == "column":
        amounts = len(col.label_headers(export)) + (export.years_at in LONG)
        sheet.set_column(amounts, amounts, None, None, {"hidden": True})
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, dt.date):
                sheet.write_datetime(at, column, cell, day)
            else:
                sheet.write(at, column, cell)
    book.close()
