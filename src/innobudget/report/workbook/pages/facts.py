"""Facts: every one, what it bounds, and where in the adopted range it lies."""

from innobudget.domain.facts import AMOUNT_KEYS, AMOUNT_NAMES, Fact
from innobudget.domain.followed import FactOutcome
from innobudget.domain.investment import FIELD_OF, Investment
from innobudget.domain.known_course import stage_number
from innobudget.messages import Text
from innobudget.report.findings.followup import followed
from innobudget.report.tables import Figure, Page, PageTable, Role, Row, figures, heading, text
from innobudget.report.words import followup as words
from innobudget.report.words import labels, sheets
from innobudget.report.words.numbers import day, number, told
from innobudget.report.workbook.edition import WORDS_WIDE, Edition, Entry
from innobudget.report.workbook.pages.followup import stage_told


def facts(edition: Edition) -> Page:
    """Lay out every fact: what it says, between which values, where in its range, and whence."""
    names = (
        words.FACT,
        words.KNOWN_FROM,
        words.QUANTITY,
        words.LOWEST,
        words.HIGHEST,
        words.PERCENTILE,
        sheets.SOURCE,
    )
    head = (edition.say(labels.INVESTMENT), *(edition.say(name) for name in names))
    record = followed(edition.results).track_record
    return Page(
        key="facts",
        name=edition.say(sheets.FOLLOWED["facts"]),
        title=edition.say(sheets.FOLLOWED["facts"]),
        notes=(
            edition.say(words.FACTS_PURPOSE),
            edition.say(words.SIGNS_FACTS),
            edition.say(words.FACTS_RANGE),
        ),
        widths=(*WORDS_WIDE, 44, 14, 14, 14, 40),
        tables=(
            PageTable(
                title=edition.say(words.ALL_FACTS),
                headings=tuple(heading(name) for name in head),
                rows=tuple(_fact(edition, found) for found in followed(edition.results).facts),
            ),
            PageTable(
                title=edition.say(words.TRACK_RECORD),
                note=edition.say(words.TRACK_NOTE),
                headings=edition.headings_of([heading(edition.say(sheets.VALUE), Figure.FACTOR)]),
                rows=(
                    _recorded(edition, words.FACTS_ON_AMOUNTS, record.facts, Figure.COUNT),
                    _recorded(edition, words.INSIDE, record.inside_80, Figure.SHARE),
                    _recorded(edition, words.STAGES_KNOWN, record.stages, Figure.COUNT),
                    _recorded(edition, words.BRIER, record.brier, Figure.FINE_SHARE),
                ),
            ),
        ),
    )


def _recorded(edition: Edition, phrase: Text, value: float | None, figure: Figure) -> Row:
    entry = Entry(label=edition.say(phrase), unit=edition.unit_of(figure))
    return edition.line("", entry, figures((value,), figure, Role.SIMULATED))


def _fact(edition: Edition, found: FactOutcome) -> Row:
    ids = [item.id for item in edition.investments]
    position = ids.index(found.investment)
    own = edition.investments[position]
    fact = own.facts[found.fact - 1]
    low, high = found.interval or (None, None)
    return Row(
        cells=(
            text(edition.case(position + 1)),
            text(_told(edition, own, fact)),
            text(day(found.on, edition.language)),
            text(_bounded(edition, (found.quantity or "").removeprefix(f"{found.investment}."))),
            *figures((low, high), Figure.FACTOR, Role.SIMULATED),
            *figures((found.percentile,), Figure.SHARE, Role.SIMULATED),
            text(found.source),
        )
    )


def _bounded(edition: Edition, quantity: str) -> str:
    """Name a quantity as the sheet Assumptions does; none: a fact that bounds nothing."""
    own = (sheets.QUANTITIES[field] for name, field in FIELD_OF.items() if name == quantity)
    return edition.say(next(own, sheets.STAGE_SUCCESS)) if quantity else ""


def _told(edition: Edition, own: Investment, fact: Fact) -> str:
    """Say what a fact says."""
    if fact.kind == "stage":
        stage = stage_number(own.stages, fact.stage)
        return stage_told(edition, own, stage, passed=fact.passed is not False)
    if fact.kind == "begun":
        phrase = words.BEGUN_IN if fact.begun else words.BEGUN_NOT
        return edition.say(phrase, year=fact.begun)
    if fact.kind in AMOUNT_KEYS:
        currency = edition.scenario.assumptions.currency
        phrase = words.AMOUNT_TO_DATE if fact.to_date else words.AMOUNT_OF_YEAR
        name = edition.say(AMOUNT_NAMES[fact.kind])
        return edition.say(
            phrase,
            name=name,
            year=fact.year,
            amount=told(fact.amount or 0.0, currency, edition.language),
        )
    if fact.kind == "indicator":
        return f"{fact.indicator}: {number(fact.value or 0.0, edition.language, 1)}"
    return edition.say(words.EARLIER, quantity=_bounded(edition, fact.quantity or ""))
