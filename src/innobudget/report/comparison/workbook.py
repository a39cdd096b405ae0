"""The workbook of a comparison: findings → pages of tables → an xlsx file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.scenario import Language
from innobudget.messages import Text
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.comparison.pages.checks import checks
from innobudget.report.comparison.pages.inputs import inputs
from innobudget.report.comparison.pages.summary import summary
from innobudget.report.comparison.pages.years import years
from innobudget.report.tables import Page, Role, Row
from innobudget.report.voice import RunRecord
from innobudget.report.words import comparison_sheets as words
from innobudget.report.words import verdicts, workings
from innobudget.report.words.glossary import Pairs
from innobudget.report.workbook.pages import about as shared
from innobudget.report.workbook.pages.verdict import status
from innobudget.report.workbook.writing import write_pages


def write_workbook(
    comparison: ComparisonResults, path: Path, *, language: Language, made: RunRecord
) -> None:
    """Write the workbook of a comparison.

    Parameters
    ----------
    comparison
        What it tells.
    path
        The file, written anew.
    language
        Of every label and sentence.
    made
        Printed on the last sheet; its date is also the file's own.

    """
    edition = ComparisonEdition(comparison=comparison, language=language, made=made)
    checked = checks(edition)
    verdict = status(checked, edition.say(verdicts.ALL_PASS))
    pages = tuple(
        replace(page, status=verdict)
        for page in (summary(edition), years(edition), inputs(edition), checked, about(edition))
    )
    write_pages(pages, path, horizon=edition.scenario.horizon, made=made, language=language)


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
