"""The workbook: results → pages of tables → an xlsx file."""

from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.writing import write_workbook

__all__ = ["Edition", "write_workbook"]
