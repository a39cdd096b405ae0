"""How closely should budget and innovation be tied?"""

from innobudget.report import theme
from innobudget.report.drawing.axes import BELOW, GAP, with_shares_left
from innobudget.report.drawing.callouts import Callout, callouts, right_edge
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Place, Room, Stroke
from innobudget.report.drawing.panel import Panel
from innobudget.report.figures.chart import Chart, Grid, Series
from innobudget.report.findings.budget import booked_share, choice_finding
from innobudget.report.findings.teller import Teller
from innobudget.report.words import charts as words

LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
NEAR = 0.07
"""A line so near the wanted confidence gives way to it."""
TABLE_SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.25, 1.5)


def booking_choice(teller: Teller) -> Chart:
    """Plot the probability that the budget holds against the booked share."""
    choices = teller.results.booking_choice
    numbers = range(len(choices))
    return Chart(
        stem="booking-choice",
        finding=choice_finding(teller),
        shown=teller.say(words.CHOICE_SHOWN, period=teller.period),
        picture=teller.say(words.CHOICE_PICTURE),
        table=Grid(
            tuple(teller.say(word) for word in (words.SHARE_HEADING, words.HOLDS_HEADING)),
            tuple(
                (
                    teller.chance(choice.share)
                    if choice.share <= 1
                    else teller.at_most(choice.share),
                    teller.chance(choice.probability_budget_holds_period),
                )
                for choice in choices
                if choice.share in TABLE_SHARES
            ),
        ),
        series=(
            Series(
                "share",
                tuple(choice.share for choice in choices),
                tuple(f"/booking_choice/{number}/share" for number in numbers),
            ),
            Series(
                "holds",
                tuple(choice.probability_budget_holds_period for choice in choices),
                tuple(
                    f"/booking_choice/{number}/probability_budget_holds_period"
                    for number in numbers
                ),
            ),
            *_safe_series(teller),
        ),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def _safe_series(teller: Teller) -> tuple[Series, ...]:
    share = teller.results.safe_booking_share
    return () if share is None else (Series("safe", (share,), ("/safe_booking_share",)),)


def _draw(teller: Teller, canvas: Canvas, room: Room) -> None:
    ink = Ink()
    wanted = _callouts(teller)
    far = max([1.0, *(item.at[0] for item in wanted)])
    told = [(item.at[0], item.text, item.ink) for item in wanted]
    edge = right_edge((0.0, far * 1.02), room.width - 75, told)
    lines = [value for value in LINES if abs(value - teller.confidence) > NEAR]
    panel = with_shares_left(
        canvas,
        room.inset(bottom=52, top=44, right=20),
        across=(0.0, edge),
        values=[(value, teller.chance(value)) for value in lines],
        ink=ink,
    )
    _wanted_line(teller, panel)
    _shares_below(teller, panel, far * 1.02)
    points = [
        (choice.share, choice.probability_budget_holds_period)
        for choice in teller.results.booking_choice
        if choice.share <= far * 1.02
    ]
    panel.line(points, Stroke(colour=theme.OUTCOME_COLOUR, width=3.4), name="holds")
    for item in wanted:
        safe = item.ink.colour == theme.DARK_BLUE
        mark = (
            Mark(shape="D", size=13, fill=theme.SAFE_COLOUR, edge=theme.DARK_GREY)
            if safe
            else Mark(size=14, fill=theme.WORSE_COLOUR, edge=theme.WHITE)
        )
        if safe:
            drop = Stroke(colour=theme.DARK_GREY, width=1.6, dashed=True)
            panel.line([(item.at[0], 0), item.at], drop)
        panel.marks([item.at], mark, name="safe" if safe else "now")
    callouts(panel, wanted, [teller.confidence])


def _callouts(teller: Teller) -> list[Callout]:
    share, now = teller.results.safe_booking_share, booked_share(teller)
    holds = teller.results.portfolio.probability_budget_holds_period
    last = teller.results.booking_choice[-1].share
    found = []
    if share is not None and 0 <= share <= last:
        at_most = teller.at_most(share)
        text = teller.say(words.SAFE_SHARE, share=at_most) if share >= 0.01 else at_most
        ink = Ink(size=18, bold=True, colour=theme.DARK_BLUE)
        found.append(Callout((share, teller.confidence), text, ink))
    if now is not None and 0 <= now <= last:
        text = teller.say(
            words.NOW_POINT,
            share=teller.chance(now) if now <= 1 else teller.at_most(now),
            holds=teller.chance(holds, wanted=teller.confidence),
        )
        good = holds >= teller.confidence
        ink = Ink(bold=True, colour=theme.DARK_GREY if good else theme.WORSE_COLOUR)
        found.append(Callout((now, holds), text, ink))
    return found


def _wanted_line(teller: Teller, panel: Panel) -> None:
    stroke = Stroke(colour=theme.DARK_BLUE, width=1.6, dashed=True)
    panel.line([(0, teller.confidence), (panel.across[1], teller.confidence)], stroke)
    bold = Ink(bold=True, colour=theme.DARK_BLUE)
    text = teller.chance(teller.confidence)
    panel.text((0, teller.confidence), text, bold, side="right", shift=(-GAP, 0))


def _shares_below(teller: Teller, panel: Panel, far: float) -> None:
    for tenth in range(0, 16, 2 if far <= 1.1 else 5):
        share = tenth / 10
        if share <= far:
            text = teller.chance(share) if share <= 1 else teller.at_most(share)
            panel.text((share, 0), text, Ink(), side="center", level="top", shift=(0, -BELOW))
    middle = panel.place(min(far, 1.0) / 2, 0).x
    place = Place(middle, panel.room.bottom - 48)
    panel.canvas.text(place, teller.say(words.CHOICE_AXIS), Ink(), side="center", level="bottom")
