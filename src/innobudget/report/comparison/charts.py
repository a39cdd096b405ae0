"""A comparison as charts: which buys most safe saving, which is worth most, and how sure."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.scenario import Language
from innobudget.report import theme
from innobudget.report.chart_files import COMPARISON_STEMS
from innobudget.report.comparison.decision import decision_chart
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.measured import (
    PER_KRONE,
    ahead,
    best_per_krone,
    more_per_krone,
    ratio,
    same_money,
    worth_differs,
    worth_more,
)
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import SAFE_MARK, amounts_below, key_line
from innobudget.report.drawing.canvas import PLAIN, Canvas, Ink, Mark, Rectangle
from innobudget.report.drawing.panel import Panel, limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, Series
from innobudget.report.figures.files import Origin, write_pictures
from innobudget.report.findings.teller import Scale
from innobudget.report.words import charts as common
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import currency_name, price_basis, unit_of

COLUMN = 124.0
"""Width of a column of figures. [points]"""
TALLEST = 84.0
"""Height of a row at most. [points]"""
NAMES = 300.0
"""Of the scenarios, at most. [points]"""


class Bar(NamedTuple):
    """One row of a chart. [unit of the axis]"""

    name: str
    """What it is called."""
    spread: tuple[float, float, float]
    """P10, P50 and P90."""
    safe: float | None
    """The safe figure; None: not marked."""
    columns: tuple[tuple[str, Ink], ...]
    """The figures to its right."""


def write_charts(
    comparison: ComparisonResults,
    folder: Path,
    *,
    language: Language,
    date: dt.date,
    svg: bool = False,
) -> tuple[str, ...]:
    """Write the charts of a comparison into a folder that exists; return the files' names."""
    findings = chart_findings(comparison, language)
    names = [scenario.assumptions.name for scenario in comparison.scenarios]
    origin = Origin(names, language, chart_source(findings, date))
    return write_pictures(build_charts(findings), folder, origin, svg=svg)


def chart_source(findings: Findings, date: dt.date) -> str:
    """Return scenarios, trials, seed and date."""
    names = findings.listed(map(findings.called, findings.comparison.standings))
    return findings.source_of(names, date)


def build_charts(findings: Findings) -> tuple[Chart, ...]:
    """Return the charts that there is something to draw for."""
    return (decision_chart(findings), *_safe_saving(findings), *_worth(findings))


def _safe_saving(findings: Findings) -> Iterator[Chart]:
    """Yield the chart of saving per krone; none without an outlay."""
    if not findings.in_order:
        return
    bars = [_ratio_bar(findings, standing) for standing in findings.in_order]
    currency = findings.currency
    unit = currency_name(currency, findings.language)
    scale = Scale(1.0, unit, 2, findings.language, currency)
    headings, series = _ratio_headings(findings), tuple(_ratio_series(findings))
    yield Chart(
        stem=COMPARISON_STEMS[1],
        finding=findings.most_per_krone(),
        shown=f"{findings.say(words.SAFE_SHOWN, period=findings.period)}, {unit.rstrip('.')}. "
        f"{findings.counted()}",
        picture=findings.say(words.SAFE_PICTURE),
        table=_table(findings, bars, told=(scale, headings), series=series),
        series=series,
        draw=lambda canvas, room: _draw(findings, (canvas, room), bars, (scale, headings)),
    )


def _ratio_headings(findings: Findings) -> tuple[str, ...]:
    confidence = findings.chance(findings.confidence)
    safe = findings.say(words.SAFE_COLUMN, confidence=confidence)
    if not findings.is_ranked:
        return (safe,)
    best = _narrow(findings.called(best_per_krone(findings.comparison)[0]))
    return (safe, findings.say(words.BEATEN_COLUMN, best=best))


def _narrow(name: str) -> str:
    return lettering.shortened(name, theme.LABEL_SIZE, COLUMN - 4)


def _ratio_bar(findings: Findings, standing: Standing) -> Bar:
    spread = standing.saving_per_krone
    value = ratio(standing).value
    best = best_per_krone(findings.comparison)[0]
    columns = [(findings.per_krone(value), Ink(bold=True))]
    if findings.is_ranked:
        columns.append((_beaten(findings, best, standing), PLAIN))
    return Bar(
        name=findings.called(standing),
        spread=(0.0, 0.0, 0.0) if spread is None else (spread.p10, spread.p50, spread.p90),
        safe=value,
        columns=tuple(columns),
    )


def _beaten(findings: Findings, best: Standing, standing: Standing) -> str:
    if standing is best:
        return words.DASH
    if ahead(findings.comparison, best, standing, PER_KRONE).is_tie:
        return findings.say(words.THE_SAME)
    return findings.chance(more_per_krone(findings.comparison, best, standing))


def _ratio_series(findings: Findings) -> Iterator[Series]:
    shown = findings.in_order
    places = [findings.comparison.standings.index(item) for item in shown]
    for figure in ("p10", "p50", "p90"):
        yield Series(
            f"saving_per_krone.{figure}",
            tuple(getattr(item.saving_per_krone, figure) for item in shown),
            tuple(f"/scenarios/{place}/saving_per_krone/{figure}" for place in places),
        )
    yield Series(
        "safe_saving_per_krone",
        tuple(ratio(item).value for item in shown),
        tuple(f"/scenarios/{place}/estimates/safe_saving_per_krone/value" for place in places),
    )


