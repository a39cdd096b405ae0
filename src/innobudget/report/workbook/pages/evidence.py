"""What figures rest on: beside each on Assumptions, and listed with reason, name and date."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from innobudget.domain.drivers import Driver
from innobudget.domain.evidence import Evidence
from innobudget.domain.investment import Investment
from innobudget.messages import Text, say
from innobudget.report.tables import Row, text
from innobudget.report.words import followup, labels, sheets
from innobudget.report.workbook.edition import Edition, Entry

NUMBERED = re.compile(r"([a-z]+)(\d+)\.(.+)")
"""The key of a row of one of several stages, effects or indicators: `stage2.outlay`."""
SOURCE, MARK = -1, -2
"""Where a row of Assumptions has its source and its mark."""

FIGURES: Mapping[str, Text] = {
    "name": say("Name"),
    "track": labels.TRACK,
    "owner": say("Owner"),
    "benefit_owner": followup.BENEFIT_OWNER,
    "measures": say("Measures that make up for what is missing"),
    "area": labels.AREA,
    "cofinancing": sheets.COFINANCING,
    "disruption_budgeted": sheets.DISRUPTION_BUDGETED,
    "enabled": say("Whether it is counted"),
    "assumption": sheets.MARK,
    "booked": labels.BOOKED,
    "rebooked": followup.CORRECTED,
    "owner_estimate": say("What the benefit owner expects"),
    **sheets.QUANTITIES,
    "outlay": sheets.STAGE_OUTLAY,
    "capital_outlay": sheets.STAGE_CAPITAL,
    "disruption": sheets.STAGE_DISRUPTION,
    "grant": sheets.STAGE_GRANT,
    "outlay_line": say("Budget line of the outlay"),
    "success": sheets.STAGE_SUCCESS,
    "line": say("Budget line"),
    "kind": say("Kind"),
    "side": say("Income or expenditure"),
    "amount": sheets.FULL_AMOUNT,
    "share": sheets.FULL_SHARE,
    "from": sheets.FIRST_YEAR,
    "ramp": sheets.RAMP,
    "years": say("How many years it lasts"),
    "certain": say("Whether it is certain"),
    "beneficiary": say("Who gains"),
    "gain": say("What is gained"),
    "refund": sheets.REFUND,
    "indicator": say("Indicator"),
    "unit": sheets.UNIT,
    "baseline": sheets.BASELINE,
    "target": sheets.TARGET,
    "loads": say("How strongly it acts"),
}
"""The last part of the key of a figure."""
LOAD = say("How strongly it acts on {quantity}")


def figure_of(key: str) -> str:
    """Return the key of the figure that a row of Assumptions holds, as evidence names it.

    Examples
    --------
    >>> figure_of("1.stage2.outlay"), figure_of("1.cofinancing"), figure_of("")
    ('stage.2.outlay', 'cofinancing', '')

    """
    figure = key.partition(".")[2]
    found = NUMBERED.fullmatch(figure)
    return ".".join(found.groups()) if found else figure


def with_evidence(edition: Edition, known: Sequence[Evidence], figure: str, row: Row) -> Row:
    """Return a row with the source and the mark of its figure, where there is evidence of it."""
    found = [evidence for evidence in known if evidence.of in {figure, _alone(figure)}]
    if not found or not figure:
        return row
    sources = "; ".join(dict.fromkeys(filter(None, (one.source for one in found))))
    marks = [one.mark for one in found if one.mark]
    cells = list(row.cells)
    if sources:
        cells[SOURCE] = text(sources)
    if marks:
        cells[MARK] = text(edition.say(labels.MARKS[marks[0]]))
    return replace(row, cells=tuple(cells))


def _alone(figure: str) -> str:
    """Return how the figure of an only stage may be named: `outlay`."""
    return figure.removeprefix("stage.1.")


def evidence_rows(
    edition: Edition, known: Sequence[Evidence], owner: Investment | Driver
) -> Iterator[Row]:
    """Yield a row for each piece of evidence, with all that it says."""
    for evidence in known:
        day = None if evidence.on is None else f"{evidence.on}"
        told = [evidence.source, evidence.note, evidence.by, day]
        entry = Entry(
            sheets.EVIDENCE,
            detail=figure_name(edition, owner, evidence.of),
            unit=sheets.WORDS_UNIT,
            mark="" if evidence.mark is None else edition.say(labels.MARKS[evidence.mark]),
            source="; ".join(filter(None, told)) or "–",
        )
        yield edition.row("", entry)


def figure_name(edition: Edition, owner: Investment | Driver, key: str) -> str:
    """Return what a figure is called that evidence names by its key."""
    match key.split("."):
        case ["loads", quantity]:
            name = edition.say(sheets.QUANTITY_NAMES[quantity])
            return edition.say(LOAD, quantity=name)
        case [table, number, field] if isinstance(owner, Investment):
            place = int(number)
            which = {
                "stage": lambda: edition.stage(owner.stages[place - 1], place),
                "effect": lambda: edition.effect(owner.effects[place - 1], place),
                "quality": lambda: owner.quality[place - 1].indicator,
            }[table]()
            return f"{edition.say(FIGURES[field])}, {which}"
    return edition.say(FIGURES[key])
