"""Which year needs a reserve, and who bears the hole?"""

from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle
from innobudget.report.drawing.panel import limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, written
from innobudget.report.findings.areas import area_name, areas_finding
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import causes
from innobudget.report.words import charts as words

MOST_ROWS = 7
"""How many areas are shown by themselves."""
BETWEEN = 36.0
"""From the years to the areas. [points]"""
YEARS = 0.42
"""Share of the width that the years take."""


class AreaBar(NamedTuple):
    """One row. [currency]"""

    name: str
    """Year or area."""
    amount: float
    """Reserve, or what is missing on average; below 0 left over."""
    source: str
    """Where it stands in results.json; empty: several together."""


def by_year_and_area(teller: Teller) -> Chart | LeftOutChart:
    """Plot the reserve of each year of the period, and the mean gap of each area."""
    years, areas = _years(teller), _areas(teller)
    if all(bar.amount <= HALF_AN_ORE for bar in (*years, *areas)):
        return LeftOutChart("by-year-and-area", teller.say(causes.NO_YEAR_NO_AREA))
    scale = teller.scale(bar.amount for bar in (*years, *areas))
    shown = [bar for bar in areas if bar.source]
    return Chart(
        stem="by-year-and-area",
        finding=areas_finding(teller),
        shown=teller.say(words.AREAS_SHOWN, unit=scale.name, prices=teller.prices),
        picture=teller.say(words.AREAS_PICTURE),
        table=ChartTable(
            (teller.say(words.AREA), scale.name),
            tuple((bar.name, written(scale, bar.amount, bar.source)) for bar in (*years, *areas)),
        ),
        series=(
            Series(
                "reserve",
                tuple(bar.amount for bar in years),
                tuple(bar.source for bar in years),
            ),
            Series(
                "gap",
                tuple(bar.amount for bar in shown),
                tuple(bar.source for bar in shown),
            ),
        ),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def _years(teller: Teller) -> list[AreaBar]:
    reserves = zip(teller.period_years, teller.results.portfolio.reserve, strict=False)
    return [
        AreaBar(str(year), amount, f"/reserve/{place}")
        for place, (year, amount) in enumerate(reserves)
    ]


def _areas(teller: Teller) -> list[AreaBar]:
    """Return the areas that lack money or have it left over, the largest hole first."""
    found = [
        AreaBar(
            area_name(teller, part.name),
            part.outcome.gap_period.mean,
            f"/areas/{number}/gap_period/mean",
        )
        for number, part in enumerate(teller.results.areas)
    ]
    found = [bar for bar in found if abs(bar.amount) > HALF_AN_ORE]
    found.sort(key=lambda bar: -bar.amount)
    if len(found) <= MOST_ROWS + 1:
        return found
    largest = sorted(found, key=lambda bar: -abs(bar.amount))[:MOST_ROWS]
    rest = [bar for bar in found if bar not in largest]
    name = teller.say(words.REST, count=len(rest))
    kept = [bar for bar in found if bar in largest]
    return [*kept, AreaBar(name, sum(bar.amount for bar in rest), "")]


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    years, areas = _years(teller), _areas(teller)
    scale = teller.scale(bar.amount for bar in (*years, *areas))
    middle = room.left + YEARS * room.width
    confidence = teller.chance(teller.confidence)
    heading = teller.say(words.RESERVE_BY_YEAR, confidence=confidence)
    _bars(canvas, room._replace(right=middle), (heading, years), scale, hatched=False)
    heading = teller.say(words.MEAN_BY_AREA, period=teller.period)
    right = room._replace(left=middle + BETWEEN)
    _bars(canvas, right, (heading, areas), scale, hatched=True)


def _bars(
    canvas: Canvas, room: Rectangle, told: tuple[str, list[AreaBar]], scale: Scale, *, hatched: bool
) -> None:
    heading, bars = told
    bold = Ink(bold=True, colour=theme.DARK_BLUE)
    text = lettering.shortened(heading, bold.size, room.width, bold=True)
    canvas.text(Place(room.left, room.top - 4), text, bold, level="top")
    if not bars:
        return
    rows = Rows.named(
        canvas, room.inset(top=36, bottom=8), [bar.name for bar in bars], widest=0.45 * room.width
    )
    ink = Ink(bold=True)
    texts = [scale.write(bar.amount) for bar in bars]
    margin = 12 + max(lettering.width(text, ink.size, bold=True) for text in texts)
    across = limits([0.0, *(bar.amount for bar in bars)])
    left = margin if across[0] < 0 else 0.0
    panel = rows.panel(across, left=left, right=margin)
    panel.lines_upright([0.0])
    for number, (bar, text) in enumerate(zip(bars, texts, strict=True)):
        lost = hatched and bar.amount > 0
        fill = theme.LOSS_COLOUR if lost else theme.BETTER_COLOUR
        fill = fill if hatched else theme.OUTCOME_COLOUR
        ends = (min(bar.amount, 0.0), max(bar.amount, 0.0))
        panel.box(ends, (number + 0.2, number + 0.8), fill, name="bar")
        side = "right" if bar.amount < 0 else "left"
        shift = (-7, 0) if bar.amount < 0 else (7, 0)
        panel.text((bar.amount, number + 0.5), text, ink, side=side, shift=shift)  # type: ignore[arg-type]
