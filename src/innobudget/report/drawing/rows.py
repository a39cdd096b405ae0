"""Named rows with pictures to their right: investments, uncertainties, steps."""

from collections.abc import Sequence
from dataclasses import dataclass

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Room

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
    room: Room
    """What they take; less than they were given where they are few."""
    pictures: Room
    """What is left to the right of the names."""

    @classmethod
    def named(
        cls,
        canvas: Canvas,
        room: Room,
        names: Sequence[str],
        *,
        widest: float = 300.0,
        tallest: float = TALLEST,
    ) -> "Rows":
        """Write names at the left, in at most so wide a column [points], and return the rows."""
        each = min(tallest, room.height / len(names))
        used = room.inset(bottom=room.height - each * len(names))
        ink, count = _ink(names, widest, each)
        texts = [lettering.at_most(name, ink.size, widest, count=count) for name in names]
        column = max(lettering.width(text, ink.size) for text in texts)
        for number, text in enumerate(texts):
            centre = used.top - (number + 0.5) * each
            canvas.text(Place(used.left + column, centre), text, ink, side="right")
        return cls(canvas=canvas, room=used, pictures=used.inset(left=column + BETWEEN))

    def column(self, right: float, heading: str, texts: Sequence[tuple[str, Ink]]) -> None:
        """Write one text per row, ending at a place across, below a heading."""
        each = self.room.height / len(texts)
        ink = Ink()
        self.canvas.text(
            Place(right, self.room.top + 6), heading, ink, side="right", level="bottom"
        )
        for number, (text, own) in enumerate(texts):
            centre = self.room.top - (number + 0.5) * each
            self.canvas.text(Place(right, centre), text, own, side="right")


def _ink(names: Sequence[str], widest: float, each: float) -> tuple[Ink, int]:
    """Return the largest letters in which all names fit, and how many lines have room."""
    for size in (theme.LABEL_SIZE, theme.LABEL_SIZE):
        count = max(1, int((each - SPACE - size) / (size * lettering.LINE)) + 1)
        if all(len(lettering.lines(name, size, widest)) <= count for name in names):
            break
    return Ink(size=size), count
