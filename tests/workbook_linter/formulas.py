"""Formulas that can be read, in every Excel since 2007, and are the same along a row."""

from collections.abc import Iterator

from openpyxl.cell.cell import Cell
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.formula.translate import Translator
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbook_linter.reading import TRIALS, cells, rows_with_years

ALLOWED_NUMBERS = {"0", "1", "12", "100", "1000"}
ALLOWED_FUNCTIONS = {
    "ABS", "AND", "AVERAGE", "COUNT", "COUNTA", "COUNTIF", "IF", "IFERROR", "INDEX", "ISBLANK",
    "ISNUMBER", "MATCH", "MAX", "MIN", "MOD", "OR", "PERCENTILE", "SQRT", "STDEVP", "SUBSTITUTE",
    "SUM", "SUMIF", "SUMPRODUCT",
}  # fmt: skip
ROUNDING = {"ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "TRUNC", "FIXED", "TEXT", "CEILING", "FLOOR"}
LONGEST = 300
MOST_PARTS = 60
"""Operands, operators and brackets that can be read in 24 seconds, as FAST asks."""


def _formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield each formula with its place before it."""
    for sheet in book.worksheets:
        for cell in cells(sheet):
            if cell.data_type == "f":
                yield f"{sheet.title}!{cell.coordinate} {cell.value}", str(cell.value)


def _functions(formula: str) -> Iterator[str]:
    for token in Tokenizer(formula).items:
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            yield token.value.rstrip("(")


def only_allowed_numbers_in_formulas(book: Workbook) -> Iterator[str]:
    for place, formula in _formulas(book):
        for token in Tokenizer(formula).items:
            number = token.type == Token.OPERAND and token.subtype == Token.NUMBER
            if number and token.value not in ALLOWED_NUMBERS:
                yield place


def only_old_functions(book: Workbook) -> Iterator[str]:
    for place, formula in _formulas(book):
        if set(_functions(formula)) - ALLOWED_FUNCTIONS - ROUNDING:
            yield place


def rounding_by_format_only(book: Workbook) -> Iterator[str]:
    """A figure in a sentence is rounded there."""
    return (
        place
        for place, formula in _formulas(book)
        if ROUNDING & set(_functions(formula)) and "&" not in formula
    )


def no_if_within_an_if(book: Workbook) -> Iterator[str]:
    for place, formula in _formulas(book):
        depth: list[str] = []
        for token in Tokenizer(formula).items:
            if token.subtype == Token.OPEN:
                if token.value == "IF(" and "IF(" in depth:
                    yield place
                    break
                depth.append(token.value)
            elif token.subtype == Token.CLOSE:
                depth.pop()


def formulas_are_short(book: Workbook) -> Iterator[str]:
    for place, formula in _formulas(book):
        parts = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
        if len(formula) > LONGEST or len(parts) > MOST_PARTS:
            yield place


def one_formula_per_row(book: Workbook) -> Iterator[str]:
    """Along the years a row has one formula, or none: no figure is typed among formulas."""
    for trials in (sheet for sheet in book.worksheets if sheet.title in TRIALS):
        yield from _one_formula_per_column(trials)
    for sheet, row in rows_with_years(book):
        found = [cell for cell in row if cell.value is not None]
        if any(cell.data_type == "f" for cell in found):
            yield from _differing(sheet, found)


def _one_formula_per_column(sheet: Worksheet) -> Iterator[str]:
    first = next(row for row in range(1, 40) if str(sheet.cell(row, 3).value).startswith("="))
    for column in sheet.iter_cols(min_row=first):
        found = [cell for cell in column if isinstance(cell, Cell) and cell.value is not None]
        if any(cell.data_type == "f" for cell in found):
            yield from _differing(sheet, found)


def _differing(sheet: Worksheet, found: list[Cell]) -> Iterator[str]:
    first = Translator(str(found[0].value), origin=found[0].coordinate)
    for cell in found[1:]:
        if first.translate_formula(cell.coordinate) != cell.value:
            yield f"{sheet.title}!{cell.coordinate} {cell.value}"


def no_error_values(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        yield from (
            f"{sheet.title}!{cell.coordinate}" for cell in cells(sheet) if cell.data_type == "e"
        )


RULES = (
    only_allowed_numbers_in_formulas,
    only_old_functions,
    rounding_by_format_only,
    no_if_within_an_if,
    formulas_are_short,
    one_formula_per_row,
    no_error_values,
)
