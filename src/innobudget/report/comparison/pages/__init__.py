"""The pages of a comparison's workbook, one module each."""
