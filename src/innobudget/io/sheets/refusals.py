"""Why a file is no spreadsheet that can be read, and what readers raise when it is none."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from innobudget.errors import InputError, Problem, visible
from innobudget.messages import Text, say


class ContradictionError(ValueError):
    """What a walk through a workbook finds damaged, in words."""


DAMAGE = (
    *(BadZipFile, EOFError, ExpatError, LookupError, NotImplementedError, OSError),
    *(RuntimeError, struct.error, ValueError, zlib.error),
)
"""What libraries raise on files that break off or lie about themselves."""
IN_WORDS = (BadZipFile, ContradictionError, ExpatError)
"""Of these, what says something to whoever looks into the file."""
NOT_WHOLE = say("a workbook that breaks off, or whose parts contradict each other")
SHOWN = 200
KINDS = say("a whole workbook: xlsx, xlsm, xlsb, xls or ods")


@contextmanager
def refusing(file: str) -> Iterator[None]:
    """Say of a file that it is damaged, whatever library meets the damage.

    Raises
    ------
    InputError
        With the file's name.

    """
    try:
        yield
    except MemoryError:
        raise too_large(
            file, say("a file that takes more memory than there is"), say("less")
        ) from None
    except DAMAGE as error:
        found = error.args[0] if isinstance(error, IN_WORDS) else NOT_WHOLE
        raise damaged(file, found) from None


def refuse(file: str, code: str, found: str, *, expected: str, remedy: str) -> InputError:
    """Return the error of a file that cannot be read at all."""
    return InputError(
        [Problem(code=code, place=file, found=found, expected=expected, remedy=remedy)]
    )


def damaged(file: str, found: str) -> InputError:
    """Return the error of a workbook that breaks off or contradicts itself."""
    found = found if isinstance(found, Text) else visible(found, SHOWN)
    remedy = say("open it in Excel or LibreOffice and save it again as xlsx")
    return refuse(file, "file-damaged", found, expected=KINDS, remedy=remedy)


def protected(file: str) -> InputError:
    """Return the error of a workbook that only a password opens."""
    return refuse(
        file,
        "file-protected",
        say("a workbook that is protected by a password"),
        expected=say("a workbook that opens without a password"),
        remedy=say("save it in Excel without a password (File, Info, Protect Workbook)"),
    )


def too_large(file: str, found: str, expected: str) -> InputError:
    """Return the error of a file that is larger than any budget."""
    remedy = say("copy the budget's own rows and columns into a new workbook")
    return refuse(file, "file-too-large", found, expected=expected, remedy=remedy)
