"""How big can the hole be?"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from innobudget.report import theme
from innobudget.report.figures.canvas import Canvas
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import amount, frequency

ROOM_FOR_WORDS = 0.2
"""Share of the axis that words need beside zero."""


def plot_budget_gap(canvas: Canvas) -> Figure:
    """Draw the probability that the budget period's gap is larger than an amount."""
    points = canvas.results.exceedance
    scale, unit = canvas.unit(max(abs(point.budget_gap) for point in points))
    subtitle = canvas.say(words.GAP_SUBTITLE, period=canvas.period, unit=unit, prices=canvas.prices)
    figure, axes = canvas.frame(gap_title(canvas), subtitle)
    gaps = [point.budget_gap / scale for point in points]
    shares = [point.probability for point in points]
    axes.plot(gaps, shares, color=theme.OUTCOME_COLOUR, linewidth=3, gid="exceedance")
    axes.fill_between(
        gaps, shares, where=[gap > 0 for gap in gaps], color=theme.GAP_COLOUR, alpha=0.18, lw=0
    )
    room = (gaps[-1] - gaps[0]) or 1.0
    axes.set_xlim(min(gaps[0], 0.0) - 0.05 * room, max(gaps[-1], 0.0) + 0.22 * room)
    axes.axvline(0, color=theme.DARK_GREY, linewidth=1.2)
    canvas.shares_upright(axes)
    canvas.amounts_across(axes)
    axes.set_xlabel(canvas.say(words.GAP_AXIS, unit=unit), **theme.AXIS_TEXT)
    _sides(canvas, axes)
    _reserve(canvas, axes, scale)
    return figure


def gap_title(canvas: Canvas) -> str:
    """Say what reserve makes the budget period safe."""
    outcome, assumptions = canvas.results.portfolio, canvas.results.scenario.assumptions
    if outcome.reserve_period == 0:
        holds = canvas.chance(outcome.probability_budget_holds_period)
        return canvas.say(words.NO_RESERVE, period=canvas.period, holds=holds)
    return canvas.say(
        words.RESERVE,
        reserve=amount(outcome.reserve_period, assumptions.currency, canvas.language),
        period=canvas.period,
        confidence=canvas.chance(assumptions.confidence),
    )


def _sides(canvas: Canvas, axes: Axes) -> None:
    """Say how likely a hole is and how likely the budget holds, on either side of zero."""
    holds = canvas.results.portfolio.probability_budget_holds_period
    low, high = axes.get_xlim()
    zero = -low / (high - low)
    if holds < 1:
        _side(
            axes,
            (zero, 1.045),
            "left",
            canvas.say(words.HOLE, chance=canvas.chance(1 - holds)),
        )
    if holds > 0 and zero > ROOM_FOR_WORDS:
        text = canvas.say(words.HOLDS, chance=canvas.chance(holds))
        _side(axes, (zero - 0.012, 0.06), "right", text)


def _side(axes: Axes, place: tuple[float, float], side: str, text: str) -> None:
    axes.text(
        *place,
        text,
        transform=axes.transAxes,
        **theme.LABEL_TEXT,
        color=theme.GAP_COLOUR if side == "left" else theme.DARK_GREY,
        fontweight="bold",
        ha=side,
        va="center",
    )


def _reserve(canvas: Canvas, axes: Axes, scale: float) -> None:
    outcome, assumptions = canvas.results.portfolio, canvas.results.scenario.assumptions
    if outcome.reserve_period == 0:
        return
    beyond = 1 - assumptions.confidence
    place = outcome.reserve_period / scale
    axes.plot([place, place], [0, beyond], color=theme.GAP_COLOUR, linewidth=2, linestyle="--")
    axes.plot([place], [beyond], "o", color=theme.GAP_COLOUR, markersize=11, gid="reserve")
    text = canvas.say(
        words.RESERVE_POINT,
        reserve=amount(outcome.reserve_period, assumptions.currency, canvas.language),
        enough=frequency(assumptions.confidence, canvas.language),
    )
    low, high = axes.get_xlim()
    right = place < low + (1 - ROOM_FOR_WORDS) * (high - low)
    axes.annotate(
        text,
        xy=(place, beyond),
        xytext=(16 if right else -16, 14),
        textcoords="offset points",
        **theme.LABEL_TEXT,
        color=theme.GAP_COLOUR,
        fontweight="bold",
        ha="left" if right else "right",
        va="bottom",
    )
