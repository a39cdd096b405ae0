"""About: what made the workbook, how to read it, and what was found on reading."""

from collections.abc import Iterable, Iterator, Mapping

from innobudget.domain.scenario import Sampled, Scenario
from innobudget.errors import Problem
from innobudget.messages import Text
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, text
from innobudget.report.words import followup, sheets, workings
from innobudget.report.words.glossary import CONVENTIONS, NOT_MODELLED, WORDS, Pairs
from innobudget.report.words.numbers import number
from innobudget.report.workbook.edition import Edition, Speaker, placed

COLOURS: Mapping[Role, Text] = {
    Role.INPUT: workings.COLOUR_INPUT,
    Role.GIVEN: workings.COLOUR_GIVEN,
    Role.CALCULATED: workings.COLOUR_CALCULATED,
    Role.SIMULATED: workings.COLOUR_SIMULATED,
    Role.NOTE: workings.COLOUR_NOTE,
    Role.TOTAL: workings.COLOUR_TOTAL,
}


def about(edition: Edition) -> Page:
    """Lay out provenance, colours, conventions, doubts and words."""
    return Page(
        key="about",
        name=edition.say(sheets.NAMES["about"]),
        notes=(edition.say(workings.ABOUT_PURPOSE),),
        widths=(48, 110),
        tables=(
            edition.table(
                workings.CONTENTS,
                listed(edition, edition.tabs, {**workings.SHEETS, **followup.SHEETS}),
            ),
            edition.table(workings.RUN, _run(edition)),
            edition.table(workings.COLOURS, colours(edition, COLOURS)),
            doubts(edition, (edition.scenario,)),
            *reading(edition),
        ),
    )


def pair(label: str, told: str) -> Row:
    """Return a word and what is said of it."""
    return Row(cells=(text(label), text(told)))


def pairs(edition: Speaker, told: Pairs) -> Iterator[Row]:
    """Yield words and their meanings."""
    return (pair(edition.say(word), edition.say(meaning)) for word, meaning in told)


def reading(edition: Speaker) -> Iterator[PageTable]:
    """Yield how every workbook is read: conventions, what is not modelled, words."""
    for title, told in (
        (workings.CONVENTIONS, CONVENTIONS),
        (workings.NOT_MODELLED, NOT_MODELLED),
        (workings.GLOSSARY, WORDS),
    ):
        yield edition.table(title, pairs(edition, told))


def listed(edition: Speaker, names: Mapping[str, Text], told: Mapping[str, Text]) -> Iterator[Row]:
    """Yield a link to every sheet, and what is on it."""
    for key, name in names.items():
        link = Cell(value=edition.say(name), target=(f"{key}.title", 0))
        yield Row(cells=(link, text(edition.say(told[key]))))


def record(edition: Speaker, sampled: Sampled, shown: int | None = None) -> Iterator[Row]:
    """Yield what made the workbook, and of which files; `shown`: trials that are on a sheet."""
    made = edition.made
    told = (
        (workings.VERSION, made.version),
        (workings.DATE, made.date.strftime("%Y-%m-%d")),
        (workings.COMMAND, made.command),
        (sheets.TRIALS, number(sampled.trials, edition.language)),
        (workings.TRIALS_SHOWN, "" if shown is None else number(shown, edition.language)),
        (sheets.SEED, str(sampled.seed)),
        (sheets.SAMPLING, sampled.sampling),
    )
    for phrase, value in told:
        if value:
            yield pair(edition.say(phrase), value)
    for file, digest in made.inputs.items():
        yield pair(edition.say(workings.SHA256, file=file), digest)


def _run(edition: Edition) -> Iterator[Row]:
    scenario = edition.scenario
    chosen = scenario.assumptions
    told = (
        (workings.SCENARIO, chosen.name),
        (workings.DESCRIPTION, chosen.description),
        (workings.SCENARIO_FILE, scenario.source or edition.say(sheets.BUILT_IN_CODE)),
        (
            workings.BUDGET_FILE,
            edition.say(workings.NO_BUDGET) if scenario.budget is None else scenario.budget.source,
        ),
    )
    for phrase, value in told:
        if value:
            yield pair(edition.say(phrase), value)
    shown = len(edition.sample.numbers)
    yield from record(edition, scenario.sampled, shown if shown > 1 else None)  # a page: no sheet
    for position, source in enumerate(chosen.sources, start=1):
        yield pair(edition.say(workings.SOURCE_NUMBER, number=position), source)


def colours(edition: Speaker, roles: Mapping[Role, Text]) -> Iterator[Row]:
    """Yield an example of each look, and what it means; verdicts last."""
    shown = edition.say(workings.EXAMPLE)
    for role, phrase in roles.items():
        example = Cell(value=shown, figure=Figure.TEXT, role=role)
        yield Row(cells=(example, text(edition.say(phrase))))
    for good, phrase in ((True, workings.COLOUR_GOOD), (False, workings.COLOUR_BAD)):
        example = Cell(value=shown, role=Role.CHECK, good=shown if good else 1)
        yield Row(cells=(example, text(edition.say(phrase))))


def doubts(edition: Speaker, scenarios: Iterable[Scenario]) -> PageTable:
    """Return what was found on reading scenarios and their budgets, each thing once."""
    found = [
        doubt
        for scenario in scenarios
        for doubt in (
            *scenario.doubts,
            *(() if scenario.budget is None else scenario.budget.doubts),
        )
    ]
    title = edition.say(workings.DOUBTS)
    if not found:
        return edition.table(title, (pair(edition.say(workings.NO_DOUBTS), ""),))
    rows = tuple(_doubt(edition, doubt) for doubt in dict.fromkeys(found))
    return edition.table(title, rows)


def _doubt(edition: Speaker, doubt: Problem) -> Row:
    told = edition.say(
        workings.DOUBT, found=doubt.found, expected=doubt.expected, remedy=doubt.remedy
    )
    return pair(f"{placed(edition, doubt.place)} [{doubt.code}]", told)
