"""What a careful reader of spreadsheets would hold against a workbook of ours.

The rules are those of FAST, ICAEW and the UK's Analysis Function that a program can check.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.formula.translate import Translator
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

ALLOWED_NUMBERS = {"0", "1", "12", "100", "1000"}
ALLOWED_FUNCTIONS = {
    "ABS", "AND", "AVERAGE", "COUNT", "IF", "INDEX", "MAX", "MIN", "OR", "PERCENTILE", "SQRT",
    "STDEVP", "SUM", "SUMIF", "SUMPRODUCT",
}  # fmt: skip
INPUT_SHEETS = {"Assumptions", "What-if", "Forudsætninger", "Regn selv"}
LEGEND_SHEETS = {"About", "Om"}
TRIAL_SHEETS = {"Trials", "Simuleringer"}
FIRST_YEAR_COLUMN = 5

Rule = Callable[[Workbook], Iterator[str]]


def lint(path: Path) -> dict[str, list[str]]:
    """Return what breaks each rule, by the rule's name; rules that hold are left out."""
    book = openpyxl.load_workbook(path)
    found = {name: list(rule(book)) for name, rule in RULES.items()}
    found["saved-values"] = list(_without_saved_value(path))
    found["alt-text"] = list(_without_alt_text(path))
    found["links"] = list(_external_links(path))
    return {name: told for name, told in found.items() if told}


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell))


def _formulas(book: Workbook) -> Iterator[tuple[str, str, str]]:
    for sheet in book.worksheets:
        for cell in _cells(sheet):
            if cell.data_type == "f":
                yield sheet.title, cell.coordinate, str(cell.value)


def _tokens(book: Workbook) -> Iterator[tuple[str, Token]]:
    for sheet, address, formula in _formulas(book):
        for token in Tokenizer(formula).items:
            yield f"{sheet}!{address} {formula}", token


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


def only_allowed_numbers_in_formulas(book: Workbook) -> Iterator[str]:
    for place, token in _tokens(book):
        number = token.type == Token.OPERAND and token.subtype == Token.NUMBER
        if number and token.value not in ALLOWED_NUMBERS:
            yield place


def only_old_functions(book: Workbook) -> Iterator[str]:
    for place, token in _tokens(book):
        opened = token.type == Token.FUNC and token.subtype == Token.OPEN
        if opened and token.value.rstrip("(") not in ALLOWED_FUNCTIONS:
            yield place


def no_if_within_an_if(book: Workbook) -> Iterator[str]:
    for sheet, address, formula in _formulas(book):
        depth: list[str] = []
        for token in Tokenizer(formula).items:
            if token.subtype == Token.OPEN:
                if token.value == "IF(" and "IF(" in depth:
                    yield f"{sheet}!{address} {formula}"
                    break
                depth.append(token.value)
            elif token.subtype == Token.CLOSE:
                depth.pop()


def _years(book: Workbook) -> list[int]:
    """Return the years of the headings: the first row of whole numbers that rise by one."""
    for row in book.worksheets[0].iter_rows(min_col=FIRST_YEAR_COLUMN, values_only=True):
        years: list[int] = [int(value) for value in row if isinstance(value, int)]
        if years and years[0] > 1900 and years == list(range(years[0], years[0] + len(years))):
            return years
    return []


def one_formula_per_row(book: Workbook) -> Iterator[str]:
    count = len(_years(book))
    for sheet in book.worksheets:
        if sheet.title in TRIAL_SHEETS:
            yield from _one_formula_per_column(sheet)
            continue
        last = FIRST_YEAR_COLUMN + count - 1
        for row in sheet.iter_rows(min_col=FIRST_YEAR_COLUMN, max_col=last):
            yield from _differing(sheet, [cell for cell in row if isinstance(cell, Cell)])


def _one_formula_per_column(sheet: Worksheet) -> Iterator[str]:
    first = next(row for row in range(1, 40) if str(sheet.cell(row, 3).value).startswith("="))
    for column in sheet.iter_cols(min_row=first):
        yield from _differing(sheet, [cell for cell in column if isinstance(cell, Cell)])


def _differing(sheet: Worksheet, cells: list[Cell]) -> Iterator[str]:
    if not cells or any(cell.data_type != "f" for cell in cells):
        return
    first = Translator(str(cells[0].value), origin=cells[0].coordinate)
    for cell in cells[1:]:
        if first.translate_formula(cell.coordinate) != cell.value:
            yield f"{sheet.title}!{cell.coordinate} {cell.value}"


