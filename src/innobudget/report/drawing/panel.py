"""A rectangle of the canvas where places are figures: amounts, years, probabilities."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import (
    PLAIN,
    Canvas,
    Ink,
    Level,
    Mark,
    Place,
    Rectangle,
    Side,
    Stroke,
)

if TYPE_CHECKING:
    from matplotlib.transforms import Transform

Points = Sequence[tuple[float, float]]
STRETCHES = 4.0
"""So many times as large as every other, a value is also told as a number. [1]"""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A picture of figures. Amounts are in whole currency units; only their labels are not."""

    canvas: Canvas
    """Where it is drawn."""
    room: Rectangle
    """What it takes of the canvas."""
    across: tuple[float, float]
    """The figures at its left and its right edge."""
    upright: tuple[float, float] = (0.0, 1.0)
    """The figures at its bottom and its top edge."""

    @cached_property
    def transform(self) -> "Transform":
        """From figures to dots."""
        from matplotlib.transforms import Bbox, BboxTransform

        (left, right), (bottom, top) = self.across, self.upright
        figures = Bbox([[left, bottom], [right, top]])
        room = Bbox([[self.room.left, self.room.bottom], [self.room.right, self.room.top]])
        return BboxTransform(figures, room) + self.canvas.transform

    def place(self, x: float, y: float) -> Place:
        """Return where figures stand on the canvas."""
        (left, right), (bottom, top) = self.across, self.upright
        return Place(
            self.room.left + (x - left) / (right - left) * self.room.width,
            self.room.bottom + (y - bottom) / (top - bottom) * self.room.height,
        )

    def line(self, points: Points, stroke: Stroke, *, name: str = "") -> None:
        """Draw a line through figures."""
        self.canvas.line(points, stroke, transform=self.transform, name=name)

    def marks(self, points: Points, mark: Mark, *, name: str = "") -> None:
        """Draw points at figures."""
        self.canvas.marks(points, mark, transform=self.transform, name=name)

    def area(
        self, points: Points, fill: str, *, edge: Stroke | None = None, name: str = ""
    ) -> None:
        """Fill what a line through figures encloses."""
        self.canvas.area(points, fill, edge=edge, transform=self.transform, name=name)

    def box(
        self,
        across: tuple[float, float],
        upright: tuple[float, float],
        fill: str,
        *,
        edge: Stroke | None = None,
        name: str = "",
    ) -> None:
        """Draw a rectangle between figures."""
        (left, right), (bottom, top) = across, upright
        corners = [(left, bottom), (left, top), (right, top), (right, bottom)]
        self.area(corners, fill, edge=edge, name=name)

    def band(
        self,
        xs: Sequence[float],
        lows: Sequence[float],
        highs: Sequence[float],
        fill: str,
        name: str,
    ) -> None:
        """Fill what lies between two lines."""
        back = zip(reversed(xs), reversed(lows), strict=True)
        self.area([*zip(xs, highs, strict=True), *back], fill, name=name)

    def text(  # noqa: PLR0913 - where, what, and how it stands there
        self,
        at: tuple[float, float],
        text: str,
        ink: Ink = PLAIN,
        *,
        side: Side = "left",
        level: Level = "center",
        shift: tuple[float, float] = (0.0, 0.0),
        name: str = "",
    ) -> None:
        """Write at figures, moved by some points of the canvas."""
        x, y = self.place(*at)
        place = Place(x + shift[0], y + shift[1])
        self.canvas.text(place, text, ink, side=side, level=level, name=name)

    def text_on_white(
        self, at: tuple[float, float], text: str, ink: Ink = PLAIN, *, shift: float = 8.0
    ) -> None:
        """Write beside figures, over whatever passes there: to the left where shifted to it."""
        x, y = self.place(*at)
        width, half = lettering.width(text, ink.size, bold=ink.bold), ink.size * 0.7
        left = x + shift - (width if shift < 0 else 0)
        box = [(left - 3, y - half), (left - 3, y + half)]
        box += [(left + width + 3, y + half), (left + width + 3, y - half)]
        self.canvas.area(box, theme.WHITE)
        self.canvas.text(Place(left, y), text, ink)

    def lines_across(self, values: Sequence[float]) -> None:
        """Draw light lines from left to right, and a dark one at zero."""
        left, right = self.across
        for value in values:
            self.line([(left, value), (right, value)], _grid(value))

    def lines_upright(self, values: Sequence[float]) -> None:
        """Draw light lines from bottom to top, and a dark one at zero."""
        bottom, top = self.upright
        for value in values:
            self.line([(value, bottom), (value, top)], _grid(value))


def _grid(value: float) -> Stroke:
    if value == 0:
        return Stroke(colour=theme.DARK_GREY, width=1.4)
    return Stroke(colour=theme.GRID_COLOUR, width=0.8)


def round_figures(low: float, high: float, count: int) -> list[float]:
    """Return about so many round figures between two, for an axis."""
    from matplotlib.ticker import MaxNLocator

    ticks = MaxNLocator(nbins=count, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    reach = (high - low) * 1e-9
    return [
        0.0 if abs(tick) < reach else float(tick)
        for tick in ticks
        if low - reach <= tick <= high + reach
    ]


def limits(
    values: Sequence[float], *, below: float = 0.0, above: float = 0.0
) -> tuple[float, float]:
    """Return the range of some amounts, with room below and above as shares of it."""
    low, high = min(values), max(values)
    reach = (high - low) or max(abs(low), 1.0)
    return low - below * reach, (high if high > low else low + reach) + above * reach


def stretching(groups: Sequence[Sequence[float]]) -> tuple[int, float] | None:
    """Return which group has a value that stretches the axis, and that value; None: none has.

    Examples
    --------
    >>> stretching([[1.0, -2.0], [90.0], [3.0]]), stretching([[1.0], [2.0]])
    ((1, 90.0), None)

    """
    ends = [max(group, key=abs) for group in groups]
    *others, largest = sorted(range(len(ends)), key=lambda number: abs(ends[number]))
    if not others or abs(ends[largest]) < STRETCHES * abs(ends[others[-1]]):
        return None
    return largest, ends[largest]


def kept_apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move places as little as needed so that they are a gap apart, from low to high.

    Examples
    --------
    >>> kept_apart([5.0, 6.0, 1.0], 2.0, 0.0, 6.0)
    [4.0, 6.0, 1.0]

    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = list(wanted)
    floor = low
    for index in order:
        places[index] = floor = max(places[index], floor)
        floor += gap
    ceiling = high
    for index in reversed(order):
        places[index] = ceiling = min(places[index], ceiling)
        ceiling -= gap
    return places
