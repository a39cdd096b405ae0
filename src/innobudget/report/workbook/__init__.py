"""The workbook: results → pages of tables → an xlsx file."""

from innobudget.report.workbook.writing import write_workbook

__all__ = ["write_workbook"]
