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


def _cells(row: Sequence[str], widths: Sequence[int], *, right: bool) -> list[str]:
    first, *others = zip(row, widths, strict=True)
    return [
        first[0].ljust(first[1]),
        *(text.rjust(width) if right else text.ljust(width) for text, width in others),
    ]
