"""Risk drivers: which uncertainty moves the hole and the value, and by how much."""

from collections.abc import Iterator

from innobudget.domain.influence import Influence, VarianceShares
from innobudget.report import theme
from innobudget.report.tables import (
    Cell,
    ChartKind,
    Figure,
    NativeChart,
    NativeSeries,
    Page,
    Role,
    Row,
    amount,
    amounts,
    figures,
    heading,
)
from innobudget.report.words import answers, labels, sheets
from innobudget.report.workbook.edition import WORDS_WIDE, Edition, Entry

INTERACTIONS = "drivers.interactions"
DRAWN = 8
"""How many uncertainties the chart shows."""
TORNADO_COLUMNS = 6
"""Figures of each uncertainty."""


def risk_drivers(edition: Edition) -> Page:
    """Lay out shares of variance with years across, and the tornado."""
    found = edition.results.sensitivity
    numbered = sorted(enumerate(found.influences, start=1), key=lambda item: -_swing(item[1]))
    shares = [
        _shares(edition, f"drivers.{n}", _names(edition, item), item.share_of_variance)
        for n, item in numbered
    ]
    rest = (edition.say(answers.INTERACTIONS), "")
    shares.append(_shares(edition, INTERACTIONS, rest, found.interactions))
    return Page(
        key="drivers",
        name=edition.say(sheets.NAMES["drivers"]),
        notes=(
            edition.say(answers.DRIVERS_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        widths=(*WORDS_WIDE, *(18,) * max(len(edition.years) + 1, TORNADO_COLUMNS)),
        tables=(
            edition.table(
                answers.TORNADO,
                (_tornado(edition, n, item) for n, item in numbered),
                note=edition.say(answers.TORNADO_NOTE, period=edition.period),
                headings=_tornado_headings(edition),
            ),
            edition.table(
                answers.VARIANCE,
                shares,
                note=answers.VARIANCE_NOTE,
                headings=edition.headings(value=edition.period, label=sheets.UNCERTAINTY),
                key="drivers.headings",
            ),
        ),
        charts=tuple(_chart(edition, [number for number, _ in numbered[:DRAWN]])),
    )


def _chart(edition: Edition, numbers: list[int]) -> Iterator[NativeChart]:
    """Draw the tornado of the gap, as risk-drivers.png does."""
    if not numbers:
        return
    first, last = (f"drivers.tornado{number}" for number in (numbers[0], numbers[-1]))
    ends = ((answers.LOW_END, "D", theme.TURQUOISE), (answers.HIGH_END, "E", theme.ORANGE))
    yield NativeChart(
        title=edition.say(answers.TORNADO),
        description=edition.say(answers.TORNADO_NOTE, period=edition.period),
        kind=ChartKind.BARS,
        series=tuple(
            NativeSeries(name=edition.say(name), key=column, colour=colour)
            for name, column, colour in ends
        ),
        categories="A",
        rows=(first, last),
        base=edition.results.portfolio.gap_period.mean / 1000,
        unit=edition.unit,
    )


def _swing(item: Influence) -> float:
    """Return how far an input moves the period's mean gap, by which rows are put in order."""
    low, high = item.tornado.budget_gap
    return abs(high - low)


def _names(edition: Edition, item: Influence) -> tuple[str, str]:
    """Return what moves, and which quantity of it, in words."""
    scenario = edition.scenario
    head, *rest = item.quantity.split(".")
    if head == "driver":
        name = ".".join(rest)
        told = next((d.name or d.id for d in scenario.drivers if d.id == name), name)
        return told, edition.say(answers.SHARED_CAUSE)
    if head == "correlation":
        quantity = edition.say(sheets.QUANTITY_NAMES[rest[0]])
        where = ".".join(rest[1:]) or edition.say(sheets.ALL_INVESTMENTS)
        return edition.say(sheets.CORRELATION, quantity=quantity), where
    number = next(n for n, one in enumerate(scenario.enabled, start=1) if one.id == head)
    quantity = edition.say(sheets.QUANTITY_NAMES[rest[0]])
    stages = (edition.say(sheets.STAGE_NUMBER, number=stage) for stage in rest[1:])
    return edition.case(number), ", ".join((quantity, *stages))


def _tornado_headings(edition: Edition) -> tuple[Cell, ...]:
    hole, npv = edition.say(labels.MEASURES["budget_gap"]), edition.say(answers.NPV_SHORT)
    ends = (edition.say(answers.LOW_END), edition.say(answers.HIGH_END))
    return (
        *edition.heads((sheets.UNCERTAINTY, sheets.DETAIL, sheets.UNIT)),
        *(heading(f"{name}, {end}", Figure.AMOUNT) for name in (hole, npv) for end in ends),
        heading(edition.say(answers.NPV_VARIANCE), Figure.AMOUNT),
        heading(edition.say(answers.SWING), Figure.AMOUNT),
    )


def _tornado(edition: Edition, number: int, item: Influence) -> Row:
    name, quantity = _names(edition, item)
    cells = (
        *amounts((*item.tornado.budget_gap, *item.tornado.npv), Role.SIMULATED),
        *figures((item.share_of_variance.npv,), Figure.FINE_SHARE, Role.SIMULATED),
        amount(_swing(item), Role.CALCULATED, "ABS([own@E]-[own@D])"),
    )
    return edition.line(f"drivers.tornado{number}", Entry(f"{name}: {quantity}"), cells)


def _shares(edition: Edition, key: str, names: tuple[str, str], shares: VarianceShares) -> Row:
    entry = Entry(names[0], detail=names[1], unit=sheets.SHARE)
    return edition.row(
        key,
        entry,
        value=Cell(value=shares.budget_gap, figure=Figure.FINE_SHARE, role=Role.SIMULATED),
        years=figures(shares.budget_gap_by_year, Figure.FINE_SHARE, Role.SIMULATED),
    )
