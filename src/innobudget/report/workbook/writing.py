"""Pages → an xlsx file, the same bytes from the same pages."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.domain.years import Horizon
from innobudget.report import theme
from innobudget.report.record import RunRecord
from innobudget.report.tables import Cell, Figure, Page, Role
from innobudget.report.workbook.charts import insert_chart
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.layout import (
    Layout,
    Line,
    Sheet,
    lay_out,
    letters,
    quoted,
)
from innobudget.report.workbook.pages.about import about
from innobudget.report.workbook.pages.assumptions import assumptions
from innobudget.report.workbook.pages.investments import investments
from innobudget.report.workbook.pages.plan import plan
from innobudget.report.workbook.pages.results import results as results_page
from innobudget.report.workbook.pages.summary import summary

OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": False,
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

    def format(self, role: Role, figure: Figure) -> Format:
        """Return the format of a cell."""
        if (role, figure) not in self.formats:
            self.formats[role, figure] = self.book.add_format(theme.cell_format(role, figure))
        return self.formats[role, figure]


def write_workbook(results: Results, path: Path, *, language: Language, made: RunRecord) -> None:
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

    """
    edition = Edition(results=results, language=language, made=made)
    write_pages(all_pages(edition), path, horizon=results.scenario.horizon, created=made.date)


def all_pages(edition: Edition) -> tuple[Page, ...]:
    """Return every sheet in reading order."""
    found = results_page(edition)
    return (
        summary(edition, found),
        assumptions(edition),
        plan(edition),
        found,
        investments(edition),
        about(edition),
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
                _write_cell(writer, worksheet, cell, (page.key, line.number, column))
        _restrict(worksheet, line)
    for position, chart in enumerate(page.charts):
        insert_chart(writer, worksheet, chart, (sheet.end, position))


def _set_up(sheet: Sheet, worksheet: Worksheet) -> None:
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(PAPER_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer("&L&F&C&A&R&P / &N")
    if sheet.heading is not None:
        worksheet.repeat_rows(sheet.heading)
        worksheet.freeze_panes(sheet.heading + 1, sheet.page.locked_columns)
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


def _write_cell(
    writer: Writer, worksheet: Worksheet, cell: Cell, place: tuple[str, int, int]
) -> None:
    page, line, column = place
    style = writer.format(cell.role, cell.figure)
    if cell.target:
        address = writer.layout.address(cell.target)
        worksheet.write_url(line, column, f"internal:{address}", style, address.replace("'", ""))
        return
    if cell.formula:
        formula = "=" + writer.layout.formula(cell.formula, page, column)
        worksheet.write_formula(line, column, formula, style, cell.value)
    elif cell.value is None:
        worksheet.write_blank(line, column, None, style)
    elif isinstance(cell.value, str):
        worksheet.write_string(line, column, cell.value, style)
    else:
        worksheet.write_number(line, column, cell.value, style)


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