def _worth(findings: Findings) -> Iterator[Chart]:
    """Yield the chart of differences in NPV; none where no future has any.

    Nor where kroner may not be ranked.
    """
    if not same_money(findings.comparison) or not worth_differs(findings.comparison):
        return
    best = findings.foremost
    others = sorted(
        (item for item in findings.comparison.standings if item is not best),
        key=lambda item: -item.portfolio.npv.mean,
    )
    assumptions = findings.comparison.scenarios[0].assumptions
    bars = [_worth_bar(findings, best, other) for other in others]
    largest = max(abs(value) for bar in bars for value in bar.spread)
    unit, name = unit_of(largest, assumptions.currency, findings.language)
    decimals = 0 if largest >= 100 * unit else 1
    scale = Scale(unit, name, decimals, findings.language, assumptions.currency)
    called = findings.called(best)
    headings = (findings.say(findings.worth_column, best=_narrow(called)),)
    series = tuple(_worth_series(findings, best, others))
    prices = price_basis(assumptions.price_level or assumptions.base_year, findings.language)
    yield Chart(
        stem=COMPARISON_STEMS[2],
        finding=findings.worth(),
        shown=f"{findings.say(words.WORTH_SHOWN, best=called, unit=name, prices=prices)} "
        f"{findings.counted()}",
        picture=findings.say(words.WORTH_PICTURE),
        table=_table(findings, bars, told=(scale, headings), series=series),
        series=series,
        draw=lambda canvas, room: _draw(findings, (canvas, room), bars, (scale, headings)),
    )


def _worth_bar(findings: Findings, best: Standing, other: Standing) -> Bar:
    found, sign = findings.comparison.difference(best.id, other.id)
    spread = found.npv.spread
    ends = (spread.p10, spread.p50, spread.p90)
    chance = findings.chance(worth_more(findings.comparison, best, other))
    return Bar(
        name=findings.called(other),
        spread=ends if sign > 0 else (-spread.p90, -spread.p50, -spread.p10),
        safe=None,
        columns=((chance, Ink(bold=True)),),
    )


def _worth_series(
    findings: Findings, best: Standing, others: Sequence[Standing]
) -> Iterator[Series]:
    comparison = findings.comparison
    found = [comparison.difference(best.id, other.id) for other in others]
    mirrored = {"p10": "p90", "p50": "p50", "p90": "p10"}
    for figure, other_end in mirrored.items():
        taken = [(item, sign, figure if sign > 0 else other_end) for item, sign in found]
        yield Series(
            f"npv.{figure}",
            tuple(sign * getattr(item.npv.spread, name) for item, sign, name in taken),
            tuple(
                f"/differences/{comparison.differences.index(item)}/npv/{name}"
                for item, _, name in taken
            ),
            "" if all(sign > 0 for _, sign in found) else "sign turned where the best comes first",
        )


def _table(
    findings: Findings,
    bars: Sequence[Bar],
    *,
    told: tuple[Scale, Sequence[str]],
    series: Sequence[Series],
) -> ChartTable:
    """Return the figures of the bars; the first three series are their ends and middles."""
    scale, headings = told
    words_ = (words.SCENARIO, words.LOW, words.MIDDLE, words.HIGH)
    return ChartTable.of(
        (*map(findings.say, words_), *(heading.replace("\n", " ") for heading in headings)),
        [bar.name for bar in bars],
        *(own.cells(scale) for own in series[:3]),
        *([bar.columns[place][0] for bar in bars] for place in range(len(headings))),
    )


def _draw(
    findings: Findings,
    place: tuple[Canvas, Rectangle],
    bars: Sequence[Bar],
    told: tuple[Scale, Sequence[str]],
) -> None:
    canvas, room = place
    scale, headings = told
    safe = [bar.safe for bar in bars if bar.safe is not None]
    items = [("middle", findings.say(common.MEDIAN))]
    if any(bar.spread[-1] > bar.spread[0] for bar in bars):
        items.insert(0, ("range", findings.say(common.EIGHT_IN_TEN)))
    if safe:
        confidence = findings.chance(findings.confidence)
        items.append(("safe", findings.say(words.SAFE_COLUMN, confidence=confidence)))
    key_line(canvas, room.inset(bottom=room.height - 24), items)
    rows = Rows.named(
        canvas,
        room.inset(top=64, bottom=34),
        [bar.name for bar in bars],
        widest=NAMES,
        tallest=TALLEST,
    )
    ends = [value for bar in bars for value in bar.spread]
    panel = rows.panel(
        limits([0.0, *ends, *safe], below=0.03, above=0.03), right=COLUMN * len(headings) + 12
    )
    amounts_below(panel, scale.tick, lines=True, finest=0.0)
    for number_, bar in enumerate(bars):
        _bar(panel, number_ + 0.5, bar)
    for column, heading in enumerate(headings):
        right = room.right - COLUMN * (len(headings) - 1 - column)
        rows.column(right, heading, [bar.columns[column] for bar in bars])


def _bar(panel: Panel, middle: float, bar: Bar) -> None:
    low, half, high = bar.spread
    panel.box((low, high), (middle - 0.16, middle + 0.16), theme.RANGE_COLOUR, name="p10-p90")
    if bar.safe is not None:
        panel.marks([(bar.safe, middle)], SAFE_MARK, name="safe")
    panel.marks([(half, middle)], Mark(size=10), name="p50")
