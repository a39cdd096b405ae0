"""Charts as values → charts of the workbook that follow its cells."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from xlsxwriter.worksheet import Worksheet

from innobudget.report import theme
from innobudget.report.tables import ChartKind, NativeChart, NativeSeries
from innobudget.report.workbook.layout import LaidSheet

if TYPE_CHECKING:
    from innobudget.report.workbook.filling import Writer


TYPES = {
    ChartKind.LINES: "line",
    ChartKind.COLUMNS: "column",
    ChartKind.COLUMNS_AND_LINES: "column",
    ChartKind.BARS: "bar",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPlace:
    """Where a chart stands, and how big it is."""

    row: int
    """Line of its cell, the first is 0."""
    column: int
    """Column of its cell, the first is 0."""
    right: int = 0
    """How far to the right of the cell. [pixels]"""
    down: int = 0
    """How far below the cell's top. [pixels]"""
    width: int
    """[pixels]"""
    height: int
    """[pixels]"""


def chart_place(sheet: LaidSheet, position: int) -> ChartPlace:
    """Return where the first, second, … chart of a sheet stands."""
    column = sheet.page.charts_column
    if column:
        width, height = theme.CHART_BESIDE
        return ChartPlace(
            row=sheet.start,
            column=column,
            down=position * (height + theme.CHART_GAP),
            width=width,
            height=height,
        )
    width, height = theme.CHART_BELOW
    return ChartPlace(
        row=sheet.end,
        column=0,
        right=position * (width + theme.CHART_GAP),
        width=width,
        height=height,
    )


def insert_chart(
    writer: "Writer", worksheet: Worksheet, chart: NativeChart, place: ChartPlace
) -> None:
    """Draw a chart at a place."""
    drawn = writer.book.add_chart({"type": TYPES[chart.kind]})
    lines = None
    for number, series in enumerate(chart.series):
        if chart.kind is ChartKind.COLUMNS_AND_LINES and number > 0:
            lines = lines or writer.book.add_chart({"type": "line"})
            lines.add_series(_series(writer, chart, series, line=True))
        else:
            drawn.add_series(_series(writer, chart, series, line=chart.kind is ChartKind.LINES))
    if lines is not None:
        drawn.combine(lines)
    drawn.set_title({"name": chart.title, "overlay": False, "name_font": {"size": 12}})
    drawn.set_legend({"position": "bottom"})
    drawn.set_x_axis({"label_position": "low", "reverse": chart.kind is ChartKind.BARS})
    drawn.set_y_axis(
        {
            "name": chart.unit,
            "num_format": theme.NUMBER_FORMATS[chart.figure],
            "major_gridlines": {"visible": True, "line": {"color": theme.LIGHT_GREY}},
        }
    )
    drawn.set_size({"width": place.width, "height": place.height})
    worksheet.insert_chart(
        place.row,
        place.column,
        drawn,
        {
            "description": chart.description,
            "object_position": 2,
            "x_offset": place.right,
            "y_offset": place.down,
        },
    )


def _series(
    writer: "Writer", chart: NativeChart, series: NativeSeries, *, line: bool
) -> dict[str, Any]:
    stroke: dict[str, Any] = {"color": series.colour, "width": 2.25}
    if series.dashed:
        stroke["dash_type"] = "dash"
    fill = {"color": series.colour}
    point = {"type": "circle", "size": 5, "fill": fill, "border": fill}
    look: dict[str, Any] = {"line": stroke, "marker": point} if line else {"fill": fill, "gap": 60}
    area = writer.references.area
    if chart.rows is None:
        categories, values = area(chart.categories, chart.columns), area(series.key, chart.columns)
    else:
        first, last = chart.rows
        categories, values = area(first, chart.categories, last), area(first, series.key, last)
        look["overlap"] = 100
    return {"name": series.name, "categories": list(categories), "values": list(values), **look}
