"""Which investment carries the value and the risk?"""

from collections.abc import Iterator
from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report import theme
from innobudget.report.drawing.axes import SAFE_MARK, amounts_below, key_line
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Rectangle, Stroke
from innobudget.report.drawing.panel import Panel, limits, stretching
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, LeftOutChart, Series, written
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.measured import (
    A_KRONE,
    contribution,
    is_under_way,
    numbered_by_hole,
)
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import causes
from innobudget.report.words import charts as words

MOST_ROWS = 9
"""How many investments are shown by themselves."""


class CaseRow(NamedTuple):
    """One investment in the budget period's last year, or the rest of them. [currency]"""

    name: str
    """In words."""
    booked: float
    """Booked saving."""
    spread: tuple[float, float, float] | None
    """P10, P50 and P90 of the saving; None for the rest: percentiles do not add up."""
    mean: float
    """Mean saving."""
    safe: float | None
    """Safe booking, at least 0; None for the rest."""
    hole: float | None
    """Contribution to the hole."""

    @property
    def is_booked(self) -> bool:
        """Whether there is a frame to draw."""
        return abs(self.booked) > HALF_AN_ORE

    @property
    def is_safe(self) -> bool:
        """Whether there is a mark to draw: of a booking, and of a saving.

        What a stopped case does not spend is safe to book, and is no saving.
        """
        unspent = (self.safe or 0.0) > HALF_AN_ORE >= self.mean
        return bool(self.safe) and self.booked > HALF_AN_ORE and not unspent


def investments(teller: Teller) -> Chart | LeftOutChart:
    """Plot booked against realised saving per investment, sorted by contribution to the hole."""
    if len(teller.results.investments) == 1:
        return LeftOutChart("investments", teller.say(causes.ONE_CASE))
    rows, year = case_rows(teller), teller.period_years[-1]
    if max(map(abs, _amounts(rows))) <= A_KRONE:
        return LeftOutChart("investments", teller.say(causes.NO_CASE_SAVES, year=year))
    scale = teller.scale(_amounts(rows))
    return Chart(
        stem="investments",
        finding=cases_finding(teller),
        shown=teller.say(
            words.CASES_SHOWN_OPEN if is_under_way(teller.results) else words.CASES_SHOWN,
            year=year,
            unit=scale.name,
            prices=teller.prices,
            open=teller.decided,
        ),
        picture=teller.say(words.CASES_PICTURE),
        table=_table(teller, rows, scale),
        series=_series(teller),
        draw=lambda canvas, room: _draw(teller, canvas, room),
    )


def case_rows(teller: Teller) -> list[CaseRow]:
    """Return a row for each investment, the rest summed in the last."""
    last = len(teller.period_years) - 1
    found = []
    for _, item in numbered_by_hole(teller.results):
        saving = item.outcome.measures["saving"][last]
        found.append(
            CaseRow(
                name=teller.name(item.id),
                booked=item.outcome.plan.booked[last],
                spread=(saving.p10, saving.p50, saving.p90),
                mean=saving.mean,
                safe=item.outcome.safe_booking.amount[last],
                hole=contribution(teller.results, item),
            )
        )
    if len(found) <= MOST_ROWS + 1:
        return found
    rest = found[MOST_ROWS:]
    together = CaseRow(
        name=teller.say(words.REST, count=len(rest)),
        booked=sum(row.booked for row in rest),
        spread=None,
        mean=sum(row.mean for row in rest),
        safe=None,
        hole=None if rest[0].hole is None else sum(row.hole or 0.0 for row in rest),
    )
    return [*found[:MOST_ROWS], together]


def _amounts(rows: list[CaseRow]) -> list[float]:
    """Return what is drawn; the rest, which is written, does not set the scale."""
    return [
        amount
        for row in rows
        if row.spread is not None
        for amount in (row.booked, *row.spread, row.safe or 0.0)
    ]


def _series(teller: Teller) -> tuple[Series, ...]:
    """Return what the single rows plot; the rest's sums are not among them."""
    last = len(teller.period_years) - 1
    shown = numbered_by_hole(teller.results)
    shown = shown if len(shown) <= MOST_ROWS + 1 else shown[:MOST_ROWS]
    outcomes = [item.outcome for _, item in shown]
    savings = [outcome.measures["saving"][last] for outcome in outcomes]
    found = {
        "booked": ("plan/booked", [outcome.plan.booked[last] for outcome in outcomes]),
        "saving.p10": ("measures/saving/p10", [saving.p10 for saving in savings]),
        "saving.p50": ("measures/saving/p50", [saving.p50 for saving in savings]),
        "saving.p90": ("measures/saving/p90", [saving.p90 for saving in savings]),
        "safe_booking": (
            "safe_booking/amount",
            [outcome.safe_booking.amount[last] for outcome in outcomes],
        ),
    }
    return tuple(
        Series(
            name,
            tuple(values),
            tuple(f"/investments/{number}/{key}/{last}" for number, _ in shown),
        )
        for name, (key, values) in found.items()
    )


