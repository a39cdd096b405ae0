"""About: what made the comparison, how to read it, and what was found on reading."""

from collections.abc import Iterator, Mapping

from innobudget.messages import Text
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.tables import Page, Role, Row
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import workings
from innobudget.report.words.glossary import Pairs
from innobudget.report.workbook.pages import about as shared

ROLES = (Role.GIVEN, Role.CALCULATED, Role.SIMULATED, Role.NOTE)
COLOURS: Mapping[Role, Text] = {role: shared.COLOURS[role] for role in ROLES}
"""Nothing is typed into a comparison."""


def about(edition: ComparisonEdition) -> Page:
    """Lay out provenance, colours, conventions, doubts and words."""
    compared: Pairs = (words.ABOUT_PAIRED, words.ABOUT_SAFE, words.ABOUT_ERROR)
    told = (
        (workings.CONTENTS, shared.listed(edition, words.NAMES, words.SHEETS)),
        (workings.RUN, _run(edition)),
        (words.HOW_COMPARED, shared.pairs(edition, compared)),
        (workings.COLOURS, shared.colours(edition, COLOURS)),
    )
    return Page(
        key="about",
        name=edition.say(words.NAMES["about"]),
        notes=(edition.say(workings.ABOUT_PURPOSE),),
        widths=(48, 110),
        tables=(
            *(edition.table(title, rows) for title, rows in told),
            shared.doubts(edition, edition.comparison.scenarios),
            *shared.reading(edition),
        ),
    )


def _run(edition: ComparisonEdition) -> Iterator[Row]:
    for scenario, standing in zip(edition.comparison.scenarios, edition.standings, strict=True):
        chosen = scenario.assumptions
        told = ((workings.SCENARIO, chosen.name), (workings.DESCRIPTION, chosen.description))
        for phrase, value in told:
            if value:
                yield shared.pair(f"{edition.say(phrase)} {standing.id}", value)
    yield from shared.record(edition, edition.scenario.sampled)
