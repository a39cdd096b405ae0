"""Investments: which carries the value, and which the risk."""

from collections.abc import Iterator
from functools import partial

from innobudget.domain import measures
from innobudget.domain.measures import Measured
from innobudget.domain.results import InvestmentOutcome, Outcome
from innobudget.messages import Text
from innobudget.report.findings.measured import contribution, is_under_way, numbered_by_hole
from innobudget.report.tables import (
    Cell,
    Figure,
    Page,
    Role,
    Row,
    Value,
    amounts,
    figures,
    heading,
)
from innobudget.report.words import answers, labels, sheets
from innobudget.report.workbook.edition import WORDS_WIDE, Edition, Entry
from innobudget.report.workbook.formulas import PERCENTILES

HEADINGS = "investments.headings"
"""Those of the last table: they are repeated on each page that it goes on to."""


def ranked(edition: Edition) -> list[tuple[int, InvestmentOutcome]]:
    """Return each investment with its number in the workbook, the biggest hole first."""
    return [(number + 1, found) for number, found in numbered_by_hole(edition.results)]


def investments(edition: Edition) -> Page:
    """Lay out one row for each investment, then the service indicators."""
    quality = tuple(_quality(edition))
    tables = [
        edition.table(
            answers.RANKING,
            (_row(edition, number, found) for number, found in ranked(edition)),
            note=edition.say(
                answers.OPEN_NOTE if is_under_way(edition.results) else answers.HOLE_NOTE,
                period=edition.period,
                open=edition.decided,
            ),
            headings=_headings(edition),
        )
    ]
    if quality:
        tables.append(
            edition.table(
                answers.QUALITY,
                quality,
                headings=edition.headings(
                    value=edition.say(answers.TARGET_SHORT),
                    label=answers.INDICATOR,
                    detail=labels.INVESTMENT,
                ),
            )
        )
    tables.append(
        edition.table(
            answers.CASES_BY_YEAR,
            _by_year(edition),
            note=answers.CASES_NOTE,
            headings=edition.headings(value=edition.period, detail=labels.INVESTMENT),
            key=HEADINGS,
        )
    )
    return Page(
        key="investments",
        name=edition.say(sheets.NAMES["investments"]),
        notes=(
            edition.say(answers.INVESTMENTS_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        widths=(*WORDS_WIDE, *(15,) * (1 + max(len(edition.years), 11))),
        tables=tuple(tables),
    )


def _headings(edition: Edition) -> tuple[Cell, ...]:
    npv = (edition.say(answers.STATISTICS[name]) for name in ("mean", "p10", "p50", "p90"))
    unit, period = edition.unit, edition.period
    words = (labels.INVESTMENT, labels.TRACK, sheets.MARK)
    hole = answers.OPEN_HOLE if is_under_way(edition.results) else answers.HOLE
    numbers = (
        f"{edition.say(hole, open=edition.decided)}, {unit}",
        f"{edition.say(answers.BOOKED_PERIOD, period=period)}, {unit}",
        f"{edition.say(answers.ACHIEVED_PERIOD, period=period)}, {unit}",
        f"{edition.say(answers.SAFE_PERIOD, period=period)}, {unit}",
        edition.say(answers.MET_PERIOD, period=period),
        edition.say(labels.PROBABILITY_SUCCESS),
        *(f"{edition.say(answers.NPV_SHORT)}, {statistic}, {unit}" for statistic in npv),
        edition.say(labels.NPV_POSITIVE),
        edition.say(answers.PAYBACK_MEDIAN),
    )
    return (*edition.heads(words), *(heading(told, Figure.AMOUNT) for told in numbers))


def _row(edition: Edition, number: int, found: InvestmentOutcome) -> Row:
    investment, outcome = edition.investments[number - 1], found.outcome
    period = edition.scenario.horizon.period
    payback: Value = outcome.payback.p50
    if payback is None:
        payback = edition.say(answers.NEVER, year=edition.years[-1])
    npv = outcome.npv
    money = (
        contribution(edition.results, found),
        sum(outcome.plan.booked[:period]),
        outcome.saving_period.mean,
        outcome.safe_booking.amount_period,
    )
    chances = (outcome.probability_booked_met_period, found.probability_success)
    cells = (
        *amounts(money, Role.SIMULATED),
        *figures(chances, Figure.SHARE, Role.SIMULATED),
        *amounts((npv.mean, npv.p10, npv.p50, npv.p90), Role.SIMULATED),
        *figures((outcome.probability_npv_positive,), Figure.SHARE, Role.SIMULATED),
        Cell(value=payback, figure=Figure.YEAR, role=Role.SIMULATED),
    )
    mark = edition.say(labels.MARKS[investment.assumption])
    entry = Entry(edition.case(number), detail=investment.track_name, unit=mark)
    return edition.line(f"investments.{number}", entry, cells)


def _quality(edition: Edition) -> Iterator[Row]:
    """Yield each figure of all indicators, one below another."""
    every = [
        (f"quality.{number}.{position}", edition.case(number), indicator)
        for number, found in enumerate(edition.results.investments, start=1)
        for position, indicator in enumerate(found.quality, start=1)
    ]
    for statistic in ("mean", *PERCENTILES):
        for key, case, found in every:
            target = Cell(
                value=found.target,
                figure=Figure.FACTOR,
                role=Role.CALCULATED,
                formula=f"[{key.replace('quality.', '').replace('.', '.quality')}.target@value]",
            )
            told = f"{found.indicator}, {edition.say(answers.STATISTICS[statistic])}"
            years = figures(
                (getattr(spread, statistic) for spread in found.value),
                Figure.FACTOR,
                Role.SIMULATED,
            )
            entry = Entry(told, detail=case, unit=found.unit)
            yield edition.row(f"{key}.{statistic}", entry, value=target, years=years)
    for name, phrase in (
        ("probability_target", answers.TARGET_REACHED),
        ("probability_both", answers.BOTH_REACHED),
    ):
        for key, case, found in every:
            told = f"{found.indicator}, {edition.say(phrase)}"
            entry = Entry(told, detail=case, unit=sheets.SHARE)
            years = figures(getattr(found, name), Figure.SHARE, Role.SIMULATED)
            yield edition.row(f"{key}.{name}", entry, years=years)


def _by_year(edition: Edition) -> Iterator[Row]:
    """Yield each figure of every investment by itself, the biggest hole first."""
    period = edition.scenario.horizon.period
    named: dict[str, tuple[Text, Figure]] = {"plan.booked": (labels.BOOKED, Figure.AMOUNT)}
    for statistic in ("mean", *PERCENTILES):
        label = answers.SAVING_STATISTIC.of(statistic=answers.STATISTICS[statistic])
        named[f"saving.{statistic}"] = (label, Figure.AMOUNT)
    named["safe"] = (answers.SAFE_ALONE, Figure.AMOUNT)
    named["met"] = (labels.MEASURE_NAMES["met"], Figure.SHARE)
    for key, (label, figure) in named.items():
        for number, found in ranked(edition):
            years, value = _measured(found.outcome, key, period)
            made = amounts if figure is Figure.AMOUNT else partial(figures, figure=figure)
            (cell,) = made((value,), role=Role.SIMULATED)
            entry = Entry(label, detail=edition.case(number), unit=edition.unit_of(figure))
            across = made(years, role=Role.SIMULATED)
            yield edition.row(f"investments.{number}.{key}", entry, value=cell, years=across)


def _measured(outcome: Outcome, key: str, period: int) -> Measured:
    """Return a figure by year, and that of the period."""
    head, _, name = key.partition(".")
    if head == "plan":
        return outcome.plan.booked, sum(outcome.plan.booked[:period])
    if head == "saving":
        years = tuple(getattr(spread, name) for spread in outcome.measures["saving"])
        return years, getattr(outcome.saving_period, name)
    return measures.named(key).values(outcome)
