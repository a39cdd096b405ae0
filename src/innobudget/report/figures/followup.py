"""What a follow-up shows: the expectation then and now, and why it has changed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from innobudget.domain.results import Spread
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import key_line, with_amounts_left, years_below
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, Series, Told, spread_series, written
from innobudget.report.findings.followup import cause_told, causes, expectation, followed
from innobudget.report.findings.teller import Scale, Teller, capital
from innobudget.report.words import charts as chart_words
from innobudget.report.words import followup as words
from innobudget.report.words.numbers import MINUS, day

KEY_ROOM = 30.0
"""Above the picture, for what its signs mean. [points]"""
LEVELS = ("booked", "forecast")
"""Bars that begin at nothing."""
KNOWN = (
    "",
    "/plan/booked",
    "",
    "/followup/adopted/measures/saving/mean",
    "/measures/saving/mean",
)
"""Where the columns of the table stand in results.json; empty: sums over investments."""
ADOPTED_COLOUR, REALISED_COLOUR = theme.LIGHT_GREY, theme.TURQUOISE


def then_and_now(teller: Teller) -> Chart:
    """Plot what was expected of each year, what is expected now, booked and realised."""
    found, whole = followed(teller.results), teller.results.portfolio
    then, now = found.adopted.measures["saving"], whole.measures["saving"]
    scale = teller.scale([spread.p90 for spread in (*then, *now)])
    names = (words.ORIGINAL, words.CORRECTED, words.REALISED, words.AS_ADOPTED, words.AS_NOW)
    columns = zip(_original(teller), whole.plan.booked, _realised(teller), then, now, strict=True)
    sources = tuple(
        f"/investments/{number}/realised" for number in range(len(teller.results.investments))
    )
    return Chart(
        stem="then-and-now",
        finding=expectation(teller),
        shown=teller.say(words.THEN_SHOWN, unit=scale.name, prices=teller.prices),
        picture=teller.say(words.THEN_PICTURE),
        table=ChartTable(
            (teller.say(chart_words.YEAR), *(capital(teller.say(name)) for name in names)),
            tuple(
                (
                    str(year),
                    *(
                        _written(value, scale, f"{source}/{place}" if source else "")
                        for value, source in zip(row, KNOWN, strict=True)
                    ),
                )
                for place, (year, row) in enumerate(zip(_years(teller), columns, strict=True))
            ),
        ),
        series=(
            *spread_series(
                "adopted", then, "/followup/adopted/measures/saving", "p10", "p50", "p90"
            ),
            *spread_series("now", now, "/measures/saving", "p10", "p50", "p90"),
            Series("booked", whole.plan.booked, ("/plan/booked",)),
            Series(
                "realised",
                tuple(amount or 0.0 for amount in _realised(teller)),
                sources,
                how="sum of those that are known",
            ),
        ),
        draw=lambda canvas, room: _draw_years(teller, canvas, room, scale),
    )


def _written(value: float | Spread | None, scale: Scale, source: str) -> str:
    if value is None:
        return ""
    return written(scale, value.mean if isinstance(value, Spread) else value, source)


def _years(teller: Teller) -> tuple[int, ...]:
    return teller.results.scenario.horizon.years


def _original(teller: Teller) -> list[float]:
    cases = followed(teller.results).cases
    return [
        sum(case.original_booked[year] for case in cases) for year in range(len(_years(teller)))
    ]


def _realised(teller: Teller) -> list[float | None]:
    """Return what is realised of each year; None: nothing is known."""
    found: list[float | None] = []
    for year in range(len(_years(teller))):
        known = [case.realised[year] for case in followed(teller.results).cases]
        amounts = [amount for amount in known if amount is not None]
        found.append(sum(amounts) if amounts else None)
    return found


def _draw_years(teller: Teller, canvas: Canvas, room: Rectangle, scale: Scale) -> None:
    years, whole = _years(teller), teller.results.portfolio
    then, now = followed(teller.results).adopted.measures["saving"], whole.measures["saving"]
    realised = _realised(teller)
    ends = [end for spread in (*then, *now) for end in (spread.p10, spread.p90)]
    shown = [0.0, *ends, *whole.plan.booked, *filter(None, realised)]
    signs = [
        ("frame", chart_words.BOOKED),
        (ADOPTED_COLOUR, words.THEN),
        ("range", words.NOW),
        ("middle", chart_words.MEDIAN),
        (REALISED_COLOUR, words.SO_FAR),
    ]
    top = Rectangle(room.left, room.top - KEY_ROOM, room.right, room.top)
    key_line(canvas, top, [(sign, teller.say(word)) for sign, word in signs])
    panel = with_amounts_left(
        canvas,
        room.inset(bottom=26, top=KEY_ROOM + 6, right=8),
        across=(years[0] - 0.5, years[-1] + 0.5),
        upright=limits(shown),
        written=scale.tick,
    )
    edge = Stroke(colour=theme.PLAN_COLOUR, width=1.8)
    for number, year in enumerate(years):
        booked = whole.plan.booked[number]
        panel.box((year - 0.36, year + 0.36), (0, booked), "none", edge=edge, name="booked")
        _range(panel, (year - 0.3, year - 0.02), then[number], ADOPTED_COLOUR, "adopted")
        _range(panel, (year + 0.02, year + 0.3), now[number], theme.RANGE_COLOUR, "now")
        amount = realised[number]
        if amount is not None:
            panel.box((year - 0.06, year + 0.06), (0, amount), REALISED_COLOUR, name="realised")
    panel.line([(panel.across[0], 0), (panel.across[1], 0)], Stroke(width=1.4))
    years_below(panel, years)


def _range(
    panel: Panel, across: tuple[float, float], spread: Spread, colour: str, name: str
) -> None:
    panel.box(across, (spread.p10, spread.p90), colour, name=f"{name}.p10-p90")
    panel.marks([(sum(across) / 2, spread.p50)], Mark(), name=f"{name}.p50")


class WalkBar(NamedTuple):
    """One bar of the walk. [currency]"""

    number: int
    """Its position in the walk."""
    name: str
    """In words."""
    start: float
    """Where the bar begins."""
    end: float
    """Where it ends."""
    level: bool
    """Whether it begins at nothing."""


def why_it_changed(teller: Teller) -> Chart:
    """Plot the walk from what was booked to what is expected now."""
    finding, steps = expectation(teller), list(_steps(teller))
    scale = teller.scale([end for step in steps for end in (step.start, step.end)])
    walk = followed(teller.results).walk
    return Chart(
        stem="why-it-changed",
        finding=finding,
        shown=teller.say(
            words.WALK_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
        ),
        picture=teller.say(words.WALK_PICTURE),
        table=ChartTable(
            (teller.say(chart_words.STEP), scale.name),
            tuple((step.name, _cell(step, walk[step.number].amount, scale)) for step in steps),
        ),
        series=(
            Series(
                "walk",
                tuple(walk[step.number].amount for step in steps),
                tuple(f"/followup/walk/{step.number}/amount" for step in steps),
            ),
        ),
        draw=lambda canvas, room: _draw_walk(steps, canvas, room, scale),
    )


def _steps(teller: Teller) -> Iterator[WalkBar]:
    """Yield the bars; dates on which nothing changed are left out."""
    level = 0.0
    for number, step in enumerate(followed(teller.results).walk):
        if step.step in LEVELS:
            yield WalkBar(number, _name(teller, step.step), 0.0, step.amount, level=True)
            level = step.amount
        elif step.step not in {"realised", "expected"} and abs(step.amount) >= 1:
            name = _name(teller, step.step)
            yield WalkBar(number, name, level, level + step.amount, level=False)
            level += step.amount


def _name(teller: Teller, step: str) -> str:
    """Name a step: a date by what weighed most then."""
    if step in words.STEPS:
        return teller.say(words.STEPS[step])
    told = day(date.fromisoformat(step), teller.language)
    main = next(cause for cause in causes(teller.results) if cause.step == step)
    return teller.say(words.BY_DAY, day=told, cause=cause_told(teller, main))


def _signed(step: WalkBar, scale: Scale) -> str:
    """Write a step as the difference of levels as written, so that all of them add up."""
    text = scale.write(scale.rounded(step.end) - scale.rounded(step.start))
    return text if step.level or text.startswith(MINUS) else f"+{text}"


def _cell(step: WalkBar, amount: float, scale: Scale) -> Told:
    source = f"/followup/walk/{step.number}/amount"
    return Told(_signed(step, scale), amount, source, unit=scale.name, in_full=scale.told(amount))


def _draw_walk(steps: Sequence[WalkBar], canvas: Canvas, room: Rectangle, scale: Scale) -> None:
    names = [step.name for step in steps]
    rows = Rows.named(canvas, room.inset(top=12, bottom=8), names, widest=520)
    bold = Ink(size=theme.LABEL_SIZE, bold=True)
    texts = [_signed(step, scale) for step in steps]
    margin = 12 + max(lettering.width(text, bold.size, bold=True) for text in texts)
    low, high = limits([0.0, *(end for step in steps for end in (step.start, step.end))])
    panel = rows.panel((low, high), right=margin, left=margin if low < 0 else 0)
    panel.line([(0, len(steps)), (0, 0)], Stroke(width=1.4))
    for number, (step, text) in enumerate(zip(steps, texts, strict=True)):
        across = (min(step.start, step.end), max(step.start, step.end))
        upright = (number + 0.15, number + 0.85)
        if step.level:
            outlined = number == 0
            fill = "none" if outlined else theme.OUTCOME_COLOUR
            edge = Stroke(colour=theme.PLAN_COLOUR, width=2.0) if outlined else None
        else:
            fill, edge = theme.LOSS_COLOUR if step.end < step.start else theme.BETTER_COLOUR, None
        panel.box(across, upright, fill, edge=edge, name="walk")
        panel.text((across[1], number + 0.5), text, bold, side="left", shift=(7, 0))
