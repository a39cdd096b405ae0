"""What of the booked is safe, what is uncertain, and what is missing: one bar."""

from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.messages import Text
from innobudget.report import theme
from innobudget.report.drawing.axes import key_line
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel
from innobudget.report.findings.measured import booked, mean_gap
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import charts as words

BAR = 34.0
"""Height of the bar. [points]"""


class Split(NamedTuple):
    """A part of the bar. [currency]"""

    phrase: Text
    """What it is."""
    start: float
    """Where it begins."""
    end: float
    """Where it ends."""
    amount: float
    """What is written of it."""
    sample: str
    """How it looks, as in a key."""


def splits(teller: Teller) -> list[Split]:
    """Return the parts of the booked saving of the period.

    What is missing on average may be more than what is booked; then it alone is drawn.
    """
    results = teller.results
    whole, lacking = booked(results), mean_gap(results)
    safe = min(max(0.0, whole - results.portfolio.reserve_period), whole)
    missing = lacking if lacking > HALF_AN_ORE else 0.0
    comes = max(0.0, whole - missing)
    safe = min(safe, comes)
    found = [
        Split(words.BAR_SAFE, 0.0, safe, safe, theme.BETTER_COLOUR),
        Split(words.BAR_UNCERTAIN, safe, comes, comes - safe, theme.FAN_COLOURS[1]),
        Split(words.BAR_MISSING, comes, comes + missing, missing, "loss"),
    ]
    return [part for part in found if part.amount > HALF_AN_ORE]


def draw_split(teller: Teller, canvas: Canvas, room: Rectangle, scale: Scale) -> None:
    """Draw the bar, outlined as far as is booked, and its parts by name."""
    whole = booked(teller.results)
    if whole <= HALF_AN_ORE:
        text = teller.say(words.NOTHING_HERE)
        canvas.text(Place(room.left, room.top - 20), text, Ink(), level="top")
        return
    parts = splits(teller)
    far = max([whole, *(part.end for part in parts)])
    bar = room._replace(bottom=room.top - 14 - BAR, top=room.top - 14)
    panel = Panel(canvas=canvas, room=bar, across=(0.0, far * 1.01))
    for part in parts:
        lost = part.sample == "loss"
        fill = theme.LOSS_COLOUR if lost else part.sample
        panel.box((part.start, part.end), (0.0, 1.0), fill, name="split")
    edge = Stroke(colour=theme.PLAN_COLOUR, width=2.2)
    panel.box((0.0, whole), (0.0, 1.0), "none", edge=edge, name="booked")
    told = [(part.sample, part.phrase, part.amount) for part in parts]
    if mean_gap(teller.results) < -HALF_AN_ORE:
        told.append(("none", words.BAR_OVER, -mean_gap(teller.results)))
    told.insert(0, ("frame", words.BAR_BOOKED, whole))
    for number, (sample, phrase, amount) in enumerate(told):
        top = bar.bottom - 8 - number * 22
        line = Rectangle(room.left, top - 22, room.right, top)
        text = teller.say(phrase, amount=scale.write(amount))
        key_line(canvas, line, [(sample, text)], Ink())
