"""Rows laid out as text."""

import re
from collections.abc import Iterable, Sequence

SMALL = 3
"""Words of so few letters, such as `og`, `for` and `the`, do not end what was cut. [characters]"""


def aligned(rows: Sequence[Sequence[str]], *, right: bool = True) -> list[str]:
    """Lay out rows in columns: the first to the left, the others to the right or left.

    Examples
    --------
    >>> aligned([["year", "2026"], ["gap", "5"]])
    ['year  2026', 'gap      5']

    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(_cells(row, widths, right=right)).rstrip() for row in rows]


def plain(lines: Iterable[str]) -> str:
    """Put lines together as a terminal and a search in it want them: with common spaces."""
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def cut(text: str, characters: int) -> str:
    """Cut a text that is longer than some characters, after a word that may end it.

    Examples
    --------
    >>> cut("Care at home and in nursing homes", 20), cut("Hjemmesygeplejen", 9)
    ('Care at home…', 'Hjemmesyg…')

    """
    text = re.sub(r"[^\S\N{NO-BREAK SPACE}]+", " ", text).strip()
    if len(text) <= characters:
        return text
    head, *others = text[: characters + 1].split(" ")[:-1] or [text[:characters]]
    while others and len(others[-1]) <= SMALL:
        others.pop()
    return " ".join([head, *others]) + "\N{HORIZONTAL ELLIPSIS}"


def _cells(row: Sequence[str], widths: Sequence[int], *, right: bool) -> list[str]:
    first, *others = zip(row, widths, strict=True)
    return [
        first[0].ljust(first[1]),
        *(text.rjust(width) if right else text.ljust(width) for text, width in others),
    ]
