"""Between the report's charts and the cells that hold their figures: links both ways."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from innobudget.domain import measures
from innobudget.report.findings.followup import followed
from innobudget.report.tables import Cell, Page, Row, Value, heading, text
from innobudget.report.voice import DASH
from innobudget.report.words import answers, sheets
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.pages.followup import step_key
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, VALUE_COLUMN

if TYPE_CHECKING:
    from innobudget.report.figures.chart import Chart, Series

MADE = {
    ("cumulative", "plan"): "plan.cumulative",
    ("then-and-now", "realised"): "followup.years.realised",
}
"""Rows of series that are made of several figures of results.json, by chart and series."""
WHOLES = {whole.name: amount for amount, whole in measures.WHOLES.items()}
PARTS = ("results.area", "results.track", "results.kind")
"""Rows that are told apart by the title above them."""
TORNADOS = ("budget_gap", "npv")
"""As their columns stand beside each other."""
LINK_WIDTH = 30.0
"""[characters]"""


class DrawnCells(NamedTuple):
    """Cells of a row that a chart draws."""

    key: str
    """The row."""
    first: int
    """Column of the first, the leftmost is 0."""
    last: int
    """Column of the last."""


def drawn(edition: Edition, pointer: str) -> DrawnCells:
    """Return where a figure, or those of all years, stand that results.json has at a pointer."""
    match pointer.removeprefix("/").split("/"):
        case ["exceedance", place, _]:
            found = _one(f"curves.exceeded{place}", FIRST_YEAR_COLUMN)
        case ["booked_to_achieved", step]:
            found = _one(f"curves.step.{step}")
        case ["sensitivity", place, _, amount, end]:
            column = VALUE_COLUMN + 2 * TORNADOS.index(amount) + int(end)
            found = _one(f"drivers.tornado{int(place) + 1}", column)
        case ["followup", "walk", place, _]:
            walk = followed(edition.results).walk
            found = _one(f"followup.walk.{step_key(int(place), walk[int(place)])}")
        case ["followup", "adopted", _, _, statistic]:
            found = _years(edition, f"followup.years.adopted.{statistic}")
        case ["investments", place, "quality", number, *rest]:
            name = rest[1] if rest[0] == "value" else rest[0]
            found = _years(edition, f"quality.{int(place) + 1}.{int(number) + 1}.{name}", rest[-1])
        case ["investments", place, *rest]:
            found = _measured(edition, f"investments.{int(place) + 1}", rest)
        case [("areas" | "tracks" | "kinds") as division, place, *rest]:
            found = _measured(edition, f"results.{division[:-1]}{int(place) + 1}", rest)
        case rest:
            found = _measured(edition, "results", rest)
    return found


def _one(key: str, column: int = VALUE_COLUMN) -> DrawnCells:
    return DrawnCells(key, column, column)


def _years(edition: Edition, key: str, year: str = "") -> DrawnCells:
    if year.isdigit():
        return _one(key, FIRST_YEAR_COLUMN + int(year))
    return DrawnCells(key, FIRST_YEAR_COLUMN, FIRST_YEAR_COLUMN + len(edition.years) - 1)


def _measured(edition: Edition, part: str, path: Sequence[str]) -> DrawnCells:
    """Return where a figure of an outcome stands, of the portfolio or a part of it."""
    *named, last = path if path[-1].isdigit() else (*path, "")
    years = partial(_years, edition, year=last)
    match named:
        case ["measures", amount, statistic]:
            return years(f"{part}.{amount}.{statistic}")
        case ["plan", field]:
            return years(f"{part}.plan.{field}")
        case [whole, statistic] if whole in WHOLES:
            return _one(f"{part}.{WHOLES[whole]}.{statistic}")
    name = ".".join(named)
    measure = next(one for one in measures.MEASURES if name in (one.year, one.period))
    key = f"{part}.{measure.key}"
    return years(key) if name == measure.year else _one(key)


class PlacedRow(NamedTuple):
    """Where a row stands."""

    number: int
    """Among all rows of the workbook."""
    title: str
    """Of its table."""
    headings: tuple[Cell, ...]
    """Of its columns."""
    row: Row
    """The row."""


class ListedSeries(NamedTuple):
    """A series in the list of charts, or as much of it as stands together."""

    key: str
    """Its row there."""
    file: str
    """Of the picture."""
    cells: tuple[DrawnCells, ...]
    """What it draws."""
    is_part: bool
    """Whether other rows of the series stand elsewhere."""


def linked(edition: Edition, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """List the series of all charts on Chart figures, and lead from each to its cells and back."""
    if not edition.charts:
        return pages
    places = _places(pages)
    links = [
        ListedSeries(
            f"charts.{chart.stem}.{series.name}.{number}",
            f"{chart.stem}.png",
            cells,
            is_part=len(parts) > 1,
        )
        for chart in edition.charts
        for series in chart.series
        for parts in [tuple(_together(_cells(edition, chart, series), places))]
        for number, cells in enumerate(parts)
    ]
    back, head = _back(links), heading(edition.say(answers.CHART))
    listing = edition.table(
        answers.CHARTS_TITLE,
        (_listed(link, places) for link in links),
        note=answers.CHARTS_NOTE,
        headings=edition.heads((answers.DRAWN, sheets.FROM, sheets.UNIT)),
    )
    found = (_leading_back(page, back, head) for page in pages)
    return tuple(
        replace(page, tables=(listing, *page.tables)) if page.key == "curves" else page
        for page in found
    )


def _cells(edition: Edition, chart: "Chart", series: "Series") -> tuple[DrawnCells, ...]:
    if series.how:
        return (_years(edition, MADE[chart.stem, series.name]),)
    return tuple(drawn(edition, pointer) for pointer in series.source)


def _places(pages: tuple[Page, ...]) -> Mapping[str, PlacedRow]:
    tables = [
        (table.title, page.headings or table.headings, row)
        for page in pages
        for table in page.tables
        for row in table.rows
    ]
    return {
        row.key: PlacedRow(number, title, headings, row)
        for number, (title, headings, row) in enumerate(tables)
        if row.key
    }


def _together(
    cells: tuple[DrawnCells, ...], places: Mapping[str, PlacedRow]
) -> Iterator[tuple[DrawnCells, ...]]:
    """Yield what stands together, of a series of several rows."""
    across: dict[str, list[DrawnCells]] = {}
    for cell in cells:
        across.setdefault(cell.key, []).append(cell)
    rows = [DrawnCells(key, own[0].first, own[-1].last) for key, own in across.items()]
    placed = enumerate(sorted(rows, key=lambda row: places[row.key].number))
    for _, found in groupby(placed, lambda item: places[item[1].key].number - item[0]):
        yield tuple(row for _, row in found)


def _listed(link: ListedSeries, places: Mapping[str, PlacedRow]) -> Row:
    """Return a row of the list, which leads to the area that a series stands in."""
    first, last = link.cells[0], link.cells[-1]
    _, title, headings, row = places[first.key]
    rows = [places[cell.key].row for cell in link.cells]
    labels = dict.fromkeys(str(row.cells[0].value) for row in rows if row.cells[0])
    ends = dict.fromkeys(label.rpartition(", ")[2] for label in labels)
    parts = [title, *(ends if len(ends) == 1 else [str(_value(headings[first.first]))])]
    if len(labels) == 1:
        alone = len(rows) == 1 and first.key.startswith(PARTS)
        detail = _value(row.cells[1]) if len(rows) == 1 else ""
        parts = [title if alone else "", *labels, str(detail or "")]
    if link.is_part:
        ends = dict.fromkeys(_own_words(rows[end], alike=len(labels) == 1) for end in (0, -1))
        parts.append(f" {DASH} ".join(ends))
    told = ", ".join(dict.fromkeys(filter(None, parts)))
    target = Cell(value="", target=(first.key, first.first), reach=(last.key, last.last))
    return Row(key=link.key, cells=(text(f"{link.file}: {told}"), target, row.cells[2]))


def _own_words(row: Row, *, alike: bool) -> str:
    """Return what tells a row from others: its label, or its detail where the labels are alike."""
    return str(_value(row.cells[1] if alike else row.cells[0]) or "")


def _value(cell: Cell | None) -> Value:
    return cell.value if cell else None


def _back(links: Sequence[ListedSeries]) -> Mapping[str, Cell]:
    """Return the cell of each row that leads to the first chart that draws it, naming all."""
    found: dict[str, list[ListedSeries]] = {}
    for link in links:
        for key in dict.fromkeys(cell.key for cell in link.cells):
            found.setdefault(key, []).append(link)
    return {
        key: Cell(value=", ".join(dict.fromkeys(one.file for one in own)), target=(own[0].key, 0))
        for key, own in found.items()
    }


def _leading_back(page: Page, back: Mapping[str, Cell], head: Cell) -> Page:
    """Return a page with a column more, right of the figures that charts draw."""
    if not any(row.key in back for table in page.tables for row in table.rows):
        return page
    tables, widest = [], 0
    for table in page.tables:
        heads = page.headings or table.headings
        if not any(row.key in back for row in table.rows):
            tables.append(table)
            continue
        rows = tuple(
            _followed(row, back[row.key], len(heads)) if row.key in back else row
            for row in table.rows
        )
        own = (*table.headings, head) if table.headings else ()
        tables.append(replace(table, rows=rows, headings=own))
        widest = max(widest, len(heads) + 1)
    wide = (LINK_WIDTH,) * (widest - len(page.widths))
    return replace(
        page,
        tables=tuple(tables),
        headings=(*page.headings, head) if page.headings else (),
        widths=(*page.widths, *wide),
    )


def _followed(row: Row, link: Cell, column: int) -> Row:
    blank = (None,) * (column - len(row.cells))
    return replace(row, cells=(*row.cells, *blank, link))
