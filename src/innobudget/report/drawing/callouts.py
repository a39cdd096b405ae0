"""Words beside points of a rising curve: to the right and below, never on each other."""

from collections.abc import Sequence
from typing import NamedTuple

from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Ink, Place, Stroke
from innobudget.report.drawing.panel import Panel

BESIDE = 13.0
"""From a point to its words. [points]"""
APART = 6.0
"""Between the words of two points. [points]"""


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
            if point.x + BESIDE < right and left < point.x + BESIDE + width:
                top = min(top, foot - APART)
        for line in lines:
            at = panel.place(0.0, line).y
            if top - height < at + 3 and at - 3 < top:
                top = at - 3
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
