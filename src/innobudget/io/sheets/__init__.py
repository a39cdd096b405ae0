"""Spreadsheets of any kind as cells with addresses; nothing is understood here."""

from innobudget.io.sheets.cells import Part, Sheet, Value, column_letters, column_number, text_of
from innobudget.io.sheets.files import read_sheets

__all__ = ["Part", "Sheet", "Value", "column_letters", "column_number", "read_sheets", "text_of"]
