"""What was read from the budget file: the lines that change, and the rest in sums."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from innobudget.domain.budget import Budget
from innobudget.domain.planned import full_by_line
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.messages import Text
from innobudget.report.appropriations import file_last_year, line_amounts
from innobudget.report.planning import measured
from innobudget.report.tables import Cell, Figure, Role, Row, amounts
from innobudget.report.words import labels, sheets, workings
from innobudget.report.workbook.accounts import Accounts, account_name, area_name
from innobudget.report.workbook.edition import Edition, Entry, placed
from innobudget.report.workbook.pages.budget import file_total
from innobudget.report.workbook.pages.case_inputs import from_scenario, with_name


def budget_rows(edition: Edition, accounts: Accounts) -> Iterator[Row]:
    """Lay out how the file is used, then its amounts; years past its last stay empty."""
    budget = edition.scenario.budget
    if budget is None:
        return
    held = _held_against(edition.scenario)
    yield from _use(edition, budget, set().union(*held.values()))
    named = [
        (account_name(edition, accounts.numbered[number - 1]), area_name(edition, line.area))
        for number, line in accounts.lines
    ]
    for (name, area), (number, line) in zip(named, accounts.lines, strict=True):
        # one code may be of several kinds, as operating and capital
        kind = edition.say(labels.KINDS[line.kind]) if named.count((name, area)) > 1 else ""
        source = placed(edition, line.place) or edition.say(sheets.FROM_BUDGET, file=budget.source)
        values = line_amounts(edition.scenario, line)
        told = (name, ", ".join(filter(None, (area, kind))), source)
        row = _line(edition, f"file.{number}", told, values, held.get(id(line), set()))
        yield with_name(edition, row)
    for number, other in enumerate(accounts.others, start=1):
        kind = edition.say(labels.KINDS[other.kind])
        words = (
            edition.say(workings.OTHER_LINES, count=other.count),
            f"{area_name(edition, other.area)}, {kind}",
        )
        source = edition.say(sheets.FROM_BUDGET, file=budget.source)
        row = _line(edition, f"file.other{number}", (*words, source), other.amounts)
        yield with_name(edition, row)
    source = edition.say(sheets.FROM_BUDGET, file=budget.source)
    words = (edition.say(workings.FILE_TOTAL), "")
    yield _line(edition, "file.total", (*words, source), file_total(edition), edition.years)


def _held_against(scenario: Scenario) -> Mapping[int, set[int]]:
    """Return the years in which facts are held against a share of a line, by its identity."""
    found: dict[int, set[int]] = defaultdict(set)
    for item in scenario.enabled:
        years = measured(scenario, item).get("saving", frozenset())
        for effect in item.effects:
            if effect.is_own_cash and effect.share is not None:
                for line, _ in full_by_line(scenario, effect):
                    found[id(line)] |= years
    return found


def _use(edition: Edition, budget: Budget, held: Collection[int]) -> Iterator[Row]:
    """Yield how the file is used: years, growth, whether it is after the bookings, its prices."""
    last = Cell(value=file_last_year(edition.scenario), figure=Figure.YEAR, role=Role.GIVEN)
    yield _from_file(edition, "file_last", workings.FILE_LAST_YEAR, last)
    goes_on = edition.years[-1] > budget.years[-1] >= max(held, default=0)
    growth = Cell(
        value=budget.growth,
        figure=Figure.FINE_SHARE,
        role=Role.INPUT if goes_on else Role.GIVEN,
        limits=(-1.0, 1.0),
    )
    entry = _chosen(edition, sheets.GROWTH, sheets.SHARE, "budget")
    yield edition.row("growth", entry, value=growth)
    already = Cell(
        value=int(edition.scenario.booking.already_in_budget), figure=Figure.COUNT, role=Role.GIVEN
    )
    entry = _chosen(edition, sheets.ALREADY_IN_BUDGET, sheets.YES_NO, "booking")
    yield edition.row("already", entry, value=already)
    if budget.price_level is not None:
        level = Cell(value=budget.price_level, figure=Figure.YEAR, role=Role.GIVEN)
        yield _from_file(edition, "file_price_level", sheets.FILE_PRICE_LEVEL, level)


def _from_file(edition: Edition, key: str, phrase: Text, year: Cell) -> Row:
    budget = edition.scenario.budget
    entry = Entry(
        phrase,
        unit=sheets.YEAR_UNIT,
        mark=labels.MARKS["sourced"],
        source=edition.say(sheets.FROM_BUDGET, file="" if budget is None else budget.source),
    )
    return edition.row(key, entry, value=year)


def _chosen(edition: Edition, phrase: Text, unit: Text, table: str) -> Entry:
    return Entry(phrase, unit=unit, mark=sheets.CHOSEN, source=from_scenario(edition, table))


def _line(
    edition: Edition,
    key: str,
    words: tuple[str, str, str],
    values: Array,
    held: Collection[int] = (),
) -> Row:
    """Lay out amounts of the file; those of years that are held against are no inputs."""
    last = file_last_year(edition.scenario)
    label, detail, source = words
    entry = Entry(label, detail=detail, mark=labels.MARKS["sourced"], source=source)
    typed = values[: last - edition.years[0] + 1]
    cells = zip(edition.years, amounts(typed.tolist(), Role.INPUT), strict=False)
    told = (replace(cell, role=Role.GIVEN) if year in held else cell for year, cell in cells)
    return edition.row(key, entry, years=told)
