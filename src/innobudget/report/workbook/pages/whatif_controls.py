"""The controls of What-if: shares and rates, and what may be done to each investment."""

from collections.abc import Iterator
from math import inf

from innobudget.domain.investment import Investment
from innobudget.domain.rebooking import open_years
from innobudget.messages import Text
from innobudget.report.planning import typed_bookings
from innobudget.report.tables import Cell, Figure, PageTable, Role, Row, amounts, heading, text
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.formulas import PERCENTILES, constant, rank_error
from innobudget.report.workbook.pages.case_inputs import has_money, name_of, with_name
from innobudget.report.workbook.trial_columns import TrialColumns

MOST = 10.0
"""Largest share or scale."""
LEAST_RATE, MOST_RATE = -0.5, 1.0


def controls(edition: Edition) -> PageTable:
    """Return what applies to all investments: booking share, confidence, discount rate."""
    scenario = edition.results.scenario
    shared = any(not item.is_booked_apart for item in edition.investments)
    is_open = any(open_years(scenario))
    booking = edition.say(workings.SHARE_OF_NONE if is_open else workings.SHARE_OF_NO_YEAR)
    if shared and is_open:
        booking = edition.of_bookings(workings.SHARE_TOLD, workings.SHARE_TOLD_OPEN)
    rows = (
        _control(
            edition,
            ("booking_share", labels.BOOKING_SHARE, booking),
            (scenario.booking.share, (0.0, MOST)),
            role=Role.INPUT if shared and is_open else Role.GIVEN,
        ),
        _control(
            edition,
            ("confidence", labels.CONFIDENCE, edition.say(workings.CONFIDENCE_TOLD)),
            (scenario.assumptions.confidence, (0.0, 1.0)),
        ),
        _control(
            edition,
            ("discount_rate", labels.DISCOUNT_RATE, edition.say(workings.RATE_TOLD)),
            (scenario.assumptions.discount_rate, (LEAST_RATE, MOST_RATE)),
        ),
    )
    words = (workings.SETTING, sheets.DETAIL, sheets.UNIT)
    numbers = (workings.USE, workings.IN_SCENARIO)
    return PageTable(
        title=edition.say(workings.CONTROLS),
        headings=(
            *(heading(edition.say(word)) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=rows,
    )


def _control(
    edition: Edition,
    named: tuple[str, Text, str],
    typed: tuple[float, tuple[float, float]],
    role: Role = Role.INPUT,
) -> Row:
    """Return a cell to type in, and the run's value beside it."""
    (key, label, detail), (value, limits) = named, typed
    cell = Cell(value=value, figure=Figure.FINE_SHARE, role=role, limits=limits)
    return Row(
        key=key,
        cells=(
            text(edition.say(label)),
            text(detail),
            text(edition.say(sheets.SHARE)),
            edition.named(key, cell),
            Cell(value=value, figure=Figure.FINE_SHARE, role=Role.GIVEN),
        ),
    )


def sampling(edition: Edition, columns: TrialColumns) -> Iterator[Row]:
    """Yield the number of trials, and how far a percentile's rank may be off."""
    count = len(edition.sample.numbers)
    yield edition.row(
        "whatif.n",
        Entry(label=edition.say(workings.TRIALS_USED), unit=edition.say(sheets.COUNT_UNIT)),
        value=Cell(
            value=count,
            figure=Figure.COUNT,
            role=Role.CALCULATED,
            formula=f"COUNT({columns.count})",
        ),
    )
    confidence = edition.results.scenario.assumptions.confidence
    trials = constant(count, "[whatif.n@value]")
    for name, share in {**PERCENTILES, "confidence": confidence}.items():
        told = edition.say(answers.STATISTICS.get(name, labels.CONFIDENCE))
        label = edition.say(workings.RANK_ERROR, statistic=told)
        _, error = rank_error(constant(share, f"[{name}@value]"), trials).cells(
            Figure.FINE_SHARE, Role.CALCULATED
        )
        entry = Entry(label=label, unit=edition.say(sheets.SHARE))
        yield edition.row(f"whatif.rank.{name}", entry, value=error)


def cases(edition: Edition) -> PageTable:
    """Return a switch, three scales and more years of delay per investment."""
    rows = tuple(
        Row(
            key=f"whatif.case{number}",
            cells=(
                text(edition.case(number)),
                text(investment.track_name),
                text(edition.say(workings.CASE_UNITS)),
                *_case(edition, number, investment),
            ),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    words = (labels.INVESTMENT, labels.TRACK, sheets.UNIT)
    return PageTable(
        title=edition.say(workings.WHATIF_CASES),
        note=edition.say(workings.WHATIF_SCALES),
        headings=(
            *(heading(edition.say(word)) for word in words),
            *(
                heading(edition.say(word), Figure.AMOUNT)
                for word in workings.CASE_CONTROLS.values()
            ),
        ),
        rows=rows,
    )


def _case(edition: Edition, number: int, investment: Investment) -> Iterator[Cell]:
    """Yield the controls of an investment; what would move nothing stands there as a figure."""
    late = any(effect.is_own_cash and not effect.is_running_cost for effect in investment.effects)
    uncertain = any(
        effect.is_own_cash and not (effect.is_running_cost or effect.certain)
        for effect in investment.effects
    )
    outlay = has_money(investment, "outlay") or has_money(investment, "capital_outlay")
    acts = {
        "saving_times": uncertain,
        "outlay_times": outlay,
        "disruption_times": has_money(investment, "disruption"),
        "extra_delay": late,
    }
    yield Cell(
        value=1,
        figure=Figure.COUNT,
        role=Role.INPUT,
        choices=(0, 1),
        name=name_of(edition, f"{number}.on"),
    )
    for field, does in acts.items():
        delay = field == "extra_delay"
        yield Cell(
            value=0 if delay else 1.0,
            figure=Figure.COUNT if delay else Figure.SHARE,
            role=Role.INPUT if does else Role.GIVEN,
            limits=(0.0, float(len(edition.years)) if delay else MOST),
            name=name_of(edition, f"{number}.{field}"),
        )


def bookings(edition: Edition) -> PageTable:
    """Return what each investment books per year; blank: by the booking share."""
    scenario = edition.results.scenario
    period = scenario.horizon.period
    rows = []
    for number, investment in enumerate(edition.investments, start=1):
        given = typed_bookings(scenario, investment)
        cells = (
            Cell(
                value=None if year not in given else given[year] / 1000,
                figure=Figure.AMOUNT,
                role=Role.INPUT,
                limits=(0.0, inf),
                optional=True,
            )
            for year in edition.years
        )
        planned = edition.results.investments[number - 1].outcome.plan.booked[:period]
        entry = Entry(label=edition.case(number), unit=edition.unit)
        (total,) = amounts((sum(planned),), Role.CALCULATED, f"[plan.{number}.booked@value]")
        rows.append(
            with_name(edition, edition.row(f"{number}.booked", entry, value=total, years=cells))
        )
    open_ = workings.WHATIF_BOOKINGS_OPEN
    if not any(open_years(edition.results.scenario)):
        open_ = workings.WHATIF_BOOKINGS_CLOSED
    return PageTable(
        title=edition.say(workings.WHATIF_BOOKINGS),
        note=edition.of_bookings(workings.WHATIF_BOOKINGS_NOTE, open_),
        headings=edition.headings(value=edition.say(workings.BOOKED_NET, period=edition.period)),
        rows=tuple(rows),
    )
