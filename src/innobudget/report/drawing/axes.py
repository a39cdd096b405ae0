"""Panels with their figures beside them, in margins as wide as the figures need."""

from collections.abc import Callable, Sequence
from math import inf

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Mark, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, round_figures

Written = Callable[[float], str]
"""Writes a figure of an axis."""

GAP = 8.0
"""Between an axis and its figures. [points]"""
BELOW = 10.0
"""Between a panel and what stands below it. [points]"""
MOST_LINES = 5
APART = 1.7
"""From one figure of an upright axis to the next at least, as a share of the letters' size."""


def with_amounts_left(
    canvas: Canvas,
    room: Rectangle,
    *,
    across: tuple[float, float],
    upright: tuple[float, float],
    written: Written,
) -> Panel:
    """Return a panel with round amounts at its left, light lines across and one at zero."""
    count = min(MOST_LINES, max(1, int(room.height / (APART * theme.LABEL_SIZE))))
    values = round_figures(*upright, count)
    texts = [written(value) for value in values]
    margin = max(map(_width, texts), default=0.0) + GAP
    panel = Panel(canvas=canvas, room=room.inset(left=margin), across=across, upright=upright)
    panel.lines_across(values)
    for value, text in zip(values, texts, strict=True):
        panel.text((across[0], value), text, side="right", shift=(-GAP, 0))
    return panel


def with_shares_left(
    canvas: Canvas,
    room: Rectangle,
    *,
    across: tuple[float, float],
    values: Sequence[tuple[float, str]],
) -> Panel:
    """Return a panel from 0 to 1 with given probabilities at its left."""
    margin = max(lettering.width(text, theme.LABEL_SIZE, bold=True) for _, text in values) + GAP
    panel = Panel(canvas=canvas, room=room.inset(left=margin), across=across)
    panel.lines_across([value for value, _ in values])
    for value, text in values:
        panel.text((across[0], value), text, side="right", shift=(-GAP, 0))
    return panel


def amounts_below(
    panel: Panel, written: Written, *, lines: bool = False, finest: float = 1.0
) -> None:
    """Write round amounts below a panel, as many as there is room for.

    They are at least `finest` apart: no parts of a krone, unless it is 0.
    """
    left, right = panel.across
    count = MOST_LINES + 2
    while count > 1:
        values = list(round_figures(left, right, count))
        step = values[1] - values[0] if len(values) > 1 else inf
        widest = max((_width(written(value)) for value in values), default=0)
        if step >= finest and panel.room.width / (right - left) * step > widest + 14:
            break
        count -= 1
    if lines:
        panel.lines_upright(values)
    edges = (panel.room.left - 30, panel.room.right + 30)
    for value in values:
        half, x = _width(written(value)) / 2, panel.place(value, 0).x
        if edges[0] <= x - half and x + half <= edges[1]:
            _below(panel, value, written(value))


def years_below(panel: Panel, years: Sequence[int]) -> None:
    """Write as many years below a panel as there is room for, the first among them."""
    step = shown_every(panel, years, _width("2000") + 10)
    for year in years[::step]:
        _below(panel, year, str(year))


def _below(panel: Panel, value: float, text: str) -> None:
    at = (value, panel.upright[0])
    panel.text(at, text, side="center", level="top", shift=(0, -BELOW))


def _width(text: str) -> float:
    return lettering.width(text, theme.LABEL_SIZE)


def shown_every(panel: Panel, years: Sequence[int], needed: float) -> int:
    """Return that every so many years has room for something so wide. [points]"""
    left, right = panel.across
    each = panel.room.width / (right - left)
    return max(1, next(step for step in range(1, len(years) + 101) if step * each >= needed))


def key_line(canvas: Canvas, room: Rectangle, items: Sequence[tuple[str, str]]) -> None:
    """Explain signs in one line: a drawn sample and its word, from left to right."""
    x, y = room.left, (room.bottom + room.top) / 2
    for sample, word in items:
        _sample(canvas, sample, x, y)
        canvas.text(Place(x + 26, y), word)
        x += 26 + _width(word) + 22


def _sample(canvas: Canvas, sample: str, x: float, y: float) -> None:
    box = [(x, y - 6), (x, y + 6), (x + 20, y + 6), (x + 20, y - 6)]
    thin = [(x, y - 4), (x, y + 4), (x + 20, y + 4), (x + 20, y - 4)]
    if sample == "frame":
        canvas.area(box, "none", edge=Stroke(colour=theme.PLAN_COLOUR, width=1.8))
    elif sample == "range":
        canvas.area(thin, theme.RANGE_COLOUR)
    elif sample == "middle":
        canvas.marks([(x + 10, y)], Mark())
    elif sample == "safe":
        canvas.marks([(x + 10, y)], SAFE_MARK)
    elif sample == "loss":
        canvas.area(thin, theme.LOSS_COLOUR)
    elif sample != "none":
        canvas.area(thin, sample)


SAFE_MARK = Mark(shape="D", size=10, fill=theme.SAFE_COLOUR, edge=theme.DARK_GREY)
