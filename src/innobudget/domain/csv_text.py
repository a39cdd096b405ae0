"""Words in csv files, which a spreadsheet program must not take for a formula."""

import re

_BLANKS = r"[\s\x00-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*"
"""Space, controls and marks of direction: nobody sees them, and some programs pass over them."""
_FORMULA = re.compile(
    rf"'*(?:[\t\r\n]|{_BLANKS}[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])"
)
"""What begins one: `= + - @`, also full-width and small, and whatever ends a cell."""


def protect(text: str) -> str:
    """Put a `'` before text that a spreadsheet would take for a formula.

    Examples
    --------
    >>> protect("=A1"), protect("'=A1"), protect("Navn"), protect(" +1"), protect("\uff1d1")
    ("'=A1", "''=A1", 'Navn', "' +1", "'\uff1d1")

    """
    return f"'{text}" if _FORMULA.match(text) else text


def unprotect(text: str) -> str:
    """Take away the `'` that `protect` put before a text.

    Examples
    --------
    >>> unprotect(protect("'=A1")), unprotect("'t Zand")
    ("'=A1", "'t Zand")

    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
