"""Why is money missing? From the booked saving, step by step, to what is missing of it."""

from collections.abc import Mapping
from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import BookedToAchieved
from innobudget.messages import Text
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import key_line
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, Told
from innobudget.report.findings.measured import booked, mean_gap
from innobudget.report.findings.steps import (
    step_name,
    steps_finding,
    steps_of,
    steps_scale,
    written_steps,
)
from innobudget.report.findings.teller import Scale, Teller, capital
from innobudget.report.words import causes, labels
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import MINUS


class Step(NamedTuple):
    """One bar of the waterfall. [currency]"""

    key: str
    """As in results.json."""
    start: float
    """Where the bar begins; 0 for what is booked."""
    end: float
    """Where it ends; of what is missing: at the booked saving."""


def booked_to_achieved(teller: Teller) -> Chart | LeftOutChart:
    """Plot the steps from booked to missing as a waterfall."""
    found = teller.results.booked_to_achieved
    if not steps_of(found):
        return LeftOutChart("booked-to-achieved", teller.say(causes.NOTHING_HAPPENS))
    scale = steps_scale(teller)
    amounts = written_steps(found, scale)
    steps = waterfall(found, amounts)
    return Chart(
        stem="booked-to-achieved",
        finding=steps_finding(teller),
        shown=teller.say(
            words.STEPS_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
        ),
        picture=teller.say(words.STEPS_PICTURE),
        table=ChartTable(
            (teller.say(words.STEP), scale.name),
            tuple(
                (_name(teller, step), _cell(found, step, _amount(step, amounts, scale), scale))
                for step in steps
            ),
        ),
        series=tuple(
            Series(step.key, (getattr(found, step.key),), (f"/booked_to_achieved/{step.key}",))
            for step in steps
        ),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def waterfall(found: BookedToAchieved, written: Mapping[str, float]) -> list[Step]:
    """Return the bars: booked, steps that are not written as nothing, and back to booked."""
    steps = [Step("booked", 0.0, found.booked)]
    level = found.booked
    for key, amount in steps_of(found):
        if written[key]:
            steps.append(Step(key, level, level + amount))
        level += amount
    return [*steps, Step("missing", found.after_costs, found.booked)]


def _name(teller: Teller, step: Step) -> str:
    if step.key == "booked":
        return teller.say(labels.BOOKED)
    if step.key == "missing":
        lacks = step.end > step.start - HALF_AN_ORE
        return teller.say(words.STEP_MISSING if lacks else words.STEP_LEFT_OVER)
    return capital(teller.say(step_name(step.key, step.end - step.start)))


def _amount(step: Step, written: dict[str, float], scale: Scale) -> str:
    amount = written[step.key]
    if step.key == "missing":
        return scale.write(abs(amount))
    text = scale.write(amount)
    return text if step.key == "booked" or text.startswith(MINUS) else f"+{text}"


def _cell(found: BookedToAchieved, step: Step, text: str, scale: Scale) -> Told:
    value, source = getattr(found, step.key), f"/booked_to_achieved/{step.key}"
    left_over = step.key == "missing" and value < 0
    amount, source = (abs(value), "") if left_over else (value, source)
    return Told(text, amount, source, unit=scale.name, in_full=scale.told(amount))


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    found = teller.results.booked_to_achieved
    scale = steps_scale(teller)
    written = written_steps(found, scale)
    steps = waterfall(found, written)
    ends = [end for step in steps for end in (step.start, step.end)]
    names = [_name(teller, step) for step in steps]
    rows = Rows.named(canvas, room.inset(top=12, bottom=8), names, widest=350)
    texts = [_amount(step, written, scale) for step in steps]
    bold = Ink(size=theme.LABEL_SIZE + 2, bold=True)
    margin = 12 + max(lettering.width(text, bold.size, bold=True) for text in texts)
    low, high = limits([0.0, *ends])
    panel = rows.panel((low, high), right=margin, left=margin if low < 0 else 0)
    panel.line([(0, len(steps)), (0, 0)], Stroke(width=1.4))
    for number, (step, text) in enumerate(zip(steps, texts, strict=True)):
        _bar(panel, number, step)
        ends_ = (step.start, step.end)
        side = max(ends_) if low >= 0 or step.end >= 0 else min(ends_)
        shift = (-7, 0) if side < 0 else (7, 0)
        left = "right" if side < 0 else "left"
        panel.text((side, number + 0.5), text, bold, side=left, shift=shift)  # type: ignore[arg-type]
    for number, step in enumerate(steps[:-1]):
        panel.line([(step.end, number + 0.85), (step.end, number + 1.15)], Stroke(width=1.0))


def _bar(panel: Panel, number: int, step: Step) -> None:
    across = (min(step.start, step.end), max(step.start, step.end))
    upright = (number + 0.15, number + 0.85)
    if step.key == "booked":
        edge = Stroke(colour=theme.PLAN_COLOUR, width=2.0)
        panel.box(across, upright, "none", edge=edge, name=step.key)
        return
    lost = (step.end < step.start) != (step.key == "missing")
    colour = theme.LOSS_COLOUR if lost else theme.BETTER_COLOUR
    outline = Stroke(colour=theme.PLAN_COLOUR, width=2.0) if step.key == "missing" else None
    panel.box(across, upright, colour, edge=outline, name=step.key)


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
        canvas.text(Place(room.left, room.top - 20), text, level="top")
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
        key_line(canvas, line, [(sample, text)])
