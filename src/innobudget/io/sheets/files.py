"""Which kind of file it is, by its content and not by its name."""

from pathlib import Path

from innobudget.domain.reading import Delimiter, Encoding
from innobudget.io.contents import content_of
from innobudget.io.sheets.cells import Sheet
from innobudget.io.sheets.delimited import read_delimited
from innobudget.io.sheets.refusals import refuse
from innobudget.io.sheets.scanning import OLE, ZIP
from innobudget.io.sheets.workbooks import read_workbook
from innobudget.messages import say

TEXT_BYTES = 4096
KINDS = say("a spreadsheet: xlsx, xlsm, xlsb, xls, ods, csv or tsv")


def read_sheets(
    path: Path, *, encoding: Encoding | None = None, delimiter: Delimiter | None = None
) -> tuple[Sheet, ...]:
    """Read every sheet of a spreadsheet file.

    Parameters
    ----------
    path
        A workbook or a text file with delimiters; its content decides, not its name.
    encoding, delimiter
        Of a text file, where the user says them.

    Returns
    -------
    tuple of Sheet
        In the order of the file; a text file has one.

    Raises
    ------
    InputError
        If the file is missing, empty, protected by a password, damaged or no spreadsheet.

    """
    content = content_of(path, expected=KINDS)
    if content.startswith((ZIP, OLE)):
        return read_workbook(path.name, content)
    wide = encoding == "utf-16" or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content[:TEXT_BYTES] and not wide:
        raise refuse(
            path.name,
            "file-kind-unknown",
            say("a file that starts with {start!r}", start=content[:8]),
            expected=KINDS,
            remedy=say("export the budget from the finance system as xlsx or csv"),
        )
    return (read_delimited(path, content, encoding=encoding, delimiter=delimiter),)
