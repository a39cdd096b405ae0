"""Letters that are measured before they are drawn, so that nothing overlaps or is cut off.

The fonts are the files that ship with matplotlib, whatever fonts the machine has.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

FONTS = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}
"""By whether it is bold."""
ASCENT, DESCENT = 0.76, 0.24
"""Above and below the base line, as shares of the size."""
CAPITAL = 0.73
"""Height of a capital letter, as a share of the size."""
LINE = 1.22
"""From one line to the next, as a share of the size."""
GLUED = frozenset({"i", "in", "by", "of", "af", "på", "a"})
"""Small words that do not end a line."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
LACKING = "\N{WHITE SQUARE}"
"""Stands for a letter that the fonts lack; workbook and page have it."""


def font_file(*, bold: bool) -> Path:
    """Return the file of a font."""
    import matplotlib as mpl

    return Path(mpl.get_data_path(), "fonts", "ttf", FONTS[bold])


@cache
def font(size: float, *, bold: bool) -> "FontProperties":
    """Return a font in a size [points]."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=font_file(bold=bold), size=size)


@cache
def _face(*, bold: bool) -> "FT2Font":
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(font_file(bold=bold)))
    face.set_size(100, 72)
    return face


@cache
def _drawable(letter: str, *, bold: bool) -> str:
    """Return a letter, or what stands for it: where a font lacks one, some cannot be measured."""
    return letter if _face(bold=bold).get_char_index(ord(letter)) else LACKING


def drawable(text: str, *, bold: bool = False) -> str:
    """Return one line of a text as the font has it."""
    return "".join(_drawable(letter, bold=bold) for letter in text)


@cache
def _advance(letter: str, *, bold: bool) -> float:
    """Return a letter's width as a share of the size."""
    from matplotlib.ft2font import LoadFlags

    flags = LoadFlags.NO_HINTING
    glyph = _face(bold=bold).load_char(ord(_drawable(letter, bold=bold)), flags=flags)
    return glyph.linearHoriAdvance / 65536 / 100


@lru_cache(maxsize=20_000)
def _line_width(line: str, *, bold: bool) -> float:
    """Return a line's width as a share of the size."""
    return sum(_advance(letter, bold=bold) for letter in line)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the widest line of a text. [points]"""
    return size * max(_line_width(line, bold=bold) for line in text.split("\n"))


def height(text: str, size: float) -> float:
    """Return the height of a text from its first line's top to its last line's foot. [points]"""
    return size * (LINE * text.count("\n") + ASCENT + DESCENT)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than the room; a word that is wider is cut."""
    found: list[str] = []
    space, used = width(" ", size, bold=bold), 0.0
    for word in _words(text):
        piece = shortened(word, size, room, bold=bold)
        own = width(piece, size, bold=bold)
        if found and used + space + own <= room:
            found[-1] = f"{found[-1]} {piece}"
            used += space + own
        else:
            found.append(piece)
            used = own
    return found or [""]


def _words(text: str) -> list[str]:
    """Return what must not be broken: words, the small ones with the word after them."""
    found: list[str] = []
    for word in text.split(" "):
        if found and found[-1].rsplit(" ", 1)[-1] in GLUED:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Break a text into as few lines as there is room for, of about the same length."""
    widest = lines(text, size, room, bold=bold)
    low, high = 0.0, room
    while high - low > size / 2:
        middle = (low + high) / 2
        narrower = lines(text, size, middle, bold=bold)
        is_cut = " ".join(narrower) != " ".join(widest)
        fits = len(narrower) <= len(widest) and not is_cut
        low, high = (low, middle) if fits else (middle, high)
    return "\n".join(lines(text, size, high, bold=bold))


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut a text that is wider than the room, and show that it was cut."""
    if width(text, size, bold=bold) <= room:
        return text
    cut = text
    while cut and width(cut.rstrip() + ELLIPSIS, size, bold=bold) > room:
        cut = cut[:-1]
    return cut.rstrip() + ELLIPSIS


def at_most(text: str, size: float, room: float, *, count: int, bold: bool = False) -> str:
    """Break a text into at most so many lines; what is left over is cut, and shown to be."""
    found = lines(text, size, room, bold=bold)
    if len(found) <= count:
        return wrapped(text, size, room, bold=bold)
    last = shortened(" ".join(found[count - 1 :]), size, room, bold=bold)
    return "\n".join([*found[: count - 1], last])
