"""A canvas of 960 by 540 points: what a slide shows, or the upper part of a printed page.

Everything is placed and sized in points of the canvas; the same drawing is scaled as a whole
where the canvas stands on a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from innobudget.report import theme
from innobudget.report.drawing import lettering

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

POINTS_PER_INCH = 72
WIDTH = 960.0
HEIGHT = 540.0
Side = Literal["left", "center", "right"]
Level = Literal["top", "center", "bottom"]


class Place(NamedTuple):
    """Where something stands, in points of the canvas or in figures of a panel."""

    x: float
    """From the left."""
    y: float
    """From the bottom."""


class Rectangle(NamedTuple):
    """A rectangle of the canvas. [points]"""

    left: float
    """Its left edge."""
    bottom: float
    """Its bottom edge."""
    right: float
    """Its right edge."""
    top: float
    """Its top edge."""

    @property
    def width(self) -> float:
        """From left to right. [points]"""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top. [points]"""
        return self.top - self.bottom

    def inset(
        self, *, left: float = 0, bottom: float = 0, right: float = 0, top: float = 0
    ) -> "Rectangle":
        """Return what is left when its edges move inwards. [points]"""
        return Rectangle(self.left + left, self.bottom + bottom, self.right - right, self.top - top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How letters look."""

    size: float = theme.LABEL_SIZE
    """Of the letters. [points]"""
    colour: str = theme.DARK_GREY
    """Of the letters."""
    bold: bool = False
    """Whether they are bold."""


PLAIN = Ink()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line looks."""

    colour: str = theme.DARK_GREY
    """Of the line."""
    width: float = 1.0
    """Of the line. [points]"""
    dashed: bool = False
    """Whether it is broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a point looks."""

    shape: str = "o"
    """In matplotlib's letters: a disc; `D`: a diamond; `|`: a stroke."""
    size: float = 11.0
    """Across. [points]"""
    fill: str = theme.WHITE
    """Inside."""
    edge: str = theme.OUTCOME_COLOUR
    """Outline."""


@dataclass(frozen=True, kw_only=True)
class Canvas:
    """Where things are drawn."""

    figure: "Figure"
    """What holds the drawing."""
    scale: float = 1.0
    """Size of a point of the canvas on the figure. [points]"""
    raised: float = 0.0
    """How far the canvas stands above the figure's foot. [points of the figure]"""

    @classmethod
    def slide(cls) -> "Canvas":
        """Return an empty slide, 16:9."""
        from matplotlib.figure import Figure

        size = (WIDTH / POINTS_PER_INCH, HEIGHT / POINTS_PER_INCH)
        return cls(figure=Figure(figsize=size, dpi=theme.CHART_DPI, facecolor=theme.WHITE))

    @cached_property
    def transform(self) -> "Transform":
        """From points of the canvas to the figure's dots."""
        from matplotlib.transforms import Affine2D

        inch = 1 / POINTS_PER_INCH
        own = Affine2D().scale(self.scale * inch).translate(0, self.raised * inch)
        return own + self.figure.dpi_scale_trans

    @property
    def _above(self) -> int:
        """Above everything that is drawn already."""
        return len(self.figure.artists)

    def text(  # noqa: PLR0913 - where, what, and how it stands there
        self,
        place: Place,
        text: str,
        ink: Ink = PLAIN,
        *,
        side: Side = "left",
        level: Level = "center",
        name: str = "",
    ) -> None:
        """Write a text whose `side` and `level` touch the place, every line on its own base."""
        from matplotlib.text import Text

        lines = text.split("\n")
        base = place.y + _first_base(len(lines), level) * ink.size
        for number, line in enumerate(lines):
            self.figure.add_artist(
                Text(
                    place.x,
                    base - number * lettering.LINE * ink.size,
                    lettering.drawable(line, bold=ink.bold),
                    color=ink.colour,
                    fontproperties=lettering.font(ink.size * self.scale, bold=ink.bold),
                    ha=side,
                    va="baseline",
                    parse_math=False,
                    transform=self.transform,
                    zorder=self._above,
                    gid=name or None,
                )
            )

    def line(
        self,
        places: Sequence[tuple[float, float]],
        stroke: Stroke,
        *,
        transform: "Transform | None" = None,
        name: str = "",
    ) -> None:
        """Draw a line from place to place."""
        self._lines(
            places,
            transform,
            name,
            color=stroke.colour,
            linewidth=stroke.width * self.scale,
            linestyle=(0, (4, 2.5)) if stroke.dashed else "-",
            solid_capstyle="butt",
            solid_joinstyle="round",
        )

    def area(
        self,
        places: Sequence[tuple[float, float]],
        fill: str,
        *,
        edge: Stroke | None = None,
        transform: "Transform | None" = None,
        name: str = "",
    ) -> None:
        """Fill what a line round it encloses; a loss is hatched, to differ in grey too."""
        from matplotlib.patches import Polygon

        hatched = fill == theme.LOSS_COLOUR
        self.figure.add_artist(
            Polygon(
                places,
                closed=True,
                facecolor=fill,
                edgecolor=edge.colour if edge else theme.WHITE if hatched else "none",
                linewidth=edge.width * self.scale if edge else 0,
                hatch="///" if hatched else None,
                joinstyle="miter",
                transform=transform or self.transform,
                zorder=self._above,
                gid=name or None,
            )
        )

    def marks(
        self,
        places: Sequence[tuple[float, float]],
        mark: Mark,
        *,
        transform: "Transform | None" = None,
        name: str = "",
    ) -> None:
        """Draw a point at every place."""
        self._lines(
            places,
            transform,
            name,
            linestyle="none",
            marker=mark.shape,
            markersize=mark.size * self.scale,
            markerfacecolor=mark.fill,
            markeredgecolor=mark.edge,
            markeredgewidth=2.4 * self.scale,
        )

    def _lines(
        self,
        places: Sequence[tuple[float, float]],
        transform: "Transform | None",
        name: str,
        **looks: Any,  # noqa: ANN401 - matplotlib's own
    ) -> None:
        from matplotlib.lines import Line2D

        xs, ys = zip(*places, strict=True)
        self.figure.add_artist(
            Line2D(
                xs,
                ys,
                transform=transform or self.transform,
                zorder=self._above,
                gid=name or None,
                **looks,
            )
        )


def _first_base(lines: int, level: Level) -> float:
    """Return how far the first base line lies above a place, as a share of the letters' size."""
    below = (lines - 1) * lettering.LINE
    if level == "top":
        return -lettering.ASCENT
    if level == "bottom":
        return below + lettering.DESCENT
    return (below - lettering.CAPITAL) / 2
