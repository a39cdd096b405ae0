"""The controls of What-if: shares, rates, a switch and scale factors per investment."""

from collections.abc import Iterator

from innobudget.messages import Text
from innobudget.report.tables import (
    Cell,
    Figure,
    Role,
    Row,
    Table,
    heading,
    text,
)
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.formulas import PERCENTILES, constant, rank_error
from innobudget.report.workbook.trial_columns import columns_of

LARGEST_FACTOR = 10.0


def controls(edition: Edition) -> Table:
    """Return what applies to all investments: booking share, confidence, discount rate."""
    assumptions, plan = edition.results.scenario.assumptions, edition.results.portfolio.plan
    period = slice(0, edition.results.scenario.horizon.period)
    planned, booked = sum(plan.saving[period]), sum(plan.booked[period])
    rows = (
        _control(
            edition,
            ("whatif.share", labels.BOOKING_SHARE),
            booked / planned if planned else None,
            'IF([plan.saving@value]=0,"",[plan.booked@value]/[plan.saving@value])',
            (0.0, LARGEST_FACTOR),
        ),
        _control(
            edition,
            ("whatif.confidence", labels.CONFIDENCE),
            assumptions.confidence,
            "[confidence@value]",
            (0.0, 1.0),
        ),
        _control(
            edition,
            ("whatif.rate", labels.DISCOUNT_RATE),
            assumptions.discount_rate,
            "[discount_rate@value]",
            (-0.5, 1.0),
        ),
        _start(edition),
    )
    words = (workings.SETTING, sheets.DETAIL, sheets.UNIT)
    numbers = (workings.USE, workings.IN_SCENARIO, workings.APPLIES)
    return Table(
        title=edition.say(workings.CONTROLS),
        note=edition.say(workings.BLANK_AS_SCENARIO),
        headings=(
            *(heading(edition.say(word)) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=rows,
    )


def _control(
    edition: Edition,
    named: tuple[str, Text],
    scenario: float | None,
    formula: str,
    limits: tuple[float, float],
) -> Row:
    """Return a blank cell to type in, the scenario's value, and the one of both that applies."""
    key, label = named
    name = sheets.NAMES_OF_CELLS[key]
    detail = edition.say(workings.SHARE_TOLD) if key == "whatif.share" else ""
    return Row(
        key=key,
        cells=(
            text(edition.say(label)),
            text(detail),
            text(edition.say(sheets.SHARE)),
            Cell(
                value=None,
                figure=Figure.FINE_SHARE,
                role=Role.INPUT,
                limits=limits,
                name=edition.say(workings.NAME_TYPED, name=edition.say(name)),
            ),
            Cell(value=scenario, figure=Figure.FINE_SHARE, role=Role.CALCULATED, formula=formula),
            Cell(
                value=scenario,
                figure=Figure.FINE_SHARE,
                role=Role.CALCULATED,
                formula="IF(COUNT([own@D])=0,[own@E],[own@D])",
                name=edition.say(name),
            ),
        ),
    )


def _start(edition: Edition) -> Row:
    last = len(edition.investments)
    cases = f"[whatif.case1..whatif.case{last}@D:F]"
    formula = f"IF(AND(COUNT([whatif.share..whatif.rate@D])=0,SUMPRODUCT(({cases}<>1)*1)=0),1,0)"
    return Row(
        key="whatif.start",
        cells=(
            text(edition.say(workings.AT_START)),
            None,
            text(edition.say(sheets.YES_NO)),
            None,
            None,
            edition.named(
                "whatif.start",
                Cell(value=1, figure=Figure.COUNT, role=Role.CALCULATED, formula=formula),
            ),
        ),
    )


def sampling(edition: Edition) -> Iterator[Row]:
    """Yield the number of trials, and how far a percentile's rank may be off."""
    count = len(edition.sample.numbers)
    yield edition.row(
        "whatif.n",
        Entry(label=edition.say(workings.TRIALS_USED), unit=edition.say(sheets.COUNT_UNIT)),
        value=Cell(
            value=count,
            figure=Figure.COUNT,
            role=Role.CALCULATED,
            formula=f"COUNT({columns_of(edition).count})",
        ),
    )
    confidence = edition.results.scenario.assumptions.confidence
    trials = constant(count, "[whatif.n@value]")
    for name, share in {**PERCENTILES, "confidence": confidence}.items():
        cell = "[whatif.confidence@F]" if name == "confidence" else f"[{name}@value]"
        told = edition.say(answers.STATISTICS.get(name, labels.CONFIDENCE))
        label = edition.say(workings.RANK_ERROR, statistic=told)
        _, error = rank_error(constant(share, cell), trials).cells(
            Figure.FINE_SHARE, Role.CALCULATED
        )
        entry = Entry(label=label, unit=edition.say(sheets.SHARE))
        yield edition.row(f"whatif.rank.{name}", entry, value=error)


def cases(edition: Edition) -> Table:
    """Return a switch and two scale factors per investment."""

    def factor(limits: tuple[float, float]) -> Cell:
        return Cell(value=1.0, figure=Figure.SHARE, role=Role.INPUT, limits=limits)

    def used(formula: str) -> Cell:
        return Cell(value=1.0, figure=Figure.SHARE, role=Role.CALCULATED, formula=formula)

    rows = tuple(
        Row(
            key=f"whatif.case{number}",
            cells=(
                text(edition.case(number)),
                text(investment.track_name),
                text(edition.say(sheets.SHARE)),
                Cell(value=1, figure=Figure.COUNT, role=Role.INPUT, choices=(0, 1)),
                factor((0.0, LARGEST_FACTOR)),
                factor((0.0, LARGEST_FACTOR)),
                used(f"[whatif.case{number}@D]*[whatif.case{number}@-2]"),
                used(f"[whatif.case{number}@D]*[whatif.case{number}@-2]"),
            ),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    words = (labels.INVESTMENT, labels.TRACK, sheets.UNIT)
    numbers = (
        workings.SWITCH,
        workings.SAVING_SCALE,
        workings.OUTLAY_SCALE,
        workings.SAVING_USED,
        workings.OUTLAY_USED,
    )
    return Table(
        title=edition.say(workings.WHATIF_CASES),
        headings=(
            *(heading(edition.say(word)) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=rows,
    )