def _table(teller: Teller, rows: list[CaseRow], scale: Scale) -> ChartTable:
    confidence = teller.chance(teller.confidence)
    headings = (
        teller.say(words.CASE),
        *(teller.say(word) for word in (words.BOOKED, words.P10, words.MEDIAN, words.P90)),
        teller.say(words.SAFE, confidence=confidence),
        _hole_heading(teller).replace("\n", " "),
    )

    def cells(row: CaseRow, source: str) -> Iterator[str]:
        last = len(teller.period_years) - 1
        spread = dict(zip(("p10", "p50", "p90"), row.spread or (None, None, None), strict=True))
        amounts = {
            f"plan/booked/{last}": row.booked,
            **{f"measures/saving/{name}/{last}": value for name, value in spread.items()},
            f"safe_booking/amount/{last}": row.safe,
            "gap_when_hole": row.hole,
        }
        summed = {"gap_when_hole"} if is_under_way(teller.results) else set()
        for key, amount in amounts.items():
            told = f"{source}/{key}" if source and key not in summed else ""
            yield "" if amount is None else written(scale, amount, told)

    sources = [f"/investments/{number}" for number, _ in numbered_by_hole(teller.results)]
    sources = [source if row.spread else "" for source, row in zip(sources, rows, strict=False)]
    return ChartTable(
        headings,
        tuple((row.name, *cells(row, source)) for row, source in zip(rows, sources, strict=True)),
    )


def _draw(teller: Teller, canvas: Canvas, room: Rectangle) -> None:
    rows = case_rows(teller)
    scale = teller.scale(_amounts(rows))
    key_line(canvas, room.inset(bottom=room.height - 24), _key(teller, rows))
    holes = any(row.hole is not None for row in rows)
    named = Rows.named(
        canvas,
        room.inset(top=42 if holes else 34, bottom=28),
        [row.name for row in rows],
        widest=340,
    )
    column = 96.0 if holes else 12.0
    drawn = [(row.booked, *row.spread, row.safe or 0.0) for row in rows if row.spread]
    far = stretching(drawn)
    panel = named.panel(
        limits([0.0, *_amounts(rows)], below=0.03, above=0.12 if far else 0.03), right=column
    )
    amounts_below(panel, scale.tick, lines=True)
    for number, row in enumerate(rows):
        if row.spread is None:
            text = teller.say(
                words.REST_OF, booked=scale.write(row.booked), mean=scale.write(row.mean)
            )
            panel.text((0.0, number + 0.5), text, shift=(8, 0), name="rest")
        else:
            _row(panel, number, row, row.spread)
    if far:
        number, amount = far
        panel.text((amount, number + 0.5), scale.write(amount), shift=(8, 0), name="far")
    if holes:
        heading = _hole_heading(teller)
        named.column(room.right, heading, [_hole(row, scale) for row in rows])


def _key(teller: Teller, rows: list[CaseRow]) -> list[tuple[str, str]]:
    """Return the signs that stand for something in any row, with their words."""
    single = [(row, row.spread) for row in rows if row.spread]
    drawn = {
        "frame": any(row.is_booked for row, _ in single),
        "range": any(spread[-1] - spread[0] > HALF_AN_ORE for _, spread in single),
        "middle": True,
        "safe": any(row.is_safe for row, _ in single),
    }
    safe = teller.say(words.SAFE, confidence=teller.chance(teller.confidence))
    told = (*map(teller.say, (words.BOOKED, words.EIGHT_IN_TEN, words.MEDIAN)), safe)
    return [(sign, word) for (sign, there), word in zip(drawn.items(), told, strict=True) if there]


def _hole_heading(teller: Teller) -> str:
    if is_under_way(teller.results):
        return teller.say(words.OPEN_COLUMN, open=teller.decided)
    return teller.say(words.HOLE_COLUMN)


def _hole(row: CaseRow, scale: Scale) -> tuple[str, Ink]:
    hole = row.hole or 0.0
    large = hole > HALF_AN_ORE
    return scale.write(hole), Ink(bold=large)


def _row(panel: Panel, number: int, row: CaseRow, spread: tuple[float, float, float]) -> None:
    middle = number + 0.5
    if row.is_booked:
        edge = Stroke(colour=theme.PLAN_COLOUR, width=2.0)
        panel.box((0, row.booked), (middle - 0.33, middle + 0.33), "none", edge=edge, name="booked")
    low, half, high = spread
    panel.box(
        (low, high), (middle - 0.14, middle + 0.14), theme.RANGE_COLOUR, name="saving.p10-p90"
    )
    if row.is_safe:
        panel.marks([(row.safe or 0.0, middle)], SAFE_MARK, name="safe_booking")
    panel.marks([(half, middle)], Mark(size=10), name="saving.p50")
