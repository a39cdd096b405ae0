"""Results → pages → an xlsx file, the same bytes from the same results."""

from dataclasses import replace
from pathlib import Path

from innobudget.domain.scenario import Horizon, Language
from innobudget.engine.what_if import what_if
from innobudget.report.tables import Page
from innobudget.report.voice import RunRecord
from innobudget.report.words import verdicts, workings
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.chart_links import linked
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.filling import SpeakingWorkbook, Writer, fill_sheet
from innobudget.report.workbook.layout import lay_out
from innobudget.report.workbook.live_figures import live_figures
from innobudget.report.workbook.pages.about import about
from innobudget.report.workbook.pages.appropriations import appropriations
from innobudget.report.workbook.pages.assumptions import assumptions
from innobudget.report.workbook.pages.budget import budget
from innobudget.report.workbook.pages.checks import checks
from innobudget.report.workbook.pages.curves import curves
from innobudget.report.workbook.pages.facts import facts
from innobudget.report.workbook.pages.followup import followup
from innobudget.report.workbook.pages.investments import investments
from innobudget.report.workbook.pages.plan import plan
from innobudget.report.workbook.pages.results import results as results_page
from innobudget.report.workbook.pages.risk_drivers import risk_drivers
from innobudget.report.workbook.pages.summary import summary
from innobudget.report.workbook.pages.trials import trials
from innobudget.report.workbook.pages.verdict import changed_prefix, headline, status
from innobudget.report.workbook.pages.whatif import whatif
from innobudget.report.workbook.trial_columns import TrialColumns

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


def write_workbook(edition: Edition, path: Path) -> None:
    """Write the workbook of one simulation into a file, anew."""
    horizon, made = edition.scenario.horizon, edition.made
    write_pages(all_pages(edition), path, horizon=horizon, made=made, language=edition.language)


def all_pages(edition: Edition) -> tuple[Page, ...]:
    """Return every sheet in reading order."""
    now = what_if(edition.scenario, edition.sample)
    accounts = Accounts.of(edition)
    live = tuple(live_figures(edition, now))
    columns = TrialColumns(edition)
    found = results_page(edition, live, columns)
    pages = (
        summary(edition, found, live),
        assumptions(edition, accounts),
        budget(edition, accounts),
        plan(edition, now, columns),
        appropriations(edition, accounts),
        found,
        investments(edition),
        risk_drivers(edition),
        curves(edition, now, columns),
        whatif(edition, now, live, columns),
        trials(edition, now, columns),
        about(edition),
        *((followup(edition), facts(edition)) if edition.results.followup else ()),
    )
    pages = linked(edition, pages)
    checked = checks(edition, pages, now, live)
    standing = status(checked, edition.say(verdicts.AS_RUN), changed_prefix(edition))
    order = [phrase(edition.language) for phrase in edition.tabs.values()]
    first, *others = sorted((*pages, checked), key=lambda page: order.index(page.name))
    first = replace(first, headline=headline(edition, live, checked))
    return tuple(replace(page, status=standing) for page in (first, *others))


def write_pages(
    pages: tuple[Page, ...], path: Path, *, horizon: Horizon, made: RunRecord, language: Language
) -> None:
    """Write a workbook.

    Parameters
    ----------
    pages
        In reading order.
    path
        The file, written anew.
    horizon
        The years across.
    made
        Its date is written into the file's properties.
    language
        Of what is said when a value cannot be typed.

    """
    layout = lay_out(pages, horizon)
    options = {**OPTIONS, "tmpdir": str(path.parent)}  # one disk that may be full, not two
    with SpeakingWorkbook(str(path), options) as book:
        book.set_properties(
            {
                "title": pages[0].heading,
                "subject": workings.SUBJECT(language),
                "language": language,
                "author": f"innobudget {made.version}",
                "comments": _message(pages[0]),
                "created": made.date,
                **made.sender,
            }
        )
        book.set_calc_mode("auto")
        writer = Writer(book=book, references=layout.references, language=language)
        for sheet in layout.sheets:
            fill_sheet(writer, sheet)
        for number, sheet in enumerate(layout.sheets, start=1):
            writer.define_names(sheet, number)


def _message(page: Page) -> str:
    """Return what the first page says above its tables."""
    said = [str(cell.value) for row in page.headline for cell in row.cells if cell]
    return " ".join(said) or page.message
