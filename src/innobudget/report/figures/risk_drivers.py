"""What matters most?"""

from innobudget.domain.influence import Influence
from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import key_line
from innobudget.report.drawing.canvas import Canvas, Ink, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, written
from innobudget.report.findings.causes import by_swing, driver_finding, driver_name
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import causes
from innobudget.report.words import charts as words

MOST_ROWS = 8
"""How many uncertainties are shown."""


def risk_drivers(teller: Teller) -> Chart | LeftOutChart:
    """Plot how far each uncertainty moves the hole, the one that moves it most first."""
    found = by_swing(teller.results)
    if not found:
        certain = not teller.results.sensitivity.influences
        reason = causes.NOTHING_UNCERTAIN if certain else causes.MONEY_CERTAIN
        return LeftOutChart("risk-drivers", teller.say(reason))
    shown = found[:MOST_ROWS]
    scale = teller.scale(_ends(shown))
    headings = (words.DRIVER, words.GOES_WELL, words.GOES_BADLY)
    return Chart(
        stem="risk-drivers",
        finding=driver_finding(teller),
        shown=teller.say(
            words.DRIVERS_SHOWN, period=teller.period, unit=scale.name, prices=teller.prices
        ),
        picture=teller.say(words.DRIVERS_PICTURE),
        table=ChartTable(
            tuple(teller.say(word) for word in headings),
            tuple(
                (
                    driver_name(teller, item.quantity),
                    *(
                        written(scale, end, _source(teller, item, side))
                        for end, side in sorted(zip(item.tornado.budget_gap, (0, 1), strict=True))
                    ),
                )
                for item in shown
            ),
        ),
        series=tuple(
            Series(
                f"tornado.{end}",
                tuple(item.tornado.budget_gap[side] for item in shown),
                tuple(_source(teller, item, side) for item in shown),
            )
            for side, end in enumerate(("low", "high"))
        ),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def _source(teller: Teller, item: Influence, side: int) -> str:
    number = teller.results.sensitivity.influences.index(item)
    return f"/sensitivity/{number}/tornado/budget_gap/{side}"


def _ends(shown: list[Influence]) -> list[float]:
    return [end for item in shown for end in item.tornado.budget_gap]


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    found = by_swing(teller.results)
    shown, mean = found[:MOST_ROWS], teller.results.portfolio.gap_period.mean
    scale = teller.scale(_ends(shown))
    ink = Ink(bold=True)
    key = [
        (theme.BETTER_COLOUR, teller.say(words.GOES_WELL)),
        ("loss", teller.say(words.GOES_BADLY)),
    ]
    key_line(canvas, room.inset(bottom=room.height - 24), key)
    names = [driver_name(teller, item.quantity) for item in shown]
    rows = Rows.named(canvas, room.inset(top=58, bottom=22), names, widest=380)
    ends = [*_ends(shown), mean]
    margin = 14 + max(lettering.width(scale.write(end), ink.size, bold=True) for end in ends)
    panel = rows.panel(limits(ends), left=margin, right=margin)
    for number, item in enumerate(shown):
        _bar(teller, panel, (number, item), scale)
    _mean(teller, panel, mean, scale)
    if len(found) > len(shown):
        rest = len(found) - len(shown)
        text = teller.say(words.SMALLER_DRIVERS if rest > 1 else words.SMALLER_DRIVER, count=rest)
        place = Place(rows.pictures.left, rows.room.bottom - 6)
        canvas.text(place, text, level="top")


def _bar(teller: Teller, panel: Panel, numbered: tuple[int, Influence], scale: Scale) -> None:
    number, item = numbered
    mean = teller.results.portfolio.gap_period.mean
    good, bad = sorted(item.tornado.budget_gap)
    middle, half = number + 0.5, 0.31
    between = min(max(mean, good), bad)
    for ends, fill in (
        ((good, between), theme.BETTER_COLOUR),
        ((between, bad), theme.LOSS_COLOUR),
    ):
        if ends[1] > ends[0]:
            panel.box(
                ends,
                (middle - half, middle + half),
                fill,
                name="tornado",
            )
    ink = Ink(bold=True)  # beyond the mean, whose line would else strike figures through
    panel.text((min(good, mean), middle), scale.write(good), ink, side="right", shift=(-6, 0))
    panel.text((max(bad, mean), middle), scale.write(bad), ink, side="left", shift=(6, 0))


def _mean(teller: Teller, panel: Panel, mean: float, scale: Scale) -> None:
    """Draw the mean that the bars start from."""
    panel.line([(mean, panel.upright[0]), (mean, panel.upright[1])], Stroke(width=1.4))
    text = f"{teller.say(words.MEAN)} {scale.write(mean)}"
    half = lettering.width(text, theme.LABEL_SIZE) / 2
    x = panel.place(mean, 0).x
    x = min(max(x, panel.room.left - 60 + half), panel.room.right + 60 - half)
    panel.canvas.text(
        Place(x, panel.room.top + 5),
        text,
        side="center",
        level="bottom",
    )
