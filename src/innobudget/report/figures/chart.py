"""A chart before it is a file: its finding, its figures with their sources, its picture."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from innobudget.domain.results import PERCENTILES, Spread
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import HEIGHT, WIDTH, Canvas, Ink, Place, Rectangle
from innobudget.report.findings.saying import Finding
from innobudget.report.findings.teller import Scale

SOURCE_FOOT = 16.0
"""Where the source line stands. [points]"""
ROOM_BELOW = 34.0
"""What the source line takes. [points]"""
TITLE_LINES = 2
PARTED = " · "
"""Between the parts of the source line."""


class Series(NamedTuple):
    """Figures that a chart plots, and where in results.json they stand."""

    name: str
    """What they are; the drawn artists have the same gid."""
    values: tuple[float, ...]
    """As plotted, in whole currency units, fractions or indicator shares."""
    source: tuple[str, ...]
    """JSON pointers into results.json: one to an array, or one to each value."""
    how: str = ""
    """How values are made from several arrays; empty: they stand there as plotted."""

    def cells(self, scale: "Scale", *, by_year: bool = False) -> list["Told"]:
        """Write its amounts as a column of the table; `by_year`: its source is one array."""
        places = [f"{self.source[0]}/{n}" for n in range(len(self.values))]
        told = zip(self.values, places if by_year else self.source, strict=False)
        return [written(scale, value, "" if self.how else place) for value, place in told]


class Told(str):
    """A cell that tells a figure: as it is written, the figure itself, and where it stands."""

    __slots__ = ("in_full", "source", "unit", "value")
    value: float
    source: str
    unit: str
    in_full: str

    def __new__(
        cls, text: str, value: float, source: str = "", *, unit: str = "", in_full: str = ""
    ) -> Self:
        """Make a cell.

        Parameters
        ----------
        text
            As written.
        value
            The same in whole currency units, or as a fraction.
        source
            JSON pointer into results.json to exactly this value; empty: made of several.
        unit
            That `text` is written in and does not say itself.
        in_full
            The same with its unit, as a sentence has it; empty: `text` is.

        """
        told = super().__new__(cls, text)
        told.value, told.source, told.unit, told.in_full = value, source, unit, in_full or text
        return told


def written(scale: Scale, value: float, source: str = "") -> Told:
    """Write an amount [currency] of a chart in its unit."""
    return Told(scale.write(value), value, source, unit=scale.name, in_full=scale.told(value))


class ChartTable(NamedTuple):
    """The table beside a chart."""

    headings: tuple[str, ...]
    """One per column."""
    rows: tuple[tuple[str, ...], ...]
    """As written; figures as `Told`."""

    @classmethod
    def of(cls, headings: Iterable[str], *columns: Iterable[str]) -> Self:
        """Put columns beside each other, the names of the rows first."""
        return cls(tuple(headings), tuple(zip(*columns, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One message, with the picture that proves it."""

    stem: str
    """Of its files."""
    finding: Finding
    """What it says."""
    shown: str
    """What is plotted, unit and price basis."""
    picture: str
    """How it looks, for those who cannot see it."""
    table: ChartTable
    """Its figures."""
    series: tuple[Series, ...]
    """The same with their sources."""
    draw: Callable[[Canvas, Rectangle], None]
    """Draws the picture into the room between subtitle and source line."""
    badge: str = ""
    """Stands at the right of the source line; empty: none."""

    @property
    def subtitle(self) -> str:
        """The sentence that supports the finding, and what is shown."""
        return " ".join(filter(None, (self.finding.lead, self.shown)))

    @property
    def alt(self) -> str:
        """What the chart says and how it looks."""
        return " ".join(filter(None, (self.finding.sentence, self.finding.lead, self.picture)))


class LeftOutChart(NamedTuple):
    """A chart that there is nothing to draw for."""

    stem: str
    """Of its files."""
    reason: str
    """Why."""


def spread_series(
    name: str, spreads: Sequence[Spread], source: str, *statistics: str
) -> list[Series]:
    """Return percentiles of a distribution per year as series of their own."""
    return [
        Series(
            f"{name}.{statistic}",
            tuple(getattr(spread, statistic) for spread in spreads),
            (f"{source}/{statistic}",),
        )
        for statistic in statistics or PERCENTILES
    ]


def _shortened_source(source: str, size: float, room: float) -> str:
    """Cut the names, where there is no room: trials, seed and date stay whole."""
    names = source.rsplit(PARTED, 2)[0]
    record = source[len(names) :]
    return lettering.shortened(names, size, room - lettering.width(record, size)) + record


def draw_chart(canvas: Canvas, chart: Chart, source: str) -> None:
    """Draw title, subtitle and source line, and the picture between them."""
    margin, wide = theme.PRINT_MARGIN, WIDTH - 2 * theme.PRINT_MARGIN
    size = next(
        (
            size
            for size in theme.TITLE_SIZES
            if len(lettering.lines(chart.finding.title, size, wide, bold=True)) <= TITLE_LINES
        ),
        theme.TITLE_SIZES[-1],
    )
    title = lettering.at_most(chart.finding.title, size, wide, count=TITLE_LINES + 1, bold=True)
    top = HEIGHT - 24
    inks = {
        "title": Ink(size=size, colour=theme.DARK_BLUE, bold=True),
        "lead": Ink(size=theme.LEAD_SIZE),
        "shown": Ink(size=theme.SHOWN_SIZE),
    }
    texts = {"title": title, "lead": chart.finding.lead, "shown": chart.shown}
    for name, ink in inks.items():
        if not texts[name]:
            continue
        text = title if name == "title" else lettering.wrapped(texts[name], ink.size, wide)
        canvas.text(Place(margin, top), text, ink, level="top", name=name)
        top -= lettering.height(text, ink.size) + (12 if name == "title" else 7)
    ink = Ink(size=theme.SOURCE_SIZE)
    room = wide - _badge(canvas, chart.badge)
    line = _shortened_source(source, ink.size, room)
    canvas.text(Place(margin, SOURCE_FOOT), line, ink, level="bottom", name="source")
    chart.draw(canvas, Rectangle(margin, ROOM_BELOW, WIDTH - margin, top - 4))


def _badge(canvas: Canvas, text: str) -> float:
    """Write a badge at the right of the source line, and return its width. [points]"""
    if not text:
        return 0.0
    ink = Ink(bold=True, colour=theme.WHITE)
    wide = lettering.width(text, ink.size, bold=True) + 16
    left, right = WIDTH - theme.PRINT_MARGIN - wide, WIDTH - theme.PRINT_MARGIN
    bottom, top = SOURCE_FOOT - 8, SOURCE_FOOT + 15
    corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
    canvas.area(corners, theme.DARK_GREY, name="badge")
    middle = Place((left + right) / 2, (bottom + top) / 2)
    canvas.text(middle, text, ink, side="center")
    return wide + 12
