"""Pages → an xlsx file, the same bytes from the same pages."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.domain.years import Horizon
from innobudget.engine.trials import Trials
from innobudget.engine.what_if import what_if
from innobudget.report import theme
from innobudget.report.record import RunRecord
from innobudget.report.tables import Cell, Figure, Page, Role, Simulated
from innobudget.report.words import sheets
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.charts import chart_place, insert_chart
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.layout import (
    Layout,
    Line,
    Place,
    Sheet,
    lay_out,
    letters,
    quoted,
)
from innobudget.report.workbook.live_figures import live_figures
from innobudget.report.workbook.pages.about import about
from innobudget.report.workbook.pages.appropriations import appropriations
from innobudget.report.workbook.pages.assumptions import assumptions
from innobudget.report.workbook.pages.budget import budget
from innobudget.report.workbook.pages.checks import checks, status
from innobudget.report.workbook.pages.investments import investments
from innobudget.report.workbook.pages.plan import plan
from innobudget.report.workbook.pages.results import results as results_page
from innobudget.report.workbook.pages.summary import summary
from innobudget.report.workbook.pages.trials import trials
from innobudget.report.workbook.pages.whatif import whatif

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}
PAPER_A4 = 9
DEFAULT_WIDTH = 10.5


@dataclass(kw_only=True)
class Writer:
    """One workbook on its way to a file."""

    book: xlsxwriter.Workbook
    """The file."""
    layout: Layout
    """Where everything stands."""
    formats: dict[tuple[Role, Figure], Format] = field(default_factory=dict)
    """Every format once."""
    fills: dict[str, Format] = field(default_factory=dict)
    """Every colour of a verdict once."""

    def fill(self, colour: str) -> Format:
        """Return a format that only fills the cell."""
        if colour not in self.fills:
            self.fills[colour] = self.book.add_format({"bg_color": colour})
        return self.fills[colour]

    def format(self, role: Role, figure: Figure) -> Format:
        """Return the format of a cell."""
        if (role, figure) not in self.formats:
            self.formats[role, figure] = self.book.add_format(theme.cell_format(role, figure))
        return self.formats[role, figure]


def write_workbook(
    results: Results, path: Path, *, language: Language, made: RunRecord, sample: Trials
) -> None:
    """Write the workbook of one simulation.

    Parameters
    ----------
    results
        What it tells.
    path
        The file, written anew.
    language
        Of every label and sentence.
    made
        Printed on the last sheet; its date is also the file's own.
    sample
        Some of the run's, for the sheets Trials and What-if.

    """
    edition = Edition(results=results, language=language, made=made, sample=sample)
    write_pages(all_pages(edition), path, horizon=results.scenario.horizon, created=made.date)


def all_pages(edition: Edition) -> tuple[Page, ...]:
    """Return every sheet in reading order."""
    now = what_if(edition.results.scenario, edition.sample)
    accounts = Accounts.of(edition)
    live = tuple(live_figures(edition, now))
    found = results_page(edition, live)
    pages = (
        summary(edition, found, live),
        assumptions(edition, accounts),
        budget(edition, accounts),
        plan(edition),
        appropriations(edition, accounts),
        found,
        investments(edition),
        whatif(edition, now, live),
        trials(edition, now),
        about(edition),
    )
    controls = checks(edition, pages)
    order = [phrase(edition.language) for phrase in sheets.NAMES.values()]
    return tuple(
        replace(page, status=status(edition))
        for page in sorted((*pages, controls), key=lambda page: order.index(page.name))
    )


def write_pages(
    pages: tuple[Page, ...], path: Path, *, horizon: Horizon, created: datetime
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
    created
        Written into the file's properties.

    """
    layout = lay_out(pages, horizon)
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        book.set_properties({"title": pages[0].title, "created": created})
        book.set_calc_mode("auto")
        writer = Writer(book=book, layout=layout)
        for sheet in layout.sheets:
            _write_sheet(writer, sheet, book.add_worksheet(sheet.page.name))
        for sheet in layout.sheets:
            _define_names(book, sheet)


