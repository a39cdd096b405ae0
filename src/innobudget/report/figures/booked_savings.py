"""Will the booked savings come?"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from innobudget.report import theme
from innobudget.report.figures.canvas import Canvas, year_ticks
from innobudget.report.words import charts as words

BAR = 0.62
EMPTY = 0.005
"""Less than half an øre is nothing. [currency]"""


def plot_booked_savings(canvas: Canvas) -> Figure:
    """Draw booked savings per year against the realised range, with their probability above."""
    outcome = canvas.results.portfolio
    saving, booked = outcome.measures["saving"], outcome.plan.booked
    ends = [abs(value) for spread in saving for value in (spread.p10, spread.p90)]
    scale, unit = canvas.unit(max([*ends, *map(abs, booked)]))
    subtitle = canvas.say(words.BOOKED_SUBTITLE, unit=unit, prices=canvas.prices)
    figure, axes = canvas.frame(booked_title(canvas), subtitle)
    years = canvas.results.scenario.horizon.years
    axes.bar(
        years,
        [amount / scale for amount in booked],
        width=BAR,
        facecolor="none",
        edgecolor=theme.PLAN_COLOUR,
        linewidth=1.8,
        gid="booked",
    )
    for width, low, high, colour in (
        (9, "p10", "p90", theme.LIGHT_BLUE),
        (9, "p25", "p75", theme.OUTCOME_COLOUR),
    ):
        axes.vlines(
            years,
            [getattr(spread, low) / scale for spread in saving],
            [getattr(spread, high) / scale for spread in saving],
            colors=colour,
            linewidths=width if len(years) <= theme.MOST_YEARS else width / 2,
            gid=f"{low}-{high}",
        )
    medians = [spread.p50 / scale for spread in saving]
    axes.plot(
        years,
        medians,
        "o",
        color=theme.WHITE,
        markeredgecolor=theme.OUTCOME_COLOUR,
        markersize=8,
        markeredgewidth=2.5,
        gid="median",
    )
    axes.axhline(0, color=theme.DARK_GREY, linewidth=1)
    canvas.amounts_upright(axes)
    year_ticks(axes, years)
    _probabilities(canvas, axes, scale)
    _labels(canvas, axes, scale)
    return figure


def booked_title(canvas: Canvas) -> str:
    """Say whether the booked savings of the budget period hold."""
    met = canvas.results.portfolio.probability_booked_met_period
    if met is None:
        return canvas.say(words.NOTHING_BOOKED, period=canvas.period)
    if met == 0:
        return canvas.say(words.BOOKED_NEVER, period=canvas.period)
    confident = met >= canvas.results.scenario.assumptions.confidence
    phrase = words.BOOKED_HOLD if confident else words.BOOKED_FAIL
    return canvas.say(phrase, chance=canvas.chance(met), period=canvas.period)


def _probabilities(canvas: Canvas, axes: Axes, scale: float) -> None:
    """Write the probability above each year that has a booking, as many as there is room for."""
    outcome = canvas.results.portfolio
    years = canvas.results.scenario.horizon.years
    step = -(-len(years) // theme.MOST_YEARS)
    tops = [
        max(0.0, booked, spread.p90) / scale
        for booked, spread in zip(outcome.plan.booked, outcome.measures["saving"], strict=True)
    ]
    lowest = min([0.0, *(spread.p10 / scale for spread in outcome.measures["saving"])])
    room = (max(tops) - lowest) or 1.0
    axes.set_ylim(lowest - 0.04 * room, max(tops) + 0.18 * room)
    for position in range(0, len(years), step):
        met = outcome.probability_booked_met[position]
        if met is not None:
            axes.text(
                years[position],
                tops[position] + 0.03 * room,
                canvas.chance(met),
                **theme.LABEL_TEXT,
                ha="center",
                va="bottom",
                color=theme.GAP_COLOUR if met < 0.5 else theme.DARK_GREY,
                fontweight="bold",
            )


def _labels(canvas: Canvas, axes: Axes, scale: float) -> None:
    """Name bar, range and median beside the last year."""
    outcome, years = canvas.results.portfolio, canvas.results.scenario.horizon.years
    last, booked = outcome.measures["saving"][-1], outcome.plan.booked[-1]
    room = axes.get_ylim()[1] - axes.get_ylim()[0]
    wanted = [(last.p50 / scale, words.MEDIAN, theme.OUTCOME_COLOUR)]
    if last.p90 - last.p10 > EMPTY:
        wanted.append((last.p10 / scale, words.EIGHT_IN_TEN, theme.MID_BLUE))
    if abs(booked) > EMPTY:
        wanted.append((booked / scale, words.BOOKED, theme.PLAN_COLOUR))
    axes.set_xlim(years[0] - 0.7, years[-1] + 0.5)
    height = axes.get_ylim()[0]
    for place, phrase, colour in sorted(wanted, key=lambda item: item[0]):
        height = max(place, height + 0.06 * room)
        axes.annotate(
            canvas.say(phrase),
            xy=(1.0, height),
            xycoords=("axes fraction", "data"),
            **theme.LABEL_TEXT,
            color=colour,
            ha="left",
            va="center",
        )
