"""When is the money back?"""

from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from innobudget.report import theme
from innobudget.report.figures.canvas import Canvas, year_ticks
from innobudget.report.words import charts as words

ROOM_BELOW_ZERO = 0.12
"""Share of the axis that the payback year needs below the zero line."""


def plot_cumulative(canvas: Canvas) -> Figure:
    """Draw the fan of the cumulative net effect, the plan and the payback year."""
    outcome, years = canvas.results.portfolio, canvas.results.scenario.horizon.years
    fan = outcome.measures["cumulative_net"]
    plan = planned_cumulative(canvas)
    largest = max(abs(value) for value in (*plan, *(s.p05 for s in fan), *(s.p95 for s in fan)))
    scale, unit = canvas.unit(largest)
    subtitle = canvas.say(words.CUMULATIVE_SUBTITLE, unit=unit, prices=canvas.prices)
    figure, axes = canvas.frame(payback_title(canvas), subtitle)
    for low, high, colour in (
        ("p05", "p95", theme.FAN_COLOURS[0]),
        ("p25", "p75", theme.FAN_COLOURS[1]),
    ):
        axes.fill_between(
            years,
            [getattr(spread, low) / scale for spread in fan],
            [getattr(spread, high) / scale for spread in fan],
            color=colour,
            linewidth=0,
            gid=f"{low}-{high}",
        )
    medians = [spread.p50 / scale for spread in fan]
    axes.plot(years, medians, color=theme.OUTCOME_COLOUR, linewidth=3, gid="median")
    axes.plot(
        years,
        [value / scale for value in plan],
        color=theme.PLAN_COLOUR,
        linewidth=1.8,
        linestyle="--",
        gid="plan",
    )
    axes.axhline(0, color=theme.DARK_GREY, linewidth=1.2)
    canvas.amounts_upright(axes)
    year_ticks(axes, years)
    axes.set_xlim(years[0] - 0.3, years[-1] + 0.3)
    bottom, top = axes.get_ylim()
    axes.set_ylim(min(bottom, -ROOM_BELOW_ZERO * (top - bottom)), top)
    _payback(canvas, axes)
    _labels(canvas, axes, scale)
    return figure


def planned_cumulative(canvas: Canvas) -> list[float]:
    """Return the plan's cumulative net effect by year. [currency]"""
    plan = canvas.results.portfolio.plan
    net = [
        saving - outlay - disruption
        for saving, outlay, disruption in zip(
            plan.saving, plan.outlay, plan.disruption, strict=True
        )
    ]
    return list(accumulate(net))


def payback_title(canvas: Canvas) -> str:
    """Say when the money is back, and how sure that is."""
    payback = canvas.results.portfolio.payback
    last = canvas.results.scenario.horizon.last_year
    never = canvas.chance(payback.never)
    if payback.p50 is None:
        return canvas.say(words.NOT_PAID_BACK, last=last, never=never)
    if payback.p90 is None:
        return canvas.say(words.PAID_BACK_OR_LATER, year=payback.p50, never=never, last=last)
    if payback.years[payback.p50] == 1:
        return canvas.say(words.PAID_BACK_AT_ONCE, year=payback.p50)
    return canvas.say(words.PAID_BACK, year=payback.p50, early=payback.p10, late=payback.p90)


def _payback(canvas: Canvas, axes: Axes) -> None:
    payback = canvas.results.portfolio.payback
    if payback.p50 is None or payback.p10 is None:
        return
    late = payback.p90 or canvas.results.scenario.horizon.last_year
    axes.plot([payback.p10, late], [0, 0], color=theme.GAP_COLOUR, linewidth=5, gid="payback range")
    axes.plot([payback.p50], [0], "o", color=theme.GAP_COLOUR, markersize=12, gid="payback")
    axes.annotate(
        canvas.say(words.PAYBACK_MARK, year=payback.p50),
        xy=(payback.p50, 0),
        xytext=(0, -14),
        textcoords="offset points",
        **theme.LABEL_TEXT,
        color=theme.GAP_COLOUR,
        fontweight="bold",
        ha="center",
        va="top",
    )


def _labels(canvas: Canvas, axes: Axes, scale: float) -> None:
    """Name the lines and bands beside the last year, from below, without overlap."""
    last = canvas.results.portfolio.measures["cumulative_net"][-1]
    plan = planned_cumulative(canvas)[-1] / scale
    wanted = [
        (last.p50 / scale, canvas.say(words.MEDIAN), theme.OUTCOME_COLOUR),
        (plan, canvas.say(words.PLAN), theme.PLAN_COLOUR),
    ]
    if last.p95 - last.p05 > 0:
        wanted.append((last.p75 / scale, canvas.say(words.HALF), theme.MID_BLUE))
        wanted.append((last.p95 / scale, canvas.say(words.NINE), theme.MID_BLUE))
    low, high = axes.get_ylim()
    height = low
    for place, text, colour in sorted(wanted):
        height = max(place, height + 0.055 * (high - low))
        axes.annotate(
            text,
            xy=(1.005, height),
            xycoords=("axes fraction", "data"),
            **theme.LABEL_TEXT,
            color=colour,
            ha="left",
            va="center",
        )
