"""Sheets as a reader meets them: open, whole, printed, protected without a password."""

from collections.abc import Iterator

from openpyxl.utils import quote_sheetname
from openpyxl.workbook.workbook import Workbook

from workbook_linter.reading import FIRST_YEAR_COLUMN, TRIALS, cells, is_heading, years


def opens_on_the_first_sheet(book: Workbook) -> Iterator[str]:
    if book.active is not book.worksheets[0]:
        yield str(book.active)


def nothing_hidden(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            yield sheet.title
        for dimensions in (sheet.row_dimensions, sheet.column_dimensions):
            yield from (f"{sheet.title} {key}" for key, item in dimensions.items() if item.hidden)


def no_merged_cells(book: Workbook) -> Iterator[str]:
    return (f"{sheet.title} {area}" for sheet in book.worksheets for area in sheet.merged_cells)


def prints_on_a4(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        a4_landscape = (int(sheet.page_setup.paperSize or 0), sheet.page_setup.orientation)
        if a4_landscape != (9, "landscape") or not sheet.print_title_rows:
            yield sheet.title


def headings_stay_on_screen(book: Workbook) -> Iterator[str]:
    return (sheet.title for sheet in book.worksheets if sheet.freeze_panes is None)


def protected_without_a_password(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if not sheet.protection.sheet or sheet.protection.password:
            yield sheet.title


def years_keep_their_columns(book: Workbook) -> Iterator[str]:
    known = years(book)
    for sheet in book.worksheets:
        if sheet.title in TRIALS:
            continue
        for cell in cells(sheet):
            own = [place for place, year in enumerate(known) if cell.value == year]
            if is_heading(cell) and own and own != [cell.column - FIRST_YEAR_COLUMN]:
                yield f"{sheet.title}!{cell.coordinate}"


def content_begins_at_the_first_cell(book: Workbook) -> Iterator[str]:
    """A program that reads aloud begins there: it says what the sheet is."""
    return (sheet.title for sheet in book.worksheets if not isinstance(sheet["A1"].value, str))


def headings_have_no_gaps(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            own = [place for place, cell in enumerate(row) if cell.value and is_heading(cell)]
            if sheet.title not in TRIALS and own and len(own) != own[-1] - own[0] + 1:
                yield f"{sheet.title}!{row[0].row}"


def properties_say_what_it_is_and_in_which_language(book: Workbook) -> Iterator[str]:
    told = book.properties
    for name in ("title", "subject", "creator", "description", "language"):
        if not getattr(told, name):
            yield name


def each_table_has_a_name_that_is_read_aloud(book: Workbook) -> Iterator[str]:
    named = " ".join(
        item.attr_text or ""
        for name, item in book.defined_names.items()
        if name.startswith("TitleRegion1.")
    )
    for sheet in book.worksheets:
        if f"{quote_sheetname(sheet.title)}!" not in named and f"{sheet.title}!" not in named:
            yield sheet.title


RULES = (
    content_begins_at_the_first_cell,
    headings_have_no_gaps,
    properties_say_what_it_is_and_in_which_language,
    each_table_has_a_name_that_is_read_aloud,
    opens_on_the_first_sheet,
    nothing_hidden,
    no_merged_cells,
    prints_on_a4,
    headings_stay_on_screen,
    protected_without_a_password,
    years_keep_their_columns,
)
