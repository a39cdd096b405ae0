"""Better and cheaper?"""

from collections.abc import Sequence

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import Spread
from innobudget.report import theme
from innobudget.report.drawing.canvas import PLAIN, Canvas, Ink, Mark, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, Told
from innobudget.report.findings.service import MOVED, BothLines, both_finding, both_lines
from innobudget.report.findings.teller import Teller, joined
from innobudget.report.words import causes
from innobudget.report.words import charts as words

MOST_ROWS = 9
"""How many investments are shown."""
SHOWN_TO = (-1.0, 2.0)
"""What is further from the plan is drawn at the edge, with an arrow or its figure. [1]"""
PERCENTILES = ("p10", "p50", "p90")
Shares = tuple[float, ...] | None
"""P10, P50 and P90 as shares of the plan; None: nothing is planned."""


def double_bottom_line(teller: Teller) -> Chart | LeftOutChart:
    """Plot fulfilment beside the service indicator per investment, with the chance of both."""
    rows = both_lines(teller.results)
    if not rows:
        return LeftOutChart("double-bottom-line", teller.say(causes.NO_INDICATORS))
    shown, year = rows[:MOST_ROWS], teller.period_years[-1]
    ends = [end for row in shown for end in (*way(teller, row), row.both or 0.0)]
    if all(row.both is None for row in shown) and max(map(abs, ends)) < MOVED:
        return LeftOutChart("double-bottom-line", teller.say(causes.NO_INDICATOR_MOVES, year=year))
    headings = (words.CASE, words.INDICATOR, words.CHEAPER, words.BETTER, words.BOTH)
    return Chart(
        stem="double-bottom-line",
        finding=both_finding(teller),
        shown=joined(
            teller.say(words.BOTH_SHOWN, year=year),
            teller.say(words.OF_SEVERAL)
            if any(len(row.about.quality) > 1 for row in shown)
            else "",
            teller.red(*(row.both for row in shown)),
        ),
        picture=teller.say(words.BOTH_PICTURE),
        table=ChartTable(
            tuple(teller.say(word) for word in headings),
            tuple(_table_row(teller, row) for row in shown),
        ),
        series=_series(teller, shown),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def fulfilment(teller: Teller, row: BothLines) -> Shares:
    """Return P10, P50 and P90 of saving over booking in the period's last year."""
    last = len(teller.period_years) - 1
    booked = row.about.outcome.plan.booked[last]
    if booked <= HALF_AN_ORE:
        return None
    saving = row.about.outcome.measures["saving"][last]
    return tuple(getattr(saving, name) / booked for name in PERCENTILES)


def way(teller: Teller, row: BothLines) -> tuple[float, ...]:
    """Return P10, P50 and P90 of the share of the way from baseline to target."""
    value = row.indicator.value[len(teller.period_years) - 1]
    whole = row.indicator.target - row.indicator.baseline
    if whole == 0:
        return (1.0, 1.0, 1.0)
    ends = [(getattr(value, name) - row.indicator.baseline) / whole for name in PERCENTILES]
    return tuple(sorted(ends))


def _table_row(teller: Teller, row: BothLines) -> tuple[str, ...]:
    shares = fulfilment(teller, row)
    nothing = teller.say(words.NOTHING_BOOKED_HERE)
    cheaper = nothing if shares is None else Told(teller.at_most(shares[1]), shares[1])
    half = way(teller, row)[1]
    source = f"/investments/{teller.results.investments.index(row.about)}/quality/{row.number}"
    source = f"{source}/probability_both/{len(teller.period_years) - 1}"
    both = "" if row.both is None else Told(teller.chance(row.both), row.both, source)
    indicator = f"{row.indicator.indicator} ({row.indicator.unit})"
    return (
        teller.name(row.about.id),
        indicator,
        cheaper,
        Told(teller.at_most(half), half),
        both,
    )


def _series(teller: Teller, shown: list[BothLines]) -> tuple[Series, ...]:
    last = len(teller.period_years) - 1
    numbers = [teller.results.investments.index(row.about) for row in shown]
    found = []
    values: dict[str, list[float]] = {name: [] for name in PERCENTILES}
    for row in shown:
        spread: Spread = row.indicator.value[last]
        for name in PERCENTILES:
            values[name].append(getattr(spread, name))
    for name in PERCENTILES:
        sources = tuple(
            f"/investments/{number}/quality/{row.number}/value/{name}/{last}"
            for number, row in zip(numbers, shown, strict=True)
        )
        found.append(Series(f"indicator.{name}", tuple(values[name]), sources))
    booked = [(n, row) for n, row in zip(numbers, shown, strict=True) if row.both is not None]
    sources = tuple(
        f"/investments/{number}/quality/{row.number}/probability_both/{last}"
        for number, row in booked
    )
    return (*found, Series("both", tuple(row.both or 0.0 for _, row in booked), sources))


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    rows = both_lines(teller.results)
    shown = rows[:MOST_ROWS]
    names = [teller.name(row.about.id) for row in shown]
    named = Rows.named(
        canvas, room.inset(top=36, bottom=48 if len(rows) > len(shown) else 26), names, widest=320
    )
    booked = any(row.both is not None for row in shown)
    pictures = named.pictures.inset(left=6, right=84 if booked else 0)
    half = (pictures.width - 30) / 2
    if booked:
        left = pictures.inset(right=half + 30)
        shares = [fulfilment(teller, row) for row in shown]
        _panel(teller, (canvas, left), teller.say(words.CHEAPER), shares)
        pictures = pictures.inset(left=half + 30)
        named.column(room.right, teller.say(words.BOTH), [_both(teller, row) for row in shown])
    ways: list[Shares] = [way(teller, row) for row in shown]
    _panel(teller, (canvas, pictures), teller.say(words.BETTER), ways)
    if len(rows) > len(shown):
        rest = len(rows) - len(shown)
        text = teller.say(words.MORE_CASES if rest > 1 else words.MORE_CASE, count=rest)
        place = Place(room.right, named.room.bottom - 28)
        canvas.text(place, text, side="right", level="top")


def _panel(
    teller: Teller, place: tuple[Canvas, Rectangle], heading: str, rows: Sequence[Shares]
) -> None:
    """Draw the ranges of all rows, as far as they are near the plan."""
    canvas, room = place
    ends = [end for shares in rows if shares for end in shares]
    low, high = (min(max(end, SHOWN_TO[0]), SHOWN_TO[1]) for end in (min(ends), max(ends)))
    across = (min(low, -0.25) - 0.05, max(high, 1.2) + 0.05)
    panel = Panel(canvas=canvas, room=room, across=across, upright=(len(rows), 0))
    _frame(teller, panel, heading)
    for number, shares in enumerate(rows):
        _row(teller, panel, number, shares)


def _frame(teller: Teller, panel: Panel, heading: str) -> None:
    """Draw the lines of nothing and of the whole, and name them."""
    for value, stroke in (
        (0.0, Stroke(width=1.2)),
        (1.0, Stroke(colour=theme.PLAN_COLOUR, width=2.0, dashed=True)),
    ):
        panel.line([(value, panel.upright[0]), (value, panel.upright[1])], stroke)
        text = teller.at_most(value)
        panel.text(
            (value, panel.upright[0]),
            text,
            side="center",
            level="top",
            shift=(0, -6),
        )
    place = Place(panel.room.left, panel.room.top + 8)
    panel.canvas.text(place, heading, Ink(bold=True), level="bottom")


def _row(teller: Teller, panel: Panel, number: int, shares: Shares) -> None:
    middle = number + 0.5
    if shares is None:
        panel.text_on_white((0, middle), teller.say(words.NOTHING_BOOKED_HERE))
        return
    low, half, high = (min(max(share, SHOWN_TO[0]), SHOWN_TO[1]) for share in shares)
    panel.box((low, high), (middle - 0.15, middle + 0.15), theme.RANGE_COLOUR, name="p10-p90")
    for end, at, shape in ((shares[0], low, "<"), (shares[2], high, ">")):
        if end != at:
            edge = theme.RANGE_COLOUR
            panel.marks([(at, middle)], Mark(shape=shape, size=9, fill=edge, edge=edge))
    if half == shares[1]:
        panel.marks([(half, middle)], Mark(size=10), name="p50")
        return
    shift = 14.0 if half < 0 else -14.0
    panel.text_on_white((half, middle), teller.at_most(shares[1]), Ink(bold=True), shift=shift)


def _both(teller: Teller, row: BothLines) -> tuple[str, Ink]:
    if row.both is None:
        return "\N{EN DASH}", PLAIN
    low = teller.is_low(row.both)
    ink = Ink(
        size=theme.LABEL_SIZE + 1,
        bold=True,
        colour=theme.BELOW_COLOUR if low else theme.DARK_GREY,
    )
    return teller.chance(row.both), ink