def years_keep_their_columns(book: Workbook) -> Iterator[str]:
    years = _years(book)
    for sheet in book.worksheets:
        if sheet.title in TRIAL_SHEETS:
            continue
        for cell in _cells(sheet):
            heading = cell.font.b and cell.fill.fgColor.rgb not in ("00000000", None)
            if heading and isinstance(cell.value, int) and cell.value in years:
                expected = FIRST_YEAR_COLUMN + years.index(cell.value)
                if cell.column != expected:
                    yield f"{sheet.title}!{cell.coordinate}"


def inputs_are_open_and_all_else_is_locked(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if not sheet.protection.sheet or sheet.protection.password:
            yield sheet.title
        for cell in _cells(sheet):
            if not cell.protection.locked and (
                cell.data_type == "f" or sheet.title not in INPUT_SHEETS | LEGEND_SHEETS
            ):
                yield f"{sheet.title}!{cell.coordinate}"


def inputs_have_unit_mark_and_source(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.title not in ("Assumptions", "Forudsætninger"):
            continue
        for row in sheet.iter_rows():
            typed = any(not cell.protection.locked for cell in row)
            if typed and not (row[2].value and row[-2].value and row[-1].value):
                yield f"{sheet.title} row {row[0].row}"


def inputs_are_restricted(book: Workbook) -> Iterator[str]:
    """What is typed on What-if is held within limits."""
    for sheet in book.worksheets:
        if sheet.title not in ("What-if", "Regn selv"):
            continue
        held = {
            address
            for rule in sheet.data_validations.dataValidation
            for address in str(rule.sqref).split()
        }
        for cell in _cells(sheet):
            if not cell.protection.locked and cell.coordinate not in held:
                yield f"{sheet.title}!{cell.coordinate}"


def labels_are_unique_and_have_units(book: Workbook) -> Iterator[str]:
    """No two rows of a table read alike, and each has a unit."""
    for sheet in book.worksheets:
        if sheet.title in TRIAL_SHEETS | LEGEND_SHEETS:
            continue
        known: set[tuple[object, ...]] = set()
        for row in sheet.iter_rows():
            if row[0].value is None or row[2].value is None:
                known = set()
                continue
            label = tuple(cell.value for cell in row if cell.data_type == "s")
            if label in known:
                yield f"{sheet.title} row {row[0].row}: {row[0].value}"
            known.add(label)


def the_master_check_stands_on_every_sheet(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        first = [str(sheet.cell(row, 1).value) for row in range(1, 12)]
        if not any(re.fullmatch(r"=((Checks|Afstemning)!)?\$D\$\d+", value) for value in first):
            yield sheet.title


def signs_are_stated(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.title in LEGEND_SHEETS | {"Checks", "Afstemning"}:
            continue
        first = [str(sheet.cell(row, 1).value) for row in range(1, 12)]
        if not any(value.startswith(("Signs:", "Fortegn:")) for value in first):
            yield sheet.title


def no_error_values(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        yield from (
            f"{sheet.title}!{cell.coordinate}" for cell in _cells(sheet) if cell.data_type == "e"
        )


def _without_saved_value(path: Path) -> Iterator[str]:
    """Yield formulas without a value; an empty text is a value."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                for cell in re.findall(r"<c [^>]*><f>.*?</c>", archive.read(name).decode()):
                    if "<v>" not in cell:
                        yield f"{name} {cell}"


def _without_alt_text(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/drawings/drawing"):
                for picture in re.findall(r"<xdr:cNvPr [^>]*>", archive.read(name).decode()):
                    if 'descr="' not in picture:
                        yield f"{name} {picture}"


def _external_links(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/externalLinks") or b'TargetMode="External"' in archive.read(
                name
            ):
                yield name


RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        opens_on_the_first_sheet,
        nothing_hidden,
        no_merged_cells,
        prints_on_a4,
        headings_stay_on_screen,
        only_allowed_numbers_in_formulas,
        only_old_functions,
        no_if_within_an_if,
        one_formula_per_row,
        years_keep_their_columns,
        inputs_are_open_and_all_else_is_locked,
        inputs_have_unit_mark_and_source,
        inputs_are_restricted,
        labels_are_unique_and_have_units,
        the_master_check_stands_on_every_sheet,
        signs_are_stated,
        no_error_values,
    )
}
