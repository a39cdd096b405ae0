"""What changed since the file that a mapping was written for."""

import re
from collections.abc import Iterator, Mapping, Sequence

from innobudget.errors import Problem
from innobudget.io.wording.columns import normalise

YEARS_MOVED = 10
_DIGITS = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|(?<=[a-z])\d\d)(?!\d)")


def move_years(
    amounts: Mapping[int, str | Sequence[str]], headers: Sequence[str]
) -> tuple[dict[int, tuple[str, ...]], int]:
    """Move a mapping's years so that every header it names is there.

    Parameters
    ----------
    amounts
        Header or headers by year, as the mapping says.
    headers
        Of the file.

    Returns
    -------
    tuple
        Headers by year, and by how many years they moved; unmoved where nothing fits.

    """
    known = {normalise(header) for header in headers}
    named = {
        year: (header,) if isinstance(header, str) else tuple(header)
        for year, header in amounts.items()
    }
    for step in sorted(range(-YEARS_MOVED, YEARS_MOVED + 1), key=abs):
        moved = {
            year + step: tuple(_moved(header, step) for header in headers_of)
            for year, headers_of in named.items()
        }
        if all(normalise(header) in known for of in moved.values() for header in of):
            return moved, step
    return named, 0


def _moved(header: str, step: int) -> str:
    if not step:
        return header
    return _DIGITS.sub(lambda year: str(int(year[0]) + step).zfill(len(year[0])), header.casefold())


def layout_changes(
    place: str, seen: Sequence[str], headers: Sequence[str], moved: int
) -> Iterator[Problem]:
    """Return what is new and what is gone among the columns, years apart."""
    if moved:
        yield Problem(
            code="mapping-moved",
            place=place,
            found=f"years {abs(moved)} {'later' if moved > 0 else 'earlier'} than the mapping's",
            expected="the mapping's columns; read with its years moved",
            remedy="write the mapping anew if that is wrong",
        )
    before = {_yearless(header): header for header in seen if header}
    now = {_yearless(header): header for header in headers if header}
    if not before:
        return
    for word, found in (("new", now.keys() - before.keys()), ("gone", before.keys() - now.keys())):
        if found:
            names = sorted((now if word == "new" else before)[key] for key in found)
            yield Problem(
                code="layout-changed",
                place=place,
                found=f"columns that are {word}: {', '.join(map(repr, names))}",
                expected="the columns of the file that the mapping was written for",
                remedy="check the reading, then write the mapping anew",
            )


def _yearless(header: str) -> str:
    return _DIGITS.sub("", normalise(header))
