"""Where a text stops being TOML, told as the slip that people make there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from innobudget.errors import Problem, where
from innobudget.messages import Text, say, write

SHOWN = 100
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_VALUE = re.compile(r"[^=\"']*=\s*(.*?)\s*(?:#.*)?")
_LIST_HEADER = re.compile(
    r"\s*\[\s*((?:[\w-]+\.)*(?:investment|driver|stage|effect|quality))\s*(?:\]|$)"
)
_NUMBER = re.compile(
    r"(?<![\w.,])([+-]?(?:\d{1,3}(?:[. ]\d{3})+(?!\w)|\d+))(?:,(\d+))?(?!\w|[.,]\d)"
)
"""As Danes write it: whole part, decimals."""
_PERCENT = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*%")
_WITH_UNIT = re.compile(r"(?<![\w.])([+-]?\d[\d_.]*) ?[^\W\d][^,\]}#]*")
_TRUTH = re.compile(r"[^\W\d]+")
_WORD = re.compile(r"[^\W\d][^\[\]{}=\"']*")
YES = frozenset({"true", "yes", "on", "ja", "sand", "sandt"})
NO = frozenset({"false", "no", "off", "nej", "falsk", "falskt"})
CURLY = "“”„‟’‘»«"


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the reader of TOML gave up, and why."""

    reason: str
    line: str
    at: int
    """Position in the line."""

    @property
    def value(self) -> str:
        """What stands after the first `=` of the line, or in brackets there; empty: nothing."""
        found = _VALUE.fullmatch(self.line)
        value = found[1] if found else ""
        return self.part if value.startswith(("[", "{")) else value

    @property
    def part(self) -> str:
        """What stands between the marks of a list or an inline table around the place."""
        begin = max(self.line.rfind(mark, 0, self.at) for mark in "=,[{") + 1
        ends = (self.line.find(mark, self.at) for mark in ",]}#")
        return self.line[begin : min((end for end in ends if end >= 0), default=None)].strip()

    @property
    def rest(self) -> str:
        """What follows on the line."""
        return self.line[self.at :].split("#")[0].strip()

    def met(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return what of the line looks like a pattern and reaches the place."""
        gap = len(self.line[: self.at]) - len(self.line[: self.at].rstrip())
        found = (one for one in pattern.finditer(self.line) if one.start() <= self.at)
        return next((one for one in found if one.end() + gap >= self.at), None)


Slip = tuple[str, str]
"""What is expected, and how to mend it."""


def syntax_problem(file: str, text: str, message: str) -> Problem:
    """Say where a text stops being TOML.

    Parameters
    ----------
    file
        Its name.
    text
        As read.
    message
        Of tomllib.

    """
    at = _PLACE.search(message)
    lines = text.split("\n")
    number = int(at[1]) if at and at[1] else len(lines)
    if at is None and (long := re.search(r"\d{4000,}", text)):
        number = text.count("\n", 0, long.start()) + 1
    line = lines[number - 1].strip("\r")
    column = int(at[2]) if at and at[2] else len(line) + 1
    stop = _Stop(message[: at.start()] if at else message, line, column - 1)
    expected, remedy = next(slip for look in LOOKS if (slip := look(stop)))
    ended = at is not None and not at[1]
    return Problem(
        code="toml-syntax",
        place=where(file, line=number, **({"column": at[2]} if at and at[2] else {})),
        found=say("the end of the file")
        if ended
        else (line.strip()[:SHOWN] or say("an empty line")),
        expected=expected,
        remedy=remedy,
    )


def _instead(wanted: str, found: str) -> Text:
    return say("write {wanted} for {found}", wanted=wanted, found=found)


def _one_bracket(stop: _Stop) -> Slip | None:
    """`[investment]` written once more, or mixed with `[[investment]]`."""
    header = _LIST_HEADER.match(stop.line)
    if not header:
        return None
    return (
        say("two brackets around a table of which there may be several"),
        write(f"[[{header[1]}]]"),
    )


def _open_bracket(stop: _Stop) -> Slip | None:
    line = stop.line.strip()
    if not line.startswith("[") or "=" in line:
        return None
    name = line.strip("[] ")
    brackets = f"[[{name}]]" if line.startswith("[[") else f"[{name}]"
    twice = "twice" in stop.reason or "overwrite" in stop.reason
    if twice:
        return say("each table once"), say("keep one of the two, or put their keys together")
    return say("a table's name between brackets"), write(brackets)


def _twice(stop: _Stop) -> Slip | None:
    if "Cannot overwrite" in stop.reason or "twice" in stop.reason or "mutate" in stop.reason:
        return say("each key once in its table"), say("keep one of the two")
    return None


def _truth(stop: _Stop) -> Slip | None:
    found = stop.met(_TRUTH)
    word = (found[0] if found else stop.value).strip("\"' ").lower()
    if word in YES | NO:
        plain = "true" if word in YES else "false"
        return say("true or false, in small letters"), _instead(plain, found[0] if found else word)
    return None


def _percent(stop: _Stop) -> Slip | None:
    found = stop.met(_PERCENT)
    if not found:
        return None
    share = float(found[1].replace(",", ".")) / 100 if len(found[1]) < SHOWN else 0.0
    return say("a fraction, without a sign for percent"), _instead(f"{share:g}", found[0])


def _danish_number(stop: _Stop) -> Slip | None:
    """Find a decimal comma, or a dot or a blank between thousands."""
    found = stop.met(_NUMBER)
    plain = re.sub("[. ]", "_", found[1]) if found else ""
    if not found or found[0] == plain:
        return None
    if found[2]:
        return say("a decimal point"), _instead(f"{plain}.{found[2]}", found[0])
    return say("a number without signs between its thousands, or _"), _instead(plain, found[0])


def _with_unit(stop: _Stop) -> Slip | None:
    """Find a number with what it counts."""
    found = stop.met(_WITH_UNIT)
    if not found or not stop.rest[:1].isalpha() or "=" in stop.part:
        return None
    return say("a number without its unit"), _instead(found[1].rstrip("."), found[0].strip())


def _in_brackets(stop: _Stop) -> Slip | None:
    """Find what stands between values instead of a comma, and tables over several lines."""
    if stop.rest.startswith(";") and stop.line.count("[") + stop.line.count("{"):
        return say("commas between values"), _instead(",", ";")
    if "Unclosed" in stop.reason and stop.rest:
        return say("commas between values"), say("put a comma before {rest}", rest=stop.rest)
    if not stop.rest and stop.line.count("{") > stop.line.count("}"):
        return (
            say("braces that close on the line that they open on"),
            say("write all that stands between { and } on one line"),
        )
    return None


def _backslash(stop: _Stop) -> Slip | None:
    if "\\" not in stop.line or not any(word in stop.reason for word in ("scape", "hex", "Illeg")):
        return None
    return (
        say("a text without \\"),
        say("write paths with / instead of \\, as in data/budget.csv"),
    )


def _quotes(stop: _Stop) -> Slip | None:
    if any(mark in stop.line for mark in CURLY):
        return (
            say("straight quotes"),
            say('write " instead of the quotes that a word processor makes'),
        )
    return None


def _bare_text(stop: _Stop) -> Slip | None:
    if stop.reason == "Invalid value" and not stop.value:
        return (
            say("a value after ="),
            say("write the value, or # before the line until it is known"),
        )
    if stop.reason != "Invalid value" or not _WORD.fullmatch(stop.value):
        return None
    return say("text between quotes"), say('put text in quotes: "{text}"', text=stop.value[:SHOWN])


def _digits(stop: _Stop) -> Slip | None:
    if "digits" not in stop.reason:
        return None
    return say("a number of at most 18 digits"), say("write the number that is meant")


def _colon(stop: _Stop) -> Slip | None:
    if "Expected '='" not in stop.reason and stop.reason != "Invalid statement":
        return None
    return say("a key in small English letters, = and a value"), write("key = value")


BY_REASON = {
    r"Illegal character '\n'": (say("quotes that are closed"), say("close the quotes")),
    "Unclosed": (say("a bracket that is closed"), say("close the bracket")),
    "Unterminated": (say("quotes that are closed"), say("close the quotes")),
    "Unbalanced": (say("quotes that are closed"), say("close the quotes")),
    "Expected newline": (
        say("one key with its value on a line"),
        say("write one key = value a line"),
    ),
    "Invalid value": (say("a value"), say("put text in quotes, and write 0.5 for one half")),
    "Illegal": (say("letters that can be seen"), say("write the line anew")),
}


def _by_reason(stop: _Stop) -> Slip | None:
    return next((slip for part, slip in BY_REASON.items() if part in stop.reason), None)


def _other(_stop: _Stop) -> Slip:
    return (
        say("key = value, a [table], or a note after #"),
        say("see what stands there"),
    )


LOOKS: tuple[Callable[[_Stop], Slip | None], ...] = (
    *(_one_bracket, _open_bracket, _twice, _digits, _truth, _backslash, _quotes),
    *(_percent, _danish_number, _with_unit, _bare_text, _in_brackets, _colon, _by_reason, _other),
)
"""From the plainest to the least plain; the last one always says something."""
