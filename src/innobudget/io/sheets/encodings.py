"""Which encoding a text file is in: what its bytes prove, else what its words look like.

A byte order mark and whole UTF-8 prove themselves. Other bytes are text in any encoding of one
byte a letter, so the letters decide: Windows-1252 unless its text has letters that no language
of western Europe has, or signs inside words, and another encoding makes plain words of them.
Libraries that guess take Danish for Central European; three different letters that only the
other encoding explains are asked for here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from innobudget.domain.reading import Encoding
from innobudget.errors import InputError, Problem, where
from innobudget.messages import say

WESTERN = frozenset("æøåäöüßéèêëáàâíîïóòôúùûñçœ")
ITALIAN = frozenset("àèéìíîòóùú")
"""Letters of Italian, most of which share their bytes with Czech ones."""
GERMANIC = frozenset("æøåäöüßé")
CENTRAL = tuple(map(frozenset, ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż")))
"""Letters of Czech, Slovak and Polish."""
OTHERS: Mapping[Encoding, tuple[frozenset[str], ...]] = {
    "cp1250": CENTRAL,
    "iso-8859-2": CENTRAL,
    "cp850": (GERMANIC,),
    "mac-roman": (GERMANIC,),
}
"""The languages whose letters are looked for in each encoding but Windows-1252."""
LETTERS_ENOUGH = 3
BROKEN_UNICODE = b"\xc3"
"""Begins most letters of UTF-8, and is none of a language's in any of these encodings."""
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"", "utf-8"),
)
_SIGN_IN_WORD = re.compile(
    r"(?:[^\w\s\x00-\x7f´’–—…·\xad]|[¹²³¼½¾])(?<=[^\W\d_].)(?=[^\W\d_])|[\x80-\x9f]"
)
SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """A file's text, and how its bytes were taken."""

    text: str
    """Without a byte order mark."""
    encoding: Encoding
    """What the bytes were read as."""
    doubts: tuple[Problem, ...] = ()
    """That the encoding is not sure, or another than the user says."""


def decode(path: Path, content: bytes, stated: Encoding | None) -> DecodedText:
    """Read a file's bytes as text.

    Parameters
    ----------
    path, content
        Its name, for messages, and its bytes.
    stated
        What the user says; it wins over everything but bytes that prove to be Unicode.

    Raises
    ------
    InputError
        If the bytes are no text in the encoding, or in any that is tried.

    """
    for mark, encoding in _MARKS:
        wrong = not content.startswith(mark) or (encoding == "utf-8" and b"\0" in content)
        text = None if wrong else _try(content, encoding)
        if text is not None:
            differs = stated not in (None, encoding) and not content.isascii()
            doubts = (_changed(path, encoding, str(stated)),) if differs else ()
            return DecodedText(text=text, encoding=encoding, doubts=doubts)
    if stated is not None:
        return DecodedText(text=_strictly(path, content, stated), encoding=stated)
    return _recognised(path, content)


def _try(content: bytes, encoding: Encoding) -> str | None:
    try:
        return _decoded(content, encoding)
    except UnicodeDecodeError:
        return None


def _decoded(content: bytes, encoding: Encoding) -> str:
    return content.decode("utf-8-sig" if encoding == "utf-8" else encoding)


def _recognised(path: Path, content: bytes) -> DecodedText:
    text = _try(content, "cp1252")
    if text is not None and _is_plain(text, WESTERN):
        return DecodedText(text=text, encoding="cp1252")
    for encoding, alphabets in OTHERS.items() if BROKEN_UNICODE not in content else ():
        other = _try(content, encoding)
        if other is None or not _says_more(other, text or ""):
            continue
        if any(_is_plain(other, alphabet) for alphabet in alphabets):
            either = text is not None and _is_plain(text, ITALIAN)
            doubts = (_unsure(path, other, encoding),) if either else ()
            return DecodedText(text=other, encoding=encoding, doubts=doubts)
    text = _strictly(path, content, "cp1252")
    return DecodedText(text=text, encoding="cp1252", doubts=(_unsure(path, text, "cp1252"),))


def _letters(text: str) -> set[str]:
    return {letter.lower() for letter in set(text) if letter.isalpha() and not letter.isascii()}


def _is_plain(text: str, alphabet: frozenset[str]) -> bool:
    """Say whether words have no letters but a language's, and no signs."""
    return _letters(text) <= alphabet | {"ª", "º", "µ"} and not _SIGN_IN_WORD.search(text)


def _says_more(text: str, usual: str) -> bool:
    """Say whether enough letters are others than in the usual encoding to tell the two apart."""
    return len(_letters(text) - _letters(usual)) >= LETTERS_ENOUGH


def _strictly(path: Path, content: bytes, encoding: Encoding) -> str:
    try:
        return _decoded(content, encoding)
    except UnicodeDecodeError as error:
        place = where(path.name, row=content[: error.start].count(10) + 1)
        found = say("the byte {byte}", byte=f"{content[error.start]:#04x}")
        expected = say("text in {encoding}", encoding=encoding)
        raise InputError([unreadable(place, found, expected)]) from None


def unreadable(place: str, found: str, expected: str) -> Problem:
    """Return that a text file cannot be read."""
    return Problem(
        code="text-unreadable",
        place=place,
        found=found,
        expected=expected,
        remedy=say(
            "save the file as CSV UTF-8 from Excel or as xlsx, or set encoding in the mapping"
        ),
    )


def _unsure(path: Path, text: str, encoding: Encoding) -> Problem:
    odd = _letters(text) - WESTERN
    words = (word for word in re.findall(r"\S+", text) if odd & set(word.lower()))
    sign = _SIGN_IN_WORD.search(text)
    near = text[max(sign.start() - SHOWN // 2, 0) : sign.end() + SHOWN // 2] if sign else ""
    return Problem(
        code="encoding-unsure",
        place=path.name,
        found=say("{word!r}, in a file that is no UTF-8", word=next(words, near)[:SHOWN]),
        expected=say("words of one language; read as {encoding}", encoding=encoding),
        remedy=say(
            "if the words are garbled, set encoding in the mapping, such as {other}",
            other="'cp1250'" if encoding == "cp1252" else "'cp1252'",
        ),
    )


def _changed(path: Path, proven: Encoding, stated: str) -> Problem:
    return Problem(
        code="encoding-changed",
        place=path.name,
        found=say("text that proves to be {proven}", proven=proven),
        expected=say(
            "{stated}, as the mapping says; read as {proven}", stated=stated, proven=proven
        ),
        remedy=say('write encoding = "{proven}" in the mapping', proven=proven),
    )
