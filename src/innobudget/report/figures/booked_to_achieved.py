"""Why is less achieved than was booked?"""

from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import BookedToAchieved
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Room, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, Grid, Series
from innobudget.report.findings.causes import steps_finding
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import MINUS

CHANGES = ("unbooked", "failure", "benefit", "delay")
COSTS = ("outlay", "disruption")


class Step(NamedTuple):
    """One bar of the waterfall. [currency]"""

    key: str
    """As in results.json."""
    start: float
    """Where the bar begins; 0 for a total."""
    end: float
    """Where it ends."""
    total: bool
    """Whether it is a sum rather than a change."""


def booked_to_achieved(teller: Teller) -> Chart:
    """Plot the steps from booked to achieved as a waterfall."""
    found = teller.results.booked_to_achieved
    steps = waterfall(found)
    scale = teller.scale(end for step in steps for end in step[1:3])
    headings = (teller.say(words.STEP), scale.name)
    return Chart(
        stem="booked-to-achieved",
        finding=steps_finding(teller),
        shown=teller.say(
            words.STEPS_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
        ),
        picture=teller.say(words.STEPS_PICTURE),
        table=Grid(
            headings,
            tuple((_name(teller, step), _amount(step, scale)) for step in steps),
        ),
        series=tuple(
            Series(step.key, (getattr(found, step.key),), (f"/booked_to_achieved/{step.key}",))
            for step in steps
        ),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def waterfall(found: BookedToAchieved) -> list[Step]:
    """Return the bars from booked to what is left; steps of nothing are not among them."""
    steps = [Step("booked", 0.0, found.booked, total=True)]
    level = found.booked
    for part, total in ((CHANGES, "achieved"), (COSTS, "after_costs")):
        for key in part:
            amount = getattr(found, key)
            if abs(amount) > HALF_AN_ORE:
                steps.append(Step(key, level, level + amount, total=False))
                level += amount
        if total == "after_costs" or any(abs(getattr(found, key)) > HALF_AN_ORE for key in COSTS):
            level = getattr(found, total)
            steps.append(Step(total, 0.0, level, total=True))
    return steps


def _name(teller: Teller, step: Step) -> str:
    gained = step.end > step.start
    if step.total or not gained:
        phrase = words.OVERBOOKED if step.key == "unbooked" else words.STEPS[step.key]
    else:
        phrase = words.GAINED_STEPS[step.key]
    return teller.say(phrase)


def _amount(step: Step, scale: Scale) -> str:
    amount = step.end - step.start
    text = scale.write(amount)
    return text if step.total or amount < 0 or text.startswith(MINUS) else f"+{text}"


def _draw(teller: Teller, canvas: Canvas, room: Room) -> None:
    steps = waterfall(teller.results.booked_to_achieved)
    ends = [end for step in steps for end in (step.start, step.end)]
    scale = teller.scale(ends)
    names = [_name(teller, step) for step in steps]
    rows = Rows.named(canvas, room.inset(top=12, bottom=8), names, widest=330)
    texts = [_amount(step, scale) for step in steps]
    bold = Ink(size=theme.LABEL_SIZE + 2, bold=True)
    margin = 12 + max(lettering.width(text, bold.size, bold=True) for text in texts)
    low, high = limits([0.0, *ends])
    panel = Panel(
        canvas=canvas,
        room=rows.pictures.inset(right=margin, left=margin if low < 0 else 0),
        across=(low, high),
        upright=(len(steps), 0),
    )
    panel.line([(0, len(steps)), (0, 0)], Stroke(width=1.4))
    for number, (step, text) in enumerate(zip(steps, texts, strict=True)):
        _bar(panel, number, step)
        colour = _colour(step) if step.total or step.end < step.start else theme.DARK_GREY
        ink = Ink(size=bold.size, bold=True, colour=colour)
        side = max(step.start, step.end) if low >= 0 or step.end >= 0 else min(step.start, step.end)
        left = side < 0
        panel.text(
            (side, number + 0.5),
            text,
            ink,
            side="right" if left else "left",
            shift=(-7 if left else 7, 0),
        )
    for number, step in enumerate(steps[:-1]):
        panel.line([(step.end, number + 0.85), (step.end, number + 1.15)], Stroke(width=1.0))


def _colour(step: Step) -> str:
    if step.total:
        return theme.PLAN_COLOUR if step.key == "booked" else theme.OUTCOME_COLOUR
    return theme.WORSE_COLOUR if step.end < step.start else theme.BETTER_COLOUR


def _bar(panel: Panel, number: int, step: Step) -> None:
    across = (min(step.start, step.end), max(step.start, step.end))
    upright = (number + 0.15, number + 0.85)
    if step.key == "booked":
        edge = Stroke(colour=theme.PLAN_COLOUR, width=2.0)
        panel.box(across, upright, "none", edge=edge, name=step.key)
    else:
        panel.box(across, upright, _colour(step), name=step.key)
