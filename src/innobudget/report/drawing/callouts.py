"""Words beside points of a rising curve: to the right and below, never on each other."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Ink, Place, Stroke
from innobudget.report.drawing.panel import Panel

BESIDE = 13.0
"""From a point to its words. [points]"""
APART = 6.0
"""Between the words of two points. [points]"""
LINE = 1.25
"""From one line of a list to the next, as a share of the letters' size."""


class Callout(NamedTuple):
    """A point and its words."""

    at: tuple[float, float]
    """In figures of the panel."""
    text: str
    """Its words."""
    ink: Ink
    """How they look."""


def callouts(panel: Panel, wanted: Sequence[Callout], lines: Sequence[float] = ()) -> None:
    """Write beside points, the highest first; what would overlap moves down, with a thin line.

    Parameters
    ----------
    panel
        Where the points are.
    wanted
        The points.
    lines
        Upright figures of lines across that no words may stand on.

    """
    taken: list[tuple[float, float, float]] = []
    for item in sorted(wanted, key=lambda item: -item.at[1]):
        point = panel.place(*item.at)
        width = lettering.width(item.text, item.ink.size, bold=item.ink.bold)
        height = lettering.height(item.text, item.ink.size)
        top = point.y - 3
        for left, right, foot in taken:
            if point.x + BESIDE < right + APART and left - APART < point.x + BESIDE + width:
                top = min(top, foot - APART)
        for line in lines:
            at = panel.place(0.0, line).y
            if top - height < at + APART and at - APART < top:
                top = at - APART
        if top < point.y - 4:
            end = (point.x + BESIDE - 2, top - item.ink.size / 2)
            panel.canvas.line([point, end], Stroke(colour=item.ink.colour, width=1.0))
        panel.canvas.text(Place(point.x + BESIDE, top), item.text, item.ink, level="top")
        taken.append((point.x + BESIDE, point.x + BESIDE + width, top - height))


def right_edge(
    across: tuple[float, float], width: float, wanted: Sequence[tuple[float, str, Ink]]
) -> float:
    """Return the right edge that leaves room for words beside points at these figures.

    Parameters
    ----------
    across
        The edges without words.
    width
        Of the panel. [points]
    wanted
        Figure across, words and ink of each.

    """
    low, high = across
    for at, text, ink in wanted:
        share = (lettering.width(text, ink.size, bold=ink.bold) + BESIDE + 4) / width
        high = max(high, low + (at - low) / (1 - share))
    return high


def in_free_corner(
    panel: Panel, wanted: Sequence[Callout], curve: Sequence[tuple[float, float]], line: float
) -> None:
    """Write words of a small picture below each other, where a rising curve leaves most room.

    Right below the curve or left above it, under a line across; the last ones where not all fit.
    """
    room, each = panel.room, LINE * max(item.ink.size for item in wanted)
    width = 8 + max(
        lettering.width(item.text, item.ink.size, bold=item.ink.bold) for item in wanted
    )
    xs, ys = zip(*(panel.place(*point) for point in curve), strict=True)
    ceiling = panel.place(0.0, line).y - APART
    left = room.right - width
    below = min(float(np.interp(left, xs, ys)) - APART, ceiling)
    above = max(float(np.interp(room.left + width, xs, ys)) + APART, room.bottom)
    top, floor = below, room.bottom
    if below - room.bottom < min(ceiling - above, each * len(wanted)):
        left, top, floor = room.left + 8, ceiling, above
    count = min(len(wanted), max(0, int((top - floor) / each)))
    for number, item in enumerate(reversed(wanted[len(wanted) - count :])):
        place = Place(left, top - count * each + number * each)
        panel.canvas.text(place, item.text, item.ink, level="bottom")
