"""A drawing as SVG within a page: text as text, looks as attributes, which no policy forbids.

Matplotlib's own SVG has letters as outlines or styles as CSS, and names drawn by lot; a canvas
holds nothing but lines, filled shapes, marks and texts, which are written here as they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import HEIGHT, POINTS_PER_INCH, WIDTH, Canvas

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "D": ((0, 1), (1, 0), (0, -1), (-1, 0)),
    "s": ((-0.7, 0.7), (0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)),
    "<": ((-1, 0), (0.6, -1), (0.6, 1)),
    ">": ((1, 0), (-0.6, -1), (-0.6, 1)),
}
"""Corners of marks, as shares of half their size; a disc has none."""
HATCH = 7
"""From one stroke of a hatch to the next. [points]"""


def inline_svg(canvas: Canvas, id: str, told: tuple[str, str]) -> str:  # noqa: A002 - HTML's word
    """Return what is drawn on a slide, with its title and its long description.

    Parameters
    ----------
    canvas
        A whole slide.
    id
        Begins every id within the drawing, so that a page may hold several.
    told
        Title and description.

    """
    names = f"{id}-title", f"{id}-desc"
    svg = Element(
        "svg",
        {
            "viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}",
            "role": "img",
            "aria-labelledby": names[0],
            "aria-describedby": names[1],
        },
    )
    for tag, name, text in zip(("title", "desc"), names, told, strict=True):
        SubElement(svg, tag, {"id": name}).text = text
    hatch = f"{id}-hatch"
    artists = sorted(canvas.figure.artists, key=lambda artist: artist.get_zorder())
    if any(isinstance(artist, Polygon) and artist.get_hatch() for artist in artists):
        svg.append(_hatch(hatch))
    SubElement(svg, "rect", {"width": f"{WIDTH:g}", "height": f"{HEIGHT:g}", "fill": theme.WHITE})
    for artist in artists:
        svg.extend(_drawn(artist, hatch))
    return tostring(svg, encoding="unicode")


def _hatch(name: str) -> Element:
    """Return the look of what is lost, which differs in grey too."""
    definitions = Element("defs")
    pattern = SubElement(
        definitions,
        "pattern",
        {
            "id": name,
            "width": f"{HATCH}",
            "height": f"{HATCH}",
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
    )
    SubElement(
        pattern, "rect", {"width": f"{HATCH}", "height": f"{HATCH}", "fill": theme.LOSS_COLOUR}
    )
    SubElement(pattern, "path", {"d": f"M0 0V{HATCH}", "stroke": theme.WHITE, "stroke-width": "2"})
    return definitions


def _drawn(artist: Artist, hatch: str) -> Iterator[Element]:
    if isinstance(artist, Text):
        if artist.get_text().strip():
            yield _text(artist)
    elif isinstance(artist, Polygon):
        yield _shape(artist, hatch)
    elif isinstance(artist, Line2D):
        if artist.get_linestyle() != "None":
            yield _line(artist)
        else:
            yield from _marks(artist)


def _places(artist: Artist, points: object) -> list[tuple[float, float]]:
    """Return points of an artist as places on the drawing, from its top left. [points]"""
    dots = artist.get_transform().transform(np.asarray(points, float))
    scale = POINTS_PER_INCH / theme.CHART_DPI
    return [(float(x) * scale, HEIGHT - float(y) * scale) for x, y in dots]


def _number(value: float) -> str:
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".")


def _joined(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in places)


def _text(artist: Text) -> Element:
    """Write a text in the width that room was left for, whatever font the reader has."""
    ((x, y),) = _places(artist, [artist.get_position()])
    size, bold = (
        artist.get_fontsize(),
        artist.get_fontproperties().get_file() == str(lettering.font_file(bold=True)),
    )
    text = artist.get_text()
    element = Element(
        "text",
        {
            "x": _number(x),
            "y": _number(y),
            "font-size": _number(float(size)),
            "fill": to_hex(artist.get_color()),
            "text-anchor": ANCHORS[str(artist.get_horizontalalignment())],
            "textLength": _number(lettering.width(text, float(size), bold=bold)),
            "lengthAdjust": "spacingAndGlyphs",
        },
    )
    if bold:
        element.set("font-weight", "bold")
    element.text = text
    return element


def _shape(artist: Polygon, hatch: str) -> Element:
    fill, edge = artist.get_facecolor(), artist.get_edgecolor()
    shown = bool(np.asarray(fill)[-1])
    look = f"url(#{hatch})" if artist.get_hatch() else to_hex(fill) if shown else "none"
    element = Element(
        "polygon", {"points": _joined(_places(artist, artist.get_xy()[:-1])), "fill": look}
    )
    if artist.get_linewidth():
        element.set("stroke", to_hex(edge))
        element.set("stroke-width", _number(artist.get_linewidth()))
    return element


def _line(artist: Line2D) -> Element:
    points = _joined(_places(artist, artist.get_xydata()))
    look = {"stroke": to_hex(artist.get_color()), "stroke-width": _number(artist.get_linewidth())}
    element = Element("polyline", {"points": points, "fill": "none", **look})
    if artist.is_dashed():
        element.set(
            "stroke-dasharray", " ".join(_number(n * artist.get_linewidth()) for n in (4, 2.5))
        )
    return element


def _marks(artist: Line2D) -> Iterator[Element]:
    size = float(artist.get_markersize()) / 2
    look = {
        "fill": to_hex(artist.get_markerfacecolor()),
        "stroke": to_hex(artist.get_markeredgecolor()),
        "stroke-width": _number(artist.get_markeredgewidth()),
    }
    corners = SHAPES.get(str(artist.get_marker()))
    for x, y in _places(artist, artist.get_xydata()):
        if corners is None:
            yield Element(
                "circle", {"cx": _number(x), "cy": _number(y), "r": _number(size), **look}
            )
        else:
            places = [(x + size * across, y - size * up) for across, up in corners]
            yield Element("polygon", {"points": _joined(places), **look})
