"""What headers and codes say: which column is what, and which code begins which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from innobudget.io.sheets import Value, text_of
from innobudget.io.wording.captions import CURRENCIES
from innobudget.io.wording.labels import is_plain_side, parse_direction
from innobudget.io.wording.vocabulary import lists, pattern, words

Role = Literal["line", "name", "area", "kind", "year", "amount", "direction"]
ROLES: tuple[Role, ...] = get_args(Role)
WORDS: Mapping[Role, Mapping[str, int]] = {
    role: {
        word: place for own in reversed([*lists("headers", role)]) for place, word in enumerate(own)
    }
    for role in ROLES
}
"""Header words by role, with their place in their language's list: the most telling first."""
LONG = 10
"""Numbers of so many digits count no rows."""
Parts = tuple[str, ...]
_TEXT_OF_CODE = re.compile(rf"[ ]?(?:{'|'.join(words('headers', 'name_of'))})$")
_NOTE = pattern("headers", "note")
_MONEY = pattern("headers", "money_end", form="(?:{})$")
_CODE = re.compile(rf"(?:^line|{'|'.join(words('headers', 'code_end'))})$")
_CURRENCY = frozenset(
    word.strip("*.")
    for word in (
        *words("currencies", *CURRENCIES, "krone"),
        *words("units", "thousand", "million", "billion"),
    )
) | {"i", "in", "t", "mio", "mill", "mia"}
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SIGNS = re.compile(r"[^\w%+]+|_+")
_DOTTED = re.compile(r"\w+(?:[.\-/]\w+)+")
_FORMULA = re.compile(r"(?<=\d)\s*=[\d\s()+\-*/]+$")
"""`4 = 1+2-3`, as columns that are added up are numbered."""
_PLAIN = re.compile(r"[A-Za-zÆØÅæøå]{0,3}\d+|[A-ZÆØÅ]")


@lru_cache(maxsize=1 << 16)
def normalise(header: str) -> str:
    """Return a header in small letters, its words apart by single spaces.

    Examples
    --------
    >>> normalise("BudgetYear"), normalise("tjeneste-tekst"), normalise(" EIN/AUS ")
    ('budget year', 'tjeneste tekst', 'ein aus')

    """
    return " ".join(_SIGNS.sub(" ", _CAMEL.sub(" ", header)).casefold().split())


def is_note(header: str) -> bool:
    """Say whether a header announces remarks, which name no line."""
    return bool(_NOTE.match(normalise(header)))


def says_code(header: str) -> bool:
    """Say whether a header says itself that codes or numbers stand under it.

    Examples
    --------
    >>> says_code("Kontonr."), says_code("Konto")
    (True, False)

    """
    return bool(_CODE.search(normalise(header)))


def announces_money(header: str) -> bool:
    """Say whether the last word of a header, its currency left out, is one for amounts.

    Examples
    --------
    >>> announces_money("Gesamtkosten (EUR)"), announces_money("Kostenstelle")
    (True, False)

    """
    own = (word for word in normalise(header).split() if word not in _CURRENCY)
    said = [word for word in own if not word.isdecimal()]
    return bool(said) and bool(_MONEY.search(said[-1]))


def side_called(header: str) -> int:
    """Return 1 or -1 where a header is a word of a side, but for a year and a unit; else 0.

    Examples
    --------
    >>> side_called("Indtægter 2026 (1.000 kr.)"), side_called("Budget (indtægter negative)")
    (-1, 0)

    """
    own = [word for word in normalise(header).split() if word not in _CURRENCY]
    said = [word for word in own if not word.isdecimal()]
    return parse_direction(said[0]) if len(said) == 1 and is_plain_side(said[0]) else 0


def find_columns(headers: Sequence[str], taken: frozenset[int]) -> dict[Role, int]:
    """Give each role that a header names the column whose header says it best.

    `taken` are columns that hold a year's amounts.
    """
    said = [normalise(header) for header in headers]
    found: dict[Role, int] = {}
    used = set(taken)
    for role in ("direction", "kind", "year", "line", "area", "name", "amount"):
        ranked = (
            (*rank, column)
            for column, word in enumerate(said)
            if column not in used and (rank := _rank(word, WORDS[role])) is not None
        )
        best = min(ranked, default=None)
        if best is not None:
            found[role] = best[-1]
            used.add(best[-1])
    _pair_texts(said, found, used)
    return found


def _rank(word: str, wanted: Mapping[str, int]) -> tuple[int, int] | None:
    """Return how well a header fits: an equal one first, then one that begins so."""
    if not word:
        return None
    if word in wanted:
        return 0, wanted[word]
    begun = [
        place
        for text, place in wanted.items()
        if len(text) > 2 and word.startswith(f"{text} ") and not _TEXT_OF_CODE.search(word)
    ]
    return (1, min(begun)) if begun else None


