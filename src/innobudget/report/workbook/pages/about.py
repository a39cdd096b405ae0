"""About: what made the workbook, how to read it, and what was found on reading."""

from collections.abc import Iterator

from innobudget.report.tables import Cell, Figure, Page, Role, Row, Table, text
from innobudget.report.words import contents, sheets, workings
from innobudget.report.words.glossary import CONVENTIONS, NOT_MODELLED, WORDS
from innobudget.report.words.numbers import number
from innobudget.report.words.phrase import Phrase
from innobudget.report.workbook.edition import Edition


def about(edition: Edition) -> Page:
    """Lay out provenance, colours, conventions, doubts and words."""
    return Page(
        key="about",
        name=edition.say(sheets.NAMES["about"]),
        title=edition.say(sheets.NAMES["about"]),
        notes=(edition.say(workings.ABOUT_PURPOSE),),
        widths=(48, 110),
        tables=(
            _table(edition, contents.CONTENTS, _contents(edition)),
            _table(edition, workings.RUN, _run(edition)),
            _table(edition, workings.COLOURS, _colours(edition)),
            _table(edition, workings.DOUBTS, _doubts(edition)),
            _table(edition, workings.CONVENTIONS, _pairs(edition, CONVENTIONS)),
            _table(edition, workings.NOT_MODELLED, _pairs(edition, NOT_MODELLED)),
            _table(edition, workings.GLOSSARY, _pairs(edition, WORDS)),
        ),
    )


def _table(edition: Edition, title: Phrase, rows: Iterator[Row]) -> Table:
    return Table(title=edition.say(title), rows=tuple(rows))


def _pair(label: str, told: str) -> Row:
    return Row(cells=(text(label), text(told)))


def _pairs(edition: Edition, pairs: tuple[tuple[Phrase, Phrase], ...]) -> Iterator[Row]:
    return (_pair(edition.say(word), edition.say(meaning)) for word, meaning in pairs)


def _contents(edition: Edition) -> Iterator[Row]:
    for key, told in contents.SHEETS.items():
        link = Cell(value=edition.say(sheets.NAMES[key]), target=(f"{key}.title", 0))
        yield Row(cells=(link, text(edition.say(told))))


def _run(edition: Edition) -> Iterator[Row]:
    scenario, made = edition.results.scenario, edition.made
    chosen = scenario.assumptions
    told: list[tuple[Phrase, str]] = [
        (workings.SCENARIO, chosen.name),
        (workings.DESCRIPTION, chosen.description),
        (workings.SCENARIO_FILE, scenario.source or edition.say(sheets.BUILT_IN_CODE)),
        (
            workings.BUDGET_FILE,
            edition.say(workings.NO_BUDGET) if scenario.budget is None else scenario.budget.source,
        ),
        (workings.VERSION, made.version),
        (workings.DATE, made.date.strftime("%Y-%m-%d")),
        (workings.COMMAND, made.command),
        (sheets.TRIALS, number(scenario.sampled.trials, edition.language)),
        (workings.TRIALS_SHOWN, number(len(edition.sample.numbers), edition.language)),
        (sheets.SEED, str(scenario.sampled.seed)),
        (sheets.SAMPLING, scenario.sampled.sampling),
    ]
    for phrase, value in told:
        if value:
            yield _pair(edition.say(phrase), value)
    for file, digest in made.inputs.items():
        yield _pair(edition.say(workings.SHA256, file=file), digest)
    for position, source in enumerate(chosen.sources, start=1):
        yield _pair(edition.say(workings.SOURCE_NUMBER, number=position), source)


def _colours(edition: Edition) -> Iterator[Row]:
    for role, phrase in (
        (Role.INPUT, workings.COLOUR_INPUT),
        (Role.GIVEN, workings.COLOUR_GIVEN),
        (Role.CALCULATED, workings.COLOUR_CALCULATED),
        (Role.SIMULATED, workings.COLOUR_SIMULATED),
        (Role.NOTE, workings.COLOUR_NOTE),
        (Role.TOTAL, workings.COLOUR_TOTAL),
    ):
        example = Cell(value=edition.say(workings.EXAMPLE), figure=Figure.TEXT, role=role)
        yield Row(cells=(example, text(edition.say(phrase))))
    for good, phrase in ((True, workings.COLOUR_GOOD), (False, workings.COLOUR_BAD)):
        shown = edition.say(workings.EXAMPLE)
        example = Cell(value=shown, role=Role.CHECK, good=shown if good else 1)
        yield Row(cells=(example, text(edition.say(phrase))))


def _doubts(edition: Edition) -> Iterator[Row]:
    scenario = edition.results.scenario
    doubts = (*scenario.doubts, *(() if scenario.budget is None else scenario.budget.doubts))
    for doubt in dict.fromkeys(doubts):
        told = edition.say(
            workings.DOUBT, found=doubt.found, expected=doubt.expected, remedy=doubt.remedy
        )
        yield _pair(f"{doubt.place} [{doubt.code}]", told)
    if not doubts:
        yield _pair(edition.say(workings.NO_DOUBTS), "")
