"""Rows laid out as text."""

from collections.abc import Iterable, Sequence


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
    """Cut a text that is longer than some characters, at a word where there is one.

    Examples
    --------
    >>> cut("Care at home and in nursing homes", 20), cut("Hjemmesygeplejen", 9)
    ('Care at home and in…', 'Hjemmesyg…')

    """
    text = " ".join(text.split())
    if len(text) <= characters:
        return text
    head = text[:characters]
    return (head.rsplit(" ", 1)[0] if " " in head else head) + "\N{HORIZONTAL ELLIPSIS}"


def _cells(row: Sequence[str], widths: Sequence[int], *, right: bool) -> list[str]:
    first, *others = zip(row, widths, strict=True)
    return [
        first[0].ljust(first[1]),
        *(text.rjust(width) if right else text.ljust(width) for text, width in others),
    ]
