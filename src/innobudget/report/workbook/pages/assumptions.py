"""Assumptions: everything that was typed."""

from collections.abc import Iterator

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.investment import Investment
from innobudget.domain.rebooking import first_open_year, is_partly_open
from innobudget.messages import Text
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, Value
from innobudget.report.words import labels, sheets, workings
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.fitting import EDGES, text_width
from innobudget.report.workbook.formulas import PERCENTILES
from innobudget.report.workbook.pages.budget_inputs import budget_rows
from innobudget.report.workbook.pages.case_inputs import case_rows, from_scenario
from innobudget.report.workbook.pages.evidence import evidence_rows, with_evidence
from innobudget.report.workbook.pages.given_checks import with_keys
from innobudget.report.workbook.pages.sampling_checks import CHECK_ERRORS
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, VALUE_COLUMN

WIDEST_VALUE = 80.0
"""Of the column of values. [characters]"""


def assumptions(edition: Edition, accounts: Accounts) -> Page:
    """Lay out every input with its unit, mark and source."""
    tables = [edition.table(sheets.GENERAL, _general(edition))]
    shared = tuple(_shared_causes(edition))
    if shared:
        tables.append(edition.table(sheets.OTHER_CAUSES, shared))
    tables.extend(
        edition.table(
            edition.case(number),
            case_rows(edition, number, investment),
            note=_about(edition, investment),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    file = tuple(budget_rows(edition, accounts))
    if file:
        tables.append(edition.table(workings.BUDGET_FILE, file))
    return Page(
        key="assumptions",
        name=edition.say(sheets.NAMES["assumptions"]),
        notes=(
            edition.say(sheets.ASSUMPTIONS_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        headings=edition.headings(
            value=edition.say(sheets.VALUE), label=sheets.ASSUMPTION, sources=True
        ),
        widths=_widths(edition, tables),
        tables=with_keys(tables),
    )


def _widths(edition: Edition, tables: list[PageTable]) -> tuple[float, ...]:
    """Return the column widths; what is told in words has room before the marks."""
    widths = edition.widths(sources=True)
    room = sum(edition.widths()[VALUE_COLUMN:])
    told = max(
        text_width(cell.value)
        for table in tables
        for row in table.rows
        for cell in row.cells[VALUE_COLUMN : VALUE_COLUMN + 1]
        if cell is not None and isinstance(cell.value, str)
    )
    value = min(WIDEST_VALUE, widths[VALUE_COLUMN] + max(0.0, told + EDGES - room))
    return (*widths[:VALUE_COLUMN], value, *widths[FIRST_YEAR_COLUMN:])


def _general(edition: Edition) -> Iterator[Row]:
    yield from _chosen(edition)
    yield from _simulated(edition)
    yield from _conventions(edition)


def _chosen(edition: Edition) -> Iterator[Row]:
    """Yield what the scenario says of years and prices, and how much it books how surely."""
    scenario = edition.scenario
    chosen = scenario.assumptions
    level = chosen.price_level or chosen.base_year
    for named, unit, cell in (
        (("base_year", sheets.BASE_YEAR), sheets.YEAR_UNIT, _given(chosen.base_year, Figure.YEAR)),
        (("horizon", sheets.HORIZON), sheets.YEARS_UNIT, _given(chosen.horizon, Figure.COUNT)),
        (("price_level", sheets.PRICE_LEVEL), sheets.YEAR_UNIT, _given(level, Figure.YEAR)),
    ):
        yield _row(edition, named, edition.say(unit), cell, "scenario")
    if is_partly_open(scenario):
        first = _given(first_open_year(scenario), Figure.YEAR)
        named = ("first_open_year", sheets.FIRST_OPEN_YEAR)
        yield _row(edition, named, edition.say(sheets.YEAR_UNIT), first, "followup")
    yield from _stress(edition)
    for key, phrase, value, table in (
        ("discount_rate", labels.DISCOUNT_RATE, chosen.discount_rate, "scenario"),
        ("confidence", labels.CONFIDENCE, chosen.confidence, "scenario"),
        ("booking_share", labels.BOOKING_SHARE, scenario.booking.share, "booking"),
    ):
        cell = Cell(
            value=value, figure=Figure.FINE_SHARE, role=Role.CALCULATED, formula=f"[{key}@value]"
        )
        entry = Entry(
            phrase,
            detail=edition.say(sheets.TYPED_ON, sheet=edition.say(sheets.NAMES["whatif"])),
            unit=sheets.SHARE,
            mark=sheets.CHOSEN,
            source=from_scenario(edition, table),
        )
        yield edition.row("", entry, value=cell)


def _stress(edition: Edition) -> Iterator[Row]:
    """Yield how much later every saving comes, where a stress says so."""
    later = edition.scenario.stress.delay
    if later:
        unit, years = edition.say(sheets.YEARS_UNIT), _given(int(later), Figure.COUNT)
        yield _row(edition, ("stress_years", sheets.STRESS_YEARS), unit, years, "stress")
        part = _given(later % 1, Figure.FACTOR)
        yield _row(edition, ("stress_part", sheets.STRESS_PART), unit, part, "stress")


def _simulated(edition: Edition) -> Iterator[Row]:
    """Yield how the trials were drawn."""
    sampled = edition.scenario.sampled
    for named, unit, cell in (
        (("trials", sheets.TRIALS), sheets.COUNT_UNIT, _given(sampled.trials, Figure.COUNT)),
        (("seed", sheets.SEED), sheets.COUNT_UNIT, _given(sampled.seed, Figure.YEAR)),
        (("sampling", sheets.SAMPLING), sheets.WORDS_UNIT, _given(sampled.sampling, Figure.TEXT)),
    ):
        yield _row(edition, named, edition.say(unit), cell, "simulation")


def _conventions(edition: Edition) -> Iterator[Row]:
    """Yield the numbers that the workbook's own formulas draw on."""
    for name, value in PERCENTILES.items():
        named = (name, workings.PERCENTILE_SHOWN[name])
        yield _row(edition, named, edition.say(sheets.SHARE), _given(value, Figure.SHARE))
    errors = _given(CHECK_ERRORS, Figure.COUNT)
    named = ("check_errors", workings.CHECK_ERRORS)
    yield _row(edition, named, edition.say(sheets.COUNT_UNIT), errors)
    tolerance = _given(HALF_AN_ORE / 1000, Figure.FINE)
    yield _row(edition, ("tolerance", sheets.TOLERANCE), edition.unit, tolerance)


def _row(edition: Edition, named: tuple[str, Text], unit: str, cell: Cell, table: str = "") -> Row:
    """Return an input that a table of the scenario has, or else the program itself."""
    key, phrase = named
    entry = Entry(
        phrase,
        unit=unit,
        mark=sheets.CHOSEN,
        source=from_scenario(edition, table) if table else edition.say(sheets.FROM_PROGRAM),
    )
    return edition.row(key, entry, value=cell)


def _given(value: Value, figure: Figure) -> Cell:
    return Cell(value=value, figure=figure, role=Role.GIVEN)


def _shared_causes(edition: Edition) -> Iterator[Row]:
    scenario, words, chosen = edition.scenario, sheets.WORDS_UNIT, sheets.CHOSEN
    titles = {item.id: item.title for item in edition.investments}
    for quantity, correlation in scenario.correlation.items():
        name = edition.say(sheets.QUANTITY_NAMES[quantity])
        entry = Entry(
            edition.say(sheets.CORRELATION, quantity=name),
            unit=words,
            mark=chosen,
            source=from_scenario(edition, "correlation"),
        )
        yield edition.row("", entry, value=_given(edition.correlated(correlation), Figure.TEXT))
    for driver in scenario.drivers:
        entry = Entry(
            driver.name or driver.id,
            unit=words,
            mark=chosen,
            source=from_scenario(edition, f"driver {driver.id}"),
        )
        row = edition.row("", entry, value=_given(edition.driven(driver, titles), Figure.TEXT))
        yield with_evidence(edition, driver.evidence, "loads", row)
        yield from evidence_rows(edition, driver.evidence, driver)


def _about(edition: Edition, investment: Investment) -> str:
    nobody = edition.say(sheets.NOBODY)
    return edition.say(
        sheets.CASE_NOTE,
        track=investment.track_name,
        owner=investment.owner or nobody,
        area=investment.area or nobody,
    )
