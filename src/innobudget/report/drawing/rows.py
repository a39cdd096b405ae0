"""Named rows with pictures to their right: investments, uncertainties, steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle
from innobudget.report.drawing.panel import Panel

TALLEST = 76.0
"""Height of a row at most. [points]"""
BETWEEN = 14.0
"""From names to pictures. [points]"""
SPACE = 3.0
"""Between the names of two rows at least. [points]"""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Rows of a chart, from the top."""

    canvas: Canvas
    """Where they are drawn."""
    room: Rectangle
    """What they take; less than they were given where they are few."""
    pictures: Rectangle
    """What is left to the right of the names."""
    count: int
    """How many there are."""

    @classmethod
    def named(
        cls,
        canvas: Canvas,
        room: Rectangle,
        names: Sequence[str],
        *,
        widest: float = 300.0,
        tallest: float = TALLEST,
    ) -> "Rows":
        """Write names at the left, in at most so wide a column [points], and return the rows."""
        each = min(tallest, room.height / len(names))
        used = room.inset(bottom=room.height - each * len(names))
        ink = Ink()
        count = max(1, int((each - SPACE - ink.size) / (ink.size * lettering.LINE)) + 1)
        texts = [_fitted(name, ink.size, widest, count) for name in names]
        column = max(lettering.width(text, ink.size) for text in texts)
        for number, text in enumerate(texts):
            centre = used.top - (number + 0.5) * each
            canvas.text(Place(used.left + column, centre), text, ink, side="right")
        pictures = used.inset(left=column + BETWEEN)
        return cls(canvas=canvas, room=used, pictures=pictures, count=len(names))

    def panel(self, across: tuple[float, float], *, left: float = 0.0, right: float = 0.0) -> Panel:
        """Return where the pictures are figures, the first row from 0 to 1, within margins."""
        room = self.pictures.inset(left=left, right=right)
        return Panel(canvas=self.canvas, room=room, across=across, upright=(self.count, 0))

    def column(self, right: float, heading: str, texts: Sequence[tuple[str, Ink]]) -> None:
        """Write one text per row, ending at a place across, below a heading."""
        each = self.room.height / len(texts)
        self.canvas.text(Place(right, self.room.top + 6), heading, side="right", level="bottom")
        for number, (text, own) in enumerate(texts):
            centre = self.room.top - (number + 0.5) * each
            self.canvas.text(Place(right, centre), text, own, side="right")


def _fitted(name: str, size: float, widest: float, count: int) -> str:
    """Break a name into lines; where it is too long, what follows its last colon stays whole."""
    text = lettering.at_most(name, size, widest, count=count)
    head, colon, tail = name.rpartition(": ")
    if lettering.ELLIPSIS not in text or not colon:
        return text
    room = widest - lettering.width(colon + tail, size)
    if room < widest / 4:
        return text
    return lettering.shortened(head, size, room) + colon + tail
