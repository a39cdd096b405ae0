"""About: what made the comparison, how to read it, and what was found on reading."""

from collections.abc import Iterator

from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.tables import Cell, Page, Role, Row, Table, text
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import sheets, workings
from innobudget.report.words.glossary import CONVENTIONS, NOT_MODELLED, WORDS, Pairs
from innobudget.report.words.phrase import Phrase


def about(edition: ComparisonEdition) -> Page:
    """Lay out provenance, colours, conventions, doubts and words."""
    compared: Pairs = (words.ABOUT_PAIRED, words.ABOUT_SAFE, words.ABOUT_ERROR)
    tables: tuple[tuple[Phrase, Iterator[Row]], ...] = (
        (workings.RUN, _run(edition)),
        (words.HOW_COMPARED, _pairs(edition, compared)),
        (workings.COLOURS, _colours(edition)),
        (workings.DOUBTS, _doubts(edition)),
        (workings.CONVENTIONS, _pairs(edition, CONVENTIONS)),
        (workings.NOT_MODELLED, _pairs(edition, NOT_MODELLED)),
        (workings.GLOSSARY, _pairs(edition, WORDS)),
    )
    return Page(
        key="about",
        name=edition.say(words.NAMES["about"]),
        title=edition.say(words.NAMES["about"]),
        notes=(edition.say(workings.ABOUT_PURPOSE),),
        widths=(48, 110),
        tables=tuple(Table(title=edition.say(title), rows=tuple(rows)) for title, rows in tables),
    )


def _pair(label: str, told: str) -> Row:
    return Row(cells=(text(label), text(told)))


def _pairs(edition: ComparisonEdition, pairs: Pairs) -> Iterator[Row]:
    return (_pair(edition.say(word), edition.say(meaning)) for word, meaning in pairs)


def _run(edition: ComparisonEdition) -> Iterator[Row]:
    made, sampled = edition.made, edition.first.sampled
    for scenario, standing in zip(edition.comparison.scenarios, edition.standings, strict=True):
        yield _pair(f"{edition.say(workings.SCENARIO)} {standing.id}", scenario.assumptions.name)
        if scenario.assumptions.description:
            label = f"{edition.say(workings.DESCRIPTION)} {standing.id}"
            yield _pair(label, scenario.assumptions.description)
    told = (
        (workings.VERSION, made.version),
        (workings.DATE, made.date.strftime("%Y-%m-%d")),
        (workings.COMMAND, made.command),
        (sheets.TRIALS, str(sampled.trials)),
        (sheets.SEED, str(sampled.seed)),
        (sheets.SAMPLING, sampled.sampling),
    )
    for phrase, value in told:
        if value:
            yield _pair(edition.say(phrase), value)
    for file, digest in made.inputs.items():
        yield _pair(edition.say(workings.SHA256, file=file), digest)


def _colours(edition: ComparisonEdition) -> Iterator[Row]:
    for role, phrase in (
        (Role.GIVEN, workings.COLOUR_GIVEN),
        (Role.CALCULATED, workings.COLOUR_CALCULATED),
        (Role.SIMULATED, workings.COLOUR_SIMULATED),
    ):
        example = Cell(value=edition.say(workings.EXAMPLE), role=role)
        yield Row(cells=(example, text(edition.say(phrase))))


def _doubts(edition: ComparisonEdition) -> Iterator[Row]:
    found = [
        doubt
        for scenario in edition.comparison.scenarios
        for doubt in (
            *scenario.doubts,
            *(() if scenario.budget is None else scenario.budget.doubts),
        )
    ]
    for doubt in dict.fromkeys(found):
        told = edition.say(
            workings.DOUBT, found=doubt.found, expected=doubt.expected, remedy=doubt.remedy
        )
        yield _pair(f"{doubt.place} [{doubt.code}]", told)
    if not found:
        yield _pair(edition.say(workings.NO_DOUBTS), "")
