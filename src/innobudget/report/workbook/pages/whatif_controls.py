"""The controls of What-if: shares, rates, a switch and scale factors per investment."""

from collections.abc import Iterator

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
from innobudget.report.words.phrase import Phrase
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.estimates import PERCENTILES, rank_error
from innobudget.report.workbook.pages.trials import columns_of

LARGEST_FACTOR = 10.0


def controls(edition: Edition) -> Table:
    """Return what applies to all investments: booking share, confidence, discount rate."""
    assumptions = edition.results.scenario.assumptions
    share = edition.say(sheets.SHARE)

    def control(key: str, phrase: Phrase, cell: Cell, scenario: Cell | None) -> Row:
        return Row(
            key=key,
            cells=(
                text(edition.say(phrase)),
                text(edition.say(workings.BLANK_AS_SCENARIO)) if scenario is None else None,
                text(share),
                cell,
                scenario,
            ),
        )

    def setting(value: float | None, limits: tuple[float, float], name: Phrase) -> Cell:
        return Cell(
            value=value,
            figure=Figure.FINE_SHARE,
            role=Role.INPUT,
            limits=limits,
            name=edition.say(name),
        )

    def scenario(value: float, key: str) -> Cell:
        return Cell(
            value=value,
            figure=Figure.FINE_SHARE,
            role=Role.CALCULATED,
            formula=f"[{key}@value]",
        )

    rate, confidence = assumptions.discount_rate, assumptions.confidence
    rows = (
        control(
            "whatif.share",
            labels.BOOKING_SHARE,
            setting(None, (0.0, LARGEST_FACTOR), workings.NAME_SHARE),
            None,
        ),
        control(
            "whatif.confidence",
            labels.CONFIDENCE,
            setting(confidence, (0.0, 1.0), workings.NAME_CONFIDENCE),
            scenario(confidence, "confidence"),
        ),
        control(
            "whatif.rate",
            labels.DISCOUNT_RATE,
            setting(rate, (-0.5, 1.0), workings.NAME_RATE),
            scenario(rate, "discount_rate"),
        ),
        _start(edition),
    )
    words = ("", "", edition.say(sheets.UNIT))
    return Table(
        title=edition.say(workings.CONTROLS),
        headings=(
            *(heading(word) for word in words),
            heading(edition.say(workings.USE), Figure.AMOUNT),
            heading(edition.say(workings.IN_SCENARIO), Figure.AMOUNT),
        ),
        rows=rows,
    )


def _start(edition: Edition) -> Row:
    last = len(edition.investments)
    cases = f"[whatif.case1..whatif.case{last}@D:F]"
    formula = (
        "IF(AND(COUNT([whatif.share@value])=0,[whatif.confidence@value]=[confidence@value],"
        f"[whatif.rate@value]=[discount_rate@value],MIN({cases})=1,MAX({cases})=1),1,0)"
    )
    return Row(
        key="whatif.start",
        cells=(
            text(edition.say(workings.AT_START)),
            None,
            text(edition.say(sheets.YES_NO)),
            Cell(value=1, figure=Figure.COUNT, role=Role.CALCULATED, formula=formula),
        ),
    )


def sampling(edition: Edition) -> Iterator[Row]:
    """Yield the number of trials, and how far a percentile's rank may be off."""
    count = len(edition.sample.numbers)
    yield Row(
        key="whatif.n",
        cells=(
            text(edition.say(workings.TRIALS_USED)),
            None,
            text(edition.say(sheets.COUNT_UNIT)),
            Cell(
                value=count,
                figure=Figure.COUNT,
                role=Role.CALCULATED,
                formula=f"COUNT({columns_of(edition).count})",
            ),
        ),
    )
    confidence = edition.results.scenario.assumptions.confidence
    shares = {**PERCENTILES, "confidence": confidence}
    for name, share in shares.items():
        cell = f"[{'whatif.confidence' if name == 'confidence' else name}@value]"
        told = edition.say(answers.STATISTICS.get(name, labels.CONFIDENCE))
        yield Row(
            key=f"whatif.rank.{name}",
            cells=(
                text(edition.say(workings.RANK_ERROR, statistic=told)),
                None,
                text(edition.say(sheets.SHARE)),
                Cell(
                    value=rank_error(share, count),
                    figure=Figure.FINE_SHARE,
                    role=Role.CALCULATED,
                    formula=f"SQRT({cell}*(1-{cell})/[whatif.n@value])",
                ),
            ),
        )


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
                text(f"{number}. {investment.title}"),
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