def _write_sheet(writer: Writer, sheet: Sheet, worksheet: Worksheet) -> None:
    page = sheet.page
    _set_up(sheet, worksheet)
    for column, width in enumerate(page.widths):
        worksheet.set_column(column, column, width)
    for line in sheet.lines:
        if line.height is not None:
            worksheet.set_row(line.number, line.height)
        for column, cell in enumerate(line.cells):
            if cell is not None:
                _write_cell(writer, worksheet, cell, Place(page.key, line.number, column))
        if line.simulated is not None:
            _write_simulated(writer, worksheet, line.number, line.simulated)
        _restrict(worksheet, line)
    for position, chart in enumerate(page.charts):
        insert_chart(writer, worksheet, chart, chart_place(sheet, position))


def _set_up(sheet: Sheet, worksheet: Worksheet) -> None:
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(PAPER_A4)
    printed = sheet.page.printed_columns
    worksheet.fit_to_pages(2 if printed else 1, 0)
    if printed:
        worksheet.print_area(0, 0, sheet.end - 1, printed - 1)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer("&L&F&C&A&R&P / &N")
    last = 0 if sheet.heading is None else sheet.heading
    worksheet.repeat_rows(last)
    worksheet.freeze_panes(last + 1, 1)
    worksheet.protect(
        "",
        {
            "format_columns": True,
            "format_rows": True,
            "format_cells": True,
            "autofilter": True,
            "sort": True,
        },
    )


def _write_cell(writer: Writer, worksheet: Worksheet, cell: Cell, place: Place) -> None:
    style = writer.format(cell.role, cell.figure)
    at = (place.line, place.column)
    if cell.figure is Figure.VERDICT:
        for criteria, fill in ((1, theme.GOOD_FILL), (0, theme.BAD_FILL)):
            rule = {"type": "cell", "criteria": "==", "value": criteria}
            worksheet.conditional_format(*at, *at, {**rule, "format": writer.fill(fill)})
    if cell.target:
        address = writer.layout.address(cell.target)
        worksheet.write_url(*at, f"internal:{address}", style, address.replace("'", ""))
    elif cell.formula:
        formula = "=" + writer.layout.formula(cell.formula, place)
        value = "" if cell.value is None else cell.value
        worksheet.write_formula(*at, formula, style, value)
    elif cell.value is None:
        worksheet.write_blank(*at, None, style)
    elif isinstance(cell.value, str):
        worksheet.write_string(*at, cell.value, style)
    else:
        worksheet.write_number(*at, cell.value, style)


def _write_simulated(writer: Writer, worksheet: Worksheet, line: int, simulated: Simulated) -> None:
    style = writer.format(Role.SIMULATED, Figure.AMOUNT)
    for position in simulated.values.nonzero()[0]:
        worksheet.write_number(
            line, simulated.column + int(position), float(simulated.values[position]), style
        )


def _restrict(worksheet: Worksheet, line: Line) -> None:
    for column, cell in enumerate(line.cells):
        if cell is None or cell.role is not Role.INPUT:
            continue
        if cell.choices:
            worksheet.data_validation(
                line.number,
                column,
                line.number,
                column,
                {"validate": "list", "source": [str(choice) for choice in cell.choices]},
            )
        elif cell.limits:
            low, high = cell.limits
            worksheet.data_validation(
                line.number,
                column,
                line.number,
                column,
                {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high},
            )


def _define_names(book: xlsxwriter.Workbook, sheet: Sheet) -> None:
    for line in sheet.lines:
        found: dict[str, list[int]] = {}
        for column, cell in enumerate(line.cells):
            if cell is not None and cell.name:
                found.setdefault(cell.name, []).append(column)
        for name, columns in found.items():
            first, last = (
                f"${letters(column)}${line.number + 1}" for column in (columns[0], columns[-1])
            )
            area = first if len(columns) == 1 else f"{first}:{last}"
            book.define_name(name, f"={quoted(sheet.page.name)}!{area}")
