"""Workbooks of every kind, walked through before anything reads their values."""

from collections.abc import Mapping

from innobudget.io.sheets.refusals import ContradictionError, protected
from innobudget.io.sheets.scanning import binary, binary_package, opendocument, spreadsheet
from innobudget.io.sheets.scanning.extent import Beneath, Room
from innobudget.io.sheets.scanning.package import Package
from innobudget.messages import say

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def scan_workbook(file: str, content: bytes) -> Mapping[str, Beneath]:
    """Find what a workbook holds beneath its values, and refuse what is too large.

    Parameters
    ----------
    file
        Its name, for messages.
    content
        A zip package, or a Compound File.

    Returns
    -------
    mapping
        By sheet name.

    Raises
    ------
    InputError
        If it asks for a password, or has more cells, text or bytes than any budget.
    refusals.DAMAGE
        What libraries raise on what is no whole workbook.

    """
    room = Room(file)
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise protected(file)
        return binary.scan_binary(room, content)
    package = Package(room, content)
    scans = (
        (opendocument.CONTENT, opendocument.scan_opendocument),
        (binary_package.WORKBOOK, binary_package.scan_binary_package),
        (spreadsheet.WORKBOOK, spreadsheet.scan_spreadsheet),
    )
    found = [scan(package) for name, scan in scans if name in package]
    if not found:
        raise ContradictionError(say("a package without a workbook"))
    return {sheet: beneath for kind in found for sheet, beneath in kind.items()}
