"""How a workbook looks, as text: columns, page, rules and styles of each sheet, and its charts."""

import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

EMU_PER_PIXEL = 9525
CACHED = re.compile(r"<c:(numCache|strCache)>.*?</c:\1>")
PARTS = re.compile(r"<c:(ser|catAx|valAx|dateAx|plotArea|legend)>")
DESCRIBED = re.compile(r' descr="([^"]*)"')
TOLD = re.compile(r'<[ac]:(\w+)((?: \w+="[^"]*")+)/?>|<(?:c:f|a:t)>([^<]*)<')


def looks(path: Path, titles: Collection[str] = ()) -> str:
    """Return a block of lines for each sheet and chart; titles: of these sheets, without charts."""
    book = openpyxl.load_workbook(path)
    sheets = book.worksheets
    if titles:
        return _blocks(_sheet(sheet) for sheet in sheets if sheet.title in titles)
    with zipfile.ZipFile(path) as parts:
        drawings, charts = (
            [parts.read(name).decode("utf-8") for name in sorted(parts.namelist()) if kind in name]
            for kind in ("drawings/drawing", "charts/chart")
        )
    about = [text for drawing in drawings for text in DESCRIBED.findall(drawing)]
    named = [f"{name} {cells.attr_text}" for name, cells in book.defined_names.items()]
    return _blocks([*map(_sheet, sheets), named, about, *map(_chart, charts)])


def _blocks(told: Iterable[Iterable[str]]) -> str:
    return "\n\n".join(map("\n".join, told))


def _sheet(sheet: Worksheet) -> Iterator[str]:
    page, columns = sheet.page_setup, sorted(sheet.column_dimensions.items())
    yield f"[{sheet.title}] {sheet.dimensions}, frozen at {sheet.freeze_panes}"
    yield f"{page.orientation}, {page.fitToHeight} pages high, below {sheet.print_title_rows}"
    yield "wide: " + ", ".join(f"{name} {column.width:.1f}" for name, column in columns)
    for level, rows in groupby(sheet.row_dimensions.values(), key=lambda row: row.outlineLevel):
        if level:
            first, *_, last = [row.index for row in rows] * 2
            yield f"rows {first} to {last} fold away: {level}"
    links = [f"{name} {link.location}" for name, link in _links(sheet)]
    yield from [f"links: {', '.join(links)}"] if links else []
    for chart in sheet._charts:  # type: ignore[attr-defined]  # openpyxl's
        begin, end = map(_corner, (chart.anchor._from, chart.anchor.to))
        yield f"chart from {begin} to {end}"
    for found in sheet.conditional_formatting:
        for rule in found.rules:
            yield f"{found.sqref} {rule.type} {rule.operator} {' '.join(rule.formula)}"
    for valid in sheet.data_validations.dataValidation:
        limits = (valid.type, valid.operator, valid.formula1, valid.formula2)
        yield " ".join(filter(None, (f"{valid.sqref}", *limits, valid.promptTitle, valid.prompt)))
    styles = Counter(_style(cell) for row in sheet.iter_rows() for cell in row if cell.has_style)
    yield from (f"{count} × {style}" for style, count in sorted(styles.items()))


def _corner(marker: AnchorMarker) -> str:
    """Return row and column, counted from 0, and how far within them. [pixels]"""
    down, across = marker.rowOff / EMU_PER_PIXEL, marker.colOff / EMU_PER_PIXEL
    return f"{marker.row} + {down:.0f}, {marker.col} + {across:.0f}"


def _links(sheet: Worksheet) -> Iterator[tuple[str, Hyperlink]]:
    for row in sheet.iter_rows():
        yield from ((cell.coordinate, cell.hyperlink) for cell in row if cell.hyperlink)


def _style(cell: Cell | MergedCell) -> str:
    font, fill, align = cell.font, cell.fill, cell.alignment
    colours = (font.color and font.color.rgb, fill.fill_type and fill.fgColor.rgb)
    marks = {
        "bold": font.b,
        "italic": font.i,
        "wrapped": align.wrap_text,
        "indented": align.indent,
        "unlocked": not cell.protection.locked,
    }
    told = (
        cell.number_format,
        *(colour for colour in colours if isinstance(colour, str)),
        f"{font.sz:g}",
        align.horizontal or "",
        *(name for name, there in marks.items() if there),
    )
    return " ".join(filter(None, told))


def _chart(drawn: str) -> Iterator[str]:
    for part in PARTS.sub(r"\n<c:\1>", CACHED.sub("", drawn)).splitlines():
        if told := [text or name + values for name, values, text in TOLD.findall(part)]:
            yield " ".join(told).replace('val="', '="')
