"""Which kind of file it is, by its content and not by its name."""

from pathlib import Path

from innobudget.domain.reading import Delimiter, Encoding
from innobudget.errors import InputError, Problem
from innobudget.io.sheets.beneath import with_beneath
from innobudget.io.sheets.cells import Sheet
from innobudget.io.sheets.delimited import read_delimited
from innobudget.io.sheets.workbooks import read_workbook

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_BYTES = 4096
KINDS = "a spreadsheet: xlsx, xlsm, xlsb, xls, ods, csv or tsv"


def refuse(path: Path, code: str, found: str, remedy: str, expected: str = KINDS) -> InputError:
    """Return the error of a file that cannot be read at all."""
    return InputError(
        [Problem(code=code, place=path.name, found=found, expected=expected, remedy=remedy)]
    )


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
    content = _content(path)
    if content.startswith((ZIP, OLE)):
        return with_beneath(read_workbook(path, content), content)
    wide = encoding == "utf-16" or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in content[:TEXT_BYTES] and not wide:
        raise refuse(
            path,
            "file-kind-unknown",
            f"a file that starts with {content[:8]!r}",
            "export the budget from the finance system as xlsx or csv",
        )
    return (read_delimited(path, content, encoding=encoding, delimiter=delimiter),)


def _content(path: Path) -> bytes:
    try:
        is_folder = path.is_dir()
        content = b"" if is_folder else path.read_bytes()
    except FileNotFoundError:
        near = _nearest(path)
        raise refuse(
            path,
            "file-missing",
            f"no file at {path}",
            f"did you mean {near}?" if near else "check the name and the folder",
            "an existing file",
        ) from None
    except OSError as error:
        raise refuse(
            path,
            "file-unreadable",
            str(error.strerror or error),
            "close it elsewhere, or ask for the right to read it",
            "a file that may be read",
        ) from None
    if is_folder:
        raise refuse(path, "file-is-a-folder", "a folder", "name the file inside it")
    if not content.strip():
        raise refuse(path, "file-empty", "an empty file", "export the budget again")
    return content


def _nearest(path: Path) -> str:
    if not path.parent.is_dir():
        return ""
    wanted = path.stem.casefold()
    same = (other for other in path.parent.iterdir() if other.stem.casefold() == wanted)
    return min((other.name for other in same), default="")
