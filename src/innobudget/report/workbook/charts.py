"""Charts as values → charts of the workbook that follow its cells."""

from typing import TYPE_CHECKING, Any

from xlsxwriter.worksheet import Worksheet

from innobudget.report import theme
from innobudget.report.tables import Chart, ChartKind, Series

if TYPE_CHECKING:
    from innobudget.report.workbook.writing import Writer

WIDTH, HEIGHT, GUTTER = 700, 330, 20
"""Of a chart, and between two. [pixels]"""


def insert_chart(
    writer: "Writer", worksheet: Worksheet, chart: Chart, place: tuple[int, int]
) -> None:
    """Draw a chart from a row on, as the first, second, … from the left."""
    row, position = place
    drawn = writer.book.add_chart({"type": "line" if chart.kind is ChartKind.LINES else "column"})
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
    drawn.set_x_axis({"label_position": "low"})
    drawn.set_y_axis(
        {
            "name": chart.unit,
            "num_format": theme.NUMBER_FORMATS[chart.figure],
            "major_gridlines": {"visible": True, "line": {"color": theme.LIGHT_GREY}},
        }
    )
    drawn.set_size({"width": WIDTH, "height": HEIGHT})
    worksheet.insert_chart(
        row,
        0,
        drawn,
        {
            "description": chart.description,
            "object_position": 2,
            "x_offset": position * (WIDTH + GUTTER),
        },
    )


def _series(writer: "Writer", chart: Chart, series: Series, *, line: bool) -> dict[str, Any]:
    stroke: dict[str, Any] = {"color": series.colour, "width": 2.25}
    if series.dashed:
        stroke["dash_type"] = "dash"
    look = {"line": stroke} if line else {"fill": {"color": series.colour}, "gap": 60}
    return {
        "name": series.name,
        "categories": list(writer.layout.area(chart.categories, chart.columns)),
        "values": list(writer.layout.area(series.key, chart.columns)),
        **look,
    }
