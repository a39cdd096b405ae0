"""The decision on one page."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Room, Stroke
from innobudget.report.figures.booked_savings import booked_scale, draw_booked
from innobudget.report.figures.budget_gap import draw_gap, gap_scale
from innobudget.report.figures.chart import Chart, Grid, LeftOut, Series
from innobudget.report.figures.cumulative import cumulative_scale, draw_cumulative
from innobudget.report.findings.payback import back_between, message, spends
from innobudget.report.findings.teller import Teller
from innobudget.report.words import charts as words

KEY_HEIGHT = 108.0
"""What the key figures take. [points]"""
BETWEEN = 30.0
"""Between the small charts. [points]"""


def overview(teller: Teller, left_out: tuple[LeftOut, ...]) -> Chart:
    """Put message, four key figures and three small charts on one page."""
    figures = key_figures(teller)
    shown = " ".join(
        [
            teller.say(words.AMOUNTS_IN, prices=teller.prices),
            *(teller.say(words.LEFT_OUT, charts=out.stem, reason=out.reason) for out in left_out),
        ]
    )
    return Chart(
        stem="overview",
        finding=message(teller),
        shown=shown,
        picture=teller.say(words.OVERVIEW_PICTURE),
        table=Grid(
            (teller.say(words.KEY_FIGURE), ""),
            tuple((label, figure) for figure, label, _ in figures),
        ),
        series=tuple(series for _, _, found in figures for series in found),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


KeyFigure = tuple[str, str, tuple[Series, ...]]


def key_figures(teller: Teller) -> list[KeyFigure]:
    """Return the four figures: as written, what they are, and where they come from."""
    return [_met(teller), _reserve(teller), _mature(teller), _payback(teller)]


def mature_year(teller: Teller) -> int:
    """Return the position of the last year in which the planned saving is at its largest.

    Where none is planned, the last year of the horizon.
    """
    planned = [max(amount, 0.0) for amount in teller.results.portfolio.plan.saving]
    return max(range(len(planned)), key=lambda year: (round(planned[year], 2), year))


def _met(teller: Teller) -> KeyFigure:
    outcome = teller.results.portfolio
    met, holds = outcome.probability_booked_met_period, outcome.probability_budget_holds_period
    if met is None:
        source = Series("holds", (holds,), ("/probability_budget_holds_period",))
        figure = teller.chance(holds, wanted=teller.confidence)
        return figure, teller.say(words.KEY_HOLDS, period=teller.period), (source,)
    source = Series("met", (met,), ("/probability_booked_met_period",))
    figure = teller.chance(met, wanted=teller.confidence)
    return figure, teller.say(words.KEY_MET, period=teller.period), (source,)


def _reserve(teller: Teller) -> KeyFigure:
    reserve = teller.results.portfolio.reserve_period
    label = teller.say(words.KEY_RESERVE, confidence=teller.chance(teller.confidence))
    figure = teller.money(reserve) if reserve > HALF_AN_ORE else teller.say(words.NO_AMOUNT)
    return figure, label, (Series("reserve", (reserve,), ("/reserve_period",)),)


def _mature(teller: Teller) -> KeyFigure:
    year, outcome = mature_year(teller), teller.results.portfolio
    mean, booked = outcome.measures["saving"][year].mean, outcome.plan.booked[year]
    label = teller.say(
        words.KEY_MATURE,
        year=teller.results.scenario.horizon.years[year],
        booked=teller.money(booked) if abs(booked) > HALF_AN_ORE else teller.say(words.NO_AMOUNT),
    )
    series = (
        Series("mature_saving", (mean,), (f"/measures/saving/mean/{year}",)),
        Series("mature_booked", (booked,), (f"/plan/booked/{year}",)),
    )
    return teller.money(mean), label, series


def _payback(teller: Teller) -> KeyFigure:
    payback, last = teller.results.portfolio.payback, teller.results.scenario.horizon.last_year
    never = Series("never", (payback.never,), ("/payback/never",))
    if not spends(teller):
        return teller.say(words.NO_AMOUNT), teller.say(words.KEY_NOTHING_SPENT), ()
    if payback.p50 is None or payback.p10 is None:
        by_then = teller.chance(1 - payback.never)
        return by_then, teller.say(words.KEY_NEVER, last=last), (never,)
    if payback.p90 is None:
        around = teller.say(words.KEY_PAYBACK_OPEN, often=teller.often(payback.never), last=last)
    elif payback.years[payback.p50] == 1:
        around = teller.say(words.KEY_PAYBACK_SURE)
    else:
        around = teller.say(
            words.KEY_PAYBACK_RANGE,
            often=teller.often(back_between(teller)),
            early=payback.p10,
            late=payback.p90,
        )
    series = Series("payback", (float(payback.p50),), ("/payback/p50",))
    return str(payback.p50), teller.say(words.KEY_PAYBACK, range=around), (series, never)


def _draw(teller: Teller, canvas: Canvas, room: Room) -> None:
    top = room.top - 4
    _key_figures(teller, canvas, Room(room.left, top - KEY_HEIGHT, room.right, top))
    small = (
        (words.SMALL_BOOKED, booked_scale(teller), draw_booked),
        (words.SMALL_GAP, gap_scale(teller), draw_gap),
        (words.SMALL_CUMULATIVE, cumulative_scale(teller), draw_cumulative),
    )
    each = (room.width - BETWEEN * (len(small) - 1)) / len(small)
    for number, (heading, scale, draw) in enumerate(small):
        left = room.left + number * (each + BETWEEN)
        part = Room(left, room.bottom + 4, left + each, top - KEY_HEIGHT - 16)
        bold = Ink(bold=True, colour=theme.DARK_BLUE)
        text = teller.say(heading, unit=scale.name)
        canvas.text(Place(left, part.top), text, bold, level="top")
        draw(teller, canvas, part.inset(top=26), brief=True)


def _key_figures(teller: Teller, canvas: Canvas, room: Room) -> None:
    figures = key_figures(teller)
    each = room.width / len(figures)
    size = theme.FIGURE_SIZE
    while any(lettering.width(figure, size, bold=True) > each - 26 for figure, _, _ in figures):
        size -= 1
    for number, (figure, label, _) in enumerate(figures):
        left = room.left + number * each
        if number:
            rule = [(left - 12, room.bottom + 6), (left - 12, room.top - 4)]
            canvas.line(rule, Stroke(colour=theme.LIGHT_GREY, width=1.2))
        ink = Ink(size=size, bold=True, colour=theme.OUTCOME_COLOUR)
        canvas.text(Place(left, room.top - 24), figure, ink)
        small = Ink(size=theme.SMALL_SIZE)
        lines = lettering.at_most(label, small.size, each - 26, count=3)
        canvas.text(Place(left, room.top - 50), lines, small, level="top")
