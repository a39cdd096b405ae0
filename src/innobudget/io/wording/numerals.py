"""Numbers as people write them; the decimal sign is decided once per file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from innobudget.errors import Problem
from innobudget.io.sheets import Value
from innobudget.io.wording.vocabulary import words
from innobudget.messages import say

_SPACES = re.compile(r"(?<!\d[.,])[\s'’]+|[\s'’]++(?!\d)")
"""Between thousands; after a comma they part numbers of a list: `441, 442, 446`."""
_CURRENCY = re.compile(
    r"^(?:kr\.?|dkk|nok|sek|isk|eur|gbp|usd|czk|kč|pln|chf|brl|hrk|huf|ron|€|£|r?\$|₴|₺|₪|₾)"
    r"|(?:,-|kr\.?|dkk|nok|sek|isk|eur|czk|kč|pln|zł|chf|brl|hrk|kn|huf|ft|ron|lei|bgn|лв\.?|rsd"
    r"|€|£|r?\$|₴|₺|₪|₾)+$",
    re.IGNORECASE,
)
_SCIENTIFIC = re.compile(r"-?\d(?:[.,]\d+)?[eE]-\d+|-?\d[.,]\d+E\d\d?")
"""As programs write numbers in full; `1,23E+08` is how a spreadsheet shows part of one."""
_GRAMMAR = {
    ",": re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|,\d+"),
    ".": re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"),
}
_SHAPE = str.maketrans("23456789", "11111111")
_MARKS = frozenset("*†‡")
_MARK = re.compile(r"(?<=[\d)-])\s*(?:[*†‡]+|[¹²³⁴-⁹])\)?$|(?<=\d)\s+\d\)$|^[*†‡]+\s*(?=[-+(−–\d])")
"""A footnote's mark beside a number: no number of any style ends or begins so."""
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_QUALIFIED = re.compile(
    r"[-+(−–]?\d[\d\s.,'’]*[)-]?\s*"
    r"(?:[a-z]|mia|mio|mill?|mld|mn|mdkk|mkr|mrd|teur|tis|tkr|tsek|t\.? ?kr|tusen|tusind"
    r"|mil(?:jo|li|ió|ia)\w*)\.?(?: (?:kr|kč|euros?))?\.?|[-+−–]?\d[\d\s.,'’]*\(.*\)",
    re.IGNORECASE,
)
_BAD_GROUPS = re.compile(r"\d{4}[\s'’]+\d|\d[\s'’]+(?!\d{3}(?!\d))\d")


LARGEST = 1e18
"""Amounts beyond have been mistyped: the world's product in its smallest currency is less."""


class Gap(Enum):
    """A cell of an amount column that holds no number."""

    BLANK = auto()
    """Empty or a dash: nothing is budgeted."""
    MISSING = auto()
    """Marked as not known."""
    ERROR = auto()
    """A spreadsheet error."""
    INFINITE = auto()
    """Not a number, or infinite."""
    QUALIFIED = auto()
    """A number and words that may change it: `1,2 mio.`, `100a`."""
    TEXT = auto()
    """Anything else."""


_GAPS_BY_KIND: Mapping[Gap, tuple[str, ...]] = {
    Gap.BLANK: ("", "-", "–", "—", "−", "--"),
    Gap.MISSING: ("…", "...", "..", ":", *words("cells", "missing")),
    Gap.INFINITE: ("nan", "inf", "-inf", "+inf", "infinity", "-infinity", "∞", "-∞"),
    Gap.ERROR: (
        "#ref!", "#div/0!", "#value!", "#name?", "#num!", "#null!", "#n/a", "#spill!", "#calc!",
    ),
}  # fmt: skip
_GAPS = {word: gap for gap, said in _GAPS_BY_KIND.items() for word in said}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberStyle:
    """How the numbers of one file are written."""

    decimal: str = ","
    """The decimal sign."""
    unsure: str = ""
    """A number that could be read either way, where nothing in the file decides."""
    missing: frozenset[str] = frozenset()
    """Texts that the user calls missing amounts."""


def decide_style(texts: Iterable[str]) -> NumberStyle:
    """Decide the decimal sign from every number that a file writes as text.

    Examples
    --------
    >>> decide_style(["1.234,5", "1.234"]).decimal
    ','
    >>> decide_style(["1.234", "12.345"]).unsure
    '1.234'

    """
    votes: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    first: dict[str, str] = {}
    for text in texts:
        vote = _decimal_sign(text.translate(_SHAPE))
        if vote in (",", "."):
            votes[vote] += 1
        elif vote:
            unsure[vote[0]] += 1
            first.setdefault(vote[0], text.strip())
    if votes:
        decimal = votes.most_common(1)[0][0]
        return NumberStyle(decimal=decimal, unsure=first.get(decimal, ""))
    if unsure:
        grouping = unsure.most_common(1)[0][0]
        return NumberStyle(decimal=_other(grouping), unsure=first[grouping])
    return NumberStyle()


