"""The workbook of a comparison: findings → pages of tables → an xlsx file."""

from dataclasses import replace
from pathlib import Path

from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.scenario import Language
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.comparison.pages.about import about
from innobudget.report.comparison.pages.checks import checks
from innobudget.report.comparison.pages.inputs import inputs
from innobudget.report.comparison.pages.summary import summary
from innobudget.report.comparison.pages.years import years
from innobudget.report.voice import RunRecord
from innobudget.report.words import verdicts
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
