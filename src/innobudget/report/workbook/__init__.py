"""The workbook: results → pages of tables → an xlsx file."""