def style_doubts(place: str, style: NumberStyle) -> Iterator[Problem]:
    """Return that numbers may be meant otherwise than the file's decimal sign has them read."""
    if style.decimal in style.unsure:
        yield Problem(
            code="number-style-mixed",
            place=place,
            found=say(
                "{number!r}, read with {decimal!r} as the decimal sign, as other numbers "
                "of the file have it",
                number=style.unsure,
                decimal=style.decimal,
            ),
            expected=say(
                "no number that may as well have {decimal!r} between thousands",
                decimal=style.decimal,
            ),
            remedy=say("write such numbers with as many decimals as the others"),
        )
    elif style.unsure:
        thousands = _other(style.decimal)
        yield Problem(
            code="number-style-unsure",
            place=place,
            found=repr(style.unsure),
            expected=say(
                "read with {thousands!r} between thousands; nothing in the file decides",
                thousands=thousands,
            ),
            remedy=say(
                "if {thousands!r} is the decimal sign, set decimal in the mapping",
                thousands=thousands,
            ),
        )


def _other(sign: str) -> str:
    return "," if sign == "." else "."


@lru_cache(maxsize=1 << 12)
def _decimal_sign(text: str) -> str:
    """Return the decimal sign that a number proves, its sign and `?` where it proves none.

    Other digits than zero are the same to it, so that a file has few different texts.
    """
    if "," not in text and "." not in text:
        return ""
    number = _CURRENCY.sub("", _SPACES.sub("", without_mark(text.strip()))).strip("()+-−–")
    signs = [character for character in number if character in ",."]
    digits = number.replace(",", "").replace(".", "")
    if not signs or not (digits.isascii() and digits.isdecimal()):
        return ""
    last = signs[-1]
    if len(set(signs)) == 2:
        return last if signs.count(last) == 1 else ""
    if len(signs) > 1:
        return _other(last)
    before, after = number.split(last)
    if len(after) == 3 and before and len(before) <= 3 and not before.startswith("0"):
        return f"{last}?"
    return last


def read_number(value: Value, style: NumberStyle) -> float | Gap:
    """Read an amount cell: a number, or why it is none.

    Examples
    --------
    >>> read_number("(1.234,5)", NumberStyle(decimal=","))
    -1234.5
    >>> read_number("1064.30-", NumberStyle(decimal="."))
    -1064.3
    >>> read_number(" - ", NumberStyle())
    <Gap.BLANK: 1>

    """
    if isinstance(value, float):
        return _bearable(value)
    if value is None:
        return Gap.BLANK
    text = value.strip()
    if text.isascii() and text.removeprefix("-").isdecimal():
        return _bearable(float(text))
    if text in style.missing:
        return Gap.MISSING
    return _GAPS.get(text.casefold()) or _parse(text, style)


def has_mark(text: str) -> bool:
    """Say whether the mark of a footnote stands beside a number."""
    number = text.strip()
    if number[-1:].isdecimal() and number[:1] not in _MARKS:
        return False
    return without_mark(number) != number


def without_mark(text: str) -> str:
    """Return a number without the mark of a footnote; other texts as they are.

    Examples
    --------
    >>> without_mark("2.345 *"), without_mark("1.234¹"), without_mark("1.234 1)")
    ('2.345', '1.234', '1.234')
    >>> without_mark("(1.234)"), without_mark("1.234 1")
    ('(1.234)', '1.234 1')

    """
    return text if _IN_PARENTHESES.fullmatch(text) else _MARK.sub("", text)


@lru_cache(maxsize=1 << 14)
def _parse(text: str, style: NumberStyle) -> float | Gap:
    if text[0].isalpha() and not _CURRENCY.match(text):
        return Gap.TEXT  # as most cells of a wide table
    digits = text.removeprefix("-")
    if text[-1:].isdecimal() and _GRAMMAR[style.decimal].fullmatch(digits):
        return _worth(digits, style, negative=digits != text)
    number = _parse_plain(without_mark(text), style)
    return Gap.QUALIFIED if number is Gap.TEXT and _QUALIFIED.fullmatch(text) else number


def _parse_plain(text: str, style: NumberStyle) -> float | Gap:
    if _BAD_GROUPS.search(text):
        return Gap.TEXT
    if _SCIENTIFIC.fullmatch(text):
        return float(text.replace(",", "."))
    compact = _CURRENCY.sub("", _SPACES.sub("", text)).replace("−", "-").replace("–", "-")
    negative = False
    if compact.startswith("(") and compact.endswith(")"):
        compact, negative = compact[1:-1], True
    elif compact.startswith("-"):
        compact, negative = compact[1:], True
    elif compact.endswith("-"):
        compact, negative = compact[:-1], True
    compact = _CURRENCY.sub("", compact.removeprefix("+"))
    if not _GRAMMAR[style.decimal].fullmatch(compact):
        return Gap.TEXT
    return _worth(compact, style, negative=negative)


def _worth(digits: str, style: NumberStyle, *, negative: bool) -> float | Gap:
    number = float(digits.replace(_other(style.decimal), "").replace(",", "."))
    return _bearable(-number if negative and number else number)


def _bearable(number: float) -> float | Gap:
    """Return a number that a budget can have, in whatever currency."""
    return number if abs(number) <= LARGEST else Gap.INFINITE
