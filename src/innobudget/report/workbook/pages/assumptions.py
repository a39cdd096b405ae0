"""Assumptions: everything that was typed."""

from collections.abc import Iterator

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.drivers import Driver
from innobudget.domain.investment import Investment
from innobudget.report.tables import Cell, Figure, Page, Role, Row, Table, Value
from innobudget.report.words import labels, sheets, workings
from innobudget.report.words.distributions import plain
from innobudget.report.words.phrase import Phrase
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.estimates import PERCENTILES
from innobudget.report.workbook.pages.budget_inputs import budget_rows
from innobudget.report.workbook.pages.case_inputs import case_rows, from_scenario
from innobudget.report.workbook.pages.sampling_checks import CHECK_ERRORS

WIDEST_SHARE = (0.0, 1.0)


def assumptions(edition: Edition, accounts: Accounts) -> Page:
    """Lay out every input with its unit, mark and source."""
    tables = [Table(title=edition.say(sheets.GENERAL), rows=tuple(_general(edition)))]
    shared = tuple(_shared_causes(edition))
    if shared:
        tables.append(Table(title=edition.say(sheets.OTHER_CAUSES), rows=shared))
    tables.extend(
        Table(
            title=edition.case(number),
            note=_about(edition, investment),
            rows=tuple(case_rows(edition, number, investment)),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    file = tuple(budget_rows(edition, accounts))
    if file:
        tables.append(Table(title=edition.say(workings.BUDGET_FILE), rows=file))
    return Page(
        key="assumptions",
        name=edition.say(sheets.NAMES["assumptions"]),
        title=edition.say(sheets.NAMES["assumptions"]),
        notes=(
            edition.say(sheets.ASSUMPTIONS_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        headings=edition.headings(
            value=edition.say(sheets.VALUE), label=sheets.ASSUMPTION, sources=True
        ),
        widths=edition.widths(sources=True),
        tables=tuple(tables),
    )


def _general(edition: Edition) -> Iterator[Row]:
    scenario = edition.results.scenario
    chosen, sampled = scenario.assumptions, scenario.sampled

    def row(key: str, phrase: Phrase, unit: str, cell: Cell, table: str) -> Row:
        entry = Entry(
            label=edition.say(phrase),
            unit=unit,
            mark=edition.say(sheets.CHOSEN),
            source=from_scenario(edition, table) if table else edition.say(sheets.FROM_PROGRAM),
        )
        return edition.row(key, entry, value=cell)

    share, year = edition.say(sheets.SHARE), edition.say(sheets.YEAR_UNIT)
    count, words = edition.say(sheets.COUNT_UNIT), edition.say(sheets.WORDS_UNIT)
    level = chosen.price_level or chosen.base_year
    yield row(
        "base_year", sheets.BASE_YEAR, year, _given(chosen.base_year, Figure.YEAR), "scenario"
    )
    yield row(
        "horizon",
        sheets.HORIZON,
        edition.say(sheets.YEARS_UNIT),
        _given(chosen.horizon, Figure.COUNT),
        "scenario",
    )
    yield row("price_level", sheets.PRICE_LEVEL, year, _given(level, Figure.YEAR), "scenario")
    yield row(
        "discount_rate",
        labels.DISCOUNT_RATE,
        share,
        _input(chosen.discount_rate, (-0.5, 1.0)),
        "scenario",
    )
    yield row(
        "confidence",
        labels.CONFIDENCE,
        share,
        _input(chosen.confidence, WIDEST_SHARE),
        "scenario",
    )
    yield row(
        "booking_share",
        labels.BOOKING_SHARE,
        share,
        _input(scenario.booking.share, (0.0, 10.0)),
        "booking",
    )
    yield row("trials", sheets.TRIALS, count, _given(sampled.trials, Figure.COUNT), "simulation")
    yield row("seed", sheets.SEED, count, _given(sampled.seed, Figure.YEAR), "simulation")
    yield row(
        "sampling", sheets.SAMPLING, words, _given(sampled.sampling, Figure.TEXT), "simulation"
    )
    for name, value in PERCENTILES.items():
        told = workings.PERCENTILE_SHOWN[name]
        yield row(name, told, share, _given(value, Figure.SHARE), "")
    yield row("check_errors", workings.CHECK_ERRORS, count, _given(CHECK_ERRORS, Figure.COUNT), "")
    yield row(
        "tolerance",
        sheets.TOLERANCE,
        edition.unit,
        Cell(value=HALF_AN_ORE / 1000, figure=Figure.FINE, role=Role.GIVEN),
        "",
    )


def _given(value: Value, figure: Figure) -> Cell:
    return Cell(value=value, figure=figure, role=Role.GIVEN)


def _input(value: float, limits: tuple[float, float]) -> Cell:
    return Cell(
        value=value,
        figure=Figure.FINE_SHARE,
        role=Role.INPUT,
        limits=limits,
    )


def _shared_causes(edition: Edition) -> Iterator[Row]:
    scenario = edition.results.scenario
    words = edition.say(sheets.WORDS_UNIT)
    chosen = edition.say(sheets.CHOSEN)
    for quantity, correlation in scenario.correlation.items():
        told = edition.say(
            sheets.CORRELATED,
            within=plain(correlation.within_track, edition.language),
            across=plain(correlation.across_tracks, edition.language),
        )
        name = edition.say(sheets.QUANTITY_NAMES[quantity])
        entry = Entry(
            label=edition.say(sheets.CORRELATION, quantity=name),
            unit=words,
            mark=chosen,
            source=from_scenario(edition, "correlation"),
        )
        yield edition.row("", entry, value=_given(told, Figure.TEXT))
    for driver in scenario.drivers:
        entry = Entry(
            label=driver.name or driver.id,
            unit=words,
            mark=chosen,
            source=from_scenario(edition, f"driver {driver.id}"),
        )
        yield edition.row("", entry, value=_given(_loads(edition, driver), Figure.TEXT))


def _loads(edition: Edition, driver: Driver) -> str:
    titles = {item.id: item.title for item in edition.investments}
    whom = edition.say(sheets.ALL_INVESTMENTS)
    if driver.applies_to is not None:
        whom = ", ".join(titles.get(item, item) for item in driver.applies_to)
    loads = ", ".join(
        f"{edition.say(sheets.QUANTITY_NAMES[quantity])} {plain(load, edition.language)}"
        for quantity, load in driver.loads.items()
    )
    return edition.say(sheets.APPLIES_TO, whom=whom, loads=loads)


def _about(edition: Edition, investment: Investment) -> str:
    nobody = edition.say(sheets.NOBODY)
    return edition.say(
        sheets.CASE_NOTE,
        track=investment.track_name,
        owner=investment.owner or nobody,
        area=investment.area or nobody,
    )