def _pair_texts(said: Sequence[str], found: dict[Role, int], used: set[int]) -> None:
    """Prefer the text that stands beside a code: `tjeneste-tekst` for `tjeneste`."""
    pairs: tuple[tuple[Role, Role], ...] = (("line", "name"), ("area", "area"))
    for role, target in pairs:
        code = said[found[role]] if role in found else ""
        for column, word in enumerate(said if code else ()):
            stem = _TEXT_OF_CODE.sub("", word)
            free = column not in used or column == found.get(target)
            if free and stem != word and stem and code in (stem, stem.removesuffix("s")):
                found[target] = column
                break


def parts_of(codes: Sequence[str]) -> tuple[list[Parts], bool]:
    """Return codes as the parts by which they are compared, and whether dots part them.

    Zeros before the first of several parts do not count; a text that is no code has no parts.

    Examples
    --------
    >>> parts_of(["5", "05.30", "5.30.26"])
    ([('5',), ('5', '30'), ('5', '30', '26')], True)
    >>> parts_of(["01", "011"])
    ([('0', '1'), ('0', '1', '1')], False)

    """
    bare = [code.rstrip(".") for code in codes]
    dotted = sum(bool(_DOTTED.fullmatch(code)) for code in bare)
    if dotted * 3 >= sum(map(bool, bare)):
        return [_dotted(code) for code in bare], True
    return [tuple(code) if _PLAIN.fullmatch(code) else () for code in bare], False


def _dotted(code: str) -> Parts:
    if not (_DOTTED.fullmatch(code) or _PLAIN.fullmatch(code)):
        return ()
    first, *rest = re.split(r"[.\-/]", code)
    return (first.lstrip("0") or first, *rest)


def without_zeros(parts: Sequence[Parts]) -> list[Parts]:
    """Return codes of one length without the zeros that fill the levels below them.

    Examples
    --------
    >>> without_zeros([("1", "0", "00"), ("1", "1", "00"), ("1", "1", "10")])
    [('1',), ('1', '1'), ('1', '1', '10')]

    """
    if len({len(code) for code in parts if code}) > 1:
        return [()] * len(parts)
    filled = [
        max((at for at, part in enumerate(code, 1) if part.strip("0")), default=0) for code in parts
    ]
    return [code[:last] for code, last in zip(parts, filled, strict=True)]


def has_levels(codes: Sequence[str]) -> bool:
    """Say whether some of the codes begin others, and do not only number rows."""
    return not counts_up(codes) and bool(parents(parts_of(codes)[0]))


def counts_up(codes: Sequence[str]) -> bool:
    """Say whether codes only number the rows: 1, 2, 3."""
    numbers = [int(code) for code in codes if code.isdecimal() and len(code) < LONG]
    return len(numbers) == len(codes) > 2 and all(b == a + 1 for a, b in pairwise(numbers))


def numbers_columns(cells: Iterable[Value]) -> bool:
    """Say whether a row only numbers the columns: `a b 1 2 3`, `1 2 3=1-2`.

    Each has at most the number of its place: `IT 10 11 12` is a line whose amounts rise.
    """
    texts = [_FORMULA.sub("", text_of(cell)) for cell in cells]
    if any(len(text) > 4 for text in texts):
        return False
    placed = [(at, int(text)) for at, text in enumerate(texts, start=1) if text.isdecimal()]
    numbers = [number for _, number in placed]
    runs = all(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) >= 2 and runs and all(number <= at for at, number in placed)


def outline(depths: Sequence[int | None]) -> list[Parts]:
    """Return the place of each row in an outline by its depth, as a code; nothing if it is none.

    Examples
    --------
    >>> outline([0, 1, 1, None, 0])
    [('0',), ('0', '1'), ('0', '2'), (), ('4',)]

    """
    path: Parts = ()
    found: list[Parts] = []
    for at, depth in enumerate(depths):
        if depth is not None and not 0 <= depth <= len(path):
            return []
        path = path if depth is None else (*path[:depth], str(at))
        found.append(() if depth is None else path)
    return found if max(map(len, found), default=0) > 1 else []


def depths_of(texts: Sequence[str]) -> list[int | None]:
    """Return the depths that a column of numbers says, the first from 0; empty if it says none."""
    first = next(filter(None, texts), "")
    if not all(text.isdecimal() and len(text) < 3 for text in {*texts} - {""}) or not first:
        return []
    return [int(text) - int(first) if text else None for text in texts]


def parents(parts: Sequence[Parts]) -> dict[Parts, Parts]:
    """Return the longest other code that begins each code."""
    above: dict[Parts, Parts] = {}
    path: list[Parts] = []
    for code in sorted(set(parts) - {()}):
        while path and code[: len(path[-1])] != path[-1]:
            path.pop()
        if path:
            above[code] = path[-1]
        path.append(code)
    return above
