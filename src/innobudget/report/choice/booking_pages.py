"""The sheets of a choice that are read: Booking, Frontier, Gates and knowledge, About."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from innobudget.domain.planned import booked_saving
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.findings.teller import capital
from innobudget.report.tables import Cell, Figure, Page, Role, Row, amount, heading
from innobudget.report.words import choice as words
from innobudget.report.words import choice_sheets as sheets
from innobudget.report.words import labels, workings
from innobudget.report.workbook.edition import Entry
from innobudget.report.workbook.pages import about as shared

COLOURS = {
    role: shared.COLOURS[role]
    for role in (Role.INPUT, Role.GIVEN, Role.CALCULATED, Role.SIMULATED, Role.NOTE)
}


def booking_page(edition: ChoiceEdition) -> Page:
    """Lay out what is safe to book and what is booked now, by case and by committee."""
    scenario = edition.chosen.scenario
    items = {item.id: item for item in scenario.enabled}
    booked = [case for case in edition.cases if case.booking is not None]
    safe = {case.id: case.booking or () for case in booked}
    unspent = {case.id: case.of_which_unspent or () for case in booked}
    now = {name: tuple(booked_saving(scenario, items[name]).values()) for name in safe}
    committees: dict[str, list[str]] = defaultdict(list)
    for name in safe:
        committees[items[name].area or edition.say(labels.NOT_PLACED)].append(name)
    blocks = (
        ("safe", sheets.PROPOSED, safe, Role.SIMULATED),
        ("unspent", sheets.UNSPENT, unspent, Role.SIMULATED),
        ("now", sheets.NOW, now, Role.GIVEN),
    )
    tables = []
    for key, title, values, role in blocks:
        rows = tuple(_by_case(edition, key, values, role))
        tables.append(edition.table(title, rows))
        if key != "unspent":
            told = sheets.BY_COMMITTEE if key == "safe" else sheets.NOW_BY_COMMITTEE
            rows = tuple(_by_committee(edition, key, committees, values))
            tables.append(edition.table(told, rows))
    period = edition.say(labels.PERIOD, period=edition.period)
    return Page(
        key="booking",
        name=edition.say(sheets.NAMES["booking"]),
        message=edition.teller.pooling() or edition.say(sheets.NOTHING_IN),
        notes=(
            edition.say(sheets.BOOKING_PURPOSE),
            *filter(None, [edition.teller.parts()]),
            edition.units,
        ),
        headings=(
            *edition.heads((words.CASE, sheets.COMMITTEE, "")),
            heading(period, Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in scenario.horizon.years),
        ),
        widths=(46, 34, 10, 16, *[12] * scenario.horizon.length),
        tables=tuple(tables) if safe else (),
    )


def _by_case(
    edition: ChoiceEdition, key: str, values: Mapping[str, Sequence[float]], role: Role
) -> Iterator[Row]:
    items = {item.id: item for item in edition.chosen.scenario.enabled}
    names = list(values)
    for number, name in enumerate(names, start=1):
        area = items[name].area or edition.say(labels.NOT_PLACED)
        cells = (amount(value, role) for value in values[name])
        told = Entry(edition.titles[name], detail=area)
        whole = _period(edition, values[name])
        yield edition.line(f"booking.{key}{number}", told, (whole, *cells))
    together = [sum(column) for column in zip(*values.values(), strict=True)]
    ends = f"[booking.{key}1..booking.{key}{len(names)}]"
    yield _total(edition, f"booking.{key}.all", f"SUM({ends})", together)


def _by_committee(
    edition: ChoiceEdition,
    key: str,
    committees: Mapping[str, Sequence[str]],
    values: Mapping[str, Sequence[float]],
) -> Iterator[Row]:
    numbers = {name: number for number, name in enumerate(values, start=1)}
    for place, (committee, members) in enumerate(committees.items(), start=1):
        formula = "+".join(f"[booking.{key}{numbers[name]}]" for name in members)
        added = [sum(column) for column in zip(*(values[name] for name in members), strict=True)]
        cells = (amount(value, Role.CALCULATED, formula) for value in added)
        told, whole = Entry("", detail=committee), _period(edition, added)
        yield edition.line(f"booking.{key}.committee{place}", told, (whole, *cells))


def _period(edition: ChoiceEdition, values: Sequence[float]) -> Cell:
    length = edition.chosen.scenario.horizon.period
    return amount(sum(values[:length]), Role.CALCULATED, "SUM([own@period])")


def _total(edition: ChoiceEdition, key: str, formula: str, values: Sequence[float]) -> Row:
    cells = (amount(value, Role.TOTAL, formula) for value in values)
    return edition.line(key, Entry(words.TOTAL), (_period(edition, values), *cells))


def frontier_page(edition: ChoiceEdition) -> Page:
    """Lay out the frontier, by rising outlay."""
    choice, frontier = edition.chosen.choice, edition.chosen.frontier
    rows = tuple(
        edition.line(
            f"frontier.{number}",
            Entry(
                edition.teller.names(point.cases) or words.NONE,
                detail=sheets.THE_CHOICE if point.cases == choice.chosen else "",
            ),
            (amount(point.objective), amount(point.outlay, Role.GIVEN)),
        )
        for number, point in enumerate(frontier, start=1)
    )
    return Page(
        key="frontier",
        name=edition.say(sheets.NAMES["frontier"]),
        notes=(
            edition.say(sheets.FRONTIER_PURPOSE if rows else sheets.FRONTIER_NONE),
            edition.units,
        ),
        headings=(
            *edition.heads((sheets.PORTFOLIO, "", "")),
            heading(capital(edition.teller.objective), Figure.AMOUNT),
            heading(edition.say(words.OUTLAY), Figure.AMOUNT),
        ),
        widths=(90, 14, 12, 24, 22),
        tables=(edition.table("", rows),) if rows else (),
    )


def knowledge_page(edition: ChoiceEdition) -> Page:
    """Lay out what gates and knowledge are worth, case by case."""
    return Page(
        key="knowledge",
        name=edition.say(sheets.NAMES["knowledge"]),
        message=edition.teller.pilot(),
        notes=(edition.say(sheets.KNOWLEDGE_PURPOSE), edition.units),
        widths=(46, 28, 12, 22, 22),
        tables=(
            edition.table(
                sheets.KNOWLEDGE,
                _knowledge(edition),
                headings=edition.headings(
                    "", edition.heads((sheets.WORKS, sheets.EVERYTHING), Figure.AMOUNT)
                ),
            ),
            edition.table(
                sheets.GATES,
                _gates(edition),
                headings=edition.headings(
                    "", edition.heads((sheets.OUTLAY_AVOIDED, sheets.DAMAGE_AVOIDED), Figure.AMOUNT)
                ),
            ),
        ),
    )


def _knowledge(edition: ChoiceEdition) -> Iterator[Row]:
    for number, case in enumerate(edition.cases, start=1):
        if case.evpi is not None:
            told = Entry(edition.titles[case.id], detail=sheets.TIED if case.tied else "")
            cells = (amount(case.evpi_works), amount(case.evpi))
            yield edition.line(f"knowledge.{number}", told, cells)


def _gates(edition: ChoiceEdition) -> Iterator[Row]:
    for number, gate in enumerate(edition.chosen.gates, start=1):
        stage = edition.say(sheets.STAGE, stage=gate.stage)
        told = Entry(edition.titles[gate.id], detail=stage)
        cells = (amount(gate.outlay_avoided), amount(gate.damage_avoided))
        yield edition.line(f"knowledge.gate{number}", told, cells)


def about_page(edition: ChoiceEdition) -> Page:
    """Lay out provenance, colours, doubts and words."""
    scenario = edition.chosen.scenario
    told = {
        name: phrase.of(count=edition.count) if name == "trials" else phrase
        for name, phrase in sheets.SHEETS.items()
    }
    return Page(
        key="about",
        name=edition.say(sheets.NAMES["about"]),
        notes=(edition.say(words.FRESH),),
        widths=(48, 110),
        tables=(
            edition.table(workings.CONTENTS, shared.listed(edition, sheets.NAMES, told)),
            edition.table(workings.RUN, shared.record(edition, scenario.sampled)),
            edition.table(workings.COLOURS, shared.colours(edition, COLOURS)),
            shared.doubts(edition, (scenario,)),
            *shared.reading(edition),
        ),
    )
