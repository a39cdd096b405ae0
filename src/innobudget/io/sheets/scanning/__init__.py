"""What stands in a workbook that a reader of values does not say, and whether it is too much.

Readers of values take errors and formulas that were never computed for empty cells, fill the
whole rectangle of a sheet, and end the process where memory does. So every workbook is walked
through first, part by part, in little memory.
"""

from innobudget.io.sheets.scanning.extent import Beneath, Place
from innobudget.io.sheets.scanning.scan import OLE, ZIP, scan_workbook

__all__ = ["OLE", "ZIP", "Beneath", "Place", "scan_workbook"]
