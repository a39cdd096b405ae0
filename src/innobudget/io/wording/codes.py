"""Account codes as the parts by which they begin each other."""

import re
from collections.abc import Sequence
from itertools import pairwise

_DOTTED = re.compile(r"\w+(?:[.\-/]\w+)+")
_PLAIN = re.compile(r"[A-Za-zÆØÅæøå]{0,3}\d+|[A-ZÆØÅ]")
LONG = 10
"""Numbers of so many digits count no rows."""
Parts = tuple[str, ...]


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


def has_levels(codes: Sequence[str]) -> bool:
    """Say whether some of the codes begin others, and do not only number rows."""
    return not counts_up(codes) and bool(parents(parts_of(codes)[0]))


def counts_up(codes: Sequence[str]) -> bool:
    """Say whether codes only number the rows: 1, 2, 3."""
    numbers = [int(code) for code in codes if code.isdecimal() and len(code) < LONG]
    return len(numbers) == len(codes) > 2 and all(b == a + 1 for a, b in pairwise(numbers))


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
