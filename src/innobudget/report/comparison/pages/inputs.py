"""What differs: the assumptions that are not the same in all scenarios."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import prod

from innobudget.domain.investment import FIELD_OF, Investment
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array, Flows
from innobudget.engine.plan import plan_investment
from innobudget.messages import Text
from innobudget.report.comparison.edition import ComparisonEdition, Shown, cell
from innobudget.report.tables import Cell, Figure, Page, Role, Row, text
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import labels, sheets, workings
from innobudget.report.words.distributions import describe

Value = str | float | None
Values = Sequence[Value]
GENERAL: Mapping[str, tuple[Text, Figure, Callable[[Scenario], Value]]] = {
    "count": (words.CASE_COUNT, Figure.COUNT, lambda own: float(len(own.enabled))),
    "budget": (workings.BUDGET_FILE, Figure.TEXT, lambda own: getattr(own.budget, "source", None)),
    "growth": (sheets.GROWTH, Figure.FINE_SHARE, lambda own: getattr(own.budget, "growth", None)),
    "share": (labels.BOOKING_SHARE, Figure.FINE_SHARE, lambda own: own.booking.share),
    "already": (
        sheets.ALREADY_IN_BUDGET,
        Figure.VERDICT,
        lambda own: float(own.booking.already_in_budget),
    ),
}
"""What is said of a whole scenario."""
MONEY: Mapping[str, tuple[Text, Callable[[Flows, slice], Array]]] = {
    "planned": (words.PLANNED_PERIOD, lambda flows, period: flows.planned[period]),
    "all": (words.PLANNED_ALL, lambda flows, _: flows.planned),
    "booked": (words.BOOKED_PERIOD, lambda flows, period: flows.booked[period]),
    "outlay": (words.OUTLAY_ALL, lambda flows, _: flows.planned_outlay),
}
"""Amounts of the plan of an investment, which are added up."""


def inputs(edition: ComparisonEdition) -> Page:
    """Lay out what scenarios assume differently, one column per scenario."""
    general = list(_general(edition))
    ids = dict.fromkeys(
        item.id for scenario in edition.comparison.scenarios for item in scenario.enabled
    )
    cases = [row for number, name in enumerate(ids) for row in _case(edition, number, name)]
    found = ((words.IN_COMMON, general), (words.CASES, cases))
    tables = [
        edition.table(
            title, rows, headings=edition.scenario_headings(sheets.DETAIL), key=f"inputs.{place}"
        )
        for place, (title, rows) in enumerate(found)
        if rows
    ]
    nothing = edition.table(words.NOTHING_DIFFERS, ())
    return Page(
        key="inputs",
        name=edition.say(words.NAMES["inputs"]),
        notes=(edition.say(words.INPUTS_PURPOSE), *edition.notes),
        widths=(56, 46, 16, *(26,) * len(edition.standings)),
        tables=tuple(tables) or (nothing,),
    )


def _general(edition: ComparisonEdition) -> Iterator[Row]:
    scenarios = edition.comparison.scenarios
    for key, (phrase, figure, value) in GENERAL.items():
        shown = Shown(key=f"inputs.{key}", label=edition.say(phrase), figure=figure)
        yield from _row(edition, shown, [value(scenario) for scenario in scenarios])
    names = dict.fromkeys(quantity for item in scenarios for quantity in item.correlation)
    for quantity in names:
        label = edition.say(
            sheets.CORRELATION, quantity=edition.say(sheets.QUANTITY_NAMES[quantity])
        )
        found = [_correlation(edition, item, quantity) for item in scenarios]
        shown = Shown(key=f"inputs.correlation.{quantity}", label=label, figure=Figure.TEXT)
        yield from _row(edition, shown, found)
    ids = dict.fromkeys(driver.id for item in scenarios for driver in item.drivers)
    for number, name in enumerate(ids):
        label = edition.say(words.DRIVER, id=name)
        found = [_driver(edition, item, name) for item in scenarios]
        shown = Shown(key=f"inputs.driver.{number}", label=label, figure=Figure.TEXT)
        yield from _row(edition, shown, found)


def _correlation(edition: ComparisonEdition, scenario: Scenario, quantity: str) -> str | None:
    found = {str(key): value for key, value in scenario.correlation.items()}.get(quantity)
    if found is None:
        return None
    return edition.correlated(found)


def _driver(edition: ComparisonEdition, scenario: Scenario, name: str) -> str | None:
    found = next((driver for driver in scenario.drivers if driver.id == name), None)
    if found is None:
        return None
    return edition.driven(found)


def _case(edition: ComparisonEdition, number: int, name: str) -> Iterator[Row]:
    """Yield what differs about one investment; what is left out of the rows is named last."""
    found = [
        next((item for item in scenario.enabled if item.id == name), None)
        for scenario in edition.comparison.scenarios
    ]
    title = next(item.title for item in found if item is not None)
    rows = [
        row
        for key, (label, figure, values) in _told(edition, found).items()
        for row in _row(
            edition,
            Shown(key=f"inputs.case{number}.{key}", label=title, figure=figure, detail=label),
            values,
        )
    ]
    present = [item for item in found if item is not None]
    if not rows and any(item != present[0] for item in present):
        differs = edition.say(words.DIFFERS)
        values = [differs if item not in (None, present[0]) else None for item in found]
        shown = Shown(
            key=f"inputs.case{number}.other",
            label=title,
            figure=Figure.TEXT,
            detail=edition.say(words.OTHERWISE),
        )
        rows = list(_row(edition, shown, values))
    yield from rows


def _told(
    edition: ComparisonEdition, found: Sequence[Investment | None]
) -> Mapping[str, tuple[str, Figure, Values]]:
    """Return by key what is said of one investment in each scenario."""
    flows = [
        None if item is None else plan_investment(scenario, item).total
        for scenario, item in zip(edition.comparison.scenarios, found, strict=True)
    ]
    period = slice(0, edition.scenario.horizon.period)
    found_rows: dict[str, tuple[str, Figure, Values]] = {
        key: (
            edition.say(phrase, period=edition.period),
            Figure.AMOUNT,
            [None if flow is None else float(amounts(flow, period).sum()) for flow in flows],
        )
        for key, (phrase, amounts) in MONEY.items()
    }
    found_rows["success"] = (
        edition.say(labels.PROBABILITY_SUCCESS),
        Figure.FINE_SHARE,
        [None if item is None else prod(stage.success for stage in item.stages) for item in found],
    )
    if found.count(None) < len(found) - 1:
        found_rows |= _factors(edition, found)
    return found_rows


def _factors(
    edition: ComparisonEdition, found: Sequence[Investment | None]
) -> Mapping[str, tuple[str, Figure, Values]]:
    """Return the distributions of an investment that several scenarios have."""
    return {
        factor: (
            edition.say(sheets.QUANTITIES[factor]),
            Figure.TEXT,
            [
                None if item is None else describe(getattr(item, factor), edition.language)
                for item in found
            ],
        )
        for factor in FIELD_OF.values()
    }


def _row(edition: ComparisonEdition, shown: Shown, values: Values) -> Iterator[Row]:
    """Yield a row where the scenarios differ."""
    if all(value == values[0] for value in values):
        return
    cells: list[Cell | None] = []
    for value in values:
        if isinstance(value, str):
            cells.append(text(value))
        else:
            cells.append(cell(shown.figure, value, role=Role.GIVEN))
    yield edition.row(shown, cells)
