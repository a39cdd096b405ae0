"""Charts as files: PNG, SVG, one PDF, and charts.json that says what each shows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib import image
from matplotlib.backends.backend_agg import FigureCanvasAgg

from innobudget.domain.scenario import Language
from innobudget.report import theme
from innobudget.report.chart_files import PAGES, RECORD
from innobudget.report.drawing.canvas import Canvas
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart, LeftOutChart, draw_chart
from innobudget.report.figures.long_description import described, html_id
from innobudget.report.figures.pages import page_numbers, write_pages
from innobudget.report.findings.teller import Teller

SAME_BYTES: dict[Any, Any] = {
    "svg.hashsalt": "innobudget",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}
"""Names in the files that would else be drawn by lot, and fonts that travel with them."""


def write_charts(
    teller: Teller, folder: Path, *, svg: bool = False, html: bool = False
) -> tuple[str, ...]:
    """Write every chart into a folder that exists, and return the names of the files.

    Parameters
    ----------
    teller
        The results, and how they are told.
    folder
        Files of the same names are replaced.
    svg
        Whether to write each chart as SVG too.
    html
        Whether report.html stands beside them, which the document for print then refers to.

    """
    charts, left_out = build_charts(teller)
    names = [f"{chart.stem}.png" for chart in charts]
    with _own_settings(), ThreadPoolExecutor(1) as pool:
        packing = [
            _write_png(pool, chart, teller.source, folder / name)
            for chart, name in zip(charts, names, strict=True)
        ]
        write_pages(folder / PAGES, charts, teller, html=html)
        if svg:
            for chart in charts:
                names.append(f"{chart.stem}.svg")
                _write_svg(chart, teller.source, folder / names[-1])
        for packed in packing:
            packed.result()
    _write_record(charts_document(teller, charts, left_out, svg=svg), folder)
    return (*names, PAGES, RECORD)


def charts_document(
    teller: Teller, charts: Sequence[Chart], left_out: Sequence[LeftOutChart], *, svg: bool
) -> dict[str, object]:
    """Return the content of charts.json: what each chart says, plots and takes it from."""
    return {
        "scenario": teller.results.scenario.assumptions.name,
        "language": teller.language,
        "source": teller.source,
        "charts": [
            {**picture_document(chart, teller.language, svg=svg), "page": page}
            for page, chart in zip(page_numbers(charts), charts, strict=True)
        ],
        "left_out": [{"file": f"{item.stem}.png", "reason": item.reason} for item in left_out],
    }


class Origin(NamedTuple):
    """What charts are of, as charts.json says it first."""

    scenario: str | list[str]
    """Its name, or those of all that are compared."""
    language: Language
    """In which language they are."""
    source: str
    """What stands below each."""


def write_pictures(
    charts: Sequence[Chart], folder: Path, origin: Origin, *, svg: bool = False
) -> tuple[str, ...]:
    """Write charts and charts.json into a folder that exists, without a document for print."""
    names = [f"{chart.stem}.png" for chart in charts]
    with _own_settings(), ThreadPoolExecutor(1) as pool:
        for chart, name in zip(charts, names, strict=True):
            _write_png(pool, chart, origin.source, folder / name).result()
        if svg:
            for chart in charts:
                names.append(f"{chart.stem}.svg")
                _write_svg(chart, origin.source, folder / names[-1])
    told = [picture_document(chart, origin.language, svg=svg) for chart in charts]
    _write_record({**origin._asdict(), "charts": told}, folder)
    return (*names, RECORD)


def _write_record(record: Mapping[str, object], folder: Path) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    (folder / RECORD).write_text(text, encoding="utf-8", newline="\n")


def picture_document(chart: Chart, language: Language, *, svg: bool) -> dict[str, object]:
    """Return what charts.json tells of one chart."""
    return {
        "file": f"{chart.stem}.png",
        "svg": f"{chart.stem}.svg" if svg else None,
        "title": chart.finding.title,
        "subtitle": chart.subtitle,
        "alt": chart.alt,
        "html_id": html_id(chart),
        "description": described(chart, language),
        "series": [series._asdict() for series in chart.series],
    }


@contextmanager
def _own_settings() -> Iterator[None]:
    """Draw by matplotlib's defaults, whatever the user's matplotlibrc says."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(SAME_BYTES)
        yield


def _write_png(pool: ThreadPoolExecutor, chart: Chart, source: str, path: Path) -> Future[None]:
    """Draw a chart, and pack it while the next is drawn."""
    canvas = Canvas.slide()
    draw_chart(canvas, chart, source)
    drawn = FigureCanvasAgg(canvas.figure)
    drawn.draw()  # type: ignore[no-untyped-call]  # matplotlib gives no types here
    dots = drawn.buffer_rgba()  # type: ignore[no-untyped-call]  # nor here
    told: dict[str, Any] = {
        "Title": chart.finding.title,
        "Description": chart.alt,
        "Software": None,
    }
    return pool.submit(image.imsave, path, dots, format="png", dpi=theme.CHART_DPI, metadata=told)


def _write_svg(chart: Chart, source: str, path: Path) -> None:
    canvas = Canvas.slide()
    draw_chart(canvas, chart, source)
    metadata = {
        "Title": chart.finding.title,
        "Description": chart.alt,
        "Date": None,
        "Creator": None,
    }
    canvas.figure.savefig(path, format="svg", metadata=metadata)
