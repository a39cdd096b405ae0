"""A choice as a page: what to choose, what else the money buys, what it is worth to know."""

from collections.abc import Iterator

from innobudget.domain.chosen import FrontierPoint
from innobudget.report.choice.booking_pages import (
    about_page,
    booking_page,
    frontier_page,
    knowledge_page,
)
from innobudget.report.choice.charts import build_charts
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.choice.pages import choice_page
from innobudget.report.publication.page import made_sections, publication
from innobudget.report.publication.parts import Listing, Picker, Publication, Section
from innobudget.report.publication.sections import answer_of, chart_section, sheet_section
from innobudget.report.words import choice
from innobudget.report.words import publication as words

PAGES = (choice_page, booking_page, frontier_page, knowledge_page)
"""Sheets of the workbook that stand on the page, in reading order."""


def published_choice(edition: ChoiceEdition) -> Publication:
    """Return the page of a choice."""
    return publication(edition, tuple(_sections(edition)))


def _sections(edition: ChoiceEdition) -> Iterator[Section]:
    teller = edition.teller
    source = teller.source_of(teller.scenario.assumptions.name, edition.made.date.date())
    first, *others = build_charts(teller)
    whole = chart_section(first, source, edition.language)
    said = [*teller.best(), *teller.beside(), *teller.limits(), *teller.whatever_happens()]
    said += [
        teller.pooling(),
        teller.parts(),
        teller.pilot(),
        teller.gates(),
        teller.say(choice.FRESH),
    ]
    answer, *further = (sentence.strip() for sentence in said if sentence)
    listing = Listing(title=edition.say(words.FURTHER), items=tuple(further))
    blocks = (*answer_of(answer, ""), *whole.blocks, listing)
    yield Section(id=whole.id, title=whole.title, blocks=blocks)
    yield from _picker(edition)
    for chart in others:
        yield chart_section(chart, source, edition.language)
    for page in PAGES:
        own = sheet_section(page(edition), edition.language)
        if own.blocks:
            yield own
    yield from made_sections(about_page(edition), edition)


def _picker(edition: ChoiceEdition) -> Iterator[Section]:
    """Yield the cases to put together, where every portfolio of them was worked out."""
    chosen, teller = edition.chosen, edition.teller
    if not chosen.all:
        return
    always = chosen.choice.always
    cases = [case.id for case in edition.cases if case.id not in always]
    known = {
        " ".join(name for name in cases if name in point.cases): _told(edition, point)
        for point in chosen.all
    }
    start = " ".join(name for name in cases if name in chosen.choice.chosen)
    unknown = edition.say(words.PICKED_UNKNOWN)
    picker = Picker(
        label=edition.say(words.PICKED_LABEL),
        cases=tuple((name, teller.titles[name], name in chosen.choice.chosen) for name in cases),
        known=tuple(known.items()),
        unknown=unknown,
        start=known.get(start, unknown),
    )
    yield Section(id="picked", title=edition.say(words.PICKED), blocks=(picker,))


def _told(edition: ChoiceEdition, point: FrontierPoint) -> str:
    return edition.say(
        words.PICKED_TOLD,
        outlay=edition.teller.money(point.outlay),
        value=edition.teller.money(point.objective),
        objective=edition.teller.objective,
    )
