"""How high a row must be for its words to fit their columns."""

from functools import lru_cache
from math import ceil

from innobudget.report.tables import Cell, Figure, Role

LINE_HEIGHT = 15.0
"""Of a line of words. [points]"""
HIGHEST = 400.0
"""Excel shows no higher row. [points]"""
HEIGHTS = {Role.TITLE: 24.0, Role.MESSAGE: 21.0, Role.SECTION: 18.0}
"""Of rows in larger letters. [points]"""
BROKEN = {Role.LABEL: 1.0, Role.HEADING: 1.1}
"""Roles whose words are broken to their column's width, and how much wider bold letters are."""
EDGES, NARROW_EDGES = 1.6, 0.6
"""What the edges take of a column, with an indent before words and without one. [digits]"""
WIDTHS = {"ijl.,:;'|! ": 0.5, 'frtI()[]/-–"': 0.7, "mwMWæÆ@%": 1.6}
"""Of letters in the fonts of spreadsheets, where column widths are counted in digits."""
CAPITAL, WIDEST = 1.25, 2.0
FIRST_WIDE = "\N{CJK RADICAL REPEAT}"
"""Letters of eastern scripts and emoji come from here on."""

_LETTERS = {letter: width for letters, width in WIDTHS.items() for letter in letters}


def row_height(cells: tuple[Cell | None, ...], widths: tuple[float, ...]) -> float | None:
    """Return the height of a row whose words are broken to the width of their columns. [points]

    None: that of a line.
    """
    if cells and cells[0] is not None and cells[0].role in HEIGHTS:
        return HEIGHTS[cells[0].role]
    lines = max(
        (
            lines_of(cell.value, (width - _edges(cell)) / BROKEN[cell.role])
            for cell, width in zip(cells, widths, strict=False)
            if cell is not None and cell.role in BROKEN and isinstance(cell.value, str)
        ),
        default=1,
    )
    return None if lines == 1 else min(HIGHEST, LINE_HEIGHT * lines)


def _edges(cell: Cell) -> float:
    return EDGES if cell.figure is Figure.TEXT else NARROW_EDGES


def lines_of(value: str, room: float) -> int:
    """Return how many lines a text takes in a width. [digits]

    Examples
    --------
    >>> lines_of("1 = ja, 0 = nej", 14.4), lines_of("Sammenhængende velfærd", 14.4)
    (1, 2)

    """
    return sum(_lines_of(part, room) for part in value.splitlines() or [""])


def _lines_of(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = text_width(word)
        if used and used + _LETTERS[" "] + width > room:
            lines, used = lines + 1, 0.0
        used += width + (_LETTERS[" "] if used else 0.0)
        full = max(0, ceil(used / room) - 1)
        lines, used = lines + full, used - full * room
    return lines


@lru_cache(maxsize=1 << 12)
def text_width(value: str) -> float:
    """Return how wide a text is. [digits]"""
    return sum(_letter_width(letter) for letter in value)


def _letter_width(letter: str) -> float:
    if letter >= FIRST_WIDE:
        return WIDEST
    return _LETTERS.get(letter, CAPITAL if letter.isupper() else 1.0)
