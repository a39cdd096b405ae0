"""A run as a page: the answer, the charts, the investments, what it assumes, how it was made."""

from collections.abc import Iterator

from innobudget.domain.rebooking import booked_at
from innobudget.domain.results import BookingChoice
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Told
from innobudget.report.figures.overview import NEVER, KeyFigure, key_figures
from innobudget.report.findings.budget import verdict
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.service import service_finding
from innobudget.report.findings.teller import Teller
from innobudget.report.findings.ways_out import ways_finding, ways_told
from innobudget.report.publication.page import made_sections, publication
from innobudget.report.publication.parts import (
    Block,
    DataTable,
    KeyFigures,
    Listing,
    Prose,
    Publication,
    Section,
    Slider,
)
from innobudget.report.publication.sections import answer_of, chart_section, picture, tables_of
from innobudget.report.words import publication as words
from innobudget.report.words.charts import QUESTIONS
from innobudget.report.words.numbers import rounded_whole
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.pages.about import about
from innobudget.report.workbook.pages.assumptions import assumptions
from innobudget.report.workbook.pages.investments import investments

CHANCES = ("/probability", NEVER)
"""How the source of a probability begins."""


def published_run(edition: Edition) -> Publication:
    """Return the page of a run."""
    teller = Teller(
        results=edition.results, language=edition.language, date=edition.made.date.date()
    )
    return publication(edition, tuple(_sections(teller, edition)))


def _sections(teller: Teller, edition: Edition) -> Iterator[Section]:
    first, *charts = build_charts(teller)[0]
    overview = picture(first, teller.source, teller.language)
    yield Section(
        id=first.stem,
        title=teller.say(QUESTIONS[first.stem]),
        blocks=(*_answer(teller), overview),
    )
    booking = booking_section(teller)
    for chart in charts:
        yield chart_section(chart, teller.source, teller.language)
        if chart.stem == "booked-savings" and booking is not None:
            yield booking
    cases = tuple(tables_of(investments(edition), edition.language))
    yield Section(id="cases", title=teller.say(words.CASES), blocks=cases)
    intro = Prose(
        text=teller.say(words.ASSUMPTIONS_INTRO, unit=edition.unit, prices=edition.prices)
    )
    typed = tables_of(assumptions(edition, Accounts.of(edition)), edition.language)
    yield Section(id="assumptions", title=teller.say(words.ASSUMPTIONS), blocks=(intro, *typed))
    yield from made_sections(about(edition), edition)


def _answer(teller: Teller) -> Iterator[Block]:
    finding = verdict(teller)
    yield from answer_of(finding.sentence, finding.lead)
    yield KeyFigures(items=tuple(_key(teller, figure) for figure in key_figures(teller)))
    ways = tuple(f"{way.what}: {way.price}" for way in ways_told(teller))
    yield Listing(title=ways_finding(teller).title, items=ways)
    yield Prose(text=service_finding(teller).sentence)
    yield Prose(text=cases_finding(teller).sentence)


def _key(teller: Teller, figure: KeyFigure) -> tuple[str, str, str, int, str]:
    text, label, series, low = figure
    if not series:
        return text, label, "", -1, ""
    (value, *_), (source, *_) = series[0].values, series[0].source
    told = Told(text, value, source)
    if not source.startswith(CHANCES):
        return told, label, "", -1, ""
    chance = 1 - value if source == NEVER else value
    wrong = teller.say(words.BELOW, confidence=teller.chance(teller.confidence)) if low else ""
    often = teller.say(words.SHARE_OF_TEN, often=teller.often(chance))
    return Told(text, chance), label, often, rounded_whole(10 * chance), wrong


ALL = 1.0


def booking_section(teller: Teller) -> Section | None:
    """Return the section about bookings; None where there is nothing to book."""
    results = teller.results
    if results.safe_booking_share is None:
        return None
    nothing, whole = (booked_at(results.scenario, share) for share in (0.0, ALL))
    amounts = [nothing + one.share * (whole - nothing) for one in results.booking_choice]
    steps = tuple(
        (round(100 * one.share), _told(teller, one, amount))
        for one, amount in zip(results.booking_choice, amounts, strict=True)
    )
    start = next(one for one in results.booking_choice if one.share == ALL)
    booked = teller.money(sum(results.portfolio.plan.booked[: len(teller.period_years)]))
    holds = teller.chance(results.portfolio.probability_budget_holds_period)
    phrases = (words.BOOKING_INTRO, words.BOOKING_INTRO_OPEN)
    return Section(
        id="booking",
        title=teller.say(words.BOOKING),
        blocks=(
            Prose(text=teller.of_bookings(*phrases, booked=booked, holds=holds)),
            Slider(
                label=teller.say(words.BOOKING_LABEL),
                steps=steps,
                start=round(100 * start.share),
            ),
            _table(teller, amounts),
        ),
    )


def _told(teller: Teller, choice: BookingChoice, amount: float) -> str:
    return teller.say(
        words.BOOKING_TOLD,
        share=teller.chance(choice.share),
        holds=teller.chance(choice.probability_budget_holds_period),
        booked=teller.money(amount),
    )


def _table(teller: Teller, amounts: list[float]) -> DataTable:
    scale = teller.scale(amounts)
    rows = tuple(
        (
            Told(teller.chance(one.share), one.share),
            Told(scale.write(amount), amount),
            Told(
                teller.chance(one.probability_budget_holds_period),
                one.probability_budget_holds_period,
                f"/booking_choice/{number}/probability_budget_holds_period",
            ),
            _met(teller, one),
        )
        for number, (one, amount) in enumerate(
            zip(teller.results.booking_choice, amounts, strict=True)
        )
    )
    return DataTable(
        caption=teller.say(words.BOOKING_CAPTION, period=teller.period),
        headings=tuple(teller.say(word, unit=scale.name) for word in words.BOOKING_COLUMNS),
        rows=rows,
    )


def _met(teller: Teller, choice: BookingChoice) -> str:
    met = choice.probability_booked_met_period
    return "" if met is None else Told(teller.chance(met), met)
