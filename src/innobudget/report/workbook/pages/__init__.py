"""One module for each sheet of the workbook: edition → page."""
