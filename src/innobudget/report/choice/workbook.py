"""The workbook of a choice: pages of tables → an xlsx file."""

from pathlib import Path

from innobudget.report.choice.booking_pages import (
    about_page,
    booking_page,
    frontier_page,
    knowledge_page,
)
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.choice.pages import choice_page, trials_page
from innobudget.report.workbook.writing import write_pages

PAGES = (choice_page, booking_page, frontier_page, knowledge_page, trials_page, about_page)
"""In reading order."""


def write_workbook(edition: ChoiceEdition, path: Path) -> None:
    """Write the workbook of a choice, the file anew."""
    write_pages(
        tuple(page(edition) for page in PAGES),
        path,
        horizon=edition.chosen.scenario.horizon,
        made=edition.made,
        language=edition.language,
    )
